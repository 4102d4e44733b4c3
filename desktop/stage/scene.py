"""What the audience sees at one moment, and with what is pointed at it."""

from dataclasses import dataclass
from enum import StrEnum

from desktop.briefing.records import Ref
from desktop.exhibits.deck import Slide
from desktop.exhibits.viewport import Viewport
from desktop.stage.ink import Place


class Tool(StrEnum):
    ARROW = "arrow"
    LASER = "laser"
    PEN = "pen"
    ERASER = "eraser"
    SPOTLIGHT = "spotlight"


class Blank(StrEnum):
    NONE = ""
    BLACK = "black"
    WHITE = "white"


@dataclass(frozen=True, slots=True)
class Zoom:
    """`factor` times larger, the place `centre` (in heights of the slide) staying where it is."""

    factor: float = 1.0
    centre: Place = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Scene:
    """What the audience sees: a slide, how it is zoomed, the stretch of time of its timeline, the record whose citation
    is open on it."""

    slide: Slide
    number: str
    zoom: Zoom
    viewport: Viewport | None
    cited: Ref | None
