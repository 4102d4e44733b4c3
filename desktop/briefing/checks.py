"""What must hold between the records of a briefing, beyond what each cell can say alone."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop.briefing.briefing import Briefing
from desktop.briefing.circles import in_circles
from desktop.briefing.formulas import FormulaError, names_in, parse_formula
from desktop.briefing.language import tr
from desktop.briefing.panels import ITEM_TABLES, OWN_SLIDES, items_of, places_in
from desktop.briefing.records import RECORD_TYPES, Figure, Milestone, Panel, Record, table_columns
from desktop.briefing.units import unit

FIRST_ROW = 2
"""The number that a spreadsheet gives to the first row below the header."""


class Fault(NamedTuple):
    """What is wrong and what would be right (`message`), and where; `row` counts as a spreadsheet does, the
    header being row 1; 0 where the fault is the whole table's, and an empty `table` where it is the pack's."""

    table: str
    row: int
    column: str
    message: str


class Loaded(NamedTuple):
    """What came of loading: the briefing, or none and the faults; notices are worth saying but no fault."""

    briefing: Briefing | None
    faults: tuple[Fault, ...] = ()
    notices: tuple[str, ...] = ()


def cross_check(briefing: Briefing) -> Iterator[Fault]:
    """Every fault between records: ids, references, formulas, the order of milestones, panels."""
    for table in RECORD_TYPES:
        records = briefing.tables.get(table, ())
        yield from _duplicates(table, records)
        yield from _references(briefing, table, records)
    yield from _parents(briefing)
    yield from _figures(briefing)
    yield from _milestones(briefing)
    yield from _panels(briefing)
    yield from _shows(briefing)


def _duplicates(table: str, records: Sequence[Record]) -> Iterator[Fault]:
    if not records or not hasattr(records[0], "id"):
        return
    seen: dict[str, int] = {}
    for row, record in enumerate(records):
        identifier: str = getattr(record, "id", "")
        if identifier in seen:
            first = seen[identifier] + FIRST_ROW
            message = tr(
                "the id “{id}” already stands in row {row}; give each its own", id=identifier, row=first
            )
            yield Fault(table, row + FIRST_ROW, "id", message)
        else:
            seen[identifier] = row


def _references(briefing: Briefing, table: str, records: Sequence[Record]) -> Iterator[Fault]:
    for column in table_columns(table):
        if not column.refers:
            continue
        known = {getattr(r, "id", "") for r in briefing.tables.get(column.refers, ())} | {""}
        for row, record in enumerate(records):
            named: str = getattr(record, column.name)
            if named not in known:
                message = tr(
                    "“{id}” is not in {table}; add it there or correct it here", id=named, table=column.refers
                )
                yield Fault(table, row + FIRST_ROW, column.name, message)


def _parents(briefing: Briefing) -> Iterator[Fault]:
    above = {subject.id: [subject.parent] for subject in briefing.subjects if subject.parent}
    circular = in_circles(above)
    for row, subject in enumerate(briefing.subjects):
        if subject.id in circular:
            message = tr("“{id}” is its own parent, directly or through others", id=subject.id)
            yield Fault("subjects", row + FIRST_ROW, "parent", message)


def _figures(briefing: Briefing) -> Iterator[Fault]:
    uses: dict[str, list[str]] = {}
    for row, figure in enumerate(briefing.figures):
        fault = _figure_fault(figure)
        if fault:
            yield Fault("figures", row + FIRST_ROW, *fault)
        if figure.formula:
            try:
                uses[figure.id] = list(names_in(parse_formula(figure.formula)))
            except FormulaError as error:
                yield Fault("figures", row + FIRST_ROW, "formula", str(error))
                continue
            for name in uses[figure.id]:
                if briefing.find("figures", name) is None:
                    message = tr("the formula names the figure “{name}”, which does not exist", name=name)
                    yield Fault("figures", row + FIRST_ROW, "formula", message)
    circular = in_circles(uses)
    for name in uses:
        ref = briefing.find("figures", name)
        if ref and name in circular:
            message = tr("the formula of “{id}” leads back to itself", id=name)
            yield Fault("figures", ref.row + FIRST_ROW, "formula", message)


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


def _milestones(briefing: Briefing) -> Iterator[Fault]:
    last_done: dict[str, tuple[Milestone, int]] = {}
    for row, milestone in enumerate(briefing.milestones):
        if milestone.status == "done" and milestone.date and milestone.date.earliest:
            known = last_done.get(milestone.project)
            if (
                not known
                or ((known[0].date and known[0].date.earliest) or milestone.date.earliest)
                < milestone.date.earliest
            ):
                last_done[milestone.project] = (milestone, row)
    for row, milestone in enumerate(briefing.milestones):
        if milestone.status != "planned" or not milestone.date or not milestone.date.latest:
            continue
        done = last_done.get(milestone.project)
        if done and done[0].date and done[0].date.earliest and milestone.date.latest < done[0].date.earliest:
            message = tr(
                "“{stage}” is planned before “{done}” (row {row}), which is done already; check date and status",
                stage=milestone.stage,
                done=done[0].stage,
                row=done[1] + FIRST_ROW,
            )
            yield Fault("milestones", row + FIRST_ROW, "date", message)


def _panels(briefing: Briefing) -> Iterator[Fault]:
    places: dict[tuple[str, int], int] = {}
    for row, panel in enumerate(briefing.panels):
        first = places.setdefault((panel.page, panel.position), row)
        if first != row:
            message = tr(
                "the position {position} is taken by row {row}",
                position=panel.position,
                row=first + FIRST_ROW,
            )
            yield Fault("panels", row + FIRST_ROW, "position", message)
        tables = ITEM_TABLES[panel.kind]
        unknown = _unknown(briefing, (part for item in items_of(panel) for part in item), tables)
        for name in unknown:
            message = tr(
                "“{id}” is not in {table}; add it there or correct it here", id=name, table=" / ".join(tables)
            )
            yield Fault("panels", row + FIRST_ROW, "items", message)
        yield from (Fault("panels", row + FIRST_ROW, "items", told) for told in _drawn_alike(briefing, panel))
        for text in (panel.title, *panel.twins.values()):
            named = (place.removesuffix(".change") for place in places_in(text))
            for name in _unknown(briefing, named, ("figures",)):
                message = tr("the title names the figure “{id}”, which does not exist", id=name)
                yield Fault("panels", row + FIRST_ROW, "title", message)


def _drawn_alike(briefing: Briefing, panel: Panel) -> Iterator[str]:
    """What cannot be drawn to one scale: bars, or the targets of a structure, that measure different things; a ring
    of what is no share."""
    named = (briefing.figure(item[0]) for item in items_of(panel) if item)
    figures = [figure for figure in named if figure]
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
    if panel.kind == "ring" and figures and unit(figures[0].unit).family != "ratio":
        yield tr("a ring shows a share; “{id}” has to be in %, ‰ or 倍", id=figures[0].id)


def _unknown(briefing: Briefing, names: Iterable[str], tables: tuple[str, ...]) -> list[str]:
    return [name for name in names if all(briefing.find(table, name) is None for table in tables)]


def _shows(briefing: Briefing) -> Iterator[Fault]:
    if not briefing.panels:
        return  # they are composed from what the pack holds, so what a show names cannot be known here
    known = {f"{panel.page}/{panel.position}" for panel in briefing.panels}.union(OWN_SLIDES)
    for row, show in enumerate(briefing.shows):
        if show.panel not in known:
            message = tr("“{panel}” is no panel; write page/position, e.g. industry/1", panel=show.panel)
            yield Fault("shows", row + FIRST_ROW, "panel", message)
