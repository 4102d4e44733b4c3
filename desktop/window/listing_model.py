"""The rows of a listing as Qt's tables want them: those that are left, in the order that was asked for."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from itertools import compress
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.briefing.citations import Evidence
from desktop.briefing.headlines import headline
from desktop.briefing.proof import Proof, Verdict
from desktop.briefing.records import Ref
from desktop.charts.sheet import verdict_of
from desktop.exhibits.kinds import Listing, Row
from desktop.quantities.language import tr

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

REF_ROLE = Qt.ItemDataRole.UserRole.value
"""The record of the row."""


class ListingModel(QAbstractTableModel):
    """Columns are the listing's, and one more for the source. Rows are never changed one by one: each new
    filter or order is one reset."""

    def __init__(self, listing: Listing, evidence: Evidence, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.listing = listing
        self._evidence = evidence
        self.waits = False
        """Whether a verdict was asked for that was not known yet."""
        self._all: Sequence[int] = range(len(listing.rows))
        self._order: Sequence[int] | None = None
        self._visible: Sequence[int] = self._all
        self._words: tuple[str, ...] = ()
        self._before: tuple[tuple[str, ...], Sequence[int]] = ((), self._all)
        self._category = ""
        self.counts: Mapping[str, int] = listing.categories
        self.matching = len(self._all)

    # what is shown

    def narrow(self, needle: str, category: str = "") -> None:
        """Leave the rows that hold every word of `needle` and are of `category` (of any, where it is empty).

        `counts` and `matching` then tell how many rows the needle leaves per category and in all.
        """
        words = tuple(needle.casefold().split())
        if (words, category) != (self._words, self._category):
            self._words, self._category = words, category
            self._refresh()

    def arrange(self, order: Sequence[int] | None) -> None:
        """Show the rows in this order; None for the order of the pack."""
        self._order = order
        self._refresh()

    def _refresh(self) -> None:
        self.beginResetModel()
        rows = self._found() if self._words else self._all
        every, totals = self.listing.rows, self.listing.categories
        self.counts = Counter([every[n].category for n in rows]) if self._words else totals
        self.matching = len(rows)
        if self._category:
            rows = [n for n in rows if every[n].category == self._category]
        self._visible = self._ordered(rows)
        self.endResetModel()

    def _found(self) -> Sequence[int]:
        """The rows that hold every word, in the order of the pack, which is that of memory and so the quickest.
        One more letter is looked for only in what the letters before it had left."""
        before, rows = self._before
        if not all(any(old in new for new in self._words) for old in before):
            rows = self._all
        every = self.listing.rows
        for word in self._words:
            if rows is self._all:
                rows = [n for n, row in enumerate(every) if word in row.text]
            else:
                rows = [n for n in rows if word in every[n].text]
        self._before = (self._words, rows)
        return rows

    def _ordered(self, rows: Sequence[int]) -> Sequence[int]:
        if self._order is None or len(rows) == len(self._order):
            return rows if self._order is None else self._order
        kept = bytearray(len(self._all))
        for n in rows:
            kept[n] = 1
        return list(compress(self._order, map(kept.__getitem__, self._order)))

    def row_at(self, place: int) -> Row:
        """The listing's row that stands at this place of the table."""
        return self.listing.rows[self._visible[place]]

    def rows_at(self, places: Sequence[int]) -> list[Row]:
        """The listing's rows at these places of the table."""
        return list(map(self.listing.rows.__getitem__, map(self._visible.__getitem__, places)))

    def number_at(self, place: int) -> int:
        """Which of the listing's rows stands at this place; −1 where there is none."""
        return self._visible[place] if 0 <= place < len(self._visible) else -1

    def place_of(self, number: int) -> int:
        """Where this row of the listing stands in the table; −1 where it is not shown."""
        try:
            return self._visible.index(number)
        except ValueError:
            return -1

    def number_of(self, ref: Ref) -> int:
        """Which of the listing's rows is this record; −1 where none is."""
        return next((n for n, row in enumerate(self.listing.rows) if row.ref == ref), -1)

    def places_of(self, refs: Collection[Ref], current: Ref | None) -> tuple[list[int], int]:
        """Where these records stand in the table, and where the current one does; −1 where it is not shown."""
        found, place = [], -1
        for n, row in enumerate(self.rows_at(range(self.rowCount()))):
            if row.ref in refs:
                found.append(n)
            if row.ref == current:
                place = n
        return found, place

    def cell(self, place: int, column: int) -> str:
        return self.row_at(place).cells[column]

    def column_texts(self, column: int) -> list[str]:
        """The texts of a column, of all rows, in the order of the pack."""
        return [row.cells[column] for row in self.listing.rows]

    def proof(self, place: int) -> Proof | None:
        proof = self._evidence.soon(self.row_at(place).ref)
        self.waits |= proof is None
        return proof

    def verdict(self, place: int) -> Verdict | None:
        return verdict_of(self.proof(place))

    @property
    def source_column(self) -> int:
        return len(self.listing.columns)

    # Qt's side

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._visible)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.listing.columns) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        place, is_source = index.row(), index.column() == self.source_column
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if is_source else self.cell(place, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and is_source:
            return headline(self.proof(place))
        return self.row_at(place).ref if role == REF_ROLE else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section <= self.source_column:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return "" if section == self.source_column else self.listing.columns[section]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr("Source") if section == self.source_column else self.listing.columns[section]
        return None
