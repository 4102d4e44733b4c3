"""A workbook: what the file is, the native charts, a sheet for each table of the pack, the findings of a check."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import gettempdir

from xlsxwriter import Workbook

from desktop.briefing.citations import tally
from desktop.briefing.findings import mismatches, noticed
from desktop.briefing.records import RECORD_TYPES
from desktop.charts.theme import OFFICE_FONTS, SHEET_TYPE
from desktop.disk.beside import working_folder, writing_beside
from desktop.exhibits.compose import Composer
from desktop.export.properties import AUTHOR, now, pack_line
from desktop.export.steps import Steps
from desktop.export.words import LANGUAGE_TAGS, TABLE_NAMES, about, clean
from desktop.export.xlsx_charts import write_charts
from desktop.export.xlsx_sheets import Book, Cell, Grid
from desktop.export.xlsx_tables import write_table
from desktop.quantities.language import tr

_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": OFFICE_FONTS[1], "font_size": SHEET_TYPE},
}


def write_xlsx(composer: Composer, path: Path, progress: Callable[[int, int], None]) -> None:
    """Write the pack as a workbook. `progress` is told the records done and in all; what it raises cancels.
    OSError where the file cannot be written."""
    tables = [table for table in RECORD_TYPES if composer.briefing.tables.get(table)]
    total = sum(len(composer.briefing.tables[table]) for table in tables)
    content = BytesIO()
    with writing_beside(path) as temporary, working_folder(Path(gettempdir())) as parts:
        steps = Steps(progress, total)
        book = Book(Workbook(content, {**_OPTIONS, "tmpdir": str(parts)}), composer)
        try:
            _properties(book)
            _about(book)
            write_charts(book)
            sheets = {table: book.long_sheet(tr(TABLE_NAMES[table])) for table in tables}
            for table in tables:
                write_table(book, table, sheets, steps)
            _findings(book)
            book.close()
        finally:
            book.release()
        temporary.write_bytes(content.getvalue())
        steps.finish()


def _properties(book: Book) -> None:
    composer = book.composer
    briefing, language = composer.briefing, composer.language
    book.workbook.set_properties(
        {
            "title": clean(briefing.text("title", language)),
            "subject": pack_line(briefing, language),
            "comments": pack_line(briefing, language),
            "author": AUTHOR,
            "created": now(),
        }
    )
    for name, value in (
        ("As of", briefing.as_of.text if briefing.as_of else ""),
        ("Pack version", briefing.version),
        ("Language", LANGUAGE_TAGS.get(language, language)),
    ):
        if value:
            book.workbook.set_custom_property(name, value, "text")


def _about(book: Book) -> None:
    """The first sheet: what the file is, how well it is proved, and what its signs mean."""
    composer = book.composer
    sheet = book.sheet(tr("About this file"))
    rows = list(about(composer.briefing, composer.language))
    counts = {str(verdict): count for verdict, count in tally(composer.evidence).items()}
    rows.append(
        (
            tr("Citations"),
            tr(
                "{figures} figures: {proved} proved, {proved_but} proved in part, {derived} derived, {unsourced} without a source, {mismatched} not matching their source",
                figures=len(composer.briefing.figures),
                **counts,
            ),
        )
    )
    rows.append(
        (tr("Figures"), tr("As their sources write them; nothing is rounded. “Wording” is the source's."))
    )
    rows.append((tr("What"), tr("The whole pack: filters, pages and shows leave nothing out of a workbook.")))
    rows.append((tr("Derived"), tr("Worked out from other figures; the formula stands beside it.")))
    rows.append(
        (tr("Dates"), tr("EDTF (ISO 8601-2): 2024-12~ about, 2025-03? uncertain, ../2024-10 not later than"))
    )
    sheet.write_string(0, 0, clean(rows[0][1]), book.title)
    for row, (name, value) in enumerate(rows[1:], start=1):
        sheet.write_string(row, 0, name, book.name)
        sheet.write_string(row, 1, clean(value), book.text)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 96)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _findings(book: Book) -> None:
    """The last sheet: what a check finds, first what is wrong, then what is worth a look."""
    evidence = book.composer.evidence
    found = [
        (tr(TABLE_NAMES[fault.table]) if fault.table else "", fault.row or "", fault.column, fault.message)
        for fault in (*mismatches(evidence), *noticed(evidence, patient=False))
    ]
    grid = Grid(book, book.sheet(tr("Findings")))
    titles = [tr("Table"), tr("Row"), tr("Column"), tr("Finding")]
    rows: Sequence[Sequence[Cell]] = found or [(tr("No faults."),)]
    grid.table(titles, len(rows), rows.__getitem__)
