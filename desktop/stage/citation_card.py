"""The citation of one record, over a slide: asked “where does this come from?”, the room reads the answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.charts import ink
from desktop.charts.slide import FOOTER_TOP, scale_of
from desktop.charts.theme import STAGE, Look, mixed, stage_look
from desktop.exhibits.deck import SLIDE_HEIGHT

PADDING = 16
MOST_LINES = 5
WIDTH = 0.86
"""Of the slide's width, at the most."""
WIDEST = 1.6
"""Of the slide's height, at the most; lines that are longer are hard to read."""
ABOVE_FOOTER = 4
RING = 3
BESIDE_HEADING = 48
"""Room for what may stand beside the heading, such as a button."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card that is laid out: its box, the lines of its heading, and those below."""

    look: Look
    box: QRectF
    head: tuple[str, ...]
    body: tuple[str, ...]


def laid_out(rect: QRectF, page: str, lines: Sequence[str], cited: Sequence[QRectF] = ()) -> Card:
    """The card with `lines`, the first of them the heading, above the footer of the slide in `rect`; on top of the slide
    where it would else lie over what is `cited`."""
    look = stage_look(page, scale_of(rect))
    pad = look.px(PADDING)
    wide = min(rect.width() * WIDTH, max(rect.width() / 2, rect.height() * WIDEST))
    head, *rest = lines or ("",)
    body = [
        part for text in rest for part in ink.balanced(look, "hero_label", text, wide - 2 * pad, MOST_LINES)
    ]
    longest = max([ink.width(look, "hero_label", part) for part in body], default=0.0)
    beside = look.px(BESIDE_HEADING)
    heads = ink.balanced(look, "kicker", head, wide - 2 * pad - beside, MOST_LINES)
    heading = max([ink.width(look, "kicker", part) for part in heads], default=0.0) + beside
    wide = min(wide, max(rect.width() / 2, longest + 2 * pad, heading + 2 * pad))
    tall = 2 * pad + len(heads) * ink.line_height(look, "kicker") + look.px(4)
    tall += len(body) * ink.line_height(look, "hero_label")
    bottom = rect.bottom() - look.px(SLIDE_HEIGHT - FOOTER_TOP + ABOVE_FOOTER)
    box = QRectF(rect.center().x() - wide / 2, bottom - tall, wide, tall)
    on_top = box.translated(0, rect.top() + look.px(PADDING) - box.top())
    if _over(box, cited) > _over(on_top, cited):
        box = on_top
    return Card(look, box, tuple(heads), tuple(body))


def _over(box: QRectF, rects: Sequence[QRectF]) -> float:
    """How much of `rects` a box covers, in square pixels."""
    parts = [box.intersected(rect) for rect in rects]
    return sum(part.width() * part.height() for part in parts)


def draw_ring(painter: QPainter, look: Look, cited: QRectF) -> None:
    """Draw a frame around what the card is about."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    gap = look.px(RING)
    ink.box(painter, cited.adjusted(-gap, -gap, gap, gap), 2 * gap, None, ink.pen(look.accent, look.px(1.5)))


def draw_citation(painter: QPainter, card: Card, beside: float = 0.0) -> None:
    """Draw a card; its heading leaves `beside` pixels on the right free."""
    look, box, pad = card.look, card.box, card.look.px(PADDING)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = mixed(look.accent, STAGE.ground, 0.14)
    ink.box(painter, box, look.px(10), ground, ink.pen(look.accent, max(1.0, look.px(1.2))))
    inner = box.width() - 2 * pad
    left, y, line = box.left() + pad, box.top() + pad, ink.line_height(look, "kicker")
    for text in card.head:
        ink.write(painter, look, "kicker", look.accent, QRectF(left, y, inner - beside, line), text)
        y += line
    y, line = y + look.px(4), ink.line_height(look, "hero_label")
    for text in card.body:
        ink.write(painter, look, "hero_label", STAGE.ink, QRectF(left, y, inner, line), text)
        y += line
