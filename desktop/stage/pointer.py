"""Laser, spotlight, pen strokes: what the presenter points with, painted over a slide."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QRadialGradient

from desktop.charts import ink
from desktop.charts.theme import LASER, PEN, SHADE
from desktop.stage.ink import ERASER_REACH, PEN_WIDTH, Stroke
from desktop.stage.scene import Tool

LASER_RADIUS = 0.012
GLOW = 2.6
SPOT_RADIUS = 0.16


def reach_of(point: QPointF, height: int) -> QRect:
    """What a laser at `point` covers."""
    radius = LASER_RADIUS * GLOW * height + 2
    return QRectF(point.x() - radius, point.y() - radius, 2 * radius, 2 * radius).toAlignedRect()


def draw_pointer(painter: QPainter, rect: QRectF, point: QPointF, tool: Tool, zoom: float = 1.0) -> None:
    """Draw the tool in hand at a point of the widget; what it draws or wipes off is as much larger as the slide is."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if tool is Tool.LASER:
        _laser(painter, point, rect.height())
    elif tool is Tool.SPOTLIGHT:
        hole = QPainterPath()
        hole.addRect(rect)
        hole.addEllipse(point, SPOT_RADIUS * rect.height(), SPOT_RADIUS * rect.height())
        painter.fillPath(hole, ink.colour(SHADE, 0.72))
    elif tool in (Tool.PEN, Tool.ERASER):
        radius = (ERASER_REACH if tool is Tool.ERASER else PEN_WIDTH) * rect.height() * zoom
        ink.disc(painter, point, radius, None, ink.pen(PEN, max(1.0, rect.height() / 540)))


def _laser(painter: QPainter, point: QPointF, height: float) -> None:
    radius = LASER_RADIUS * height
    glow = QRadialGradient(point, radius * GLOW)
    glow.setColorAt(0, ink.colour(LASER, 0.85))
    glow.setColorAt(1, ink.colour(LASER, 0.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawEllipse(point, radius * GLOW, radius * GLOW)
    ink.disc(painter, point, radius, LASER)


def draw_strokes(painter: QPainter, strokes: Sequence[Stroke], height: int) -> None:
    """Draw the pen's lines over a slide that is `height` high."""
    if not strokes:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink.colour(PEN), PEN_WIDTH * height)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stroke in strokes:
        points = [QPointF(x, y) * height for x, y in stroke.points]
        painter.drawPolyline(points) if len(points) > 1 else painter.drawPoint(points[0])
