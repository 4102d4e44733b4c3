"""The faults of a pack that did not open, in one list."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.briefing.checks import Fault
from desktop.briefing.records import PAGES
from desktop.charts import ink, plain
from desktop.charts.screen_room import fit, let_scroll
from desktop.charts.theme import CONTROL_HEIGHT, GRID, PANEL_PADDING, ROW_HEIGHT, TINT, Look, mixed, page_look
from desktop.quantities.language import tr
from desktop.window.fault_model import FaultModel
from desktop.window.style import apply_palette

WIDTH, HEIGHT = 0.72, 0.6
"""Shares of the window that the dialog takes."""
_DETAILS = 4.5
"""Height of the box below, in lines of text."""
_LONGEST = 40
_LEAST = QSize(560, 360)


class FaultsDialog(QDialog):
    """Lists `faults` of the pack called `name`; what is open in the window stays. The one chosen is told whole
    in the box below, where a long message wraps."""

    def __init__(
        self, name: str, faults: Sequence[Fault], parent: QWidget | None = None, look: Look | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look or page_look(PAGES[0])
        apply_palette(self, self._look)
        self.setWindowTitle(tr("The pack did not open"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setSizeGripEnabled(True)
        self.model = FaultModel(faults, self)
        self.heading = QLabel(_sentence(name, len(faults)), self)
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        self.table = self._table()
        self.details = QPlainTextEdit(self)
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.details.setAccessibleName(tr("The chosen fault"))
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.model.modelReset.connect(self._choose_first)
        self._choose_first()

    def _table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.model)
        table.setAccessibleName(tr("Faults"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setWordWrap(False)
        table.setShowGrid(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        header.setHighlightSections(False)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        return table

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        close = QPushButton(tr("Close"), self)
        copy = QPushButton(tr("Copy all"), self)
        copy.setAutoDefault(False)
        close.setDefault(True)
        for button in (close, copy):
            button.setMinimumHeight(round(self._look.px(CONTROL_HEIGHT)))
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy_all)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        pad = round(self._look.px(PANEL_PADDING))
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(round(self._look.px(GRID)))
        column.addWidget(self.heading)
        column.addWidget(self.table, 1)
        column.addWidget(self.details)
        column.addWidget(buttons)
        parent = self.parentWidget()
        room = parent.size() if parent is not None else self.size()
        wide, tall = round(room.width() * WIDTH), round(room.height() * HEIGHT)
        self._fit()
        let_scroll(self)
        fit(self, QSize(wide, tall).expandedTo(_LEAST * self._look.scale))

    def _fit(self) -> None:
        """Give rows, columns and the box their sizes."""
        look = self._look
        line = ink.line_height(look, "body")
        for widget in self.findChildren(QWidget):  # under a style sheet, fonts are not inherited
            widget.setFont(ink.font(look, "body"))
        self.table.setStyleSheet(_sheet(look))
        self.table.verticalHeader().setDefaultSectionSize(round(look.px(ROW_HEIGHT)))
        self.table.horizontalHeader().setFixedHeight(round(look.px(ROW_HEIGHT)))
        self.details.setFixedHeight(round(line * _DETAILS))
        for column in range(self.model.columnCount() - 1):
            texts = {self.model.texts(place)[column] for place in range(self.model.rowCount())}
            texts.add(self.model.headings[column])
            widest = max(ink.width(look, "body", text[:_LONGEST]) for text in texts)
            self.table.setColumnWidth(column, round(widest + 2 * line))

    def _choose_first(self) -> None:
        if self.model.rowCount():
            self.table.selectRow(0)
        self._chosen(self.table.currentIndex())

    def _chosen(self, index: QModelIndex) -> None:
        self.details.setPlainText(_told(self.model.faults[index.row()]) if index.isValid() else "")

    def copy_all(self) -> None:
        """Put every fault on the clipboard as a table, in the order shown."""
        lines = [self.model.headings, *(self.model.texts(n) for n in range(self.model.rowCount()))]
        QGuiApplication.clipboard().setText("\n".join(plain.table_line(line) for line in lines))


def _sentence(name: str, count: int) -> str:
    if count == 1:
        return tr("“{name}” has one fault and was not opened; what was open stays.", name=name)
    return tr("“{name}” has {count} faults and was not opened; what was open stays.", name=name, count=count)


def _sheet(look: Look) -> str:
    palette = look.palette
    return (
        f"QTableView {{ border: 1px solid {palette.line}; background: {palette.card};"
        f" selection-background-color: {mixed(look.accent, palette.card, TINT)}; selection-color: {palette.ink}; }}"
        f"QHeaderView::section {{ background: {palette.card}; color: {palette.ink_small}; border: none;"
        f" border-bottom: 1px solid {palette.line}; padding: 0 {GRID}px; }}"
        f"QTableView::item {{ padding: 0 {GRID // 2}px; }}"
    )


def _told(fault: Fault) -> str:
    """A fault in full: where it is on the first line, then what is wrong."""
    row = tr("row {row}", row=fault.row) if fault.row else ""
    where = " · ".join(part for part in (fault.table, row, fault.column) if part)
    return "\n".join(part for part in (where, fault.message) if part)
