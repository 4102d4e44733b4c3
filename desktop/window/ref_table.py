"""A small table of records, one of which is shown; the current row is that one."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.briefing.citations import Evidence
from desktop.briefing.records import Ref
from desktop.charts.theme import ROW_HEIGHT, SOURCE_COLUMN, Look
from desktop.window.citation_words import Entry
from desktop.window.listing_model import REF_ROLE
from desktop.window.plain_table import PlainTable
from desktop.window.ref_model import RefModel
from desktop.window.signs import verdict_sign

_SAMPLE = 60
_VALUE_SHARE = 0.45


class RefTable(PlainTable):
    """The current row is the record that is shown. Signal: `chosen(Ref)`, by pointer or by key."""

    chosen = Signal(object)

    def __init__(
        self, evidence: Evidence, entry_of: Callable[[Ref], Entry], look: Look, name: str, parent: QWidget
    ) -> None:
        self.refs = RefModel(evidence, entry_of)
        super().__init__(self.refs, look, parent)
        self.refs.setParent(self)
        self.delegate.first, self.delegate.sign = "body", verdict_sign
        self.setAccessibleName(name)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.horizontalHeader().setMinimumSectionSize(1)
        self.clicked.connect(self._ask)
        self.set_look(look)

    def show_refs(self, refs: Sequence[Ref], names: Mapping[Ref, str]) -> None:
        self.refs.show_refs(refs, names)
        self.lay_out_columns()

    def rows_height(self) -> int:
        """The height at which every row stands."""
        return len(self.refs.refs) * round(self.look.px(ROW_HEIGHT))

    def choose(self, ref: Ref | None) -> None:
        """Mark the row of the record that is shown, or none where it is not here."""
        place = -1 if ref is None else self.refs.place_of(ref)
        if place < 0:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        elif place != self.currentIndex().row():
            self.selectRow(place)
            self.scrollTo(self.refs.index(place, 0))

    def lay_out_columns(self) -> None:
        sign, width = round(self.look.px(SOURCE_COLUMN * 0.65)), self.viewport().width()
        values = {self.refs.cell(n, 1) for n in range(min(_SAMPLE, len(self.refs.refs)))} - {""}
        widest = max((self.delegate.natural_width("body", text) for text in values), default=0.0)
        value = min(widest, width * _VALUE_SHARE)
        for column, size in enumerate((width - round(value) - sign, round(value), sign)):
            self.setColumnWidth(column, max(1, size))

    def _ask(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(index.data(REF_ROLE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex().row()
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if not entered:
            super().keyPressEvent(event)
        if entered or self.currentIndex().row() != before:
            self._ask(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.setCurrentIndex(self.refs.index(0, 0))
