"""Facilities and programmes → listings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from desktop.briefing.briefing import Briefing
from desktop.briefing.records import Facility, Programme, Ref
from desktop.exhibits.kinds import Listing, Row
from desktop.quantities.dates import label_date
from desktop.quantities.language import mark, tr

_R = TypeVar("_R", Facility, Programme)

STATUS_WORDS: Mapping[str, str] = {
    "operating": mark("in operation"),
    "opened": mark("opened"),
    "completed": mark("completed"),
    "allotted": mark("allotted"),
    "building": mark("under construction"),
    "planned": mark("planned"),
}


def facility_listing(
    briefing: Briefing, named: Sequence[str], language: str, shared: Mapping[str, Any]
) -> Listing:
    """The facilities that are named, or all of them, with their categories as chips."""
    words = {key: tr(word) for key, word in STATUS_WORDS.items()}
    rows = tuple(
        _facility(n, facility, language, words)
        for n, facility in _wanted(briefing, "facilities", briefing.facilities, named)
    )
    return Listing(
        **shared,
        columns=(tr("Facility"), tr("Category"), tr("Community"), tr("State"), tr("Note")),
        rows=rows,
        categories=Counter(row.category for row in rows if row.category),
        name="facilities",
    )


def _facility(number: int, facility: Facility, language: str, words: Mapping[str, str]) -> Row:
    category = facility.text("category", language)
    state = words.get(facility.status, "")
    if facility.opened:
        state = f"{label_date(facility.opened, language)} {state}".rstrip()
    cells = (
        facility.text("name", language),
        category,
        facility.text("community", language),
        state,
        facility.text("note", language),
    )
    return _row(Ref("facilities", number), cells, category)


def _row(ref: Ref, cells: tuple[str, ...], category: str = "") -> Row:
    return Row(ref, cells, "\n".join(cells).casefold(), category)


def programme_listing(
    briefing: Briefing, named: Sequence[str], page: str, language: str, shared: Mapping[str, Any]
) -> Listing:
    """The programmes that are named, or all of the page."""
    wanted = _wanted(briefing, "programmes", briefing.programmes, named)
    rows = tuple(
        _row(Ref("programmes", n), (programme.text("name", language), programme.text("summary", language)))
        for n, programme in wanted
        if named or programme.page == page
    )
    return Listing(**shared, columns=(tr("Programme"), tr("Content")), rows=rows, name="programmes")


def _wanted(
    briefing: Briefing, table: str, records: Sequence[_R], named: Sequence[str]
) -> Sequence[tuple[int, _R]]:
    if not named:
        return list(enumerate(records))
    refs = (briefing.find(table, name) for name in named)
    return [(ref.row, records[ref.row]) for ref in refs if ref]
