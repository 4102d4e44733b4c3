"""The text of the table of shows with one show written or taken out; all other rows stay as they are, to the byte."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.briefing.records import Show, table_columns
from desktop.pack.files import PackError
from desktop.pack.tables import read_table
from desktop.pack.texts import decode, showable
from desktop.quantities.language import tr

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Form:
    """How a text file is written: with or without a byte order mark, its line ends."""

    encoding: str = "utf-8"
    line_end: str = "\n"

    @classmethod
    def of(cls, name: str, content: bytes) -> tuple[str, "Form"]:
        """The text of a file, and how it is to be written again; PackError where it is no text. GB18030 becomes UTF-8,
        as a pack has to be, with the mark by which spreadsheets know it."""
        text, is_utf8, _ = decode(name, content)
        encoding = "utf-8" if is_utf8 and not content.startswith(_BOM) else "utf-8-sig"
        return text, cls(encoding, "\r\n" if text.partition("\n")[0].endswith("\r") else "\n")

    def bytes_of(self, text: str) -> bytes:
        return text.encode(self.encoding)


@dataclass(frozen=True, slots=True)
class _Row:
    cells: list[str]
    text: str


class ShowTable:
    """The table as it is written; a row is its cells and its own text, line end included."""

    def __init__(self, text: str, line_end: str = "\n") -> None:
        self._line_end = line_end
        rows = list(_rows(text))
        self.header = [cell.strip() for cell in rows[0].cells] if rows else [c.name for c in _COLUMNS]
        self._head = rows[0].text if rows else self._line(self.header)
        self._body = rows[1:]

    @property
    def text(self) -> str:
        return self._ended(self._head) + "".join(self._ended(row.text) for row in self._body)

    @property
    def is_empty(self) -> bool:
        return not any(any(row.cells) for row in self._body)

    def remove(self, name: str) -> bool:
        """Take out the show `name`; False where there is none."""
        name = _clean(name)
        kept = [row for row in self._body if not self._is_of(row, name)]
        found = len(kept) < len(self._body)
        self._body = kept
        return found

    def rename(self, name: str, new: str) -> bool:
        """Call the show `name` `new`; False where there is none. PackError where `new` is the name of another one."""
        name, new = _clean(name), _clean(new)
        self._check([{"show": new, "position": "1", "panel": "cover"}])
        if new != name and any(self._is_of(row, new) for row in self._body):
            raise PackError(tr("The pack holds a show “{name}” already.", name=new))
        found = any(self._is_of(row, name) for row in self._body)
        self._body = [self._called(row, new) if self._is_of(row, name) else row for row in self._body]
        return found

    def _called(self, row: _Row, name: str) -> _Row:
        return self._row({**dict(zip(self.header, row.cells, strict=False)), "show": name})

    def put(self, name: str, shows: Sequence[Show]) -> None:
        """Write the show `name` in the place of the one that has its name, or at the end. PackError where the loader
        would not read it again."""
        name = _clean(name)
        cells = [_cells(name, show) for show in shows]
        self._check(cells)
        self._widen(column for of_show in cells for column, cell in of_show.items() if cell)
        places = (n for n, row in enumerate(self._body) if self._is_of(row, name))
        at = next(places, len(self._body))
        self.remove(name)
        self._body[at:at] = [self._row(of_show) for of_show in cells]

    def _check(self, rows: Sequence[Mapping[str, str]]) -> None:
        header = list(dict.fromkeys(column for row in rows for column in row))
        text = "".join(map(self._line, [header, *([row.get(c, "") for c in header] for row in rows)]))
        _, faults = read_table(Show.table, text)
        if faults:
            raise PackError(tr("The show cannot be written: {reason}", reason=faults[0].message))

    def _widen(self, columns: Iterable[str]) -> None:
        missing = [column for column in dict.fromkeys(columns) if column not in self.header]
        if not missing:
            return
        self.header += missing
        self._head = self._longer(self._head, "," + ",".join(missing))
        self._body = [
            _Row([*row.cells, *("" for _ in missing)], self._longer(row.text, "," * len(missing)))
            for row in self._body
            if any(row.cells)
        ]

    def _longer(self, text: str, more: str) -> str:
        return text.rstrip("\r\n") + more + self._line_end

    def _is_of(self, row: _Row, name: str) -> bool:
        if "show" not in self.header:
            return False
        at = self.header.index("show")
        return at < len(row.cells) and _clean(row.cells[at]) == name

    def _row(self, cells: Mapping[str, str]) -> _Row:
        values = [cells.get(column, "") for column in self.header]
        return _Row(values, self._line(values))

    def _line(self, cells: Sequence[str]) -> str:
        stream = io.StringIO(newline="")
        csv.writer(stream, lineterminator=self._line_end).writerow(cells)
        return stream.getvalue()

    def _ended(self, text: str) -> str:
        return text if text.endswith(("\n", "\r")) else text + self._line_end


_COLUMNS = table_columns(Show.table)


def _rows(text: str) -> Iterable[_Row]:
    lines = list(io.StringIO(text, newline=""))
    reader, start = csv.reader(lines), 0
    try:
        for cells in reader:
            yield _Row(cells, "".join(lines[start : reader.line_num]))
            start = reader.line_num
    except csv.Error as error:
        raise PackError(tr("the table cannot be read: {reason}", reason=error)) from None


def _cells(name: str, show: Show) -> dict[str, str]:
    cells = {
        "show": name,
        "position": str(show.position),
        "panel": show.panel,
        "hidden": "true" if show.hidden else "",
        "minutes": "" if show.minutes is None else f"{show.minutes:f}",
        "script": show.script,
        **show.twins,
    }
    return {column: _clean(cell) for column, cell in cells.items()}


def _clean(cell: str) -> str:
    """The cell as a file can hold it and the loader gives it back: lines end alike, nothing around it, nothing that
    cannot be shown."""
    text = cell.replace("\r\n", "\n").replace("\r", "\n").encode("utf-8", "replace").decode()
    return showable(text).strip()
