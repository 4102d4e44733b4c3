"""A question with a table behind it: what stands before a show, and what comes after a rehearsal."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.charts import ink, plain
from desktop.charts.screen_room import fit, let_scroll
from desktop.charts.theme import CONTROL_HEIGHT, GRID, PANEL_PADDING, ROW_HEIGHT, TINT, Look, mixed

WIDTH, HEIGHT = 860, 520
LEAST_WIDTH, LEAST_HEIGHT = 620, 360
LEAST_LAST = 0.4
"""The share of the table that the last column, which explains, keeps at the least."""

AnyIndex = QModelIndex | QPersistentModelIndex


class TextTable(QAbstractTableModel):
    """Rows of text that nobody changes."""

    def __init__(self, headings: Sequence[str], rows: Sequence[Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.headings, self.rows = tuple(headings), [tuple(row) for row in rows]

    def rowCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: AnyIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.headings)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        text = self.rows[index.row()][index.column()]
        return text if role == Qt.ItemDataRole.DisplayRole else plain.tip(text)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        across = orientation == Qt.Orientation.Horizontal
        return self.headings[section] if across and role == Qt.ItemDataRole.DisplayRole else None


class TableDialog(QDialog):
    """A sentence, a table of text, room for more between them and the buttons in `bottom`."""

    def __init__(
        self,
        title: str,
        sentence: str,
        headings: Sequence[str],
        rows: Sequence[Sequence[str]],
        look: Look,
        parent: QWidget | None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.setWindowTitle(title)
        self.setSizeGripEnabled(True)
        self.sentence = self.label(sentence)
        self.model = TextTable(headings, rows, self)
        self.table = self._table()
        self.buttons = QHBoxLayout()
        self.buttons.addStretch(1)
        self.column = QVBoxLayout(self)
        pad = round(look.px(PANEL_PADDING))
        self.column.setContentsMargins(pad, pad, pad, pad)
        self.column.setSpacing(round(look.px(GRID)))
        self.column.addWidget(self.sentence)
        self.column.addWidget(self.table, 1)
        self.column.addLayout(self.buttons)
        let_scroll(self)
        size, least = QSize(WIDTH, HEIGHT) * look.scale, QSize(LEAST_WIDTH, LEAST_HEIGHT) * look.scale
        fit(self, size, least)
        self._fit_columns()

    def label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(ink.font(self.look, "body"))
        return label

    def add_button(self, text: str, primary: bool = False) -> QPushButton:
        button = QPushButton(text, self)
        button.setFont(ink.font(self.look, "body"))
        button.setMinimumHeight(round(self.look.px(CONTROL_HEIGHT)))
        button.setAutoDefault(False)
        button.setDefault(primary)
        self.buttons.addWidget(button)
        return button

    def _table(self) -> QTableView:
        look, palette = self.look, self.look.palette
        table = QTableView(self)
        table.setModel(self.model)
        table.setFont(ink.font(look, "body"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setWordWrap(True)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.setStyleSheet(
            f"QTableView {{ border: 1px solid {palette.line}; background: {palette.card};"
            f" selection-background-color: {mixed(look.accent, palette.card, TINT)}; selection-color: {palette.ink}; }}"
            f"QHeaderView::section {{ background: {palette.card}; color: {palette.ink_small}; border: none;"
            f" border-bottom: 1px solid {palette.line}; padding: 0 {GRID}px; }}"
            f"QTableView::item {{ padding: 0 {GRID // 2}px; }}"
        )
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(round(look.px(ROW_HEIGHT)))
        header = table.horizontalHeader()
        header.setFont(ink.font(look, "body"))
        header.setFixedHeight(round(look.px(ROW_HEIGHT)))
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        return table

    def _fit_columns(self) -> None:
        """As wide as their texts; where that leaves too little for the last one, the others share what there is, and
        rows have two lines."""
        beside = self.look.px(3 * GRID)
        columns = zip(self.model.headings, *self.model.rows, strict=True)
        *before, last = [max(map(self._width, texts)) + beside for texts in columns]
        free = self.width() - 2 * self.look.px(PANEL_PADDING)
        room = free - min(last, free * LEAST_LAST)
        widths = shared(before, room)
        for column, width in enumerate(widths):
            self.table.setColumnWidth(column, round(width))
        if last > free - sum(widths) or sum(widths) < sum(before):
            two = 2 * ink.line_height(self.look, "body") + self.look.px(GRID)
            self.table.verticalHeader().setDefaultSectionSize(round(two))

    def _width(self, text: str) -> float:
        return ink.width(self.look, "body", text)


def shared(wanted: Sequence[float], room: float) -> list[float]:
    """What each gets of `room`: what it wants, or where that is too much for all, an equal share of what the more
    modest ones leave."""
    given: dict[int, float] = {}
    for place in sorted(range(len(wanted)), key=wanted.__getitem__):
        share = (room - sum(given.values())) / (len(wanted) - len(given))
        given[place] = min(wanted[place], share)
    return [given[place] for place in range(len(wanted))]
