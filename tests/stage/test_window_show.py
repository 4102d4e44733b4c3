"""The window and the show that it started: neither leaves the other in a state that nobody can get out of."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.charts.theme import page_look
from desktop.stage import asking
from desktop.stage.presenter import Presenter
from desktop.stage.rehearsal import RehearsalDialog, Taken
from desktop.window.main_window import MainWindow
from desktop.window_show import WindowShow


@pytest.fixture
def shows(window: MainWindow) -> Iterator[WindowShow]:
    made = app.shows_of(window)
    yield made
    if made.presenter is not None:
        made.presenter.end()
    QApplication.processEvents()


@pytest.fixture
def quits(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    told: list[None] = []
    monkeypatch.setattr(QGuiApplication, "quit", lambda: told.append(None))
    return told


def test_a_show_that_cannot_be_started_stands_in_the_way_of_no_other(
    window: MainWindow, shows: WindowShow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    start: Callable[[Presenter], None] = Presenter.start

    def fails(presenter: Presenter) -> None:
        raise OSError("no screen")

    monkeypatch.setattr(Presenter, "start", fails)
    with pytest.raises(OSError, match="no screen"):
        window.start_show()
    assert shows.presenter is None and not window.opening.is_held
    monkeypatch.setattr(Presenter, "start", start)
    window.start_show()
    assert shows.presenter is not None


def test_a_window_that_is_closed_during_a_show_ends_the_program_with_it(
    window: MainWindow, shows: WindowShow, quits: list[None]
) -> None:
    window.start_show()
    assert shows.presenter is not None
    shows.presenter.end()
    assert not quits
    window.start_show()
    window.close()
    assert shows.presenter is not None and not shows.presenter.show.ended and not quits
    shows.presenter.end()
    assert quits


def test_a_pack_that_waits_brings_a_closed_window_back(
    window: MainWindow, shows: WindowShow, quits: list[None], tmp_path: Path
) -> None:
    window.start_show()
    window.close()
    window.take(tmp_path / "brought")
    assert shows.presenter is not None
    shows.presenter.end()
    assert not quits and window.isVisible() and window.opening.waits_for is None
    window.opening.cancel()


def test_the_plan_of_another_show_is_written_over_only_when_asked(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    kept: list[str] = []
    choices = [-1, 0]

    def choose(parent: object, title: str, text: str, answers: object) -> int:
        asked.append(text)
        return choices.pop(0)

    monkeypatch.setattr(asking, "choose", choose)

    def keep(minutes: dict[str, Decimal], name: str) -> None:
        kept.append(name)

    rows = [Taken("a", "甲", 60, 90)]
    dialog = RehearsalDialog(rows, "自己的", ["别人的"], keep, page_look("industry"))
    dialog.show()
    dialog.name.setText("别人的")
    dialog.take_over.click()
    assert len(asked) == 1 and "别人的" in asked[0] and not kept and dialog.isVisible()
    dialog.take_over.click()
    assert len(asked) == 2 and kept == ["别人的"] and not dialog.isVisible()
    own = RehearsalDialog(rows, "自己的", ["别人的"], keep, page_look("industry"))
    own.take_over.click()
    assert len(asked) == 2 and kept == ["别人的", "自己的"]
