"""Which figures of a panel share an axis of values: only those of one kind of period, as a month drawn beside a year
would look like its equal."""

from collections.abc import Iterator, Mapping, Sequence

from desktop.briefing.briefing import Briefing
from desktop.briefing.records import Figure, Panel
from desktop.quantities.periods import kind_of


def kinds_of(briefing: Briefing) -> Mapping[str, str | None]:
    """By figure, the kind of its period, where that keeps it off an axis with others; else None."""
    return {
        figure.id: kind_of(figure.period)
        if _is_drawn(figure) and (figure.period or not _is_ahead(figure))
        else None
        for figure in briefing.figures
    }


def on_axis(briefing: Briefing, panel: Panel) -> list[tuple[str, Figure]]:
    """The items of a panel that it draws from zero to their value, each with its figure."""
    items = list(_figures(briefing, panel)) if panel.kind in ("bars", "columns", "dots", "structure") else []
    drawn = [one for one in items if _is_drawn(one[1])]
    return [one for one in drawn if panel.kind != "structure" or one[1].status == "target"]


def axes_of(figures: Sequence[Figure]) -> dict[str, list[Figure]]:
    """The figures by the kind of their periods, in the order of the first of each. A target or a forecast without a period
    says its time in its name (中期目标) and goes with the first."""
    dated = [kind_of(figure.period) for figure in figures if figure.period or not _is_ahead(figure)]
    first = dated[0] if dated else ""
    axes: dict[str, list[Figure]] = {}
    for figure in figures:
        kind = first if figure.period is None and _is_ahead(figure) else kind_of(figure.period)
        axes.setdefault(kind, []).append(figure)
    return axes


def _is_drawn(figure: Figure) -> bool:
    return figure.value is not None or bool(figure.formula)


def _is_ahead(figure: Figure) -> bool:
    return figure.status in ("target", "forecast")


def _figures(briefing: Briefing, panel: Panel) -> Iterator[tuple[str, Figure]]:
    for item in panel.items.split():
        figure = briefing.figure(next(filter(None, item.split("+")), ""))
        if figure is not None:
            yield item, figure
