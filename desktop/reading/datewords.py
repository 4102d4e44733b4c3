"""The dates that a text names, such as 2024年10月, 去年6月, 下个月; relative ones count from the day it was published."""

import re
from collections.abc import Iterator
from datetime import MAXYEAR, MINYEAR, date
from functools import cache
from typing import NamedTuple

from desktop.quantities.dates import EdtfDate, parse_date
from desktop.quantities.numerals import parse_number
from desktop.reading.passages import squeeze

_YEARS = {"前年": -2, "去年": -1, "上年": -1, "今年": 0, "明年": 1, "后年": 2}
_MONTHS = {"上个月": -1, "上月": -1, "这个月": 0, "本月": 0, "下个月": 1, "下月": 1}
_PARTS = {"初": (1, 2), "年初": (1, 2), "年中": (6, 7), "上半年": (1, 6), "下半年": (7, 12),
          "底": (11, 12), "末": (11, 12), "年底": (11, 12), "年末": (11, 12)}  # fmt: skip
"""From which month to which, said with some latitude."""


@cache
def _named() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?P<year>(?:19|20)\d\d)年|(?P<relative>{'|'.join(_YEARS)}))"
        r"(?:(?P<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月"
        rf"|(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))}))?"
        rf"|(?P<shift>{'|'.join(_MONTHS)})"
    )


class NamedDate(NamedTuple):
    """`words` as they stand in the text, and the first and last day that they may mean."""

    words: str
    first: date
    last: date


def named_dates(text: str, published: EdtfDate | None) -> Iterator[NamedDate]:
    """The dates of a text; relative ones only where `published` is known closely enough."""
    for match in _named().finditer(squeeze(text)):
        months = _months(match, published)
        if months and all(MINYEAR <= month // 12 <= MAXYEAR for month in months):
            (year, first), (last_year, last) = (divmod(month, 12) for month in months)
            begin, end = (parse_date(f"{y:04}-{m + 1:02}") for y, m in ((year, first), (last_year, last)))
            if begin.earliest and end.latest:
                yield NamedDate(match[0], begin.earliest, end.latest)


def _months(match: re.Match[str], published: EdtfDate | None) -> tuple[int, int] | None:
    """The first and the last month that are meant, counted from the year 0."""
    base = published.earliest if published and published.is_exact else None
    if match["shift"]:
        known = base if published and published.precision in ("day", "month") else None
        month = known.year * 12 + known.month - 1 + _MONTHS[match["shift"]] if known else None
        return None if month is None else (month, month)
    if match["relative"] and base is None:
        return None
    year = int(match["year"]) if match["year"] else (base.year if base else 0) + _YEARS[match["relative"]]
    number = parse_number(match["month"]) if match["month"] else None
    first, last = (int(number), int(number)) if number else _PARTS.get(match["part"], (1, 12))
    return year * 12 + first - 1, year * 12 + last - 1
