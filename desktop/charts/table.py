"""A table of facilities or programmes, whole, for surfaces that nobody scrolls: slides and paper."""

from PySide6.QtCore import QLineF, QPointF, QRectF

from desktop.charts import ink
from desktop.charts.sheet import Sheet, frame_height, panel_frame
from desktop.charts.theme import DOT, PANEL_PADDING, Look
from desktop.exhibits.kinds import Listing, Row
from desktop.exhibits.parts import CELL_PADDING, MOST_CELL_LINES, ROW_PADDING, SOURCE_WIDTH, table_widths

HEADER = 24
EMPTY = "—"


def _role(column: int) -> str:
    return "strong" if column == 0 else "body"


def _widths(exhibit: Listing, width: float, look: Look) -> list[float]:
    texts = [
        [ink.width(look, "small", heading)]
        + [ink.width(look, _role(n), row.cells[n]) for row in exhibit.rows]
        for n, heading in enumerate(exhibit.columns)
    ]
    return table_widths(texts, width, look.scale)


def _cell_lines(row: Row, widths: list[float], look: Look) -> list[list[str]]:
    pad = look.px(2 * CELL_PADDING)
    return [
        ink.wrap(look, _role(n), text, width - pad, MOST_CELL_LINES) or [EMPTY]
        for n, (text, width) in enumerate(zip(row.cells, widths, strict=True))
    ]


def _row_height(lines: list[list[str]], look: Look) -> float:
    return max(len(cell) for cell in lines) * ink.line_height(look, "body") + look.px(ROW_PADDING)


def height(exhibit: Listing, width: float, look: Look) -> float:
    widths = _widths(exhibit, width - 2 * look.px(PANEL_PADDING), look)
    rows = sum(_row_height(_cell_lines(row, widths, look), look) for row in exhibit.rows)
    return frame_height(look, exhibit.title) + look.px(HEADER) + rows


def draw(sheet: Sheet, rect: QRectF, exhibit: Listing) -> None:
    inner, look, palette = panel_frame(sheet, rect, exhibit.title), sheet.look, sheet.look.palette
    widths, pad = _widths(exhibit, inner.width(), look), sheet.px(CELL_PADDING)
    x = inner.left()
    for heading, width in zip(exhibit.columns, widths, strict=True):
        room = QRectF(x + pad, inner.top(), width - 2 * pad, sheet.px(HEADER))
        sheet.write("small", palette.ink_small, room, heading)
        x += width
    y = inner.top() + sheet.px(HEADER)
    right = inner.left() + sum(widths) + sheet.px(SOURCE_WIDTH)
    for row in exhibit.rows:
        lines = _cell_lines(row, widths, look)
        box = QRectF(inner.left(), y, right - inner.left(), _row_height(lines, look))
        _row(sheet, box, row, lines, widths)
        y = box.bottom()


def _row(sheet: Sheet, box: QRectF, row: Row, lines: list[list[str]], widths: list[float]) -> None:
    palette, pad, line = sheet.look.palette, sheet.px(CELL_PADDING), sheet.line("body")
    sheet.painter.setPen(ink.pen(palette.line, max(1.0, sheet.px(1))))
    sheet.painter.drawLine(QLineF(box.left(), box.top(), box.right(), box.top()))
    x = box.left()
    for column, (cell, width) in enumerate(zip(lines, widths, strict=True)):
        shade = palette.ink if column == 0 else palette.ink_soft
        for n, text in enumerate(cell):
            room = QRectF(
                x + pad, box.top() + sheet.px(ROW_PADDING / 2) + n * line, width - 2 * pad + sheet.px(1), line
            )
            sheet.write(_role(column), shade, room, text)
        x += width
    verdict = sheet.verdict_of(row.ref)
    sheet.source_dot(QPointF(x + sheet.px(SOURCE_WIDTH / 2), box.center().y()), verdict, DOT * 0.8)
    sheet.mark(box, row.ref, " · ".join(cell for cell in row.cells if cell))
