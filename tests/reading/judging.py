"""Holds the records of the corpus against their clauses."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from desktop.briefing.columns import ColumnError
from desktop.briefing.events import judge_event
from desktop.briefing.judging import judge
from desktop.briefing.owners import Cast
from desktop.briefing.ownership import owners_of
from desktop.briefing.parts import Found, Judgement, Part
from desktop.briefing.records import RECORD_TYPES, Figure, Record, Subject, table_columns
from desktop.briefing.surroundings import Place
from desktop.quantities.dates import parse_date
from desktop.reading.periods import Published
from desktop.reading.reader import plain, read, spread
from desktop.reading.standing import Standing
from tests.reading.corpus import Clause, Wrong, load_cast

ZONES = {"zh": "示例区", "en": "Sample_Zone", "ja": "見本区"}
"""The one zone of the packs of each language."""


@cache
def subjects(language: str) -> tuple[Subject, ...]:
    """The subjects of the cast, as records."""
    return tuple(
        Subject(id=one.id, name=one.name, short=one.short, kind=one.kind, parent=one.parent)
        for one in load_cast().subjects.values()
        if one.language == language
    )


def record_of(table: str, cells: Mapping[str, str]) -> Record:
    """A record of a table with these cells."""
    columns = {column.name: column for column in table_columns(table)}
    values: dict[str, Any] = {
        name: columns[name].read(cell) for name, cell in cells.items() if name in columns
    }
    values["twins"] = {name: cell for name, cell in cells.items() if name not in columns}
    if "id" in columns:
        values["id"] = "x"
    return RECORD_TYPES[table](**values)


def judged(clause: Clause, wrong: Wrong | None = None) -> Judgement:
    """What the clause says to its right record, or to a wrong one."""
    cells = clause.record(wrong)
    published = parse_date(clause.published)
    known = (clause.right.get("indicator", ""), *clause.indicators, cells.get("indicator", ""))
    cast = Cast(subjects(clause.language), {one: one for one in known if one}, ZONES[clause.language])
    context = cells.get("context", "")
    end = "。" if clause.language != "en" else ". "
    text = (context + end if context else "") + (clause.paragraph or clause.quote)
    reading = read(text, Published.of(published), clause.language)
    at = reading.text.find(words := plain(cells["quote"], clause.language))
    if at < 0:
        return Judgement((Found(Part.QUOTE, Standing.WRONG),))
    inside = (at, at + len(words))
    place = Place(reading, owners_of(cast, reading), inside, spread(clause.quote, clause.language))
    record = record_of(clause.table, cells)
    if isinstance(record, Figure):
        return judge(record, reading, place.inside, place.owners)
    subject = load_cast().subjects.get(cells.get("project", ""))
    names = (subject.name, subject.short) if subject else ()
    return judge_event(record, place, names, Published.of(published))


class Score(NamedTuple):
    """By kind of wrongness, how many wrong records are caught, of how many; how many right ones are accepted, and which
    clauses fail."""

    caught: Counter[str]
    wrong: Counter[str]
    accepted: int
    right: int
    failed: tuple[str, ...]


def score(clauses: Iterator[Clause] | tuple[Clause, ...]) -> Score:
    """Hold every record of the clauses against its words."""
    caught: Counter[str] = Counter()
    every: Counter[str] = Counter()
    accepted = right = 0
    failed: list[str] = []
    for clause in clauses:
        opened, wrongs = _parts(judged(clause))
        right += 1
        if clause.is_accepted(opened, wrongs):
            accepted += 1
        else:
            failed.append(
                f"{clause.id} right: {clause.quote} {_cells(clause)} open {opened} wrong {wrongs} but {set(clause.open)}"
            )
        for wrong in clause.wrong:
            every[wrong.kind] += 1
            try:
                opened, wrongs = _parts(judged(clause, wrong))
            except ColumnError:  # such a cell is not even loaded
                opened, wrongs = set(), set(wrong.parts)
            if wrong.is_caught(opened, wrongs):
                caught[wrong.kind] += 1
            else:
                failed.append(
                    f"{clause.id} {wrong.kind} {dict(wrong.changes)}: {clause.quote} {_cells(clause)} open {opened} wrong {wrongs}"
                )
    return Score(caught, every, accepted, right, tuple(failed))


def _parts(judgement: Judgement) -> tuple[set[str], set[str]]:
    return {str(p) for p in judgement.parts(Standing.OPEN)}, {str(p) for p in judgement.parts(Standing.WRONG)}


def _cells(clause: Clause) -> dict[str, str]:
    return {name: cell for name, cell in clause.record().items() if name != "quote"}


def table(result: Score) -> Iterator[str]:
    """By kind, what is caught; then the right ones."""
    for kind in sorted(result.wrong):
        passed = result.wrong[kind] - result.caught[kind]
        yield f"{kind:16} {result.wrong[kind]:4} wrong, {passed:3} pass ({passed / result.wrong[kind]:.1%})"
    every, passed = sum(result.wrong.values()), sum(result.wrong.values()) - sum(result.caught.values())
    yield f"{'all':16} {every:4} wrong, {passed:3} pass ({passed / max(1, every):.1%})"
    yield f"{'right':16} {result.right:4}, {result.accepted} accepted ({result.accepted / max(1, result.right):.1%})"
