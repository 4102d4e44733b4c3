"""Where what an exhibit shows comes from, as plain data: for the footer of a slide and the notes of a file."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from desktop.briefing.citations import Evidence
from desktop.briefing.guard import guarded
from desktop.briefing.proof import Verdict
from desktop.briefing.records import Figure, Ref
from desktop.exhibits.kinds import Exhibit
from desktop.exhibits.readings import Readings, spaced
from desktop.exhibits.refs import entries_of, readings_in
from desktop.quantities.dates import short_date
from desktop.quantities.language import tr


@dataclass(frozen=True, slots=True)
class SourceNote:
    """One source with the words that are quoted from it, each once, in the order in which they are shown."""

    title: str
    publisher: str
    published: str
    quotes: tuple[str, ...]

    @property
    def head(self) -> str:
        """The source itself, e.g. 《title》2025-02."""
        title = self.title.replace("《", "〈").replace("》", "〉")
        return tr("“{title}” {published}", title=title, published=self.published).strip()


@dataclass(frozen=True, slots=True)
class Sourcing:
    """`derived` holds a sum in words for each figure that is worked out; `unsourced` and `mismatched` the records
    that have no words to prove them, or others; `unproved` those worked out from such."""

    notes: tuple[SourceNote, ...] = ()
    derived: tuple[str, ...] = ()
    unsourced: tuple[Ref, ...] = ()
    mismatched: tuple[Ref, ...] = ()
    unproved: tuple[Ref, ...] = ()

    def parts(self) -> Iterator[str]:
        """What a footer says, piece by piece: sources with their quotes, sums, what has no source."""
        for note in self.notes:
            yield tr("Source: {source}", source=note.head) + "".join(
                " " + quoted(quote) for quote in note.quotes
            )
        yield from self.remarks()

    @property
    def pieces(self) -> list[str]:
        """The same as the footer of a slide says it, all sums in one piece."""
        parts = list(self.parts())
        if len(self.derived) > 1:
            at = len(self.notes)
            sums = tr("; ").join(self.derived)
            parts[at : at + len(self.derived)] = [tr("Derived: {sum}", sum=sums)]
        return parts

    @property
    def line(self) -> str:
        return "  ".join(self.pieces)

    def remarks(self) -> Iterator[str]:
        """What is not quoted: sums, what has no source."""
        for words in self.derived:
            yield tr("Derived: {sum}", sum=words)
        if self.unsourced:
            yield tr("{count} without a source", count=len(self.unsourced))
        if self.mismatched:
            yield tr("{count} not matching the source", count=len(self.mismatched))
        if self.unproved:
            yield tr("{count} worked out from figures without proof", count=len(self.unproved))


def quoted(quote: str) -> str:
    """Words in quotation marks; marks within them become single ones (GB/T 15834 4.8.3.3)."""
    return tr("“{quote}”", quote=quote.replace("“", "‘").replace("”", "’"))


def refs_of(exhibit: Exhibit) -> list[Ref]:
    """Every record that an exhibit shows, each once."""
    return list(dict.fromkeys([*(r.ref for r in readings_in(exhibit)), *entries_of(exhibit)]))


def sourcing_of(evidence: Evidence, refs: Iterable[Ref], language: str = "zh") -> Sourcing:
    """Where these records come from."""
    readings = Readings(evidence, language)
    quotes: dict[str, dict[str, None]] = {}
    derived: list[str] = []
    unproved: list[Ref] = []
    bad: dict[Verdict, list[Ref]] = {Verdict.UNSOURCED: [], Verdict.MISMATCHED: []}

    def add(ref: Ref) -> bool:
        proof = evidence.of(ref)
        if proof.verdict in bad:
            bad[proof.verdict].append(ref)
        if proof.quote and proof.verdict.is_cited:
            quotes.setdefault(proof.source, {})[proof.quote] = None
        if proof.verdict is Verdict.DERIVED:
            derived.append(_sum(evidence, readings, ref))
            if evidence.unproved_inputs(evidence.briefing.figures[ref.row]):
                unproved.append(ref)
        return True

    for ref in refs:
        if not guarded(partial(add, ref), lambda _: False):
            bad[Verdict.MISMATCHED].append(ref)
    return Sourcing(
        tuple(_note(evidence, source, _longest(of_source), language) for source, of_source in quotes.items()),
        tuple(derived),
        tuple(bad[Verdict.UNSOURCED]),
        tuple(bad[Verdict.MISMATCHED]),
        tuple(unproved),
    )


def _longest(quotes: Collection[str]) -> tuple[str, ...]:
    """Without those that stand within another one, which says them too."""
    return tuple(q for q in quotes if not any(q != other and q in other for other in quotes))


def _note(evidence: Evidence, identifier: str, quotes: tuple[str, ...], language: str) -> SourceNote:
    source = evidence.briefing.source(identifier)
    if source is None:
        return SourceNote(identifier, "", "", quotes)
    published = short_date(source.published) if source.published else ""
    return SourceNote(source.text("title", language), source.text("publisher", language), published, quotes)


def _sum(evidence: Evidence, readings: Readings, ref: Ref) -> str:
    figure = evidence.briefing.figures[ref.row]
    assert isinstance(figure, Figure)
    return tr(
        "{label}: {formula} = {words}",
        label=figure.text("label", readings.language) or figure.text("indicator", readings.language),
        formula=evidence.spelled(figure, readings.language),
        words=spaced(evidence.words(ref, readings.language), readings.language),
    )
