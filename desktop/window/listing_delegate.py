"""How a cell of a table of records is painted: its text, or the sign of its source."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any, Protocol

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.briefing.proof import Verdict
from desktop.charts import ink
from desktop.charts.sheet import source_dot
from desktop.charts.theme import CELL_PADDING, DOT, ROW_HEIGHT, TINT, TYPE, Look, mixed
from desktop.window.listing_model import Index

Sign = Callable[[QPainter, Look, QPointF, Verdict | None, float], None]

LONGEST_LINE = 400
"""Characters beyond this cannot be on screen in one line, and would be measured for nothing."""
MOST_LINES = 3
"""Of a cell."""
NOTHING = "—"
_ONE_LINE = Qt.TextFlag.TextSingleLine.value | Qt.AlignmentFlag.AlignVCenter.value
_SELECTED = QStyle.StateFlag.State_Selected.value
_HOVERED = QStyle.StateFlag.State_MouseOver.value


class Cells(Protocol):
    """What the delegate asks of a model, past Qt's variants, which cost more than the painting."""

    @property
    def source_column(self) -> int: ...
    def cell(self, place: int, column: int) -> str: ...
    def verdict(self, place: int) -> Verdict | None: ...


class ListingDelegate(QStyledItemDelegate):
    """An empty cell between two others shows a dash. `first` is the role of the first column's text, `sign`
    paints the verdict in the last column. Every row has room for `lines` lines."""

    def __init__(self, cells: Cells, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells, self.look = cells, look
        self.first, self.lines = "strong", 1
        self.sign: Sign = source_dot

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        drawn: Any = option  # its members are missing from Qt's stubs
        area, look, place, column = QRect(drawn.rect), self.look, index.row(), index.column()
        tint = self._ground(drawn.state.value)
        if tint:
            painter.fillRect(area, ink.colour(tint))
        painter.fillRect(area.left(), area.bottom(), area.width(), 1, ink.colour(look.palette.line))
        if column == self._cells.source_column:
            self.sign(painter, look, QRectF(area).center(), self._cells.verdict(place), DOT)
            return
        text, role, shade = self._text(place, column)
        room = self._room(area)
        painter.setFont(ink.font(look, role))
        painter.setPen(ink.colour(shade))
        lines = fitted(look, role, text, room.width(), self.lines)
        tall = ink.line_height(look, role)
        top = room.center().y() - len(lines) * tall / 2
        for n, line in enumerate(lines):
            painter.drawText(QRectF(room.left(), top + n * tall, room.width(), tall), _ONE_LINE, line)

    def cut(self, area: QRect, index: Index) -> bool:
        """Whether the cell's text does not fit into `area`."""
        text, role, _ = self._text(index.row(), index.column())
        lines = fitted(self.look, role, text, self._room(area).width(), self.lines)
        return "".join("".join(lines).split()) != "".join(text.split())

    @property
    def row_height(self) -> int:
        return self.height_of(self.lines)

    def height_of(self, lines: int) -> int:
        """How high a row of so many lines is."""
        return round(self.look.px(ROW_HEIGHT) + (lines - 1) * ink.line_height(self.look, self.first))

    def lines_of(self, role: str, text: str, width: float) -> int:
        """How many lines a text takes in a column so wide, as far as it may."""
        room = width - 2 * self.look.px(CELL_PADDING)
        return len(fitted(self.look, role, " ".join(text.split()), room, MOST_LINES))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        text, role, _ = self._text(index.row(), index.column())
        return QSize(round(self.natural_width(role, text)), self.row_height)

    def natural_width(self, role: str, text: str) -> float:
        return ink.width(self.look, role, text[:LONGEST_LINE]) + 2 * self.look.px(CELL_PADDING) + 1

    def _text(self, place: int, column: int) -> tuple[str, str, str]:
        """The text, its role and its colour."""
        palette, last = self.look.palette, self._cells.source_column - 1
        if column > last:
            return "", "body", palette.ink
        text = " ".join(self._cells.cell(place, column)[:LONGEST_LINE].split())
        if not text and 0 < column < last:
            return NOTHING, "body", palette.ink_small
        return text, ("body" if column else self.first), palette.ink

    def _room(self, area: QRect) -> QRectF:
        pad = self.look.px(CELL_PADDING)
        return QRectF(area).adjusted(pad, 0, -pad, -1)

    def _ground(self, state: int) -> str:
        look = self.look
        if state & _SELECTED:
            return mixed(look.accent, look.palette.card, TINT)
        return mixed(look.accent, look.palette.card, TINT / 3) if state & _HOVERED else ""


@lru_cache(maxsize=2048)
def fitted(look: Look, role: str, text: str, room: float, most: int) -> tuple[str, ...]:
    """The text in at most so many lines, the last one shortened with an ellipsis where it does not fit; a short text
    need not be measured."""
    if len(text) * look.px(TYPE[role][0]) <= room:
        return (text,)
    if most == 1 or ink.width(look, role, text) <= room:
        return (ink.elided(look, role, text, room),)
    *lines, last = ink.wrap(look, role, text, max(1.0, room), most)
    return (*lines, ink.elided(look, role, last, room))
