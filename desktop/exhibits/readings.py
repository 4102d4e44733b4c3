"""A figure → what is shown of it, in the words of its source."""

from collections.abc import Mapping

from desktop.briefing.citations import Evidence
from desktop.briefing.dates import short_date
from desktop.briefing.language import mark, tr
from desktop.briefing.quantities import Bound
from desktop.briefing.records import Figure, Ref
from desktop.briefing.wording import Words
from desktop.exhibits.kinds import Reading

STATUS_WORDS: Mapping[str, str] = {
    "target": mark("Target"),
    "forecast": mark("Forecast"),
    "derived": mark("Derived"),
}


def note_parts(reading: Reading) -> list[str]:
    """What stands below a figure, piece by piece; the first is about its growth, where that is known."""
    parts = [tr("on the year")] if reading.growth else []
    parts.extend(reading.notes)
    if reading.formula:
        parts.append(tr("derived = {formula}", formula=reading.formula))
    elif reading.status in STATUS_WORDS:
        parts.append(tr(STATUS_WORDS[reading.status]))
    if reading.period:
        parts.append(reading.period)
    return parts


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
        proof = self.evidence.of(ref)
        words = self.evidence.words(ref, self.language)
        growth = self.growth(ref, figure)
        if figure.value is None and not figure.formula:
            words, growth = self._growth_alone(figure, growth), ""
        return Reading(
            ref=ref,
            label=figure.text("label", self.language) or figure.text("indicator", self.language),
            words=words,
            value=proof.quantity.value if proof.quantity else None,
            unit=figure.unit,
            bound=proof.quantity.bound if proof.quantity else Bound.EXACTLY,
            status=figure.status,
            verdict=proof.verdict,
            growth=growth,
            rising=_sign(figure),
            period=short_date(figure.period) if figure.period else "",
            formula=self.evidence.spelled(figure, self.language) if figure.formula and proof.formula else "",
            subject=self.subject(figure),
            notes=tuple(note for note in map(self._companion, companions) if note),
        )

    def growth(self, ref: Ref, figure: Figure) -> str:
        """The growth as the source writes it, without a sign."""
        if figure.change is None:
            return ""
        proof = self.evidence.of(ref)
        if self.language == "zh" and proof.growth is not None:
            return proof.growth.text
        return f"{abs(figure.change)}%"

    def subject(self, figure: Figure) -> str:
        subject = self.briefing.subject(figure.subject)
        return subject.text("name", self.language) if subject else ""

    def _growth_alone(self, figure: Figure, growth: str) -> Words:
        sign = "−" if figure.change is not None and figure.change < 0 else "+"
        number = growth.removesuffix("%")
        lead = number[: len(number) - len(number.lstrip("约近超逾达"))]
        return Words(lead, sign + number[len(lead) :], "%", "")

    def _companion(self, identifier: str) -> str:
        ref = self.briefing.find("figures", identifier)
        if ref is None:
            return ""
        figure = self.briefing.figures[ref.row]
        label = figure.text("label", self.language) or figure.text("indicator", self.language)
        words = spaced(self.evidence.words(ref, self.language), self.language)
        gap = " " if self.language == "en" or words[:1].isascii() else ""
        return f"{label}{gap}{words}"

    def sentence(self, place: str) -> str:
        """What a {place} in a title is replaced by: the figure's words, or its growth."""
        identifier = place.removesuffix(".change")
        ref = self.briefing.find("figures", identifier)
        if ref is None:
            return ""
        if place.endswith(".change"):
            return self.growth(ref, self.briefing.figures[ref.row])
        return spaced(self.evidence.words(ref, self.language), self.language)


def spaced(words: Words, language: str = "zh") -> str:
    """Words set for reading: a thin gap between Chinese and digits, as in 1.66 亿美元."""
    if language == "en":
        return words.text
    lead = words.lead + (" " if words.lead and words.number[:1].isascii() else "")
    gap = " " if words.number[-1:].isdigit() and words.unit[:1] not in ("", "%", "‰") else ""
    tail_gap = (
        " "
        if words.tail and (words.unit in ("%", "‰") or (not words.unit and words.number[-1:].isdigit()))
        else ""
    )
    return f"{lead}{words.number}{gap}{words.unit}{tail_gap}{words.tail}"


def _sign(figure: Figure) -> int:
    return 0 if not figure.change else (1 if figure.change > 0 else -1)
