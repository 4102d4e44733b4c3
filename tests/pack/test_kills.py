"""A program that is killed while it saves: what it was told is kept is there, the pack is as before or as after, and
nothing is left of it after the next start."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.briefing.records import Show
from desktop.disk import unfinished
from desktop.disk.unfinished import clear_unfinished, keep_account
from desktop.pack.loader import load
from desktop.pack.writer import save_show
from tests.packs import PANELS, files_of, write_archive, write_folder

ROOT = Path(__file__).parents[2]
SEED, KILLS = 20250201, 10
"""Kills for each kind of pack."""
LONGEST = 0.12
"""Seconds from the first save to the kill, in which some dozen saves are done."""
PROGRAM = """
import sys
from pathlib import Path
from desktop.briefing.records import Show
from desktop.disk.unfinished import keep_account
from desktop.pack.writer import save_show
pack, first = Path(sys.argv[1]), int(sys.argv[3])
keep_account(Path(sys.argv[2]))
for n in range(first, first + 1000):
    rows = [Show("甲", place, "cover", script=f"{n}") for place in range(1, 4)]
    save_show(pack, "甲", rows)
    print(n, flush=True)
"""

pytestmark = pytest.mark.skipif(os.name != "posix", reason="there is no such kill")


@pytest.fixture
def account(tmp_path: Path) -> Iterator[Path]:
    keep_account(tmp_path / "unfinished")
    yield tmp_path / "unfinished"
    unfinished._accounts.clear()


def killed(pack: Path, account: Path, first: int, after: float) -> list[int]:
    """Kill a program that saves again and again; returns the saves that it was told of."""
    program = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(pack), str(account), str(first)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout
    begun = program.stdout.readline()
    time.sleep(after)
    program.kill()
    told = (begun + program.communicate(timeout=30)[0]).split("\n")
    return [int(line) for line in told[:-1] if line]


@pytest.mark.parametrize("archived", [False, True])
def test_what_was_acknowledged_outlasts_a_kill(tmp_path: Path, account: Path, archived: bool) -> None:
    chance = random.Random(SEED + archived)
    files = files_of({"panels": PANELS})
    home = tmp_path / "packs"
    home.mkdir()
    pack = write_archive(home / "p.zonebrief", files) if archived else write_folder(home / "p", files)
    save_show(pack, "甲", [Show("甲", place, "cover", script="0") for place in range(1, 4)])
    now = saves = 0
    for _ in range(KILLS):
        told = killed(pack, account, now + 1, chance.uniform(0, LONGEST))
        loaded = load(pack)
        assert loaded.briefing is not None, loaded.faults
        scripts = [row.script for row in loaded.briefing.shows]
        last = told[-1] if told else now
        assert scripts in ([f"{last}"] * 3, [f"{last + 1}"] * 3), "as before or as after, whole"
        now, saves = int(scripts[0]), saves + len(told)
    assert saves > KILLS
    clear_unfinished()
    names = {path.name for path in home.rglob("*") if path.is_file()}
    assert names == ({pack.name} if archived else {*files, "shows.csv"})
    save_show(pack, "乙", [Show("乙", 1, "cover")])
    assert {row.show for row in load(pack).briefing.shows} == {"甲", "乙"}  # type: ignore[union-attr]
