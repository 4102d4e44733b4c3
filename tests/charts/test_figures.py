"""Numbers that belong together stand together: cards on one base line, rings and structures at the top of their panel."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.briefing.citations import Evidence
from desktop.briefing.proof import Proof, Verdict
from desktop.charts import ink
from desktop.charts.draw import draw, height_of
from desktop.charts.sheet import Mark, in_one_piece, sentence
from desktop.charts.theme import page_look
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Cards, Exhibit, Reading, Ring, Structure
from desktop.quantities.wording import Words

LOOK = page_look("industry")


def drawn(exhibit: Exhibit, width: int, more: float = 0.0) -> tuple[QImage, list[Mark]]:
    tall = round(height_of(exhibit, width, LOOK) + more)
    image = QImage(width, tall, QImage.Format.Format_RGB32)
    image.fill(QColor(LOOK.palette.ground))
    painter = QPainter(image)
    marks = draw(painter, QRectF(0, 0, width, tall), exhibit, LOOK, lambda ref: Proof(Verdict.PROVED, ""))
    painter.end()
    return image, marks


def written(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float]]:
    """Every text of a drawing with where it stands, top to bottom, as soon as it is drawn."""
    found: list[tuple[str, float]] = []
    plain = ink.write

    def noted(
        painter: QPainter, look: object, role: str, shade: str, rect: QRectF, text: str, *more: object
    ) -> bool:
        found.append((text, rect.top()))
        return plain(painter, look, role, shade, rect, text, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(ink, "write", noted)
    return found


@pytest.fixture
def reading(evidence: Evidence) -> Reading:
    made = Composer(evidence).readings.of("fdi_2024")
    assert made is not None
    return made


def _rows_of(image: QImage, shade: str, left: int, right: int) -> Iterator[int]:
    wanted = QColor(shade).rgb()
    for y in range(image.height()):
        if any(image.pixel(x, y) == wanted for x in range(left, right)):
            yield y


def test_the_numbers_of_a_row_stand_on_one_line_whatever_their_labels(
    qapp: QApplication, reading: Reading
) -> None:
    plain = reading._replace(label="短", growth="")
    long = plain._replace(label="一个要占两行的很长的指标名称" * 2)
    image, marks = drawn(Cards("industry", 1, "", 12, cards=(plain, long)), 600)
    feet = []
    for mark in marks[:2]:
        left, right = round(mark.rect.left()) + 20, round(mark.rect.left()) + 60
        middle = list(_rows_of(image, LOOK.palette.ink, left, right))
        feet.append(max(middle))
    assert feet[0] == feet[1]


def test_a_lone_one_is_written_with_its_unit() -> None:
    assert in_one_piece(Words("", "一", "元", "")) == Words("", "一元", "", "")
    assert in_one_piece(Words("", "1.66", "亿美元", "")) == Words("", "1.66", "亿美元", "")


def test_a_ring_in_a_tall_panel_keeps_its_notes_below_it(
    qapp: QApplication, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    derived = reading._replace(status="derived", formula="7.58 ÷ 86.07%")
    ring = Ring("industry", 1, "占比", 4, share=reading._replace(unit="%"), beside=(derived,))
    texts = written(monkeypatch)
    for more in (0, 80, 600):
        texts.clear()
        _, marks = drawn(ring, 560, more=more)
        foot = max(mark.rect.bottom() for mark in marks)
        assert [foot < y < foot + 40 for text, y in texts if "7.58 ÷ 86.07%" in text] == [True]


def test_a_structure_in_a_tall_panel_keeps_its_boxes_low(qapp: QApplication, reading: Reading) -> None:
    structure = Structure(
        "industry",
        1,
        "“3+X”",
        5,
        core="三大主导产业",
        parts=("甲", "乙"),
        share=reading,
        open_group="X",
        growth=reading,
        targets=(reading,),
    )
    _, marks = drawn(structure, 560, more=1200)
    assert max(mark.rect.height() for mark in marks) < 220
    assert max(mark.rect.bottom() for mark in marks) < 350


def test_the_share_of_a_core_does_not_repeat_its_name(
    qapp: QApplication, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    share = reading._replace(label="三大主导产业占规上工业总产值")
    texts = written(monkeypatch)
    drawn(Structure("industry", 1, "“3+X”", 5, core="三大主导产业", parts=("甲",), share=share), 560)
    assert sum(text.count("三大主导产业") for text, _ in texts) == 1
    assert any(text.startswith("占规上工业总产值") for text, _ in texts)


def test_a_tool_tip_does_not_name_a_thing_twice(reading: Reading) -> None:
    assert sentence(reading._replace(subject="智能装备产业集群", label="智能装备"), None).startswith(
        "智能装备产业集群"
    )
    assert (
        sentence(reading._replace(subject="智能装备产业集群", label="智能装备"), None).count("智能装备") == 1
    )
