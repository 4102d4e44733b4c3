"""Numbers for the words that prove what is shown, in the order in which a reader meets them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop.briefing.citations import Evidence
from desktop.briefing.records import Ref
from desktop.exhibits.sourcing import sourcing_of
from desktop.quantities.language import tr


@dataclass(frozen=True, slots=True)
class Citation:
    """Quoted words with the source that they are from."""

    number: int
    quote: str
    source: str


class Numbering:
    """Gives each quote of a source one number, and keeps them for the list at the end."""

    def __init__(self, evidence: Evidence, language: str) -> None:
        self._evidence = evidence
        self._language = language
        self._numbers: dict[tuple[str, str], int] = {}
        self.citations: list[Citation] = []

    def words(self, refs: Iterable[Ref]) -> str:
        """What stands below an exhibit: the numbers of its citations, sums, what has no source."""
        refs = list(refs)
        sourcing = sourcing_of(self._evidence, refs, self._language)
        numbers = sorted({number for number in map(self._number, refs) if number})
        parts = [tr("Citations {numbers}", numbers=" ".join(_ranges(numbers)))] if numbers else []
        return tr("; ").join([*parts, *sourcing.remarks()])

    def _number(self, ref: Ref) -> int:
        proof = self._evidence.of(ref)
        if not proof.verdict.is_cited or not proof.quote:
            return 0
        key = proof.source, proof.quote
        if key not in self._numbers:
            note = sourcing_of(self._evidence, [ref], self._language).notes[0]
            self._numbers[key] = len(self.citations) + 1
            self.citations.append(Citation(self._numbers[key], proof.quote, note.head))
        return self._numbers[key]


def _ranges(numbers: list[int]) -> Iterator[str]:
    """[1] [3]–[5]"""
    start = 0
    for end in range(1, len(numbers) + 1):
        if end < len(numbers) and numbers[end] == numbers[end - 1] + 1:
            continue
        first, last = numbers[start], numbers[end - 1]
        yield (
            f"[{first}]"
            if first == last
            else f"[{first}]–[{last}]"
            if last > first + 1
            else f"[{first}] [{last}]"
        )
        start = end
