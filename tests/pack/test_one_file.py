"""A pack becomes one file, with all that belongs to it and nothing else."""

import json
import os
from pathlib import Path

import pytest

from desktop.pack.files import PackError
from desktop.pack.loader import load
from desktop.pack.writer import write_archive
from tests.packs import PANELS, SHOWS, contents, files_of, table, write_folder

PLAIN = files_of({"panels": PANELS})
ARTICLE = "完成实到外资1.66亿美元"


def pack_up(pack: Path, out: Path) -> None:
    with out.open("wb") as stream:
        write_archive(pack, stream, lambda done, total: None)


def test_a_folder_becomes_one_file_with_what_belongs_to_it(tmp_path: Path) -> None:
    files = files_of({"panels": PANELS, "shows": SHOWS}, document=ARTICLE)
    pack = write_folder(
        tmp_path / "pack", {**files, "~$figures.csv": b"x", "shows.csv.new": b"x", "secret.txt": b"x"}
    )
    first, second = tmp_path / "a.zonebrief", tmp_path / "b.zonebrief"
    pack_up(pack, first)
    os.utime(pack / "panels.csv", (1, 1))
    pack_up(pack, second)
    assert first.read_bytes() == second.read_bytes()
    assert contents(first) == files and list(contents(first)) == sorted(files)
    assert load(first).briefing == load(pack).briefing
    pack_up(first, second)
    assert first.read_bytes() == second.read_bytes()


def test_what_the_descriptor_names_belongs_to_the_pack(tmp_path: Path) -> None:
    resources = [{"name": "photo", "path": "a.png"}, {"name": "far", "path": "https://example.org/x.csv"}, 5]
    descriptor = json.dumps({"title": "区", "resources": resources}).encode()
    pack = write_folder(tmp_path / "pack", {**PLAIN, "datapackage.json": descriptor, "a.png": b"png"})
    pack_up(pack, tmp_path / "a.zonebrief")
    assert contents(tmp_path / "a.zonebrief")["a.png"] == b"png"


def test_a_table_that_is_squeezed_to_almost_nothing_opens_again(tmp_path: Path) -> None:
    source = table([{"id": "news", "title": "x"}]) + ",\n" * 900_000
    pack = write_folder(tmp_path / "pack", {**PLAIN, "sources.csv": source.encode()})
    pack_up(pack, tmp_path / "a.zonebrief")
    assert not [f for f in load(tmp_path / "a.zonebrief").faults if "times its size" in f.message]


def test_a_document_that_is_missing_is_said_before_anything_is_written(tmp_path: Path) -> None:
    pack, out = write_folder(tmp_path / "pack", PLAIN), tmp_path / "a.zonebrief"
    (pack / "sources.csv").write_text("id,title,path\nnews,x,missing.txt\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"“missing.txt” is not in the pack"):
        pack_up(pack, out)
    assert not out.read_bytes()
