"""The numbers that a sentence mentions, in Chinese, Japanese or English; dates, ordinals and what is but part of a name
(“1+3+N”, 世界500强, 5G) are none."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from desktop.quantities.numerals import Expression, find_quantities
from desktop.quantities.units import EXACT, multiple, stem, unit
from desktop.quantities.wording import words_of
from desktop.reading.passages import squeeze

AROUND = 16
"""Characters before and behind a number that are kept."""
SHARE, COUNT = "ratio", "count"
LARGE = 10_000
"""From here on a number is a figure, whatever it counts."""


class Mention(NamedTuple):
    """A number: `words` as they stand, `value` without its 万 or million, in % where it is a share. `unit` is what it
    counts (户) and `kind` the family of that (money:CNY, or COUNT of whatever), where they are told; `before` and
    `behind` the characters around it, white space aside. `firm`: it can only be a figure, by its unit, its decimals or
    its size."""

    words: str
    value: Decimal
    kind: str
    unit: str
    before: str
    behind: str
    firm: bool

    @property
    def is_few(self) -> bool:
        """Whether it may just count what a sentence lists."""
        return self.kind != SHARE and self.value in range(11)


def plain_value(value: Decimal, symbol: str) -> tuple[Decimal, str]:
    """A value in its unit without 万 or 亿, and the kind of that; a share is in %."""
    measure = unit(symbol)
    if measure.family in (SHARE, "points"):
        times = measure.factor * 100 if measure.family == SHARE else Decimal(1)
        return EXACT.multiply(value, times), SHARE
    sign, plain = stem(symbol)
    kind = COUNT if plain and measure.family == plain else measure.family
    return EXACT.multiply(value, multiple(sign)), kind


def mentions_in(text: str, language: str) -> list[Mention]:
    """The numbers of a text, in their order."""
    if not _maybe().search(text):
        return []
    found = _english(text) if language == "en" else _chinese(text, language)
    return [one for one in found if one.value and not (one.kind == SHARE and one.value == 100)]


@cache
def _maybe() -> re.Pattern[str]:
    """A digit, or the sign of a large number; one and two alone count no more than what is listed."""
    return re.compile(r"[0-9０-９十百千万億亿]")


@cache
def _no_figures() -> re.Pattern[str]:
    """What holds digits and is no figure: dates, ordinals, codes, idioms."""
    dash = r"\s*(?:[-—–~～至到、和/]\s*)"
    year = r"(?:19|20)[0-9]{2}"
    return re.compile(
        rf"{year}(?:{dash}(?:{year}|[0-9]{{2}}))?\s*(?:年(?:度|代)?|財年)"
        rf"|[0-9]{{1,2}}(?:{dash}[0-9]{{1,2}})?\s*月(?:份|\s*[0-9]{{1,2}}(?:{dash}[0-9]{{1,2}})?\s*[日号])?"
        rf"|{year}[-/.][0-9]{{1,2}}(?:[-/.][0-9]{{1,2}})?(?![0-9])"
        r"|[0-9]{1,2}\s*日(?![元本])|[0-9]{1,2}[:：][0-9]{2}|[0-9]\s*季度"
        r"|第\s*[0-9]+|[0-9]+\s*(?:强|強|届|期|号|號|路|弄|室|国道|省道|大道|版)"
        r"|[0-9A-Za-z]+(?:\s*[+＋]\s*[0-9A-Za-z]+)+|[0-9]+\s*[×xX*]\s*[0-9]+"
        r"|[A-Za-z][- ]?[0-9][0-9.]*|[0-9]+[A-Za-z]"
        r"|24\s*小时|24\s*時間|365\s*[天日]"
    )


def _chinese(text: str, language: str) -> Iterator[Mention]:
    plain = text.translate(_DIGITS)
    parted = _no_figures().sub(lambda match: "；" * len(match[0]), plain)
    for one in find_quantities(parted) if _maybe().search(parted) else ():
        if not one.rank:
            yield from _read(one, parted, language)


_DIGITS = str.maketrans("０１２３４５６７８９．％", "0123456789.%")


def _read(one: Expression, text: str, language: str) -> Iterator[Mention]:
    """Japanese numbers are written alike, but not their units."""
    quantity, words = one.quantity, words_of(one).text
    sign, symbol = stem(quantity.unit)
    for end in (quantity.value, quantity.upper):
        if end is None:
            continue
        value, kind = plain_value(abs(end), quantity.unit)
        firm = bool(symbol or sign) or _can_only_be_a_figure(value)
        if language == "ja" and kind != SHARE:
            words, symbol, kind = words.removesuffix(symbol), "", ""
        yield Mention(words, value, kind, symbol, *_around(text, one.start, one.end), firm)


def _can_only_be_a_figure(value: Decimal) -> bool:
    return value >= LARGE or value != value.to_integral_value()


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    before, behind = text[max(0, start - 2 * AROUND) : start], text[end : end + 2 * AROUND]
    return squeeze(before)[-AROUND:], squeeze(behind)[:AROUND]


@cache
def _english_number() -> re.Pattern[str]:
    from desktop.quantities.english_numerals import NUMBER

    return re.compile(
        r"(?P<money>(?:\b[A-Z]{3} ?|[$€£¥] ?))?"
        rf"(?<![\w.,])(?P<number>{NUMBER})(?![0-9])"
        r"(?P<scale> ?(?:thousand|million|billion|trillion))?(?P<share> ?(?:%|‰|per ?cent|×))?"
    )


_SHARES = {"‰": Decimal("0.1"), "×": Decimal(100)}
_JOINED = re.compile(r",? (?:and|or|to) |[–-]")


@cache
def _no_english_figures() -> re.Pattern[str]:
    months = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
    return re.compile(
        rf"[0-9]{{1,2}} {months}|{months} [0-9]{{1,2}}\b(?!,[0-9])|(?<![\w.,])(?:19|20)[0-9]{{2}}(?!\w|[.,][0-9])"
        r"|[0-9]+(?:st|nd|rd|th)\b|\b(?:No\.|[Tt]op|[QH]) ?[0-9]+"
        r"|[0-9A-Za-z]+(?: ?\+ ?[0-9A-Za-z]+)+|[A-Za-z]-?[0-9][0-9.]*|[0-9]+[A-Za-z]\b"
        r"|\b(?:10,000|100? million)\b|[0-9]{1,2}:[0-9]{2}|24[- ]hours?|[0-9]+/[0-9]+"
    )


def _english(text: str) -> Iterator[Mention]:
    """The units of 亿元 and 万元 (CNY 100 million, CNY 10,000) are no figures."""
    from desktop.quantities.english_words import SCALES

    parted = _no_english_figures().sub(lambda match: ";" * len(match[0]), text)
    found = list(_english_number().finditer(parted))
    for match, following in pairwise([*found, None]):
        assert match is not None
        scale, share = _ending(match)
        if (
            following
            and not scale
            and not share
            and _JOINED.fullmatch(parted, match.end(), following.start())
        ):
            scale, share = _ending(following)
        value = Decimal(match["number"].replace(",", "")) * SCALES.get(scale, 1) * _SHARES.get(share, 1)
        money = (match["money"] or "").strip()
        firm = bool(money or scale or share or "," in match["number"]) or _can_only_be_a_figure(value)
        kind = SHARE if share else f"money:{money}" if money.isalpha() else ""
        yield Mention(match[0].strip(), value, kind, "", *_around(parted, *match.span()), firm)


def _ending(match: re.Match[str]) -> tuple[str, str]:
    return (match["scale"] or "").strip(), (match["share"] or "").strip()
