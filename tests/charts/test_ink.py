"""Text is broken where a reader would break it."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.charts import ink
from desktop.charts.theme import page_look

LOOK = page_look("industry")
NOTE = "同比 · 上年同月 2.90 亿元 · 2025-01 · “十四五”（收官）86.07%"


def every_wrapping(text: str) -> list[list[str]]:
    return [
        ink.wrap(LOOK, "note", text, width, 20)
        for width in range(80, round(ink.width(LOOK, "note", text)), 3)
    ]


def test_no_line_begins_or_ends_with_the_dot_between_two_notes(qapp: QApplication) -> None:
    for lines in every_wrapping(NOTE):
        assert not any(
            line.startswith(("·", "・", "”", "）", "%")) or line.endswith("·") for line in lines
        ), lines


@pytest.mark.parametrize(
    "whole",
    ["2025-01", "2.90 亿", "86.07%", "近 10 亿元", "1.66 亿美元", "85% 以上", "300 余次", "5 亿元以内"],
)
def test_a_date_and_a_number_with_its_unit_stay_whole(qapp: QApplication, whole: str) -> None:
    for lines in every_wrapping(f"实到外资完成{whole}，同比增长"):
        assert any(whole in line for line in lines), lines


def test_nothing_is_lost_but_the_dot_at_a_break(qapp: QApplication) -> None:
    def bare(text: str) -> str:
        return text.replace(" ", "").replace("·", "")

    assert all(bare("".join(lines)) == bare(NOTE) for lines in every_wrapping(NOTE))


def test_a_word_without_a_place_to_break_is_broken_anywhere(qapp: QApplication) -> None:
    lines = ink.wrap(LOOK, "note", "1234567890" * 5, 60, 20)
    assert len(lines) > 3 and "".join(lines) == "1234567890" * 5
