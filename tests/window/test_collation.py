"""The order in which people expect Chinese texts."""

from desktop.window import collation
from desktop.window.collation import collate


def said(done: int, total: int) -> None:
    assert 0 <= done <= total


def order(texts: list[str], falling: bool = False) -> list[str]:
    return [texts[n] for n in collate(texts, said).places(falling)]


def test_chinese_is_sorted_by_pinyin() -> None:
    assert order(["张", "钟", "阿", "北", "重庆", "银行", "亚"]) == [
        "阿",
        "北",
        "重庆",
        "亚",
        "银行",
        "张",
        "钟",
    ]


def test_numbers_count_by_value() -> None:
    assert order(["第10站", "第9站", "第100站"]) == ["第9站", "第10站", "第100站"]


def test_nothing_comes_last_both_ways() -> None:
    assert order(["", "北", "", "阿"]) == ["阿", "北", "", ""]
    assert order(["", "北", "", "阿"], falling=True) == ["北", "阿", "", ""]


def test_equal_texts_keep_their_order() -> None:
    assert list(collate(["乙", "甲", "乙", "甲"], said).places(False)) == [1, 3, 0, 2]


def test_many_runs_give_the_order_of_one() -> None:
    texts = [f"{'甲乙丙丁'[n % 4]}{n * 7919 % 5000}" for n in range(3 * collation.RUN + 5)]
    in_runs = order(texts)
    assert in_runs == order(in_runs) and sorted(in_runs) == sorted(texts)
    assert in_runs[0].startswith("丙") and in_runs[-1].startswith("乙")


def test_no_texts_at_all() -> None:
    assert order([]) == [] and order([""]) == [""]
