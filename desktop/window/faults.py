"""The faults of a pack that did not open, in one list."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.briefing.checks import Fault
from desktop.briefing.language import tr

WIDTH, HEIGHT = 0.72, 0.6
"""Shares of the window that the dialog takes."""


class FaultsDialog(QDialog):
    """Lists `faults` of the pack called `name`; what is open in the window stays."""

    def __init__(self, name: str, faults: Sequence[Fault], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._faults = faults
        self.setWindowTitle(tr("The pack did not open"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        top = tr(
            "“{name}” has {count} faults and was not opened; what was open stays.",
            name=name,
            count=len(faults),
        )
        heading = QLabel(top, self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        self.table = self._table(faults)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        copy = QPushButton(tr("Copy all"), self)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy_all)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(heading)
        column.addWidget(self.table)
        column.addWidget(buttons)
        if parent is not None:
            self.resize(round(parent.width() * WIDTH), round(parent.height() * HEIGHT))

    def _table(self, faults: Sequence[Fault]) -> QTableWidget:
        table = QTableWidget(len(faults), 4, self)
        table.setAccessibleName(tr("Faults"))
        table.setHorizontalHeaderLabels([tr("Table"), tr("Row"), tr("Column"), tr("What is wrong")])
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        for row, fault in enumerate(faults):
            for column, value in enumerate((fault.table, fault.row, fault.column, fault.message)):
                item = QTableWidgetItem()
                item.setData(Qt.ItemDataRole.DisplayRole, value or "")
                table.setItem(row, column, item)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setSortingEnabled(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        return table

    def copy_all(self) -> None:
        """Put every fault on the clipboard, a line each, the cells parted by tabs."""
        lines = ("\t".join((f.table, str(f.row or ""), f.column, f.message)) for f in self._faults)
        QGuiApplication.clipboard().setText("\n".join(lines))
