"""A figure as people state it: a value in a unit, how firmly it is meant, and the words that say so."""

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Bound(StrEnum):
    """How the true figure lies to the value that is named."""

    EXACTLY = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    OVER = "over"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    SCALE = "scale"


class Quantity(NamedTuple):
    """`value` is in `unit` as the source writes it; `upper` is the far end of a range (七八十: 70, 80)."""

    value: Decimal
    unit: str
    bound: Bound = Bound.EXACTLY
    upper: Decimal | None = None


_BEFORE = {
    Bound.ABOUT: "约 约为 约有 约达 约占 约合 大约 大约有 大概 差不多 ≈",
    Bound.NEARLY: "近 将近 接近 逼近",
    Bound.OVER: "超 超过 超出 逾 突破 大于 高于 多于 不止 >",
    Bound.AT_LEAST: "不少于 不低于 不小于 不下于 不下 至少 最少 ≥",
    Bound.AT_MOST: "不超过 不超 不突破 不高于 不大于 不多于 未超过 未突破 "
    "至多 最多 低于 少于 小于 不足 不到 不满 未满 ≤ <",
}
_OTHERWISE_BEFORE = (  # words that only look like the ones above
    "签约 节约 履约 预约 违约 集约 合约 邀约 制约 租约 续约 条约 公约 解约 特约 最近 附近 邻近 靠近 临近 "
    "相近 就近 贴近 拉近 走近 赶超 反超 以上 网上 线上 晚上 早上 路上 加上 "
    "目前 之前 以前 此前 提前 日前 年前 当前 从前 先前 空前 会前 节前 眼前 面前"
)
REACHED = ("迈上", "跨上", "站上", "跃上", "登上", "冲上", "踏上", "迈入", "跨入", "迈进", "跻身")
"""Words before a bare number that make it a figure, of which they say no bound (迈上百亿元台阶)."""
_BEHIND = {
    Bound.ABOUT: "左右 上下 前后",
    Bound.OVER: "有余 多",
    Bound.AT_LEAST: "以上 及以上 或以上",
    Bound.AT_MOST: "以内 之内 以下 及以下 及以内",
    Bound.SCALE: "级 量级",
}
_OTHERWISE_BEHIND = (
    "以上海 以上述 上下游 上下班 前后端 级别 级联 多次 多轮 多家 多个 多项 多地 多元 多功 多层"
)


def _words(table: Mapping[Bound, str], otherwise: str, ending: str) -> dict[str, Bound | None]:
    words: dict[str, Bound | None] = {one: bound for bound, line in table.items() for one in line.split()}
    return words | {one + ending: bound for one, bound in words.items()} | dict.fromkeys(otherwise.split())


BOUNDS_BEFORE: Mapping[str, Bound | None] = _words(_BEFORE, f"{_OTHERWISE_BEFORE} {' '.join(REACHED)}", "了")
"""What a word right before a number makes of it; None where the longer word bounds nothing (签约10个)."""
BOUNDS_BEHIND: Mapping[str, Bound | None] = _words(_BEHIND, _OTHERWISE_BEHIND, "")
