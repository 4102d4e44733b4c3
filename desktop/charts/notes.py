"""The small line below a number: growth, formula, status and period, and further figures, each with its own dot."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from desktop.charts import ink
from desktop.charts.sheet import Sheet, companion_words, triangle
from desktop.charts.theme import DOT, Look
from desktop.exhibits.kinds import Reading
from desktop.exhibits.readings import note_parts

BETWEEN = " · "
MOST_LINES = 8
DOT_ROOM = 3.2 * DOT
"""What a dot takes in front of its figure."""
_SMALL = DOT * 0.75


class Note(NamedTuple):
    """A short text, or a figure with its text."""

    text: str
    reading: Reading | None = None


class Placed(NamedTuple):
    """A stretch of a note on a line: `begins` where the note does, so that a dot stands in front of it."""

    note: Note
    text: str
    x: float
    line: int
    begins: bool


def notes_of(reading: Reading, formulas: bool = True) -> list[Note]:
    """What there is to say below the number, behind its growth; the formulas of further figures only where asked."""
    others = (Note(companion_words(other, formulas), other) for other in reading.companions)
    return [*map(Note, note_parts(reading)), *others]


def growth_room(look: Look, role: str, reading: Reading, side: float) -> float:
    """How much room the growth takes in front of the notes."""
    if not reading.growth:
        return 0.0
    sign = side * 1.15 + look.px(4) if reading.rising else 0.0
    return sign + ink.width(look, role, reading.growth) + look.px(5)


def draw_growth(sheet: Sheet, rect: QRectF, role: str, reading: Reading, side: float) -> float:
    """The triangle and the growth at the left of `rect`, no triangle where nothing grew; how wide they are."""
    if not reading.growth:
        return 0.0
    palette, x = sheet.look.palette, rect.left()
    shade = (
        palette.ink_soft if not reading.rising else palette.good if reading.rising > 0 else palette.warning
    )
    if reading.rising:
        box = QRectF(x, rect.top() + (rect.height() - side) / 2, side * 1.15, side)
        triangle(sheet, box, reading.rising, shade)
        x += side * 1.15 + sheet.px(4)
    sheet.write(role, shade, QRectF(x, rect.top(), rect.right() - x, rect.height()), reading.growth)
    return growth_room(sheet.look, role, reading, side)


def lay(
    look: Look, role: str, notes: Iterable[Note], width: float, indent: float = 0.0, most: int = MOST_LINES
) -> list[Placed]:
    """The notes on at most `most` lines of `width`, the first one from `indent` on. A note that does not fit on what is
    left of a line begins the next; what is left over at last stays on the last line, to be shortened there."""
    placed: list[Placed] = []
    x, line = indent, 0
    for note in notes:
        dot = look.px(DOT_ROOM) if note.reading else 0.0
        gap = ink.width(look, role, BETWEEN) if placed else 0.0
        wanted = dot + ink.width(look, role, note.text)
        if x + gap + wanted > width and x > 0 and line < most - 1:
            x, line, gap = 0.0, line + 1, 0.0
        if gap and x > 0:
            placed.append(Placed(Note(BETWEEN), BETWEEN, x, line, False))
            x += gap
        for n, (text, at, on) in enumerate(_broken(look, role, note.text, width, x + dot, line, most)):
            placed.append(Placed(note, text, at, on, n == 0))
            x, line = at + ink.width(look, role, text), on
    return placed


def _broken(
    look: Look, role: str, text: str, width: float, x: float, line: int, most: int
) -> Iterator[tuple[str, float, int]]:
    while line < most - 1 and ink.width(look, role, text) > width - x:
        head = ink.wrap(look, role, text, width - x, 2)[0]
        bracket = head.find("（")
        head = head[:bracket] if bracket > 0 else head
        yield head.rstrip(), x, line
        text, x, line = text[len(head) :].lstrip(), 0.0, line + 1
    if text:
        yield text, x, line


def lines_of(placed: list[Placed]) -> int:
    return max((one.line for one in placed), default=-1) + 1


def draw_notes(sheet: Sheet, rect: QRectF, role: str, placed: list[Placed]) -> None:
    """Write the notes from the top of `rect` on; each figure among them has its dot and its mark."""
    line, shade = sheet.line(role), sheet.look.palette.ink_small
    boxes: dict[int, tuple[Reading, QRectF]] = {}
    for one in placed:
        left, top = rect.left() + one.x, rect.top() + one.line * line
        room = max(sheet.px(8), rect.right() - left)
        sheet.write(role, shade, QRectF(left, top, room, line), one.text)
        reading = one.note.reading
        if reading is None:
            continue
        box = QRectF(left, top, min(room, sheet.width(role, one.text)), line)
        if one.begins:
            dot = sheet.px(DOT_ROOM)
            sheet.source_dot(QPointF(left - dot * 0.55, top + line / 2), reading.ref, _SMALL)
            box.setLeft(left - dot)
        known = boxes.get(id(one.note))
        boxes[id(one.note)] = (reading, box.united(known[1]) if known else box)
    for reading, box in boxes.values():
        sheet.mark_reading(box, reading)
