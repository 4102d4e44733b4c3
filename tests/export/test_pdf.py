"""PDF files, read by programs that are not ours: words, fonts, outline, looks."""

import re
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import BooleanObject, DictionaryObject

from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.briefing.records import PAGES, Facility, Panel, Ref, Show
from desktop.exhibits.choice import Choice, Chosen, Shown
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import OPENING, Deck
from desktop.exhibits.kinds import Cards, Exhibit, Listing, Timeline
from desktop.exhibits.readings import spaced
from desktop.exhibits.refs import readings_in, readings_of
from desktop.exhibits.sourcing import sourcing_of
from desktop.export.flow import flow
from desktop.export.handout import _Handout
from desktop.pack.loader import load
from tests.export import paper, rendering
from tests.packs import figure, files_of, write_folder

FURTHEST = 6.0
"""The mean over a page's pixels, of 255: type may move a little, a chart may not be missing."""

pytestmark = pytest.mark.skipif(
    bool(paper.missing()), reason=f"not installed here: {', '.join(paper.missing())}"
)


def bare(text: str) -> str:
    return "".join(text.split())


def words_of(exhibit: Exhibit) -> list[str]:
    """What a reader must find of an exhibit."""
    if isinstance(exhibit, Listing):
        return [bare(cell) for row in exhibit.rows for cell in row.cells if cell]
    if isinstance(exhibit, Timeline):
        return [bare(lane.name) for lane in exhibit.lanes]
    return [bare(spaced(reading.words)).removeprefix("+") for reading in readings_in(exhibit)]


@pytest.fixture(scope="module")
def slides(tmp_path_factory: pytest.TempPathFactory, pinghu: Briefing, chinese: None) -> Path:
    return paper.written(pinghu, "slides.pdf", tmp_path_factory.mktemp("pdf") / "slides.pdf")


@pytest.fixture(scope="module")
def handout(tmp_path_factory: pytest.TempPathFactory, pinghu: Briefing, chinese: None) -> Path:
    return paper.written(pinghu, "handout.pdf", tmp_path_factory.mktemp("pdf") / "handout.pdf", scripts=True)


def test_every_word_of_a_slide_is_found_on_its_page(slides: Path, deck: Deck) -> None:
    pages = paper.texts(slides)
    assert len(pages) == len(deck.shown)
    for number, (slide, text) in enumerate(zip(deck.shown, pages, strict=True), start=1):
        wanted = [bare(slide.heading), *(words_of(slide.exhibit) if slide.exhibit else [])]
        if isinstance(slide.exhibit, Cards):
            wanted = wanted[:1] + [bare(card.words.number) for card in slide.exhibit.cards]
        assert not [word for word in wanted if word not in text], (number, text)
        assert f"{number}/{len(pages)}" in text or not slide.page
        assert "截至2025年2月" in text


def test_a_search_finds_chinese_words(slides: Path, handout: Path) -> None:
    for pdf in (slides, handout):
        text = "".join(paper.texts(pdf))
        assert [word for word in ("实到外资", "工业", "日", "产值") if word not in text] == []
        assert not re.search("[\u2e80-\u2fdf\uf900-\ufaff]", text)


def test_the_handout_holds_every_figure_row_script_and_citation(handout: Path, composer: Composer) -> None:
    pages = paper.texts(handout)
    text = "".join(pages)
    for page in composer.pages():
        assert bare(page.message) in text and bare(page.script) in text
        wanted = [bare(reading.words.number) for reading in readings_of(page)]
        for exhibit in page.exhibits:
            wanted += [bare(exhibit.script), *(words_of(exhibit) if isinstance(exhibit, Listing) else [])]
            for note in sourcing_of(composer.evidence, [r.ref for r in readings_in(exhibit)]).notes:
                wanted += [bare(quote.replace("“", "‘").replace("”", "’")) for quote in note.quotes]
        assert not [word for word in wanted if word not in text]
    start = text.index("出处列表")
    numbers = [int(n) for n in re.findall(r"\[(\d+)\]“", text[start:])]
    assert numbers == list(range(1, len(numbers) + 1))
    assert max(int(n) for n in re.findall(r"\[(\d+)\]", text[:start])) == numbers[-1]
    assert all(
        "截至2025年2月" in page and f"{n}/{len(pages)}" in page for n, page in enumerate(pages, start=1)
    )


def test_only_our_fonts_are_in_it_and_embedded(slides: Path, handout: Path) -> None:
    for pdf in (slides, handout):
        lines = paper.output("pdffonts", pdf).splitlines()[2:]
        assert {line.split()[0].rpartition("+")[2] for line in lines} == {
            "NotoSansSC-Regular",
            "NotoSansSC-Bold",
        }
        assert {line.split()[-5] for line in lines} == {"yes"}, lines


def test_another_reader_finds_no_fault(slides: Path, handout: Path) -> None:
    for pdf in (slides, handout):
        assert "No syntax or stream encoding errors" in paper.output("qpdf", "--check", pdf)


def test_title_language_and_pack_are_told(slides: Path, handout: Path) -> None:
    for pdf in (slides, handout):
        reader = PdfReader(pdf)
        assert reader.metadata is not None and reader.metadata.title == "平湖经开"
        assert "2025 年 2 月" in (reader.metadata.subject or "") and "1.0.0" in (
            reader.metadata.subject or ""
        )
        assert str(reader.root_object["/Lang"]) == "zh-CN"
        shows_title = cast(DictionaryObject, reader.root_object["/ViewerPreferences"])["/DisplayDocTitle"]
        assert cast(BooleanObject, shows_title).value is True


def outline(pdf: Path) -> list[tuple[int, str, int]]:
    """Level, title and page number of each entry."""
    reader = PdfReader(pdf)

    def walk(entries: list[object], level: int) -> list[tuple[int, str, int]]:
        found: list[tuple[int, str, int]] = []
        for entry in entries:
            if isinstance(entry, list):
                found += walk(entry, level + 1)
            else:
                page = reader.get_destination_page_number(entry)  # type: ignore[arg-type]
                found.append((level, str(entry.title), page or 0))  # type: ignore[attr-defined]
        return found

    return walk(list(reader.outline), 0)


def test_the_outline_leads_to_every_slide(slides: Path, deck: Deck) -> None:
    entries = outline(slides)
    assert [title for _, title, _ in entries] == [slide.heading for slide in deck.shown]
    assert [page for _, _, page in entries] == list(range(len(deck.shown)))
    tops = [title for level, title, _ in entries if level == 0]
    assert tops == [slide.heading for slide in deck.shown if slide.kind == OPENING or not slide.page]


def test_the_outline_of_a_handout_leads_to_pages_exhibits_and_citations(
    handout: Path, composer: Composer
) -> None:
    entries, pages = outline(handout), paper.texts(handout)
    tops = [title for level, title, _ in entries if level == 0]
    assert tops == [*(f"{p.name} · {p.message}" for p in composer.pages()), "出处列表"]
    assert [title for _, title, page in entries if bare(title.rpartition(" · ")[2]) not in pages[page]] == []


@pytest.mark.parametrize("kind", paper.KINDS)
def test_the_pages_look_as_approved(kind: str, slides: Path, tmp_path: Path, pinghu: Briefing) -> None:
    pdf = paper.written(pinghu, kind, tmp_path / kind)
    pictures = rendering.pages(pdf)
    sheet = rendering.contact_sheet(pictures)
    approved = Image.open(rendering.APPROVED / f"{kind.partition('.')[0]}.png").convert("RGB")
    assert sheet.size == approved.size
    wide, tall = pictures[0].size
    far = {}
    for n in range(len(pictures)):
        x, y = n % rendering.ACROSS * wide, n // rendering.ACROSS * tall
        far[n + 1] = round(rendering.difference(sheet, approved, (x, y, x + wide, y + tall)), 1)
    apart = {page: value for page, value in far.items() if value > FURTHEST}
    assert not apart, "pages look different; python tests/export/paper.py renews what is approved"


# what is chosen


@pytest.mark.parametrize("scripts", [False, True])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_page_of_the_handout_stays_a_third_empty(language: str, scripts: bool, evidence: Evidence) -> None:
    for pages in (PAGES, *((page,) for page in PAGES)):
        handout = _Handout(Chosen(evidence, Choice(language, pages=pages)), scripts)
        *full, _ = flow(handout.blocks(), handout.limit)
        for number, page in enumerate(full, start=1):
            end = page[-1].top + page[-1].block.height
            assert end > handout.limit * 2 / 3, (pages, number)


def test_what_filters_leave_is_exported_and_says_so(
    tmp_path: Path, pinghu: Briefing, composer: Composer
) -> None:
    listing = next(e for e in composer.page("livelihood").exhibits if isinstance(e, Listing))
    row = next(row for row in listing.rows if "食堂" in row.cells[0])
    quote = composer.evidence.of(row.ref).quote
    others = [bare(r.cells[0]) for r in listing.rows if r is not row and r.cells[0] not in quote]
    shown = Shown("livelihood", {listing.position: (row.ref,)}, ("食堂",))
    choice = Choice(pages=("livelihood",), shown=shown)
    for kind in paper.KINDS:
        text = "".join(paper.texts(paper.written(pinghu, kind, tmp_path / kind, choice)))
        assert bare(row.cells[0]) in text and "筛选内容：食堂" in text
        assert not [name for name in others if name in text]


def test_hidden_slides_are_left_out(tmp_path: Path, pinghu: Briefing) -> None:
    rows = [
        Show(show="外宾", position=n, panel=panel, hidden=panel == "industry/3")
        for n, panel in enumerate(["cover", "investment/3", "industry/3", "sources"], start=1)
    ]
    briefing = replace(pinghu, tables={**pinghu.tables, "shows": rows})
    pages = paper.texts(paper.written(briefing, "slides.pdf", tmp_path / "a.pdf", Choice(show="外宾")))
    assert len(pages) == 3
    text = "".join(
        paper.texts(paper.written(briefing, "handout.pdf", tmp_path / "b.pdf", Choice(show="外宾")))
    )
    assert "1.66亿美元" in text and "三大主导产业占规上工业总产值" not in text


def test_english_is_english_but_for_the_quoted_words(tmp_path: Path, pinghu: Briefing) -> None:
    text = "".join(
        paper.texts(
            paper.written(
                pinghu, "handout.pdf", tmp_path / "a.pdf", Choice("en", pages=("industry", "investment"))
            )
        )
    )
    before, _, citations = text.partition("Listofcitations")
    assert "CNY322million" in before and "Asof" in before
    assert not re.findall("[\u4e00-\u9fff]+", before)
    assert "产值再次突破40亿元" in citations
    assert str(PdfReader(tmp_path / "a.pdf").root_object["/Lang"]) == "en-GB"


@pytest.mark.parametrize("hidden", [True, False])
def test_the_message_of_a_page_is_hidden_with_its_slide(
    hidden: bool, tmp_path: Path, pinghu: Briefing, composer: Composer
) -> None:
    """Whether the show hides it or does not name it; a page of which nothing else is shown is not there at all."""
    named = ["cover", "investment/3", *(["investment/1", "livelihood/1"] if hidden else [])]
    rows = [Show("外宾", n, key, hidden=key.endswith("/1")) for n, key in enumerate(named, start=1)]
    briefing = pinghu.with_shows(rows)
    pdf = paper.written(briefing, "handout.pdf", tmp_path / "a.pdf", Choice(show="外宾"), scripts=True)
    text = "".join(paper.texts(pdf))
    assert "1.66亿美元" in text
    for page in composer.pages():
        assert bare(page.message) not in text and bare(page.subtitle) not in text
    assert "招商引资成绩" in text, "nothing above it says what the figures are"
    assert next(title for level, title, _ in outline(pdf) if level == 0) == "投资"


def test_what_a_show_says_of_a_page_stands_in_its_handout(tmp_path: Path, pinghu: Briefing) -> None:
    rows = [Show("外宾", 1, "investment/1", script="先看投资成绩单。"), Show("外宾", 2, "investment/3")]
    pdf = paper.written(
        pinghu.with_shows(rows), "handout.pdf", tmp_path / "a.pdf", Choice(show="外宾"), scripts=True
    )
    assert "先看投资成绩单。" in "".join(paper.texts(pdf))


def test_a_panel_that_is_hidden_once_and_shown_once_is_shown(tmp_path: Path, pinghu: Briefing) -> None:
    rows = [Show("外宾", 1, "investment/3"), Show("外宾", 2, "investment/3", hidden=True)]
    pdf = paper.written(pinghu.with_shows(rows), "handout.pdf", tmp_path / "a.pdf", Choice(show="外宾"))
    assert "产业链项目" in "".join(paper.texts(pdf))


# long packs


def test_a_long_table_is_whole_its_headings_on_every_page(tmp_path: Path) -> None:
    rows = [Facility(id=f"f{n}", name=f"设施{n:03}号", category="食堂", note="说明" * 30) for n in range(150)]
    panels = [
        Panel(page="livelihood", position=1, kind="message", title="很多设施"),
        Panel(page="livelihood", position=2, kind="facilities", title="设施清单"),
    ]
    briefing = Briefing(title="大区", tables={"facilities": rows, "panels": panels})
    pages = paper.texts(paper.written(briefing, "handout.pdf", tmp_path / "a.pdf"))
    text = "".join(pages)
    assert [n for n in range(150) if text.count(f"设施{n:03}号") != 1] == []
    assert len(pages) > 3 and all("社区" in page and "状态" in page for page in pages)
    assert all("设施清单（续）" in page for page in pages[1:])


def test_a_table_of_very_many_lines_and_a_cell_longer_than_a_page_do_not_stop_it(tmp_path: Path) -> None:
    rows = [Facility(id="f", name="长", note="很长的说明。" * 900)]
    briefing = Briefing(title="<b>大&区</b>", tables={"facilities": rows})
    for kind in paper.KINDS:
        assert "<b>大&区</b>" in "".join(paper.texts(paper.written(briefing, kind, tmp_path / kind)))


def test_a_timeline_of_many_lanes_shows_all_of_them(tmp_path: Path, pinghu: Briefing) -> None:
    projects = [replace(pinghu.projects[0], id=f"p{n}", name=f"第{n:02}项目") for n in range(20)]
    stages = [replace(pinghu.milestones[0], project=f"p{n}") for n in range(20)]
    panels = [Panel(page="industry", position=1, kind="timeline", title="进程")]
    tables = {**pinghu.tables, "projects": projects, "milestones": stages, "panels": panels, "figures": []}
    text = "".join(
        paper.texts(paper.written(replace(pinghu, tables=tables), "handout.pdf", tmp_path / "a.pdf"))
    )
    assert [n for n in range(20) if text.count(f"第{n:02}项目") != 1] == []


@pytest.mark.parametrize("kind", ["bars", "columns", "cards", "dots"])
def test_forty_of_a_kind_go_on_over_pages(kind: str, tmp_path: Path) -> None:
    rows = [
        figure(id=f"f{n}", value=str(n + 60), unit="个", label=f"第{n:02}项", quote=f"{n + 60}个")
        for n in range(40)
    ]
    items = " ".join(row["id"] for row in rows)
    panels = [{"page": "industry", "position": "1", "kind": kind, "title": "多", "items": items}]
    briefing = load(write_folder(tmp_path / "pack", files_of({"figures": rows, "panels": panels}))).briefing
    assert briefing is not None
    handout = _Handout(Chosen(Evidence(briefing), Choice()), scripts=False)
    sheets = flow(handout.blocks(), handout.limit)
    assert all(one.top + one.block.height <= handout.limit for placed in sheets for one in placed)
    text = "".join(paper.texts(paper.written(briefing, "handout.pdf", tmp_path / "a.pdf")))
    assert [n for n in range(40) if f"第{n:02}项" not in text] == []


def test_a_pack_with_nothing_in_it_makes_a_file(tmp_path: Path) -> None:
    for kind in paper.KINDS:
        assert paper.texts(paper.written(Briefing(title="空"), kind, tmp_path / kind))


def test_the_verdicts_are_told(tmp_path: Path, evidence: Evidence) -> None:
    refs = [Ref("figures", n) for n in range(len(evidence.briefing.figures))]
    derived = sourcing_of(evidence, refs).derived
    text = "".join(paper.texts(paper.written(evidence.briefing, "handout.pdf", tmp_path / "a.pdf")))
    shown = [words for words in derived if bare(words) in text]
    assert shown
