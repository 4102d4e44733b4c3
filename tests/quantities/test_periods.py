"""A period as a label, and which periods are alike."""

import pytest

from desktop.quantities.dates import parse_date
from desktop.quantities.periods import kind_of, period_label


@pytest.mark.parametrize(
    ("text", "zh", "en", "ja"),
    [
        ("2024", "2024年", "2024", "2024年"),
        ("2024-33", "2024年一季度", "Q1 2024", "2024年第1四半期"),
        ("2024-40", "2024年上半年", "H1 2024", "2024年上半期"),
        ("2024-03", "2024年3月", "March 2024", "2024年3月"),
        ("2024-03?", "2024年3月（存疑）", "March 2024 (uncertain)", "2024年3月（未確認）"),
        ("2025-01/2025-03", "2025年1—3月", "Jan–Mar 2025", "2025年1〜3月"),
        ("2021/2025", "2021—2025年", "2021–2025", "2021〜2025年"),
        ("2024-11/2025-01", "2024年11月至2025年1月", "November 2024 to January 2025", "2024年11月から2025年1月まで"),
        ("2024-12~/2025-02", "2024年底前后至2025年2月", "around the end of 2024 to February 2025", "2024年末頃から2025年2月まで"),
        ("2024-33/2024-34", "2024年一季度至2024年二季度", "Q1 2024 to Q2 2024", "2024年第1四半期から2024年第2四半期まで"),
        ("../2024-10", "不晚于2024年10月", "by October 2024", "遅くとも2024年10月"),
    ],
)  # fmt: skip
def test_a_period_is_a_short_label(text: str, zh: str, en: str, ja: str) -> None:
    assert [period_label(parse_date(text), language) for language in ("zh", "en", "ja")] == [zh, en, ja]


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("2023", "2024~", True),
        ("2024-33", "2024-34", True),
        ("2024", "2024-33", False),
        ("2024-33", "2024-03", False),
        ("2024-01/2024-03", "2025-01/2025-03", True),
        ("2025-01/2025-03", "2025-01/2025-06", False),
        ("2024", "", False),
        ("2024-12-31", "2024", False),
    ],
)
def test_periods_of_one_length_are_alike(one: str, other: str, alike: bool) -> None:
    kinds = [kind_of(parse_date(text) if text else None) for text in (one, other)]
    assert (kinds[0] == kinds[1]) == alike
