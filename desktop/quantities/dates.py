"""Dates that may be uncertain: EDTF (ISO 8601-2) levels 0 and 1, with the quarters and halves of level 2."""

import re
from datetime import date
from typing import NamedTuple

from desktop.quantities.language import tr

LONGEST = 40

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?([~?%])?")
_UNITS = {"~": 1, "?": 1, "%": 2}
_GAPS = {"..": "…", "": "?"}

# Month code -> precision, first month, number of months. ISO does not say which months a season has: here
# they are those of northern meteorology, so that winter runs into the next year.
_CODES: dict[str | None, tuple[str, int, int]] = {
    None: ("year", 1, 12),
    **{f"{month:02}": ("month", month, 1) for month in range(1, 13)},
    **{f"{21 + i}": ("season", 3 + 3 * i, 3) for i in range(4)},
    **{f"{33 + i}": ("quarter", 1 + 3 * i, 3) for i in range(4)},
    **{f"{40 + i}": ("half", 1 + 6 * i, 6) for i in range(2)},
}


class DateError(ValueError):
    """A text that is no date: what is wrong and what would be right, in words."""


class EdtfDate(NamedTuple):
    """One date or interval, made by `parse_date`.

    precision: day, month, season, quarter, half, year or interval.
    earliest, latest: the first and last day that the text allows; None where an end is open or unknown.
    earliest_fuzzy, latest_fuzzy: one unit of the end's own precision further out where it is ~ or ?, two
    where it is %, but never beyond the years 1 and 9999.
    """

    text: str
    precision: str
    earliest: date | None
    latest: date | None
    earliest_fuzzy: date | None
    latest_fuzzy: date | None
    approximate: bool
    uncertain: bool

    @property
    def is_exact(self) -> bool:
        """A single date, of any precision, that bears no qualifier."""
        return not (self.precision == "interval" or self.approximate or self.uncertain)

    @property
    def sort_key(self) -> tuple[date, date]:
        return self.earliest or date.min, self.latest or date.max


_OPEN_END = EdtfDate("", "interval", None, None, None, None, approximate=False, uncertain=False)


def parse_date(text: str) -> EdtfDate:
    """Raises DateError. White space is not forgiven."""
    if len(text) > LONGEST:
        raise DateError(tr("“{date}…” is too long for a date; write e.g. 2024-06", date=text[:LONGEST]))
    return _interval(text) if "/" in text else _single(text, text)


def _interval(text: str) -> EdtfDate:
    start, end = (_OPEN_END if part in _GAPS else _single(part, text) for part in text.split("/", 1))
    if start is end:
        raise DateError(tr("“{date}” names no date; write at least one, e.g. ../2025-02", date=text))
    if start.sort_key[0] > end.sort_key[1]:
        raise DateError(tr("“{date}” ends before it starts; write the earlier date first", date=text))
    return EdtfDate(
        text,
        "interval",
        start.earliest,
        end.latest,
        start.earliest_fuzzy,
        end.latest_fuzzy,
        approximate=start.approximate or end.approximate,
        uncertain=start.uncertain or end.uncertain,
    )


def _single(text: str, whole: str) -> EdtfDate:
    """`whole` is what an error quotes: the interval that `text` is an end of."""
    match = _DATE.fullmatch(text)
    if match is None:
        raise DateError(
            tr("“{date}” is no date; e.g. 2024, 2024-06, 2024-06-05, 2024-12~ or 2024-06/2024-08", date=whole)
        )
    year, code, day, mark = match.groups()
    if year == "0000":
        raise DateError(tr("“{date}”: no year 0000; write 0001 to 9999", date=whole))
    precision, months, first, last = _span(int(year), code, day, whole)
    units = _UNITS.get(mark, 0)
    return EdtfDate(
        text,
        precision,
        first,
        last,
        _pad(first, months, -units),
        _pad(last, months, units),
        approximate=mark in ("~", "%"),
        uncertain=mark in ("?", "%"),
    )


def _span(year: int, code: str | None, day: str | None, whole: str) -> tuple[str, int, date, date]:
    """Precision, its length in months (0 for a day), first and last day."""
    precision, month, months = _CODES.get(code, ("", 0, 0))
    if not precision or (day and precision != "month"):
        raise DateError(
            tr(
                "“{date}”: no month {month}; write 01–12, or without a day 21–24, 33–36, 40–41",
                date=whole,
                month=code,
            )
        )
    first, last = _at(year, month, 1), _at(year, month + months - 1, 31)
    if not day:
        return precision, months, first, last
    if not 1 <= int(day) <= last.day:
        raise DateError(tr("“{date}”: no day {day}; write 01 to {last}", date=whole, day=day, last=last.day))
    exact = first.replace(day=int(day))
    return "day", 0, exact, exact


def _at(year: int, month: int, day: int) -> date:
    """The date, or the nearest there is to it; `month` may lie before or after the months of that year."""
    carry, month = divmod(month - 1, 12)
    year, month = year + carry, month + 1
    if not 1 <= year <= 9999:
        return date.min if year < 1 else date.max
    length = 31 if month == 12 else (date(year, month + 1, 1) - date(year, month, 1)).days
    return date(year, month, min(day, length))


def _pad(day: date, months: int, units: int) -> date:
    """A unit is that many months, or one day where `months` is 0."""
    if months:
        return _at(day.year, day.month + units * months, day.day)
    return date.fromordinal(min(max(day.toordinal() + units, 1), date.max.toordinal()))


def period_between(a: EdtfDate, b: EdtfDate) -> tuple[int, int] | None:
    """Smallest and largest number of months from `a` to `b`, by their fuzzy ends; below 0 if `b` is earlier.

    Dates that know no day are counted by the calendar: June to August is two months. As soon as one of them
    knows its day, only completed months count: 15 June to 14 August is one. None where an end is open.
    """
    a_first, a_last, b_first, b_last = a.earliest_fuzzy, a.latest_fuzzy, b.earliest_fuzzy, b.latest_fuzzy
    if a_first is None or a_last is None or b_first is None or b_last is None:
        return None
    count = _calendar_months if _whole_months(a) and _whole_months(b) else _completed_months
    return count(a_last, b_first), count(a_first, b_last)


def _whole_months(d: EdtfDate) -> bool:
    first, last = d.sort_key
    return first.day == 1 and last == _at(last.year, last.month, 31)


def _calendar_months(start: date, end: date) -> int:
    return (end.year - start.year) * 12 + end.month - start.month


def _completed_months(start: date, end: date) -> int:
    """31 January to 28 February is a completed month, as the last day stands in for a missing one."""
    if end < start:
        return -_completed_months(end, start)
    months = _calendar_months(start, end)
    return months - (_at(start.year, start.month + months, start.day) > end)


def short_date(d: EdtfDate) -> str:
    """A label in no language, without qualifiers: 2024-06, 2024 Q3, 2024-03–05 (spring), 2024-06 – 2025."""
    if d.precision == "interval":
        return " – ".join(_GAPS.get(part) or short_date(parse_date(part)) for part in d.text.split("/"))
    year, code = d.text[:4], d.text[5:7]
    if d.precision == "season":
        return f"{year}-{d.earliest:%m}–{d.latest:%m}"
    if d.precision == "quarter":
        return f"{year} Q{int(code) - 32}"
    if d.precision == "half":
        return f"{year} H{int(code) - 39}"
    return d.text.rstrip("~?%")


def label_date(d: EdtfDate, language: str = "zh") -> str:
    """For a label: compact where the date is plain, in words where it is uncertain."""
    return short_date(d) if d.is_exact else word_date(d, language)


_MONTH_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

# Per language: a date by its precision or month code ("12~": about December, which people call the end of the
# year), the qualifiers, the intervals by their shape, A and B being dates.
_WORDS: dict[str, dict[str, str]] = {
    "zh": {
        "year": "{year} 年",
        "month": "{year} 年 {month} 月",
        "day": "{year} 年 {month} 月 {day} 日",
        "21": "{year} 年春季",
        "22": "{year} 年夏季",
        "23": "{year} 年秋季",
        "24": "{year} 年冬季",
        "33": "{year} 年第一季度",
        "34": "{year} 年第二季度",
        "35": "{year} 年第三季度",
        "36": "{year} 年第四季度",
        "40": "{year} 年上半年",
        "41": "{year} 年下半年",
        "12~": "{year} 年底",
        "~": "{}前后",
        "?": "{}（存疑）",
        "A/B": "{a}至 {b}",
        "../B": "不晚于 {b}",
        "/B": "起始时间不详，至 {b}止",
        "A/..": "{a}起",
        "A/": "{a}起，结束时间不详",
    },
    "en": {
        "year": "{year}",
        "month": "{month_name} {year}",
        "day": "{day} {month_name} {year}",
        "21": "spring {year}",
        "22": "summer {year}",
        "23": "autumn {year}",
        "24": "winter {year}",
        "33": "Q1 {year}",
        "34": "Q2 {year}",
        "35": "Q3 {year}",
        "36": "Q4 {year}",
        "40": "H1 {year}",
        "41": "H2 {year}",
        "12~": "the end of {year}",
        "~": "around {}",
        "?": "{} (uncertain)",
        "A/B": "{a} to {b}",
        "../B": "by {b}",
        "/B": "start unknown, until {b}",
        "A/..": "from {a}",
        "A/": "from {a}, end unknown",
    },
    "ja": {
        "year": "{year}年",
        "month": "{year}年{month}月",
        "day": "{year}年{month}月{day}日",
        "21": "{year}年春",
        "22": "{year}年夏",
        "23": "{year}年秋",
        "24": "{year}年冬",
        "33": "{year}年第1四半期",
        "34": "{year}年第2四半期",
        "35": "{year}年第3四半期",
        "36": "{year}年第4四半期",
        "40": "{year}年上半期",
        "41": "{year}年下半期",
        "12~": "{year}年末",
        "~": "{}頃",
        "?": "{}（未確認）",
        "A/B": "{a}から{b}まで",
        "../B": "遅くとも{b}",
        "/B": "開始時期不明、{b}まで",
        "A/..": "{a}から",
        "A/": "{a}から、終了時期不明",
    },
}


def word_date(d: EdtfDate, language: str = "zh") -> str:
    """The date in words, qualifiers and open ends told. `language` is zh, en or ja, else KeyError."""
    words = _WORDS[language]
    if d.precision != "interval":
        return _word_single(d, words)
    start, end = d.text.split("/")
    shape = f"{start if start in _GAPS else 'A'}/{end if end in _GAPS else 'B'}"
    a, b = ("" if part in _GAPS else word_date(parse_date(part), language) for part in (start, end))
    return words[shape].format(a=a, b=b)


def _word_single(d: EdtfDate, words: dict[str, str]) -> str:
    code, day = d.text[5:7], d.text[8:10]
    if d.approximate and d.precision == "month" and code == "12":
        code = "12~"
    month = d.earliest.month if d.earliest else 0
    phrase = words[code if code in words else d.precision].format(
        year=int(d.text[:4]), month=month, month_name=_MONTH_NAMES[month - 1], day=day.lstrip("0")
    )
    if d.approximate:
        phrase = words["~"].format(phrase)
    return words["?"].format(phrase) if d.uncertain else phrase
