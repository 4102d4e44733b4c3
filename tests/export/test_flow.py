"""Blocks on pages: in order, none cut, what belongs together together."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as some
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from desktop.export.flow import Block, Placed, flow

ROOM = 100.0


def nothing(painter: QPainter, rect: QRectF) -> None:
    """Blocks are placed here, not painted."""


def block(height: float, **values: object) -> Block:
    return replace(Block(height, nothing), **values)  # type: ignore[arg-type]


def heights(pages: Sequence[Sequence[Placed]]) -> list[list[float]]:
    return [[placed.block.height for placed in page] for page in pages]


blocks = some.lists(
    some.builds(
        lambda height, gap, keeps: block(height, gap=gap, keeps=keeps),
        some.floats(1, 90),
        some.floats(0, 10),
        some.booleans(),
    ),
    min_size=1,
    max_size=40,
)


@given(blocks)
def test_every_block_has_its_place_in_order_and_none_overlaps(given: list[Block]) -> None:
    pages = flow(given, ROOM)
    assert [placed.block for page in pages for placed in page] == given
    for page in pages:
        ends = 0.0
        for placed in page:
            assert placed.top >= ends - 1e-9
            ends = placed.top + placed.block.height
        assert ends <= ROOM + 1e-9


def test_what_stays_with_the_next_is_not_left_alone() -> None:
    title, text = block(20, keeps=True), block(40)
    assert heights(flow([block(60), title, text], ROOM)) == [[60], [20, 40]]


def test_a_header_comes_again_where_a_table_goes_on() -> None:
    head = block(10)
    rows = [block(30, header=head) for _ in range(4)]
    assert heights(flow([head, *rows], ROOM)) == [[10, 30, 30, 30], [10, 30]]


def test_what_can_be_split_fills_the_page() -> None:
    def split(left: float) -> tuple[Block, Block]:
        return block(left), block(70 - left)

    title, long, caption = block(20, keeps=True), block(70, split=split, keeps=True), block(10)
    assert heights(flow([block(40), title, long, caption], ROOM)) == [[40, 20, 40], [30, 10]]


def test_what_goes_on_fills_what_its_first_part_leaves() -> None:
    def split(left: float) -> tuple[Block, Block] | None:
        return (block(40), block(400, split=lambda rest: (block(40), block(40)))) if left >= 40 else None

    assert heights(flow([block(10), block(400, split=split)], ROOM)) == [[10, 40, 40], [40]]


def test_what_cannot_stay_with_its_title_is_split_on_the_next_page() -> None:
    def split(left: float) -> tuple[Block, Block] | None:
        return (block(left), block(30)) if left == ROOM else None

    title, long = block(20, keeps=True), block(130, split=split)
    assert heights(flow([title, long], ROOM)) == [[20], [100], [30]]


def test_what_is_higher_than_a_page_has_one_for_itself() -> None:
    assert heights(flow([block(10), block(300), block(10)], ROOM)) == [[10], [300], [10]]
