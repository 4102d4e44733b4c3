"""The periods that a text names, in Chinese, English and Japanese; relative ones count from the day it was published."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from desktop.quantities.dates import EdtfDate
from desktop.reading.spans import Span


class Reach(StrEnum):
    """How a period stands to the calendar: as such, up to its end (截至), from its beginning on (以来), or by the day of
    publishing alone (目前)."""

    WITHIN = "within"
    UNTIL = "until"
    SINCE = "since"
    NOW = "now"


class Period(NamedTuple):
    """A named period. `spans` are what it may mean, the usual one first; `words` stand from `start` to `end`. `is_base`:
    it is what something is compared with (较2019年), not what is told of."""

    spans: tuple[Span, ...]
    start: int
    end: int
    words: str
    reach: Reach = Reach.WITHIN
    is_base: bool = False
    is_goal: bool = False

    def means(self, recorded: EdtfDate) -> bool:
        """Whether the record's period is this one."""
        first, last = recorded.earliest or date.min, recorded.latest
        if last is None:
            return False
        if (first, last) in self.spans:
            return True
        if recorded.approximate or recorded.uncertain:
            low, high = recorded.earliest_fuzzy or first, recorded.latest_fuzzy or last
            return any(low <= span.first and span.last <= high for span in self.spans)
        return False


class Published(NamedTuple):
    """When a text was published: a year, and a month where that is known."""

    year: int
    month: int | None = None

    @classmethod
    def of(cls, published: EdtfDate | None) -> "Published | None":
        """None where the source does not say it closely enough."""
        if published is None or not published.is_exact or published.earliest is None:
            return None
        month = published.earliest.month if published.precision in ("day", "month") else None
        return cls(published.earliest.year, month)


def spans_of(*spans: Span | None) -> tuple[Span, ...]:
    """Those that the calendar has, each once."""
    return tuple(dict.fromkeys(span for span in spans if span is not None))


def in_order(periods: Sequence[Period]) -> list[Period]:
    """By where they stand, the longer first; what lies within another one is left out."""
    kept: list[Period] = []
    for one in sorted(periods, key=lambda p: (p.start, -p.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
