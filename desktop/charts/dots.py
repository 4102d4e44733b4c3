"""Dots of n: how many of all fall under each category; categories may overlap, so nothing is stacked."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from desktop.charts import ink
from desktop.charts.bars import draw_shape
from desktop.charts.sheet import Sheet, frame_height, panel_frame
from desktop.charts.theme import DOT, Look, mixed
from desktop.exhibits.kinds import Dots, Reading
from desktop.exhibits.readings import labelled, spaced

ROW = 40
MOST_DOTS = 40
"""Above this many, a row is one bar on a track, since single dots could not be counted any more."""


def height(exhibit: Dots, width: float, look: Look) -> float:
    return frame_height(look, exhibit.title) + (len(exhibit.parts) + 1) * look.px(ROW)


def draw(sheet: Sheet, rect: QRectF, exhibit: Dots) -> None:
    inner = panel_frame(sheet, rect, exhibit.title)
    if exhibit.total is None:
        return
    rows = (exhibit.total, *exhibit.parts)
    row = min(sheet.px(ROW), inner.height() / len(rows))
    label = min(inner.width() * 0.34, max(sheet.width("body", labelled(r)) for r in rows) + sheet.px(16))
    tail = max(sheet.width("value", spaced(r.words)) for r in rows) + sheet.px(30)
    total = max(int(r.value or 0) for r in rows)
    for n, reading in enumerate(rows):
        box = QRectF(inner.left(), inner.top() + n * row, inner.width(), row)
        _row(sheet, box, reading, total, label, tail)


def _row(sheet: Sheet, box: QRectF, reading: Reading, total: int, label: float, tail: float) -> None:
    palette = sheet.look.palette
    name = QRectF(box.left(), box.top(), label - sheet.px(12), box.height())
    sheet.write_lines("body", palette.ink, name, labelled(reading), 2)
    room = QRectF(box.left() + label, box.top(), max(sheet.px(40), box.width() - label - tail), box.height())
    end = _dots(sheet, room, reading, total)
    text = spaced(reading.words)
    wide = sheet.width("value", text)
    sheet.write(
        "value", palette.ink, QRectF(end + sheet.px(14), box.top(), wide + sheet.px(2), box.height()), text
    )
    sheet.source_dot(
        QPointF(end + sheet.px(14) + wide + sheet.px(10), box.center().y()), reading.ref, DOT * 0.75
    )
    sheet.mark_reading(box, reading)


def _dots(sheet: Sheet, room: QRectF, reading: Reading, total: int) -> float:
    """As many of `total` dots as the figure says in the manner of its status, the others pale; returns where they end."""
    count = int(reading.value or 0)
    hollow = mixed(sheet.look.accent, sheet.look.palette.card, 0.45)
    if total < 1 or total > MOST_DOTS:
        thick = min(sheet.px(24), room.height() * 0.6)
        track = QRectF(room.left(), room.center().y() - thick / 2, room.width(), thick)
        edge = ink.pen(hollow, max(1.0, sheet.px(1.2)))
        ink.box(sheet.painter, track, thick / 2, None, edge)
        track.setWidth(track.width() * min(1.0, count / max(1, total)))
        filled = QPainterPath()
        filled.addRoundedRect(track, thick / 2, thick / 2)
        draw_shape(sheet, filled, reading)
        return room.right()
    step = min(sheet.px(34), room.width() / total)
    radius = min(step * 0.39, room.height() * 0.32)
    for n in range(total):
        centre = QPointF(room.left() + (n + 0.5) * step, room.center().y())
        if n < count:
            dot = QPainterPath()
            dot.addEllipse(centre, radius, radius)
            draw_shape(sheet, dot, reading)
        else:
            ink.disc(sheet.painter, centre, radius, None, ink.pen(hollow, max(1.0, sheet.px(1.2))))
    return room.left() + total * step
