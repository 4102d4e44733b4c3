"""The order of Chinese texts as people expect it: by pinyin, numbers by their value, nothing last."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from heapq import merge

from PySide6.QtCore import QCollator, QLocale

RUN = 1024
"""How many texts are sorted in one go; between two goes the window gets its turn."""


@dataclass(frozen=True, slots=True)
class Order:
    """The places of the texts in rising order; `empty` are the places without one, which always come last."""

    rising: Sequence[int]
    empty: Sequence[int]

    def places(self, falling: bool) -> list[int]:
        return [*(reversed(self.rising) if falling else self.rising), *self.empty]


def collate(texts: Sequence[str], progress: Callable[[int, int], None]) -> Order:
    """The order of `texts`. A single sort of 100,000 would hold the interpreter for 0.6 s, so short runs are
    sorted and then merged step by step."""
    rows: dict[str, list[int]] = {}
    for n, text in enumerate(texts):
        rows.setdefault(text, []).append(n)
    empty = rows.pop("", [])
    rising: list[int] = []
    for n, text in enumerate(_sorted(list(rows), progress)):
        rising.extend(rows[text])
        if n % RUN == 0:
            progress(len(rows) + n, 2 * len(rows))
    return Order(rising, empty)


def _sorted(texts: Sequence[str], progress: Callable[[int, int], None]) -> Iterator[str]:
    collator = QCollator(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    collator.setNumericMode(True)
    keys = {}
    runs = []
    for n in range(0, len(texts), RUN):
        progress(n, 2 * len(texts))
        run = texts[n : n + RUN]
        for text in run:
            keys[text] = collator.sortKey(text)
        runs.append(sorted(run, key=keys.__getitem__))
    for text in merge(*runs, key=keys.__getitem__):
        yield text
        del keys[text]
