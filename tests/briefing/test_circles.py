"""Circles are found, and what only leads into one is not blamed."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.briefing.circles import in_circles


@pytest.mark.parametrize(
    ("uses", "circular"),
    [
        ({}, ""),
        ({"a": "a"}, "a"),
        ({"a": "b", "b": "a"}, "ab"),
        ({"a": "b", "b": "c", "c": "b"}, "bc"),
        ({"a": "bc", "b": "d", "c": "d"}, ""),
        ({"a": "b", "b": "cd", "c": "a", "d": "e", "e": "d", "f": "d"}, "abcde"),
        ({"a": "x"}, ""),
    ],
)
def test_only_what_leads_back_to_itself(uses: dict[str, str], circular: str) -> None:
    assert in_circles({name: list(used) for name, used in uses.items()}) == set(circular)


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3)))
def test_it_is_what_walking_from_each_name_says(uses: dict[str, list[str]]) -> None:
    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        waiting = list(uses.get(start, ()))
        while waiting:
            name = waiting.pop()
            if name not in seen:
                seen.add(name)
                waiting.extend(uses.get(name, ()))
        return seen

    assert in_circles(uses) == {name for name in "abcdef" if name in reached(name)}


@pytest.mark.parametrize("turned", [False, True])
def test_long_chains_and_rings_cost_little(turned: bool) -> None:
    count = 50_000
    chain = {f"{n}": [f"{n + 1}"] for n in range(count)}
    if turned:
        chain = dict(reversed(chain.items()))
    started = process_time()
    assert not in_circles(chain)
    chain[f"{count}"] = ["0"]
    assert len(in_circles(chain)) == count + 1
    assert process_time() - started < 5
