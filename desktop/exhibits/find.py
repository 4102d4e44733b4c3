"""Typed characters → the records that are meant: by name, by number as written, by pinyin."""

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple, cast

from desktop.briefing.guard import guarded
from desktop.briefing.records import Record, Ref
from desktop.exhibits.compose import Composer
from desktop.exhibits.haystack import Entry, Index
from desktop.exhibits.kinds import Reading
from desktop.exhibits.pinyin import Pinyin
from desktop.exhibits.readings import spaced
from desktop.quantities.dates import EdtfDate, short_date
from desktop.quantities.language import mark, tr

MOST_FOUND = 12
LONGEST_TYPED = 60


class Searched(NamedTuple):
    """How a table is searched. `kind`: what a record of it is called; `names` and `details`: its columns; `about`:
    the column that names a record of another table, which is what it belongs to; `date`: a column."""

    kind: str
    names: tuple[str, ...]
    details: tuple[str, ...] = ()
    about: tuple[str, str] = ("", "")
    date: str = ""


SEARCHED: Mapping[str, Searched] = {
    "figures": Searched(mark("Figure"), ("label", "indicator"), (), ("subject", "subjects"), "period"),
    "projects": Searched(mark("Project"), ("name",), ("summary",), ("company", "subjects")),
    "milestones": Searched(mark("Milestone"), ("stage",), ("note",), ("project", "projects"), "date"),
    "facilities": Searched(mark("Facility"), ("name",), ("category", "community", "note")),
    "programmes": Searched(mark("Programme"), ("name",), ("summary",)),
}
"""The tables in the order in which what is found in them is offered."""


@dataclass(frozen=True, slots=True)
class Found:
    """A record that was found: its name, what else tells it from others, and what kind of thing it is, in words."""

    ref: Ref
    name: str
    detail: str
    kind: str


class Finder:
    """Finds records of a composer's briefing. What is searched is made ready when it is first needed, or ahead by
    `prepare`, from any thread. `table` gives the text of the pinyin table."""

    def __init__(self, composer: Composer, table: Callable[[], str]) -> None:
        self._composer = composer
        self.briefing = composer.briefing
        self._languages = tuple(dict.fromkeys((composer.language, "zh")))
        self._table = table
        self._preparing = threading.Lock()

    def prepare(self) -> None:
        """Make ready what is searched, unless it is."""
        with self._preparing:
            _ = self._index

    def find(self, text: str, most: int = MOST_FOUND) -> list[Found]:
        """The records that hold every word of `text`, the best first, at most `most`."""
        words = text[:LONGEST_TYPED].split()
        if not words:
            return []
        self.prepare()
        return [self._found(self._refs[number]) for number in self._index.search(words, most)]

    @cached_property
    def _refs(self) -> list[Ref]:
        tables = self.briefing.tables
        return [Ref(table, row) for table in SEARCHED for row in range(len(tables.get(table, ())))]

    @cached_property
    def _index(self) -> Index:
        made = [guarded(partial(self._entry, ref), lambda _: Entry(())) for ref in self._refs]
        return Index(made, Pinyin(self._table()))

    def _entry(self, ref: Ref) -> Entry:
        record, searched = self.briefing.record(ref), SEARCHED[ref.table]
        return Entry(
            names=self._texts(record, searched.names),
            numbers=self._numbers(ref),
            about=self._texts(self._owner(record, searched), ("name",)),
            details=(*self._texts(record, searched.details), *_day(record, searched)),
        )

    def _texts(self, record: Record | None, columns: Iterable[str]) -> tuple[str, ...]:
        """The texts in the reader's language and as they stand, each once."""
        if record is None:
            return ()
        languages = self._languages if record.twins else ("zh",)
        texts = [record.text(column, language) for column in columns for language in languages]
        return tuple(dict.fromkeys(filter(None, texts)))

    def _owner(self, record: Record, searched: Searched) -> Record | None:
        column, table = searched.about
        ref = self.briefing.find(table, getattr(record, column)) if column else None
        return self.briefing.record(ref) if ref else None

    def _reading(self, ref: Ref) -> Reading | None:
        if ref.table != "figures":
            return None
        return self._composer.readings.of(self.briefing.figures[ref.row].id)

    def _numbers(self, ref: Ref) -> tuple[str, ...]:
        """A figure as its source writes it, its growth, and its bare value (上千 is 1000)."""
        reading = self._reading(ref)
        if reading is None:
            return ()
        bare = "" if reading.value is None else f"{reading.value:f}{reading.unit}"
        return tuple(dict.fromkeys(filter(None, (reading.words.text, bare, reading.growth))))

    def _found(self, ref: Ref) -> Found:
        record, searched = self.briefing.record(ref), SEARCHED[ref.table]
        language, reading = self._composer.language, self._reading(ref)
        names = (record.text(column, language) for column in searched.names)
        owner = self._owner(record, searched)
        details = (
            owner.text("name", language) if owner else "",
            spaced(reading.words, language) if reading else "",
            *_day(record, searched),
            *(record.text(column, language) for column in searched.details),
        )
        return Found(ref, next(filter(None, names)), " · ".join(filter(None, details)), tr(searched.kind))


def _day(record: Record, searched: Searched) -> Iterator[str]:
    date = cast(EdtfDate | None, getattr(record, searched.date)) if searched.date else None
    if date is not None:
        yield short_date(date)
