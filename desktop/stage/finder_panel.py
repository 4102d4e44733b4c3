"""Answering a question: type two or three characters, choose, and it is on the stage. Only the presenter sees this."""

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.briefing.records import Ref
from desktop.charts import ink
from desktop.charts.theme import GRID
from desktop.quantities.language import tr


class Hit(Protocol):
    """A record that was found."""

    @property
    def ref(self) -> Ref: ...
    @property
    def name(self) -> str: ...
    @property
    def detail(self) -> str: ...
    @property
    def kind(self) -> str: ...


class FinderPanel(QWidget):
    """A field and the list of what it finds. Signal: `chosen(Ref)`."""

    chosen = Signal(object)

    def __init__(self, find: Callable[[str], Sequence[Hit]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find, self._hint = find, ""
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID, GRID, GRID, GRID)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(tr("A name, a number, or pinyin initials"))
        self.field.setAccessibleName(tr("Find and show"))
        self.field.setFont(ink.font_of("label", 1.15))
        self.field.textChanged.connect(self._typed)
        self.list = QListWidget(self)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFont(ink.font_of("label", 1.05))
        self.list.setWordWrap(True)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self.choose)
        self.hint = QLabel(self)
        self.hint.setTextFormat(Qt.TextFormat.PlainText)
        self.hint.setWordWrap(True)
        for widget in (self.field, self.hint, self.list):
            column.addWidget(widget)

    def begin(self, hint: str) -> None:
        """Start anew; `hint` is what keys do here."""
        self._hint = hint
        self.field.clear()
        self._typed("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self, text: str) -> None:
        self.list.clear()
        for hit in self._find(text) if text.strip() else ():
            detail = f"　{hit.detail}" if hit.detail else ""
            item = QListWidgetItem(f"{hit.kind} · {hit.name}{detail}", self.list)
            item.setData(Qt.ItemDataRole.UserRole, hit.ref)
            item.setToolTip("")
        self.list.setCurrentRow(0)
        words = " ".join(text.split())
        nothing = (
            tr("Nothing here matches “{words}”.", words=words) if words and not self.list.count() else ""
        )
        self.hint.setText(nothing or self._hint)

    def step(self, rows: int) -> None:
        """Move the choice up or down."""
        count = self.list.count()
        if count:
            self.list.setCurrentRow(max(0, min(count - 1, self.list.currentRow() + rows)))

    def choose(self) -> None:
        """Show what is chosen."""
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
