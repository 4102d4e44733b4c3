"""Packs that mean harm or are broken: always a list of faults, never a traceback, a hang or half a briefing."""

import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.briefing.checks import Loaded
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
    "formula", ["__import__('os')", "a.__class__", "open", "1+", "(" * 400, "a**b", "9" * 600, "lambda: 1"]
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
def test_random_cells_never_raise(tmp_path: Path, cells: dict[str, str]) -> None:
    loaded = load(write_folder(tmp_path / "a", files_of({"figures": [figure(**cells)]})))
    assert bool(loaded.briefing) != bool(loaded.faults)
    if loaded.briefing:
        from desktop.briefing.citations import Evidence
        from desktop.exhibits.compose import Composer

        assert len(Composer(Evidence(loaded.briefing)).pages()) == 3
