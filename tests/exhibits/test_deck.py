"""The deck: every exhibit on a slide of its own, long ones on several, nothing left out; shows choose among them."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from desktop.briefing.citations import Evidence
from desktop.briefing.proof import Verdict
from desktop.briefing.records import Ref, Show
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import Deck, Slide, compose_deck, paired, show_names, start_in
from desktop.exhibits.kinds import Cards, Listing, Timeline
from desktop.exhibits.parts import MOST_PARTS, MOST_STAGES, even, longest_word, table_widths
from desktop.exhibits.sourcing import refs_of, sourcing_of
from desktop.pack.loader import load
from tests.packs import figure, files_of, write_folder


@pytest.fixture(scope="module")
def deck(evidence: Evidence) -> Deck:
    return compose_deck(Composer(evidence))


def composer_of(folder: Path, **tables: Sequence[dict[str, str]]) -> Composer:
    loaded = load(write_folder(folder, files_of(tables)))
    assert loaded.briefing, loaded.faults
    return Composer(Evidence(loaded.briefing))


def test_a_deck_is_cover_opening_and_exhibits_per_page_and_sources(deck: Deck) -> None:
    kinds = [slide.kind for slide in deck.slides]
    assert kinds[0] == "cover" and kinds[-1] == "sources" and kinds.count("opening") == 3
    assert [s.page for s in deck.slides if s.kind == "opening"] == ["industry", "investment", "livelihood"]
    assert deck.slides[0].title == "平湖经开"


def test_every_record_that_a_page_shows_is_on_a_slide(evidence: Evidence, deck: Deck) -> None:
    wanted = {ref for page in Composer(evidence).pages() for e in page.exhibits for ref in refs_of(e)}
    assert wanted == {ref for slide in deck.slides if slide.exhibit for ref in refs_of(slide.exhibit)}


def test_no_slide_holds_more_than_fits(deck: Deck) -> None:
    for slide in deck.slides:
        if isinstance(slide.exhibit, Timeline):
            assert all(len(lane.stages) <= MOST_STAGES for lane in slide.exhibit.lanes)
            assert len(slide.exhibit.lanes) <= 2
        if isinstance(slide.exhibit, Listing):
            assert len(slide.exhibit.rows) <= 9
        if isinstance(slide.exhibit, Cards):
            assert len(slide.exhibit.cards) <= 4


def test_the_parts_of_a_long_exhibit_say_which_they_are_and_share_its_minutes(deck: Deck) -> None:
    parts = [s for s in deck.slides if s.key == "investment/6"]
    assert [s.heading for s in parts] == [f"项目进程（{n}/{len(parts)}）" for n in range(1, len(parts) + 1)]
    assert parts[0].script and not any(s.script for s in parts[1:])
    assert sum(s.minutes or 0 for s in parts) == pytest.approx(Decimal("0.8"))


@pytest.mark.parametrize("count", range(30))
def test_groups_are_even_and_lose_nothing(count: int) -> None:
    groups = even(range(count), 4)
    assert [n for group in groups for n in group] == list(range(count))
    sizes = {len(group) for group in groups}
    assert not sizes or (max(sizes) <= 4 and max(sizes) - min(sizes) <= 1)


def test_a_slide_says_where_its_figures_come_from(deck: Deck) -> None:
    slide = next(s for s in deck.slides if s.key == "investment/9")
    assert list(slide.sourcing.parts()) == [
        "出处：《平湖经开勇挑大梁创一流》2025-02 “实到外资1.66亿美元，完成总量全市第一，同比增长11.7%”",
        "推算：2023 实到外资：1.66 ÷ （1 + 11.7%） = 1.49 亿美元",
        "推算：同比增加：1.66 − 1.49 = 0.17 亿美元",
    ]


def test_quotation_marks_within_a_quote_become_single_ones(deck: Deck) -> None:
    slide = next(s for s in deck.slides if s.key == "investment/11")
    assert "“马上为他们‘匹配’厂房”" in " ".join(slide.sourcing.parts())
    assert "《〈平湖经开勇挑大梁创一流〉图片说明》" in " ".join(slide.sourcing.parts())


def test_unsourced_and_mismatched_records_are_named(tmp_path: Path) -> None:
    rows = [figure(source="", quote=""), figure(id="b", value="2"), figure(id="c")]
    composer = composer_of(tmp_path, figures=rows)
    sourcing = sourcing_of(composer.evidence, [Ref("figures", n) for n in range(3)])
    assert [ref.row for ref in sourcing.unsourced] == [0]
    assert [ref.row for ref in sourcing.mismatched] == [1]
    assert composer.evidence.of(sourcing.mismatched[0]).verdict is Verdict.MISMATCHED
    assert list(sourcing.parts())[1:] == ["1 处未附来源", "1 处与出处不符"]


PANELS = [
    {"page": "industry", "position": "1", "kind": "message", "title": "要点", "minutes": "1"},
    {"page": "industry", "position": "2", "kind": "cards", "title": "甲", "items": "fdi", "script": "原词"},
    {"page": "investment", "position": "1", "kind": "bars", "title": "乙", "items": "fdi"},
]
SHOWS = [
    {"show": "领导", "position": "2", "panel": "industry/2", "minutes": "3", "script": "新词"},
    {"show": "领导", "position": "1", "panel": "investment/1"},
    {"show": "领导", "position": "3", "panel": "cover", "hidden": "true"},
    {"show": "外商", "position": "1", "panel": "sources"},
]


def test_a_show_orders_hides_and_times_its_slides(tmp_path: Path) -> None:
    composer = composer_of(tmp_path, figures=[figure()], panels=PANELS, shows=SHOWS)
    assert show_names(composer) == ["领导", "外商"]
    deck = compose_deck(composer, "领导")
    assert [(s.key, s.hidden) for s in deck.slides] == [
        ("investment/1", False),
        ("industry/2", False),
        ("cover", True),
    ]
    assert [s.key for s in deck.shown] == ["investment/1", "industry/2"]
    assert (deck.slides[1].minutes, deck.slides[1].script) == (Decimal(3), "新词")
    with pytest.raises(KeyError):
        compose_deck(composer, "没有")


@pytest.mark.parametrize("ratio", [16 / 9, 3.5, 0.6])
def test_a_show_of_which_nothing_is_to_be_seen_has_its_cover(evidence: Evidence, ratio: float) -> None:
    rows = [Show("x", 1, "industry/1", hidden=True)]
    for chosen in (rows, []):
        deck = compose_deck(Composer(evidence), "x", rows=chosen, ratio=ratio)
        assert [slide.kind for slide in deck.shown] == ["cover"] and deck.ratio == ratio


def test_where_to_start_in_a_deck() -> None:
    one, other = Slide("a/1", "exhibit", "a", "", ""), Slide("a/10", "exhibit", "a", "", "")
    deck = Deck(
        "",
        "",
        (
            Slide("cover", "cover", "", "", ""),
            replace(other, beside=one),
            Slide("b/1", "exhibit", "b", "", ""),
        ),
    )
    assert [start_in(deck, key) for key in ("a/1", "a/10", "a/", "b/", "c/", "")] == [1, 1, 1, 2, 0, 0]


def test_what_is_left_out_is_not_told_of_either(tmp_path: Path) -> None:
    composer = composer_of(
        tmp_path / "pack",
        figures=[figure(id="a", value="3"), figure(id="b", value="4")],
        panels=[
            {"page": "industry", "position": "1", "kind": "cards", "items": "a", "title": "甲"},
            {"page": "investment", "position": "1", "kind": "cards", "items": "b", "title": "乙"},
        ],
    )
    whole, less = compose_deck(composer), compose_deck(composer, without=[Ref("figures", 1)])
    assert [s.page for s in whole.slides if s.kind == "opening"] != [
        s.page for s in less.slides if s.kind == "opening"
    ]
    assert [s.page for s in less.slides if s.kind == "exhibit"] == ["industry"]


def test_pages_can_be_chosen(evidence: Evidence) -> None:
    deck = compose_deck(Composer(evidence), pages=("livelihood",))
    assert {slide.page for slide in deck.slides} == {"", "livelihood"}


def test_a_pack_with_nothing_has_a_cover_and_sources(tmp_path: Path) -> None:
    assert [s.key for s in compose_deck(composer_of(tmp_path)).slides] == ["cover", "sources"]


def test_less_of_a_table_fits_on_a_narrow_slide(evidence: Evidence) -> None:
    counts = [
        sum(isinstance(slide.exhibit, Listing) for slide in compose_deck(Composer(evidence), ratio=r).slides)
        for r in (16 / 9, 4 / 3)
    ]
    assert counts[0] < counts[1]


def test_on_a_very_wide_screen_neighbours_of_a_page_share_a_slide(deck: Deck) -> None:
    wide = paired(deck)
    both = [slide for slide in wide.slides if slide.beside]
    assert both and len(wide.slides) == len(deck.slides) - len(both)
    for slide in both:
        assert slide.beside and slide.beside.page == slide.page
        assert not isinstance(slide.exhibit, Timeline) and not isinstance(slide.beside.exhibit, Timeline)
    openings = [slide for slide in both if slide.exhibit is None]
    assert openings and all(slide.kind == "opening" for slide in openings)
    alone = [slide for slide in wide.slides if slide.exhibit and not slide.beside]
    assert all(isinstance(slide.exhibit, Timeline) for slide in alone), "no other exhibit stands alone"
    shown = [one.heading for slide in wide.slides for one in (slide, slide.beside) if one]
    assert shown == [slide.heading for slide in deck.slides]


def test_a_very_long_list_ends_and_says_how_much_more_there_is(tmp_path: Path) -> None:
    rows = [{"id": f"f{n}", "name": f"设施{n}", "category": "餐饮"} for n in range(1000)]
    deck = compose_deck(composer_of(tmp_path, facilities=rows))
    parts = [slide for slide in deck.slides if isinstance(slide.exhibit, Listing)]
    shown = sum(len(slide.refs) for slide in parts)
    assert len(parts) == MOST_PARTS and shown < 1000
    assert parts[-1].heading.endswith(f"（{MOST_PARTS}/{MOST_PARTS}）另有 {1000 - shown} 项未列")


def test_no_column_is_narrower_than_its_longest_word() -> None:
    texts, words = [[300.0], [70.0], [600.0]], [60.0, 66.0, 80.0]
    widths = table_widths(texts, words, 480)
    assert all(width >= word + 18 for width, word in zip(widths, words, strict=True))
    assert sum(widths) + 26 == pytest.approx(480)


@pytest.mark.parametrize(
    ("text", "word"),
    [("汽车 and 2024-10", "2024"), ("Education, culture", "Education,"), ("全是汉字", ""), ("", "")],
)
def test_a_word_is_what_no_line_breaks_within(text: str, word: str) -> None:
    assert longest_word(text) == word
