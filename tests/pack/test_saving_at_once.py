"""Several programs that save to one pack at the same time: what one was told is kept stays kept, and who waits is told
for whom."""

import getpass
import os
import platform
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.briefing.records import Show
from desktop.pack import saving
from desktop.pack.files import PackError
from desktop.pack.loader import load
from desktop.pack.writer import save_show
from tests.packs import PANELS, files_of, write_archive, write_folder

HOLDS = """
import sys
from pathlib import Path
from desktop.pack.saving import saving_alone
with saving_alone(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""
ROOT = Path(__file__).parents[2]
PROGRAMS, SAVES = 4, 12
PROGRAM = """
import sys
from pathlib import Path
from desktop.briefing.records import Show
from desktop.pack.files import PackError
from desktop.pack.writer import read_shows, save_show
pack, own, saves = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
sys.stdin.readline()
for n in range(saves):
    name, kept = f"{own}{n}", False
    while not kept:
        try:
            save_show(pack, name, [Show(name, 1, "cover")], read_shows(pack)[1])
            kept = True
        except PackError:
            continue
    print(name, flush=True)
"""


def make(folder: Path, archived: bool) -> Path:
    files = files_of({"panels": PANELS})
    return write_archive(folder / "p.zonebrief", files) if archived else write_folder(folder / "p", files)


def started(*arguments: object, code: str = PROGRAM) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.parametrize("archived", [False, True])
def test_nothing_that_was_acknowledged_is_lost(tmp_path: Path, archived: bool) -> None:
    pack = make(tmp_path, archived)
    programs = [started(pack, own, SAVES) for own in "abcdefgh"[:PROGRAMS]]
    for program in programs:
        assert program.stdin
        program.stdin.write("go\n")
        program.stdin.flush()
    told = [program.communicate(timeout=120)[0].split() for program in programs]
    assert [program.returncode for program in programs] == [0] * PROGRAMS
    loaded = load(pack)
    assert loaded.briefing is not None, loaded.faults
    kept = [row.show for row in loaded.briefing.shows]
    assert sorted(kept) == sorted(name for names in told for name in names)
    assert len(kept) == PROGRAMS * SAVES
    left = {path.name for path in tmp_path.rglob("*") if path.is_file()}
    assert left == ({pack.name} if archived else {*files_of({"panels": PANELS}), "shows.csv"})


@pytest.mark.parametrize("archived", [False, True])
def test_who_waits_is_told_for_whom(tmp_path: Path, archived: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    pack = make(tmp_path, archived)
    monkeypatch.setattr(saving, "PATIENCE", 0.1)
    holding = started(pack, code=HOLDS)
    assert holding.stdout and holding.stdout.readline() == "held\n"
    with pytest.raises(PackError) as told:
        save_show(pack, "甲", [Show("甲", 1, "cover")])
    for words in (pack.name, getpass.getuser(), platform.node(), "since 20"):
        assert words in str(told.value)
    holding.communicate("\n", timeout=30)
    save_show(pack, "甲", [Show("甲", 1, "cover")])


def test_one_that_was_killed_holds_nobody_up(tmp_path: Path) -> None:
    pack = make(tmp_path, False)
    holding = started(pack, code=HOLDS)
    assert holding.stdout and holding.stdout.readline() == "held\n"
    holding.kill()
    holding.communicate(timeout=30)
    save_show(pack, "甲", [Show("甲", 1, "cover")])
    assert not list(pack.glob(".zonebrief-*"))
