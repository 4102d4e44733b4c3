"""The records of a small table: name, value, verdict. Their words are found when a row is painted."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt

from desktop.briefing.citations import Evidence
from desktop.briefing.headlines import headline
from desktop.briefing.proof import Proof, Verdict
from desktop.briefing.records import Ref
from desktop.charts.sheet import verdict_of
from desktop.quantities.language import tr
from desktop.window.citation_words import Entry
from desktop.window.listing_model import NOWHERE, REF_ROLE, Index


class RefModel(QAbstractTableModel):
    """Rows are records in the order given; `names` are better names for some of them."""

    def __init__(self, evidence: Evidence, entry_of: Callable[[Ref], Entry]) -> None:
        super().__init__()
        self.refs: Sequence[Ref] = ()
        self.source_column = 2
        self._names: Mapping[Ref, str] = {}
        self._evidence, self._entry_of = evidence, entry_of
        self.waits = False
        """Whether a verdict was asked for that was not known yet."""

    def show_refs(self, refs: Sequence[Ref], names: Mapping[Ref, str]) -> None:
        self.beginResetModel()
        self.refs, self._names = refs, names
        self.endResetModel()

    def place_of(self, ref: Ref) -> int:
        """Where the record stands; −1 where it is not here."""
        return self.refs.index(ref) if ref in self.refs else -1

    def proof(self, place: int) -> Proof | None:
        proof = self._evidence.soon(self.refs[place])
        self.waits |= proof is None
        return proof

    def verdict(self, place: int) -> Verdict | None:
        return verdict_of(self.proof(place))

    def cell(self, place: int, column: int) -> str:
        ref = self.refs[place]
        entry = self._entry_of(ref)
        return entry.value if column else self._names.get(ref, entry.name)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.refs)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.cell(index.row(), index.column()) if index.column() < 2 else ""
        if role == REF_ROLE:
            return self.refs[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == 2:
            return headline(self.proof(index.row()))
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("Name"), tr("Value"), tr("Source"))[section] if 0 <= section < 3 else None
