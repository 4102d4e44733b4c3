"""A timeline: a lane for each project, done stages solid, planned ones hollow, uncertain dates as spans."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF, Qt

from desktop.charts import ink
from desktop.charts.axis import AXIS, FOOT, GUTTER, as_of_x, draw_axis, draw_scroll_mark, write_foot
from desktop.charts.labels import (
    KNOB,
    Labels,
    Plot,
    Shape,
    placed_labels,
    shape_of,
)
from desktop.charts.lettering import TRACK, draw_leader, write_label, write_waiting
from desktop.charts.sheet import Sheet, panel_frame
from desktop.charts.stages import stage_sentence, undated
from desktop.charts.theme import DOT, PANEL_PADDING, Look
from desktop.charts.tracks import draw_durations, draw_knob, draw_span, draw_track
from desktop.exhibits.items import remembered
from desktop.exhibits.kinds import Lane, Timeline
from desktop.exhibits.lanes import profile
from desktop.exhibits.viewport import Viewport

NAME_WIDTH = 248
LANE_GAP = 4
NAME_ROW = 18
CAPTION_ROW = 16
FEW_LANES = 6
"""So many lanes are each as high as their labels need, and all in view."""
MANY_LANES = 16
"""Beyond so many, or where they would be too high, lanes are all alike and scrolled, and labels that would collide
wait for a closer zoom."""
WINDOW = 620
"""How high the lanes are that are in view where there are many."""
LONG_NAME = 15
"""Characters, from which on a name may need a second line."""


MOST_NAME_LINES, MOST_SLIDE_LINES = 2, 8


def _name_width(width: float, look: Look) -> float:
    return min(look.px(NAME_WIDTH), width * 0.26)


def _name_room(width: float, look: Look) -> float:
    return _name_width(width, look) - look.px(16)


def _name_lines(lane: Lane, room: float, look: Look) -> tuple[list[str], list[str]]:
    """The project's name, and what stands small below it; whole on a slide, where no tool tip says the rest."""
    most = MOST_NAME_LINES if look.framed else MOST_SLIDE_LINES
    names = ink.wrap(look, "strong", lane.name, room - look.px(14), most)
    below = ink.wrap(look, "note", lane.caption, room, most) if lane.caption else []
    missing = undated(lane)
    return names, below + (ink.wrap(look, "note", missing, room, most) if missing else [])


def _name_height(lane: Lane, room: float, look: Look) -> float:
    names, below = _name_lines(lane, room, look)
    return look.px(len(names) * NAME_ROW + len(below) * CAPTION_ROW)


def _halves(shape: Shape, names: float, look: Look) -> tuple[float, float]:
    """How high a lane is above and below the middle of its bar."""
    row, least = shape.row(look), max(look.px(TRACK / 2), names / 2)
    return (
        max(shape.above * row + look.px(TRACK / 2), least),
        max(shape.below * row + look.px(TRACK / 2), least) + look.px(LANE_GAP),
    )


@remembered
def _layout(exhibit: Timeline, width: float, look: Look) -> list[tuple[Shape, float, float]]:
    """Each lane's rows and its height above and below the bar; a single entry stands for all where they are alike."""
    count, room = len(exhibit.lanes), _name_room(width, look)
    if count <= MANY_LANES:
        wide = width - look.px(2 * PANEL_PADDING + GUTTER) - _name_width(width, look)
        plot = Plot(QRectF(0, 0, wide, 1), Viewport.fitting(exhibit))
        shapes = [shape_of(lane, plot, look) for lane in exhibit.lanes]
        own = [
            (shape, *_halves(shape, _name_height(lane, room, look), look))
            for shape, lane in zip(shapes, exhibit.lanes, strict=True)
        ]
        if count <= FEW_LANES or sum(above + below for _, above, below in own) <= look.px(WINDOW):
            return own
    stages, longest = profile(exhibit)
    shape = Shape(1, 0 if stages < 3 else 1, 2 if longest > LONG_NAME else 1)
    return [(shape, *_halves(shape, look.px(2 * NAME_ROW + 2 * CAPTION_ROW), look))]


def scrolled_lane(exhibit: Timeline, width: float, look: Look) -> float:
    """The height of every lane where all are alike and scrolled, 0 where each has its own and all are in view."""
    layout = _layout(exhibit, width, look)
    return layout[0][1] + layout[0][2] if len(layout) < len(exhibit.lanes) else 0.0


def _head(exhibit: Timeline, width: float, look: Look) -> float:
    """From the top of the panel to the lanes; a short title stands beside the axis."""
    top = look.px(PANEL_PADDING) * 0.8
    title = ink.line_height(look, "label") + look.px(6) if exhibit.title else 0.0
    if ink.width(look, "label", exhibit.title) <= _name_room(width, look):
        return top + max(title, look.px(AXIS))
    return top + title + look.px(AXIS)


def height(exhibit: Timeline, width: float, look: Look) -> float:
    alike = scrolled_lane(exhibit, width, look)
    if alike:
        lanes = alike * min(len(exhibit.lanes), max(1, int(look.px(WINDOW) / alike)))
    else:
        lanes = sum(above + below for _, above, below in _layout(exhibit, width, look))
    return _head(exhibit, width, look) + lanes + look.px(FOOT + PANEL_PADDING * 0.7)


def plot_rect(exhibit: Timeline, rect: QRectF, look: Look) -> QRectF:
    """Where the time axis and the lanes lie within `rect`."""
    pad = look.px(PANEL_PADDING)
    top = rect.top() + _head(exhibit, rect.width(), look)
    left = rect.left() + pad + _name_width(rect.width(), look)
    bottom = rect.bottom() - look.px(FOOT + PANEL_PADDING * 0.7)
    return QRectF(left, top, rect.right() - pad - look.px(GUTTER) - left, bottom - top)


def draw(sheet: Sheet, rect: QRectF, exhibit: Timeline, view: Viewport | None = None) -> None:
    look, painter = sheet.look, sheet.painter
    panel_frame(sheet, rect, exhibit.title)
    view = view or Viewport.fitting(exhibit)
    where = plot_rect(exhibit, rect, look)
    plot = Plot(where, view, as_of_x(exhibit, Plot(where, view)))
    draw_axis(sheet, plot)
    names = QRectF(
        rect.left() + sheet.px(PANEL_PADDING), where.top(), _name_room(rect.width(), look), where.height()
    )
    earlier = later = 0
    painter.save()
    painter.setClipRect(QRectF(rect.left(), where.top(), rect.width(), where.height()))
    for lane, shape, mid in _in_view(exhibit, plot, rect.width(), look):
        labels = placed_labels(lane, plot, look, shape)
        _name(sheet, lane, names, mid)
        _lane(sheet, plot, lane, labels, shape, mid, exhibit)
        earlier, later = earlier + len(labels.earlier), later + len(labels.later)
    painter.restore()
    write_foot(sheet, plot, exhibit, earlier, later)
    alike = scrolled_lane(exhibit, rect.width(), look)
    if alike:
        draw_scroll_mark(sheet, plot, len(exhibit.lanes), alike)


def _in_view(exhibit: Timeline, plot: Plot, width: float, look: Look) -> Iterator[tuple[Lane, Shape, float]]:
    """The lanes that can be seen, and where their bars are. Lanes of their own height share out what is left over."""
    layout, top = _layout(exhibit, width, look), plot.rect.top()
    alike = scrolled_lane(exhibit, width, look)
    if alike:
        shape, above, _ = layout[0]
        first = int(plot.view.top)
        for n in range(first, min(len(exhibit.lanes), first + int(plot.rect.height() / alike) + 2)):
            yield exhibit.lanes[n], shape, top + (n - plot.view.top) * alike + above
        return
    used = sum(above + below for _, above, below in layout)
    more = max(0.0, plot.rect.height() - used) / max(1, len(layout))
    y = top + more / 2
    for lane, (shape, above, below) in zip(exhibit.lanes, layout, strict=True):
        yield lane, shape, y + above
        y += above + below + more


def _name(sheet: Sheet, lane: Lane, column: QRectF, mid: float) -> None:
    palette, room = sheet.look.palette, column.width()
    names, below = _name_lines(lane, room, sheet.look)
    strong, note = sheet.px(NAME_ROW), sheet.px(CAPTION_ROW)
    top = y = mid - (len(names) * strong + len(below) * note) / 2
    for n, text in enumerate(names):
        sheet.write("strong", palette.ink, QRectF(column.left(), y, room - sheet.px(14), strong), text)
        if n == 0:
            x = column.left() + min(sheet.width("strong", text), room - sheet.px(14)) + sheet.px(9)
            sheet.source_dot(QPointF(x, y + strong / 2), lane.ref, DOT * 0.75)
        y += strong
    for text in below:
        sheet.write("note", palette.ink_small, QRectF(column.left(), y, room, note), text)
        y += note
    words = f"{lane.name} · {lane.caption}" if lane.caption else lane.name
    sheet.mark(QRectF(column.left(), top, room, y - top).intersected(column), lane.ref, words)


def _lane(
    sheet: Sheet, plot: Plot, lane: Lane, labels: Labels, shape: Shape, mid: float, exhibit: Timeline
) -> None:
    painter, edge = sheet.painter, sheet.px(2)
    painter.save()
    painter.setClipRect(plot.rect.adjusted(-edge, 0, edge, 0), Qt.ClipOperation.IntersectClip)
    draw_track(sheet, plot, lane, mid, exhibit.as_of)
    within = {id(label.stage) for label in labels.written if label.inside}
    seen = [label.stage for label in labels.written] + labels.waiting
    for stage in seen:
        draw_span(sheet, plot, stage, mid, holds_label=id(stage) in within)
    draw_durations(sheet, plot, lane, mid)
    reaches = {id(stage): draw_knob(sheet, plot, stage, mid, id(stage) in within) for stage in seen}
    for label in labels.written:
        draw_leader(sheet, label, shape, mid)
    for label in labels.written:
        text = write_label(sheet, label, shape, mid)
        reaches[id(label.stage)] = text if abs(label.level) > 1 else text | reaches[id(label.stage)]
    painter.restore()
    for (
        stage
    ) in labels.waiting:  # without a label it is reached at its knob alone, so that is narrower than others
        inset = min(sheet.px(KNOB * 0.6), reaches[id(stage)].width() / 3)
        reaches[id(stage)].adjust(inset, 0, -inset, 0)
    for stage in seen:
        reach = reaches[id(stage)] & plot.rect.adjusted(-sheet.px(KNOB), 0, sheet.px(KNOB), 0)
        if not reach.isEmpty():
            sheet.mark(reach, stage.ref, stage_sentence(stage, sheet.proof_of(stage.ref)))
    if labels.waiting:
        write_waiting(sheet, plot, lane, labels.waiting, mid)
