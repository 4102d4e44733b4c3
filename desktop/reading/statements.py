"""An amount that a text states, with its role there."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from desktop.quantities.numerals import Expression
from desktop.quantities.quantity import Bound, Quantity
from desktop.quantities.units import UNITS, convert, unit
from desktop.reading.periods import Period

PARTS: Mapping[str, str] = {
    "亩均": "亩",
    "每亩": "亩",
    "人均": "人",
    "每人": "人",
    "户均": "户",
    "每户": "户",
    "每月": "月",
    "每年": "年",
    "年均": "年",
    "每家": "家",
    "每平方米": "平方米",
    "每公顷": "公顷",
    "每平方公里": "平方公里",
}
"""What `Statement.per` says each amount is one of."""


class Role(StrEnum):
    """What an amount is to its clause: the LEVEL is what the clause tells, all others stand beside it."""

    LEVEL = "level"
    GROWTH = "growth"
    INCREASE = "increase"
    BEFORE = "before"
    DENIED = "denied"
    BASE = "base"
    THRESHOLD = "threshold"
    NAME = "name"
    RANK = "rank"
    GAP = "gap"


class Kind(StrEnum):
    """What a growth compares with: the same time a year before, the month or quarter before, every year of several, or
    the time that `since` names. UNSAID where the clause leaves it to the reader."""

    CHANGE = "change"
    STEP = "step"
    AVERAGE = "average"
    OTHER = "other"
    UNSAID = "unsaid"


class Growth(NamedTuple):
    """How much something grew, negative for a fall; `unit` is percent, points or times."""

    kind: Kind
    size: Decimal
    unit: str
    bound: Bound = Bound.EXACTLY
    since: Period | None = None

    @property
    def percent(self) -> Decimal:
        """In percent, or in points as they are."""
        return self.size * 100 if self.unit == "times" else self.size


class Statement(NamedTuple):
    """`expression` is how it is written, between `start` and `end` of the page; `status` is actual, target or forecast,
    which `status_words` say; `before` is the place of the amount that it came from, `owner` that of the level whose
    growth it is; `per` says of what it is a part (亩均)."""

    expression: Expression
    start: int
    end: int
    role: Role
    sentence: int
    clause: tuple[int, int]
    period: Period | None = None
    status: str = "actual"
    status_words: str = ""
    growth: Growth | None = None
    before: int | None = None
    owner: int | None = None
    per: str = ""

    @property
    def quantity(self) -> Quantity:
        return self.expression.quantity

    @property
    def readings(self) -> Iterator[Quantity]:
        """What the amount may mean: with each unit that its noun may stand for, and as one of each that it is a part of."""
        yield self.quantity
        for other in self.expression.others:
            yield self.quantity._replace(unit=other)
        shared = f"元/{PARTS.get(self.per, '')}"
        if shared in UNITS and self.quantity.unit.endswith("元"):
            ends = (
                [
                    None if end is None else convert(end, self.quantity.unit, "元")
                    for end in (self.quantity.value, self.quantity.upper)
                ]
                if unit(self.quantity.unit).family == "money:CNY"
                else []
            )
            if ends and ends[0] is not None:
                yield self.quantity._replace(value=ends[0], upper=ends[1], unit=shared)
