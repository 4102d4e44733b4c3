"""Blocks, one below the other, onto pages: none is cut, none that belongs to the next is left alone at the foot."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.briefing.guard import guarded
from desktop.charts import ink
from desktop.charts.theme import Look, print_look

Paint = Callable[[QPainter, QRectF], object]
Split = Callable[[float], "tuple[Block, Block] | None"]
"""What fits into so much height, and the rest; None where it cannot be split there."""

ANY_NUMBER = 10**6
"""Of lines."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A strip across the page. `gap`: space above it, unless it is the first of its page. `keeps`: it stays with the
    next one. `header`: what stands above it where it is the first of its page. `bookmark` with its `level`."""

    height: float
    paint: Paint
    gap: float = 0.0
    keeps: bool = False
    header: "Block | None" = None
    bookmark: str = ""
    level: int = 0
    split: Split | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A block with its distance from the top of the page's room."""

    top: float
    block: Block


def paint_block(painter: QPainter, rect: QRectF, block: Block) -> None:
    """Paint a block; one that cannot be painted says so in its place."""
    painter.save()
    guarded(partial(block.paint, painter, rect), partial(_tell, painter, rect))
    painter.restore()


def _tell(painter: QPainter, rect: QRectF, reason: str) -> None:
    look = print_look("")
    ink.write(painter, look, "small", look.palette.warning, rect, reason)


def flow(blocks: Iterable[Block], room: float) -> list[list[Placed]]:
    """The pages that the blocks fill, each `room` high. A block that does not fit is split where it can be; one that
    is higher than a page and cannot be split has a page for itself."""
    paper = _Paper(room)
    for chain in _chains(blocks):
        paper.place_together(chain)
    return paper.pages


def _tall(block: Block) -> float:
    return block.gap + block.height


class _Paper:
    """Pages that are filled from the top."""

    def __init__(self, room: float) -> None:
        self.pages: list[list[Placed]] = [[]]
        self._room = room
        self._used = 0.0

    def place_together(self, chain: list[Block]) -> None:
        while not self._holds(chain):
            rest = self._split(chain)
            if rest is not None:
                chain = rest
            elif self._used:
                self._turn()
            elif len(chain) > 1:
                for block in chain:
                    self.place_together([block])
                return
            else:
                break
        for block in chain:
            self._place(block)

    def _holds(self, blocks: list[Block]) -> bool:
        tall = sum(map(_tall, blocks)) - (0.0 if self._used else blocks[0].gap)
        return self._used + tall <= self._room

    def _turn(self) -> None:
        if self._used:
            self.pages.append([])
            self._used = 0.0

    def _place(self, block: Block) -> None:
        if not self._used and block.header is not None:
            self.pages[-1].append(Placed(0.0, block.header))
            self._used = block.header.height
        gap = block.gap if self._used else 0.0
        self.pages[-1].append(Placed(self._used + gap, block))
        self._used += gap + block.height

    def _split(self, chain: list[Block]) -> list[Block] | None:
        """Place what goes onto this page of blocks that do not fit there; the others. None where nothing does."""
        number = next((n for n, block in enumerate(chain) if block.split), None)
        if number is None:
            return None
        before, block = chain[:number], chain[number]
        left = (
            self._room - self._used - sum(map(_tall, before)) - (block.gap if self._used or before else 0.0)
        )
        parts = block.split(left) if block.split and left > 0 else None
        if parts is None:
            return None
        for placed in (*before, parts[0]):
            self._place(placed)
        return [parts[1], *chain[number + 1 :]]


def _chains(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Blocks that stay together."""
    chain: list[Block] = []
    for block in blocks:
        chain.append(block)
        if not block.keeps:
            yield chain
            chain = []
    if chain:
        yield chain


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text set in a role and colour of the theme, `indent` from the left; `balanced` makes its lines about equally long."""

    text: str
    role: str
    shade: str
    indent: float = 0.0
    balanced: bool = False

    def lines(self, look: Look, width: float) -> list[str]:
        set_in = ink.balanced if self.balanced else ink.wrap
        parts = filter(None, (part.strip() for part in self.text.splitlines()))
        return [
            line for part in parts for line in set_in(look, self.role, part, width - self.indent, ANY_NUMBER)
        ]

    def height(self, look: Look, width: float) -> float:
        return len(self.lines(look, width)) * ink.line_height(look, self.role)

    def paint(self, painter: QPainter, look: Look, rect: QRectF) -> float:
        """Write it from the top of `rect` on; returns where it ends."""
        line = QRectF(rect.left() + self.indent, rect.top(), rect.width() - self.indent, 0)
        line.setHeight(ink.line_height(look, self.role))
        for text in self.lines(look, rect.width()):
            ink.write(painter, look, self.role, self.shade, line, text)
            line.translate(0, line.height())
        return line.top()

    def blocks(self, look: Look, width: float, gap: float = 0.0, keeps: bool = False) -> Iterator[Block]:
        """A block for each line: at least two of them stay together at a foot and at a head."""
        lines = self.lines(look, width)
        for number, text in enumerate(lines):
            single = Paragraph(text, self.role, self.shade, self.indent)
            yield Block(
                ink.line_height(look, self.role),
                single._line_painter(look),
                gap=0.0 if number else gap,
                keeps=number in (0, len(lines) - 2) if number < len(lines) - 1 else keeps,
            )

    def _line_painter(self, look: Look) -> Paint:
        def paint(painter: QPainter, rect: QRectF) -> None:
            ink.write(painter, look, self.role, self.shade, rect.adjusted(self.indent, 0, 0, 0), self.text)

        return paint
