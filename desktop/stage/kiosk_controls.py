"""What a visitor's hand needs on the screen of an exhibition hall: large buttons, a ring, a keypad, short words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.charts import ink
from desktop.charts.theme import STAGE, Look, mixed, stage_look
from desktop.quantities.language import mark, tr
from desktop.stage.kiosk import Keypad, Kiosk, Tab

TOUCH = 72
"""Pixels at least of what a finger has to hit, on a screen whose shorter side is 1080."""
GAP = 0.16
BAR = 1.4
"""Of the touch size: between buttons, and the height of the bar."""
_TYPE = 17
ERASE, OKAY = mark("Erase"), mark("OK")


def touch_of(width: int, height: int) -> float:
    """The touch size on a stage."""
    return TOUCH / 1080 * min(width, height)


def look_of(touch: float, page: str = "") -> Look:
    """A look whose words fit a button of that size."""
    return stage_look(page, touch * 0.4 / _TYPE)


class TouchButton(QAbstractButton):
    """A button that is painted at any size; `page` gives its accent, `arrow` −1 or 1 a sign on its left or right."""

    def __init__(self, text: str, parent: QWidget, page: str = "", arrow: int = 0) -> None:
        super().__init__(parent)
        self._page, self._arrow = page, arrow
        self.touch = float(TOUCH)
        self.setText(text)
        self.setAccessibleName(text or tr("Close"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, line = look_of(self.touch, self._page), max(1.0, self.touch / 40)
        box = QRectF(self.rect()).adjusted(line, line, -line, -line)
        on, pressed = self.isChecked(), self.isDown()
        ground = look.accent if on else mixed(STAGE.ink, STAGE.ground, 0.24 if pressed else 0.08)
        shade = STAGE.ground if on else STAGE.ink
        edge = ink.pen(look.accent if self._page else STAGE.faint, line)
        ink.box(painter, box, self.touch / 6, ground, edge)
        if self.text():
            ink.write(painter, look, "hero_label", shade, self._room(box), self.text(), ink.CENTRE)
        self._sign(painter, box, ink.pen(shade, line * 2))
        painter.end()

    def _room(self, box: QRectF) -> QRectF:
        side = self.touch * 0.5
        return box.adjusted(side if self._arrow < 0 else 4, 0, -side if self._arrow > 0 else -4, 0)

    def _sign(self, painter: QPainter, box: QRectF, pen: QPen) -> None:
        """An arrow beside the words, or a cross where there are none."""
        painter.setPen(pen)
        size, middle = self.touch * 0.13, box.center()
        if self._arrow:
            x = box.left() + self.touch * 0.42 if self._arrow < 0 else box.right() - self.touch * 0.42
            tip = QPointF(x + self._arrow * size / 2, middle.y())
            for up in (-1, 1):
                painter.drawLine(tip, QPointF(x - self._arrow * size / 2, middle.y() + up * size))
        elif not self.text():
            for up in (-1, 1):
                painter.drawLine(middle + QPointF(-size, -up * size), middle + QPointF(size, up * size))


class Bar(QWidget):
    """The lower edge while a visitor has the show: back, pages, on. `turn` is told −1 or 1, `go` a page."""

    def __init__(self, turn: Callable[[int], None], go: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._go = go
        self.back = TouchButton(tr("Previous"), self, arrow=-1)
        self.on = TouchButton(tr("Next"), self, arrow=1)
        self.back.clicked.connect(lambda: turn(-1))
        self.on.clicked.connect(lambda: turn(1))
        self.tabs: dict[str, TouchButton] = {}

    def set_tabs(self, tabs: Sequence[Tab]) -> None:
        """Offer these pages."""
        if [tab.page for tab in tabs] == list(self.tabs):
            return
        for button in self.tabs.values():
            button.hide()
            button.deleteLater()
        self.tabs = {tab.page: TouchButton(tab.name, self, tab.page) for tab in tabs}
        for page, button in self.tabs.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _=False, page=page: self._go(page))
            button.show()

    def set_page(self, page: str) -> None:
        for name, button in self.tabs.items():
            button.setChecked(name == page)

    def arrange(self, touch: float) -> None:
        """Place the buttons in the present size: the pages in the middle, back and on beside them."""
        buttons = [self.back, *self.tabs.values(), self.on]
        gap = touch * GAP
        wide = min(touch * 3, (self.width() - gap * (len(buttons) + 1)) / len(buttons))
        x = (self.width() - wide * len(buttons) - gap * (len(buttons) - 1)) / 2
        for button in buttons:
            button.touch = touch
            button.setGeometry(QRectF(x, (self.height() - touch) / 2, wide, touch).toAlignedRect())
            x += wide + gap


class Words(QWidget):
    """A line in a rounded box that is no obstacle to a finger; `share` 0 to 1 is drawn as a line below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.text, self.share = "", 0.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, text: str, share: float, touch: float, middle: QPointF) -> None:
        """Show a text around a point."""
        self.text, self.share = text, share
        self._look = look_of(touch)
        wide, tall = ink.width(self._look, "hero_label", text) + touch, touch * 0.8
        self.setGeometry(QRectF(middle.x() - wide / 2, middle.y() - tall / 2, wide, tall).toAlignedRect())
        self.setVisible(bool(text))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, look = QRectF(self.rect()), self._look
        ink.box(painter, box, box.height() / 3, mixed(STAGE.ink, STAGE.ground, 0.16))
        ink.write(painter, look, "hero_label", STAGE.ink, box, self.text, ink.CENTRE)
        if self.share:
            inner = box.adjusted(
                box.height() / 3, box.height() * 0.86, -box.height() / 3, -box.height() * 0.07
            )
            inner.setWidth(inner.width() * self.share)
            ink.box(painter, inner, inner.height() / 2, STAGE.ink_soft)
        painter.end()


class Corner(QWidget):
    """The corner that has to be held to leave; the ring shows how long still."""

    def __init__(self, kiosk: Kiosk, changed: Callable[[], None], parent: QWidget) -> None:
        super().__init__(parent)
        self._kiosk, self._changed = kiosk, changed

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._kiosk.press_corner()
        self._changed()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() and not self.rect().contains(event.position().toPoint()):
            self._kiosk.release_corner()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._kiosk.release_corner()
        self._changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._kiosk.held:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self.width()
        ring = QRectF(self.rect()).adjusted(size * 0.14, size * 0.14, -size * 0.14, -size * 0.14)
        ink.disc(painter, ring.center(), ring.width() / 2, STAGE.ground, ink.pen(STAGE.faint, size / 14))
        painter.setPen(ink.pen(STAGE.ink, size / 14))
        painter.drawArc(ring, 90 * 16, -round(360 * 16 * self._kiosk.held))
        painter.end()


class KeypadPanel(QWidget):
    """Covers the stage and asks for the PIN. `touched` is told of every key, `entered` of the last one."""

    KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", ERASE, "0", OKAY)

    def __init__(
        self, keypad: Keypad, touched: Callable[[], None], entered: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._keypad, self._touched, self._entered = keypad, touched, entered
        self._touch = float(TOUCH)
        self.keys = {key: TouchButton(tr(key) if len(key) > 1 else key, self) for key in self.KEYS}
        for key, button in self.keys.items():
            button.clicked.connect(lambda _=False, key=key: self.press(key))
        self.cancel = TouchButton("", self)
        self.cancel.clicked.connect(self._cancelled)

    def press(self, key: str) -> None:
        """A key of the keypad, or of a keyboard."""
        if key == OKAY:
            self._entered()
        elif key == ERASE:
            self._keypad.erase()
        else:
            self._keypad.type(key)
        self._touched()

    def _cancelled(self) -> None:
        self._keypad.close()
        self._touched()

    @property
    def words(self) -> str:
        """What is to be said above the keys."""
        if self._keypad.waiting:
            return tr("Wrong PIN. Try again in {count} s.", count=int(self._keypad.waiting) + 1)
        if self._keypad.wrong:
            return tr("Wrong PIN.")
        return "● " * len(self._keypad.typed) if self._keypad.typed else tr("PIN, to leave")

    def arrange(self, touch: float) -> None:
        self._touch = touch
        gap = touch * GAP
        wide = touch * 1.5
        left, top = self._panel().left() + gap * 2, self._panel().top() + gap * 2 + touch
        for n, button in enumerate(self.keys.values()):
            button.touch = touch
            x, y = left + (n % 3) * (wide + gap), top + (n // 3) * (touch + gap)
            button.setGeometry(QRectF(x, y, wide, touch).toAlignedRect())
        self.cancel.touch = touch
        panel = self._panel()
        self.cancel.setGeometry(
            QRect(round(panel.right() - touch - gap), round(panel.top() + gap), round(touch), round(touch))
        )

    def _panel(self) -> QRectF:
        gap, touch = self._touch * GAP, self._touch
        wide, tall = 4.5 * touch + 6 * gap, 5 * touch + 7 * gap
        middle = QRectF(self.rect()).center()
        return QRectF(middle.x() - wide / 2, middle.y() - tall / 2, wide, tall)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._touched()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), ink.colour(STAGE.ground, 0.7))
        panel, gap, touch = self._panel(), self._touch * GAP, self._touch
        ink.box(painter, panel, touch / 5, mixed(STAGE.ink, STAGE.ground, 0.06), ink.pen(STAGE.line, 2))
        bad = self._keypad.wrong or self._keypad.waiting
        room = QRectF(panel.left() + gap * 2, panel.top() + gap, panel.width() - touch - gap * 4, touch)
        shade = STAGE.warning if bad else STAGE.ink
        ink.write(painter, look_of(touch), "hero_label", shade, room, self.words)
        painter.end()
