"""Which record of a newer reading of a pack is the one that was meant: by its id, or by what it says where its table has
none."""

from collections.abc import Iterable, Mapping, Sequence

from desktop.briefing.briefing import Briefing
from desktop.briefing.records import Milestone, Panel, Record, Ref, table_columns

_NAMES: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "milestones": (("project", "stage"),),
    "panels": (("page", "kind", "title"), ("page", "kind", "items"), ("page", "position", "kind")),
}
"""What a record without an id is known by where not all of it is as it was, the surest first."""
_PLACED = ("position",)
"""Says where a record stands, not which it is."""


def follow(ref: Ref, before: Briefing, after: Briefing) -> Ref | None:
    """Where the record that `ref` names in one reading stands in another; None where it is gone, or where several could
    be it."""
    record = before.record(ref)
    identifier = getattr(record, "id", "")
    if identifier:
        return after.find(ref.table, identifier)
    here, there = _kin(before, ref.table, record), _kin(after, ref.table, record)
    was, now = before.tables[ref.table], after.tables.get(ref.table, ())
    found = _paired(ref.table, [was[row] for row in here], [now[row] for row in there])
    place = found.get(here.index(ref.row))
    return None if place is None else Ref(ref.table, there[place])


def moved_panels(before: Sequence[Panel], after: Sequence[Panel]) -> dict[str, str]:
    """Where panels stand in another reading, each as page/position; those that are gone are not in it."""
    found = _paired(Panel.table, before, after)
    return {_place(before[was]): _place(after[now]) for was, now in found.items()}


def _place(panel: Panel) -> str:
    return f"{panel.page}/{panel.position}"


def _kin(briefing: Briefing, table: str, record: Record) -> Sequence[int]:
    """The rows among which the record is to be told from others."""
    if isinstance(record, Milestone):
        return briefing.milestones_of.get(record.project, ())
    return range(len(briefing.tables.get(table, ())))


def _paired(table: str, before: Sequence[Record], after: Sequence[Record]) -> dict[int, int]:
    """By place, which record is which: first those that say the same, in their order; then those of the same name,
    where no other on either side has it."""
    found: dict[int, int] = {}
    whole = tuple(column.name for column in table_columns(table) if column.name not in _PLACED)
    for names in (whole, *_NAMES.get(table, ())):
        left = _grouped(before, names, found)
        right = _grouped(after, names, found.values())
        for name, places in left.items():
            others = right.get(name, [])
            if names is whole or len(places) == len(others) == 1:
                found.update(zip(places, others, strict=False))
    return found


def _grouped(
    records: Sequence[Record], names: tuple[str, ...], taken: Iterable[int]
) -> dict[tuple[object, ...], list[int]]:
    """The places that are not taken yet, by what stands in these columns."""
    groups: dict[tuple[object, ...], list[int]] = {}
    used = set(taken)
    for place, record in enumerate(records):
        if place not in used:
            groups.setdefault(tuple(getattr(record, name) for name in names), []).append(place)
    return groups
