"""Whether a record's quoted words carry what the record says, and the reason in words."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple, cast

from desktop.briefing.amounts import Amount, AmountError, amount_of, quantity_of
from desktop.briefing.briefing import Briefing
from desktop.briefing.formulas import FormulaError, evaluate, parse_formula, spell
from desktop.briefing.language import tr
from desktop.briefing.numerals import Expression, Growth, find_growths, find_quantities
from desktop.briefing.passages import Passage, locate
from desktop.briefing.quantities import Bound, Quantity
from desktop.briefing.records import Figure, Ref
from desktop.briefing.units import UnitError, convert
from desktop.briefing.wording import Words, word, words_of

DEEPEST_CHAIN = 50


class Verdict(StrEnum):
    CITED = "cited"
    DERIVED = "derived"
    UNSOURCED = "unsourced"
    MISMATCHED = "mismatched"


class Proof(NamedTuple):
    """What supports a record.

    `expression` is the number in the quote that is the figure's own, `growth` its growth there; `quantity` is
    the figure's value, worked out where it is derived; `formula` spells the sum; `passage` is the text around
    the quote where the source's document is in the pack.
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


class Evidence:
    """The proofs of a briefing's records, each made once, when it is first asked for."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self._proofs: dict[Ref, Proof] = {}

    def of(self, ref: Ref) -> Proof:
        """The proof of a record of any table."""
        if ref not in self._proofs:
            record = self.briefing.record(ref)
            self._proofs[ref] = self._figure(record) if isinstance(record, Figure) else self._plain(ref)
        return self._proofs[ref]

    def quantity(self, figure: Figure) -> Quantity | None:
        """The figure's value with unit and bound, worked out where it is derived; None where it has none."""
        if figure.value is not None:
            return Quantity(figure.value, figure.unit, Bound(figure.bound))
        if not figure.formula:
            return None
        return quantity_of(self._evaluated(figure, 0), figure.unit)

    def words(self, ref: Ref, language: str = "zh") -> Words:
        """The figure as its source writes it; by rule where it is derived or the language is another one."""
        proof = self.of(ref)
        if language == "zh" and proof.expression is not None:
            return words_of(proof.expression)
        if proof.quantity is not None:
            return word(proof.quantity, language)
        return Words("", "", "", "")

    # figures

    def _figure(self, figure: Figure) -> Proof:
        if figure.formula:
            return self._derived(figure)
        try:
            quantity = self.quantity(figure)
        except (FormulaError, AmountError, UnitError) as error:
            return Proof(Verdict.MISMATCHED, str(error))
        if not figure.quote or not figure.source:
            return Proof(Verdict.UNSOURCED, tr("No source is given for this figure."), quantity=quantity)
        return self._quoted(figure, quantity)

    def _derived(self, figure: Figure) -> Proof:
        try:
            quantity = quantity_of(self._evaluated(figure, 0), figure.unit)
        except (FormulaError, AmountError, UnitError) as error:
            return Proof(Verdict.MISMATCHED, str(error))
        spelled = self.spelled(figure)
        result = word(quantity).text
        return Proof(
            Verdict.DERIVED,
            tr("Worked out from other figures: {formula} = {result}", formula=spelled, result=result),
            quantity=quantity,
            formula=spelled,
        )

    def spelled(self, figure: Figure, language: str = "zh") -> str:
        """The formula with each figure in it as it is written, the unit left out where it is the result's own,
        e.g. 7.58 ÷ 86.07%."""

        def written(name: str) -> str:
            used = self.briefing.figure(name.removesuffix(".change"))
            ref = self.briefing.find("figures", name.removesuffix(".change"))
            if used is None or ref is None:
                return name
            if name.endswith(".change"):
                return f"{used.change}%"
            words = self.words(ref, language)
            return words.lead + words.number + words.tail if words.unit == figure.unit else words.text

        return spell(parse_formula(figure.formula), written)

    def _evaluated(self, figure: Figure, depth: int) -> Amount:
        if depth > DEEPEST_CHAIN:
            raise FormulaError(tr("the formula leads back to itself or through too many others"))

        def amount_named(name: str) -> Amount:
            used = self.briefing.figure(name.removesuffix(".change"))
            if used is None:
                raise FormulaError(
                    tr("the formula names the figure “{name}”, which does not exist", name=name)
                )
            if name.endswith(".change"):
                if used.change is None:
                    raise FormulaError(tr("the figure “{name}” has no growth", name=used.id))
                return amount_of(Quantity(used.change, "%"))
            if used.formula:
                return self._evaluated(used, depth + 1)
            if used.value is None:
                raise FormulaError(tr("the figure “{name}” has no value", name=used.id))
            return amount_of(Quantity(used.value, used.unit, Bound(used.bound)))

        return evaluate(parse_formula(figure.formula), amount_named)

    def _quoted(self, figure: Figure, quantity: Quantity | None) -> Proof:
        located = self._located(figure.source, figure.quote)
        if isinstance(located, Proof):
            return located
        expression, growth, problem = None, None, ""
        if quantity is not None:
            expression, problem = match_quantity(quantity, figure.quote)
        if figure.change is not None:
            growth = next((g for g in find_growths(figure.quote) if g.percent == figure.change), None)
            if growth is None and not problem:
                problem = tr("The quoted words do not state a growth of {change}%.", change=figure.change)
        verdict = Verdict.MISMATCHED if problem else Verdict.CITED
        reason = problem or self._agreed(located)
        return Proof(
            verdict, reason, figure.quote, figure.source, expression, growth, quantity, passage=located
        )

    @staticmethod
    def _agreed(passage: Passage | None) -> str:
        if passage is not None:
            return tr("The words stand in the source, and the number, unit and bound agree.")
        return tr("The number, unit and bound agree with the quoted words.")

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
        reason = tr("The words stand in the source.") if located else tr("The quoted words are given.")
        return Proof(Verdict.CITED, reason, quote, source, passage=located)

    def _located(self, source: str, quote: str) -> "Passage | Proof | None":
        document = self.briefing.documents.get(source)
        if document is None:
            return None
        passage = locate(document, quote)
        if passage is None:
            reason = tr("The quoted words do not stand in the source's document.")
            return Proof(Verdict.MISMATCHED, reason, quote, source)
        return passage


def match_quantity(quantity: Quantity, quote: str) -> tuple[Expression | None, str]:
    """The number in `quote` that is `quantity`, or the closest one with the reason why it is not."""
    found = find_quantities(quote)
    same_value = [e for e in found if _same_value(e.quantity, quantity)]
    for expression in same_value:
        if _same_bound(expression.quantity.bound, quantity.bound):
            return expression, ""
    if same_value:
        return None, _bound_problem(same_value[0], quantity)
    bare = [e for e in found if e.quantity.value == quantity.value]
    if bare:
        return None, tr(
            "The unit is {unit} in the record, but the quoted words say “{words}”.",
            unit=quantity.unit or "—",
            words=words_of(bare[0]).text,
        )
    return None, tr("The quoted words do not hold the number {number}.", number=word(quantity).text)


def _same_value(written: Quantity, recorded: Quantity) -> bool:
    if (
        written.unit in ("万", "亿")
        and recorded.bound is Bound.SCALE
        and recorded.unit.startswith(written.unit)
    ):
        return written.value == recorded.value
    try:
        low = convert(written.value, written.unit, recorded.unit)
        high = low if written.upper is None else convert(written.upper, written.unit, recorded.unit)
    except UnitError:
        return False
    return low <= recorded.value <= high


def _same_bound(written: Bound, recorded: Bound) -> bool:
    return written is recorded


def _bound_problem(expression: Expression, quantity: Quantity) -> str:
    words = words_of(expression).text
    if quantity.bound is Bound.EXACTLY:
        return tr("The quoted words say “{words}”; the record leaves the bound out.", words=words)
    if expression.quantity.bound is Bound.EXACTLY:
        return tr(
            "The quoted words say “{words}” without the record's bound “{bound}”.",
            words=words,
            bound=quantity.bound,
        )
    return tr(
        "The quoted words say “{words}”, which is not the record's bound “{bound}”.",
        words=words,
        bound=quantity.bound,
    )


def tally(evidence: Evidence, progress: Callable[[int], None] = lambda _: None) -> dict[Verdict, int]:
    """How many figures stand under each verdict."""
    counts = dict.fromkeys(Verdict, 0)
    for row in range(len(evidence.briefing.figures)):
        counts[evidence.of(Ref("figures", row)).verdict] += 1
        progress(row)
    return counts
