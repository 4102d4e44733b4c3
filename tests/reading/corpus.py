"""Clauses with records that are right and records that are wrong about them: what a reader of clauses is judged by.

Each clause is a quote as a pack has it, maybe the paragraph of the document around it, and the day on which its source
was published; one right record; and at least three wrong ones, each wrong in one respect. The data stand in `corpus/`,
one file for each language and half, and one for the subjects and units of their packs (`cast.toml`). What a reader is
made with may be looked at in the open half only (and in what is `fresh`); the held-back half is for counting alone.

How a verdict is judged
- A right record is accepted if no part is wrong and none is open but those in `open` or `either`. A part in `open` is
  not said by the words, so that calling it proved says too much (`overclaims`); one in `either` may be taken both ways.
- A wrong record is caught if one of its `parts` turns up as open or wrong; otherwise it passes.

Conventions
- Cells are written as in a pack's table, units by the app's own signs in every language. Left out: bound `exactly`,
  status `actual`, growth in percent, a date or rank that the record does not give. A record need not say all that the
  quote says.
- The words that prove are those of the quote, of `context`, and of the paragraph where there is one. What stands earlier
  in the sentence or paragraph is inherited (period, subject, indicator) until another is named. 全区, “the zone” and 区内
  are the zone of the pack (`示例区`, `Sample_Zone`, `見本区`). A subject or indicator is proved by its name, its short name
  or a usual synonym; it is open where nothing is named, and wrong where another one is named for that number.
- Period: year 2024, half 2024-40 and -41, quarter 2024-33 to -36, month, day; first three quarters and 1—9月 are
  2024-01/2024-09, the third quarter alone is 2024-35. Two ways to write the same days are one period. What there is at
  the end of a month or year has that month or year. What adds up from the year's beginning is an interval; from a named
  start, it runs to the month of the source; from a start that is not named, ../2025-03. “The last five years” said
  in January 2025 are 2020/2024, the 14th five-year plan is 2021/2025. A fiscal year that is not the calendar's is an
  interval (2025年3月期: 2024-04/2025-03). 今年, 上年, 本月, 同期 … count from the day of the source, and a month without a year is
  the last one before it. Where nothing names the period, that part is `open`.
- Status: target 目标 力争 确保 计划 要 原定, aims, plans; forecast 预计 有望 将, expected, likely, will, 見込み 見通し; else actual.
- Growth: `change` is on the same time a year before, unless `change_since` names another base (its year); `step` is on
  the month or quarter before; `average` is a year's, from `since`. Growth without 同比 or 环比 is `change`. A fall, cut or
  saving is negative. Units: percent; points (百分点); times, which counts the growth alone: 增长2倍 is 2, 是去年的3倍 is 2,
  翻番 and doubled 1, 翻两番 3, tripled 2. 三成 is 30 percent, 持平 0. A share or rate in % is a value, no growth.
- `value_before` is the A of 由 A 到 B, in the unit of the value. What was denied, corrected or replaced is no value at all.
- Bounds: 约 左右 about; 近 弱 nearly; 超 突破 逾 余 多 过 over; 以上 不低于 上千 at_least; 以内 不超过 不足 最大 up to at_most; 级 scale. 数十 is 10,
  over. 前十 is 10 位, at_most, while 第十 is rank 10.
- A rank of one place stands in `rank`, `rank_of` is among how many, `rank_among` among whom.
- English million is 百万 of money and 100 万 of other things, billion 10 亿.
- In milestones `date` is the actual or expected one, `planned` the one first planned; a facility that is being built has
  its expected opening in `opened`; the year of an honour is judged as part `date`, its project or name as `name`.
"""

import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

from desktop.briefing.records import FACILITY_STATUSES, STAGE_STATUSES, STATUSES, SUBJECT_KINDS
from desktop.quantities.dates import parse_date
from desktop.quantities.quantity import Bound
from desktop.quantities.units import UNITS

FOLDER = Path(__file__).parent / "corpus"
LANGUAGES = ("zh", "en", "ja")
HALVES = ("open", "held")
PORTIONS = (*HALVES, "fresh", "more")
"""The halves, what came later than the reader and moves to the open half once it is read rightly, and what readers were
widened with."""
FEWEST_WRONG = 3

_FIGURE_PARTS = (
    "value",
    "unit",
    "bound",
    "period",
    "status",
    "growth",
    "before",
    "rank",
    "subject",
    "indicator",
)
PARTS = frozenset((*_FIGURE_PARTS, "quote", "document", "giver", "date", "stage", "name"))
GROWTHS = ("change", "step", "average")
GROWTH_UNITS = ("percent", "points", "times")
_GROWTH = frozenset(
    (*(f"{one}{end}" for one in GROWTHS for end in ("", "_unit", "_bound")), "change_since", "since")
)
_AMOUNT = frozenset(("value", "upper", "unit", "unit_en", "unit_ja", "bound"))
_RANK = frozenset(("rank", "rank_of", "rank_among"))
_CITED = frozenset(("quote", "context"))
FIELDS: Mapping[str, frozenset[str]] = {
    "figures": frozenset(("subject", "indicator", "period", "status", "value_before"))
    | _AMOUNT
    | _GROWTH
    | _RANK
    | _CITED,
    "milestones": frozenset(("project", "stage", "date", "status", "planned")) | _CITED,
    "facilities": frozenset(("name", "status", "opened", "category", "community")) | _CITED,
    "projects": frozenset(("name", "company", "stage", "owner")) | _CITED,
    "programmes": frozenset(("name", "kind", "giver", "year", "summary")) | _CITED,
}
STATUSES_OF: Mapping[str, tuple[str, ...]] = {
    "figures": STATUSES,
    "milestones": STAGE_STATUSES,
    "facilities": FACILITY_STATUSES,
}


class Kind(NamedTuple):
    """A kind of wrongness: the one respect, as the fields that it may change, and the parts that tell of it."""

    fields: frozenset[str]
    parts: frozenset[str]


def _kind(fields: Collection[str], *parts: str) -> Kind:
    return Kind(frozenset(fields), frozenset(parts))


KINDS: Mapping[str, Kind] = {
    "period": _kind(["period"], "period"),
    "cumulative": _kind(["period"], "period"),
    "status": _kind(["status"], "status"),
    "value": _kind(["value", "upper"], "value"),
    "unit": _kind(["unit", "unit_en", "unit_ja"], "unit", "value"),
    "bound": _kind(["bound"], "bound"),
    "growth-kind": _kind(_GROWTH, "growth"),
    "growth-level": _kind(_GROWTH | _AMOUNT, "growth", "value", "unit", "indicator"),
    "growth-sign": _kind(GROWTHS, "growth"),
    "growth-size": _kind(GROWTHS, "growth"),
    "growth-unit": _kind([*GROWTHS, *(f"{one}_unit" for one in GROWTHS)], "growth"),
    "growth-bound": _kind([f"{one}_bound" for one in GROWTHS], "growth", "bound"),
    "growth-base": _kind(["change_since", "since"], "growth"),
    "growth-whose": _kind(_GROWTH, "growth"),
    "before": _kind(["value", "unit", "bound", "value_before"], "before", "value"),
    "which-number": _kind(_AMOUNT, "value", "indicator"),
    "threshold": _kind(_AMOUNT, "value", "indicator"),
    "name-number": _kind(_AMOUNT, "value", "indicator"),
    "year-value": _kind(_AMOUNT, "value", "indicator"),
    "per-unit": _kind([*_AMOUNT, "indicator"], "value", "unit", "indicator"),
    "rank": _kind([*_RANK, *_AMOUNT], "rank", "value"),
    "subject": _kind(["subject", "project", "company"], "subject", "indicator", "value", "name"),
    "indicator": _kind(["indicator"], "indicator", "value"),
    "quote": _kind(["quote"], "quote", "document"),
    "stage": _kind(["stage"], "stage"),
    "date": _kind(["date", "opened", "year", "planned"], "date", "period"),
    "giver": _kind(["giver"], "giver"),
    "name": _kind(["name"], "name"),
}


class CorpusError(ValueError):
    """What is wrong with the data, and in which clause."""


@dataclass(frozen=True)
class Subject:
    """A subject (or project) of the packs that the clauses belong to."""

    id: str
    language: str
    name: str
    short: str
    kind: str
    parent: str


@dataclass(frozen=True)
class Measure:
    """A unit that those packs declare, as the app may not know it; 万 and 亿 may stand before it."""

    id: str
    name: str
    family: str
    factor: Decimal


@dataclass(frozen=True)
class Cast:
    subjects: Mapping[str, Subject]
    units: Mapping[str, Measure]


@dataclass(frozen=True)
class Wrong:
    """A record that is wrong in one respect: `changes` are its cells that differ from the right one's ("" empties)."""

    kind: str
    changes: Mapping[str, str]
    parts: frozenset[str]

    def is_caught(self, opened: Collection[str], wrong: Collection[str]) -> bool:
        """Whether a verdict with these parts open and wrong notices it."""
        return not self.parts.isdisjoint({*opened, *wrong})


@dataclass(frozen=True)
class Clause:
    """`right` holds the cells of the right record with its quote; `subjects` and `indicators` are others of its pack."""

    id: str
    language: str
    half: str
    topic: str
    quote: str
    paragraph: str
    published: str
    table: str
    right: Mapping[str, str]
    subjects: tuple[str, ...]
    indicators: tuple[str, ...]
    open: frozenset[str]
    either: frozenset[str]
    wrong: tuple[Wrong, ...]

    def record(self, wrong: Wrong | None = None) -> dict[str, str]:
        """The cells of the right record, or of a wrong one."""
        cells = {**self.right, **(wrong.changes if wrong else {})}
        return {name: cell for name, cell in cells.items() if cell}

    def is_accepted(self, opened: Collection[str], wrong: Collection[str]) -> bool:
        """Whether a verdict with these parts open and wrong does the right record justice."""
        return not wrong and set(opened) <= self.open | self.either

    def overclaims(self, opened: Collection[str]) -> frozenset[str]:
        """The parts that such a verdict calls proved though the words do not say them."""
        return self.open - set(opened)


def load_cast() -> Cast:
    """The subjects and units that all clauses share."""
    data = tomllib.loads((FOLDER / "cast.toml").read_text("utf-8"))
    subjects = [
        Subject(
            one["id"], one["language"], one["name"], one.get("short", ""), one["kind"], one.get("parent", "")
        )
        for one in data["subject"]
    ]
    units = [Measure(one["id"], one["name"], one["family"], Decimal(one["factor"])) for one in data["unit"]]
    return Cast({one.id: one for one in subjects}, {one.id: one for one in units})


def load(language: str, half: str) -> tuple[Clause, ...]:
    """The clauses of one file, in its order. Raises CorpusError where the file is not as `Clause` says."""
    path = FOLDER / f"{language}_{half}.toml"
    if not path.exists():
        return ()
    return tuple(
        _clause(one, language, half) for one in tomllib.loads(path.read_text("utf-8")).get("clause", ())
    )


def load_half(half: str) -> tuple[Clause, ...]:
    """All clauses of a half, in every language."""
    return tuple(clause for language in LANGUAGES for clause in load(language, half))


def _clause(data: dict[str, Any], language: str, half: str) -> Clause:
    try:
        beside = data.get("beside", {})
        right = {name: cell for name, cell in data["right"].items() if name != "table"}
        return Clause(
            id=data["id"],
            language=language,
            half=half,
            topic=data["topic"],
            quote=data["quote"],
            paragraph=data.get("paragraph", ""),
            published=data["published"],
            table=data["right"].get("table", "figures"),
            right={**right, "quote": data["quote"]},
            subjects=tuple(beside.get("subjects", ())),
            indicators=tuple(beside.get("indicators", ())),
            open=frozenset(data.get("open", ())),
            either=frozenset(data.get("either", ())),
            wrong=tuple(_wrong(one) for one in data["wrong"]),
        )
    except KeyError as error:
        raise CorpusError(f"{data.get('id', data.get('quote'))}: no {error}") from None


def _wrong(data: dict[str, Any]) -> Wrong:
    kind = data["kind"]
    known = KINDS[kind].parts if kind in KINDS else frozenset()
    changes = {name: cell for name, cell in data.items() if name not in ("kind", "parts")}
    return Wrong(kind, changes, frozenset(data.get("parts", known)))


def faults_of(clause: Clause, cast: Cast) -> Iterator[str]:
    """All that is wrong with a clause as data."""
    yield from _faults_of_text(clause)
    yield from _faults_of_record(clause, clause.record(), cast)
    for name in (*clause.subjects, *(clause.right.get(one, "") for one in ("subject", "project", "company"))):
        if name and name not in cast.subjects:
            yield f"no subject {name} in the cast"
    if len(clause.wrong) < FEWEST_WRONG:
        yield f"only {len(clause.wrong)} wrong records"
    seen: list[dict[str, str]] = [clause.record()]
    for wrong in clause.wrong:
        record = clause.record(wrong)
        if record in seen:
            yield f"{wrong.kind} {dict(wrong.changes)} says the same as another record"
        seen.append(record)
        yield from _faults_of_wrong(clause, wrong)
        yield from _faults_of_record(clause, record, cast)


def _faults_of_text(clause: Clause) -> Iterator[str]:
    parse_date(clause.published)
    if clause.paragraph and clause.quote not in clause.paragraph:
        yield "the paragraph does not hold the quote"
    if unknown := (clause.open | clause.either) - PARTS:
        yield f"no such parts: {sorted(unknown)}"
    if both := clause.open & clause.either:
        yield f"open and either at once: {sorted(both)}"


def _faults_of_wrong(clause: Clause, wrong: Wrong) -> Iterator[str]:
    """One respect only, and a respect on which the words speak."""
    if wrong.kind not in KINDS:
        yield f"no such kind: {wrong.kind}"
        return
    told = f"{wrong.kind} {dict(wrong.changes)}"
    if other := set(wrong.changes) - KINDS[wrong.kind].fields:
        yield f"{told} also changes {sorted(other)}"
    if idle := [name for name, cell in wrong.changes.items() if clause.right.get(name, "") == cell]:
        yield f"{told} leaves {idle} as it is"
    if not wrong.parts or wrong.parts - PARTS:
        yield f"{told} names no part, or unknown ones: {sorted(wrong.parts)}"
    if wrong.parts <= clause.open:
        yield f"{told} is about what the words leave open"


def _faults_of_record(clause: Clause, record: Mapping[str, str], cast: Cast) -> Iterator[str]:
    if other := set(record) - FIELDS[clause.table]:
        yield f"no such columns in {clause.table}: {sorted(other)}"
    for name in ("value", "upper", "value_before", *GROWTHS):
        Decimal(record.get(name, "0"))
    for name in ("rank", "rank_of"):
        int(record.get(name, "1"))
    for name in ("period", "date", "opened", "planned", "since", "change_since", "year"):
        if name in record:
            parse_date(record[name])
    for name in ("bound", *(f"{one}_bound" for one in GROWTHS)):
        Bound(record.get(name, "exactly"))
    for one in GROWTHS:
        if record.get(f"{one}_unit", "percent") not in GROWTH_UNITS:
            yield f"no such unit of growth: {record[f'{one}_unit']}"
    if record.get("unit", "") not in UNITS and record["unit"].lstrip("万亿") not in cast.units:
        yield f"no unit {record['unit']}, neither in the app nor in the cast"
    if "status" in record and record["status"] not in STATUSES_OF.get(clause.table, ()):
        yield f"no status {record['status']} in {clause.table}"
    if clause.table == "figures" and not {"value", "rank", *GROWTHS} & set(record):
        yield "a figure without a value, a growth or a rank"


def faults_of_cast(cast: Cast) -> Iterator[str]:
    """All that is wrong with the cast as data."""
    for one in cast.subjects.values():
        if one.kind not in SUBJECT_KINDS or one.language not in LANGUAGES:
            yield f"{one.id}: kind {one.kind}, language {one.language}"
        if one.parent and one.parent not in cast.subjects:
            yield f"{one.id}: no parent {one.parent}"


def counts_by_language(clauses: Collection[Clause]) -> Counter[str]:
    """How many clauses there are in each language."""
    return Counter(clause.language for clause in clauses)


def counts_by_kind(clauses: Collection[Clause]) -> Counter[str]:
    """How many wrong records there are of each kind."""
    return Counter(wrong.kind for clause in clauses for wrong in clause.wrong)
