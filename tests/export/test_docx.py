"""The document, read back by python-docx and compared with the pack."""

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from desktop.briefing.citations import Evidence
from desktop.briefing.proof import Verdict
from desktop.exhibits.choice import Choice, Chosen
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Exhibit, Listing, Timeline
from desktop.exhibits.readings import spaced
from desktop.exhibits.refs import readings_in
from desktop.exhibits.sourcing import quoted, sourcing_of
from desktop.export.docx import MOST_ROWS, write_docx
from desktop.export.docx_text import spanned
from desktop.export.words import state_word
from desktop.pack.loader import load
from desktop.pack.texts import showable
from desktop.quantities.dates import word_date
from desktop.quantities.language import speaking_english
from tests.export.conftest import TRICKS
from tests.packs import figure, files_of, write_folder


@pytest.fixture(scope="module")
def path(composer: Composer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("docx") / "简报.docx"
    write_docx(composer, path, lambda done, total: None)
    return path


@pytest.fixture(scope="module")
def document(path: Path) -> Any:
    return Document(str(path))


def exhibits(composer: Composer) -> list[Exhibit]:
    return [exhibit for page in composer.pages() for exhibit in page.exhibits]


def styled(document: Any, style: str) -> list[str]:
    return [text(p) for p in document.paragraphs if p.style.style_id == style]


def text(paragraph: Paragraph) -> str:
    return "".join(node.text or "" for node in paragraph._p.iter(qn("w:t")))


def cells_of(table: Table) -> list[list[str]]:
    return [["\n".join(map(text, cell.paragraphs)) for cell in row.cells] for row in table.rows]


def entries(document: Any) -> list[str]:
    return styled(document, "CitationEntry")


def cited(document: Any, cell: str) -> list[str]:
    return [entries(document)[int(number) - 1] for number in re.findall(r"\[(\d+)\]", cell)]


def test_the_parts_stand_in_their_order(composer: Composer, document: Any) -> None:
    pages = composer.pages()
    assert styled(document, "Title") == ["平湖经开情况简报"]
    line = styled(document, "Subtitle")[0]
    assert "截至 2025 年 2 月" in line
    assert styled(document, "Heading1") == [*(page.name for page in pages), "出处"]
    assert styled(document, "Heading2") == [exhibit.title for exhibit in exhibits(composer)]
    body = styled(document, "BodyText")
    for page in pages:
        assert any(page.message in part and page.subtitle in part for part in body)
    told = [page.script for page in pages] + [exhibit.script for exhibit in exhibits(composer)]
    scripts = [line for script in told for line in script.split("\n") if line]
    assert scripts and set(scripts) <= set(body)


def test_every_table_is_the_packs(composer: Composer, document: Any) -> None:
    assert len(document.tables) == len(exhibits(composer))
    for exhibit, table in zip(exhibits(composer), document.tables, strict=True):
        head, *rows = cells_of(table)
        assert head[-1] == "出处"
        if isinstance(exhibit, Listing):
            used = [exhibit.columns.index(name) for name in head[:-1]]
            assert [row[:-1] for row in rows] == [[row.cells[n] for n in used] for row in exhibit.rows]
            refs = [row.ref for row in exhibit.rows]
        elif isinstance(exhibit, Timeline):
            stages = [(lane, stage) for lane in exhibit.lanes for stage in lane.stages]
            assert [row[:5] for row in rows] == [
                [
                    lane.name,
                    stage.name,
                    word_date(stage.date) if stage.date else "未载日期",
                    "已完成" if stage.done else "计划",
                    stage.note,
                ]
                for lane, stage in stages
            ]
            refs = [stage.ref for _, stage in stages]
        else:
            drawn = {reading.ref: reading for reading in readings_in(exhibit)}
            readings = [*drawn.values(), *(reading for reading in exhibit.named if reading.ref not in drawn)]
            for row, reading in zip(rows, readings, strict=True):
                assert reading.label in row[0] and row[1].startswith(spaced(reading.words))
                assert reading.growth in row[1]
                assert row[2:4] == [reading.period, state_word(reading)]
            refs = [reading.ref for reading in readings]
        for row, ref in zip(rows, refs, strict=True):
            proof, said = composer.evidence.of(ref), cited(document, row[-1])
            if proof.verdict is Verdict.DERIVED:
                assert said == [f"推算：{sourcing_of(composer.evidence, [ref]).derived[0]}"]
            else:
                assert any(quoted(proof.quote) in entry and "2025-02" in entry for entry in said)


def test_a_long_table_ends_with_how_many_more_there_are(tmp_path: Path) -> None:
    rows = [
        {"id": f"f{n}", "name": f"设施{n}", "source": "news", "quote": f"设施{n}"}
        for n in range(MOST_ROWS + 50)
    ]
    path = tmp_path / "a.docx"
    loaded = load(write_folder(tmp_path / "pack", files_of({"facilities": rows})))
    assert loaded.briefing is not None
    write_docx(Composer(Evidence(loaded.briefing)), path, lambda done, total: None)
    document = Document(str(path))
    assert len(document.tables[0].rows) == 1 + MOST_ROWS == 1 + len(entries(document))
    assert any("50 行" in line and "XLSX" in line for line in styled(document, "BodyText"))


def test_no_word_of_a_table_is_broken(evidence: Evidence, tmp_path: Path) -> None:
    with speaking_english():
        write_docx(Composer(evidence, "en"), tmp_path / "a.docx", lambda done, total: None)
    for table in Document(str(tmp_path / "a.docx")).tables:
        widths = [int(w) for w in table._tbl.xpath("w:tblGrid/w:gridCol/@w:w")]
        for cells in cells_of(table):
            words = [max(map(len, re.findall(r"[A-Za-z]+", cell)), default=0) for cell in cells]
            assert all(width > word * 120 + 216 for width, word in zip(widths, words, strict=True))


def test_derived_and_planned_are_said_in_words(composer: Composer, document: Any) -> None:
    states = {row[3] for table in document.tables for row in cells_of(table) if len(row) == 5}
    assert {"实绩", "目标", "推算"} <= states


def test_numbers_lead_to_their_citations(document: Any) -> None:
    aims = {node.get(qn("w:name")) for node in document.element.body.iter(qn("w:bookmarkStart"))}
    links = {node.get(qn("w:anchor")) for node in document.element.body.iter(qn("w:hyperlink"))}
    assert links <= aims == {f"citation{n}" for n in range(1, len(entries(document)) + 1)}
    assert len(set(entries(document))) == len(entries(document))


def test_every_exhibit_has_its_footer(composer: Composer, document: Any) -> None:
    notes = styled(document, "SourceNote")
    assert len(notes) == len(exhibits(composer))
    for note in notes:
        assert note.startswith("出处：《") and re.search(r"见 \[\d+\]", note)


def test_headings_of_tables_repeat_and_rows_stay_whole(document: Any) -> None:
    for table in document.tables:
        first = table.rows[0]._tr
        assert first.xpath("w:trPr/w:tblHeader") and table.style.style_id == "TableGrid"
        assert all(row._tr.xpath("w:trPr/w:cantSplit") for row in table.rows)
        assert sum(int(w) for w in table._tbl.xpath("w:tblGrid/w:gridCol/@w:w")) == pytest.approx(8845, abs=8)


def fonts(document: Any, style: str) -> tuple[str, float, Any]:
    found = document.styles.element.xpath(f"w:style[@w:styleId='{style}']")[0]
    return found.xpath("w:rPr/w:rFonts/@w:eastAsia")[0], int(found.xpath("w:rPr/w:sz/@w:val")[0]) / 2, found


def test_type_and_paper_are_an_offices(document: Any) -> None:
    section = document.sections[0]
    assert (section.page_width, section.page_height) == (
        pytest.approx(Cm(21), rel=1e-3),
        pytest.approx(Cm(29.7), rel=1e-3),
    )
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert margins == tuple(pytest.approx(Cm(n), rel=1e-3) for n in (3.7, 3.5, 2.8, 2.6))
    wanted = {"Title": ("方正小标宋简体", 22), "Normal": ("仿宋_GB2312", 16)}
    wanted |= {"Heading1": ("黑体", 16), "Heading2": ("楷体_GB2312", 16), "Footer": ("宋体", 14)}
    for style, (font, size) in wanted.items():
        assert fonts(document, style)[:2] == (font, size)
    normal = document.styles["Normal"].paragraph_format
    assert (normal.line_spacing_rule, normal.line_spacing) == (WD_LINE_SPACING.EXACTLY, Pt(29))
    assert fonts(document, "Heading1")[2].xpath("w:pPr/w:ind/@w:firstLineChars") == ["200"]
    assert document.styles["Body Text"].element.xpath("w:pPr/w:ind/@w:firstLineChars") == ["200"]
    assert " PAGE " in section.footer._element.xpath("string()")


def test_runs_bear_neither_fonts_nor_colours(document: Any, path: Path) -> None:
    body = document.element.body
    assert not body.xpath(".//w:rPr/*[not(self::w:rStyle)]")
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        table = archive.read("word/fontTable.xml").decode()
        assert 'w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>' in table
        assert 'w:name="方正小标宋简体"><w:altName w:val="宋体"/>' in table
        assert not [n for n in names if "thumbnail" in n or "customXml" in n or "Effects" in n]
        numbering = archive.read("word/numbering.xml").decode()
    assert all(f'w:lvlText w:val="{form}"' in numbering for form in ("%1、", "（%2）", "[%1]"))


def test_the_file_says_what_it_is(document: Any) -> None:
    properties = document.core_properties
    assert (properties.title, properties.version, properties.language) == (
        "平湖经开情况简报",
        "1.0.0",
        "zh-CN",
    )
    assert properties.keywords == "2025-02" and "2025 年 2 月" in properties.subject


def test_tricky_texts_stay_what_they_are(tricky: Composer, tmp_path: Path) -> None:
    write_docx(tricky, tmp_path / "a.docx", lambda done, total: None)
    document = Document(str(tmp_path / "a.docx"))
    cells = {cell for table in document.tables for row in cells_of(table) for cell in row}
    assert {showable(trick) for trick in TRICKS} <= cells
    assert styled(document, "Title") == ["=示范区情况简报"]


def test_what_has_no_source_or_does_not_match_says_so(tmp_path: Path) -> None:
    rows = [figure(id="a", quote="", source=""), figure(id="b", value="2.66")]
    loaded = load(write_folder(tmp_path / "pack", files_of({"figures": rows})))
    assert loaded.briefing is not None
    write_docx(Composer(Evidence(loaded.briefing)), tmp_path / "a.docx", lambda done, total: None)
    document = Document(str(tmp_path / "a.docx"))
    first, second = cells_of(document.tables[0])[1:3]
    assert first[-1] == "未附" and cited(document, second[-1])[0].startswith("与出处不符")
    note = styled(document, "SourceNote")[0]
    assert "1 处未附来源" in note and "1 处与出处不符" in note


def test_spans_of_numbers() -> None:
    assert spanned([4, 1, 2, 3, 7]) == "[1]–[4][7]"
    assert spanned([1, 2]) == "[1][2]" and spanned([]) == ""


def test_progress_may_cancel(composer: Composer, tmp_path: Path) -> None:
    def progress(done: int, total: int) -> None:
        if done == 3:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        write_docx(composer, tmp_path / "a.docx", progress)
    assert not list(tmp_path.iterdir())


def test_a_page_says_that_it_is_no_more(evidence: Evidence, tmp_path: Path) -> None:
    choice = Choice(pages=("investment",))
    write_docx(Chosen(evidence, choice), tmp_path / "a.docx", lambda done, total: None)
    assert "仅含：投资" in styled(Document(str(tmp_path / "a.docx")), "Subtitle")


def test_unlike_periods_have_headings_and_tables_of_their_own(tmp_path: Path) -> None:
    rows = [
        figure(id=f"o{n}", period=period, value="40", unit="亿元", quote="40亿元")
        for n, period in enumerate(("2024", "2023", "2024-33"))
    ]
    panels = [{"page": "industry", "position": "1", "kind": "columns", "title": "外资", "items": "o0 o1 o2"}]
    loaded = load(write_folder(tmp_path / "pack", files_of({"figures": rows, "panels": panels})))
    assert loaded.briefing, loaded.faults
    write_docx(Composer(Evidence(loaded.briefing)), tmp_path / "a.docx", lambda done, total: None)
    document = Document(str(tmp_path / "a.docx"))
    assert styled(document, "Heading2") == ["外资 · 年度", "外资 · 季度"]
    cells = [[row.cells[0].text for row in table.rows[1:]] for table in document.tables]
    assert [[cell.partition("[")[0] for cell in column] for column in cells] == [
        ["2024年", "2023年"],
        ["实到外资"],
    ]
