"""Questions are read whole, at every size of the text."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.charts import ink
from desktop.charts.theme import page_look
from desktop.stage import asking


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_answer_is_read_whole(qtbot: QtBot, scale: float) -> None:
    parent = QWidget()
    app.dress(parent, page_look("industry", scale))
    parent.setFont(ink.font(page_look("industry", scale), "body"))
    qtbot.addWidget(parent)
    answers, widths = ("恢复改动", "舍弃改动"), list[tuple[int, int]]()

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        QApplication.processEvents()
        buttons = box.findChildren(QPushButton)
        assert {button.text() for button in buttons} == {*answers, "以后再定"}
        widths.extend((button.width(), button.sizeHint().width()) for button in buttons)
        buttons[0].click()

    QTimer.singleShot(0, look)
    asking.choose(
        parent,
        "",
        "“领导 10 分钟”有未保存的改动：程序约于 2025-02-01 08:30 退出，当时未及保存。",
        answers,
        "以后再定",
    )
    assert len(widths) == 3 and all(width >= wanted for width, wanted in widths), widths
