"""Shows to test with: six slides of which one is hidden, with a clock that stands still until it is told; and the
bundled briefing in its windows, on one screen or as a rehearsal."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import app, showing
from desktop.briefing.citations import Evidence
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import Deck, Slide
from desktop.stage.memory import Memory
from desktop.stage.presenter import Mode, Presenter
from desktop.stage.show import Show
from desktop.window.settings import Settings
from tests.stores import store_in


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


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(store_in(str(tmp_path / "settings.ini")))


def begin(evidence: Evidence, settings: Settings, mode: Mode) -> Presenter:
    material = showing.material_of(Composer(evidence), app.pinyin_table)
    presenter = Presenter(material, Memory(settings), mode)
    presenter.start()
    QApplication.processEvents()
    return presenter


def leave(presenter: Presenter) -> None:
    presenter.end()
    QApplication.processEvents()


@pytest.fixture
def alone(qapp: QApplication, evidence: Evidence, settings: Settings) -> Iterator[Presenter]:
    """A show on the only screen: the stage, no console."""
    presenter = begin(evidence, settings, Mode.SHOW)
    yield presenter
    leave(presenter)


@pytest.fixture
def both(qapp: QApplication, evidence: Evidence, settings: Settings) -> Iterator[Presenter]:
    """A rehearsal: stage and console as windows."""
    presenter = begin(evidence, settings, Mode.REHEARSAL)
    yield presenter
    leave(presenter)


def press(
    widget: QWidget, *keys: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for key in keys:
        QTest.keyClick(widget, key, modifier)


def type_text(widget: QWidget, text: str) -> None:
    QTest.keyClicks(widget, text)


CTRL = Qt.KeyboardModifier.ControlModifier
