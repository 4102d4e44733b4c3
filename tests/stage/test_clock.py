"""Planned and spent time, and what is said of the pace."""

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QApplication

from desktop.exhibits.deck import Deck
from desktop.stage.clock import SECONDS_WITHOUT_SCRIPT, estimated, lag, planned
from desktop.stage.console import minutes_and_seconds, pace_words
from desktop.stage.show import Show
from tests.stage.conftest import Running, Time, slide


def test_a_script_takes_as_long_as_it_is_read() -> None:
    assert estimated("字" * 240) == 60
    assert estimated("字 字\n字" * 40, 120) == 60
    assert estimated("") == SECONDS_WITHOUT_SCRIPT
    assert planned(slide("a", minutes=Decimal("1.5"), script="字" * 240)) == 90
    assert planned(slide("a", script="字" * 480)) == 120


def test_behind_and_ahead_are_told_against_the_slide_that_is_shown(running: Running) -> None:
    """Each slide has a script of 40 characters: 10 seconds."""
    show, time = running.show, running.time

    def behind() -> float:
        return lag(show.slides, show.position, show.clock)

    time.now += 9
    assert behind() == 0
    time.now += 6
    assert behind() == 5
    show.next()
    assert behind() == 0
    show.next()
    assert behind() == -5


def test_hidden_slides_are_not_planned_for() -> None:
    time = Time()
    minute, long = Decimal(1), Decimal(10)
    slides = (slide("a", minutes=minute), slide("b", minutes=long, hidden=True), slide("c", minutes=minute))
    show = Show(Deck("", "", slides), time)
    time.now += 60
    show.next()
    assert show.slide.key == "c" and lag(show.slides, show.position, show.clock) == 0


def test_slides_that_share_a_screen_take_the_time_of_both() -> None:
    pair = slide("a", minutes=Decimal(2), script="字" * 9, beside=slide("b", script="字" * 240))
    assert planned(pair) == 180 and pair.spoken == "字" * 9 + "\n" + "字" * 240


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "进度正常"), (-14, "进度正常"), (-80, "进度提前 01:20"), (65, "进度落后 01:05")],
)
def test_the_pace_in_words(qapp: QApplication, seconds: float, words: str) -> None:
    assert pace_words(seconds) == words


@pytest.mark.parametrize(("seconds", "words"), [(462, "07:42"), (0.9, "00:00"), (4062, "1:07:42")])
def test_time_in_figures(seconds: float, words: str) -> None:
    assert minutes_and_seconds(seconds) == words
