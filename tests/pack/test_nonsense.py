"""Packs of very many rows that mean nothing are told so in seconds."""

from pathlib import Path
from random import Random
from time import process_time

import pytest

from desktop.briefing.citations import Evidence
from desktop.briefing.proof import MOST_QUOTE, Verdict
from desktop.briefing.records import Ref
from desktop.pack.loader import load
from desktop.quantities.formulas import MOST_CHARACTERS, names_in, parse_formula
from desktop.report import MOST_MISMATCHES, check_report, report_lines
from tests.fuzz.values import RUNS, SIGNS, UNIT_WORDS, WORDS_BEFORE
from tests.packs import Rows, figure, files_of, write_folder

ROWS = 30_000


def checked(tmp_path: Path, rows: Rows, document: str = "") -> tuple[dict[str, object], float]:
    """The report on figures like these, and the seconds that it took."""
    pack = write_folder(tmp_path / "pack", files_of({"figures": rows}, document=document))
    started = process_time()
    return check_report(pack), process_time() - started


def test_cells_that_no_column_reads(tmp_path: Path) -> None:
    random = Random(1)
    signs = [sign for sign in SIGNS if sign not in ("\0", "\r", "\r\n")] + list("abc一1")
    names = ("subject", "indicator", "value", "unit", "period", "quote", "source")
    made = [{name: "".join(random.choices(signs, k=8)) for name in names} for _ in range(500)]
    rows = [{**made[n % 500], "id": f"f{n}"} for n in range(ROWS)]
    report, took = checked(tmp_path, rows)
    assert not report["loaded"] and took < 5


@pytest.mark.parametrize("kind", ["words", "commas", "gaps"])
def test_quotes_full_of_numbers(tmp_path: Path, kind: str) -> None:
    """Each takes some milliseconds to look through, and none holds what its figure says."""
    random = Random(1)
    pieces = RUNS + UNIT_WORDS + WORDS_BEFORE
    words = ["".join(random.choices(pieces, k=60))[:300] for _ in range(2000)]
    made = {"words": words, "commas": ["1," * 150], "gaps": ["1 2\n3 " * 50]}[kind]
    rows = [figure(id=f"f{n}", quote=made[n % len(made)]) for n in range(ROWS)]
    report, _ = checked(tmp_path, rows)
    assert report["loaded"] and report["figures"] == ROWS
    assert report["mismatched"] == MOST_MISMATCHES
    last = list(report_lines(report))[-2]
    assert last == "so much does not match that the check ended here; mend this first"


def test_quotes_that_no_document_holds(tmp_path: Path) -> None:
    rows = [figure(id=f"f{n}", quote=f"完成{n}亿元，同比增长{n}%") for n in range(ROWS)]
    report, _ = checked(tmp_path, rows, "示范区完成规上工业增加值，同比持平。" * 55_000)
    assert report["mismatched"] == MOST_MISMATCHES


def test_a_pack_with_fewer_mismatches_is_checked_whole(tmp_path: Path) -> None:
    wrong = [figure(id=f"w{n}", value="9") for n in range(MOST_MISMATCHES)]
    report, _ = checked(tmp_path, [*wrong, figure()])
    assert (report["mismatched"], report["cited"]) == (MOST_MISMATCHES, 1)
    assert len(report["faults"]) == MOST_MISMATCHES  # type: ignore[arg-type]


def test_a_quote_that_is_a_whole_page_proves_nothing(tmp_path: Path) -> None:
    rows = [figure(quote="完成实到外资1.66亿美元" + "，" * MOST_QUOTE)]
    loaded = load(write_folder(tmp_path, files_of({"figures": rows})))
    assert loaded.briefing
    proof = Evidence(loaded.briefing).of(Ref("figures", 0))
    assert proof.verdict is Verdict.MISMATCHED and "longer than 1000 characters" in proof.reason


def test_the_names_in_a_long_formula_are_found_at_once() -> None:
    node = parse_formula("+".join(["a"] * (MOST_CHARACTERS // 2)))
    started = process_time()
    for _ in range(200):
        assert len(list(names_in(node))) == MOST_CHARACTERS // 2
    assert process_time() - started < 1
