"""Where the labels of a lane stand: in rows above and below its bar, or beside it in the bar's own row.

Labels of one row never touch; a label in an outer row keeps the way to its mark free of text. What has no room is
not written, and counted.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QRectF

from desktop.charts import ink
from desktop.charts.stages import stage_date, stage_name
from desktop.charts.theme import DOT, Look
from desktop.exhibits.kinds import Lane, Stage
from desktop.exhibits.lanes import is_span, placed
from desktop.exhibits.viewport import Viewport

WIDEST = 224
"""Of a label; a longer name is set in two lines, and shortened after that."""
NAME_LINE = 18
DATE_LINE = 15
KNOB = 9
FADE = 96
OPEN_DAYS = 120
"""How far a span with an open end is drawn beyond the end that is known, `FADE` at least."""
GAP = 10
LEADER = 6
BESIDE = 2 * WIDEST
"""The widest label that stands in the bar's own row."""
_ROWS = ((1, 0), (1, 1), (2, 1), (2, 2), (3, 2), (3, 3))
"""Above and below, in the order in which they are tried."""


@dataclass(frozen=True, slots=True)
class Plot:
    """Where days lie on the sheet; `as_of` is the x of the as-of line, if it is in view."""

    rect: QRectF
    view: Viewport
    as_of: float | None = None

    def x(self, day: float) -> float:
        return self.rect.left() + (day - self.view.start) / self.view.days * self.rect.width()


@dataclass(frozen=True, slots=True)
class Shape:
    """How many rows of labels a lane has above and below its bar, and how many lines a name has there; no row
    at all where the only label stands beside its mark."""

    above: int = 0
    below: int = 0
    lines: int = 1

    def row(self, look: Look) -> float:
        return look.px(self.lines * NAME_LINE + DATE_LINE + 1)


@dataclass(slots=True)
class Label:
    """`level`: 1, 2 … above the bar, −1, −2 … below it, 0 beside the mark; `x` is where its mark stands; `left`
    lies between `lowest` and `highest`, as near to `ideal` as the neighbours allow; `inside` its own span."""

    stage: Stage
    lines: list[str]
    date: str
    x: float
    width: float
    lowest: float
    highest: float
    ideal: float
    level: int = 0
    left: float = 0.0
    inside: bool = False


@dataclass(slots=True)
class Labels:
    """The labels of a lane that are written, the stages in view that have no room for one, and those out of view."""

    written: list[Label] = field(default_factory=list)
    waiting: list[Stage] = field(default_factory=list)
    earlier: list[Stage] = field(default_factory=list)
    later: list[Stage] = field(default_factory=list)


def reach(stage: Stage, plot: Plot, look: Look) -> tuple[float, float]:
    """The left and right end of a stage's mark: of its knob, or of its span where its date is one."""
    x = plot.x(placed(stage))
    if stage.date is None or not is_span(stage):
        return x - look.px(KNOB), x + look.px(KNOB)
    first, last = stage.date.earliest, stage.date.latest
    open_ended = max(look.px(FADE), plot.x(OPEN_DAYS) - plot.x(0))
    left = plot.x(first.toordinal()) if first else x - open_ended
    return left, plot.x(last.toordinal() + 1) if last else x + open_ended


def covered(stage: Stage, plot: Plot, look: Look) -> tuple[float, float]:
    """As `reach`, with the days by which an uncertain date may be off."""
    left, right = reach(stage, plot, look)
    if stage.date is None or stage.date.is_exact:
        return left, right
    first, last = stage.date.earliest_fuzzy, stage.date.latest_fuzzy
    return (
        min(left, plot.x(first.toordinal())) if first else left,
        max(right, plot.x(last.toordinal() + 1)) if last else right,
    )


def shape_of(lane: Lane, plot: Plot, look: Look) -> Shape:
    """The fewest rows in which all of a lane's labels have room, or the most that there may be."""
    dated = [stage for stage in lane.stages if placed(stage)]
    if not dated or (len(dated) == 1 and _beside(dated[0], plot, look)):
        return Shape()
    room = _widest(plot, look) - look.px(3 * DOT)
    lines = max(len(_name_lines(stage, room, look, 2)) for stage in dated)
    shapes = [Shape(above, below, lines) for above, below in _ROWS]
    return next((s for s in shapes if not placed_labels(lane, plot, look, s).waiting), shapes[-1])


def placed_labels(lane: Lane, plot: Plot, look: Look, shape: Shape) -> Labels:
    found = Labels()
    seen: list[tuple[float, Stage]] = []
    for stage in lane.stages:
        if not placed(stage):
            continue
        left, right = reach(stage, plot, look)
        if right <= plot.rect.left() + look.px(KNOB):
            found.earlier.append(stage)
        elif left >= plot.rect.right() - look.px(KNOB):
            found.later.append(stage)
        else:
            seen.append(((left + right) / 2, stage))
    if not shape.above and not shape.below:
        beside = _beside(seen[0][1], plot, look) if len(seen) == 1 else None
        found.written = [beside] if beside else []
        found.waiting = [stage for _, stage in seen if not beside]
        return found
    stages = [stage for _, stage in sorted(seen, key=lambda pair: pair[0])]
    filled: list[Labels] = []
    for order in _ORDERS:
        filled.append(_filled(stages, order, plot, look, shape))
        if not filled[-1].waiting:
            break
    best = min(filled, key=lambda labels: len(labels.waiting))
    found.written, found.waiting = best.written, best.waiting
    return found


def _filled(stages: Sequence[Stage], order: tuple[int, bool], plot: Plot, look: Look, shape: Shape) -> Labels:
    """The labels in their rows, each in the first row of its order that has room."""
    found = Labels()
    ends: dict[int, float] = {}
    rows: dict[int, list[Label]] = {}
    for number, stage in enumerate(stages):
        label = _row_label(stage, plot, look, shape.lines)
        level = next((n for n in _levels(number, order, shape) if _fits(label, n, ends, look)), 0)
        if level:
            label.level = level
            _take(label, ends, rows, look)
            found.written.append(label)
        else:
            found.waiting.append(stage)
    for row in rows.values():
        _settle(row, plot, look)
    return found


def _levels(number: int, order: tuple[int, bool], shape: Shape) -> Iterator[int]:
    """The rows in the order in which they are tried, above and below in turn; `order` says on which side the first
    label stands, and whether the outer rows come first, which is what marks close together need."""
    first, outer = order
    distances = range(1, max(shape.above, shape.below) + 1)
    for distance in reversed(distances) if outer else distances:
        for level in (distance, -distance) if (number + first) % 2 == 0 else (-distance, distance):
            if -shape.below <= level <= shape.above:
                yield level


_ORDERS = ((0, False), (1, False), (0, True), (1, True))


def _fits(label: Label, level: int, ends: dict[int, float], look: Look) -> bool:
    side = 1 if level > 0 else -1
    leader = label.x - look.px(LEADER / 2)
    inner = (ends.get(side * n, -1e9) for n in range(1, abs(level)))
    lowest, highest = _limits(label, level, look)
    return max(lowest, ends.get(level, -1e9)) <= highest and all(end <= leader for end in inner)


def _limits(label: Label, level: int, look: Look) -> tuple[float, float]:
    """Between which places the label may stand; in an outer row it must lie over its leader."""
    if abs(level) == 1:
        return label.lowest, label.highest
    over = look.px(LEADER)
    return max(label.lowest, label.x + over - label.width), min(label.highest, label.x - over)


def _take(label: Label, ends: dict[int, float], rows: dict[int, list[Label]], look: Look) -> None:
    """Give the label its row, and the way to its mark a place in the rows between, as a label without words."""
    side = 1 if label.level > 0 else -1
    at = label.x - look.px(LEADER / 2)
    label.lowest, label.highest = _limits(label, label.level, look)
    for n in range(1, abs(label.level)):
        leader = Label(label.stage, [], "", label.x, look.px(LEADER), at, at, at)
        rows.setdefault(side * n, []).append(leader)
        ends[side * n] = at + leader.width
    rows.setdefault(label.level, []).append(label)
    ends[label.level] = max(label.lowest, ends.get(label.level, -1e9)) + label.width + look.px(GAP)


def _settle(row: list[Label], plot: Plot, look: Look) -> None:
    """Move the labels of a row to where they would like to stand, as far as those to the right leave room."""
    gap, limit = look.px(GAP), 1e9
    highest: list[float] = []
    for label in reversed(row):
        highest.append(min(label.highest, limit - label.width - (gap if label.lines else 0.0)))
        limit = highest[-1]
    end = -1e9
    for label, most in zip(row, reversed(highest), strict=True):
        least = max(label.lowest, end)
        label.left = min(max(label.ideal, least), most)
        if label.lines and plot.as_of is not None:
            label.left = _clear_of(plot.as_of, label, least, most, look.px(4))
        end = label.left + label.width + (gap if label.lines else 0.0)


def _clear_of(x: float, label: Label, least: float, most: float, gap: float) -> float:
    """The place nearest to the label's own that keeps off the line at `x`, or its own where there is none."""
    if not label.left - gap < x < label.left + label.width + gap:
        return label.left
    places = [place for place in (x - gap - label.width, x + gap) if least <= place <= most]
    return min(places, key=lambda place: abs(place - label.ideal), default=label.left)


def _widest(plot: Plot, look: Look) -> float:
    return min(look.px(WIDEST), plot.rect.width() * 0.6)


def _name_lines(stage: Stage, room: float, look: Look, most: int) -> list[str]:
    """The name in up to `most` lines, with its note where all of that fits into one."""
    full = stage_name(stage)
    if ink.width(look, "body", full) <= room:
        return [full]
    return ink.balanced(look, "body", stage.name, room, most)


def _row_label(stage: Stage, plot: Plot, look: Look, most: int) -> Label:
    dot = look.px(3 * DOT)
    room = _widest(plot, look) - dot
    lines, date = _name_lines(stage, room, look, most), stage_date(stage)
    wide = max(
        min(room, max(ink.width(look, "body", line) for line in lines)) + dot, ink.width(look, "small", date)
    )
    left, right = reach(stage, plot, look)
    left, right = max(left, plot.rect.left()), min(right, plot.rect.right())
    touch = min(right - left, look.px(2 * KNOB))
    lowest = min(max(left + touch - wide, plot.rect.left()), plot.rect.right() - wide)
    highest = max(min(right - touch, plot.rect.right() - wide), plot.rect.left())
    middle = (left + right) / 2
    return Label(stage, lines, date, middle, wide, min(lowest, highest), highest, middle - wide / 2)


def _beside(stage: Stage, plot: Plot, look: Look) -> Label | None:
    """The label in one line within the stage's span, or to the right or the left of its mark; None without room."""
    name, date, gap = stage_name(stage), stage_date(stage), look.px(GAP)
    wide = ink.width(look, "body", name) + look.px(6 + 3 * DOT) + ink.width(look, "small", date)
    left, right = covered(stage, plot, look)
    left, right = max(left, plot.rect.left()), min(right, plot.rect.right())
    label = Label(stage, [name], date, (left + right) / 2, wide, 0.0, 0.0, (left + right - wide) / 2)
    label.left = label.ideal
    if is_span(stage) and wide + 2 * gap <= right - left:
        label.inside = True
        if plot.as_of is not None:
            label.left = _clear_of(plot.as_of, label, left + gap, right - gap - wide, look.px(4))
        return label
    if wide > look.px(BESIDE):
        return None
    places = [right + gap * 0.6, left - gap * 0.6 - wide]
    places = [x for x in places if plot.rect.left() <= x <= plot.rect.right() - wide]
    if plot.as_of is not None:
        places.sort(key=lambda x: x < (plot.as_of or 0.0) < x + wide)
    if not places:
        return None
    label.left = places[0]
    return label
