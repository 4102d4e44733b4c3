"""Dates named in a text, and what they say about a record that quotes them."""

from pathlib import Path

import pytest

from desktop.briefing.citations import Evidence
from desktop.briefing.parts import Part
from desktop.briefing.proof import Proof, Verdict
from desktop.briefing.records import Ref
from desktop.pack.loader import load
from desktop.quantities.dates import parse_date
from desktop.reading.datewords import named_dates
from desktop.reading.standing import Standing
from tests.packs import files_of, write_folder


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("该项目已于2024年10月投产", ["2024-10-01 2024-10-31"]),
        ("于去年6\n月落地", ["2024-06-01 2024-06-30"]),
        ("去年年底结顶", ["2024-11-01 2024-12-31"]),
        ("下个月就能投产", ["2025-03-01 2025-03-31"]),
        ("今年上半年", ["2025-01-01 2025-06-30"]),
        ("明年十二月", ["2026-12-01 2026-12-31"]),
        ("2024年新增，2026年3月投产", ["2024-01-01 2024-12-31", "2026-03-01 2026-03-31"]),
        ("历经14年，眼下进入装修", []),
    ],
)
def test_dates_are_read(text: str, spans: list[str]) -> None:
    assert [f"{one.first} {one.last}" for one in named_dates(text, parse_date("2025-02"))] == spans


@pytest.mark.parametrize(("published", "count"), [("", 0), ("2025", 1), ("2024/2025", 0), ("2025-02?", 0)])
def test_relative_dates_need_to_know_when_it_was_said(published: str, count: int) -> None:
    when = parse_date(published) if published else None
    assert len(list(named_dates("去年落地，下个月投产", when))) == count


def proof(folder: Path, date: str, status: str, quote: str) -> Proof:
    stage = {
        "project": "p",
        "stage": "投产",
        "date": date,
        "status": status,
        "source": "news",
        "quote": quote,
    }
    tables = {"projects": [{"id": "p", "name": "项目"}], "milestones": [stage]}
    loaded = load(write_folder(folder, files_of(tables)))
    assert loaded.briefing, loaded.faults
    return Evidence(loaded.briefing).of(Ref("milestones", 0))


@pytest.mark.parametrize(
    ("date", "status", "quote", "verdict", "standing"),
    [
        ("2024-10", "done", "已于2024年10月正式投产", Verdict.PROVED_BUT, Standing.PROVED),
        ("2024-12~", "done", "去年年底投产", Verdict.PROVED_BUT, Standing.PROVED),
        ("2024-10", "done", "2024年投产", Verdict.PROVED_BUT, Standing.OPEN),
        ("2024-10", "done", "该项目正式投产", Verdict.PROVED_BUT, Standing.OPEN),
        ("2023-10", "done", "已于2024年10月正式投产", Verdict.MISMATCHED, Standing.WRONG),
        ("2025-06", "planned", "下个月就能投产", Verdict.MISMATCHED, Standing.WRONG),
        ("2031-07", "planned", "企业响应号召", Verdict.PROVED_BUT, Standing.OPEN),
        ("", "done", "去年投产", Verdict.PROVED_BUT, None),
    ],
)
def test_a_date_is_held_against_the_one_that_the_words_name(
    tmp_path: Path, date: str, status: str, quote: str, verdict: Verdict, standing: Standing | None
) -> None:
    found = proof(tmp_path, date, status, quote)
    stands = next((one.standing for one in found.found if one.part is Part.DATE), None)
    assert (found.verdict, stands) == (verdict, standing), found.reason


def test_nothing_is_done_before_its_source_was_published(tmp_path: Path) -> None:
    found = proof(tmp_path, "2031-07", "done", "企业响应号召")
    assert found.verdict is Verdict.MISMATCHED and Part.DATE in found.parts(Standing.WRONG)


@pytest.mark.parametrize(
    ("published", "words"),
    [("9999", "明年1月"), ("9999-12", "下个月"), ("0001", "前年"), ("0001-01", "上个月"), ("9998", "后年底")],
)
def test_a_date_beyond_all_years_is_none(published: str, words: str) -> None:
    assert not list(named_dates(words, parse_date(published)))
