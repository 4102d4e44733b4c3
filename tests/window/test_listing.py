"""A listing as its readers use it."""

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.briefing.citations import Evidence
from desktop.briefing.records import Ref
from desktop.charts.theme import page_look
from desktop.exhibits.kinds import Listing
from desktop.quantities.language import tr
from desktop.window.listing import MOST_ROWS, SORTED_AT_ONCE, ListingView
from desktop.window.settings import Settings

Many = Callable[[int], tuple[Listing, Evidence]]
WIDTH = 880


@pytest.fixture
def view(facilities: Listing, small_evidence: Evidence, settings: Settings, qtbot: QtBot) -> ListingView:
    return shown(qtbot, ListingView(facilities, small_evidence, settings))


def shown(qtbot: QtBot, view: ListingView) -> ListingView:
    qtbot.addWidget(view)
    view.resize(WIDTH, view.preferred_height(WIDTH))
    view.show()
    view.activateWindow()
    return view


def names(view: ListingView) -> list[str]:
    return [view.model.cell(place, 0) for place in range(view.model.rowCount())]


def centre(view: ListingView, place: int, column: int) -> QPoint:
    return view.table.visualRect(view.model.index(place, column)).center()


def note(view: ListingView) -> str:
    """The sentence that stands where the rows would be."""
    return " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def test_the_model_keeps_qts_rules(view: ListingView) -> None:
    tester = QAbstractItemModelTester(view.model, QAbstractItemModelTester.FailureReportingMode.Warning)
    view.set_needle("食堂")
    view.table.sort_by(0)
    view.set_needle("")
    assert tester.model() is view.model and view.model.rowCount() == 7


def test_every_word_must_be_in_the_row_and_case_does_not_matter(view: ListingView) -> None:
    assert view.set_needle("服务站") == 2
    assert view.set_needle("服务站 第9") == 1 and names(view) == ["第9服务站"]
    assert view.set_needle("NORTH") == 0
    assert view.set_needle("<B>北") == 1
    assert view.set_needle("第9 东社区 服务站x") == 0
    assert view.set_needle("  ") == 7


def test_taking_letters_back_brings_rows_back(view: ListingView) -> None:
    counts = [view.set_needle(needle) for needle in ("服", "服务站", "服务站 第10", "服务站", "服", "")]
    assert counts == [2, 2, 1, 2, 2, 7]


def test_the_own_filter_and_that_of_the_page_work_together(view: ListingView, qtbot: QtBot) -> None:
    assert view.field is not None
    view.set_needle("服务站")
    QTest.keyClicks(view.field, "10")
    assert names(view) == ["第10服务站"]
    view.field.clear()
    assert len(names(view)) == 2


def test_chips_tell_what_the_words_leave_and_choose_a_category(view: ListingView, qtbot: QtBot) -> None:
    assert view.chips is not None
    chips = {chip.name: chip for chip in view.chips._all()}
    assert [(chip.name, chip.count) for chip in chips.values()] == [(tr("All"), 7), ("食堂", 3), ("托育", 4)]
    view.set_needle("服务站")
    assert [chip.count for chip in chips.values()] == [2, 1, 1]
    QTest.mouseClick(chips["食堂"], Qt.MouseButton.LeftButton)
    assert names(view) == ["第9服务站"]
    assert chips["食堂"].isChecked() and not chips[tr("All")].isChecked()
    assert [chip.count for chip in chips.values()] == [2, 1, 1], "a chosen chip leaves the counts alone"


def test_chips_are_reached_and_changed_by_key(view: ListingView, qtbot: QtBot) -> None:
    assert view.chips is not None
    first, second = view.chips._all()[:2]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(first.hasFocus)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus() and second.isChecked() and len(names(view)) == 3


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_many_chips_wrap_and_the_rest_is_in_a_menu(qtbot: QtBot, many: Many, settings: Settings) -> None:
    view = shown(qtbot, ListingView(*many(60), settings))
    assert view.chips is not None
    tops = {chip.y() for chip in view.chips._all()}
    assert len(tops) > 1 and all(chip.geometry().right() <= view.width() for chip in view.chips._all())
    assert view.preferred_height(300) > view.preferred_height(1200)
    more = view.chips._more
    assert more is not None
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert view.chips.category == "类24" and more.isChecked() and len(names(view)) == 2


def test_a_heading_sorts_then_the_other_way_then_restores(view: ListingView, qtbot: QtBot) -> None:
    heading = view.table.horizontalHeader().viewport()
    before = names(view)
    place = QPoint(20, 10)
    QTest.mouseClick(heading, Qt.MouseButton.LeftButton, pos=place)
    rising = names(view)
    assert rising[-6:] == ["阿婆茶馆", "第9服务站", "第10服务站", "东湖食堂", "西湖托育点", "重阳活动室"]
    QTest.mouseClick(heading, Qt.MouseButton.LeftButton, pos=place)
    assert names(view) == rising[::-1]
    QTest.mouseClick(heading, Qt.MouseButton.LeftButton, pos=place)
    assert names(view) == before


def test_a_filter_keeps_the_order_and_the_chosen_row(view: ListingView) -> None:
    view.table.sort_by(0, falling=True)
    place = names(view).index("第9服务站")
    view.table.choose(place)
    view.set_needle("服务站")
    assert names(view) == ["第10服务站", "第9服务站"]
    assert view.table.chosen_places() == [1]


def test_a_long_list_is_sorted_aside_and_says_so(qtbot: QtBot, many: Many, settings: Settings) -> None:
    view = shown(qtbot, ListingView(*many(SORTED_AT_ONCE + 100), settings))
    view.table.sort_by(0)
    assert "0%" in note(view), "it must say at once that it is sorting"
    qtbot.waitUntil(lambda: names(view)[0].startswith("阿婆"), timeout=10_000)
    assert "%" not in note(view)
    assert names(view)[:2] == ["阿婆茶馆2", "阿婆茶馆8"] and names(view)[-1] == "重阳活动室2095"
    view.table.sort_by(-1)
    assert names(view)[0] == "东湖食堂2100"


def test_enter_space_double_click_and_the_dot_ask_for_the_source(view: ListingView, qtbot: QtBot) -> None:
    asked: list[Ref] = []
    view.source_asked.connect(asked.append)
    port = view.table.viewport()
    view.table.choose(2)
    QTest.keyClick(view.table, Qt.Key.Key_Return)
    view.table.choose(4)
    QTest.keyClick(view.table, Qt.Key.Key_Space)
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=centre(view, 1, 0))
    QTest.mouseDClick(port, Qt.MouseButton.LeftButton, pos=centre(view, 1, 0))
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=centre(view, 3, view.model.source_column))
    assert asked == [Ref("facilities", n) for n in (2, 4, 1, 3)]


def test_tab_leads_to_the_first_row_and_out_again(view: ListingView, qtbot: QtBot) -> None:
    assert view.field is not None
    view.field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(view.field, Qt.Key.Key_Tab)
    assert view.table.hasFocus() and view.table.currentIndex().row() == 0
    QTest.keyClick(view.table, Qt.Key.Key_Tab)
    assert not view.table.hasFocus()


def test_chosen_rows_are_copied_as_a_table_and_never_as_a_formula(view: ListingView, qtbot: QtBot) -> None:
    view.table.selectRow(0)
    view.table.setFocus()
    QTest.keyClick(view.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert lines[0] == list(view.listing.columns)
    assert [line[0] for line in lines[1:]] == ["东湖食堂", "西湖托育点"]
    assert lines[2][-1] == "'=1+1"


def test_very_many_rows_are_copied_aside(qtbot: QtBot, many: Many, settings: Settings) -> None:
    count = 20_000
    view = shown(qtbot, ListingView(*many(count), settings))
    QGuiApplication.clipboard().setText("")
    view.table.selectAll()
    begin = time.perf_counter()
    QTest.keyClick(view.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    blocked = time.perf_counter() - begin
    assert "0%" in note(view) and QGuiApplication.clipboard().text() == ""
    qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()), timeout=10_000)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert len(lines) == count + 1 and lines[1].startswith("东湖食堂20000\t") and "%" not in note(view)
    assert blocked < 0.25, "one item of the model for each row took half a second"


def test_rows_chosen_here_and_there_are_copied_in_their_order(view: ListingView) -> None:
    for place in (4, 1, 2):
        view.table.selectionModel().select(
            view.model.index(place, 0),
            QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows,
        )
    view.table.copy_rows()
    lines = QGuiApplication.clipboard().text().split("\n")
    assert [line.split("\t")[0] for line in lines[1:]] == [names(view)[n] for n in (1, 2, 4)]


def test_the_menu_does_everything_by_key(view: ListingView) -> None:
    view.table.choose(1)
    asked: list[Ref] = []
    view.source_asked.connect(asked.append)
    actions = {action.text(): action for action in view.table.menu().actions()}
    actions[tr("Show the source")].trigger()
    assert asked == [Ref("facilities", 1)]
    actions[tr("Sort by {column}", column=view.listing.columns[0])].trigger()
    assert names(view).index("第9服务站") < names(view).index("第10服务站")
    actions[tr("Restore the order")].trigger()
    assert names(view)[0] == "东湖食堂"


def drag(view: ListingView, column: int, by: int) -> None:
    """Drag the right edge of a column, as the user does."""
    header = view.table.horizontalHeader()
    edge = header.sectionViewportPosition(column) + header.sectionSize(column) - 1
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge, 10))
    QTest.mouseMove(header.viewport(), QPoint(edge + by // 2, 10))
    QTest.mouseMove(header.viewport(), QPoint(edge + by, 10))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(edge + by, 10))


def test_column_widths_are_remembered_and_can_be_forgotten(
    view: ListingView, facilities: Listing, small_evidence: Evidence, settings: Settings, qtbot: QtBot
) -> None:
    fitted = view.table.columnWidth(0)
    drag(view, 0, 57)
    assert view.table.columnWidth(0) == fitted + 57
    other = shown(qtbot, ListingView(facilities, small_evidence, settings))
    assert other.table.columnWidth(0) == fitted + 57
    other.resize(2 * WIDTH, 900)
    other.set_look(page_look("livelihood", 2.0))
    assert other.table.columnWidth(0) == pytest.approx(2 * (fitted + 57), abs=1)
    other.resize(WIDTH, 900)
    other.set_look(page_look("livelihood"))
    other.table.forget_widths()
    qtbot.waitUntil(lambda: other.table.columnWidth(0) == fitted)
    assert settings.column_widths("facilities") == ()


@pytest.mark.parametrize("scale", [1.0, 2.25, 4.75])
def test_only_what_the_user_drags_is_remembered(
    facilities: Listing, small_evidence: Evidence, settings: Settings, qtbot: QtBot, scale: float
) -> None:
    """The least width of a section, which grows with the scale, makes columns wider without anybody having asked."""
    view = ListingView(facilities, small_evidence, settings)
    view.set_look(page_look("livelihood", scale))
    shown(qtbot, view)
    view.resize(round(880 * scale), round(900 * scale))
    view.set_look(page_look("livelihood", 1.0))
    view.set_look(page_look("livelihood", scale))
    assert settings.column_widths("facilities") == ()
    fresh = shown(qtbot, ListingView(facilities, small_evidence))
    fresh.set_look(page_look("livelihood", scale))
    fresh.resize(view.size())
    QApplication.processEvents()
    columns = range(len(facilities.columns) + 1)
    assert [view.table.columnWidth(c) for c in columns] == [fresh.table.columnWidth(c) for c in columns]


@pytest.mark.parametrize(
    "widths",
    [
        (114.0,) * 5,
        (56.0,) * 5,
        (56.0, 56.0, 56.0, 56.0, 1708.0),
        (541.5, 541.0, 541.0, 541.0, 951.0),
        (4000.0, 60.0, 60.0, 60.0, 60.0),
    ],
)
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_widths_that_were_kept_broken_hide_no_column_and_no_name(
    facilities: Listing,
    small_evidence: Evidence,
    settings: Settings,
    qtbot: QtBot,
    widths: tuple[float, ...],
    scale: float,
) -> None:
    settings.set_column_widths("facilities", widths)
    view = ListingView(facilities, small_evidence, settings)
    view.set_look(page_look("livelihood", scale))
    shown(qtbot, view)
    view.resize(1336, 900)
    assert view.table.horizontalHeader().length() == view.table.viewport().width()
    assert view.table.horizontalScrollBar().maximum() == 0
    assert not cut_names(view)


def cut_names(view: ListingView) -> list[str]:
    places = [(place, view.model.index(place, 0)) for place in range(view.model.rowCount())]
    return [view.model.cell(n, 0) for n, index in places if view.table.tip_for(index)]


LONG = "平湖经济技术开发区钟溪汇国际青年人才公寓一期"


@pytest.mark.parametrize(
    ("width", "scale"),
    [(1336, 1.0), (1336, 2.0), (1802, 1.125), (1687, 2.25), (3345, 4.75), (900, 2.0), (860, 1.0)],
)
def test_names_are_whole_at_every_size(
    small_evidence: Evidence, facilities: Listing, qtbot: QtBot, width: int, scale: float
) -> None:
    cells = (LONG, "产业平台", "西林寺社区", "2024 投用", "居民评价：环境温馨、老师负责；开业年未载" * 2)
    rows = tuple(row._replace(cells=cells) if n == 3 else row for n, row in enumerate(facilities.rows))
    view = ListingView(replace(facilities, rows=rows), small_evidence)
    view.set_look(page_look("livelihood", scale))
    view.resize(width, view.preferred_height(width))
    qtbot.addWidget(view)
    view.show()
    assert not cut_names(view)
    assert view.table.horizontalScrollBar().maximum() == 0 and view.table.verticalScrollBar().maximum() == 0
    assert view.table.viewport().height() == pytest.approx(7 * view.table.rowHeight(0), abs=1)


def test_a_name_wraps_where_its_column_is_made_narrow(view: ListingView, qtbot: QtBot) -> None:
    tall = view.table.rowHeight(0)
    with qtbot.waitSignal(view.narrowed):
        drag(view, 0, 70 - view.table.columnWidth(0))
    assert view.table.rowHeight(0) > tall and view.preferred_height(WIDTH) > 8 * tall
    assert not cut_names(view)


@pytest.mark.parametrize("width", [300, 440, 880, 1700])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_columns_fill_the_width_without_a_scroll_bar(view: ListingView, width: int, scale: float) -> None:
    view.set_look(page_look("livelihood", scale))
    view.resize(round(width * scale), view.preferred_height(width * scale))
    header = view.table.horizontalHeader()
    if width >= 440:
        assert header.length() == view.table.viewport().width()
        assert view.table.rowHeight(0) == round(34 * scale)
    assert all(header.sectionSize(column) > 0 for column in range(header.count()))


def test_a_tip_stands_over_what_is_cut_and_shows_it_literally(view: ListingView) -> None:
    place = names(view).index("<b>北楼</b>")
    index = view.model.index(place, 0)
    assert view.table.tip_for(index) == "", "nothing is cut, so there is nothing to tell"
    view.table.horizontalHeader().resizeSection(0, 40)
    assert "&lt;b&gt;北楼" in view.table.tip_for(index)
    dot = view.model.index(0, view.model.source_column)
    assert tr("Agrees with the source") in view.table.tip_for(dot)


def test_all_rows_stand_or_fourteen_scroll(
    view: ListingView, qtbot: QtBot, many: Many, settings: Settings
) -> None:
    assert view.table.verticalScrollBar().maximum() == 0
    longer = shown(qtbot, ListingView(*many(40), settings))
    assert longer.table.verticalScrollBar().maximum() > 0
    assert longer.table.viewport().height() == pytest.approx(MOST_ROWS * longer.table.rowHeight(0), abs=1)


def test_where_nothing_is_left_a_sentence_says_why(
    view: ListingView, facilities: Listing, qtbot: QtBot
) -> None:
    assert note(view) == ""
    view.set_needle("<i>无</i>")
    assert "<i>无</i>" in note(view)
    view.set_needle("")
    assert note(view) == ""
    evidence = Evidence(view.model._evidence.briefing)
    empty = shown(qtbot, ListingView(replace(facilities, rows=(), categories={}), evidence))
    assert note(empty) == tr("There is nothing in this list yet.")


def test_a_record_is_brought_into_view_though_it_was_filtered_away(view: ListingView) -> None:
    assert view.field is not None and view.chips is not None
    view.field.setText("茶馆")
    assert view.focus_ref(Ref("facilities", 0))
    assert view.table.hasFocus() and names(view)[view.table.currentIndex().row()] == "东湖食堂"
    assert view.field.text() == ""
    assert not view.focus_ref(Ref("programmes", 0))
    view.set_needle("茶馆")
    assert not view.focus_ref(Ref("facilities", 0)), "the search of the page is not for the list to drop"


def test_programmes_have_neither_chips_nor_a_field(
    programmes: Listing, small_evidence: Evidence, settings: Settings, qtbot: QtBot
) -> None:
    view = shown(qtbot, ListingView(programmes, small_evidence, settings))
    assert view.chips is None and view.field is None
    assert names(view) == ["一站式服务"] and view.table.y() == 0


def test_verdicts_are_asked_only_for_rows_that_are_seen(qtbot: QtBot, many: Many, settings: Settings) -> None:
    listing, evidence = many(5000)
    view = shown(qtbot, ListingView(listing, evidence, settings))
    view.grab()
    assert 0 < len(evidence._proofs) < 40


def test_everything_that_takes_the_focus_has_a_name(view: ListingView) -> None:
    focusable = [
        w for w in view.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()
    ]
    assert len(focusable) == 3, "the chosen chip, the filter, the table"
    assert all(
        widget.accessibleName() for widget in focusable if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    )
