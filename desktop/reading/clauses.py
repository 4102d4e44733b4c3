"""Sentences and clauses, as stretches of a text."""

import re
from bisect import bisect_right
from collections.abc import Sequence


class Cuts:
    """Where a text is cut by a pattern; each piece ends before what cuts it."""

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self._starts = [0, *(match.end() for match in pattern.finditer(text))]
        self._ends = [*(match.start() for match in pattern.finditer(text)), len(text)]

    def place(self, at: int) -> int:
        """The number of the piece that holds the position."""
        return bisect_right(self._starts, at) - 1

    def span(self, at: int) -> tuple[int, int]:
        """Where the piece that holds the position begins and ends."""
        place = self.place(at)
        return self._starts[place], max(self._ends[place], self._starts[place])

    @property
    def starts(self) -> Sequence[int]:
        return self._starts
