"""Opening packs from the window: dialogs, recent packs, progress, faults. What was open stays where it fails."""

import sys
from collections import deque
from collections.abc import Callable
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.briefing.briefing import Briefing
from desktop.briefing.checks import Loaded, summary, told
from desktop.briefing.citations import Evidence
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Timeline
from desktop.quantities.language import tr
from desktop.window.errand import told_at_once
from desktop.window.garbage import sweep_what_was_read, unswept
from desktop.window.notice import NoticeBar
from desktop.window.pieces import MOST_AT_ONCE, pieces_in
from desktop.window.settings import Settings

if TYPE_CHECKING:
    from desktop.window.tasks import Handle

Progress = Callable[[int, int], None]
Read = Callable[[Progress], tuple[Path, Loaded]]
"""Gives a pack and where it stands, off the GUI thread."""
Show = Callable[[Briefing, Path | None, Composer | None], None]
LONGEST_REASON = 200
"""Characters of an error that a sentence may hold."""


class Opened(NamedTuple):
    """What came of opening: what was read, composed for the window as far as it needs it at once, and where it stands,
    or stood."""

    loaded: Loaded
    composer: Composer | None
    path: Path
    is_gone: bool


class Opening(QObject):
    """Opens packs for `window`, one at a time, off the GUI thread. `show` shows a pack without fault; where it
    raises, what was open has to be as before.

    Signals: `waits(Path)`, a pack was brought from outside while a show runs, and is opened once the show is over;
    `refused(Path, str)`, a pack could not be shown, and why, which no dialog told.
    """

    waits = Signal(object)
    refused = Signal(object, str)

    def __init__(
        self,
        window: QWidget,
        notice: NoticeBar,
        settings: Settings,
        load: Callable[[Path, Progress], Loaded],
        show: Show,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._notice = notice
        self._settings = settings
        self._load = load
        self._show = show
        self._handle: Handle | None = None
        self._rest: Handle | None = None
        self._path: Path | None = None
        self._checks = False
        self._foretold = ""
        self.is_held = False
        self._waiting: Path | None = None

    # from outside

    def take(self, path: Path) -> None:
        """Open a pack that another start of the app brings; while a show runs it waits."""
        if self.is_held:
            self._waiting = path
            self.waits.emit(path)
        else:
            self.open(path)

    @property
    def waits_for(self) -> Path | None:
        """The pack that is opened once the show is over."""
        return self._waiting

    def hold(self) -> None:
        """A show begins: packs that are brought from outside wait from now on."""
        self.is_held = True

    def let_go(self) -> None:
        """The show is over: open the pack that was brought last, if any."""
        self.is_held = False
        path, self._waiting = self._waiting, None
        if path is not None:
            self.open(path)

    # opening

    def open(self, path: Path, checks: bool = False, read: Read | None = None) -> None:
        """Open the pack at `path`, or what `read` gives; it takes the place of the present one once it is found to be
        without fault."""
        from desktop.window.tasks import shared_tasks

        self.cancel()
        path = path.absolute()
        self._checks = checks
        self.announce(path)
        sweep_what_was_read()
        work = self._work(read or partial(self._read, path))
        self._handle = shared_tasks().run(work, self._done, self._failed, self._progressed)

    def announce(self, path: Path) -> None:
        """Say that the pack at `path` is being opened."""
        self._path = path
        self._notice.show_progress(self._opening_text(), 0, 0)

    def open_again(self, path: Path) -> None:
        """Read the pack at `path` again, and say how much of it does not match its sources."""
        self.open(path, checks=True)

    def foretell(self, text: str) -> None:
        """Say `text` once the next pack is shown."""
        self._foretold = text

    def _read(self, path: Path, progress: Progress) -> tuple[Path, Loaded]:
        return path, self._load(path, progress)

    def _work(self, read: Read) -> Callable[[Progress], "Opened"]:
        checks = self._checks

        def work(progress: Progress) -> Opened:
            with unswept():
                path, loaded = read(progress)
                composer = prepared(loaded)
                if composer is not None and checks:
                    loaded = checked(loaded, composer.evidence)
                return Opened(loaded, composer, path, loaded.briefing is None and is_gone(path))

        return work

    def _opening_text(self) -> str:
        return tr("Opening {name} …", name=self._path.name if self._path else "")

    def _progressed(self, done: int, total: int) -> None:
        self._notice.show_progress(self._opening_text(), done, total)

    def _done(self, opened: "Opened") -> None:
        self._notice.hide()
        try:
            self.show(*opened)
        except Exception as error:
            self.tell(error, opened.path)

    def show(
        self, loaded: Loaded, composer: Composer | None, path: Path | None, is_gone: bool = False
    ) -> None:
        """Show what was loaded, or its faults, while what was open stays. What cannot be shown raises, and is not
        remembered, or the next start would meet it again."""
        if loaded.briefing is None:
            if is_gone:
                self._settings.forget_pack(str(path))
            self._show_faults(loaded, path)
            return
        self._show(loaded.briefing, path, composer)
        if composer is not None:
            self._compose_rest(composer)
        if path is not None:
            self._settings.add_recent_pack(str(path.absolute()))
        words = [text for text in (self._foretold, *loaded.notices) if text]
        self._foretold = ""
        if words:
            self._notice.say(" ".join(words))

    def _compose_rest(self, composer: Composer) -> None:
        """Compose meanwhile what the window does not need yet, so that a show does not wait for it."""
        from desktop.window.tasks import shared_tasks

        def work(progress: Progress) -> None:
            for page in composer.pages():
                for done, _ in enumerate(page.exhibits):
                    progress(done, len(page.exhibits))

        self._rest = shared_tasks().run(work, _nothing, _nothing)

    def _show_faults(self, loaded: Loaded, path: Path | None) -> None:
        """In a dialog; but never before a show that runs, whose presenter is told."""
        if self.is_held and not self._window.isActiveWindow():
            self._refuse(path, summary(loaded.faults))
            return
        from desktop.window.faults import FaultsDialog

        look = self._notice.look
        dialog = FaultsDialog(path.name if path else "", loaded.faults, self._window, look=look)
        dialog.open()

    def _failed(self, error: Exception) -> None:
        self._notice.hide()
        self.tell(error, self._path)

    def tell(self, error: Exception, path: Path | None) -> None:
        """Say in a sentence that the pack at `path` could not be shown; the log has the rest."""
        sys.excepthook(type(error), error, error.__traceback__)
        self._refuse(path, f"{type(error).__name__}: {error}")

    def _refuse(self, path: Path | None, why: str) -> None:
        name, reason = path.name if path else "", why[:LONGEST_REASON]
        self._notice.say(
            tr("“{name}” could not be shown ({reason}); what was open stays.", name=name, reason=reason)
        )
        self.refused.emit(path, reason)

    def cancel(self) -> None:
        """Give up the pack that is being opened, if any."""
        for handle in filter(None, (self._handle, self._rest)):
            handle.cancel()
        self._handle = self._rest = None

    def leave(self) -> None:
        """Give up what is under way and wait until it has ended."""
        self.cancel()
        if "desktop.window.tasks" in sys.modules:
            from desktop.window.tasks import shared_tasks

            shared_tasks().drain()

    # asking

    def ask_for_file(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        kinds = tr("Briefing packs (*.zonebrief datapackage.json);;All files (*)")
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Open a pack"), self._start(), kinds)
        if name:
            self.open(Path(name))

    def ask_for_folder(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self._window, tr("Open a pack folder"), self._start())
        if name:
            self.open(Path(name))

    def _start(self) -> str:
        recent = next(map(Path, self._settings.recent_packs), None)
        return str(recent.parent if recent and told_at_once(recent.parent.is_dir) else Path.home())

    def add_recent(self, menu: QMenu) -> None:
        """Fill `menu` with the packs that were opened before."""
        for path in self._settings.recent_packs:
            action = menu.addAction(f"{Path(path).name} — {Path(path).parent}".replace("&", "&&"))
            action.setData(path)
        menu.setEnabled(bool(menu.actions()))
        menu.triggered.connect(self._recent_chosen)

    def _recent_chosen(self) -> None:
        menu = self.sender()
        if isinstance(menu, QMenu) and menu.activeAction() is not None:
            self.open(Path(menu.activeAction().data()))


def is_gone(path: Path) -> bool:
    """Whether there is nothing at `path` any more; not where its share merely does not answer."""
    try:
        return not path.exists()
    except OSError:
        return False


def _nothing(_: object) -> None:
    """What cannot be composed is told when it is to be shown."""


def prepared(loaded: Loaded) -> Composer | None:
    """A composer for what was loaded, with what its pages show at first composed already, so that the window need not
    wait for it."""
    if loaded.briefing is None:
        return None
    from desktop.exhibits.refs import readings_in
    from desktop.exhibits.viewport import extent

    composer = Composer(Evidence(loaded.briefing))
    for page in composer.pages():
        pieces = filter(None, pieces_in(page, "", len(page.exhibits)))
        for _, piece in islice(pieces, MOST_AT_ONCE):
            if isinstance(piece, Timeline):
                extent(piece)
            else:
                deque(readings_in(piece), maxlen=0)
    return composer


def checked(loaded: Loaded, evidence: Evidence) -> Loaded:
    """With a notice of how many records do not match their sources, where any do not, and one of what else is worth a
    look."""
    from desktop.briefing.findings import mismatches, notices

    wrong, found, said = sum(1 for _ in mismatches(evidence)), list(notices(evidence, patient=False)), []
    if wrong:
        said.append(tr("Records that do not match their sources: {count}.", count=wrong))
    if found:
        said.append(tr("Worth a look: {count}; first {fault}.", count=len(found), fault=told(found[0])))
    return loaded._replace(notices=(*loaded.notices, *said))
