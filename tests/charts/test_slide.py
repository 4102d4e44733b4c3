"""Slides: every record has its mark within the slide, type is sized from the height, whatever the shape of the screen."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.briefing.citations import Evidence
from desktop.charts import ink
from desktop.charts.sheet import Mark
from desktop.charts.slide import FOOTER_TOP, HEADING_TOP, draw_slide, holds_proof, scale_of
from desktop.charts.theme import STAGE, TYPE, paper_look, stage_look
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import SLIDE_HEIGHT, Deck, Slide, compose_deck
from desktop.exhibits.kinds import Cards, Listing
from desktop.pack.loader import load
from tests.packs import ARTICLE, figure, files_of, write_folder

SIZES = [
    (1920, 1080),
    (1440, 900),
    (1024, 768),
    (2560, 1080),
    (3840, 1080),
    (5120, 1440),
    (6656, 1792),
    (1080, 1080),
    (1200, 1600),
    (1080, 1920),
    (320, 180),
]


@pytest.fixture(scope="module")
def deck(qapp: QApplication, evidence: Evidence) -> Deck:
    return compose_deck(Composer(evidence))


def drawn(slide: Slide, evidence: Evidence, size: tuple[int, int]) -> tuple[QImage, list[Mark]]:
    image = QImage(QSize(*size), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    marks = draw_slide(painter, QRectF(image.rect()), slide, "1 / 9", stage_look, evidence.of)
    painter.end()
    return image, marks


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_every_record_of_a_slide_has_a_mark_between_heading_and_footer(
    qapp: QApplication, evidence: Evidence, size: tuple[int, int]
) -> None:
    scale = scale_of(QRectF(0, 0, *size))
    room = QRectF(
        0, HEADING_TOP * scale, size[0], size[1] - (SLIDE_HEIGHT - FOOTER_TOP + HEADING_TOP) * scale
    )
    for slide in compose_deck(Composer(evidence), ratio=size[0] / size[1]).slides:
        _, marks = drawn(slide, evidence, size)
        wanted = {*slide.refs, *(slide.beside.refs if slide.beside else ())}
        assert slide.kind == "opening" or wanted == {mark.ref for mark in marks}, slide.heading
        outside = [mark.text for mark in marks if not room.adjusted(-1, -1, 1, 1).contains(mark.rect)]
        assert not outside, slide.heading


def test_the_smallest_type_is_a_fortieth_of_the_height() -> None:
    scale = 1080 / SLIDE_HEIGHT
    assert min(ink.font_of(role, scale).pixelSize() for role in TYPE) >= 1080 / 40


def test_on_an_upright_screen_two_exhibits_stand_one_below_the_other(
    qapp: QApplication, evidence: Evidence
) -> None:
    """The type is sized from the width there: as large as on a 4:3 screen of that width."""
    slides = compose_deck(Composer(evidence), ratio=9 / 16).slides
    both = [slide for slide in slides if slide.beside and slide.exhibit]
    assert len(both) > 5
    for slide in both:
        _, marks = drawn(slide, evidence, (1080, 1920))
        upper, lower = ({m.ref for m in marks if (m.rect.center().y() < 960) is up} for up in (True, False))
        assert slide.beside and upper == set(slide.refs) and lower == set(slide.beside.refs)
    assert scale_of(QRectF(0, 0, 1080, 1920)) == scale_of(QRectF(0, 0, 1080, 810))


def test_no_size_stretches_a_slide(deck: Deck, evidence: Evidence) -> None:
    """Marks are as high on a wide screen as on a usual one of the same height."""
    slide = next(s for s in deck.slides if isinstance(s.exhibit, Cards))
    usual, wide = (drawn(slide, evidence, size)[1] for size in ((1920, 1080), (2400, 1080)))
    assert [mark.rect.height() for mark in usual] == [mark.rect.height() for mark in wide]


def test_a_slide_stands_on_the_ground_of_its_surface(deck: Deck, evidence: Evidence) -> None:
    image, _ = drawn(deck.slides[1], evidence, (640, 360))
    assert QColor(image.pixel(2, 2)).name().upper() == STAGE.ground
    painter = QPainter(image)
    draw_slide(painter, QRectF(image.rect()), deck.slides[1], "", paper_look, evidence.of)
    painter.end()
    assert QColor(image.pixel(2, 2)).name().upper() == paper_look("industry").palette.ground


def test_the_footer_says_the_source_and_the_number(deck: Deck, evidence: Evidence) -> None:
    slide = next(s for s in deck.slides if s.sourcing.notes)
    whole, _ = drawn(slide, evidence, (1280, 720))
    silent, _ = drawn(replace(slide, sourcing=type(slide.sourcing)()), evidence, (1280, 720))
    top = round(FOOTER_TOP / SLIDE_HEIGHT * 720)
    below = (0, top, 1280, 720 - top)
    assert whole.copy(*below) != silent.copy(*below)
    assert whole.copy(0, 0, 1280, top) == silent.copy(0, 0, 1280, top)


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (2560, 1080), (6656, 1792), (1080, 1920)])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_text_on_a_slide_is_cut(
    qapp: QApplication,
    evidence: Evidence,
    language: str,
    size: tuple[int, int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nobody can hover over a slide; what proves it is whole on it on every screen."""
    cut: list[str] = []
    write = ink.write

    def watched(*arguments: Any, **more: Any) -> bool:
        shortened = write(*arguments, **more)
        if shortened and (arguments[2] == "footer" or size == (1920, 1080)):
            cut.append(arguments[5])
        return shortened

    monkeypatch.setattr(ink, "write", watched)
    if language == "en":
        monkeypatch.setattr("desktop.quantities.language._translate", str)
    deck = compose_deck(Composer(evidence, language), ratio=size[0] / size[1], holds=holds_proof)
    for slide in deck.slides:
        drawn(slide, evidence, size)
    assert not cut


def long_pack(folder: Path, length: int) -> Composer:
    """Eight rows and four figures, each with so many words to prove it."""
    words = {f"f{n}": f"第{n}件是{n}个{'，说来话长' * length}" for n in range(10, 22)}
    rows = [
        {"id": name, "name": f"机制{name}", "page": "industry", "source": "news", "quote": words[name]}
        for name in list(words)[:8]
    ]
    figures = [
        figure(id=name, value=name[1:], unit="个", quote=words[name], label=f"数{name}")
        for name in list(words)[8:]
    ]
    panels = [
        {"page": "industry", "position": "1", "kind": "programmes", "title": "机制"},
        {"page": "industry", "position": "2", "kind": "cards", "title": "数", "items": "f18 f19 f20 f21"},
    ]
    tables = {"programmes": rows, "figures": figures, "panels": panels}
    loaded = load(write_folder(folder, files_of(tables, document="。".join(words.values()))))
    assert loaded.briefing is not None, loaded.faults
    return Composer(Evidence(loaded.briefing))


@pytest.mark.parametrize(
    ("length", "rows", "cards"), [(2, [4, 4], [4]), (30, [2] * 4, [2, 2]), (70, [1] * 8, [1] * 4)]
)
def test_what_takes_much_to_prove_takes_more_slides(
    qapp: QApplication, tmp_path: Path, length: int, rows: list[int], cards: list[int]
) -> None:
    composer = long_pack(tmp_path, length)
    slides = compose_deck(composer, holds=holds_proof).slides
    exhibits = [slide.exhibit for slide in slides]
    assert [len(e.rows) for e in exhibits if isinstance(e, Listing)] == rows
    assert [len(e.cards) for e in exhibits if isinstance(e, Cards)] == cards
    assert all(holds_proof(slide, 16 / 9) for slide in slides)
    parts = [(s.part, s.parts) for s in slides if isinstance(s.exhibit, Listing)]
    assert parts == [(n, len(rows)) for n in range(1, len(rows) + 1)]


def test_what_no_slide_has_room_to_prove_stands_alone(qapp: QApplication, tmp_path: Path) -> None:
    composer = long_pack(tmp_path, 150)
    slides = compose_deck(composer, holds=holds_proof).slides
    rows = [slide for slide in slides if isinstance(slide.exhibit, Listing)]
    assert [len(slide.refs) for slide in rows] == [1] * 8
    assert not any(holds_proof(slide, 16 / 9) for slide in rows)
    _, marks = drawn(rows[0], composer.evidence, (1920, 1080))
    assert [mark.ref for mark in marks] == list(rows[0].refs)


def test_words_within_other_words_are_not_quoted_twice(tmp_path: Path) -> None:
    figures = [
        figure(id="a", quote="完成实到外资1.66亿美元"),
        figure(id="b", quote="实到外资1.66亿美元"),
        figure(id="c", value="10", unit="亿元", bound="nearly", quote="近10亿元项目落地"),
    ]
    panels = [{"page": "industry", "position": "1", "kind": "cards", "title": "数", "items": "b a c"}]
    tables = {"figures": figures, "panels": panels}
    briefing = load(write_folder(tmp_path, files_of(tables, document=ARTICLE))).briefing
    assert briefing is not None
    slide = next(s for s in compose_deck(Composer(Evidence(briefing))).slides if s.exhibit)
    (note,) = slide.sourcing.notes
    assert note.quotes == ("完成实到外资1.66亿美元", "近10亿元项目落地")
