"""A page under wheel, keys and filters."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.charts.theme import GAP
from desktop.exhibits.kinds import Timeline
from desktop.pack.loader import load
from desktop.window import page
from desktop.window.exhibit_view import ExhibitView
from desktop.window.listing_panel import ListingPanel
from desktop.window.main_window import MainWindow
from tests.packs import figure, files_of, write_folder

NEARER, FARTHER = 120, -120


def timeline(window: MainWindow) -> ExhibitView:
    window.show_second_page()
    QApplication.processEvents()
    return next(
        panel
        for panel in window.current.panels()
        if isinstance(panel, ExhibitView) and isinstance(panel.exhibit, Timeline)
    )


def facilities(window: MainWindow) -> ListingPanel:
    window.show_third_page()
    return next(
        panel for panel in window.current.panels() if isinstance(panel, ListingPanel) and panel.view.field
    )


def wheel(view: ExhibitView, turn: int) -> None:
    place = view.mapTo(view.window(), QPoint(view.width() // 2, 100))
    QTest.wheelEvent(view.window().windowHandle(), QPointF(place), QPoint(0, turn))
    QApplication.processEvents()


def test_the_wheel_over_a_timeline_zooms_and_scrolls_the_page_where_it_cannot(window: MainWindow) -> None:
    view, scrolled = timeline(window), window.current.verticalScrollBar().value
    assert view.view is not None
    whole = replace(view.view)
    wheel(view, FARTHER)
    assert view.view == whole and scrolled() > 0, "all of it is shown already"
    window.current._wheeled -= page.WHEEL_REST
    before = scrolled()
    wheel(view, NEARER)
    assert view.view.days < whole.days and scrolled() == before
    for _ in range(40):
        wheel(view, NEARER)
    assert scrolled() < before, "as near as it can be, the page scrolls up"


def test_a_scroll_of_the_page_does_not_become_a_zoom(window: MainWindow) -> None:
    view = timeline(window)
    assert view.view is not None
    wheel(view, FARTHER)
    whole, before = replace(view.view), window.current.verticalScrollBar().value()
    wheel(view, NEARER)
    assert view.view == whole and window.current.verticalScrollBar().value() < before


def test_esc_clears_the_filter_of_a_list_before_the_sources_close(window: MainWindow, qtbot: QtBot) -> None:
    panel = facilities(window)
    field = panel.view.field
    assert field is not None
    window.toggle_sources(True)
    window.activateWindow()
    for focus in (field, panel.view.table):
        field.setText("食堂")
        focus.setFocus()
        qtbot.waitUntil(focus.hasFocus)
        QTest.keyClick(focus, Qt.Key.Key_Escape)
        assert not field.text() and window.actions_by_name["sources"].isChecked()
    window.header.search.setText("托育")
    field.setText("食堂")
    field.setFocus()
    window.go_back()
    assert window.header.search.text() == "托育" and not field.text(), "the one that is typed into goes first"


def test_a_filter_arranges_the_page_anew_and_shows_its_top(window: MainWindow) -> None:
    panel = facilities(window)
    window.complete()
    high = panel.height()
    window.current.scroll_to(10_000)
    window.current.set_needle("托育")
    assert window.current.verticalScrollBar().value() == 0
    assert panel.view.model.rowCount() < 10 and panel.height() < high
    window.current.set_needle("")
    assert panel.height() == high
    assert panel.view.field is not None
    panel.view.field.setText("食堂")
    assert panel.height() < high, "its own filter, too"


@pytest.mark.parametrize("from_header", [False, True])
def test_home_and_end_go_to_the_ends_of_a_page(window: MainWindow, from_header: bool) -> None:
    view = timeline(window)
    bar = window.current.verticalScrollBar()
    target = window.header.tabs[1] if from_header else view
    target.setFocus()
    QTest.keyClick(target, Qt.Key.Key_End)
    assert bar.value() == bar.maximum() > 0
    QTest.keyClick(target, Qt.Key.Key_Home)
    assert bar.value() == 0


@pytest.mark.parametrize("height", [160, 300, 700])
def test_screenfuls_leave_nothing_out(window: MainWindow, qapp: QApplication, height: int) -> None:
    window.setMinimumSize(0, 0)
    window.resize(1440, height)
    for show in (window.show_first_page, window.show_second_page, window.show_third_page):
        show()
        qapp.processEvents()
        starts, room = window.current.screenfuls(), window.current.viewport().height()
        assert starts[0] == 0 and starts[-1] + room >= window.current.widget().height()
        assert all(0 < after - before <= room for before, after in pairwise(starts))


def test_a_page_without_a_subtitle_keeps_its_panels_off_its_title(window: MainWindow) -> None:
    view = window.current
    view._subtitle.hide()
    view.arrange()
    assert min(panel.y() for panel in view.panels()) - view._message.geometry().bottom() > GAP / 2


def test_a_filter_that_leaves_both_parts_of_a_panel_exports_both(window: MainWindow, tmp_path: Path) -> None:
    rows = [
        figure(id=f"o{n}", period=period, value="40", unit="亿元", quote="40亿元")
        for n, period in enumerate(("2024", "2023", "2024-01", "2024-02"))
    ]
    panels = [
        {"page": "industry", "position": "1", "kind": "columns", "title": "外资", "items": "o0 o1 o2 o3"}
    ]
    loaded = load(write_folder(tmp_path, files_of({"figures": rows, "panels": panels})))
    assert loaded.briefing, loaded.faults
    window.show_briefing(loaded.briefing, tmp_path)
    window.show_page("industry")
    window.complete()
    assert len(window.current.panels()) == 2
    window.current.set_needle("2024年")
    shown = window.current.shown()
    assert shown is not None and sorted(ref.row for ref in shown.left[1]) == [0, 2, 3]
