"""A timeline says when, no more exactly than it is known, and never writes one thing over another."""

from collections.abc import Sequence
from itertools import combinations
from random import Random

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.briefing.proof import Proof, Verdict
from desktop.briefing.records import Ref
from desktop.charts.labels import KNOB, WIDEST, Label, Labels, Plot, Shape, placed_labels
from desktop.charts.sheet import Mark, Sheet
from desktop.charts.theme import page_look
from desktop.charts.timeline import draw, height, plot_rect
from desktop.exhibits.kinds import Lane, Stage, Timeline
from desktop.exhibits.viewport import Viewport
from desktop.quantities.dates import parse_date
from desktop.window.main_window import MainWindow

LOOK = page_look("investment")
LONG = "一个六十个字的节点名称，比它所在的那一段时间要宽得多" * 3
AS_OF = parse_date("2025-02")


def lane(dates: Sequence[str], name: str = "开工", number: int = 0) -> Lane:
    stages = [
        Stage(Ref("milestones", number * 100 + n), name, parse_date(text), text < "2025-02")
        for n, text in enumerate(dates)
    ]
    return Lane(Ref("projects", number), f"项目{number}", "总投资", tuple(stages))


def timeline(*lanes: Lane) -> Timeline:
    return Timeline("investment", 1, "项目进程", 12, lanes=lanes, as_of=AS_OF)


def drawn(exhibit: Timeline, view: Viewport | None = None, width: int = 1200) -> tuple[QImage, list[Mark]]:
    tall = round(height(exhibit, width, LOOK))
    image = QImage(width, tall, QImage.Format.Format_RGB32)
    image.fill(QColor(LOOK.palette.ground))
    painter = QPainter(image)
    sheet = Sheet(painter, LOOK, lambda ref: Proof(Verdict.PROVED, ""))
    draw(sheet, QRectF(0, 0, width, tall), exhibit, view)
    painter.end()
    return image, sheet.marks


def stage_marks(marks: Sequence[Mark]) -> list[Mark]:
    return [mark for mark in marks if mark.ref.table == "milestones"]


def lanes_area(image: QImage, exhibit: Timeline) -> QImage:
    return image.copy(plot_rect(exhibit, QRectF(image.rect()), LOOK).toAlignedRect())


def zoomed(exhibit: Timeline, day: str, days: float) -> Viewport:
    view = Viewport.fitting(exhibit)
    first = parse_date(day).earliest
    assert first is not None
    view.start, view.end = first.toordinal(), first.toordinal() + days
    return view


def test_what_is_out_of_view_has_no_label_but_is_counted_at_the_edge(qapp: QApplication) -> None:
    one = timeline(lane(["2024-01", "2024-03", "2026-03"]), lane(["2025-09", "2025-10"], number=1))
    other = timeline(lane(["2024-01", "2024-03", "2026-03"], "结顶"), one.lanes[1])
    view = zoomed(one, "2025-09", 100)
    picture, marks = drawn(one, view)
    assert {mark.ref for mark in stage_marks(marks)} == {stage.ref for stage in one.lanes[1].stages}
    assert lanes_area(picture, one) == lanes_area(drawn(other, view)[0], other)
    fewer = timeline(lane(["2024-01", "2026-03"]), one.lanes[1])
    assert picture != drawn(fewer, view)[0]


@pytest.mark.parametrize("status_date", ["2024", "2026"])
def test_a_year_is_drawn_as_all_of_its_days(qapp: QApplication, status_date: str) -> None:
    exhibit = timeline(lane([status_date]), lane(["2023-01", "2023-02", "2027-06"], number=1))
    image, marks = drawn(exhibit)
    plot = Plot(plot_rect(exhibit, QRectF(image.rect()), LOOK), Viewport.fitting(exhibit))
    mark = stage_marks(marks)[0]
    first, last = (parse_date(f"{status_date}-{month}").earliest for month in ("01", "12"))
    assert first and last
    assert mark.rect.left() == pytest.approx(plot.x(first.toordinal()), abs=2)
    assert mark.rect.right() >= plot.x(last.toordinal())
    for month in ("02", "11"):
        day = parse_date(f"{status_date}-{month}").earliest
        assert day is not None
        x = round(plot.x(day.toordinal()))
        seen = {
            image.pixelColor(x + dx, y).name().upper()
            for dx in range(-6, 7)
            for y in range(round(mark.rect.top()), round(mark.rect.bottom()))
        }
        assert seen - {LOOK.palette.card, LOOK.palette.line}


def test_a_month_stays_a_point(qapp: QApplication) -> None:
    _, marks = drawn(timeline(lane(["2024-01"]), lane(["2024-08", "2025-06"], number=1)))
    whole = Plot(QRectF(0, 0, 900, 1), Viewport.fitting(timeline(lane(["2024-01", "2025-06"]))))
    labels = placed_labels(lane(["2024-08"]), whole, LOOK, Shape(1, 0))
    assert labels.written[0].highest - labels.written[0].lowest < labels.written[0].width
    assert len(stage_marks(marks)) == 3


def test_lanes_never_overlap_and_what_has_no_room_is_said(qapp: QApplication) -> None:
    chance = Random(7)
    busy = [
        lane([f"2024-{chance.randint(1, 12):02d}" for _ in range(9)], "设备进场调试", number=n)
        for n in range(45)
    ]
    _, marks = drawn(timeline(*busy))
    for one, other in combinations(stage_marks(marks), 2):
        if one.ref.row // 100 != other.ref.row // 100:
            assert one.rect.bottom() <= other.rect.top() + 1 or other.rect.bottom() <= one.rect.top() + 1
    waiting = [mark for mark in marks if mark.ref.table == "projects" and "设备进场调试" in mark.text]
    assert waiting


def test_seven_projects_of_one_stage_are_low(qapp: QApplication) -> None:
    exhibit = timeline(*(lane([f"2024-0{n + 1}"], number=n) for n in range(7)))
    assert height(exhibit, 1384, LOOK) < 400


def test_a_long_name_takes_two_lines_near_its_mark_and_the_tool_tip_has_all(qapp: QApplication) -> None:
    exhibit = timeline(lane(["2024-01", "2024-06", "2025-06"], LONG))
    _, marks = drawn(exhibit)
    for mark in stage_marks(marks):
        assert mark.rect.width() <= LOOK.px(WIDEST + 2 * KNOB + 6)
        assert LONG in mark.text


def _clash(one: Label, other: Label) -> bool:
    return one.left < other.left + other.width - 0.5 and other.left < one.left + one.width - 0.5


def _assert_clear(labels: Labels) -> None:
    for one, other in combinations(labels.written, 2):
        if one.level == other.level:
            assert not _clash(one, other)
        inner, outer = sorted((one, other), key=lambda label: abs(label.level))
        if inner.level * outer.level > 0 and abs(inner.level) < abs(outer.level):
            assert not inner.left < outer.x < inner.left + inner.width


@pytest.mark.parametrize("seed", range(40))
def test_no_label_touches_another_or_a_leader(qapp: QApplication, seed: int) -> None:
    chance = Random(seed)
    texts = ["2024", "2024-0{}", "2024-0{}~", "2024-0{}?", "2024-0{}/2025-02", "../2024-0{}", "2025-0{}"]
    dates = [chance.choice(texts).format(chance.randint(1, 9)) for _ in range(chance.randint(1, 9))]
    one = lane(dates, chance.choice(["开工", "租赁厂房进设备、招人员", LONG]))
    view = Viewport.fitting(timeline(one))
    view.zoom(chance.choice([1, 0.4, 0.15]), view.start + view.days * chance.random())
    plot = Plot(QRectF(0, 0, chance.choice([300, 700, 1100]), 1), view, chance.choice([None, 200.0]))
    for shape in (Shape(1, 0), Shape(1, 1), Shape(2, 2, 2), Shape(3, 3, 2)):
        labels = placed_labels(one, plot, LOOK, shape)
        _assert_clear(labels)
        found = len(labels.written) + len(labels.waiting) + len(labels.earlier) + len(labels.later)
        assert found == len(dates)
        assert all(-1 <= label.left <= plot.rect.right() - label.width + 1 for label in labels.written)


def test_the_projects_of_the_bundled_briefing_fit_below_the_first_two_rows(
    window: MainWindow, qapp: QApplication
) -> None:
    window.show_page("investment")
    qapp.processEvents()
    page = window.current
    panel = next(p for p in page.panels() if isinstance(getattr(p, "exhibit", None), Timeline))
    assert panel.geometry().bottom() < page.viewport().height()
