"""What cannot be proved is found in a deck, and can be left out of it."""

from pathlib import Path

import pytest

from desktop.briefing.citations import Evidence
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import compose_deck
from desktop.exhibits.doubts import doubts_of
from desktop.exhibits.refs import entries_of, readings_in
from desktop.pack.loader import load
from tests.packs import Rows, figure, files_of, write_folder

GOOD = figure(id="good")
BARE = figure(id="bare", indicator="走访企业", value="7", unit="次", source="", quote="")
WRONG = figure(id="wrong", indicator="落地项目", value="9", unit="个", quote="落地8个项目")


def panel(
    position: int, kind: str, items: str, title: str = "一览", page: str = "industry"
) -> dict[str, str]:
    return {"page": page, "position": str(position), "kind": kind, "title": title, "items": items}


def composer_of(folder: Path, **tables: Rows) -> Composer:
    loaded = load(write_folder(folder, files_of(tables)))
    assert loaded.briefing is not None, loaded.faults
    return Composer(Evidence(loaded.briefing))


def test_the_bundled_pack_gives_nothing_to_ask_about(evidence: Evidence) -> None:
    composer = Composer(evidence)
    assert doubts_of(composer, compose_deck(composer)) == []


def test_each_is_listed_once_with_its_slide_and_what_is_wrong(tmp_path: Path) -> None:
    composer = composer_of(
        tmp_path,
        figures=[GOOD, BARE, WRONG],
        panels=[
            panel(1, "message", "", "开场"),
            panel(2, "cards", "good bare wrong"),
            panel(3, "cards", "bare"),
        ],
    )
    found = doubts_of(composer, compose_deck(composer))
    assert [(d.number, d.slide) for d in found] == [(3, "一览"), (3, "一览")]
    assert "走访企业" in found[0].name and "落地项目" in found[1].name
    assert all(doubt.reason for doubt in found) and found[0].reason != found[1].reason


def test_what_is_worked_out_from_them_is_listed_and_left_out_as_well(tmp_path: Path) -> None:
    derived = {"source": "", "quote": "", "status": "derived", "value": ""}
    composer = composer_of(
        tmp_path,
        figures=[
            BARE,
            figure(id="twice", indicator="两倍", unit="次", formula="bare * 2", **derived),
            figure(id="half", indicator="复原", unit="次", formula="twice / 2", **derived),
            GOOD,
            figure(id="double", indicator="翻番", unit="亿美元", formula="good * 2", **derived),
        ],
        panels=[panel(1, "cards", "half double"), panel(2, "cards", "half", "只有一项")],
    )
    (found,) = doubts_of(composer, compose_deck(composer))
    assert "复原" in found.name and "走访企业" in found.reason
    sourcing = next(s.sourcing for s in compose_deck(composer).slides if s.key == "industry/1")
    assert "1 项据未证实的数据推算" in list(sourcing.remarks())
    left = compose_deck(composer, without=[found.ref])
    assert [s.key for s in left.slides if s.exhibit] == ["industry/1"]


def test_left_out_are_cards_bars_note_lines_and_titles_that_name_them(tmp_path: Path) -> None:
    composer = composer_of(
        tmp_path,
        figures=[GOOD, BARE, WRONG, figure(id="odd", source="", quote="")],
        panels=[
            panel(1, "message", "", "共走访 {bare}"),
            panel(2, "cards", "good+wrong bare", "卡片"),
            panel(3, "bars", "good odd", "条形"),
            panel(4, "cards", "good", "达到 {wrong}"),
            panel(5, "cards", "bare wrong", "全是问题"),
        ],
    )
    deck = compose_deck(composer)
    bad = {doubt.ref for doubt in doubts_of(composer, deck)}
    assert {composer.briefing.record(ref).text("id") for ref in bad} == {"bare", "wrong", "odd"}
    left = compose_deck(composer, without=bad)
    assert [slide.title for slide in left.slides[1:-1]] == ["卡片", "条形"]
    for slide in left.slides[1:-1]:
        assert slide.exhibit is not None
        readings = list(readings_in(slide.exhibit))
        assert [reading.label for reading in readings] == ["实到外资"]


@pytest.mark.parametrize("kind", ["ring", "dots"])
def test_without_the_whole_there_is_no_share_of_it(tmp_path: Path, kind: str) -> None:
    whole = figure(id="whole", value="50", unit="%" if kind == "ring" else "个", source="", quote="")
    composer = composer_of(
        tmp_path, figures=[whole, GOOD], panels=[panel(1, kind, "whole good"), panel(2, "cards", "good")]
    )
    bad = [doubt.ref for doubt in doubts_of(composer, compose_deck(composer))]
    assert len(bad) == 1
    assert [s.key for s in compose_deck(composer, without=bad).slides if s.exhibit] == ["industry/2"]


def test_rows_of_a_list_and_stages_of_a_project_are_left_out(tmp_path: Path) -> None:
    cited = {"source": "news", "quote": "东湖托育点投用"}
    composer = composer_of(
        tmp_path,
        facilities=[
            {"id": "a", "name": "东湖托育点", "category": "托育", "status": "opened", **cited},
            {"id": "b", "name": "南桥食堂", "category": "食堂", "status": "opened"},
        ],
        projects=[{"id": "p", "name": "东湖托育点", **cited}],
        milestones=[
            {"project": "p", "stage": "投用", "date": "2024", "status": "done", **cited},
            {"project": "p", "stage": "竣工", "date": "2023", "status": "done"},
        ],
        panels=[panel(1, "facilities", "", page="livelihood"), panel(1, "timeline", "", page="investment")],
    )
    found = doubts_of(composer, compose_deck(composer))
    names = sorted(doubt.name for doubt in found)
    assert len(names) == 2 and "竣工" in names[0] and names[1] == "南桥食堂"
    left = compose_deck(composer, without={doubt.ref for doubt in found})
    refs = [ref for slide in left.slides if slide.exhibit for ref in entries_of(slide.exhibit)]
    assert sorted((ref.table, ref.row) for ref in refs) == [
        ("facilities", 0),
        ("milestones", 0),
        ("projects", 0),
    ]
