"""The shows of a window: from F5 to the page where one ended, the slide list, a pack that is read anew meanwhile."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import show_names
from desktop.exhibits.successors import Successors
from desktop.quantities.language import tr
from desktop.shelf import PackShelf, State
from desktop.showing import (
    Surroundings,
    Table,
    keep_times,
    offer,
    offer_times,
    present,
    refuse_times,
    tell_refused,
    tell_waiting,
)
from desktop.stage import asking
from desktop.stage.memory import Memory
from desktop.stage.presenter import Mode, Presenter
from desktop.stage.run import Run
from desktop.window.exporter import Kept
from desktop.window.tasks import shared_tasks

if TYPE_CHECKING:
    from desktop.stage.sorter import Dress, Sorter
    from desktop.window.main_window import MainWindow


class WindowShow(QObject):
    """The shows of a window: at most one runs at a time, one sorter arranges them, and both hear of a pack that was
    read anew."""

    def __init__(self, window: "MainWindow", table: Table, dress: "Dress", bundled: Path) -> None:
        super().__init__(window)
        self._window, self._table, self._dress, self._bundled = window, table, dress, bundled
        self._memory = Memory(window.settings)
        self.presenter: Presenter | None = None
        self.sorter: Sorter | None = None
        self._run, self._leaves_out, self._asking = Run(), False, False
        self._left: tuple[str, Composer] = "", window.composer
        """The key of the slide at which the last show ended, and what composed it."""
        self._is_stale = False
        """Whether the pack was read anew, and the show goes on with what it was before."""
        self._pack, self._composer = window.pack, window.composer
        window.briefing_shown.connect(self._pack_opened)
        window.opening.waits.connect(self._pack_waits)
        window.opening.refused.connect(self._pack_refused)
        window.installEventFilter(self)

    def _around(self) -> Surroundings:
        return Surroundings(self._memory, self._table, self._dress, self._window.look)

    # showing

    def begin(self, here: bool = False) -> None:
        """Start the show that was chosen last for this pack, as the slide list has it where that is open, at the
        window's page where `here`; one that runs comes to the front."""
        window = self._window
        if self.presenter is not None:
            self.presenter.raise_()
        elif (run := self._chosen_run(self._start_key() if here else "")) is not None:
            self._start(run, window.composer, window.pack, window)

    def _chosen_run(self, start_key: str) -> Run | None:
        """None, which is said, where there is nothing to be shown, or the show was deleted: what is hidden in it is
        not to be seen unasked."""
        names, arranging = self.names(), self._arranging
        if arranging is not None:
            run = arranging.run_of(Mode.SHOW, start_key)
            if run is None:
                arranging.raise_()
            return run
        name, window = self.chosen, self._window
        if name in ("", *names):
            return Run(name, start_key=start_key)
        self._memory.keep_show(str(window.pack or ""), "")
        words = tr(
            "The pack no longer holds the show “{name}”. Choose another one in the slide list (Ctrl+L), or press F5 again for the whole pack.",
            name=name,
        )
        window.say(words)
        return None

    def _start_key(self) -> str:
        """The slide at which the last show ended, where it is of the window's page; else any of that page."""
        key, composer = self._left
        key = Successors(composer, self._window.composer).key(key)
        page = f"{self._window.page}/"
        return key if key.startswith(page) else page

    def _start(self, run: Run, composer: Composer, pack: Path | None, parent: QWidget) -> None:
        if self.presenter is not None:
            self.presenter.raise_()
        elif not self._asking:
            self._asking, self._run, self._composer, self._pack = True, run, composer, pack
            self._is_stale = False
            self._window.opening.hold()
            present(composer, self._around(), run, self._went, parent)

    def _went(self, presenter: Presenter | None, leaves_out: bool) -> None:
        self._asking, self.presenter, self._leaves_out = False, presenter, leaves_out
        if presenter is not None:
            presenter.asked.connect(self._read_again)
            presenter.ended.connect(self._ended)
            if self._window.pack == self._pack and self._window.composer is not self._composer:
                self._offer(presenter)
        else:
            self._window.opening.let_go()

    def _ended(self, spent: Mapping[str, float]) -> None:
        presenter, self.presenter = self.presenter, None
        self._follow(presenter)
        front = self._window if self.sorter is None else self.sorter
        front.raise_()
        front.activateWindow()
        if presenter is None or self._run.mode is not Mode.REHEARSAL:
            self._over()
            return
        deck, around = presenter.show.deck, self._around()
        dialog = offer_times(deck, spent, self._composer, self._run, around, self._keep_times, front)
        dialog.finished.connect(self._over)

    def _over(self, _: int = 0) -> None:
        """All of the show is put away: open the pack that waits; where the window was closed meanwhile and nothing
        else needs it, the program ends."""
        opening, closed = self._window.opening, self._window.isHidden() and self.sorter is None
        if closed and opening.waits_for is None:
            QGuiApplication.quit()
        elif closed:
            self._window.show()
        opening.let_go()

    def _follow(self, presenter: Presenter | None) -> None:
        """Go to the page where the show ended, so that it can be taken up again there."""
        slide = presenter.show.slides[presenter.show.position] if presenter is not None else None
        if slide is not None and slide.page and self._window.pack == self._pack:
            self._left = slide.key, self._composer
            self._window.show_page(slide.page)

    def _keep_times(self, minutes: dict[str, Decimal], name: str) -> None:
        if self._is_stale:
            refuse_times()
        self.sort()
        if self.sorter is not None and self._shelf.pack == self._pack:
            self.sorter.keep_times(self._run, minutes, name)
        else:
            keep_times(PackShelf(self._pack, self._composer, self._bundled), self._run, minutes, name)

    # what the pack holds

    @property
    def _arranging(self) -> "Sorter | None":
        """The slide list, where it is open on the pack of the window."""
        return self.sorter if self.sorter is not None and self._shelf.pack == self._window.pack else None

    @property
    def chosen(self) -> str:
        return self._memory.show_of(str(self._window.pack or ""))

    def names(self) -> Sequence[str]:
        """Of the shows that the pack holds now. Where another program changed them, window and slide list follow; but
        what is arranged and not kept yet stays, and is asked about when it is."""
        window, arranging = self._window, self._arranging
        before, follows = window.composer.shows, arranging is not None and arranging.is_kept
        PackShelf(window.pack, window.composer, self._bundled)
        if arranging is not None and follows and window.composer.shows is not before:
            self._shelf.refresh()
            arranging.take(window.composer)
        return show_names(window.composer)

    def settled(self, show: str | None, parent: QWidget) -> Kept | None:
        names, arranging = self.names(), self._arranging
        if arranging is None or arranging.is_kept or show not in (None, arranging.draft.name):
            return Kept(show or "", self._window.briefing, self._window.pack)
        name = arranging.draft.name
        text = tr(
            "“{name}” was changed in the slide list and is not kept yet.", name=name or tr("The whole pack")
        )
        answers = [tr("Save and export")]
        if name in ("", *names):
            answers.append(tr("Export without the changes"))
        answer = asking.choose(parent, tr("Unsaved changes"), text, answers)
        if answer < 0 or (answer == 0 and not arranging.save()):
            return None
        saved = arranging.draft.name if answer == 0 and show is not None else show
        return Kept(saved or "", self._shelf.composer.briefing, self._shelf.pack)

    # the sorter

    def sort(self) -> None:
        """Open the slide list of the window's pack, or bring it to the front."""
        if self.sorter is not None and self._shelf.pack != self._window.pack:
            self.sorter.close()
        is_new = self.sorter is None
        if is_new:
            self._make_sorter()
        assert self.sorter is not None
        self.sorter.show()
        self.sorter.raise_()
        self.sorter.activateWindow()
        if is_new:
            self.sorter.offer_unsaved()

    def _make_sorter(self) -> None:
        from desktop.stage.recovery import Recovery
        from desktop.stage.sorter import Hands, Sorter

        window, folder = self._window, self._window.settings.folder
        shelf = self._shelf = PackShelf(window.pack, window.composer, self._bundled, at_once=False)
        shared_tasks().soon(shelf.state, partial(self._shows_read, shelf))
        hands = Hands(self._run_from_sorter, window.reload, self._copied, self._list_keys)
        recovery = Recovery(folder and folder / "unsaved")
        self.sorter = Sorter(
            window.composer, self._shelf, self._memory, window.look, self._dress, hands, recovery
        )
        self.sorter.left.connect(self._sorter_left)

    def _shows_read(self, shelf: PackShelf, state: State) -> None:
        """The disk tells what shows the pack holds, perhaps after the slide list was opened; what was learned or kept
        meanwhile is newer."""
        if shelf is self._shelf and not shelf.is_known:
            follows = self.sorter is not None and self.sorter.is_kept
            if shelf.take(state) and self.sorter is not None and follows:
                self.sorter.take(shelf.composer)

    def keep(self) -> None:
        """The program ends by another's will: have what is arranged and not kept yet on the disk."""
        if self.sorter is not None:
            self.sorter.details.finish()
            self.sorter.keep_unsaved()
            self.sorter.recovery.flush()

    def _run_from_sorter(self, run: Run) -> None:
        assert self.sorter is not None
        self._start(run, self._shelf.composer, self._shelf.pack, self.sorter)

    def _copied(self) -> None:
        """The sorter goes on with a copy of the pack: the window does too."""
        if self._shelf.pack is not None:
            self._window.opening.open(self._shelf.pack)

    def _list_keys(self) -> None:
        from desktop.stage.actions import shown_keys
        from desktop.stage.sorter_actions import POINTER_KEYS, SORTER_ACTIONS
        from desktop.window.actions import KeyLine, by_group
        from desktop.window.keys import KeysDialog

        lines = [KeyLine(a.text, shown_keys(a), tr(a.group)) for a in SORTER_ACTIONS if a.keys]
        lines += [KeyLine(tr(text), [tr(k) for k in keys], tr(group)) for text, keys, group in POINTER_KEYS]
        dialog = KeysDialog(by_group(lines), self.sorter, self._window.look)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _sorter_left(self) -> None:
        sorter, self.sorter = self.sorter, None
        if sorter is not None:
            sorter.deleteLater()
            self._window.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window closes only once its sorter has, which asks about what is not kept."""
        if event.type() == QEvent.Type.Close and self.sorter is not None and not self.sorter.close():
            event.ignore()
            return True
        return False

    # a pack that was read anew

    def _pack_opened(self) -> None:
        """The window shows another pack, or the same one read anew: that is offered to its show, and its sorter goes
        on with it. A sorter of another pack closes; it asks about what is not kept."""
        window = self._window
        if self.sorter is not None:
            if window.pack == self._shelf.pack:
                self._shelf.use(window.composer)
                self.sorter.take(window.composer)
            else:
                self.sorter.close()
        if window.pack != self._pack:
            self._left = "", window.composer
        if self.presenter is not None and window.pack == self._pack:
            self._offer(self.presenter)

    def _offer(self, presenter: Presenter) -> None:
        composer = self._window.composer
        self._is_stale = True
        run, rows = self._run, self._run.rows
        if rows is not None:
            run = replace(run, rows=Successors(self._composer, composer).rows(rows))
        taken = partial(self._taken, composer, run)
        offer(presenter, composer, self._around(), run, self._leaves_out, taken)

    def _taken(self, composer: Composer, run: Run) -> None:
        self._run, self._composer, self._is_stale = run, composer, composer is not self._window.composer

    def _read_again(self) -> None:
        """The presenter asks what the pack holds by now."""
        if self._window.pack == self._pack:
            self._window.reload()
        elif self.presenter is not None:
            self.presenter.notes.say(
                tr("The window shows another pack; this show can take over changes of its own pack alone.")
            )

    def _pack_refused(self, pack: Path, why: str) -> None:
        if pack == self._pack:
            tell_refused(self.presenter, why)

    def _pack_waits(self, pack: Path) -> None:
        """A pack was brought from outside: the presenter is told that it is opened afterwards."""
        tell_waiting(self.presenter, pack)
