"""A listing as a native table."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.util import Emu

from desktop.charts.theme import PIXELS_A_POINT, SLIDE_PADDING, SLIDE_TYPE
from desktop.exhibits.kinds import Listing, Row
from desktop.export.columns import fitted
from desktop.export.drawing import (
    EMU,
    INK,
    INK_SOFT,
    LINE,
    NAMESPACES,
    Box,
    Line,
    Outline,
    Run,
    fill_xml,
    line_xml,
)
from desktop.export.pptx_shapes import width_of
from desktop.export.pptx_slide import Canvas

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own “No Style, No Grid”."""
_TYPES = (("title_long", "lead"), ("strong", "body"), ("cell_strong", "cell"))
_FEW_LINES = 2
"""What names and texts are set in: the first that leaves room for all rows, of so few lines; the last one anyway."""
_SPARE = 1.18
"""By how much texts may be wider than told: not every machine has the theme's fonts, and some programs part Chinese from
digits."""
PAD, PAD_HIGH = 8, 6
LEAST_COLUMN = 88.0
HEAD = 34.0
MOST_SPARE = 14.0
"""Pixels by which rows are higher where there is room."""


def draw_listing(canvas: Canvas, exhibit: Listing, room: Box) -> None:
    """The heading and the rows; a column without any text is left out."""
    used = [n for n in range(len(exhibit.columns)) if n == 0 or any(row.cells[n] for row in exhibit.rows)]
    columns = [exhibit.columns[n] for n in used]
    rows = [[row.cells[n] for n in used] for row in exhibit.rows]
    inner = room.inner(SLIDE_PADDING - PAD)
    for types in _TYPES:
        widths = _widths(columns, rows, inner.width, types[0])
        lines = [max(_lines(*cell, types[0]) for cell in zip(cells, widths, strict=True)) for cells in rows]
        heights = [n * SLIDE_TYPE[types[0]][0] * PIXELS_A_POINT * 1.35 + 2 * PAD_HIGH for n in lines]
        if max(lines, default=0) <= _FEW_LINES and sum(heights) + HEAD <= inner.height:
            break
    strong, plain = types
    place = (Emu(round(n * EMU)) for n in (inner.x, inner.y, inner.width, 1))
    frame = canvas.shapes.add_table(len(rows) + 1, len(columns), *place)
    canvas.describe(frame, exhibit.title, description(exhibit.title, columns, exhibit.rows))
    table = frame.table
    table._tbl.tblPr.set("bandRow", "0")
    table._tbl.tblPr.find("{*}tableStyleId").text = NO_STYLE
    for n, width in enumerate(widths):
        table.columns[n].width = Emu(round(width * EMU))
    spare = (inner.height - sum(heights) - HEAD) / max(1, len(rows))
    _fill(table, 0, columns, ["cell_head"] * len(columns), INK_SOFT, HEAD)
    for n, (cells, height) in enumerate(zip(rows, heights, strict=True), start=1):
        roomy = height + min(MOST_SPARE, max(0.0, spare))
        _fill(table, n, cells, [strong, *[plain] * (len(cells) - 1)], INK, roomy)


def description(title: str, columns: Sequence[str], rows: Sequence[Row]) -> str:
    return "\n".join([title, " · ".join(columns), *(" · ".join(filter(None, row.cells)) for row in rows)])


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]], room: float, strong: str) -> list[float]:
    """As their texts need."""
    wanted = [
        max(LEAST_COLUMN, *(width_of(cells[n], strong) * _SPARE + 2 * PAD + 4 for cells in [columns, *rows]))
        for n in range(len(columns))
    ]
    return fitted(wanted, room, LEAST_COLUMN)


def _lines(text: str, width: float, strong: str) -> int:
    return max(1, -(-round(width_of(text, strong)) // max(1, round(width - 2 * PAD))))


def _fill(
    table: Any, row: int, cells: Sequence[str], roles: Sequence[str], colour: str, height: float
) -> None:
    table.rows[row].height = Emu(round(height * EMU))
    for element, text, role in zip(table._tbl.tr_lst[row].tc_lst, cells, roles, strict=True):
        for child in list(element):
            element.remove(child)
        for made in _cell(text, role, colour):
            element.append(made)


def _cell(text: str, role: str, colour: str) -> list[Any]:
    inside = line_xml(Line([Run(text, role, colour)] if text else []))
    body = f"<a:txBody {NAMESPACES}><a:bodyPr/><a:lstStyle/>{inside}</a:txBody>"
    edge = Outline(LINE)
    rules = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    below = f'<a:lnB w="{round(edge.width * 12700)}">{fill_xml(edge.colour)}</a:lnB>'
    pads = (
        f'marL="{PAD * EMU}" marR="{PAD * EMU}" marT="{PAD_HIGH * EMU}" marB="{PAD_HIGH * EMU}" anchor="ctr"'
    )
    return [parse_xml(body), parse_xml(f"<a:tcPr {NAMESPACES} {pads}>{rules}{below}<a:noFill/></a:tcPr>")]
