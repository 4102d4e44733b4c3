"""Many short texts searched as one long text, which is what plain Python does fastest."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from desktop.exhibits.pinyin import Pinyin


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
    """The lines of many entries as one text; each line stands behind a "\\n"."""

    def __init__(self, entries: Iterable[Iterable[str]]) -> None:
        pieces = ["\n" + "\n".join(lines) for lines in entries]
        self._starts = array("Q", [0])
        for piece in pieces:
            self._starts.append(self._starts[-1] + len(piece))
        self._text = "".join(pieces)

    def holding(self, needle: str) -> Iterator[int]:
        """The entries with `needle` in one of their lines, in order."""
        at = self._text.find(needle)
        while at >= 0:
            entry = bisect_right(self._starts, at) - 1
            yield entry
            at = self._text.find(needle, self._starts[entry + 1])

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
        self._initials, self._syllables = self._sounds(names)
        self._about_initials, self._about_syllables = self._sounds(about)

    def _sounds(self, entries: list[tuple[str, ...]]) -> tuple[Haystack, Haystack]:
        initials, syllables = (
            Haystack([spelling for line in lines for spelling in spelled(line)] for lines in entries)
            for spelled in (self._pinyin.initials, self._pinyin.spellings)
        )
        return initials, syllables

    def search(self, words: Iterable[str], most: int) -> list[int]:
        """The entries in which every word is found, by their number, the best first, at most `most`."""
        places = [list(self._places(word)) for word in dict.fromkeys(filter(None, map(folded, words)))]
        if not places:
            return []
        rarest = min(places, key=_count) if len(places) > 1 else places[0]
        others = [_anywhere(of) for of in places if of is not rarest]
        found: list[int] = []
        seen: set[int] = set()
        for entry in (entry for stack, needle in rarest for entry in stack.holding(needle)):
            if entry in seen:
                continue
            seen.add(entry)
            if all(any(stack.holds(entry, needle) for stack, needle in other) for other in others):
                found.append(entry)
                if len(found) == most:
                    break
        return found

    def _places(self, word: str) -> Iterator[Place]:
        """Names before the rest, their beginnings before what stands within."""
        letters = word if word.isascii() and word.isalnum() and not word.isdigit() else ""
        cuts = self._pinyin.cuts(letters)
        sounds = [(self._initials, letters)] * bool(letters) + [(self._syllables, cut) for cut in cuts]
        yield self._names, "\n" + word
        yield from ((stack, "\n" + needle) for stack, needle in sounds)
        yield self._names, word
        yield from sounds
        yield self._details, word
        yield from [(self._about_initials, letters)] * bool(letters)
        yield from ((self._about_syllables, cut) for cut in cuts)


def _anywhere(places: Iterable[Place]) -> list[Place]:
    """The places without those at the beginning of a line: what is there is in the line as well."""
    return [(stack, needle) for stack, needle in places if needle[0] != "\n"]


def _count(places: Iterable[Place]) -> int:
    return sum(stack.count(needle) for stack, needle in _anywhere(places))
