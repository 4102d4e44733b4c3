"""The key list."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.charts.theme import page_look
from desktop.quantities.language import tr
from desktop.window.actions import POINTER_MOVES, key_lines
from desktop.window.keys import KeysDialog


@dataclass(frozen=True)
class Some:
    text: str
    shortcuts: list[str]
    group: str


def texts(dialog: KeysDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(QLabel)]


def test_each_group_stands_once_over_its_lines(qtbot: QtBot) -> None:
    lines = [
        Some("开", ["Ctrl+O"], "文件"),
        Some("大", ["Ctrl++", "Ctrl+="], "显示"),
        Some("关 <b>&", ["Esc"], "文件"),
    ]
    dialog = KeysDialog(lines)
    qtbot.addWidget(dialog)
    assert texts(dialog) == ["文件", "开", "Ctrl+O", "关 <b>&", "Esc", "显示", "大", "Ctrl++", "Ctrl+="]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in dialog.findChildren(QLabel))


def test_what_moves_a_timeline_is_listed_for_keys_and_pointer() -> None:
    shown = {key for line in key_lines() for key in line.shortcuts}
    keys = ("Shift+Left", "Shift+Right", "Up", "Down", "+", "-", "0")
    native = QKeySequence.SequenceFormat.NativeText  # Qt's own words for keys may have been installed by now
    assert {QKeySequence(key).toString(native) for key in keys} <= shown
    assert {tr(move) for move in POINTER_MOVES} <= shown and "滚轮" in shown


def test_every_key_of_the_app_is_in_it_and_can_be_read_at_twice_the_size(qtbot: QtBot) -> None:
    dialog = KeysDialog(key_lines(), look=page_look("industry", 2.0))
    qtbot.addWidget(dialog)
    dialog.show()
    for line in key_lines():
        assert line.text in texts(dialog) and all(key in texts(dialog) for key in line.shortcuts)
    labels = [label for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert all(label.width() >= label.sizeHint().width() for label in labels), "none is cut"
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
