"""The workbook, read back by openpyxl and compared with the pack."""

import tempfile
import zipfile
from contextlib import nullcontext
from decimal import Decimal
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from xlsxwriter.worksheet import Worksheet

from desktop.briefing.citations import Evidence
from desktop.briefing.headlines import headline
from desktop.briefing.proof import Verdict
from desktop.briefing.records import RECORD_TYPES, Ref, table_columns
from desktop.charts.theme import CHART_WIDTH
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Reading, Ring
from desktop.exhibits.readings import is_hollow, spaced
from desktop.export.words import TABLE_NAMES, choice_word, clean
from desktop.export.xlsx import write_xlsx
from desktop.export.xlsx_charts import charted
from desktop.pack.loader import load
from desktop.quantities.dates import EdtfDate
from desktop.quantities.language import speaking_english, tr
from tests.export.conftest import TRICKS
from tests.packs import figure, files_of, write_folder

Sheet = Any


@pytest.fixture(scope="module")
def path(composer: Composer, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("xlsx") / "简报.xlsx"
    write_xlsx(composer, path, lambda done, total: None)
    return path


@pytest.fixture(scope="module")
def book(path: Path) -> Any:
    return openpyxl.load_workbook(path)


def sheet_of(book: Any, table: str) -> Sheet:
    return book[tr(TABLE_NAMES[table])]


def filled(composer: Composer) -> list[str]:
    return [table for table in RECORD_TYPES if composer.briefing.tables.get(table)]


def shown(value: object, kind: str) -> object:
    if value is None or value == "":
        return None
    if isinstance(value, EdtfDate):
        return value.text
    return choice_word(str(value)) if kind == "choice" else value


def written(cell: Any) -> object:
    """The cell's value with the decimals that it shows."""
    if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
        _, _, decimals = cell.number_format.partition(".")
        return Decimal(f"{cell.value:.{len(decimals)}f}")
    return cell.value


def test_every_cell_is_the_packs(composer: Composer, book: Any) -> None:
    for table in filled(composer):
        sheet, records = sheet_of(book, table), composer.briefing.tables[table]
        titles = [cell.value for cell in sheet[1]]
        assert sheet.max_row == len(records) + 1
        for place, column in enumerate(table_columns(table)):
            assert titles[place] == column.title
            for row, record in enumerate(records, start=2):
                cell = sheet.cell(row, place + 1)
                wanted = shown(getattr(record, column.name), column.kind)
                assert written(cell) == wanted, (table, row, column.name)
                if isinstance(wanted, Decimal):
                    assert str(written(cell)) == f"{wanted:f}"
                if column.kind in ("text", "date", "identifier"):
                    assert cell.data_type in ("s", "n") and not (cell.data_type == "n" and wanted is not None)


def test_the_texts_in_other_languages_are_there(composer: Composer, book: Any) -> None:
    sheet = sheet_of(book, "subjects")
    titles = [cell.value for cell in sheet[1]]
    assert {"名称 (en)", "名称 (ja)"} <= set(titles)
    place = titles.index("名称 (en)") + 1
    for row, subject in enumerate(composer.briefing.subjects, start=2):
        assert sheet.cell(row, place).value == subject.twins["name_en"]


def test_every_figure_has_its_words_and_what_proves_it(composer: Composer, book: Any) -> None:
    sheet = sheet_of(book, "figures")
    titles = [cell.value for cell in sheet[1]]
    words, proof = titles.index("原文表述") + 1, titles.index("出处核对") + 1
    for row, record in enumerate(composer.briefing.figures):
        ref = Ref("figures", row)
        said, evidence = sheet.cell(row + 2, proof).value, composer.evidence.of(ref)
        wanted = composer.readings.of(record.id)
        assert wanted and sheet.cell(row + 2, words).value == spaced(wanted.words)
        if evidence.verdict is Verdict.DERIVED:
            assert said.startswith("推算") and evidence.formula in said
        else:
            assert (
                said.startswith(headline(evidence))
                and "引文一致" in said
                and record.quote.replace("“", "‘").replace("”", "’") in said
            )


def test_headers_stay_filter_and_offer_choices(composer: Composer, book: Any) -> None:
    for table in filled(composer):
        sheet = sheet_of(book, table)
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref.endswith(str(sheet.max_row))
        lists = {str(v.sqref).rstrip("0123456789:"): v for v in sheet.data_validations.dataValidation}
        for column in table_columns(table):
            if column.choices:
                joined = ",".join(map(choice_word, column.choices))
                assert any(v.formula1 == f'"{joined}"' for v in lists.values()), (table, column.name)
            elif column.refers in filled(composer):
                assert any(tr(TABLE_NAMES[column.refers]) in v.formula1 for v in lists.values())
        widths = [dimension.width for dimension in sheet.column_dimensions.values()]
        assert all(8 <= width <= 50 for width in widths) and len(set(widths)) > 1


def charts_wanted(composer: Composer) -> list[tuple[str, list[Reading]]]:
    return [
        (f"{page.name} · {exhibit.title}", list(charted(exhibit)))
        for page in composer.pages()
        for exhibit in page.exhibits
        if charted(exhibit)
    ]


def labels_in(path: Path) -> list[list[str]]:
    """The words of the labels of each chart, which openpyxl does not read."""
    with zipfile.ZipFile(path) as archive:
        names = sorted((n for n in archive.namelist() if "/charts/chart" in n), key=lambda n: (len(n), n))
        trees = [ElementTree.fromstring(archive.read(name)) for name in names]
    return [
        ["".join(text.itertext()) for text in tree.iterfind(".//{*}dLbl/{*}tx/{*}rich")] for tree in trees
    ]


def test_every_chart_is_native_and_shows_the_packs_values(composer: Composer, book: Any, path: Path) -> None:
    sheet = book["图表"]
    wanted = charts_wanted(composer)
    labels = dict(zip((title for title, _ in wanted), labels_in(path), strict=True))
    assert len(sheet._charts) == len(wanted) >= 6
    for chart, (title, readings) in zip(sheet._charts, wanted, strict=True):
        series = chart.series[0]
        cells = sheet[series.val.numRef.f.split("!")[1].replace("$", "")]
        names = sheet[series.cat.strRef.f.split("!")[1].replace("$", "")]
        assert sheet[series.tx.strRef.f.split("!")[1].replace("$", "")].value == title
        values = [written(row[0]) for row in cells][: len(readings)]
        assert values == [reading.value for reading in readings]
        assert [str(v) for v in values] == [f"{r.value:f}" for r in readings]
        assert all(r.label in row[0].value for r, row in zip(readings, names, strict=False))
        assert labels[title] == [spaced(reading.words) for reading in readings]
        dashed = [bool(p.spPr.ln is not None and p.spPr.ln.prstDash == "dash") for p in series.dPt]
        assert dashed[: len(readings)] == [is_hollow(reading) for reading in readings]
        hatched = [p.spPr.pattFill is not None for p in series.dPt]
        assert hatched[: len(readings)] == [reading.status == "derived" for reading in readings]


def test_value_axes_begin_at_zero(book: Any) -> None:
    for chart in book["图表"]._charts:
        if hasattr(chart, "y_axis"):
            assert chart.y_axis.scaling.min == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_charts_are_printed_beside_their_values(language: str, evidence: Evidence, tmp_path: Path) -> None:
    with speaking_english() if language == "en" else nullcontext():
        write_xlsx(Composer(evidence, language), tmp_path / "a.xlsx", lambda done, total: None)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[1]
    wide = sum(sheet.column_dimensions[letter].width * 7 + 5 for letter in "ABCDEFG") + CHART_WIDTH
    assert wide * sheet.page_setup.scale / 100 <= 880


def test_a_ring_is_filled_up_to_the_whole(composer: Composer, book: Any) -> None:
    rings = [e for page in composer.pages() for e in page.exhibits if isinstance(e, Ring)]
    rests = [row[1] for row in book["图表"].iter_rows() if row[0].value == "其余"]
    assert [written(rest) for rest in rests] == [
        100 - r.share.value for r in rings if r.share and r.share.value
    ]


def test_the_file_says_what_it_is(composer: Composer, book: Any) -> None:
    said = {row[0].value: row[1].value for row in book["说明"].iter_rows(max_col=2)}
    assert book["说明"]["A1"].value == "平湖经开" == book.properties.title
    assert said["截至"] == "2025 年 2 月" and said["简报包版本"] == "1.0.0"
    properties = {p.name: p.value for p in book.custom_doc_props.props}
    assert properties == {"As of": "2025-02", "Pack version": "1.0.0", "Language": "zh-CN"}
    said_of = [str(row[-1].value) for row in book["核对结果"].iter_rows(min_row=3) if row[-1].value]
    assert said_of and all("引文未载" in words for words in said_of), "its words leave some parts open"


def test_the_first_sheet_says_that_it_is_the_whole_pack(book: Any) -> None:
    assert any("整个简报包" in str(row[1].value) for row in book.worksheets[0].iter_rows())


def test_what_looks_like_a_formula_or_a_link_stays_text(tricky: Composer, tmp_path: Path) -> None:
    write_xlsx(tricky, tmp_path / "a.xlsx", lambda done, total: None)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    sheet = sheet_of(book, "facilities")
    assert [row[1].value for row in sheet.iter_rows(min_row=2)] == [
        clean(facility.name) for facility in tricky.briefing.facilities
    ]
    for sheet in book:
        assert not [cell for row in sheet for cell in row if cell.data_type == "f" or cell.hyperlink]
    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if "/charts/chart" in name]
        assert charts and not [chart for chart in charts if "<c:f>1+1" in chart or "externalLink" in chart]
        assert all(chart.count("<c:f>") == chart.count("<c:f>图表!") for chart in charts)
    assert TRICKS[0] in {row[3].value for row in sheet_of(book, "panels").iter_rows(min_row=2)}


def test_the_findings_of_a_check_stand_in_a_sheet(tmp_path: Path) -> None:
    files = files_of({"figures": [figure(value="2.66")]})
    loaded = load(write_folder(tmp_path / "pack", files))
    assert loaded.briefing is not None
    write_xlsx(Composer(Evidence(loaded.briefing)), tmp_path / "a.xlsx", lambda done, total: None)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    row = [cell.value for cell in book["核对结果"][2]]
    assert row[:3] == ["数据", 2, "quote"] and "2.66" in row[3]
    proof = sheet_of(book, "figures").cell(
        2, [c.value for c in sheet_of(book, "figures")[1]].index("出处核对") + 1
    )
    assert proof.value.startswith("与出处不符") and "2.66" in proof.value


def test_what_is_worth_a_look_stands_below_what_is_wrong(tmp_path: Path) -> None:
    rows = [figure(source="", quote=""), figure(id="b", value="2.66")]
    loaded = load(write_folder(tmp_path / "pack", files_of({"figures": rows})))
    assert loaded.briefing is not None
    write_xlsx(Composer(Evidence(loaded.briefing)), tmp_path / "a.xlsx", lambda done, total: None)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["核对结果"]
    told = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert [row[:3] for row in told] == [["数据", 3, "quote"], ["数据", 2, "source"]]
    assert told[1][3] == "“示范区：实到外资”没有出处"


def test_a_number_too_long_for_a_spreadsheet_is_kept_as_text(tmp_path: Path) -> None:
    long = "1234567890.1234567890"
    loaded = load(write_folder(tmp_path / "pack", files_of({"figures": [figure(value=long)]})))
    assert loaded.briefing is not None
    write_xlsx(Composer(Evidence(loaded.briefing)), tmp_path / "a.xlsx", lambda done, total: None)
    sheet = sheet_of(openpyxl.load_workbook(tmp_path / "a.xlsx"), "figures")
    assert long in [cell.value for cell in sheet[2]]


def test_a_long_table_is_whole_and_kept_in_memory_row_by_row(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        {"id": f"f{n}", "name": f"设施{n}", "note": "长" * (400 if n == 2500 else 4)} for n in range(3000)
    ]
    loaded = load(write_folder(tmp_path / "pack", files_of({"facilities": rows})))
    assert loaded.briefing is not None
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    most, flush = 0, Worksheet._write_single_row

    def counted(sheet: Worksheet, row: int = 0) -> None:
        nonlocal most
        flush(sheet, row)
        most = max(most, len(sheet.table))

    monkeypatch.setattr(Worksheet, "_write_single_row", counted)
    write_xlsx(Composer(Evidence(loaded.briefing)), tmp_path / "a.xlsx", lambda done, total: None)
    sheet = sheet_of(openpyxl.load_workbook(tmp_path / "a.xlsx"), "facilities")
    assert [row[0].value for row in sheet.iter_rows(min_row=2)] == [row["id"] for row in rows]
    assert sheet.row_dimensions[2502].height > 200 and sheet.row_dimensions[2501].height is None
    assert most <= 2 and {path.name for path in tmp_path.iterdir()} == {"pack", "a.xlsx"}


def test_progress_may_cancel(composer: Composer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    class Cancelled(Exception):
        pass

    steps: list[tuple[int, int]] = []

    def progress(done: int, total: int) -> None:
        steps.append((done, total))
        if done == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_xlsx(composer, tmp_path / "a.xlsx", progress)
    assert not list(tmp_path.iterdir())
    write_xlsx(composer, tmp_path / "a.xlsx", lambda done, total: steps.append((done, total)))
    assert steps[-1][0] == steps[-1][1]
    assert [path.name for path in tmp_path.iterdir()] == ["a.xlsx"]


def test_unlike_periods_are_charts_of_their_own(tmp_path: Path) -> None:
    rows = [
        figure(id=f"o{n}", period=period, value="40", unit="亿元", quote="40亿元")
        for n, period in enumerate(("2024", "2023", "2025-01", "2025-02"))
    ]
    panels = [{"page": "industry", "position": "1", "kind": "bars", "title": "外资", "items": "o0 o1 o2 o3"}]
    loaded = load(write_folder(tmp_path / "pack", files_of({"figures": rows, "panels": panels})))
    assert loaded.briefing, loaded.faults
    write_xlsx(Composer(Evidence(loaded.briefing)), tmp_path / "a.xlsx", lambda done, total: None)
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["图表"]
    cells = [cell.value for row in sheet.iter_rows(max_col=1) for cell in row if cell.value]
    assert cells == [
        "产业 · 外资 · 年度", "项目", "2024年", "2023年", "产业 · 外资 · 月度", "项目", "2025年1月", "2025年2月"
    ]  # fmt: skip
    assert len(sheet._charts) == 2
