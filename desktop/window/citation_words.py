"""What there is to say about where a record comes from, in words; no widget knows more."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple, cast

from desktop.briefing.citations import Evidence
from desktop.briefing.headlines import headline, parts_in_words
from desktop.briefing.proof import Proof, Verdict
from desktop.briefing.records import Facility, Figure, Milestone, Programme, Project, Record, Ref
from desktop.charts.sheet import growth_words
from desktop.exhibits.kinds import Reading
from desktop.exhibits.listings import STATUS_WORDS as FACILITY_WORDS
from desktop.exhibits.readings import STATUS_WORDS, Readings, spaced
from desktop.quantities.dates import label_date, short_date, word_date
from desktop.quantities.formulas import FormulaError, names_in, parse_formula
from desktop.quantities.language import mark, tr
from desktop.reading.standing import Standing
from desktop.window.paragraph import BETWEEN

STAGE_WORDS: Mapping[str, str] = {"done": mark("done"), "planned": mark("planned")}


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in a table of records: what it is called, and its value or date in words."""

    name: str
    value: str = ""


class Line(NamedTuple):
    """How some parts of a record stand to its words, with the verdict whose sign tells it."""

    text: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Saying:
    """All that the citation panel says about one record.

    `text` is the quote, or the passage around it; `quoted` is where in it the quoted words stand, `numbers` where
    the figure's own numbers do, and `decisive` where the words do that decide about its other parts; `head` is the verdict in words, `lines` tell it part by part, and where
    there are none `reason` says why. `quote` is the bare quote. `inputs` are the figures of the formula.
    """

    ref: Ref
    name: str
    value: str
    facts: str
    verdict: Verdict | None
    reason: str
    source: str
    quote: str = ""
    text: str = ""
    quoted: tuple[int, int] = (0, 0)
    numbers: tuple[tuple[int, int], ...] = ()
    decisive: tuple[tuple[int, int], ...] = ()
    formula: str = ""
    inputs: tuple[Ref, ...] = ()
    head: str = ""
    lines: tuple[Line, ...] = ()


class CitationWords:
    """Finds the words for the records of one briefing in one language."""

    def __init__(self, evidence: Evidence, language: str = "zh") -> None:
        self.evidence, self.language = evidence, language
        self._briefing = evidence.briefing
        self._readings = Readings(evidence, language)

    def entry(self, ref: Ref) -> Entry:
        record = self._briefing.record(ref)
        if isinstance(record, Figure):
            reading = self._reading(record)
            return Entry(reading.label, value_of(reading))
        if isinstance(record, Milestone):
            return Entry(self._stage(record), label_date(record.date, self.language) if record.date else "")
        return Entry(self._name(record))

    def saying(self, ref: Ref) -> Saying:
        record, proof = self._briefing.record(ref), self.evidence.soon(ref)
        facts = BETWEEN.join(part for part in self._facts(record) if part)
        said = Saying(
            ref, self._name(record), "", facts, None, "", self._source(record), head=tr("Checking…")
        )
        if proof is not None:
            lines = tuple(_lines(record, proof))
            reason = "" if lines or proof.verdict in (Verdict.UNSOURCED, Verdict.DERIVED) else proof.reason
            said = replace(said, verdict=proof.verdict, reason=reason, head=headline(proof), lines=lines)
        if isinstance(record, Figure):
            said = self._figure(said, record)
        return self._quoted(said, proof, cast(str, getattr(record, "quote", "")))

    # what it is

    def _reading(self, figure: Figure) -> Reading:
        reading = self._readings.of(figure.id)
        assert reading is not None
        return reading

    def _figure(self, said: Saying, figure: Figure) -> Saying:
        reading = self._reading(figure)
        name = reading.label
        if reading.subject and reading.subject not in name:
            name = f"{reading.subject}{BETWEEN}{name}"
        formula = self.evidence.shown(said.ref).formula
        formula = f"{formula} = {spaced(reading.words, self.language)}" if formula else ""
        return replace(
            said,
            name=name,
            value=value_of(reading, self.language),
            formula=formula,
            inputs=self._inputs(figure),
        )

    def _inputs(self, figure: Figure) -> tuple[Ref, ...]:
        try:
            names = list(names_in(parse_formula(figure.formula))) if figure.formula else []
        except FormulaError:
            return ()
        refs = (self._briefing.find("figures", name) for name in names)
        return tuple(dict.fromkeys(ref for ref in refs if ref is not None))

    def _name(self, record: Record) -> str:
        if isinstance(record, Milestone):
            return self._stage(record)
        return record.text("name", self.language) if hasattr(record, "name") else ""

    def _stage(self, milestone: Milestone) -> str:
        stage = milestone.text("stage", self.language)
        ref = self._briefing.find("projects", milestone.project)
        return f"{self._briefing.record(ref).text('name', self.language)} · {stage}" if ref else stage

    def _facts(self, record: Record) -> list[str]:
        """What else the record says, for the line below its name."""
        for kind, facts in _FACTS.items():
            if isinstance(record, kind):
                return facts(self, record)
        return []

    def _figure_facts(self, figure: Figure) -> list[str]:
        reading = self._reading(figure)
        growth = growth_words(reading) if reading.growth else ""
        period = word_date(figure.period, self.language) if figure.period else ""
        told = figure.status in STATUS_WORDS and figure.status != "derived"
        status = tr(STATUS_WORDS[figure.status]) if told else ""
        return [growth, period, status]

    def _milestone_facts(self, stage: Milestone) -> list[str]:
        when = word_date(stage.date, self.language) if stage.date else ""
        return [when, tr(STAGE_WORDS[stage.status]), stage.text("note", self.language)]

    def _facility_facts(self, facility: Facility) -> list[str]:
        opened = word_date(facility.opened, self.language) if facility.opened else ""
        state = tr(FACILITY_WORDS[facility.status]) if facility.status else ""
        texts = (facility.text(name, self.language) for name in ("category", "community"))
        return [*texts, f"{opened} {state}".strip(), facility.text("note", self.language)]

    def _project_facts(self, project: Project) -> list[str]:
        company = self._briefing.subject(project.company)
        return [
            company.text("name", self.language) if company else "",
            project.text("summary", self.language),
        ]

    def _programme_facts(self, programme: Programme) -> list[str]:
        return [programme.text("summary", self.language)]

    # where it comes from

    def _source(self, record: Record) -> str:
        """The title in its marks, the publisher and the date, as far as they are known."""
        identifier = cast(str, getattr(record, "source", ""))
        source = self._briefing.source(identifier)
        if source is None:
            return identifier
        title = source.text("title", self.language) or source.id
        titled = f"“{title}”" if self.language == "en" else f"《{title.strip('《》')}》"
        published = short_date(source.published) if source.published else ""
        return BETWEEN.join(
            part for part in (titled, source.text("publisher", self.language), published) if part
        )

    def _quoted(self, said: Saying, proof: Proof | None, recorded: str) -> Saying:
        if proof is None:
            return replace(said, quote=recorded, text=recorded, quoted=(0, len(recorded)))
        quote = proof.quote or recorded
        numbers = tuple((found.start, found.end) for found in (proof.expression, proof.growth) if found)
        decisive = tuple(
            span
            for span in self.evidence.marks(said.ref)
            if not any(span[0] < end and start < span[1] for start, end in numbers)
        )
        passage = proof.passage
        if passage is None:
            return replace(
                said, quote=quote, text=quote, quoted=(0, len(quote)), numbers=numbers, decisive=decisive
            )

        def moved(spans: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
            return tuple(_moved(quote, span, passage.text, passage.start) for span in spans)

        return replace(
            said,
            quote=quote,
            text=passage.text,
            quoted=(passage.start, passage.end),
            numbers=moved(numbers),
            decisive=moved(decisive),
        )


_FACTS: Mapping[type[Record], Callable[..., list[str]]] = {
    Figure: CitationWords._figure_facts,
    Milestone: CitationWords._milestone_facts,
    Facility: CitationWords._facility_facts,
    Project: CitationWords._project_facts,
    Programme: CitationWords._programme_facts,
}


def _lines(record: Record, proof: Proof) -> Iterator[Line]:
    """The verdict part by part: what agrees and what is left open in a line each, then every contradiction."""
    from desktop.briefing.reasons import contradictions

    agree, left_open = proof.parts(Standing.PROVED), proof.parts(Standing.OPEN)
    if agree:
        yield Line(tr("{parts}: agrees", parts=parts_in_words(agree)), Verdict.PROVED)
    if left_open:
        yield Line(
            tr("Not in the quoted words: {parts}", parts=parts_in_words(left_open)), Verdict.PROVED_BUT
        )
    for sentence in contradictions(record, proof.found):
        yield Line(sentence, Verdict.MISMATCHED)


def value_of(reading: Reading, language: str = "zh") -> str:
    """The figure's words; nothing where it has none."""
    return spaced(reading.words, language) if reading.words.number else ""


def _moved(quote: str, span: tuple[int, int], text: str, start: int) -> tuple[int, int]:
    """A span of the quote, found in a text that holds the quote from `start` on with other white space."""
    first, last = (len("".join(quote[:end].split())) for end in span)
    places = [n for n, character in enumerate(text) if n >= start and not character.isspace()]
    return (places[first], places[last - 1] + 1) if 0 <= first < last <= len(places) else (start, start)


def distinct_names(readings: Mapping[Ref, Reading]) -> dict[Ref, str]:
    """A name for each figure, the label; before labels that are alike their subject or period, where it differs."""
    names = {ref: reading.label for ref, reading in readings.items()}
    for more in (_subject, _period):
        alike: dict[str, list[Ref]] = {}
        for ref, name in names.items():
            alike.setdefault(name, []).append(ref)
        for refs in alike.values():
            if len({more(readings[ref]) for ref in refs}) > 1:
                names.update({ref: f"{more(readings[ref])} {names[ref]}".strip() for ref in refs})
    return names


def _subject(reading: Reading) -> str:
    return reading.subject


def _period(reading: Reading) -> str:
    return reading.period
