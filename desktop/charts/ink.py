"""From the theme's words to Qt's: colours, pens, fonts, and text that never overflows."""

import re
from functools import lru_cache
from threading import get_ident
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.charts.theme import FONT_FAMILY, TYPE, Look

Align = Literal["left", "centre", "right"]
LEFT: Align = "left"
CENTRE: Align = "centre"
RIGHT: Align = "right"
_NEVER_FIRST = frozenset("·・，。；：、！？）】》”’%‰,.;:!?)")
_NEVER_LAST = frozenset("（【《“‘(")
LONGEST_WHOLE = 24
"""Characters of a number with its bound and its unit."""


@lru_cache(maxsize=256)
def colour(name: str, alpha: float = 1.0) -> QColor:
    made = QColor(name)
    made.setAlphaF(alpha)
    return made


def font_of(role: str, scale: float) -> QFont:
    """The font of a role of the theme at a scale, one for each thread: what Qt keeps for a font belongs to a thread."""
    return _font_of(role, scale, get_ident())


@lru_cache(maxsize=256)
def _font_of(role: str, scale: float, thread: int) -> QFont:
    size, bold = TYPE[role]
    font = QFont(FONT_FAMILY)
    font.setPixelSize(max(1, round(size * scale)))
    font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return font


def metrics_of(role: str, scale: float) -> QFontMetricsF:
    return _metrics_of(role, scale, get_ident())


@lru_cache(maxsize=256)
def _metrics_of(role: str, scale: float, thread: int) -> QFontMetricsF:
    return QFontMetricsF(font_of(role, scale))


def font(look: Look, role: str) -> QFont:
    return font_of(role, look.scale)


def metrics(look: Look, role: str) -> QFontMetricsF:
    return metrics_of(role, look.scale)


def width(look: Look, role: str, text: str) -> float:
    return _width(role, look.scale, text)


@lru_cache(maxsize=4096)
def _width(role: str, scale: float, text: str) -> float:
    return metrics_of(role, scale).horizontalAdvance(text)


@lru_cache(maxsize=4096)
def _elided(role: str, scale: float, text: str, room: float) -> str:
    return metrics_of(role, scale).elidedText(text, Qt.TextElideMode.ElideRight, room)


def elided(look: Look, role: str, text: str, room: float) -> str:
    """`text` on one line, shortened with an ellipsis where it is wider than `room`."""
    line, room = text.replace("\n", " "), round(room + 0.5, 1)
    return line if _width(role, look.scale, line) <= room else _elided(role, look.scale, line, room)


def line_height(look: Look, role: str) -> float:
    return metrics(look, role).height()


def write(
    painter: QPainter,
    look: Look,
    role: str,
    ink: str,
    rect: QRectF,
    text: str,
    align: Align = LEFT,
) -> bool:
    """Write one line into `rect`, half-way between top and bottom; True where it had to be shortened."""
    shown = elided(look, role, text, rect.width())
    measure = metrics(look, role)
    x = rect.left()
    if align != LEFT:
        free = rect.width() - width(look, role, shown)
        x += free if align == RIGHT else free / 2
    base = rect.top() + (rect.height() - measure.height()) / 2 + measure.ascent()
    painter.setFont(font(look, role))
    painter.setPen(colour(ink))
    painter.drawText(QPointF(x, base), shown)
    return shown != text


def wrap(
    look: Look, role: str, text: str, room: float, most: int = 3, first: float | None = None
) -> list[str]:
    """`text` broken into at most `most` lines no wider than `room`, the first one than `first` where that is given; the
    last one keeps whatever is left over. A dot between two notes goes where the line ends there."""
    measure = metrics(look, role)
    lines: list[str] = []
    rest, wide = text, room if first is None else first
    while rest and len(lines) < most - 1 and measure.horizontalAdvance(rest) > wide:
        cut = _fitting(measure, rest, wide)
        lines.append(rest[:cut].rstrip().removesuffix(" ·"))
        rest, wide = rest[cut:].lstrip(), room
    return [*lines, rest] if rest else lines


def balanced(look: Look, role: str, text: str, room: float, most: int = 3) -> list[str]:
    """As `wrap`, its lines about as long as each other."""
    lines = wrap(look, role, text, room, most)
    for share in (0.9, 0.8, 0.7, 0.6, 0.55):
        narrower = wrap(look, role, text, room * share, most)
        if len(narrower) > len(lines) or width(look, role, narrower[-1]) > room * share:
            break
        lines = narrower
    return lines


def _fitting(measure: QFontMetricsF, text: str, room: float) -> int:
    """How many characters of `text` fit, broken where a reader would break it if there is such a place."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure.horizontalAdvance(text[:middle]) <= room:
            low = middle
        else:
            high = middle - 1
    whole = [match.span() for match in _wholes().finditer(text[: low + LONGEST_WHOLE])]
    places = (n for n in range(low, 0, -1) if n == len(text) or _breaks(text, n))
    return next((n for n in places if not any(first < n < last for first, last in whole)), low)


@lru_cache(maxsize=1)
def _wholes() -> re.Pattern[str]:
    """What no line breaks within: a number with its bound and its unit. Not made before a text is too long."""
    return re.compile(
        r"[近超约逾]? ?\d[\d.,]* ?[余百千万亿平方美欧日港韩元镑个家项件台套户名人次批班幢亩吨级强倍岁米%‰]*"
        r"(?: ?以[上下内]|左右)?|以[上下内]|左右"
    )


def _breaks(text: str, at: int) -> bool:
    """Whether a line may end before character `at`: not within a word, a number or a date, not between a number
    and its unit, not before a closing mark or a dot between two notes, not after an opening mark."""
    before, after = text[:at].rstrip(), text[at:].lstrip()
    if not before or not after:
        return bool(before)
    if after[0] in _NEVER_FIRST or before[-1] in _NEVER_LAST:
        return False
    if before[-1].isdigit() and not after[0].isascii():
        return False
    if not (before[-1].isascii() and after[0].isascii()):
        return True
    parted = text[at - 1] == "/" or (text[at - 1] == "-" and not text[at - 2].isdigit())
    return parted or text[at - 1].isspace() or text[at].isspace()


def pen(ink: str, thickness: float, dashed: bool = False, alpha: float = 1.0) -> QPen:
    made = QPen(colour(ink, alpha), thickness)
    if dashed:
        made.setDashPattern([3.0, 2.5])
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
    return made


def box(painter: QPainter, rect: QRectF, radius: float, fill: str | None, edge: QPen | None = None) -> None:
    """A rounded box, filled, edged or both."""
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    paint(painter, path, fill, edge)


def disc(
    painter: QPainter, centre: QPointF, radius: float, fill: str | None, edge: QPen | None = None
) -> None:
    path = QPainterPath()
    path.addEllipse(centre, radius, radius)
    paint(painter, path, fill, edge)


def paint(painter: QPainter, path: QPainterPath, fill: str | None, edge: QPen | None = None) -> None:
    """A shape, filled, edged or both."""
    if fill:
        painter.fillPath(path, colour(fill))
    if edge is not None:
        painter.strokePath(path, edge)
