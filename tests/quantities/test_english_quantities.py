"""Figures in English running text: value, unit and bound, ranges, and units that several figures share."""

from decimal import Decimal

import pytest

from desktop.quantities.english_quantities import find_english_quantities
from desktop.quantities.units import convert


def told(text: str) -> list[str]:
    """The figures as value, unit and bound."""
    found = []
    for one in find_english_quantities(text):
        value, upper = one.quantity.value, one.quantity.upper
        ends = f"{value.normalize():f}" if upper is None else f"{value.normalize():f}~{upper.normalize():f}"
        bound = "" if one.quantity.bound == "exactly" else f" {one.quantity.bound}"
        found.append(f"{ends} {one.quantity.unit}{bound}".strip())
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("USD 1.66 billion", ["16.6 亿美元"]),
        ("63.8 billion yuan, up 8.2 percent", ["638 亿元", "8.2 %"]),
        ("CNY 45.6bn ($6.3bn)", ["456 亿元", "63 亿美元"]),
        ("RMB5.2bn", ["52 亿元"]),
        ("US$300m", ["300 百万美元"]),
        ("48.6 billion yen", ["486 亿日元"]),
        ("half a billion yuan", ["5 亿元"]),
        ("1.24 million TEU", ["124 万标箱"]),
        ("186,000 TEU", ["186000 标箱"]),
        ("Eight projects of more than 1 billion yuan each", ["8 个", "10 亿元 over"]),
        ("twenty-one firms", ["21 家"]),
        ("nearly 2,000 furnished rooms", ["2000 间 nearly"]),
        ("as many as 40 meetings", ["40 场"]),
        ("no fewer than 12 trains", ["12 列 at_least"]),
        ("some 300 firms, or 20-plus a year", ["300 家 about", "20  at_least"]),
        ("400-odd shops", ["400 家 over"]),
        ("1,500 parking spaces or more", ["1500 个 at_least"]),
        ("topped the 800 million yuan mark", ["800 百万元 over"]),
        ("3.6 percentage points", ["3.6 个百分点"]),
        ("a fall of -3.2 percent", ["-3.2 %"]),
        ("2,660 yuan a month", ["2660 元/月"]),
        ("1,200 yuan per square metre", ["1200 元/平方米"]),
        ("0.31 tonnes of standard coal per 10,000 yuan of output", ["0.31 吨标准煤/万元"]),
        ("200,000 to 250,000 sets", ["200000~250000 台"]),
        ("5-8 percent", ["5~8 %"]),
        ("between 5 and 8 million yuan", ["5~8 百万元"]),
        ("rents range from 18 to 25 yuan", ["18~25 元"]),
        ("cut from 45 working days to 12", ["45 个工作日", "12 个工作日"]),
        ("up by 210 million yuan to 1.95 billion yuan", ["210 百万元", "19.5 亿元"]),
        ("6.2 billion and 2.9 billion yuan", ["62 亿元", "29 亿元"]),
        ("9.4 billion yuan, of which 3.8 billion went abroad", ["94 亿元", "38 亿元"]),
        ("Eleven billion-yuan projects", ["11 个"]),
        ("12 storeys", ["12 层"]),
    ],
)
def test_figures_are_read(text: str, expected: list[str]) -> None:
    assert told(text) == [" ".join(one.split(" ")) for one in expected]


@pytest.mark.parametrize(
    "text", ["5G base stations", "the 3+X model", "one of the firms", "several projects", "24/7"]
)
def test_what_is_no_figure_is_passed_over(text: str) -> None:
    assert told(text) == []


def test_a_noun_may_stand_for_several_units() -> None:
    (flats,) = find_english_quantities("1,266 resettlement flats")
    assert {flats.quantity.unit, *flats.others} >= {"套", "户", "间"}
    (visits,) = find_english_quantities("2.5 million visits")
    assert visits.quantity.unit == "万人次" and "万人" in visits.others


def test_the_units_convert() -> None:
    (one,) = find_english_quantities("1.24 million TEU")
    assert convert(one.quantity.value, one.quantity.unit, "标箱") == Decimal(1_240_000)


def test_a_figure_knows_its_place_and_its_words() -> None:
    text = "exports of more than CNY 3 billion yuan"
    (one,) = find_english_quantities(text)
    assert (one.lead, text[one.start : one.end]) == ("more than", "more than CNY 3 billion yuan")
