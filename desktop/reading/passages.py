"""Finding quoted words in a document whose white space and line breaks may differ."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

AROUND = 120
BLOCK = 4096
"""Bytes of a document, or letters of it, that are read at once and looked through for one place."""
_STOPS = "。！？；"
REACH = 6000
"""Bytes before and behind a quote that are looked through for the ends of its paragraph."""
_PARTED = re.compile(r"(?<=[。！？!?.”」])[^\S\n]*\n[^\S\n]*\n\s*")
_ENDED = re.compile(r"(?<=[。！？!?.”」])[^\S\n]*\n\s*")
_LETTER = 4
"""The most bytes that a letter takes."""


class Passage(NamedTuple):
    """A stretch of a document, and where in `text` the quoted words begin and end."""

    text: str
    start: int
    end: int


class Document(NamedTuple):
    """The text of a source, as it is (`whole`) and without its white space (`bare`), both in UTF-8: in that, no letter
    takes more room than in the file. A block of it begins at each of `starts` in the one and of `bare_starts` in the
    other."""

    whole: bytes
    bare: bytes
    starts: "array[int]"
    bare_starts: "array[int]"


def document_of(blocks: Iterable[str]) -> Document:
    """The document that these blocks, of some thousand letters each, make one behind the other."""
    whole, bare = BytesIO(), BytesIO()
    starts, bare_starts = array("Q"), array("Q")
    for block in blocks:
        starts.append(whole.tell())
        bare_starts.append(bare.tell())
        whole.write(block.encode())
        bare.write(squeeze(block).encode())
    return Document(whole.getvalue(), bare.getvalue(), starts, bare_starts)


def squeeze(text: str) -> str:
    """`text` without any white space."""
    return "".join(text.split())


def locate(document: Document, quote: str, around: int = AROUND) -> Passage | None:
    """The passage of `document` that holds `quote`, white space aside, with up to `around` characters on
    either side, cut at sentence ends where there are any; None where the words do not stand there."""
    wanted = squeeze(quote).encode()
    at = document.bare.find(wanted) if wanted else -1
    if at < 0:
        return None
    end = at + len(wanted)
    left = at - len(_sentence_start(document.bare, at, around).encode())
    right = end + len(_sentence_end(document.bare, end, around).encode())
    before, after = ("…" if left else ""), ("…" if right < len(document.bare) else "")
    lead, body, rest = _with_gaps(document, left, at, end, right)
    return Passage(before + lead + body + rest + after, len(before + lead), len(before + lead + body))


def paragraph(document: Document, quote: str) -> str | None:
    """The paragraph of the document that holds the quote, as it is written there, no more than some thousand letters of it;
    None where the words do not stand there. Where paragraphs are parted by empty lines, a single break ends none."""
    wanted = squeeze(quote).encode()
    at = document.bare.find(wanted) if wanted else -1
    if at < 0:
        return None
    first = bisect_right(document.bare_starts, max(0, at - REACH)) - 1
    behind = bisect_right(document.bare_starts, at + len(wanted) + REACH)
    end = document.starts[behind] if behind < len(document.starts) else len(document.whole)
    text = document.whole[document.starts[first] : end].decode()
    places = [n for n, letter in enumerate(text) if not letter.isspace()]
    start = len(document.bare[document.bare_starts[first] : at].decode())
    stop = start + len(wanted.decode())
    breaks = _PARTED if _PARTED.search(text) else _ENDED
    before, body, after = (
        text[: places[start]],
        text[places[start] : places[stop - 1] + 1],
        text[places[stop - 1] + 1 :],
    )
    ends = list(breaks.finditer(before))
    found = breaks.search(after)
    return (
        before[ends[-1].end() if ends else 0 :] + body + after[: found.start() + 1 if found else len(after)]
    )


def _sentence_start(bare: bytes, at: int, around: int) -> str:
    """What of the sentence stands before the place `at`."""
    text = bare[max(0, at - around * _LETTER) : at].decode(errors="ignore")[-around:]
    return text[max(text.rfind(stop) for stop in _STOPS) + 1 :]


def _sentence_end(bare: bytes, at: int, around: int) -> str:
    """What of it stands from there on."""
    text = bare[at : at + around * _LETTER].decode(errors="ignore")[:around]
    stops = [n for n in map(text.find, _STOPS) if n >= 0]
    return text[: min(stops) + 1] if stops else text


def _with_gaps(document: Document, left: int, at: int, end: int, right: int) -> tuple[str, str, str]:
    """The stretches between these places of the bare text; a break between Latin words stays a space."""
    first = bisect_right(document.bare_starts, left) - 1
    begin = document.bare_starts[first]
    start, body, rest, stop = (len(document.bare[begin:place].decode()) for place in (left, at, end, right))
    behind = bisect_right(document.bare_starts, right - 1)
    whole_end = document.starts[behind] if behind < len(document.starts) else len(document.whole)
    text = document.whole[document.starts[first] : whole_end].decode()
    places = [n for n, letter in enumerate(text) if not letter.isspace()][start:stop]
    letters = [text[places[0]]]
    for one, two in pairwise(places):
        apart = two - one > 1 and text[one].isascii() and text[two].isascii()
        letters.append(f" {text[two]}" if apart else text[two])
    parts = ["".join(letters[a - start : b - start]) for a, b in pairwise((start, body, rest, stop))]
    gap = " " if parts[1].startswith(" ") else ""
    return parts[0] + gap, parts[1].removeprefix(" "), parts[2]
