"""The sign over the window while a pack is dragged across it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.charts import ink
from desktop.charts.theme import FOCUS_LINE, GAP, GRID, HEADER_HEIGHT, RADIUS, Look
from desktop.quantities.language import tr


class DropSign(QWidget):
    """A frame around the whole window, with a sentence that says what letting go will do."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(_words())
        self.hide()

    def appear(self, look: Look) -> None:
        self.look = look
        self.setGeometry(self.window().rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(GRID, GRID, -GRID, -GRID)
        ink.box(painter, frame, look.px(RADIUS), None, ink.pen(look.accent, look.px(2 * FOCUS_LINE)))
        wide, high = ink.width(look, "aside", _words()) + 4 * look.px(GAP), look.px(HEADER_HEIGHT)
        plate = QRectF((self.width() - wide) / 2, (self.height() - high) / 2, wide, high)
        ink.box(painter, plate, look.px(RADIUS), look.accent)
        ink.write(painter, look, "aside", look.palette.on_accent, plate, _words(), ink.CENTRE)
        painter.end()


def _words() -> str:
    return tr("Let go to open the pack")
