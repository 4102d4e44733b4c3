"""The state of a running show: everything that stage and console show is decided here."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.briefing.citations import Evidence
from desktop.briefing.records import Ref
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import Deck, compose_deck
from desktop.exhibits.kinds import Timeline
from desktop.stage.show import MOST_ZOOM_STEPS, ZOOM_STEP, Show
from tests.stage.conftest import Running, Time, slide


def keys_after(show: Show, *calls: str) -> list[str]:
    seen = []
    for call in calls:
        getattr(show, call)()
        seen.append(show.slide.key)
    return seen


def test_pages_turn_past_hidden_slides_and_stop_at_the_ends(show: Show) -> None:
    assert keys_after(show, *["next"] * 5) == ["a/1", "a/2", "a/4", "sources", "sources"]
    assert keys_after(show, *["previous"] * 5) == ["a/4", "a/2", "a/1", "cover", "cover"]


def test_numbers_count_what_is_shown(show: Show) -> None:
    assert show.number() == "1 / 5"
    show.last()
    assert (show.slide.key, show.number()) == ("sources", "5 / 5")
    show.jump(3)
    assert (show.slide.key, show.number()) == ("a/3", "")


def test_a_jump_is_remembered_and_turning_pages_is_not(show: Show) -> None:
    show.next()
    assert show.jump_to_number(5) and show.slide.key == "sources"
    show.previous()
    show.back()
    assert show.slide.key == "a/1"
    show.next()
    show.back()
    assert show.slide.key == "a/2", "there is nothing left to go back to"


@pytest.mark.parametrize("number", [0, 6, -1, 9999])
def test_a_number_that_does_not_exist_changes_nothing(show: Show, number: int) -> None:
    show.next()
    assert not show.jump_to_number(number)
    show.back()
    assert show.slide.key == "a/1"


def test_an_answer_interrupts_and_leads_back(show: Show) -> None:
    show.next()
    answer = slide("figures/3")
    show.show_answer(answer)
    assert show.slide is answer and show.number() == "" and show.on_stage.slide is answer
    assert show.following is not None and show.following.key == "a/1"
    show.back()
    assert show.slide.key == "a/1"
    show.show_answer(answer)
    show.next()
    assert show.slide.key == "a/1"


def test_a_blank_screen_comes_back_before_the_page_turns(show: Show) -> None:
    show.toggle_black()
    assert str(show.blank) == "black"
    show.next()
    assert not str(show.blank) and show.slide.key == "cover"
    show.toggle_white()
    show.toggle_black()
    assert str(show.blank) == "black"
    show.toggle_black()
    assert not str(show.blank)


def test_a_frozen_stage_stays_while_the_presenter_moves_on(show: Show) -> None:
    show.toggle_freeze()
    show.next()
    assert (show.on_stage.slide.key, show.on_stage.number) == ("cover", "1 / 5")
    assert show.scene.slide.key == "a/1"
    show.toggle_freeze()
    assert show.on_stage.slide.key == "a/1"


def test_an_answer_lets_a_frozen_stage_go(show: Show) -> None:
    show.toggle_freeze()
    show.show_answer(slide("x"))
    assert not show.frozen and show.on_stage.slide.key == "x"


def test_escape_goes_one_step_at_a_time(show: Show) -> None:
    show.next()
    show.show_answer(slide("x"))
    show.zoom_in()
    show.toggle_freeze()
    show.toggle_black()
    show.take_laser()
    show.cite(Ref("figures", 0))
    steps: list[Callable[[], bool]] = [
        lambda: show.cited is None,
        lambda: str(show.tool) == "arrow",
        lambda: not str(show.blank),
        lambda: not show.frozen,
        lambda: not show.is_zoomed,
        lambda: show.answer is None and show.slide.key == "a/1",
        lambda: show.ended,
    ]
    for step in steps:
        assert not show.ended
        show.escape()
        assert step()


def test_ink_stays_with_its_slide(show: Show) -> None:
    show.take_pen()
    show.press((0.1, 0.1))
    show.move((0.2, 0.1))
    show.release()
    show.move((0.9, 0.9))
    first = show.slide
    assert [stroke.points for stroke in show.ink.on(first)] == [[(0.1, 0.1), (0.2, 0.1)]]
    show.next()
    assert not show.ink.on(show.slide)
    show.previous()
    show.toggle_ink()
    assert not show.ink.on(first)
    show.press((0.5, 0.5))
    assert len(show.ink.on(first)) == 2
    show.take_eraser()
    show.press((0.15, 0.105))
    assert [stroke.points for stroke in show.ink.on(first)] == [[(0.5, 0.5)]]
    show.clear_ink()
    assert not show.ink.on(first) and not list(show.ink.slides())


def test_the_eraser_takes_what_a_fast_swipe_passes_over(show: Show) -> None:
    """A mouse that is moved fast is told of at places far apart."""
    show.take_pen()
    for x in (0.3, 0.6, 0.9):
        show.press((x, 0.2))
        show.move((x, 0.8))
        show.release()
    show.take_eraser()
    show.move((0.9, 0.5))
    show.press((0.1, 0.5))
    assert len(show.ink.on(show.slide)) == 3, "the way to where it is put down erases nothing"
    show.move((0.75, 0.5))
    assert [stroke.points[0][0] for stroke in show.ink.on(show.slide)] == [0.9]
    show.move(None)
    show.move((1.2, 0.5))
    assert len(show.ink.on(show.slide)) == 1, "nobody knows the way outside of the slide"


def test_a_tool_taken_twice_is_put_away(show: Show) -> None:
    show.take_laser()
    assert str(show.tool) == "laser"
    show.take_laser()
    assert str(show.tool) == "arrow"


def test_zoom_has_an_end_and_the_next_slide_begins_whole(show: Show) -> None:
    for _ in range(40):
        show.zoom_in((0.4, 0.3))
    assert show.zoom.factor == ZOOM_STEP**MOST_ZOOM_STEPS and show.zoom.centre == (0.4, 0.3)
    show.pan(0.1, 0.0)
    assert show.zoom.centre[0] > 0.4
    show.next()
    assert show.zoom.factor == 1.0


def test_a_timeline_is_zoomed_in_time(evidence: Evidence) -> None:
    deck = compose_deck(Composer(evidence))
    place = next(n for n, s in enumerate(deck.slides) if isinstance(s.exhibit, Timeline))
    show = Show(deck, lambda: 0.0, place)
    whole = show.scene.viewport
    show.zoom_in()
    near = show.scene.viewport
    assert whole and near and near.days < whole.days and show.zoom.factor == 1.0 and show.is_zoomed
    show.reset_zoom()
    assert not show.is_zoomed


def test_time_belongs_to_the_slide_that_is_shown(running: Running) -> None:
    show, time = running.show, running.time
    time.now += 10
    show.next()
    time.now += 5
    assert (show.clock.elapsed, show.clock.on("cover"), show.clock.on("a/1")) == (15, 10, 5)
    show.pause_clock()
    time.now += 60
    show.next()
    assert show.clock.elapsed == 15
    show.pause_clock()
    time.now += 2
    assert show.clock.on("a/2") == 2
    show.reset_clock()
    assert show.clock.elapsed == 0


def test_another_deck_is_taken_at_the_same_slide(show: Show, deck: Deck) -> None:
    show.jump_to_number(3)
    newer = replace(deck, slides=(slide("new"), *deck.slides))
    assert show.slide.key == "a/2" and show.deck is deck
    show.take(newer)
    assert show.slide.key == "a/2" and show.number() == "4 / 6"
    show.take(replace(deck, slides=deck.slides[:1]))
    assert show.slide.key == "cover"


@pytest.mark.parametrize("frozen", [False, True])
def test_where_a_slide_is_gone_no_hidden_one_comes_in_its_place(show: Show, deck: Deck, frozen: bool) -> None:
    show.jump_to_number(3)
    if frozen:
        show.toggle_freeze()
    show.take(replace(deck, slides=tuple(one for one in deck.slides if one.key != "a/2")))
    assert (show.slide.key, show.on_stage.slide.key) == ("a/4", "a/4")


def test_what_a_slide_has_grown_by_one_does_not_change_the_frozen_picture(show: Show) -> None:
    show.toggle_freeze()
    frozen = show.on_stage
    show.zoom_in()
    assert show.on_stage == frozen and show.scene != frozen


CALLS = [
    "next",
    "previous",
    "first",
    "last",
    "back",
    "toggle_black",
    "toggle_white",
    "toggle_freeze",
    "take_laser",
    "take_pen",
    "take_eraser",
    "take_spotlight",
    "take_arrow",
    "clear_ink",
    "toggle_ink",
    "zoom_in",
    "zoom_out",
    "reset_zoom",
    "pause_clock",
    "reset_clock",
]


@given(st.lists(st.sampled_from(CALLS), max_size=60))
def test_whatever_is_pressed_the_show_stands_on_one_of_its_slides(calls: list[str]) -> None:
    keys = ("cover", "a/1", "a/2")
    show = Show(Deck("", "", tuple(slide(key, hidden=key == "a/1") for key in keys)), lambda: 0.0)
    for call in calls:
        getattr(show, call)()
        assert show.slide in show.slides and show.on_stage.slide in show.slides
        assert not show.ended
    for _ in range(8):
        show.escape()
    assert show.ended


def test_a_deck_whose_slides_are_all_hidden_stands_at_its_first() -> None:
    show = Show(Deck("", "", (slide("a", hidden=True), slide("b", hidden=True))), lambda: 0.0)
    show.next()
    assert show.slide.key == "a" and show.following is None


def test_another_shape_keeps_what_is_frozen_and_where_one_came_from(show: Show, deck: Deck) -> None:
    show.jump(4)
    show.jump(2)
    show.toggle_freeze()
    show.next()
    one, two, *rest = deck.slides
    paired = replace(deck, slides=(replace(one, beside=two), *rest))
    show.reshape(paired)
    assert show.slide.key == "a/4" and show.position == 3
    assert show.frozen and show.on_stage.slide is paired.slides[1] and show.on_stage.number == "2 / 4"
    show.back()
    assert show.slide.key == "a/4"
    show.back()
    assert show.slide is paired.slides[0], "the cover, beside which a/1 stands now"


def test_leaving_an_answer_by_turning_the_page_leaves_nothing_to_go_back_to(show: Show) -> None:
    show.next()
    show.jump(4)
    show.show_answer(slide("x"))
    show.next()
    assert show.answer is None and show.position == 4
    show.back()
    assert show.position == 1


def test_a_panel_that_a_show_names_twice_keeps_its_place() -> None:
    twice = Deck("", "", tuple(slide(key) for key in ("a", "b", "a", "c")))
    show = Show(twice, Time(), 2)
    show.take(replace(twice, slides=tuple(slide(key) for key in ("x", "a", "b", "a", "c"))))
    assert show.position == 3
    show.take(Deck("", "", (slide("a"), slide("c"))))
    assert show.position == 0


def test_the_ink_of_two_slides_that_come_to_share_a_screen_stays(show: Show) -> None:
    for place in (1, 2):
        show.jump(place)
        show.ink.begin(show.slide, (0.1 * place, 0.2))
    one, other = show.slides[1], show.slides[2]
    show.reshape(replace(show.deck, slides=(show.slides[0], replace(one, beside=other), *show.slides[3:])))
    assert show.position == 1 and len(show.ink.on(show.slide)) == 2


def test_another_shape_keeps_the_citation_and_the_ink_on_an_answer(show: Show) -> None:
    ref = Ref("figures", 0)
    answer = slide("x", refs=(ref,))
    show.show_answer(answer)
    show.ink.begin(answer, (0.1, 0.2))
    show.cite(ref)
    show.reshape(replace(show.deck, slides=tuple(replace(one) for one in show.slides)))
    assert show.answer is answer and show.cited == ref and show.ink.on(answer)


def test_a_frozen_stage_stays_frozen_when_the_pack_is_taken_over(show: Show) -> None:
    show.toggle_freeze()
    show.jump(4)
    show.take(replace(show.deck, slides=tuple(replace(one) for one in show.slides)))
    assert show.frozen and show.on_stage.slide is show.slides[0] and show.slide is show.slides[4]


def test_a_zoomed_slide_stays_on_the_screen_however_far_it_is_moved(show: Show) -> None:
    show.zoom_in((0.4, 0.4))
    for right, down in ((-5.0, -5.0), (9.0, 9.0)):
        show.pan(right, down)
        factor, (x, y) = show.zoom.factor, show.zoom.centre
        assert 0 <= x * (1 - 1 / factor) <= x <= show.deck.ratio and 0 <= y <= 1
