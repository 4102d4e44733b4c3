"""A panel → its parts: figures of unlike periods stand apart, each kind on an axis of its own under a heading of its own;
one that is alone of its kind is no chart but a card."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from desktop.briefing.axes import axes_of, on_axis
from desktop.briefing.briefing import Briefing
from desktop.briefing.panels import firsts_of
from desktop.briefing.records import Panel
from desktop.quantities.language import tr
from desktop.quantities.periods import kind_word


class Part(NamedTuple):
    """A panel, or what of it goes on one axis: then `heading` says which periods these are."""

    panel: Panel
    heading: str = ""
    is_whole: bool = True


def parts_by_period(briefing: Briefing, panel: Panel, kinds: Mapping[str, str | None]) -> list[Part]:
    """The parts of a panel, at least one; `kinds` are those of all figures. The first has the script, all of them share
    the minutes."""
    if len(set(map(kinds.get, firsts_of(panel))) - {None}) < 2:
        return [Part(panel)]
    drawn = on_axis(briefing, panel)
    axes = axes_of([figure for _, figure in drawn])
    if len(axes) < 2:
        return [Part(panel)]
    axis = {figure.id: kind for kind, figures in axes.items() for figure in figures}
    groups: dict[str, list[str]] = {kind: [] for kind in axes}
    for item, figure in drawn:
        groups[axis[figure.id]].append(item)
    parts = list(_parts(panel, groups))
    minutes = None if panel.minutes is None else panel.minutes / len(parts)
    silent = {f"script_{language}": "" for language in ("en", "ja")}
    return [
        part._replace(
            panel=replace(
                part.panel,
                minutes=minutes,
                script=panel.script if n == 0 else "",
                twins=panel.twins if n == 0 else {**panel.twins, **silent},
            )
        )
        for n, part in enumerate(parts)
    ]


def _parts(panel: Panel, groups: Mapping[str, Sequence[str]]) -> Iterator[Part]:
    charts = {kind: items for kind, items in groups.items() if len(items) > 1}
    chart = panel.kind
    is_bars = panel.kind in ("bars", "columns")
    if not is_bars:  # what else these show stays with the first kind
        first, *others = groups
        apart = {item for kind in others for item in groups[kind]}
        kept = [item for item in panel.items.split() if item not in apart]
        yield Part(replace(panel, items=" ".join(kept)), is_whole=False)
        groups = {kind: groups[kind] for kind in others}
        charts.pop(first, None)
        chart = "bars"
    for kind, items in charts.items():
        yield Part(replace(panel, kind=chart, items=" ".join(items)), kind_word(kind), is_whole=False)
    alone = [kind for kind in groups if kind not in charts]
    if alone:
        heading = "" if not charts and is_bars else tr("Other periods")
        heading = kind_word(alone[0]) if len(alone) == 1 else heading
        items = [item for kind in alone for item in groups[kind]]
        yield Part(replace(panel, kind="cards", items=" ".join(items)), heading, is_whole=False)
