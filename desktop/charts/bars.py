"""Bars: figures of one unit, standing or lying; the axis starts at zero.

Actuals are solid, targets and forecasts hollow and dashed, derived figures hatched. A bound leaves the bar's end
open: beyond it for over and at least, before it for nearly and at most, on both sides for about and scale.
"""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainterPath

from desktop.charts import ink
from desktop.charts.sheet import Sheet, frame_height, panel_frame
from desktop.charts.theme import DOT, PANEL_PADDING, Look, mixed
from desktop.exhibits.kinds import Bars, Reading
from desktop.exhibits.readings import is_hollow, labelled
from desktop.quantities.quantity import Bound

ROW = 40
SLOT_LEAST = 76
UPRIGHT_HEIGHT = 236
OPEN_END = 6
_BEYOND = (Bound.OVER, Bound.AT_LEAST, Bound.ABOUT, Bound.SCALE)
_BEFORE = (Bound.NEARLY, Bound.AT_MOST, Bound.ABOUT, Bound.SCALE)


def stands(exhibit: Bars, width: float, look: Look) -> bool:
    """Whether there are standing bars, and room for them with their labels; otherwise they lie."""
    slot = (width - 2 * look.px(PANEL_PADDING + 8)) / max(1, len(exhibit.bars))
    widest = max((ink.width(look, "value", value_text(bar, exhibit)) for bar in exhibit.bars), default=0.0)
    return (
        exhibit.upright
        and bool(exhibit.bars)
        and slot >= max(look.px(SLOT_LEAST - 4), widest + look.px(3 * DOT))
    )


def height(exhibit: Bars, width: float, look: Look) -> float:
    frame = frame_height(look, exhibit.title)
    if stands(exhibit, width, look):
        return frame + look.px(UPRIGHT_HEIGHT)
    return frame + max(1, len(exhibit.bars)) * look.px(ROW)


def draw(sheet: Sheet, rect: QRectF, exhibit: Bars) -> None:
    inner = panel_frame(sheet, rect, exhibit.title)
    if stands(exhibit, rect.width(), sheet.look):
        _standing(sheet, inner, exhibit)
    else:
        _lying(sheet, inner, exhibit)


def value_text(reading: Reading, exhibit: Bars) -> str:
    """The value beside its bar: as the source writes it, the unit left out where the title gives it."""
    words = reading.words
    unit = "" if exhibit.unit and words.unit == exhibit.unit and exhibit.unit in exhibit.title else words.unit
    lead = f"{words.lead} " if words.lead else ""
    gap = " " if (unit or words.tail) and words.number[-1:].isdigit() and unit not in ("%", "‰") else ""
    return f"{lead}{words.number}{gap}{unit}{words.tail}"


def _axis(exhibit: Bars) -> tuple[float, float]:
    values = [float(bar.value) for bar in exhibit.bars if bar.value is not None]
    low, high = min(0.0, float(exhibit.least), *values), max(0.0, float(exhibit.most), *values)
    return (low, high) if high > low else (0.0, 1.0)


def _standing(sheet: Sheet, rect: QRectF, exhibit: Bars) -> None:
    palette = sheet.look.palette
    slot = (rect.width() - 2 * sheet.px(8)) / len(exhibit.bars)
    label_lines = max(len(_label_lines(sheet, bar, slot)) for bar in exhibit.bars)
    foot = label_lines * sheet.line("body") + sheet.px(6)
    plot = rect.adjusted(sheet.px(8), sheet.line("value") + sheet.px(10), -sheet.px(8), -foot)
    low, high = _axis(exhibit)
    zero = plot.bottom() + low / (high - low) * plot.height()
    wide = min(sheet.px(76), slot * 0.6)
    for n, bar in enumerate(exhibit.bars):
        centre = plot.left() + (n + 0.5) * slot
        end = zero - float(bar.value or 0) / (high - low) * plot.height()
        body = QRectF(QPointF(centre - wide / 2, min(zero, end)), QPointF(centre + wide / 2, max(zero, end)))
        draw_bar(sheet, body, bar, upright=True)
        text = value_text(bar, exhibit)
        room = QRectF(
            centre - slot / 2, body.top() - sheet.line("value") - sheet.px(8), slot, sheet.line("value")
        )
        _value(sheet, room, text, bar, ink.CENTRE)
        for k, line in enumerate(_label_lines(sheet, bar, slot)):
            y = rect.bottom() - foot + sheet.px(6) + k * sheet.line("body")
            sheet.write(
                "body",
                palette.ink_soft,
                QRectF(centre - slot / 2, y, slot, sheet.line("body")),
                line,
                ink.CENTRE,
            )
        sheet.mark_reading(QRectF(centre - slot / 2, room.top(), slot, rect.bottom() - room.top()), bar)
    sheet.painter.setPen(ink.pen(palette.faint, max(1.0, sheet.px(1))))
    sheet.painter.drawLine(QLineF(plot.left() - sheet.px(8), zero, plot.right() + sheet.px(8), zero))


def _label_lines(sheet: Sheet, bar: Reading, slot: float) -> list[str]:
    return ink.balanced(sheet.look, "body", labelled(bar), slot - sheet.px(6), 2)


def _value(sheet: Sheet, room: QRectF, text: str, bar: Reading, align: ink.Align) -> None:
    """The value with its source dot behind it."""
    wide = min(sheet.width("value", text), room.width() - sheet.px(3 * DOT))
    left = room.center().x() - wide / 2 if align == ink.CENTRE else room.left()
    sheet.write("value", sheet.look.palette.ink, QRectF(left, room.top(), wide, room.height()), text)
    sheet.source_dot(QPointF(left + wide + sheet.px(9), room.center().y()), bar.ref, DOT * 0.75)


def _lying(sheet: Sheet, rect: QRectF, exhibit: Bars) -> None:
    look, row = sheet.look, min(sheet.px(ROW), rect.height() / max(1, len(exhibit.bars)))
    texts = [value_text(bar, exhibit) for bar in exhibit.bars]
    label = min(
        rect.width() * 0.36,
        max((sheet.width("body", labelled(b)) for b in exhibit.bars), default=0) + sheet.px(16),
    )
    tail = max((sheet.width("value", t) for t in texts), default=0) + sheet.px(34)
    plot = rect.adjusted(label, 0, -min(tail, rect.width() * 0.4), 0)
    low, high = _axis(exhibit)
    zero = plot.left() - low / (high - low) * plot.width()
    for n, (bar, text) in enumerate(zip(exhibit.bars, texts, strict=True)):
        y = rect.top() + n * row
        name = QRectF(rect.left(), y, label - sheet.px(12), row)
        sheet.write_lines("body", look.palette.ink, name, labelled(bar), 2)
        end = zero + float(bar.value or 0) / (high - low) * plot.width()
        thick = min(sheet.px(26), row * 0.62)
        body = QRectF(
            QPointF(min(zero, end), y + (row - thick) / 2), QPointF(max(zero, end), y + (row + thick) / 2)
        )
        draw_bar(sheet, body, bar, upright=False)
        start = body.right() + sheet.px(10)
        _value(sheet, QRectF(start, y, rect.right() - start, row), text, bar, ink.LEFT)
        sheet.mark_reading(QRectF(rect.left(), y, rect.width(), row), bar)


def draw_bar(sheet: Sheet, body: QRectF, bar: Reading, upright: bool) -> None:
    """A bar from the axis to its value, in the manner of its status, its end open where it is bounded."""
    look, painter = sheet.look, sheet.painter
    gap, radius = sheet.px(OPEN_END), min(sheet.px(4), body.width() / 2, body.height() / 2)
    negative = bar.value is not None and bar.value < 0
    solid = _shortened(body, gap if bar.bound in _BEFORE else 0, upright, negative)
    shape = QPainterPath()
    shape.addRoundedRect(solid, radius, radius)
    draw_shape(sheet, shape, bar)
    if bar.bound in _BEYOND or bar.bound in _BEFORE:
        edge = (
            body if bar.bound in (Bound.NEARLY, Bound.AT_MOST) else _shortened(body, -gap, upright, negative)
        )
        dotted = ink.pen(look.accent, max(1.4, sheet.px(1.8)))
        dotted.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(dotted)
        painter.drawLine(_end_line(edge, upright, negative))


def draw_shape(sheet: Sheet, shape: QPainterPath, reading: Reading) -> None:
    """What stands for a figure, in the manner of its status: actuals solid, what is planned hollow and dashed, what is
    derived hatched."""
    look, painter = sheet.look, sheet.painter
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if is_hollow(reading):
        painter.setPen(ink.pen(look.accent, max(1.2, sheet.px(1.6)), dashed=True))
    elif reading.status == "derived":
        painter.setPen(ink.pen(look.accent, max(1.0, sheet.px(1.4))))
        painter.setBrush(ink.colour(mixed(look.accent, look.palette.card, 0.12)))
        painter.drawPath(shape)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(ink.colour(look.accent, 0.45), Qt.BrushStyle.BDiagPattern))
    else:
        painter.setBrush(ink.colour(look.accent))
    painter.drawPath(shape)


def _shortened(body: QRectF, gap: float, upright: bool, negative: bool) -> QRectF:
    """The bar with its far end drawn in by `gap`, or out where that is negative."""
    if upright:
        room = min(gap, body.height())
        return body.adjusted(0, 0, 0, -room) if negative else body.adjusted(0, room, 0, 0)
    room = min(gap, body.width())
    return body.adjusted(room, 0, 0, 0) if negative else body.adjusted(0, 0, -room, 0)


def _end_line(body: QRectF, upright: bool, negative: bool) -> QLineF:
    if upright:
        y = body.bottom() if negative else body.top()
        return QLineF(body.left(), y, body.right(), y)
    x = body.left() if negative else body.right()
    return QLineF(x, body.top(), x, body.bottom())
