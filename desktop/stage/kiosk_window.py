"""The window of an exhibition hall: the show on a screen or a wall, and what a visitor's hand needs on it."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.briefing.citations import Evidence
from desktop.briefing.records import Ref
from desktop.charts import ink
from desktop.charts.theme import STAGE
from desktop.exhibits.deck import Deck
from desktop.exhibits.sourcing import sourcing_of
from desktop.quantities.language import tr
from desktop.stage.actions import ACTIONS
from desktop.stage.awake import Awake
from desktop.stage.ink import Place
from desktop.stage.kiosk import COUNTDOWN, Kiosk, Phase
from desktop.stage.kiosk_controls import (
    BAR,
    ERASE,
    GAP,
    OKAY,
    Bar,
    Corner,
    KeypadPanel,
    TouchButton,
    Words,
    touch_of,
)
from desktop.stage.pictures import Pictures
from desktop.stage.presenter import SAME_RATIO, fill
from desktop.stage.scene import Scene
from desktop.stage.scene_view import SceneView
from desktop.stage.show import Show
from desktop.stage.stage_window import IDLE as POINTER_IDLE
from desktop.stage.walls import Wall, stand

BEAT = 100
"""Milliseconds between two looks at the clock."""
SWIPE = 0.08
"""Heights of the slide; a shorter way is a touch."""
CORNER = 1.8
"""Of the touch size: the corner that is held to leave."""
MOST_BAR = 1.9
"""Of the stage's height: the bar is not wider, so that one visitor reaches all of it."""

_TURNS = {
    QKeySequence(key)[0].toCombined(): action.name  # type: ignore[index]
    for action in ACTIONS
    if action.name in ("previous", "next", "first", "last")
    for key in action.keys
}


class KioskWindow(QWidget):
    """A show that anybody may touch and that only the hall's keeper ends. Signal `ended` when that was done."""

    ended = Signal()

    def __init__(
        self,
        evidence: Evidence,
        deck_of: Callable[[float], Deck],
        seconds: float | None = None,
        pin: str = "",
        wall: Wall | None = None,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._evidence, self._deck_of, self._wall = evidence, deck_of, wall
        screen = QGuiApplication.primaryScreen().size()
        self._ratio = wall.ratio if wall else screen.width() / max(1, screen.height())
        self.show_ = Show(deck_of(self._ratio), now)
        self.kiosk = Kiosk(self.show_, now, seconds, pin)
        self.pictures = Pictures(evidence.of)
        self.view = SceneView(self.show_, self.pictures, self._scene, self._citation, self)
        self.bar = Bar(self._turn, self._go, self)
        self.words = Words(self)
        self.close_card = TouchButton("", self)
        self.close_card.clicked.connect(self._close_card)
        self.corner = Corner(self.kiosk, self.refresh, self)
        self.keypad = KeypadPanel(self.kiosk.keypad, self._key_touched, self.kiosk.enter, self)
        self._pressed_at: Place | None = None
        self._moved_to: Place | None = None
        self.view.pressed.connect(self._pressed)
        self.view.moved.connect(self._moved)
        self.view.released.connect(self._released)
        self._awake = Awake()
        self._beat = self._timer(BEAT, self._tick)
        self._hold = self._timer(0, self._awake.hold, once=True)
        self._ahead = self._timer(0, self._prepare, once=True)
        self._idle = self._timer(POINTER_IDLE, self._hide_pointer, once=True)
        self.setWindowTitle(tr("Stage"))
        self.setWindowFlags(Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.show_.watchers.append(self.refresh)

    def _timer(self, milliseconds: int, calls: Callable[[], None], once: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.setSingleShot(once)
        timer.timeout.connect(calls)
        return timer

    def _scene(self) -> Scene:
        return self.show_.scene

    def _citation(self, ref: Ref) -> tuple[str, ...]:
        return tuple(sourcing_of(self._evidence, [ref]).parts())

    # start and end

    def start(self, screen: int = 0) -> None:
        """Fill a screen, by its number, and begin."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self._number = screen
        application.screenAdded.connect(self._screens_changed)
        application.screenRemoved.connect(self._screens_changed)
        self._settle()
        self._beat.start()
        self._hold.start()

    def _screens_changed(self, _: object) -> None:
        QTimer.singleShot(0, self._settle)

    def _settle(self) -> None:
        screens = QGuiApplication.screens()
        if screens and not self.kiosk.left:
            fill(self, screens[min(self._number, len(screens) - 1)])
            self.refresh()

    def _leave(self) -> None:
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.disconnect(self._screens_changed)
        application.screenRemoved.disconnect(self._screens_changed)
        self._awake.release()
        for timer in (self._beat, self._hold, self._ahead, self._idle):
            timer.stop()
        self.show_.watchers.clear()
        self.hide()
        self.pictures.clear()
        self.ended.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nobody closes it but by the corner."""
        event.setAccepted(self.kiosk.left)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.isMinimized() and not self.kiosk.left:
            QTimer.singleShot(0, self.showFullScreen)

    # what is seen

    @property
    def stage(self) -> QRect:
        """Where the show stands in the window."""
        return QRect(*stand(self._wall, self.width(), self.height(), self.devicePixelRatioF()))

    @property
    def touch(self) -> float:
        return touch_of(self.stage.width(), self.stage.height())

    def refresh(self) -> None:
        """Show what the kiosk is at."""
        if self.kiosk.left:
            if self._beat.isActive():
                self._leave()
            return
        self.bar.set_tabs(self.kiosk.tabs)
        self.bar.set_page(self.show_.slide.page)
        if self._pressed_at is None:
            self._arrange()
        self._say()
        self.view.refresh()
        self.corner.update()
        self.keypad.setVisible(self.kiosk.keypad.is_open)
        self.keypad.update()
        self._ahead.start()

    def _arrange(self) -> None:
        """The slide fills the stage; while a visitor has it, it makes room for the bar."""
        stage, touch = self.stage, self.touch
        visited = self.kiosk.phase is not Phase.LOOP
        tall = round(touch * BAR) if visited else 0
        room = stage.adjusted(0, 0, 0, -tall)
        ratio = stage.width() / max(1, stage.height())
        wide = min(room.width(), round(room.height() * ratio))
        size = QSize(wide, min(room.height(), round(wide / ratio)))
        self.view.setGeometry(
            QRect(room.x() + (room.width() - wide) // 2, room.y(), size.width(), size.height())
        )
        bar = min(stage.width(), round(stage.height() * MOST_BAR))
        self.bar.setVisible(visited)
        self.bar.setGeometry(
            stage.x() + (stage.width() - bar) // 2, stage.bottom() + 1 - tall, bar, max(1, tall)
        )
        self.bar.arrange(touch)
        side = round(touch * CORNER)
        self.corner.setGeometry(stage.right() + 1 - side, stage.top(), side, side)
        self.keypad.setGeometry(stage)
        self.keypad.arrange(touch)
        self._arrange_close(touch)
        for widget in (self.words, self.corner, self.keypad):
            widget.raise_()

    def _arrange_close(self, touch: float) -> None:
        card = self.view.card(self.show_.scene)
        self.view.beside_card = touch
        self.close_card.setVisible(card is not None)
        if card is not None:
            self.close_card.touch = touch
            corner = card.box.topRight() + QPointF(self.view.pos())
            side, gap = round(touch), touch * GAP / 2
            place = QRect(round(corner.x() - side - gap), round(corner.y() + gap), side, side)
            if place.intersects(self.corner.geometry()):
                place.moveRight(self.corner.x() - 1)
            self.close_card.setGeometry(place)
            self.close_card.raise_()

    def _say(self) -> None:
        """The countdown, or that one may touch."""
        stage, touch = self.stage, self.touch
        if self.kiosk.phase is Phase.COUNTDOWN:
            left = self.kiosk.countdown
            words = tr("From the beginning in {count} s; touch to go on here", count=int(left) + 1)
            middle = QPointF(stage.center().x(), stage.top() + touch)
            self.words.say(words, left / COUNTDOWN, touch, middle)
        elif self.kiosk.inviting:
            middle = QPointF(stage.center().x(), stage.bottom() - touch)
            self.words.say(tr("Touch the screen to turn the pages yourself"), 0.0, touch, middle)
        else:
            self.words.hide()

    def _prepare(self) -> None:
        """Draw what comes next, so that it is there at once."""
        slides = (self.show_.slide, *self.show_.neighbours())
        wanted = [(slide, self.show_.scene_of(slide).number, self.view.pixels) for slide in slides]
        if not self.kiosk.left and self.pictures.prepare(wanted):
            self._ahead.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), ink.colour(STAGE.ground))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        ratio = self._wall.ratio if self._wall else self.width() / max(1, self.height())
        if abs(ratio - self._ratio) >= SAME_RATIO:
            self._ratio = ratio
            self.pictures.clear()
            self.show_.reshape(self._deck_of(ratio))
        self.refresh()

    # time

    def _tick(self) -> None:
        before = self.kiosk.phase
        self.kiosk.tick()
        moving = self.kiosk.phase is Phase.COUNTDOWN or self.kiosk.held or self.kiosk.keypad.is_open
        if moving or self.kiosk.left or self.kiosk.phase is not before or self.keypad.isVisible():
            self.refresh()

    def _hide_pointer(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)

    # hands

    def _turn(self, step: int) -> None:
        self.kiosk.touch()
        self.kiosk.next() if step > 0 else self.kiosk.previous()

    def _go(self, page: str) -> None:
        self.kiosk.touch()
        self.kiosk.go_to(page)

    def _close_card(self) -> None:
        self.kiosk.touch()
        self.kiosk.point_at(None)

    def _key_touched(self) -> None:
        self.kiosk.touch()
        self.refresh()

    def _pressed(self, place: Place) -> None:
        self._pressed_at = self._moved_to = place
        self.kiosk.touch()

    def _moved(self, place: Place | None) -> None:
        if self._pressed_at is not None and place is not None:
            self._moved_to = place
        elif self._pressed_at is None and place is not None:
            self._show_pointer()

    def _released(self) -> None:
        """A short touch asks where a figure comes from; a wipe turns the page."""
        begin, end = self._pressed_at, self._moved_to
        self._pressed_at = None
        if begin is None or end is None:
            return
        across = end[0] - begin[0]
        if abs(across) > SWIPE:
            self._turn(-1 if across > 0 else 1)
        else:
            self._touched(begin)
        self.refresh()

    def _touched(self, place: Place) -> None:
        card = self.view.card(self.show_.scene)
        if card is not None and card.box.contains(QPointF(*place) * self.view.height()):
            self.kiosk.point_at(None)
            return
        mark = self.view.mark_at(place, reach=self.touch / 2 / max(1, self.view.height()))
        self.kiosk.point_at(mark.ref if mark else None)

    def _show_pointer(self) -> None:
        self.unsetCursor()
        self._idle.start()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._key_touched()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._show_pointer()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of a clicker turn pages; no key ends the show."""
        if self.kiosk.keypad.is_open:
            self._typed(event)
            return
        name = _TURNS.get(event.keyCombination().toCombined() & ~Qt.KeyboardModifier.KeypadModifier.value, "")
        self.kiosk.touch()
        if name in ("next", "previous"):
            self._turn(1 if name == "next" else -1)
        elif name:
            self.show_.first() if name == "first" else self.show_.last()
        elif event.key() == Qt.Key.Key_Escape:
            self.kiosk.point_at(None)
        self.refresh()

    def _typed(self, event: QKeyEvent) -> None:
        text = event.text()
        if len(text) == 1 and text in "0123456789":
            self.keypad.press(text)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keypad.press(OKAY)
        elif event.key() == Qt.Key.Key_Backspace:
            self.keypad.press(ERASE)
        elif event.key() == Qt.Key.Key_Escape:
            self.kiosk.keypad.close()
            self._key_touched()
