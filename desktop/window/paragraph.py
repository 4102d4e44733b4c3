"""A paragraph of plain text in a role of the theme, wrapped at any character where it must be."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.briefing.proof import Verdict
from desktop.charts import ink
from desktop.charts.theme import DOT, Look
from desktop.window.signs import verdict_sign

MOST_LINES = 60
BETWEEN = " · "
"""Stands between the parts of a line."""


class Paragraph(QWidget):
    """Its text is its accessible name. With a verdict, its sign stands before the first line."""

    def __init__(self, role: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.text, self._role, self._shade = "", role, ""
        self._verdict: Verdict | None = None
        self._look = look
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        self._look = look
        self._changed()

    def say(self, text: str, shade: str = "", verdict: Verdict | None = None) -> None:
        """Show `text` in the colour `shade`, ink where it is empty; nothing at all for an empty text."""
        self.text, self._shade, self._verdict = " ".join(text.split()), shade, verdict
        self.setAccessibleName(self.text)
        self.setVisible(bool(text))
        self._changed()

    def _changed(self) -> None:
        self.updateGeometry()
        self.update()

    @property
    def _indent(self) -> float:
        return 0.0 if self._verdict is None else self._look.px(DOT * 3.6)

    def _line(self) -> float:
        return ink.line_height(self._look, self._role)

    def heightForWidth(self, width: int) -> int:
        return round(self._line() * len(self._lines(width)) + 0.5)

    def _lines(self, width: float) -> list[str]:
        """Broken between its parts where there are any, else at any character."""
        room, lines = max(1.0, width - self._indent), list[str]()
        for part in self.text.split(BETWEEN):
            joined = f"{lines[-1]}{BETWEEN}{part}" if lines else part
            if lines and ink.width(self._look, self._role, joined) <= room:
                lines[-1] = joined
            else:
                lines.extend(ink.wrap(self._look, self._role, part, room, MOST_LINES))
        return lines[:MOST_LINES]

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, round(self._line()))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look, line = QPainter(self), self._look, self._line()
        shade = self._shade or look.palette.ink
        if self._verdict is not None:
            middle = QRectF(0, 0, self._indent * 0.7, line).center()
            verdict_sign(painter, look, middle, self._verdict, DOT)
        for n, text in enumerate(self._lines(self.width())):
            room = QRectF(self._indent, n * line, self.width() - self._indent, line)
            ink.write(painter, look, self._role, shade, room, text)
