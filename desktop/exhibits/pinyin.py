"""Chinese as it is typed on a Latin keyboard: the initials of each character, or whole syllables.

A character with several common readings is spelled in each of them: 重点 is zd and cd, zhongdian and chongdian.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice, product

MOST_SPELLINGS = 16
"""Spellings of one text; beyond, its further characters of several readings are spelled in one of them."""
MOST_CUTS = 8
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
        self._letters: dict[str, tuple[str, ...]] = {}
        self.syllables = frozenset(syllable for syllable, _ in lines)

    @cached_property
    def _beginnings(self) -> frozenset[str]:
        return frozenset(s[:n] for s in self.syllables for n in range(1, len(s) + 1))

    def initials(self, text: str) -> list[str]:
        """The initials of a Chinese text, in every reading, e.g. zd and cd; none for a text without Chinese."""
        for character in text:
            if character not in self._letters:
                syllables = self._readings.get(character, (character,))
                self._letters[character] = tuple(dict.fromkeys(s[0].lower() for s in syllables))
        return _spelled(text, self._letters)

    def spellings(self, text: str) -> list[str]:
        """A Chinese text in whole syllables, e.g. ZhongDian; a capital begins each, so that none is found within
        another."""
        return _spelled(text, self._readings)

    def cuts(self, typed: str) -> list[str]:
        """How typed letters may be cut into syllables, as `spellings` writes them; the last may be a beginning.
        What is initials alone is none."""
        for written, meant in _VARIANTS:
            typed = typed.replace(written, meant)
        ends = [[""]]
        for start in range(len(typed) - 1, -1, -1):
            ends.insert(0, list(islice(self._cut(typed[start:], ends), MOST_CUTS)))
        return [cut for cut in ends[0] if len(cut) > sum(map(str.isupper, cut))]

    def _cut(self, typed: str, ends: Sequence[Sequence[str]]) -> Iterator[str]:
        """Cuts of `typed`; `ends` holds those of each shorter end of it, the longest first."""
        if typed in self._beginnings:
            yield typed.capitalize()
        if typed[0].isdigit():
            yield from (typed[0] + rest for rest in ends[0])
        for length in range(min(LONGEST_SYLLABLE, len(typed) - 1), 0, -1):
            if typed[:length] in self.syllables:
                yield from (typed[:length].capitalize() + rest for rest in ends[length - 1])


def _spelled(text: str, table: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Letters and digits stay, other signs go: people type none between."""
    pieces = [table.get(character, (character,)) for character in text if character.isalnum()]
    if len(max(pieces, key=len, default=())) < 2:
        return ["".join(piece[0] for piece in pieces)] if not text.isascii() else []
    count = 1
    for place, piece in enumerate(pieces):
        count *= len(piece)
        if count > MOST_SPELLINGS:
            count //= len(piece)
            pieces[place] = piece[:1]
    return ["".join(spelling) for spelling in product(*pieces)]
