"""The presentation, read back by python-pptx and compared with the pack."""

import io
import math
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.dml import MSO_FILL, MSO_LINE, MSO_THEME_COLOR
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.util import Pt

from desktop.briefing.citations import Evidence
from desktop.charts.slide import holds_proof
from desktop.charts.theme import OFFICE_FONTS, THEME_ACCENTS, THEME_COLOURS
from desktop.exhibits.choice import Choice, chosen_deck
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import COVER, OPENING, Deck, Slide, compose_deck
from desktop.exhibits.kinds import Bars, Cards, Dots, Listing, Reading, Ring, Structure, Timeline
from desktop.exhibits.readings import is_hollow, spaced
from desktop.exhibits.refs import readings_in
from desktop.exhibits.sourcing import SourceNote, Sourcing, quoted
from desktop.export.pptx import write_pptx
from desktop.export.pptx_slide import footer_text
from desktop.export.words import text_width
from desktop.pack.loader import load
from desktop.pack.texts import showable
from tests.export.conftest import TRICKS
from tests.packs import figure, files_of, write_folder

ACCENTS = {
    "accent1": MSO_THEME_COLOR.ACCENT_1,
    "accent2": MSO_THEME_COLOR.ACCENT_2,
    "accent3": MSO_THEME_COLOR.ACCENT_3,
}
GRAPHICS = "p:graphicFrame/p:nvGraphicFramePr/p:cNvPr | p:grpSp/p:nvGrpSpPr/p:cNvPr"


@pytest.fixture(scope="module")
def path(composer: Composer, deck: Deck, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pptx") / "简报.pptx"
    write_pptx(composer, deck, path, lambda done, total: None)
    return path


@pytest.fixture(scope="module")
def show(path: Path) -> Any:
    return Presentation(str(path))


def pairs(deck: Deck, show: Any, kind: type) -> list[tuple[Slide, Any]]:
    found = [(s, p) for s, p in zip(deck.slides, show.slides, strict=True) if isinstance(s.exhibit, kind)]
    assert found
    return found


def texts(shapes: Any) -> Iterator[str]:
    for shape in shapes:
        if shape.shape_type == 6:
            yield from texts(shape.shapes)
        elif shape.has_text_frame:
            yield shape.text_frame.text.replace("\v", "\n")


def chart_of(slide: Any) -> Any:
    return next(shape for shape in slide.shapes if shape.has_chart).chart


def labels_of(series: Any, count: int) -> list[str]:
    return [series.points[n].data_label.text_frame.text for n in range(count)]


def book_of(chart: Any) -> Any:
    return openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active


def check_workbook(chart: Any, readings: list[Reading]) -> None:
    """The workbook inside holds the same values, and the source's words beside them."""
    sheet = book_of(chart)
    heads = [cell.value for cell in sheet[1]]
    words, value = heads.index("原文表述"), heads.index("原文表述") - 1
    for row, reading in zip(sheet.iter_rows(min_row=2, values_only=True), readings, strict=False):
        assert row[words] == spaced(reading.words)
        assert float(row[value]) == float(reading.value or 0)
        assert reading.label in row[0]


def test_every_slide_has_its_title_script_and_sources(deck: Deck, show: Any) -> None:
    for number, (slide, made) in enumerate(zip(deck.slides, show.slides, strict=True), start=1):
        assert made.shapes.title.text_frame.text == slide.heading
        kinds = {p.placeholder_format.type: p for p in made.placeholders}
        notes = made.notes_slide.notes_text_frame.text if made.has_notes_slide else ""
        assert slide.script in notes
        assert all(part in notes for part in slide.sourcing.parts())
        if slide.kind == COVER:
            continue
        field = kinds[PP_PLACEHOLDER.SLIDE_NUMBER]._element.xpath(".//a:fld/@type")
        assert field == ["slidenum"] and kinds[PP_PLACEHOLDER.SLIDE_NUMBER].text_frame.text == str(number)
        if slide.sourcing.notes:
            assert kinds[PP_PLACEHOLDER.FOOTER].text_frame.text.startswith("出处：《")
        if slide.exhibit is not None:
            assert slide.section in list(texts(made.shapes))


@pytest.mark.parametrize("kind", [Bars, Dots])
def test_every_bar_is_the_packs(deck: Deck, show: Any, kind: type) -> None:
    for slide, made in pairs(deck, show, kind):
        chart = chart_of(made)
        readings = list(readings_in(slide.exhibit))  # type: ignore[arg-type]
        series = chart.plots[0].series[-1]
        assert [str(v.text) for v in series._element.xpath("c:val//c:v")] == [
            f"{r.value:f}" for r in readings
        ]
        assert labels_of(series, len(readings)) == [spaced(reading.words) for reading in readings]
        assert all(r.label in name for r, name in zip(readings, chart.plots[0].categories, strict=True))
        assert chart.value_axis.minimum_scale == 0 and not chart.value_axis.has_major_gridlines
        check_workbook(chart, readings)
        accent = ACCENTS[THEME_ACCENTS[slide.page]]
        for n, reading in enumerate(readings):
            style = series.points[n].format
            if is_hollow(reading):
                assert style.fill.type == MSO_FILL.BACKGROUND and style.line.dash_style == MSO_LINE.DASH
                assert style.line.color.theme_color == accent
            elif reading.status == "derived":
                assert style.fill.type == MSO_FILL.PATTERNED and "推算" in list(chart.plots[0].categories)[n]
            else:
                assert style.fill.type == MSO_FILL.SOLID and style.fill.fore_color.theme_color == accent


def test_categories_that_overlap_are_never_stacked(deck: Deck, show: Any) -> None:
    for slide, made in pairs(deck, show, Dots):
        chart = chart_of(made)
        assert chart._chartSpace.xpath(".//c:grouping/@val") == ["clustered"]
        assert isinstance(slide.exhibit, Dots) and slide.exhibit.total is not None
        track = chart.plots[0].series[0]
        assert set(track.values) == {float(slide.exhibit.total.value or 0)}
        assert track.format.fill.type == MSO_FILL.BACKGROUND


def test_every_ring_is_the_packs(deck: Deck, show: Any) -> None:
    for slide, made in pairs(deck, show, Ring):
        assert isinstance(slide.exhibit, Ring) and slide.exhibit.share is not None
        share = slide.exhibit.share
        values = chart_of(made).plots[0].series[0]._element.xpath("c:val//c:v")
        assert [v.text for v in values] == [f"{share.value:f}", f"{100 - (share.value or 0):f}"]
        check_workbook(chart_of(made), [share])
        said = "\n".join(texts(made.shapes))
        for reading in readings_in(slide.exhibit):
            assert spaced(reading.words) in said and reading.label in said
            assert not reading.formula or reading.formula in said


def test_every_card_is_the_packs(deck: Deck, show: Any) -> None:
    for slide, made in pairs(deck, show, Cards):
        said = list(texts(made.shapes))
        assert isinstance(slide.exhibit, Cards)
        for reading in slide.exhibit.cards:
            pieces = [reading.words.lead, reading.words.number, reading.words.unit, reading.growth]
            card = next(t for t in said if t.startswith(reading.label) and all(p in t for p in pieces))
            assert not reading.formula or f"推算 = {reading.formula}" in card
            assert reading.status != "target" or "目标" in card
            for other in reading.companions:
                assert other.label in card and spaced(other.words) in card


def test_one_is_never_a_character_alone_that_reads_as_a_dash(show: Any) -> None:
    runs = [
        run.text
        for slide in show.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    ]
    assert "一元" in runs and "一" not in runs


def test_every_table_is_the_packs(deck: Deck, show: Any) -> None:
    for slide, made in pairs(deck, show, Listing):
        assert isinstance(slide.exhibit, Listing)
        table = next(shape for shape in made.shapes if shape.has_table).table
        cells = [[cell.text for cell in row.cells] for row in table.rows]
        used = [slide.exhibit.columns.index(name) for name in cells[0]]
        assert cells[1:] == [[row.cells[n] for n in used] for row in slide.exhibit.rows]
        left = set(range(len(slide.exhibit.columns))) - set(used)
        assert not any(row.cells[n] for row in slide.exhibit.rows for n in left)


def test_a_table_is_set_as_large_as_the_slide_allows(composer: Composer, deck: Deck, tmp_path: Path) -> None:
    slide = next(s for s in deck.slides if isinstance(s.exhibit, Listing) and len(s.exhibit.rows) > 3)
    assert isinstance(slide.exhibit, Listing)
    few = replace(slide, exhibit=replace(slide.exhibit, rows=slide.exhibit.rows[:3]))
    many = replace(slide, exhibit=replace(slide.exhibit, rows=[*slide.exhibit.rows] * 4))
    write_pptx(composer, replace(deck, slides=(few, many)), tmp_path / "a.pptx", lambda done, total: None)
    tables = [
        next(shape.table for shape in made.shapes if shape.has_table)
        for made in Presentation(str(tmp_path / "a.pptx")).slides
    ]
    sizes = [table.cell(1, 1).text_frame.paragraphs[0].runs[0].font.size for table in tables]
    assert sizes == [Pt(20), Pt(14)]


def test_timelines_and_structures_are_groups_of_named_shapes(deck: Deck, show: Any) -> None:
    for slide, made in [*pairs(deck, show, Timeline), *pairs(deck, show, Structure)]:
        group = next(shape for shape in made.shapes if shape.shape_type == 6)
        names, said = {shape.name for shape in group.shapes}, "\n".join(texts([group]))
        assert group.name == slide.title and all(names)
        if isinstance(slide.exhibit, Timeline):
            for lane in slide.exhibit.lanes:
                assert lane.name in names and lane.name in said
                assert all(stage.name in names and stage.name in said for stage in lane.stages)
            assert "截至 2025-02" in said
        elif isinstance(slide.exhibit, Structure):
            assert {slide.exhibit.core, slide.exhibit.open_group, *slide.exhibit.parts} <= names
            assert all(spaced(target.words) in said for target in slide.exhibit.targets)
            assert all(t.value is None or spaced(t.words) in said for t in readings_in(slide.exhibit))


def test_every_graphic_says_what_it_shows(deck: Deck, show: Any) -> None:
    for slide, made in zip(deck.slides, show.slides, strict=True):
        graphics = made.shapes._spTree.xpath(GRAPHICS)
        if slide.exhibit is None or isinstance(slide.exhibit, Cards):
            cards = [s for s in made.shapes if s._element.xpath(".//p:cNvPr/@descr")]
            assert len(cards) == (len(slide.exhibit.cards) if isinstance(slide.exhibit, Cards) else 0)
            continue
        said = "\n".join(graphic.get("descr", "") for graphic in graphics)
        assert graphics and slide.title in said
        assert all(spaced(r.words) in said for r in readings_in(slide.exhibit))
        assert not re.search(r"name=\"\"", etree.tostring(made.shapes._spTree[2], encoding="unicode"))


def test_numbers_of_shapes_are_unique(show: Any) -> None:
    for slide in show.slides:
        numbers = slide.shapes._spTree.xpath(".//p:cNvPr/@id")
        assert len(numbers) == len(set(numbers))


def test_colours_and_fonts_are_the_themes_alone(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        parts = [n for n in names if re.search(r"/(slides|slideLayouts|slideMasters|charts)/[^_]*\.xml$", n)]
        for name in parts:
            xml = archive.read(name).decode()
            assert "srgbClr" not in xml, name
            assert all(font.startswith("+") for font in re.findall(r'typeface="([^"]*)"', xml)), name
        theme = archive.read(next(n for n in names if n.startswith("ppt/theme/"))).decode()
        assert not [n for n in names if "thumbnail" in n or "printerSettings" in n]
    for slot, colour in THEME_COLOURS.items():
        assert f'<a:{slot}><a:srgbClr val="{colour[1:]}"/></a:{slot}>' in theme
    assert all(f'typeface="{font}"' in theme for font in OFFICE_FONTS)


def test_the_master_and_its_layouts(show: Any) -> None:
    assert (show.slide_width, show.slide_height) == (12192000, 6858000)
    kinds = {p.placeholder_format.type for p in show.slide_master.placeholders}
    assert {
        PP_PLACEHOLDER.TITLE,
        PP_PLACEHOLDER.BODY,
        PP_PLACEHOLDER.FOOTER,
        PP_PLACEHOLDER.SLIDE_NUMBER,
    } == kinds
    names = [layout.name for layout in show.slide_layouts]
    assert len(names) == len(set(names)) == 11 and names[0] == "封面"
    assert "平湖经开 · 截至 2025-02" in list(texts(show.slide_master.shapes))


def test_the_file_says_what_it_is(show: Any) -> None:
    properties = show.core_properties
    assert (properties.title, properties.version, properties.language) == ("平湖经开", "1.0.0", "zh-CN")
    assert "2025 年 2 月" in properties.subject and properties.keywords == "2025-02"


def test_hidden_slides_stay_hidden(composer: Composer, deck: Deck, tmp_path: Path) -> None:
    slides = tuple(replace(slide, hidden=n == 2) for n, slide in enumerate(deck.slides[:4]))
    write_pptx(composer, replace(deck, slides=slides), tmp_path / "a.pptx", lambda done, total: None)
    made = Presentation(str(tmp_path / "a.pptx"))
    assert [s._element.get("show", "1") for s in made.slides] == ["1", "1", "0", "1"]


@pytest.mark.parametrize("kind", [COVER, OPENING])
def test_a_long_title_is_set_small_enough_for_its_place(
    kind: str, composer: Composer, deck: Deck, tmp_path: Path
) -> None:
    first = next(slide for slide in deck.slides if slide.kind == kind)
    titles = ("短", "长" * 60, "Long words of a title that goes on and on, " * 3)
    slides = tuple(replace(first, title=title) for title in titles)
    write_pptx(composer, replace(deck, slides=slides), tmp_path / "a.pptx", lambda done, total: None)
    holders = [slide.shapes.title for slide in Presentation(str(tmp_path / "a.pptx")).slides]
    sizes = [holder.text_frame.paragraphs[0].runs[0].font.size for holder in holders]
    assert sizes[0] is None and all(sizes[1:])
    for holder, title, size in zip(holders[1:], titles[1:], sizes[1:], strict=True):
        lines = math.ceil(text_width(title) / 2 * size / holder.width)
        assert lines * size * 1.2 <= holder.height


def test_long_names_stay_in_their_places(tmp_path: Path) -> None:
    long = "示范区名称很长" * 9
    rows = [figure(id=f"f{n}", label=f"{long}{n}") for n in range(4)]
    panels = [{"page": "industry", "position": "1", "kind": "columns", "title": long, "items": "f0 f1 f2 f3"}]
    files = files_of({"figures": rows, "panels": panels}, title=long)
    briefing = load(write_folder(tmp_path / "pack", files)).briefing
    assert briefing is not None
    composer = Composer(Evidence(briefing))
    write_pptx(composer, compose_deck(composer), tmp_path / "a.pptx", lambda done, total: None)
    made = Presentation(str(tmp_path / "a.pptx"))
    chart = next(shape.chart for slide in made.slides for shape in slide.shapes if shape.has_chart)
    assert chart.category_axis._element.txPr.bodyPr.get("rot") == "0"
    assert made.slides[0].shapes.title.text_frame.text == long
    brand = next(text for text in texts(made.slide_master.shapes) if "截至" in text)
    assert long[:20] in brand and text_width(brand) < 80


def test_tricky_texts_stay_what_they_are(tricky: Composer, tmp_path: Path) -> None:
    write_pptx(tricky, compose_deck(tricky), tmp_path / "a.pptx", lambda done, total: None)
    made = Presentation(str(tmp_path / "a.pptx"))
    titles = {slide.shapes.title.text_frame.text for slide in made.slides}
    assert {showable(trick) for trick in TRICKS if trick not in (TRICKS[2], TRICKS[5])} <= {
        re.sub(r"（\d/\d）$", "", title) for title in titles
    }
    charts = [shape.chart for slide in made.slides for shape in slide.shapes if shape.has_chart]
    assert len(charts) == 3
    for chart in charts:
        cells = [cell for row in book_of(chart).iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert TRICKS[0] in [cell.value for row in book_of(charts[0]).iter_rows() for cell in row]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_what_proves_a_slide_is_whole_in_its_footer(language: str, evidence: Evidence) -> None:
    for slide in chosen_deck(evidence, Choice(language), holds_proof).slides:
        text, _ = footer_text(slide.sourcing)
        assert text == slide.sourcing.line, slide.heading
        assert all(quoted(quote) in text for note in slide.sourcing.notes for quote in note.quotes)


def test_a_footer_that_is_too_long_sends_to_the_notes() -> None:
    def footer(count: int) -> tuple[str, str]:
        quotes = tuple(f"第{n}句引文不长不短" for n in range(count))
        return footer_text(Sourcing((SourceNote("报道", "", "2025-02", quotes),)))

    assert footer(15)[1] == "footer" and footer(25)[1] == "footer_long"
    text, role = footer(60)
    assert role == "footer_long"
    assert text.startswith("出处：《报道》2025-02 “第0句引文不长不短”") and text.endswith("全部出处见备注")
    assert text.count("“") == text.count("”") >= 20 and len(text) < 460


def test_progress_may_cancel(composer: Composer, deck: Deck, tmp_path: Path) -> None:
    def progress(done: int, total: int) -> None:
        assert total == len(deck.slides)
        if done == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_pptx(composer, deck, tmp_path / "a.pptx", progress)
    assert not list(tmp_path.iterdir())


def over_time(folder: Path) -> Composer:
    """Two years, two months and a quarter of one indicator on one panel, and nine years on another."""
    periods = ["2024", "2023", "2025-01", "2025-02", "2024-36", *(str(year) for year in range(2014, 2023))]
    values = [40, 36, 3, 4, 11, *range(10, 19)]
    rows = [
        figure(id=f"o{period}", period=period, value=str(value), unit="亿元", quote=f"{value}亿元")
        for period, value in zip(periods, values, strict=True)
    ]
    ids = [row["id"] for row in rows]
    panels = [
        {"page": "industry", "position": "1", "kind": "columns", "title": "外资", "items": " ".join(ids[:5])},
        {"page": "industry", "position": "2", "kind": "columns", "title": "历年外资", "items": " ".join(ids[:2] + ids[5:])},
    ]  # fmt: skip
    loaded = load(write_folder(folder, files_of({"figures": rows, "panels": panels})))
    assert loaded.briefing, loaded.faults
    return Composer(Evidence(loaded.briefing))


def test_unlike_periods_are_native_charts_of_their_own(tmp_path: Path) -> None:
    composer = over_time(tmp_path / "pack")
    write_pptx(composer, compose_deck(composer), tmp_path / "a.pptx", lambda done, total: None)
    slides = [
        slide
        for slide in Presentation(str(tmp_path / "a.pptx")).slides
        if any(s.has_chart for s in slide.shapes)
    ]
    found = [
        (slide.shapes.title.text, next(s.chart for s in slide.shapes if s.has_chart)) for slide in slides
    ]
    assert [(title, list(chart.plots[0].categories)) for title, chart in found[:2]] == [
        ("外资 · 年度", ["2024年", "2023年"]),
        ("外资 · 月度", ["2025年1月", "2025年2月"]),
    ]
    parts = [chart for title, chart in found if title.startswith("历年外资")]
    assert len(parts) == 2 and len({chart.value_axis.maximum_scale for chart in parts}) == 1
