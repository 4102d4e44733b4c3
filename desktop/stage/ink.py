"""What is drawn over slides. Places are (x, y) in heights of the slide from its top left, so that any screen agrees."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

Place = tuple[float, float]

PEN_WIDTH = 0.005
ERASER_REACH = 0.02
MOST_POINTS = 200_000
"""Of all strokes together; the oldest are dropped beyond it, so that a show of many hours stays small."""


@dataclass(slots=True)
class Stroke:
    """One line of the pen."""

    points: list[Place] = field(default_factory=list)


class Ink:
    """The strokes on each slide, by what identifies the slide."""

    def __init__(self) -> None:
        self._strokes: dict[object, list[Stroke]] = {}
        self._points = 0
        self._hidden = False
        self.version = 0
        """Counts every change but the growing of a line."""

    @property
    def hidden(self) -> bool:
        return self._hidden

    @hidden.setter
    def hidden(self, hidden: bool) -> None:
        self._hidden = hidden
        self.version += 1

    def on(self, slide: object) -> tuple[Stroke, ...]:
        """The strokes on a slide, the oldest first; none while ink is hidden."""
        return () if self.hidden else tuple(self._strokes.get(slide, ()))

    def begin(self, slide: object, place: Place) -> None:
        """Put the pen down."""
        if self._hidden:
            self.hidden = False
        self._strokes.setdefault(slide, []).append(Stroke([place]))
        self._grow()

    def draw(self, slide: object, place: Place) -> None:
        """Move the pen that is down."""
        strokes = self._strokes.get(slide)
        if strokes and strokes[-1].points[-1] != place:
            strokes[-1].points.append(place)
            self._grow()

    def _grow(self) -> None:
        self._points += 1
        while self._points > MOST_POINTS:
            self.version += 1
            slide = next(iter(self._strokes))
            self._points -= len(self._strokes[slide].pop(0).points)
            if not self._strokes[slide]:
                del self._strokes[slide]

    def erase(self, slide: object, place: Place, since: Place | None = None) -> bool:
        """Take away the strokes that pass near `place`, or near the way to it from where the eraser was last; True
        where there was one."""
        strokes = self._strokes.get(slide, [])
        way = since or place, place
        kept = [stroke for stroke in strokes if not _near(stroke, way)]
        if len(kept) == len(strokes):
            return False
        self._points += sum(len(stroke.points) for stroke in kept) - sum(len(s.points) for s in strokes)
        self._keep(slide, kept)
        return True

    def clear(self, slide: object) -> None:
        """Take away all strokes on a slide."""
        self._points -= sum(len(stroke.points) for stroke in self._strokes.get(slide, ()))
        self._keep(slide, [])

    def _keep(self, slide: object, strokes: list[Stroke]) -> None:
        self.version += 1
        if strokes:
            self._strokes[slide] = strokes
        else:
            self._strokes.pop(slide, None)

    def move(self, places: Mapping[Any, object]) -> None:
        """Let the strokes of each slide that is a key here be on another one; those of any other slide go."""
        kept: dict[object, list[Stroke]] = {}
        for slide, strokes in self._strokes.items():
            if slide in places:
                kept.setdefault(places[slide], []).extend(strokes)
        self._strokes = kept
        self._points = sum(len(stroke.points) for strokes in kept.values() for stroke in strokes)
        self.version += 1

    def slides(self) -> Iterator[object]:
        """What has strokes on it."""
        yield from self._strokes


def _near(stroke: Stroke, way: tuple[Place, Place]) -> bool:
    return any(
        _distance_squared((a, b), way) <= ERASER_REACH**2
        for a, b in zip(stroke.points, stroke.points[1:] or stroke.points, strict=False)
    )


def _distance_squared(one: tuple[Place, Place], other: tuple[Place, Place]) -> float:
    """Between two lines, each from a place to another."""
    if _parted(one, *other) and _parted(other, *one):
        return 0.0
    ends = ((one, end) for end in other), ((other, end) for end in one)
    return min(_from_line(line, end) for pairs in ends for line, end in pairs)


def _parted(line: tuple[Place, Place], one: Place, other: Place) -> bool:
    """Whether two places lie on different sides of a line."""
    (ax, ay), (bx, by) = line
    sides = [(bx - ax) * (y - ay) - (by - ay) * (x - ax) for x, y in (one, other)]
    return sides[0] * sides[1] < 0


def _from_line(line: tuple[Place, Place], place: Place) -> float:
    """The square of the distance from a place to a line."""
    (a, b), (x, y) = line, place
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    share = max(0.0, min(1.0, ((x - a[0]) * dx + (y - a[1]) * dy) / length)) if length else 0.0
    return (a[0] + share * dx - x) ** 2 + (a[1] + share * dy - y) ** 2
