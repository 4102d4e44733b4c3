"""The citation of one record, over a slide: asked “where does this come from?”, the room reads the answer."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.charts import ink
from desktop.charts.theme import STAGE, mixed, stage_look
from desktop.exhibits.deck import SLIDE_HEIGHT

PADDING = 16
MOST_LINES = 5
WIDTH = 0.86
BOTTOM = 0.1
"""Of the slide's height, between card and lower edge."""


def draw_citation(painter: QPainter, rect: QRectF, page: str, lines: Sequence[str]) -> None:
    """Draw a card with `lines`, the first of them the heading, above the footer of the slide in `rect`."""
    look = stage_look(page, rect.height() / SLIDE_HEIGHT)
    pad, inner = look.px(PADDING), rect.width() * WIDTH - 2 * look.px(PADDING)
    head, *rest = lines or ("",)
    body = [part for text in rest for part in ink.wrap(look, "hero_label", text, inner, MOST_LINES)]
    line, title = ink.line_height(look, "hero_label"), ink.line_height(look, "kicker")
    tall = 2 * pad + title + look.px(4) + len(body) * line
    left = rect.left() + rect.width() * (1 - WIDTH) / 2
    box = QRectF(left, rect.bottom() - rect.height() * BOTTOM - tall, rect.width() * WIDTH, tall)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    ground = mixed(look.accent, STAGE.ground, 0.14)
    ink.box(painter, box, look.px(10), ground, ink.pen(look.accent, max(1.0, look.px(1.2))))
    room = QRectF(box.left() + pad, box.top() + pad, inner, title)
    ink.write(painter, look, "kicker", look.accent, room, head)
    y = room.bottom() + look.px(4)
    for text in body:
        ink.write(painter, look, "hero_label", STAGE.ink, QRectF(room.left(), y, inner, line), text)
        y += line
