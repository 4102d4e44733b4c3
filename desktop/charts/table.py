"""A table of facilities or programmes, whole, for surfaces that nobody scrolls: slides and paper."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF

from desktop.charts import ink
from desktop.charts.sheet import Sheet, frame_height, panel_frame
from desktop.charts.theme import DOT, PANEL_PADDING, Look
from desktop.exhibits.kinds import Listing, Row
from desktop.exhibits.parts import (
    CELL_PADDING,
    MOST_CELL_LINES,
    ROW_PADDING,
    SOURCE_WIDTH,
    longest_word,
    table_widths,
)

HEADER = 24
EMPTY = "—"


def _role(column: int) -> str:
    return "strong" if column == 0 else "body"


def column_widths(exhibit: Listing, width: float, look: Look) -> list[float]:
    """How wide each column is where the table has `width`."""
    texts = [
        [ink.width(look, "small", heading)]
        + [ink.width(look, _role(n), row.cells[n]) for row in exhibit.rows]
        for n, heading in enumerate(exhibit.columns)
    ]
    words = [
        max((ink.width(look, _role(n), longest_word(row.cells[n])) for row in exhibit.rows), default=0.0)
        for n in range(len(exhibit.columns))
    ]
    return table_widths(texts, words, width, look.scale)


def _cell_lines(row: Row, widths: list[float], look: Look, most: int) -> list[list[str]]:
    pad = look.px(2 * CELL_PADDING)
    return [
        ink.wrap(look, _role(n), text, width - pad, most) or [EMPTY]
        for n, (text, width) in enumerate(zip(row.cells, widths, strict=True))
    ]


def row_height(row: Row, widths: list[float], look: Look, most: int = MOST_CELL_LINES) -> float:
    lines = _cell_lines(row, widths, look, most)
    return max(map(len, lines)) * ink.line_height(look, "body") + look.px(ROW_PADDING)


def height(exhibit: Listing, width: float, look: Look) -> float:
    widths = column_widths(exhibit, width - 2 * look.px(PANEL_PADDING), look)
    rows = sum(row_height(row, widths, look) for row in exhibit.rows)
    return frame_height(look, exhibit.title) + look.px(HEADER) + rows


def draw(sheet: Sheet, rect: QRectF, exhibit: Listing) -> None:
    inner, look = panel_frame(sheet, rect, exhibit.title), sheet.look
    widths = column_widths(exhibit, inner.width(), look)
    draw_header(sheet, inner, exhibit.columns, widths)
    y = inner.top() + sheet.px(HEADER)
    right = inner.left() + sum(widths) + sheet.px(SOURCE_WIDTH)
    for row in exhibit.rows:
        box = QRectF(inner.left(), y, right - inner.left(), row_height(row, widths, look))
        draw_row(sheet, box, row, widths)
        y = box.bottom()


def draw_header(sheet: Sheet, rect: QRectF, columns: Sequence[str], widths: list[float]) -> None:
    """The headings of the columns along the top of `rect`."""
    x, pad = rect.left(), sheet.px(CELL_PADDING)
    for heading, width in zip(columns, widths, strict=True):
        room = QRectF(x + pad, rect.top(), width - 2 * pad, sheet.px(HEADER))
        sheet.write("small", sheet.look.palette.ink_small, room, heading)
        x += width


def draw_row(sheet: Sheet, box: QRectF, row: Row, widths: list[float], most: int = MOST_CELL_LINES) -> None:
    """A row with the line above it and its source dot; a cell takes up to `most` lines."""
    palette, pad, line = sheet.look.palette, sheet.px(CELL_PADDING), sheet.line("body")
    sheet.painter.setPen(ink.pen(palette.line, max(1.0, sheet.px(1))))
    sheet.painter.drawLine(QLineF(box.left(), box.top(), box.right(), box.top()))
    x = box.left()
    for column, (cell, width) in enumerate(
        zip(_cell_lines(row, widths, sheet.look, most), widths, strict=True)
    ):
        shade = palette.ink if column == 0 else palette.ink_soft
        for n, text in enumerate(cell):
            room = QRectF(
                x + pad, box.top() + sheet.px(ROW_PADDING / 2) + n * line, width - 2 * pad + sheet.px(1), line
            )
            sheet.write(_role(column), shade, room, text)
        x += width
    sheet.source_dot(QPointF(x + sheet.px(SOURCE_WIDTH / 2), box.center().y()), row.ref, DOT * 0.8)
    sheet.mark(box, row.ref, " · ".join(cell for cell in row.cells if cell))
