"""An exhibit → what of it has to do with the words that are searched for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from desktop.exhibits.kinds import (
    Bars,
    Cards,
    Dots,
    Exhibit,
    Lane,
    Listing,
    Reading,
    Ring,
    Structure,
    Timeline,
)


def holds(text: str, needle: str) -> bool:
    """Whether every word of `needle` is in `text`, case aside; as lists look for words, too."""
    folded = text.casefold()
    return all(word in folded for word in needle.casefold().split())


def narrow(exhibit: Exhibit, needle: str) -> Exhibit | None:
    """The exhibit with only what holds every word of `needle`; None where nothing does; whole for no needle.

    A title that holds the words keeps the whole exhibit. Listings filter their rows themselves.
    """
    if holds(exhibit.title, needle):
        return exhibit
    narrower = _NARROWED.get(type(exhibit))
    return narrower(exhibit, needle) if narrower else exhibit


def leaves_rows(listing: Listing, needle: str) -> bool:
    """Whether there is a row of the listing that holds every word of `needle`, or its title does."""
    words = needle.casefold().split()
    return holds(listing.title, needle) or any(all(w in row.text for w in words) for row in listing.rows)


_T = TypeVar("_T", Reading, Lane)


def _has(reading: Reading | None, needle: str) -> bool:
    return reading is not None and all(word in reading.text for word in needle.casefold().split())


def _matching(items: Sequence[_T], needle: str) -> tuple[_T, ...]:
    for word in needle.casefold().split():  # a pass for each word is quicker than all words for each item
        items = [item for item in items if word in item.text]
    return tuple(items)


def _cards(exhibit: Cards, needle: str) -> Exhibit | None:
    kept = _matching(exhibit.cards, needle)
    return replace(exhibit, cards=kept) if kept else None


def _bars(exhibit: Bars, needle: str) -> Exhibit | None:
    kept = _matching(exhibit.bars, needle)
    return replace(exhibit, bars=kept) if kept else None


def _ring(exhibit: Ring, needle: str) -> Exhibit | None:
    return exhibit if any(_has(r, needle) for r in (exhibit.share, *exhibit.beside)) else None


def _dots(exhibit: Dots, needle: str) -> Exhibit | None:
    kept = _matching(exhibit.parts, needle)
    return replace(exhibit, parts=kept) if kept else exhibit if _has(exhibit.total, needle) else None


def _structure(exhibit: Structure, needle: str) -> Exhibit | None:
    names = " ".join((exhibit.core, exhibit.open_group, *exhibit.parts))
    found = any(_has(r, needle) for r in (exhibit.share, exhibit.growth, *exhibit.targets))
    return exhibit if found or holds(names, needle) else None


def _timeline(exhibit: Timeline, needle: str) -> Exhibit | None:
    kept = _matching(exhibit.lanes, needle)
    return replace(exhibit, lanes=kept) if kept else None


_NARROWED: Mapping[type[Exhibit], Callable[[Any, str], Exhibit | None]] = {
    Cards: _cards,
    Bars: _bars,
    Ring: _ring,
    Dots: _dots,
    Structure: _structure,
    Timeline: _timeline,
}
