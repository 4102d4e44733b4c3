"""The show's windows on one screen, driven by keys and pointer as a clicker and a hand would."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QWidget

from desktop import app, showing
from desktop.briefing.citations import Evidence
from desktop.charts.theme import CONSOLE_GROUND
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Timeline
from desktop.stage.actions import ACTIONS, key_lines
from desktop.stage.console import Console
from desktop.stage.memory import Memory
from desktop.stage.notes import About
from desktop.stage.presenter import Mode, Presenter
from desktop.stage.scene import Blank, Tool
from desktop.window.settings import Settings
from tests.stores import store_in


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


def test_on_one_screen_there_is_the_stage_and_the_console_comes_by_a_key(alone: Presenter) -> None:
    assert alone.stage.isFullScreen() and not alone.console.isVisible()
    press(alone.stage, Qt.Key.Key_F6)
    assert alone.console.isVisible()
    press(alone.console, Qt.Key.Key_F6)
    assert not alone.console.isVisible()


def test_a_clicker_turns_pages_blackens_and_ends(alone: Presenter) -> None:
    ended: list[object] = []
    alone.ended.connect(ended.append)
    press(alone.stage, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Period)
    assert alone.show.position == 1 and alone.show.blank is Blank.BLACK
    press(alone.stage, Qt.Key.Key_Period, Qt.Key.Key_F5, Qt.Key.Key_F5)
    assert alone.show.position == 1 and not alone.show.ended
    press(alone.stage, Qt.Key.Key_Escape)
    assert alone.show.ended and len(ended) == 1


def test_a_number_and_enter_jump_and_alt_left_returns(both: Presenter) -> None:
    type_text(both.stage, "12")
    assert "12" in both.notes.text
    press(both.stage, Qt.Key.Key_Return)
    assert both.show.number().startswith("12 /")
    press(both.console, Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert both.show.position == 0
    type_text(both.console, "9999")
    press(both.console, Qt.Key.Key_Enter)
    assert both.show.position == 0 and "9999" in both.notes.text
    press(both.console, Qt.Key.Key_PageDown)
    assert both.show.position == 1 and not both.notes.text


def test_a_question_without_an_answer_is_told(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_Slash)
    finder = both.covers.finder
    assert finder is not None and "定格" in finder.hint.text()
    finder.field.setText("zzzz")
    assert finder.hint.text() == "没有与“zzzz”相符的内容。"
    finder.field.clear()
    assert "定格" in finder.hint.text()


def test_a_number_goes_before_the_slide_that_the_overview_points_at(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_G)
    type_text(both.console, "12")
    press(both.console, Qt.Key.Key_Return)
    assert both.show.number().startswith("12 /") and both.covers.overview is None


def test_enter_alone_is_the_next_page_and_nought_the_whole_slide(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_Return)
    assert both.show.position == 1
    press(both.console, Qt.Key.Key_Plus)
    assert both.show.is_zoomed
    type_text(both.console, "0")
    assert not both.show.is_zoomed


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


def test_page_keys_turn_the_page_while_one_types(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_F, modifier=CTRL)
    assert both.covers.finder is not None
    field = both.covers.finder.field
    press(field, Qt.Key.Key_PageDown)
    assert both.show.position == 1
    type_text(field, "b.w")
    assert field.text() == "b.w" and both.show.blank is Blank.NONE
    press(field, Qt.Key.Key_Escape)
    assert both.covers.finder is None and not both.show.frozen and not both.show.ended


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


def test_the_pointer_on_the_console_drives_the_pen_on_the_stage(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_P, modifier=CTRL)
    picture = both.console.current
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=QPoint(40, 40))
    QTest.mouseMove(picture, QPoint(80, 60))
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=QPoint(80, 60))
    strokes = both.show.ink.on(both.show.slide)
    assert len(strokes) == 1
    x, y = strokes[0].points[0]
    assert (x, y) == pytest.approx((40 / picture.height(), 40 / picture.height()), abs=0.01)
    press(both.console, Qt.Key.Key_E)
    assert not both.show.ink.on(both.show.slide)
    press(both.console, Qt.Key.Key_A, modifier=CTRL)
    assert both.show.tool is Tool.ARROW


def test_a_click_on_the_stage_is_the_next_page_and_on_the_console_the_source(both: Presenter) -> None:
    QTest.mouseClick(both.stage.view, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    QTest.mouseClick(both.stage.view, Qt.MouseButton.LeftButton, pos=QPoint(30, 30))
    assert both.show.position == 2
    picture = both.console.current
    mark = picture.marks()[0]
    place = mark.rect.center().toPoint()
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place)
    assert both.show.cited == mark.ref and both.show.position == 2
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place)
    assert both.show.cited is None


def test_every_action_has_a_button_and_a_line_in_the_key_list(both: Presenter) -> None:
    texts = {text for _, text, _ in key_lines()}
    for action in ACTIONS:
        button = both.console.buttons.buttons[action.name]
        assert button.isVisible() and action.text in texts and action.text in button.text()
        assert both.console.rect().contains(button.geometry().translated(both.console.buttons.pos()))


def test_every_button_does_something(both: Presenter, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each but those that ask, or have nothing to do yet, changes what can be seen of the show."""
    both.show.next()
    both.show.jump(4)
    for name in (
        "laser",
        "pen",
        "eraser",
        "spotlight",
        "black",
        "white",
        "freeze",
        "hide_ink",
        "pause",
        "source",
    ):
        before = both.states
        both.console.buttons.buttons[name].click()
        assert both.states[name] != before[name], name
        assert both.console.buttons.buttons[name].isChecked() == both.states[name]


@pytest.mark.parametrize("size", [(1366, 768), (1440, 900), (1920, 1080), (1024, 640)])
def test_the_console_has_all_it_needs_at_any_size(both: Presenter, size: tuple[int, int]) -> None:
    console = both.console
    console.resize(*size)
    QApplication.processEvents()
    parts = [console.bar, console.current, console.following, console.buttons, console.strip]
    for part in parts:
        assert console.rect().contains(part.geometry()) and part.width() > 100
    assert not console.buttons.geometry().intersects(console.current.geometry())
    assert not console.buttons.geometry().intersects(console.strip.geometry())
    assert console.current.width() / console.current.height() == pytest.approx(16 / 9, abs=0.02)


def test_the_console_says_what_the_audience_sees_where_it_differs(both: Presenter) -> None:
    said = []
    for key in (Qt.Key.Key_B, Qt.Key.Key_W, Qt.Key.Key_W, Qt.Key.Key_F, Qt.Key.Key_F):
        press(both.console, key)
        said.append(both.console.bar.stage_words())
    assert said == ["放映屏黑屏中", "放映屏白屏中", "", "放映屏已定格", ""]


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


def test_after_the_last_slide_the_console_says_that_there_is_none(both: Presenter) -> None:
    both.show.last()
    assert both.show.following is None
    assert len(colours(both.console.following)) > 1, "words, not the bare ground"


def colours(widget: QWidget) -> set[int]:
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_what_is_typed_hides_no_news_for_good(both: Presenter, evidence: Evidence) -> None:
    both.notes.keep(About.CHANGES, "简报包已更新")
    press(both.console, Qt.Key.Key_2)
    assert "2" in both.notes.text
    press(both.console, Qt.Key.Key_Return)
    assert both.show.position == 1 and both.notes.text == "简报包已更新"


def test_escape_gives_up_a_number_before_anything_else(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Escape)
    assert not both.show.ended and both.notes.text == ""
    press(both.console, Qt.Key.Key_Return)
    assert both.show.position == 1, "no number is left to go to: Enter is the next slide"


def test_with_the_stage_frozen_the_next_source_is_that_of_the_presenters_slide(both: Presenter) -> None:
    both.show.jump(2)
    press(both.console, Qt.Key.Key_F)
    both.show.jump(3)
    press(both.console, Qt.Key.Key_D, modifier=CTRL)
    assert both.show.cited in {mark.ref for mark in both.console.current.marks()}
    assert both.show.cited not in {mark.ref for mark in both.stage.view.marks()}


def test_what_is_typed_on_the_stage_reaches_the_question_on_the_console(both: Presenter) -> None:
    press(both.stage, Qt.Key.Key_Slash)
    type_text(both.stage, "1.66")
    finder = both.covers.finder
    assert finder is not None and finder.field.text() == "1.66"
    press(both.stage, Qt.Key.Key_Return)
    assert both.show.answer is not None


def test_a_pointer_that_nobody_moves_hides(alone: Presenter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.stage.stage_window.IDLE", 20)
    alone.stage.hide()
    alone.stage.show()
    QTest.qWait(100)
    assert alone.stage.cursor().shape() == Qt.CursorShape.BlankCursor


def test_what_is_cited_has_a_frame(both: Presenter) -> None:
    both.show.jump(2)
    view = both.console.current
    mark = max(view.marks(), key=lambda mark: mark.rect.top())
    rect = view._mark_on_widget(mark).toRect().adjusted(-8, -8, 8, 8)
    before = view.grab(rect).toImage()
    both.show.cite(mark.ref)
    assert view.grab(rect).toImage() != before


def test_the_console_of_a_rehearsal_leaves_something_of_the_screen(both: Presenter) -> None:
    room = both.console.screen().availableGeometry()
    assert both.console.width() <= 0.91 * room.width() or both.console.width() == 900


def test_escape_takes_a_refused_number_away(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_9, Qt.Key.Key_9, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert not both.show.ended and both.notes.text == ""


def test_a_screen_of_another_shape_changes_nothing_that_is_open(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_Slash)
    finder = both.covers.finder
    assert finder is not None
    type_text(finder.field, "1.66")
    both.stage.resize(1280, 960)
    QTest.qWait(300)
    assert both._ratio == pytest.approx(4 / 3, abs=0.01)
    assert both.covers.finder is finder and both.show.frozen
    press(finder.field, Qt.Key.Key_Return)
    answer = both.show.answer
    both.stage.resize(1280, 720)
    QTest.qWait(300)
    assert answer is not None and both.show.answer is answer
    press(both.console, Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert both.show.answer is None and both.show.position == 0


def test_what_is_said_in_passing_passes(both: Presenter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.stage.notes.PASSING", 20)
    both.notes.keep(About.CHANGES, "简报包已更新")
    both.swap_screens()
    assert "屏幕" in both.notes.text
    QTest.qWait(100)
    assert both.notes.text == "简报包已更新"


def test_a_question_stays_open_when_a_screen_goes(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_Slash)
    finder = both.covers.finder
    assert finder is not None
    type_text(finder.field, "1.66")
    both._settle()
    assert both.covers.finder is finder and both.show.frozen
    press(finder.field, Qt.Key.Key_Return)
    assert both.show.answer is not None and not both.show.frozen


def test_what_lay_over_the_stage_goes_when_the_console_comes(
    alone: Presenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    press(alone.stage, Qt.Key.Key_G)
    assert alone.covers.overview is not None
    monkeypatch.setattr(alone, "_place", alone.console.show)
    alone._settle()
    assert not alone.covers.is_open and isinstance(alone.covers.host, Console)


def test_a_timeline_is_pointed_at_where_it_was_dragged_to(both: Presenter) -> None:
    show, view = both.show, both.console.current
    show.jump(next(n for n, slide in enumerate(show.slides) if isinstance(slide.exhibit, Timeline)))
    view.grab()
    before = {mark.ref: mark.rect for mark in view.marks()}
    for _ in range(3):
        show.zoom_in()
    show.pan(0.2, 0)
    view.grab()
    now = {mark.ref: mark.rect for mark in view.marks()}
    assert now and now != before
    ref, rect = next((ref, rect) for ref, rect in now.items() if rect != before[ref])
    tall = view.pixels.height()
    found = view.mark_at((rect.center().x() / tall, rect.center().y() / tall))
    assert found is not None and found.ref == ref


def test_a_citation_leaves_what_it_cites_to_be_seen(both: Presenter) -> None:
    """Of every mark on every slide, as long as it is no larger than half the slide."""
    show, view = both.show, both.console.current
    for position in range(len(show.slides)):
        show.jump(position)
        view.grab()
        for mark in view.marks():
            show.cite(mark.ref)
            card = view.card(show.scene)
            assert card is not None
            rect = view._mark_on_widget(mark)
            if rect.height() < view.height() / 2:
                hidden = card.box.intersected(rect)
                assert hidden.width() * hidden.height() < 0.5 * rect.width() * rect.height(), mark
            show.cite(None)


def test_the_size_of_the_script_is_remembered(both: Presenter, settings: Settings) -> None:
    before = both.console.script.font().pixelSize()
    press(both.console, Qt.Key.Key_Equal, modifier=CTRL)
    press(both.console, Qt.Key.Key_Equal, modifier=CTRL)
    assert both.console.script.font().pixelSize() > before
    assert Memory(settings).script_size == pytest.approx(1.2)


def test_closing_a_window_ends_the_show(both: Presenter) -> None:
    both.console.close()
    assert both.show.ended and not both.stage.isVisible()


def test_the_next_slide_is_drawn_before_it_is_asked_for(both: Presenter) -> None:
    QTest.qWait(200)
    following = both.show.following
    assert following is not None
    assert both.pictures.has(following, both.show.scene_of(following).number, both.stage.view.pixels)


def test_it_starts_at_the_slide_that_was_asked_for_and_not_at_a_longer_key(
    qapp: QApplication, evidence: Evidence, settings: Settings
) -> None:
    material = showing.material_of(Composer(evidence), app.pinyin_table)
    deck = material.deck_of(16 / 9)
    backwards = replace(deck, slides=deck.slides[::-1])
    presenter = Presenter(
        replace(material, deck_of=lambda ratio: backwards), Memory(settings), start_key="investment/1"
    )
    assert presenter.show.slide.key == "investment/1"
    presenter.start()
    leave(presenter)
