"""Which record of a newer reading is the one that was meant."""

from collections.abc import Sequence
from decimal import Decimal

import pytest

from desktop.briefing.briefing import Briefing
from desktop.briefing.identity import follow, moved_panels
from desktop.briefing.records import Facility, Milestone, Panel, Record, Ref
from desktop.quantities.dates import parse_date


def briefing(*records: Record) -> Briefing:
    tables: dict[str, Sequence[Record]] = {}
    for record in records:
        table: str = record.table  # type: ignore[attr-defined]
        tables[table] = (*tables.get(table, ()), record)
    return Briefing(title="", tables=tables)


def milestone(stage: str, date: str = "2024-08", project: str = "plant", note: str = "") -> Milestone:
    return Milestone(project=project, stage=stage, date=parse_date(date), status="done", note=note)


A, B, C = milestone("签约"), milestone("开工"), milestone("投产")


def row_of(meant: int, before: Sequence[Record], after: Sequence[Record]) -> int | None:
    """Where the record in row `meant` stands afterwards."""
    table: str = before[meant].table  # type: ignore[attr-defined]
    ref = follow(Ref(table, meant), briefing(*before), briefing(*after))
    return None if ref is None else ref.row


def test_a_record_with_an_id_is_found_by_it_whatever_else_has_changed() -> None:
    one, other = Facility(id="a", name="食堂"), Facility(id="b", name="公园")
    renamed = Facility(id="a", name="幸福食堂")
    assert row_of(0, [one, other], [other, renamed]) == 1
    assert row_of(0, [one, other], [other]) is None


@pytest.mark.parametrize(
    ("before", "after", "places"),
    [
        ([A, B], [C, A, B], [1, 2]),
        ([A, B, C], [C, B, A], [2, 1, 0]),
        ([A, B, C], [A, C], [0, None, 1]),
        ([A, B], [A, milestone("开工", "2024-09", note="补")], [0, 1]),
        ([A, B], [A, milestone("开工", project="other")], [0, None]),
        ([A, B], [], [None, None]),
        ([A, A], [B, A, A], [1, 2]),
        ([A, A], [A], [0, None]),
    ],
    ids=["above", "turned", "gone", "corrected", "of another", "empty", "alike", "one of two alike"],
)
def test_a_milestone_is_found_by_what_it_says(
    before: list[Record], after: list[Record], places: list[int | None]
) -> None:
    assert [row_of(n, before, after) for n in range(len(before))] == places


def test_of_two_milestones_of_one_name_none_is_guessed_at() -> None:
    first, second = milestone("开工", "2024-03"), milestone("开工", "2025-03")
    assert row_of(0, [first, second], [second]) is None
    assert row_of(1, [first, second], [second]) == 0
    corrected = [milestone("开工", "2024-04"), milestone("开工", "2025-04")]
    assert row_of(0, [first, second], corrected) is None


def panel(position: int, kind: str, title: str = "", items: str = "", **more: object) -> Panel:
    return Panel("industry", position, kind, title, items, **more)  # type: ignore[arg-type]


def test_panels_are_followed_when_they_are_numbered_anew() -> None:
    before = [panel(1, "message", "要点"), panel(2, "bars", "产值", "a b"), panel(3, "ring", "", "c")]
    new = panel(2, "cards", "新", "d")
    after = [before[0], new, panel(3, "bars", "产值", "a b"), panel(4, "ring", "", "c", minutes=Decimal(1))]
    assert moved_panels(before, after) == {
        "industry/1": "industry/1",
        "industry/2": "industry/3",
        "industry/3": "industry/4",
    }
    assert "industry/2" not in moved_panels(before, [before[0], before[2]])


def test_a_panel_stays_itself_when_its_title_or_its_items_change() -> None:
    before = [panel(1, "bars", "产值", "a b"), panel(2, "bars", "出口", "c")]
    titled = [panel(1, "bars", "工业产值", "a b"), panel(2, "bars", "出口", "c d")]
    assert moved_panels(before, titled) == {"industry/1": "industry/1", "industry/2": "industry/2"}
