"""Stretches of the calendar, by which named periods are told from one another."""

from calendar import monthrange
from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """The first and the last day of a period, both part of it."""

    first: date
    last: date


def months(year: int, first: int = 1, last: int = 12, last_year: int | None = None) -> Span | None:
    """From one month to the end of another one, of the same year unless `last_year` says otherwise; None outside the
    calendar."""
    end = year if last_year is None else last_year
    if not (1 <= year <= end <= 9999 and 1 <= first <= 12 and 1 <= last <= 12):
        return None
    if (year, first) > (end, last):
        return None
    return Span(date(year, first, 1), date(end, last, monthrange(end, last)[1]))


def day(year: int, month: int, number: int) -> Span | None:
    """One day; None where the calendar has no such day."""
    try:
        one = date(year, month, number)
    except ValueError:
        return None
    return Span(one, one)
