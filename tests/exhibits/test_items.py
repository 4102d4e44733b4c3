"""What a panel lists is made when it is asked for, and goes with its pack."""

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.briefing.citations import Evidence
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import EXHIBIT, MOST_SLIDES, Slide, compose_deck
from desktop.exhibits.item_labels import ItemLabels
from desktop.exhibits.items import Items, once
from desktop.exhibits.kinds import Cards, Reading, Timeline
from desktop.exhibits.parts import MOST_CARDS, MOST_PARTS, count_pieces, pieces_of
from desktop.exhibits.readings import Readings
from desktop.exhibits.viewport import extent
from desktop.pack.loader import load
from desktop.stage.draft import Draft
from tests.many_pack import write_cards, write_timelines


def composer_of(pack: Path) -> Composer:
    briefing = load(pack).briefing
    assert briefing is not None
    return Composer(Evidence(briefing))


def test_items_are_made_one_by_one_and_once() -> None:
    made: list[int] = []

    def make(key: int) -> str:
        made.append(key)
        return str(key)

    items = Items(range(1000), once(make))
    assert len(items) == 1000 and made == []
    assert items[7] == "7" and list(items[2:4]) == ["2", "3"] and items[-1] == "999"
    assert list(items[:3]) == ["0", "1", "2"] and "3" in items
    assert made == [7, 2, 3, 999, 0, 1]


def test_a_long_list_of_cards_says_how_many_no_slide_has(tmp_path: Path) -> None:
    composer = composer_of(write_cards(tmp_path, panels=3, items=500))
    slides = [slide for slide in compose_deck(composer).slides if slide.exhibit]
    assert len(slides) == 3 * MOST_PARTS
    assert slides[-1].heading.endswith(f"另有 {500 - MOST_PARTS * MOST_CARDS} 项未列")


def test_where_a_pack_has_very_many_lists_each_has_fewer_slides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    of = Readings.of

    def counted(readings: Readings, name: str, companions: tuple[str, ...] = ()) -> Reading | None:
        made.append(name)
        return of(readings, name, companions)

    monkeypatch.setattr(Readings, "of", counted)
    composer = composer_of(write_cards(tmp_path, panels=MOST_SLIDES // 2, items=100))
    deck = compose_deck(composer)
    slides = [slide for slide in deck.slides if slide.exhibit]
    assert len(slides) == MOST_SLIDES and slides[1].heading == "图表 1（2/2）另有 92 项未列"
    assert len(made) <= 100
    assert len(Draft(composer).shown) == len(deck.slides)


def test_the_only_slide_of_a_list_says_what_else_there_is() -> None:
    slide = Slide("industry/1", EXHIBIT, "industry", "", "很多", unlisted=7)
    assert slide.heading == "很多另有 7 项未列"


def test_the_label_of_a_card_asks_no_other_card_whose_label_is_another(tmp_path: Path) -> None:
    composer = composer_of(write_cards(tmp_path, panels=1, items=100))
    labels = ItemLabels(composer.briefing, "zh")

    class Rows(list[int]):
        def __iter__(self) -> Iterator[int]:
            raise AssertionError("all rows of a panel are looked through")

    assert labels.of_cards(Rows(range(100)), False, "")(41) == "指标42"


@pytest.mark.parametrize(
    ("count", "sizes"), [(60, [60]), (71, [71]), (72, [60, 12]), (131, [60, 71]), (180, [60, 60, 60])]
)
def test_pieces_hold_every_card_once_in_full_rows_and_say_which_they_are(
    tmp_path: Path, count: int, sizes: list[int]
) -> None:
    composer = composer_of(write_cards(tmp_path, panels=1, items=count))
    (cards,) = composer.page("industry").exhibits
    pieces = [piece for piece in pieces_of(cards) if isinstance(piece, Cards)]
    assert [len(piece.cards) for piece in pieces] == sizes and count_pieces(cards) == len(sizes)
    told = [f"图表 1（{n}/{len(sizes)}）" for n in range(1, len(sizes) + 1)] if len(sizes) > 1 else ["图表 1"]
    assert [piece.title for piece in pieces] == told
    rows = [card.ref.row for piece in pieces for card in piece.cards]
    assert sorted(rows) == list(range(count))


def test_what_is_remembered_of_an_exhibit_goes_with_its_pack(tmp_path: Path) -> None:
    composer = composer_of(write_timelines(tmp_path, panels=2, items=20))
    for timeline in composer.page("industry").exhibits:
        assert isinstance(timeline, Timeline) and extent(timeline) is extent(timeline)
    briefing = weakref.ref(composer.briefing)
    del composer, timeline
    gc.collect()
    assert briefing() is None
