"""Pictures of whole pages, at any size, and of one exhibit with its title and its sources."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from desktop.briefing.citations import Evidence
from desktop.briefing.records import PAGES
from desktop.charts import ink
from desktop.charts.draw import draw, height_of
from desktop.charts.theme import (
    COLUMNS,
    FOCUS_LINE,
    GAP,
    GRID,
    HEADER_HEIGHT,
    MARGIN,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    PANEL_MIN_WIDTH,
    Look,
    page_look,
)
from desktop.exhibits.choice import Chosen
from desktop.exhibits.kinds import Cards, Exhibit, Listing, Page
from desktop.exhibits.sourcing import refs_of, sourcing_of
from desktop.exhibits.viewport import Viewport
from desktop.export.flow import Block, Paragraph, Placed, flow, paint_block
from desktop.export.panels import Frame, row_blocks, rows_of
from desktop.export.words import about_line
from desktop.quantities.language import tr

MOST_ROWS = 60
"""Of a table in one picture."""
_FOOT = 28
_TAB = 1.5


def page_pictures(composer: Chosen, size: tuple[int, int]) -> Iterator[tuple[str, QImage]]:
    """Each page that was chosen, as a name and a picture of `size`; a long page goes on in further pictures."""
    for page in composer.pages():
        picture = _PagePicture(composer, page, size)
        sheets = flow(picture.blocks(), picture.room.height())
        for part, placed in enumerate(sheets, start=1):
            suffix = f"-{part}" if len(sheets) > 1 else ""
            number = f"{part} / {len(sheets)}" if len(sheets) > 1 else ""
            yield f"{PAGES.index(page.key) + 1}-{page.key}{suffix}.png", picture.drawn(placed, number)


class _PagePicture:
    """One page as the window would show it, everything drawn at the size at which the page fits."""

    def __init__(self, composer: Chosen, page: Page, size: tuple[int, int]) -> None:
        self.page, self.size = page, size
        self.look = look = page_look(page.key, min(size[0] / PAGE_WIDTH, size[1] / PAGE_HEIGHT))
        self.title = composer.briefing.text("title", composer.language)
        about = about_line(composer.briefing, composer.language)
        self.about = " · ".join(filter(None, (about, composer.scope)))
        self.header = QRectF(0, 0, size[0], look.px(HEADER_HEIGHT))
        top, foot = self.header.bottom() + look.px(MARGIN * 0.7), look.px(_FOOT)
        self.room = QRectF(look.px(MARGIN), top, size[0] - 2 * look.px(MARGIN), size[1] - top - foot)
        below = sources_below(composer.evidence, composer.language, look)
        self.frame = Frame(self.room.width(), self.room.height(), look, composer.evidence, below)

    def blocks(self) -> Iterator[Block]:
        page, look, width = self.page, self.look, self.room.width()
        yield from Paragraph(page.message, "title", look.palette.ink).blocks(look, width, keeps=True)
        subtitle = Paragraph(page.subtitle, "subtitle", look.palette.ink_soft)
        yield from subtitle.blocks(look, width, keeps=bool(page.exhibits))
        for row in rows_of(page.exhibits, self._span):
            yield from row_blocks(row, self.frame, self._span)

    def _span(self, exhibit: Exhibit) -> int:
        unit = (self.room.width() + self.look.px(GAP)) / COLUMNS
        narrow = exhibit.span * unit - self.look.px(GAP) < self.look.px(PANEL_MIN_WIDTH)
        return COLUMNS if narrow else exhibit.span

    def drawn(self, placed: Sequence[Placed], number: str) -> QImage:
        image = _image(QSize(*self.size), self.look)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_header(painter)
        for one in placed:
            top = self.room.top() + one.top
            rect = QRectF(self.room.left(), top, self.room.width(), one.block.height)
            paint_block(painter, rect, one.block)
        look = self.look
        foot = QRectF(self.room.left(), self.room.bottom(), self.room.width(), look.px(_FOOT))
        ink.write(painter, look, "small", look.palette.ink_small, foot, self.about)
        ink.write(painter, look, "small", look.palette.ink_small, foot, number, ink.RIGHT)
        painter.end()
        return image

    def _draw_header(self, painter: QPainter) -> None:
        look, bar = self.look, self.header
        painter.fillRect(bar, ink.colour(look.palette.card))
        inner = bar.adjusted(look.px(MARGIN), 0, -look.px(MARGIN), 0)
        ink.write(painter, look, "brand", look.palette.ink, inner, self.title)
        left = inner.left() + ink.width(look, "brand", self.title) + look.px(MARGIN * _TAB)
        wide = ink.width(look, "tab_strong", self.page.name)
        tab = QRectF(left, bar.top(), wide, bar.height())
        ink.write(painter, look, "tab_strong", look.accent, tab, self.page.name)
        line = QRectF(left, bar.bottom() - look.px(FOCUS_LINE), wide, look.px(FOCUS_LINE))
        painter.fillRect(line.adjusted(-look.px(GAP), 0, look.px(GAP), 0), ink.colour(look.accent))


def sources_below(evidence: Evidence, language: str, look: Look) -> Callable[[Exhibit], Sequence[Paragraph]]:
    """What stands below an exhibit: its sources with the quoted words, sums, what has no source."""

    def below(exhibit: Exhibit) -> Sequence[Paragraph]:
        words = "  ".join(sourcing_of(evidence, refs_of(exhibit), language).parts())
        return [Paragraph(words, "small", look.palette.ink_small)] if words else []

    return below


def exhibit_picture(
    exhibit: Exhibit, evidence: Evidence, look: Look, width: float, view: Viewport | None = None
) -> QImage:
    """One exhibit as it stands in the window, its title above and its sources below it, twice as fine."""
    pad, inner = look.px(GAP), width - 2 * look.px(GAP)
    shown, cut = _picturable(exhibit, look)
    below = sources_below(evidence, "zh", look)(shown)
    about = Paragraph(about_line(evidence.briefing, "zh"), "small", look.palette.ink_small)
    tall = height_of(shown, inner, look)
    texts = [*below, *cut, about]
    height = tall + sum(text.height(look, inner) + look.px(GRID) for text in texts) + 2 * pad
    image = _image(QSize(round(width * 2), round(height * 2)), look)
    painter = QPainter(image)
    painter.scale(2, 2)
    draw(painter, QRectF(pad, pad, inner, tall), shown, look, evidence.of, view)
    y = pad + tall
    for text in texts:
        y = text.paint(painter, look, QRectF(pad, y + look.px(GRID), inner, 0))
    painter.end()
    return image


def _picturable(exhibit: Exhibit, look: Look) -> tuple[Exhibit, Sequence[Paragraph]]:
    """What of the exhibit goes into one picture, and a line that says so where that is not all."""
    if isinstance(exhibit, Cards):
        return replace(exhibit, headed=True), ()
    if isinstance(exhibit, Listing) and len(exhibit.rows) > MOST_ROWS:
        words = tr("The first {shown} of {count} rows", shown=MOST_ROWS, count=len(exhibit.rows))
        rows = exhibit.rows[:MOST_ROWS]
        return replace(exhibit, rows=rows), [Paragraph(words, "small", look.palette.ink)]
    return exhibit, ()


def _image(size: QSize, look: Look) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(ink.colour(look.palette.ground))
    return image
