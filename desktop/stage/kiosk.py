"""A show in an exhibition hall: it loops by itself, lets a visitor take over, and can be left by those who may only."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from desktop.briefing.records import Ref
from desktop.exhibits.deck import COVER, Slide
from desktop.stage.show import Show

SECONDS = 15.0
"""For a slide without planned minutes."""
LEAST_SECONDS, MOST_SECONDS = 1.0, 3600.0
"""For any slide, whatever is planned."""
IDLE = 20.0
"""Seconds after the last touch until the countdown is seen."""
COUNTDOWN = 10.0
"""Seconds of the countdown, after which the show begins again at its cover."""
HOLD = 3.0
"""Seconds that the corner has to be held."""
KEYPAD_PATIENCE = 20.0
"""Seconds after the last touch until the keypad goes away."""
MOST_TRIES = 5
WAIT = 30.0
"""Seconds without a try, after so many wrong ones."""
LEAST_PIN, MOST_PIN = 4, 12


class Phase(StrEnum):
    """The show runs by itself; a visitor has it; nobody has touched it for a while."""

    LOOP = "loop"
    VISIT = "visit"
    COUNTDOWN = "countdown"


class Tab(NamedTuple):
    """A page of the briefing and the place where it begins in the deck."""

    page: str
    name: str
    position: int


def is_pin(text: str) -> bool:
    """Whether a text can be a PIN: digits, neither too few nor too many for a keypad."""
    return text.isascii() and text.isdecimal() and LEAST_PIN <= len(text) <= MOST_PIN


class Kiosk:
    """Drives a show. `tick` has to be called a few times a second; `now` tells the time in seconds. Every touch or key
    of a visitor goes through `touch` first. `left` says that the hall's keeper has ended it."""

    def __init__(
        self, show: Show, now: Callable[[], float], seconds: float | None = None, pin: str = ""
    ) -> None:
        self.show = show
        self.phase = Phase.LOOP
        self.left = False
        self.keypad = Keypad(pin, now)
        self._now, self._seconds = now, seconds
        self._since = self._touched = now()
        self._held_since: float | None = None

    # the loop

    def seconds_of(self, slide: Slide) -> float:
        """How long a slide stays while the show runs by itself."""
        if self._seconds is not None:
            return self._seconds
        known = [one.minutes for one in slide.together if one.minutes is not None]
        return min(MOST_SECONDS, max(LEAST_SECONDS, float(sum(known)) * 60)) if known else SECONDS

    def tick(self) -> None:
        """Do what the time has come for."""
        if self._held_since is not None and self.held >= 1:
            self._held_since = None
            self._held_long()
        quiet = self._now() - self._touched
        if self.keypad.is_open:
            if quiet >= KEYPAD_PATIENCE:
                self.keypad.close()
        elif self.phase is Phase.LOOP:
            if self._now() - self._since >= self.seconds_of(self.show.slide):
                self.next()
        elif quiet >= IDLE + COUNTDOWN:
            self._begin_again()
        elif quiet >= IDLE:
            self.phase = Phase.COUNTDOWN

    def _begin_again(self) -> None:
        self.phase = Phase.LOOP
        self._since = self._now()
        self.show.first()

    @property
    def countdown(self) -> float:
        """Seconds until the show begins again, while that is to be seen."""
        return max(0.0, self._touched + IDLE + COUNTDOWN - self._now())

    @property
    def inviting(self) -> bool:
        """Whether visitors are told that they may touch."""
        return self.phase is Phase.LOOP and self.show.slide.kind == COVER

    # the visitor

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._now()
        self.phase = Phase.VISIT

    def next(self) -> None:
        """One on, and from the last one to the first."""
        if self.show.neighbour_place(1) is None:
            self.show.first()
        else:
            self.show.next()
        self._since = self._now()

    def previous(self) -> None:
        """One back, and from the first one to the last."""
        if self.show.neighbour_place(-1) is None:
            self.show.last()
        else:
            self.show.previous()

    @property
    def tabs(self) -> tuple[Tab, ...]:
        """The pages that the deck has slides of."""
        found: dict[str, Tab] = {}
        for position, slide in enumerate(self.show.slides):
            if slide.page and not slide.hidden:
                found.setdefault(slide.page, Tab(slide.page, slide.section, position))
        return tuple(found.values())

    def go_to(self, page: str) -> None:
        """Show the first slide of a page."""
        self.show.jump(next(tab.position for tab in self.tabs if tab.page == page))

    def point_at(self, ref: Ref | None) -> None:
        """Open the citation of what was touched; the same again, or nothing, closes it."""
        if ref is not None or self.show.cited is not None:
            self.show.cite(ref)

    # leaving

    def press_corner(self) -> None:
        self.touch()
        self._held_since = self._now()

    def release_corner(self) -> None:
        self._held_since = None

    @property
    def held(self) -> float:
        """How much of the time that the corner has to be held is over, 0 to 1."""
        return 0.0 if self._held_since is None else min(1.0, (self._now() - self._held_since) / HOLD)

    def _held_long(self) -> None:
        self._touched = self._now()
        if self.keypad.pin:
            self.keypad.open()
        else:
            self.left = True

    def enter(self) -> None:
        """Leave, where the PIN that was typed is right."""
        self.left = self.keypad.enter()


class Keypad:
    """A PIN in the typing. After some wrong tries it waits for a while."""

    def __init__(self, pin: str, now: Callable[[], float]) -> None:
        self.pin = pin
        self.typed = ""
        self.wrong = False
        self.is_open = False
        self._now = now
        self._tries = 0
        self._until = now()

    @property
    def waiting(self) -> float:
        """Seconds until the next try is allowed."""
        return max(0.0, self._until - self._now())

    def open(self) -> None:
        self.is_open, self.typed, self.wrong = True, "", False

    def close(self) -> None:
        self.is_open, self.typed, self.wrong = False, "", False

    def type(self, digit: str) -> None:
        self.wrong = False
        if len(self.typed) < MOST_PIN and not self.waiting:
            self.typed += digit

    def erase(self) -> None:
        self.typed = self.typed[:-1]

    def enter(self) -> bool:
        """Whether what was typed is the PIN."""
        if self.waiting or not self.typed:
            return False
        typed, self.typed = self.typed, ""
        if typed == self.pin:
            return True
        self.wrong = True
        self._tries += 1
        if self._tries % MOST_TRIES == 0:
            self._until = self._now() + WAIT
        return False
