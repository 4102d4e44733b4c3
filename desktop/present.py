"""`zonebrief present`: straight to the stage, without the window."""

import sys
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog

from desktop import app
from desktop.briefing.checks import Loaded, summary, told
from desktop.briefing.citations import Evidence
from desktop.briefing.records import PAGES
from desktop.charts.theme import page_look
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import no_show, show_names
from desktop.instance import claim_if_free
from desktop.pack.loader import load
from desktop.quantities.language import tr
from desktop.shelf import PackShelf
from desktop.showing import (
    Surroundings,
    Wish,
    keep_times,
    offer,
    offer_times,
    open_hall,
    present,
    refuse_times,
    tell_refused,
    tell_waiting,
)
from desktop.stage.kiosk import LEAST_PIN, MOST_PIN, is_pin
from desktop.stage.kiosk_window import KioskWindow
from desktop.stage.memory import Memory
from desktop.stage.presenter import Mode, Presenter
from desktop.stage.run import Run
from desktop.window import crash
from desktop.window.ending import Ending
from desktop.window.garbage import sweep_what_was_read, unswept
from desktop.window.keeping import unkept_words
from desktop.window.opening import Progress, prepared
from desktop.window.places import data_folder, settings_store
from desktop.window.settings import Settings

if TYPE_CHECKING:
    from desktop.window.tasks import Handle


def run(wish: Wish) -> int:
    """Show the pack, or the last one opened, or the bundled one; returns when it is over.

    Exit status 1 where the pack has faults or does not hold the show.
    """
    application = app.make_application()
    app.install_qt_words(application)
    app.account_for_files()
    crash.install(data_folder(), _tell, str)
    settings = Settings(settings_store())
    path = wish.pack or app.last_pack(settings) or app.bundled(*app.BUNDLED_PACK)
    loaded = read(path)
    if loaded.briefing is None:
        print("\n".join(map(told, loaded.faults)), file=sys.stderr)
        return 1
    pin = wish.pin or Memory(settings).pin
    if wish.kiosk and pin and not is_pin(pin):
        words = tr(
            "The PIN in the settings is not one: it takes {least} to {most} digits.",
            least=LEAST_PIN,
            most=MOST_PIN,
        )
        print(words, file=sys.stderr)
        return 1
    composer = Composer(Evidence(loaded.briefing))
    if wish.show and wish.show not in show_names(composer):
        print(no_show(wish.show, show_names(composer)), file=sys.stderr)
        return 1
    application.setQuitOnLastWindowClosed(False)
    started = _hall(wish, composer, settings) if wish.kiosk else _show(wish, path, composer, settings)
    if isinstance(started, KioskWindow):
        started.ended.connect(application.quit)
    else:
        started.begin(application.quit)
    waiting = Waiting(started)
    Ending(application, waiting, partial(_keep, settings))
    status = application.exec()
    _keep(settings)
    return status or waiting.end(application)


def _keep(settings: Settings) -> None:
    if not settings.save():
        _tell(unkept_words())


def _tell(text: str) -> None:
    """Where the audience does not see it."""
    print(text, file=sys.stderr)


def read(path: Path, *progress: Progress) -> Loaded:
    with unswept():
        return load(path, *progress)


def _hall(wish: Wish, composer: Composer, settings: Settings) -> KioskWindow:
    """A show that visitors may touch; without a PIN the hall's keeper is told so."""
    if not (wish.pin or Memory(settings).pin):
        words = tr("No PIN is set: whoever holds the top right corner for three seconds ends the show.")
        print(words, file=sys.stderr)
    return open_hall(composer, settings, wish)


def _show(wish: Wish, path: Path, composer: Composer, settings: Settings) -> "CommandShow":
    around = Surroundings(Memory(settings), app.pinyin_table, app.dress, page_look(PAGES[0]))
    shelf = PackShelf(path, composer, app.bundled(*app.BUNDLED_PACK))
    mode = Mode.REHEARSAL if wish.rehearse else Mode.SHOW
    return CommandShow(shelf, around, Run(wish.show, mode=mode, wall=wish.wall))


class CommandShow:
    """A show without a window behind it; `begin` is given what to call when all is done."""

    def __init__(self, shelf: PackShelf, around: Surroundings, run: Run) -> None:
        self._shelf, self._around, self._run = shelf, around, run
        self.presenter: Presenter | None = None
        self._leaves_out = self._is_stale = False
        self._reading: Handle | None = None
        self._offered: QDialog | None = None

    def begin(self, over: Callable[[], None]) -> None:
        self._over = over
        present(self._shelf.composer, self._around, self._run, self._went)

    def _went(self, presenter: Presenter | None, leaves_out: bool) -> None:
        self.presenter, self._leaves_out = presenter, leaves_out
        if presenter is None:
            self._over()
        else:
            presenter.asked.connect(self._read_again)
            presenter.ended.connect(self._ended)

    def _read_again(self) -> None:
        """The presenter asks what the pack holds by now."""
        from desktop.window.tasks import shared_tasks

        pack = self._shelf.pack
        if self._reading is not None or pack is None:
            return

        def work(progress: Progress) -> tuple[Loaded, Composer | None]:
            loaded = read(pack, progress)
            return loaded, prepared(loaded)

        sweep_what_was_read()
        self._reading = shared_tasks().run(work, self._was_read, self._was_not_read)

    def _was_read(self, outcome: tuple[Loaded, Composer | None]) -> None:
        loaded, composer = outcome
        presenter, self._reading = self.presenter, None
        assert presenter is not None
        if composer is None:
            tell_refused(presenter, summary(loaded.faults))
            return
        self._is_stale = True
        offer(presenter, composer, self._around, self._run, self._leaves_out, partial(self._taken, composer))

    def _taken(self, composer: Composer) -> None:
        self._is_stale = False
        self._shelf.use(composer)

    def _was_not_read(self, error: Exception) -> None:
        self._reading = None
        sys.excepthook(type(error), error, error.__traceback__)
        tell_refused(self.presenter, f"{type(error).__name__}: {error}")

    def _ended(self, spent: Mapping[str, float]) -> None:
        presenter, self.presenter = self.presenter, None
        assert presenter is not None
        if self._reading is not None:
            self._reading.cancel()
        if self._run.mode is not Mode.REHEARSAL:
            self._over()
            return
        deck = presenter.show.deck
        composer = self._shelf.composer
        self._offered = offer_times(deck, spent, composer, self._run, self._around, self._keep_times)
        self._offered.finished.connect(self._over)

    def _keep_times(self, minutes: dict[str, Decimal], name: str) -> None:
        if self._is_stale:
            refuse_times()
        keep_times(self._shelf, self._run, minutes, name)


class Waiting(QObject):
    """Hears other starts of the app while a show runs; what they bring waits until it is over."""

    def __init__(self, started: CommandShow | KioskWindow) -> None:
        super().__init__()
        self._started = started
        self._asked = False
        self._pack: Path | None = None
        self._claim = claim_if_free()
        self._claim.asked.connect(self._take)
        self._claim.listen()

    def _take(self, pack: Path | None) -> None:
        self._asked, self._pack = True, pack or self._pack
        if pack is not None and isinstance(self._started, CommandShow):
            tell_waiting(self._started.presenter, pack)

    def end(self, application: QApplication) -> int:
        """The show is over: open the window that was asked for, if any; returns when it is closed."""
        self._claim.release()
        if not self._asked:
            return 0
        application.setQuitOnLastWindowClosed(True)
        return app.run(self._pack)
