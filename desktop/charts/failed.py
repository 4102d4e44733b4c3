"""What stands in the place of an exhibit that could not be made or drawn: its title, and the reason in words."""

from PySide6.QtCore import QRectF

from desktop.charts import ink
from desktop.charts.sheet import Sheet, frame_height, panel_frame
from desktop.charts.theme import PANEL_PADDING, Look
from desktop.exhibits.kinds import Failed

MOST_LINES = 6


def height(exhibit: Failed, width: float, look: Look) -> float:
    lines = _lines(exhibit, width - 2 * look.px(PANEL_PADDING), look)
    return frame_height(look, exhibit.title) + len(lines) * ink.line_height(look, "body")


def draw(sheet: Sheet, rect: QRectF, exhibit: Failed) -> None:
    inner = panel_frame(sheet, rect, exhibit.title)
    line = QRectF(inner.left(), inner.top(), inner.width(), sheet.line("body"))
    for text in _lines(exhibit, inner.width(), sheet.look):
        sheet.write("body", sheet.look.palette.warning, line, text)
        line.translate(0, line.height())


def _lines(exhibit: Failed, width: float, look: Look) -> list[str]:
    return ink.wrap(look, "body", exhibit.reason, width, MOST_LINES)
