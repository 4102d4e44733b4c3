"""Reads a text: its amounts with their roles, in the language that it is written in."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Protocol

from desktop.quantities.numerals import page_of
from desktop.reading.periods import Period, Published
from desktop.reading.statements import Statement


class Reading(Protocol):
    """A text that was read. All positions count in `text`, which is the text as given without its white space, or with
    single blanks where words are parted by them."""

    text: str
    statements: list[Statement]
    periods: list[Period]

    @property
    def sentence_starts(self) -> Sequence[int]: ...


def plain(text: str, language: str = "zh") -> str:
    """A text as a reading of that language holds it, so that its positions can be found there."""
    return page_of(text).norm


@lru_cache(maxsize=512)
def read(text: str, published: Published | None, language: str = "zh") -> Reading:
    """Read a text that was published then."""
    from desktop.reading.chinese import ChineseReader

    return ChineseReader(plain(text, language), published)
