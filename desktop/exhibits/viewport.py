"""Which stretch of time, and from which lane on, a timeline shows: plain state, moved by zoom, pan and fit."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from desktop.exhibits.items import remembered
from desktop.exhibits.kinds import Timeline

SHORTEST = 62.0
"""Days; closer in than two months there is nothing more to see in dates that know no hour."""
MARGIN_SHARE = 0.06
_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
"""Months between two ticks."""


@remembered
def extent(timeline: Timeline) -> tuple[int, int]:
    """The first and last day that the timeline knows, as ordinals; a year around today's edge where there is none."""
    days: list[int] = []
    for lane in timeline.lanes:
        for stage in lane.stages:
            if stage.date is not None:
                days.extend(d.toordinal() for d in (stage.date.earliest, stage.date.latest) if d)
    if timeline.as_of and timeline.as_of.latest:
        days.append(timeline.as_of.latest.toordinal())
    return (min(days), max(days)) if days else (1, 366)


@dataclass(slots=True)
class Viewport:
    """Days as ordinals, fractions allowed; `top` counts lanes that are scrolled past."""

    first: float
    last: float
    top: float = 0.0
    start: float = 0.0
    end: float = 0.0

    @classmethod
    def fitting(cls, timeline: Timeline) -> "Viewport":
        """The viewport that shows everything, with a margin."""
        first, last = extent(timeline)
        margin = max(20.0, (last - first) * MARGIN_SHARE)
        view = cls(first - margin, last + margin * 1.4)
        view.fit()
        return view

    def fit(self) -> None:
        self.start, self.end, self.top = self.first, self.last, 0.0

    @property
    def days(self) -> float:
        return self.end - self.start

    def show(self, start: float, end: float, top: float) -> None:
        """Show these days from this lane on, as far as they lie inside."""
        self.start, self.end, self.top = start, max(end, start + 1), top
        self.zoom(1.0, self.start)

    def zoom(self, factor: float, anchor: float) -> None:
        """Show `factor` times as many days, the day `anchor` staying where it is."""
        whole = self.last - self.first
        days = min(whole, max(min(SHORTEST, whole), self.days * factor))
        share = (anchor - self.start) / self.days
        self.start = anchor - share * days
        self.end = self.start + days
        self._keep_inside()

    def pan(self, days: float, lanes: float = 0.0, most_lanes: float = 0.0) -> None:
        """Move by so many days and lanes; `most_lanes` is how far down one may go."""
        self.start += days
        self.end += days
        self.top = min(max(0.0, most_lanes), max(0.0, self.top + lanes))
        self._keep_inside()

    def _keep_inside(self) -> None:
        days = self.days
        self.start = min(max(self.start, self.first), self.last - days)
        self.end = self.start + days

    def ticks(self, most: int) -> Iterator[tuple[int, str]]:
        """At most `most` first days of months as ordinals, with their labels such as 2024-07."""
        months = max(1.0, self.days / 30.44)
        step = next((s for s in _STEPS if months / s <= most), _STEPS[-1])
        begin = date.fromordinal(max(1, int(self.start)))
        month = -(-(begin.year * 12 + begin.month - 1) // step) * step
        while month < 9999 * 12:
            day = date(month // 12, month % 12 + 1, 1).toordinal()
            if day > self.end:
                return
            if day >= self.start:
                yield day, f"{month // 12}" if step >= 12 else f"{month // 12}-{month % 12 + 1:02d}"
            month += step
