"""Kinds of periods: a year and a quarter are not to be compared, two quarters are; and a period as a short label."""

from collections.abc import Mapping

from desktop.quantities.dates import EdtfDate, word_date
from desktop.quantities.language import mark, tr

INTERVAL = "interval"
_KINDS: Mapping[str, str] = {
    "year": mark("Years"),
    "half": mark("Half-years"),
    "quarter": mark("Quarters"),
    "season": mark("Seasons"),
    "month": mark("Months"),
    INTERVAL: mark("Several months"),
    "day": mark("Days"),
    "": mark("No period given"),
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# Whole months of one year, and whole years.
_SPANS: Mapping[str, tuple[str, str]] = {
    "zh": ("{year}年{first}—{last}月", "{year}—{end}年"),
    "en": ("{first_name}–{last_name} {year}", "{year}–{end}"),
    "ja": ("{year}年{first}〜{last}月", "{year}〜{end}年"),
}


def kind_of(period: EdtfDate | None) -> str:
    """What a period may be compared with: its precision, "" for none; an interval also by its length in months, as the
    first quarter is not to be compared with the first half of a year."""
    if period is None:
        return ""
    if period.precision != INTERVAL:
        return period.precision
    first, last = period.earliest, period.latest
    months = (last.year - first.year) * 12 + last.month - first.month + 1 if first and last else 0
    return f"{INTERVAL}/{months}"


def kind_word(kind: str) -> str:
    """What `kind_of` gave, in words, as a heading."""
    return tr(_KINDS[kind.partition("/")[0]])


def period_label(period: EdtfDate, language: str = "zh") -> str:
    """A period where it is the label of a figure: 2024年, 2024年一季度, 2024年3月, 2025年1—3月."""
    if span := _span(period, language):
        return span
    words = word_date(period, language)
    return words.replace(" ", "").replace("年第", "年") if language == "zh" else words


def _span(period: EdtfDate, language: str) -> str:
    first, last = period.earliest, period.latest
    ends = period.text.split("/")
    if period.precision != INTERVAL or period.approximate or period.uncertain or not first or not last:
        return ""
    if len({len(end) for end in ends}) != 1 or not all(end[5:7] in ("", *_CALENDAR) for end in ends):
        return ""
    months, years = _SPANS[language]
    if len(ends[0]) == len("2024"):
        return years.format(year=first.year, end=last.year)
    if len(ends[0]) == len("2024-01") and first.year == last.year:
        names = {"first_name": _MONTHS[first.month - 1], "last_name": _MONTHS[last.month - 1]}
        return months.format(year=first.year, first=first.month, last=last.month, **names)
    return ""


_CALENDAR = tuple(f"{month:02}" for month in range(1, 13))
