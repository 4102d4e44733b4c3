"""Which screen the audience sees, and which the presenter: chosen from what is plugged in, and from where they were."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol


class Screen(Protocol):
    """A screen as Qt knows it; only its names are needed here."""

    def name(self) -> str: ...
    def model(self) -> str: ...
    def serialNumber(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Places:
    """Numbers of the screens; `console` is None where there is only one."""

    stage: int
    console: int | None


def label(screen: Screen) -> str:
    """What identifies a screen from one day to the next."""
    return "|".join((screen.name(), screen.model(), screen.serialNumber()))


def pair_key(screens: Sequence[Screen]) -> str:
    """What identifies the screens that are plugged in together."""
    return " + ".join(sorted(label(screen) for screen in screens))


def places(screens: Sequence[Screen], primary: int, stage: str = "", console: str = "") -> Places:
    """Each goes to the screen with its own label where that is plugged in; else the console to the primary one, and the
    stage to the first that is left."""
    if len(screens) < 2:
        return Places(0, None)
    at = {label(screen): n for n, screen in enumerate(screens)}
    home = at.get(console, primary)
    on = at.get(stage, _first_but(home))
    return Places(on, next(n for n in (home, primary, _first_but(on)) if n != on))


def _first_but(taken: int) -> int:
    return 0 if taken else 1
