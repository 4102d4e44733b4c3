"""Chinese as it is typed on a Latin keyboard: the initials of each character, or whole syllables.

A character with several common readings is spelled in each of them: 重点 is zd and cd, zhongdian and chongdian.
"""

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from itertools import islice, product

MOST_SPELLINGS = 16
"""Spellings of one text; beyond, its further characters of several readings are spelled in one of them."""
MOST_CUTS = 4
LONGEST_SYLLABLE = 6
_VARIANTS = (("ü", "v"), ("lue", "lve"), ("nue", "nve"))


class Pinyin:
    """Spells by a table of lines: a syllable, a space, the characters that are read so."""

    def __init__(self, table: str) -> None:
        self._readings: dict[str, tuple[str, ...]] = {}
        lines = [line.split(" ") for line in table.splitlines()]
        for syllable, characters in lines:
            spelled = (syllable.capitalize(),)
            for character in characters:
                self._readings[character] = self._readings.get(character, ()) + spelled
        self.syllables = frozenset(syllable for syllable, _ in lines)
        self._whole = _Spelling(self._syllables_of)
        self._first = _Spelling(self._initials_of)

    def _syllables_of(self, character: str) -> tuple[str, ...]:
        return self._readings.get(character, (character,))

    def _initials_of(self, character: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(s[0].lower() for s in self._syllables_of(character)))

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(s[:n] for s in self.syllables for n in range(1, len(s) + 1))

    def initials(self, text: str) -> list[str]:
        """The initials of a Chinese text, in every reading, e.g. zd and cd; none for a text without Chinese."""
        return self._first.of(text)

    def spellings(self, text: str) -> list[str]:
        """A Chinese text in whole syllables, e.g. ZhongDian; a capital begins each, so that none is found within
        another."""
        return self._whole.of(text)

    def cuts(self, typed: str) -> list[str]:
        """How typed letters may be cut into syllables, as `spellings` writes them; the last may be a beginning.
        What is initials alone is none, and a lone last letter is meant only where no other cut is possible."""
        for written, meant in _VARIANTS:
            typed = typed.replace(written, meant)
        ends = [[""]]
        for start in range(len(typed) - 1, -1, -1):
            ends.insert(0, list(islice(self._cut(typed[start:], ends), MOST_CUTS)))
        proper = [cut for cut in ends[0] if len(cut) > sum(map(str.isupper, cut))]
        return [cut for cut in proper if not cut[-1].isupper()] or proper

    def _cut(self, typed: str, ends: Sequence[Sequence[str]]) -> Iterator[str]:
        """Cuts of `typed`; `ends` holds those of each shorter end of it, the longest first."""
        if typed in self._beginnings:
            yield typed.capitalize()
        if typed[0].isdigit():
            yield from (typed[0] + rest for rest in ends[0])
        for length in range(min(LONGEST_SYLLABLE, len(typed) - 1), 0, -1):
            if typed[:length] in self.syllables:
                yield from (typed[:length].capitalize() + rest for rest in ends[length - 1])


class _Spelling(dict[int, str]):
    """What `str.translate` puts for each character that it has met: the first of its readings. Letters and digits
    stay, other signs go: people type none between. `_several`: the readings of those that have more than one."""

    def __init__(self, readings: Callable[[str], tuple[str, ...]]) -> None:
        super().__init__()
        self._readings = readings
        self._several: dict[str, tuple[str, ...]] = {}

    def __missing__(self, code: int) -> str:
        readings = self._readings(chr(code)) if chr(code).isalnum() else ("",)
        if len(readings) > 1:
            self._several[chr(code)] = readings
        self[code] = readings[0]
        return readings[0]

    def of(self, text: str) -> list[str]:
        """Every spelling of a text, none where it is ASCII alone."""
        if text.isascii():
            return []
        usual = text.translate(self)
        return [usual] if self._several.keys().isdisjoint(text) else self._all(text)

    def _all(self, text: str) -> list[str]:
        pieces = [self._several.get(character, (self[ord(character)],)) for character in text]
        count = 1
        for place, piece in enumerate(pieces):
            if count * len(piece) > MOST_SPELLINGS:
                pieces[place] = piece[:1]
            count *= len(pieces[place])
        return ["".join(spelling) for spelling in product(*pieces)]
