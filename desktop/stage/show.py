"""A show that runs: plain state without Qt. The stage and the console are views of it and change it by its methods."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import log

from desktop.briefing.records import Ref
from desktop.exhibits.answers import asked_of
from desktop.exhibits.deck import ANSWER, Deck, Slide, places_in
from desktop.exhibits.kinds import Timeline
from desktop.exhibits.successors import Successors
from desktop.exhibits.viewport import Viewport
from desktop.stage.clock import Clock
from desktop.stage.ink import Ink, Place
from desktop.stage.scene import Blank, Scene, Tool, Zoom

ZOOM_STEP = 1.25
MOST_ZOOM_STEPS = 8
"""Always the same few sizes, since Qt keeps the letters of each size in which a text was drawn."""
MOST_HISTORY = 100


class Show:
    """A deck being shown. `now` tells the time in seconds. Whoever wants to know of changes adds itself to `watchers`.

    The deck is a snapshot: what happens to the pack meanwhile shows only after `take`.
    """

    def __init__(self, deck: Deck, now: Callable[[], float], start: int = 0) -> None:
        self.deck = deck
        self.clock = Clock(now)
        self.ink = Ink()
        self.tool = Tool.ARROW
        self.blank = Blank.NONE
        self.pointer: Place | None = None
        self.ended = False
        self.watchers: list[Callable[[], None]] = []
        self._position = self._open_from(start, 1)
        self._answer: Slide | None = None
        self._history: list[tuple[int, Slide | None]] = []
        self._frozen: Scene | None = None
        self._zoom = Zoom()
        self._viewport: Viewport | None = None
        self._cited: Ref | None = None
        self._drawing = False
        self._arrive()
        self.clock.start()

    def changed(self) -> None:
        for watcher in tuple(self.watchers):
            watcher()

    # where we are

    @property
    def slides(self) -> tuple[Slide, ...]:
        return self.deck.slides

    @property
    def position(self) -> int:
        """The place in the deck, from 0; an answer is shown without leaving it."""
        return self._position

    @property
    def answer(self) -> Slide | None:
        """The slide from outside the deck that answers a question, while it is shown."""
        return self._answer

    @property
    def slide(self) -> Slide:
        """What the presenter is at."""
        return self._answer or self.slides[self._position]

    @property
    def clock_key(self) -> str:
        """What the time is counted under now."""
        return ANSWER if self._answer else self.slide.clock_key

    @property
    def following(self) -> Slide | None:
        """What `next` would show."""
        if self._answer is not None:
            return self.slides[self._position]
        place = self.neighbour_place(1)
        return None if place is None else self.slides[place]

    def number(self, position: int | None = None) -> str:
        """Such as 7 / 18, hidden slides left out of the count; "" for an answer or a hidden slide."""
        if position is None and self._answer is not None:
            return ""
        place = self._position if position is None else position
        if self.slides[place].hidden:
            return ""
        before = sum(not slide.hidden for slide in self.slides[: place + 1])
        return f"{before} / {len(self.deck.shown)}"

    @property
    def frozen(self) -> bool:
        return self._frozen is not None

    @property
    def zoom(self) -> Zoom:
        return self._zoom

    @property
    def cited(self) -> Ref | None:
        return self._cited

    @property
    def scene(self) -> Scene:
        """What the presenter is at, as it would be shown."""
        view = self._viewport
        return Scene(self.slide, self.number(), self._zoom, replace(view) if view else None, self._cited)

    @property
    def on_stage(self) -> Scene:
        """What the audience sees, were the screen not blank."""
        return self._frozen or self.scene

    def scene_of(self, slide: Slide) -> Scene:
        """A slide of the deck as it is when one comes to it."""
        exhibit = slide.exhibit
        view = Viewport.fitting(exhibit) if isinstance(exhibit, Timeline) else None
        number = self.number(self.slides.index(slide)) if slide in self.slides else ""
        return Scene(slide, number, Zoom(), view, None)

    def neighbours(self) -> list[Slide]:
        """The slides that are likely to be shown next, the likeliest first."""
        places = (self.neighbour_place(1), self.neighbour_place(-1))
        near = [self.slides[place] for place in places if place is not None]
        return ([self.slides[self._position]] if self._answer else []) + near

    def neighbour_place(self, step: int) -> int | None:
        """The nearest place in a direction (1 or −1) whose slide is not hidden."""
        place = self._position + step
        while 0 <= place < len(self.slides):
            if not self.slides[place].hidden:
                return place
            place += step
        return None

    def _open_from(self, start: int, step: int) -> int:
        """The first place from `start` on that is not hidden, or `start` itself where all are."""
        places = [n for n, slide in enumerate(self.slides) if not slide.hidden]
        return min(places, key=lambda n: (n < start, abs(n - start)), default=0)

    def _near(self, place: int) -> int:
        """The place or, where it is hidden or too far, the nearest that is not."""
        at = min(place, len(self.slides) - 1)
        return self._open_from(at, 1) if self.slides[at].hidden else at

    # turning pages

    def next(self) -> None:
        """One on; an answer is left for the slide that it interrupted; a blank screen comes back first."""
        self._turn(1)

    def previous(self) -> None:
        """One back, likewise."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        if self._unblank():
            return
        if self._answer is not None:
            if self._history[-1:] == [(self._position, None)]:
                self._history.pop()
            self._go(self._position, None)
            return
        place = self.neighbour_place(step)
        if place is not None:
            self._go(place, None)

    def first(self) -> None:
        self._jump(self._open_from(0, 1), None)

    def last(self) -> None:
        places = [n for n, slide in enumerate(self.slides) if not slide.hidden]
        self._jump(places[-1] if places else 0, None)

    def jump_to_number(self, number: int) -> bool:
        """Show the slide with this number, as `number` counts; False where there is none."""
        places = [n for n, slide in enumerate(self.slides) if not slide.hidden]
        if not 1 <= number <= len(places):
            return False
        self._jump(places[number - 1], None)
        return True

    def jump(self, position: int) -> None:
        """Show the slide at a place of the deck, hidden or not."""
        if 0 <= position < len(self.slides):
            self._jump(position, None)

    def show_answer(self, slide: Slide) -> None:
        """Put a slide from outside the deck on the stage; a frozen stage lets go."""
        self._frozen = None
        self._jump(self._position, slide)

    def back(self) -> None:
        """Where we were before the last jump."""
        if self._history:
            self._go(*self._history.pop())

    def _jump(self, position: int, answer: Slide | None) -> None:
        if (position, answer) != (self._position, self._answer):
            self._history.append((self._position, self._answer))
            del self._history[:-MOST_HISTORY]
        self.blank = Blank.NONE
        self._go(position, answer)

    def _go(self, position: int, answer: Slide | None) -> None:
        self._position, self._answer = min(position, len(self.slides) - 1), answer
        self._arrive()
        self.changed()

    def _arrive(self) -> None:
        exhibit = self.slide.exhibit
        self._zoom, self._cited, self._drawing = Zoom(), None, False
        self._viewport = Viewport.fitting(exhibit) if isinstance(exhibit, Timeline) else None
        self.clock.turn(self.clock_key)

    # blank and freeze

    def toggle_black(self) -> None:
        self._toggle_blank(Blank.BLACK)

    def toggle_white(self) -> None:
        self._toggle_blank(Blank.WHITE)

    def _toggle_blank(self, wanted: Blank) -> None:
        self.blank = Blank.NONE if self.blank is wanted else wanted
        self.changed()

    def _unblank(self) -> bool:
        if self.blank is Blank.NONE:
            return False
        self.blank = Blank.NONE
        self.changed()
        return True

    def toggle_freeze(self) -> None:
        """Keep what the audience sees while the presenter moves on, or let it follow again."""
        self._frozen = None if self._frozen else self.scene
        self.changed()

    # tools

    def take_tool(self, tool: Tool) -> None:
        """Take a tool, or put it away where it is in hand already."""
        self.tool = Tool.ARROW if self.tool is tool else tool
        self._drawing = False
        self.changed()

    def take_laser(self) -> None:
        self.take_tool(Tool.LASER)

    def take_pen(self) -> None:
        self.take_tool(Tool.PEN)

    def take_eraser(self) -> None:
        self.take_tool(Tool.ERASER)

    def take_spotlight(self) -> None:
        self.take_tool(Tool.SPOTLIGHT)

    def take_arrow(self) -> None:
        self.tool, self._drawing = Tool.ARROW, False
        self.changed()

    def clear_ink(self) -> None:
        self.ink.clear(self.slide)
        self.changed()

    def toggle_ink(self) -> None:
        self.ink.hidden = not self.ink.hidden
        self.changed()

    def press(self, place: Place) -> None:
        """The pointer's button goes down at a place of the slide."""
        self.pointer = place
        self._drawing = self.tool in (Tool.PEN, Tool.ERASER)
        if self.tool is Tool.PEN:
            self.ink.begin(self.slide, place)
        elif self.tool is Tool.ERASER:
            self.ink.erase(self.slide, place)
        self.changed()

    def move(self, place: Place | None) -> None:
        """The pointer is at a place of the slide, or has left it."""
        since, self.pointer = self.pointer, place
        if self._drawing and place is not None:
            if self.tool is Tool.PEN:
                self.ink.draw(self.slide, place)
            else:
                self.ink.erase(self.slide, place, since)
        self.changed()

    def release(self) -> None:
        self._drawing = False

    def cite(self, ref: Ref | None) -> None:
        """Open the citation of a record on the slide; the same again, or None, closes it."""
        self._cited = None if ref == self._cited else ref
        self.changed()

    # zoom

    def zoom_in(self, at: Place | None = None) -> None:
        self._zoom_by(ZOOM_STEP, at)

    def zoom_out(self, at: Place | None = None) -> None:
        self._zoom_by(1 / ZOOM_STEP, at)

    def reset_zoom(self) -> None:
        self._zoom = Zoom()
        if self._viewport:
            self._viewport.fit()
        self.changed()

    @property
    def is_zoomed(self) -> bool:
        view = self._viewport
        stretched = view is not None and view.days < view.last - view.first - 1e-6
        return self._zoom.factor > 1 or stretched

    def _zoom_by(self, factor: float, at: Place | None) -> None:
        """Larger or smaller around a place; a timeline shows a shorter or longer stretch of time instead."""
        if self._viewport is not None:
            view = self._viewport
            view.zoom(1 / factor, (view.start + view.end) / 2)
        else:
            centre = self._centre(at)
            step = round(log(self._zoom.factor * factor, ZOOM_STEP))
            self._zoom = Zoom(ZOOM_STEP ** min(step, MOST_ZOOM_STEPS), centre) if step > 0 else Zoom()
        self.changed()

    def _centre(self, at: Place | None) -> Place:
        """The fixed point of the zoom: where it was while zoomed, else the pointer."""
        if self._zoom.factor > 1:
            return self._zoom.centre
        return self._inside(at or self.pointer or (self.deck.ratio / 2, 0.5))

    def _inside(self, place: Place) -> Place:
        """The nearest place on the slide."""
        return min(self.deck.ratio, max(0.0, place[0])), min(1.0, max(0.0, place[1]))

    def pan(self, right: float, down: float) -> None:
        """Move what is seen by so many heights of the slide; a timeline moves in time by widths of its axis."""
        if self._viewport is not None:
            self._viewport.pan(right * self._viewport.days)
        elif self._zoom.factor > 1:
            x, y = self._zoom.centre
            grown = self._zoom.factor / (self._zoom.factor - 1)
            self._zoom = replace(self._zoom, centre=self._inside((x + right * grown, y + down * grown)))
        self.changed()

    # clock

    def pause_clock(self) -> None:
        self.clock.pause()
        self.changed()

    def reset_clock(self) -> None:
        self.clock.reset()
        self.changed()

    # a newer pack, and the end

    @property
    def asked(self) -> list[Ref]:
        """The records whose citation is open, and the one that a frozen stage answers with."""
        frozen = self._frozen
        refs = [self._cited, frozen.cited if frozen else None]
        if frozen is not None and frozen.slide.kind == ANSWER:
            refs.append(asked_of(frozen.slide))
        return [ref for ref in refs if ref is not None]

    def take(self, deck: Deck, newer: Successors | None = None) -> None:
        """Go on with another deck, at the slide with the same key and part, or as near as there is; answers were of the
        pack before. A frozen stage stays so. `newer` tells where the records and the panels of this deck stand in that
        one: an open citation stays with its record."""
        cited = self._cited
        if newer is None:
            places = self._move_to(deck, {})
        else:
            cited = newer.ref(cited)
            self.clock.move(newer.key)
            places = self._move_to(deck, self._refreeze(newer, deck.ratio), newer.key)
        self._history = []
        self._position, self._answer = places[self._position], None
        self._arrive()
        self._cite_again(cited)
        self.changed()

    def _refreeze(self, newer: Successors, ratio: float) -> dict[Slide, Slide]:
        """Freeze the same citation and the same answer of a newer reading; the new answer by the old one. A frozen answer
        that is gone lets the stage go."""
        frozen = self._frozen
        if frozen is None:
            return {}
        self._frozen = frozen = replace(frozen, cited=newer.ref(frozen.cited))
        if frozen.slide.kind != ANSWER:
            return {}
        again = newer.answer(frozen.slide, ratio)
        self._frozen = None if again is None else replace(frozen, slide=again)
        return {} if again is None else {frozen.slide: again}

    def reshape(self, deck: Deck) -> None:
        """Go on with the same pack on a screen of another shape: the way back, an answer, an open citation and a frozen
        stage stay."""
        cited = self._cited
        answers = [answer for _, answer in (*self._history, (0, self._answer)) if answer is not None]
        moved = self._move_to(deck, {answer: answer for answer in answers})
        self._history = [(moved[place], answer) for place, answer in self._history]
        self._position = moved[self._position]
        self._arrive()
        self._cite_again(cited)
        self.changed()

    def _cite_again(self, cited: Ref | None) -> None:
        """Open a citation where its record is on the slide."""
        if any(cited in one.refs for one in self.slide.together):
            self._cited = cited

    def _move_to(
        self, deck: Deck, answers: Mapping[Slide, Slide], key_of: Callable[[str], str] = str
    ) -> list[int]:
        """Take another deck with the ink that belongs to it and to these answers, and freeze what is frozen there; where
        each slide of the old deck is in it, or as near as there is one that is not hidden."""
        old, frozen = self.slides, self._frozen
        found = places_in(deck, old, key_of)
        stays = {was: deck.slides[n] for was, n in zip(old, found, strict=True) if n is not None}
        self.ink.move(stays | dict(answers))
        self.deck = deck
        moved = [self._near(n) if place is None else place for n, place in enumerate(found)]
        if frozen is not None and frozen.slide in old:
            place = moved[old.index(frozen.slide)]
            self._frozen = replace(frozen, slide=deck.slides[place], number=self.number(place))
        return moved

    def escape(self) -> None:
        """One step back: the citation, the tool, the blank or frozen screen, the zoom, an answer; then the end."""
        if self._cited is not None:
            self.cite(None)
        elif self.tool is not Tool.ARROW:
            self.take_arrow()
        elif self.blank is not Blank.NONE:
            self._unblank()
        elif self._frozen is not None:
            self.toggle_freeze()
        elif self.is_zoomed:
            self.reset_zoom()
        elif self._answer is not None:
            self.back()
        else:
            self.end()

    def end(self) -> None:
        if self.clock.running:
            self.clock.pause()
        self.ended = True
        self.changed()
