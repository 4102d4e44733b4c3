"""What the self-test found, as a page to read and to copy."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.briefing.records import PAGES
from desktop.charts import ink
from desktop.charts.screen_room import fit, let_scroll
from desktop.charts.theme import CONTROL_HEIGHT, GRID, PANEL_PADDING, Look, page_look
from desktop.quantities.language import tr
from desktop.window.style import apply_palette

WIDTH, HEIGHT = 0.6, 0.8
"""Shares of the window that the dialog takes."""
_LEAST = QSize(560, 420)


class InstallationDialog(QDialog):
    """Shows the `verdict`, and below it the `text` behind it; nothing in it can be changed."""

    def __init__(
        self, verdict: str, text: str, parent: QWidget | None = None, look: Look | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look or page_look(PAGES[0])
        apply_palette(self, self._look)
        self.setWindowTitle(tr("Check the installation"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setSizeGripEnabled(True)
        self.verdict = QLabel(verdict, self)
        self.verdict.setTextFormat(Qt.TextFormat.PlainText)
        self.verdict.setWordWrap(True)
        self.text = QPlainTextEdit(text, self)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("Check the installation"))
        self.copy = QPushButton(tr("Copy all"), self)
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        close = QPushButton(tr("Close"), self)
        self.copy.setAutoDefault(False)
        close.setDefault(True)
        buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self.copy_all)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        pad = round(self._look.px(PANEL_PADDING))
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(round(self._look.px(GRID)))
        column.addWidget(self.verdict)
        column.addWidget(self.text, 1)
        column.addWidget(buttons)
        for widget in self.findChildren(QWidget):  # under a style sheet, fonts are not inherited
            widget.setFont(ink.font(self._look, "body"))
        self.verdict.setFont(ink.font(self._look, "title"))
        for button in (close, self.copy):
            button.setMinimumHeight(round(self._look.px(CONTROL_HEIGHT)))
        parent = self.parentWidget()
        room = parent.size() if parent is not None else self.size()
        wide, tall = round(room.width() * WIDTH), round(room.height() * HEIGHT)
        let_scroll(self)
        fit(self, QSize(wide, tall).expandedTo(_LEAST * self._look.scale))

    def copy_all(self) -> None:
        QGuiApplication.clipboard().setText(f"{self.verdict.text()}\n{self.text.toPlainText()}")
