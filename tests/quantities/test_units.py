from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.quantities.units import UNITS, UnitError, convert, multiple, stem, unit

ASKED_FOR = (
    "元 千元 万元 亿元 万亿元 美元 万美元 亿美元 欧元 亿欧元 日元 亿日元 港元 % ‰ 个百分点 个 家 项 件 万件 亿件 台 套 户 名 "
    "人 万人 次 人次 万人次 幢 栋 座 处 所 条 层 位 名次 倍 辆 万辆 吨 万吨 亩 平方米 万平方米 平方公里 公顷 米 公里 年 个月 天 "
    "小时 岁 分钟 千瓦时 万千瓦时 吨标准煤 万元/亩 亿元/平方公里 元/次 元/餐"
)


@pytest.mark.parametrize("symbol", ["", *ASKED_FOR.split()])
def test_a_unit_is_known(symbol: str) -> None:
    assert unit(symbol).symbol == symbol


@pytest.mark.parametrize(
    ("value", "source", "target", "result"),
    [
        ("1.66", "亿美元", "万美元", "16600"),
        ("7.58", "亿元", "元", "758000000"),
        ("12000", "亿元", "万亿元", "1.2"),
        ("5000", "万件", "亿件", "0.5"),
        ("15", "亩", "公顷", "1"),
        ("75", "亩", "平方米", "50000"),
        ("1", "平方公里", "亩", "1500"),
        ("2", "年", "个月", "24"),
        ("3", "个季度", "个月", "9"),
        ("1.5", "小时", "分钟", "90"),
        ("86.07", "%", "‰", "860.7"),
        ("2.5", "倍", "%", "250"),
        ("300", "万元/亩", "亿元/平方公里", "45"),
        ("1.5", "万千瓦时", "千瓦时", "15000"),
        ("20", "万吨标准煤", "吨标准煤", "200000"),
    ],
)
def test_a_value_converts_exactly(value: str, source: str, target: str, result: str) -> None:
    assert convert(Decimal(value), source, target) == Decimal(result)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("户", "个"),
        ("家", "个"),
        ("元", "美元"),
        ("亩", "米"),
        ("%", "个百分点"),
        ("年", "天"),
        ("亿", "亿元"),
    ],
)
def test_different_families_do_not_convert(source: str, target: str) -> None:
    with pytest.raises(UnitError, match=f"{source}.*{target}"):
        convert(Decimal(10), source, target)


def test_nothing_is_rounded_in_silence() -> None:
    with pytest.raises(UnitError, match="rounding"):
        convert(Decimal(1), "亩", "平方米")


def test_a_long_value_keeps_every_digit() -> None:
    value = Decimal("1234567890123456789012345678901234567.89")
    assert str(convert(value, "亿元", "元")) == "123456789012345678901234567890123456789000000.00"


def test_an_unknown_unit_is_named_with_those_near_it() -> None:
    with pytest.raises(UnitError, match=r"亿美圆.*亿美元"):
        unit("亿美圆")


def test_a_unit_like_no_other_still_says_what_is_wrong() -> None:
    with pytest.raises(UnitError, match="zzz"):
        unit("zzz" * 10**5)


@pytest.mark.parametrize(
    ("written", "symbol"), [("％", "%"), ("㎡", "平方米"), ("百分点", "个百分点"), ("港币", "港元")]
)
def test_another_name_is_the_same_unit(written: str, symbol: str) -> None:
    assert unit(written) is unit(symbol)


@pytest.mark.parametrize(
    ("symbol", "parts"),
    [
        ("万亿元", ("万亿", "元")),
        ("千万元", ("千万", "元")),
        ("千瓦时", ("", "千瓦时")),
        ("万千瓦时", ("万", "千瓦时")),
        ("亿", ("亿", "")),
    ],
)
def test_a_multiple_comes_off_its_unit(symbol: str, parts: tuple[str, str]) -> None:
    assert stem(symbol) == parts


@pytest.mark.parametrize("symbol", UNITS)
def test_each_unit_is_its_multiple_of_its_stem(symbol: str) -> None:
    sign, base = stem(symbol)
    assert unit(symbol).family == unit(base).family
    assert unit(symbol).factor == multiple(sign) * unit(base).factor


@settings(deadline=None)
@given(
    st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**12), max_value=10**12),
    st.sampled_from(sorted(UNITS)),
    st.sampled_from(sorted(UNITS)),
)
def test_there_and_back_is_the_same_value(value: Decimal, source: str, target: str) -> None:
    try:
        there = convert(value, source, target)
    except UnitError:
        return
    assert convert(there, target, source) == value
