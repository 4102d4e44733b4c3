"""Shows to test with: six slides of which one is hidden, with a clock that stands still until it is told; the
bundled briefing in its windows, on one screen or as a rehearsal; and the slide list of a window on a pack of one's own."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import app, showing
from desktop.briefing.citations import Evidence
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import Deck, Slide
from desktop.pack.loader import load
from desktop.stage import asking
from desktop.stage.memory import Memory
from desktop.stage.presenter import Mode, Presenter
from desktop.stage.show import Show
from desktop.stage.sorter import Sorter
from desktop.window.main_window import MainWindow
from desktop.window.settings import Settings
from desktop.window_show import WindowShow
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


LEADERS = "领导 10 分钟"


class Answers:
    """What the user answers, in order; `asked` are the questions."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.choices: list[int] = []
        self.names: list[str] = []

    def choose(self, parent: object, title: str, text: str, answers: object) -> int:
        self.asked.append(text)
        return self.choices.pop(0)

    def name(self, parent: object, title: str, text: str, given: str = "") -> str:
        return self.names.pop(0)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    made = Answers()
    monkeypatch.setattr(asking, "choose", made.choose)
    monkeypatch.setattr(asking, "ask_for_name", made.name)
    return made


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(app.bundled(*app.BUNDLED_PACK), tmp_path / "own"))


def shown(window: MainWindow, pack: Path) -> None:
    briefing = load(pack).briefing
    assert briefing is not None
    window.show_briefing(briefing, pack)


@pytest.fixture
def shows(window: MainWindow, pack: Path, answers: Answers) -> Iterator[WindowShow]:
    shown(window, pack)
    made = app.shows_of(window)
    yield made
    if made.presenter is not None:
        made.presenter.end()
    if made.sorter is not None:
        answers.choices = [1]
        made.sorter.close()
    QApplication.processEvents()


@pytest.fixture
def sorter(shows: WindowShow, window: MainWindow) -> Sorter:
    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    made = shows.sorter
    assert made is not None and made.isVisible()
    return made


def open_show(sorter: Sorter, name: str) -> None:
    place = sorter.shows.findData(name)
    sorter.shows.setCurrentIndex(place)
    sorter.shows.activated.emit(place)


def place(sorter: Sorter, key: str) -> int:
    return [entry.row.panel for entry in sorter.draft.entries].index(key)


def panels(shows: WindowShow) -> int:
    """How many panels are shown; into how many slides they are split depends on the screen."""
    assert shows.presenter is not None
    return len({slide.key for slide in shows.presenter.show.deck.shown})


def rows(pack: Path, name: str) -> dict[str, tuple[bool, Decimal | None, str]]:
    briefing = load(pack).briefing
    assert briefing is not None
    of_show = sorted((r for r in briefing.shows if r.show == name), key=lambda r: r.position)
    return {row.panel: (row.hidden, row.minutes, row.script) for row in of_show}
