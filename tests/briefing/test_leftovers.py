"""A number in a sentence that no figure has any more is found, whatever else in a sentence has digits is not."""

import shutil
from pathlib import Path

import pytest

from desktop import app
from desktop.briefing.checks import Fault
from desktop.briefing.citations import Evidence
from desktop.briefing.findings import notices
from desktop.pack.loader import load
from tests.packs import Rows, figure, files_of, write_folder

FIGURES = [
    figure(change="11.7", quote="完成实到外资1.66亿美元，同比增长11.7%"),
    figure(id="homes", indicator="分红惠及", value="2725", unit="户", quote="持股增收项目分红惠及群众2725户"),
    figure(id="visits", indicator="走访企业", value="300", unit="次", bound="over", quote="走访企业300余次"),
    figure(id="share", indicator="占比", value="86.07", unit="%", quote="占一般公共预算支出的86.07%，比上年多12户"),
    figure(id="rent", indicator="租金", value="5000", unit="万元", quote="租金5000万元"),
]  # fmt: skip


def found(folder: Path, tables: dict[str, Rows], **more: str) -> list[Fault]:
    loaded = load(write_folder(folder, files_of({"figures": FIGURES} | tables, **more)))
    assert loaded.briefing, loaded.faults
    return [note for note in notices(Evidence(loaded.briefing)) if note.column != "source"]


def said(folder: Path, text: str, column: str = "script") -> list[str]:
    """What is noticed of a sentence on a page."""
    panels = [{"page": "industry", "position": "1", "kind": "message", "title": "要点", column: text}]
    notes = found(folder, {"panels": panels})
    assert {(note.table, note.row, note.column) for note in notes} <= {("panels", 2, column)}
    return [note.message for note in notes]


def test_a_correction_leaves_no_old_number_unseen(tmp_path: Path) -> None:
    """2725 stands in ten places of the bundled pack beside its figure, in three languages."""
    pack = tmp_path / "pack"
    shutil.copytree(app.bundled(*app.BUNDLED_PACK), pack)
    table = (pack / "figures.csv").read_text(encoding="utf-8")
    assert table.count("2725") == 2
    (pack / "figures.csv").write_text(table.replace("2725", "2752"), encoding="utf-8")
    loaded = load(pack)
    assert loaded.briefing
    notes = list(notices(Evidence(loaded.briefing)))
    assert sorted((note.table, note.row, note.column) for note in notes) == sorted(
        [("programmes", 44, "quote")]
        + [("programmes", 44, f"summary{twin}") for twin in ("", "_en", "_ja")]
        + [(table, row, f"script{twin}") for table, row in (("panels", 24), ("shows", 22)) for twin in ("", "_en", "_ja")]
    )  # fmt: skip
    assert all("2752" in note.message and "dividend_households_2024" in note.message for note in notes)
    assert all("2725" in note.message.replace(",", "") for note in notes)


@pytest.mark.parametrize(
    "text",
    [
        "2024 年实到外资 1.66亿美元，增长 11.7%，惠及 2725 户。",
        "2023—2025年，今年 6 月、1—3月、12月31日和2024-06-05，第三季度和 3 季度。",
        "第 37 期，第12位，312国道 88 号，“1+3+N”和“3+X”，世界500强，5G、G60 与 ISO9001，24 小时服务，100% 满意。",
        "分三步走，共4个方面、7项举措。",
        "租金 0.5亿元。",
        "比上年多 12 户。",
        "走访 300 余家。",
    ],
)
def test_what_is_no_left_over_number_is_let_be(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 it came to USD 166 million, up 11.7%, on 5 June 2024 and in Q1; 2,725 of them, over 300 visits.",
        "The 14th plan, “1+3+N”, No. 37, the top 10, CNY 50 million, output (CNY 100 million), 4 aspects.",
    ],
)
def test_english_is_read_as_english(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text, "script_en") == []


@pytest.mark.parametrize(
    ("text", "number", "near"),
    [
        ("惠及群众 2752 户。", "2752户", "homes"),
        ("惠及 2,752 户。", "2,752户", "homes"),
        ("实到外资 1.68亿美元。", "1.68亿美元", "fdi"),
        ("增长 11.9%。", "11.9%", "fdi"),
        ("完成 640 场。", "640场", ""),
        ("走访企业 900 余次。", "900余次", "visits"),
        ("租金 5000 亩。", "5000亩", ""),
        ("持股增收项目分红惠及群众 8 户。", "8户", "homes"),
    ],
)
def test_a_number_that_no_figure_has_is_found(tmp_path: Path, text: str, number: str, near: str) -> None:
    (message,) = said(tmp_path, text)
    assert f"“{number}”" in message and (f"({near})" in message if near else "near" not in message)


def test_titles_and_their_twins_are_read_too(tmp_path: Path) -> None:
    panel = {"page": "industry", "position": "1", "kind": "message", "title": "惠及 {homes}，增 2752 户"}
    panels = [panel | {"title_en": "{homes}, 2,752 more", "title_ja": "{homes}、2752世帯"}]
    notes = found(tmp_path, {"panels": panels})
    assert [note.column for note in notes] == ["title", "title_en", "title_ja"]


def test_a_number_with_no_unit_is_old_where_it_is_old_elsewhere(tmp_path: Path) -> None:
    panels = [
        {"page": "industry", "position": "1", "kind": "message", "title": "要点", "script_en": "640 of them"},
        {"page": "industry", "position": "2", "kind": "message", "title": "要点", "script": "完成 640 场"},
    ]
    notes = found(tmp_path, {"panels": panels})
    assert [(note.row, note.column) for note in notes] == [(2, "script_en"), (3, "script")]
    assert said(tmp_path / "alone", "Flight 640", "script_en") == []


def test_the_words_that_a_figure_no_longer_has_prove_nothing(tmp_path: Path) -> None:
    """The value was corrected, its quoted words were not yet."""
    rows = [figure(id="homes", value="2752", unit="户", quote="分红惠及群众2725户")]
    panels = [{"page": "industry", "position": "1", "kind": "message", "title": "惠及 2725户"}]
    assert [note.column for note in found(tmp_path, {"figures": rows, "panels": panels})] == ["title"]


def test_names_and_quoted_words_stand_for_themselves(tmp_path: Path) -> None:
    """A line of 12345 is a name, and 640 is what a source says, until a figure says otherwise of the same."""
    programmes = [
        {"id": "line", "name": "12345热线", "summary": "12345热线办结 640 件", "source": "news", "quote": "办结640件"},
        {"id": "old", "name": "持股增收", "source": "news", "quote": "分红惠及群众 990 户"},
        {"id": "slip", "name": "让2752户增收", "source": "news", "quote": "增收"},
    ]  # fmt: skip
    notes = found(tmp_path, {"programmes": programmes})
    assert [(note.row, note.column) for note in notes] == [(3, "quote"), (4, "name")]
