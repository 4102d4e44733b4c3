"""Whether the stages of a project can have come in the order that they are said to have, and which plans are overdue."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from desktop.briefing.briefing import Briefing
from desktop.briefing.records import Milestone
from desktop.quantities.dates import EdtfDate

IN_ORDER = ("签约", "落地", "开工", "结顶", "投产", "达产")
"""Stages that follow on each other in every project. Of others, such as 设备进场 or 二期开工, nobody knows whether they
do: work goes on side by side."""

Placed = tuple[int, Milestone]
"""A milestone and its place in the table."""


def out_of_order(milestones: Iterable[Placed]) -> Iterator[tuple[Placed, Placed]]:
    """Each stage that is still planned, for a time before another one was done that follows on it, or that it follows
    on; and that other one. The plan of a stage that was done itself is what it was late against."""
    for stages in _by_project(milestones):
        done = [one for one in stages if one[1].status == "done" and one[1].stage in IN_ORDER]
        last = max(done, key=lambda one: _first_day(one[1].date), default=None)
        reached = {milestone.stage for _, milestone in done}
        for one in stages:
            milestone = one[1]
            is_open = milestone.status == "planned" and milestone.stage in set(IN_ORDER) - reached
            if is_open and last and milestone.date and _is_over(milestone.date, _first_day(last[1].date)):
                yield one, last


def overdue(briefing: Briefing) -> Iterator[int]:
    """The places of the plans whose time was over before the day of the briefing; not of those that were met, if late,
    or that a later plan has replaced."""
    day = briefing.as_of.earliest if briefing.as_of else None
    if day is None:
        return
    for stages in _by_project(enumerate(briefing.milestones)):
        kept = {m.stage for _, m in stages if m.status == "done" or not _is_over(m.date, day)}
        for place, milestone in stages:
            if milestone.stage not in kept and _is_over(milestone.date, day):
                yield place


def foretold(briefing: Briefing) -> Iterator[int]:
    """The places of what is said to be done at a time that comes only after the day of the briefing."""
    day = briefing.as_of.latest_fuzzy if briefing.as_of else None
    for place, milestone in enumerate(briefing.milestones):
        first = milestone.date.earliest_fuzzy if milestone.date else None
        if milestone.status == "done" and day and first and first > day:
            yield place


def _by_project(milestones: Iterable[Placed]) -> Iterable[Sequence[Placed]]:
    projects: dict[str, list[Placed]] = {}
    for place, milestone in milestones:
        projects.setdefault(milestone.project, []).append((place, milestone))
    return projects.values()


def _first_day(when: EdtfDate | None) -> date:
    return (when.earliest if when else None) or date.min


def _is_over(when: EdtfDate | None, day: date) -> bool:
    last = when.latest_fuzzy if when else date.max
    return last is not None and last < day
