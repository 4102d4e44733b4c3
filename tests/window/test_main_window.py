"""The window as its users meet it."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.briefing.briefing import Briefing
from desktop.briefing.records import PAGES, Ref
from desktop.charts import ink
from desktop.charts.sheet import Mark
from desktop.charts.theme import LIGHT
from desktop.exhibits.kinds import Timeline
from desktop.pack.loader import load
from desktop.window.exhibit_view import ExhibitView
from desktop.window.main_window import MainWindow
from desktop.window.quote import QuoteBox
from desktop.window.ref_table import RefTable
from tests.packs import figure, files_of, write_folder
from tests.stores import store_in

SEED = app.bundled(*app.BUNDLED_PACK)


def views(window: MainWindow) -> list[ExhibitView]:
    return [panel for panel in window.current.panels() if isinstance(panel, ExhibitView)]


def all_texts(widget: QWidget) -> str:
    labels = [label.text() for label in widget.findChildren(QLabel)]
    return " ".join(labels + [edit.toPlainText() for edit in widget.findChildren(QTextEdit)])


def test_the_title_is_the_message_in_the_words_of_the_source(window: MainWindow) -> None:
    window.show_second_page()
    assert "1.66 亿美元" in all_texts(window.current)
    assert [tab.text() for tab in window.header.tabs] == ["产业", "投资", "民生"]


def test_every_figure_on_the_page_can_be_clicked_to_its_source(window: MainWindow, qtbot: QtBot) -> None:
    window.toggle_sources(True)  # else the first click would move everything
    for key in PAGES:
        window.show_page(key)
        window.complete()
        QApplication.processEvents()
        for view in views(window):
            assert view.marks(), view.accessibleName()
            for mark in view.marks():
                with qtbot.waitSignal(view.source_asked) as asked:
                    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=free_place(view, mark))
                assert asked.args == [mark.ref], mark.text


def free_place(view: ExhibitView, mark: Mark) -> QPoint:
    """The middle of a mark, or else a place on it that no smaller mark lies upon."""
    others = [m for m in view.marks() if m is not mark and m.rect.width() <= mark.rect.width()]
    steps = (0.5, 0.1, 0.9, 0.3, 0.7)
    places = [
        QPointF(mark.rect.left() + x * mark.rect.width(), mark.rect.top() + y * mark.rect.height()).toPoint()
        for x in steps
        for y in steps
    ]
    free = [place for place in places if not any(m.rect.contains(QPointF(place)) for m in others)]
    assert free, f"wholly covered: {mark.text}"
    return free[0]


def test_a_click_opens_the_panel_with_the_quoted_words(
    window: MainWindow, qtbot: QtBot, pinghu: Briefing
) -> None:
    window.show_second_page()
    view = views(window)[0]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.marks()[0].rect.center().toPoint())
    ref = pinghu.find("figures", "fdi_2024")
    assert ref is not None and view.marks()[0].ref == ref
    assert pinghu.figures[ref.row].quote in all_texts(window._panel())
    assert window.actions_by_name["sources"].isChecked()
    window.go_back()
    assert window._panel().isHidden()


def test_esc_closes_the_sources_wherever_the_focus_is(window: MainWindow, qtbot: QtBot) -> None:
    window.toggle_sources(True)
    window.activateWindow()
    for widget in (window._panel().findChild(RefTable), views(window)[0]):
        assert widget is not None
        window.toggle_sources(True)
        widget.setFocus()
        QTest.keyClick(widget, Qt.Key.Key_Escape)
        assert window._panel().isHidden() and not window.actions_by_name["sources"].isChecked()


def test_every_panel_has_its_edge_all_around(window: MainWindow) -> None:
    window.show_second_page()
    for view in views(window)[:3]:
        image = view.grab().toImage()
        across, down = image.width() // 7, image.height() // 2
        edge = QColor(LIGHT.line).lightness() + 4
        for x, y in ((across, 0), (across, -1), (0, down), (-1, down)):
            colour = image.pixelColor(x % image.width(), y % image.height())
            assert colour.lightness() <= edge, (view.accessibleName(), x, y, colour.name())


def test_keys_alone_reach_every_mark(window: MainWindow, qtbot: QtBot) -> None:
    view = views(window)[0]
    view.setFocus(Qt.FocusReason.TabFocusReason)
    heard: list[Ref] = []
    view.source_asked.connect(heard.append)
    for mark in view.marks():
        assert view.focused_text() == mark.text == view.accessibleDescription()
        QTest.keyClick(view, Qt.Key.Key_Return)
        if mark is not view.marks()[-1]:
            assert view.focusNextPrevChild(True)
    assert heard == [mark.ref for mark in view.marks()]


def test_the_filter_leaves_what_matches(window: MainWindow, qapp: QApplication) -> None:
    window.show_third_page()
    window.complete()
    window.header.search.setText("托育")
    window._filter_page()
    listing = next(panel for panel in window.current.panels() if not isinstance(panel, ExhibitView))
    assert "北国之春" not in all_texts(window.current) and listing.isVisible()
    texts = [mark.text for view in views(window) for mark in view.marks()]
    assert texts and all(
        "托育" in text or "托育" in view.exhibit.title for view in views(window) for text in texts
    )
    window.header.search.setText("没有这样的词")
    window._filter_page()
    assert not window.current.panels()
    assert "没有与“没有这样的词”相符" in all_texts(window.current)
    window.go_back()
    window._filter_page()
    assert len(window.current.panels()) == len(window.current.page.exhibits)


def test_the_timeline_zooms_pans_and_fits(window: MainWindow, qtbot: QtBot) -> None:
    window.show_second_page()
    view = next(v for v in views(window) if isinstance(v.exhibit, Timeline))
    assert view.view is not None
    whole = view.view.days
    view.zoom(0.5, QPointF(view.width() / 2, 100))
    assert view.view.days == pytest.approx(whole / 2)
    start = view.view.start
    x, y = view.width() - 100, round(view.height() / 2)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    QTest.mouseMove(view, QPoint(x - 120, y))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(x - 120, y))
    assert view.view.start > start
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    assert view.view.days == pytest.approx(whole)


def test_the_timeline_is_zoomed_and_moved_by_key(window: MainWindow) -> None:
    window.show_second_page()
    view = next(v for v in views(window) if isinstance(v.exhibit, Timeline))
    assert view.view is not None
    whole = view.view.days
    QTest.keyClicks(view, "++")
    start, days = view.view.start, view.view.days
    assert days < whole
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.view.start == pytest.approx(start + days / 4) and view.view.days == pytest.approx(days)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.view.start == pytest.approx(start)
    scrolled = window.current.verticalScrollBar().value()
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert window.current.verticalScrollBar().value() > scrolled, "few projects: the page scrolls"
    QTest.keyClicks(view, "0")
    assert view.view.days == pytest.approx(whole)


def test_page_and_text_size_are_remembered(
    window: MainWindow, qapp: QApplication, tmp_path: Path, pinghu: Briefing
) -> None:
    window.enlarge_text()
    window.show_third_page()
    window.close()
    again = app.make_window(store_in(str(tmp_path / "settings.ini")))
    again.show_briefing(pinghu, SEED)
    assert again.page == "livelihood"
    assert again.look.scale > 1.0
    again.reset_text()
    assert again.look.scale == 1.0
    again.deleteLater()


def test_a_pack_with_faults_leaves_what_is_open(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    broken = tmp_path / "坏 包"
    broken.mkdir()
    (broken / "datapackage.json").write_text('{"title": "x"}', encoding="utf-8")
    (broken / "figures.csv").write_text("id,subject,indicator,value\na,nobody,x,1.2.3\n", encoding="utf-8")
    window.opening.open(broken)
    qtbot.waitUntil(lambda: any(type(w).__name__ == "FaultsDialog" for w in window.findChildren(QWidget)))
    assert window.briefing.title == "平湖经开"
    assert str(broken) not in window.settings.recent_packs


def test_a_pack_file_can_be_dropped_and_is_remembered(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    archive = tmp_path / "另一个 区.zonebrief"
    with zipfile.ZipFile(archive, "w") as pack:
        for path in SEED.iterdir():
            text = path.read_text(encoding="utf-8")
            pack.writestr(path.name, text.replace('"title": "平湖经开"', '"title": "另一个区"'))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(archive))])
    where = QPointF(300, 300)
    drop = QDropEvent(
        where, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: window.briefing.title == "另一个区")
    assert window.settings.recent_packs[0] == str(archive)


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900), (1920, 1080), (3840, 2160)])
@pytest.mark.parametrize("text_size", [1.0, 1.5, 2.0])
def test_panels_never_overlap_or_leave_the_page(
    window: MainWindow, qapp: QApplication, size: tuple[int, int], text_size: float
) -> None:
    window.resize(*size)
    window._set_text_size(text_size)
    for key in PAGES:
        window.show_page(key)
        window.complete()
        qapp.processEvents()
        boxes = [panel.geometry() for panel in window.current.panels()]
        assert len(boxes) == len(window.current.page.exhibits)
        for n, box in enumerate(boxes):
            assert box.left() >= 0 and box.right() <= window.current.viewport().width()
            assert not any(box.intersects(other) for other in boxes[n + 1 :])
        for view in views(window):
            for mark in view.marks():
                assert mark.rect.bottom() <= view.height() + 1, (key, size, text_size, mark.text)
                assert view.marks()[view._at(QPointF(free_place(view, mark)))] is mark


@pytest.mark.parametrize("title", ["平湖经开", "平湖经济技术开发区二〇二四年度招商引资与民生工作情况简报"])
@pytest.mark.parametrize(
    "header_size", [(1024, 700, 1.0), (1024, 700, 1.5), (1024, 700, 2.0), (1440, 900, 2.0), (3840, 2160, 2.0)]
)
def test_the_header_never_overlaps_and_cuts_nothing_that_cannot_be_read(
    window: MainWindow, qapp: QApplication, header_size: tuple[int, int, float], title: str
) -> None:
    width, height, text_size = header_size
    window.resize(width, height)
    window.header.set_texts(title, "2024 年度 · 截至 2025-02")
    window._set_text_size(text_size)
    qapp.processEvents()
    header = window.header
    parts: list[QWidget] = [header.brand, *header.tabs, header.search, *header.buttons]
    for n, part in enumerate(parts):
        assert header.rect().contains(part.geometry()), part.accessibleName()
        assert not any(part.geometry().intersects(other.geometry()) for other in parts[n + 1 :])
    for tab in header.tabs:
        assert tab.width() >= ink.width(header.brand._look, "tab_strong", tab.text())
    for button in header.buttons:
        assert button.width() >= button.sizeHint().width()
    assert header.search.width() >= 110 * text_size and header.brand.width() >= 120
    QApplication.sendEvent(header.brand, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(5, 5)))
    assert title in header.brand.toolTip() and "截至 2025-02" in header.brand.toolTip()
    assert "截至 2025-02" in header.brand.accessibleDescription()
    if len(title) < 6:
        assert header.brand.width() >= header.brand.sizeHint().width(), "a short title is never cut"


def test_every_control_has_an_accessible_name(window: MainWindow) -> None:
    for key in PAGES:
        window.show_page(key)
        window.complete()
        for widget in window.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
                name = widget.accessibleName() or getattr(widget, "text", lambda: "")()
                assert name, f"{type(widget).__name__} in {type(widget.parent()).__name__}"


def test_reading_again_keeps_the_page(window: MainWindow, qtbot: QtBot) -> None:
    window.show_third_page()
    before = window.briefing
    window.reload()
    qtbot.waitUntil(lambda: window.briefing is not before)
    assert window.page == "livelihood" and window.briefing.title == "平湖经开"


@pytest.mark.parametrize("room", [(1366, 728), (1024, 560), (1920, 1040)])
def test_the_first_window_is_no_larger_than_the_screen(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: tuple[int, int]
) -> None:
    monkeypatch.setattr(MainWindow, "_room", lambda window: QSize(*room))
    made = app.make_window(store_in(str(tmp_path / "settings.ini")))
    made.fit_screen()
    fits = made.size().boundedTo(QSize(*room))
    assert made.size() == fits and made.minimumSize().boundedTo(fits) == made.minimumSize()
    assert made.isMaximized() == (room != (1920, 1040))
    made.deleteLater()


def test_the_focus_is_a_frame_around_a_control_and_leaves_its_words_alone(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.toggle_sources(True)
    window.show_source(Ref("figures", 0))
    window.activateWindow()
    window.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as the Tab key does
    for control in (*window.header.buttons, window._panel().findChild(QuoteBox)):
        assert control is not None
        window.setFocus()
        without = control.grab().toImage()
        control.setFocus(Qt.FocusReason.TabFocusReason)
        qtbot.waitUntil(control.hasFocus)
        focused, right, middle = control.grab().toImage(), control.width() - 1, control.height() // 2
        assert all(focused.pixel(x, middle) != without.pixel(x, middle) for x in (0, right))
        if isinstance(control, QPushButton):
            above, below = 6, control.height() - 7
            assert all(focused.pixel(right // 2, y) == without.pixel(right // 2, y) for y in (above, below))


def test_no_text_of_a_pack_is_taken_for_html(window: MainWindow, tmp_path: Path, qapp: QApplication) -> None:
    """It would be shown as something else than the pack says, and could load pictures."""
    html = "<b>甲</b><img src='file:///etc/hostname'>"
    rows = {
        "sources": [{"id": "news", "title": html, "publisher": html}],
        "subjects": [{"id": "zone", "name": html, "kind": "zone"}],
        "figures": [figure(indicator=html, label=html, quote=f"{html}完成实到外资1.66亿美元")],
        "facilities": [{"id": "a", "name": html, "category": html, "community": html, "note": html}],
        "programmes": [{"id": "p", "name": html, "summary": html, "page": "industry"}],
        "panels": [
            {"page": "industry", "position": "1", "kind": "message", "title": html, "items": "fdi"},
            {"page": "industry", "position": "2", "kind": "cards", "title": html, "items": "fdi"},
            {"page": "industry", "position": "3", "kind": "programmes", "title": html},
            {"page": "livelihood", "position": "1", "kind": "facilities", "title": html},
        ],
    }
    pack = write_folder(tmp_path / "pack", files_of(rows, title=html))
    briefing = load(pack).briefing
    assert briefing is not None
    window.show_briefing(briefing, pack)
    window.complete()
    for page in PAGES:
        window.show_page(page)
        window.show_source(Ref("figures", 0))
        qapp.processEvents()
        held = [label for label in window.findChildren(QLabel) if "<b>" in label.text()]
        assert all(label.textFormat() is Qt.TextFormat.PlainText for label in held)
        assert html in all_texts(window)
        tips = [widget.toolTip() for widget in window.findChildren(QWidget) if "甲" in widget.toolTip()]
        assert not [tip for tip in tips if "<b>" in tip]
