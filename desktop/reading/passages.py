"""Finding quoted words in a document whose white space and line breaks may differ."""

from functools import lru_cache
from typing import NamedTuple

AROUND = 120
_STOPS = "。！？；\n"


class Passage(NamedTuple):
    """A stretch of a document, and where in `text` the quoted words begin and end."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=32)
def _squeezed(document: str) -> tuple[str, tuple[int, ...]]:
    """The document without white space, and where each character of that stands in the document."""
    places = tuple(n for n, character in enumerate(document) if not character.isspace())
    return "".join(document[n] for n in places), places


def squeeze(text: str) -> str:
    """`text` without any white space."""
    return "".join(text.split())


def locate(document: str, quote: str, around: int = AROUND) -> Passage | None:
    """The passage of `document` that holds `quote`, white space aside, with up to `around` characters on
    either side, cut at sentence ends where there are any; None where the words do not stand there."""
    text, places = _squeezed(document)
    wanted = squeeze(quote)
    at = text.find(wanted) if wanted else -1
    if at < 0:
        return None
    first, last = at, at + len(wanted)
    left = _sentence_start(text, first, around)
    right = _sentence_end(text, last, around)
    before, after = ("…" if left else ""), ("…" if right < len(text) else "")
    whole = _joined(document, places, left, right)
    lead = len(_joined(document, places, left, first)) if first > left else 0
    body = len(_joined(document, places, left, last))
    lead += 1 if lead < body and whole[lead : lead + 1] == " " else 0
    return Passage(before + whole + after, lead + len(before), body + len(before))


def _sentence_start(text: str, at: int, around: int) -> int:
    floor = max(0, at - around)
    stops = [text.rfind(stop, floor, at) for stop in _STOPS]
    return max(stops) + 1 if max(stops) >= floor else floor


def _sentence_end(text: str, at: int, around: int) -> int:
    ceiling = min(len(text), at + around)
    stops = [n for n in (text.find(stop, at, ceiling) for stop in _STOPS) if n >= 0]
    return min(stops) + 1 if stops else ceiling


def _joined(document: str, places: tuple[int, ...], first: int, last: int) -> str:
    """The stretch between two squeezed positions; a break between Latin words stays a space."""
    pieces: list[str] = []
    for n in range(first, last):
        character = document[places[n]]
        gap = n > first and places[n] - places[n - 1] > 1
        if gap and character.isascii() and pieces[-1].isascii():
            pieces.append(" ")
        pieces.append(character)
    return "".join(pieces)
