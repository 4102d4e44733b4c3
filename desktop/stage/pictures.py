"""Drawn slides, kept ready: the next slide is drawn while this one shows."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap, QTransform

from desktop.charts.sheet import Mark, ProofOf
from desktop.charts.slide import axis_width, draw_slide
from desktop.charts.theme import stage_look
from desktop.exhibits.deck import Slide
from desktop.exhibits.viewport import Viewport
from desktop.stage.allocator import give_large_back

MOST_BYTES = 192 * 2**20
LARGE_AT_LEAST = 2
"""So many of the largest pictures are kept whatever they weigh, so that the next slide of an 8K wall is ready too."""
LAYOUT_HEIGHT = 1080
"""Every picture is laid out at this height and then scaled, so that lines break alike on stage, console and strip."""
_BYTES_A_PIXEL = 4


def _weight(size: QSize) -> int:
    return size.width() * size.height() * _BYTES_A_PIXEL


Key = tuple[int, str, int, int]


class Pictures:
    """Pictures of whole slides at any size in device pixels; the ones that were used longest ago give way."""

    def __init__(self, proof_of: ProofOf, most_bytes: int = MOST_BYTES) -> None:
        self.proof_of = proof_of
        give_large_back()
        self._most = most_bytes
        self._kept: OrderedDict[Key, tuple[Slide, QPixmap, list[Mark]]] = OrderedDict()
        self._bytes = 0
        self._largest = 0

    @property
    def room(self) -> int:
        """Bytes that may be kept: MOST_BYTES, and more where the pictures are very large."""
        return self._most + (LARGE_AT_LEAST * self._largest if self._largest * 3 > self._most else 0)

    def clear(self) -> None:
        self._kept.clear()
        self._bytes = self._largest = 0

    def of(self, slide: Slide, number: str, size: QSize) -> QPixmap:
        """The picture of a slide, drawn now where it is not kept."""
        return self._entry(slide, number, size)[1]

    def marks(self, slide: Slide, number: str, size: QSize) -> list[Mark]:
        """The marks of that picture, in its device pixels."""
        return self._entry(slide, number, size)[2]

    def has(self, slide: Slide, number: str, size: QSize) -> bool:
        return self._key(slide, number, size) in self._kept

    def prepare(self, wanted: Sequence[tuple[Slide, str, QSize]]) -> bool:
        """Draw the first of these pictures that is missing, as far down the list as there is room for all before it;
        False where nothing is to be done."""
        weight = 0
        self._largest = max([self._largest, *(_weight(size) for _, _, size in wanted)])
        for slide, number, size in wanted:
            weight += _weight(size)
            if weight > self.room:
                return False
            if not self.has(slide, number, size):
                self._entry(slide, number, size)
                return True
            self._kept.move_to_end(self._key(slide, number, size))
        return False

    @staticmethod
    def _key(slide: Slide, number: str, size: QSize) -> Key:
        return id(slide), number, size.width(), size.height()

    def _entry(self, slide: Slide, number: str, size: QSize) -> tuple[Slide, QPixmap, list[Mark]]:
        key = self._key(slide, number, size)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        picture = QPixmap(size)
        painter = QPainter(picture)
        marks = self.draw(painter, size, slide, number)
        painter.end()
        entry = (slide, picture, marks)
        self._kept[key] = entry
        self._bytes += _weight(size)
        self._largest = max(self._largest, _weight(size))
        while self._bytes > self.room and len(self._kept) > 1:
            (_, _, width, height), _ = self._kept.popitem(last=False)
            self._bytes -= _weight(QSize(width, height))
        return entry

    @staticmethod
    def axis(slide: Slide, size: QSize) -> float:
        """How long the time axis of a slide is, in heights of the picture; 0 where it has none."""
        rect = QRectF(0, 0, size.width() * LAYOUT_HEIGHT / size.height(), LAYOUT_HEIGHT)
        return axis_width(rect, slide, stage_look) / LAYOUT_HEIGHT

    def draw(
        self, painter: QPainter, size: QSize, slide: Slide, number: str, view: Viewport | None = None
    ) -> list[Mark]:
        """Draw a slide from the painter's origin on, `size` large; returns its marks in the same measure."""
        scale = size.height() / LAYOUT_HEIGHT
        rect = QRectF(0, 0, size.width() / scale, LAYOUT_HEIGHT)
        painter.save()
        painter.scale(scale, scale)
        marks = draw_slide(painter, rect, slide, number, stage_look, self.proof_of, view)
        painter.restore()
        grown = QTransform.fromScale(scale, scale)
        return [mark._replace(rect=grown.mapRect(mark.rect)) for mark in marks]
