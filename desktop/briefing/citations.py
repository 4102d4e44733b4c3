"""Whether a record's quoted words carry what the record says, and the reason in words."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import partial
from typing import NamedTuple, cast

from desktop.briefing.briefing import Briefing
from desktop.briefing.guard import guarded
from desktop.briefing.records import Figure, Milestone, Record, Ref
from desktop.briefing.sums import CHANGE, Sums, growth_of
from desktop.quantities.amounts import AmountError
from desktop.quantities.dates import short_date
from desktop.quantities.formulas import FormulaError, names_in, parse_formula, spell
from desktop.quantities.language import mark, tr
from desktop.quantities.numerals import Expression, find_quantities
from desktop.quantities.quantity import Bound, Quantity
from desktop.quantities.units import UnitError, convert, unit
from desktop.quantities.wording import NO_WORDS, Words, word, words_of
from desktop.reading.datewords import named_dates
from desktop.reading.growths import Growth, find_growths
from desktop.reading.passages import Passage, locate

MOST_QUOTE = 1000
"""Characters; to look through more takes so long that a pack of them could not be checked."""


class Verdict(StrEnum):
    CITED = "cited"
    DERIVED = "derived"
    UNSOURCED = "unsourced"
    MISMATCHED = "mismatched"


class Proof(NamedTuple):
    """What supports a record.

    `expression` is the number in the quote that is the figure's own, `growth` its growth there; `quantity` is
    the figure's value, worked out where it is derived; `formula` spells the sum; `passage` is the text around
    the quote where the source's document is in the pack. `compared` is False where the words are given, but
    nothing in them could be held against the record.
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
    compared: bool = True


class Evidence:
    """The proofs of a briefing's records, each made once, when it is first asked for."""

    def __init__(self, briefing: Briefing) -> None:
        self.briefing = briefing
        self._proofs: dict[Ref, Proof] = {}
        self._sums = Sums(briefing)

    def of(self, ref: Ref) -> Proof:
        """The proof of a record of any table."""
        if ref not in self._proofs:
            self._proofs[ref] = guarded(partial(self._proved, ref), partial(Proof, Verdict.MISMATCHED))
        return self._proofs[ref]

    def _proved(self, ref: Ref) -> Proof:
        record = self.briefing.record(ref)
        return self._figure(record) if isinstance(record, Figure) else self._plain(ref)

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
            elif self.of(ref).verdict is not Verdict.CITED:
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
        expression, problem = match_quantity(quantity, figure.quote) if quantity else (None, "")
        growth, other = match_growth(figure) if figure.change is not None else (None, "")
        problem = problem or other
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
        agrees, problem = self._dated(record, source, quote)
        if problem:
            return Proof(Verdict.MISMATCHED, problem, quote, source, passage=located)
        reason = tr("The words stand in the source.") if located else tr("The quoted words are given.")
        reason = tr("{reason} The date agrees.", reason=reason) if agrees else reason
        return Proof(Verdict.CITED, reason, quote, source, passage=located, compared=agrees)

    def _dated(self, record: Record, source: str, quote: str) -> tuple[bool, str]:
        """Whether a date in the quote is the record's, and what is wrong where all of them contradict it."""
        when = record.date if isinstance(record, Milestone) else getattr(record, "opened", None)
        known = self.briefing.source(source)
        published = known.published if known else None
        if when is None:
            return False, ""
        first, last = when.earliest_fuzzy or date.min, when.latest_fuzzy or date.max
        done = isinstance(record, Milestone) and record.status == "done"
        if done and published and published.latest_fuzzy and first > published.latest_fuzzy:
            return False, tr("It is said to be done, but its date is after that of the source.")
        named = list(named_dates(quote, published))
        if any(first <= one.first and one.last <= last for one in named):
            return True, ""
        if named and all(one.last < first or one.first > last for one in named):
            words = ", ".join(one.words for one in named)
            return False, tr(
                "The quoted words say “{words}”; the record says {date}.", words=words, date=short_date(when)
            )
        return False, ""

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
            return Proof(Verdict.MISMATCHED, reason, quote, source)
        return passage


def match_quantity(quantity: Quantity, quote: str) -> tuple[Expression | None, str]:
    """The number in `quote` that is `quantity`, or the closest one with the reason why it is not."""
    found = find_quantities(quote)
    same_value = [e for e in found if _same_value(e.quantity, quantity)]
    for expression in same_value:
        if expression.quantity.bound is quantity.bound:
            return expression, ""
    if same_value:
        written = same_value[0]
        return None, _bound_problem(words_of(written).text, written.quantity.bound, quantity.bound)
    ranges = [e for e in found if e.quantity.upper is not None and _within(quantity.value, e.quantity)]
    if ranges:
        return None, tr(
            "The quoted words say “{words}”, a range; the record has to give both of its ends.",
            words=words_of(ranges[0]).text,
        )
    bare = [e for e in found if e.quantity.value == quantity.value and e.quantity.unit != quantity.unit]
    if bare:
        return None, tr(
            "The unit is {unit} in the record, but the quoted words say “{words}”.",
            unit=quantity.unit or "—",
            words=words_of(bare[0]).text,
        )
    return None, tr("The quoted words do not hold the number {number}.", number=word(quantity).text)


def match_growth(figure: Figure) -> tuple[Growth | None, str]:
    """The growth in the figure's quote that is its own, or none and the reason why."""
    same = [g for g in find_growths(figure.quote) if g.percent == figure.change]
    bound = Bound(figure.change_bound)
    for growth in same:
        if growth.bound is bound:
            return growth, ""
    if same:
        return None, _bound_problem(same[0].text, same[0].bound, bound)
    return None, tr("The quoted words do not state a growth of {change}.", change=growth_words(figure))


def growth_words(figure: Figure, language: str = "zh") -> str:
    """A figure's growth by rule, its sign before a fall; nothing where it is not known."""
    size = growth_of(figure)
    if size is None or figure.change is None:
        return ""
    return ("−" if figure.change < 0 else "") + word(size, language).text


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
        ends = [
            None if end is None else convert(end, written.unit, recorded.unit)
            for end in (written.value, written.upper)
        ]
    except UnitError:
        return False
    return ends == [recorded.value, recorded.upper]


def _within(value: Decimal, written: Quantity) -> bool:
    return written.upper is not None and written.value <= value <= written.upper


BOUND_WORDS: Mapping[Bound, str] = {
    Bound.EXACTLY: mark("exactly"),
    Bound.ABOUT: mark("about"),
    Bound.NEARLY: mark("nearly"),
    Bound.OVER: mark("over"),
    Bound.AT_LEAST: mark("at least"),
    Bound.AT_MOST: mark("at most"),
    Bound.SCALE: mark("on the scale of"),
}


def _bound_problem(words: str, written: Bound, recorded: Bound) -> str:
    if recorded is Bound.EXACTLY:
        return tr("The quoted words say “{words}”; the record leaves the bound out.", words=words)
    bound = tr(BOUND_WORDS[recorded])
    if written is Bound.EXACTLY:
        return tr(
            "The quoted words say “{words}” without the record's bound “{bound}”.", words=words, bound=bound
        )
    return tr(
        "The quoted words say “{words}”, which is not the record's bound “{bound}”.", words=words, bound=bound
    )


def tally(evidence: Evidence, first: int | None = None) -> dict[Verdict, int]:
    """How many figures, or of the `first` rows of them, stand under each verdict."""
    counts = dict.fromkeys(Verdict, 0)
    for row in range(len(evidence.briefing.figures))[:first]:
        counts[evidence.of(Ref("figures", row)).verdict] += 1
    return counts
