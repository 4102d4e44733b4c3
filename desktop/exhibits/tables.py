"""An exhibit as a table: what it says in rows and columns, for a spreadsheet."""

from collections.abc import Iterable, Iterator, Sequence

from desktop.briefing.citations import Evidence
from desktop.briefing.records import Ref
from desktop.exhibits.kinds import Exhibit, Failed, Lane, Listing, Reading, Timeline
from desktop.exhibits.readings import spaced
from desktop.exhibits.refs import readings_in
from desktop.quantities.dates import word_date
from desktop.quantities.language import mark, tr

STATUS_WORDS = {
    "actual": mark("Actual"),
    "target": mark("Target"),
    "forecast": mark("Forecast"),
    "derived": mark("Derived"),
}


def table_of(exhibit: Exhibit, evidence: Evidence, language: str = "zh") -> Iterator[Sequence[str]]:
    """The headings, then the rows; each row ends with the quoted words or the sum that prove it."""
    if isinstance(exhibit, Listing):
        yield (*exhibit.columns, tr("Quoted words"))
        for row in exhibit.rows:
            yield (*row.cells, evidence.of(row.ref).quote)
    elif isinstance(exhibit, Timeline):
        yield tr("Project"), tr("Stage"), tr("Date"), tr("State"), tr("Note"), tr("Quoted words")
        yield from _stages(exhibit.lanes, evidence, language)
    elif isinstance(exhibit, Failed):
        yield (exhibit.reason,)
    else:
        yield tr("Figure"), tr("Value"), tr("Growth"), tr("Period"), tr("Nature"), tr("Quoted words")
        for reading in readings_in(exhibit):
            yield _reading(reading, evidence, language)


def _reading(reading: Reading, evidence: Evidence, language: str) -> Sequence[str]:
    sign = "−" if reading.rising < 0 else "+"
    return (
        reading.label,
        spaced(reading.words, language),
        sign + reading.growth if reading.growth else "",
        reading.period,
        tr(STATUS_WORDS[reading.status]),
        f"= {reading.formula}" if reading.formula else _quote(evidence, reading.ref),
    )


def _stages(lanes: Iterable[Lane], evidence: Evidence, language: str) -> Iterator[Sequence[str]]:
    for lane in lanes:
        if not lane.stages:
            yield lane.name, "", "", "", lane.caption, _quote(evidence, lane.ref)
        for stage in lane.stages:
            date = word_date(stage.date, language) if stage.date else ""
            state = tr("done") if stage.done else tr("planned")
            yield lane.name, stage.name, date, state, stage.note, _quote(evidence, stage.ref)


def _quote(evidence: Evidence, ref: Ref) -> str:
    return evidence.of(ref).quote
