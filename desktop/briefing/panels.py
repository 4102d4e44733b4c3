"""How a panel's `items` and the {places} in its title are read.

Items are ids, separated by spaces. In cards, `a+b` shows the figures after the plus sign in the note line of
the first. A title may name figures: {fdi_2024} is the figure as its source writes it, {fdi_2024.change} its growth.
"""

import re
from collections.abc import Iterator, Mapping

from desktop.briefing.records import Panel

ITEM_TABLES: Mapping[str, tuple[str, ...]] = {
    "message": ("figures",),
    "cards": ("figures",),
    "columns": ("figures",),
    "bars": ("figures",),
    "ring": ("figures",),
    "dots": ("figures",),
    "structure": ("subjects", "figures"),
    "timeline": ("projects",),
    "facilities": ("facilities",),
    "programmes": ("programmes",),
}

OWN_SLIDES = ("cover", "sources")
"""Slides that no panel stands behind; a show may name them as it names a panel by page/position."""

_PLACE = re.compile(r"\{([^{}\s]{1,110})\}")


def items_of(panel: Panel) -> list[list[str]]:
    """The panel's items; each a list of one id, or of several where they are joined by a plus sign."""
    return [[part for part in item.split("+") if part] for item in panel.items.split()]


def firsts_of(panel: Panel) -> list[str]:
    """The first id of each of the panel's items."""
    if "+" not in panel.items:
        return panel.items.split()
    return [item[0] for item in items_of(panel) if item]


def names_of(panel: Panel) -> list[str]:
    """All ids that the panel's items name, in their order."""
    return panel.items.replace("+", " ").split()


def places_in(title: str) -> Iterator[str]:
    """The figures that a title names, each with .change where that is meant."""
    for match in _PLACE.finditer(title):
        yield match[1]


def fill(title: str, values: Mapping[str, str]) -> str:
    """The title with each {place} filled from `values`; one that is unknown stays as it is written."""
    return _PLACE.sub(lambda match: values.get(match[1], match[0]), title)
