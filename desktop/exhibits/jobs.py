"""What can be exported, and one export that is asked for: plain data for window, command line and writers."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.exhibits.choice import Choice
from desktop.quantities.language import mark

PICTURE_SIZE = (1920, 1080)
LEAST_SIZE, MOST_SIZE = (320, 200), (16384, 16384)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file. `whole`: always the whole pack. `spoken`: it has a language. `folder`: many pictures in a folder
    of that name. `scripts`: it may hold what is said."""

    key: str
    label: str
    ending: str
    whole: bool = False
    spoken: bool = True
    folder: bool = False
    scripts: bool = False


KINDS: Sequence[Kind] = (
    Kind("slides.pdf", mark("PDF: slides"), ".pdf"),
    Kind("handout.pdf", mark("PDF: handout, A4"), ".pdf", scripts=True),
    Kind("pptx", mark("PPTX: presentation"), ".pptx"),
    Kind("docx", mark("DOCX: document"), ".docx"),
    Kind("slides.png", mark("PNG: pictures of the slides"), ".png", folder=True),
    Kind("pages.png", mark("PNG: pictures of the pages"), ".png", folder=True),
    Kind("xlsx", mark("XLSX: workbook"), ".xlsx", whole=True),
    Kind("zonebrief", mark("The pack as one file"), ".zonebrief", whole=True, spoken=False),
)


def kind_of(key: str) -> Kind:
    return next(kind for kind in KINDS if kind.key == key)


@dataclass(frozen=True, slots=True)
class Job:
    """One export: what, of what, where to. `size` is that of each picture."""

    kind: str
    choice: Choice
    path: Path
    scripts: bool = False
    size: tuple[int, int] = PICTURE_SIZE


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was written; how many hidden slides were left out or are in it as such, how many texts have no translation."""

    paths: Sequence[Path]
    hidden: int = 0
    kept: int = 0
    untranslated: int = 0


class ExportError(Exception):
    """What kept a file from being written, in words for people."""
