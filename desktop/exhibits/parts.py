"""An exhibit → the parts that each fill one slide. Nothing is left out, nothing is shrunk to fit.

How much fits is counted for a slide of 4 : 3, the narrowest usual screen, whose type is sized from its height.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any, TypeVar

from desktop.exhibits.kinds import Bars, Cards, Dots, Exhibit, Lane, Listing, Ring, Timeline

MOST_CARDS = 4
MOST_BARS = 6
MOST_DOT_ROWS = 5
MOST_BESIDE = 3
MOST_STAGES = 7
MOST_LINES = 9
"""Lines of a table; a row takes more than one where its text is long."""
LINE_CHARACTERS = 22
"""Chinese characters in a line of a table's widest column; two Latin ones count as one."""

_T = TypeVar("_T")


def parts_of(exhibit: Exhibit) -> list[Exhibit]:
    """The exhibit itself where it fits on one slide, or its parts, as even as can be."""
    split: Callable[[Any], Iterator[Exhibit]] | None = _SPLIT.get(type(exhibit))
    return list(split(exhibit)) or [exhibit] if split else [exhibit]


def even(items: Sequence[_T], most: int) -> list[tuple[_T, ...]]:
    """`items` in order, in as few groups of at most `most` as there must be, as even as can be."""
    groups = -(-len(items) // most)
    bounds = [round(n * len(items) / groups) for n in range(groups + 1)] if groups else []
    return [tuple(items[a:b]) for a, b in pairwise(bounds)]


def _cards(exhibit: Cards) -> Iterator[Exhibit]:
    for cards in even(exhibit.cards, MOST_CARDS):
        yield replace(exhibit, cards=cards, headed=False)


def _bars(exhibit: Bars) -> Iterator[Exhibit]:
    for bars in even(exhibit.bars, MOST_BARS):
        yield replace(exhibit, bars=bars)


def _dots(exhibit: Dots) -> Iterator[Exhibit]:
    for parts in even(exhibit.parts, MOST_DOT_ROWS):
        yield replace(exhibit, parts=parts)


def _ring(exhibit: Ring) -> Iterator[Exhibit]:
    for beside in even(exhibit.beside, MOST_BESIDE):
        yield replace(exhibit, beside=beside)


def _timeline(exhibit: Timeline) -> Iterator[Exhibit]:
    """Lanes while their stages fit together; a lane with more stages than fit goes on over several slides."""
    group: list[Lane] = []
    for lane in _short_lanes(exhibit.lanes):
        if group and sum(map(_weight, (*group, lane))) > MOST_STAGES:
            yield replace(exhibit, lanes=tuple(group))
            group = []
        group.append(lane)
    if group:
        yield replace(exhibit, lanes=tuple(group))


def _weight(lane: Lane) -> int:
    """How much of a slide's height a lane takes, in stages; even a lane with few has its name and its bar."""
    return max(2, len(lane.stages))


def _short_lanes(lanes: Sequence[Lane]) -> Iterator[Lane]:
    for lane in lanes:
        if len(lane.stages) <= MOST_STAGES:
            yield lane
        else:
            yield from (replace(lane, stages=stages) for stages in even(lane.stages, MOST_STAGES))


def _listing(exhibit: Listing) -> Iterator[Exhibit]:
    start, used = 0, 0
    for number, row in enumerate(exhibit.rows):
        lines = max(map(lines_of, row.cells), default=1)
        if number > start and used + lines > MOST_LINES:
            yield replace(exhibit, rows=exhibit.rows[start:number])
            start, used = number, 0
        used += lines
    if exhibit.rows:
        yield replace(exhibit, rows=exhibit.rows[start:])


def lines_of(text: str) -> int:
    """How many lines a text takes in a table."""
    width = sum(0.55 if ord(character) < 0x2E80 else 1.0 for character in text)
    return max(1, -(-int(width) // LINE_CHARACTERS))


_SPLIT: Mapping[type[Exhibit], Callable[[Any], Iterator[Exhibit]]] = {
    Cards: _cards,
    Bars: _bars,
    Dots: _dots,
    Ring: _ring,
    Timeline: _timeline,
    Listing: _listing,
}
