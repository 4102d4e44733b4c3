"""The figures of English texts: with ranges, and with units that several of them share."""

import re
from collections.abc import Iterator

from desktop.quantities.english_numerals import Number, english_amounts, sized
from desktop.quantities.english_words import SCALES
from desktop.quantities.numerals import Expression
from desktop.quantities.quantity import Quantity
from desktop.quantities.units import EXACT, UNITS

_SCALE = re.compile(r"(?:hundred |ten )?[a-z]+$", re.IGNORECASE)
_RANGING = ("ranging from ", "range from ", "ranges from ", "vary from ", "varies from ")
_CHANGED = re.compile(
    r"\b(?:by|from|rose|fell|grew|up|down|increases?|rises?|drops?|gains?|\w+ed)(?: \w+)? $"
)
_TURNED = re.compile(r"[^,;.]{0,50} to ")
_LISTED = re.compile(r",? and |, | or |,? and (?:about|around|nearly|over|more than) ")


def find_english_quantities(text: str) -> list[Expression]:
    """The figures of a text with single blanks, in order and not overlapping."""
    return _shared(text, list(_ranges(text, english_amounts(text))))


def _ranges(text: str, found: list[Expression]) -> Iterator[Expression]:
    """200,000 to 250,000 sets, 5-8 percent, between 5 and 8 percent; not the two numbers of “from A to B”."""
    at = 0
    while at < len(found):
        one = found[at]
        both = _range(text, one, found[at + 1]) if at + 1 < len(found) else None
        yield both or one
        at += 2 if both else 1


def _range(text: str, low: Expression, high: Expression) -> Expression | None:
    gap = text[low.end : high.start]
    words = text[max(0, low.start - 14) : low.start].lower()
    joined = gap.strip(" ")
    if joined not in ("-", "–", "—", "~", "to", "and") or low.rank or high.rank or high.lead:
        return None
    if (joined == "and") != words.endswith("between "):
        return None
    if words.endswith("from ") and not words.endswith(_RANGING):
        return None
    if joined == "to" and not _is_bare(low) and _CHANGED.search(words):
        return None
    first, second = _alike(low, high), high.quantity
    if first is None or first.value >= second.value:
        return None
    quantity = second._replace(value=first.value, upper=second.value, bound=first.bound)
    return high._replace(
        quantity=quantity, start=low.start, lead=low.lead, number=text[low.start : high.end - len(high.unit)]
    )


def _alike(low: Expression, high: Expression) -> Quantity | None:
    """The first number in the unit of the second, which it may share."""
    unit, other = low.quantity.unit, high.quantity.unit
    if unit == other:
        return low.quantity
    if _is_bare(low):
        scale = _SCALE.search(high.number)
        if unit or scale is None:
            return None if unit else low.quantity._replace(unit=other)
        sign, value = sized(Number(low.quantity.value, SCALES[scale[0].lower()], False), _plain(other))
        return low.quantity._replace(unit=other, value=value) if sign + _plain(other) == other else None
    first, second = UNITS.get(unit), UNITS.get(other)
    if first and second and first.family == second.family:
        value = EXACT.divide(EXACT.multiply(low.quantity.value, first.factor), second.factor)
        return low.quantity._replace(unit=other, value=value)
    return None


def _plain(symbol: str) -> str:
    for sign in ("万亿", "百万", "亿", "万"):
        if symbol.startswith(sign) and symbol[len(sign) :] in UNITS:
            return symbol[len(sign) :]
    return symbol


def _is_bare(one: Expression) -> bool:
    """Whether no unit is written behind the number."""
    return one.quantity.unit in ("", "万", "亿", "万亿") and not one.unit and not one.rank


def _shared(text: str, found: list[Expression]) -> list[Expression]:
    """6.2 billion and 2.9 billion yuan: the first takes the unit of the second; from 45 days to 12: the second that of the
    first."""
    for at in range(1, len(found)):
        if _takes_over(text, found, at):
            found[at] = _in_unit_of(found[at], found[at - 1])
    for at in range(len(found) - 2, -1, -1):
        one, following = found[at], found[at + 1]
        gap = text[one.end : following.start + len(following.lead)]
        if not _is_bare(one) or _is_bare(following) or following.rank or not _LISTED.fullmatch(gap):
            continue
        found[at] = _in_unit_of(one, following)
    return found


def _takes_over(text: str, found: list[Expression], at: int) -> bool:
    """Whether a bare number is in the unit of the one before: from 45 days to 12; 9 billion yuan, of which 3 billion."""
    one, following = found[at - 1], found[at]
    gap = text[one.end : following.start]
    if not _is_bare(following) or _is_bare(one) or one.rank:
        return False
    if _TURNED.fullmatch(gap) and text.endswith("from ", 0, one.start):
        return True
    listed = at + 1 < len(found) and _LISTED.fullmatch(text, following.end, found[at + 1].start)
    scaled = following.quantity.unit in ("万", "亿", "万亿") and UNITS[one.quantity.unit].currency
    return bool(scaled) and not listed and "." not in gap and ";" not in gap


def _in_unit_of(one: Expression, other: Expression) -> Expression:
    number, symbol = one.quantity, _plain(other.quantity.unit)
    sign, value = number.unit, number.value
    if UNITS[symbol].currency and "/" not in symbol and sign == "万" and "million" in one.number:
        sign, value = "百万", value / 100
    if sign + symbol not in UNITS:
        return one
    others = tuple(sign + u for u in map(_plain, other.others) if sign + u in UNITS)
    return one._replace(quantity=number._replace(unit=sign + symbol, value=value), others=others)
