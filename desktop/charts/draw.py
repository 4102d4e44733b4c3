"""Draw any exhibit: one entry per kind, used by every surface."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPicture

from desktop.briefing.guard import guarded
from desktop.charts.sheet import Mark, ProofOf, Sheet
from desktop.charts.theme import Look
from desktop.exhibits.kinds import (
    Bars,
    Cards,
    Dots,
    Exhibit,
    Failed,
    Listing,
    Ring,
    Structure,
    Timeline,
    failed,
)

if TYPE_CHECKING:
    from desktop.exhibits.viewport import Viewport

_DRAWN: Mapping[type[Exhibit], str] = {
    Cards: "cards",
    Bars: "bars",
    Ring: "ring",
    Dots: "dots",
    Structure: "structure",
    Timeline: "timeline",
    Listing: "table",
    Failed: "failed",
}
"""The module of this package that draws each kind; loaded when the first of its kind is drawn."""


def _drawing(exhibit: Exhibit) -> Any:
    return import_module(f"desktop.charts.{_DRAWN[type(exhibit)]}")


def height_of(exhibit: Exhibit, width: float, look: Look) -> float:
    """The height that the exhibit wants at this width, in logical pixels."""
    return guarded(
        lambda: _height(exhibit, width, look), lambda reason: _height(failed(exhibit, reason), width, look)
    )


def _height(exhibit: Exhibit, width: float, look: Look) -> float:
    height: Callable[[Exhibit, float, Look], float] = _drawing(exhibit).height
    return height(exhibit, width, look)


def draw(
    painter: QPainter,
    rect: QRectF,
    exhibit: Exhibit,
    look: Look,
    proof_of: ProofOf,
    view: "Viewport | None" = None,
) -> list[Mark]:
    """Draw an exhibit into `rect`; returns what on it stands for a record."""
    return _drawn(Sheet(painter, look, proof_of), rect, exhibit, view).marks


def cuts(exhibit: Exhibit, width: float, look: Look) -> int:
    """How many texts would be shortened where the exhibit is drawn at this width, as high as it wants to be."""
    picture = QPicture()
    painter = QPainter(picture)
    sheet = Sheet(painter, look, lambda ref: None)
    _drawn(sheet, QRectF(0, 0, width, height_of(exhibit, width, look)), exhibit, None)
    painter.end()
    return sheet.cut


def _drawn(sheet: Sheet, rect: QRectF, exhibit: Exhibit, view: "Viewport | None") -> Sheet:
    """Whatever happens, the painter is handed back as it was: one that is not brought to its end takes the process
    down."""
    painter = sheet.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    known = len(sheet.marks)

    def tell(reason: str) -> None:
        del sheet.marks[known:]
        _draw(sheet, rect, failed(exhibit, reason), view)

    guarded(lambda: _draw(sheet, rect, exhibit, view), tell)
    painter.restore()
    return sheet


def _draw(sheet: Sheet, rect: QRectF, exhibit: Exhibit, view: "Viewport | None") -> None:
    if isinstance(exhibit, Timeline):
        _drawing(exhibit).draw(sheet, rect, exhibit, view)
    else:
        _drawing(exhibit).draw(sheet, rect, exhibit)
