"""The briefing on A4 paper: the messages of the pages, exhibits in two columns, tables whole, citations at the end."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from desktop.briefing.guard import guarded
from desktop.charts import ink
from desktop.charts.theme import A4, COLUMNS, PAGE_ACCENTS, PAPER_MARGIN, PAPER_SCALE, Look, print_look
from desktop.exhibits.choice import Chosen
from desktop.exhibits.kinds import Exhibit, Listing, Page, failed
from desktop.exhibits.sourcing import quoted, refs_of
from desktop.export.flow import Block, Paragraph, Placed, flow, paint_block
from desktop.export.numbering import Numbering
from desktop.export.panels import Frame, listing_blocks, row_blocks, rows_of
from desktop.export.pdf import Bookmark, Document, Progress, write_pdf
from desktop.export.words import about_line
from desktop.quantities.language import tr

AT_A_TIME = 2
SECTION_GAP = 34
_FOOT = 34
_NUMBER_COLUMN = 44
_BAR, _BAR_WIDTH = 5, 56


def write_handout(composer: Chosen, scripts: bool, path: Path, progress: Progress) -> None:
    """Write the pages that were chosen as a PDF; `scripts` puts what is said below what is shown. See `write_pdf`."""
    handout = _Handout(composer, scripts)
    sheets = flow(handout.blocks(), handout.limit)
    pages = [
        partial(handout.paint, placed=placed, number=f"{number} / {len(sheets)}")
        for number, placed in enumerate(sheets, start=1)
    ]
    bookmarks = [
        Bookmark(p.block.bookmark, number, p.block.level, (handout.room.top() + p.top) * PAPER_SCALE)
        for number, placed in enumerate(sheets)
        for p in placed
        if p.block.bookmark
    ]
    document = Document(A4, pages, bookmarks, AT_A_TIME)
    write_pdf(document, composer.briefing, composer.language, path, progress)


class _Handout:
    """The blocks of one handout; sizes are those of the window at scale 1."""

    def __init__(self, composer: Chosen, scripts: bool) -> None:
        self.composer = composer
        self.scripts = scripts
        self.numbering = Numbering(composer.evidence, composer.language)
        self.about = about_line(composer.briefing, composer.language)
        self.title = composer.briefing.text("title", composer.language)
        sheet = QRectF(0, 0, A4[0] / PAPER_SCALE, A4[1] / PAPER_SCALE)
        self.room = sheet.adjusted(PAPER_MARGIN, PAPER_MARGIN, -PAPER_MARGIN, -PAPER_MARGIN * 0.7)
        self.limit = self.room.height() - _FOOT

    def paint(self, painter: QPainter, placed: Sequence[Placed], number: str) -> None:
        painter.scale(PAPER_SCALE, PAPER_SCALE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.room
        for one in placed:
            rect = QRectF(room.left(), room.top() + one.top, room.width(), one.block.height)
            paint_block(painter, rect, one.block)
        look = print_look("")
        line = ink.line_height(look, "footer")
        foot = QRectF(room.left(), room.bottom() - line, room.width(), line)
        painter.setPen(ink.pen(look.palette.line, 1.0))
        painter.drawLine(QLineF(foot.topLeft(), foot.topRight()).translated(0, -_BAR))
        left = foot.adjusted(0, 0, -_NUMBER_COLUMN * 2, 0)
        ink.write(painter, look, "footer", look.palette.ink_small, left, f"{self.title} · {self.about}")
        ink.write(painter, look, "footer", look.palette.ink_small, foot, number, ink.RIGHT)

    # blocks

    def blocks(self) -> Iterator[Block]:
        yield from self._head()
        for page in self.composer.pages():
            yield from self._page(page)
        yield from self._citations()

    def _head(self) -> Iterator[Block]:
        look = print_look("")
        yield Block(2.0 * _BAR, partial(_bars, look=look), keeps=True)
        title = Paragraph(self.title, "message", look.palette.ink, balanced=True)
        yield from title.blocks(look, self.room.width(), keeps=True)
        for text in (self.about, self.composer.scope):
            yield from Paragraph(text, "subtitle", look.palette.ink_soft).blocks(look, self.room.width())

    def _page(self, page: Page) -> Iterator[Block]:
        look, width = print_look(page.key), self.room.width()
        name = Paragraph(page.name, "kicker", look.accent)
        title = Paragraph(page.message, "title", look.palette.ink, balanced=True)
        heading = [name, title] if page.message != page.name else [title]
        first, *rest = [
            block
            for n, text in enumerate(heading)
            for block in text.blocks(look, width, gap=0 if n else SECTION_GAP, keeps=True)
        ]
        yield replace(first, bookmark=" · ".join(dict.fromkeys((page.name, page.message))))
        yield from rest
        yield from Paragraph(page.subtitle, "subtitle", look.palette.ink_soft).blocks(look, width, keeps=True)
        script = page.script if self.scripts else ""
        caption = Paragraph(self.numbering.words(page.refs), "small", look.palette.ink_small)
        yield from caption.blocks(look, width, gap=3, keeps=not script)
        yield from Paragraph(script, "subtitle", look.palette.ink).blocks(look, width, gap=6)
        frame = Frame(width, self.limit, look, self.composer.evidence, self._below(look))
        for row in rows_of(page.exhibits, _span):
            yield from guarded(partial(_row_blocks, row, frame), partial(_failed_row, row, frame))

    def _below(self, look: Look) -> Callable[[Exhibit], Sequence[Paragraph]]:
        """What stands below an exhibit: the numbers of its citations, and what is said where that is wanted."""

        @cache
        def below(exhibit: Exhibit) -> Sequence[Paragraph]:
            caption = Paragraph(self.numbering.words(refs_of(exhibit)), "small", look.palette.ink_small)
            script = Paragraph(exhibit.script if self.scripts else "", "subtitle", look.palette.ink)
            return [part for part in (caption, script) if part.text]

        return below

    def _citations(self) -> Iterator[Block]:
        look, width = print_look(""), self.room.width()
        heading = Paragraph(tr("List of citations"), "title", look.palette.ink)
        first = next(heading.blocks(look, width, gap=SECTION_GAP, keeps=True))
        if self.numbering.citations:
            yield replace(first, bookmark=heading.text)
        for citation in self.numbering.citations:
            text = Paragraph(
                f"{quoted(citation.quote)} {citation.source}",
                "note",
                look.palette.ink_soft,
                look.px(_NUMBER_COLUMN),
            )
            height = text.height(look, width)
            yield Block(height, partial(_paint_citation, text=text, number=citation.number, look=look), gap=2)


def _row_blocks(row: Sequence[Exhibit], frame: Frame) -> list[Block]:
    first = row[0]
    return list(listing_blocks(first, frame) if isinstance(first, Listing) else row_blocks(row, frame, _span))


def _failed_row(row: Sequence[Exhibit], frame: Frame, reason: str) -> list[Block]:
    return _row_blocks([failed(exhibit, reason) for exhibit in row], frame)


def _span(exhibit: Exhibit) -> int:
    """Two columns: what takes less than the whole width in the window takes half of it here; tables take it whole."""
    return COLUMNS if isinstance(exhibit, Listing) or exhibit.span >= COLUMNS else COLUMNS // 2


def _paint_citation(painter: QPainter, rect: QRectF, text: Paragraph, number: int, look: Look) -> None:
    line = QRectF(rect.left(), rect.top(), look.px(_NUMBER_COLUMN), ink.line_height(look, text.role))
    ink.write(painter, look, text.role, look.palette.ink_small, line, f"[{number}]")
    text.paint(painter, look, rect)


def _bars(painter: QPainter, rect: QRectF, look: Look) -> None:
    """The accents of the pages, side by side, as on the cover of a deck."""
    wide = look.px(_BAR_WIDTH)
    for number, accent in enumerate(PAGE_ACCENTS.values()):
        bar = QRectF(rect.left() + number * wide * 1.1, rect.top(), wide, look.px(_BAR))
        ink.box(painter, bar, 0, accent)
