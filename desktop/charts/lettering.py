"""The labels of a lane, written: grounds no larger than their text, leaders first, so that no line crosses a word."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF

from desktop.charts import ink
from desktop.charts.axis import GUTTER
from desktop.charts.labels import DATE_LINE, KNOB, NAME_LINE, Label, Plot, Shape
from desktop.charts.sheet import Sheet
from desktop.charts.stages import stage_date
from desktop.charts.theme import DOT, mixed
from desktop.exhibits.kinds import Lane, Stage
from desktop.quantities.language import tr

TRACK = 24
MOST_NAMED = 12
"""Of the labels that wait, in their tool tip."""


def _top(sheet: Sheet, label: Label, shape: Shape, mid: float) -> float:
    """Where a label begins; those above the bar stand on their row's foot, those below hang from its head."""
    row, tall = shape.row(sheet.look), sheet.px(len(label.lines) * NAME_LINE + DATE_LINE)
    away = sheet.px(TRACK / 2) + (abs(label.level) - 1) * row
    return mid - away - tall if label.level > 0 else mid + away


def draw_leader(sheet: Sheet, label: Label, shape: Shape, mid: float) -> None:
    if abs(label.level) < 2:
        return
    above, top = label.level > 0, _top(sheet, label, shape, mid)
    near = mid + (-1 if above else 1) * sheet.px(KNOB + 2)
    far = top + (sheet.px(len(label.lines) * NAME_LINE + DATE_LINE) if above else 0)
    shade = mixed(sheet.look.accent, sheet.look.ground, 0.4)
    sheet.painter.setPen(ink.pen(shade, max(1.0, sheet.px(1))))
    sheet.painter.drawLine(QLineF(label.x, near, label.x, far))


def write_label(sheet: Sheet, label: Label, shape: Shape, mid: float) -> QRectF:
    """Write a label's lines about its mark, all in the middle of one another, each on a ground of its own size; returns
    what it covers."""
    if not label.level:
        return _write_beside(sheet, label, mid)
    palette, dot = sheet.look.palette, sheet.px(3 * DOT)
    top = y = _top(sheet, label, shape, mid)
    right = label.left + label.width
    widths = [min(sheet.width("body", text), label.width - dot) for text in label.lines]
    rightmost = min(right - max(widths) / 2, right - dot - widths[-1] / 2)
    middle = max(label.left + max(widths) / 2, min(label.x, rightmost))
    for n, (text, wide) in enumerate(zip(label.lines, widths, strict=True)):
        last = n == len(label.lines) - 1
        taken = wide + (dot if last else 0.0)
        left = middle - wide / 2
        line = QRectF(left, y, wide + sheet.px(1), sheet.px(NAME_LINE))
        _ground(sheet, QRectF(left, y, taken, line.height()))
        sheet.write("body", palette.ink, line, text)
        if last:
            centre = QPointF(left + wide + sheet.px(8), line.center().y())
            sheet.source_dot(centre, label.stage.ref, DOT * 0.7)
        y = line.bottom()
    wide = sheet.width("small", label.date)
    left = min(max(middle - wide / 2, label.left), right - wide)
    line = QRectF(left, y, wide + sheet.px(1), sheet.px(DATE_LINE))
    _ground(sheet, line)
    sheet.write("small", palette.ink_small, line, label.date)
    return QRectF(label.left, top, label.width, line.bottom() - top)


def _ground(sheet: Sheet, rect: QRectF) -> None:
    sheet.painter.fillRect(rect, ink.colour(sheet.look.ground))


def _write_beside(sheet: Sheet, label: Label, mid: float) -> QRectF:
    palette, name = sheet.look.palette, sheet.width("body", label.lines[0])
    box = QRectF(label.left, mid - sheet.px(NAME_LINE / 2), label.width, sheet.px(NAME_LINE))
    if not label.inside:
        _ground(sheet, box)
    sheet.write("body", palette.ink, box, label.lines[0])
    date = box.adjusted(name + sheet.px(6), sheet.px(0.5), 0, sheet.px(0.5))
    sheet.write("small", palette.ink_soft, date, label.date)
    centre = QPointF(box.right() - sheet.px(7), mid)
    sheet.source_dot(centre, label.stage.ref, DOT * 0.7)
    return box


def write_waiting(sheet: Sheet, plot: Plot, lane: Lane, waiting: Sequence[Stage], mid: float) -> None:
    """How many labels have no room at this zoom, at the end of the lane; the tool tip says which."""
    text = f"+{len(waiting)}"
    tall = sheet.px(NAME_LINE)
    room = QRectF(plot.rect.right() + sheet.px(3), mid - tall / 2, sheet.px(GUTTER + 8), tall)
    sheet.write("note_strong", sheet.look.palette.ink_small, room, text)
    names = tr(", ").join(f"{stage.name} {stage_date(stage)}" for stage in waiting[:MOST_NAMED])
    words = tr("{count} labels have no room at this zoom: {stages}", count=len(waiting), stages=names)
    if room.top() >= plot.rect.top() - tall and room.bottom() <= plot.rect.bottom() + tall:
        sheet.mark(room, lane.ref, words)
