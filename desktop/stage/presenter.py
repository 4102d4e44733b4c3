"""Runs a show: puts the state, the two windows, the screens they stand on, keys and pointer together."""

import time
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication, QInputDialog, QWidget

from desktop.briefing.records import Ref
from desktop.exhibits.deck import Deck, start_in
from desktop.exhibits.sourcing import sourcing_of
from desktop.exhibits.successors import Successors
from desktop.quantities.language import tr
from desktop.stage.actions import ACTIONS
from desktop.stage.awake import Awake
from desktop.stage.console import Console, dress
from desktop.stage.covers import Covers
from desktop.stage.finder_panel import Hit
from desktop.stage.hands import Hands
from desktop.stage.keys import Keys
from desktop.stage.material import Material
from desktop.stage.memory import LARGEST_SCRIPT, SMALLEST_SCRIPT, Memory
from desktop.stage.notes import About
from desktop.stage.pictures import Pictures
from desktop.stage.scene import Blank, Scene, Tool
from desktop.stage.scene_view import SceneView
from desktop.stage.screens import Places, label, pair_key, places
from desktop.stage.show import Show
from desktop.stage.stage_window import StageWindow
from desktop.stage.walls import Wall

SCRIPT_STEP = 0.1
FOR_REHEARSAL = 0.9
"""The share of a screen that the console takes at most as a window, so that its frame and the stage are to be seen."""
SAME_RATIO = 0.01
"""Screens whose shapes differ by less show the same deck."""


class Mode(StrEnum):
    SHOW = "show"
    REHEARSAL = "rehearsal"


class Presenter(QObject):
    """One show from start to end.

    Signals: `asked()`, the presenter would like to know what the pack holds by now, which `offer` answers;
    `ended(dict)`, seconds spent by the key of the slide, once all is put away.
    """

    asked = Signal()
    ended = Signal(object)

    def __init__(
        self,
        material: Material,
        memory: Memory,
        mode: Mode = Mode.SHOW,
        start_key: str = "",
        wall: Wall | None = None,
    ) -> None:
        super().__init__()
        self._material, self._memory, self._mode = material, memory, mode
        self._offered: tuple[Material, Callable[[], None]] | None = None
        self._with_console = False
        self._stage_screen = self._console_screen = ""
        """The labels of the screens that are theirs, to which they return when these are plugged in again."""
        self._begins = True
        """Whether nothing has been turned and no screen was plugged in or out yet."""
        screens = self._places()
        self._ratio = _ratio(self._screens()[screens.stage]) if mode is Mode.SHOW else 16 / 9
        if wall is not None:
            self._ratio = wall.ratio
        deck = material.deck_of(self._ratio)
        self.show = Show(deck, time.monotonic, start_in(deck, start_key))
        self._first, self._was_at = self.show.slide.key, self.show.position
        self.pictures = Pictures(lambda ref: self._material.evidence.of(ref))
        self.stage = StageWindow(self._view(self._on_stage), self.end, self._reshape, memory.fade, wall)
        calls = {
            action.name: getattr(self, action.calls, None) or getattr(self.show, action.calls)
            for action in ACTIONS
        }
        self.console = self._made_console(calls)
        dress(self.stage)
        self.hands = Hands(self.show, self.stage.view, self.console.current)
        self.keys = Keys(self, calls)
        self._awake = Awake()
        self.covers = Covers(self.show, self.pictures, self.console, self.stage, self._find, self._answer)
        self._beat = QTimer(self)
        self._beat.setInterval(500)
        self._beat.timeout.connect(self.console.bar.update)
        self._hold = self._once(self._awake.hold)
        self._ahead = self._once(self._prepare)
        self._shape = self._once(self._follow_shape)
        self.show.watchers.append(self._changed)

    def _made_console(self, calls: Mapping[str, Callable[[], None]]) -> Console:
        now, following = self._view(self._on_console), self._view(self._next_scene)
        following.points = False
        console = Console(self.show, now, following, self.pictures, self._ratio, calls, self.end)
        self.notes = console.bar.notes
        console.bar.characters_a_minute = self._memory.characters_a_minute
        console.set_script_size(self._memory.script_size)
        console.strip.chosen.connect(self.show.jump)
        dress(console)
        return console

    def _once(self, call: Callable[[], None]) -> QTimer:
        """A timer that calls once each time that it is started."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(call)
        return timer

    def _view(self, scene_of: Callable[[], Scene | None]) -> SceneView:
        return SceneView(self.show, self.pictures, scene_of, self._citation)

    def _citation(self, ref: Ref) -> tuple[str, ...]:
        return tuple(sourcing_of(self._material.evidence, [ref]).parts())

    # scenes

    def _on_stage(self) -> Scene:
        return self.show.on_stage

    def _on_console(self) -> Scene:
        return self.show.scene

    def _next_scene(self) -> Scene | None:
        slide = self.show.following
        return None if slide is None else self.show.scene_of(slide)

    # start and end

    def start(self) -> None:
        """Put the windows on their screens and begin."""
        application = QApplication.instance()
        assert isinstance(application, QGuiApplication)
        self.keys.install()
        self._place()
        application.screenAdded.connect(self._screens_changed)
        application.screenRemoved.connect(self._screens_changed)
        self._changed()
        self._beat.start()
        self._hold.start(0)

    def end(self) -> None:
        """End the show, whatever it is at."""
        if not self.show.ended:
            self.show.end()

    def _put_away(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.disconnect(self._screens_changed)
        application.screenRemoved.disconnect(self._screens_changed)
        self.keys.remove()
        self._awake.release()
        for timer in (self._beat, self._hold, self._ahead, self._shape):
            timer.stop()
        self.show.watchers.clear()
        for window in (self.stage, self.console):
            window.hide()
            window.deleteLater()
        self.pictures.clear()
        self.ended.emit(dict(self.show.clock.spent))

    def raise_(self) -> None:
        """Bring the show to the front."""
        for window in (self.stage, self.console):
            if not window.isHidden():
                window.raise_()
        self.covers.host.activateWindow()

    # screens

    @staticmethod
    def _screens() -> list[QScreen]:
        return QGuiApplication.screens()

    def _places(self) -> Places:
        screens = self._screens()
        stage = self._stage_screen or self._memory.stage_screen(pair_key(screens))
        return places(screens, self._primary(), stage, self._console_screen)

    def _primary(self) -> int:
        return self._screens().index(QGuiApplication.primaryScreen())

    def _place(self) -> None:
        """Each window on its screen. On a single one the stage stands alone, unless the console was there before: it
        stays in front of it. In a rehearsal both are ordinary windows."""
        screens, chosen = self._screens(), self._places()
        if chosen.console is not None:
            self._stage_screen = self._stage_screen or label(screens[chosen.stage])
            self._console_screen = self._console_screen or label(screens[chosen.console])
        if self._mode is Mode.REHEARSAL:
            self._with_console = True
            room = screens[chosen.console or 0].availableGeometry().size() * FOR_REHEARSAL
            self.console.resize(self.console.size().boundedTo(room))
            self.stage.show()
            self.console.show()
        else:
            self._with_console = self._with_console or chosen.console is not None
            fill(self.stage, screens[chosen.stage])
            if self._with_console:
                fill(self.console, screens[chosen.stage if chosen.console is None else chosen.console])
        self.raise_()

    def _screens_changed(self, _: object) -> None:
        """A screen was plugged in or out: the show goes on with what is left, and returns when it is back."""
        self._begins = False
        QTimer.singleShot(0, self._settle)

    def _settle(self) -> None:
        if not self.show.ended and self._screens():
            self.pictures.clear()
            self._place()
            self.covers.settle(self._ratio)
            self._changed()

    def swap_screens(self) -> None:
        """Put the stage on the next screen, which exchanges it with the console where there are two, for this show.
        Before anything was turned, it corrects where a show on these screens begins, and is remembered; what would be
        so by itself needs not be."""
        screens = self._screens()
        if len(screens) < 2 or self._mode is Mode.REHEARSAL:
            self.notes.say(tr("There is only one screen."))
            return
        wanted = (self._places().stage + 1) % len(screens)
        self._stage_screen = label(screens[wanted])
        if wanted == places(screens, self._primary()).stage:
            self._memory.keep_stage_screen(pair_key(screens), "")
        elif self._begins:
            self._memory.keep_stage_screen(pair_key(screens), self._stage_screen)
        self._place()
        self.covers.settle(self._ratio)

    def toggle_console(self) -> None:
        """Show or hide the console, such as on a single screen."""
        self.covers.close()
        self._with_console = not self._with_console
        if self._with_console:
            self.console.showFullScreen() if self._mode is Mode.SHOW else self.console.show()
            self.console.raise_()
            self.console.activateWindow()
        else:
            self.console.hide()
            self.stage.activateWindow()
        self._changed()

    def _reshape(self) -> None:
        self._shape.start(0 if self._mode is Mode.SHOW else 200)

    def _follow_shape(self) -> None:
        """The deck for the stage's present shape: how much fits on a slide depends on it."""
        ratio = self.stage.ratio
        if self.show.ended or abs(ratio - self._ratio) < SAME_RATIO:
            return
        self._ratio = ratio
        self.console.set_ratio(ratio)
        self._show_deck(self.show.reshape)
        self.covers.settle(ratio)

    # changes

    def _changed(self) -> None:
        if self.show.ended:
            self._put_away()
            return
        self._begins = self._begins and self.show.slide.key == self._first
        self.stage.refresh(self.show.on_stage.slide)
        if self._with_console:
            self.console.refresh(self.states)
        if self.covers.overview is not None and self.show.position != self._was_at:
            self.covers.overview.set_current(self.show.position)
        self._was_at = self.show.position
        self._ahead.start(0)

    @property
    def states(self) -> Mapping[str, bool]:
        """Which of the actions that can be on are."""
        show = self.show
        return {
            "overview": self.covers.overview is not None,
            "find": self.covers.finder is not None,
            "keys": self.covers.keys is not None,
            "black": show.blank is Blank.BLACK,
            "white": show.blank is Blank.WHITE,
            "freeze": show.frozen,
            "console": self._with_console,
            "laser": show.tool is Tool.LASER,
            "pen": show.tool is Tool.PEN,
            "eraser": show.tool is Tool.ERASER,
            "spotlight": show.tool is Tool.SPOTLIGHT,
            "hide_ink": show.ink.hidden,
            "source": show.cited is not None,
            "pause": not show.clock.running,
        }

    def _prepare(self) -> None:
        """Draw what is likely to be shown next, one picture at a time, so that a key finds it ready."""
        views = [self.stage.view]
        if self._with_console:
            views += [self.console.current, self.console.following]
        slides = (self.show.slide, *self.show.neighbours())
        wanted = [
            (slide, self.show.scene_of(slide).number, view.pixels) for slide in slides for view in views
        ]
        if self.pictures.prepare(wanted):
            self._ahead.start(0)

    def offer(self, material: Material, doubts: int, taken: Callable[[], None]) -> None:
        """The pack was read anew: nothing of that is shown until the presenter takes it over, who is told how many
        entries of it cannot be proved. `taken` is called then."""
        self._offered = material, taken
        text = tr("The pack was read again; Ctrl+R takes it over.")
        if doubts:
            text += tr(" {count} entries have no source or do not match it.", count=doubts)
        self.notes.keep(About.CHANGES, text)

    def refuse(self, why: str) -> None:
        """The pack was read anew and cannot be shown; nor can what it was before, if that was offered."""
        self._offered = None
        self.notes.keep(About.CHANGES, why)

    def take_changes(self) -> None:
        """Go on with what is offered; where nothing is, ask what there is."""
        if self._offered is None:
            self.notes.say(tr("Reading the pack again …"))
            self.asked.emit()
            return
        before, (self._material, taken), self._offered = self._material, self._offered, None
        newer = Successors(before.composer, self._material.composer)
        is_whole = all(newer.ref(ref) is not None for ref in self.show.asked)
        self._show_deck(lambda deck: self.show.take(deck, newer))
        self.covers.close()
        self.notes.keep(About.CHANGES, "")
        if not is_whole:
            self.notes.say(tr("This entry is no longer in the pack."))
        taken()

    def _show_deck(self, show: Callable[[Deck], None]) -> None:
        """The deck of the present material for the stage's present shape."""
        self.pictures.clear()
        deck = self._material.deck_of(self._ratio)
        self.console.set_deck(deck)
        show(deck)

    # what the actions call

    def ask_for_number(self) -> None:
        """Ask which slide to go to; typing the number and Enter does the same."""
        number, chosen = QInputDialog.getInt(
            self.covers.host,
            tr("Go to number"),
            tr("Number of the slide, 1 to {count}", count=len(self.show.deck.shown)),
            sum(not slide.hidden for slide in self.show.slides[: self.show.position + 1]),
            1,
            max(1, len(self.show.deck.shown)),
        )
        if chosen and not self.show.ended:
            self.show.jump_to_number(number)

    def cite_next(self) -> None:
        """Open the citation of the next mark on the slide; after the last one, none."""
        view = self.console.current if self.show.frozen else self.stage.view
        refs = list(dict.fromkeys(mark.ref for mark in view.marks()))
        if not refs:
            return
        place = refs.index(self.show.cited) + 1 if self.show.cited in refs else 0
        self.show.cite(refs[place] if place < len(refs) else None)

    def enlarge_script(self) -> None:
        self._set_script(SCRIPT_STEP)

    def reduce_script(self) -> None:
        self._set_script(-SCRIPT_STEP)

    def _set_script(self, step: float) -> None:
        size = self._memory.script_size + step
        self._memory.script_size = min(LARGEST_SCRIPT, max(SMALLEST_SCRIPT, size))
        self.console.set_script_size(self._memory.script_size)

    def escape(self) -> None:
        self.covers.close() if self.covers.is_open else self.show.escape()

    def toggle_overview(self) -> None:
        self.covers.toggle_overview(self._ratio)

    def toggle_keys(self) -> None:
        self.covers.toggle_keys()

    def open_finder(self) -> None:
        self.covers.open_finder()

    def _find(self, text: str) -> Sequence[Hit]:
        return self._material.find(text)

    def _answer(self, ref: Ref) -> None:
        self.show.show_answer(self._material.answer_of(ref, self._ratio))

    # what the keys need

    def owns(self, window: QWidget) -> bool:
        """Whether this is a window of the show."""
        return window in (self.stage, self.console)


def _ratio(screen: QScreen) -> float:
    return screen.size().width() / max(1, screen.size().height())


def fill(window: QWidget, screen: QScreen) -> None:
    """Let a window fill a screen, wherever it was before."""
    window.showNormal()
    window.setScreen(screen)
    window.setGeometry(screen.geometry())
    window.showFullScreen()
