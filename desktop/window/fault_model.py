"""The faults of a pack as Qt's tables want them; sorted by any column."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt

from desktop.briefing.checks import Fault
from desktop.quantities.language import tr
from desktop.window.listing_model import NOWHERE, Index

_FIELDS = ("table", "row", "column", "message")


class FaultModel(QAbstractTableModel):
    """One row for each fault; a row of 0 (the whole table) is left empty."""

    def __init__(self, faults: Sequence[Fault], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found = tuple(faults)
        self.faults: Sequence[Fault] = self._found
        self.headings = (tr("Table"), tr("Row"), tr("Column"), tr("What is wrong"))

    def texts(self, place: int) -> tuple[str, str, str, str]:
        fault = self.faults[place]
        return fault.table, str(fault.row or ""), fault.column, fault.message

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.faults)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(_FIELDS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        return " ".join(self.texts(index.row())[index.column()].split())

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self.headings[section] if 0 <= section < len(_FIELDS) else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column, those that are alike staying in the order in which they were found; −1 restores that."""
        self.beginResetModel()
        self.faults = self._found
        if column >= 0:
            name, falling = _FIELDS[column], order is Qt.SortOrder.DescendingOrder
            self.faults = sorted(self._found, key=lambda fault: getattr(fault, name), reverse=falling)
        self.endResetModel()
