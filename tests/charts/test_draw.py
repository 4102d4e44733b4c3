"""Every exhibit is drawn, with honest marks, whatever it holds."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.briefing.citations import Evidence
from desktop.briefing.proof import Proof, Verdict
from desktop.briefing.records import PAGES, Ref
from desktop.charts.draw import cuts, draw, height_of
from desktop.charts.sheet import Mark, ProofOf
from desktop.charts.theme import page_look
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import (
    Bars,
    Cards,
    Dots,
    Exhibit,
    Lane,
    Listing,
    Reading,
    Ring,
    Stage,
    Structure,
    Timeline,
)
from desktop.exhibits.parts import parts_of
from desktop.quantities.quantity import Bound

LOOK = page_look("industry")
NARROWEST = 912
"""What the smallest window leaves for a panel of the whole width."""
LONG = "一个名字特别特别长的指标" * 5


def all_are(verdict: Verdict) -> ProofOf:
    return lambda ref: Proof(verdict, "")


proved = all_are(Verdict.PROVED)


def drawn(exhibit: Exhibit, width: int = 700, proof_of: ProofOf = proved) -> tuple[QImage, list[Mark]]:
    height = round(height_of(exhibit, width, LOOK))
    image = QImage(width, max(1, height), QImage.Format.Format_ARGB32)
    image.fill(QColor(LOOK.palette.ground))
    painter = QPainter(image)
    marks = draw(painter, QRectF(0, 0, width, height), exhibit, LOOK, proof_of)
    painter.end()
    return image, marks


SHARED: dict[str, Any] = {"page": "industry", "position": 1, "title": "空", "span": 12}


@pytest.mark.parametrize(
    "exhibit",
    [
        *(kind(**SHARED) for kind in (Cards, Bars, Ring, Dots, Structure, Timeline, Listing)),
        Bars(**SHARED, upright=True),
    ],
)
@pytest.mark.parametrize("width", [60, 700])
def test_a_panel_without_anything_in_it_is_drawn(qapp: QApplication, exhibit: Exhibit, width: int) -> None:
    _, marks = drawn(exhibit, width)
    assert not marks


def share_of(image: QImage, colour: str, box: QRectF) -> float:
    wanted = QColor(colour).rgb()
    points = [
        (x, y)
        for x in range(max(0, int(box.left())), min(image.width(), int(box.right())))
        for y in range(max(0, int(box.top())), min(image.height(), int(box.bottom())))
    ]
    return sum(image.pixel(x, y) == wanted for x, y in points) / max(1, len(points))


@pytest.fixture
def reading(evidence: Evidence) -> Reading:
    made = Composer(evidence).readings.of("fdi_2024")
    assert made is not None
    return made


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("width", [400, 900, 3600])
def test_every_bundled_exhibit_is_drawn_with_all_its_marks(
    qapp: QApplication, evidence: Evidence, page: str, width: int
) -> None:
    from desktop.exhibits.refs import entries_of, readings_in

    for exhibit in Composer(evidence).page(page).exhibits:
        image, marks = drawn(exhibit, width)
        shown = {mark.ref for mark in marks}
        assert {r.ref for r in readings_in(exhibit)} <= shown
        undated = {s.ref for lane in getattr(exhibit, "lanes", ()) for s in lane.stages if s.date is None}
        assert set(entries_of(exhibit)) - undated <= shown
        assert all(QRectF(image.rect()).adjusted(-1, -1, 1, 1).contains(mark.rect) for mark in marks)


@pytest.mark.parametrize(
    "made_of",
    [
        lambda reading: Bars("industry", 1, "x", 12, bars=(reading,), unit="亿美元"),
        lambda reading: Ring("industry", 1, "x", 12, share=reading),
        lambda reading: Dots("industry", 1, "x", 12, total=reading, parts=(reading,)),
        lambda reading: Dots(
            "industry", 1, "x", 12, total=reading._replace(value=Decimal(900)), parts=(reading,)
        ),
    ],
    ids=["bar", "ring", "dots", "many dots"],
)
@pytest.mark.parametrize("status", ["target", "forecast"])
def test_what_is_planned_is_hollow_and_an_actual_solid(
    qapp: QApplication, reading: Reading, made_of: Callable[[Reading], Exhibit], status: str
) -> None:
    large = reading._replace(value=Decimal(20))
    image, marks = drawn(made_of(large))
    hollow, _ = drawn(made_of(large._replace(status=status)))
    solid = share_of(image, LOOK.accent, marks[0].rect)
    assert solid > 0.02 and share_of(hollow, LOOK.accent, marks[0].rect) < solid / 2


@pytest.mark.parametrize("status", ["actual", "target"])
def test_a_bounded_ring_has_an_open_end_in_the_colour_of_its_page(
    qapp: QApplication, reading: Reading, status: str
) -> None:
    share = reading._replace(value=Decimal(60), bound=Bound.EXACTLY, status=status)
    (exact, marks), (open_ended, _) = (
        drawn(Ring("industry", 1, "x", 12, share=one))
        for one in (share, share._replace(bound=Bound.AT_LEAST))
    )
    assert share_of(open_ended, LOOK.accent, marks[0].rect) > share_of(exact, LOOK.accent, marks[0].rect)


def test_a_ring_beyond_the_whole_goes_on(qapp: QApplication, reading: Reading) -> None:
    pictures = [
        drawn(Ring("industry", 1, "x", 12, share=reading._replace(value=Decimal(value))))[0]
        for value in (100, 120, 150)
    ]
    assert pictures[0] != pictures[1] != pictures[2]


def test_the_parts_of_one_chart_have_one_scale(qapp: QApplication, reading: Reading) -> None:
    bars = tuple(reading._replace(value=Decimal(10 * n), bound=Bound.EXACTLY) for n in range(9, 0, -1))
    first, second = parts_of(Bars("industry", 1, "", 12, bars=bars, unit="亿美元"), 800)
    shares = []
    for part in (first, second):
        assert isinstance(part, Bars)
        image, marks = drawn(part)
        shares.append(share_of(image, LOOK.accent, marks[0].rect) / float(part.bars[0].value or 0))
    assert shares[1] == pytest.approx(shares[0], rel=0.05)


def test_a_derived_bar_is_neither_solid_nor_hollow(qapp: QApplication, reading: Reading) -> None:
    bars = Bars("industry", 1, "x", 12, bars=(reading._replace(status="derived"),), unit="亿美元")
    image, marks = drawn(bars)
    solid, _ = drawn(replace(bars, bars=(reading,)))
    hollow, _ = drawn(replace(bars, bars=(reading._replace(status="target"),)))
    assert image != solid and image != hollow and share_of(image, LOOK.accent, marks[0].rect) < 0.2


@pytest.mark.parametrize("bound", [b for b in Bound if b is not Bound.EXACTLY])
@pytest.mark.parametrize("upright", [True, False])
def test_a_bound_leaves_the_end_open(
    qapp: QApplication, reading: Reading, bound: Bound, upright: bool
) -> None:
    bars = Bars("industry", 1, "x", 12, bars=(reading,), unit="亿美元", upright=upright)
    exact, _ = drawn(bars)
    open_ended, _ = drawn(replace(bars, bars=(reading._replace(bound=bound),)))
    assert exact != open_ended


@pytest.mark.parametrize("verdict", list(Verdict))
def test_each_verdict_has_a_sign_of_its_own(qapp: QApplication, reading: Reading, verdict: Verdict) -> None:
    cards = Cards("industry", 1, "", 12, cards=(reading,))
    pictures = {v: drawn(cards, proof_of=all_are(v))[0] for v in Verdict}
    pictures_and_none = (*pictures.items(), (None, drawn(cards, proof_of=lambda ref: None)[0]))
    assert all(pictures[verdict] != picture for other, picture in pictures_and_none if other is not verdict)


def test_a_ring_in_a_tall_panel_leaves_no_empty_half(qapp: QApplication, evidence: Evidence) -> None:
    ring = next(e for e in Composer(evidence).page("livelihood").exhibits if isinstance(e, Ring))
    height = 2 * round(height_of(ring, 446, LOOK))
    image = QImage(446, height, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    marks = draw(painter, QRectF(0, 0, 446, height), ring, LOOK, proved)
    painter.end()
    boxes = sorted((mark.rect for mark in marks), key=QRectF.top)
    assert boxes[0].top() < height * 0.15 and boxes[0].height() > height * 0.4, "the ring is on top"
    assert all(0 < b.top() - a.bottom() < height * 0.1 for a, b in pairwise(boxes))
    rows = [y for y in range(height) if any(image.pixel(x, y) != image.pixel(3, y) for x in range(20, 426))]
    assert max(b - a for a, b in pairwise(rows)) < height * 0.1, "the sums stand right below the figures"


def test_the_lines_of_a_timeline_go_on_behind_its_labels(qapp: QApplication, evidence: Evidence) -> None:
    timeline = next(e for e in Composer(evidence).page("investment").exhibits if isinstance(e, Timeline))
    image, _ = drawn(timeline, 1372)
    without, _ = drawn(replace(timeline, as_of=None), 1372)
    line = [
        y
        for y in range(image.height())
        if any(image.pixel(x, y) != without.pixel(x, y) for x in range(600, 1100))
    ]
    assert max(b - a for a, b in pairwise(line)) < 28, "a box around two lines of letters is higher than that"


def test_no_growth_has_no_triangle(qapp: QApplication, reading: Reading) -> None:
    level = reading._replace(growth="持平", rising=0)
    for cards in (
        Cards("industry", 1, "", 12, cards=(level,)),
        Structure("industry", 1, "x", 12, core="核心", open_group="其他", growth=level),
    ):
        image, _ = drawn(cards)
        whole = QRectF(image.rect())
        assert not share_of(image, LOOK.palette.good, whole) and not share_of(
            image, LOOK.palette.warning, whole
        )


def test_a_companion_has_a_dot_and_a_mark_of_its_own(qapp: QApplication, reading: Reading) -> None:
    other = reading._replace(ref=Ref("figures", 0), label="另一个", companions=())
    cards = Cards("industry", 1, "", 12, cards=(reading._replace(companions=(other,)),))
    image, marks = drawn(cards)
    own = next(mark.rect for mark in marks if mark.ref == other.ref)
    assert own.width() < next(mark.rect for mark in marks if mark.ref == reading.ref).width()
    turned, _ = drawn(
        cards, proof_of=lambda ref: Proof(Verdict.DERIVED, "") if ref == other.ref else proved(ref)
    )
    assert image.copy(own.toRect()) != turned.copy(own.toRect())


def test_awkward_contents_are_drawn(qapp: QApplication, reading: Reading) -> None:
    long = reading._replace(label=LONG)
    long = long._replace(companions=(long, long))
    empty = reading._replace(value=None)
    shared = ("industry", 1, LONG, 12)
    stage = Stage(Ref("milestones", 0), LONG, None, True)
    lane = Lane(Ref("projects", 0), LONG, LONG, (stage,))
    for exhibit in (
        Cards(*shared),
        Cards(*shared, cards=(long,) * 40),
        Bars(*shared),
        Bars(*shared, bars=(long,) * 40, upright=True),
        Bars(*shared, bars=(empty,)),
        Bars(*shared, bars=(reading._replace(value=-reading.value if reading.value else None), reading)),
        Ring(*shared),
        Ring(*shared, share=long, beside=(long,) * 6),
        Dots(*shared),
        Dots(*shared, total=long, parts=(long, empty)),
        Dots(
            *shared,
            total=reading._replace(value=reading.value * 1000 if reading.value else None),
            parts=(long,),
        ),
        Structure(*shared),
        Structure(
            *shared,
            core=LONG,
            parts=(LONG,) * 7,
            share=long,
            open_group=LONG,
            growth=long,
            targets=(long,) * 3,
        ),
        Timeline(*shared),
        Timeline(*shared, lanes=(lane,) * 40),
    ):
        for width in (400, 1000):
            image, _ = drawn(exhibit, width)
            assert image.height() >= 1


@pytest.mark.parametrize("page", PAGES)
def test_no_text_of_the_bundled_briefing_is_cut_in_the_smallest_window(
    qapp: QApplication, evidence: Evidence, page: str
) -> None:
    """Lists are tables of the window, whose cells have tool tips of their own."""
    drawings = [e for e in Composer(evidence).page(page).exhibits if not isinstance(e, Listing)]
    assert [e.title for e in drawings if cuts(e, NARROWEST, LOOK)] == []


def test_a_part_that_exceeds_its_whole_has_more_dots_than_it(qapp: QApplication, reading: Reading) -> None:
    whole, part = (reading._replace(ref=Ref("figures", n), value=Decimal(n)) for n in (1, 3))
    image, marks = drawn(
        Dots("industry", 1, "x", 12, total=whole, parts=(part,)), proof_of=all_are(Verdict.UNSOURCED)
    )
    filled = [share_of(image, LOOK.accent, mark.rect) for mark in marks]
    assert filled[1] == pytest.approx(3 * filled[0])
