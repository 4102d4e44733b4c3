"""A pack that was copied from another zone's says so where it still has the name of that."""

import json
import shutil
from pathlib import Path

import pytest

from desktop import app
from desktop.briefing.checks import Fault
from desktop.briefing.citations import Evidence
from desktop.briefing.zones import other_zones
from desktop.pack.loader import load
from tests.packs import Rows, files_of, write_folder

OTHER = "海盐经开"


def found(pack: Path) -> list[Fault]:
    loaded = load(pack)
    assert loaded.briefing, loaded.faults
    return list(other_zones(loaded.briefing))


def places(notes: list[Fault]) -> set[tuple[str, int, str]]:
    return {(note.table, note.row, note.column) for note in notes}


def zone(name: str, **more: str) -> Rows:
    return [{"id": "zone", "name": name, "kind": "zone"} | more]


def source(title: str) -> Rows:
    return [{"id": "news", "title": title}]


def said(folder: Path, script: str, title: str = OTHER, **twins: str) -> list[Fault]:
    """What is noticed of a sentence in a pack of its own zone."""
    panel = {"page": "industry", "position": "1", "kind": "message", "title": "要点", "script": script}
    tables = {"subjects": zone(title), "panels": [panel | twins]}
    return found(write_folder(folder, files_of(tables, title=title)))


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return shutil.copytree(app.bundled(*app.BUNDLED_PACK), tmp_path / "pack")


def rename(pack: Path, *tables: str) -> None:
    """Write the other zone's name into these tables."""
    for table in tables:
        path = pack / f"{table}.csv"
        path.write_text(path.read_text(encoding="utf-8").replace("平湖", "海盐"), encoding="utf-8")


def entitle(pack: Path) -> None:
    path = pack / "datapackage.json"
    known = json.loads(path.read_text(encoding="utf-8"))
    known |= {"title": OTHER}
    path.write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")


def test_the_bundled_pack_names_its_own_zone(evidence: Evidence) -> None:
    assert list(other_zones(evidence.briefing)) == []


def test_a_title_that_was_left_is_told(copied: Path) -> None:
    rename(copied, "subjects", "sources", "panels", "shows")
    notes = [note for note in found(copied) if note.table not in ("facilities", "programmes")]
    assert [(note.table, note.row) for note in notes] == [("", 0)] * 2
    assert "“平湖经开”" in notes[0].message and "“平湖経済技術開発区”" in notes[1].message


def test_sentences_that_were_left_are_told(copied: Path) -> None:
    entitle(copied)
    rename(copied, "subjects", "sources")
    notes = found(copied)
    assert all("平湖" in note.message and OTHER in note.message for note in notes if note.column == "script")
    scripts = {(note.table, note.row) for note in notes if note.column == "script"}
    lines = {
        name: (copied / f"{name}.csv").read_text(encoding="utf-8").splitlines()
        for name in ("panels", "shows")
    }
    assert scripts == {
        (name, row) for name, rows in lines.items() for row, line in enumerate(rows, 1) if "平湖" in line
    }  # fmt: skip


def test_a_zone_among_the_subjects_that_was_left_is_told(copied: Path) -> None:
    entitle(copied)
    rename(copied, "sources", "panels", "shows")
    assert ("subjects", 2, "name") in places(found(copied))


def test_a_source_about_another_zone_is_told(tmp_path: Path) -> None:
    tables = {"subjects": zone(OTHER), "sources": source("平湖经开这一年")}
    assert places(found(write_folder(tmp_path, files_of(tables, title=OTHER)))) == {("sources", 2, "title")}


def test_the_place_alone_of_another_zone_is_told_too(tmp_path: Path) -> None:
    script = "平湖经开这一年。"
    notes = said(tmp_path, script, title_ja="平湖の一年")
    assert {note.column for note in notes} == {"script"}, "there is no word of the own zone in Japanese"
    panels = [
        {"page": "industry", "position": "1", "kind": "message", "title": "立足平湖的愿景"},
        {"page": "industry", "position": "2", "kind": "message", "title": "要点", "script": script},
    ]
    tables: dict[str, Rows] = {"subjects": zone(OTHER), "panels": panels}
    notes = found(write_folder(tmp_path / "two", files_of(tables, title=OTHER)))
    assert [(note.row, note.column) for note in notes] == [(2, "title"), (3, "script")]


@pytest.mark.parametrize(
    ("title", "subject", "paper"),
    [
        ("海盐经开", "海盐经济技术开发区", "工作报告"),
        ("海盐经开 2024 年简报", "全区", "海盐经开这一年"),
        ("海盐县经济开发区", "海盐经开", "工作报告"),
        ("示范区", "全区", "工作报告"),
        ("国家级经开区简报", "全区", "工作报告"),
        ("招商引资情况", "全区", "工作报告"),
    ],
)
def test_a_title_that_is_the_packs_own_is_let_be(
    tmp_path: Path, title: str, subject: str, paper: str
) -> None:
    tables: dict[str, Rows] = {"subjects": zone(subject), "sources": source(paper)}
    assert found(write_folder(tmp_path, files_of(tables, title=title))) == []


@pytest.mark.parametrize(
    "script",
    [
        "先看海盐经开，上榜全省开发区前十，在国家级经开区中排名靠前，我们经开区和各地开发区一样。",
        "海盐县经济技术开发区加快建设开发区，推进新区建设，全力打造高新区。",
        "经开集团和经开区管委会。",
    ],
)
def test_other_words_are_no_zones(tmp_path: Path, script: str) -> None:
    assert said(tmp_path, script) == []


@pytest.mark.parametrize(
    ("script", "name"),
    [
        ("先看平湖经开 2024 年的产业。", "平湖经开"),
        ("平湖市经济技术开发区完成外资。", "平湖市经济技术开发区"),
        ("去年，临江高新区增长。", "临江高新区"),
        ("东湖开发区这一年。", "东湖开发区"),
        ("青山新区这一年。", "青山新区"),
    ],
)
def test_another_zone_in_a_sentence_is_told(tmp_path: Path, script: str, name: str) -> None:
    (note,) = said(tmp_path, script)
    assert (note.table, note.row, note.column) == ("panels", 2, "script") and f"“{name}”" in note.message


def test_a_zone_that_is_compared_with_is_a_subject(tmp_path: Path) -> None:
    panel = {"page": "industry", "position": "1", "kind": "message", "title": "比平湖经开多"}
    subjects = [*zone(OTHER), {"id": "near", "name": "平湖经开", "kind": "zone"}]
    tables: dict[str, Rows] = {"subjects": subjects, "panels": [panel]}
    assert found(write_folder(tmp_path, files_of(tables, title=OTHER))) == []


def test_english_is_compared_with_english(tmp_path: Path) -> None:
    """Where the pack does not say what its own zone is called there, nothing can be told."""
    panel = {"page": "industry", "position": "1", "kind": "message", "title": "要点"}
    panel |= {
        "script_en": "Welcome to the Pinghu Economic and Technological Development Zone; the Pinghu ETDZ grew."
    }

    def noticed(name: str) -> list[Fault]:
        tables: dict[str, Rows] = {"subjects": zone(OTHER, name_en=name), "panels": [panel]}
        return found(write_folder(tmp_path / f"pack{name}", files_of(tables, title=OTHER)))

    assert noticed("") == noticed("Pinghu ETDZ") == []
    (note,) = noticed("Haiyan ETDZ")
    assert note.column == "script_en" and "Pinghu" in note.message


def test_a_zone_that_only_the_document_of_a_source_names_is_named(tmp_path: Path) -> None:
    tables: dict[str, Rows] = {"subjects": zone("全区")}
    assert (
        found(
            write_folder(tmp_path / "a", files_of(tables, title=OTHER, document="过去一年，海\n盐加快发展。"))
        )
        == []
    )
    assert places(
        found(write_folder(tmp_path / "b", files_of(tables, title=OTHER, document="过去一年。")))
    ) == {("", 0, "")}
