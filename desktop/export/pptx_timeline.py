"""A timeline as one group of native shapes: lanes, the axis of time, a mark and a label for each stage."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.charts.stages import stage_date, stage_name, stage_sentence, undated
from desktop.charts.theme import SLIDE_PADDING, THEME_ACCENTS
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Lane, Stage, Timeline
from desktop.exhibits.lanes import is_span, placed, sure
from desktop.exhibits.viewport import Viewport
from desktop.export.drawing import (
    CARD,
    INK,
    INK_SOFT,
    LINE,
    TINT,
    Box,
    Line,
    Outline,
    Run,
    rule_xml,
    shape_xml,
)
from desktop.export.pptx_shapes import width_of
from desktop.export.pptx_slide import Canvas
from desktop.quantities.dates import short_date
from desktop.quantities.language import tr

NAME_WIDTH = 232
AXIS = 30
FOOT = 26
LEVEL = 44
TRACK = 30
BAR = 12
KNOB = 16
OPEN = 80
LOZENGE = 3.4
"""How many times as wide as high the mark of a span is."""
MOST_LEVELS = 4
MOST_TICKS = 9


@dataclass(frozen=True, slots=True)
class _Label:
    stage: Stage
    x: float
    left: float
    width: float
    level: int
    """1, 2 … above the bar, −1, −2 … below it."""


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where days lie on the slide."""

    room: Box
    view: Viewport
    accent: str

    def x(self, day: float) -> float:
        return self.room.x + (day - self.view.start) / self.view.days * self.room.width


def draw_timeline(canvas: Canvas, exhibit: Timeline, room: Box, composer: Composer) -> None:
    inner = room.inner(SLIDE_PADDING)
    area = Box(inner.x + NAME_WIDTH, inner.y + AXIS, inner.width - NAME_WIDTH - 8, inner.height - AXIS - FOOT)
    plot = _Plot(area, Viewport.fitting(exhibit), THEME_ACCENTS[exhibit.page])
    members = [*_axis(plot), *_as_of(plot, exhibit)]
    labels = [_labels(lane, plot) for lane in exhibit.lanes]
    levels = [_levels(of_lane) for of_lane in labels]
    needed = sum(above + below for above, below in levels) * LEVEL + len(levels) * TRACK
    level = LEVEL * min(1.0, (area.height - len(levels) * TRACK) / max(1.0, needed - len(levels) * TRACK))
    spare = max(0.0, area.height - needed) / max(1, len(levels))
    y = area.y + spare / 2
    for lane, of_lane, (above, below) in zip(exhibit.lanes, labels, levels, strict=True):
        members += _lane(plot, exhibit, lane, of_lane, y + above * level + TRACK / 2, level, inner)
        y += (above + below) * level + TRACK + spare
    canvas.group(exhibit.title, description(exhibit, composer), inner, members)


def description(exhibit: Timeline, composer: Composer) -> str:
    """The timeline in words: each project, then each of its stages."""
    lines = [exhibit.title]
    for lane in exhibit.lanes:
        lines.append(f"{lane.name} · {lane.caption}" if lane.caption else lane.name)
        lines += [stage_sentence(stage, composer.evidence.of(stage.ref)) for stage in lane.stages]
    return "\n".join(lines)


def _axis(plot: _Plot) -> Iterator[str]:
    for day, label in plot.view.ticks(MOST_TICKS):
        x = plot.x(day)
        yield rule_xml(0, label, (x, plot.room.y), (x, plot.room.bottom), Outline(LINE))
        room = Box(x - 50, plot.room.y - AXIS, 100, AXIS - 6)
        yield shape_xml(0, label, room, lines=[Line([Run(label, "small", INK_SOFT)], "ctr")])


def _as_of(plot: _Plot, exhibit: Timeline) -> Iterator[str]:
    if exhibit.as_of is None or exhibit.as_of.latest is None:
        return
    x = plot.x(exhibit.as_of.latest.toordinal())
    text = tr("as of {date}", date=short_date(exhibit.as_of))
    yield rule_xml(0, text, (x, plot.room.y), (x, plot.room.bottom + 6), Outline(INK_SOFT, 1.5, "sysDot"))
    room = Box(x - 70, plot.room.bottom + 6, 140, FOOT - 6)
    yield shape_xml(0, text, room, lines=[Line([Run(text, "small", INK_SOFT)], "ctr")])


def _labels(lane: Lane, plot: _Plot) -> list[_Label]:
    """Where each stage's label stands: the first level that is free, above and below in turn."""
    ends: dict[int, float] = {}
    levels = [level for n in range(1, MOST_LEVELS + 1) for level in (n, -n)]
    labels: list[_Label] = []
    for number, stage in enumerate(s for s in lane.stages if placed(s)):
        x = plot.x(placed(stage))
        name, when = stage_name(stage), stage_date(stage)
        wide = max(width_of(name, "mark"), width_of(when, "small")) + 10
        left = min(max(x - wide / 2, plot.room.x), max(plot.room.x, plot.room.right - wide))
        order = levels if number % 2 == 0 else [-level for level in levels]
        level = next((n for n in order if ends.get(n, -1e9) <= left), order[-1])
        ends[level] = left + wide + 6
        labels.append(_Label(stage, x, left, wide, level))
    return labels


def _levels(labels: Sequence[_Label]) -> tuple[int, int]:
    """How many rows of labels a lane needs above and below its bar."""
    levels = [label.level for label in labels]
    return max([1, *levels]), -min([-1, *levels])


def _lane(
    plot: _Plot, exhibit: Timeline, lane: Lane, labels: Sequence[_Label], mid: float, level: float, inner: Box
) -> Iterator[str]:
    caption = [lane.caption] if lane.caption else []
    if undated(lane):
        caption.append(undated(lane))
    lines = [Line([Run(lane.name, "strong")]), *(Line([Run(text, "mark", INK_SOFT)]) for text in caption)]
    tall = 96.0
    yield shape_xml(0, lane.name, Box(inner.x, mid - tall / 2, NAME_WIDTH - 24, tall), lines=lines)
    yield from _track(plot, exhibit, lane, mid)
    for label in labels:
        yield from _leader(plot, label, mid, level)
    for label in labels:
        yield from _span(plot, label.stage, mid)
    for label in labels:
        yield from _stage(plot, label, mid, level)


def _track(plot: _Plot, exhibit: Timeline, lane: Lane, mid: float) -> Iterator[str]:
    """Solid between what is done (to the as-of day while stages are still planned), dashed on; of a span counts
    what is sure."""
    stages = [stage for stage in lane.stages if placed(stage)]
    done = [stage for stage in stages if stage.done]
    planned = [stage for stage in stages if not stage.done]
    day = exhibit.as_of.latest.toordinal() if exhibit.as_of and exhibit.as_of.latest else 0
    known = max((sure(stage, late=False) for stage in done), default=0)
    if planned:
        begin = max(known, day) if done else min(sure(stage, late=True) for stage in planned)
        end = max(sure(stage, late=False) for stage in planned)
        name = tr("{name}: {parts}", name=lane.name, parts=tr("planned"))
        yield from _bar(plot, name, begin, end, mid, CARD, Outline(plot.accent, 1.25, "dash"))
    if done:
        last = known
        if planned and day > last > 0:
            last = min([day, *(n for n in (sure(stage, late=False) for stage in planned) if n > last)])
        name = tr("{name}: {parts}", name=lane.name, parts=tr("done"))
        yield from _bar(
            plot, name, min(sure(stage, late=True) for stage in done), last, mid, plot.accent, None
        )


def _bar(
    plot: _Plot, name: str, first: int, last: int, mid: float, fill: str, edge: Outline | None
) -> Iterator[str]:
    if last > first:
        box = Box(plot.x(first), mid - BAR / 2, plot.x(last) - plot.x(first), BAR)
        yield shape_xml(0, name, box, "roundRect", fill, edge, radius=BAR / 2)


def _reach(plot: _Plot, stage: Stage) -> Box:
    """All that a date allows, on the bar; an open end reaches a little beyond what is known."""
    assert stage.date is not None
    first, last, x = stage.date.earliest_fuzzy, stage.date.latest_fuzzy, plot.x(placed(stage))
    left = plot.x(first.toordinal()) if first else max(plot.room.x, x - OPEN)
    right = plot.x(last.toordinal() + 1) if last else min(plot.room.right, x + OPEN)
    return Box(left, 0, max(6.0, right - left), 0)


def _span(plot: _Plot, stage: Stage, mid: float) -> Iterator[str]:
    """The days that an uncertain or a coarse date allows; a sure date of a month needs no span."""
    if stage.date is None or (stage.date.is_exact and not is_span(stage)):
        return
    thick, reach = BAR * (0.75 if is_span(stage) else 0.5), _reach(plot, stage)
    box = Box(reach.x, mid - thick / 2, reach.width, thick)
    edge = Outline(plot.accent, 1.0, "" if stage.done and stage.date.is_exact else "sysDash")
    fill = f"{plot.accent}{TINT}" if stage.done or not is_span(stage) else CARD
    yield shape_xml(0, stage.name, box, "roundRect", fill, edge, radius=thick / 2)


def _knob(plot: _Plot, stage: Stage, mid: float) -> str:
    """A disc for a point in time, a lozenge along the bar for a span."""
    fill, edge = (plot.accent, CARD) if stage.done else (CARD, plot.accent)
    if not is_span(stage):
        x = plot.x(placed(stage))
        return shape_xml(
            0, stage.name, Box(x - KNOB / 2, mid - KNOB / 2, KNOB, KNOB), "ellipse", fill, Outline(edge, 1.75)
        )
    reach = _reach(plot, stage)
    tall = KNOB * 0.7
    wide = min(tall * LOZENGE, max(tall, reach.width))
    box = Box(reach.x + (reach.width - wide) / 2, mid - tall / 2, wide, tall)
    return shape_xml(0, stage.name, box, "roundRect", fill, Outline(edge, 1.5), radius=tall / 2)


def _top(label: _Label, mid: float, level: float) -> float:
    away = TRACK / 2 + (abs(label.level) - 1) * level
    return mid - away - level if label.level > 0 else mid + away


def _leader(plot: _Plot, label: _Label, mid: float, level: float) -> Iterator[str]:
    """From the mark to a label that does not stand next to it."""
    if abs(label.level) > 1:
        end = _top(label, mid, level) + (level if label.level > 0 else 0)
        yield rule_xml(0, label.stage.name, (label.x, mid), (label.x, end), Outline(LINE))


def _stage(plot: _Plot, label: _Label, mid: float, level: float) -> Iterator[str]:
    stage = label.stage
    yield _knob(plot, stage, mid)
    name, when = stage_name(stage), stage_date(stage)
    lines = [Line([Run(name, "mark", INK)], "ctr"), Line([Run(when, "small", INK_SOFT)], "ctr")]
    box = Box(label.left, _top(label, mid, level), label.width, level)
    anchor = "b" if label.level > 0 else "t"
    yield shape_xml(
        0,
        f"{name} {when}".strip(),
        box,
        fill=CARD if abs(label.level) > 1 else None,
        lines=lines,
        anchor=anchor,
        wrap=False,
    )
