"""The number grammar the other way: a quantity in words, by one rule for each language."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from desktop.quantities.numerals import Expression
from desktop.quantities.quantity import Bound, Quantity
from desktop.quantities.units import EXACT, multiple, multiple_ja, stem, unit


class Words(NamedTuple):
    """The pieces of a figure, so that a surface can set the number large and the rest small."""

    lead: str
    number: str
    unit: str
    tail: str

    @property
    def text(self) -> str:
        """The pieces as running text; a space stands only between Latin ones."""
        text = ""
        for piece in filter(None, (self.lead, self.number, self.unit, self.tail)):
            text += " " + piece if _need_a_space(text, piece) else piece
        return text


NO_WORDS = Words("", "", "", "")


def _need_a_space(text: str, piece: str) -> bool:
    ends_latin = text[-1:].isascii() and (text[-1:].isalnum() or text[-1:] == "%")
    return ends_latin and piece[0].isascii() and (piece[0].isalnum() or piece[0] == "-")


def words_of(expression: Expression) -> Words:
    """The figure as its source writes it; 余 and the 级 of 300亿级 go with the unit."""
    return _joined(
        Words(expression.lead, expression.number, expression.infix + expression.unit, expression.tail),
        expression.quantity,
    )


def _joined(words: Words, quantity: Quantity) -> Words:
    bare_scale = quantity.bound is Bound.SCALE and quantity.unit in ("万", "亿", "万亿")
    return Words(words.lead, words.number, words.unit + words.tail, "") if bare_scale else words


def word(quantity: Quantity, language: str = "zh", noun: str = "") -> Words:
    """A quantity in words, by the rule of a language: zh, en, ja; others as zh. en and ja raise UnitError.

    `noun` is what a count counts there, where the unit's own word would say something else: 2家 are nurseries, not
    companies. It is in the plural where the language has one.
    """
    if language[:2] == "en":
        return _english(quantity, noun)
    return _japanese(quantity, noun) if language[:2] == "ja" else _chinese(quantity)


_CHINESE: Mapping[Bound, tuple[str, str]] = {
    Bound.EXACTLY: ("", ""),
    Bound.ABOUT: ("约", ""),
    Bound.NEARLY: ("近", ""),
    Bound.OVER: ("超", ""),
    Bound.AT_LEAST: ("", "以上"),
    Bound.AT_MOST: ("", "以内"),
    Bound.SCALE: ("", "级"),
}
_JAPANESE: Mapping[Bound, tuple[str, str]] = {
    Bound.EXACTLY: ("", ""),
    Bound.ABOUT: ("約", ""),
    Bound.NEARLY: ("", "近く"),
    Bound.OVER: ("", "超"),
    Bound.AT_LEAST: ("", "以上"),
    Bound.AT_MOST: ("", "以内"),
    Bound.SCALE: ("", "級"),
}
_ENGLISH: Mapping[Bound, tuple[str, str]] = {
    Bound.EXACTLY: ("", ""),
    Bound.ABOUT: ("about", ""),
    Bound.NEARLY: ("nearly", ""),
    Bound.OVER: ("over", ""),
    Bound.AT_LEAST: ("at least", ""),
    Bound.AT_MOST: ("up to", ""),
    Bound.SCALE: ("", "class"),
}
_RANKS = "一二三四五六七八九十"


def _is_rank(quantity: Quantity) -> bool:
    return quantity.unit == "位" and quantity.bound in (Bound.EXACTLY, Bound.AT_MOST)


def _chinese(quantity: Quantity) -> Words:
    value = quantity.value
    if _is_rank(quantity):
        short = value in range(1, 11)
        place = _RANKS[int(value) - 1] if short else f"{value:f}"
        return Words("", ("第" if quantity.bound is Bound.EXACTLY else "前") + place, "", "")
    lead, tail = _CHINESE[quantity.bound]
    number = f"{value:f}" if quantity.upper is None else f"{value:f}–{quantity.upper:f}"
    return _joined(Words(lead, number, quantity.unit, tail), quantity)


def _japanese(quantity: Quantity, own_noun: str) -> Words:
    if _is_rank(quantity):
        lead = "" if quantity.bound is Bound.EXACTLY else "上位"
        return Words(lead, f"{quantity.value:f}", "位", "")
    lead, tail = _JAPANESE[quantity.bound]
    if quantity.unit == "岁" and quantity.bound is Bound.AT_MOST:
        tail = "以下"
    sign, symbol = stem(quantity.unit)
    noun = multiple_ja(sign) + own_noun if own_noun and _is_count(symbol) else unit(quantity.unit).ja
    return Words(lead, _grouped(quantity.value, quantity.upper, "〜"), noun, tail)


def _is_count(symbol: str) -> bool:
    """Whether the unit is a count of something; then it is the only one of its family."""
    return unit(symbol).family == symbol


def _english(quantity: Quantity, own_noun: str) -> Words:
    if _is_rank(quantity):
        return Words("", f"{'No.' if quantity.bound is Bound.EXACTLY else 'top'} {quantity.value:f}", "", "")
    sign, symbol = stem(quantity.unit)
    one = unit(symbol)
    value, upper, size = _sized(quantity, multiple(sign))
    lead, tail = _ENGLISH[quantity.bound]
    noun = own_noun if own_noun and _is_count(symbol) else one.en.removeprefix(one.currency).strip()
    noun = _singular(noun) if value == 1 and upper is None and not size else noun
    return Words(f"{lead} {one.currency}".strip(), _grouped(value, upper), f"{size} {noun}".strip(), tail)


def _grouped(value: Decimal, upper: Decimal | None, dash: str = "–") -> str:
    return f"{value:,f}" if upper is None else f"{value:,f}{dash}{upper:,f}"


def _sized(quantity: Quantity, times: Decimal) -> tuple[Decimal, Decimal | None, str]:
    """The value, the upper end and the English word they count in (1.66亿 is 166 million), exactly."""
    ends = [EXACT.multiply(end, times) for end in (quantity.value, quantity.upper) if end is not None]
    sizes = ((Decimal(10**12), "trillion"), (Decimal(10**9), "billion"), (Decimal(10**6), "million"))
    size, name = next((one for one in sizes if abs(ends[0]) >= one[0]), (Decimal(1), ""))
    if name or times != 1:
        ends = [_without_zeros(EXACT.divide(end, size)) for end in ends]
    return ends[0], ends[1] if len(ends) > 1 else None, name


def _without_zeros(value: Decimal) -> Decimal:
    return Decimal(f"{value.normalize(EXACT):f}")


def _singular(noun: str) -> str:
    """What follows the number one: company, person, tonne per CNY 10,000."""
    head, per, rest = noun.partition(" per ")
    endings = (("people", "person"), ("years old", "year old"), ("ies", "y"), ("ches", "ch"), ("s", ""))
    ending, singular = next((pair for pair in endings if head.endswith(pair[0])), ("", ""))
    return head.removesuffix(ending) + singular + per + rest
