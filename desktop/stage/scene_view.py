"""A widget that shows one scene of a show at any size: the stage, or the console's picture of it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QTransform, QWheelEvent
from PySide6.QtWidgets import QWidget

from desktop.briefing.records import Ref
from desktop.charts import ink
from desktop.charts.sheet import Mark
from desktop.charts.theme import LIGHT, SHADE, STAGE, stage_look
from desktop.exhibits.deck import SLIDE_HEIGHT
from desktop.quantities.language import tr
from desktop.stage.citation_card import Card, draw_citation, draw_ring, laid_out
from desktop.stage.ink import Place
from desktop.stage.pictures import Pictures
from desktop.stage.pointer import draw_pointer, draw_strokes, reach_of
from desktop.stage.scene import Blank, Scene, Tool
from desktop.stage.show import Show

_BLANKS = {Blank.NONE: STAGE.ground, Blank.BLACK: SHADE, Blank.WHITE: LIGHT.card}

CitationOf = Callable[[Ref], tuple[str, ...]]
"""What there is to say about where a record comes from, line by line."""


class SceneView(QWidget):
    """Shows `scene_of()` with the ink and the pointer on it, filling the widget.

    Signals: `pressed`, `moved` and `released` of the pointer as places in heights of the slide (see ink.Place),
    `wheeled(steps, place)`.
    """

    pressed = Signal(object)
    moved = Signal(object)
    released = Signal()
    wheeled = Signal(int, object)

    def __init__(
        self,
        show: Show,
        pictures: Pictures,
        scene_of: Callable[[], Scene | None],
        citation_of: CitationOf,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._show, self._pictures = show, pictures
        self._scene_of, self._citation_of = scene_of, citation_of
        self.blanks = False
        """Whether a blank screen is blank here too, as on the stage."""
        self.beside_card = 0.0
        """Pixels to leave free at the right of a citation's heading, e.g. for a button that closes it."""
        self.points = True
        """Whether the tool in hand is to be seen here."""
        self._pointed: QRect = QRect()
        self._painted: object = None
        self._shown: Scene | None = None
        self._stretch: tuple[Scene, list[Mark]] | None = None
        """The marks of a timeline as it was painted last."""
        self._old: QPixmap | None = None
        self._opacity = 0.0
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # places

    @property
    def pixels(self) -> QSize:
        """The widget's size in device pixels."""
        ratio = self.devicePixelRatioF()
        return QSize(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))

    def place_at(self, point: QPointF) -> Place:
        """A point of the widget as a place on the slide, the zoom taken away."""
        x, y = point.x() / max(1, self.height()), point.y() / max(1, self.height())
        scene = self._scene_of()
        if scene is None or scene.zoom.factor == 1:
            return x, y
        (cx, cy), factor = scene.zoom.centre, scene.zoom.factor
        return cx + (x - cx) / factor, cy + (y - cy) / factor

    def mark_at(self, place: Place, reach: float = 0.0) -> Mark | None:
        """The mark on the slide at a place; the smallest where several lie over each other. Where there is none, the
        nearest that is not further away than `reach`, in heights of the slide."""
        scene = self._scene_of()
        if scene is None:
            return None
        point = QPointF(place[0], place[1]) * self.pixels.height()
        hits = [mark for mark in self.marks() if mark.rect.contains(point)]
        if hits:
            return min(hits, key=lambda mark: mark.rect.width() * mark.rect.height())
        near = ((_distance(mark.rect, point), mark) for mark in self.marks())
        within = [pair for pair in near if pair[0] <= reach * self.pixels.height()]
        return min(within, key=lambda pair: pair[0])[1] if within else None

    def marks(self) -> list[Mark]:
        """The marks that the scene shows, in device pixels of the whole slide; a timeline may show some of its own."""
        scene = self._scene_of()
        if scene is None:
            return []
        if self._stretch is not None and scene.viewport is not None and self._stretch[0] == scene:
            return self._stretch[1]
        return self._pictures.marks(scene.slide, scene.number, self.pixels)

    @property
    def axis(self) -> float:
        """How long the axis of the timeline is that the scene shows, in heights of the slide; 0 where there is none."""
        scene = self._scene_of()
        return (
            0.0 if scene is None or scene.viewport is None else self._pictures.axis(scene.slide, self.size())
        )

    @property
    def _pointer(self) -> Place | None:
        """Where the tool in hand points on this picture: not at a slide that the presenter is not at."""
        scene = self._scene_of()
        here = self.points and scene is not None and scene.slide is self._show.slide
        return self._show.pointer if here else None

    # painting

    def refresh(self) -> None:
        """Paint what has changed: all of it, or only where the pointer was and is."""
        if self._signature() != self._painted or self._show.tool is Tool.SPOTLIGHT:
            self.update()
        now = self._reach()
        if not now.isNull() or not self._pointed.isNull():
            self.update(self._pointed.united(now))
        self._pointed = now

    def _signature(self) -> object:
        """All that is painted but the pointer and the line that it draws."""
        show = self._show
        return self._scene_of(), show.blank if self.blanks else None, show.tool, show.ink.version

    def _reach(self) -> QRect:
        if self._pointer is None or self._show.tool is Tool.ARROW:
            return QRect()
        return reach_of(self._on_widget(self._pointer), self.height())

    def _on_widget(self, place: Place) -> QPointF:
        scene = self._scene_of()
        x, y = place
        if scene is not None and scene.zoom.factor > 1:
            (cx, cy), factor = scene.zoom.centre, scene.zoom.factor
            x, y = cx + (x - cx) * factor, cy + (y - cy) * factor
        return QPointF(x, y) * self.height()

    def fade_from(self, picture: QPixmap) -> None:
        """Begin to fade from an older picture to the present one."""
        self._old, self._opacity = picture, 1.0

    def set_opacity(self, opacity: float) -> None:
        """How much of the older picture is still to be seen, 0 to 1."""
        self._opacity = opacity
        if opacity <= 0:
            self._old = None
        self.update()

    def picture(self) -> QPixmap | None:
        """The picture of the slide that was painted last."""
        scene = self._shown
        return None if scene is None else self._pictures.of(scene.slide, scene.number, self.pixels)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._painted = self._signature()
        scene = self._scene_of()
        blank = self._show.blank if self.blanks else Blank.NONE
        if scene is None or blank is not Blank.NONE:
            painter.fillRect(event.rect(), ink.colour(_BLANKS[blank]))
            if scene is None:
                look, room = stage_look("", self.height() / SLIDE_HEIGHT), QRectF(self.rect())
                ink.write(
                    painter, look, "heading", STAGE.ink_small, room, tr("This is the last slide"), ink.CENTRE
                )
            painter.end()
            self._shown = None
            return
        self._paint(painter, event.rect(), scene)
        painter.end()
        self._shown = scene

    def _paint(self, painter: QPainter, dirty: QRect, scene: Scene) -> None:
        painter.save()
        if scene.zoom.factor > 1:
            centre = QPointF(*scene.zoom.centre) * self.height()
            painter.translate(centre)
            painter.scale(scene.zoom.factor, scene.zoom.factor)
            painter.translate(-centre)
        if scene.zoom.factor > 1 or scene.viewport is not None:
            marks = self._pictures.draw(painter, self.size(), scene.slide, scene.number, scene.viewport)
            grown = QTransform.fromScale(self.devicePixelRatioF(), self.devicePixelRatioF())
            self._stretch = scene, [mark._replace(rect=grown.mapRect(mark.rect)) for mark in marks]
        else:
            self._blit(painter, dirty, scene)
        draw_strokes(painter, self._show.ink.on(scene.slide), self.height())
        painter.restore()
        if self._old is not None and self._opacity > 0:
            painter.setOpacity(self._opacity)
            painter.drawPixmap(self.rect(), self._old)
            painter.setOpacity(1.0)
        card = self.card(scene)
        if card is not None:
            for mark in self.marks():
                if mark.ref == scene.cited:
                    draw_ring(painter, card.look, self._mark_on_widget(mark))
            draw_citation(painter, card, self.beside_card)
        if self._pointer is not None:
            at = self._on_widget(self._pointer)
            draw_pointer(painter, QRectF(self.rect()), at, self._show.tool, scene.zoom.factor)

    def card(self, scene: Scene) -> Card | None:
        """The open citation, as it lies over the slide."""
        if scene.cited is None:
            return None
        whole = self._pictures.marks(scene.slide, scene.number, self.pixels)
        named = next((mark.text for mark in whole if mark.ref == scene.cited), "")
        cited = [self._mark_on_widget(mark) for mark in self.marks() if mark.ref == scene.cited]
        lines = (named, *self._citation_of(scene.cited))
        return laid_out(QRectF(self.rect()), scene.slide.page, lines, cited)

    def _mark_on_widget(self, mark: Mark) -> QRectF:
        tall, rect = self.pixels.height(), mark.rect
        return QRectF(
            self._on_widget((rect.left() / tall, rect.top() / tall)),
            self._on_widget((rect.right() / tall, rect.bottom() / tall)),
        )

    def _blit(self, painter: QPainter, dirty: QRect, scene: Scene) -> None:
        picture = self._pictures.of(scene.slide, scene.number, self.pixels)
        ratio = self.devicePixelRatioF()
        source = QRectF(dirty.x() * ratio, dirty.y() * ratio, dirty.width() * ratio, dirty.height() * ratio)
        painter.drawPixmap(QRectF(dirty), picture, source)

    # pointer

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed.emit(self.place_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.moved.emit(self.place_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.released.emit()

    def leaveEvent(self, event: object) -> None:
        self.moved.emit(None)

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = event.angleDelta().y()
        if steps:
            self.wheeled.emit(1 if steps > 0 else -1, self.place_at(event.position()))
        event.accept()


def _distance(rect: QRectF, point: QPointF) -> float:
    """From a point to a rectangle beside it."""
    dx = max(rect.left() - point.x(), 0.0, point.x() - rect.right())
    dy = max(rect.top() - point.y(), 0.0, point.y() - rect.bottom())
    return float((dx * dx + dy * dy) ** 0.5)
