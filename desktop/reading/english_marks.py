"""Amounts that English texts say without a figure: doubled, unchanged, the places of a ranking; and of what each is one."""

import re
from collections.abc import Iterator
from decimal import Decimal

from desktop.quantities.numerals import Expression
from desktop.quantities.quantity import Bound, Quantity
from desktop.reading import english_cues as words
from desktop.reading.clause_reader import marked

_BOUND = re.compile(r"\b(more than|over|nearly|almost|roughly|about)(?: has| have)? $")
_BOUNDS = {"more than": Bound.OVER, "over": Bound.OVER, "nearly": Bound.NEARLY, "almost": Bound.NEARLY}


def growth_marks(text: str) -> Iterator[Expression]:
    """Words such as doubled and unchanged, which are growths."""
    for match in words.marks().finditer(text):
        start = match.start("same") if match["same"] else match.start()
        if match["same"] and match["same"].lower() == "changed" and "little" not in match[0]:
            continue
        value, unit, bound = Decimal(0), "%", Bound.ABOUT if match["about"] else Bound.EXACTLY
        if match["half"]:
            value = Decimal(-50)
        elif match["times"]:
            times = words.FOLDS.get((match["fold"] or "").lower()) or words.TIMES[match["times"][:5].lower()]
            value, unit = Decimal(times - 1), "倍"
        before = _BOUND.search(text[max(0, start - 14) : start])
        bound = _BOUNDS.get(before[1], Bound.ABOUT) if before else bound
        one = marked(text[start : match.end()], value, unit, (start, match.end()))
        yield one._replace(quantity=Quantity(value, unit, bound))


def rank_marks(text: str) -> Iterator[Expression]:
    """Places in a ranking; an ordinal alone is one only behind a word such as ranked."""
    for match in words.ranks().finditer(text):
        if match["noun"] and not match["most"]:
            continue
        bare = match["ordinal"] and not match["most"] and not match["place"]
        if bare and not words.RANKED.search(text[max(0, match.start() - 60) : match.start()].rstrip()):
            continue
        value = _rank(match)
        if value is not None:
            bound = Bound.AT_MOST if match["first"] else Bound.EXACTLY
            one = marked(match[0], Decimal(value), "位", match.span(), rank=True)
            yield one._replace(quantity=Quantity(Decimal(value), "位", bound))


_PER = re.compile(
    r"\b(?:per|each|every|average|for every)[ -](?:(?:household |family )?(?P<of>mu|hectare|square kilomet(?:re|er)|sq km|square met(?:re|er)|capita|head|person|household|family|company|firm|enterprise|worker|employee|resident|month|year|day|tonne|unit|project|visit|visitor|farmer|pupil|student|passenger|1,000|10,000))\b|\b(?P<adj>daily|monthly|per-capita|per-mu)\b",
    re.IGNORECASE,
)
_PER_WORDS = {
    "mu": "每亩",
    "hectare": "每公顷",
    "square kilometre": "每平方公里",
    "square kilometer": "每平方公里",
    "sq km": "每平方公里",
    "square metre": "每平方米",
    "square meter": "每平方米",
    "capita": "每人",
    "head": "每人",
    "person": "每人",
    "resident": "每人",
    "employee": "每人",
    "worker": "每人",
    "household": "每户",
    "family": "每户",
    "company": "每家",
    "firm": "每家",
    "enterprise": "每家",
    "month": "每月",
    "year": "每年",
    "daily": "每天",
    "day": "每天",
    "monthly": "每月",
    "per-capita": "每人",
    "per-mu": "每亩",
}


def part_of(head: str, tail: str) -> str:
    """Of what each an amount is, as the other languages say it."""
    found = list(_PER.finditer(head)) or [m for m in _PER.finditer(tail[:24]) if m["of"]]
    if not found:
        return ""
    word = (found[-1]["of"] or found[-1]["adj"]).lower()
    return _PER_WORDS.get(word, "每" + word)


_PLACES = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_NUMBERS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "five": 5,
    "ten": 10,
    "twenty": 20,
    "thirty": 30,
    "fifty": 50,
    "hundred": 100,
}


def _rank(match: re.Match[str]) -> int | None:
    if match["top"] or (match["ordinal"] is None and match["number"] is None and match["first"] is None):
        return 1
    written = (match["ordinal"] or match["number"] or match["first"]).lower()
    if written in _PLACES:
        return _PLACES.index(written) + 1
    number = _NUMBERS.get(written)
    digits = re.match(r"\d+", written)
    return number or (int(digits[0]) if digits else None)
