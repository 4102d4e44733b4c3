"""Cards on a slide: no frames, numbers as large as the room allows, so that they are read across a hall."""

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.charts import ink
from desktop.charts.sheet import Sheet, sentence, triangle
from desktop.charts.theme import DOT
from desktop.exhibits.kinds import Cards, Reading
from desktop.exhibits.readings import STATUS_WORDS, note_parts

GAP = 28
NUMBER_ROLES = ("hero", "hero_pair", "hero_grid", "number", "ring", "aside")
_FIRST_ROLE = {1: "hero", 2: "hero_pair"}
TIGHT = 0.86
"""Of a line's height, since digits have no descenders."""
PAIR_LEAST = 200
"""The least width of a number that has a neighbour."""


def draw(sheet: Sheet, rect: QRectF, exhibit: Cards) -> None:
    """Draw one card over the whole of `rect`, or up to four side by side and below each other."""
    count = len(exhibit.cards)
    if not count:
        return
    gap = sheet.px(GAP)
    side_by_side = count > 1 and (rect.width() - gap) / 2 >= sheet.px(PAIR_LEAST)
    columns = 2 if side_by_side else 1
    if count == 3 and (rect.width() - 2 * gap) / 3 >= sheet.px(PAIR_LEAST):
        columns = 3
    rows = -(-count // columns)
    wide, tall = (rect.width() - (columns - 1) * gap) / columns, (rect.height() - (rows - 1) * gap) / rows
    first = _FIRST_ROLE.get(count, "hero_grid") if rows <= 2 else "number"
    roles = NUMBER_ROLES[NUMBER_ROLES.index(first) :]
    made = [_Number(sheet, reading, wide, roles) for reading in exhibit.cards]
    for n, number in enumerate(made):
        row = n // columns
        tallest = max(other.height for other in made[row * columns : (row + 1) * columns])
        y = rect.top() + row * (tall + gap) + max(0.0, (tall - tallest) / 2)
        number.draw(sheet, QPointF(rect.left() + (n % columns) * (wide + gap), y))


class _Number:
    """One card, measured for its width before it is drawn, so that neighbours stand on one line."""

    def __init__(self, sheet: Sheet, reading: Reading, width: float, roles: tuple[str, ...]) -> None:
        self.reading, self.width = reading, width
        self.labels = ink.wrap(sheet.look, "hero_label", reading.label, width - sheet.px(4 * DOT), 2)
        self.notes = ink.wrap(sheet.look, "label", " · ".join(_notes(reading)), width, 3)
        self.after = _after(reading)
        fits = (r for r in roles if _width(sheet, r, reading, self.after) <= width)
        self.role = next(fits, roles[-1])
        self.number = sheet.line(self.role) * TIGHT
        self.growth = sheet.line("aside") if reading.growth else 0.0
        self.height = (
            len(self.labels) * sheet.line("hero_label")
            + self.number
            + self.growth
            + len(self.notes) * sheet.line("label")
        )

    def draw(self, sheet: Sheet, at: QPointF) -> None:
        y, line = at.y(), sheet.line("hero_label")
        for n, text in enumerate(self.labels):
            room = QRectF(at.x(), y, self.width - sheet.px(16), line)
            sheet.write("hero_label", sheet.look.palette.ink_soft, room, text)
            if n == 0:
                x = at.x() + min(sheet.width("hero_label", text), room.width()) + sheet.px(10)
                sheet.source_dot(QPointF(x, y + line / 2), self.reading.verdict)
            y += line
        _figure(sheet, QRectF(at.x(), y, self.width, self.number), self.reading, self.role, self.after)
        y += self.number
        if self.reading.growth:
            _growth(sheet, QRectF(at.x(), y, self.width, self.growth), self.reading)
            y += self.growth
        line = sheet.line("label")
        for text in self.notes:
            sheet.write("label", sheet.look.palette.ink_small, QRectF(at.x(), y, self.width, line), text)
            y += line
        sheet.mark(QRectF(at, QSizeF(self.width, y - at.y())), self.reading.ref, sentence(self.reading))


def _after(reading: Reading) -> str:
    words = reading.words
    gap = " " if words.unit in ("%", "‰") and words.tail else ""
    return f"{words.unit}{gap}{words.tail}"


def _notes(reading: Reading) -> list[str]:
    return note_parts(reading)[1 if reading.growth else 0 :]


def _width(sheet: Sheet, role: str, reading: Reading, after: str) -> float:
    lead = sheet.width("aside", reading.words.lead) + sheet.px(6) if reading.words.lead else 0.0
    return lead + sheet.width(role, reading.words.number) + sheet.width("hero_unit", after) + sheet.px(10)


def _figure(sheet: Sheet, rect: QRectF, reading: Reading, role: str, after: str) -> None:
    """Bound word, number and unit on one base line; what is not an actual is in the pale ink."""
    look, palette = sheet.look, sheet.look.palette
    base = rect.center().y() + ink.metrics(look, role).capHeight() / 2
    shade = palette.ink if reading.status in STATUS_WORDS else look.accent
    x = rect.left()
    for text, used, colour in (
        (reading.words.lead, "aside", palette.ink),
        (reading.words.number, role, shade),
        (after, "hero_unit", palette.ink_soft),
    ):
        if not text:
            continue
        shown = ink.elided(look, used, text, max(sheet.px(24), rect.right() - x))
        sheet.painter.setFont(ink.font(look, used))
        sheet.painter.setPen(ink.colour(colour))
        sheet.painter.drawText(QPointF(x, base), shown)
        x += sheet.width(used, shown) + sheet.px(6)


def _growth(sheet: Sheet, rect: QRectF, reading: Reading) -> None:
    palette = sheet.look.palette
    shade = palette.good if reading.rising >= 0 else palette.warning
    side = sheet.px(16)
    triangle(
        sheet, QRectF(rect.left(), rect.center().y() - side / 2, side * 1.1, side), reading.rising, shade
    )
    x = rect.left() + side * 1.1 + sheet.px(6)
    wide = sheet.width("aside", reading.growth)
    sheet.write("aside", shade, QRectF(x, rect.top(), wide + sheet.px(2), rect.height()), reading.growth)
    x += wide + sheet.px(8)
    words = note_parts(reading)[0]
    room = QRectF(x, rect.top(), rect.right() - x, rect.height())
    sheet.write("label", palette.ink_small, room, words)
