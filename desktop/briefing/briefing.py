"""A whole briefing in memory: the records of every table, and the ways to find one."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import cast

from desktop.briefing.frozen import dataclass
from desktop.briefing.records import (
    Facility,
    Figure,
    Milestone,
    Panel,
    Programme,
    Project,
    Record,
    Ref,
    Show,
    Source,
    Subject,
)
from desktop.quantities.dates import EdtfDate
from desktop.reading.passages import Document


@dataclass(frozen=True, repr=False)
class Briefing:
    """What a pack says. `documents` holds the text of each source that has one in the pack, by source id."""

    title: str
    name: str = ""
    version: str = ""
    period: EdtfDate | None = None
    as_of: EdtfDate | None = None
    twins: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, Sequence[Record]] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)

    @property
    def sources(self) -> Sequence[Source]:
        return cast(Sequence[Source], self.tables.get("sources", ()))

    @property
    def subjects(self) -> Sequence[Subject]:
        return cast(Sequence[Subject], self.tables.get("subjects", ()))

    @property
    def figures(self) -> Sequence[Figure]:
        return cast(Sequence[Figure], self.tables.get("figures", ()))

    @property
    def projects(self) -> Sequence[Project]:
        return cast(Sequence[Project], self.tables.get("projects", ()))

    @property
    def milestones(self) -> Sequence[Milestone]:
        return cast(Sequence[Milestone], self.tables.get("milestones", ()))

    @property
    def facilities(self) -> Sequence[Facility]:
        return cast(Sequence[Facility], self.tables.get("facilities", ()))

    @property
    def programmes(self) -> Sequence[Programme]:
        return cast(Sequence[Programme], self.tables.get("programmes", ()))

    @property
    def panels(self) -> Sequence[Panel]:
        return cast(Sequence[Panel], self.tables.get("panels", ()))

    @property
    def shows(self) -> Sequence[Show]:
        return cast(Sequence[Show], self.tables.get("shows", ()))

    @cached_property
    def _rows(self) -> dict[str, dict[str, int]]:
        return {}

    def with_shows(self, shows: Sequence[Show]) -> "Briefing":
        """The same with other shows."""
        return replace(self, tables={**self.tables, Show.table: shows})

    def places(self, table: str) -> Mapping[str, int]:
        """The row of each id in a table."""
        rows = self._rows.get(table)
        if rows is None:
            records = self.tables.get(table, ())
            rows = self._rows[table] = {getattr(r, "id", ""): n for n, r in enumerate(records)}
        return rows

    def find(self, table: str, identifier: str) -> Ref | None:
        """Where the record with this id stands, or None."""
        row = self.places(table).get(identifier)
        return None if row is None else Ref(table, row)

    def record(self, ref: Ref) -> Record:
        """The record that `ref` names."""
        return self.tables[ref.table][ref.row]

    def figure(self, identifier: str) -> Figure | None:
        ref = self.find("figures", identifier)
        return None if ref is None else self.figures[ref.row]

    def source(self, identifier: str) -> Source | None:
        ref = self.find("sources", identifier)
        return None if ref is None else self.sources[ref.row]

    def subject(self, identifier: str) -> Subject | None:
        ref = self.find("subjects", identifier)
        return None if ref is None else self.subjects[ref.row]

    @cached_property
    def milestones_of(self) -> Mapping[str, Sequence[int]]:
        """The rows of each project's milestones, in the order of the table."""
        rows: dict[str, list[int]] = {}
        for number, milestone in enumerate(self.milestones):
            rows.setdefault(milestone.project, []).append(number)
        return rows

    def text(self, name: str, language: str = "zh") -> str:
        """The title of the briefing in `language`, where `name` is "title"."""
        return self.twins.get(f"{name}_{language}", "") or cast(str, getattr(self, name))
