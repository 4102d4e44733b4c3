"""Exhibits as blocks of a page: side by side by their span, tables row by row, what is too high in parts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.briefing.citations import Evidence
from desktop.briefing.guard import guarded
from desktop.charts import ink
from desktop.charts.draw import cuts, draw, height_of
from desktop.charts.sheet import Sheet
from desktop.charts.table import HEADER, column_widths, draw_header, draw_row, row_height
from desktop.charts.theme import COLUMNS, GAP, Look
from desktop.charts.timeline import scrolled_lane
from desktop.exhibits.kinds import Bars, Cards, Dots, Exhibit, Listing, Ring, Row, Timeline, failed
from desktop.exhibits.viewport import Viewport
from desktop.export.flow import Block, Paragraph, Split
from desktop.quantities.language import tr

_BELOW = 6
_WHOLE_LINES = 4
"""Up to so many lines, what stands below an exhibit stays with it whole."""
_MOST_TOGETHER = 4
"""Up to so many cards are read at one glance."""
_EMPTY = 0.2
"""A page that would be so much empty, or more, takes a part of what comes next."""
_MOST_LANES = 24
"""A page holds no more."""
_ITEMS: Mapping[type[Exhibit], str] = {
    Cards: "cards",
    Bars: "bars",
    Dots: "parts",
    Ring: "beside",
    Timeline: "lanes",
    Listing: "rows",
}
"""The part of each kind of which there may be too many for a page."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where exhibits are placed: `room` is the width and height of a page; `below` says what stands below one."""

    width: float
    room: float
    look: Look
    evidence: Evidence
    below: Callable[[Exhibit], Sequence[Paragraph]]

    def below_height(self, exhibit: Exhibit, width: float) -> float:
        texts = self.below(exhibit)
        return sum(self.look.px(_BELOW) + text.height(self.look, width) for text in texts)


@dataclass(frozen=True, slots=True)
class _Panel:
    """An exhibit between `left` and `left + width`."""

    exhibit: Exhibit
    left: float
    width: float


def rows_of(exhibits: Sequence[Exhibit], span_of: Callable[[Exhibit], int]) -> list[list[Exhibit]]:
    """The exhibits in rows of twelve columns, in their order."""
    rows: list[list[Exhibit]] = []
    used = COLUMNS
    for exhibit in exhibits:
        span = span_of(exhibit)
        if used + span > COLUMNS:
            rows.append([])
            used = 0
        rows[-1].append(exhibit)
        used += span
    return rows


def row_blocks(row: Sequence[Exhibit], frame: Frame, span_of: Callable[[Exhibit], int]) -> Iterator[Block]:
    """A row as one block, with what stands below each exhibit; what does not fit on a page becomes several rows."""
    yield from guarded(
        lambda: list(_row_blocks(row, frame, span_of)),
        lambda reason: list(_row_blocks([failed(one, reason) for one in row], frame, span_of)),
    )


def _row_blocks(row: Sequence[Exhibit], frame: Frame, span_of: Callable[[Exhibit], int]) -> Iterator[Block]:
    panels = _placed(row, frame, span_of)
    tall = max(height_of(p.exhibit, p.width, frame.look) for p in panels)
    below = max(frame.below_height(p.exhibit, p.width) for p in panels)
    if len(row) > 1 and (tall + below > frame.room or any(_is_cut(panel, frame) for panel in panels)):
        for exhibit in row:
            yield from row_blocks([exhibit], frame, span_of)
    elif len(row) == 1 and isinstance(row[0], Listing) and tall + below > frame.room:
        yield from listing_blocks(row[0], frame)
    elif len(row) == 1:
        yield from _single(row[0], frame)
    else:
        yield _row_block(panels, frame, _parted(row, frame))


def _row_block(panels: Sequence[_Panel], frame: Frame, split: Split | None = None) -> Block:
    tall = max(height_of(p.exhibit, p.width, frame.look) for p in panels)
    below = max(frame.below_height(p.exhibit, p.width) for p in panels)
    paint = partial(_paint_row, panels=panels, tall=tall, frame=frame)
    title = panels[0].exhibit.title
    return Block(tall + below, paint, gap=frame.look.px(GAP), bookmark=title, level=1, split=split)


def _parted(row: Sequence[Exhibit], frame: Frame) -> Split | None:
    """Two exhibits of a row above each other, where the page would stay empty otherwise."""
    if len(row) != 2:
        return None

    def split(room: float) -> tuple[Block, Block] | None:
        if room < frame.room * _EMPTY:
            return None
        first, second = (_row_block([_Panel(exhibit, 0.0, frame.width)], frame) for exhibit in row)
        return (first, second) if first.height <= room and second.height <= frame.room else None

    return split


def _is_cut(panel: _Panel, frame: Frame) -> bool:
    """Whether more of its texts are shortened in its place than over the whole width."""
    cut = cuts(panel.exhibit, panel.width, frame.look)
    return cut > 0 and cuts(panel.exhibit, frame.width, frame.look) < cut


def _placed(row: Sequence[Exhibit], frame: Frame, span_of: Callable[[Exhibit], int]) -> list[_Panel]:
    gap = frame.look.px(GAP)
    unit = (frame.width + gap) / COLUMNS
    panels, used = [], 0
    for exhibit in row:
        panels.append(_Panel(exhibit, used * unit, span_of(exhibit) * unit - gap))
        used += span_of(exhibit)
    last = panels[-1]
    panels[-1] = replace(last, width=frame.width - last.left)
    return panels


def _paint_row(painter: QPainter, rect: QRectF, panels: Sequence[_Panel], tall: float, frame: Frame) -> None:
    for panel in panels:
        place = QRectF(rect.left() + panel.left, rect.top(), panel.width, tall)
        draw(painter, place, panel.exhibit, frame.look, frame.evidence.of)
        y = place.bottom()
        for text in frame.below(panel.exhibit):
            y = text.paint(
                painter, frame.look, QRectF(place.left(), y + frame.look.px(_BELOW), panel.width, 0)
            )


def _single(exhibit: Exhibit, frame: Frame) -> Iterator[Block]:
    """An exhibit over the whole width; what stands below it flows on."""
    below = frame.below(exhibit)
    view = Viewport.fitting(exhibit) if isinstance(exhibit, Timeline) else None
    whole = _block(exhibit, exhibit.title, frame, view)
    is_headed = not isinstance(exhibit, Cards) or exhibit.headed
    yield replace(whole, keeps=bool(below), bookmark=exhibit.title if is_headed else "", level=1)
    yield from _flowing(below, frame)


def _block(exhibit: Exhibit, title: str, frame: Frame, view: Viewport | None) -> Block:
    """The exhibit under the heading `title`; where it is split, the rest of it is headed as what goes on."""
    shown = replace(exhibit, title=title)
    items = _items(exhibit)
    tall = _tall(shown, frame)

    def split(room: float) -> tuple[Block, Block] | None:
        for count in _counts(exhibit, room, frame):
            first = _with(shown, items[:count])
            if _tall(first, frame) <= room:
                going_on = tr("{title} (continued)", title=exhibit.title) if exhibit.title else ""
                rest = _block(_with(exhibit, items[count:]), going_on, frame, view)
                return _block(first, title, frame, view), replace(rest, keeps=bool(frame.below(exhibit)))
        return None

    paint = partial(_paint_one, exhibit=shown, frame=frame, view=view)
    return Block(tall, paint, gap=frame.look.px(GAP), split=split if len(items) > 1 else None)


def _tall(exhibit: Exhibit, frame: Frame) -> float:
    """How high it has to be; more than a page where all of it would only be seen by scrolling."""
    if isinstance(exhibit, Timeline) and scrolled_lane(exhibit, frame.width, frame.look):
        return frame.room * 2
    return height_of(exhibit, frame.width, frame.look)


def _items(exhibit: Exhibit) -> Sequence[object]:
    name = _ITEMS.get(type(exhibit))
    return getattr(exhibit, name) if name else ()


def _with(exhibit: Exhibit, items: Sequence[object]) -> Exhibit:
    values: dict[str, Any] = {_ITEMS[type(exhibit)]: items}
    return replace(exhibit, **values)


def _counts(exhibit: Exhibit, room: float, frame: Frame) -> Iterator[int]:
    """How many items might go onto this page, the best first. Lanes may part anywhere, and so may many cards and few on a
    page that would stay empty, but none is left alone where there are more; all else parts only where it is too high for a whole page."""
    count = len(_items(exhibit))
    if isinstance(exhibit, Timeline):
        most = min(count - 2, _MOST_LANES) if count > 3 else count - 1
    elif room >= frame.room or (room > frame.room * _EMPTY and _tall(exhibit, frame) > frame.room):
        most = count - 1
    elif isinstance(exhibit, Cards) and (count > _MOST_TOGETHER or room > frame.room * _EMPTY):
        most = count - 2
    else:
        return
    yield from range(most, 0, -1)


def _flowing(below: Sequence[Paragraph], frame: Frame) -> Iterator[Block]:
    for text in below:
        tall = text.height(frame.look, frame.width)
        if tall <= _WHOLE_LINES * ink.line_height(frame.look, text.role):
            yield Block(tall, partial(_paint_text, text=text, look=frame.look), gap=frame.look.px(_BELOW))
        else:
            yield from text.blocks(frame.look, frame.width, gap=frame.look.px(_BELOW))


def _paint_text(painter: QPainter, rect: QRectF, text: Paragraph, look: Look) -> None:
    text.paint(painter, look, rect)


def _paint_one(
    painter: QPainter, rect: QRectF, exhibit: Exhibit, frame: Frame, view: Viewport | None
) -> None:
    draw(painter, rect, exhibit, frame.look, frame.evidence.of, view)


# tables


def listing_blocks(listing: Listing, frame: Frame) -> Iterator[Block]:
    """A table row by row, whole, its columns equally wide throughout; where it goes on, title and headings come again."""
    look = frame.look
    widths = column_widths(listing, frame.width, look)
    head = look.px(HEADER)
    most = max(1, int((frame.room - 3 * head) / ink.line_height(look, "body")) - 1)
    yield Block(
        ink.line_height(look, "strong") + head,
        partial(_paint_head, title=listing.title, listing=listing, widths=widths, look=look),
        gap=look.px(GAP),
        keeps=True,
        bookmark=listing.title,
        level=1,
    )
    again = Block(
        ink.line_height(look, "strong") + head,
        partial(
            _paint_head,
            title=tr("{title} (continued)", title=listing.title),
            listing=listing,
            widths=widths,
            look=look,
        ),
    )
    below = frame.below(listing)
    for number, row in enumerate(listing.rows, start=1):
        yield Block(
            row_height(row, widths, look, most),
            partial(_paint_row_of_table, row=row, widths=widths, frame=frame, most=most),
            keeps=number == 1
            or number == len(listing.rows) - 1
            or (number == len(listing.rows) and bool(below)),
            header=again,
        )
    yield from _flowing(below, frame)


def _paint_head(
    painter: QPainter, rect: QRectF, title: str, listing: Listing, widths: list[float], look: Look
) -> None:
    line = ink.line_height(look, "strong")
    ink.write(
        painter, look, "strong", look.palette.ink, QRectF(rect.left(), rect.top(), rect.width(), line), title
    )
    sheet = Sheet(painter, look, lambda ref: None)
    draw_header(sheet, rect.adjusted(0, line, 0, 0), listing.columns, widths)


def _paint_row_of_table(
    painter: QPainter, rect: QRectF, row: Row, widths: list[float], frame: Frame, most: int
) -> None:
    draw_row(Sheet(painter, frame.look, frame.evidence.of), rect, row, widths, most)
