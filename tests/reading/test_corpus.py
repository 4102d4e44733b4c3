"""The clauses that readers are judged by are sound as data, and enough of each kind."""

from collections import Counter

import pytest

from tests.reading.corpus import (
    HALVES,
    LANGUAGES,
    faults_of,
    faults_of_cast,
    load,
    load_cast,
    load_half,
)


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_clause_is_sound(language: str, half: str) -> None:
    cast = load_cast()
    faults = [f"{clause.id}: {fault}" for clause in load(language, half) for fault in faults_of(clause, cast)]
    assert not faults, "\n".join(faults)


def test_the_cast_is_sound() -> None:
    assert not list(faults_of_cast(load_cast()))


def test_no_id_and_no_record_stands_twice() -> None:
    clauses = [clause for half in HALVES for clause in load_half(half)]
    twice = [one for one, count in Counter(clause.id for clause in clauses).items() if count > 1]
    assert not twice
    records = Counter((clause.published, *sorted(clause.record().items())) for clause in clauses)
    assert not [record for record, count in records.items() if count > 1]
