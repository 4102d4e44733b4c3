"""An exhibit → what of it has to do with the words that are searched for."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from desktop.exhibits.kinds import Bars, Cards, Dots, Exhibit, Reading, Ring, Structure, Timeline
from desktop.exhibits.readings import STATUS_WORDS, note_parts, spaced
from desktop.quantities.language import tr


def reading_text(reading: Reading) -> str:
    """All that is said of a figure, for searching: on its exhibit and in its tool tip."""
    parts = (
        reading.label,
        reading.subject,
        reading.words.text,
        spaced(reading.words),
        reading.growth,
        tr(STATUS_WORDS[reading.status]) if reading.status in STATUS_WORDS else "",
        *note_parts(reading),
        *map(reading_text, reading.companions),
    )
    return " ".join(parts).casefold()


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


def _has(reading: Reading | None, needle: str) -> bool:
    return reading is not None and holds(reading_text(reading), needle)


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
    names = " ".join((exhibit.core, exhibit.open_group, *exhibit.parts))
    found = any(_has(r, needle) for r in (exhibit.share, exhibit.growth, *exhibit.targets))
    return exhibit if found or holds(names, needle) else None


def _timeline(exhibit: Timeline, needle: str) -> Exhibit | None:
    kept = exhibit.lanes
    for word in needle.casefold().split():  # a pass for each word is quicker than all words for each lane
        kept = [lane for lane in kept if word in lane.text]
    return replace(exhibit, lanes=tuple(kept)) if kept else None


_NARROWED: Mapping[type[Exhibit], Callable[[Any, str], Exhibit | None]] = {
    Cards: _cards,
    Bars: _bars,
    Ring: _ring,
    Dots: _dots,
    Structure: _structure,
    Timeline: _timeline,
}
