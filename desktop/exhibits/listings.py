"""Facilities and programmes → listings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from desktop.briefing.briefing import Briefing
from desktop.briefing.records import Ref
from desktop.exhibits.items import Items, once
from desktop.exhibits.kinds import Listing, Row
from desktop.quantities.dates import label_date
from desktop.quantities.language import mark, tr

STATUS_WORDS: Mapping[str, str] = {
    "operating": mark("in operation"),
    "opened": mark("opened"),
    "completed": mark("completed"),
    "allotted": mark("allotted"),
    "building": mark("under construction"),
    "planned": mark("planned"),
}


class Listings:
    """The listings of a briefing, in one language; each row is made when it is first wanted."""

    def __init__(self, briefing: Briefing, language: str) -> None:
        self._briefing, self._language = briefing, language
        self._words = {key: tr(word) for key, word in STATUS_WORDS.items()}
        self._facility_of, self._programme_of = once(self._facility), once(self._programme)

    def facilities(self, named: Sequence[str], shared: Mapping[str, Any]) -> Listing:
        """The facilities that are named, or all of them, with their categories as chips."""
        numbers = self._wanted("facilities", named)
        rows = Items(numbers, self._facility_of) if named else self._every_facility
        records, language = self._briefing.facilities, self._language
        categories = Counter(records[number].text("category", language) for number in numbers)
        del categories[""]
        return Listing(
            **shared,
            columns=(tr("Facility"), tr("Category"), tr("Community"), tr("State"), tr("Note")),
            rows=rows,
            categories=categories,
            name="facilities",
        )

    def programmes(self, named: Sequence[str], page: str, shared: Mapping[str, Any]) -> Listing:
        """The programmes that are named, or all of the page."""
        records = self._briefing.programmes
        numbers = [n for n in self._wanted("programmes", named) if named or records[n].page == page]
        rows = Items(numbers, self._programme_of)
        return Listing(**shared, columns=(tr("Programme"), tr("Content")), rows=rows, name="programmes")

    @cached_property
    def _every_facility(self) -> Sequence[Row]:
        """There may be very many, which are looked through at every key."""
        return tuple(map(self._facility, range(len(self._briefing.facilities))))

    def _wanted(self, table: str, named: Sequence[str]) -> Sequence[int]:
        if not named:
            return range(len(self._briefing.tables.get(table, ())))
        return [row for row in map(self._briefing.places(table).get, named) if row is not None]

    def _facility(self, number: int) -> Row:
        facility, language = self._briefing.facilities[number], self._language
        category = facility.text("category", language)
        state = self._words.get(facility.status, "")
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

    def _programme(self, number: int) -> Row:
        programme, language = self._briefing.programmes[number], self._language
        return _row(
            Ref("programmes", number), (programme.text("name", language), programme.text("summary", language))
        )


def _row(ref: Ref, cells: tuple[str, ...], category: str = "") -> Row:
    return Row(ref, cells, "\n".join(cells).casefold(), category)
