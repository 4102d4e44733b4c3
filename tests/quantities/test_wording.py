from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from desktop.quantities.numerals import find_quantities
from desktop.quantities.quantity import Bound, Quantity
from desktop.quantities.units import UNITS, UnitError, convert, stem
from desktop.quantities.wording import Words, word, words_of


def quantity(value: str, unit: str, bound: Bound = Bound.EXACTLY, upper: str = "") -> Quantity:
    return Quantity(Decimal(value), unit, bound, Decimal(upper) if upper else None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1.66亿美元", Words("", "1.66", "亿美元", "")),
        ("近10亿元", Words("近", "10", "亿元", "")),
        ("300余次", Words("", "300", "余次", "")),
        ("上千次", Words("", "上千", "次", "")),
        ("80%以上", Words("", "80", "%", "以上")),
        ("超2000万元", Words("超", "2000", "万元", "")),
        ("300亿级", Words("", "300", "亿级", "")),
        ("前十", Words("", "前十", "", "")),
        ("七八十名", Words("", "七八十", "名", "")),
        ("两幢", Words("", "两", "幢", "")),
        ("一元", Words("", "一", "元", "")),
        ("超亿美元", Words("超", "", "亿美元", "")),
        ("5000 万\n件", Words("", "5000", "万件", "")),
    ],
)
def test_a_source_keeps_its_own_words(text: str, words: Words) -> None:
    (expression,) = find_quantities(text)
    assert words_of(expression) == words
    assert words_of(expression).text == "".join(text.split())


@pytest.mark.parametrize(
    ("one", "zh", "en", "ja"),
    [
        (quantity("1.66", "亿美元"), "1.66亿美元", "USD 166 million", "1.66億米ドル"),
        (quantity("10", "亿元", Bound.NEARLY), "近10亿元", "nearly CNY 1 billion", "10億元近く"),
        (quantity("40", "亿元", Bound.ABOUT), "约40亿元", "about CNY 4 billion", "約40億元"),
        (quantity("40", "亿元", Bound.OVER), "超40亿元", "over CNY 4 billion", "40億元超"),
        (quantity("45", "亿元", Bound.AT_MOST), "45亿元以内", "up to CNY 4.5 billion", "45億元以内"),
        (quantity("80", "%", Bound.AT_LEAST), "80%以上", "at least 80%", "80%以上"),
        (quantity("300", "亿元", Bound.SCALE), "300亿元级", "CNY 30 billion class", "300億元級"),
        (quantity("300", "亿", Bound.SCALE), "300亿级", "30 billion class", "300億級"),
        (quantity("1.2", "万亿元"), "1.2万亿元", "CNY 1.2 trillion", "1.2兆元"),
        (quantity("5000", "万件"), "5000万件", "50 million items", "5,000万件"),
        (quantity("5", "万人"), "5万人", "50,000 people", "5万人"),
        (quantity("1266", "套"), "1266套", "1,266 units", "1,266ユニット"),
        (quantity("2", "家"), "2家", "2 companies", "2社"),
        (quantity("1", "家"), "1家", "1 company", "1社"),
        (quantity("1", "人"), "1人", "1 person", "1人"),
        (quantity("1", "批次"), "1批次", "1 batch", "1回"),
        (quantity("3", "岁", Bound.AT_MOST), "3岁以内", "up to 3 years old", "3歳以下"),
        (quantity("10", "个"), "10个", "10", "10件"),
        (quantity("75", "亩"), "75亩", "75 mu", "75ムー"),
        (quantity("2000", "平方米", Bound.ABOUT), "约2000平方米", "about 2,000 m²", "約2,000平方メートル"),
        (quantity("2.5", "倍"), "2.5倍", "2.5×", "2.5倍"),
        (quantity("0.50", "个百分点"), "0.50个百分点", "0.50 percentage points", "0.50ポイント"),
        (
            quantity("2000", "万元/亩", Bound.OVER),
            "超2000万元/亩",
            "over CNY 20 million per mu",
            "2,000万元/ムー超",
        ),
        (quantity("1", "位"), "第一", "No. 1", "1位"),
        (quantity("10", "位"), "第十", "No. 10", "10位"),
        (quantity("12", "位"), "第12", "No. 12", "12位"),
        (quantity("10", "位", Bound.AT_MOST), "前十", "top 10", "上位10位"),
        (quantity("20", "位", Bound.AT_MOST), "前20", "top 20", "上位20位"),
        (quantity("70", "名", Bound.ABOUT, "80"), "约70–80名", "about 70–80 people", "約70〜80名"),
        (quantity("70", "名", upper="80"), "70–80名", "70–80 people", "70〜80名"),
        (quantity("10", "亿元", Bound.ABOUT, "20"), "约10–20亿元", "about CNY 1–2 billion", "約10〜20億元"),
        (quantity("-5.2", "%", Bound.ABOUT), "约-5.2%", "about -5.2%", "約-5.2%"),
        (quantity("-3", "亿元"), "-3亿元", "CNY -300 million", "-3億元"),
        (quantity("86.070", "%"), "86.070%", "86.070%", "86.070%"),
        (quantity("1E+1", "亿元"), "10亿元", "CNY 1 billion", "10億元"),
        (quantity("500", ""), "500", "500", "500"),
    ],
)
def test_a_quantity_is_worded_in_each_language(one: Quantity, zh: str, en: str, ja: str) -> None:
    assert [word(one, language).text for language in ("zh", "en", "ja")] == [zh, en, ja]


def test_money_splits_so_that_the_number_can_stand_large() -> None:
    assert word(quantity("10", "亿元", Bound.NEARLY), "en") == Words("nearly CNY", "1", "billion", "")


def test_a_locale_is_read_by_its_language_and_an_unknown_one_is_chinese() -> None:
    one = quantity("3", "亿元")
    assert word(one, "en_GB") == word(one, "en")
    assert word(one, "fr") == word(one) == word(one, "zh_CN")


def test_an_unknown_unit_is_refused_in_a_foreign_language() -> None:
    with pytest.raises(UnitError, match="桌"):
        word(quantity("3", "桌"), "en")


def test_no_digit_is_lost_in_english() -> None:
    assert word(quantity("12345678901.23456789", "亿元"), "en").text == "CNY 1,234,567.890123456789 trillion"


untimed = settings(deadline=None)
VALUES = st.decimals(
    min_value=0, max_value=10**9, places=3, allow_nan=False, allow_infinity=False
) | st.integers(min_value=0, max_value=10**9).map(Decimal)


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Every quantity that has words: a rank is a whole number from two, 年级 is a school year, "500级" says nothing."""
    unit, bound = draw(st.sampled_from(sorted(UNITS))), draw(st.sampled_from(Bound))
    if unit == "位":
        value = Decimal(draw(st.integers(min_value=2, max_value=10**6)))
        return Quantity(value, unit, draw(st.sampled_from([Bound.EXACTLY, Bound.AT_MOST])))
    assume(bound is not Bound.SCALE or unit not in ("", "年"))
    sign = draw(st.sampled_from([1, 1, 1, -1]))
    return Quantity(draw(VALUES) * sign, unit, bound)


@pytest.mark.parametrize("unit", UNITS)
def test_every_unit_is_read_back_with_every_bound(unit: str) -> None:
    for bound in Bound:
        spoken = bound is not Bound.SCALE or unit not in ("", "年")
        one = Quantity(Decimal("2.50"), unit, bound) if unit != "位" else Quantity(Decimal(2), unit)
        assert [found.quantity for found in find_quantities(word(one).text)] == [one] or not spoken


@untimed
@given(quantities())
def test_what_is_worded_is_read_back(one: Quantity) -> None:
    (expression,) = find_quantities(word(one).text)
    assert expression.quantity == one
    assert expression.rank == (one.unit == "位")


@untimed
@given(
    st.integers(min_value=1, max_value=10**6),
    st.integers(min_value=1, max_value=10**6),
    st.sampled_from(sorted(UNITS)),
)
def test_a_range_is_read_back(low: int, more: int, unit: str) -> None:
    assume(unit not in ("", "位"))
    assume(unit != "年" or low < 1000)  # 2024–2025年 names years and counts none
    one = Quantity(Decimal(low), unit, Bound.ABOUT, Decimal(low + more))
    (expression,) = find_quantities(word(one).text)
    assert expression.quantity == one


@pytest.mark.parametrize("text", ["2024–2025年", "1999—2003年", "2021至2025年"])
def test_a_range_of_calendar_years_is_no_span_of_time(text: str) -> None:
    assert all(expression.quantity.upper is None for expression in find_quantities(text))


@untimed
@given(quantities(), st.text(alphabet=" \n，。的及", max_size=6), st.text(alphabet=" \n，。的及", max_size=6))
def test_the_words_of_an_expression_stand_in_the_text(one: Quantity, before: str, after: str) -> None:
    text = before + word(one).text + after
    found = find_quantities(text)
    assert [expression.quantity for expression in found] == [one]
    assert words_of(found[0]).text in "".join(text.split())


@untimed
@given(quantities(), st.sampled_from(["en", "ja"]))
def test_another_language_states_the_same_number(one: Quantity, language: str) -> None:
    words = word(one, language)
    stated = Decimal(words.number.removeprefix("No. ").removeprefix("top ").replace(",", ""))
    size = {"million": 10**6, "billion": 10**9, "trillion": 10**12}.get(words.unit.split(" ")[0], 1)
    assert stated * size == (
        convert(one.value, one.unit, stem(one.unit)[1]) if language == "en" else one.value
    )
