"""All faults of a pack at once, each with table, row, column and what would be right."""

from pathlib import Path

from desktop.pack.loader import load
from tests.packs import figure, files_of, write_folder


def test_every_fault_is_found_in_one_go(tmp_path: Path) -> None:
    tables = {
        "figures": [
            figure(unit="斗"),
            figure(id="b", value="1,5"),
            figure(id="c", period="去年"),
            figure(id="", bound="roughly"),
            figure(id="d", status="planned"),
        ],
        "facilities": [{"id": "x", "name": "", "longitude": "500"}],
        "panels": [{"page": "industry", "position": "one", "kind": "pie"}],
    }
    loaded = load(write_folder(tmp_path, files_of(tables)))
    assert loaded.briefing is None
    assert {(f.table, f.row, f.column) for f in loaded.faults} == {
        ("figures", 2, "unit"),
        ("figures", 3, "value"),
        ("figures", 4, "period"),
        ("figures", 5, "id"),
        ("figures", 5, "bound"),
        ("figures", 6, "status"),
        ("facilities", 2, "name"),
        ("facilities", 2, "longitude"),
        ("panels", 2, "position"),
        ("panels", 2, "kind"),
    }
    assert all(fault.message for fault in loaded.faults)


def test_faults_of_cells_and_between_records_are_told_together(tmp_path: Path) -> None:
    tables = {
        "subjects": [
            {"id": "zone", "name": "示范区", "kind": "zone"},
            {"id": "firm", "name": "甲", "kind": "firma"},
        ],
        "figures": [
            figure(subject="nobody"),
            figure(id="b", value="很多"),
            figure(),
            figure(id="d", source="elsewhere", subject="firm"),
        ],
        "panels": [
            {"page": "industry", "position": "1", "kind": "pie", "items": "b"},
            {"page": "industry", "position": "2", "kind": "cards", "items": "fdi b lost"},
        ],
        "shows": [
            {"show": "甲", "position": "1", "panel": "industry/1"},
            {"show": "甲", "position": "2", "panel": "industry/9"},
        ],
    }
    loaded = load(write_folder(tmp_path, files_of(tables)))
    assert loaded.briefing is None
    assert [(f.table, f.row, f.column) for f in loaded.faults] == [
        ("subjects", 3, "kind"),
        ("figures", 2, "subject"),
        ("figures", 3, "value"),
        ("figures", 4, "id"),
        ("figures", 5, "source"),
        ("panels", 2, "kind"),
        ("panels", 3, "items"),
        ("shows", 3, "panel"),
    ]


def test_what_could_not_be_read_brings_no_further_faults(tmp_path: Path) -> None:
    """Neither a row with too few cells, nor a misspelt column, nor a table without ids makes others wrong."""
    files = files_of({"panels": [{"page": "industry", "position": "1", "kind": "cards", "items": "a b"}]})
    files["figures.csv"] = "id,subject,indicator,valeu\n\na,zone,外资,1\nb,zone\n".encode()
    files["projects.csv"] = "name\n项目\n".encode()
    files["milestones.csv"] = "project,stage,status\np,开工,done\n".encode()
    loaded = load(write_folder(tmp_path, files))
    assert [(f.table, f.row, f.column) for f in loaded.faults] == [
        ("figures", 1, "valeu"),
        ("figures", 4, ""),
        ("projects", 1, "id"),
    ]


def test_a_share_that_could_not_be_read_does_not_make_its_ring_wrong(tmp_path: Path) -> None:
    rows = [figure(id="share", value="86.07%", unit="%"), figure()]
    panels = [
        {"page": "industry", "position": "1", "kind": "ring", "items": "share fdi"},
        {"page": "industry", "position": "2", "kind": "ring", "items": "nowhere fdi"},
    ]
    faults = load(write_folder(tmp_path, files_of({"figures": rows, "panels": panels}))).faults
    assert [(f.table, f.row, f.column) for f in faults] == [("figures", 2, "value"), ("panels", 3, "items")]


def test_empty_rows_are_counted_as_the_spreadsheet_does(tmp_path: Path) -> None:
    files = files_of({})
    files["figures.csv"] = "id,subject,indicator,value\n\na,zone,外资,1\n\na,nobody,外资,1\n".encode()
    faults = load(write_folder(tmp_path, files)).faults
    assert [(f.row, f.column) for f in faults] == [(5, "id"), (5, "subject")]
    assert "3" in faults[0].message


def test_records_are_checked_against_each_other(tmp_path: Path) -> None:
    tables = {
        "figures": [
            figure(),
            figure(),
            figure(id="c", subject="nobody"),
            figure(id="d", source="elsewhere"),
            figure(id="e", formula="fdi + 1"),
            {"id": "f", "subject": "zone", "indicator": "x", "status": "derived", "formula": "missing * 2"},
            {"id": "g", "subject": "zone", "indicator": "x"},
            figure(id="h", value="80", upper="70", unit="名"),
        ],
        "subjects": [
            {"id": "zone", "name": "示范区", "kind": "zone", "parent": "part"},
            {"id": "part", "name": "片区", "kind": "zone", "parent": "zone"},
        ],
        "projects": [{"id": "p", "name": "项目"}],
        "milestones": [
            {"project": "p", "stage": "开工", "date": "2024-08", "status": "done"},
            {"project": "p", "stage": "投产", "date": "2024-05", "status": "planned"},
            {"project": "q", "stage": "投产", "date": "2026", "status": "planned"},
        ],
        "panels": [
            {"page": "industry", "position": "1", "kind": "cards", "items": "fdi nothing", "title": "{gone}"},
            {"page": "industry", "position": "1", "kind": "cards", "items": "fdi"},
        ],
        "shows": [{"show": "a", "position": "1", "panel": "industry/9"}],
    }
    loaded = load(write_folder(tmp_path, files_of(tables)))
    assert {(f.table, f.row, f.column) for f in loaded.faults} == {
        ("figures", 3, "id"),
        ("figures", 4, "subject"),
        ("figures", 5, "source"),
        ("figures", 6, "value"),
        ("figures", 7, "formula"),
        ("figures", 8, "value"),
        ("figures", 9, "upper"),
        ("subjects", 2, "parent"),
        ("subjects", 3, "parent"),
        ("milestones", 3, "date"),
        ("milestones", 4, "project"),
        ("panels", 2, "items"),
        ("panels", 2, "title"),
        ("panels", 3, "position"),
        ("shows", 2, "panel"),
    }


def test_a_misspelt_or_missing_column_is_named(tmp_path: Path) -> None:
    files = files_of({"figures": [figure()]})
    files["figures.csv"] = files["figures.csv"].replace(b"value", b"vaule").replace(b"subject,", b"subjekt,")
    loaded = load(write_folder(tmp_path, files))
    messages = " ".join(f.message for f in loaded.faults)
    assert "vaule" in messages and "value" in messages and "“subject” is missing" in messages


def test_a_figure_that_uses_a_circle_is_not_blamed_for_it(tmp_path: Path) -> None:
    shared = {"subject": "zone", "indicator": "x", "status": "derived"}
    rows = [
        {"id": "a", "formula": "b + 1", **shared},
        {"id": "b", "formula": "a * 2", **shared},
        {"id": "c", "formula": "a + b", **shared},
    ]
    subjects = [
        {"id": "zone", "name": "区", "kind": "zone", "parent": "part"},
        {"id": "part", "name": "片", "kind": "zone", "parent": "zone"},
        {"id": "under", "name": "下", "kind": "zone", "parent": "part"},
    ]
    loaded = load(write_folder(tmp_path, files_of({"figures": rows, "subjects": subjects})))
    assert {(f.table, f.row) for f in loaded.faults} == {
        ("figures", 2), ("figures", 3), ("subjects", 2), ("subjects", 3)
    }  # fmt: skip


def test_what_has_no_scale_in_common_is_not_drawn_on_one(tmp_path: Path) -> None:
    rows = [
        figure(),
        figure(id="b", value="5000", unit="万元", quote="5000万元"),
        figure(id="c", value="3", unit="亿元", quote="3亿元"),
        figure(id="d", value="1", unit="位", quote="第一"),
    ]
    panels = [
        {"page": "industry", "position": "1", "kind": "bars", "items": "fdi b"},
        {"page": "industry", "position": "2", "kind": "columns", "items": "b c"},
        {"page": "industry", "position": "3", "kind": "ring", "items": "fdi"},
        {"page": "industry", "position": "4", "kind": "cards", "items": "fdi d"},
    ]
    loaded = load(write_folder(tmp_path, files_of({"figures": rows, "panels": panels})))
    assert [(f.table, f.row, f.column) for f in loaded.faults] == [
        ("panels", 2, "items"),
        ("panels", 4, "items"),
    ]
