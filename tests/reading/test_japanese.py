"""Japanese clauses: figures, periods, roles, growth and plans."""

from decimal import Decimal

import pytest

from desktop.quantities.dates import parse_date
from desktop.quantities.japanese_numerals import find_japanese_quantities
from desktop.reading.japanese_periods import find_japanese_periods
from desktop.reading.periods import Published
from desktop.reading.reader import plain, read
from desktop.reading.statements import Statement

PUBLISHED = Published(2025, 7)


def statements(text: str) -> list[Statement]:
    return read(text, PUBLISHED, "ja").statements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("16億6000万ドルだった", "16.6 亿美元"),
        ("486億円", "486 亿日元"),
        ("人民元建てで46億3000万元", "46.3 亿元"),
        ("1兆2000億円", "1.2 万亿日元"),
        ("18万6000TEU", "18.6 万标箱"),
        ("6万8420元", "6.842 万元"),
        ("1266社に上る", "1266 家"),
        ("20億ドル以上", "20 亿美元 at_least"),
        ("約29億元", "29 亿元 about"),
        ("380万人余り", "380 万人 over"),
        ("300億元を超える", "300 亿元 over"),
        ("10％近く", "10 % nearly"),
        ("数十社", "10 家 over"),
        ("2割5分", "25 %"),
        ("45営業日", "45 个工作日"),
    ],
)
def test_figures_are_read(text: str, expected: str) -> None:
    (one,) = find_japanese_quantities(plain(text, "ja"))
    bound = "" if one.quantity.bound == "exactly" else f" {one.quantity.bound}"
    assert f"{one.quantity.value:f} {one.quantity.unit}{bound}" == expected


def test_a_range_has_two_ends() -> None:
    (one,) = find_japanese_quantities(plain("20万〜25万セット", "ja"))
    assert (one.quantity.value, one.quantity.upper) == (Decimal(20), Decimal(25))
    assert "万套" in one.others


@pytest.mark.parametrize("text", ["5G基地局", "3+X", "一部の企業", "百貨店", "十分な"])
def test_what_is_no_figure_is_passed_over(text: str) -> None:
    assert not find_japanese_quantities(plain(text, "ja"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("税収は5億元増えて20億元となった", "increase level"),
        ("書類は105種類から33種類に削減された", "before level"),
        ("1億元以上の案件を212件誘致した", "threshold level"),
        ("31億4000万元は誤りで、34億1000万元に訂正する", "denied level"),
        ("省内48開発区中6位だった", "base rank"),
        ("伸び率は5％で、全国平均を0.9ポイント上回った", "growth gap"),
        ("第14次計画の案件は212件だった", "name level"),
        ("輸出は11.7％増の16億ドルだった", "growth level"),
    ],
)
def test_each_amount_has_its_role(text: str, expected: str) -> None:
    assert [one.role.value for one in statements(text)] == expected.split()


@pytest.mark.parametrize(
    ("text", "kind", "size", "unit"),
    [
        ("輸出は前年比11.7％増だった", "change", "11.7", "percent"),
        ("輸出は前月比2.4％減だった", "step", "-2.4", "percent"),
        ("輸出は年平均7.1％増加した", "average", "7.1", "percent"),
        ("輸出は2019年の2.5倍に達した", "other", "1.5", "times"),
        ("輸出は前年同期を5.4％上回った", "change", "5.4", "percent"),
        ("輸出は前の年の2倍になった", "change", "1", "times"),
        ("輸出は横ばいだった", "unsaid", "0", "percent"),
        ("比率は3.6ポイント低下した", "unsaid", "-3.6", "points"),
    ],
)
def test_growth_tells_its_size_and_what_it_compares_with(text: str, kind: str, size: str, unit: str) -> None:
    (growth,) = [one.growth for one in statements(text) if one.growth]
    assert (growth.kind.value, f"{growth.size:f}", growth.unit) == (kind, size, unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20億ドルの導入を目標に掲げる", "target"),
        ("300億元を超える見込みだ", "forecast"),
        ("6億元の投資を予定していたが、実際には7億元を投じた", "target actual"),
        ("投資は112億元で、年間目標を2％上回った", "actual actual"),
    ],
)
def test_plans_are_told_from_facts(text: str, expected: str) -> None:
    assert [one.status for one in statements(text)] == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025年3月期の売上高", "2024-04/2025-03"),
        ("今年上半期の輸出", "2025-40"),
        ("昨年の第3四半期", "2024-35"),
        ("1〜7月の累計", "2025-01/2025-07"),
        ("2021〜25年に", "2021/2025"),
        ("9月28日に開業", "2024-09-28"),
        ("5月1〜5日", "2025-05-01/2025-05-05"),
        ("6月末時点で", "2025-06"),
        ("来月、量産を始める", "2025-08"),
        ("令和6年の", "2024"),
        ("過去5年間", "2020/2024"),
        ("今年に入って", "2025-01/2025-06"),
    ],
)
def test_periods_are_named(text: str, expected: str) -> None:
    (one,) = find_japanese_periods(plain(text, "ja"), PUBLISHED)
    assert one.means(parse_date(expected)), one


@pytest.mark.parametrize("text", ["3年ぶり", "25年の歴史", "1日", "105種類から"])
def test_what_is_no_period_is_passed_over(text: str) -> None:
    assert not find_japanese_periods(text, PUBLISHED)
