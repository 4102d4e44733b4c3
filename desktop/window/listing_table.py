"""The table of a listing: keys, pointer, copying and the widths of its columns."""

from collections.abc import Sequence
from itertools import chain, groupby, pairwise

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QMenu, QWidget

from desktop.charts import ink, plain
from desktop.charts.theme import COLUMN_MAX_WIDTH, COLUMN_MIN_WIDTH, ROW_HEIGHT, SOURCE_COLUMN, Look
from desktop.quantities.language import tr
from desktop.window.listing_columns import SAMPLE, kept, longest, shared
from desktop.window.listing_heading import ListingHeading
from desktop.window.listing_model import REF_ROLE, ListingModel
from desktop.window.plain_table import PlainTable

_ASKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class ListingTable(PlainTable):
    """Signals: `source_asked(Ref)`, `sort_asked(column, falling)` with column −1 for the pack's own order,
    `copy_asked(rows)`, `columns_moved(widths at scale 1)` when the user has changed one,
    `menu_opened(QMenu)` before the menu of the rows is shown."""

    source_asked = Signal(object)
    sort_asked = Signal(int, bool)
    copy_asked = Signal(object)
    columns_moved = Signal(object)
    menu_opened = Signal(object)

    def __init__(self, model: ListingModel, look: Look, parent: QWidget) -> None:
        super().__init__(model, look, parent)
        self.remembered: Sequence[float] = ()
        self._heading = ListingHeading(self)
        self._heading.look = look
        self.setHorizontalHeader(self._heading)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.set_look(look)
        self._heading.sortIndicatorChanged.connect(self._sorted)
        self._heading.dragged.connect(self._keep_widths)
        self.doubleClicked.connect(self._ask)

    def set_look(self, look: Look) -> None:
        self._heading.look = look
        self._heading.setFixedHeight(round(look.px(ROW_HEIGHT)))
        self._heading.setMinimumSectionSize(round(look.px(SOURCE_COLUMN) / 2))
        super().set_look(look)

    @property
    def listing_model(self) -> ListingModel:
        model = self.model()
        assert isinstance(model, ListingModel)
        return model

    # columns

    def lay_out_columns(self) -> None:
        """Share the width out over the columns, or keep those that the user chose; names that do not fit are wrapped."""
        source, widths = self.look.px(SOURCE_COLUMN), self._fitted(self.viewport().width())
        edges = [round(sum(widths[:n])) for n in range(len(widths) + 1)]
        for column, (left, right) in enumerate(pairwise(edges)):
            self._heading.resizeSection(column, right - left)
        self._heading.resizeSection(self.listing_model.source_column, round(source))
        self.delegate.lines = self._lines(widths[0])
        self.verticalHeader().setDefaultSectionSize(self.delegate.row_height)

    def _fitted(self, width: int) -> list[float]:
        """The widths of the columns in a table so wide, without that of the source."""
        look, columns = self.look, range(self.listing_model.source_column)
        room, least = width - look.px(SOURCE_COLUMN), look.px(COLUMN_MIN_WIDTH)
        if len(self.remembered) == len(columns):
            return kept([look.px(width) for width in self.remembered], room, least)
        return shared([self._natural(column) for column in columns], room, least)

    def _lines(self, width: float) -> int:
        """How many lines the names need in a column so wide."""
        names = longest([row.cells[0] for row in self.listing_model.listing.rows[:SAMPLE]])
        return self.delegate.lines_of(self.delegate.first, names, width)

    def row_height(self, width: int) -> int:
        """How high a row is in a table so wide."""
        return self.delegate.height_of(self._lines(self._fitted(width)[0]))

    def _natural(self, column: int) -> float:
        rows = self.listing_model.listing.rows[:SAMPLE]
        role = "strong" if column == 0 else "body"
        texts = (longest([row.cells[column] for row in rows]), self.listing_model.listing.columns[column])
        widest = max(self.delegate.natural_width(role, text) for text in texts)
        return min(widest, self.look.px(COLUMN_MAX_WIDTH))

    def _keep_widths(self) -> None:
        columns = range(self.listing_model.source_column)
        self.remembered = tuple(self._heading.sectionSize(c) / self.look.scale for c in columns)
        self.lay_out_columns()
        self.columns_moved.emit(self.remembered)

    # sorting

    def _sorted(self, column: int, order: Qt.SortOrder) -> None:
        if column == self.listing_model.source_column:
            self._heading.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        else:
            self.sort_asked.emit(column, order is Qt.SortOrder.DescendingOrder)

    def sort_by(self, column: int, falling: bool = False) -> None:
        """As a click on the heading does."""
        self._heading.setSortIndicator(column, Qt.SortOrder(int(falling)))

    # copying

    def chosen_places(self) -> list[int]:
        """By ranges: one item of the model for each of very many rows would take seconds."""
        ranges = [range(part.top(), part.bottom() + 1) for part in self.selectionModel().selection().toList()]
        return list(ranges[0]) if len(ranges) == 1 else sorted(set(chain.from_iterable(ranges)))

    def copy_rows(self) -> None:
        """Ask for the selected rows to be copied."""
        rows = self.listing_model.rows_at(self.chosen_places())
        if rows:
            self.copy_asked.emit(rows)

    # asking

    def choose(self, place: int) -> None:
        """Select one row and bring it into view, whatever keys are held down meanwhile."""
        self.choose_all([place], place)

    def choose_all(self, places: Sequence[int], current: int) -> None:
        """Select these rows; keys go on from the row `current`, which is brought into view."""
        model, chosen = self.model(), QItemSelection()
        last = model.columnCount() - 1
        for _, run in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
            rows = [place for _, place in run]
            chosen.select(model.index(rows[0], 0), model.index(rows[-1], last))
        start = model.index(current if current >= 0 else next(iter(places), -1), 0)
        self.selectionModel().setCurrentIndex(start, QItemSelectionModel.SelectionFlag.NoUpdate)
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(start)

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            self.source_asked.emit(index.data(REF_ROLE))

    def _ask_current(self) -> None:
        self._ask(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() in _ASKING and self.currentIndex().isValid():
            self._ask_current()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.column() == self.listing_model.source_column:
            self._ask(index)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        over_source = self.indexAt(event.position().toPoint()).column() == self.listing_model.source_column
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if over_source else Qt.CursorShape.ArrowCursor
        )

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_key = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        if by_key and not self.currentIndex().isValid() and self.model().rowCount():
            self.choose(0)

    # menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu()
        self.menu_opened.emit(menu)
        menu.popup(event.globalPos())

    def menu(self) -> QMenu:
        """What can be done with the rows; all of it by keyboard, too."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setFont(ink.font(self.look, "body"))
        has_row = self.currentIndex().isValid()
        menu.addAction(tr("Show the source"), self._ask_current).setEnabled(has_row)
        copy = menu.addAction(tr("Copy as table"), QKeySequence.StandardKey.Copy, self.copy_rows)
        copy.setEnabled(self.selectionModel().hasSelection())
        menu.addSeparator()
        for column, name in enumerate(self.listing_model.listing.columns):
            action = menu.addAction(plain.label(tr("Sort by {column}", column=name)))
            action.setData(column)
        menu.addAction(tr("Restore the order")).setData(-1)
        menu.addAction(tr("Fit the columns"), self.forget_widths)
        menu.triggered.connect(self._sort_chosen)
        return menu

    def _sort_chosen(self, action: QAction) -> None:
        column = action.data()
        if column is not None:
            again = column >= 0 and self._heading.sortIndicatorSection() == column
            falling = again and self._heading.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            self.sort_by(column, falling)

    def forget_widths(self) -> None:
        """Give the columns the widths that suit what stands in them."""
        self.remembered = ()
        self.lay_out_columns()
        self.columns_moved.emit(())
