"""What supports the records of a briefing: how each figure is written, and whether its words carry it.

The words are found at once, since every surface shows them; judging reads whole clauses, and nothing of it is loaded before
it is wanted."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

from desktop.briefing.briefing import Briefing
from desktop.briefing.guard import guarded
from desktop.briefing.proof import MOST_QUOTE, Proof, Verdict
from desktop.briefing.records import Figure, Ref
from desktop.briefing.sums import CHANGE, Sums, growth_of
from desktop.quantities.amounts import AmountError
from desktop.quantities.formulas import FormulaError, names_in, parse_formula, spell
from desktop.quantities.language import tr
from desktop.quantities.numerals import Expression, find_quantities
from desktop.quantities.quantity import Bound, Quantity
from desktop.quantities.units import UnitError, convert, unit
from desktop.quantities.wording import NO_WORDS, Words, word, words_of
from desktop.reading.growths import Growth, find_growths
from desktop.reading.passages import squeeze

if TYPE_CHECKING:
    from desktop.briefing.proving import Prover


class Shown(NamedTuple):
    """What there is to show of a figure: its number and its growth as its quoted words have them, where they do, its
    value, and the sum where it is derived."""

    expression: Expression | None = None
    growth: Growth | None = None
    quantity: Quantity | None = None
    formula: str = ""


class Evidence:
    """How a briefing's figures are written, and the proofs of its records, each made once, when it is first asked for,
    by whatever thread. `later`, where it is given, is told of every record whose proof is asked for by `soon` and not
    there yet, and has it made."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self.later: Callable[[Ref], None] | None = None
        self._sums = Sums(briefing)
        self._shown: dict[Ref, Shown] = {}
        self._showing = RLock()
        self._proofs: dict[Ref, Proof] = {}
        self._judging = RLock()
        self._prover: Prover | None = None

    # proofs

    def of(self, ref: Ref) -> Proof:
        """The proof of a record of any table."""
        proof = self._proofs.get(ref)
        if proof is None:
            with self._judging:
                proof = self._proofs.get(ref)
                if proof is None:
                    unforeseen = partial(Proof, Verdict.MISMATCHED)
                    proof = guarded(lambda: self._judge().prove(ref), unforeseen)
                    self._proofs[ref] = proof
        return proof

    def soon(self, ref: Ref) -> "Proof | None":
        """The same for who shall not wait for it: None where it is not there yet and is made meanwhile."""
        proof = self._proofs.get(ref)
        if proof is None and self.later is not None:
            self.later(ref)
            return None
        return proof or self.of(ref)

    def peek(self, ref: Ref) -> "Proof | None":
        """The same without having it made."""
        return self._proofs.get(ref) if self.later is not None else self.of(ref)

    def marks(self, ref: Ref) -> tuple[tuple[int, int], ...]:
        """Where in its quote the words stand that decide about a record's parts."""
        proof = self.of(ref)
        with self._judging:
            return self._judge().marks(ref, proof)

    def _judge(self) -> "Prover":
        if self._prover is None:
            from desktop.briefing.proving import Prover

            self._prover = Prover(self.briefing, self.quantity, self.spelled)
        return self._prover

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

    # what is shown

    def quantity(self, figure: Figure) -> Quantity | None:
        """The figure's value with unit and bound, worked out where it is derived; None where it has none."""
        with self._showing:
            return self._sums.quantity(figure)

    def shown(self, ref: Ref) -> Shown:
        """What there is to show of a record; nothing where it is no figure, or its sum cannot be worked out."""
        shown = self._shown.get(ref)
        if shown is None:
            with self._showing:
                shown = self._shown[ref] = guarded(partial(self._found, ref), lambda _: Shown())
        return shown

    def _found(self, ref: Ref) -> Shown:
        figure = self.briefing.record(ref)
        if not isinstance(figure, Figure):
            return Shown()
        try:
            quantity = self.quantity(figure)
            formula = self.spelled(figure) if figure.formula else ""
        except (FormulaError, AmountError, UnitError):
            return Shown()
        if figure.formula or not self._is_quoted(figure):
            return Shown(quantity=quantity, formula=formula)
        return Shown(match_quantity(quantity, figure.quote), match_growth(figure), quantity)

    def _is_quoted(self, figure: Figure) -> bool:
        """Whether there are words to look through, which its source has where its document is there."""
        if not figure.quote or not figure.source or len(figure.quote) > MOST_QUOTE:
            return False
        document = self.briefing.documents.get(figure.source)
        return document is None or squeeze(figure.quote).encode() in document.bare

    def words(self, ref: Ref, language: str = "zh") -> Words:
        """The figure as its source writes it; by rule where it is derived or the language is another one."""
        shown = self.shown(ref)
        if language == "zh" and shown.expression is not None:
            return words_of(shown.expression)
        if shown.quantity is not None:
            return word(shown.quantity, language, self._noun(ref, language))
        return NO_WORDS

    def _noun(self, ref: Ref, language: str) -> str:
        """What the figure counts, where the pack says it in that language."""
        return self.briefing.record(ref).twins.get(f"unit_{language}", "")

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


def match_quantity(quantity: Quantity | None, quote: str) -> Expression | None:
    """The number in `quote` that has this value, unit and bound."""
    if quantity is None:
        return None
    found = (one for one in find_quantities(quote) if one.quantity.bound is quantity.bound)
    return next((one for one in found if _same_value(one.quantity, quantity)), None)


def match_growth(figure: Figure) -> Growth | None:
    """The growth in the figure's quote that is as large as its own, and as firmly meant."""
    if figure.change is None:
        return None
    own = (figure.change, Bound(figure.change_bound))
    return next((one for one in find_growths(figure.quote) if (one.percent, one.bound) == own), None)


def _same_value(written: Quantity, recorded: Quantity) -> bool:
    if (written.upper is None) != (recorded.upper is None):
        return False
    if (
        written.unit in ("万", "亿")
        and recorded.bound is Bound.SCALE
        and recorded.unit.startswith(written.unit)
    ):
        return written.value == recorded.value
    try:
        ends: list[Decimal | None] = [
            None if end is None else convert(end, written.unit, recorded.unit)
            for end in (written.value, written.upper)
        ]
    except UnitError:
        return False
    return ends == [recorded.value, recorded.upper]


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
