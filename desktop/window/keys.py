"""The key list, made from the actions."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.briefing.language import tr


class Line(Protocol):
    """A line of the list: what it does, the keys for it, and the heading that it stands under."""

    @property
    def text(self) -> str: ...
    @property
    def shortcuts(self) -> list[str]: ...
    @property
    def group(self) -> str: ...


class KeysDialog(QDialog):
    """Shows `lines` under their headings; Esc closes it."""

    def __init__(self, lines: Sequence[Line], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Key list"))
        area = QScrollArea(self)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(tr("Key list"))
        body = QWidget()
        area.setWidget(body)
        self._fill(QGridLayout(body), lines)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(buttons)
        wide, tall = body.sizeHint().width(), body.sizeHint().height()
        room = parent.size() if parent else self.size()
        self.resize(min(wide + 80, room.width()), min(tall + 90, round(room.height() * 0.9)))

    def _fill(self, grid: QGridLayout, lines: Sequence[Line]) -> None:
        grid.setColumnStretch(0, 1)
        group = ""
        for line in lines:
            if line.group != group:
                group = line.group
                grid.addWidget(self._label(group, bold=True), grid.rowCount(), 0, 1, 2)
            row = grid.rowCount()
            grid.addWidget(self._label(line.text), row, 0)
            grid.addWidget(self._label("   ".join(line.shortcuts)), row, 1, Qt.AlignmentFlag.AlignRight)

    @staticmethod
    def _label(text: str, bold: bool = False) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        font = QFont(label.font())
        font.setBold(bold)
        label.setFont(font)
        return label
