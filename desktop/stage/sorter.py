"""The slide list: arranges the shows of a pack, keeps them in it, and starts them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.charts.theme import Look
from desktop.exhibits.compose import Composer
from desktop.exhibits.successors import Successors
from desktop.quantities.language import tr
from desktop.stage import asking
from desktop.stage.draft import Draft
from desktop.stage.memory import Memory
from desktop.stage.pictures import Pictures
from desktop.stage.presenter import Mode
from desktop.stage.recovery import SOON, Recovery, Unsaved
from desktop.stage.run import Run
from desktop.stage.shelf import Shelf
from desktop.stage.sorter_actions import OF_THE_GRID, SORTER_ACTIONS
from desktop.stage.sorter_view import SorterView

Dress = Callable[[QWidget, Look], None]
"""Gives a window the palette and the style sheet of a look."""


@dataclass(frozen=True, slots=True)
class Hands:
    """What the sorter asks of others: to start a run, to read the pack again, to go on with the copy that was made, to
    show the key list."""

    begin: Callable[[Run], None]
    reread: Callable[[], None]
    copied: Callable[[], None]
    list_keys: Callable[[], None]


class Sorter(SorterView):
    """One show of a pack at a time; `recovery` keeps what is not kept in the pack yet. Signal left(): it is closed,
    nothing in it is wanted any more."""

    left = Signal()

    def __init__(
        self,
        composer: Composer,
        shelf: Shelf,
        memory: Memory,
        look: Look,
        dress: Dress,
        hands: Hands,
        recovery: Recovery,
    ) -> None:
        chosen = memory.show_of(shelf.key)
        draft = Draft(composer, chosen if chosen in shelf.names() else "")
        super().__init__(draft, Pictures(lambda ref: self._composer.evidence.of(ref)), look)
        self.shelf, self._composer, self._memory = shelf, composer, memory
        self._hands, self.recovery, self._offers = hands, recovery, False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON)
        self._soon.timeout.connect(self.keep_unsaved)
        self.qt_actions: dict[str, QAction] = {}
        self._make_actions()
        dress(self, look)
        self.build(self.qt_actions)
        self.speed.setValue(memory.characters_a_minute)
        self.fade.setChecked(memory.fade)
        self.shows.activated.connect(self._show_chosen)
        self.speed.valueChanged.connect(self._set_speed)
        self.fade.toggled.connect(self._set_fade)
        self._set_speed(memory.characters_a_minute)
        self._list_shows()
        self.grid.select([0] if draft.entries else [])
        self.grid.setFocus()

    def _make_actions(self) -> None:
        for action in SORTER_ACTIONS:
            made = QAction(action.text, self)
            made.setShortcuts([QKeySequence(key) for key in action.keys])
            made.triggered.connect(getattr(self, action.calls))
            if action.name in OF_THE_GRID:
                made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                self.grid.addAction(made)
            else:
                self.addAction(made)
            self.qt_actions[action.name] = made

    # which show

    @property
    def draft(self) -> Draft:
        return self.model.draft

    def _list_shows(self) -> None:
        """Fill the list of shows, the present one chosen."""
        self.shows.clear()
        self.shows.addItem(tr("The whole pack"), "")
        for name in self.shelf.names():
            self.shows.addItem(name, name)
        if self.draft.name and self.draft.name not in self.shelf.names():
            self.shows.addItem(self.draft.name, self.draft.name)
        self.shows.setCurrentIndex(self.shows.findData(self.draft.name))
        for name in ("rename", "remove"):
            self.qt_actions[name].setEnabled(bool(self.draft.name))
        self.refresh()

    def _show_chosen(self, place: int) -> None:
        name = self.shows.itemData(place)
        if name == self.draft.name:
            return
        if not self._may_leave():
            self.shows.setCurrentIndex(self.shows.findData(self.draft.name))
            return
        self._show(Draft(self._composer, name))

    def _show(self, draft: Draft) -> None:
        """Show another draft, and remember its show as the one to be run."""
        self.model.set_draft(draft)
        self._memory.keep_show(self.shelf.key, draft.name)
        self.say("")
        self._list_shows()
        self.grid.select([0] if draft.entries else [])

    def take(self, composer: Composer) -> None:
        """The pack was read anew: what is arranged stays."""
        newer, self._composer = Successors(self._composer, composer), composer
        self.pictures.clear()
        self.model.set_draft(self.draft.on(composer, newer))
        self.say("")
        self._list_shows()
        self.grid.select([0] if self.draft.entries else [])

    # keeping

    def new(self) -> None:
        """Make a show of all panels."""
        if self._may_leave():
            name = self._name_for(tr("New show"), "")
            if name and self._is_own():
                self._keep(Draft(self._composer), name)

    def save(self) -> bool:
        """Keep the show in the pack; False where it is not kept."""
        self.details.finish()
        if not self.draft.name:
            return self.save_as()
        return self._is_own() and self._keep(self.draft, self.draft.name)

    def save_as(self) -> bool:
        self.details.finish()
        name = self._name_for(tr("Save under another name"), self.draft.name)
        return bool(name) and self._is_own() and self._keep(self.draft, name)

    def _name_for(self, title: str, given: str) -> str:
        """A name that the user gives; "" where it is that of another show which is to stay."""
        name = asking.ask_for_name(self, title, tr("Name of the show, such as “Leaders, 10 minutes”"), given)
        if name and name in self.shelf.names() and name != self.draft.name:
            text = tr("There is a show “{name}” already. Replace it?", name=name)
            if asking.choose(self, title, text, [tr("Replace")]) != 0:
                return ""
        return name

    def _keep(self, draft: Draft, name: str) -> bool:
        if not self._done(lambda: self.shelf.save(name, draft.rows(name))):
            return False
        if draft is not self.draft:
            self.model.set_draft(draft)
        self._kept(name)
        return True

    def _kept(self, name: str) -> None:
        self.draft.kept(name)
        self._memory.keep_show(self.shelf.key, name)
        self.recovery.drop()
        self._list_shows()
        self.say(tr("“{name}” is kept in the pack.", name=name))

    def keep_times(self, run: Run, minutes: Mapping[str, Decimal], name: str) -> None:
        """Keep what a rehearsal took as the plan of a show; ValueError with a sentence where it is not kept."""
        same = run.show == self.draft.name
        if not (same or self._may_leave()) or not self._is_own():
            raise ValueError(tr("The plan is not kept yet."))
        if not same:
            self._show(Draft(self._composer, run.show, run.rows))
        self.draft.take_times(minutes)
        self.refresh()
        self.shelf.save(name, self.draft.rows(name))
        self._kept(name)

    @property
    def is_kept(self) -> bool:
        """Whether the pack holds the show as it is arranged."""
        self.details.finish()
        return not self.draft.changed and self.draft.name in ("", *self.shelf.names())

    def _done(self, change: Callable[[], None]) -> bool:
        """Do what changes the pack; say why where it cannot be done."""
        try:
            change()
        except (ValueError, OSError) as error:
            self.say(str(error), warning=True)
            return False
        return True

    def rename(self) -> None:
        old = self.draft.name
        name = self._name_for(tr("Rename"), old)
        if not name or name == old or not self._is_own():
            return
        if self._done(lambda: self.shelf.rename(old, name)):
            self.draft.name = name
            self._memory.keep_show(self.shelf.key, name)
            self._list_shows()
            self.say("")

    def remove(self) -> None:
        """Delete the show, once the user has said so."""
        name = self.draft.name
        text = tr("Delete the show “{name}” from the pack? Its slides stay in the pack.", name=name)
        if asking.choose(self, tr("Delete the show"), text, [tr("Delete")]) != 0 or not self._is_own():
            return
        if self._done(lambda: self.shelf.remove(name)):
            self._show(Draft(self._composer))

    # a pack of one's own

    def _is_own(self) -> bool:
        """Whether shows can be kept in the pack; where not, a copy is offered."""
        if self.shelf.is_own:
            return True
        text = tr(
            "This pack belongs to the app, or cannot be written to. Shows are kept in a pack of your own: a copy in a folder that you choose."
        )
        answer = asking.choose(self, tr("Save as a pack of my own"), text, [tr("Choose a folder…")])
        return answer == 0 and self.copy_pack()

    def copy_pack(self) -> bool:
        """Copy the pack to a folder that the user chooses, and go on there."""
        folder = QFileDialog.getExistingDirectory(
            self, tr("Where the copy of the pack is to stand"), str(Path.home())
        )
        if not folder or not self._done(lambda: self.shelf.copy_to(Path(folder))):
            return False
        self._memory.keep_show(self.shelf.key, self.draft.name)
        self._hands.copied()
        return True

    def reread(self) -> None:
        self._hands.reread()

    def show_keys(self) -> None:
        self._hands.list_keys()

    # what outlasts a crash

    def refresh(self) -> None:
        super().refresh()
        if not self._soon.isActive():
            self._soon.start()

    def keep_unsaved(self) -> None:
        """Have what is not kept in the pack on the disk soon, and nothing where all of it is kept."""
        draft = self.draft
        if self._offers:  # what was found is not decided on yet, and would go
            return
        if draft.changed:
            self.recovery.keep(
                Unsaved(self.shelf.key, draft.name, tuple(draft.rows(draft.name)), datetime.now())
            )
        else:
            self.recovery.drop()

    def offer_unsaved(self) -> None:
        """Offer what a program left unsaved that is gone; the last of it first."""
        while (left := self.recovery.find(self.shelf.key)) is not None:
            draft = Draft.unsaved(self._composer, left.show, left.rows)
            self._offers = True
            answer = self._wanted(left) if draft.changed else 1
            self._offers = False
            if answer == 0:
                self._show(draft)
            if answer == 1:
                self.recovery.drop()
                continue
            if answer < 0:
                self.recovery.leave()
            return

    def _wanted(self, left: Unsaved) -> int:
        text = tr(
            "There are changes to “{name}” that were not saved: the program ended before, at about {time}.",
            name=left.show or tr("The whole pack"),
            time=f"{left.when:%Y-%m-%d %H:%M}",
        )
        answers = [tr("Take them over"), tr("Discard them")]
        return asking.choose(self, tr("Unsaved changes"), text, answers, tr("Decide later"))

    # leaving

    def _may_leave(self) -> bool:
        """Whether the present show may be left: what is not kept yet is asked about."""
        self.details.finish()
        if not self.draft.changed:
            return True
        name = self.draft.name or tr("The whole pack")
        text = tr("“{name}” was changed and is not kept yet.", name=name)
        answer = asking.choose(self, tr("Unsaved changes"), text, [tr("Save"), tr("Do not save")])
        return answer == 1 or (answer == 0 and self.save())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_leave():
            event.ignore()
            return
        self._soon.stop()
        self.recovery.leave() if self._offers else self.recovery.drop()
        self.pictures.clear()
        super().closeEvent(event)
        self.left.emit()

    # arranging

    def toggle_hidden(self) -> None:
        """Hide what is selected, or show it where all of it is hidden."""
        places = self.grid.places
        self.draft.hide(places, not all(self.draft.entries[n].row.hidden for n in places))
        self.refresh()

    def move_up(self) -> None:
        self.model.shift(self.grid.places, -1)

    def move_down(self) -> None:
        self.model.shift(self.grid.places, 1)

    # settings

    def _set_speed(self, speed: int) -> None:
        self._memory.characters_a_minute = speed
        self.model.speed = self.details.speed = self._memory.characters_a_minute
        self.refresh()

    def _set_fade(self, fade: bool) -> None:
        self._memory.fade = fade

    # showing

    def start(self) -> None:
        self._run(Mode.SHOW)

    def start_here(self) -> None:
        """Start at the first of the selected slides."""
        places = self.grid.places
        self._run(Mode.SHOW, self.draft.entries[places[0]].row.panel if places else "")

    def rehearse(self) -> None:
        self._run(Mode.REHEARSAL)

    def _run(self, mode: Mode, start_key: str = "") -> None:
        run = self.run_of(mode, start_key)
        if run is not None:
            self._hands.begin(run)

    def run_of(self, mode: Mode, start_key: str = "") -> Run | None:
        """What is to be shown, as it is arranged now; None, which is said, where all of it is hidden."""
        rows = None if self.is_kept else tuple(self.draft.rows(self.draft.name))
        if not self.draft.shown:
            self.say(tr("Every slide is hidden; show one first."), warning=True)
            return None
        self.say("")
        return Run(self.draft.name, rows, mode, start_key)
