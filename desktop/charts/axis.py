"""The axis of a timeline: its months, the as-of line, what lies beyond its edges, which part of many lanes is in view."""

from PySide6.QtCore import QLineF, QRectF, Qt

from desktop.charts import ink
from desktop.charts.labels import Plot
from desktop.charts.sheet import Sheet
from desktop.charts.theme import PANEL_PADDING
from desktop.exhibits.kinds import Timeline
from desktop.quantities.dates import short_date
from desktop.quantities.language import tr

GUTTER = 26
"""To the right of the axis, for what says how many labels wait for a closer zoom."""
AXIS = 26
FOOT = 18
TICK_LEAST = 96


def draw_axis(sheet: Sheet, plot: Plot) -> None:
    palette, painter, rect = sheet.look.palette, sheet.painter, plot.rect
    most = max(1, int(rect.width() / sheet.px(TICK_LEAST)))
    for day, label in plot.view.ticks(most):
        x = plot.x(day)
        painter.setPen(ink.pen(palette.line, max(1.0, sheet.px(1))))
        painter.drawLine(QLineF(x, rect.top(), x, rect.bottom()))
        room = QRectF(x - sheet.px(50), rect.top() - sheet.px(AXIS), sheet.px(100), sheet.px(AXIS - 6))
        half = sheet.width("small", label) / 2
        if rect.left() <= x - half and x + half <= rect.right() + sheet.px(GUTTER):
            sheet.write("small", palette.ink_small, room, label, ink.CENTRE)
    if plot.as_of is not None:
        line = ink.pen(palette.ink_soft, max(1.2, sheet.px(1.6)))
        line.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(line)
        painter.drawLine(
            QLineF(plot.as_of, rect.top() - sheet.px(4), plot.as_of, rect.bottom() + sheet.px(FOOT))
        )


def as_of_x(exhibit: Timeline, plot: Plot) -> float | None:
    if exhibit.as_of is None or exhibit.as_of.latest is None:
        return None
    x = plot.x(exhibit.as_of.latest.toordinal())
    return x if plot.rect.left() <= x <= plot.rect.right() else None


def write_foot(sheet: Sheet, plot: Plot, exhibit: Timeline, earlier: int, later: int) -> None:
    """The as-of label beside the foot of its line, and at the edges how many stages lie beyond them."""
    palette, gap, rect = sheet.look.palette, sheet.px(6), plot.rect
    row = QRectF(rect.left(), rect.bottom(), rect.width(), sheet.px(FOOT))
    before = tr("◀ {count} earlier", count=earlier) if earlier else ""
    after = tr("{count} later ▶", count=later) if later else ""
    sheet.write("small", palette.ink_small, row, before)
    sheet.write("small", palette.ink_small, row, after, ink.RIGHT)
    if plot.as_of is None or exhibit.as_of is None:
        return
    text = tr("as of {date}", date=short_date(exhibit.as_of))
    wide = sheet.width("small", text) + sheet.px(2)
    first = row.left() + (sheet.width("small", before) + 2 * gap if before else 0.0)
    last = row.right() - (sheet.width("small", after) + 2 * gap if after else 0.0) - wide
    left = plot.as_of + gap if plot.as_of + gap <= last else plot.as_of - gap - wide
    left = min(max(left, first), max(first, last))
    if last >= first:
        sheet.write("small", palette.ink_soft, QRectF(left, row.top(), wide, row.height()), text)


def draw_scroll_mark(sheet: Sheet, plot: Plot, lanes: int, tall: float) -> None:
    """A thin bar that tells which part of many lanes is in view."""
    shown = plot.rect.height() / tall
    if lanes <= shown + 0.01:
        return
    track, wide = plot.rect.height(), sheet.px(4)
    length = max(sheet.px(24), track * shown / lanes)
    top = plot.rect.top() + (track - length) * plot.view.top / max(1e-9, lanes - shown)
    left = plot.rect.right() + sheet.px(GUTTER + PANEL_PADDING / 2)
    ink.box(sheet.painter, QRectF(left, top, wide, length), wide / 2, sheet.look.palette.faint)
