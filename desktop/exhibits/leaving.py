"""An exhibit without some of its records, such as figures that nobody can prove."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from typing import Any

from desktop.briefing.records import Ref
from desktop.exhibits.kinds import Bars, Cards, Dots, Exhibit, Listing, Reading, Ring, Structure, Timeline


def left_out(exhibit: Exhibit, without: Collection[Ref]) -> Exhibit | None:
    """The exhibit without these records; None where nothing is left, or where its title, or what all the rest
    belongs to, is one of them."""
    leave = _LEAVE.get(type(exhibit))
    if any(reading.ref in without for reading in exhibit.named):
        return None
    return exhibit if leave is None else leave(exhibit, without)


def is_empty(exhibit: Exhibit) -> bool:
    """Whether there is nothing in the exhibit to be seen."""
    content = _CONTENT.get(type(exhibit))
    return content is not None and not getattr(exhibit, content)


def _kept(readings: Iterable[Reading], without: Collection[Ref]) -> tuple[Reading, ...]:
    """Those that stay, and of their companions those that stay."""
    return tuple(
        reading._replace(companions=_kept(reading.companions, without)) if reading.companions else reading
        for reading in readings
        if reading.ref not in without
    )


def _one(reading: Reading | None, without: Collection[Ref]) -> Reading | None:
    return next(iter(_kept([reading], without)), None) if reading is not None else None


def _cards(exhibit: Cards, without: Collection[Ref]) -> Exhibit | None:
    cards = _kept(exhibit.cards, without)
    return replace(exhibit, cards=cards) if cards else None


def _bars(exhibit: Bars, without: Collection[Ref]) -> Exhibit | None:
    bars = _kept(exhibit.bars, without)
    return replace(exhibit, bars=bars) if bars else None


def _ring(exhibit: Ring, without: Collection[Ref]) -> Exhibit | None:
    share = _one(exhibit.share, without)
    return replace(exhibit, share=share, beside=_kept(exhibit.beside, without)) if share else None


def _dots(exhibit: Dots, without: Collection[Ref]) -> Exhibit | None:
    total, parts = _one(exhibit.total, without), _kept(exhibit.parts, without)
    return replace(exhibit, total=total, parts=parts) if total and parts else None


def _structure(exhibit: Structure, without: Collection[Ref]) -> Exhibit | None:
    return replace(
        exhibit,
        share=_one(exhibit.share, without),
        growth=_one(exhibit.growth, without),
        targets=_kept(exhibit.targets, without),
    )


def _timeline(exhibit: Timeline, without: Collection[Ref]) -> Exhibit | None:
    """A project that loses all of its milestones goes with them; one that never had any stays."""
    lanes = []
    for lane in exhibit.lanes:
        stages = tuple(stage for stage in lane.stages if stage.ref not in without)
        if lane.ref not in without and (stages or not lane.stages):
            lanes.append(lane._replace(stages=stages))
    return replace(exhibit, lanes=lanes) if lanes else None


def _listing(exhibit: Listing, without: Collection[Ref]) -> Exhibit | None:
    rows = [row for row in exhibit.rows if row.ref not in without]
    counts = dict.fromkeys(exhibit.categories, 0)
    for row in rows:
        if row.category in counts:
            counts[row.category] += 1
    kept = {name: count for name, count in counts.items() if count}
    return replace(exhibit, rows=rows, categories=kept) if rows else None


_CONTENT: Mapping[type[Exhibit], str] = {
    Cards: "cards",
    Bars: "bars",
    Ring: "share",
    Dots: "total",
    Timeline: "lanes",
    Listing: "rows",
}
_LEAVE: Mapping[type[Exhibit], Callable[[Any, Collection[Ref]], Exhibit | None]] = {
    Cards: _cards,
    Bars: _bars,
    Ring: _ring,
    Dots: _dots,
    Structure: _structure,
    Timeline: _timeline,
    Listing: _listing,
}
