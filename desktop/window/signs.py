"""The sign of a verdict beside words: a tick where the source agrees, else the sign that the charts use; what agrees but for
a part is half filled there too, in the colour of the tick."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

from desktop.briefing.proof import Verdict
from desktop.charts import ink
from desktop.charts.sheet import source_dot
from desktop.charts.theme import DOT, Look


def verdict_sign(
    painter: QPainter, look: Look, centre: QPointF, verdict: Verdict | None, size: float = DOT
) -> None:
    if verdict is Verdict.PROVED_BUT:
        look = look._replace(accent=look.palette.good)
    if verdict is not Verdict.PROVED:
        source_dot(painter, look, centre, verdict, size)
        return
    unit = look.px(size)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = ink.pen(look.palette.good, unit * 0.38)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.drawPolyline([centre + QPointF(unit * x, unit * y) for x, y in _TICK])
    painter.restore()


def close_sign(painter: QPainter, look: Look, centre: QPointF) -> None:
    """A cross, to close something."""
    arm = look.px(DOT)
    painter.setPen(ink.pen(look.palette.ink_soft, look.px(DOT) * 0.3))
    painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
    painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))


_TICK = ((-1.0, 0.1), (-0.35, 0.85), (1.0, -0.85))
