"""Bars, rings and dots as native charts, each with its workbook inside."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from decimal import Decimal
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.dml.fill import FillFormat
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_TICK_LABEL_POSITION, XL_TICK_MARK
from pptx.enum.dml import MSO_LINE_DASH_STYLE, MSO_PATTERN_TYPE, MSO_THEME_COLOR
from pptx.oxml import parse_xml
from pptx.util import Emu, Pt
from xlsxwriter import Workbook

from desktop.charts.notes import notes_of
from desktop.charts.sheet import growth_words
from desktop.charts.theme import SLIDE_PADDING, SLIDE_TYPE, THEME_ACCENTS
from desktop.exhibits.kinds import Bars, Dots, Exhibit, Reading, Ring
from desktop.exhibits.readings import is_hollow, labelled, spaced
from desktop.export.drawing import EMU, INK, INK_SOFT, NAMESPACES, Box, Line, Run, shape_xml
from desktop.export.pptx_slide import Canvas
from desktop.export.words import clean, state_word
from desktop.quantities.language import tr

WHOLE = Decimal(100)
HOLE = 68
"""Per cent of a ring that its hole takes."""
PALE = f'<a:alpha {NAMESPACES} val="14000"/>'
_INK, _SOFT = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.TEXT_2
_LINE = MSO_THEME_COLOR.ACCENT_6
_ACCENTS = {
    "accent1": MSO_THEME_COLOR.ACCENT_1,
    "accent2": MSO_THEME_COLOR.ACCENT_2,
    "accent3": MSO_THEME_COLOR.ACCENT_3,
}


class _Workbook(CategoryWorkbookWriter):
    """The workbook of a chart: texts stay texts, and the source's own words stand beside the values."""

    def __init__(self, data: "_Values") -> None:
        super().__init__(data)  # type: ignore[no-untyped-call]
        self._beside = data.beside

    @contextmanager
    def _open_worksheet(self, xlsx_file: Any) -> Iterator[tuple[Any, Any]]:
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        book = Workbook(xlsx_file, options)
        yield book, book.add_worksheet()
        book.close()

    def _populate_worksheet(self, workbook: Any, worksheet: Any) -> None:
        super()._populate_worksheet(workbook, worksheet)  # type: ignore[no-untyped-call]
        first = 1 + len(self._chart_data)
        for column, (heading, cells) in enumerate(self._beside, start=first):
            worksheet.write_column(0, column, [heading, *cells])


class _Values(CategoryChartData):
    """The values of a chart by category; `beside` are further columns of its workbook."""

    def __init__(self, names: Sequence[str], beside: Sequence[tuple[str, Sequence[str]]]) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.beside = beside
        self.categories = [clean(name) for name in names]

    def add(self, name: str, values: Sequence[Decimal | None]) -> None:
        self.add_series(clean(name), values)  # type: ignore[no-untyped-call]

    @property
    def _workbook_writer(self) -> _Workbook:
        return _Workbook(self)


def _values(readings: Sequence[Reading], language: str, more: Sequence[str] = ()) -> _Values:
    gap = [""] * len(more)
    beside = [
        (tr("Wording"), [clean(spaced(r.words, language)) for r in readings] + gap),
        (tr("Unit"), [r.unit for r in readings] + gap),
        (tr("Status"), [state_word(r) for r in readings] + gap),
        (tr("Period"), [r.period for r in readings] + gap),
    ]
    return _Values([*(labelled(r) for r in readings), *more], beside)


def described(canvas: Canvas, exhibit: Exhibit, readings: Sequence[Reading]) -> str:
    """The alternative text of an exhibit: its title, then every figure in a line of its own."""
    return "\n".join([exhibit.title, *map(canvas.sentence, readings)])


def draw_bars(canvas: Canvas, exhibit: Bars, room: Box, language: str) -> None:
    if not exhibit.bars:
        return
    kind = XL_CHART_TYPE.COLUMN_CLUSTERED if exhibit.upright else XL_CHART_TYPE.BAR_CLUSTERED
    data = _values(exhibit.bars, language)
    data.add(exhibit.title, [bar.value for bar in exhibit.bars])
    chart = _chart(canvas, exhibit, kind, data, room.inner(SLIDE_PADDING), exhibit.bars)
    _axes(chart, exhibit.bars, exhibit.upright, (exhibit.least, exhibit.most))
    plot = chart.plots[0]
    plot.gap_width = 70 if exhibit.upright else 55
    for n, bar in enumerate(exhibit.bars):
        _point(plot.series[0].points[n], bar, _ACCENTS[THEME_ACCENTS[exhibit.page]])
        _label(plot.series[0].points[n], spaced(bar.words, language), XL_LABEL_POSITION.OUTSIDE_END)


def draw_dots(canvas: Canvas, exhibit: Dots, room: Box, language: str) -> None:
    """A bar for each category on a hollow track as long as the total; the categories overlap, nothing is stacked."""
    if exhibit.total is None or exhibit.total.value is None:
        return
    readings = [r for r in (exhibit.total, *exhibit.parts) if r.value is not None]
    data = _values(readings, language)
    data.add(exhibit.total.label, [exhibit.total.value] * len(readings))
    data.add(exhibit.title, [r.value for r in readings])
    chart = _chart(canvas, exhibit, XL_CHART_TYPE.BAR_CLUSTERED, data, room.inner(SLIDE_PADDING), readings)
    _axes(chart, readings, upright=False)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 70, 100
    accent = _ACCENTS[THEME_ACCENTS[exhibit.page]]
    track, values = plot.series
    track.format.fill.background()
    track.format.line.color.theme_color = accent
    track.format.line.color.brightness = 0.5
    for n, reading in enumerate(readings):
        _point(values.points[n], reading, accent)
        _label(values.points[n], spaced(reading.words, language), XL_LABEL_POSITION.OUTSIDE_END)


def draw_ring(canvas: Canvas, exhibit: Ring, room: Box, language: str) -> None:
    """The share as a ring with its words within, the figures that belong to it beside."""
    share = exhibit.share
    inner = room.inner(SLIDE_PADDING)
    side = min(inner.height, inner.width)
    left = inner.x if exhibit.beside else inner.x + (inner.width - side) / 2
    box = Box(left + (40 if exhibit.beside else 0), inner.y, side, side)
    if share is not None and share.value is not None:
        data = _values([share], language, [tr("The rest")])
        data.add(exhibit.title, [share.value, max(Decimal(0), WHOLE - share.value)])
        chart = _chart(canvas, exhibit, XL_CHART_TYPE.DOUGHNUT, data, box, [share, *exhibit.beside])
        plot = chart.plots[0]
        plot._element.xpath("c:holeSize")[0].set("val", str(HOLE))
        accent = _ACCENTS[THEME_ACCENTS[exhibit.page]]
        _point(plot.series[0].points[0], share, accent)
        rest = plot.series[0].points[1].format
        rest.fill.solid()
        rest.fill.fore_color.theme_color = accent
        rest._element.xpath(".//a:solidFill/a:schemeClr")[0].append(parse_xml(PALE))
    if share is not None:
        lines = [
            Line([Run(spaced(share.words, language), "ring")], "ctr"),
            Line([Run(labelled(share), "note", INK_SOFT)], "ctr"),
        ]
        middle = Box(box.x + side * 0.29, box.y + side * 0.3, side * 0.42, side * 0.4)
        canvas.add(shape_xml(canvas.number(), labelled(share), middle, lines=lines))
    _beside(
        canvas, exhibit, Box(box.right + 56, inner.y, inner.right - box.right - 56, inner.height), language
    )


def _beside(canvas: Canvas, exhibit: Ring, room: Box, language: str) -> None:
    tall = min(130.0, room.height / max(1, len(exhibit.beside)))
    top = room.y + (room.height - tall * len(exhibit.beside)) / 2
    for n, reading in enumerate(exhibit.beside):
        lines = [
            Line([Run(labelled(reading), "label", INK_SOFT)]),
            Line([Run(spaced(reading.words, language), "ring", INK_SOFT if reading.formula else INK)]),
        ]
        notes = [growth_words(reading)] if reading.growth else []
        notes += [note.text for note in notes_of(reading)[1 if reading.growth and reading.rising else 0 :]]
        if notes:
            lines.append(Line([Run(" · ".join(notes), "note", INK_SOFT)]))
        box = Box(room.x, top + n * tall, room.width, tall - 8)
        canvas.add(
            shape_xml(canvas.number(), reading.label, box, lines=lines, description=canvas.sentence(reading))
        )


def _chart(
    canvas: Canvas,
    exhibit: Exhibit,
    kind: XL_CHART_TYPE,
    data: _Values,
    box: Box,
    readings: Sequence[Reading],
) -> Any:
    place = (Emu(round(n * EMU)) for n in (box.x, box.y, box.width, box.height))
    frame = canvas.shapes.add_chart(kind, *place, data)
    canvas.describe(frame, exhibit.title, described(canvas, exhibit, readings))
    chart = frame.chart
    chart.has_legend = False
    chart.has_title = False
    chart.font.size = Pt(SLIDE_TYPE["body"][0])
    chart.font.color.theme_color = _INK
    return chart


def _axes(
    chart: Any, readings: Sequence[Reading], upright: bool, ends: tuple[Decimal, ...] = (Decimal(0),)
) -> None:
    """Values begin at zero and reach at least to the `ends` of what the other slides of the chart show; neither grid nor
    numbers, since every bar bears its own."""
    amounts = [*(reading.value or Decimal(0) for reading in readings), *ends]
    values, names = chart.value_axis, chart.category_axis
    values.visible = False
    values.has_major_gridlines = False
    if min(amounts) >= 0:
        values.minimum_scale = 0
        values.maximum_scale = float(max(amounts)) * 1.15 or 1.0
    names.major_tick_mark = XL_TICK_MARK.NONE
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    names.format.line.color.theme_color = _SOFT
    names.tick_labels.font.size = Pt(SLIDE_TYPE["cell"][0])
    names.tick_labels.font.color.theme_color = _SOFT
    names._element.txPr.bodyPr.set("rot", "0")
    names.reverse_order = not upright


def _point(point: Any, reading: Reading, accent: MSO_THEME_COLOR) -> None:
    """Actual figures solid, targets and forecasts hollow and dashed, derived ones hatched."""
    fill: FillFormat = point.format.fill
    line = point.format.line
    if is_hollow(reading):
        fill.background()
        line.color.theme_color = accent
        line.width = Pt(1.75)
        line.dash_style = MSO_LINE_DASH_STYLE.DASH
    elif reading.status == "derived":
        fill.patterned()
        fill.pattern = MSO_PATTERN_TYPE.WIDE_UPWARD_DIAGONAL
        fill.fore_color.theme_color = accent
        fill.back_color.theme_color = MSO_THEME_COLOR.BACKGROUND_1
        line.color.theme_color = accent
        line.width = Pt(1.25)
    else:
        fill.solid()
        fill.fore_color.theme_color = accent


def _label(point: Any, words: str, position: XL_LABEL_POSITION) -> None:
    """The source's own words in place of the number."""
    label = point.data_label
    frame = label.text_frame
    frame.text = clean(words)
    run = frame.paragraphs[0].runs[0]
    run.font.size, run.font.bold = Pt(SLIDE_TYPE["value"][0]), True
    run.font.color.theme_color = _INK
    label.position = position
