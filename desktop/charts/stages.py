"""The words of a stage on a timeline: its label, its date, its sentence, the months to the next one."""

from itertools import pairwise

from desktop.briefing.headlines import headline
from desktop.briefing.proof import Proof
from desktop.exhibits.kinds import Lane, Stage
from desktop.exhibits.lanes import is_span, placed
from desktop.quantities.dates import label_date, period_between, word_date
from desktop.quantities.language import reader_language, tr

SHORT_NOTE = 8
"""Characters; a longer note is read in the citation panel."""


def stage_name(stage: Stage) -> str:
    """The name on a label, with the note where that is short."""
    short = 0 < len(stage.note) <= SHORT_NOTE
    return tr("{stage} ({note})", stage=stage.name, note=stage.note) if short else stage.name


def stage_date(stage: Stage) -> str:
    """A stage's date: compact where it is plain, in words where it is uncertain."""
    return label_date(stage.date, reader_language()) if stage.date else ""


def stage_sentence(stage: Stage, proof: Proof | None) -> str:
    """A stage in words, for tool tips and screen readers."""
    state = tr("done") if stage.done else tr("planned")
    when = word_date(stage.date, reader_language()) if stage.date else tr("no date given")
    parts = [
        tr("{label}: {words}", label=stage.name, words=when),
        state,
        stage.note,
        headline(proof),
    ]
    return " · ".join(part for part in parts if part)


def undated(lane: Lane) -> str:
    names = [stage.name for stage in lane.stages if not placed(stage)]
    return tr("no date given: {stages}", stages=tr(", ").join(names)) if names else ""


def durations(lane: Lane) -> list[tuple[Stage, Stage, str]]:
    """The whole months between each two neighbouring stages that stand at a point, in words, where they can be told."""
    dated = [stage for stage in lane.stages if stage.date is not None and placed(stage)]
    found: list[tuple[Stage, Stage, str]] = []
    for one, other in pairwise(dated):
        if not (one.date and other.date and one.date.is_exact and other.date.is_exact):
            continue
        span = period_between(one.date, other.date)
        if span and span[1] > 0 and not is_span(one) and not is_span(other):
            months = f"{span[0]}" if span[0] == span[1] else f"{span[0]}–{span[1]}"
            found.append((one, other, tr("{months} months", months=months)))
    return found
