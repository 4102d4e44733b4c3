"""A ring for a share of a whole, with the figures that belong to it beside."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from desktop.charts import ink
from desktop.charts.bars import draw_shape
from desktop.charts.cards import big_number
from desktop.charts.sheet import Sheet, frame_height, panel_frame
from desktop.charts.theme import DOT, Look, mixed
from desktop.exhibits.kinds import Reading, Ring
from desktop.exhibits.readings import is_hollow, labelled, note_parts, spaced
from desktop.quantities.language import tr
from desktop.quantities.quantity import Bound

RING = 190
SMALLEST_RING = 150
LARGEST_RING = 320
AROUND = 24
"""Above and below a ring that stands over its figures."""
ASIDE = 64
TALL, WIDEST = 0.6, 0.78
"""Where a panel leaves so many times its width as height for the ring, the figures stand below it; then the ring takes
at most so much of the width."""
FULL = 5760
"""A whole turn in Qt's sixteenths of a degree."""
OVER = 0.28
"""The share of the ring's thickness at which what goes beyond a whole turn runs on."""


def _beside_width(exhibit: Ring, look: Look) -> float:
    """How much room the figures beside the ring want."""
    widest = max((ink.width(look, "label", labelled(r)) for r in exhibit.beside), default=0.0)
    return max(look.px(110), widest + look.px(20))


def _stacked(exhibit: Ring, width: float, look: Look) -> bool:
    """Whether the other figures stand below the ring for want of width."""
    return bool(exhibit.beside) and width - look.px(36) < look.px(SMALLEST_RING + 20) + _beside_width(
        exhibit, look
    )


def height(exhibit: Ring, width: float, look: Look) -> float:
    aside = len(exhibit.beside) * look.px(ASIDE)
    notes = len([r for r in exhibit.beside if r.formula]) * (ink.line_height(look, "note") + look.px(4))
    stacked = look.px(RING + AROUND) + aside
    body = stacked if _stacked(exhibit, width, look) else max(look.px(RING), aside)
    return frame_height(look, exhibit.title) + body + notes + look.px(8)


def draw(sheet: Sheet, rect: QRectF, exhibit: Ring) -> None:
    inner = panel_frame(sheet, rect, exhibit.title)
    if exhibit.share is None:
        return
    notes = [r for r in exhibit.beside if r.formula]
    note_line = sheet.line("note") + sheet.px(4)
    body = inner.adjusted(0, 0, 0, -len(notes) * note_line)
    side = sheet.px(RING)
    figures = len(exhibit.beside) * sheet.px(ASIDE)
    if _stacked(exhibit, rect.width(), sheet.look) or body.height() - figures > body.width() * TALL:
        side = min(
            max(side, body.height() - figures - sheet.px(AROUND)),
            body.width() * WIDEST,
            sheet.px(LARGEST_RING),
        )
        ring = QRectF(body.center().x() - side / 2, body.top() + sheet.px(4), side, side)
        aside = QRectF(body.left(), ring.bottom() + sheet.px(16), body.width(), figures)
    else:
        beside = _beside_width(exhibit, sheet.look) + sheet.px(20) if exhibit.beside else 0.0
        side = min(max(side, body.height()), sheet.px(RING * 1.35), body.width() - beside, body.height())
        left = body.left() + max(0.0, body.width() - side - beside) / 2
        tall = max(side, figures)
        ring = QRectF(left, body.top() + (tall - side) / 2, side, side)
        aside = QRectF(ring.right() + sheet.px(20), body.top(), 0.0, tall)
        aside.setRight(body.right())
    _ring(sheet, ring, exhibit.share)
    _aside(sheet, aside, exhibit.beside)
    below = max(ring.bottom(), aside.bottom()) + sheet.px(8)
    for n, reading in enumerate(notes):
        y = below + n * note_line
        text = tr(
            "{label}: {formula} = {words}",
            label=reading.label,
            formula=reading.formula,
            words=spaced(reading.words),
        )
        sheet.write(
            "note",
            sheet.look.palette.ink_small,
            QRectF(inner.left(), y, inner.width(), sheet.line("note")),
            text,
        )


def _ring(sheet: Sheet, rect: QRectF, share: Reading) -> None:
    look, painter = sheet.look, sheet.painter
    thick = rect.width() * 0.15
    arc = rect.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    turns = max(0.0, float(share.value or 0) / 100)
    part = min(1.0, turns)
    pen = QPen(ink.colour(mixed(look.accent, look.palette.card, 0.14)), thick)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawEllipse(arc)
    draw_shape(sheet, _band(arc, thick, part), share)
    if turns > 1:
        beyond = ink.pen(look.palette.ink, thick * OVER)
        beyond.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(beyond)
        painter.drawArc(arc, 1440, -round(FULL * min(1.0, turns - 1)))
    if share.bound is not Bound.EXACTLY:
        dotted = ink.pen(look.accent, max(1.5, sheet.px(2)))
        dotted.setCapStyle(Qt.PenCapStyle.FlatCap)
        dotted.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(dotted)
        painter.drawArc(arc, 1440 - round(FULL * part), -round(FULL * 0.03))
    text = spaced(share.words)
    role = "ring" if sheet.width("ring", text) < rect.width() - 2.4 * thick else "aside"
    line = sheet.line(role)
    middle = QRectF(rect.left() + thick, rect.center().y() - line * 0.85, rect.width() - 2 * thick, line)
    sheet.write(role, look.palette.ink, middle, text, ink.CENTRE)
    below = QRectF(
        rect.left() + thick * 1.2,
        middle.bottom() - sheet.px(2),
        rect.width() - 2.4 * thick,
        sheet.line("note"),
    )
    planned = " · ".join(note_parts(share)) if is_hollow(share) else ""
    for n, label in enumerate([*ink.balanced(look, "note", share.label, below.width(), 2), planned]):
        sheet.write("note", look.palette.ink_soft, below.translated(0, n * below.height()), label, ink.CENTRE)
    sheet.source_dot(QPointF(rect.center().x(), middle.top() - sheet.px(6)), share.ref)
    sheet.mark_reading(rect, share)


def _band(arc: QRectF, thick: float, part: float) -> QPainterPath:
    """The ring from its top on, clockwise for this part of a turn; `arc` runs along its middle."""
    outer = arc.adjusted(-thick / 2, -thick / 2, thick / 2, thick / 2)
    inner = arc.adjusted(thick / 2, thick / 2, -thick / 2, -thick / 2)
    path = QPainterPath()
    path.arcMoveTo(outer, 90)
    path.arcTo(outer, 90, -360 * part)
    path.arcTo(inner, 90 - 360 * part, 360 * part)
    path.closeSubpath()
    return path


def _aside(sheet: Sheet, rect: QRectF, readings: Sequence[Reading]) -> None:
    palette, row = sheet.look.palette, sheet.px(ASIDE)
    top = rect.center().y() - len(readings) * row / 2
    for n, reading in enumerate(readings):
        box = QRectF(rect.left(), top + n * row, rect.width(), row - sheet.px(6))
        label = QRectF(box.left() + sheet.px(16), box.top(), box.width() - sheet.px(16), sheet.line("label"))
        sheet.source_dot(QPointF(box.left() + sheet.px(5), label.center().y()), reading.ref, DOT * 0.9)
        sheet.write("label", palette.ink_soft, label, labelled(reading))
        number = QRectF(label.left(), label.bottom(), label.width(), box.bottom() - label.bottom())
        shade = palette.ink_soft if reading.formula else palette.ink
        big_number(sheet, number, reading, ("aside", "value"), shade)
        sheet.mark_reading(box, reading)
