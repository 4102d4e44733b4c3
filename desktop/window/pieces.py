"""What a page shows, a piece at a time: a page may have more than anybody looks at."""

from collections.abc import Iterator, Sequence

from desktop.exhibits.kinds import Exhibit, Page
from desktop.exhibits.narrow import narrow
from desktop.exhibits.parts import count_pieces, pieces_of

MOST_AT_ONCE = 24
"""Pieces; a page that has no more is made whole, a longer one as it is scrolled."""

Place = tuple[int, int]
"""The number of an exhibit on its page, and that of the piece within the exhibit."""


def is_short(exhibits: Sequence[Exhibit]) -> bool:
    """Whether all of these can be made at once."""
    return len(exhibits) <= MOST_AT_ONCE and sum(map(count_pieces, exhibits)) <= MOST_AT_ONCE


def pieces_in(page: Page, needle: str, end: int) -> Iterator[tuple[Place, Exhibit] | None]:
    """The pieces of the page's first `end` exhibits that hold `needle`, each made when it comes; None for an exhibit
    that does not hold it."""
    for number in range(end):
        kept = narrow(page.exhibits[number], needle)
        if kept is None:
            yield None
            continue
        for part, piece in enumerate(pieces_of(kept)):
            yield (number, part), piece
