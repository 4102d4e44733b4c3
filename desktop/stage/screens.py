"""Which screen the audience sees, and which the presenter: chosen from what is plugged in, remembered per pair."""

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


def places(screens: Sequence[Screen], primary: int, remembered: str = "") -> Places:
    """The stage goes to the remembered screen, else to the first that is not the primary one."""
    if len(screens) < 2:
        return Places(0, None)
    labels = [label(screen) for screen in screens]
    stage = (
        labels.index(remembered)
        if remembered in labels
        else next(n for n in range(len(screens)) if n != primary)
    )
    console = primary if primary != stage else next(n for n in range(len(screens)) if n != stage)
    return Places(stage, console)
