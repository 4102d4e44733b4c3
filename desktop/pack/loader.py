"""A pack on disk → a briefing, or all of its faults."""

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

from desktop.briefing.briefing import Briefing
from desktop.briefing.checks import Fault, Loaded, Rows, cross_check, one_line
from desktop.briefing.columns import Column, ColumnError
from desktop.briefing.guard import guarded
from desktop.briefing.records import RECORD_TYPES, Record, Source
from desktop.pack import files as limits
from desktop.pack.files import DESCRIPTOR, Folder, PackError, PackFiles, check_total, is_part, readable, shown
from desktop.pack.tables import MOST_FAULTS, read_rows
from desktop.pack.texts import decode, decode_document, is_line, whole_letters
from desktop.quantities.dates import EdtfDate
from desktop.quantities.language import tr
from desktop.reading.passages import Document

FORMAT = 1
MOST_NOTICES = 20
DOCUMENT_ENDINGS = (".txt", ".md")

Progress = Callable[[int, int], None]
"""Called with steps done and steps in all; what it raises ends the loading."""


def load(path: Path, progress: Progress = lambda done, total: None) -> Loaded:
    """Read the pack at `path` whole. It never raises for what the pack holds: that becomes faults."""
    try:
        files = open_files(path)
    except PackError as error:
        return Loaded(None, (Fault("", 0, "", str(error)),))
    try:
        return guarded(
            _Loading(files, progress).run, lambda reason: Loaded(None, (Fault("", 0, "", reason),))
        )
    finally:
        files.close()


def open_files(path: Path) -> PackFiles:
    """The files of the pack at `path`; PackError where there is no pack."""
    with readable(str(path)):
        if is_part(path):
            return Folder(path.parent)
        if path.is_dir():
            if not (path / DESCRIPTOR).is_file():
                raise PackError(
                    tr("“{path}” is no pack: it holds no {file}", path=shown(path.name), file=DESCRIPTOR)
                )
            return Folder(path)
        if not path.exists():
            raise PackError(
                tr("“{path}” does not exist; check the name and the place", path=shown(str(path)))
            )
    from desktop.pack.archive import Archive

    return Archive(path)


def read_descriptor(text: str) -> Mapping[str, Any]:
    """The descriptor as plain data; PackError where it is none."""
    try:
        descriptor = whole_letters(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise PackError(
            tr("{file} is no valid JSON: {reason}", file=DESCRIPTOR, reason=str(error)[:100])
        ) from None
    if not isinstance(descriptor, dict):
        raise PackError(tr("{file} has to hold one JSON object", file=DESCRIPTOR))
    return descriptor


def table_paths(descriptor: Mapping[str, Any], names: Collection[str]) -> dict[str, str]:
    """Where each table stands: where the descriptor says, or else under its own name among the files `names`."""
    paths = {table: f"{table}.csv" for table in RECORD_TYPES if f"{table}.csv" in names}
    resources = descriptor.get("resources", [])
    for resource in resources if isinstance(resources, list) else []:
        name = resource.get("name") if isinstance(resource, dict) else None
        path = resource.get("path") if isinstance(resource, dict) else None
        if isinstance(name, str) and name in RECORD_TYPES and isinstance(path, str):
            paths[name] = path
    return {table: paths[table] for table in RECORD_TYPES if table in paths}


class _Loading:
    """One loading: collects faults and notices on the way."""

    def __init__(self, files: PackFiles, progress: Progress) -> None:
        self.files = files
        self.progress = progress
        self.faults: list[Fault] = []
        self.notices: list[str] = []
        self._rows: dict[str, Rows] = {}
        self._bytes = 0

    def run(self) -> Loaded:
        try:
            names = set(self.files.names())
            descriptor = self._descriptor()
        except PackError as error:
            return Loaded(None, (Fault("", 0, "", str(error)),))
        paths = self._paths(descriptor, names)
        tables: dict[str, Sequence[Record]] = {}
        for step, (table, path) in enumerate(paths.items()):
            self.progress(step, len(paths) + 1)
            tables[table] = self._table(table, path)
        documents = self._documents(cast(Sequence[Source], tables.get("sources", ())))
        self.progress(len(paths), len(paths) + 1)
        briefing = self._briefing(descriptor, tables, documents)
        self.faults.extend(cross_check(briefing, self._rows))
        self.progress(len(paths) + 1, len(paths) + 1)
        return Loaded(
            None if self.faults else briefing, self._shown_faults(), tuple(map(one_line, self.notices))
        )

    def _shown_faults(self) -> tuple[Fault, ...]:
        """Those of the pack first, then table by table in the order of their rows."""
        tables = ("", *RECORD_TYPES)
        self.faults = [
            fault._replace(column=one_line(fault.column), message=one_line(fault.message))
            for fault in self.faults
        ]
        self.faults.sort(key=lambda fault: (tables.index(fault.table), fault.row))
        if len(self.faults) <= MOST_FAULTS:
            return tuple(self.faults)
        more = tr("and {count} more; mend these first", count=len(self.faults) - MOST_FAULTS)
        return (*self.faults[:MOST_FAULTS], Fault("", 0, "", more))

    def _fault(self, table: str, message: str, row: int = 0, column: str = "") -> None:
        self.faults.append(Fault(table, row, column, message))

    def _content(self, path: str, most: int | None = None) -> bytes:
        content = self.files.read(path, most)
        self._bytes += len(content)
        check_total(0, self._bytes)
        return content

    def _text(self, path: str) -> str:
        text, _, notices = decode(path, self._content(path))
        self.notices.extend(notices)
        return text

    def _document(self, path: str) -> Document:
        document, notices = decode_document(path, self._content(path, limits.MOST_DOCUMENT_BYTES))
        self.notices.extend(notices)
        return document

    def _descriptor(self) -> Mapping[str, Any]:
        return read_descriptor(self._text(DESCRIPTOR))

    def _paths(self, descriptor: Mapping[str, Any], names: set[str]) -> dict[str, str]:
        paths = table_paths(descriptor, names)
        resources = descriptor.get("resources")
        listed = resources if isinstance(resources, list) else []
        told = {str(r["path"]) for r in listed if isinstance(r, dict) and isinstance(r.get("path"), str)}
        self._unknown_tables(names | told, paths)
        if not paths:
            self._fault("", tr("the pack holds no table; it needs at least figures.csv"))
        return paths

    def _unknown_tables(self, names: Iterable[str], paths: Mapping[str, str]) -> None:
        """Say which tables are not read; a misspelt name would else pass unseen."""
        for name in sorted(n for n in names if n.lower().endswith(".csv") and n not in paths.values()):
            from difflib import get_close_matches

            near = get_close_matches(name[:50].lower(), [f"{table}.csv" for table in RECORD_TYPES], 1)
            hint = tr("; did you mean {near}?", near=near[0]) if near else ""
            if len(self.notices) < MOST_NOTICES:
                self.notices.append(
                    tr("“{path}” is not a table of a pack and was not read", path=shown(name)) + hint
                )

    def _table(self, table: str, path: str) -> Sequence[Record]:
        try:
            reading = read_rows(table, self._text(path))
        except PackError as error:
            self._fault(table, str(error))
            self._rows[table] = Rows(is_partial=True)
            return ()
        self.faults.extend(reading.faults)
        self.notices.extend(reading.notices[: max(0, MOST_NOTICES - len(self.notices))])
        self._rows[table] = reading.rows
        return reading.records

    def _documents(self, sources: Sequence[Source]) -> dict[str, Document]:
        """The text of each source's document; several sources may share one, which is read and held once."""
        documents: dict[str, Document] = {}
        read: dict[str, Document] = {}
        for place, source in enumerate(sources):
            if not source.path:
                continue
            try:
                if not source.path.lower().endswith(DOCUMENT_ENDINGS):
                    raise PackError(tr("“{path}” is neither .txt nor .md", path=shown(source.path)))
                if source.path not in read:
                    read[source.path] = self._document(source.path)
                documents[source.id] = read[source.path]
            except PackError as error:
                self._fault("sources", str(error), self._rows["sources"].number(place), "path")
        return documents

    def _briefing(
        self,
        descriptor: Mapping[str, Any],
        tables: Mapping[str, Sequence[Record]],
        documents: Mapping[str, Document],
    ) -> Briefing:
        ours = descriptor.get("zonebrief")
        ours = ours if isinstance(ours, dict) else {}
        version = ours.get("format", FORMAT)
        if type(version) is not int or not 1 <= version <= FORMAT:
            self._fault(
                "",
                tr(
                    "the pack is of format {found}; this program reads format {known}",
                    found=str(version)[:20],
                    known=FORMAT,
                ),
            )
        return Briefing(
            title=self._word(descriptor, "title")
            or self._word(descriptor, "name")
            or tr("Untitled briefing"),
            name=self._word(descriptor, "name"),
            version=self._word(descriptor, "version"),
            period=self._date(ours, "period"),
            as_of=self._date(ours, "as_of") or _latest(cast(Sequence[Source], tables.get("sources", ()))),
            twins={key: self._word(ours, key) for key in ("title_en", "title_ja") if key in ours},
            tables=tables,
            documents=documents,
        )

    def _word(self, mapping: Mapping[str, Any], key: str) -> str:
        value = mapping.get(key, "")
        if not isinstance(value, str) or len(value) > 200 or not is_line(value):
            self._fault(
                "", tr("“{key}” in {file} has to be a short text of one line", key=key, file=DESCRIPTOR)
            )
            return ""
        return value

    def _date(self, mapping: Mapping[str, Any], key: str) -> EdtfDate | None:
        word = self._word(mapping, key)
        try:
            return cast(EdtfDate, Column(key, key, "date").read(word)) if word else None
        except ColumnError as error:
            self._fault("", f"{DESCRIPTOR}: {key}: {error}")
            return None


def _latest(sources: Sequence[Source]) -> EdtfDate | None:
    dated = [s.published for s in sources if s.published and s.published.latest]
    return max(dated, key=lambda d: d.latest.toordinal() if d.latest else 0, default=None)
