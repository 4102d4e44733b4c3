"""A record held against its quoted words, with the reason for the verdict in words."""

from collections.abc import Callable
from typing import cast

from desktop.briefing.briefing import Briefing
from desktop.briefing.events import judge_event
from desktop.briefing.judging import judge
from desktop.briefing.parts import Found, Judgement, Part
from desktop.briefing.proof import MOST_QUOTE, Proof, Verdict
from desktop.briefing.reasons import event_reason, reason
from desktop.briefing.records import Figure, Milestone, Record, Ref
from desktop.briefing.surroundings import Place, Surroundings
from desktop.quantities.amounts import AmountError
from desktop.quantities.formulas import FormulaError
from desktop.quantities.language import tr
from desktop.quantities.numerals import Expression
from desktop.quantities.quantity import Quantity
from desktop.quantities.units import UnitError
from desktop.quantities.wording import word, words_of
from desktop.reading.growths import Growth
from desktop.reading.passages import Passage, locate
from desktop.reading.periods import Published
from desktop.reading.standing import Standing


class Prover:
    """Makes the proofs of a briefing's records; `quantity` tells what a figure amounts to, `spelled` its sum in words."""

    def __init__(
        self,
        briefing: Briefing,
        quantity: Callable[[Figure], Quantity | None],
        spelled: Callable[[Figure], str],
    ) -> None:
        self.briefing, self._quantity, self._spelled = briefing, quantity, spelled
        self._surroundings = Surroundings(briefing)

    def prove(self, ref: Ref) -> Proof:
        """The proof of a record of any table."""
        record = self.briefing.record(ref)
        return self._figure(record) if isinstance(record, Figure) else self._plain(ref)

    def marks(self, ref: Ref, proof: Proof) -> tuple[tuple[int, int], ...]:
        """Where in its quote the words stand that decide about a record's parts."""
        if not proof.found or not proof.quote:
            return ()
        context = cast(str, getattr(self.briefing.record(ref), "context", ""))
        place = self._surroundings.of(proof.source, proof.quote, context)
        spans = (place.within(one.at) for one in proof.found)
        return tuple(dict.fromkeys(span for span in spans if span is not None))

    # figures

    def _figure(self, figure: Figure) -> Proof:
        if figure.formula:
            return self._derived(figure)
        quantity = self._quantity(figure)
        if not figure.quote or not figure.source:
            return Proof(Verdict.UNSOURCED, tr("No source is given for this figure."), quantity=quantity)
        return self._quoted(figure, quantity)

    def _derived(self, figure: Figure) -> Proof:
        try:
            quantity = self._quantity(figure)
            spelled = self._spelled(figure)
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
