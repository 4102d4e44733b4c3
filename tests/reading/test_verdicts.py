"""Records are held against clauses part by part: what is wrong is caught, what is right accepted."""

import pytest

from tests.reading.corpus import load
from tests.reading.judging import Score, score, table

FINISHED = ("zh", "en", "ja")
"""The languages that are read."""
SEEN = ("open", "more")
"""What readers are made with; the half that is held back is for counting alone."""


@pytest.fixture(scope="module", params=[(language, part) for language in FINISHED for part in SEEN])
def result(request: pytest.FixtureRequest) -> Score:
    return score(load(*request.param))


def test_at_most_one_wrong_record_in_a_hundred_passes(result: Score) -> None:
    passed = sum(result.wrong.values()) - sum(result.caught.values())
    assert passed <= 0.01 * sum(result.wrong.values()), "\n".join([*result.failed, *table(result)])


def test_no_kind_of_wrongness_passes_more_than_twice_in_a_hundred(result: Score) -> None:
    worst = {k: n - result.caught[k] for k, n in result.wrong.items() if n - result.caught[k] > 0.02 * n}
    assert not worst, "\n".join(result.failed)


def test_right_records_are_accepted(result: Score) -> None:
    assert result.accepted >= 0.97 * result.right, "\n".join(result.failed)
