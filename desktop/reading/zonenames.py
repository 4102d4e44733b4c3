"""The development zones that a text names, such as 海盐经开 or Haiyan ETDZ."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from desktop.reading.passages import squeeze

_SURE = "经济技术开发区 高新技术产业开发区 高新技术开发区 经济开发区 经开区 经开 高新区 综合保税区 保税区"
_ALSO = "开发区 新区 経済技術開発区 経済開発区 経開区 経開 開発区"
"""Before these, a word is a place only where it begins a clause."""
_COMMON = frozenset(
    [
        "整个",
        "这个",
        "那个",
        "一个",
        "两个",
        "多个",
        "各个",
        "其他",
        "其它",
        "所有",
        "我们",
        "咱们",
        "他们",
        "周边",
        "各地",
        "各类",
        "省级",
        "市级",
        "县级",
        "国家",
        "重点",
        "建设",
        "推进",
        "推动",
        "打造",
        "加快",
        "支持",
        "服务",
        "助力",
        "依托",
        "围绕",
        "聚焦",
        "立足",
        "发展",
        "提升",
        "引领",
        "带动",
        "融入",
        "深化",
        "成立",
        "设立",
        "批准",
        "走进",
        "来到",
        "进入",
        "参观",
        "考察",
        "管理",
        "规划",
        "申报",
        "创建",
        "全力",
        "全面",
        "奋力",
        "着力",
        "现代",
        "先进",
        "综合",
        "特色",
        "产业",
        "工业",
        "农业",
        "科技",
        "创新",
        "经济",
        "技术",
        "生态",
        "海洋",
        "智慧",
        "数字",
        "城市",
        "城乡",
        "乡村",
    ]
)
_NEVER_LAST = frozenset("的之是在为于对向从到把被由和与及或等级个类型各该本我全各新老型化性")
_DIVISIONS = frozenset("省市县区州国")
_WHICH = frozenset("全各我本该外跨多")
_BEFORE_A_PLACE = frozenset("在是到于为看的和与及来由对向至从同比较让把给靠，")
LONGEST = 3
"""Characters before a zone that are all taken for its name."""


class ZoneName(NamedTuple):
    """`words` as they stand; `place` the two characters, or the word, that tell it from others."""

    words: str
    place: str


@cache
def _zones() -> re.Pattern[str]:
    names = sorted(f"{_SURE} {_ALSO}".split(), key=len, reverse=True)
    return re.compile(rf"(?P<before>[\u4e00-\u9fff]{{0,8}}?)(?P<kind>{'|'.join(names)})")


@cache
def _english_zones() -> re.Pattern[str]:
    return re.compile(
        r"(?P<place>[A-Z][a-z]+(?:[-'][A-Za-z]+)?) (?:National )?"
        r"(?:Economic (?:and Technological )?(?:Development )?(?:Zone|Area)|ETDZ|EDZ|Economic (?:and|&)"
        r"|High-?[Tt]ech|Development Zone|Industrial Park|New Area|Free Trade Zone)"
    )


_ENGLISH_COMMON = frozenset(
    [
        "The",
        "This",
        "That",
        "Our",
        "Its",
        "A",
        "An",
        "National",
        "Provincial",
        "Municipal",
        "State",
        "Chinese",
        "Each",
        "Every",
    ]
)


def zones_in(text: str, language: str) -> Iterator[ZoneName]:
    """The zones that are named by a place, in their order."""
    if language == "en":
        for match in _english_zones().finditer(text):
            if match["place"] not in _ENGLISH_COMMON:
                yield ZoneName(match[0], match["place"])
        return
    for match in _zones().finditer(squeeze(text)):
        place = _place(match["before"])
        if place and (match["kind"] in _SURE.split() or _begins(match["before"], place)):
            before = match["before"]
            is_whole = len(before) <= LONGEST and before[0] not in _BEFORE_A_PLACE
            shown = before if is_whole else before[before.rindex(place) :]
            yield ZoneName(shown + match["kind"], place)


def _place(before: str) -> str:
    """The last two characters of a place's name; "" where what stands there is none."""
    name = before
    if name[-1:] in _DIVISIONS and len(name) > 2 and name[-2] not in _WHICH:
        name = name[:-1]
    place = name[-2:]
    is_name = len(place) == 2 and place not in _COMMON and place[-1] not in _NEVER_LAST | _DIVISIONS
    return place if is_name else ""


def _begins(before: str, place: str) -> bool:
    """Whether the place is all that stands before its zone in a clause, or follows on a word that leads to a place."""
    ahead = before[: before.rindex(place)]
    return len(ahead) < 2 or ahead[-1] in _BEFORE_A_PLACE
