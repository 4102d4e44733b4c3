"""What lies over the console or the stage for a while: overview, finder, key list."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog

from desktop.charts.theme import CONSOLE_GROUND
from desktop.stage.console import Console
from desktop.stage.presenter import Presenter
from tests.stage.conftest import CTRL, press, type_text


def test_a_question_without_an_answer_is_told(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_Slash)
    finder = both.covers.finder
    assert finder is not None and "定格" in finder.hint.text()
    finder.field.setText("zzzz")
    assert finder.hint.text() == "没有与“zzzz”相符的内容。"
    finder.field.clear()
    assert "定格" in finder.hint.text()


def test_a_question_is_answered_from_the_console_alone(both: Presenter) -> None:
    press(both.stage, Qt.Key.Key_PageDown)
    press(both.stage, Qt.Key.Key_Slash)
    assert both.covers.finder is not None and both.show.frozen
    before = both.show.on_stage
    type_text(both.covers.finder.field, "sdwz")
    assert both.covers.finder.list.count() >= 1 and "实到外资" in both.covers.finder.list.item(0).text()
    assert both.show.on_stage == before
    press(both.covers.finder.field, Qt.Key.Key_Return)
    assert both.show.answer is not None and both.show.on_stage.slide is both.show.answer
    assert "1.66亿美元" in " ".join(both.show.answer.sourcing.parts())
    press(both.console, Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert both.show.answer is None and both.show.position == 1 and not both.show.frozen


def test_what_one_types_into_stands_on_the_ground_of_the_console(alone: Presenter) -> None:
    grounds: list[QColor] = []

    def look_at_dialog() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QInputDialog)
        grounds.append(dialog.grab().toImage().pixelColor(2, 2))
        dialog.reject()

    QTimer.singleShot(0, look_at_dialog)
    press(alone.stage, Qt.Key.Key_G, modifier=CTRL)
    press(alone.stage, Qt.Key.Key_Slash)
    assert alone.covers.finder is not None
    hint = alone.covers.finder.hint.geometry()
    finder = alone.covers.finder.grab().toImage()
    grounds.append(finder.pixelColor(hint.right() - 2, hint.center().y()))
    assert alone.covers.finder.width() < 0.7 * alone.stage.width(), "the slide is to be seen around it"
    assert "定格" not in alone.covers.finder.hint.text(), "the only screen is not frozen"
    assert grounds == [QColor(CONSOLE_GROUND)] * 2


def test_the_overview_shows_every_slide_and_goes_to_the_chosen_one(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_G)
    grid = both.covers.overview
    assert grid is not None and grid.deck_model.rowCount() == len(both.show.slides)
    press(grid, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert both.show.position == 2 and both.covers.overview is None
    press(both.console, Qt.Key.Key_Tab)
    assert both.covers.overview is not None
    press(both.console, Qt.Key.Key_Escape)
    assert both.covers.overview is None and not both.show.ended


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (3440, 1440), (3840, 2160)])
@pytest.mark.parametrize("count", [6, 18, 24, 34])
def test_the_overview_shows_every_slide_as_large_as_it_can(
    both: Presenter, size: tuple[int, int], count: int
) -> None:
    deck = both.show.deck
    both.console.set_deck(few := replace(deck, slides=deck.slides[:count]))
    both.show.take(few)
    both.console.resize(*size)
    press(both.console, Qt.Key.Key_G)
    grid = both.covers.overview
    assert grid is not None
    grid.grab()
    last = grid.visualRect(grid.deck_model.index(grid.deck_model.rowCount() - 1, 0))
    right = max(
        grid.visualRect(grid.deck_model.index(n, 0)).right() for n in range(grid.deck_model.rowCount())
    )
    assert right > 0.8 * grid.width(), "it is as wide as the screen"
    too_many = grid.picture_size.width() < 300
    assert too_many or last.bottom() <= grid.height()


def test_the_overview_begins_at_the_slide_that_is_shown(both: Presenter) -> None:
    both.show.last()
    press(both.console, Qt.Key.Key_G)
    QTest.qWait(50)
    grid = both.covers.overview
    assert grid is not None and grid.verticalScrollBar().maximum() > 0
    assert grid.viewport().rect().contains(grid.visualRect(grid.currentIndex()).center())
    assert grid.currentIndex().row() == both.show.position


def test_what_is_typed_on_the_stage_reaches_the_question_on_the_console(both: Presenter) -> None:
    press(both.stage, Qt.Key.Key_Slash)
    type_text(both.stage, "1.66")
    finder = both.covers.finder
    assert finder is not None and finder.field.text() == "1.66"
    press(both.stage, Qt.Key.Key_Return)
    assert both.show.answer is not None


def test_a_question_stays_open_when_a_screen_goes(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_Slash)
    finder = both.covers.finder
    assert finder is not None
    type_text(finder.field, "1.66")
    both._settle()
    assert both.covers.finder is finder and both.show.frozen
    press(finder.field, Qt.Key.Key_Return)
    assert both.show.answer is not None and not both.show.frozen


def test_what_lay_over_the_stage_goes_over_to_the_console_when_that_comes(
    alone: Presenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(alone.stage, Qt.Key.Key_G)
    assert alone.covers.overview is not None
    monkeypatch.setattr(alone, "_place", alone.console.show)
    alone._settle()
    assert isinstance(alone.covers.host, Console) and alone.stage.cover is None
    assert alone.covers.overview is not None and alone.covers.overview.window() is alone.console
    press(alone.stage, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert alone.show.position == 0, "keys move in it, wherever they are typed"
    press(alone.stage, Qt.Key.Key_Return)
    assert alone.show.position == 2 and not alone.covers.is_open


def test_a_question_goes_over_to_the_console_with_what_was_typed(
    alone: Presenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(alone.stage, Qt.Key.Key_Slash)
    assert alone.covers.finder is not None
    type_text(alone.covers.finder.field, "sdwz")
    monkeypatch.setattr(alone, "_place", alone.console.show)
    alone._settle()
    assert alone.stage.cover is None and alone.covers.finder.window() is alone.console
    assert alone.covers.finder.field.text() == "sdwz" and alone.show.frozen


def test_the_overview_goes_on_where_it_was_on_a_screen_of_another_shape(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_G)
    grid = both.covers.overview
    assert grid is not None
    grid.set_current(len(both.show.slides) - 1)
    both.stage.resize(1280, 960)
    QTest.qWait(400)
    assert both.show.deck.ratio == pytest.approx(4 / 3) and both.covers.overview is grid
    assert grid.deck_model.deck is both.show.deck
    assert grid.currentIndex().row() == len(both.show.slides) - 1


def test_what_the_presenter_froze_stays_so_when_something_else_closes(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_Slash)
    both.console.buttons.buttons["freeze"].click()
    assert not both.show.frozen and both.covers.finder is not None
    press(both.covers.finder.field, Qt.Key.Key_Escape)
    press(both.console, Qt.Key.Key_F, Qt.Key.Key_G, Qt.Key.Key_G, Qt.Key.Key_F1, Qt.Key.Key_F1)
    assert both.show.frozen
