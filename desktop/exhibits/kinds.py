"""The kinds of exhibit, as plain data; every surface draws these and nothing else.

An exhibit is what one panel shows. `Reading` is a figure ready to be shown: its words are exactly the source's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from decimal import Decimal
from typing import NamedTuple

from desktop.briefing.frozen import dataclass
from desktop.briefing.records import Ref
from desktop.quantities.dates import EdtfDate
from desktop.quantities.quantity import Bound
from desktop.quantities.wording import Words


class Reading(NamedTuple):
    """A figure as it is shown.

    label: what it is (the row or bar label); words: lead, number, unit, tail as written; value in the unit of the
    record, None where only growth is known; growth: e.g. "11.7%" with `rising` 1, 0 or −1; formula: spelled out
    for a derived figure; companions: further figures for the line below; period: in words; text: what a search looks
    through.
    """

    ref: Ref
    label: str
    words: Words
    value: Decimal | None
    unit: str
    bound: Bound
    status: str
    growth: str = ""
    rising: int = 0
    period: str = ""
    formula: str = ""
    subject: str = ""
    companions: "tuple[Reading, ...]" = ()
    text: str = ""


@dataclass(frozen=True, eq=False, repr=False, slots=True, weakref_slot=True)
class Exhibit:
    """What all kinds share: its place on the page and in the pack, its title and its script; `named` are the figures
    that the title names."""

    page: str
    position: int
    title: str
    span: int
    script: str = ""
    minutes: Decimal | None = None
    named: tuple[Reading, ...] = ()


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Cards(Exhibit):
    """Single figures, each big on a card of its own. The title stands above them where they are `headed`; the
    cards on top of a page follow its message and need no heading."""

    cards: Sequence[Reading] = ()
    headed: bool = True


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Bars(Exhibit):
    """Figures side by side, their values in one `unit`, whatever unit their words have; `upright` bars stand, others
    lie. The axis starts at zero. `least` and `most`: the values that the axis reaches to at least, where bars of the
    same chart stand elsewhere."""

    bars: tuple[Reading, ...] = ()
    unit: str = ""
    upright: bool = False
    least: Decimal = Decimal(0)
    most: Decimal = Decimal(0)


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Ring(Exhibit):
    """A share of a whole, its value in %, and figures that belong to it."""

    share: Reading | None = None
    beside: Sequence[Reading] = ()


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Dots(Exhibit):
    """How many of `total` things fall under each of several categories that may overlap."""

    total: Reading | None = None
    parts: Sequence[Reading] = ()


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Structure(Exhibit):
    """A core of named parts, and an open group beside it; `targets` are drawn below to one scale, their values in one
    unit, under the name of what they are targets of."""

    core: str = ""
    parts: tuple[str, ...] = ()
    share: Reading | None = None
    open_group: str = ""
    growth: Reading | None = None
    targets: tuple[Reading, ...] = ()
    targets_name: str = ""


class Stage(NamedTuple):
    """A milestone on a lane."""

    ref: Ref
    name: str
    date: EdtfDate | None
    done: bool
    note: str = ""


class Lane(NamedTuple):
    """A project and its stages in the order of time; undated ones come last. `text` is what a search looks through."""

    ref: Ref
    name: str
    caption: str
    stages: tuple[Stage, ...]
    text: str = ""


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Timeline(Exhibit):
    """Projects as lanes over a common axis of time."""

    lanes: Sequence[Lane] = ()
    as_of: EdtfDate | None = None


class Row(NamedTuple):
    """A row of a listing; `category` is what its chip is called, `text` what a search looks through."""

    ref: Ref
    cells: tuple[str, ...]
    text: str
    category: str = ""


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Listing(Exhibit):
    """A table of facilities or programmes; `columns` are the headings, without the one for the source;
    `categories` tell how many rows each of them has."""

    columns: tuple[str, ...] = ()
    rows: Sequence[Row] = ()
    categories: Mapping[str, int] = field(default_factory=dict)
    name: str = ""


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Failed(Exhibit):
    """In place of an exhibit that could not be made; `reason` says so in words."""

    reason: str = ""


def failed(exhibit: Exhibit, reason: str) -> Failed:
    """What stands in the place of `exhibit`."""
    return Failed(exhibit.page, exhibit.position, exhibit.title, exhibit.span, reason=reason)


class Page(NamedTuple):
    """The exhibits of one tab under its message; `named` are the figures that belong to the message, `on_top` is
    how many of them are the cards that follow it and are there at its first paint."""

    key: str
    name: str
    message: str
    subtitle: str
    exhibits: Sequence[Exhibit]
    script: str = ""
    named: tuple[Reading, ...] = ()
    on_top: int = 0

    @property
    def refs(self) -> tuple[Ref, ...]:
        return tuple(reading.ref for reading in self.named)
