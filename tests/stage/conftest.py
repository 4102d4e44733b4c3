"""A show to test with: six slides, one of them hidden, and a clock that stands still until it is told."""

from dataclasses import dataclass, field

import pytest

from desktop.exhibits.deck import Deck, Slide
from desktop.stage.show import Show


@dataclass
class Time:
    """The time in seconds, moved by hand."""

    now: float = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Running:
    """A show and its clock; `told` counts how often a watcher was told."""

    show: Show
    time: Time
    told: list[str] = field(default_factory=list)


def slide(key: str, **more: object) -> Slide:
    return Slide(key, "exhibit", "industry", "产业", f"标题 {key}", **more)  # type: ignore[arg-type]


@pytest.fixture
def deck() -> Deck:
    keys = ("cover", "a/1", "a/2", "a/3", "a/4", "sources")
    return Deck("示范区", "", tuple(slide(key, hidden=key == "a/3", script="字" * 40) for key in keys))


@pytest.fixture
def running(deck: Deck) -> Running:
    time = Time()
    made = Running(Show(deck, time), time)
    made.show.watchers.append(lambda: made.told.append(made.show.slide.key))
    return made


@pytest.fixture
def show(running: Running) -> Show:
    return running.show
