"""Files say when they were written, and by what: nothing of the templates that the libraries bring."""

import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pptx import Presentation
from pypdf import PdfReader

from desktop.briefing.briefing import Briefing
from desktop.exhibits.choice import Choice
from desktop.exhibits.jobs import Job, kind_of
from desktop.exporting import export

OFFICE = ("docx", "pptx", "xlsx")


def written(kind: str, pinghu: Briefing, folder: Path) -> Path:
    path = folder / f"a{kind_of(kind).ending}"
    export(Job(kind, Choice(pages=("industry",)), path), pinghu, None, lambda done, total: None)
    return path


def told(path: Path) -> tuple[str | None, datetime | None, datetime | None]:
    """Author, when it was made and when it was changed, as another program reads it."""
    match path.suffix:
        case ".docx":
            word = Document(str(path)).core_properties
            return word.author, word.created, word.modified
        case ".pptx":
            slides = Presentation(str(path)).core_properties
            return slides.author, slides.created, slides.modified
        case ".xlsx":
            book = load_workbook(path).properties
            return book.creator, book.created, book.modified
        case _:
            paper = PdfReader(path).metadata
            assert paper is not None
            return paper.author, paper.creation_date, paper.modification_date


@pytest.mark.parametrize("kind", [*OFFICE, "slides.pdf", "handout.pdf"])
def test_a_file_is_dated_when_it_is_written(kind: str, pinghu: Briefing, tmp_path: Path) -> None:
    before = datetime.now(UTC) - timedelta(seconds=1)
    author, *times = told(written(kind, pinghu, tmp_path))
    assert author == "ZoneBrief"
    for time in times:
        assert time is not None and before <= time.replace(tzinfo=UTC) <= datetime.now(UTC)


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_nothing_of_the_templates_own_is_left(kind: str, pinghu: Briefing, tmp_path: Path) -> None:
    with zipfile.ZipFile(written(kind, pinghu, tmp_path)) as archive:
        assert b"<Application>ZoneBrief</Application>" in archive.read("docProps/app.xml")
        for name in archive.namelist():
            part = archive.read(name)
            assert not [
                words for words in (b"Macintosh", b">2013-", b"10/17/16", b"Click to") if words in part
            ]
