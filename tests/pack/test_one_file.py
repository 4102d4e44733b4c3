"""A pack becomes one file, with all that belongs to it and nothing else."""

import json
import os
import zipfile
from pathlib import Path

import pytest

from desktop.pack import saving
from desktop.pack.files import PackError
from desktop.pack.loader import load
from desktop.pack.saving import saving_alone
from desktop.pack.writer import write_archive
from tests.packs import PANELS, SHOWS, contents, files_of, table, write_folder
from tests.packs import write_archive as zipped

PLAIN = files_of({"panels": PANELS})
ARTICLE = "完成实到外资1.66亿美元"


def pack_up(pack: Path, out: Path) -> None:
    write_archive(pack, out, lambda done, total: None)


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
    assert not out.exists()


@pytest.mark.parametrize("place", ["name", "link"])
def test_a_pack_that_is_exported_onto_itself_keeps_all_that_it_holds(tmp_path: Path, place: str) -> None:
    files = {**files_of({"panels": PANELS, "shows": SHOWS}, document=ARTICLE), "备注.docx": b"mine"}
    pack = zipped(tmp_path / "p.zonebrief", {f"demo/{name}": content for name, content in files.items()})
    with zipfile.ZipFile(pack, "a") as archive:
        archive.writestr("beside.txt", b"beside the folder")
        archive.comment = b"of ours"
    before = contents(pack)
    if place == "link":
        os.link(pack, tmp_path / "link.zonebrief")
    pack_up(pack, pack if place == "name" else tmp_path / "link.zonebrief")
    assert contents(pack) == before and load(pack).briefing
    with zipfile.ZipFile(pack) as archive:
        assert archive.comment == b"of ours"


@pytest.mark.parametrize("harm", ["lost", "altered", "cut"])
def test_what_cannot_be_read_back_is_not_called_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    """As on a stick that says that it has kept what it has not."""
    pack, out = write_folder(tmp_path / "pack", PLAIN), tmp_path / "a.zonebrief"
    out.write_bytes(b"the one from before")
    sync = os.fsync

    def damage(handle: int) -> None:
        sync(handle)
        (beside,) = tmp_path.glob(".zonebrief-*[0-9a-f]")
        content = bytearray(beside.read_bytes())
        if harm == "lost":
            content = bytearray(len(content))
        elif harm == "altered":
            content[45] ^= 0xFF
        beside.write_bytes(content[: len(content) // 2] if harm == "cut" else content)

    monkeypatch.setattr(os, "fsync", damage)
    with pytest.raises(PackError, match=r"a\.zonebrief.*read back"):
        pack_up(pack, out)
    assert out.read_bytes() == b"the one from before" and not list(tmp_path.glob(".zonebrief-*"))


def test_one_that_another_program_saves_to_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack, out = write_folder(tmp_path / "pack", PLAIN), zipped(tmp_path / "a.zonebrief", PLAIN)
    monkeypatch.setattr(saving, "PATIENCE", 0.1)
    with saving_alone(out), pytest.raises(PackError, match="is being saved"):
        pack_up(pack, out)
    pack_up(pack, out)
