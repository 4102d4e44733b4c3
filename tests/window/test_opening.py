"""Opening packs: what was open stays where the new one cannot be shown, and one that is read again stays as it was."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Page, Timeline
from desktop.window.exhibit_view import ExhibitView
from desktop.window.listing_panel import ListingPanel
from desktop.window.main_window import MainWindow
from desktop.window.tasks import Tasks, shared_tasks

SEED = app.bundled(*app.BUNDLED_PACK)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The bundled pack under another name."""
    folder = tmp_path / "another"
    shutil.copytree(SEED, folder)
    text = (folder / "datapackage.json").read_text(encoding="utf-8")
    text = text.replace('"title": "平湖经开"', '"title": "另一个区"')
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    return folder


def fail_to_compose(composer: Composer, key: str) -> Page:
    raise ZeroDivisionError("composing")


def test_a_pack_that_cannot_be_composed_leaves_what_is_open_and_is_not_remembered(
    window: MainWindow, qtbot: QtBot, pack: Path, monkeypatch: pytest.MonkeyPatch, heard: list[object]
) -> None:
    before, title = window.briefing, window.windowTitle()
    with monkeypatch.context() as broken:
        broken.setattr(Composer, "page", fail_to_compose)
        window.opening.open(pack)
        qtbot.waitUntil(lambda: "composing" in window.notice.text)
    assert window.briefing is before and window.windowTitle() == title
    assert window.header.brand.text() == "平湖经开"
    assert str(pack) not in window.settings.recent_packs
    assert pack.name in window.notice.text and heard
    window.show_third_page()
    assert window.current.panels()


def test_a_pack_is_remembered_once_it_is_shown(window: MainWindow, qtbot: QtBot, pack: Path) -> None:
    window.opening.open(pack)
    qtbot.waitUntil(lambda: window.briefing.title == "另一个区")
    assert window.settings.recent_packs == [str(pack)]


def read_again(window: MainWindow, qtbot: QtBot) -> None:
    before = window.briefing
    window.reload()
    qtbot.waitUntil(lambda: window.briefing is not before)


def test_reading_again_leaves_everything_as_it_was(window: MainWindow, qtbot: QtBot) -> None:
    window.show_second_page()
    timeline = next(
        panel
        for panel in window.current.panels()
        if isinstance(panel, ExhibitView) and isinstance(panel.exhibit, Timeline)
    )
    timeline.zoom(0.5)
    left = timeline.state().stretch
    window.show_third_page()
    listing = next(panel for panel in window.current.panels() if isinstance(panel, ListingPanel))
    assert listing.view.chips is not None and listing.view.field is not None
    listing.view.chips.choose("托育")
    listing.view.field.setText("机构")
    listing.view.table.sort_by(0, falling=True)
    shown = [listing.view.model.cell(n, 0) for n in range(listing.view.model.rowCount())]
    window.current.scroll_to(150)
    ref = listing.view.model.row_at(0).ref
    window.show_source(ref)

    read_again(window, qtbot)
    listing = next(panel for panel in window.current.panels() if isinstance(panel, ListingPanel))
    assert [listing.view.model.cell(n, 0) for n in range(listing.view.model.rowCount())] == shown
    assert len(shown) == 2 and window.current.verticalScrollBar().value() == 150
    assert window._asked() == (ref, window.evidence) and window._panel().isVisible()
    window.show_second_page()
    views = [panel for panel in window.current.panels() if isinstance(panel, ExhibitView)]
    assert next(v for v in views if isinstance(v.exhibit, Timeline)).state().stretch == pytest.approx(left)


def test_reading_again_keeps_the_filter_and_another_pack_drops_it(
    window: MainWindow, qtbot: QtBot, pack: Path
) -> None:
    window.show_third_page()
    window.header.search.setText("托育")
    window._filter_page()
    kept = len(window.current.panels())
    read_again(window, qtbot)
    assert window.header.search.text() == "托育" and len(window.current.panels()) == kept
    window.opening.open(pack)
    qtbot.waitUntil(lambda: window.briefing.title == "另一个区")
    assert window.header.search.text() == "" and len(window.current.panels()) > kept


def test_sources_opened_by_a_click_are_open_at_the_next_start(window: MainWindow) -> None:
    assert not window.settings.citation_open
    card = next(panel for panel in window.current.panels() if isinstance(panel, ExhibitView))
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert window.settings.citation_open
    window.close_sources()
    assert not window.settings.citation_open


def test_there_is_one_worker_however_many_packs_are_opened(
    window: MainWindow, qapp: QApplication, qtbot: QtBot
) -> None:
    tasks = shared_tasks()
    for _ in range(3):
        window.show_third_page()
        read_again(window, qtbot)
    assert qapp.findChildren(Tasks) == [tasks] and shared_tasks() is tasks


def test_a_pack_from_a_relative_path_is_remembered_by_its_whole_path(
    window: MainWindow, qtbot: QtBot, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pack.parent)
    window.opening.open(Path(pack.name))
    qtbot.waitUntil(lambda: window.briefing.title == "另一个区")
    assert window.settings.recent_packs == [str(pack)] and window.pack == pack


def test_reading_again_tells_what_does_not_match_its_source(
    window: MainWindow, qtbot: QtBot, pack: Path
) -> None:
    window.opening.open(pack)
    qtbot.waitUntil(lambda: window.briefing.title == "另一个区")
    figures = pack / "figures.csv"
    text = figures.read_text(encoding="utf-8")
    assert "1.66" in text
    figures.write_text(text.replace("1.66", "1.77", 1), encoding="utf-8")
    read_again(window, qtbot)
    assert "1 处与出处不符" in window.notice.text


def test_reading_again_tells_what_is_worth_a_look(window: MainWindow, qtbot: QtBot, pack: Path) -> None:
    window.opening.open(pack)
    qtbot.waitUntil(lambda: window.briefing.title == "另一个区")
    figures = pack / "figures.csv"
    text = figures.read_text(encoding="utf-8")
    assert ",story,累计走访企业上千次" in text
    figures.write_text(text.replace(",story,累计走访企业上千次", ",,"), encoding="utf-8")
    read_again(window, qtbot)
    assert "累计走访企业”没有出处" in window.notice.text and "figures.csv" in window.notice.text


def test_a_sign_stands_over_the_window_while_a_pack_is_dragged_across(window: MainWindow, pack: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(pack))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(300, 300), copy, data, left, none))
    assert window._drop_sign.isVisible() and window._drop_sign.geometry() == window.rect()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window._drop_sign.isVisible()
