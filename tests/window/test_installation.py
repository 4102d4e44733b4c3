"""The installation is checked from the menu."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.window.installation import InstallationDialog
from desktop.window.main_window import MainWindow


def test_the_menu_item_shows_a_page_that_can_be_copied(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["test"].trigger()
    dialog = window.findChild(InstallationDialog)
    assert isinstance(dialog, InstallationDialog) and dialog.isVisible()
    assert dialog.verdict.text() == "一切正常。"
    for word in ("Python", "Noto Sans SC", "OpenGL: 不需要", "可写入", "100 %", "✓ 产业", "✓ 民生"):
        assert word in dialog.text.toPlainText()
    assert "首次显示" not in dialog.text.toPlainText(), "the app did not just start"
    dialog.copy.click()
    assert QGuiApplication.clipboard().text().startswith("一切正常。\nZoneBrief: ")
    dialog.close()


def test_where_nothing_can_be_written_settings_stay_in_memory_and_the_app_says_so(
    qapp: QApplication, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    window = app.make_window(QSettings(str(tmp_path / "file" / "settings.ini"), QSettings.Format.IniFormat))
    monkeypatch.setattr("desktop.window.crash.install", lambda folder, show, shown: None)
    app.open_first(window, None)
    window.first_painted.connect(lambda: app._after_first_paint(qapp, window))
    window.show()
    qtbot.waitUntil(lambda: "设置只保留到窗口关闭" in window.notice.text)
    window.enlarge_text()
    assert window.settings.text_size == 1.1
    window.settings.save()
    assert window.settings.text_size == 1.1
    window.close()
    window.deleteLater()
