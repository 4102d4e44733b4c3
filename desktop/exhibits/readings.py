"""A figure → what is shown of it, in the words of its source."""

from collections.abc import Iterable, Mapping

from desktop.briefing.citations import Evidence
from desktop.briefing.records import Figure, Ref
from desktop.briefing.sums import growth_of
from desktop.exhibits.kinds import Reading
from desktop.quantities.dates import label_date
from desktop.quantities.language import mark, tr
from desktop.quantities.quantity import Bound, Quantity
from desktop.quantities.units import unit
from desktop.quantities.wording import NO_WORDS, Words, word

STATUS_WORDS: Mapping[str, str] = {
    "target": mark("Target"),
    "forecast": mark("Forecast"),
    "derived": mark("Derived"),
}


def is_hollow(reading: Reading) -> bool:
    """Whether the figure is not there yet and is drawn hollow and dashed."""
    return reading.status in ("target", "forecast")


def labelled(reading: Reading) -> str:
    """The label of a figure that says nowhere else that it is no actual: it says so itself, unless it does already."""
    status = tr(STATUS_WORDS[reading.status]) if reading.status in STATUS_WORDS else ""
    if not status or status.casefold() in reading.label.casefold():
        return reading.label
    return tr("{label} ({status})", label=reading.label, status=status)


def note_parts(reading: Reading) -> list[str]:
    """What stands below a figure, piece by piece, its companions left out."""
    parts = [tr("on the year")] if reading.growth and reading.rising else []
    if reading.formula:
        parts.append(tr("derived = {formula}", formula=reading.formula))
    elif reading.status in STATUS_WORDS:
        parts.append(tr(STATUS_WORDS[reading.status]))
    if reading.period:
        parts.append(reading.period)
    return parts


def reading_text(reading: Reading) -> str:
    """All that is said of a figure, for searching: on its exhibit and in its tool tip."""
    parts = (
        reading.label,
        reading.subject,
        reading.words.text,
        spaced(reading.words),
        reading.growth,
        tr(STATUS_WORDS[reading.status]) if reading.status in STATUS_WORDS else "",
        *note_parts(reading),
        *(companion.text for companion in reading.companions),
    )
    return " ".join(parts).casefold()


class Readings:
    """Makes readings of a briefing's figures in one language."""

    def __init__(self, evidence: Evidence, language: str) -> None:
        self.evidence = evidence
        self.briefing = evidence.briefing
        self.language = language

    def of(self, identifier: str, companions: tuple[str, ...] = ()) -> Reading | None:
        """The reading of the figure with this id; `companions` are further figures for its note line."""
        ref = self.briefing.find("figures", identifier)
        if ref is None:
            return None
        figure = self.briefing.figures[ref.row]
        shown = self.evidence.shown(ref)
        words = self.evidence.words(ref, self.language)
        growth = self.growth(ref, figure)
        if figure.value is None and not figure.formula:
            words, growth = self._growth_alone(ref, figure), ""
        reading = Reading(
            ref=ref,
            label=figure.text("label", self.language) or figure.text("indicator", self.language),
            words=words,
            value=shown.quantity.value if shown.quantity else None,
            unit=figure.unit,
            bound=_drawn_bound(shown.quantity),
            status=figure.status,
            growth=growth,
            rising=_sign(figure),
            period=label_date(figure.period, self.language) if figure.period else "",
            formula=self.evidence.spelled(figure, self.language) if shown.formula else "",
            subject=self.subject(figure),
            companions=tuple(made for made in map(self.of, companions) if made),
        )
        return reading._replace(text=reading_text(reading))

    def growth(self, ref: Ref, figure: Figure) -> str:
        """The growth as the source writes it, without a sign; in words where there is none."""
        return self._growth(ref, figure).text

    def _growth(self, ref: Ref, figure: Figure) -> Words:
        size, shown = growth_of(figure), self.evidence.shown(ref)
        if size is None:
            return NO_WORDS
        written = shown.growth.words if self.language == "zh" and shown.growth else None
        if figure.change == 0 and (written is None or written.unit):
            exact = size.bound is Bound.EXACTLY
            return Words("", tr("unchanged") if exact else tr("about unchanged"), "", "")
        return written or word(size, self.language)

    def subject(self, figure: Figure) -> str:
        subject = self.briefing.subject(figure.subject)
        return subject.text("name", self.language) if subject else ""

    def _growth_alone(self, ref: Ref, figure: Figure) -> Words:
        """A figure that is nothing but a growth, with its sign."""
        words = self._growth(ref, figure)
        if not figure.change:
            return words
        return words._replace(number=("−" if figure.change < 0 else "+") + words.number)

    def sentence(self, place: str) -> str:
        """What a {place} in a title is replaced by: the figure's words, or its growth."""
        identifier = place.removesuffix(".change")
        ref = self.briefing.find("figures", identifier)
        if ref is None:
            return ""
        if place.endswith(".change"):
            return self.growth(ref, self.briefing.figures[ref.row])
        return spaced(self.evidence.words(ref, self.language), self.language)


def converted(reading: Reading, symbol: str) -> Reading:
    """The reading with its value in another unit of its family, for the length that is drawn; its words stay."""
    one, other = unit(reading.unit), unit(symbol)
    if reading.value is None or one.factor == other.factor or one.family != other.family:
        return reading
    return reading._replace(value=reading.value * one.factor / other.factor, unit=symbol)


def in_one_unit(readings: Iterable[Reading]) -> tuple[tuple[Reading, ...], str]:
    """The readings with their values in the largest unit among them, and that unit; none where they measure
    different things."""
    made = tuple(readings)
    units = {reading.unit: unit(reading.unit) for reading in made}
    if len({one.family for one in units.values()}) != 1:
        return made, ""
    largest = max(units.values(), key=lambda one: one.factor).symbol
    return tuple(converted(reading, largest) for reading in made), largest


def spaced(words: Words, language: str = "zh") -> str:
    """Words set for reading: a thin gap between Chinese and digits, as in 1.66 亿美元."""
    if language == "en":
        return words.text
    lead = words.lead + (" " if words.lead and words.number[:1].isascii() else "")
    gap = " " if words.number[-1:].isdigit() and words.unit[:1] not in ("", "%", "‰") else ""
    apart = words.unit in ("%", "‰") or (not words.unit and words.number[-1:].isdigit())
    latin = words.unit[-1:].isascii() and words.unit[-1:].isalpha() and words.tail[:1].isascii()
    tail_gap = " " if words.tail and (apart or latin) else ""
    return f"{lead}{words.number}{gap}{words.unit}{tail_gap}{words.tail}"


def _drawn_bound(quantity: Quantity | None) -> Bound:
    """How the end of the figure is drawn; a range is as open as an about."""
    if quantity is None:
        return Bound.EXACTLY
    return quantity.bound if quantity.upper is None else Bound.ABOUT


def _sign(figure: Figure) -> int:
    return 0 if not figure.change else (1 if figure.change > 0 else -1)
