"""Packs that mean harm or are broken: always a list of faults, never a traceback, a hang or half a briefing."""

import json
import os
import zipfile
from pathlib import Path
from time import process_time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from desktop.briefing.checks import Loaded
from desktop.briefing.citations import Evidence, tally
from desktop.briefing.proof import Verdict
from desktop.briefing.records import Ref
from desktop.pack import files as limits
from desktop.pack import tables
from desktop.pack.loader import load
from tests.packs import figure, files_of, table, write_archive, write_folder

GOOD = files_of({"figures": [figure()]})


def refused(loaded: Loaded, words: str) -> None:
    assert loaded.briefing is None
    assert any(words in fault.message for fault in loaded.faults), loaded.faults


def test_the_good_pack_opens_both_ways(tmp_path: Path) -> None:
    assert load(write_folder(tmp_path / "区", GOOD)).briefing
    assert load(write_archive(tmp_path / "区.zonebrief", GOOD)).briefing
    nested = {f"demo/{name}": content for name, content in GOOD.items()}
    assert load(write_archive(tmp_path / "nested.zonebrief", nested)).briefing


@pytest.mark.parametrize("name", ["../out.csv", "/etc/passwd", "a\\b.csv", "C:/x.csv", "x/../../y"])
def test_a_path_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    refused(load(write_archive(tmp_path / "p.zonebrief", {**GOOD, name: b"x"})), "leads out of the pack")
    descriptor = (
        b'{"title": "x", "resources": [{"name": "figures", "path": "%s"}]}'
        % name.replace("\\", "\\\\").encode()
    )
    refused(
        load(write_folder(tmp_path / "f", {**GOOD, "datapackage.json": descriptor})), "leads out of the pack"
    )
    source = table([{"id": "news", "title": "x", "path": name}]).encode()
    loaded = load(write_folder(tmp_path / "s", {**GOOD, "sources.csv": source}))
    assert loaded.briefing is None and loaded.faults[0].table == "sources"


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("id,title\nnews,x\n")
    folder = write_folder(tmp_path / "f", GOOD)
    (folder / "sources.csv").unlink()
    (folder / "sources.csv").symlink_to(secret)
    refused(load(folder), "leads out of the pack")


def test_a_link_in_an_archive_is_refused(tmp_path: Path) -> None:
    path = write_archive(tmp_path / "p.zonebrief", GOOD)
    with zipfile.ZipFile(path, "a") as archive:
        entry = zipfile.ZipInfo("extra.csv")
        entry.external_attr = 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    refused(load(path), "is a link")


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    path = write_archive(tmp_path / "p.zonebrief", {**GOOD, "facilities.csv": b"a" * 30_000_000})
    assert path.stat().st_size < 100_000
    refused(load(path), "times its size")


def test_a_zip_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = write_archive(tmp_path / "p.zonebrief", {**GOOD, "facilities.csv": b"id,name\n" + b"a,b\n" * 5000})
    content = path.read_bytes()
    lie = (20_008).to_bytes(4, "little")
    assert content.count(lie) >= 2
    path.write_bytes(content.replace(lie, (20).to_bytes(4, "little")))
    refused(load(path), "damaged")


@pytest.mark.parametrize("keep", [0, 1, 40, 400])
def test_a_damaged_archive_says_so(tmp_path: Path, keep: int) -> None:
    path = write_archive(tmp_path / "p.zonebrief", GOOD)
    path.write_bytes(path.read_bytes()[:keep])
    refused(load(path), "damaged")


def test_a_locked_archive_says_so(tmp_path: Path) -> None:
    path = write_archive(tmp_path / "p.zonebrief", GOOD)
    content = bytearray(path.read_bytes())
    at = content.find(b"PK\x01\x02")
    content[at + 8] |= 1
    path.write_bytes(content)
    refused(load(path), "password")


def test_too_many_files_or_bytes_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = {**GOOD, **{f"extra{n}.txt": b"" for n in range(limits.MOST_FILES)}}
    refused(load(write_archive(tmp_path / "p.zonebrief", many)), "more than 500 files")
    refused(load(write_folder(tmp_path / "f", many)), "more than 500 files")
    monkeypatch.setattr(limits, "MOST_PACK_BYTES", 100)
    refused(load(write_folder(tmp_path / "g", GOOD)), "pack is larger")
    monkeypatch.setattr(limits, "MOST_FILE_BYTES", 100)
    monkeypatch.setattr(limits, "MOST_PACK_BYTES", 10**9)
    refused(load(write_folder(tmp_path / "g", GOOD)), "larger than")


def test_folders_count_like_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_FILES", 20)
    folder = write_folder(tmp_path / "f", GOOD)
    for number in range(20):
        (folder / "a" / f"{number}").mkdir(parents=True)
    refused(load(folder), "more than 20 files")
    path = write_archive(tmp_path / "p.zonebrief", GOOD)
    with zipfile.ZipFile(path, "a") as archive:
        for number in range(20):
            archive.writestr(f"a{number}/", b"")
    refused(load(path), "more than 20 files")


def test_what_lies_deeper_in_a_folder_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_folder(tmp_path / "f", GOOD)
    write_folder(folder / "deeper" / "still", {"x.txt": b"x" * 5000})
    assert load(folder).briefing
    monkeypatch.setattr(limits, "MOST_PACK_BYTES", 4000)
    refused(load(folder), "pack is larger")


def test_sources_that_share_a_document_share_its_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    original = limits.Folder.read

    def counted(folder: limits.Folder, name: str, most: int | None = None) -> bytes:
        read.append(name)
        return original(folder, name, most)

    monkeypatch.setattr(limits.Folder, "read", counted)
    sources = [{"id": f"s{n}", "title": "x", "path": "news.txt"} for n in range(50)]
    loaded = load(write_folder(tmp_path / "f", files_of({"sources": sources}, document="词")))
    assert loaded.briefing and len(loaded.briefing.documents) == 50
    assert read.count("news.txt") == 1


@pytest.mark.parametrize("name", ["\ud800.csv", "x" * 300 + ".csv", "loop.csv", "shut.csv"])
def test_a_path_that_the_system_refuses_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    descriptor = {"title": "x", "resources": [{"name": "figures", "path": name}]}
    folder = write_folder(tmp_path / "f", {**GOOD, "datapackage.json": json.dumps(descriptor).encode()})
    (folder / "loop.csv").symlink_to(folder / "loop.csv")
    (folder / "shut.csv").write_bytes(GOOD["figures.csv"])
    original = Path.read_bytes

    def shut(path: Path) -> bytes:
        if path.name == "shut.csv":
            raise PermissionError(13, "Permission denied")
        return original(path)

    monkeypatch.setattr(Path, "read_bytes", shut)
    loaded = load(folder)
    assert loaded.briefing is None and [f.table for f in loaded.faults] == ["figures"]
    assert all("\ud800" not in fault.message for fault in loaded.faults)


def test_a_folder_that_may_not_be_read_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_folder(tmp_path / "f", GOOD)

    def shut(path: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", shut)
    refused(load(folder), "cannot be read")


@pytest.mark.parametrize("name", ["a" * 300, "\udce4", "x\0y"])
def test_a_pack_that_cannot_be_named_is_a_fault(tmp_path: Path, name: str) -> None:
    loaded = load(tmp_path / name)
    assert loaded.briefing is None and loaded.faults


def test_half_a_letter_in_the_descriptor_is_a_fault(tmp_path: Path) -> None:
    loaded = load(write_folder(tmp_path, {**GOOD, "datapackage.json": b'{"title": "\\ud800"}'}))
    refused(loaded, "has to be a short text")


def test_an_open_quotation_mark_is_a_fault_where_it_stands(tmp_path: Path) -> None:
    rows = b'id,name\na,"one\nb,two\nc,three\n'
    for text, row in ((rows, 2), (b'id,name\na,one\nb,"two" or so\nc,three\n', 3)):
        loaded = load(write_folder(tmp_path / "f", {**GOOD, "facilities.csv": text}))
        assert [(f.table, f.row) for f in loaded.faults] == [("facilities", row)]


def test_a_table_is_not_read_beyond_its_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    endless = "id,name\n" + "a,b\n" * 10 + 'c,"never read'
    loaded = load(write_folder(tmp_path / "f", {**GOOD, "facilities.csv": endless.encode()}))
    refused(loaded, "more than 3 rows")


def test_a_misspelt_table_is_named(tmp_path: Path) -> None:
    loaded = load(write_folder(tmp_path / "f", {**GOOD, "facilites.csv": b"id,name\n"}))
    assert loaded.briefing
    assert any("facilites.csv" in n and "did you mean facilities.csv" in n for n in loaded.notices)


def test_an_unknown_unit_is_answered_with_near_ones_and_many_without_delay(tmp_path: Path) -> None:
    rows = [figure(id=f"f{n}", unit=f"亿美圆{n}") for n in range(5000)]
    started = process_time()
    loaded = load(write_folder(tmp_path / "f", files_of({"figures": rows})))
    assert process_time() - started < 5
    assert "亿美元" in loaded.faults[0].message


def with_figures(text: bytes) -> dict[str, bytes]:
    return {**GOOD, "figures.csv": text}


def test_nul_is_refused_and_a_bom_is_not(tmp_path: Path) -> None:
    refused(load(write_folder(tmp_path / "a", with_figures(GOOD["figures.csv"] + b"\0"))), "NUL")
    loaded = load(write_folder(tmp_path / "b", with_figures(b"\xef\xbb\xbf" + GOOD["figures.csv"])))
    assert loaded.briefing and not loaded.notices


def test_gb18030_is_read_and_said(tmp_path: Path) -> None:
    text = GOOD["figures.csv"].decode().encode("gb18030")
    loaded = load(write_folder(tmp_path / "a", with_figures(text)))
    assert loaded.briefing and loaded.briefing.figures[0].indicator == "实到外资"
    assert any("GB18030" in notice for notice in loaded.notices)
    marked = load(write_folder(tmp_path / "c", with_figures("\ufeff".encode("gb18030") + text)))
    assert marked.briefing, marked.faults
    refused(
        load(write_folder(tmp_path / "b", with_figures(b"id\n\xff\xfe\xff"))), "neither UTF-8 nor GB18030"
    )


def test_a_cell_of_a_million_characters_is_a_fault_where_it_stands(tmp_path: Path) -> None:
    rows = [figure(), figure(id="b", indicator="x" * 10**6)]
    loaded = load(write_folder(tmp_path / "a", files_of({"figures": rows})))
    assert [(f.table, f.row, f.column) for f in loaded.faults] == [("figures", 3, "indicator")]


def test_too_many_rows_or_columns_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wide = b",".join(b"c%d" % n for n in range(tables.MOST_COLUMNS + 1)) + b"\n"
    refused(load(write_folder(tmp_path / "a", with_figures(wide))), "columns")
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    rows = [figure(id=f"f{n}") for n in range(4)]
    refused(load(write_folder(tmp_path / "b", files_of({"figures": rows}))), "more than 3 rows")


def test_html_and_spreadsheet_formulas_stay_text(tmp_path: Path) -> None:
    name = "<img src=x onerror=alert(1)>=1+1"
    loaded = load(write_folder(tmp_path / "a", files_of({"figures": [figure(indicator=name)]})))
    assert loaded.briefing and loaded.briefing.figures[0].indicator == name


@pytest.mark.parametrize(
    "formula",
    [
        "__import__('os')",
        "a.__class__",
        "open",
        "1+",
        "(" * 400,
        "a**b",
        "9" * 600,
        "lambda: 1",
        "fdi * 1" + "0" * 60,
    ],
)
def test_a_formula_is_arithmetic_or_a_fault(tmp_path: Path, formula: str) -> None:
    derived = {"id": "d", "subject": "zone", "indicator": "x", "status": "derived", "formula": formula}
    loaded = load(write_folder(tmp_path / "a", files_of({"figures": [figure(), derived]})))
    assert loaded.briefing is None
    assert {(f.table, f.row, f.column) for f in loaded.faults} == {("figures", 3, "formula")}


def test_a_formula_cycle_is_a_fault(tmp_path: Path) -> None:
    shared = {"subject": "zone", "indicator": "x", "status": "derived"}
    rows = [{"id": "a", "formula": "b + 1", **shared}, {"id": "b", "formula": "a * 2", **shared}]
    loaded = load(write_folder(tmp_path / "a", files_of({"figures": rows})))
    assert {f.row for f in loaded.faults} == {2, 3} and all(f.column == "formula" for f in loaded.faults)


@pytest.mark.parametrize("count", [22, 3000])
def test_a_long_chain_of_formulas_is_worked_out_at_once(tmp_path: Path, count: int) -> None:
    """Each figure is used twice by the next, so that working each out anew would take 2 ** count steps."""
    shared = {"subject": "zone", "indicator": "x", "status": "derived", "unit": "亿美元"}
    rows = [{"id": f"f{n}", "formula": f"f{n - 1} + f{n - 1} - f{n - 1}", **shared} for n in range(1, count)]
    rows[0]["formula"] = "fdi + fdi - fdi"
    loaded = load(write_folder(tmp_path / "a", files_of({"figures": [figure(), *reversed(rows)]})))
    assert loaded.briefing, loaded.faults
    started = process_time()
    evidence = Evidence(loaded.briefing)
    assert tally(evidence)[Verdict.DERIVED] == count - 1
    assert evidence.words(Ref("figures", 1)).text == "1.66亿美元"
    assert process_time() - started < 5


@pytest.mark.parametrize(
    "text", [b"[]", b"{", b"[" * 100_000, b'{"title": 5}', b'{"title": "x", "zonebrief": {"format": 99}}']
)
def test_a_bad_descriptor_is_a_fault(tmp_path: Path, text: bytes) -> None:
    loaded = load(write_folder(tmp_path / "a", {**GOOD, "datapackage.json": text}))
    assert loaded.briefing is None and loaded.faults


def test_no_pack_at_all_is_a_fault(tmp_path: Path) -> None:
    refused(load(tmp_path / "nowhere"), "does not exist")
    refused(load(tmp_path), "is no pack")
    (tmp_path / "x.txt").write_text("x")
    refused(load(tmp_path / "x.txt"), "neither a pack folder")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(sorted(GOOD)), st.binary(max_size=300))
def test_random_bytes_never_raise(tmp_path: Path, name: str, content: bytes) -> None:
    loaded = load(write_folder(tmp_path / "a", {**GOOD, name: content}))
    assert bool(loaded.briefing) != bool(loaded.faults)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.sampled_from(["id", "value", "unit", "period", "formula", "quote", "bound", "change"]),
        st.text(max_size=30),
    )
)
@example({"formula": "²"})
def test_random_cells_never_raise(tmp_path: Path, cells: dict[str, str]) -> None:
    loaded = load(write_folder(tmp_path / "a", files_of({"figures": [figure(**cells)]})))
    assert bool(loaded.briefing) != bool(loaded.faults)
    if loaded.briefing:
        from desktop.exhibits.compose import Composer

        assert len(Composer(Evidence(loaded.briefing)).pages()) == 3
