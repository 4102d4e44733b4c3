"""What holding a record against its words came to, in sentences."""

import re
from collections.abc import Iterable, Mapping

from desktop.briefing.headlines import PART_WORDS, parts_in_words
from desktop.briefing.parts import Found, Judgement, Part
from desktop.briefing.records import Figure, Record
from desktop.quantities.dates import word_date
from desktop.quantities.language import mark, reader_language, tr
from desktop.quantities.numerals import find_quantities
from desktop.quantities.quantity import Bound, Quantity
from desktop.quantities.wording import word
from desktop.reading.standing import Standing

BOUND_WORDS: Mapping[Bound, str] = {
    Bound.EXACTLY: mark("exactly"),
    Bound.ABOUT: mark("about"),
    Bound.NEARLY: mark("nearly"),
    Bound.OVER: mark("over"),
    Bound.AT_LEAST: mark("at least"),
    Bound.AT_MOST: mark("at most"),
    Bound.SCALE: mark("on the scale of"),
}
_RANGE = re.compile("[-—–~至到]|[一二三四五六七八九]{2}")
PLAN_WORDS: Mapping[str, str] = {
    "actual": mark("an actual figure"),
    "target": mark("a target"),
    "forecast": mark("a forecast"),
    "derived": mark("a derived figure"),
}


def reason(figure: Figure, judgement: Judgement, in_document: bool) -> str:
    """Why a figure's verdict is what it is: what contradicts it, else what is left open, else what was held against
    what."""
    return " ".join(contradictions(figure, judgement.found)) or _said(judgement, in_document)


def contradictions(record: Record, found: Iterable[Found]) -> list[str]:
    """What the words contradict, a sentence each, with the words that do."""
    wrong = (one for one in found if one.standing is Standing.WRONG)
    return list(dict.fromkeys(_contradiction(record, one) for one in wrong))


def event_reason(judgement: Judgement, in_document: bool) -> str:
    """The same for a record without a number."""
    wrong = [_plainly(one) for one in judgement.found if one.standing is Standing.WRONG]
    return " ".join(dict.fromkeys(wrong)) or _said(judgement, in_document)


def _said(judgement: Judgement, in_document: bool) -> str:
    said = (
        tr("The words stand in the source, and what they say of it agrees.")
        if in_document
        else tr("What the quoted words say of it agrees.")
    )
    open_parts = judgement.parts(Standing.OPEN)
    if not open_parts:
        return said
    return tr("{said} They do not say the {parts}.", said=said, parts=parts_in_words(open_parts))


def _contradiction(record: Record, one: Found) -> str:
    writer = _WRITERS.get(one.part) if isinstance(record, Figure) else None
    return writer(record, one) if writer and isinstance(record, Figure) else _plainly(one)


def _plainly(one: Found) -> str:
    if one.part is Part.QUOTE:
        return tr("The quoted words do not stand in the source's document.")
    part = tr(PART_WORDS[one.part])
    if one.words:
        return tr("The {part} differs: the quoted words say “{words}”.", part=part, words=one.words)
    return tr("The {part} is another one in the quoted words.", part=part)


def _value(figure: Figure, one: Found) -> str:
    assert figure.value is not None
    number = word(Quantity(figure.value, figure.unit, Bound(figure.bound), figure.upper)).text
    if _RANGE.search(one.words) and figure.upper is None:
        return tr(
            "The quoted words say “{words}”, a range; the record has to give both of its ends.",
            words=one.words,
        )
    if one.words:
        return tr("The quoted words give “{words}” for this, not {number}.", words=one.words, number=number)
    return tr("The quoted words do not hold the number {number}.", number=number)


def _unit(figure: Figure, one: Found) -> str:
    return tr(
        "The unit is {unit} in the record, but the quoted words say “{words}”.",
        unit=figure.unit or "—",
        words=one.words,
    )


def _bound_of(words: str) -> Bound:
    """How firmly an amount is meant, as it is written."""
    found = find_quantities(words)
    return found[0].quantity.bound if found else Bound.EXACTLY


def _bound(figure: Figure, one: Found, recorded: Bound | None = None) -> str:
    recorded = recorded or Bound(figure.bound)
    if _bound_of(one.words) is Bound.EXACTLY:
        bound = tr(BOUND_WORDS[recorded])
        return tr(
            "The quoted words say “{words}” without the record's bound “{bound}”.",
            words=one.words,
            bound=bound,
        )
    if recorded is Bound.EXACTLY:
        return tr("The quoted words say “{words}”; the record leaves the bound out.", words=one.words)
    return tr(
        "The quoted words say “{words}”, which is not the record's bound “{bound}”.",
        words=one.words,
        bound=tr(BOUND_WORDS[recorded]),
    )


def _period(figure: Figure, one: Found) -> str:
    period = word_date(figure.period, reader_language()) if figure.period else "—"
    return tr(
        "The quoted words speak of “{words}”; the record says {period}.", words=one.words, period=period
    )


def _status(figure: Figure, one: Found) -> str:
    status = tr(PLAN_WORDS[figure.status])
    if one.words:
        return tr(
            "The quoted words say “{words}”; the record makes it {status}.", words=one.words, status=status
        )
    return tr("The quoted words tell of what is done; the record makes it {status}.", status=status)


def _subject(figure: Figure, one: Found) -> str:
    return tr("The number is told of “{words}”, not of the record's subject.", words=one.words)


def _indicator(figure: Figure, one: Found) -> str:
    if one.words:
        return tr(
            "By the quoted words the number measures “{words}”, not “{indicator}”.",
            words=one.words,
            indicator=figure.indicator,
        )
    return tr("By the quoted words the number does not measure “{indicator}”.", indicator=figure.indicator)


def _growth(figure: Figure, one: Found) -> str:
    sizes = [
        (figure.change, figure.change_bound),
        (figure.step, figure.step_bound),
        (figure.average, figure.average_bound),
    ]
    for size, bound in sizes:
        if size is not None and f"{abs(size):f}" in one.words and bound != _bound_of(one.words):
            return _bound(figure, one, Bound(bound))
    if one.words:
        return tr(
            "The growth that the quoted words state for it is “{words}”, another one than the record's.",
            words=one.words,
        )
    return tr("The quoted words state no such growth.")


_WRITERS = {
    Part.VALUE: _value,
    Part.UNIT: _unit,
    Part.BOUND: _bound,
    Part.PERIOD: _period,
    Part.STATUS: _status,
    Part.SUBJECT: _subject,
    Part.INDICATOR: _indicator,
    Part.GROWTH: _growth,
}
