"""The text that quoted words are read in: their paragraph in the source's document, or the second quote before them."""

from collections.abc import Sequence
from typing import NamedTuple

from desktop.briefing.briefing import Briefing
from desktop.briefing.owners import Cast, Owners
from desktop.briefing.ownership import owners_of
from desktop.briefing.records import Figure
from desktop.reading.passages import paragraph
from desktop.reading.periods import Published
from desktop.reading.reader import Reading, language_of, plain, read, spread


class Place(NamedTuple):
    """Quoted words in the text that they are read in. `inside` is where they stand in the reading."""

    reading: Reading
    owners: Owners
    inside: tuple[int, int]
    places: Sequence[int]
    """Where each character between `inside` stands in the quote as it is written."""

    def within(self, at: tuple[int, int] | None) -> tuple[int, int] | None:
        """Where a stretch of the reading stands in the quote as it is written; None where it is not part of it."""
        if at is None or not (self.inside[0] <= at[0] and at[1] <= self.inside[1]):
            return None
        first, last = at[0] - self.inside[0], at[1] - self.inside[0]
        return (self.places[first], self.places[last - 1] + 1) if first < last <= len(self.places) else None


class Surroundings:
    """Reads quotes of a briefing, each text once."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._cast: Cast | None = None
        self._places: dict[tuple[str, str, str], Place] = {}

    @property
    def cast(self) -> Cast:
        """All names that the briefing has for what its records are about."""
        if self._cast is None:
            figures = self._briefing.figures
            self._cast = Cast(self._briefing.subjects, _indicators(figures), _zone(self._briefing))
        return self._cast

    def of(self, source: str, quote: str, context: str) -> Place:
        """The quote with what stands around it."""
        key = (source, quote, context)
        if key not in self._places:
            self._places[key] = self._read(*key)
        return self._places[key]

    def _read(self, source: str, quote: str, context: str) -> Place:
        document, known = self._briefing.documents.get(source), self._briefing.source(source)
        text = paragraph(document, quote) if document is not None else None
        if text is None:
            text = (
                f"{context.rstrip('。.')}{'。' if language_of(context) != 'en' else '. '}{quote}"
                if context
                else quote
            )
        elif context and plain(context) not in plain(text):
            text = f"{context.rstrip('。.')}。{text}"
        language = language_of(text)
        reading = read(text, Published.of(known.published) if known else None, language)
        words = plain(quote, language)
        at = reading.text.rfind(words)
        inside = (at, at + len(words)) if at >= 0 else (0, len(reading.text))
        return Place(reading, owners_of(self.cast, reading), inside, spread(quote, language))


def _indicators(figures: Sequence[Figure]) -> dict[str, str]:
    """Every name of every indicator with the indicator."""
    return {
        name: figure.indicator
        for figure in figures
        for name in (figure.indicator, *(figure.twins.get(f"indicator_{x}", "") for x in ("en", "ja")))
        if name
    }


def _zone(briefing: Briefing) -> str:
    """The zone that “全区” means: the one that the title names, else the one most figures are about."""
    zones = [one for one in briefing.subjects if one.kind == "zone"]
    named = [one for one in zones if any(name and name in briefing.title for name in (one.name, one.short))]
    if len(zones) < 2 or named:
        return (named or zones)[0].id if zones else ""
    counts = {one.id: 0 for one in zones}
    for figure in briefing.figures:
        if figure.subject in counts:
            counts[figure.subject] += 1
    return max(counts, key=lambda one: counts[one])
