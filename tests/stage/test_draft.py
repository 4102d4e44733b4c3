"""A show that is being arranged: what is hidden, moved, planned and said, and the rows that keep it."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.briefing.citations import Evidence
from desktop.briefing.records import Show
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import compose_deck
from desktop.stage.draft import Draft

LEADERS = "领导 10 分钟"


@pytest.fixture
def composer(evidence: Evidence) -> Composer:
    return Composer(evidence)


@pytest.fixture
def draft(composer: Composer) -> Draft:
    return Draft(composer)


def keys(draft: Draft) -> list[str]:
    return [entry.row.panel for entry in draft.entries]


def place(draft: Draft, key: str) -> int:
    return keys(draft).index(key)


def test_it_begins_with_every_panel_and_nothing_to_keep(draft: Draft, composer: Composer) -> None:
    whole = [slide.key for slide in compose_deck(composer).slides]
    assert keys(draft) == list(dict.fromkeys(whole)) and not draft.changed
    assert len(draft.shown) == len(whole)


def test_a_show_is_what_the_pack_says_and_other_panels_are_offered_hidden(composer: Composer) -> None:
    draft, deck = Draft(composer, LEADERS), compose_deck(composer, LEADERS)
    assert [(s.key, s.part, s.minutes, s.script) for s in draft.shown] == [
        (s.key, s.part, s.minutes, s.script) for s in deck.shown
    ]
    assert set(keys(draft)) == set(keys(Draft(composer)))
    assert draft.rows(LEADERS) == [row for row in composer.shows if row.show == LEADERS]


def test_slides_of_one_panel_move_together(draft: Draft) -> None:
    timeline = next(n for n, entry in enumerate(draft.entries) if len(entry.base) > 1)
    key, count = draft.entries[timeline].row.panel, len(draft.entries[timeline].base)
    assert draft.move([timeline], 1) == [1]
    assert [slide.key for slide in draft.shown[1 : 1 + count]] == [key] * count
    assert draft.number(1) == f"2–{1 + count}"


def test_moving_past_the_ends_changes_nothing(draft: Draft) -> None:
    before = keys(draft)
    assert draft.shift([0], -1) == [0] and draft.shift([len(before) - 1], 1) == [len(before) - 1]
    assert keys(draft) == before and not draft.changed
    assert draft.shift([0, 1], 1) == [1, 2] and keys(draft)[:3] == [before[2], before[0], before[1]]


def test_a_page_is_hidden_and_shown_again(draft: Draft) -> None:
    shown, every = draft.page_counts()["investment"]
    assert shown == every > 1
    draft.hide_page("investment")
    assert draft.page_counts()["investment"] == (0, every)
    assert not any(slide.page == "investment" for slide in draft.shown)
    draft.hide_page("investment", hidden=False)
    assert draft.page_counts()["investment"] == (every, every) and not draft.changed


def test_minutes_and_script_of_this_show_stand_beside_those_of_the_pack(draft: Draft) -> None:
    at = place(draft, "industry/4")
    planned, own = draft.planned(), draft.entries[at].own_script
    draft.set_minutes(at, Decimal("2.5"))
    assert draft.planned() == pytest.approx(planned + 150 - 42)
    draft.set_script(at, "只说一句。")
    assert draft.entries[at].slides[0].script == "只说一句。" and draft.entries[at].own_script == own
    row = next(row for row in draft.rows("新") if row.panel == "industry/4")
    assert (row.minutes, row.script) == (Decimal("2.5"), "只说一句。")
    draft.set_minutes(at, None)
    draft.set_script(at, own)
    assert not draft.changed


def test_a_hidden_panel_that_was_not_in_the_show_is_kept_only_once_it_is_touched(composer: Composer) -> None:
    draft = Draft(composer, rows=[Show("", 1, "cover"), Show("", 2, "industry/4")])
    assert [row.panel for row in draft.rows("x")] == ["cover", "industry/4"]
    draft.hide([place(draft, "industry/5")], hidden=False)
    assert [row.panel for row in draft.rows("x")] == ["cover", "industry/4", "industry/5"]
    assert keys(draft).index("industry/5") == keys(draft).index("industry/4") + 1


def test_times_are_taken_for_what_is_shown(draft: Draft) -> None:
    draft.hide([place(draft, "industry/5")])
    draft.take_times({"industry/4": Decimal("1.25"), "industry/5": Decimal(9), "answer": Decimal(1)})
    rows = {row.panel: row.minutes for row in draft.rows("x")}
    assert rows["industry/4"] == Decimal("1.25") and rows["industry/5"] is None


def test_a_panel_that_stands_twice_in_a_show_shares_its_time(composer: Composer) -> None:
    rows = [Show("x", n, panel) for n, panel in enumerate(("industry/4", "industry/5", "industry/4"), 1)]
    draft = Draft(composer, "x", rows)
    draft.take_times({"industry/4": Decimal(3)})
    assert [row.minutes for row in draft.rows("x")] == [Decimal("1.5"), None, Decimal("1.5")]


@given(steps=st.lists(st.tuples(st.sets(st.integers(0, 26), min_size=1), st.integers(0, 27)), max_size=6))
@settings(max_examples=40, deadline=None)
def test_no_move_loses_a_panel(evidence: Evidence, steps: list[tuple[set[int], int]]) -> None:
    draft = Draft(Composer(evidence))
    before = sorted(keys(draft))
    for places, to in steps:
        wanted = [keys(draft)[n] for n in sorted(places)]
        now = draft.move(places, to)
        assert [keys(draft)[n] for n in now] == wanted
    assert sorted(keys(draft)) == before
