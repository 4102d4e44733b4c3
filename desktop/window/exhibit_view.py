"""A widget that shows one drawn exhibit: pointer and keys reach every mark on it."""

from collections.abc import Callable
from dataclasses import replace
from math import isclose
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPicture,
    QPixmap,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea, QToolTip, QWidget

from desktop.briefing.citations import Evidence
from desktop.briefing.proof import Proof
from desktop.briefing.records import Ref
from desktop.charts import ink, plain
from desktop.charts.draw import draw, height_of
from desktop.charts.sheet import Mark
from desktop.charts.theme import Look
from desktop.exhibits.kinds import Cards, Exhibit, Timeline
from desktop.quantities.language import tr

if TYPE_CHECKING:
    from desktop.exhibits.successors import Successors
    from desktop.exhibits.viewport import Viewport

ZOOM_STEP = 0.8
PAN_STEP = 0.25
"""How much of the time in view a key moves on."""


_SHIFT = Qt.KeyboardModifier.ShiftModifier


class ViewState(NamedTuple):
    """How a drawn exhibit was left: what of a timeline was in view, its first and last day and the first lane; the
    record whose mark was chosen; whether keys went there."""

    stretch: tuple[float, float, float] | None
    chosen: Ref | None
    has_focus: bool

    def followed(self, newer: "Successors") -> "ViewState":
        """The same in a newer reading of the pack."""
        return self._replace(chosen=newer.ref(self.chosen))


def _fitting(timeline: Timeline) -> "Viewport":
    from desktop.exhibits.viewport import Viewport

    return Viewport.fitting(timeline)


class ExhibitView(QWidget):
    """Shows `exhibit`. Signals: source_asked(Ref): a mark was clicked or chosen by key. menu_opened(QMenu, ExhibitView):
    its menu is about to be shown. copy_asked(ExhibitView)."""

    source_asked = Signal(object)
    menu_opened = Signal(object, object)
    copy_asked = Signal(object)

    def __init__(
        self, exhibit: Exhibit, evidence: Evidence, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.exhibit = exhibit
        self._evidence = evidence
        self.look = look
        self._marks: list[Mark] | None = None
        self._image: QPixmap | None = None
        self._waits = False
        self._focused = -1
        self._pressed: QPointF | None = None
        self._dragged = False
        self._height_key: tuple[float, float] = (0, 0)
        self._height = 0
        self.page_moves: Callable[[], bool] = lambda: False
        """Whether the page around it is being scrolled, so that the wheel belongs to the page."""
        self.view = _fitting(exhibit) if isinstance(exhibit, Timeline) else None
        self._whole = (exhibit, self.view and replace(self.view))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._name()

    def set_look(self, look: Look) -> None:
        if look != self.look:
            self.look = look
            self._changed()

    def set_exhibit(self, exhibit: Exhibit) -> None:
        """Show another exhibit in this place, such as a narrower one."""
        if exhibit is self.exhibit:
            return
        self.exhibit, self._height_key = exhibit, (0, 0)
        if isinstance(exhibit, Timeline):
            whole, view = self._whole
            self.view = replace(view) if view and exhibit is whole else _fitting(exhibit)
        self._focused = -1
        self._name()
        self._changed()

    def state(self) -> ViewState:
        view, marks = self.view, self._marks or []
        chosen = marks[self._focused].ref if 0 <= self._focused < len(marks) else None
        return ViewState((view.start, view.end, view.top) if view else None, chosen, self.hasFocus())

    def restore(self, state: ViewState) -> None:
        """Show the same again, as far as it is still there."""
        if state.stretch is not None and self.view is not None:
            self.view.show(*state.stretch)
            self._changed()
        if state.chosen is not None:
            self._focused = next((n for n, m in enumerate(self.marks()) if m.ref == state.chosen), -1)
        if state.has_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def preferred_height(self, width: int) -> int:
        key = (width, self.look.scale)
        if key != self._height_key:
            self._height_key, self._height = key, 1 + round(height_of(self.exhibit, width - 1, self.look))
        return self._height

    def marks(self) -> list[Mark]:
        """What stands for a record here; drawn once out of sight where nothing has been painted yet."""
        if self._marks is None:
            picture = QPicture()
            painter = QPainter(picture)
            self._marks = self._drawn(painter)
            painter.end()
        return self._marks

    def _name(self) -> None:
        name = self.exhibit.title
        if not name and isinstance(self.exhibit, Cards):
            name = tr(", ").join(card.label for card in self.exhibit.cards)
        self.setAccessibleName(name)

    def _changed(self) -> None:
        self._marks = self._image = None
        self.update()

    def judged(self) -> None:
        """Draw again where a verdict was not known yet."""
        if self._waits:
            self._changed()

    def _proof(self, ref: Ref) -> Proof | None:
        proof = self._evidence.soon(ref)
        self._waits |= proof is None
        return proof

    def _drawn(self, painter: QPainter) -> list[Mark]:
        self._waits = False
        return draw(painter, self._sheet(), self.exhibit, self.look, self._proof, self.view)

    def _sheet(self) -> QRectF:
        """What is drawn on: half a pixel inside, or the edges of cards and panels would lie half outside."""
        return QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._dragged:
            self._marks = self._drawn(painter)
        else:
            painter.drawPixmap(0, 0, self._kept())
        if self.hasFocus() and self._marks and 0 <= self._focused < len(self._marks):
            rect = self._marks[self._focused].rect.adjusted(-3, -3, 3, 3)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            limits = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            edge = ink.pen(self.look.palette.ink, max(2.0, self.look.px(2)))
            ink.box(painter, rect.intersected(limits), self.look.px(5), None, edge)
        painter.end()

    def _kept(self) -> QPixmap:
        """The drawing as it was last made, so that a page seen before is there at once."""
        ratio = self.devicePixelRatioF()
        if self._image is None or self._image.devicePixelRatio() != ratio:
            self._image = QPixmap(self.size() * ratio)
            self._image.setDevicePixelRatio(ratio)
            self._image.fill(ink.colour(self.look.palette.ground))
            painter = QPainter(self._image)
            self._marks = self._drawn(painter)
            painter.end()
        return self._image

    def let_go(self) -> None:
        """Keep no picture of the drawing; it is made anew when it is seen again."""
        self._image = None

    def resizeEvent(self, event: object) -> None:
        self._changed()

    # pointer

    def _at(self, place: QPointF) -> int:
        hits = [n for n, mark in enumerate(self.marks()) if mark.rect.contains(place)]
        return min(hits, key=lambda n: self.marks()[n].rect.width(), default=-1)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit = self._at(QPointF(event.pos()))
            text = self.marks()[hit].text if hit >= 0 else ""
            QToolTip.showText(event.globalPos(), plain.tip(text), self)
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and isinstance(self.exhibit, Timeline) and self.view:
            moved = event.position() - self._pressed
            if self._dragged or moved.manhattanLength() >= QApplication.startDragDistance():
                self._dragged = True
                self._pressed = event.position()
                self._pan(-moved.x(), -moved.y())
            return
        pointing = self._at(event.position()) >= 0
        self.setCursor(Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        hit = self._at(event.position()) if self._pressed is not None and not self._dragged else -1
        self._pressed, self._dragged = None, False
        if hit >= 0:
            self._focused = hit
            self.source_asked.emit(self.marks()[hit].ref)
            self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.view is None or not isinstance(self.exhibit, Timeline):
            event.ignore()
            return
        if self.page_moves() or not self._moved_by_wheel(event):
            event.ignore()

    def _moved_by_wheel(self, event: QWheelEvent) -> bool:
        """Pan or zoom; False where there is nothing further that way."""
        delta = event.angleDelta()
        if event.modifiers() & _SHIFT or abs(delta.x()) > abs(delta.y()):
            return self._pan(-delta.x(), 0) if delta.x() else self._pan(0, -delta.y())
        return self.zoom(ZOOM_STEP ** (delta.y() / 120), event.position())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setFont(ink.font(self.look, "body"))
        self.menu_opened.emit(menu, self)
        menu.popup(event.globalPos())

    def shown_exhibit(self) -> Exhibit:
        return self.exhibit

    # the timeline's viewport

    def _plot(self) -> QRectF:
        from desktop.charts.timeline import plot_rect

        assert isinstance(self.exhibit, Timeline)
        return plot_rect(self.exhibit, self._sheet(), self.look)

    def zoom(self, factor: float, place: QPointF | None = None) -> bool:
        """Show `factor` times as many days around the day under `place`, or the middle; False where it is as near
        or as far as it can be."""
        if self.view is None:
            return False
        plot, days = self._plot(), self.view.days
        x = min(max(place.x() if place else plot.center().x(), plot.left()), plot.right())
        self.view.zoom(factor, self.view.start + (x - plot.left()) / plot.width() * self.view.days)
        self._changed()
        return not isclose(self.view.days, days)

    def _pan(self, right: float, down: float) -> bool:
        """Move by so many pixels; False where there is nothing further that way."""
        if self.view is None or not isinstance(self.exhibit, Timeline):
            return False
        from desktop.charts.timeline import scrolled_lane

        plot, before, lanes = self._plot(), replace(self.view), len(self.exhibit.lanes)
        tall = scrolled_lane(self.exhibit, self.width(), self.look)
        most = lanes - plot.height() / tall if tall else 0.0
        self.view.pan(right / plot.width() * self.view.days, down / tall if tall else 0.0, most)
        self._changed()
        return self.view != before

    def fit(self) -> None:
        """Show the whole timeline again."""
        if self.view is not None:
            self.view.fit()
            self._changed()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, marks = event.key(), self.marks()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_asked.emit(self)
            return
        if self.view is not None and self._moved_by_key(event):
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and 0 <= self._focused < len(marks):
            self.source_asked.emit(marks[self._focused].ref)
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Left) and marks:
            self._focus_mark((self._focused + (1 if key == Qt.Key.Key_Right else -1)) % len(marks))
        else:
            super().keyPressEvent(event)

    def _moved_by_key(self, event: QKeyEvent) -> bool:
        """Zoom and pan of the timeline; False for a key that does something else, such as scroll the page."""
        key, text = event.key(), event.text()
        way = 1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1
        if text in ("+", "=", "-"):
            self.zoom(1 / ZOOM_STEP if text == "-" else ZOOM_STEP)
        elif text == "0":
            self.fit()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and event.modifiers() == _SHIFT:
            self._pan(way * PAN_STEP * self._plot().width(), 0)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return self._pan(0, way * self.look.px(60))
        else:
            return False
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from mark to mark before it leaves."""
        following = self._focused + (1 if forward else -1)
        if 0 <= following < len(self.marks()):
            self._focus_mark(following)
            return True
        return super().focusNextPrevChild(forward)

    def focusInEvent(self, event: QFocusEvent) -> None:
        backwards = event.reason() == Qt.FocusReason.BacktabFocusReason
        if (
            event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
            and self.marks()
        ):
            self._focus_mark(len(self.marks()) - 1 if backwards else 0)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _focus_mark(self, number: int) -> None:
        self._focused = number
        mark = self.marks()[number]
        self.setAccessibleDescription(mark.text)
        self._reveal(mark)
        self.update()

    def _reveal(self, mark: Mark) -> None:
        """Scroll the page so that the mark is in view."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            centre = self.mapTo(area.widget(), mark.rect.center().toPoint())
            area.ensureVisible(
                centre.x(), centre.y(), round(mark.rect.width() / 2) + 8, round(mark.rect.height() / 2) + 8
            )

    def focused_text(self) -> str:
        """What the mark in focus says."""
        return self.marks()[self._focused].text if 0 <= self._focused < len(self.marks()) else ""
