"""A list that drops down, for the window's dialogs and the stage's."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox

from desktop.charts.theme import GRID


class DropDown(QComboBox):
    """Draws the arrow that a list has not under a style sheet."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        painter.drawText(
            self.rect().adjusted(0, 0, -GRID, 0),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            "▾",
        )
        painter.end()
