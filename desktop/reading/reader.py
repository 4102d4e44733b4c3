"""Reads a text: its amounts with their roles, in the language that it is written in."""

import re
from collections.abc import Sequence
from typing import Protocol

from desktop.quantities.numerals import page_of
from desktop.reading.periods import Period, Published
from desktop.reading.statements import Statement

_KANA = re.compile("[\u3041-\u30fa\u30fd-\u30ff]")
_HAN = re.compile("[\u4e00-\u9fff]")


class Reading(Protocol):
    """A text that was read. All positions count in `text`, which is the text as given without its white space, or with
    single blanks where words are parted by them, look-alike letters folded; `written` is the same unfolded."""

    language: str
    text: str
    written: str
    statements: list[Statement]
    periods: list[Period]

    @property
    def sentence_starts(self) -> Sequence[int]: ...

    def told_at(self, start: int, end: int) -> tuple[Period | None, str, str]:
        """Of what time something is that stands there, whether it is planned, and by which words."""


def plain(text: str, language: str = "zh") -> str:
    """A text as a reading of that language holds it, so that its positions can be found there."""
    if language == "en":
        return " ".join(text.translate(_EVEN).split())
    norm = page_of(text).norm
    return norm.replace("〜", "~") if language == "ja" else norm


def spread(text: str, language: str = "zh") -> Sequence[int]:
    """Where each character of `plain` stands in the text."""
    if language == "en":
        return _spread(text)
    return page_of(text).places


_EVEN = str.maketrans("０１２３４５６７８９．％，’‘\u00a0\u202f\u2009", "0123456789.%,''   ")
"""Characters that are the same to English texts, one for one."""


def _spread(text: str) -> Sequence[int]:
    places: list[int] = []
    for match in re.finditer(r"\S+", text):
        if places:
            places.append(match.start() - 1)
        places.extend(range(*match.span()))
    return places


def language_of(text: str) -> str:
    """zh, en or ja, by the letters of a text."""
    if _KANA.search(text):
        return "ja"
    return "zh" if _HAN.search(text) or not text else "en"


def read(text: str, published: Published | None, language: str = "zh") -> Reading:
    """Read a text that was published then."""
    if language == "en":
        from desktop.reading.english import EnglishReader

        return EnglishReader(plain(text, language), published, " ".join(text.split()))
    if language == "ja":
        from desktop.reading.japanese import JapaneseReader

        return JapaneseReader(plain(text, language), published, page_of(text).raw)
    from desktop.reading.chinese import ChineseReader

    return ChineseReader(page_of(text), published)
