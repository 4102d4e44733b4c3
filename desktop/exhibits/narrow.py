"""An exhibit → what of it has to do with the words that are searched for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from desktop.exhibits.kinds import Bars, Cards, Dots, Exhibit, Reading, Ring, Structure, Timeline
from desktop.exhibits.readings import spaced


def reading_text(reading: Reading) -> str:
    """All that is said of a figure, for searching."""
    parts = (
        reading.label,
        reading.subject,
        reading.words.text,
        spaced(reading.words),
        reading.growth,
        *map(reading_text, reading.companions),
    )
    return " ".join((*parts, reading.period)).casefold()


def narrow(exhibit: Exhibit, needle: str) -> Exhibit | None:
    """The exhibit with only what holds `needle` (case aside); None where nothing does; whole for no needle.

    A title that holds the needle keeps the whole exhibit. Listings filter their rows themselves.
    """
    wanted = needle.strip().casefold()
    if not wanted or wanted in exhibit.title.casefold():
        return exhibit
    narrower = _NARROWED.get(type(exhibit))
    return narrower(exhibit, wanted) if narrower else exhibit


def _has(reading: Reading | None, needle: str) -> bool:
    return reading is not None and needle in reading_text(reading)


def _cards(exhibit: Cards, needle: str) -> Exhibit | None:
    kept = tuple(card for card in exhibit.cards if _has(card, needle))
    return replace(exhibit, cards=kept) if kept else None


def _bars(exhibit: Bars, needle: str) -> Exhibit | None:
    kept = tuple(bar for bar in exhibit.bars if _has(bar, needle))
    return replace(exhibit, bars=kept) if kept else None


def _ring(exhibit: Ring, needle: str) -> Exhibit | None:
    return exhibit if any(_has(r, needle) for r in (exhibit.share, *exhibit.beside)) else None


def _dots(exhibit: Dots, needle: str) -> Exhibit | None:
    kept = tuple(part for part in exhibit.parts if _has(part, needle))
    return replace(exhibit, parts=kept) if kept else exhibit if _has(exhibit.total, needle) else None


def _structure(exhibit: Structure, needle: str) -> Exhibit | None:
    names = " ".join((exhibit.core, exhibit.open_group, *exhibit.parts)).casefold()
    found = any(_has(r, needle) for r in (exhibit.share, exhibit.growth, *exhibit.targets))
    return exhibit if found or needle in names else None


def _timeline(exhibit: Timeline, needle: str) -> Exhibit | None:
    kept = tuple(lane for lane in exhibit.lanes if needle in lane.text)
    return replace(exhibit, lanes=kept) if kept else None


_NARROWED: Mapping[type[Exhibit], Callable[[Any, str], Exhibit | None]] = {
    Cards: _cards,
    Bars: _bars,
    Ring: _ring,
    Dots: _dots,
    Structure: _structure,
    Timeline: _timeline,
}
