"""The texts of a briefing that people wrote, each with where it stands and in which language."""

from collections.abc import Iterator, Mapping
from enum import Enum
from typing import NamedTuple

from desktop.briefing.briefing import Briefing
from desktop.briefing.columns import LANGUAGES
from desktop.briefing.records import RECORD_TYPES, Record
from desktop.briefing.twins import PLAIN


class Sort(Enum):
    """Sentences are the pack's own; names and quoted words stand for themselves."""

    NAME = "name"
    QUOTE = "quote"
    SENTENCE = "sentence"


COLUMNS: Mapping[Sort, Mapping[str, tuple[str, ...]]] = {
    Sort.NAME: {
        "sources": ("title",),
        "subjects": ("name",),
        "figures": ("indicator", "label"),
        "projects": ("name",),
        "milestones": ("stage",),
        "facilities": ("name", "category", "community"),
        "programmes": ("name",),
        "shows": ("show",),
    },
    Sort.QUOTE: dict.fromkeys(("projects", "milestones", "facilities", "programmes"), ("quote",)),
    Sort.SENTENCE: {
        "projects": ("summary",),
        "milestones": ("note",),
        "facilities": ("note",),
        "programmes": ("summary",),
        "panels": ("title", "script"),
        "shows": ("script",),
    },
}
"""Where each sort stands. The quoted words of figures are no text of their own: they are held against the figure."""


class Text(NamedTuple):
    table: str
    place: int
    column: str
    language: str
    words: str


def texts_of(briefing: Briefing, sort: Sort) -> Iterator[Text]:
    """Every text of a sort, its twins behind it, table by table."""
    for table in RECORD_TYPES:
        columns = COLUMNS[sort].get(table, ())
        for place, record in enumerate(briefing.tables.get(table, ()) if columns else ()):
            for column in columns:
                yield from _texts(table, place, column, record)


def _texts(table: str, place: int, column: str, record: Record) -> Iterator[Text]:
    plain: str = getattr(record, column)
    if plain:
        yield Text(table, place, column, PLAIN, plain)
    for language in LANGUAGES if record.twins else ():
        twin = record.twins.get(f"{column}_{language}", "")
        if twin:
            yield Text(table, place, f"{column}_{language}", language, twin)
