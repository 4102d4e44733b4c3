"""Whether a record's quoted words carry what the record says, and the reason in words."""

from enum import StrEnum
from functools import partial
from typing import NamedTuple, cast

from desktop.briefing.briefing import Briefing
from desktop.briefing.events import judge_event
from desktop.briefing.guard import guarded
from desktop.briefing.judging import judge
from desktop.briefing.parts import Found, Judgement, Part
from desktop.briefing.reasons import event_reason, reason
from desktop.briefing.records import Figure, Milestone, Record, Ref
from desktop.briefing.sums import CHANGE, Sums, growth_of
from desktop.briefing.surroundings import Place, Surroundings
from desktop.quantities.amounts import AmountError
from desktop.quantities.formulas import FormulaError, names_in, parse_formula, spell
from desktop.quantities.language import tr
from desktop.quantities.numerals import Expression
from desktop.quantities.quantity import Quantity
from desktop.quantities.units import UnitError, unit
from desktop.quantities.wording import NO_WORDS, Words, word, words_of
from desktop.reading.growths import Growth
from desktop.reading.passages import Passage, locate
from desktop.reading.periods import Published
from desktop.reading.standing import Standing

MOST_QUOTE = 1000
"""Characters; to look through more takes so long that a pack of them could not be checked."""


class Verdict(StrEnum):
    """PROVED: the words carry all that the record says; PROVED_BUT: all but what they leave open."""

    PROVED = "proved"
    PROVED_BUT = "proved_but"
    DERIVED = "derived"
    UNSOURCED = "unsourced"
    MISMATCHED = "mismatched"

    @property
    def is_cited(self) -> bool:
        """Whether words prove the record, wholly or in part."""
        return self in (Verdict.PROVED, Verdict.PROVED_BUT)


class Proof(NamedTuple):
    """What supports a record.

    `expression` is the number in the quote that is the figure's own, `growth` its growth there; `quantity` is
    the figure's value, worked out where it is derived; `formula` spells the sum; `passage` is the text around
    the quote where the source's document is in the pack. `found` tells of each part of the record how it stands.
    """

    verdict: Verdict
    reason: str
    quote: str = ""
    source: str = ""
    expression: Expression | None = None
    growth: Growth | None = None
    quantity: Quantity | None = None
    formula: str = ""
    passage: Passage | None = None
    found: tuple[Found, ...] = ()

    def parts(self, standing: Standing) -> tuple[Part, ...]:
        """The parts that are proved, open or wrong."""
        return tuple(one.part for one in self.found if one.standing is standing)


class Evidence:
    """The proofs of a briefing's records, each made once, when it is first asked for."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self._proofs: dict[Ref, Proof] = {}
        self._sums = Sums(briefing)
        self._surroundings = Surroundings(briefing)

    def of(self, ref: Ref) -> Proof:
        """The proof of a record of any table."""
        if ref not in self._proofs:
            self._proofs[ref] = guarded(partial(self._proved, ref), partial(Proof, Verdict.MISMATCHED))
        return self._proofs[ref]

    def _proved(self, ref: Ref) -> Proof:
        record = self.briefing.record(ref)
        return self._figure(record) if isinstance(record, Figure) else self._plain(ref)

    def marks(self, ref: Ref) -> tuple[tuple[int, int], ...]:
        """Where in its quote the words stand that decide about a record's parts."""
        proof, record = self.of(ref), self.briefing.record(ref)
        if not proof.found or not proof.quote:
            return ()
        place = self._surroundings.of(proof.source, proof.quote, cast(str, getattr(record, "context", "")))
        spans = (place.within(one.at) for one in proof.found)
        return tuple(dict.fromkeys(span for span in spans if span is not None))

    def quantity(self, figure: Figure) -> Quantity | None:
        """The figure's value with unit and bound, worked out where it is derived; None where it has none."""
        return self._sums.quantity(figure)

    def words(self, ref: Ref, language: str = "zh") -> Words:
        """The figure as its source writes it; by rule where it is derived or the language is another one."""
        proof = self.of(ref)
        if language == "zh" and proof.expression is not None:
            return words_of(proof.expression)
        if proof.quantity is not None:
            return word(proof.quantity, language, self._noun(ref, language))
        return NO_WORDS

    def _noun(self, ref: Ref, language: str) -> str:
        """What the figure counts, where the pack says it in that language."""
        return self.briefing.record(ref).twins.get(f"unit_{language}", "")

    # figures

    def _figure(self, figure: Figure) -> Proof:
        if figure.formula:
            return self._derived(figure)
        quantity = self.quantity(figure)
        if not figure.quote or not figure.source:
            return Proof(Verdict.UNSOURCED, tr("No source is given for this figure."), quantity=quantity)
        return self._quoted(figure, quantity)

    def _derived(self, figure: Figure) -> Proof:
        try:
            quantity = self.quantity(figure)
            spelled = self.spelled(figure)
        except (FormulaError, AmountError, UnitError) as error:
            return Proof(Verdict.MISMATCHED, str(error))
        assert quantity is not None  # it has a formula
        result = word(quantity).text
        return Proof(
            Verdict.DERIVED,
            tr("Worked out from other figures: {formula} = {result}", formula=spelled, result=result),
            quantity=quantity,
            formula=spelled,
        )

    def unproved_inputs(self, figure: Figure) -> list[Figure]:
        """The figures that a derived one is worked out from, at last, and that no words prove."""
        found: dict[str, Figure] = {}
        seen: set[str] = set()
        names = list(names_in(parse_formula(figure.formula))) if figure.formula else []
        while names:
            name = names.pop()
            ref = self.briefing.find("figures", name)
            if ref is None or name in seen:
                continue
            seen.add(name)
            used = self.briefing.figures[ref.row]
            if used.formula:
                names.extend(names_in(parse_formula(used.formula)))
            elif not self.of(ref).verdict.is_cited:
                found[name] = used
        return list(found.values())

    def spelled(self, figure: Figure, language: str = "zh") -> str:
        """The formula with each figure in it as it is written, e.g. 7.58 ÷ 86.07%. A unit is left out where it is
        the result's own, but never %, ‰ or 倍, without which a number is another one. FormulaError where a figure in it
        has no words, since it is itself worked out wrongly."""

        def written(name: str) -> str:
            used = self.briefing.figure(name.removesuffix(CHANGE))
            ref = self.briefing.find("figures", name.removesuffix(CHANGE))
            if used is None or ref is None:
                return name
            if name.endswith(CHANGE):
                return growth_words(used, language)
            words = self._input(ref, used, language)
            if words.unit == figure.unit and unit(figure.unit).family != "ratio":
                return words.lead + words.number + words.tail
            return words.text

        return spell(parse_formula(figure.formula), written)

    def _input(self, ref: Ref, used: Figure, language: str) -> Words:
        """As `words`, but without the proof of a figure that is itself derived: its own inputs are not asked for."""
        if not used.formula:
            return self.words(ref, language)
        try:
            quantity = self.quantity(used)
        except (FormulaError, AmountError, UnitError) as error:
            message = tr(
                "the figure “{name}” cannot be worked out in its own unit: {reason}",
                name=used.id,
                reason=str(error),
            )
            raise FormulaError(message) from None
        return word(quantity, language, self._noun(ref, language)) if quantity else NO_WORDS

    def _quoted(self, figure: Figure, quantity: Quantity | None) -> Proof:
        located = self._located(figure.source, figure.quote)
        if isinstance(located, Proof):
            return located
        place = self._surroundings.of(figure.source, figure.quote, figure.context)
        judgement = judge(figure, place.reading, place.inside, place.owners)
        made = self._judged(judgement, located)
        return made._replace(
            reason=reason(figure, judgement, located is not None),
            quote=figure.quote,
            source=figure.source,
            expression=_expression(judgement, place),
            growth=_grown(judgement, place),
            quantity=quantity,
        )

    @staticmethod
    def _judged(judgement: Judgement, passage: Passage | None) -> Proof:
        if judgement.parts(Standing.WRONG):
            verdict = Verdict.MISMATCHED
        else:
            verdict = Verdict.PROVED_BUT if judgement.parts(Standing.OPEN) else Verdict.PROVED
        return Proof(verdict, "", passage=passage, found=judgement.found)

    # every other table

    def _plain(self, ref: Ref) -> Proof:
        record = self.briefing.record(ref)
        source = cast(str, getattr(record, "source", ""))
        quote = cast(str, getattr(record, "quote", ""))
        if not quote or not source:
            return Proof(Verdict.UNSOURCED, tr("No source is given for this entry."))
        located = self._located(source, quote)
        if isinstance(located, Proof):
            return located
        place = self._surroundings.of(source, quote, cast(str, getattr(record, "context", "")))
        known = self.briefing.source(source)
        published = Published.of(known.published) if known else None
        judgement = judge_event(record, place, self._names(record), published)
        made = self._judged(judgement, located)
        words = event_reason(judgement, located is not None)
        return made._replace(reason=words, quote=quote, source=source)

    def _names(self, record: Record) -> tuple[str, ...]:
        """What a milestone's project is called."""
        if not isinstance(record, Milestone):
            return ()
        ref = self.briefing.find("projects", record.project)
        if ref is None:
            return (record.project,)
        project = self.briefing.projects[ref.row]
        company = self.briefing.subject(project.company)
        owners = (company.name, company.short) if company else ()
        return (project.name, *project.twins.values(), *owners)

    def _located(self, source: str, quote: str) -> "Passage | Proof | None":
        if len(quote) > MOST_QUOTE:
            reason = tr(
                "The quote is longer than {most} characters; quote the shortest words that carry the fact.",
                most=MOST_QUOTE,
            )
            return Proof(Verdict.MISMATCHED, reason, quote, source)
        document = self.briefing.documents.get(source)
        if document is None:
            return None
        passage = locate(document, quote)
        if passage is None:
            reason = tr("The quoted words do not stand in the source's document.")
            part = Found(Part.QUOTE, Standing.WRONG)
            return Proof(Verdict.MISMATCHED, reason, quote, source, found=(part,))
        return passage


def _expression(judgement: Judgement, place: Place) -> Expression | None:
    """The number that is the figure's own, where it stands in the quote."""
    own = judgement.statement
    wrong = Part.VALUE in judgement.parts(Standing.WRONG)
    if own is None or own.growth is not None or wrong:
        return None
    at = place.within((own.start, own.end))
    return own.expression._replace(start=at[0], end=at[1]) if at else None


def _grown(judgement: Judgement, place: Place) -> Growth | None:
    """The growth that is the figure's own, where it stands in the quote."""
    own = judgement.growth
    at = place.within((own.start, own.end)) if own else None
    if own is None or own.growth is None or at is None:
        return None
    words = words_of(own.expression._replace(number=own.expression.number.lstrip("+-＋－−")))
    return Growth(own.growth.percent, own.growth.bound, *at, words)


def growth_words(figure: Figure, language: str = "zh") -> str:
    """A figure's growth by rule, its sign before a fall; nothing where it is not known."""
    size = growth_of(figure)
    if size is None or figure.change is None:
        return ""
    return ("−" if figure.change < 0 else "") + word(size, language).text


def tally(evidence: Evidence, first: int | None = None) -> dict[Verdict, int]:
    """How many figures, or of the `first` rows of them, stand under each verdict."""
    counts = dict.fromkeys(Verdict, 0)
    for row in range(len(evidence.briefing.figures))[:first]:
        counts[evidence.of(Ref("figures", row)).verdict] += 1
    return counts
