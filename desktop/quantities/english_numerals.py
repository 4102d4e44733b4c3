"""The English number grammar, reading: figures one by one, their bounds and their units in running text.

Texts are expected with single blanks. A number is looked for first, then the words right before and right behind it.
"""

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from desktop.quantities.english_units import COUNTS, measures, symbols_of
from desktop.quantities.english_words import (
    BOUNDS_BEFORE,
    BOUNDS_BEHIND,
    NO_NOUN,
    NUMERALS,
    PER,
    PREFIXES,
    SCALES,
    VAGUE,
)
from desktop.quantities.numerals import Expression
from desktop.quantities.quantity import Bound, Quantity
from desktop.quantities.units import EXACT, UNITS

NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"


class Number(NamedTuple):
    value: Decimal
    scale: int
    is_word: bool


@cache
def _grammar() -> re.Pattern[str]:
    words = "|".join(sorted(NUMERALS, key=len, reverse=True))
    scales = "|".join(sorted((s for s in SCALES if len(s) > 3), key=len, reverse=True))
    prefixes = "|".join(re.escape(p) for p in sorted(PREFIXES, key=len, reverse=True))
    return re.compile(
        rf"(?:(?<![\w$])(?P<money>{prefixes})[ ]?(?P<paid>[-+−]?{NUMBER})"
        rf"|(?<![\w.,/$€£¥])(?P<digits>(?:(?<![\w)%])[-+−])?{NUMBER})"
        rf"|(?<![\w-])(?P<implied>(?=(?:{scales})-(?:yuan|dollar|euro|yen|renminbi)))"
        rf"|(?<![\w-])(?P<half>half an?|(?:several|a few) (?:hundred|thousand)|dozens of|scores of|tens of|hundreds of|tens of thousands of|hundreds of thousands of|"
        rf"thousands of|millions of|billions of)(?= (?:thousand|million|billion|trillion|[a-z]))"
        rf"|(?<![\w-])(?P<words>(?:{words})(?:[- ](?:and )?(?:{words}))*|an?(?= (?:hundred|thousand|million|billion|trillion|dozen)\b)))"
        rf"(?![0-9]|[.,][0-9]|:[0-9])"
        rf"(?P<scale>(?<![\w-])(?:{scales})(?=-(?:yuan|dollar|euro|yen|renminbi))|[ -](?:{scales}|mn|mln|bn|bln|tn|trn)\b(?!-(?:yuan|dollar|euro|yen))|(?<=[0-9a-z])-(?:{scales})\b|(?:mn|mln|bn|bln|tn|trn|[mbk])\b)?"
        r"(?P<more>(?: and (?:a half))?(?= ))?",
        re.IGNORECASE,
    )


@cache
def _measure() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(measures(), key=len, reverse=True))
    per = "|".join(re.escape(w) for w in sorted(PER, key=len, reverse=True))
    return re.compile(
        rf"[ -]?(?P<unit>{words})(?![\w²³])(?P<per>(?: (?:per|an?|each|every)|/) ?(?P<below>{per})\b(?! (?:earlier|ago|before|on)\b))?",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(BOUNDS_BEHIND, key=len, reverse=True))
    return re.compile(rf"(?:{words})(?![\w])")


_BOUND_FURTHER = re.compile(
    r"(?P<noun>(?: [a-z-]+){1,3}?)(?= (?:or (?:more|less|so|fewer|thereabouts)|and (?:above|more)|at (?:least|(?:the )?most))\b)"
)
_PLUS = re.compile(r"-plus(?![\w])|-odd(?![\w])|\+(?![\w])")
_NEXT_WORD = re.compile(r"[ -]?([A-Za-z][A-Za-z’'&.-]*)")


def english_amounts(text: str) -> list[Expression]:
    """The figures of a text with single blanks, one by one, in order and not overlapping."""
    found: list[Expression] = []
    position = 0
    while match := _grammar().search(text, position):
        one = _read(text, match)
        position = one.end if one else max(match.end(), position + 1)
        if one is not None:
            found.append(one)
    return found


def _read(text: str, match: re.Match[str]) -> Expression | None:
    number = _number(match)
    end = match.end("scale") if match["scale"] else _number_end(match)
    if number is None or _is_part(text, match, end):
        return None
    lead, bound = _lead(text, match.start())
    if match["half"] and not match["half"].lower().startswith("half"):
        bound = Bound.OVER
    plus = _PLUS.match(text, end)
    found = _unit(text, match, plus.end() if plus else end, number)
    if found is None:
        return None
    symbols, stop, per = found
    if not symbols and number.is_word and number.value <= 1 and number.scale == 1:
        return None
    if not symbols or symbols[0] not in measures().values():
        stop = _phrase_end(text, stop)
    tail = _tail(text, stop, symbols)
    own = BOUNDS_BEHIND[plus[0] if plus else tail] if plus or tail else Bound.EXACTLY
    quantity, others = _quantity(number, symbols, per)
    return Expression(
        quantity._replace(bound=bound if bound is not Bound.EXACTLY else own),
        match.start() - len(lead),
        stop + len(tail),
        lead.strip(),
        text[match.start() : end],
        text[end:stop],
        tail.strip(),
        others=others,
    )


def _tail(text: str, stop: int, symbols: tuple[str, ...]) -> str:
    """The words behind an amount that bound it; a level or class is one of money alone."""
    match = _behind().match(text, stop)
    if match is None:
        return ""
    scale = BOUNDS_BEHIND[match[0]] is Bound.SCALE
    return "" if scale and symbols and symbols[0] not in ("元", "美元") else match[0]


def _number_end(match: re.Match[str]) -> int:
    return max(match.end(name) for name in ("paid", "digits", "half", "words"))


def _number(match: re.Match[str]) -> Number | None:
    written = match["paid"] or match["digits"]
    scale = SCALES[match["scale"].strip(" -").lower()] if match["scale"] else 1
    if written:
        return Number(Decimal(written.replace(",", "").replace("−", "-")), scale, False)
    if match["implied"] is not None:
        return Number(Decimal(1), scale, False)
    if match["half"]:
        return _vague(match["half"].lower(), scale)
    value = _spelt(re.split(r"[- ](?:and )?", match["words"].lower()))
    return None if value is None else Number(Decimal(value), scale, True)


def _vague(words: str, scale: int) -> Number | None:
    """dozens of, hundreds of: more than one of them, nobody says how many; “several” says nothing."""
    size = VAGUE.get(words)
    if size is None or (words.startswith("half") and scale == 1):
        return None
    return Number(Decimal(size), scale, True)


def _spelt(words: list[str]) -> int | None:
    total = 0
    for word in words:
        number = NUMERALS.get(word, 1 if word in ("a", "an") else None)
        if number is None or (total and (total % 10 or number > 9)):
            return None
        total += number
    return total


def _is_part(text: str, match: re.Match[str], end: int) -> bool:
    """Whether the digits are but a part of a code or a name: 5G, 1+3+N, 24/7."""
    if match["words"] or match["half"] or match["implied"] is not None:
        return False
    behind = text[end : end + 2]
    if behind[:1].isalpha() and not _measure().match(text, end):
        return True
    return (behind[:1] in "+×*/" and behind[1:2].isalnum()) or text[max(0, match.start() - 1)] in "+×*#"


def _lead(text: str, start: int) -> tuple[str, Bound]:
    """The longest words right before a number that bound it."""
    at = start
    found: tuple[str, Bound] = ("", Bound.EXACTLY)
    for _ in range(5):
        at = text.rfind(" ", 0, at - 1) + 1 if at > 1 else 0
        words = text[at:start].strip().lower().lstrip("(“\"'")
        if words in BOUNDS_BEFORE:
            found = (text[at:start].lstrip("(“\"'"), BOUNDS_BEFORE[words])
        if at == 0:
            break
    return found


def _unit(
    text: str, match: re.Match[str], end: int, number: Number
) -> tuple[tuple[str, ...], int, str] | None:
    """The symbols that the unit may stand for, where it ends, and of what it is a part; None where there is no figure."""
    money = PREFIXES.get((match["money"] or "").lower(), ())
    found = _measure().match(text, end)
    if found is None:
        if money:
            per = re.compile(rf"(?: (?:per|an?)|/) ?({'|'.join(PER)})\b(?! (?:earlier|ago|before)\b)").match(
                text, end
            )
            return money, per.end() if per else end, PER[per[1]] if per else ""
        return _noun(text, end)
    symbol = measures()[found["unit"].lower()]
    below = PER.get((found["below"] or "").lower(), "")
    stop = found.end() if below and f"{symbol}/{below}" in UNITS else found.end("unit")
    if money and symbol not in money:
        return (symbol,) if UNITS[symbol].currency else money, stop if UNITS[symbol].currency else end, below
    if symbol == "倍" and found["unit"].lower() in ("time", "x", "×") and number.is_word:
        return _noun(text, end)
    if symbol == "名次" or (symbol == "标箱" and "container" in found["unit"].lower()):
        return (symbol, "个", "张"), found.end("unit"), ""
    return (symbol,), stop, below


def _phrase_end(text: str, stop: int) -> int:
    """Where words such as “or more” stand behind what is counted, the place before them."""
    match = _BOUND_FURTHER.match(text, stop)
    return match.end("noun") if match else stop


def _noun(text: str, end: int) -> tuple[tuple[str, ...], int, str]:
    """What a number counts: the last known noun of the words that follow it."""
    at, stop, words = end, end, ""
    kept: tuple[str, ...] = ()
    for _ in range(6):
        match = _NEXT_WORD.match(text, at)
        if match is None or match[1].lower() in NO_NOUN:
            break
        word = match[1].rstrip(".’'")
        kept_now = symbols_of(f"{words} {word}".strip()) or symbols_of(word.rpartition("-")[2])
        if kept_now:
            kept, stop = kept_now, match.start(1) + len(word)
        words, at = word, match.end()
        if text[at : at + 1] in ",;:.)(" or match[1] != word:
            break
    return kept, stop, ""


def _quantity(number: Number, symbols: tuple[str, ...], per: str) -> tuple[Quantity, tuple[str, ...]]:
    """The amount in the app's own units (million is 百万 of money and 100万 of other things, billion 10 亿), and the other
    units that the words may mean."""
    symbols = symbols or COUNTS
    known = symbols is not COUNTS
    symbol = symbols[0] if known else ""
    if per and f"{symbol}/{per}" in UNITS:
        symbols = (f"{symbol}/{per}", symbol) if per == "年" else (f"{symbol}/{per}",)
        symbol = symbols[0]
    sign, value = sized(number, symbol)
    if sign + symbol not in UNITS:
        sign, value = "", EXACT.multiply(number.value, Decimal(number.scale))
    others = [sign + one for one in (symbols[1:] if known else symbols) if sign + one in UNITS]
    return Quantity(value, sign + symbol), tuple(others)


def sized(number: Number, symbol: str) -> tuple[str, Decimal]:
    value, scale = number.value, number.scale
    is_money = symbol in UNITS and bool(UNITS[symbol].currency) and "/" not in symbol
    if scale == 10**6 and is_money:
        return "百万", value
    for sign, size in (("万亿", 10**12), ("亿", 10**8), ("万", 10**4)):
        if scale >= size and sign + symbol in UNITS:
            return sign, EXACT.multiply(value, Decimal(scale // size))
    return "", EXACT.multiply(value, Decimal(scale))
