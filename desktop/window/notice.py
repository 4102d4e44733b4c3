"""A bar below the header for what the app has to say: a sentence, perhaps progress with a way to cancel."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop.charts import ink
from desktop.charts.theme import Look
from desktop.quantities.language import tr


class NoticeBar(QWidget):
    """Signal cancelled(): the work whose progress is shown is no longer wanted."""

    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._label = QLabel(self)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Progress"))
        self._button = QPushButton(self)
        self._button.clicked.connect(self._pressed)
        row = QHBoxLayout(self)
        row.addWidget(self._label, 3)
        row.addWidget(self._bar, 1)
        row.addWidget(self._button)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        self.look = look
        pad = round(look.px(8))
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(round(look.px(28)), pad, round(look.px(24)), pad)
        self._button.setFixedHeight(round(look.px(32)))
        for part in (self._label, self._button):
            part.setFont(ink.font(look, "body"))

    def say(self, text: str) -> None:
        """Show a sentence until it is closed."""
        self._show(text, tr("Close"))
        self._bar.hide()

    def show_progress(self, text: str, done: int, total: int) -> None:
        """Show how far work has come; a total of 0 means that nobody knows."""
        self._show(text, tr("Cancel"))
        self._bar.setRange(0, total)
        self._bar.setValue(done)
        self._bar.show()

    @property
    def text(self) -> str:
        return self._label.text() if not self.isHidden() else ""

    def _show(self, text: str, button: str) -> None:
        self._label.setText(text)
        self.setAccessibleName(text)
        self._button.setText(button)
        self.show()

    def _pressed(self) -> None:
        if not self._bar.isHidden():
            self.cancelled.emit()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink.colour(self.look.palette.highlight))
        painter.end()
