"""Pictures kept ready: within a budget, and on a very large wall still the slide that shows and the next one."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from desktop.briefing.proof import Proof, Verdict
from desktop.exhibits.deck import Deck
from desktop.stage.pictures import Pictures

MEGABYTE = 2**20


def prepared(pictures: Pictures, deck: Deck, size: QSize) -> int:
    """Prepare three slides as a show does; how many pictures were drawn for that."""
    wanted = [(slide, "", size) for slide in deck.slides[:3]]
    drawn = 0
    while pictures.prepare(wanted):
        drawn += 1
        assert drawn < 10, "pictures drive each other out"
    return drawn


@pytest.mark.parametrize("size", [QSize(160, 90), QSize(640, 360), QSize(768, 432), QSize(1920, 1080)])
def test_preparing_comes_to_an_end_and_the_next_slide_is_there(
    qapp: QApplication, deck: Deck, size: QSize
) -> None:
    pictures = Pictures(lambda ref: Proof(Verdict.PROVED, ""), most_bytes=2 * MEGABYTE)
    assert prepared(pictures, deck, size) >= 2
    assert all(pictures.has(slide, "", size) for slide in deck.slides[:2])
    assert prepared(pictures, deck, size) == 0


def test_the_budget_holds_and_falls_back_when_the_wall_is_gone(qapp: QApplication, deck: Deck) -> None:
    pictures = Pictures(lambda ref: Proof(Verdict.PROVED, ""), most_bytes=2 * MEGABYTE)
    for slide in deck.slides:
        pictures.of(slide, "", QSize(320, 180))
        pictures.of(slide, "", QSize(640, 360))
    kept = sum(pictures.has(slide, "", QSize(640, 360)) for slide in deck.slides)
    assert kept < len(deck.slides) and kept * 640 * 360 * 4 <= pictures.room
    pictures.of(deck.slides[0], "", QSize(1920, 1080))
    assert pictures.room > 2 * MEGABYTE
    pictures.clear()
    assert pictures.room == 2 * MEGABYTE
