"""Pages into a PDF file: vector, the bundled font embedded, with bookmarks, title and language.

Qt writes the pages; bookmarks and language, for which it has no means, are added by pypdf.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from desktop.briefing.briefing import Briefing
from desktop.disk.beside import writing_beside
from desktop.export.properties import AUTHOR, now, pack_line
from desktop.export.words import LANGUAGE_TAGS

if TYPE_CHECKING:
    from pypdf import PdfWriter

Progress = Callable[[int, int], None]
Paint = Callable[[QPainter], None]

DOTS_PER_INCH = 96
POINTS_PER_INCH = 72
PDF_VERSION = "%PDF-1.7"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline: `level` 0 or below the last one of level 0; `top` in 96ths of an inch."""

    title: str
    page: int
    level: int = 0
    top: float = 0.0


@dataclass(frozen=True, slots=True)
class Document:
    """What is written: `size` in 96ths of an inch, as the pages are painted.

    `at_a_time`: so many pages go into one piece. Qt embeds the glyphs of a piece in one go, during which no other
    thread runs Python: about 45 µs for each, and no more than 50 ms are wanted.
    """

    size: tuple[float, float]
    pages: Sequence[Paint]
    bookmarks: Sequence[Bookmark]
    at_a_time: int


def write_pdf(document: Document, briefing: Briefing, language: str, path: Path, progress: Progress) -> None:
    """Write `document` to `path`, which is replaced once all is well. `progress` counts pages; what it raises ends
    the work. OSError where it cannot be written."""
    from pypdf import PdfReader, PdfWriter

    joined = PdfWriter()
    for piece in _pieces(document, progress):
        joined.append(PdfReader(BytesIO(piece)), import_outline=False)
    _describe(joined, briefing, language)
    _outline(joined, document)
    with writing_beside(path) as temporary:
        joined.write(str(temporary))
    joined.close()


def _pieces(document: Document, progress: Progress) -> Iterator[bytes]:
    total = len(document.pages)
    for start in range(0, total, document.at_a_time):
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = _writer(buffer, document.size)
        painter = QPainter(writer)
        try:
            for number, paint in enumerate(document.pages[start : start + document.at_a_time], start=start):
                progress(number, total)
                if number > start:
                    writer.newPage()
                painter.save()
                paint(painter)
                painter.restore()
        finally:
            painter.end()
        yield bytes(buffer.data().data())
    progress(total, total)


def _writer(buffer: QBuffer, size: tuple[float, float]) -> QPdfWriter:
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    width, height = (side * POINTS_PER_INCH / DOTS_PER_INCH for side in size)
    match = QPageSize.SizeMatchPolicy.ExactMatch
    writer.setPageSize(QPageSize(QSizeF(width, height), QPageSize.Unit.Point, "", match))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    return writer


def _describe(joined: "PdfWriter", briefing: Briefing, language: str) -> None:
    """Title, language, what pack it was made from; a reader's window shows the title and not the file's name."""
    from pypdf.generic import BooleanObject, NameObject, TextStringObject

    joined.pdf_header = PDF_VERSION
    written = f"D:{now():%Y%m%d%H%M%S}Z"
    joined.add_metadata(
        {
            "/Title": briefing.text("title", language),
            "/Subject": pack_line(briefing, language),
            "/Author": AUTHOR,
            "/Creator": AUTHOR,
            "/Producer": AUTHOR,
            "/CreationDate": written,
            "/ModDate": written,
        }
    )
    tag = TextStringObject(LANGUAGE_TAGS.get(language, language))
    joined.root_object[NameObject("/Lang")] = tag
    joined.create_viewer_preferences()[NameObject("/DisplayDocTitle")] = BooleanObject(True)


def _outline(joined: "PdfWriter", document: Document) -> None:
    from pypdf.generic import Fit

    parent = None
    for mark in document.bookmarks:
        top = (document.size[1] - mark.top) * POINTS_PER_INCH / DOTS_PER_INCH
        added = joined.add_outline_item(
            title=mark.title,
            page_number=mark.page,
            parent=parent if mark.level else None,
            fit=Fit.xyz(left=0, top=top),
        )
        parent = parent if mark.level else added
    if document.bookmarks:
        joined.page_mode = "/UseOutlines"
