"""How a cell of a listing is painted: one line of text, or the sign of its source."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.briefing.citations import Verdict
from desktop.charts import ink
from desktop.charts.sheet import source_dot
from desktop.charts.theme import CELL_PADDING, DOT, ROW_HEIGHT, TINT, Look, mixed
from desktop.window.listing_model import VERDICT_ROLE, Index

Sign = Callable[[QPainter, Look, QPointF, Verdict, float], None]

LONGEST_LINE = 400
"""Characters beyond this cannot be on screen in one line, and would be measured for nothing."""
NOTHING = "—"


class ListingDelegate(QStyledItemDelegate):
    """An empty cell between two others shows a dash. `first` is the role of the first column's text, `sign`
    paints the verdict in the last column."""

    look: Look
    first = "strong"
    sign: Sign = staticmethod(source_dot)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        drawn: Any = option  # its members are missing from Qt's stubs
        area, look = QRect(drawn.rect), self.look
        tint = self._ground(drawn.state)
        if tint:
            painter.fillRect(area, ink.colour(tint))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, ink.colour(look.palette.line))
        if index.column() == index.model().columnCount() - 1:
            verdict = Verdict(index.data(VERDICT_ROLE))  # Qt hands back a plain str
            self.sign(painter, look, QRectF(area).center(), verdict, DOT)
        else:
            text, role, shade = self._text(index)
            ink.write(painter, look, role, shade, self._room(area), text)

    def cut(self, area: QRect, index: Index) -> bool:
        """Whether the cell's text does not fit into `area`."""
        text, role, _ = self._text(index)
        return ink.width(self.look, role, text) > self._room(area).width() + 0.5

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text, role, _ = self._text(index)
        return QSize(round(self.natural_width(role, text)), round(self.look.px(ROW_HEIGHT)))

    def natural_width(self, role: str, text: str) -> float:
        return ink.width(self.look, role, text[:LONGEST_LINE]) + 2 * self.look.px(CELL_PADDING) + 1

    def _text(self, index: Index) -> tuple[str, str, str]:
        """The text, its role and its colour."""
        palette, column = self.look.palette, index.column()
        text = " ".join(str(index.data() or "")[:LONGEST_LINE].split())
        if not text and 0 < column < index.model().columnCount() - 2:
            return NOTHING, "body", palette.ink_small
        return text, (self.first if column == 0 else "body"), palette.ink

    def _room(self, area: QRect) -> QRectF:
        pad = self.look.px(CELL_PADDING)
        return QRectF(area).adjusted(pad, 0, -pad, -1)

    def _ground(self, state: QStyle.StateFlag) -> str:
        look = self.look
        if state & QStyle.StateFlag.State_Selected:
            return mixed(look.accent, look.palette.card, TINT)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        return mixed(look.accent, look.palette.card, TINT / 3) if hovered else ""
