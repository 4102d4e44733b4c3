"""Exports as a user of the window meets them: the dialog, cancelling, menus, the clipboard."""

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from desktop.briefing.briefing import Briefing
from desktop.exhibits.jobs import KINDS, ExportError, Job, Outcome, kind_of
from desktop.exhibits.kinds import Listing
from desktop.exporting import Exporter
from desktop.window.exhibit_view import ExhibitView
from desktop.window.export_dialog import ExportDialog, file_name
from desktop.window.listing_panel import ListingPanel
from desktop.window.main_window import MainWindow


@pytest.fixture
def dialog(window: MainWindow, tmp_path: Path) -> ExportDialog:
    window.ask_for_export()
    made = window.exporting.dialog
    assert made is not None
    made.path.setText(str(tmp_path / "out" / "简报.pdf"))
    (tmp_path / "out").mkdir()
    return made


def choose(dialog: ExportDialog, key: str) -> None:
    dialog.kinds.setCurrentIndex([kind.key for kind in KINDS].index(key))


@pytest.mark.parametrize("key", [kind.key for kind in KINDS])
def test_every_kind_is_written_and_can_be_opened(
    key: str, dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    choose(dialog, key)
    path = dialog.job().path
    assert path.suffix == ("" if kind_of(key).folder else kind_of(key).ending)
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    assert dialog.is_running and not dialog.export.isEnabled()
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=30_000)
    assert path.exists() and dialog.open_folder.isVisible()
    dialog.open_folder.click()
    if not kind_of(key).folder:
        dialog.open_file.click()
        assert opened[1].toLocalFile() == str(path)
    assert opened[0].toLocalFile() == str(path if kind_of(key).folder else path.parent)
    assert all(url.isLocalFile() for url in opened)


def test_the_page_is_exported_as_it_is_filtered(window: MainWindow) -> None:
    window.show_third_page()
    window.complete()
    window.header.search.setText("托育")
    window._filter_page()
    window.ask_for_export()
    dialog = window.exporting.dialog
    assert dialog is not None and dialog.this_page.isChecked() and "托育" in dialog.this_page.text()
    choice = dialog.job().choice
    assert choice.pages == ("livelihood",) and choice.shown is not None and choice.shown.words == ("托育",)
    shown = {panel.shown_exhibit().position for panel in window.current.panels()}  # type: ignore[attr-defined]
    assert set(choice.shown.left) == shown < {e.position for e in window.current.page.exhibits}
    dialog.all_pages.setChecked(True)
    assert dialog.job().choice.shown is None


@pytest.mark.parametrize("key", [kind.key for kind in KINDS])
def test_what_is_always_the_whole_pack_says_so(key: str, dialog: ExportDialog) -> None:
    choose(dialog, key)
    assert dialog.whole.isVisible() is kind_of(key).whole is not dialog.scope.isVisible()


def test_the_category_of_a_list_counts_as_a_filter(window: MainWindow) -> None:
    window.show_third_page()
    window.complete()
    panel = next(p for p in window.current.panels() if isinstance(p, ListingPanel) and p.view.chips)
    assert window.current.shown() is None and panel.view.chips is not None
    category = next(iter(panel.exhibit.categories))
    panel.view.chips.choose(category)
    panel.view._narrow()
    shown = window.current.shown()
    assert shown is not None and shown.words == (category,)
    assert len(shown.left[panel.exhibit.position]) < len(panel.exhibit.rows)


def test_asking_again_shows_the_same_question(window: MainWindow, dialog: ExportDialog) -> None:
    window.ask_for_export()
    assert window.exporting.dialog is dialog
    dialog.reject()
    assert window.exporting.dialog is None


class Slow(Exporter):
    """Works on until it is told to stop."""

    def __init__(self) -> None:
        self.started, self.ended = threading.Event(), threading.Event()

    def write(
        self, job: Job, briefing: Briefing, pack: Path | None, progress: Callable[[int, int], None]
    ) -> Outcome:
        self.started.set()
        try:
            while not self.ended.wait(0.005):
                progress(1, 0)
        finally:
            self.ended.set()
        return Outcome([])


def test_cancelling_stops_the_work_and_stays(dialog: ExportDialog, qtbot: QtBot) -> None:
    slow = Slow()
    dialog._exporter = slow
    dialog.start()
    assert slow.started.wait(5)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert slow.ended.wait(5) and not dialog.is_running and dialog.isVisible()
    assert "已取消" in dialog.hint.text() and dialog.export.isEnabled()


def test_closing_the_window_ends_the_work(window: MainWindow, dialog: ExportDialog) -> None:
    slow = Slow()
    dialog._exporter = slow
    dialog.start()
    assert slow.started.wait(5)
    window.close()
    assert slow.ended.is_set()


def test_another_pack_that_opens_meanwhile_changes_nothing(
    window: MainWindow, dialog: ExportDialog, small: Briefing, qtbot: QtBot
) -> None:
    choose(dialog, "xlsx")
    window.show_briefing(small, None)
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=30_000)
    assert dialog.job().path.exists()


def test_a_place_that_cannot_be_written_to_is_said_in_the_dialog(dialog: ExportDialog, qtbot: QtBot) -> None:
    dialog.path.setText("/没有/这个文件夹/简报.pdf")
    dialog.start()
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=30_000)
    assert "不存在" in dialog.hint.text() and dialog.open_file.isHidden() and dialog.export.isEnabled()
    dialog.path.setText("")
    assert not dialog.export.isEnabled()


def test_what_would_be_replaced_is_said_before(dialog: ExportDialog) -> None:
    dialog.job().path.write_bytes(b"")
    dialog._tell_where()
    assert "将被替换" in dialog.hint.text()


def test_what_would_be_replaced_is_said_after_a_disk_answered_during_an_export_too(
    dialog: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow, answers = Slow(), threading.Event()
    dialog._exporter = slow
    monkeypatch.setattr("desktop.window.export_dialog._is_file", lambda path: answers.wait(10) and False)
    dialog._tell_where()
    dialog.start()
    answers.set()
    qtbot.wait(100)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    monkeypatch.undo()
    there = dialog.job().path.with_name("已有.pdf")
    there.write_bytes(b"")
    dialog.path.setText(str(there))
    qtbot.waitUntil(lambda: "将被替换" in dialog.hint.text())


def test_copying_gives_a_picture_and_a_table(window: MainWindow, qtbot: QtBot) -> None:
    window.show_second_page()
    window.complete()
    view = next(p for p in window.current.panels() if isinstance(p, ExhibitView))
    QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "剪贴板" in window.notice.text)
    content = QGuiApplication.clipboard().mimeData()
    assert content.hasImage() and "1.66 亿美元\t+11.7%" in content.text()
    QGuiApplication.clipboard().clear()


def actions_of(panel: ExhibitView | ListingPanel) -> list[str]:
    target = panel.view.table if isinstance(panel, ListingPanel) else panel
    place = target.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, target.mapToGlobal(place))
    QApplication.sendEvent(target, event)
    menus = target.findChildren(QMenu)
    texts = [action.text() for menu in menus for action in menu.actions()]
    for menu in menus:
        menu.close()
    return texts


def test_every_exhibit_offers_to_be_copied_and_saved(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: None)
    window.show_third_page()
    window.complete()
    for panel in window.current.panels():
        assert isinstance(panel, ExhibitView | ListingPanel)
        assert {"将图表复制为图片和表格", "将图表存为图片…"} <= set(actions_of(panel))


def test_an_exhibit_is_saved_as_it_is_shown(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.show_third_page()
    window.complete()
    panel = next(p for p in window.current.panels() if isinstance(p, ListingPanel))
    assert isinstance(panel.shown_exhibit(), Listing)
    window.exporting.save_to(panel, tmp_path / "a.png")
    qtbot.waitUntil(lambda: "已存为" in window.notice.text)
    assert QImage(str(tmp_path / "a.png")).width() == panel.width() * 2
    window.exporting.save_to(panel, tmp_path / "nowhere" / "a.png")
    qtbot.waitUntil(lambda: "不存在" in window.notice.text)


def test_an_exhibit_is_saved_as_it_was_asked_for_though_the_pack_is_read_again_meanwhile(
    window: MainWindow, small: Briefing, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What of it is proved by what is told by rows, which are those of another reading by then."""
    drawn: list[object] = []

    def picture(exhibit: object, evidence: object, *more: object) -> QImage:
        drawn.append(evidence)
        return QImage(2, 2, QImage.Format.Format_RGB32)

    def asks(*more: object) -> tuple[str, str]:
        window.show_briefing(small, None)
        return str(tmp_path / "a.png"), ""

    monkeypatch.setattr(window.exporting._exporter, "picture", picture)
    monkeypatch.setattr("desktop.window.exporting.QFileDialog.getSaveFileName", asks)
    before = window.evidence
    window.exporting.save(window.current.panels()[-1])  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: "已存为" in window.notice.text)
    assert drawn == [before] and window.evidence is not before


def test_names_are_names_that_every_system_takes() -> None:
    assert file_name('a/b\\c:d*"e"<f>|?') == "a b c d e f"
    assert file_name("...") and len(file_name("长" * 300)) <= 60
    assert issubclass(ExportError, Exception)
