"""What a column of a pack's table may hold: one declaration serves reading, checking and the Table Schema."""

import re
from collections.abc import Callable, Mapping
from dataclasses import Field, field
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple

from desktop.quantities.dates import DateError, EdtfDate, parse_date
from desktop.quantities.language import tr
from desktop.quantities.spellings import is_mangled_date
from desktop.quantities.units import UnitError, unit

LANGUAGES = ("en", "ja")
MOST_DIGITS = 30

_DECIMAL = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
_INTEGER = re.compile(r"\d{1,9}", re.ASCII)
_IDENTIFIER = re.compile(r"[^\s,;+/\\{}]{1,100}")


class ColumnError(ValueError):
    """A cell that its column refuses: what is wrong and what would be right, in words."""


def _text(cell: str, _: "Column") -> str:
    return cell


def _identifier(cell: str, _: "Column") -> str:
    if not _IDENTIFIER.fullmatch(cell):
        raise ColumnError(
            tr("“{cell}” is no id: letters, digits, “_” and “-” only, without spaces", cell=cell[:40])
        )
    return cell


def _choice(cell: str, column: "Column") -> str:
    if cell not in column.choices:
        raise ColumnError(
            tr(
                "“{cell}” is not known here; one of: {choices}",
                cell=cell[:40],
                choices=", ".join(column.choices),
            )
        )
    return cell


def _decimal(cell: str, _: "Column") -> Decimal:
    if not _DECIMAL.fullmatch(cell) or len(cell) > MOST_DIGITS:
        raise ColumnError(
            tr(
                "“{cell}” is no plain number; write digits and a decimal point only, e.g. 1.66",
                cell=cell[:40],
            )
        )
    return Decimal(cell)


def _integer(cell: str, _: "Column") -> int:
    if not _INTEGER.fullmatch(cell):
        raise ColumnError(tr("“{cell}” is no whole number; e.g. 3", cell=cell[:40]))
    return int(cell)


def _flag(cell: str, _: "Column") -> bool:
    if cell.lower() not in ("true", "false", "1", "0"):
        raise ColumnError(tr("“{cell}” is neither true nor false", cell=cell[:40]))
    return cell.lower() in ("true", "1")


@lru_cache(maxsize=4096)
def _parsed(cell: str) -> EdtfDate:
    return parse_date(cell)


def _date(cell: str, _: "Column") -> EdtfDate:
    try:
        return _parsed(cell)
    except DateError as error:
        if is_mangled_date(cell):
            message = tr(
                "a spreadsheet made “{cell}” of a date; format the column as text in Excel or WPS, then write the date "
                "again, e.g. 2024-06",
                cell=cell,
            )
            raise ColumnError(message) from None
        raise ColumnError(str(error)) from None


def _unit(cell: str, _: "Column") -> str:
    try:
        return unit(cell).symbol
    except UnitError as error:
        raise ColumnError(str(error)) from None


_READERS: Mapping[str, Callable[[str, "Column"], Any]] = {
    "text": _text,
    "identifier": _identifier,
    "choice": _choice,
    "decimal": _decimal,
    "integer": _integer,
    "flag": _flag,
    "date": _date,
    "unit": _unit,
}


class Column(NamedTuple):
    """One column: its name, its title in Chinese, its kind (a key of the readers above).

    `choices` are the words a choice may take; `refers` names the table whose ids are meant;
    a `translated` column may have twins such as name_en; `empty` is the value of an empty cell.
    """

    name: str
    title: str
    kind: str = "text"
    required: bool = False
    choices: tuple[str, ...] = ()
    refers: str = ""
    translated: bool = False
    empty: Any = ""
    least: Decimal | None = None
    most: Decimal | None = None

    def read(self, cell: str) -> Any:
        """The typed value of a cell that is not empty; ColumnError where it is refused."""
        value = _READERS[self.kind](cell, self)
        if (self.least is not None and value < self.least) or (self.most is not None and value > self.most):
            raise ColumnError(
                tr("{cell} is out of range; {least} to {most}", cell=cell, least=self.least, most=self.most)
            )
        return value


_EMPTY: Mapping[str, Any] = {"text": "", "identifier": "", "choice": "", "flag": False, "unit": ""}


def column(title: str, kind: str = "text", *, default: Any = None, **more: Any) -> Any:
    """A dataclass field that is a column; an empty cell reads as `default`, or as the kind's own emptiness."""
    spec = {"title": title, "kind": kind, **more}
    return field(default=_EMPTY.get(kind) if default is None else default, metadata={"column": spec})


def columns_of(fields: tuple[Field[Any], ...]) -> tuple[Column, ...]:
    """The columns that a record type declares, in order."""
    return tuple(
        Column(name=f.name, empty=f.default, **f.metadata["column"]) for f in fields if "column" in f.metadata
    )
