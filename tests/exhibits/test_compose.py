"""Panels become exhibits; without panels, sensible ones are composed; a filter keeps what matches."""

from dataclasses import replace
from pathlib import Path

import pytest

from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.briefing.records import PAGES
from desktop.charts.sheet import companion_words, growth_words
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Bars, Cards, Dots, Listing, Ring, Structure, Timeline
from desktop.exhibits.narrow import narrow
from desktop.exhibits.readings import spaced
from desktop.exhibits.refs import entries_of, readings_in, readings_of
from desktop.exhibits.viewport import Viewport
from desktop.pack.loader import load
from desktop.quantities.wording import Words
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
    pages = Composer(evidence).pages()
    shown = {ref for page in pages for e in page.exhibits for ref in entries_of(e)}
    shown |= {reading.ref for page in pages for reading in readings_of(page)}
    for table in ("figures", "projects", "milestones", "facilities", "programmes"):
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


def test_figures_in_titles_are_among_those_of_the_page(tmp_path: Path) -> None:
    panels = [
        {"page": "industry", "position": "1", "kind": "message", "title": "外资 {fdi}", "items": "c"},
        {"page": "industry", "position": "2", "kind": "cards", "title": "增长 {b.change}", "items": "d"},
    ]
    rows = [figure(id=name, change="11.7") for name in ("fdi", "b", "c", "d")]
    page = composer_of(tmp_path, figures=rows, panels=panels).page("industry")
    assert [reading.ref.row for reading in readings_of(page)] == [2, 0, 1, 3]
    assert [ref.row for ref in page.refs] == [2, 0]


def test_companions_are_figures_of_their_own(tmp_path: Path) -> None:
    panels = [{"page": "industry", "position": "1", "kind": "cards", "items": "fdi+goal+twice b"}]
    rows = [
        figure(),
        figure(id="goal", value="2", status="target", label="目标", quote="2亿美元"),
        {"id": "twice", "subject": "zone", "indicator": "两倍", "unit": "亿美元", "status": "derived",
         "formula": "fdi * 2"},
        figure(id="b"),
    ]  # fmt: skip
    cards = composer_of(tmp_path, figures=rows, panels=panels).page("industry").exhibits[0]
    assert isinstance(cards, Cards)
    assert [reading.ref.row for reading in readings_in(cards)] == [0, 1, 2, 3]
    goal, twice = cards.cards[0].companions
    assert (goal.status, twice.status, twice.formula) == ("target", "derived", "1.66 × 2")
    assert [companion_words(one) for one in (goal, twice)] == [
        "目标 2 亿美元（目标）",
        "两倍 3.32 亿美元（推算 = 1.66 × 2）",
    ]
    kept = narrow(cards, "两倍")
    assert isinstance(kept, Cards) and len(kept.cards) == 1


def test_bars_have_their_lengths_in_one_unit_and_their_words_as_written(tmp_path: Path) -> None:
    panels = [{"page": "industry", "position": "1", "kind": "bars", "items": "a b"}]
    rows = [
        figure(id="a", value="5000", unit="万元", quote="5000万元"),
        figure(id="b", value="3.22", unit="亿元", quote="3.22亿元"),
    ]
    bars = composer_of(tmp_path, figures=rows, panels=panels).page("industry").exhibits[0]
    assert isinstance(bars, Bars) and bars.unit == "亿元"
    assert [float(bar.value or 0) for bar in bars.bars] == [0.5, 3.22]
    assert [bar.words.text for bar in bars.bars] == ["5000万元", "3.22亿元"]


@pytest.mark.parametrize(("value", "unit", "percent"), [("0.5", "倍", 50), ("5", "‰", 0.5), ("80", "%", 80)])
def test_a_ring_knows_its_share_whatever_the_unit(
    tmp_path: Path, value: str, unit: str, percent: float
) -> None:
    panels = [{"page": "industry", "position": "1", "kind": "ring", "items": "a"}]
    rows = [figure(id="a", value=value, unit=unit, quote=f"占{value}{unit}")]
    ring = composer_of(tmp_path, figures=rows, panels=panels).page("industry").exhibits[0]
    assert isinstance(ring, Ring) and ring.share
    assert float(ring.share.value or 0) == percent and ring.share.words.text == f"{value}{unit}"


def test_no_growth_is_said_in_words(tmp_path: Path) -> None:
    rows = [
        figure(change="0", quote="实到外资1.66亿美元，与上年持平"),
        figure(id="b", change="0", quote="实到外资1.66亿美元，增长0%"),
        figure(id="c", value="", unit="", change="0", quote="与上年持平"),
        figure(id="d", change="0", change_bound="about", quote="实到外资1.66亿美元，同比基本持平"),
    ]
    readings = composer_of(tmp_path, figures=rows).readings
    made = [readings.of(name) for name in ("fdi", "b", "c", "d")]
    assert [(r.growth or r.words.text, r.rising) for r in made if r] == [
        ("持平", 0), ("持平", 0), ("持平", 0), ("基本持平", 0)
    ]  # fmt: skip
    assert made[0] and growth_words(made[0]) == "同比持平"


def test_a_growth_is_bounded_wherever_it_stands(tmp_path: Path) -> None:
    rows = [figure(id="a", value="", unit="", change="20", change_bound="nearly", quote="增长近20%")]
    composer = composer_of(tmp_path, figures=rows)
    made = composer.readings.of("a")
    assert made and made.words.text == "近+20%" and composer.readings.sentence("a.change") == "近20%"
    english = Composer(composer.evidence, "en").readings
    assert english.sentence("a.change") == "nearly 20%"


def test_a_structure_takes_its_words_from_the_pack(tmp_path: Path) -> None:
    subjects = [
        {"id": "core", "name": "两大支柱", "kind": "industry"},
        {"id": "open", "name": "未来赛道", "kind": "industry"},
    ]
    rows = [
        figure(id="a", subject="core", status="target", indicator="园区目标", quote="1.66亿美元"),
        figure(id="b", subject="core", status="target", indicator="园区目标", value="2", quote="2亿美元"),
    ]
    panels = [{"page": "industry", "position": "1", "kind": "structure", "items": "core open a b"}]
    made = composer_of(tmp_path, figures=rows, subjects=subjects, panels=panels).page("industry").exhibits[0]
    assert isinstance(made, Structure)
    assert (made.core, made.open_group, made.targets_name) == ("两大支柱", "未来赛道", "园区目标")


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


def test_latin_words_stand_apart_and_chinese_ones_together() -> None:
    assert spaced(Words("CNY", "30", "billion", "class")) == "CNY 30 billion class"
    assert spaced(Words("", "300", "亿", "级")) == "300 亿级"
    assert spaced(Words("", "80", "%", "以上")) == "80% 以上"


def test_an_uncertain_date_is_uncertain_on_a_card_and_in_a_list_too(tmp_path: Path) -> None:
    rows = [figure(period="2024-12~"), figure(id="sure", period="2024-12")]
    places = [{"id": "a", "name": "食堂", "category": "食堂", "status": "opened", "opened": "2024?"}]
    composer = composer_of(tmp_path, figures=rows, facilities=places)
    periods = [reading.period for name in ("fdi", "sure") if (reading := composer.readings.of(name))]
    assert periods == ["2024 年底前后", "2024-12"]
    listings = [e for page in composer.pages() for e in page.exhibits if isinstance(e, Listing)]
    assert [row.cells[3] for e in listings for row in e.rows] == ["2024 年（存疑） 投用"]
