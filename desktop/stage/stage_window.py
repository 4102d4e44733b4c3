"""The window that the audience sees: one slide, filling its screen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.charts import ink
from desktop.charts.screen_room import room_of
from desktop.charts.theme import STAGE
from desktop.quantities.language import tr
from desktop.stage.scene_view import SceneView
from desktop.stage.walls import Wall, stand

FADE = 160
"""Milliseconds."""
SIZE = QSize(1280, 720)
"""Of a rehearsal's stage, where the screen has room for it."""
IDLE = 2000
"""Milliseconds without a move, after which the pointer hides."""


class StageWindow(QWidget):
    """Holds the stage's view and, on a single screen, what would lie over the console. `closing` ends the show;
    `resized` is told when the shape may have changed. A stage for a `wall` keeps its shape on any screen."""

    def __init__(
        self,
        view: SceneView,
        closing: Callable[[], None],
        resized: Callable[[], None],
        fades: bool,
        wall: Wall | None = None,
    ) -> None:
        super().__init__()
        self.view, self.fades, self._wall = view, fades, wall
        self._closing, self._resized = closing, resized
        self._slide: object = None
        self.cover: QWidget | None = None
        self._share = 1.0
        view.setParent(self)
        view.blanks = True
        self.setWindowTitle(tr("Stage"))
        self.resize(SIZE.scaled(room_of(self).boundedTo(SIZE), Qt.AspectRatioMode.KeepAspectRatio))
        self.setMouseTracking(True)
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._hide_pointer)
        view.moved.connect(self._moved)
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(FADE)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.valueChanged.connect(self._faded)

    @property
    def ratio(self) -> float:
        """Width to height, of the wall where there is one."""
        return self._wall.ratio if self._wall else self.width() / max(1, self.height())

    def refresh(self, slide: object) -> None:
        """Show what the show is at; a slide fades into another one where that is wanted."""
        if slide is not self._slide:
            old = self.view.picture() if self.fades and self._slide is not None else None
            self._slide = slide
            self._fade.stop()
            if old is not None:
                self.view.fade_from(old)
                self._fade.start()
            else:
                self.view.set_opacity(0.0)
        self.view.refresh()

    def _faded(self, value: object) -> None:
        self.view.set_opacity(float(value))  # type: ignore[arg-type]

    def set_cover(self, cover: QWidget | None, share: float = 1.0) -> None:
        """Lay `cover` over the slide, or over this share of its width and height in the middle; None takes it away."""
        if self.cover is not None and self.cover is not cover:
            self.cover.hide()
        self.cover, self._share = cover, share
        if cover is not None:
            cover.setParent(self)
            self._arrange_cover(cover)
            cover.show()
            cover.raise_()

    def _moved(self, place: object) -> None:
        self.unsetCursor()
        self._idle.start(IDLE)

    def _hide_pointer(self) -> None:
        if self.cover is None:
            self.setCursor(Qt.CursorShape.BlankCursor)

    def _arrange(self) -> None:
        self.view.setGeometry(*stand(self._wall, self.width(), self.height(), self.devicePixelRatioF()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground around a wall that does not fill the screen."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), ink.colour(STAGE.ground))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        if self.cover is not None:
            self._arrange_cover(self.cover)
        self._resized()

    def _arrange_cover(self, cover: QWidget) -> None:
        rect = QRect(QPoint(), self.size() * self._share)
        rect.moveCenter(self.rect().center())
        cover.setGeometry(rect)

    def showEvent(self, event: QShowEvent) -> None:
        """A pointer that is not moved hides too."""
        self._idle.start(IDLE)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._arrange()
            self.view.update()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._closing()
