"""What is worth saying of a pack that has no fault: what has no source, what is overdue."""

from pathlib import Path

import pytest

from desktop.briefing.checks import Fault
from desktop.briefing.citations import Evidence
from desktop.briefing.findings import notices
from desktop.pack.loader import load
from tests.packs import Rows, figure, files_of, write_folder


def found(folder: Path, tables: dict[str, Rows], **more: str) -> list[Fault]:
    """The notices of a pack, which has no fault."""
    loaded = load(write_folder(folder, files_of(tables, **more)))
    assert loaded.briefing, loaded.faults
    return list(notices(Evidence(loaded.briefing)))


def places(notes: list[Fault]) -> list[tuple[str, int, str]]:
    return [(note.table, note.row, note.column) for note in notes]


def stages(*rows: str) -> dict[str, Rows]:
    """A project with stages written as 投产 2025-03 planned."""
    made = [dict(zip(("stage", "date", "status"), row.split(), strict=True)) for row in rows]
    cited = {"project": "p", "source": "news", "quote": "项目推进"}
    return {
        "projects": [{"id": "p", "name": "甲项目", "source": "news", "quote": "项目推进"}],
        "milestones": [cited | row for row in made],
    }


def test_the_bundled_pack_has_nothing_to_be_noticed(evidence: Evidence) -> None:
    assert list(notices(evidence)) == []


def test_what_has_no_source_is_told_by_name(tmp_path: Path) -> None:
    rows = [
        figure(),
        figure(id="b", source="", quote=""),
        figure(id="c", label="全年外资", quote=""),
        figure(id="twice", value="", quote="", source="", status="derived", formula="fdi * 2"),
    ]
    notes = found(tmp_path, {"figures": rows, "programmes": [{"id": "x", "name": "服务专班"}]})
    assert places(notes) == [("figures", 3, "source"), ("figures", 4, "quote"), ("programmes", 2, "source")]
    assert ["示范区: 实到外资" in notes[0].message, "示范区: 全年外资" in notes[1].message] == [True, True]
    assert "服务专班" in notes[2].message


def test_a_plan_that_was_met_late_is_neither_fault_nor_overdue(tmp_path: Path) -> None:
    assert found(tmp_path, stages("投产 2024-03 planned", "投产 2024-04 done")) == []


@pytest.mark.parametrize(
    ("date", "overdue"),
    [("2024-12", True), ("2025-01", True), ("2025", False), ("2025-02", False), ("2025-01~", False),
     ("2025-02~", False), ("../2024-10", True), ("2024/..", False)],
)  # fmt: skip
def test_a_plan_is_overdue_once_all_of_its_time_is_past(tmp_path: Path, date: str, overdue: bool) -> None:
    """The sample is as of 2025-02."""
    notes = found(tmp_path, stages("开工 2024-06 done", f"投产 {date} planned"))
    assert places(notes) == [("milestones", 3, "date")] * overdue
    assert all("甲项目" in note.message and "投产" in note.message for note in notes)


def test_work_that_goes_on_beside_an_overdue_stage_is_no_fault(tmp_path: Path) -> None:
    notes = found(tmp_path, stages("结顶 2024-06 planned", "设备进场 2024-08 done"))
    assert places(notes) == [("milestones", 2, "date")]


def test_a_later_plan_for_an_overdue_stage_takes_its_place(tmp_path: Path) -> None:
    assert found(tmp_path, stages("投产 2024-06 planned", "投产 2025-06 planned")) == []


def test_what_is_done_after_the_day_of_the_briefing_is_noticed(tmp_path: Path) -> None:
    notes = found(tmp_path, stages("签约 2025-02 done", "开工 2025-03~ done", "投产 2025-06 done"))
    assert places(notes) == [("milestones", 4, "date")]


def test_figures_of_unlike_periods_on_one_axis_are_told(tmp_path: Path) -> None:
    rows = [
        figure(),
        figure(id="b", period="2023"),
        figure(id="c", period="2024-33"),
        figure(id="d", period=""),
    ]
    rows.append(figure(id="goal", period="", status="target"))
    panels = [
        {"page": "industry", "position": "1", "kind": "columns", "items": "fdi b goal"},
        {"page": "industry", "position": "2", "kind": "columns", "items": "fdi c d goal"},
        {"page": "industry", "position": "3", "kind": "cards", "items": "fdi c d"},
    ]
    (note,) = found(tmp_path, {"figures": rows, "panels": panels})
    assert (note.table, note.row, note.column) == ("panels", 3, "items")
    assert "Years: fdi, goal; Quarters: c; No period given: d" in note.message
