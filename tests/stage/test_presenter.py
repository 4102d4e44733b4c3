"""The show's windows on one screen, driven as a presenter's hand would."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import app, showing
from desktop.briefing.citations import Evidence
from desktop.briefing.records import Ref
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Timeline
from desktop.stage.memory import Memory
from desktop.stage.notes import About
from desktop.stage.presenter import Presenter
from desktop.stage.scene import Tool
from desktop.stage.screens import label, pair_key
from desktop.stage.walls import Wall
from desktop.window.settings import Settings
from tests.stage.conftest import CTRL, leave, press, type_text


def test_on_one_screen_there_is_the_stage_and_the_console_comes_by_a_key(alone: Presenter) -> None:
    assert alone.stage.isFullScreen() and not alone.console.isVisible()
    press(alone.stage, Qt.Key.Key_F6)
    assert alone.console.isVisible()
    press(alone.console, Qt.Key.Key_F6)
    assert not alone.console.isVisible()


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


def test_after_the_last_slide_the_console_says_that_there_is_none(both: Presenter) -> None:
    both.show.last()
    assert both.show.following is None
    assert len(colours(both.console.following)) > 1, "words, not the bare ground"


def colours(widget: QWidget) -> set[int]:
    image = widget.grab().toImage()
    return {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}


def test_with_the_stage_frozen_the_next_source_is_that_of_the_presenters_slide(both: Presenter) -> None:
    both.show.jump(2)
    press(both.console, Qt.Key.Key_F)
    both.show.jump(3)
    press(both.console, Qt.Key.Key_D, modifier=CTRL)
    assert both.show.cited in {mark.ref for mark in both.console.current.marks()}
    assert both.show.cited not in {mark.ref for mark in both.stage.view.marks()}


def test_a_pointer_that_nobody_moves_hides(
    alone: Presenter, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("desktop.stage.stage_window.IDLE", 20)
    alone.stage.hide()
    alone.stage.show()
    qtbot.waitUntil(lambda: alone.stage.cursor().shape() == Qt.CursorShape.BlankCursor)


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
    assert both.console.width() <= max(0.91 * room.width(), min(900, room.width()))


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


def drag(presenter: Presenter, along: list[tuple[float, float]]) -> None:
    """The pointer on the console's picture, in heights of it from its top left."""
    view = presenter.console.current
    points = [QPoint(round(x * view.height()), round(y * view.height())) for x, y in along]
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(view, point)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=points[-1])


@pytest.mark.parametrize("steps", [1, 10])
@pytest.mark.parametrize("zooms", [1, 6])
def test_what_is_pressed_on_a_zoomed_slide_stays_under_the_pointer(
    both: Presenter, steps: int, zooms: int
) -> None:
    show, view = both.show, both.console.current
    show.jump(2)
    for _ in range(zooms):
        show.zoom_in((0.9, 0.5))
    begin, end = QPointF(0.8, 0.5) * view.height(), QPointF(0.9, 0.55) * view.height()
    held = view.place_at(begin.toPoint().toPointF())
    way = [(0.8 + 0.1 * n / steps, 0.5 + 0.05 * n / steps) for n in range(steps + 1)]
    drag(both, way)
    assert view.place_at(end.toPoint().toPointF()) == pytest.approx(held, abs=0.004)


@pytest.mark.parametrize("steps", [1, 10])
def test_a_timeline_follows_the_pointer(both: Presenter, steps: int) -> None:
    show, view = both.show, both.console.current
    show.jump(next(n for n, slide in enumerate(show.slides) if isinstance(slide.exhibit, Timeline)))
    for _ in range(4):
        show.zoom_in()
    view.grab()
    before = {mark.ref: mark.rect.left() for mark in view.marks()}
    drag(both, [(0.9 + 0.1 * n / steps, 0.5) for n in range(steps + 1)])
    view.grab()
    moved = [mark.rect.left() - before[mark.ref] for mark in view.marks() if mark.ref in before]
    wanted = 0.1 * view.pixels.height()
    assert any(abs(way - wanted) < 3 for way in moved), (moved, wanted)


def test_the_tool_in_hand_is_seen_where_the_presenter_is_alone(both: Presenter) -> None:
    show = both.show
    show.jump(3)
    show.toggle_freeze()
    views = (both.stage.view, both.console.following)
    show.next()
    before = [view.grab().toImage() for view in (*views, both.console.current)]
    show.take_spotlight()
    show.move((0.3, 0.3))
    after = [view.grab().toImage() for view in (*views, both.console.current)]
    assert before[:2] == after[:2] and before[2] != after[2]
    show.toggle_freeze()
    assert both.stage.view.grab().toImage() != before[0]


def test_a_show_starts_at_a_slide_that_shares_the_screen(evidence: Evidence, settings: Settings) -> None:
    material = showing.material_of(Composer(evidence), app.pinyin_table)
    wall = Wall(6656, 1792)
    pairs = [one.together for one in material.deck_of(wall.ratio).slides]
    first, beside = next(pair for pair in pairs if len(pair) == 2 and pair[0].key != pair[1].key)
    presenter = Presenter(material, Memory(settings), start_key=beside.key, wall=wall)
    assert presenter.show.slide.key == first.key


def test_the_time_of_an_answer_is_counted(both: Presenter) -> None:
    both._answer(Ref("figures", 0))
    since = both.show.clock._since
    assert since is not None
    both.show.clock._since = since - 30
    assert "本页 00:30" in both.console.bar.texts()[1]


def plugged_in(presenter: Presenter, monkeypatch: pytest.MonkeyPatch, *names: str) -> str:
    """Screens of these names beside the only one that there is; what they are remembered as together."""
    others = [SimpleNamespace(name=lambda name=name: name, model=str, serialNumber=str) for name in names]
    screens: list[Any] = [QGuiApplication.primaryScreen(), *others]
    monkeypatch.setattr(presenter, "_screens", lambda: screens)
    monkeypatch.setattr(presenter, "_place", lambda: None)
    return pair_key(screens)


def test_a_swap_where_a_show_begins_is_remembered_until_it_is_undone(
    alone: Presenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = plugged_in(alone, monkeypatch, "HDMI-1")
    assert alone._places().stage == 1
    alone.swap_screens()
    assert alone._places().stage == 0
    assert alone._memory.stage_screen(pair) == label(alone._screens()[0])
    alone.show.next()
    alone.swap_screens()
    assert alone._places().stage == 1 and alone._memory.stage_screen(pair) == ""


def test_a_swap_for_a_moment_is_not_remembered(alone: Presenter, monkeypatch: pytest.MonkeyPatch) -> None:
    pair = plugged_in(alone, monkeypatch, "HDMI-1")
    alone.show.next()
    alone.show.previous()
    alone.swap_screens()
    assert alone._places().stage == 0 and alone._memory.stage_screen(pair) == ""


def test_a_swap_because_of_a_lost_screen_is_not_remembered(
    alone: Presenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = plugged_in(alone, monkeypatch, "HDMI-1")
    alone._screens_changed(None)
    alone.swap_screens()
    assert alone._places().stage == 0 and alone._memory.stage_screen(pair) == ""


def test_the_stage_goes_round_all_screens(alone: Presenter, monkeypatch: pytest.MonkeyPatch) -> None:
    plugged_in(alone, monkeypatch, "HDMI-1", "DP-1")
    stages = [alone._places().stage]
    for _ in range(3):
        alone.swap_screens()
        stages.append(alone._places().stage)
    assert stages == [1, 2, 0, 1]
