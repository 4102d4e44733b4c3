"""The exhibition hall without Qt: it loops, gives way to a visitor, comes back, and is left by the corner and the PIN."""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from desktop.briefing.records import Ref
from desktop.exhibits.deck import Deck
from desktop.stage.kiosk import COUNTDOWN, HOLD, IDLE, KEYPAD_PATIENCE, MOST_TRIES, WAIT, Kiosk, Phase, is_pin
from desktop.stage.show import Show
from tests.stage.conftest import Time, slide


@dataclass
class Hall:
    kiosk: Kiosk
    time: Time

    @property
    def at(self) -> str:
        return self.kiosk.show.slide.key

    def wait(self, seconds: float) -> None:
        """Let the time pass as a timer would tell of it."""
        for _ in range(round(seconds * 10)):
            self.time.now += 0.1
            self.kiosk.tick()


def hall(deck: Deck, seconds: float | None = 5, pin: str = "") -> Hall:
    time = Time()
    return Hall(Kiosk(Show(deck, time), time, seconds, pin), time)


def held(made: Hall, seconds: float = HOLD + 0.2) -> Hall:
    made.kiosk.press_corner()
    made.wait(seconds)
    made.kiosk.release_corner()
    return made


def test_it_loops_and_leaves_out_what_is_hidden(deck: Deck) -> None:
    made = hall(deck)
    seen = []
    for _ in range(6):
        seen.append(made.at)
        made.wait(5.1)
    assert seen == ["cover", "a/1", "a/2", "a/4", "sources", "cover"]


def test_a_slide_stays_as_long_as_it_is_planned_or_a_quarter_of_a_minute() -> None:
    made = hall(Deck("", "", (slide("a", minutes=Decimal("0.5")), slide("b"))), seconds=None)
    made.wait(29)
    assert made.at == "a"
    made.wait(1.5)
    assert made.at == "b"
    made.wait(15.5)
    assert made.at == "a"


def test_no_slide_is_shown_for_less_than_a_second_or_more_than_an_hour() -> None:
    kiosk = hall(Deck("", "", (slide("a"), slide("b"))), seconds=None).kiosk
    assert kiosk.seconds_of(slide("a", minutes=Decimal(0))) == 1
    assert kiosk.seconds_of(slide("a", minutes=Decimal(600))) == 3600
    assert kiosk.seconds_of(slide("a", beside=slide("b", minutes=Decimal(2)))) == 120


def test_a_touch_pauses_it_and_the_visitor_turns_pages_round_and_round(deck: Deck) -> None:
    made = hall(deck)
    made.kiosk.touch()
    made.wait(IDLE - 1)
    assert made.at == "cover" and made.kiosk.phase is Phase.VISIT
    made.kiosk.touch()
    made.kiosk.previous()
    assert made.at == "sources"
    made.kiosk.next()
    assert made.at == "cover"
    assert [tab.page for tab in made.kiosk.tabs] == ["industry"]
    made.kiosk.next()
    made.kiosk.next()
    made.kiosk.go_to("industry")
    assert made.at == "cover"


def test_left_alone_it_counts_down_and_begins_again(deck: Deck) -> None:
    made = hall(deck)
    made.kiosk.touch()
    made.kiosk.next()
    made.kiosk.point_at(Ref("figures", 0))
    made.wait(IDLE + 1)
    assert made.kiosk.phase is Phase.COUNTDOWN
    assert made.kiosk.countdown == pytest.approx(COUNTDOWN - 1, abs=0.2)
    made.kiosk.touch()
    made.wait(1)
    assert made.at == "a/1" and str(made.kiosk.phase) == Phase.VISIT
    made.wait(IDLE + COUNTDOWN)
    assert made.at == "cover" and made.kiosk.show.cited is None and str(made.kiosk.phase) == Phase.LOOP
    made.wait(5.2)
    assert made.at == "a/1"


def test_a_second_touch_closes_a_citation_and_so_does_a_touch_on_nothing(deck: Deck) -> None:
    made, ref = hall(deck), Ref("figures", 0)
    made.kiosk.point_at(ref)
    assert made.kiosk.show.cited == ref
    made.kiosk.point_at(ref)
    assert made.kiosk.show.cited is None
    made.kiosk.point_at(ref)
    made.kiosk.point_at(None)
    assert made.kiosk.show.cited is None


def test_without_a_pin_the_corner_alone_leaves(deck: Deck) -> None:
    made = hall(deck)
    held(made, HOLD - 0.5)
    assert not made.kiosk.left and made.kiosk.held == 0
    made.wait(HOLD)
    assert not made.kiosk.left
    held(made)
    assert made.kiosk.left


def test_with_a_pin_the_corner_asks_for_it(deck: Deck) -> None:
    made = held(hall(deck, pin="2580"))
    assert made.kiosk.keypad.is_open and not made.kiosk.left
    for digit in "2581":
        made.kiosk.keypad.type(digit)
    made.kiosk.enter()
    assert made.kiosk.keypad.wrong and not made.kiosk.left and made.kiosk.keypad.typed == ""
    for digit in "25809":
        made.kiosk.keypad.type(digit)
    made.kiosk.keypad.erase()
    made.kiosk.enter()
    assert made.kiosk.left


def test_an_abandoned_keypad_goes_away_and_the_show_goes_on(deck: Deck) -> None:
    made = held(hall(deck, pin="2580"))
    made.wait(KEYPAD_PATIENCE + 0.5)
    assert not made.kiosk.keypad.is_open
    made.wait(IDLE + COUNTDOWN)
    assert made.kiosk.phase is Phase.LOOP


def test_after_some_wrong_tries_one_has_to_wait(deck: Deck) -> None:
    made = held(hall(deck, pin="2580"))
    keypad = made.kiosk.keypad
    for _ in range(MOST_TRIES):
        keypad.type("1")
        made.kiosk.enter()
    assert keypad.waiting == WAIT
    for digit in "2580":
        keypad.type(digit)
    made.kiosk.enter()
    assert not made.kiosk.left
    made.time.now += WAIT
    for digit in "2580":
        keypad.type(digit)
    made.kiosk.enter()
    assert made.kiosk.left


@pytest.mark.parametrize(
    ("text", "good"),
    [("0000", True), ("123", False), ("12a4", False), ("１２３４", False), ("1" * 13, False)],
)
def test_a_pin_is_some_digits(text: str, good: bool) -> None:
    assert is_pin(text) is good
