"""The heading row of a listing: quiet words, and a sign where the rows are sorted."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.charts import ink
from desktop.charts.theme import CELL_PADDING, Look

_SIGN = 8


class ListingHeading(QHeaderView):
    """A click sorts by the column, a second one the other way, a third one restores the order of the pack. Signal:
    `dragged()` when the user has changed the width of a column, by pointer; widths change for other reasons too."""

    dragged = Signal()
    look: Look

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._before: list[int] = []
        self.setSectionsClickable(True)
        self.setSortIndicatorShown(True)
        self.setSortIndicatorClearable(True)
        self.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setHighlightSections(False)

    def _widths(self) -> list[int]:
        return [self.sectionSize(section) for section in range(self.count())]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._before = self._widths()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._widths() != self._before:
            self.dragged.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On the edge of a column it fits the column to what stands in it."""
        self._before = self._widths()
        super().mouseDoubleClickEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        look, palette = self.look, self.look.palette
        painter.save()
        painter.fillRect(rect, ink.colour(palette.card))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, ink.colour(palette.line))
        is_sorted = self.sortIndicatorSection() == section
        pad, sign = look.px(CELL_PADDING), look.px(_SIGN)
        room = QRectF(rect).adjusted(pad, 0, -pad - (sign * 1.5 if is_sorted else 0), 0)
        role = "note_strong" if is_sorted else "small"
        shade = palette.ink if is_sorted else palette.ink_small
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        ink.write(painter, look, role, shade, room, text)
        if is_sorted:
            after = min(room.right(), room.left() + ink.width(look, role, text)) + sign * 0.75
            self._sign(painter, QPointF(after + sign / 2, room.center().y()), sign)
        painter.restore()

    def _sign(self, painter: QPainter, centre: QPointF, side: float) -> None:
        down = -1 if self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder else 1
        path = QPainterPath(centre + QPointF(0, down * side * 0.4))
        path.lineTo(centre + QPointF(side / 2, -down * side * 0.4))
        path.lineTo(centre + QPointF(-side / 2, -down * side * 0.4))
        path.closeSubpath()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(path, ink.colour(self.look.accent))
