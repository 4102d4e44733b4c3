"""The briefing as a text: title, introduction, a part for each page, tables with numbered citations, the citations."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path

from desktop.briefing.guard import guarded
from desktop.briefing.records import Ref
from desktop.charts.sheet import growth_words
from desktop.disk.beside import writing_beside
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Cards, Exhibit, Failed, Listing, Page, Reading, Stage, Structure, Timeline
from desktop.exhibits.readings import labelled, spaced
from desktop.exhibits.refs import readings_in
from desktop.exhibits.sourcing import refs_of, sourcing_of
from desktop.export.docx_styles import make_document
from desktop.export.docx_text import Body, Citations, spanned
from desktop.export.properties import describe
from desktop.export.steps import Steps
from desktop.export.words import about_line, choice_word, state_word
from desktop.quantities.dates import word_date
from desktop.quantities.language import tr

MOST_ROWS = 200
"""Of one table; nobody reads more on paper, and a text of very many pages opens slowly everywhere."""
_Rows = tuple[list[str], list[list[str]], list[list[Ref]]]


def write_docx(composer: Composer, path: Path, progress: Callable[[int, int], None]) -> None:
    """Write the briefing as a document. `progress` is told the rows done and in all; what it raises cancels.
    OSError where the file cannot be written."""
    pages = [page for page in composer.pages() if page.exhibits or page.message != page.name]
    total = sum(1 + min(len(refs_of(exhibit)), MOST_ROWS) for page in pages for exhibit in page.exhibits)
    with writing_beside(path) as temporary:
        document = make_document(composer.language)
        describe(document.core_properties, document.part.package, composer, document_title(composer))
        text = _Text(composer, Body(document), Steps(progress, total))
        text.opening(pages)
        for page in pages:
            text.page(page)
            for exhibit in page.exhibits:
                guarded(partial(text.exhibit, page, exhibit), partial(text.body.paragraph, "BodyText"))
        text.sources()
        content = BytesIO()
        document.save(content)
        temporary.write_bytes(content.getvalue())
        text.steps.finish()


def document_title(composer: Composer) -> str:
    return tr("Briefing on {title}", title=composer.briefing.text("title", composer.language))


class _Text:
    """Writes the parts of the document in their order."""

    def __init__(self, composer: Composer, body: Body, steps: Steps) -> None:
        self.composer, self.body, self.steps = composer, body, steps
        self.citations = Citations(composer)

    def opening(self, pages: Sequence[Page]) -> None:
        """Title, what it is made from, the message of each page, and how to read the marks."""
        self.body.paragraph("Title", document_title(self.composer))
        self.body.paragraph("Subtitle", about_line(self.composer.briefing, self.composer.language))
        if self.composer.scope:
            self.body.paragraph("Subtitle", self.composer.scope)
        for page in pages:
            said = page.message if page.message != page.name else ""
            message = tr("; ").join(filter(None, (said, page.subtitle)))
            if message:
                words = tr("{name}: {parts}", name=page.name, parts=message)
                self.body.paragraph(
                    "BodyText", _ended(words), self.citations.numbers(reading.ref for reading in page.named)
                )
        self.body.paragraph(
            "BodyText",
            tr(
                "Figures are as their sources write them. Those marked derived are worked out from others, targets"
                " and forecasts have not been reached yet. Numbers in brackets lead to the citations at the end."
            ),
        )

    def page(self, page: Page) -> None:
        self.body.paragraph("Heading1", page.name)
        self._script(page.script)

    def exhibit(self, page: Page, exhibit: Exhibit) -> None:
        self.body.paragraph("Heading2", exhibit.title or page.name)
        self._script(exhibit.script)
        self.steps.take()
        for line in _lines(exhibit):
            self.body.paragraph("ListBullet", line)
        columns, rows, refs = _rows(self.composer, exhibit)
        if not rows:
            return
        proofs = refs_of(exhibit)
        if left := len(rows[MOST_ROWS:]):
            rows, refs = rows[:MOST_ROWS], refs[:MOST_ROWS]
            proofs = [ref for of_row in refs for ref in of_row]
        numbers = [self.citations.numbers(of_row) for of_row in refs]
        self.body.table(columns, rows, numbers, self.steps)
        if left:
            words = tr(
                "{count} more rows are not listed here; the XLSX workbook of this pack has all.", count=left
            )
            self.body.paragraph("BodyText", words)
        self.body.paragraph("SourceNote", self._source(exhibit, proofs))

    def _script(self, script: str) -> None:
        for part in script.split("\n"):
            if part.strip():
                self.body.paragraph("BodyText", part.strip())

    def _source(self, exhibit: Exhibit, proofs: Sequence[Ref]) -> str:
        """The footer of an exhibit: its sources, how many figures are derived, what has no source."""
        refs = list(dict.fromkeys((*proofs, *(reading.ref for reading in exhibit.named))))
        sourcing = sourcing_of(self.composer.evidence, refs, self.composer.language)
        numbers = self.citations.numbers(refs)
        parts = [tr("Source: {source}", source=tr(", ").join(note.head for note in sourcing.notes))]
        parts = parts if sourcing.notes else []
        if sourcing.derived:
            parts.append(tr("{count} derived", count=len(sourcing.derived)))
        parts += list(sourcing.parts())[len(sourcing.notes) + len(sourcing.derived) :]
        if numbers:
            parts.append(tr("see {numbers}", numbers=spanned(numbers)))
        return tr("; ").join(parts)

    def sources(self) -> None:
        """The list that explains the numbers; then the text is whole."""
        if self.citations.entries:
            self.body.paragraph("Heading1", tr("Sources"))
        for number, entry in enumerate(self.citations.entries, start=1):
            self.body.paragraph("CitationEntry", entry, bookmark=number)
        self.body.finish()


def _ended(text: str) -> str:
    return text if text[-1:] in "。！？.!?" else text + tr(".")


def _lines(exhibit: Exhibit) -> Iterator[str]:
    """What a structure says besides figures, or why there is none."""
    if isinstance(exhibit, Failed):
        yield exhibit.reason
    if isinstance(exhibit, Structure):
        if exhibit.core:
            yield tr("{name}: {parts}", name=exhibit.core, parts=tr(", ").join(exhibit.parts))
        if exhibit.open_group:
            yield exhibit.open_group


def _rows(composer: Composer, exhibit: Exhibit) -> _Rows:
    """The table of an exhibit: headings, rows, and the records of each row; the figures of its title come last."""
    if isinstance(exhibit, Timeline):
        return _timeline(composer, exhibit)
    if isinstance(exhibit, Listing):
        used = [n for n in range(len(exhibit.columns)) if n == 0 or any(row.cells[n] for row in exhibit.rows)]
        cells = [[row.cells[n] for n in used] for row in exhibit.rows]
        return [exhibit.columns[n] for n in used], cells, [[row.ref] for row in exhibit.rows]
    shown = {reading.ref: reading for reading in (*exhibit.named, *readings_in(exhibit))}
    drawn = dict.fromkeys(reading.ref for reading in readings_in(exhibit))
    readings = [shown[ref] for ref in (*drawn, *(ref for ref in shown if ref not in drawn))]
    columns = [tr("Item"), tr("Figure"), tr("Period"), tr("Status")]
    cells = [
        [_label(exhibit, r), figure_words(r, composer.language), r.period, state_word(r)] for r in readings
    ]
    return columns, cells, [[reading.ref] for reading in readings]


def _label(exhibit: Exhibit, reading: Reading) -> str:
    return reading.label if isinstance(exhibit, Cards) else labelled(reading)


def figure_words(reading: Reading, language: str) -> str:
    """The figure in its source's words, growth behind it."""
    words = spaced(reading.words, language)
    return tr("{stage} ({note})", stage=words, note=growth_words(reading)) if reading.growth else words


def _timeline(composer: Composer, exhibit: Timeline) -> _Rows:
    columns = [tr("Project"), tr("Milestone"), tr("Date"), tr("State"), tr("Note")]
    rows: list[list[str]] = []
    refs: list[list[Ref]] = []
    for lane in exhibit.lanes:
        for n, stage in enumerate(lane.stages):
            rows.append([lane.name, stage.name, _date(stage, composer.language), _state(stage), stage.note])
            refs.append([lane.ref, stage.ref] if n == 0 else [stage.ref])
        if not lane.stages:
            rows.append([lane.name, "", "", "", lane.caption])
            refs.append([lane.ref])
    return columns, rows, refs


def _date(stage: Stage, language: str) -> str:
    return word_date(stage.date, language) if stage.date else tr("no date given")


def _state(stage: Stage) -> str:
    return choice_word("done" if stage.done else "planned")
