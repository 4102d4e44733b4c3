"""A timeline: a lane for each project, done stages solid, planned ones hollow, uncertain dates as spans."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QLinearGradient

from desktop.briefing.citations import Verdict
from desktop.briefing.dates import period_between, short_date, word_date
from desktop.briefing.language import tr
from desktop.charts import ink
from desktop.charts.sheet import VERDICT_WORDS, Sheet, frame_height, panel_frame
from desktop.charts.theme import DOT, Look, mixed
from desktop.exhibits.kinds import Lane, Stage, Timeline
from desktop.exhibits.lanes import placed
from desktop.exhibits.viewport import Viewport

NAME_WIDTH = 216
AXIS = 28
FOOT = 20
LEVEL = 36
TRACK = 26
LANE_GAP = 14
BAR = 16
KNOB = 9
FADE = 96
TICK_LEAST = 96
MOST_LANES = 6
"""Up to so many lanes, each is as high as its labels need; beyond, all are alike, lanes are scrolled, and labels
that would collide wait for a closer zoom."""
MOST_LEVELS = 3
SHORT_NOTE = 8
"""Characters; a longer note is read in the citation panel."""


@dataclass(frozen=True, slots=True)
class _Label:
    stage: Stage
    lines: tuple[str, str]
    x: float
    left: float
    width: float
    level: int
    """1, 2 … above the bar, −1, −2 … below it, 0 where there was no room."""


@dataclass(slots=True)
class _Plot:
    """Where days lie on the sheet."""

    rect: QRectF
    view: Viewport

    def x(self, day: float) -> float:
        return self.rect.left() + (day - self.view.start) / self.view.days * self.rect.width()


def _name_width(width: float, look: Look) -> float:
    return min(look.px(NAME_WIDTH), width * 0.26)


def _lane_height(levels: int, look: Look) -> float:
    return look.px(levels * LEVEL + TRACK + LANE_GAP)


def _levels(lane: Lane, plot: _Plot, look: Look) -> tuple[int, int]:
    """How many rows of labels a lane needs above and below its bar."""
    levels = [label.level for label in _labels(lane, plot, look)]
    below = -min([0, *levels])
    return max([1, *levels]), max(below, 1 if lane.caption else 0)


def lane_heights(exhibit: Timeline, width: float, look: Look) -> list[float]:
    """The height of each lane where there are few, or the one height of all where there are many."""
    if len(exhibit.lanes) > MOST_LANES:
        return [_lane_height(2, look)]
    plot = _Plot(QRectF(0, 0, width - look.px(36) - _name_width(width, look), 1), Viewport.fitting(exhibit))
    return [_lane_height(sum(_levels(lane, plot, look)), look) for lane in exhibit.lanes]


def height(exhibit: Timeline, width: float, look: Look) -> float:
    heights = lane_heights(exhibit, width, look)
    lanes = heights[0] * MOST_LANES if len(exhibit.lanes) > MOST_LANES else sum(heights)
    return frame_height(look, exhibit.title) + look.px(AXIS + FOOT) + lanes


def lane_height(exhibit: Timeline, width: float, look: Look) -> float:
    """The height of the lanes that can be scrolled."""
    return max(lane_heights(exhibit, width, look), default=1.0)


def plot_rect(exhibit: Timeline, rect: QRectF, look: Look) -> QRectF:
    """Where the time axis and the lanes lie within `rect`."""
    pad = look.px(18)
    top = rect.top() + frame_height(look, exhibit.title) - pad + look.px(AXIS)
    left = rect.left() + pad + _name_width(rect.width(), look)
    return QRectF(left, top, rect.right() - pad - left, rect.bottom() - pad - look.px(FOOT) - top)


def draw(sheet: Sheet, rect: QRectF, exhibit: Timeline, view: Viewport | None = None) -> None:
    look = sheet.look
    inner = panel_frame(sheet, rect, exhibit.title)
    plot = _Plot(plot_rect(exhibit, rect, look), view or Viewport.fitting(exhibit))
    _axis(sheet, plot)
    _as_of(sheet, plot, exhibit)
    heights = lane_heights(exhibit, rect.width(), look)
    painter = sheet.painter
    painter.save()
    painter.setClipRect(
        QRectF(inner.left() - look.px(8), plot.rect.top(), inner.width() + look.px(16), plot.rect.height())
    )
    for n, y, tall in _in_view(exhibit, plot, heights):
        _lane(sheet, plot, exhibit.lanes[n], QRectF(inner.left(), y, inner.width(), tall), exhibit)
    painter.restore()
    if len(exhibit.lanes) > MOST_LANES:
        _scroll_mark(sheet, plot, len(exhibit.lanes), heights[0])


def _in_view(exhibit: Timeline, plot: _Plot, heights: list[float]) -> Iterator[tuple[int, float, float]]:
    """The lanes that can be seen: number, top and height. Few lanes share out what height is left over."""
    if len(exhibit.lanes) > MOST_LANES:
        first, tall = int(plot.view.top), heights[0]
        for n in range(first, min(len(exhibit.lanes), first + int(plot.rect.height() / tall) + 2)):
            yield n, plot.rect.top() + (n - plot.view.top) * tall, tall
        return
    more = max(0.0, plot.rect.height() - sum(heights)) / max(1, len(heights))
    y = plot.rect.top() + more / 2
    for n, tall in enumerate(heights):
        yield n, y, tall
        y += tall + more


def _axis(sheet: Sheet, plot: _Plot) -> None:
    palette, painter = sheet.look.palette, sheet.painter
    most = max(1, int(plot.rect.width() / sheet.px(TICK_LEAST)))
    for day, label in plot.view.ticks(most):
        x = plot.x(day)
        painter.setPen(ink.pen(palette.line, max(1.0, sheet.px(1))))
        painter.drawLine(QLineF(x, plot.rect.top(), x, plot.rect.bottom()))
        room = QRectF(x - sheet.px(50), plot.rect.top() - sheet.px(AXIS), sheet.px(100), sheet.px(AXIS - 6))
        if room.center().x() + sheet.width("small", label) / 2 <= plot.rect.right() + sheet.px(18):
            sheet.write("small", palette.ink_small, room, label, ink.CENTRE)


def _as_of(sheet: Sheet, plot: _Plot, exhibit: Timeline) -> None:
    if exhibit.as_of is None or exhibit.as_of.latest is None:
        return
    x = plot.x(exhibit.as_of.latest.toordinal())
    if not plot.rect.left() <= x <= plot.rect.right():
        return
    line = ink.pen(sheet.look.palette.ink_soft, max(1.2, sheet.px(1.6)))
    line.setStyle(Qt.PenStyle.DotLine)
    sheet.painter.setPen(line)
    foot = plot.rect.bottom() + sheet.px(FOOT)
    sheet.painter.drawLine(QLineF(x, plot.rect.top() - sheet.px(4), x, foot))
    text = tr("as of {date}", date=short_date(exhibit.as_of))
    wide, gap = sheet.width("small", text) + sheet.px(4), sheet.px(6)
    left = x + gap if x + gap + wide <= plot.rect.right() else x - gap - wide
    room = QRectF(left, plot.rect.bottom(), wide, sheet.px(FOOT))
    sheet.write("small", sheet.look.palette.ink_soft, room, text)


def _scroll_mark(sheet: Sheet, plot: _Plot, lanes: int, tall: float) -> None:
    """A thin bar that tells which part of many lanes is in view."""
    shown = plot.rect.height() / tall
    if lanes <= shown + 0.01:
        return
    track, wide = plot.rect.height(), sheet.px(4)
    length = max(sheet.px(24), track * shown / lanes)
    top = plot.rect.top() + (track - length) * plot.view.top / max(1e-9, lanes - shown)
    ink.box(
        sheet.painter,
        QRectF(plot.rect.right() + sheet.px(8), top, wide, length),
        wide / 2,
        sheet.look.palette.faint,
    )


def _lane(sheet: Sheet, plot: _Plot, lane: Lane, rect: QRectF, exhibit: Timeline) -> None:
    labels = _labels(lane, plot, sheet.look)
    above = max([1, *(label.level for label in labels)])
    mid = rect.top() + sheet.px(above * LEVEL + TRACK / 2)
    _name(
        sheet,
        lane,
        QRectF(rect.left(), mid, _name_width(rect.width() + sheet.px(36), sheet.look) - sheet.px(16), 0),
        rect,
    )
    painter = sheet.painter
    painter.save()
    painter.setClipRect(plot.rect.adjusted(-sheet.px(2), 0, sheet.px(2), 0), Qt.ClipOperation.IntersectClip)
    _track(sheet, plot, lane, mid, exhibit)
    for label in labels:
        _span(sheet, plot, label.stage, mid)
    _durations(sheet, plot, lane, mid)
    for label in labels:
        _stage(sheet, plot, label, mid)
    painter.restore()


def _name(sheet: Sheet, lane: Lane, at: QRectF, rect: QRectF) -> None:
    palette = sheet.look.palette
    names = ink.wrap(sheet.look, "strong", lane.name, at.width() - sheet.px(14), 2)
    strong, note = sheet.line("strong"), sheet.line("note")
    below = ink.wrap(sheet.look, "note", lane.caption, at.width(), 2) if lane.caption else []
    below += ink.wrap(sheet.look, "note", _undated(lane), at.width(), 2) if _undated(lane) else []
    y = at.top() - (len(names) * strong + len(below) * note) / 2
    y = max(y, rect.top())
    top = y
    for n, text in enumerate(names):
        sheet.write("strong", palette.ink, QRectF(at.left(), y, at.width() - sheet.px(14), strong), text)
        if n == 0:
            x = at.left() + min(sheet.width("strong", text), at.width() - sheet.px(14)) + sheet.px(9)
            sheet.source_dot(QPointF(x, y + strong / 2), sheet.verdict_of(lane.ref), DOT * 0.75)
        y += strong
    for text in below:
        sheet.write("note", palette.ink_small, QRectF(at.left(), y, at.width(), note), text)
        y += note
    sheet.mark(
        QRectF(at.left(), top, at.width(), y - top),
        lane.ref,
        f"{lane.name} · {lane.caption}" if lane.caption else lane.name,
    )


def _undated(lane: Lane) -> str:
    names = [stage.name for stage in lane.stages if not placed(stage)]
    return tr("no date given: {stages}", stages=tr(", ").join(names)) if names else ""


def _track(sheet: Sheet, plot: _Plot, lane: Lane, mid: float, exhibit: Timeline) -> None:
    """The lane's bar: solid up to the last done stage (to the as-of day while stages are still planned), dashed on."""
    dated = [stage for stage in lane.stages if placed(stage)]
    if not dated:
        return
    look, thick = sheet.look, sheet.px(BAR)
    done = [placed(s) for s in dated if s.done]
    planned = [placed(s) for s in dated if not s.done]
    as_of = exhibit.as_of.latest.toordinal() if exhibit.as_of and exhibit.as_of.latest else 0
    if done:
        first, last = min(done), max(done)
        if planned and as_of > last:
            last = min(as_of, *[day for day in planned if day > last] or [as_of])
        left = plot.x(first)
        opening = dated[0]
        if (opening.date and opening.date.earliest is None) or _first_undated_before(lane):
            _fade(sheet, left, mid, thick)
        ink.box(
            sheet.painter,
            QRectF(left, mid - thick / 2, max(0.0, plot.x(last) - left), thick),
            thick / 2,
            look.accent,
        )
    if planned:
        begin = max(done) if done else min(planned)
        begin = max(begin, as_of) if done and as_of else begin
        rect = QRectF(plot.x(begin), mid - thick / 2, max(0.0, plot.x(max(planned)) - plot.x(begin)), thick)
        ink.box(
            sheet.painter,
            rect,
            thick / 2,
            None,
            ink.pen(look.accent, max(1.0, sheet.px(1.2)), dashed=True, alpha=0.75),
        )


def _first_undated_before(lane: Lane) -> bool:
    """Whether a lane has nothing known before its single dated stage but undated done ones."""
    dated = [stage for stage in lane.stages if placed(stage)]
    return len(dated) == 1 and any(stage.done for stage in lane.stages if not placed(stage))


def _fade(sheet: Sheet, right: float, mid: float, thick: float) -> None:
    """A bar that fades in from the left: its beginning is not known."""
    wide = sheet.px(FADE)
    fade = QLinearGradient(right - wide, 0, right, 0)
    fade.setColorAt(0, ink.colour(sheet.look.accent, 0.0))
    fade.setColorAt(1, ink.colour(sheet.look.accent, 0.85))
    sheet.painter.fillRect(QRectF(right - wide, mid - thick / 2, wide, thick), QBrush(fade))


def _labels(lane: Lane, plot: _Plot, look: Look) -> list[_Label]:
    """Where each stage's label stands: the first level that is free, above and below in turn."""
    ends: dict[int, float] = {}
    levels = [level for n in range(1, MOST_LEVELS + 1) for level in (n, -n)]
    labels: list[_Label] = []
    for index, stage in enumerate(s for s in lane.stages if placed(s)):
        x = plot.x(placed(stage))
        lines = stage_lines(stage)
        wide = max(ink.width(look, "body", lines[0]) + look.px(3 * DOT), ink.width(look, "small", lines[1]))
        left = min(max(x - wide / 2, plot.rect.left()), max(plot.rect.left(), plot.rect.right() - wide))
        order = levels if index % 2 == 0 else [-level for level in levels]
        level = next((n for n in order if ends.get(n, -1e9) <= left), 0)
        ends[level] = left + wide + look.px(10)
        labels.append(_Label(stage, lines, x, left, wide, level))
    return labels


def stage_lines(stage: Stage) -> tuple[str, str]:
    """The two lines of a stage's label: its name, with its note where that is short, and its date."""
    short = 0 < len(stage.note) <= SHORT_NOTE
    name = tr("{stage} ({note})", stage=stage.name, note=stage.note) if short else stage.name
    return name, stage_date(stage)


def stage_date(stage: Stage) -> str:
    """A stage's date: compact where it is plain, in words where it is uncertain."""
    if stage.date is None:
        return ""
    return short_date(stage.date) if stage.date.is_exact else word_date(stage.date)


def _stage(sheet: Sheet, plot: _Plot, label: _Label, mid: float) -> None:
    stage, look = label.stage, sheet.look
    verdict = sheet.verdict_of(stage.ref)
    knob = QPointF(label.x, mid)
    edge = ink.pen(look.accent if not stage.done else look.palette.card, max(1.6, sheet.px(2.2)))
    ink.disc(sheet.painter, knob, sheet.px(KNOB), look.accent if stage.done else look.palette.card, edge)
    reach = QRectF(
        label.x - sheet.px(KNOB + 3), mid - sheet.px(KNOB + 3), sheet.px(2 * KNOB + 6), sheet.px(2 * KNOB + 6)
    )
    if label.level:
        text_rect = _write_label(sheet, label, mid, verdict)
        reach = reach.united(text_rect)
    if plot.rect.left() - sheet.px(KNOB) <= label.x <= plot.rect.right() + sheet.px(KNOB):
        sheet.mark(reach, stage.ref, stage_sentence(stage, verdict))


def stage_sentence(stage: Stage, verdict: Verdict) -> str:
    """A stage in words, for tool tips and screen readers."""
    state = tr("done") if stage.done else tr("planned")
    when = word_date(stage.date) if stage.date else tr("no date given")
    parts = [
        tr("{label}: {words}", label=stage.name, words=when),
        state,
        stage.note,
        tr(VERDICT_WORDS[verdict]),
    ]
    return " · ".join(part for part in parts if part)


def _write_label(sheet: Sheet, label: _Label, mid: float, verdict: Verdict) -> QRectF:
    palette, look = sheet.look.palette, sheet.look
    body, small = sheet.line("body"), sheet.line("small")
    away = sheet.px(TRACK / 2 + (abs(label.level) - 1) * LEVEL)
    top = mid - away - body - small if label.level > 0 else mid + away
    if abs(label.level) > 1:
        near = mid + (-1 if label.level > 0 else 1) * sheet.px(KNOB + 2)
        sheet.painter.setPen(ink.pen(mixed(look.accent, palette.card, 0.4), max(1.0, sheet.px(1))))
        sheet.painter.drawLine(QLineF(label.x, near, label.x, top + (body + small if label.level > 0 else 0)))
    text_width = label.width - sheet.px(3 * DOT)
    name = QRectF(label.left, top, text_width + sheet.px(1), body)
    centre = min(max(label.x, label.left + text_width / 2), label.left + label.width)
    ground = QRectF(label.left, top, label.width, body + small)
    _write_over(sheet, "body", palette.ink, name, label.lines[0])
    name_end = label.left + sheet.width("body", label.lines[0])
    sheet.source_dot(
        QPointF(min(name_end, label.left + text_width) + sheet.px(8), top + body / 2), verdict, DOT * 0.7
    )
    date_width = sheet.width("small", label.lines[1])
    left = min(max(label.left, centre - date_width / 2), label.left + label.width - date_width)
    below = QRectF(left, top + body, date_width + sheet.px(2), small)
    _write_over(sheet, "small", palette.ink_small, below, label.lines[1])
    return ground


def _write_over(sheet: Sheet, role: str, shade: str, rect: QRectF, text: str) -> None:
    """Write over the lines of the plot: the letters have a rim of the ground, so that lines end at the letters and
    not at a box around them."""
    rim = sheet.px(1.3)
    for x, y in ((-rim, 0.0), (rim, 0.0), (0.0, -rim), (0.0, rim)):
        sheet.write(role, sheet.look.palette.card, rect.translated(x, y), text)
    sheet.write(role, shade, rect, text)


def _span(sheet: Sheet, plot: _Plot, stage: Stage, mid: float) -> None:
    """The days that an uncertain date allows, as a pale span on the bar; a sure date needs none."""
    if stage.date is None or stage.date.is_exact:
        return
    first, last = stage.date.earliest_fuzzy, stage.date.latest_fuzzy
    day = placed(stage)
    left = plot.x(first.toordinal() if first else day - sheet.px(FADE) / plot.rect.width() * plot.view.days)
    right = plot.x(last.toordinal() if last else day + sheet.px(FADE) / plot.rect.width() * plot.view.days)
    thick = sheet.px(BAR * 0.5)
    rect = QRectF(left, mid - thick / 2, max(sheet.px(6), right - left), thick)
    edge = ink.pen(sheet.look.accent, max(1.0, sheet.px(1)), dashed=True)
    ink.box(sheet.painter, rect, thick / 2, mixed(sheet.look.accent, sheet.look.palette.card, 0.16), edge)


def _durations(sheet: Sheet, plot: _Plot, lane: Lane, mid: float) -> None:
    """The months from one stage to the next, on the bar between them where there is room."""
    for one, other, text in durations(lane):
        left, right = plot.x(placed(one)) + sheet.px(KNOB), plot.x(placed(other)) - sheet.px(KNOB)
        if one.date is None or not one.date.is_exact or not other.date or not other.date.is_exact:
            continue
        if right - left > sheet.width("small", text) + sheet.px(10):
            shade = sheet.look.palette.on_accent if other.done else sheet.look.accent
            room = QRectF(left, mid - sheet.px(BAR / 2), right - left, sheet.px(BAR))
            sheet.write("small", shade, room, text, ink.CENTRE)


def durations(lane: Lane) -> list[tuple[Stage, Stage, str]]:
    """The whole months between each two neighbouring dated stages, in words, where they can be told."""
    dated = [stage for stage in lane.stages if stage.date is not None and placed(stage)]
    found: list[tuple[Stage, Stage, str]] = []
    for one, other in pairwise(dated):
        span = period_between(one.date, other.date) if one.date and other.date else None
        if span and span[1] > 0:
            months = f"{span[0]}" if span[0] == span[1] else f"{span[0]}–{span[1]}"
            found.append((one, other, tr("{months} months", months=months)))
    return found
