"""The structure of a system such as “3+X”: a core of named parts, an open group beside it, targets below."""

from PySide6.QtCore import QPointF, QRectF

from desktop.charts import ink
from desktop.charts.notes import draw_growth, growth_room
from desktop.charts.sheet import Sheet, frame_height, panel_frame, source_dot, verdict_of
from desktop.charts.theme import DOT, Look, mixed
from desktop.exhibits.kinds import Reading, Structure
from desktop.exhibits.readings import spaced

MOST_LINES = 6
"""Of a name in a box."""
BODY = 138
TALLEST = 1.5
"""How many times as high as it wants to be the body may be drawn, so that its boxes stay boxes."""
TARGET = 28
GROWTH = 9
"""The side of the triangle beside a growth."""


def height(exhibit: Structure, width: float, look: Look) -> float:
    targets = len(exhibit.targets) * look.px(TARGET) + (look.px(14) if exhibit.targets else 0)
    return frame_height(look, exhibit.title) + look.px(BODY) + targets


def draw(sheet: Sheet, rect: QRectF, exhibit: Structure) -> None:
    inner = panel_frame(sheet, rect, exhibit.title)
    targets = len(exhibit.targets) * sheet.px(TARGET) + (sheet.px(14) if exhibit.targets else 0)
    tall = min(inner.height() - targets, sheet.px(BODY * TALLEST))
    body = QRectF(inner.left(), inner.top(), inner.width(), tall)
    gap = sheet.px(8)
    side = min(max(sheet.px(96), inner.width() * 0.2), inner.width() * 0.34) if exhibit.open_group else 0
    _core(sheet, body.adjusted(0, 0, -(side + gap) if side else 0, 0), exhibit)
    if side:
        _open_group(sheet, QRectF(body.right() - side, body.top(), side, body.height()), exhibit)
    if exhibit.targets:
        _targets(
            sheet,
            QRectF(inner.left(), body.bottom() + sheet.px(14), inner.width(), targets - sheet.px(14)),
            exhibit,
        )


def _core(sheet: Sheet, rect: QRectF, exhibit: Structure) -> None:
    look, pad, gap = sheet.look, sheet.px(10), sheet.px(8)
    on = look.palette.on_accent
    ink.box(sheet.painter, rect, sheet.px(6), look.accent)
    name = QRectF(rect.left() + pad, rect.top() + pad, rect.width() - 2 * pad, sheet.line("strong"))
    sheet.write("strong", on, name, exhibit.core, ink.CENTRE)
    top = name.bottom()
    if exhibit.share:
        text = f"{_without(exhibit.core, exhibit.share.label)} {spaced(exhibit.share.words)}"
        lines = ink.balanced(look, "note", text, name.width(), 2)
        line = QRectF(name.left(), top + sheet.px(2), name.width(), sheet.line("note"))
        for n, part in enumerate(lines):
            sheet.write("note", on, line.translated(0, n * line.height()), part, ink.CENTRE)
        line.setBottom(line.top() + len(lines) * line.height())
        _dot_on_accent(sheet, QPointF(rect.right() - sheet.px(14), rect.top() + sheet.px(14)), exhibit.share)
        sheet.mark_reading(
            QRectF(rect.left(), rect.top(), rect.width(), line.bottom() - rect.top()), exhibit.share
        )
        top = line.bottom()
    if not exhibit.parts:
        return
    room = QRectF(
        rect.left() + pad, top + sheet.px(8), rect.width() - 2 * pad, rect.bottom() - pad - top - sheet.px(8)
    )
    columns = len(exhibit.parts) if len(exhibit.parts) <= 4 else -(-len(exhibit.parts) // 2)
    rows = -(-len(exhibit.parts) // columns)
    wide, tall = (room.width() - (columns - 1) * gap) / columns, (room.height() - (rows - 1) * gap) / rows
    for n, part in enumerate(exhibit.parts):
        box = QRectF(
            room.left() + (n % columns) * (wide + gap), room.top() + (n // columns) * (tall + gap), wide, tall
        )
        ink.box(sheet.painter, box, sheet.px(4), mixed(look.accent, look.palette.card, 0.12))
        inner = box.adjusted(sheet.px(5), 0, -sheet.px(5), 0)
        sheet.write_lines("body", look.palette.ink, inner, part, MOST_LINES, ink.CENTRE)


def _without(name: str, label: str) -> str:
    """The label without the name that stands above it already, where it goes on in words of its own."""
    rest = label.removeprefix(name).lstrip()
    return label if not rest or rest.startswith(("'", "’")) else rest


def _dot_on_accent(sheet: Sheet, centre: QPointF, reading: Reading) -> None:
    """A source dot on the accent's own ground, with the two colours exchanged."""
    look = sheet.look
    turned = look._replace(accent=look.palette.on_accent, palette=look.palette._replace(card=look.accent))
    source_dot(sheet.painter, turned, centre, verdict_of(sheet.proof_of(reading.ref)))


def _open_group(sheet: Sheet, rect: QRectF, exhibit: Structure) -> None:
    look = sheet.look
    ink.box(
        sheet.painter, rect, sheet.px(6), None, ink.pen(look.accent, max(1.2, sheet.px(1.6)), dashed=True)
    )
    inner = rect.width() - sheet.px(12)
    role = "aside" if sheet.width("aside", exhibit.open_group) <= inner else "strong"
    most = min(MOST_LINES, int(rect.height() / sheet.line(role)) - 1)
    lines = ink.balanced(look, role, exhibit.open_group, inner, max(1, most))
    tall = len(lines) * sheet.line(role) + (sheet.line("note_strong") if exhibit.growth else 0)
    y = rect.center().y() - tall / 2
    for text in lines:
        room = QRectF(rect.left() + sheet.px(6), y, inner, sheet.line(role))
        sheet.write(role, look.accent, room, text, ink.CENTRE)
        y += room.height()
    if exhibit.growth:
        _growth(sheet, QRectF(rect.left(), y, rect.width(), sheet.line("note_strong")), exhibit.growth)
        sheet.source_dot(QPointF(rect.right() - sheet.px(12), rect.top() + sheet.px(14)), exhibit.growth.ref)
        sheet.mark_reading(rect, exhibit.growth)


def _growth(sheet: Sheet, rect: QRectF, reading: Reading) -> None:
    words = reading.words
    alone = reading._replace(growth=spaced(words._replace(number=words.number.lstrip("+−"))))
    shown = reading if reading.growth else alone
    wide = growth_room(sheet.look, "note_strong", shown, sheet.px(GROWTH)) - sheet.px(5)
    left = rect.center().x() - min(wide, rect.width()) / 2
    draw_growth(
        sheet,
        QRectF(left, rect.top(), rect.right() - left, rect.height()),
        "note_strong",
        shown,
        sheet.px(GROWTH),
    )


def _targets(sheet: Sheet, rect: QRectF, exhibit: Structure) -> None:
    """Targets as hollow bars on one scale from zero."""
    look, row = sheet.look, sheet.px(TARGET)
    heading = exhibit.targets_name
    label = sheet.width("note", heading) + sheet.px(16)
    sheet.write("note", look.palette.ink_small, QRectF(rect.left(), rect.top(), label, row), heading)
    texts = [f"{t.label} {spaced(t.words)}" for t in exhibit.targets]
    tail = min(rect.width() * 0.45, max(sheet.width("note", t) for t in texts) + sheet.px(30))
    room = max(sheet.px(30), rect.width() - label - tail)
    highest = max((float(t.value or 0) for t in exhibit.targets), default=0) or 1.0
    for n, (target, text) in enumerate(zip(exhibit.targets, texts, strict=True)):
        y = rect.top() + n * row
        body = QRectF(
            rect.left() + label, y + row * 0.25, room * float(target.value or 0) / highest, row * 0.5
        )
        ink.box(
            sheet.painter, body, sheet.px(3), None, ink.pen(look.accent, max(1.0, sheet.px(1.2)), dashed=True)
        )
        x = body.right() + sheet.px(8)
        wide = min(sheet.width("note", text), rect.right() - x - sheet.px(16))
        sheet.write("note", look.palette.ink, QRectF(x, y, wide, row), text)
        sheet.source_dot(QPointF(x + wide + sheet.px(9), y + row / 2), target.ref, DOT * 0.75)
        sheet.mark_reading(QRectF(rect.left(), y, rect.width(), row), target)
