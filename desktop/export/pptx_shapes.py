"""Cards and structures as native shapes."""

from collections.abc import Iterator
from math import inf

from desktop.charts.notes import notes_of
from desktop.charts.sheet import in_one_piece
from desktop.charts.theme import GAP, PIXELS_A_POINT, RADIUS, SLIDE_PADDING, SLIDE_TYPE, THEME_ACCENTS
from desktop.exhibits.kinds import Cards, Failed, Reading, Structure
from desktop.exhibits.readings import spaced
from desktop.export.drawing import (
    CARD,
    GOOD,
    GROUND,
    INK,
    INK_SOFT,
    LINE,
    WARNING,
    Box,
    Line,
    Outline,
    Run,
    shape_xml,
)
from desktop.export.pptx_charts import described
from desktop.export.pptx_slide import Canvas
from desktop.export.words import text_width
from desktop.quantities.language import tr

TARGET = 40
LEADING = 1.2
"""How high a line is to its type."""
CARD_PADDING = 32


def width_of(text: str, role: str) -> float:
    """About how many pixels a text takes; rather more than less."""
    return text_width(text) * SLIDE_TYPE[role][0] * PIXELS_A_POINT * (0.52 if text.isascii() else 0.51)


def draw_cards(canvas: Canvas, exhibit: Cards, room: Box) -> None:
    """Each figure on a card of its own, up to four of them on a slide."""
    count = len(exhibit.cards)
    columns = count if count < 4 else 2
    rows = -(-count // columns) if count else 1
    wide = (room.width - (columns - 1) * GAP) / max(1, columns)
    tall = min((room.height - (rows - 1) * GAP) / rows, 250.0)
    top = room.y + (room.height - rows * tall - (rows - 1) * GAP) / 2
    for n, card in enumerate(exhibit.cards):
        box = Box(room.x + n % columns * (wide + GAP), top + n // columns * (tall + GAP), wide, tall)
        canvas.add(
            shape_xml(
                canvas.number(),
                card.label,
                box,
                "roundRect",
                CARD,
                Outline(LINE),
                list(_card_lines(card, wide - 2 * CARD_PADDING, tall - CARD_PADDING - GAP)),
                anchor="t",
                inset=CARD_PADDING,
                radius=RADIUS,
                description=canvas.sentence(card),
            )
        )


def draw_failed(canvas: Canvas, exhibit: Failed, room: Box) -> None:
    """The reason why nothing else stands here."""
    lines = [Line([Run(exhibit.reason, "body", WARNING)])]
    canvas.add(shape_xml(canvas.number(), exhibit.title, room, lines=lines))


def _card_lines(card: Reading, width: float, height: float) -> Iterator[Line]:
    runs = list(_growth(card))
    notes = " · ".join(note.text for note in notes_of(card))
    if notes:
        runs.append(Run(f" {notes}" if runs else notes, "note", INK_SOFT))
    room = height - _tall(card.label, "label", width) - _tall("".join(r.text for r in runs), "note", width)
    yield Line([Run(card.label, "label", INK_SOFT)])
    yield Line(number_runs(card, width, room), before=4)
    if runs:
        yield Line(runs, before=6)


def _tall(text: str, role: str, width: float) -> float:
    lines = -(-round(width_of(text, role)) // max(1, round(width * 0.95)))
    return lines * SLIDE_TYPE[role][0] * PIXELS_A_POINT * LEADING


def number_runs(card: Reading, width: float, height: float = inf) -> list[Run]:
    """The number as large as fits, bound words and unit small beside it."""
    words = in_one_piece(card.words)
    after = " ".join(filter(None, (words.unit, words.tail)) if words.unit in ("%", "‰") else ()) or (
        words.unit + words.tail
    )
    lead, after = (f"{words.lead} " if words.lead else ""), (f" {after}" if after else "")
    beside = width_of(lead, "ring") + width_of(after, "unit")
    roles = ("number", "number_long", "number_longest")
    role = next(
        (
            r
            for r in roles
            if width_of(words.number, r) + beside <= width
            and SLIDE_TYPE[r][0] * PIXELS_A_POINT * LEADING <= height
        ),
        roles[-1],
    )
    runs = (
        Run(lead, "ring" if role == "number" else "number_longest"),
        Run(words.number, role),
        Run(after, "unit", INK_SOFT),
    )
    return [run for run in runs if run.text]


def _growth(card: Reading) -> Iterator[Run]:
    if card.growth:
        yield growth_run(card, card.growth, "note_strong")


def growth_run(reading: Reading, growth: str, role: str) -> Run:
    """Growth with its sign, which tells as much as the colour; none where nothing grew."""
    if not reading.rising:
        return Run(growth, role, INK_SOFT)
    sign, shade = ("▲", GOOD) if reading.rising > 0 else ("▼", WARNING)
    return Run(f"{sign} {growth}", role, shade)


# structures


def draw_structure(canvas: Canvas, exhibit: Structure, room: Box, language: str) -> None:
    """The core with its parts, the open group dashed beside it, targets below on one scale from zero."""
    accent, inner = THEME_ACCENTS[exhibit.page], room.inner(SLIDE_PADDING)
    targets = len(exhibit.targets) * TARGET + (20 if exhibit.targets else 0)
    body = Box(inner.x, inner.y, inner.width, inner.height - targets)
    side = 260.0 if exhibit.open_group else 0.0
    members = list(
        _core(
            exhibit,
            Box(body.x, body.y, body.width - side - (GAP if side else 0), body.height),
            accent,
            language,
        )
    )
    if side:
        members.append(
            _open_group(exhibit, Box(body.right - side, body.y, side, body.height), accent, language)
        )
    members += _targets(
        canvas, exhibit, Box(inner.x, body.bottom + 20, inner.width, targets - 20), accent, language
    )
    readings = [r for r in (exhibit.share, exhibit.growth, *exhibit.targets) if r]
    named = tr("{name}: {parts}", name=exhibit.core, parts=tr(", ").join(exhibit.parts))
    description = "\n".join([described(canvas, exhibit, readings), named, exhibit.open_group])
    canvas.group(exhibit.title, description, inner, members)


def _core(exhibit: Structure, box: Box, accent: str, language: str) -> Iterator[str]:
    lines = [Line([Run(exhibit.core, "title_long", CARD)], "ctr")]
    if exhibit.share:
        text = f"{exhibit.share.label} {spaced(exhibit.share.words, language)}"
        lines.append(Line([Run(text, "body", CARD)], "ctr", before=4))
    yield shape_xml(0, exhibit.core, box, "roundRect", accent, None, lines, "t", 20, radius=8)
    if not exhibit.parts:
        return
    room = Box(box.x + 20, box.y + 110, box.width - 40, box.height - 130)
    columns = len(exhibit.parts) if len(exhibit.parts) <= 4 else -(-len(exhibit.parts) // 2)
    rows = -(-len(exhibit.parts) // columns)
    wide, tall = (room.width - (columns - 1) * GAP) / columns, (room.height - (rows - 1) * GAP) / rows
    for n, part in enumerate(exhibit.parts):
        place = Box(room.x + n % columns * (wide + GAP), room.y + n // columns * (tall + GAP), wide, tall)
        yield shape_xml(
            0,
            part,
            place,
            "roundRect",
            GROUND,
            None,
            [Line([Run(part, "lead")], "ctr")],
            inset=8,
            radius=6,
        )


def _open_group(exhibit: Structure, box: Box, accent: str, language: str) -> str:
    role = "number_long" if width_of(exhibit.open_group, "number_long") < box.width - 24 else "title_long"
    lines = [Line([Run(exhibit.open_group, role, accent)], "ctr")]
    growth = exhibit.growth
    if growth:
        number = growth.words.number.lstrip("+−")
        text = growth.growth or spaced(growth.words._replace(number=number), language)
        lines.append(Line([growth_run(growth, text, "strong")], "ctr", before=6))
    dashed = Outline(accent, 1.75, "dash")
    return shape_xml(0, exhibit.open_group, box, "roundRect", CARD, dashed, lines, inset=12, radius=8)


def _targets(canvas: Canvas, exhibit: Structure, room: Box, accent: str, language: str) -> Iterator[str]:
    if not exhibit.targets:
        return
    heading = exhibit.targets_name
    label = width_of(heading, "body") + 24
    yield shape_xml(
        0, heading, Box(room.x, room.y, label, TARGET), lines=[Line([Run(heading, "body", INK_SOFT)])]
    )
    texts = [f"{t.label} {spaced(t.words, language)}" for t in exhibit.targets]
    wide = room.width - label - max(width_of(text, "body") for text in texts) - 24
    highest = max(float(t.value or 0) for t in exhibit.targets) or 1.0
    for n, (target, text) in enumerate(zip(exhibit.targets, texts, strict=True)):
        bar = Box(
            room.x + label,
            room.y + n * TARGET + 9,
            max(4.0, wide * float(target.value or 0) / highest),
            TARGET - 18,
        )
        yield shape_xml(
            0,
            text,
            bar,
            "roundRect",
            CARD,
            Outline(accent, 1.5, "dash"),
            radius=4,
            description=canvas.sentence(target),
        )
        after = Box(bar.right + 12, room.y + n * TARGET, room.right - bar.right - 12, TARGET)
        yield shape_xml(0, text, after, lines=[Line([Run(text, "body", INK)])])
