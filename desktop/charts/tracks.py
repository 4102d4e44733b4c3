"""The bar of a lane: what is done and what is planned, the spans of uncertain dates, the marks of the stages."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QLinearGradient

from desktop.charts import ink
from desktop.charts.labels import FADE, KNOB, Plot, covered, reach
from desktop.charts.sheet import Sheet
from desktop.charts.stages import durations
from desktop.charts.theme import mixed
from desktop.exhibits.kinds import Lane, Stage
from desktop.exhibits.lanes import is_span, placed, sure
from desktop.quantities.dates import EdtfDate

BAR = 16
PILL = 24
"""The height of a span that holds its label."""
LOZENGE = 3.4
"""How many times as wide as high the mark in the middle of a span is."""


def draw_track(sheet: Sheet, plot: Plot, lane: Lane, mid: float, as_of: EdtfDate | None) -> None:
    """Solid between what is done (to the as-of day while stages are still planned), dashed on."""
    stages = [stage for stage in lane.stages if placed(stage)]
    done = [stage for stage in stages if stage.done]
    planned = [stage for stage in stages if not stage.done]
    day = as_of.latest.toordinal() if as_of and as_of.latest else 0
    known = max((sure(s, late=False) for s in done), default=0)
    if done:
        last = known
        if planned and day > last > 0:
            last = min([day, *(sure(s, late=False) for s in planned if sure(s, late=False) > last)])
        _bar(sheet, plot, min(sure(s, late=True) for s in done), last, mid)
        if len(stages) == 1 and not is_span(done[0]) and any(s.done for s in lane.stages if not placed(s)):
            known_end = plot.x(placed(done[0]))
            _fade(sheet, known_end, known_end - sheet.px(FADE), mid)
    if planned:
        begin = max(known, day) if done else min(sure(s, late=True) for s in planned)
        _bar(sheet, plot, begin, max(sure(s, late=False) for s in planned), mid, dashed=True)


def _bar(sheet: Sheet, plot: Plot, first: int, last: int, mid: float, dashed: bool = False) -> None:
    if last <= first:
        return
    thick = sheet.px(BAR)
    rect = QRectF(plot.x(first), mid - thick / 2, plot.x(last) - plot.x(first), thick)
    rect &= _around(plot, mid, thick)
    if rect.isEmpty():
        return
    edge = ink.pen(sheet.look.accent, max(1.0, sheet.px(1.2)), dashed=True, alpha=0.75) if dashed else None
    ink.box(sheet.painter, rect, thick / 2, None if dashed else sheet.look.accent, edge)


def _around(plot: Plot, mid: float, thick: float) -> QRectF:
    """The plot's breadth at a lane, with room for round ends out of sight."""
    return QRectF(plot.rect.left() - thick, mid - thick, plot.rect.width() + 2 * thick, 2 * thick)


def _fade(sheet: Sheet, known: float, far: float, mid: float) -> None:
    """A bar that fades out from the end that is known to `far`: how long it is, is not."""
    thick = sheet.px(BAR)
    fade = QLinearGradient(far, 0, known, 0)
    fade.setColorAt(0, ink.colour(sheet.look.accent, 0.0))
    fade.setColorAt(1, ink.colour(sheet.look.accent, 0.85))
    sheet.painter.fillRect(QRectF(min(far, known), mid - thick / 2, abs(known - far), thick), QBrush(fade))


def draw_span(sheet: Sheet, plot: Plot, stage: Stage, mid: float, holds_label: bool = False) -> None:
    """All days that an uncertain or a coarse date allows, as a pale span; a sure date of a month needs none."""
    if stage.date is None or (stage.date.is_exact and not is_span(stage)):
        return
    first, last = stage.date.earliest_fuzzy, stage.date.latest_fuzzy
    if first is None or last is None:
        left, right = reach(stage, plot, sheet.look)
        _fade(sheet, *((right, left) if first is None else (left, right)), mid)
        return
    thick = sheet.px(PILL if holds_label else BAR * (0.75 if is_span(stage) else 0.5))
    left, right = plot.x(first.toordinal()), plot.x(last.toordinal() + 1)
    rect = QRectF(left, mid - thick / 2, max(sheet.px(6), right - left), thick) & _around(plot, mid, thick)
    solid = stage.done and stage.date.is_exact
    edge = ink.pen(sheet.look.accent, max(1.0, sheet.px(1.2)), dashed=not solid)
    ground = sheet.look.ground
    fill = mixed(sheet.look.accent, ground, 0.16) if stage.done or not is_span(stage) else ground
    ink.box(sheet.painter, rect, thick / 2, fill, edge)


def draw_durations(sheet: Sheet, plot: Plot, lane: Lane, mid: float) -> None:
    """The months from one stage to the next, on the bar between them where there is room and no span lies there."""
    spans = [
        covered(s, plot, sheet.look)
        for s in lane.stages
        if placed(s) and s.date and (is_span(s) or not s.date.is_exact)
    ]
    for one, other, text in durations(lane):
        left, right = plot.x(placed(one)) + sheet.px(KNOB), plot.x(placed(other)) - sheet.px(KNOB)
        left, right = max(left, plot.rect.left()), min(right, plot.rect.right())
        clear = not any(first < right and last > left for first, last in spans)
        if clear and right - left > sheet.width("small", text) + sheet.px(10):
            shade = sheet.look.palette.on_accent if other.done else sheet.look.accent
            room = QRectF(left, mid - sheet.px(BAR / 2), right - left, sheet.px(BAR))
            sheet.write("small", shade, room, text, ink.CENTRE)


def draw_knob(sheet: Sheet, plot: Plot, stage: Stage, mid: float, holds_label: bool = False) -> QRectF:
    """The stage's mark: a disc for a point in time, a lozenge along the bar for a span, none where its label stands
    in it; returns what it covers."""
    look = sheet.look
    fill = look.accent if stage.done else look.ground
    edge = ink.pen(look.ground if stage.done else look.accent, max(1.6, sheet.px(2.2)))
    left, right = reach(stage, plot, look)
    if not is_span(stage):
        centre = QPointF((left + right) / 2, mid)
        ink.disc(sheet.painter, centre, sheet.px(KNOB), fill, edge)
        side = sheet.px(KNOB + 3)
        return QRectF(centre.x() - side, mid - side, 2 * side, 2 * side)
    whole = QRectF(left, mid - sheet.px(PILL / 2), right - left, sheet.px(PILL))
    if holds_label:
        return whole
    tall = sheet.px(KNOB)
    wide = min(tall * LOZENGE, max(tall, right - left))
    middle = (max(left, plot.rect.left()) + min(right, plot.rect.right())) / 2
    ink.box(sheet.painter, QRectF(middle - wide / 2, mid - tall / 2, wide, tall), tall / 2, fill, edge)
    return whole
