"""The time of a show: how long it and each slide have run, and how that stands to the plan. Seconds throughout."""

from collections.abc import Callable, Mapping, Sequence

from desktop.exhibits.deck import Slide

SECONDS_WITHOUT_SCRIPT = 15.0
"""For a slide that has neither planned minutes nor a script."""
CHARACTERS_A_MINUTE = 240
"""How fast a script is read aloud."""


class Clock:
    """Counts the time of each slide by its key; `now` tells the time from any beginning on."""

    def __init__(self, now: Callable[[], float]) -> None:
        self._now = now
        self._spent: dict[str, float] = {}
        self._key = ""
        self._since: float | None = None

    @property
    def running(self) -> bool:
        return self._since is not None

    @property
    def spent(self) -> Mapping[str, float]:
        """Seconds by the key of the slide, up to now."""
        return {**self._spent, self._key: self.on(self._key)} if self._key else dict(self._spent)

    @property
    def elapsed(self) -> float:
        return sum(self.spent.values())

    def on(self, key: str) -> float:
        """Seconds spent on one slide."""
        running = self._now() - self._since if self._since is not None and key == self._key else 0.0
        return self._spent.get(key, 0.0) + running

    def turn(self, key: str) -> None:
        """From now on the time belongs to the slide `key`."""
        was_running = self.running
        self._stop()
        self._key = key
        if was_running:
            self._since = self._now()

    def start(self) -> None:
        if self._since is None:
            self._since = self._now()

    def _stop(self) -> None:
        if self._since is not None:
            self._spent[self._key] = self.on(self._key)
            self._since = None

    def pause(self) -> None:
        """Stop, or go on."""
        self._stop() if self.running else self.start()

    def move(self, key_of: Callable[[str], str]) -> None:
        """Count what slides have taken under the keys that they have now; `key_of` tells them, "" for one that is gone."""
        was_running = self.running
        self._stop()
        spent, self._spent = self._spent, {}
        for key, seconds in spent.items():
            moved = _moved(key, key_of)
            self._spent[moved] = self._spent.get(moved, 0.0) + seconds
        self._key = _moved(self._key, key_of)
        if was_running:
            self._since = self._now()

    def reset(self) -> None:
        """Begin again at zero."""
        self._spent = {}
        self._since = self._now() if self.running else None


def _moved(key: str, key_of: Callable[[str], str]) -> str:
    """The key of slides that share a screen is made of theirs."""
    return " ".join(filter(None, map(key_of, key.split(" "))))


def planned(slide: Slide, characters_a_minute: int = CHARACTERS_A_MINUTE) -> float:
    """Seconds for a slide and the one beside it: as planned, or as long as the script takes to read."""
    return sum(planned_alone(one, characters_a_minute) for one in slide.together)


def planned_alone(slide: Slide, characters_a_minute: int = CHARACTERS_A_MINUTE) -> float:
    """Seconds for a slide without the one beside it."""
    if slide.minutes is not None:
        return float(slide.minutes) * 60
    return estimated(slide.script, characters_a_minute)


def estimated(script: str, characters_a_minute: int = CHARACTERS_A_MINUTE) -> float:
    """Seconds that a script takes to read aloud."""
    count = sum(not character.isspace() for character in script)
    return count * 60 / characters_a_minute if count else SECONDS_WITHOUT_SCRIPT


def lag(
    slides: Sequence[Slide], position: int, clock: Clock, characters_a_minute: int = CHARACTERS_A_MINUTE
) -> float:
    """Seconds behind the plan, negative where ahead of it: a slide that still has time left is neither. Hidden slides
    are not planned for."""
    before = sum(planned(slide, characters_a_minute) for slide in slides[:position] if not slide.hidden)
    here = planned(slides[position], characters_a_minute) if position < len(slides) else 0.0
    elapsed = clock.elapsed
    if elapsed < before:
        return elapsed - before
    return max(0.0, elapsed - before - here)
