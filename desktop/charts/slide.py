"""Draw one slide of a deck into any rectangle: the stage, a thumbnail, a page of paper. Type is sized from the height,
on a screen that is narrower than 4:3 from the width."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter

from desktop.briefing.guard import guarded
from desktop.charts import hero, ink
from desktop.charts.draw import draw, height_of
from desktop.charts.sheet import Mark, ProofOf, Sheet
from desktop.charts.theme import (
    PAGE_ACCENTS,
    PANEL_PADDING,
    STAGE,
    STAGE_ACCENTS,
    Look,
    stage_look,
)
from desktop.charts.timeline import plot_rect
from desktop.exhibits.deck import (
    COVER,
    NARROW_RATIO,
    OPENING,
    SLIDE_HEIGHT,
    SLIDE_MARGIN,
    SOURCES,
    TALL_RATIO,
    WIDE_RATIO,
    Slide,
)
from desktop.exhibits.kinds import Cards, Exhibit, Timeline
from desktop.exhibits.viewport import Viewport

KICKER_TOP = 34
HEADING_TOP = 54
HEADING_HEIGHT = 58
CONTENT_TOP = 122
FOOTER_TOP = 426
"""Of a slide 480 high; on a higher one the footer stands as far from the lower edge."""
FOOTER_GAP, FOOTER_MARGIN = 5, 8
"""Above the first line of the footer, and below its last one at the least."""
MOST_FOOTER_LINES = 9
"""Where what is shown leaves room for them; the footer begins as much higher."""
NUMBER_WIDTH = 76
MEASURED_AT = 2.25
"""The scale at which it is found out whether a footer has room: that of a screen of 1080 lines."""
PANE_GAP = 24
STRETCH = 1.25
"""A drawing may grow to so many times the height it wants."""
LARGER = (1.5, 1.35, 1.2, 1.1)
"""How many times larger than the least a drawing is set where there is room for it."""

Dress = Callable[[str, float], Look]
"""The look of a slide of a page ("" for none) at a scale: `stage_look` or `paper_look` of the theme."""


def draw_slide(
    painter: QPainter,
    rect: QRectF,
    slide: Slide,
    number: str,
    dress: Dress,
    proof_of: ProofOf,
    view: Viewport | None = None,
) -> list[Mark]:
    """Draw `slide` over the whole of `rect` with `number` (such as 7 / 18) in its corner; returns its marks.

    `view` is the stretch of time that a timeline shows, all of it where none is given.
    """
    scale = scale_of(rect)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(rect, ink.colour(dress(slide.page, scale).palette.ground))
    marks: list[Mark] = []
    boxes = [content_of(box, scale) for box in _boxes(rect, scale, len(slide.together))]
    looks = [dress(pane.page, scale) for pane in slide.together]
    parted = [
        guarded(partial(_parted, look, box, pane), partial(_unparted, box))
        for look, box, pane in zip(looks, boxes, slide.together, strict=True)
    ]
    for n, (pane, look, one) in enumerate(zip(slide.together, looks, parted, strict=True)):
        sheet = Sheet(painter, look, proof_of)
        shown = number if n == len(parted) - 1 else ""
        content = _level(look, one.content, pane, [other.content for other in parted])
        guarded(
            partial(_SLIDES.get(pane.kind, _exhibit), sheet, content, pane, view, proof_of),
            partial(_failed, sheet, content, pane),
        )
        _footer(sheet, content, pane, one.lines, shown)
        marks.extend(sheet.marks)
    painter.restore()
    return marks


def axis_width(rect: QRectF, slide: Slide, dress: Dress) -> float:
    """How long the time axis is in the drawing of `slide` over the whole of `rect`; 0 where it has none."""
    if not isinstance(slide.exhibit, Timeline):
        return 0.0
    look = dress(slide.page, scale_of(rect))
    content = _parted(look, content_of(rect, look.scale), slide).content
    untitled = replace(slide.exhibit, title="")
    look, frame, _ = _fitting(look, _room(content, look.scale), untitled)
    return plot_rect(untitled, frame, look).width()


def scale_of(rect: QRectF) -> float:
    """How much larger than at scale 1 a slide is that fills `rect`."""
    return min(rect.height(), rect.width() / NARROW_RATIO) / SLIDE_HEIGHT


def _boxes(rect: QRectF, scale: float, count: int) -> list[QRectF]:
    """Where the slides that share a screen stand: side by side, or one below the other where it is higher than wide."""
    if count == 1:
        return [rect]
    if rect.width() < rect.height():
        tall = rect.height() / count
        return [QRectF(rect.left(), rect.top() + n * tall, rect.width(), tall) for n in range(count)]
    gap = scale * PANE_GAP
    wide = (rect.width() - gap * (count - 1)) / count
    return [QRectF(rect.left() + n * (wide + gap), rect.top(), wide, rect.height()) for n in range(count)]


def content_of(rect: QRectF, scale: float) -> QRectF:
    """The slide without its margins left and right."""
    margin = min(rect.width() * SLIDE_MARGIN, scale * SLIDE_HEIGHT * 0.1)
    return rect.adjusted(margin, 0, -margin, 0)


def _room(content: QRectF, scale: float) -> QRectF:
    """Where the exhibit of a slide stands: between heading and footer."""
    top, bottom = (
        content.top() + scale * CONTENT_TOP,
        content.bottom() - scale * (SLIDE_HEIGHT - FOOTER_TOP + 12),
    )
    return QRectF(content.left(), top, content.width(), bottom - top)


def holds_proof(slide: Slide, ratio: float) -> bool:
    """Whether all that proves what the slide shows stands on it, on a screen of this ratio of width to height."""
    wide = SLIDE_HEIGHT * max(ratio, NARROW_RATIO) * MEASURED_AT
    rect = QRectF(0, 0, wide, wide / ratio)
    shared = not isinstance(slide.exhibit, Timeline) and (ratio >= WIDE_RATIO or ratio <= TALL_RATIO)
    box = _boxes(rect, MEASURED_AT, 2 if shared else 1)[0]
    look = stage_look(slide.page, MEASURED_AT)
    return _parted(look, content_of(box, MEASURED_AT), slide).whole


class _Parted(NamedTuple):
    """A slide without what its footer takes of the room above it, the lines of the footer, as many as what is shown
    leaves room for, and whether they hold all that it says."""

    content: QRectF
    lines: Sequence[str] = ()
    whole: bool = True


def _parted(look: Look, content: QRectF, slide: Slide) -> _Parted:
    wide = content.width()
    line, free = ink.line_height(look, "footer"), SLIDE_HEIGHT - FOOTER_TOP - FOOTER_GAP - FOOTER_MARGIN
    for most in range(MOST_FOOTER_LINES, 0, -1):
        lines = _footer_lines(look, slide.sourcing.pieces, wide, most)
        beyond = max(0.0, len(lines) * line - look.px(free))
        less = content.adjusted(0, 0, 0, -beyond)
        if not beyond or _fits(look, _room(less, look.scale), slide.exhibit):
            break
    last = wide - look.px(NUMBER_WIDTH) if len(lines) == 1 else wide
    return _Parted(less, lines, not lines or ink.width(look, "footer", lines[-1]) <= last)


def _footer_lines(look: Look, pieces: Sequence[str], wide: float, most: int) -> list[str]:
    """At most so many lines; each piece begins one of its own where that takes no more of them."""
    beside = wide - look.px(NUMBER_WIDTH)
    running = ink.wrap(look, "footer", "  ".join(pieces), wide, most, beside)
    if len(pieces) == 1 or len(pieces) > len(running):
        return running
    apart = [
        line
        for n, piece in enumerate(pieces)
        for line in ink.wrap(look, "footer", piece, wide, most, wide if n else beside)
    ]
    return apart if len(apart) == len(running) else running


def _unparted(content: QRectF, _: str) -> _Parted:
    return _Parted(content)


def _level(look: Look, content: QRectF, slide: Slide, beside: Sequence[QRectF]) -> QRectF:
    """The slide with its footer as high as that of what stands beside it, where it has room for that."""
    level = QRectF(content)
    level.setBottom(min(other.bottom() for other in beside if other.top() == content.top()))
    fits = level == content or _fits(look, _room(level, look.scale), slide.exhibit)
    return level if fits else content


def _fits(look: Look, room: QRectF, exhibit: Exhibit | None) -> bool:
    """Whether an exhibit has room enough."""
    if exhibit is None:
        return True
    if isinstance(exhibit, Cards):
        return hero.fits(look, room, exhibit)
    frame = _frame(look, room)
    return height_of(replace(exhibit, title=""), frame.width(), look) <= frame.height()


def _frame(look: Look, room: QRectF) -> QRectF:
    """A panel whose content, without its padding, fills the room."""
    pad = look.px(PANEL_PADDING)
    return room.adjusted(-pad, -pad * 0.8, pad, pad)


def _head(sheet: Sheet, rect: QRectF, slide: Slide) -> None:
    look = sheet.look
    kicker = QRectF(rect.left(), rect.top() + sheet.px(KICKER_TOP), rect.width(), sheet.line("kicker"))
    sheet.write("kicker", look.accent, kicker, slide.section)
    room = QRectF(rect.left(), rect.top() + sheet.px(HEADING_TOP), rect.width(), sheet.px(HEADING_HEIGHT))
    if sheet.width("heading", slide.heading) <= rect.width():
        sheet.write("heading", look.palette.ink, room, slide.heading)
        return
    lines = ink.balanced(look, "long_heading", slide.heading, rect.width(), 2)
    line = room.height() / 2
    for n, text in enumerate(lines):
        place = QRectF(room.left(), room.top() + n * line, room.width(), line)
        sheet.write("long_heading", look.palette.ink, place, text)


def _exhibit(sheet: Sheet, rect: QRectF, slide: Slide, view: Viewport | None, proof_of: ProofOf) -> None:
    _head(sheet, rect, slide)
    if slide.exhibit is None:
        return
    room = _room(rect, sheet.px(1))
    if isinstance(slide.exhibit, Cards):
        hero.draw(sheet, room, slide.exhibit)
        return
    untitled = replace(slide.exhibit, title="")
    look, frame, wanted = _fitting(sheet.look, room, untitled)
    tall = min(frame.height(), wanted * STRETCH)
    frame = QRectF(frame.left(), frame.top() + (frame.height() - tall) / 2, frame.width(), tall)
    sheet.marks.extend(draw(sheet.painter, frame, untitled, look, proof_of, view))


def _failed(sheet: Sheet, rect: QRectF, slide: Slide, reason: str) -> None:
    """That the slide could not be drawn, where its content would stand."""
    lines = ink.wrap(sheet.look, "hero_label", reason, rect.width(), 4)
    y = rect.top() + sheet.px(CONTENT_TOP)
    _lines(sheet, rect, y, "hero_label", sheet.look.palette.warning, lines)


def _fitting(look: Look, room: QRectF, exhibit: Exhibit) -> tuple[Look, QRectF, float]:
    """The largest look in which the exhibit fits, the frame around it, and the height that it wants there."""
    for times in (*LARGER, 1.0):
        larger = look.at(look.scale * times)
        frame = _frame(larger, room)
        wanted = height_of(exhibit, frame.width(), larger)
        if wanted <= frame.height():
            break
    return larger, frame, wanted


def _opening(sheet: Sheet, rect: QRectF, slide: Slide, *_: object) -> None:
    look = sheet.look
    lines = ink.balanced(look, "message", slide.title, rect.width(), 4)
    line = sheet.line("message")
    below = [text for part in slide.lines for text in ink.wrap(look, "hero_unit", part, rect.width(), 2)]
    tall = sheet.line("kicker") + sheet.px(14) + len(lines) * line + len(below) * sheet.line("hero_unit")
    y = max(rect.top() + sheet.px(KICKER_TOP), (rect.top() + _footer_top(sheet, rect) - tall) / 2)
    ink.box(sheet.painter, QRectF(rect.left(), y - sheet.px(14), sheet.px(56), sheet.px(5)), 0, look.accent)
    y = _lines(sheet, rect, y, "kicker", look.accent, [slide.section]) + sheet.px(8)
    y = _lines(sheet, rect, y, "message", look.palette.ink, lines) + sheet.px(6)
    _lines(sheet, rect, y, "hero_unit", look.palette.ink_soft, below)


def _cover(sheet: Sheet, rect: QRectF, slide: Slide, *_: object) -> None:
    accents = (STAGE_ACCENTS if sheet.look.palette is STAGE else PAGE_ACCENTS).values()
    look = sheet.look
    for role, most in (("cover", 3), ("message", 4), ("heading", 5)):
        lines = ink.wrap(look, role, slide.title, rect.width(), most)
        if sheet.width(role, lines[-1] if lines else "") <= rect.width():
            break
    tall = len(lines) * sheet.line(role) + len(slide.lines) * sheet.line("hero_unit")
    y = rect.top() + (rect.height() - tall) / 2 - sheet.px(10)
    wide = sheet.px(56)
    for n, accent in enumerate(accents):
        ink.box(
            sheet.painter,
            QRectF(rect.left() + n * wide * 1.1, y - sheet.px(16), wide, sheet.px(5)),
            0,
            accent,
        )
    y = _lines(sheet, rect, y, role, look.palette.ink, lines) + sheet.px(8)
    _lines(sheet, rect, y, "hero_unit", look.palette.ink_soft, list(slide.lines))


def _sources(sheet: Sheet, rect: QRectF, slide: Slide, *_: object) -> None:
    """One below the other, large where they are few."""
    _head(sheet, rect, slide)
    indented = rect.adjusted(sheet.px(18), 0, 0, 0)
    room = _footer_top(sheet, rect) - rect.top() - sheet.px(CONTENT_TOP)
    for role, gap in (("hero_unit", sheet.px(14)), ("hero_label", sheet.px(6))):
        parts = [ink.wrap(sheet.look, role, part, indented.width(), 2) for part in slide.lines]
        line = sheet.line(role)
        if sum(len(lines) * line + gap for lines in parts) <= room:
            break
    y = rect.top() + sheet.px(CONTENT_TOP)
    for lines in parts:
        centre = QPointF(rect.left() + sheet.px(4), y + line / 2)
        ink.disc(sheet.painter, centre, sheet.px(3), sheet.look.accent)
        y = _lines(sheet, indented, y, role, sheet.look.palette.ink_soft, lines) + gap


def _lines(sheet: Sheet, rect: QRectF, y: float, role: str, shade: str, lines: list[str]) -> float:
    """Write lines one below the other from `y` on; returns where they end."""
    line = sheet.line(role)
    for text in lines:
        sheet.write(role, shade, QRectF(rect.left(), y, rect.width(), line), text)
        y += line
    return y


def _footer_top(sheet: Sheet, rect: QRectF) -> float:
    return rect.bottom() - sheet.px(SLIDE_HEIGHT - FOOTER_TOP)


def _footer(sheet: Sheet, rect: QRectF, slide: Slide, sources: Sequence[str], number: str) -> None:
    """Where it comes from, always at the foot; what no slide has room for is told in the citation of each mark."""
    if slide.kind == COVER:
        return
    palette, line = sheet.look.palette, sheet.line("footer")
    top = _footer_top(sheet, rect)
    sheet.painter.setPen(ink.pen(palette.line, max(1.0, sheet.px(1))))
    sheet.painter.drawLine(QLineF(rect.left(), top, rect.right(), top))
    top += sheet.px(FOOTER_GAP)
    room = QRectF(rect.left(), top, rect.width(), line)
    for n, part in enumerate(sources):
        beside = sheet.px(NUMBER_WIDTH) if n == 0 else 0.0
        sheet.write("footer", palette.ink_small, room.adjusted(0, n * line, -beside, n * line), part)
    corner = QRectF(rect.right() - sheet.px(NUMBER_WIDTH), top, sheet.px(NUMBER_WIDTH), line)
    sheet.write("footer", palette.ink_small, corner, number, ink.RIGHT)


_SLIDES = {COVER: _cover, OPENING: _opening, SOURCES: _sources}
