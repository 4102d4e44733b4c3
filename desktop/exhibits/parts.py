"""An exhibit → the parts that each fill one slide. Nothing is shrunk to fit, and nothing left out but what nobody would
page through: after MOST_PARTS slides the last one says how much more there is.

Sizes are those of a slide 480 high at scale 1, whose type is sized from its height.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from typing import Any, TypeVar

from desktop.exhibits.items import Items
from desktop.exhibits.kinds import Bars, Cards, Dots, Exhibit, Lane, Listing, Ring, Row, Timeline
from desktop.quantities.language import tr

MOST_PARTS = 40
"""Slides of one exhibit; a list of very many is read in the window, where it can be searched."""
MOST_CARDS = 4
MOST_BARS = 6
MOST_DOT_ROWS = 5
MOST_BESIDE = 3
MOST_STAGES = 7
"""Of one project; more of them go on over several slides."""
DRAWN = 60
"""Cards, bars or the like that are drawn as one in the window where there are very many: in full rows of two to six."""
LEAST_DRAWN = 12
"""Fewer that are left at the end are drawn with those before them."""
MOST_LEVELS = 7
"""Rows of labels and bars on a timeline's slide; a lane takes one for its bar and two for its labels at least."""
TABLE_HEIGHT = 270.0
"""Room for the rows of a table on a slide, its header left out."""
CELL_PADDING = 9.0
ROW_PADDING = 9.0
SOURCE_WIDTH = 26.0
"""The column of the source dots."""
COLUMN_LEAST = 64.0
MOST_CELL_LINES = 12
"""As many as a row that has a slide to itself can have."""
_EM = 14.0
_LINE = 20.5
MOST_ROWS = int(TABLE_HEIGHT / (_LINE + ROW_PADDING))
_LATIN = 0.58
"""An average Latin letter's width in em, on the safe side."""
_WORD = re.compile(r"[!-,.0-~]+")
_FULL_WIDTH = frozenset("“”‘’…—·")

_T = TypeVar("_T")


def parts_of(exhibit: Exhibit, width: float, most: int = MOST_PARTS) -> list[Exhibit]:
    """The exhibit itself where it fits on a slide with `width` between its margins, or its parts, as even as can be, at
    most so many."""
    match exhibit:
        case Listing():
            parts = _listing(exhibit, width, most)
        case Timeline():
            parts = _timeline(exhibit)
        case _:
            on_one = _MOST.get(type(exhibit))
            parts = _split(exhibit, even(items_in(exhibit), on_one)) if on_one else iter([exhibit])
    return list(islice(parts, most)) or [exhibit]


def halves_of(exhibit: Exhibit) -> list[Exhibit]:
    """The exhibit in two, or itself where it is one thing; the stages of a project are many."""
    if isinstance(exhibit, Timeline):
        lanes = exhibit.lanes
        if len(lanes) == 1 and len(lanes[0].stages) > 1:
            stages = even(lanes[0].stages, -(-len(lanes[0].stages) // 2))
            return [replace(exhibit, lanes=(lanes[0]._replace(stages=tuple(part)),)) for part in stages]
    items = items_in(exhibit)
    return list(_split(exhibit, even(items, -(-len(items) // 2)))) if len(items) > 1 else [exhibit]


def pieces_of(exhibit: Exhibit) -> list[Exhibit]:
    """The exhibit itself, or, where it has more than anybody has in view at once, pieces of it that are drawn one by
    one, each with its number."""
    if count_pieces(exhibit) == 1:
        return [exhibit]
    headed = isinstance(exhibit, Cards) and exhibit.headed
    items, last = items_in(exhibit), count_pieces(exhibit) - 1
    groups = [items[n * DRAWN : None if n == last else (n + 1) * DRAWN] for n in range(last + 1)]
    pieces = list(_split(exhibit, groups))
    made = []
    for n, piece in enumerate(pieces, start=1):
        title = tr("{title} ({part}/{parts})", title=exhibit.title, part=n, parts=len(pieces))
        changes: dict[str, Any] = {"title": title} | ({"headed": True} if headed and n == 1 else {})
        made.append(replace(piece, **changes))
    return made


def count_pieces(exhibit: Exhibit) -> int:
    """How many pieces that are."""
    return max(1, (entries_in(exhibit) + DRAWN - LEAST_DRAWN) // DRAWN) if type(exhibit) in _MOST else 1


def items_in(exhibit: Exhibit) -> Sequence[Any]:
    """The figures, rows or projects that an exhibit lists; none where it is no list of them."""
    items: Sequence[Any] = getattr(exhibit, _ITEMS.get(type(exhibit), ""), ())
    return items


def entries_in(exhibit: Exhibit) -> int:
    """How many they are."""
    return len(items_in(exhibit))


def even(items: Sequence[_T], most: int) -> Sequence[Sequence[_T]]:
    """`items` in order, in as few groups of at most `most` as there must be, as even as can be."""
    count, groups = len(items), -(-len(items) // most)

    def group(number: int) -> Sequence[_T]:
        return items[round(number * count / groups) : round((number + 1) * count / groups)]

    return Items(range(groups), group)


def _split(exhibit: Exhibit, groups: Sequence[Sequence[Any]]) -> Iterator[Exhibit]:
    """The exhibit with one group of its figures at a time."""
    changes: dict[str, Any] = {}
    if isinstance(exhibit, Cards):
        changes["headed"] = False
    elif isinstance(exhibit, Bars):  # all to one scale
        values = [bar.value for bar in exhibit.bars if bar.value is not None]
        changes["least"] = min([exhibit.least, *values])
        changes["most"] = max([exhibit.most, *values])
    for group in groups:
        changes[_ITEMS[type(exhibit)]] = group
        yield replace(exhibit, **changes)


def _timeline(exhibit: Timeline) -> Iterator[Exhibit]:
    """Lanes while their stages fit together; a lane with more stages than fit goes on over several slides."""
    group: list[Lane] = []
    for lane in _short_lanes(exhibit.lanes):
        if group and sum(map(_levels, (*group, lane))) > MOST_LEVELS:
            yield replace(exhibit, lanes=tuple(group))
            group = []
        group.append(lane)
    if group:
        yield replace(exhibit, lanes=tuple(group))


def _levels(lane: Lane) -> int:
    return 1 + max(2, min(len(lane.stages), MOST_LEVELS - 1))


def _short_lanes(lanes: Sequence[Lane]) -> Iterator[Lane]:
    for lane in lanes:
        if len(lane.stages) <= MOST_STAGES:
            yield lane
        else:
            yield from (lane._replace(stages=tuple(stages)) for stages in even(lane.stages, MOST_STAGES))


def _listing(exhibit: Listing, width: float, most: int) -> Iterator[Exhibit]:
    """Rows until the height of a slide is used up; the slides are as full as each other where that fits too."""
    rows = tuple(exhibit.rows[: most * MOST_ROWS])
    groups: list[Sequence[Row]] = []
    start = 0
    for end in range(1, len(rows) + 1):
        if end == len(rows) or _table_height(rows[start : end + 1], width) > TABLE_HEIGHT:
            groups.append(rows[start:end])
            start = end
    alike = list(even(rows, -(-len(rows) // max(1, len(groups))))) if groups else []
    if all(_table_height(group, width) <= TABLE_HEIGHT for group in alike):
        groups = alike
    for group in groups:
        yield replace(exhibit, rows=group)


def _table_height(rows: Sequence[Row], width: float) -> float:
    """About how high these rows are together, in a table of their own."""
    columns = list(zip(*(row.cells for row in rows), strict=True))
    texts = [[_text_width(text) for text in column] for column in columns]
    words = [max(_text_width(longest_word(text)) for text in column) for column in columns]
    widths = table_widths(texts, words, width)
    return sum(_row_height(row.cells, widths) for row in rows)


@lru_cache(maxsize=8192)
def longest_word(text: str) -> str:
    """The longest stretch of Latin letters or digits that no line breaks within."""
    return max(_WORD.findall(text), key=len, default="")


def table_widths(
    texts: Sequence[Sequence[float]], words: Sequence[float], width: float, scale: float = 1.0
) -> list[float]:
    """How wide each column of a table is, given the widths of its texts and of its longest words: as wide as its longest
    text, the widest ones giving way where there is not enough room but for a word, the last one taking what is left
    over."""
    pad, room = 2 * CELL_PADDING * scale, width - SOURCE_WIDTH * scale
    least = [max(COLUMN_LEAST * scale, word + pad) for word in words]
    wanted = [max([low, *(text + pad for text in column)]) for low, column in zip(least, texts, strict=True)]
    cap = max(wanted, default=0.0)

    def shared() -> list[float]:
        return [max(low, min(want, cap)) for low, want in zip(least, wanted, strict=True)]

    while sum(shared()) > room and cap > COLUMN_LEAST * scale:
        cap *= 0.97
    widths = shared()
    if widths:
        widths[-1] += max(0.0, room - sum(widths))
    return widths


@lru_cache(maxsize=8192)
def _text_width(text: str) -> float:
    """About how wide a text is, in the type of a table's body."""
    return _EM * sum(1.0 if ord(c) >= 0x2E80 or c in _FULL_WIDTH else _LATIN for c in text)


def _row_height(cells: Sequence[str], widths: Sequence[float]) -> float:
    lines = max(
        max(1.0, -(-_text_width(cell) // max(_EM, width - 2 * CELL_PADDING - _EM / 2)))
        for cell, width in zip(cells, widths, strict=True)
    )
    return min(lines, MOST_CELL_LINES) * _LINE + ROW_PADDING


_MOST: Mapping[type[Exhibit], int] = {
    Cards: MOST_CARDS,
    Bars: MOST_BARS,
    Dots: MOST_DOT_ROWS,
    Ring: MOST_BESIDE,
}
"""How many figures of an exhibit a slide has."""
_ITEMS: Mapping[type[Exhibit], str] = {
    Cards: "cards",
    Bars: "bars",
    Dots: "parts",
    Ring: "beside",
    Timeline: "lanes",
    Listing: "rows",
}
"""What an exhibit lists."""
