"""What nobody foresaw in a pack is a fault where it stands, on every surface, and all the rest is shown and written."""

import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop import app
from desktop.briefing.citations import Evidence
from desktop.briefing.findings import mismatches
from desktop.briefing.proof import Proof, Verdict
from desktop.briefing.proving import Prover
from desktop.briefing.records import Ref
from desktop.charts import bars, hero, sheet
from desktop.charts.draw import draw, height_of
from desktop.charts.slide import draw_slide
from desktop.charts.theme import page_look, stage_look
from desktop.exhibits import compose
from desktop.exhibits.answers import answer_slide
from desktop.exhibits.choice import Choice
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import Slide, compose_deck
from desktop.exhibits.find import Finder
from desktop.exhibits.jobs import KINDS, Job
from desktop.exhibits.kinds import Bars, Failed
from desktop.exporting import export
from desktop.pack.loader import load
from desktop.quantities import language
from desktop.window.main_window import MainWindow
from tests.packs import figure, files_of, write_folder

WORDS = "This entry cannot be worked out (ValueError: sand); please report it with the pack."


@pytest.fixture(autouse=True)
def source_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is said here is the source's own English, whatever an earlier test has installed."""
    monkeypatch.setattr(language, "_translate", str)


FIGURES = [figure(id=f"f{n}", value="1.66") for n in range(3)]
PANELS = [
    {"page": "industry", "position": "1", "kind": "bars", "title": "坏的", "items": "f0 f1"},
    {"page": "industry", "position": "2", "kind": "cards", "title": "好的", "items": "f2"},
    {"page": "industry", "position": "3", "kind": "facilities", "title": "表"},
]
FACILITIES = [{"id": "a", "name": "托育园", "category": "托育"}]


def sand(*_: object, **__: object) -> object:
    """In the works."""
    raise ValueError("sand")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_folder(
        tmp_path / "pack", files_of({"figures": FIGURES, "panels": PANELS, "facilities": FACILITIES})
    )


@pytest.fixture
def found(pack: Path, nothing_unforeseen: list[Exception]) -> object:
    """Takes what was caught out of the list again, and makes sure that it was something."""
    yield None
    assert nothing_unforeseen and {str(error) for error in nothing_unforeseen} == {"sand"}
    nothing_unforeseen.clear()


@pytest.fixture
def evidence_of_pack(pack: Path) -> Evidence:
    briefing = load(pack).briefing
    assert briefing is not None
    return Evidence(briefing)


def test_a_pack_whose_reading_fails_has_a_fault(
    pack: Path, monkeypatch: pytest.MonkeyPatch, found: object
) -> None:
    monkeypatch.setattr("desktop.pack.loader.read_rows", sand)
    loaded = load(pack)
    assert loaded.briefing is None and [fault.message for fault in loaded.faults] == [WORDS]


def test_a_record_that_cannot_be_proved_is_a_finding_and_the_others_are_checked(
    evidence_of_pack: Evidence, monkeypatch: pytest.MonkeyPatch, found: object
) -> None:
    original = Prover._quoted

    def quoted(self: Prover, one: object, quantity: object) -> object:
        return sand() if one.id == "f1" else original(self, one, quantity)  # type: ignore[attr-defined,arg-type]

    monkeypatch.setattr(Prover, "_quoted", quoted)
    assert [(fault.row, fault.message) for fault in mismatches(evidence_of_pack)] == [(3, WORDS)]
    assert evidence_of_pack.of(Ref("figures", 2)).verdict is not Verdict.MISMATCHED


def test_a_record_that_cannot_be_read_does_not_stop_a_search(
    evidence_of_pack: Evidence, monkeypatch: pytest.MonkeyPatch, found: object
) -> None:
    original = Finder._entry
    monkeypatch.setattr(Finder, "_entry", lambda self, ref: sand() if ref.row == 0 else original(self, ref))
    searched = Finder(Composer(evidence_of_pack), app.pinyin_table)
    assert [one.ref.row for one in searched.find("外资")] == [1, 2]


def test_an_answer_that_cannot_be_made_says_so(
    evidence_of_pack: Evidence, monkeypatch: pytest.MonkeyPatch, found: object
) -> None:
    monkeypatch.setattr("desktop.exhibits.answers.Cards", sand)
    slide = answer_slide(Composer(evidence_of_pack), Ref("figures", 0))
    assert isinstance(slide.exhibit, Failed) and slide.exhibit.reason == WORDS


BROKEN: list[Callable[[pytest.MonkeyPatch], None]] = [
    lambda patch: patch.setitem(compose.PANELS, "bars", sand),
    lambda patch: patch.setattr(bars, "draw", sand),
    lambda patch: patch.setattr(bars, "height", sand),
    lambda patch: patch.setattr("desktop.exhibits.parts.even", sand),
    lambda patch: patch.setattr("desktop.export.docx._rows", sand),
    lambda patch: patch.setattr("desktop.export.panels.column_widths", sand),
    lambda patch: patch.setattr("desktop.export.xlsx_charts._chart", sand),
    lambda patch: patch.setattr("desktop.export.xlsx_tables.spaced", sand),
    lambda patch: patch.setattr("desktop.export.pptx_charts.described", sand),
    lambda patch: patch.setattr("desktop.charts.slide._fitting", sand),
    lambda patch: patch.setattr(hero, "draw", sand),
]
"""Where something may fail, one after the other."""


@pytest.mark.parametrize("place", range(len(BROKEN)))
def test_every_file_is_written_whatever_fails(
    qapp: QApplication,
    evidence_of_pack: Evidence,
    pack: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    nothing_unforeseen: list[Exception],
    place: int,
) -> None:
    BROKEN[place](monkeypatch)
    for kind in KINDS:
        job = Job(kind.key, Choice(), tmp_path / f"out{kind.ending}", size=(640, 400))
        written = export(job, evidence_of_pack.briefing, pack, lambda done, total: None)
        assert all(path.stat().st_size for path in written.paths)
    assert {str(error) for error in nothing_unforeseen} == {"sand"}
    nothing_unforeseen.clear()


@pytest.mark.parametrize(
    ("kind", "inside"),
    [("pptx", "ppt/slides/"), ("docx", "word/document.xml"), ("xlsx", "xl/worksheets/")],
)
def test_a_file_says_what_is_missing_from_it_and_has_the_rest(
    qapp: QApplication,
    evidence_of_pack: Evidence,
    pack: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    found: object,
    kind: str,
    inside: str,
) -> None:
    monkeypatch.setitem(compose.PANELS, "bars", sand)
    path = tmp_path / f"a.{kind}"
    export(Job(kind, Choice("en"), path), evidence_of_pack.briefing, pack, lambda done, total: None)
    with zipfile.ZipFile(path) as archive:
        text = "".join(
            archive.read(name).decode()
            for name in archive.namelist()
            if name.startswith(inside) or name.endswith("sharedStrings.xml")
        )
    assert WORDS in text and "坏的" in text and "1.66" in text


def picture(draws: Callable[[QPainter], object]) -> QImage:
    image = QImage(640, 360, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    draws(painter)
    assert painter.end()
    return image


@pytest.mark.parametrize(("module", "name"), [(bars, "draw"), (sheet, "sentence")])
def test_an_exhibit_that_cannot_be_drawn_says_so_in_its_place(
    qapp: QApplication,
    evidence_of_pack: Evidence,
    monkeypatch: pytest.MonkeyPatch,
    found: object,
    module: object,
    name: str,
) -> None:
    composer = Composer(evidence_of_pack)
    broken = next(one for one in composer.page("industry").exhibits if isinstance(one, Bars))
    look = page_look("industry")
    monkeypatch.setattr(module, name, sand)

    def draws(painter: QPainter) -> None:
        tall = height_of(broken, 600, look)
        assert not draw(painter, QRectF(0, 0, 600, tall), broken, look, lambda ref: Proof(Verdict.PROVED, ""))

    said = picture(draws)
    told = [said.pixel(x, y) for x in range(20, 300) for y in range(20, 90)]
    assert QColor(look.palette.warning).rgb() in told
    for slide in compose_deck(composer).slides:
        picture(partial(_slide, slide))


def _slide(slide: Slide, painter: QPainter) -> None:
    draw_slide(
        painter, QRectF(0, 0, 640, 360), slide, "1 / 2", stage_look, lambda ref: Proof(Verdict.PROVED, "")
    )


def test_the_window_shows_the_rest_of_a_page(
    window: MainWindow, evidence_of_pack: Evidence, monkeypatch: pytest.MonkeyPatch, found: object
) -> None:
    monkeypatch.setitem(compose.PANELS, "bars", sand)
    window.show_briefing(evidence_of_pack.briefing, None)
    window.complete()
    exhibits = Composer(evidence_of_pack).page("industry").exhibits
    assert [type(one).__name__ for one in exhibits] == ["Failed", "Cards", "Listing"]
    assert not window.grab().isNull()
