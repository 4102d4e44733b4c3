"""The slides of a show that is being arranged, as live pictures that can be dragged."""

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QMimeData,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QDropEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.charts import ink
from desktop.charts.theme import GRID, Look, mixed, page_look
from desktop.exhibits.deck import Deck, Slide
from desktop.quantities.language import tr
from desktop.stage.clock import CHARACTERS_A_MINUTE, planned
from desktop.stage.console import minutes_and_seconds
from desktop.stage.draft import Draft
from desktop.stage.pictures import Pictures
from desktop.stage.thumbnails import AnyIndex, DeckModel, Thumbnails

PICTURE_WIDTH = 224
PADDING = 12
STACK = 4
"""How far the slides of a panel lie behind its first one, as a stack."""
SETTLED = 120
"""Milliseconds after the last change of size, before the pictures are drawn anew."""
KIND = "application/x-zonebrief-slides"
PALE = 0.3


class SorterModel(DeckModel):
    """A draft, one row for each entry: its first slide stands for all of them. Signal moved(list): new places."""

    moved = Signal(object)

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(Deck("", "", ()), parent)
        self.draft = draft
        self.speed = CHARACTERS_A_MINUTE

    def set_draft(self, draft: Draft) -> None:
        self.beginResetModel()
        self.draft = draft
        self.endResetModel()

    def changed(self) -> None:
        """Entries were hidden, shown or planned: their lines and the numbers of all others may be others now."""
        last = self.rowCount() - 1
        if last >= 0:
            self.dataChanged.emit(self.index(0, 0), self.index(last, 0))

    def slide(self, row: int) -> Slide:
        return self.draft.entries[row].base[0]

    def number(self, row: int) -> str:
        return self.draft.number(row)

    def is_hidden(self, row: int) -> bool:
        return self.draft.entries[row].row.hidden

    def detail(self, row: int) -> str:
        """How many slides it is, and how long it takes."""
        slides = self.draft.entries[row].slides
        time = minutes_and_seconds(sum(planned(slide, self.speed) for slide in slides))
        return tr("{count} slides · {time}", count=len(slides), time=time) if len(slides) > 1 else time

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.draft.entries)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = index.row()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            number = tr("hidden") if self.is_hidden(row) else self.number(row)
            return f"{number} {self.slide(row).title} {self.detail(row)}"
        return self.slide(row) if role == Qt.ItemDataRole.UserRole else None

    # dragging

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [KIND]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        data.setData(KIND, " ".join(str(index.row()) for index in indexes).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: AnyIndex
    ) -> bool:
        if action != Qt.DropAction.MoveAction or not data.hasFormat(KIND) or parent.isValid():
            return False
        places = [int(place) for place in bytes(data.data(KIND).data()).split()]
        self.move(places, row if row >= 0 else self.rowCount())
        return True

    def move(self, places: Collection[int], to: int) -> None:
        """Put entries before the place `to`."""
        self.beginResetModel()
        now = self.draft.move(places, to)
        self.endResetModel()
        self.moved.emit(now)

    def shift(self, places: Collection[int], step: int) -> None:
        self.beginResetModel()
        now = self.draft.shift(places, step)
        self.endResetModel()
        self.moved.emit(now)


class SorterGrid(Thumbnails):
    """Shows a `SorterModel` in rows. Signal picked(): other entries are selected."""

    picked = Signal()

    def __init__(self, model: SorterModel, pictures: Pictures, look: Look, parent: QWidget) -> None:
        super().__init__(model, pictures, 16 / 9, True, parent)
        self.look = look
        self.sheets = model
        self.set_picture_width(round(look.px(PICTURE_WIDTH)))
        self._resized = QTimer(self)
        self._resized.setSingleShot(True)
        self._resized.setInterval(SETTLED)
        self._resized.timeout.connect(self._fill)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(True)
        self.setAccessibleName(tr("Slides of the show"))
        model.moved.connect(self.select)
        self.selectionModel().selectionChanged.connect(lambda *_: self.picked.emit())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resized.start()

    def _fill(self) -> None:
        """Make the pictures as large as fills the rows."""
        least = self.look.px(PICTURE_WIDTH + 2 * PADDING)
        room = self.viewport().width() - 2
        columns = max(1, int(room / least))
        self.set_picture_width(int(room / columns - 2 * round(self.look.px(PADDING))))

    @property
    def places(self) -> list[int]:
        """The selected entries, in order."""
        return sorted(index.row() for index in self.selectedIndexes())

    def select(self, places: Sequence[int]) -> None:
        """Select these entries and bring them into view."""
        chosen = QItemSelection()
        for place in places:
            chosen.select(self.sheets.index(place, 0), self.sheets.index(place, 0))
        model = self.selectionModel()
        if places:
            first = self.sheets.index(places[0], 0)
            model.setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if places:
            self.scrollTo(self.sheets.index(places[-1], 0))
            self.scrollTo(self.sheets.index(places[0], 0))

    def place_for(self, point: QPoint) -> int:
        """Before which entry something would come to stand that is dropped at a point."""
        index = self.indexAt(point)
        if not index.isValid():
            return self.sheets.rowCount()
        return index.row() + (1 if point.x() > self.visualRect(index).center().x() else 0)

    def dropEvent(self, event: QDropEvent) -> None:
        if event.source() is self:
            to = self.place_for(event.position().toPoint())
            self.sheets.dropMimeData(event.mimeData(), Qt.DropAction.MoveAction, to, 0, QModelIndex())
            event.setDropAction(
                Qt.DropAction.CopyAction
            )  # the entries are moved: nothing is left to take away
            event.accept()
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()


class _Delegate(QStyledItemDelegate):
    """An entry: its picture, the other slides of the panel as a stack behind it, its number and title below."""

    def __init__(self, view: SorterGrid) -> None:
        super().__init__(view)
        self._view = view

    def _pad(self) -> int:
        return round(self._view.look.px(PADDING))

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        lines = ink.line_height(self._view.look, "note") + ink.line_height(self._view.look, "small")
        return self._view.picture_size + QSize(2 * self._pad(), 2 * self._pad() + round(lines) + GRID)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        view, row = self._view, index.row()
        box: QRect = option.rect  # type: ignore[attr-defined]
        entry, palette = view.sheets.draft.entries[row], view.look.palette
        rect = QRect(box.topLeft() + QPoint(self._pad(), self._pad()), view.picture_size)
        selected = view.selectionModel().isSelected(view.sheets.index(row, 0))
        accent = page_look(entry.page).accent if entry.page else palette.ink_soft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            frame = QRectF(box).adjusted(3, 3, -3, -3)
            ink.box(
                painter, frame, 8, mixed(view.look.accent, palette.card, 0.12), ink.pen(view.look.accent, 2)
            )
        if view.hasFocus() and index == view.currentIndex():
            ink.box(painter, QRectF(box).adjusted(1, 1, -1, -1), 9, None, ink.pen(palette.ink, 1.5))
        painter.setOpacity(PALE if entry.row.hidden else 1.0)
        for depth in range(min(2, len(entry.base) - 1), 0, -1):
            behind = QRectF(rect).translated(STACK * depth, -STACK * depth)
            ink.box(painter, behind, 3, mixed(accent, palette.card, 0.3), ink.pen(palette.faint, 1))
        view.paint_slide(painter, rect, row)
        painter.setOpacity(1.0)
        self._write(painter, rect, row)
        painter.restore()

    def _write(self, painter: QPainter, rect: QRect, row: int) -> None:
        look, model = self._view.look, self._view.sheets
        hidden = model.is_hidden(row)
        shade = look.palette.ink_small if hidden else look.palette.ink
        line = QRectF(rect.left(), rect.bottom() + GRID / 2, rect.width(), ink.line_height(look, "note"))
        number = tr("hidden") if hidden else model.number(row)
        wide = ink.width(look, "note_strong", number) + GRID
        ink.write(painter, look, "note_strong", shade, line, number)
        ink.write(painter, look, "note", shade, line.adjusted(wide, 0, 0, 0), model.slide(row).title)
        below = QRectF(line.left(), line.bottom(), line.width(), ink.line_height(look, "small"))
        entry = model.draft.entries[row]
        parts = [model.detail(row), tr("own script") if entry.row.script else ""]
        ink.write(
            painter, look, "small", look.palette.ink_small, below, " · ".join(part for part in parts if part)
        )
