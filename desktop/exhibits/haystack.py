"""Many short texts searched as one long text, which is what plain Python does fastest."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from unicodedata import normalize

from desktop.exhibits.pinyin import Pinyin

PLENTY = 500
"""More than anybody reads; enough to put the best first."""

NUMBER = re.compile(r"\d+(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a record is searched by: its own names, its numbers as they are written, what it is about (its subject
    or project), all else. Names and what it is about are found by pinyin too."""

    names: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    details: tuple[str, ...] = ()


def folded(text: str) -> str:
    """The text without what a hurried hand leaves out: capitals, full width, spaces."""
    return "".join(normalize("NFKC", text).casefold().split())


class Haystack:
    """The lines of many entries as one text; each line stands behind a "\\n". One that is not `thorough` is so long
    that a scan gives up looking for beginnings once plenty is found."""

    def __init__(self, entries: Iterable[Iterable[str]], thorough: bool = True) -> None:
        self._thorough = thorough
        pieces = ["\n" + "\n".join(lines) for lines in entries]
        self._starts = array("Q", [0])
        for piece in pieces:
            self._starts.append(self._starts[-1] + len(piece))
        self._text = "".join(pieces)

    def scan(self, needle: str, wanted: Callable[[int], bool], most: int) -> tuple[list[int], list[int]]:
        """The wanted entries of which a line begins with `needle`, at most `most`, and others that hold it, in one
        pass. Once there are plenty of others, only beginnings are looked for, or nothing more."""
        begin: list[int] = []
        within: list[int] = []
        looked_for = needle
        at = self._text.find(needle)
        while at >= 0 and len(begin) < most:
            entry = bisect_right(self._starts, at) - 1
            if wanted(entry):
                (begin if self.holds(entry, "\n" + needle) else within).append(entry)
                if len(within) > PLENTY:
                    if not self._thorough:
                        break
                    looked_for = "\n" + needle
            at = self._text.find(looked_for, self._starts[entry + 1])
        return begin, within

    def scan_number(self, number: str, wanted: Callable[[int], bool], most: int) -> list[int]:
        """The wanted entries in which `number` stands by itself, not as a part of a longer one, at most `most`."""
        found: dict[int, None] = {}
        for match in re.finditer(rf"{re.escape(number)}(?!\.?\d)", self._text):
            if self._text[match.start() - 1] in "0123456789.":
                continue
            entry = bisect_right(self._starts, match.start()) - 1
            if entry not in found and wanted(entry):
                found[entry] = None
                if len(found) >= most:
                    break
        return list(found)

    def holds(self, entry: int, needle: str) -> bool:
        """Whether `needle` is in a line of this entry."""
        return self._text.find(needle, self._starts[entry], self._starts[entry + 1]) >= 0

    def count(self, needle: str) -> int:
        """How often `needle` stands in all."""
        return self._text.count(needle)


Place = tuple[Haystack, str]
"""Where to look, and for what."""


class Index:
    """Entries ready to be searched."""

    def __init__(self, entries: Sequence[Entry], pinyin: Pinyin) -> None:
        self._pinyin = pinyin
        names = [tuple(map(folded, entry.names)) for entry in entries]
        about = [tuple(map(folded, entry.about)) for entry in entries]
        numbers = [tuple(map(folded, entry.numbers)) for entry in entries]
        details = [tuple(map(folded, entry.details)) for entry in entries]
        self._names = Haystack(a + b for a, b in zip(names, numbers, strict=True))
        self._details = Haystack(a + b for a, b in zip(about, details, strict=True))
        self._name_sounds = self._sounds(names)
        self._about_sounds = self._sounds(about)

    def _sounds(self, entries: list[tuple[str, ...]]) -> tuple[Haystack, Haystack]:
        """Initials and whole syllables."""
        initials, syllables = (
            Haystack(([s for line in lines for s in spelled(line)] for lines in entries), thorough)
            for spelled, thorough in (
                (cache(self._pinyin.initials), True),
                (cache(self._pinyin.spellings), False),
            )
        )
        return initials, syllables

    def search(self, words: Iterable[str], most: int) -> list[int]:
        """The entries in which every word is found, by their number, at most `most`: names before the rest, their
        beginnings before what stands within, and a whole number before one that only holds its digits."""
        typed = list(dict.fromkeys(filter(None, map(folded, words))))
        if not typed:
            return []
        word = min(typed, key=self._count) if len(typed) > 1 else typed[0]
        others = [[*self._in_names(other), *self._in_rest(other)] for other in typed if other != word]

        def wanted(entry: int) -> bool:
            return all(any(stack.holds(entry, needle) for stack, needle in places) for places in others)

        begin: dict[int, None] = {}
        within: dict[int, None] = {}
        if NUMBER.fullmatch(word):
            begin |= dict.fromkeys(self._names.scan_number(word, wanted, most))
        for stack, needle in self._in_names(word):
            if len(begin) >= most:
                break
            first, second = stack.scan(needle, wanted, most)
            begin |= dict.fromkeys(first)
            within |= dict.fromkeys(second)
        found = begin | within
        for stack, needle in self._in_rest(word):
            if len(found) >= most:
                break
            found |= dict.fromkeys(sorted(chain.from_iterable(stack.scan(needle, wanted, most))))
        return list(found)[:most]

    def _count(self, word: str) -> int:
        return sum(stack.count(needle) for stack, needle in (*self._in_names(word), *self._in_rest(word)))

    def _in_names(self, word: str) -> list[Place]:
        return [(self._names, word), *self._in_sounds(word, self._name_sounds)]

    def _in_rest(self, word: str) -> list[Place]:
        return [(self._details, word), *self._in_sounds(word, self._about_sounds)]

    def _in_sounds(self, word: str, sounds: tuple[Haystack, Haystack]) -> Iterator[Place]:
        initials, syllables = sounds
        if word.isascii() and word.isalnum() and not word.isdigit():
            yield initials, word
            yield from ((syllables, cut) for cut in self._pinyin.cuts(word))
