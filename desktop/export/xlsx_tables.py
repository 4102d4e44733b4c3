"""A table of the pack as a sheet: typed cells, drop-downs, the wording of figures, a column of citations."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import cast

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from desktop.briefing.columns import LANGUAGES, Column
from desktop.briefing.guard import guarded
from desktop.briefing.records import Figure, Record, Ref, table_columns
from desktop.exhibits.readings import spaced
from desktop.export.steps import Steps
from desktop.export.words import choice_word, citation
from desktop.export.xlsx_sheets import Book, Cell, Grid
from desktop.quantities.language import tr

SPARE_ROWS = 200
"""Rows below the last one that have the drop-downs too, for what is added by hand."""
MOST_LIST = 255
"""Characters that a drop-down list may hold in itself."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A column of the sheet: its heading, and what stands in it for the record of a row, counted from 0."""

    title: str
    cell: Callable[[int, Record], Cell]
    column: Column | None = None


def write_table(book: Book, table: str, sheets: Mapping[str, Worksheet], steps: Steps) -> None:
    """Fill the sheet of `table`. Row 1 is the header, so that rows count as they do in the pack's own file."""
    records = book.composer.briefing.tables[table]
    fields = [*_columns(book, table), *_proofs(book, table)]
    printed = len(fields)
    fields.extend(_twins(book, table))
    grid = Grid(book, sheets[table])

    def cells(row: int) -> list[Cell]:
        return [guarded(partial(field.cell, row, records[row]), str) for field in fields]

    grid.table([field.title for field in fields], len(records), cells, steps.take)
    for place, field in enumerate(fields):
        if field.column is not None:
            _drop_down(book, grid, place, field.column, len(records), sheets)
    grid.sheet.print_area(0, 0, len(records), printed - 1)


def _title(book: Book, column: Column) -> str:
    return column.title if book.composer.language == "zh" else column.name


def _columns(book: Book, table: str) -> Iterator[_Field]:
    """The pack's own columns."""
    for column in table_columns(table):
        yield _Field(_title(book, column), partial(_cell, column), column)


def _twins(book: Book, table: str) -> Iterator[_Field]:
    """The texts in other languages, as far as the table holds any; on the screen only, since paper is narrow."""
    records = book.composer.briefing.tables[table]
    known = {name for record in records for name, text in record.twins.items() if text}
    for column in table_columns(table):
        for language in LANGUAGES:
            if f"{column.name}_{language}" in known:
                title = f"{_title(book, column)} ({language})"
                yield _Field(title, partial(_twin, f"{column.name}_{language}"))


def _cell(column: Column, row: int, record: Record) -> Cell:
    value = getattr(record, column.name)
    if value is None or column.kind in ("decimal", "integer", "flag"):
        return cast(Cell, value)
    if column.kind == "choice":
        return choice_word(value)
    return str(value.text if column.kind == "date" else value)


def _twin(name: str, row: int, record: Record) -> Cell:
    return record.twins.get(name)


def _proofs(book: Book, table: str) -> Iterator[_Field]:
    """What the pack does not say itself: a figure in words, and what proves each record."""
    composer = book.composer

    def wording(row: int, record: Record) -> Cell:
        reading = composer.readings.of(str(getattr(record, "id", "")))
        return spaced(reading.words, composer.language) if reading and reading.words.number else None

    def proof(row: int, record: Record) -> Cell:
        return citation(composer, Ref(table, row))

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
