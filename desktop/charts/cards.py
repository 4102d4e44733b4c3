"""Cards: single figures, each big on a card of its own."""

from PySide6.QtCore import QPointF, QRectF

from desktop.charts import ink
from desktop.charts.notes import Placed, draw_growth, draw_notes, growth_room, lay, lines_of, notes_of
from desktop.charts.sheet import Sheet, in_one_piece
from desktop.charts.theme import CARD_HEIGHT, CARD_MIN_WIDTH, DOT, GAP, PANEL_PADDING, RADIUS, Look
from desktop.exhibits.kinds import Cards, Reading

GROWTH = 9
"""The side of the triangle beside a growth."""
NUMBER_HEIGHT = 54
"""The room between a card's label and its notes."""
_NUMBER_ROLES = ("number", "ring", "aside", "value")


def columns_for(exhibit: Cards, width: float, look: Look) -> int:
    """How many cards stand in a row: all of them, or as evenly as the width allows."""
    count = max(1, len(exhibit.cards))
    most = max(1, int((width + look.px(GAP)) // (look.px(CARD_MIN_WIDTH) + look.px(GAP))))
    rows = -(-count // most)
    return -(-count // rows)


def _card_width(exhibit: Cards, width: float, look: Look) -> float:
    columns = columns_for(exhibit, width, look)
    return (width - (columns - 1) * look.px(GAP)) / columns


def _label_room(card_width: float, look: Look) -> float:
    return card_width - 2 * look.px(PANEL_PADDING) - look.px(DOT * 3)


def _most_notes(exhibit: Cards, width: float, look: Look) -> int:
    """Lines below the number, the same for all cards, so that their numbers stand in one row."""
    inner = _card_width(exhibit, width, look) - 2 * look.px(PANEL_PADDING)
    return max([1, *(lines_of(_notes(card, inner, look)) for card in exhibit.cards)])


def _card_height(exhibit: Cards, width: float, look: Look) -> float:
    room = _label_room(_card_width(exhibit, width, look), look)
    labels = max((len(ink.wrap(look, "label", c.label, room, 2)) for c in exhibit.cards), default=1)
    more = (_most_notes(exhibit, width, look) - 1) * ink.line_height(look, "note")
    return look.px(CARD_HEIGHT) + (labels - 1) * ink.line_height(look, "label") + more


def _notes(reading: Reading, width: float, look: Look) -> list[Placed]:
    indent = growth_room(look, "note_strong", reading, look.px(GROWTH))
    return lay(look, "note", notes_of(reading), width, indent)


def height(exhibit: Cards, width: float, look: Look) -> float:
    rows = -(-len(exhibit.cards) // columns_for(exhibit, width, look))
    return (
        _heading_height(exhibit, look)
        + rows * _card_height(exhibit, width, look)
        + max(0, rows - 1) * look.px(GAP)
    )


def _heading_height(exhibit: Cards, look: Look) -> float:
    return ink.line_height(look, "strong") + look.px(8) if exhibit.headed and exhibit.title else 0.0


def draw(sheet: Sheet, rect: QRectF, exhibit: Cards) -> None:
    look, gap = sheet.look, sheet.px(GAP)
    heading = _heading_height(exhibit, look)
    if heading:
        sheet.write(
            "strong",
            look.palette.ink_soft,
            QRectF(rect.left(), rect.top(), rect.width(), sheet.line("strong")),
            exhibit.title,
        )
        rect = rect.adjusted(0, heading, 0, 0)
    columns = columns_for(exhibit, rect.width(), look)
    wide, tall = _card_width(exhibit, rect.width(), look), _card_height(exhibit, rect.width(), look)
    notes = _most_notes(exhibit, rect.width(), look)
    for n, card in enumerate(exhibit.cards):
        x, y = rect.left() + (n % columns) * (wide + gap), rect.top() + (n // columns) * (tall + gap)
        _card(sheet, QRectF(x, y, wide, tall), card, notes)


def _card(sheet: Sheet, rect: QRectF, reading: Reading, most_notes: int) -> None:
    look, pad = sheet.look, sheet.px(PANEL_PADDING)
    palette = look.palette
    ink.box(sheet.painter, rect, sheet.px(RADIUS), palette.card, ink.pen(palette.line, max(1.0, sheet.px(1))))
    sheet.source_dot(QPointF(rect.right() - pad, rect.top() + pad), reading.ref)
    inner = rect.adjusted(pad, pad - sheet.px(2), -pad, -sheet.px(14))
    line = sheet.line("label")
    lines = ink.wrap(look, "label", reading.label, _label_room(rect.width(), look), 2)
    for n, text in enumerate(lines):
        room = QRectF(inner.left(), inner.top() + n * line, _label_room(rect.width(), look), line)
        sheet.write("label", palette.ink_soft, room, text)
    notes = _notes(reading, inner.width(), look)
    note_height = most_notes * sheet.line("note")
    middle = QRectF(inner.left(), inner.top() + len(lines) * line, inner.width(), 0)
    middle.setBottom(inner.bottom() - note_height)
    middle.setTop(middle.bottom() - sheet.px(NUMBER_HEIGHT))  # so that the numbers of a row stand on one line
    big_number(sheet, middle, reading, _NUMBER_ROLES)
    sheet.mark_reading(rect, reading)
    below = QRectF(inner.left(), inner.bottom() - note_height, inner.width(), sheet.line("note"))
    draw_growth(sheet, below, "note_strong", reading, sheet.px(GROWTH))
    draw_notes(sheet, below, "note", notes)


def big_number(
    sheet: Sheet, rect: QRectF, reading: Reading, roles: tuple[str, ...], colour: str = ""
) -> None:
    """The number as large as fits, with its bound words and unit small beside it, on one base line, which is the same
    whatever size fits."""
    words, palette, gap = in_one_piece(reading.words), sheet.look.palette, sheet.px(4)
    pieces = [p for p in (words.unit, words.tail) if p]
    after = " ".join(pieces) if words.unit in ("%", "‰") else "".join(pieces)
    role = next(
        (r for r in roles if _number_width(sheet, r, words.lead, words.number, after) <= rect.width()),
        roles[-1],
    )
    lead_role = "aside" if role == "number" else "value"
    base = rect.center().y() + ink.metrics(sheet.look, roles[0]).capHeight() / 2
    x, painter = rect.left(), sheet.painter
    for text, used, shade in (
        (words.lead, lead_role, palette.ink),
        (words.number, role, palette.ink),
        (after, "unit", palette.ink_soft),
    ):
        if not text:
            continue
        room = rect.right() - x
        shown = ink.elided(sheet.look, used, text, max(room, sheet.px(24)))
        painter.setFont(ink.font(sheet.look, used))
        painter.setPen(ink.colour(colour or shade))
        painter.drawText(QPointF(x, base), shown)
        x += sheet.width(used, shown) + gap


def _number_width(sheet: Sheet, role: str, lead: str, number: str, after: str) -> float:
    lead_role = "aside" if role == "number" else "value"
    return sheet.width(lead_role, lead) + sheet.width(role, number) + sheet.width("unit", after) + sheet.px(9)
