"""Slides as small pictures, in a strip or in a grid; each is drawn when it is first seen, a few at a time."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QHideEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.charts import ink
from desktop.charts.theme import STAGE, stage_look
from desktop.exhibits.deck import Deck, Slide
from desktop.quantities.language import tr
from desktop.stage.pictures import Pictures

GAP = 10
NUMBER_LINE = 18

AnyIndex = QModelIndex | QPersistentModelIndex


class DeckModel(QAbstractListModel):
    """The slides of a deck, hidden ones among them; `UserRole` gives the slide."""

    def __init__(self, deck: Deck, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._deck = deck

    def set_deck(self, deck: Deck) -> None:
        self.beginResetModel()
        self._deck = deck
        self.endResetModel()

    @property
    def deck(self) -> Deck:
        return self._deck

    def slide(self, row: int) -> Slide:
        return self._deck.slides[row]

    def number(self, row: int) -> str:
        """Its number among those that are shown; "" for a hidden slide."""
        if self.slide(row).hidden:
            return ""
        return str(sum(not slide.hidden for slide in self._deck.slides[: row + 1]))

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._deck.slides)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        slide = self.slide(index.row())
        if role == Qt.ItemDataRole.UserRole:
            return slide
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            hidden = tr("hidden") if slide.hidden else self.number(index.row())
            return f"{hidden} {slide.heading}"
        return None


class Thumbnails(QListView):
    """Shows a deck. Signal chosen(int): a slide was clicked, by its place in the deck."""

    chosen = Signal(int)

    def __init__(
        self,
        model: DeckModel,
        pictures: Pictures,
        ratio: float,
        wrapping: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ratio, self._pictures = ratio, pictures
        self._waiting: list[int] = []
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._draw_one)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(wrapping)
        self.setResizeMode(QListView.ResizeMode.Adjust if wrapping else QListView.ResizeMode.Fixed)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        if not wrapping:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Slides"))
        self.setItemDelegate(_Delegate(self))
        self.clicked.connect(self._clicked)
        self._width = 144
        self.setModel(model)

    @property
    def deck_model(self) -> DeckModel:
        model = self.model()
        assert isinstance(model, DeckModel)
        return model

    @property
    def picture_size(self) -> QSize:
        return QSize(self._width, round(self._width / self._ratio))

    def set_picture_width(self, width: int) -> None:
        self._width = width
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def fill(self, least: int) -> None:
        """Make the pictures as large as lets all be seen at once, but no narrower than `least`, and three in a row."""
        count = max(1, self.deck_model.rowCount())
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        room = self.width() - bar - 1
        for columns in range(3, max(3, room // (least + GAP)) + 1):
            wide = room // columns - GAP
            rows = -(-count // columns)
            if rows * (round(wide / self._ratio) + GAP + NUMBER_LINE) <= self.height():
                break
        self.set_picture_width(max(least, wide))
        self.doItemsLayout()
        self.scrollTo(self.currentIndex())

    def set_ratio(self, ratio: float) -> None:
        """The shape of the screen that the slides are for."""
        self._ratio = ratio
        self.set_picture_width(self._width)

    def set_current(self, row: int) -> None:
        """Mark a slide as the one that is shown, and bring it into view."""
        index = self.deck_model.index(row, 0)
        if index != self.currentIndex():
            self.setCurrentIndex(index)
            hints = QListView.ScrollHint
            self.scrollTo(index, hints.EnsureVisible if self.isWrapping() else hints.PositionAtCenter)

    def _clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    # drawing a few at a time

    @property
    def pixels(self) -> QSize:
        return self.picture_size * self.devicePixelRatioF()

    def want(self, row: int) -> None:
        """Draw the picture of a slide when there is time."""
        if row not in self._waiting:
            self._waiting.append(row)
        if not self._timer.isActive():
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._waiting.clear()
        self._timer.stop()

    def _draw_one(self) -> None:
        rows = [row for row in self._waiting if row < self.deck_model.rowCount()]
        self._waiting = rows[1:]
        if rows:
            self._pictures.of(self.deck_model.slide(rows[0]), "", self.pixels)
            self.update(self.deck_model.index(rows[0], 0))
        if not self._waiting:
            self._timer.stop()

    def paint_slide(self, painter: QPainter, rect: QRect, row: int) -> None:
        """Paint the picture of a slide into `rect`, or its heading until it is drawn."""
        slide = self.deck_model.slide(row)
        if self._pictures.has(slide, "", self.pixels):
            painter.drawPixmap(rect, self._pictures.of(slide, "", self.pixels))
            return
        painter.fillRect(rect, ink.colour(STAGE.ground))
        self.want(row)


class _Delegate(QStyledItemDelegate):
    """Paints a slide's picture with its number below, a frame around the current one; a hidden one is pale."""

    def __init__(self, view: Thumbnails) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return self._view.picture_size + QSize(GAP, GAP + NUMBER_LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        view, row = self._view, index.row()
        box: QRect = option.rect  # type: ignore[attr-defined]
        rect = QRect(box.topLeft() + QPoint(GAP // 2, GAP // 2), view.picture_size)
        slide = view.deck_model.slide(row)
        look = stage_look(slide.page)
        painter.save()
        if slide.hidden:
            painter.setOpacity(0.35)
        view.paint_slide(painter, rect, row)
        painter.setOpacity(1.0)
        current = index == view.currentIndex()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = ink.pen(look.accent if current else STAGE.line, 3.0 if current else 1.0)
        ink.box(painter, rect.toRectF(), 3, None, edge)
        number = tr("hidden") if slide.hidden else view.deck_model.number(row)
        line = QRect(rect.left(), rect.bottom() + 3, rect.width(), NUMBER_LINE)
        shade = look.accent if current else STAGE.ink_small
        ink.write(painter, look, "small", shade, line.toRectF(), f"{number}  {slide.heading}")
        painter.restore()
