"""How wide the columns of a table are: by what stands in them, shared out over the room there is."""

from collections.abc import Sequence

MOST_PARTS = 3
"""Of the room: the names have one of them at most, where it is missing."""
SAMPLE = 200
"""How many rows are looked at; the widths need not be right for every row of 100,000."""


def longest(texts: Sequence[str]) -> str:
    """The text that will be about the widest; a Chinese character counts as two Latin ones."""
    return max(texts, key=lambda text: len(text) + sum(c > "\u2e7f" for c in text), default="")


def shared(natural: Sequence[float], room: float, least: float) -> list[float]:
    """Widths that fill `room`: what is over goes to all in proportion. Where it is missing, the first column, which
    holds the names, has what it needs up to its part of the room; of the others, those that are no wider than their
    even share keep their width, and the rest have as much as each other."""
    total = sum(natural)
    if total <= room:
        return [width * room / total if total else room / len(natural) for width in natural]
    names, *others = natural
    part = min(names, room / min(MOST_PARTS, len(natural)), room - least * len(others))
    names = max(least, part, room - sum(others))
    left, wide = room - names, others
    while wide and (fitting := [width for width in wide if width <= left / len(wide)]):
        wide = [width for width in wide if width > left / len(wide)]
        left -= sum(fitting)
    most = max(least, left / len(wide)) if wide else 0.0
    return [names, *(most if width in wide else width for width in others)]


def kept(remembered: Sequence[float], room: float, least: float) -> list[float]:
    """The user's own widths; the last column takes what is over, and never less than `least`. Where they would leave a
    column out of sight, they are made narrower."""
    widths = [max(least, width) for width in remembered]
    rest = room - sum(widths[:-1])
    return [*widths[:-1], rest] if rest >= least else shared(widths, room, least)
