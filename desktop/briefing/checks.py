"""What must hold between the records of a briefing, beyond what each cell can say alone."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from desktop.briefing.briefing import Briefing
from desktop.briefing.circles import in_circles
from desktop.briefing.panels import ITEM_TABLES, OWN_SLIDES, firsts_of, names_of, places_in
from desktop.briefing.records import RECORD_TYPES, Figure, Panel, Record, table_columns
from desktop.briefing.schedule import out_of_order
from desktop.quantities.formulas import FormulaError, names_in, parse_formula
from desktop.quantities.language import tr
from desktop.quantities.units import unit

_DRAWN_ALIKE = ("bars", "columns", "structure", "ring")
"""The kinds of panel whose figures have to have something in common."""
FIRST_ROW = 2
"""The number that a spreadsheet gives to the first row below the header."""


class Fault(NamedTuple):
    """What is wrong and what would be right (`message`), and where; `row` counts as a spreadsheet does, the
    header being row 1; 0 where the fault is the whole table's, and an empty `table` where it is the pack's."""

    table: str
    row: int
    column: str
    message: str


def told(fault: Fault) -> str:
    """A fault with where it stands, e.g. figures.csv, row 7, quote: …"""
    where = f"{fault.table}.csv" if fault.table else ""
    if fault.row:
        where += tr(", row {row}", row=fault.row)
    if fault.column:
        where += tr(", {column}", column=fault.column)
    return one_line(f"{where}: {fault.message}" if where else fault.message)


def one_line(text: str) -> str:
    """The text with a space in place of each line break that it quotes."""
    return " ".join(text.splitlines())


def summary(faults: Sequence[Fault]) -> str:
    """The first of faults in a sentence, with how many there are where there are more."""
    if len(faults) == 1:
        return told(faults[0])
    return tr("{count} faults, the first: {fault}", count=len(faults), fault=told(faults[0]))


class Loaded(NamedTuple):
    """What came of loading: the briefing, or none and the faults; notices are worth saying but no fault."""

    briefing: Briefing | None
    faults: tuple[Fault, ...] = ()
    notices: tuple[str, ...] = ()


class Rows(NamedTuple):
    """How the records of a table were read. `numbers` are their rows as a spreadsheet counts them, where these are not
    simply the rows from the second on; `doubtful` the places of the records that hold cells which could not be read,
    and are empty in them; `is_partial` where there may be more ids than were read."""

    numbers: Sequence[int] = ()
    doubtful: Collection[int] = frozenset()
    is_partial: bool = False

    def number(self, place: int) -> int:
        return self.numbers[place] if self.numbers else place + FIRST_ROW


_ALL_READ = Rows()


def cross_check(briefing: Briefing, rows: Mapping[str, Rows] = MappingProxyType({})) -> Iterator[Fault]:
    """Every fault between records: ids, references, formulas, the order of milestones, panels. What follows only from
    a cell that could not be read, which `rows` tell of by table, is none."""
    return _Checks(briefing, rows).faults()


class _Checks:
    def __init__(self, briefing: Briefing, rows: Mapping[str, Rows]) -> None:
        self.briefing = briefing
        self._rows = rows

    @cached_property
    def _families(self) -> Mapping[str, str]:
        """What each figure that has a length measures, by its id."""
        of_unit = {
            symbol: unit(symbol).family for symbol in {figure.unit for figure in self.briefing.figures}
        }
        return {f.id: of_unit[f.unit] for f in self.briefing.figures if f.value is not None or f.formula}

    def rows(self, table: str) -> Rows:
        return self._rows.get(table, _ALL_READ)

    def is_doubtful(self, table: str, place: int) -> bool:
        return place in self.rows(table).doubtful

    def fault(self, table: str, place: int, column: str, message: str) -> Fault:
        return Fault(table, self.rows(table).number(place), column, message)

    def faults(self) -> Iterator[Fault]:
        for table in RECORD_TYPES:
            records = self.briefing.tables.get(table, ())
            yield from self._duplicates(table, records)
            yield from self._references(table, records)
        yield from self._parents()
        yield from self._figures()
        yield from self._milestones()
        yield from self._panels()
        yield from self._shows()

    def _duplicates(self, table: str, records: Sequence[Record]) -> Iterator[Fault]:
        if not records or not hasattr(records[0], "id"):
            return
        seen: dict[str, int] = {}
        for row, record in enumerate(records):
            identifier: str = getattr(record, "id", "")
            if not identifier:
                continue
            if identifier in seen:
                first = self.rows(table).number(seen[identifier])
                message = tr(
                    "the id “{id}” already stands in row {row}; give each its own", id=identifier, row=first
                )
                yield self.fault(table, row, "id", message)
            else:
                seen[identifier] = row

    def _references(self, table: str, records: Sequence[Record]) -> Iterator[Fault]:
        for column in table_columns(table):
            if not column.refers or self.rows(column.refers).is_partial:
                continue
            known = {getattr(r, "id", "") for r in self.briefing.tables.get(column.refers, ())} | {""}
            for row, record in enumerate(records):
                named: str = getattr(record, column.name)
                if named not in known:
                    message = tr(
                        "“{id}” is not in {table}; add it there or correct it here",
                        id=named,
                        table=column.refers,
                    )
                    yield self.fault(table, row, column.name, message)

    def _parents(self) -> Iterator[Fault]:
        above = {subject.id: [subject.parent] for subject in self.briefing.subjects if subject.parent}
        circular = in_circles(above)
        for row, subject in enumerate(self.briefing.subjects):
            if subject.id in circular:
                message = tr("“{id}” is its own parent, directly or through others", id=subject.id)
                yield self.fault("subjects", row, "parent", message)

    def _figures(self) -> Iterator[Fault]:
        uses: dict[str, list[str]] = {}
        for row, figure in enumerate(self.briefing.figures):
            fault = None if self.is_doubtful("figures", row) else _figure_fault(figure)
            if fault:
                yield self.fault("figures", row, *fault)
            if figure.formula:
                try:
                    uses[figure.id] = list(names_in(parse_formula(figure.formula)))
                except FormulaError as error:
                    yield self.fault("figures", row, "formula", str(error))
                    continue
                for name in self._unknown(uses[figure.id], ("figures",)):
                    message = tr("the formula names the figure “{name}”, which does not exist", name=name)
                    yield self.fault("figures", row, "formula", message)
        circular = in_circles(uses)
        for name in uses:
            ref = self.briefing.find("figures", name)
            if ref and name in circular:
                message = tr("the formula of “{id}” leads back to itself", id=name)
                yield self.fault("figures", ref.row, "formula", message)

    def _milestones(self) -> Iterator[Fault]:
        certain = [
            (row, milestone)
            for row, milestone in enumerate(self.briefing.milestones)
            if not self.is_doubtful("milestones", row)
        ]
        for (row, planned), (other, done) in out_of_order(certain):
            message = tr(
                "“{stage}” is planned before “{done}” (row {row}), which is done already; check date and status",
                stage=planned.stage,
                done=done.stage,
                row=self.rows("milestones").number(other),
            )
            yield self.fault("milestones", row, "date", message)

    def _panels(self) -> Iterator[Fault]:
        places: dict[tuple[str, int], int] = {}
        for row, panel in enumerate(self.briefing.panels):
            first = places.setdefault((panel.page, panel.position), row) if _is_placed(panel) else row
            if first != row:
                message = tr(
                    "the position {position} is taken by row {row}",
                    position=panel.position,
                    row=self.rows("panels").number(first),
                )
                yield self.fault("panels", row, "position", message)
            tables = ITEM_TABLES.get(panel.kind, ())  # none where the kind could not be read
            for name in self._unknown(names_of(panel), tables):
                message = tr(
                    "“{id}” is not in {table}; add it there or correct it here",
                    id=name,
                    table=" / ".join(tables),
                )
                yield self.fault("panels", row, "items", message)
            if panel.kind in _DRAWN_ALIKE:
                yield from (self.fault("panels", row, "items", told) for told in self._drawn_alike(panel))
            for text in (panel.title, *panel.twins.values()):
                named = [place.removesuffix(".change") for place in places_in(text)]
                for name in self._unknown(named, ("figures",)):
                    message = tr("the title names the figure “{id}”, which does not exist", id=name)
                    yield self.fault("panels", row, "title", message)

    def _drawn_alike(self, panel: Panel) -> Iterator[str]:
        """What cannot be drawn to one scale: bars, or the targets of a structure, that measure different things; a ring
        of what is no share."""
        firsts = firsts_of(panel)
        if panel.kind != "ring" and len({self._families.get(name) for name in firsts} - {None}) < 2:
            return
        refs = [self.briefing.find("figures", name) for name in firsts]
        figures = [self.briefing.figures[ref.row] for ref in refs if ref and not self.is_doubtful(*ref)]
        if panel.kind in ("bars", "columns", "structure"):
            compared = [f for f in figures if f.status == "target" or panel.kind != "structure"]
            compared = [f for f in compared if f.value is not None or f.formula]
            families = {unit(figure.unit).family: figure for figure in compared}
            if len(families) > 1:
                one, other = list(families.values())[:2]
                yield tr(
                    "“{id}” in {unit} and “{other}” in {other_unit} have no scale in common; show them in two panels",
                    id=one.id,
                    unit=one.unit or "—",
                    other=other.id,
                    other_unit=other.unit or "—",
                )
        if panel.kind != "ring" or not refs or not refs[0] or self.is_doubtful(*refs[0]):
            return
        if unit(figures[0].unit).family != "ratio":
            yield tr("a ring shows a share; “{id}” has to be in %, ‰ or 倍", id=figures[0].id)

    def _unknown(self, names: Sequence[str], tables: tuple[str, ...]) -> list[str]:
        """The names that stand in none of the tables; none where these could not be read whole."""
        if not tables or any(self.rows(table).is_partial for table in tables):
            return []
        unknown = set(names).difference(*map(self.briefing.places, tables))
        return [name for name in names if name in unknown] if unknown else []

    def _shows(self) -> Iterator[Fault]:
        """Without panels they are composed from what the pack holds, so what a show names cannot be known here."""
        panels = self.briefing.panels
        if not panels or self.rows("panels").is_partial or not all(map(_is_placed, panels)):
            return
        known = {f"{panel.page}/{panel.position}" for panel in panels}.union(OWN_SLIDES)
        for row, show in enumerate(self.briefing.shows):
            if show.panel and show.panel not in known:
                message = tr("“{panel}” is no panel; write page/position, e.g. industry/1", panel=show.panel)
                yield self.fault("shows", row, "panel", message)


def _figure_fault(figure: Figure) -> tuple[str, str] | None:
    if figure.formula and figure.value is not None:
        return "value", tr("a figure with a formula is worked out by the app; leave its value empty")
    if figure.formula and figure.status != "derived":
        return "status", tr("a figure with a formula has the status derived")
    if not figure.formula and figure.status == "derived":
        return "formula", tr("a derived figure needs a formula, e.g. spending / share")
    if not figure.formula and figure.value is None and figure.change is None:
        return "value", tr("a figure needs a value, a growth or a formula")
    if figure.upper is not None and (figure.value is None or figure.upper <= figure.value):
        return "upper", tr("the upper end of a range has to be larger than the value, which is its lower end")
    return None


def _is_placed(panel: Panel) -> bool:
    """Whether its page and position could be read; a position that could not is None."""
    return bool(panel.page) and isinstance(panel.position, int)
