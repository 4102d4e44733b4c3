"""How wide the columns of a table are: by what stands in them, shared out over the room there is."""

from collections.abc import Sequence

SAMPLE = 500
"""How many rows are looked at; the widths need not be right for every row of 100,000."""


def longest(texts: Sequence[str]) -> str:
    """The text that will be about the widest; a Chinese character counts as two Latin ones."""
    return max(texts, key=lambda text: len(text) + sum(c > "\u2e7f" for c in text), default="")


def shared(natural: Sequence[float], room: float, least: float) -> list[float]:
    """Widths that fill `room`: what is over goes to all in proportion, what is missing is taken from the widest,
    and none is narrower than `least`."""
    total = sum(natural)
    if not natural or total <= 0:
        return [room / len(natural)] * len(natural) if natural else []
    if total <= room:
        return [width * room / total for width in natural]
    widths = list(natural)
    open_places = sorted(range(len(natural)), key=natural.__getitem__)
    left = room
    while open_places:
        fair = left / len(open_places)
        place = open_places.pop(0)
        widths[place] = max(least, min(natural[place], fair))
        left -= widths[place]
    return widths


def kept(remembered: Sequence[float], room: float, least: float) -> list[float]:
    """The user's own widths; the last column takes what is over, and never less than `least`."""
    widths = [max(least, width) for width in remembered]
    if widths:
        widths[-1] = max(least, room - sum(widths[:-1]))
    return widths
