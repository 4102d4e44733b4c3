"""The rates of growth in a text: a figure in % or 倍 behind a word that says that something grew or fell."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from desktop.quantities.numerals import Expression, find_quantities
from desktop.quantities.quantity import Bound
from desktop.quantities.units import EXACT
from desktop.quantities.wording import Words, words_of

_SIGNS = "+-＋－−"
_LEVEL = re.compile(r"((?:基\s*本|大\s*致|大\s*体|总\s*体)\s*)?持\s*平")


class Growth(NamedTuple):
    """`percent` is negative for a fall; `words`, from `start` to `end`, are those of the figure without its sign,
    or such as 持平 where there is no growth."""

    percent: Decimal
    bound: Bound
    start: int
    end: int
    words: Words

    @property
    def text(self) -> str:
        return self.words.text


@cache
def _grows() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?P<fall>下降|减少|降低|回落|下滑|下跌|缩减|压减|负增长|减|降)"
        r"|增长|上升|提高|提升|增加|上涨|扩大|增|涨|升)(?:了|达到?|高达)?$"
        r"|(?:(?P<down>降幅|跌幅|减幅)|增速|增幅|涨幅|升幅|增长率)(?:为|是|达到?|高达|保持在|稳定在)?$"
        r"|(?P<signed>[同环]比)$"
    )


def find_growths(text: str) -> list[Growth]:
    """The rates of growth in a text, in % (增长3倍 is 300 %, 持平 0 %); changes in 个百分点 and 提高到80% are none."""
    found = [growth for one in find_quantities(text) if (growth := _growth(text, one))]
    return sorted([*found, *_level(text)], key=lambda growth: growth.start)


def _level(text: str) -> Iterator[Growth]:
    for match in _LEVEL.finditer(text):
        words = Words("", "".join(match[0].split()), "", "")
        yield Growth(Decimal(0), Bound.ABOUT if match[1] else Bound.EXACTLY, *match.span(), words)


def _growth(text: str, one: Expression) -> Growth | None:
    size = {"%": 1, "倍": 100}.get(one.quantity.unit)
    before = "".join(text[max(0, one.start - 24) : one.start].split())
    verb = _grows().search(before[-8:])
    if (
        not verb
        or not size
        or one.quantity.upper is not None
        or (verb["signed"] and one.number[:1] not in tuple(_SIGNS))
    ):
        return None
    percent = EXACT.multiply(one.quantity.value, Decimal(size))
    percent = percent.copy_abs().copy_negate() if verb["fall"] or verb["down"] else percent
    words = words_of(one._replace(number=one.number.lstrip(_SIGNS)))
    return Growth(percent, one.quantity.bound, one.start, one.end, words)
