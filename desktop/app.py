"""The only place that puts the parts together: application, fonts, translation, window, packs."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QTimer, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.briefing.checks import Loaded
from desktop.charts.theme import FONT_FAMILY
from desktop.display import has_screen
from desktop.hush import hush
from desktop.instance import claim_or_hand_over
from desktop.pack.files import is_part, is_there
from desktop.pack.loader import load
from desktop.platforms import check_platform
from desktop.quantities.language import install_translation
from desktop.window.errand import Errand
from desktop.window.garbage import sweep_here

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QWidget

    from desktop.charts.theme import Look
    from desktop.exporting import Exporter
    from desktop.pack.loader import Progress
    from desktop.window.main_window import MainWindow
    from desktop.window.selftest import Parts
    from desktop.window.settings import Settings, Store
    from desktop.window_show import WindowShow

BUNDLED_PACK = ("seeds", "pinghu-2024")
FONTS = ("NotoSansSC-Regular.ttf", "NotoSansSC-Bold.ttf")
CONTEXT = "ZoneBrief"
STYLE = "Fusion"
"""Given as an argument: `QApplication.setStyle` returns a QStyle, and to make that class takes Python 5 ms."""
TURN = 0.0005
"""Seconds after which work in the background lets the window have its turn. It needs many in a row to paint once: with
Python's 0.005 it stood still for up to 100 ms while a file was written, with this for no more than 40."""
PATIENCE = 0.12
"""Seconds that the first paint waits for the first pack, which a share may be slow to give."""
PATIENCE_TO_READ = 60.0
SMALL_PACK = 2**20
"""Bytes; up to here a pack is read before the window is shown, since that is quicker than to show progress."""


@cache
def bundled(*parts: str) -> Path:
    """A file of ours, wherever we run: installed and frozen it lies in this package, in a checkout beside it."""
    here = Path(__file__).resolve().parent
    inside = here.joinpath(*parts)
    return inside if inside.exists() else here.parent.joinpath(*parts)


def pinyin_table() -> str:
    """The syllables of each Chinese character, for a search by how a name sounds."""
    return bundled("resources", "pinyin", "syllables.txt").read_text(encoding="utf-8")


def prepare_input_method() -> None:
    """Let fcitx type Chinese: the wheels carry no plugin of its own, so it is reached through its ibus door."""
    if "fcitx" in os.environ.get("XMODIFIERS", "") + os.environ.get("QT_IM_MODULE", "") + os.environ.get(
        "GTK_IM_MODULE", ""
    ):
        os.environ["QT_IM_MODULE"] = "ibus"
        os.environ.setdefault("IBUS_USE_PORTAL", "1")


def install_words(application: QCoreApplication, language: str = "zh_CN") -> bool:
    """Speak `language` from now on; False where its translation is missing."""
    translator = QTranslator(application)
    found = translator.load(str(bundled("resources", "translations", f"zonebrief_{language}.qm")))
    if found:
        application.installTranslator(translator)
        install_translation(_translated)
    return found


def _translated(text: str) -> str:
    return QCoreApplication.translate(CONTEXT, text)


def speak() -> None:
    """Words for a command that shows no window."""
    hush()
    application = QCoreApplication.instance() or QCoreApplication(["zonebrief"])
    install_words(application)
    _kept.append(application)


_kept: list[QCoreApplication] = []


def install_qt_words(application: QCoreApplication, language: str = "zh_CN") -> None:
    """Qt's own words, such as the buttons of its dialogs; not needed for the first paint."""
    from PySide6.QtCore import QLibraryInfo

    translator = QTranslator(application)
    if translator.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(translator)


def install_fonts() -> list[str]:
    """Load the bundled fonts; returns the files that could not be loaded."""
    return [
        name
        for name in FONTS
        if QFontDatabase.addApplicationFont(str(bundled("resources", "fonts", name))) < 0
    ]


def make_application(offscreen: bool = False) -> QApplication:
    """The application, with its style, font and language; the one that is there, after a show."""
    if isinstance(running := QApplication.instance(), QApplication):
        return running
    if offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    sys.setswitchinterval(TURN)
    hush()
    prepare_input_method()
    check_platform()
    QGuiApplication.setDesktopFileName("zonebrief")
    application = QApplication(["zonebrief", "-style", STYLE])
    application.setApplicationName("zonebrief")
    install_fonts()
    font = QFont(FONT_FAMILY)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    application.setFont(font)
    install_words(application)
    if not offscreen:
        sweep_here(application)
    return application


def make_window(store: "QSettings | Store | None" = None) -> "MainWindow":
    """The window, showing nothing yet; `store` keeps its settings, the user's own where none is given."""
    from desktop.window.main_window import MainWindow
    from desktop.window.places import settings_store
    from desktop.window.settings import Settings

    template = bundled("resources", "styles", "window.qss").read_text(encoding="utf-8")
    settings = Settings(store if store is not None else settings_store())
    return MainWindow(settings, template, load, make_exporter, shows_of, show_self_test)


def make_exporter() -> "Exporter":
    """What the window has files made by; not needed before it is asked to."""
    from desktop.exporting import Exporter

    return Exporter()


def shows_of(window: "MainWindow") -> "WindowShow":
    """The shows of a window, made when they are first wanted."""
    from desktop.window_show import WindowShow

    made: WindowShow | None = window.findChild(WindowShow)
    return made or WindowShow(window, pinyin_table, dress, bundled(*BUNDLED_PACK))


def dress(widget: "QWidget", look: "Look") -> None:
    """Give a window of its own the palette and the style sheet of the main window."""
    from desktop.window.style import apply_palette, style_sheet

    template = bundled("resources", "styles", "window.qss").read_text(encoding="utf-8")
    apply_palette(widget, look)
    widget.setStyleSheet(style_sheet(template, look))


def last_pack(settings: "Settings") -> Path | None:
    """The pack that was opened last and is still there."""
    return next(filter(is_there, map(Path, settings.recent_packs)), None)


def pack_size(path: Path) -> int:
    """Bytes of a pack once it is read, a folder's own files counted; 0 where it cannot be told."""
    try:
        if path.is_dir():
            return sum(entry.stat().st_size for entry in os.scandir(path) if entry.is_file())
        if is_part(path):
            return pack_size(path.parent)
    except OSError:
        return 0
    from desktop.pack.archive import unpacked_size

    return unpacked_size(path)


def run(pack: Path | None) -> int:
    """Open the window on `pack`, or the last one opened, or the bundled one; returns when it is closed. Where a
    window is open already, the pack is shown there."""
    claim = claim_or_hand_over(pack)
    if claim is None:
        return 0
    application, window = made(pack)
    claim.asked.connect(window.take)
    window.first_painted.connect(claim.listen)
    try:
        return begin(application, window)
    finally:
        claim.release()


def made(pack: Path | None, store: "QSettings | Store | None" = None) -> tuple[QApplication, "MainWindow"]:
    """The application and its window with the first pack in it, ready to be shown."""
    from desktop.window.garbage import unswept

    with unswept():
        application = make_application()
        window = make_window(store)
        window.fit_screen()
        open_first(window, pack)
    return application, window


def begin(application: QApplication, window: "MainWindow") -> int:
    """Show the window; what its first paint does not need follows the paint."""
    window.first_painted.connect(lambda: _after_first_paint(application, window))
    window.show()
    return application.exec()


class First(NamedTuple):
    """The first pack: where it stands, and what was read of it, which is nothing of a large one; or why it could not
    be read. `lost`: the one that was opened last, where that is no longer there."""

    path: Path
    loaded: Loaded | None = None
    error: Exception | None = None
    lost: Path | None = None


def open_first(window: "MainWindow", pack: Path | None) -> None:
    """Show the first pack. A small one is read at once; a large one with progress, in front of the bundled one, and so
    is one on a share that does not answer at once. One with faults leaves the bundled one open beneath the list of
    them, and so does one that cannot be shown."""
    candidates = [pack] if pack else [Path(path) for path in window.settings.recent_packs]
    if not candidates:
        _show_first(window, _read_first([bundled(*BUNDLED_PACK)]))
        return
    errand = Errand(partial(_read_first, candidates, pack is None))
    if errand.wait(PATIENCE):
        _show_first(window, errand.result())
        return

    def read(progress: "Progress") -> tuple[Path, Loaded]:
        first = errand.result()
        if first.error is not None:
            raise first.error
        loaded = first.loaded or load(first.path, progress)
        return first.path, loaded._replace(notices=(*_loss(first), *loaded.notices))

    window.opening.announce(candidates[0])
    _show_bundled(window)
    window.first_painted.connect(partial(window.opening.open, candidates[0], read=read))


def _read_first(candidates: Sequence[Path], are_recent: bool = False) -> First:
    """The one that was asked for; of recent ones the first that is still there, or else the bundled one."""
    from desktop.window.garbage import unswept

    path = next(filter(is_there, candidates), bundled(*BUNDLED_PACK)) if are_recent else candidates[0]
    first = First(path, lost=None if path == candidates[0] else candidates[0])
    if not is_there(path) or pack_size(path) > SMALL_PACK:
        return first
    try:
        with unswept():
            return first._replace(loaded=load(path))
    except Exception as error:
        return first._replace(error=error)


def _show_first(window: "MainWindow", first: First) -> None:
    opening, path = window.opening, first.path
    opening.foretell(" ".join(_loss(first)))
    follows = partial(opening.open, path)
    try:
        if first.error is not None:
            raise first.error
        if first.loaded is not None and first.loaded.briefing is not None:
            opening.show(first.loaded, None, path)
            return
        if first.loaded is not None:
            follows = partial(opening.show, first.loaded, None, path)
    except Exception as error:
        follows = partial(opening.tell, error, path)
    _show_bundled(window)
    _follow(window, follows)


def _follow(window: "MainWindow", follows: Callable[[], None]) -> None:
    """Have it done once the window has been painted."""
    window.first_painted.connect(lambda: QTimer.singleShot(0, follows))


def _loss(first: First) -> Iterator[str]:
    """What is to be said where the pack that was opened last is gone, since another one is shown."""
    from desktop.quantities.language import tr

    if first.lost is not None:
        yield tr("“{path}” is no longer there; another briefing is shown.", path=first.lost)


def _show_bundled(window: "MainWindow") -> None:
    """What stands in the window until another pack does; without it, three empty pages."""
    fallback = load(bundled(*BUNDLED_PACK)).briefing
    window.show_briefing(fallback or window.briefing, bundled(*BUNDLED_PACK) if fallback else None)


def complete_first(window: "MainWindow") -> None:
    """Add to the first page what its first paint did not need; where that fails, the bundled briefing is shown."""
    try:
        window.complete()
    except Exception as error:
        wanted = window.pack
        _show_bundled(window)
        window.opening.tell(error, wanted)


def account_for_files() -> None:
    """From now on note what is being written, and clear what killed processes left; aside, since a share may hang."""
    import threading

    from desktop.disk.unfinished import clear_unfinished, keep_account
    from desktop.window.places import data_folder

    keep_account(data_folder() / "unfinished")
    threading.Thread(target=clear_unfinished, name="clear", daemon=True).start()


def hear_the_end(application: QApplication, window: "MainWindow") -> None:
    """Keep what is open where the program is told to end."""
    from desktop.window.ending import Ending

    def keep() -> None:
        window.keep()
        if "desktop.window_show" in sys.modules:
            shows_of(window).keep()

    Ending(application, window, keep)


def _after_first_paint(application: QApplication, window: "MainWindow") -> None:
    from PySide6.QtGui import QIcon

    from desktop.ahead import Ahead
    from desktop.quantities.language import tr
    from desktop.window import crash, places
    from desktop.window.keeping import Keeping

    crash.install(places.data_folder(), window.say, lambda: window.notice.text)
    complete_first(window)
    account_for_files()
    hear_the_end(application, window)
    install_qt_words(application)
    application.setWindowIcon(QIcon(str(bundled("resources", "icons", "zonebrief.svg"))))
    Ahead(window)
    if window.settings.is_kept:
        Keeping(window.settings, window.say, window)
    else:
        window.say(tr("Nothing can be written here: settings last until the window is closed."))


def _spare_window() -> "MainWindow":
    """A window for pictures: it has no settings but the defaults, and keeps none."""
    from desktop.window.settings import Forgetful

    return make_window(Forgetful())


def self_test(pack: Path | None) -> dict[str, object]:
    """Show every page, draw every exhibit, check fonts, words and citations; what came of it, as plain data."""
    from desktop.window.selftest import run_self_test

    offscreen = os.environ.get("QT_QPA_PLATFORM") == "offscreen" or not has_screen()
    application = make_application(offscreen)
    return run_self_test(_parts(application, pack or bundled(*BUNDLED_PACK)))


def _parts(application: QApplication, pack: Path) -> "Parts":
    from desktop.window.selftest import Parts

    return Parts(
        application=application,
        window=_spare_window(),
        load=lambda: load(pack),
        pack=pack,
        fonts=[bundled("resources", "fonts", name) for name in FONTS],
        translation=bundled("resources", "translations", "zonebrief_zh_CN.qm"),
    )


def show_self_test(window: "MainWindow") -> None:
    """Test the installation with what `window` shows, out of sight, and show what came of it."""
    from dataclasses import replace

    from PySide6.QtCore import Qt

    from desktop.report import self_test_lines
    from desktop.window.errand import apart
    from desktop.window.installation import InstallationDialog
    from desktop.window.selftest import run_self_test

    application = QApplication.instance()
    assert isinstance(application, QApplication)
    pack = window.pack or bundled(*BUNDLED_PACK)
    parts = replace(_parts(application, pack), load=lambda: apart(partial(load, pack), PATIENCE_TO_READ))
    parts.window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    application.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        report = run_self_test(parts)
    finally:
        application.restoreOverrideCursor()
        parts.window.deleteLater()
    *lines, verdict = self_test_lines(report, just_started=False)
    InstallationDialog(verdict, "\n".join(lines), window, look=window.look).open()
