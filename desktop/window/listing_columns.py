"""How wide the columns of a table are: by what stands in them, shared out over the room there is."""

from collections.abc import Sequence

SAMPLE = 200
"""How many rows are looked at; the widths need not be right for every row of 100,000."""


def longest(texts: Sequence[str]) -> str:
    """The text that will be about the widest; a Chinese character counts as two Latin ones."""
    return max(texts, key=lambda text: len(text) + sum(c > "\u2e7f" for c in text), default="")


def shared(natural: Sequence[float], room: float, least: float) -> list[float]:
    """Widths that fill `room`: what is over goes to all in proportion. Where it is missing, the columns that are
    no wider than their even share keep their width, and the others share the rest in proportion."""
    total = sum(natural)
    if total <= room:
        return [width * room / total if total else room / len(natural) for width in natural]
    wide = list(range(len(natural)))
    left = room
    while wide and (fitting := [n for n in wide if natural[n] <= left / len(wide)]):
        wide = [n for n in wide if n not in fitting]
        left -= sum(natural[n] for n in fitting)
    shares = sum(natural[n] for n in wide)
    return [max(least, left * w / shares) if n in wide else w for n, w in enumerate(natural)]


def kept(remembered: Sequence[float], room: float, least: float) -> list[float]:
    """The user's own widths; the last column takes what is over, and never less than `least`."""
    widths = [max(least, width) for width in remembered]
    if widths:
        widths[-1] = max(least, room - sum(widths[:-1]))
    return widths
