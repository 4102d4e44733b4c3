"""The indicators that every reader knows are sound as data: named in three languages, each name with one meaning."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from desktop.quantities.units import UNITS
from desktop.reading.lexicon import Lexicon
from desktop.reading.names import fold

FILE = Path(__file__).resolve().parents[2] / "resources" / "reading" / "indicators.csv"
FEWEST = 300


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_there_are_enough_indicators_each_with_its_own_id(rows: list[dict[str, str]]) -> None:
    assert len(rows) >= FEWEST
    assert not [one for one, count in Counter(row["id"] for row in rows).items() if count > 1]


def test_every_indicator_is_named_in_three_languages(rows: list[dict[str, str]]) -> None:
    unnamed = [
        row["id"]
        for row in rows
        for column in ("zh", "en", "ja")
        if not all(name and name == name.strip() for name in row[column].split("|"))
    ]
    assert not unnamed


def test_no_name_has_two_meanings(rows: list[dict[str, str]]) -> None:
    meanings: dict[str, set[str]] = {}
    for row in rows:
        for column in ("zh", "en", "ja"):
            for name in row[column].split("|"):
                meanings.setdefault(fold(name), set()).add(row["id"])
    assert not {name: ids for name, ids in meanings.items() if len(ids) > 1}


def test_units_and_directions_are_known(rows: list[dict[str, str]]) -> None:
    assert not {row["id"]: row["unit"] for row in rows if row["unit"] not in UNITS}
    assert {row["direction"] for row in rows} == {"up", "down", "none"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("规模以上工业增加值", "规上工业增加值"),
        ("实到外资", "实际利用外资"),
        ("外贸进出口", "进出口总额"),
        ("技改投资", "technical renovation investment"),
        ("固投", "固定資産投資"),
        ("高企", "High-Tech  Enterprises"),
    ],
)
def test_other_words_for_an_indicator_mean_the_same(one: str, other: str) -> None:
    assert Lexicon.bundled().are_same(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("工业增加值", "规上工业增加值"),
        ("总投资", "计划总投资"),
        ("合同外资", "实际使用外资"),
        ("出口额", "进出口额"),
        ("产值", "营业收入"),
        ("税收收入", "非税收入"),
        ("固定资产投资", "工业投资"),
        ("新增专精特新企业", "专精特新企业"),
        ("4A级景区接待游客", "A级景区接待游客"),
        ("签约项目", "新签约项目"),
    ],
)
def test_what_only_sounds_alike_is_told_apart(one: str, other: str) -> None:
    lexicon = Lexicon.bundled()
    assert lexicon.ids(one) and lexicon.ids(other) and not lexicon.are_same(one, other)
