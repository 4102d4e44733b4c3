"""Puts an export together from a briefing, for the window and for the command line: one writer for each kind of file."""

import errno
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.exhibits.choice import (
    Chosen,
    chosen_deck,
    hidden_count,
    hidden_words,
    kept_words,
    untranslated_count,
    untranslated_words,
)
from desktop.exhibits.deck import Deck
from desktop.exhibits.jobs import ExportError, Job, Outcome, kind_of
from desktop.exhibits.kinds import Exhibit
from desktop.exhibits.viewport import Viewport
from desktop.pack.files import shown
from desktop.quantities.language import speaking_english, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from desktop.charts.theme import Look

_T = TypeVar("_T")
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Task:
    """A job with what it is done from; `pack` is where the briefing stands on disk."""

    job: Job
    evidence: Evidence
    pack: Path | None
    progress: Progress

    @property
    def composer(self) -> Chosen:
        return Chosen(self.evidence, self.job.choice)

    def deck(self) -> Deck:
        from desktop.charts.slide import holds_proof

        return chosen_deck(self.evidence, self.job.choice, holds_proof)


def export(job: Job, briefing: Briefing, pack: Path | None, progress: Progress) -> Outcome:
    """Write what `job` asks for, on any thread. `progress` is told the steps done and in all, and ends the work by
    what it raises; nothing is left of it then. ExportError where it cannot be written, KeyError for an unknown show."""
    kind = kind_of(job.kind)
    task = Task(job, Evidence(briefing), pack, progress)
    try:
        with _spoken(job.choice.language):
            outcome = WRITERS[job.kind](task)
    except OSError as error:
        raise ExportError(reason(error, job.path)) from error
    untranslated = untranslated_count(task.evidence, job.choice.language) if kind.spoken else 0
    return replace(outcome, untranslated=untranslated)


def _spoken(language: str) -> AbstractContextManager[None]:
    """Our own words in the language of the file: the app speaks Chinese, the source English."""
    return speaking_english() if language == "en" else nullcontext()


def reason(error: OSError, path: Path) -> str:
    """Why a file could not be written, and what to do, in one line whatever the path holds."""
    name = shown(path.name)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return tr(
            "“{name}” cannot be written: it is open in another program, or the place is read-only. Close it there or choose another place.",
            name=name,
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return tr("The folder “{folder}” is not there; choose another place.", folder=shown(str(path.parent)))
    if isinstance(error, IsADirectoryError | FileExistsError):
        return tr("Something else of the name “{name}” is there already; choose another name.", name=name)
    if error.errno == errno.ENOSPC:
        return tr("There is no room left for “{name}”; free some or choose another place.", name=name)
    return tr("“{name}” could not be written: {reason}", name=name, reason=error.strerror or error)


def outcome_words(outcome: Outcome) -> Iterator[str]:
    """What is to be said of an export that went well."""
    words = (hidden_words(outcome.hidden), kept_words(outcome.kept), untranslated_words(outcome.untranslated))
    yield from filter(None, words)


# one for each kind


def _slides_pdf(task: Task) -> Outcome:
    from desktop.export.slides import write_slides

    deck, job = task.deck(), task.job
    write_slides(deck, task.evidence, job.choice.language, job.path, task.progress)
    return Outcome([job.path], hidden_count(deck))


def _handout_pdf(task: Task) -> Outcome:
    from desktop.export.handout import write_handout

    write_handout(task.composer, task.job.scripts, task.job.path, task.progress)
    return Outcome([task.job.path], hidden_count(task.deck()))


def _pptx(task: Task) -> Outcome:
    """Hidden slides are in it, and stay hidden."""
    from desktop.export.pptx import write_pptx

    deck = task.deck()
    write_pptx(task.composer, deck, task.job.path, task.progress)
    return Outcome([task.job.path], kept=hidden_count(deck))


def _docx(task: Task) -> Outcome:
    from desktop.export.docx import write_docx

    write_docx(task.composer, task.job.path, task.progress)
    return Outcome([task.job.path], hidden_count(task.deck()))


def _slides_png(task: Task) -> Outcome:
    from desktop.export.png import write_pictures
    from desktop.export.slides import slide_pictures

    deck, job = task.deck(), task.job
    pictures = slide_pictures(deck, task.evidence, job.choice.language, job.size)
    counted = _counted(pictures, len(deck.shown), task.progress)
    return Outcome(write_pictures(counted, job.path), hidden_count(deck))


def _pages_png(task: Task) -> Outcome:
    from desktop.export.pictures import page_pictures
    from desktop.export.png import write_pictures

    pictures = page_pictures(task.composer, task.job.size)
    written = write_pictures(_counted(pictures, 0, task.progress), task.job.path)
    return Outcome(written, hidden_count(task.deck()))


def _counted(items: Iterator[_T], total: int, progress: Progress) -> Iterator[_T]:
    """The items, told one by one; a total of 0 means that nobody knows."""
    progress(0, total)
    for done, item in enumerate(items, start=1):
        yield item
        progress(done, total)


def _xlsx(task: Task) -> Outcome:
    from desktop.exhibits.compose import Composer
    from desktop.export.xlsx import write_xlsx

    write_xlsx(Composer(task.evidence, task.job.choice.language), task.job.path, task.progress)
    return Outcome([task.job.path])


def _zonebrief(task: Task) -> Outcome:
    from desktop.pack.files import PackError
    from desktop.pack.writer import write_archive

    if task.pack is None:
        raise ExportError(tr("There is no pack on disk that could be made one file."))
    try:
        write_archive(task.pack, task.job.path, task.progress)
    except PackError as error:
        raise ExportError(str(error)) from error
    return Outcome([task.job.path])


WRITERS: Mapping[str, Callable[[Task], Outcome]] = {
    "slides.pdf": _slides_pdf,
    "handout.pdf": _handout_pdf,
    "pptx": _pptx,
    "docx": _docx,
    "slides.png": _slides_png,
    "pages.png": _pages_png,
    "xlsx": _xlsx,
    "zonebrief": _zonebrief,
}


class Exporter:
    """What the window asks for files and pictures."""

    def write(self, job: Job, briefing: Briefing, pack: Path | None, progress: Progress) -> Outcome:
        return export(job, briefing, pack, progress)

    def words(self, outcome: Outcome) -> list[str]:
        return list(outcome_words(outcome))

    def picture(
        self, exhibit: Exhibit, evidence: Evidence, look: "Look", width: float, view: Viewport | None
    ) -> "QImage":
        """One exhibit with its title and its sources."""
        from desktop.export.pictures import exhibit_picture

        return exhibit_picture(exhibit, evidence, look, width, view)

    def write_picture(self, picture: "QImage", path: Path) -> None:
        """Write one picture; ExportError where that fails."""
        from desktop.export.png import write_picture

        try:
            write_picture(picture, path)
        except OSError as error:
            raise ExportError(reason(error, path)) from error
