"""Projects and milestones → the lanes of a timeline."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property, partial

from desktop.briefing.briefing import Briefing
from desktop.briefing.records import Ref
from desktop.exhibits.items import Items, once
from desktop.exhibits.kinds import Lane, Stage, Timeline
from desktop.quantities.dates import short_date, word_date

_LAST = date.max.toordinal()
PROBED = 200
"""Lanes; looking through more of them takes longer than a key may."""
POINT_DAYS = 31
"""The longest time that may be drawn as a point: a month."""


class Lanes:
    """The lanes of a briefing's projects, in one language; each is made when it is first wanted."""

    def __init__(self, briefing: Briefing, language: str) -> None:
        self._briefing = briefing
        self._of_row = once(partial(_lane, briefing, language))

    def of(self, named: Sequence[str]) -> Sequence[Lane]:
        """A lane for each project that is named, or for every one that has milestones where none is."""
        if not named:
            return Items(self._dated, self._of_row)
        rows = map(self._briefing.places("projects").get, named)
        return Items([row for row in rows if row is not None], self._of_row)

    @cached_property
    def _dated(self) -> Sequence[int]:
        """The rows of the projects that have milestones."""
        of_project = self._briefing.milestones_of
        return [row for row, project in enumerate(self._briefing.projects) if project.id in of_project]


def _lane(briefing: Briefing, language: str, row: int) -> Lane:
    project, milestones = briefing.projects[row], briefing.milestones
    stages = [
        Stage(
            Ref("milestones", place),
            m.text("stage", language),
            m.date,
            m.status == "done",
            m.text("note", language),
        )
        for place, m in ((place, milestones[place]) for place in briefing.milestones_of.get(project.id, ()))
    ]
    stages.sort(key=_order)
    name, caption = project.text("name", language), project.text("summary", language)
    company = briefing.subject(project.company)
    parts = (name, caption, company.text("name", language) if company else "")
    return Lane(
        Ref("projects", row), name, caption, tuple(stages), " ".join((*parts, *_said(stages))).casefold()
    )


def _said(stages: Sequence[Stage]) -> Iterator[str]:
    """What is said of the stages: on the timeline, in its tool tips and in the words of their dates."""
    for stage in stages:
        yield stage.name
        yield stage.note
        if stage.date is not None:
            yield short_date(stage.date)
            yield word_date(stage.date)


def _order(stage: Stage) -> tuple[int, int]:
    """By the day of the mark; an open beginning comes before what is dated to the same time."""
    if stage.date is None:
        return _LAST, 0
    first, last = stage.date.sort_key
    return (
        first.toordinal() + last.toordinal()
    ) // 2 if stage.date.earliest else last.toordinal() - 32, last.toordinal()


def placed(stage: Stage) -> int:
    """The day on which a stage's mark stands, as an ordinal: the middle of what its date allows, the known
    end of an open one; 0 where nothing is known."""
    if stage.date is None:
        return 0
    first, last = stage.date.earliest, stage.date.latest
    if first and last:
        return (first.toordinal() + last.toordinal()) // 2
    known = first or last
    return known.toordinal() if known else 0


def is_span(stage: Stage) -> bool:
    """Whether a stage's date allows more days than a point may claim: a year, a quarter, an interval, an open end."""
    if stage.date is None:
        return False
    first, last = stage.date.earliest, stage.date.latest
    return first is None or last is None or (last - first).days >= POINT_DAYS


def sure(stage: Stage, late: bool) -> int:
    """The last day (`late`) or the first by which a stage may have been reached: what lies between it and another
    stage for certain. As `placed` for a point; beyond all days where that end is open."""
    if stage.date is None or not is_span(stage):
        return placed(stage)
    day = stage.date.latest if late else stage.date.earliest
    return day.toordinal() if day else (_LAST + 1 if late else 0)


def profile(timeline: Timeline) -> tuple[int, int]:
    """The most stages that any lane has, and how many characters the longest name of a stage has; of very many
    lanes the first ones stand for all."""
    lanes = timeline.lanes[:PROBED]
    most = max((len(lane.stages) for lane in lanes), default=0)
    return most, max((len(stage.name) for lane in lanes for stage in lane.stages), default=0)
