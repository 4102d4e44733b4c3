"""The key list, made from the actions."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.briefing.records import PAGES
from desktop.charts import ink
from desktop.charts.screen_room import fit
from desktop.charts.theme import CONTROL_HEIGHT, CONTROL_RADIUS, GRID, Look, page_look
from desktop.quantities.language import tr
from desktop.window.style import apply_palette

_LEAST_WIDTH = 480
_MOST_OF_WINDOW = 0.9


class Line(Protocol):
    """A line of the list: what it does, the keys for it as they are shown, and the heading that it stands under."""

    @property
    def text(self) -> str: ...
    @property
    def shortcuts(self) -> Sequence[str]: ...
    @property
    def group(self) -> str: ...


class KeysDialog(QDialog):
    """Shows `lines` in two columns under their headings: what a key does, and the key. Esc closes it."""

    def __init__(
        self, lines: Sequence[Line], parent: QWidget | None = None, look: Look | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look or page_look(PAGES[0])
        apply_palette(self, self._look)
        self.setWindowTitle(tr("Key list"))
        self._body = QWidget(self)
        self._body.setStyleSheet(_sheet(self._look))
        self._fill(QGridLayout(self._body), lines)
        area = self._area = QScrollArea(self)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setAccessibleName(tr("Key list"))
        area.setWidget(self._body)
        buttons = QDialogButtonBox(self)
        close = QPushButton(tr("Close"), self)
        close.setMinimumHeight(round(self._look.px(CONTROL_HEIGHT)))
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(buttons)
        for widget in self.findChildren(QWidget):  # under a style sheet, fonts are not inherited
            widget.setFont(ink.font(self._look, "body"))
        self._take_room(column)

    def _take_room(self, column: QVBoxLayout) -> None:
        """As large as the list wants, within the window."""
        wanted = self._body.sizeHint()
        margins = column.contentsMargins()
        bar = self._area.verticalScrollBar().sizeHint().width()
        wide = max(_LEAST_WIDTH, wanted.width() + bar + margins.left() + margins.right())
        tall = wanted.height() + column.sizeHint().height() - self._area.sizeHint().height() + GRID
        parent = self.parentWidget()
        if parent is not None:
            wide = min(wide, round(parent.width() * _MOST_OF_WINDOW))
            tall = min(tall, round(parent.height() * _MOST_OF_WINDOW))
        fit(self, QSize(wide, tall))

    def _fill(self, grid: QGridLayout, lines: Sequence[Line]) -> None:
        grid.setColumnStretch(0, 1)
        grid.setHorizontalSpacing(4 * GRID)
        grid.setVerticalSpacing(GRID // 2)
        for group in dict.fromkeys(line.group for line in lines):
            grid.addWidget(_label(group, "heading"), grid.rowCount(), 0, 1, 2)
            for line in (line for line in lines if line.group == group):
                row = grid.rowCount()
                grid.addWidget(_label(line.text, "does"), row, 0)
                grid.addWidget(_keys(line.shortcuts), row, 1)
        grid.setRowStretch(grid.rowCount(), 1)


def _keys(shortcuts: Sequence[str]) -> QWidget:
    """The keys side by side, each as on its cap."""
    holder = QWidget()
    holder.setAccessibleName(", ".join(shortcuts))
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GRID // 2)
    row.addStretch(1)
    for shortcut in shortcuts:
        row.addWidget(_label(shortcut, "cap"))
    return holder


def _label(text: str, name: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setObjectName(name)
    label.setIndent(0)
    return label


def _sheet(look: Look) -> str:
    palette = look.palette
    gap, radius = round(look.px(GRID)), round(look.px(CONTROL_RADIUS / 2))
    return (
        f"QLabel#heading {{ font-weight: bold; padding: {gap}px 0 0 0; }}"
        f"QLabel#cap {{ background: {palette.card}; border: 1px solid {palette.line};"
        f" border-radius: {radius}px; padding: 1px {gap}px; }}"
    )
