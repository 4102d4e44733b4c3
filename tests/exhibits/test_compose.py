"""Panels become exhibits; without panels, sensible ones are composed; a filter keeps what matches."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.briefing.records import PAGES
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Bars, Cards, Dots, Listing, Ring, Structure, Timeline
from desktop.exhibits.narrow import narrow
from desktop.exhibits.viewport import Viewport
from desktop.pack.loader import load
from tests.packs import figure, files_of, write_folder


def composer_of(folder: Path, **tables: list[dict[str, str]]) -> Composer:
    loaded = load(write_folder(folder, files_of(tables)))
    assert loaded.briefing, loaded.faults
    return Composer(Evidence(loaded.briefing))


def test_every_kind_of_exhibit_is_in_the_bundled_briefing(evidence: Evidence) -> None:
    kinds = {type(exhibit) for page in Composer(evidence).pages() for exhibit in page.exhibits}
    assert kinds == {Bars, Cards, Dots, Listing, Ring, Structure, Timeline}


def test_every_figure_project_facility_and_programme_is_shown_somewhere(
    evidence: Evidence, pinghu: Briefing
) -> None:
    from desktop.exhibits.refs import entries_of

    shown = {ref for page in Composer(evidence).pages() for e in page.exhibits for ref in entries_of(e)}
    for table in ("projects", "milestones", "facilities", "programmes"):
        assert {ref.row for ref in shown if ref.table == table} == set(range(len(pinghu.tables[table]))), (
            table
        )


def test_a_title_names_figures_in_their_own_words(tmp_path: Path) -> None:
    panels = [
        {"page": "industry", "position": "1", "kind": "message", "title": "外资 {fdi}，增长 {fdi.change}"}
    ]
    rows = [figure(change="11.7", quote="实到外资1.66亿美元，同比增长11.7%")]
    page = composer_of(tmp_path, figures=rows, panels=panels).page("industry")
    assert page.message == "外资 1.66 亿美元，增长 11.7%"


def test_without_panels_each_page_shows_what_there_is(tmp_path: Path) -> None:
    made = composer_of(
        tmp_path,
        figures=[figure(), figure(id="b", value="2", quote="2亿美元", label="乙")],
        projects=[{"id": "p", "name": "项目"}],
        milestones=[{"project": "p", "stage": "开工", "date": "2024", "status": "done"}],
        facilities=[{"id": "f", "name": "食堂", "category": "餐饮"}],
    )
    kinds = {key: [type(exhibit) for exhibit in made.page(key).exhibits] for key in PAGES}
    assert kinds == {"industry": [], "investment": [Cards, Bars, Timeline], "livelihood": [Listing]}


def test_an_empty_pack_has_three_empty_pages(tmp_path: Path) -> None:
    assert all(not page.exhibits and page.message for page in composer_of(tmp_path).pages())


def test_english_comes_from_the_twins(evidence: Evidence) -> None:
    page = Composer(evidence, "en").page("investment")
    assert "USD 166 million" in page.message and page.message.isascii()


def test_a_filter_keeps_what_matches_and_titles_keep_all(evidence: Evidence) -> None:
    cards, *_ = Composer(evidence).page("investment").exhibits
    assert isinstance(cards, Cards)
    kept = narrow(cards, " 实到外资 ")
    assert isinstance(kept, Cards) and 0 < len(kept.cards) < len(cards.cards)
    assert narrow(cards, "没有这样的词") is None and narrow(cards, "") is cards
    assert narrow(cards, cards.title) is cards


@pytest.mark.parametrize(
    "needle",
    ["2026", "2026-03", "2026 年 3 月", "存疑", "办证", "2 个月", "三宏汽车", "大面积投产 2026", "不晚于"],
)
def test_a_filter_finds_what_the_timeline_shows(evidence: Evidence, needle: str) -> None:
    timeline = next(e for e in Composer(evidence).page("investment").exhibits if isinstance(e, Timeline))
    kept = narrow(timeline, needle)
    assert isinstance(kept, Timeline) and 0 < len(kept.lanes) < len(timeline.lanes)


@pytest.mark.parametrize(
    "needle", ["推算", "推算 = 5 + 1 + 3 + 8", "5 + 1", "同比", "1.66 亿美元", "外资 2024"]
)
def test_a_filter_finds_what_the_cards_print(evidence: Evidence, needle: str) -> None:
    cards = Composer(evidence).page("investment").exhibits[0]
    kept = narrow(cards, needle)
    assert isinstance(cards, Cards) and isinstance(kept, Cards) and 0 < len(kept.cards) < len(cards.cards)


def test_a_filter_finds_targets(evidence: Evidence) -> None:
    bars = next(e for e in Composer(evidence).page("industry").exhibits if isinstance(e, Bars))
    kept = narrow(replace(bars, title=""), "目标 45")
    assert isinstance(kept, Bars) and [str(bar.value) for bar in kept.bars] == ["45"]


def test_stages_stand_in_the_order_of_time(evidence: Evidence) -> None:
    timeline = next(e for e in Composer(evidence).page("investment").exhibits if isinstance(e, Timeline))
    names = {lane.name: [stage.name for stage in lane.stages] for lane in timeline.lanes}
    assert names["津上精密产业项目"][-1] == "正式投产" and names["三宏项目"][0] == "落地"
    assert names["三宏项目"][-1] == "大面积投产"


def test_a_viewport_stays_inside_what_is_known(evidence: Evidence) -> None:
    timeline = next(e for e in Composer(evidence).page("investment").exhibits if isinstance(e, Timeline))
    view = Viewport.fitting(timeline)
    whole = view.days
    view.zoom(0.25, view.start)
    assert view.start == view.first and view.days == pytest.approx(whole / 4)
    view.pan(1e9)
    assert view.end == view.last
    view.zoom(1e9, view.end)
    assert view.days == pytest.approx(whole)
    labels = [label for _, label in view.ticks(12)]
    assert 1 < len(labels) <= 12 and labels == sorted(labels)
