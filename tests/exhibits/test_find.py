"""What a presenter types in a hurry finds what was asked about, and puts it on a slide with its source."""

import threading
from pathlib import Path

import pytest

from desktop import app
from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.briefing.records import PAGES, Ref
from desktop.exhibits.answers import answer_slide
from desktop.exhibits.compose import Composer
from desktop.exhibits.find import SEARCHED, Finder
from desktop.exhibits.kinds import Cards, Listing, Timeline
from desktop.exhibits.parts import MOST_STAGES
from desktop.pack.loader import load
from tests.packs import figure, files_of, write_folder


@pytest.fixture(scope="module")
def composer(evidence: Evidence) -> Composer:
    return Composer(evidence)


@pytest.fixture(scope="module")
def finder(composer: Composer) -> Finder:
    return Finder(composer, app.pinyin_table)


def identifiers(finder: Finder, typed: str, most: int = 12) -> list[str]:
    briefing = finder.briefing
    found = (briefing.record(found.ref) for found in finder.find(typed, most))
    return [getattr(record, "id", "") or getattr(record, "stage", "") for record in found]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("实到外资", "fdi_2024"),
        ("sdwz", "fdi_2024"),
        ("SDWZ", "fdi_2024"),
        ("shidaowai", "fdi_2024"),
        ("1.66", "fdi_2024"),
        ("１．６６", "fdi_2024"),
        ("2024实到", "fdi_2024"),
        ("2023 sdwz", "fdi_2023"),
        ("1.49", "fdi_2023"),
        ("86.07%", "livelihood_share_2024"),
        ("近10", "tsugami_surplus_2024"),
        ("10", "tsugami_surplus_2024"),
        ("1000", "visits_2024"),
        ("260%", "x_output_2024"),
        ("上千", "visits_2024"),
        ("1000次", "visits_2024"),
        ("三宏", "sanhong_chassis"),
        ("shxm", "sanhong_chassis"),
        ("大面积", "大面积投产"),
        ("dmjtc", "大面积投产"),
        ("三宏 大面积", "大面积投产"),
        ("亚朵", "hotel_atour"),
        ("ydjd", "hotel_atour"),
        ("zhongdianxiang", "key_projects_firms"),
        ("cdxm", "key_projects_firms"),
        ("1+3", "one_three_n"),
        ("3xcy", "three_plus_x"),
    ],
)
def test_it_is_found_first(finder: Finder, typed: str, first: str) -> None:
    assert identifiers(finder, typed)[:1] == [first]


def test_names_come_before_details_and_figures_before_lists(finder: Finder) -> None:
    kinds = [found.ref.table for found in finder.find("三宏", 30)]
    assert kinds[0] == "projects" and kinds[1] == "figures"
    assert kinds[1:] == sorted(kinds[1:], key=list(SEARCHED).index)


def test_a_beginning_comes_before_what_stands_within(finder: Finder) -> None:
    names = [found.name for found in finder.find("产业", 30)]
    begins = [name.startswith("产业") for name in names if "产业" in name]
    assert any(begins) and begins == sorted(begins, reverse=True)


def test_what_is_found_says_what_it_is(finder: Finder) -> None:
    (found,) = finder.find("大面积投产")
    assert (found.name, found.detail, found.kind) == ("大面积投产", "三宏项目 · 2026-03", "节点")
    (growth,) = finder.find("X产业 同比")
    assert growth.detail == "X 个战略新兴产业 · +260% · 2024" and growth.kind == "数据"


def test_no_more_is_offered_than_was_asked_for_and_nothing_twice(finder: Finder) -> None:
    assert len(finder.find("产", 3)) == 3
    refs = [found.ref for found in finder.find("产", 200)]
    assert len(set(refs)) == len(refs) > 12


@pytest.mark.parametrize("typed", ["", "   ", "没有这样的词", "zzzqqq", "\n", "[a", "([", "%s", "1.66亿欧元"])
def test_nothing_is_found_where_nothing_is(finder: Finder, typed: str) -> None:
    assert finder.find(typed) == []


def test_english_names_are_found_and_shown(evidence: Evidence) -> None:
    finder = Finder(Composer(evidence, "en"), app.pinyin_table)
    assert finder.find("atour")[0].name == "Atour Hotel"
    assert finder.find("ydjd")[0].name == "Atour Hotel"


def test_it_can_be_prepared_on_another_thread(composer: Composer) -> None:
    read: list[str] = []

    def table() -> str:
        read.append(app.pinyin_table())
        return read[-1]

    finder = Finder(composer, table)
    threads = [threading.Thread(target=finder.prepare) for _ in range(3)]
    assert not read
    for thread in threads:
        thread.start()
    assert finder.find("sdwz")
    for thread in threads:
        thread.join()
    assert len(read) == 1


def test_a_pack_with_nothing_finds_nothing(tmp_path: Path) -> None:
    loaded = load(write_folder(tmp_path, files_of({})))
    assert loaded.briefing
    assert Finder(Composer(Evidence(loaded.briefing)), app.pinyin_table).find("a") == []


# the slide that answers


def test_every_record_has_a_slide_with_its_words(composer: Composer, pinghu: Briefing) -> None:
    shown = {
        "figures": Cards,
        "projects": Timeline,
        "milestones": Timeline,
        "facilities": Listing,
        "programmes": Listing,
    }
    for table, kind in shown.items():
        for row in range(len(pinghu.tables[table])):
            slide = answer_slide(composer, Ref(table, row))
            assert isinstance(slide.exhibit, kind) and slide.kind == "answer" and slide.page in PAGES
            assert slide.title and Ref(table, row) in slide.refs
            assert slide.sourcing.notes or slide.sourcing.derived
            assert not slide.sourcing.unsourced and not slide.sourcing.mismatched


@pytest.mark.parametrize(
    ("table", "identifier", "title", "page"),
    [
        ("figures", "fdi_2024", "平湖经开：2024 实到外资", "investment"),
        ("figures", "tsugami_output_2024", "津上精密机床（浙江）有限公司：2024 实绩", "industry"),
        ("projects", "sanhong_chassis", "三宏项目", "investment"),
        ("facilities", "hotel_atour", "亚朵酒店", "livelihood"),
        ("programmes", "full_process", "项目全流程负责制", "investment"),
        ("programmes", "deeds_first", "“实干为要”", "livelihood"),
    ],
)
def test_an_answer_says_what_it_is_about(
    composer: Composer, pinghu: Briefing, table: str, identifier: str, title: str, page: str
) -> None:
    ref = pinghu.find(table, identifier)
    assert ref is not None
    slide = answer_slide(composer, ref)
    assert (slide.title, slide.page) == (title, page)


def composer_of(folder: Path, **tables: list[dict[str, str]]) -> Composer:
    loaded = load(write_folder(folder, files_of(tables)))
    assert loaded.briefing, loaded.faults
    return Composer(Evidence(loaded.briefing))


def test_of_a_long_project_the_part_that_was_asked_for_is_shown(tmp_path: Path) -> None:
    stages = [
        {"project": "p", "stage": f"节点{n}", "date": str(2001 + n), "status": "done" if n < 9 else "planned"}
        for n in range(3 * MOST_STAGES)
    ]
    composer = composer_of(tmp_path, projects=[{"id": "p", "name": "长项目"}], milestones=stages)
    for row in range(len(stages)):
        assert Ref("milestones", row) in answer_slide(composer, Ref("milestones", row)).refs
    slide = answer_slide(composer, Ref("projects", 0))
    assert Ref("milestones", 8) in slide.refs and slide.heading == "长项目（2/3）"


def test_what_no_page_shows_has_a_page_all_the_same(tmp_path: Path) -> None:
    panels = [{"page": "industry", "position": "1", "kind": "message", "title": "要点"}]
    composer = composer_of(
        tmp_path,
        figures=[figure(source="", quote="")],
        projects=[{"id": "p", "name": "项目"}],
        facilities=[{"id": "f", "name": "食堂"}],
        programmes=[{"id": "g", "name": "机制"}],
        panels=panels,
    )
    pages = {
        t: answer_slide(composer, Ref(t, 0)).page for t in ("figures", "projects", "facilities", "programmes")
    }
    assert pages == {
        "figures": "investment",
        "projects": "investment",
        "facilities": "livelihood",
        "programmes": "industry",
    }
    assert answer_slide(composer, Ref("figures", 0)).sourcing.unsourced == (Ref("figures", 0),)
