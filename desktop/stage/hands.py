"""What the pointer does on the stage and on the console's picture of it."""

from functools import partial

from PySide6.QtCore import QObject

from desktop.stage.ink import Place
from desktop.stage.scene import Tool
from desktop.stage.scene_view import SceneView
from desktop.stage.show import Show

DRAGGED = 0.012
"""Heights of the slide; a shorter way is a click."""


class Hands(QObject):
    """Turns presses, moves and the wheel into what they mean: a click on the stage is the next slide, one on the
    console's picture opens the source of what is pointed at; a tool draws; a zoomed slide is dragged."""

    def __init__(self, show: Show, stage: SceneView, picture: SceneView) -> None:
        super().__init__()
        self._show, self._stage, self._picture = show, stage, picture
        self._from: Place | None = None
        self._axis = 0.0
        """Of the timeline that is dragged, in heights of the slide; 0 where there is none."""
        self._dragged = False
        for view in (stage, picture):
            view.pressed.connect(partial(self._pressed, view))
            view.moved.connect(self._moved)
            view.wheeled.connect(self._wheeled)
        stage.released.connect(self._released_on_stage)
        picture.released.connect(self._released_on_picture)

    def _pressed(self, view: SceneView, place: Place) -> None:
        self._from, self._dragged, self._axis = place, False, view.axis
        self._show.press(place)

    def _moved(self, place: Place | None) -> None:
        if self._from is not None and place is not None and self._show.tool is Tool.ARROW:
            right, down = self._from[0] - place[0], self._from[1] - place[1]
            if self._dragged or abs(right) + abs(down) > DRAGGED:
                self._dragged = True
                self._drag(right, down, place)
                return
        if self._show.tool is not Tool.ARROW or self._show.pointer is not None:
            self._show.move(place if self._show.tool is not Tool.ARROW else None)

    def _drag(self, right: float, down: float, place: Place) -> None:
        """Keep what was pressed under the pointer. Places are of the slide, which a zoomed one moves; not so the axis of
        a timeline."""
        if self._axis:
            self._show.pan(right / self._axis, 0.0)
            self._from = place
        elif self._show.is_zoomed:
            self._show.pan(right, down)

    def _released_on_stage(self) -> None:
        if self._is_click():
            self._show.next()

    def _released_on_picture(self) -> None:
        place = self._from
        if self._is_click() and place is not None:
            mark = self._picture.mark_at(place)
            self._show.cite(mark.ref if mark else None)

    def _is_click(self) -> bool:
        click = self._from is not None and not self._dragged and self._show.tool is Tool.ARROW
        self._from = None
        self._show.release()
        return click

    def _wheeled(self, steps: int, place: Place) -> None:
        self._show.zoom_in(place) if steps > 0 else self._show.zoom_out(place)
