"""The sheet of native charts: for each exhibit the values that it shows, and beside them the chart over them."""

from collections.abc import Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from xlsxwriter.chart import Chart

from desktop.briefing.guard import guarded
from desktop.charts.theme import (
    CHART_HEIGHT,
    CHART_ROW,
    CHART_WIDTH,
    LIGHT,
    PAGE_ACCENTS,
    SHEET_TYPE,
    mixed,
)
from desktop.exhibits.kinds import Bars, Dots, Exhibit, Failed, Reading, Ring, Structure
from desktop.exhibits.readings import is_hollow, labelled, spaced
from desktop.export.words import citation, clean, state_word
from desktop.export.xlsx_sheets import Book, Grid
from desktop.quantities.language import tr

CHART_COLUMN = 7
CHARTS_A_PAGE = 3
MOST_SCALE, PRINTED = 50, 860
"""Per cent, and pixels of the width of A4, less what some programs add: values and chart are printed side by side."""
WHOLE = Decimal(100)


def charted(exhibit: Exhibit) -> Sequence[Reading]:
    """The figures of an exhibit that a chart can show; none where it is no chart."""
    match exhibit:
        case Bars():
            return exhibit.bars
        case Ring(share=share) if share is not None and share.value is not None:
            return [share]
        case Dots(total=total) if total is not None:
            return [reading for reading in (total, *exhibit.parts) if reading.value is not None]
        case Structure():
            return [reading for reading in exhibit.targets if reading.value is not None]
    return []


def write_charts(book: Book) -> None:
    """Every exhibit that is a chart, page by page, one below the other."""
    grid = Grid(book, book.sheet(tr("Charts")))
    row, starts = 0, []
    for page in book.composer.pages():
        for exhibit in page.exhibits:
            readings = charted(exhibit)
            title = clean(f"{page.name} · {exhibit.title}")
            if readings:
                starts.append(row)
                row = guarded(
                    partial(_block, grid, row, title, exhibit, readings), partial(_failed, grid, row, title)
                )
            elif isinstance(exhibit, Failed):
                row = _failed(grid, row, title, exhibit.reason)
    grid.widths()
    grid.sheet.hide_gridlines(2)
    grid.sheet.set_landscape()
    grid.sheet.set_paper(9)  # A4
    grid.sheet.set_print_scale(min(MOST_SCALE, int(100 * PRINTED / (grid.pixels() + CHART_WIDTH))))
    grid.sheet.set_h_pagebreaks(starts[CHARTS_A_PAGE::CHARTS_A_PAGE])


def _failed(grid: Grid, row: int, title: str, reason: str) -> int:
    """That there is no chart, and why; returns the row below."""
    grid.sheet.write_string(row, 0, title, grid.book.title)
    grid.sheet.write_string(row + 1, 0, reason, grid.book.text)
    return row + 3


def _block(grid: Grid, row: int, title: str, exhibit: Exhibit, readings: Sequence[Reading]) -> int:
    """The values and the chart of one exhibit; returns the row below them."""
    book = grid.book
    grid.sheet.write_string(row, 0, title, book.title)
    grid.header(
        [tr("Item"), tr("Value"), tr("Unit"), tr("Wording"), tr("Status"), tr("Period"), tr("Citation")],
        row + 1,
    )
    used = CHART_ROW
    for place, reading in enumerate(readings, start=row + 2):
        assert reading.value is not None
        grid.string(place, 0, labelled(reading))
        grid.length(place, 1, reading.value)
        grid.string(place, 2, reading.unit)
        grid.string(place, 3, spaced(reading.words, book.composer.language))
        grid.string(place, 4, state_word(reading))
        grid.string(place, 5, reading.period)
        grid.string(place, 6, citation(book.composer, reading.ref))
        used += grid.height(place)
    if isinstance(exhibit, Ring):
        grid.string(row + 3, 0, tr("The rest"))
        grid.length(row + 3, 1, max(Decimal(0), WHOLE - (readings[0].value or 0)))
        grid.string(row + 3, 2, readings[0].unit)
    chart = _chart(book, grid.sheet.get_name(), row, exhibit, readings)
    height = max(CHART_HEIGHT, (len(readings) + 3) * CHART_ROW)
    chart.set_size({"width": CHART_WIDTH, "height": height})
    described = "；".join(f"{labelled(r)} {spaced(r.words, book.composer.language)}" for r in readings)
    options = {"description": clean(f"{title}：{described}"), "object_position": 2}
    grid.sheet.insert_chart(row + 1, CHART_COLUMN, chart, options)
    return row + len(readings) + 4 + max(0, -(-(height - used) // CHART_ROW))


def _chart(book: Book, sheet: str, row: int, exhibit: Exhibit, readings: Sequence[Reading]) -> Chart:
    ring = isinstance(exhibit, Ring)
    upright = isinstance(exhibit, Bars) and exhibit.upright
    kind = "doughnut" if ring else "column" if upright else "bar"
    chart: Chart = book.workbook.add_chart({"type": kind})
    last = row + 1 + len(readings) + (1 if ring else 0)
    accent = PAGE_ACCENTS[exhibit.page]
    labels: list[dict[str, Any]] = [
        {"value": _text_label(spaced(r.words, book.composer.language))} for r in readings
    ]
    points = [point(reading, accent) for reading in readings]
    if ring:
        labels.append({"delete": True})
        points.append({"fill": {"color": mixed(accent, LIGHT.card, 0.14)}})
    series: dict[str, Any] = {
        "name": [sheet, row, 0],
        "categories": [sheet, row + 2, 0, last, 0],
        "values": [sheet, row + 2, 1, last, 1],
        "points": points,
        "data_labels": {"value": True, "custom": labels, "font": {"bold": True, "color": LIGHT.ink}},
    }
    if not ring:
        series["gap"] = 60
        series["data_labels"]["position"] = "outside_end"
    chart.add_series(series)
    chart.set_title(
        {"name": [sheet, row, 0], "name_font": {"size": SHEET_TYPE, "color": LIGHT.ink}, "overlay": False}
    )
    chart.set_legend({"none": True})
    if not ring:
        _axes(chart, readings, exhibit, upright)
    return chart


def _text_label(text: str) -> str:
    """A label that is never taken for a reference."""
    return f" {text}" if text.startswith("=") else text


def _axes(chart: Chart, readings: Sequence[Reading], exhibit: Exhibit, upright: bool) -> None:
    """Values begin at zero; dots end at their total. Neither grid nor numbers, since every bar bears its own."""
    values: dict[str, Any] = {"visible": False, "major_gridlines": {"visible": False}}
    amounts = [reading.value or Decimal(0) for reading in readings]
    if min(amounts) >= 0:
        values["min"] = 0
    if isinstance(exhibit, Dots) and max(amounts) == amounts[0] > 0:
        values["max"] = float(amounts[0])
    names = {
        "line": {"color": LIGHT.faint},
        "major_tick_mark": "none",
        "num_font": {"color": LIGHT.ink_soft},
        "reverse": not upright,
        "label_position": "low",
    }
    across, up = (names, values) if upright else (values, names)
    chart.set_x_axis(across)
    chart.set_y_axis(up)


def point(reading: Reading, accent: str) -> dict[str, Any]:
    """How a bar looks: actual figures solid, targets and forecasts hollow and dashed, derived ones hatched."""
    if is_hollow(reading):
        return {"fill": {"none": True}, "border": {"color": accent, "dash_type": "dash", "width": 1.5}}
    if reading.status == "derived":
        hatch = {"pattern": "wide_upward_diagonal", "fg_color": accent, "bg_color": LIGHT.card}
        return {"pattern": hatch, "border": {"color": accent, "width": 1}}
    return {"fill": {"color": accent}}
