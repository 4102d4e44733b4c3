"""A deck on paper and as pictures: one slide on each page."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from desktop.briefing.citations import Evidence
from desktop.charts import ink
from desktop.charts.slide import KICKER_TOP, content_of, draw_slide
from desktop.charts.theme import GAP, SLIDE_PAPER, paper_look
from desktop.exhibits.deck import COVER, OPENING, SLIDE_HEIGHT, Deck, Slide
from desktop.export.pdf import Bookmark, Document, Progress, write_pdf
from desktop.export.words import about_line

AT_A_TIME = 16


def write_slides(deck: Deck, evidence: Evidence, language: str, path: Path, progress: Progress) -> None:
    """Write the slides of `deck` that are not hidden as a PDF; see `write_pdf`."""
    size = QRectF(0, 0, *SLIDE_PAPER)
    pages = [partial(_paint, rect=size, one=one) for one in _numbered(deck, evidence, language)]
    document = Document(SLIDE_PAPER, pages, list(_bookmarks(deck)), AT_A_TIME)
    write_pdf(document, evidence.briefing, language, path, progress)


def slide_pictures(
    deck: Deck, evidence: Evidence, language: str, size: tuple[int, int]
) -> Iterator[tuple[str, QImage]]:
    """Each slide that is not hidden, as a name and a picture of `size`."""
    digits = max(2, len(str(len(deck.shown))))
    for number, one in enumerate(_numbered(deck, evidence, language), start=1):
        image = QImage(QSize(*size), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        _paint(painter, rect=QRectF(image.rect()), one=one)
        painter.end()
        yield f"slide-{number:0{digits}}.png", image


class _Numbered:
    """A slide with what is written on it besides: its number and what file it is from."""

    def __init__(self, slide: Slide, number: str, about: str, evidence: Evidence) -> None:
        self.slide, self.number, self.about, self.proof_of = slide, number, about, evidence.of


def _numbered(deck: Deck, evidence: Evidence, language: str) -> Iterator[_Numbered]:
    about = f"{deck.title} · {about_line(evidence.briefing, language)}"
    for number, slide in enumerate(deck.shown, start=1):
        yield _Numbered(slide, f"{number} / {len(deck.shown)}", about, evidence)


def _paint(painter: QPainter, rect: QRectF, one: _Numbered) -> None:
    draw_slide(painter, rect, one.slide, one.number, paper_look, one.proof_of)
    scale = rect.height() / SLIDE_HEIGHT
    look, inner = paper_look(one.slide.page, scale), content_of(rect, scale)
    section = ink.width(look, "kicker", one.slide.section) if one.slide.kind not in (COVER, OPENING) else 0.0
    top = SLIDE_HEIGHT - KICKER_TOP if one.slide.kind == COVER else KICKER_TOP
    place = inner.adjusted(section + look.px(GAP), look.px(top), 0, 0)
    place.setHeight(ink.line_height(look, "kicker"))
    ink.write(painter, look, "footer", look.palette.ink_small, place, one.about, ink.RIGHT)


def _bookmarks(deck: Deck) -> Iterator[Bookmark]:
    """The cover, each page and the sources at the top level, the slides of a page below it."""
    section = ""
    for number, slide in enumerate(deck.shown):
        top = slide.kind == OPENING or not slide.page or slide.page != section
        if top and slide.page and slide.kind != OPENING:
            yield Bookmark(slide.section, number)
            top = False
        yield Bookmark(slide.heading, number, 0 if top else 1)
        section = slide.page
