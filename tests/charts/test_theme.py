"""The colours can be read, and stand nowhere but in the theme."""

import re
from pathlib import Path

import pytest

from desktop.charts.theme import LIGHT, PAGE_ACCENTS, contrast, mixed

CODE = Path(__file__).parents[2] / "desktop"


@pytest.mark.parametrize(
    "ink", [LIGHT.ink, LIGHT.ink_soft, LIGHT.ink_small, LIGHT.good, *PAGE_ACCENTS.values()]
)
@pytest.mark.parametrize("ground", [LIGHT.card, LIGHT.ground])
def test_text_stands_out(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= 4.5


def test_warning_and_highlight_stand_out() -> None:
    assert contrast(LIGHT.warning, LIGHT.card) >= 4.5
    assert contrast(LIGHT.ink, LIGHT.highlight) >= 4.5
    for accent in PAGE_ACCENTS.values():
        assert contrast(LIGHT.on_accent, accent) >= 4.5
        assert contrast(LIGHT.ink, mixed(accent, LIGHT.card, 0.12)) >= 4.5


def test_black_on_white_is_21() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)


def test_no_colour_stands_outside_the_theme() -> None:
    literal = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\(\s*\d|Qt\.GlobalColor|rgba?\(")
    files = [*CODE.rglob("*.py"), *CODE.parent.glob("resources/styles/*")]
    found = [str(p) for p in files if p.name != "theme.py" and literal.search(p.read_text(encoding="utf-8"))]
    assert found == []
