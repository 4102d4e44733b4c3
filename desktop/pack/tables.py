"""One CSV table ↔ typed records, with every fault in it."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from desktop.briefing.checks import FIRST_ROW, Fault, Rows
from desktop.briefing.columns import LANGUAGES, Column, ColumnError
from desktop.briefing.records import NO_TWINS, RECORD_TYPES, Record, table_columns
from desktop.quantities.language import tr
from desktop.quantities.spellings import KINDS, plain_spelling

MOST_ROWS = 200_000
MOST_CELL = 10_000
MOST_COLUMNS = 100
BLOCK = 1000
"""Rows that are read in one go."""
MOST_FAULTS = 500
"""A list of faults longer than this helps nobody; a last line says that there are more."""


class Reading(NamedTuple):
    """What could be read of a table. Cells that could not are empty in the records, and among the faults."""

    records: tuple[Record, ...]
    rows: Rows
    faults: list[Fault]
    notices: Sequence[str] = ()


def read_table(table: str, text: str) -> tuple[tuple[Record, ...], list[Fault]]:
    """The records of a table; none of them where there is any fault."""
    reading = read_rows(table, text)
    return () if reading.faults else reading.records, reading.faults


def read_rows(table: str, text: str) -> Reading:
    """The records of a table as far as they can be read, with every fault."""
    faults: list[Fault] = []
    body = _body(table, text, faults)
    place = _Place(table, body.numbers, faults)
    columns = [_typed(place, column, body.cells.get(column.name)) for column in table_columns(table)]
    named = {column.name for column in table_columns(table)}
    twins = list(_twins(place, {name: cells for name, cells in body.cells.items() if name not in named}))
    if len(faults) >= MOST_FAULTS or not body.numbers:
        return Reading((), Rows(is_partial=bool(faults)), faults)
    build = RECORD_TYPES[table]
    if twins:
        records = tuple(build(*values, twins=twin) for *values, twin in zip(*columns, twins, strict=True))
    else:
        records = tuple(map(build, *columns))
    return Reading(records, _rows_of(body, faults), faults, place.notices)


def _rows_of(body: "_Body", faults: Sequence[Fault]) -> Rows:
    wrong = {fault.row for fault in faults}
    if not wrong and body.numbers[-1] == len(body.numbers) - 1:
        return Rows()
    numbers = [number + FIRST_ROW for number in body.numbers]
    everything = not wrong.isdisjoint(
        (0, 1)
    )  # with a fault in the header, no row can be told to lack something
    doubtful = {place for place, number in enumerate(numbers) if everything or number in wrong}
    return Rows(numbers, doubtful, body.is_partial)


class _Body(NamedTuple):
    numbers: list[int]  # of the rows that are not empty, the first below the header being 0
    cells: dict[str, list[str]]  # theirs, by the name of the column; none where there is no such row
    is_partial: bool = False  # whether rows, or the ids of all of them, are missing


def _body(table: str, text: str, faults: list[Fault]) -> _Body:
    """All cells of a table, and what is wrong with their order among `faults`; of a row that has not as many as the
    header only the id counts. Rows are taken a block at a time and become columns at once, since to read, turn or
    drop all of them in one go would hold the interpreter."""
    rows = _rows(table, text, faults)
    header = [cell.strip() for cell in next(rows, ())]
    if not header:
        if not faults:
            faults.append(Fault(table, 1, "", tr("the table has no header row")))
        return _Body([], {}, is_partial=True)
    faults.extend(_header_faults(table, header))
    if len(header) > MOST_COLUMNS:
        return _Body([], {}, is_partial=True)
    places = {name: place for place, name in reversed(list(enumerate(header)))}
    body, count = _Body([], {name: [] for name in places}), 0
    while len(faults) < MOST_FAULTS and (block := list(islice(rows, BLOCK))):
        kept = [n for n, row in enumerate(block) if any(row)]
        ragged = list(_ragged(table, header, [(n + count, block[n]) for n in kept]))
        faults.extend(ragged)
        for fault in ragged:
            _keep_id(block, fault.row - FIRST_ROW - count, places.get("id"), len(header))
        body.numbers.extend([n + count for n in kept])
        for name, column in body.cells.items():
            column.extend([block[row][places[name]] for row in kept])
        count += len(block)
        if count > MOST_ROWS:
            message = tr("the table has more than {most} rows; split the pack", most=MOST_ROWS)
            faults[:] = [Fault(table, 0, "", message)]
            return _Body([], {}, is_partial=True)
    broken_off = any(fault.row > count + 1 for fault in faults)
    lacks_ids = "id" not in places and any(column.name == "id" for column in table_columns(table))
    del faults[MOST_FAULTS:]
    return _Body(body.numbers, body.cells if body.numbers else {}, broken_off or lacks_ids)


def _keep_id(block: list[list[str]], row: int, place: int | None, wide: int) -> None:
    """Empty the cells of a ragged row, but for its id."""
    cells = block[row]
    block[row] = [cells[n] if n == place and n < len(cells) else "" for n in range(wide)]


def _rows(table: str, text: str, faults: list[Fault]) -> Iterator[list[str]]:
    """The rows of a table; a quotation mark that is left open, and would swallow what follows, is a fault."""
    csv.field_size_limit(max(csv.field_size_limit(), len(text) + 1))
    row = 0
    try:
        reader = csv.reader(io.StringIO(text, newline=""), strict=True)
        for row, cells in enumerate(reader, start=1):  # noqa: B007 (wanted where it breaks off)
            yield cells
    except csv.Error:
        message = tr(
            'the quotation marks of a cell in this row do not pair; put every “"” within a quoted cell twice'
        )
        faults.append(Fault(table, row + 1, "", message))


def _ragged(table: str, header: list[str], rows: list[tuple[int, list[str]]]) -> Iterator[Fault]:
    """A fault for each row that has not as many cells as the header."""
    for number, row in rows:
        if len(row) != len(header):
            message = tr("the row has {found} cells, the header {wanted}", found=len(row), wanted=len(header))
            yield Fault(table, number + FIRST_ROW, "", message)


def known_columns(table: str) -> set[str]:
    """The names of all columns that a table may have, twins too."""
    columns = table_columns(table)
    return {c.name for c in columns} | {f"{c.name}_{x}" for c in columns if c.translated for x in LANGUAGES}


def _header_faults(table: str, header: list[str]) -> Iterator[Fault]:
    columns = table_columns(table)
    known = known_columns(table)
    if len(header) > MOST_COLUMNS:
        yield Fault(table, 1, "", tr("the table has more than {most} columns", most=MOST_COLUMNS))
        return
    for name in header:
        if name not in known:
            from difflib import get_close_matches

            near = get_close_matches(name[:50], known, 1)
            wanted = near[0] if near else ", ".join(c.name for c in columns)
            message = tr(
                "the column “{name}” is not known here; perhaps: {wanted}", name=name[:40], wanted=wanted
            )
            yield Fault(table, 1, name[:40], message)
        elif header.count(name) > 1:
            yield Fault(table, 1, name, tr("the column “{name}” stands there twice", name=name))
    for column in columns:
        if column.required and column.name not in header:
            yield Fault(table, 1, column.name, tr("the column “{name}” is missing", name=column.name))


class _Place:
    """Where the cells of a table stand, and where their faults go; a row that is ragged has its fault already."""

    def __init__(self, table: str, numbers: Sequence[int], faults: list[Fault]) -> None:
        self.table = table
        self.numbers = numbers
        self.faults = faults
        self.notices: list[str] = []
        self._ragged = {fault.row for fault in faults}

    def fault(self, index: int, column: str, message: str) -> None:
        row = self.numbers[index] + FIRST_ROW
        if len(self.faults) < MOST_FAULTS and row not in self._ragged:
            self.faults.append(Fault(self.table, row, column, message))

    def respelt(self, index: int, column: str, cells: Mapping[str, str]) -> None:
        """Say what cells of a column were taken for, the first of which stands at `index`."""
        cell, plain = next(iter(cells.items()))
        told = {"table": self.table, "row": self.numbers[index] + FIRST_ROW, "column": column}
        if len(cells) == 1:
            notice = tr(
                "{table}.csv, row {row}, {column}: “{cell}” was read as {plain}.",
                **told,
                cell=cell,
                plain=plain,
            )
        else:
            notice = tr(
                "{table}.csv, row {row}, {column}: “{cell}” was read as {plain}, and {count} more spellings likewise.",
                **told,
                cell=cell,
                plain=plain,
                count=len(cells) - 1,
            )
        self.notices.append(notice)


def _stripped(place: _Place, name: str, cells: Sequence[str]) -> list[str]:
    if max(map(len, cells)) > MOST_CELL:
        message = tr("the cell is longer than {most} characters; shorten it", most=MOST_CELL)
        for index, cell in enumerate(cells):
            if len(cell) > MOST_CELL:
                place.fault(index, name, message)
    return [cell.strip() for cell in cells]


def _typed(place: _Place, column: Column, cells: Sequence[str] | None) -> Sequence[Any]:
    """The typed values of a column, each row's emptiness where the table does not have it."""
    if cells is None:
        return [column.empty] * len(place.numbers)
    stripped = _stripped(place, column.name, cells)
    if column.required and "" in stripped:
        for index, cell in enumerate(stripped):
            if not cell:
                place.fault(
                    index,
                    column.name,
                    tr("the cell is empty; {name} is needed in every row", name=column.name),
                )
    return stripped if column.kind == "text" else list(_read_all(place, column, stripped))


def _read_all(place: _Place, column: Column, cells: Sequence[str]) -> Iterator[Any]:
    known: dict[str, Any] = {"": column.empty}
    wrong: dict[str, str] = {}
    respelt: dict[str, str] = {}
    first = 0
    for index, cell in enumerate(cells):
        if len(place.faults) >= MOST_FAULTS:
            return  # the table is refused, and each cell that is wrong costs time
        if cell not in known:
            try:
                known[cell], plain = _read(column, cell)
            except ColumnError as error:
                known[cell], wrong[cell] = column.empty, str(error)
            else:
                if plain != cell:
                    first = first if respelt else index
                    respelt[cell] = plain
        if cell in wrong:
            place.fault(index, column.name, wrong[cell])
        yield known[cell]
    if respelt:
        place.respelt(first, column.name, respelt)


def _read(column: Column, cell: str) -> tuple[Any, str]:
    """The typed value of a cell, and the spelling that was read."""
    try:
        return column.read(cell), cell
    except ColumnError:
        plain = plain_spelling(cell, column.kind) if column.kind in KINDS else cell
        if plain == cell:
            raise
        try:
            return column.read(plain), plain
        except ColumnError:
            pass
        raise


def _twins(place: _Place, cells: Mapping[str, Sequence[str]]) -> Iterator[Any]:
    """For each row its texts in other languages."""
    names = [n for n in cells if n.rpartition("_")[2] in LANGUAGES]
    if not names:
        return
    columns = [_stripped(place, name, cells[name]) for name in names]
    for values in zip(*columns, strict=True):
        yield {n: v for n, v in zip(names, values, strict=True) if v} or NO_TWINS
