"""Cards on a slide: no frames, numbers as large as the room allows, so that they are read across a hall."""

from PySide6.QtCore import QPointF, QRectF, QSizeF

from desktop.charts import ink
from desktop.charts.notes import draw_growth, draw_notes, growth_room, lay, lines_of, notes_of
from desktop.charts.sheet import Sheet, in_one_piece
from desktop.charts.theme import DOT, TYPE, Look
from desktop.exhibits.kinds import Cards, Reading
from desktop.exhibits.readings import STATUS_WORDS

GAP = 28
GROWTH = 16
"""The side of the triangle beside a growth."""
NUMBER_ROLES = ("hero", "hero_pair", "hero_grid", "number", "ring", "aside")
_FIRST_ROLE = {1: "hero", 2: "hero_pair"}
MOST_NOTES = 4
"""Lines of them."""
TIGHT = 0.86
"""Of a line's height, since digits have no descenders."""
PAIR_LEAST = 200
"""The least width of a number that has a neighbour."""


def draw(sheet: Sheet, rect: QRectF, exhibit: Cards) -> None:
    """Draw one card over the whole of `rect`, or up to four side by side and below each other."""
    gap = sheet.px(GAP)
    made, columns, room = _laid_out(sheet.look, rect, exhibit)
    for n, number in enumerate(made):
        row = n // columns
        neighbours = made[row * columns : (row + 1) * columns]
        base = max(other.base for other in neighbours)
        tallest = base + max(other.height - other.base for other in neighbours)
        y = rect.top() + row * (room.height() + gap) + max(0.0, (room.height() - tallest) / 2)
        left = rect.left() + (n % columns) * (room.width() + gap)
        number.draw(sheet, QPointF(left, y + base - number.base))


def fits(look: Look, rect: QRectF, exhibit: Cards) -> bool:
    """Whether all cards have room in `rect` with all of their notes, and numbers half as large at least as they may
    be."""
    made, _, room = _laid_out(look, rect, exhibit)
    return all(number.whole and number.height <= room.height() for number in made)


def _laid_out(look: Look, rect: QRectF, exhibit: Cards) -> "tuple[list[_Number], int, QSizeF]":
    """The cards, the number of columns, and the room of each."""
    count, gap = len(exhibit.cards), look.px(GAP)
    side_by_side = count > 1 and (rect.width() - gap) / 2 >= look.px(PAIR_LEAST)
    columns = 2 if side_by_side else 1
    if count == 3 and (rect.width() - 2 * gap) / 3 >= look.px(PAIR_LEAST):
        columns = 3
    rows = max(1, -(-count // columns))
    wide, tall = (rect.width() - (columns - 1) * gap) / columns, (rect.height() - (rows - 1) * gap) / rows
    first = _FIRST_ROLE.get(count, "hero_grid") if rows <= 2 else "number"
    roles = NUMBER_ROLES[NUMBER_ROLES.index(first) :]
    room = QSizeF(wide, tall)
    return [_Number(look, reading, room, roles) for reading in exhibit.cards], columns, room


class _Number:
    """One card, measured before it is drawn, so that neighbours stand on one line. Where it is too high for its room,
    first the number is set smaller, then notes are left to the citation."""

    def __init__(self, look: Look, reading: Reading, room: QSizeF, roles: tuple[str, ...]) -> None:
        self.reading, self.width = reading, room.width()
        self.after = _after(reading)
        self.labels = ink.wrap(look, "hero_label", reading.label, self.width - look.px(4 * DOT), 3)
        line, head = ink.line_height(look, "label"), len(self.labels) * ink.line_height(look, "hero_label")
        self.growth = ink.line_height(look, "aside") - line if reading.growth else 0.0
        narrow = [r for r in roles if _width(look, r, reading, self.after) <= self.width] or [roles[-1]]
        notes = notes_of(reading, formulas=False)
        indent = growth_room(look, "aside", reading, look.px(GROWTH))
        for lines, self.role in ((n, r) for n in (MOST_NOTES, 3, 2, 1) for r in narrow):
            self.notes = lay(look, "label", notes, self.width, indent, lines)
            self.number = ink.line_height(look, self.role) * TIGHT
            below = max(lines_of(self.notes), 1 if reading.growth else 0) * line
            self.height = head + self.number + self.growth + below
            self.whole = lines == MOST_NOTES and 2 * TYPE[self.role][0] >= TYPE[narrow[0]][0]
            if self.height <= room.height():
                break
        self.base = head + (self.number + ink.metrics(look, self.role).capHeight()) / 2
        """How far below its top the base line of the number is."""

    def draw(self, sheet: Sheet, at: QPointF) -> None:
        y, line = at.y(), sheet.line("hero_label")
        for n, text in enumerate(self.labels):
            room = QRectF(at.x(), y, self.width - sheet.px(16), line)
            sheet.write("hero_label", sheet.look.palette.ink_soft, room, text)
            if n == 0:
                x = at.x() + min(sheet.width("hero_label", text), room.width()) + sheet.px(10)
                sheet.source_dot(QPointF(x, y + line / 2), self.reading.ref)
            y += line
        _figure(sheet, QRectF(at.x(), y, self.width, self.number), self.reading, self.role, self.after)
        y += self.number
        if self.reading.growth:
            beside = QRectF(at.x(), y, self.width, sheet.line("aside"))
            draw_growth(sheet, beside, "aside", self.reading, sheet.px(GROWTH))
            y += self.growth * 0.75  # the base line of the notes is that of the growth
        below = QRectF(at.x(), y, self.width, lines_of(self.notes) * sheet.line("label"))
        whole = QRectF(at, QSizeF(self.width, self.height))
        sheet.mark_reading(whole, self.reading)
        draw_notes(sheet, below, "label", self.notes)


def _after(reading: Reading) -> str:
    words = in_one_piece(reading.words)
    gap = " " if words.unit in ("%", "‰") and words.tail else ""
    return f"{words.unit}{gap}{words.tail}"


def _width(look: Look, role: str, reading: Reading, after: str) -> float:
    words = in_one_piece(reading.words)
    lead = ink.width(look, "aside", words.lead) + look.px(6) if words.lead else 0.0
    return lead + ink.width(look, role, words.number) + ink.width(look, "hero_unit", after) + look.px(10)


def _figure(sheet: Sheet, rect: QRectF, reading: Reading, role: str, after: str) -> None:
    """Bound word, number and unit on one base line; what is not an actual is in the pale ink."""
    look, palette = sheet.look, sheet.look.palette
    base = rect.center().y() + ink.metrics(look, role).capHeight() / 2
    shade = palette.ink if reading.status in STATUS_WORDS else look.accent
    x, words = rect.left(), in_one_piece(reading.words)
    for text, used, colour in (
        (words.lead, "aside", palette.ink),
        (words.number, role, shade),
        (after, "hero_unit", palette.ink_soft),
    ):
        if not text:
            continue
        shown = ink.elided(look, used, text, max(sheet.px(24), rect.right() - x))
        sheet.painter.setFont(ink.font(look, used))
        sheet.painter.setPen(ink.colour(colour))
        sheet.painter.drawText(QPointF(x, base), shown)
        x += sheet.width(used, shown) + sheet.px(6)
