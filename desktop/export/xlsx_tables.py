"""A table of the pack as a sheet: typed cells, drop-downs, the wording of figures, a column of citations."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from desktop.briefing.columns import LANGUAGES, Column
from desktop.briefing.language import tr
from desktop.briefing.records import Figure, Record, Ref, table_columns
from desktop.exhibits.readings import spaced
from desktop.export.steps import Steps
from desktop.export.words import choice_word, citation
from desktop.export.xlsx_sheets import Book, Grid

SPARE_ROWS = 200
"""Rows below the last one that have the drop-downs too, for what is added by hand."""
MOST_LIST = 255
"""Characters that a drop-down list may hold in itself."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A column of the sheet: its heading, and how a record fills its cell in."""

    title: str
    write: Callable[[Grid, int, int, Record], None]
    column: Column | None = None


def write_table(book: Book, table: str, sheets: Mapping[str, Worksheet], steps: Steps) -> None:
    """Fill the sheet of `table`. Row 1 is the header, so that rows count as they do in the pack's own file."""
    records = book.composer.briefing.tables[table]
    fields = [*_columns(book, table), *_proofs(book, table)]
    printed = len(fields)
    fields.extend(_twins(book, table))
    grid = Grid(book, sheets[table])
    grid.header([field.title for field in fields])
    for row, record in enumerate(records, start=1):
        for place, field in enumerate(fields):
            field.write(grid, row, place, record)
        steps.take()
    for place, field in enumerate(fields):
        if field.column is not None:
            _drop_down(book, grid, place, field.column, len(records), sheets)
    grid.finish(len(records))
    grid.sheet.print_area(0, 0, len(records), printed - 1)


def _title(book: Book, column: Column) -> str:
    return column.title if book.composer.language == "zh" else column.name


def _columns(book: Book, table: str) -> Iterator[_Field]:
    """The pack's own columns."""
    for column in table_columns(table):
        yield _Field(_title(book, column), _writer(column), column)


def _twins(book: Book, table: str) -> Iterator[_Field]:
    """The texts in other languages, as far as the table holds any; on the screen only, since paper is narrow."""
    records = book.composer.briefing.tables[table]
    known = {name for record in records for name, text in record.twins.items() if text}
    for column in table_columns(table):
        for language in LANGUAGES:
            if f"{column.name}_{language}" in known:
                title = f"{_title(book, column)} ({language})"
                yield _Field(title, _twin_writer(f"{column.name}_{language}"))


def _writer(column: Column) -> Callable[[Grid, int, int, Record], None]:
    write = _CELLS[column.kind]

    def cell(grid: Grid, row: int, place: int, record: Record) -> None:
        value = getattr(record, column.name)
        if value is not None:
            write(grid, row, place, value)

    return cell


def _twin_writer(name: str) -> Callable[[Grid, int, int, Record], None]:
    return lambda grid, row, place, record: grid.string(row, place, record.twins.get(name, ""))


def _text(grid: Grid, row: int, place: int, value: Any) -> None:
    grid.string(row, place, str(value))


_CELLS: Mapping[str, Callable[[Grid, int, int, Any], None]] = {
    "text": _text,
    "identifier": _text,
    "unit": _text,
    "choice": lambda grid, row, place, value: grid.string(row, place, choice_word(value)),
    "decimal": lambda grid, row, place, value: grid.number(row, place, value),
    "integer": lambda grid, row, place, value: grid.number(row, place, value),
    "flag": lambda grid, row, place, value: grid.flag(row, place, value),
    "date": lambda grid, row, place, value: grid.string(row, place, value.text),
}


def _proofs(book: Book, table: str) -> Iterator[_Field]:
    """What the pack does not say itself: a figure in words, and what proves each record."""
    composer = book.composer

    def wording(grid: Grid, row: int, place: int, record: Record) -> None:
        reading = composer.readings.of(str(getattr(record, "id", "")))
        if reading and reading.words.number:
            grid.string(row, place, spaced(reading.words, composer.language))

    def proof(grid: Grid, row: int, place: int, record: Record) -> None:
        grid.string(row, place, citation(composer, Ref(table, row - 1)))

    if table == Figure.table:
        yield _Field(tr("Wording"), wording)
    if any(column.name == "quote" for column in table_columns(table)):
        yield _Field(tr("Citation"), proof)


def _drop_down(
    book: Book, grid: Grid, place: int, column: Column, rows: int, sheets: Mapping[str, Worksheet]
) -> None:
    """A list to choose from: the choices of the column, or the ids of the table that it refers to."""
    source: list[str] | str | None = None
    if column.choices:
        source = [choice_word(choice) for choice in column.choices]
        if len(",".join(source)) > MOST_LIST:
            return
    elif column.refers in sheets:
        last = len(book.composer.briefing.tables[column.refers]) + 1 + SPARE_ROWS
        letter = xl_col_to_name(0)
        source = f"='{sheets[column.refers].get_name()}'!${letter}$2:${letter}${last}"
    if source:
        options = {"validate": "list", "source": source, "ignore_blank": not column.required}
        grid.sheet.data_validation(1, place, rows + SPARE_ROWS, place, options)
