"""One CSV table ↔ typed records, with every fault in it."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from desktop.briefing.checks import FIRST_ROW, Fault
from desktop.briefing.columns import LANGUAGES, Column, ColumnError
from desktop.briefing.language import tr
from desktop.briefing.records import NO_TWINS, RECORD_TYPES, Record, table_columns
from desktop.pack.files import PackError

MOST_ROWS = 200_000
MOST_CELL = 10_000
MOST_COLUMNS = 100
BLOCK = 1000
"""Rows that are read in one go."""
MOST_FAULTS = 500
"""A list of faults longer than this helps nobody; a last line says that there are more."""


def decode(name: str, content: bytes) -> tuple[str, str]:
    """The text of a file, and a notice where it is not UTF-8 but GB18030; PackError where it is neither."""
    if b"\0" in content:
        raise PackError(tr("“{path}” holds NUL bytes, so it is no text; save it as CSV UTF-8", path=name))
    try:
        return content.decode("utf-8-sig"), ""
    except UnicodeDecodeError:
        pass
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        raise PackError(
            tr("“{path}” is neither UTF-8 nor GB18030; save it as CSV UTF-8", path=name)
        ) from None
    return text, tr("“{path}” is not UTF-8; it was read as GB18030.", path=name)


def read_table(table: str, text: str) -> tuple[tuple[Record, ...], list[Fault]]:
    """The records of a table; none of them where there is any fault."""
    faults: list[Fault] = []
    body = _body(table, text, faults)
    if faults:
        return (), faults
    place = _Place(table, body.numbers, faults)
    columns = [_typed(place, column, body.cells.pop(column.name, None)) for column in table_columns(table)]
    twins = list(_twins(place, body.cells))
    if faults:
        return (), faults
    build = RECORD_TYPES[table]
    if not twins:
        return tuple(map(build, *columns)), []
    return tuple(build(*values, twins=twin) for *values, twin in zip(*columns, twins, strict=True)), []


class _Body(NamedTuple):
    numbers: list[int]  # of the rows that are not empty, the first below the header being 0
    cells: dict[str, list[str]]  # theirs, by the name of the column; none where there is no such row


def _body(table: str, text: str, faults: list[Fault]) -> _Body:
    """All cells of a table, or what keeps them from being read among `faults`. Rows are taken a block at a time
    and become columns at once, since to read, turn or drop all of them in one go would hold the interpreter."""
    rows = _rows(table, text, faults)
    header = [cell.strip() for cell in next(rows, ())]
    if not header and not faults:
        faults.append(Fault(table, 1, "", tr("the table has no header row")))
    faults.extend(_header_faults(table, header) if header else ())
    body, count = _Body([], {name: [] for name in header}), 0
    while len(faults) < MOST_FAULTS and (block := list(islice(rows, BLOCK))):
        kept = [n for n, row in enumerate(block) if any(row)]
        faults.extend(_ragged(table, header, [(n + count, block[n]) for n in kept]))
        if not faults:
            body.numbers.extend([n + count for n in kept])
            for n, column in enumerate(body.cells.values()):
                column.extend([block[row][n] for row in kept])
        count += len(block)
        if count > MOST_ROWS:
            message = tr("the table has more than {most} rows; split the pack", most=MOST_ROWS)
            faults[:] = [Fault(table, 0, "", message)]
            break
    del faults[MOST_FAULTS:]
    return body if body.numbers else _Body([], {})


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


def _header_faults(table: str, header: list[str]) -> Iterator[Fault]:
    columns = table_columns(table)
    known = {c.name for c in columns} | {f"{c.name}_{x}" for c in columns if c.translated for x in LANGUAGES}
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
    """Where the cells of a table stand, and where their faults go."""

    def __init__(self, table: str, numbers: Sequence[int], faults: list[Fault]) -> None:
        self.table = table
        self.numbers = numbers
        self.faults = faults

    def fault(self, index: int, column: str, message: str) -> None:
        if len(self.faults) < MOST_FAULTS:
            self.faults.append(Fault(self.table, self.numbers[index] + FIRST_ROW, column, message))


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
    for index, cell in enumerate(cells):
        if len(place.faults) >= MOST_FAULTS:
            return  # the table is refused, and each cell that is wrong costs time
        if cell not in known:
            try:
                known[cell] = column.read(cell)
            except ColumnError as error:
                known[cell], wrong[cell] = column.empty, str(error)
        if cell in wrong:
            place.fault(index, column.name, wrong[cell])
        yield known[cell]


def _twins(place: _Place, cells: Mapping[str, Sequence[str]]) -> Iterator[Any]:
    """For each row its texts in other languages."""
    names = [n for n in cells if n.rpartition("_")[2] in LANGUAGES]
    if not names:
        return
    columns = [_stripped(place, name, cells[name]) for name in names]
    for values in zip(*columns, strict=True):
        yield {n: v for n, v in zip(names, values, strict=True) if v} or NO_TWINS
