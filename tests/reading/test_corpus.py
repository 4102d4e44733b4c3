"""The clauses that readers are judged by are sound as data, and enough of each kind."""

from collections import Counter
from dataclasses import replace

import pytest

from tests.reading.corpus import (
    HALVES,
    KINDS,
    LANGUAGES,
    PORTIONS,
    Wrong,
    counts_by_kind,
    counts_by_language,
    faults_of,
    faults_of_cast,
    load,
    load_cast,
    load_half,
)


@pytest.mark.parametrize("half", PORTIONS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clause_is_sound(language: str, half: str) -> None:
    cast = load_cast()
    faults = [f"{clause.id}: {fault}" for clause in load(language, half) for fault in faults_of(clause, cast)]
    assert not faults, "\n".join(faults)


def test_the_cast_is_sound() -> None:
    assert not list(faults_of_cast(load_cast()))


def test_no_id_and_no_record_stands_twice() -> None:
    clauses = [clause for half in PORTIONS for clause in load_half(half)]
    twice = [one for one, count in Counter(clause.id for clause in clauses).items() if count > 1]
    assert not twice
    records = Counter((clause.published, *sorted(clause.record().items())) for clause in clauses)
    assert not [record for record, count in records.items() if count > 1]


def test_there_are_enough_clauses_in_each_language() -> None:
    counts = counts_by_language([clause for half in HALVES for clause in load_half(half)])
    assert counts["zh"] >= 200 and counts["en"] >= 60 and counts["ja"] >= 40
    assert counts.total() >= 300


GROUPS = {
    "period": ("period", "cumulative"),
    "status": ("status",),
    "growth": tuple(kind for kind in KINDS if kind.startswith("growth-")),
    "which number": ("which-number", "threshold", "name-number", "year-value", "per-unit"),
    "whose": ("subject", "indicator"),
    "value": ("value",),
    "unit": ("unit",),
    "bound": ("bound",),
    "rank": ("rank",),
    "before": ("before",),
    "other tables": ("stage", "date", "giver", "name"),
}


@pytest.mark.parametrize("group", GROUPS)
def test_there_are_enough_wrong_records_of_each_kind_and_the_halves_are_alike(group: str) -> None:
    each = [sum(counts_by_kind(load_half(half))[kind] for kind in GROUPS[group]) for half in HALVES]
    assert sum(each) >= 50 and abs(each[0] - each[1]) <= 0.1 * sum(each)


def test_no_text_stands_in_both_halves() -> None:
    held = {clause.paragraph or clause.quote for clause in load_half("held")}
    seen = {
        clause.paragraph or clause.quote for half in ("open", "fresh", "more") for clause in load_half(half)
    }
    assert not [(one, other) for one in held for other in seen if one in other or other in one]


def test_a_verdict_is_judged_by_its_parts() -> None:
    clause = next(one for one in load_half("open") if one.open and not one.either)
    wrong = clause.wrong[0]
    assert clause.is_accepted(clause.open, ()) and clause.is_accepted((), ())
    assert not clause.is_accepted(clause.open, ["value"])
    assert clause.overclaims(()) == clause.open and not clause.overclaims(clause.open)
    assert wrong.is_caught((), wrong.parts) and wrong.is_caught(wrong.parts, ())
    assert not wrong.is_caught((), ())


def test_unsound_clauses_are_noticed() -> None:
    cast = load_cast()
    clause = next(one for one in load_half("open") if one.paragraph and not one.open)
    period = Wrong("period", {"period": "1999"}, frozenset(("period",)))
    unsound = {
        "does not hold the quote": replace(clause, paragraph="…"),
        "no such parts": replace(clause, open=frozenset(("price",))),
        "about what the words leave open": replace(clause, open=frozenset(("period",)), wrong=(period,)),
        "only 1 wrong": replace(clause, wrong=(period,)),
        "says the same": replace(clause, wrong=(period, period, period)),
        "no such kind": replace(clause, wrong=(replace(period, kind="odd"),)),
        "also changes": replace(
            clause, wrong=(replace(period, changes={"period": "1999", "status": "target"}),)
        ),
        "leaves": replace(clause, wrong=(replace(period, changes={"period": clause.right["period"]}),)),
        "no subject": replace(clause, subjects=("nobody",)),
        "no unit": replace(clause, right={**clause.right, "unit": "斗"}),
        "no such columns": replace(clause, right={**clause.right, "price": "1"}),
    }
    missed = [
        told for told, one in unsound.items() if not any(told in fault for fault in faults_of(one, cast))
    ]
    assert not missed
