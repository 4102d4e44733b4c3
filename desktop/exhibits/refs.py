"""Which records an exhibit shows: what the citation panel lists."""

from collections.abc import Iterator

from desktop.briefing.records import Ref
from desktop.exhibits.kinds import (
    Bars,
    Cards,
    Dots,
    Exhibit,
    Listing,
    Page,
    Reading,
    Ring,
    Structure,
    Timeline,
)


def readings_in(exhibit: Exhibit) -> Iterator[Reading]:
    """The figures that an exhibit draws, in the order in which they are read, each with its companions behind it."""
    for reading in _drawn(exhibit):
        yield reading
        yield from reading.companions


def _drawn(exhibit: Exhibit) -> Iterator[Reading]:
    match exhibit:
        case Cards():
            yield from exhibit.cards
        case Bars():
            yield from exhibit.bars
        case Ring():
            yield from ([exhibit.share] if exhibit.share else [])
            yield from exhibit.beside
        case Dots():
            yield from ([exhibit.total] if exhibit.total else [])
            yield from exhibit.parts
        case Structure():
            yield from (r for r in (exhibit.share, exhibit.growth) if r)
            yield from exhibit.targets


def readings_of(page: Page) -> list[Reading]:
    """The figures of a page, each once, those of its titles too."""
    found = {reading.ref: reading for reading in page.named}
    for exhibit in page.exhibits:
        found.update((r.ref, r) for r in (*exhibit.named, *readings_in(exhibit)) if r.ref not in found)
    return list(found.values())


def entries_of(exhibit: Exhibit) -> Iterator[Ref]:
    """What an exhibit shows besides figures: projects and their stages, facilities, programmes."""
    if isinstance(exhibit, Timeline):
        for lane in exhibit.lanes:
            yield lane.ref
            yield from (stage.ref for stage in lane.stages)
    elif isinstance(exhibit, Listing):
        yield from (row.ref for row in exhibit.rows)
