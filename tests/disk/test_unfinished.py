"""What a killed process left is taken away at the next start: that, and nothing else."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.disk import unfinished
from desktop.disk.beside import working_folder, writing_beside
from desktop.disk.unfinished import clear_unfinished, keep_account

ROOT = Path(__file__).parents[2]
WRITES = """
import sys
from pathlib import Path
from desktop.disk.beside import working_folder, writing_beside
from desktop.disk.unfinished import keep_account
keep_account(Path(sys.argv[1]))
target = Path(sys.argv[2])
with writing_beside(target) as temporary, working_folder(target.parent) as folder:
    temporary.write_text("half")
    (folder / "1.png").write_text("half")
    print("writing", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def account(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "data" / "unfinished"
    keep_account(folder)
    yield folder
    unfinished._accounts.clear()


@pytest.fixture
def target(tmp_path: Path) -> Path:
    (tmp_path / "公文").mkdir()
    return tmp_path / "公文" / "简报.pdf"


def writing(account: Path, target: Path) -> subprocess.Popen[str]:
    program = subprocess.Popen(
        [sys.executable, "-c", WRITES, str(account), str(target)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert program.stdout and program.stdout.readline() == "writing\n"
    return program


def test_what_a_killed_process_left_is_gone_after_the_next_start(account: Path, target: Path) -> None:
    target.write_text("old")
    program = writing(account, target)
    program.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    program.communicate(timeout=30)
    assert len(os.listdir(target.parent)) == 3
    assert len(clear_unfinished()) == 2
    assert os.listdir(target.parent) == [target.name] and target.read_text() == "old"
    assert not os.listdir(account) and not clear_unfinished()


def test_what_is_still_being_written_is_left_alone(account: Path, target: Path) -> None:
    program = writing(account, target)
    assert not clear_unfinished()
    program.communicate("\n", timeout=30)
    assert target.read_text() == "half" and os.listdir(target.parent) == [target.name]
    assert not os.listdir(account)


@pytest.mark.parametrize("name", ["简报.pdf", ".zonebrief-abc", "shows.csv.new", ".zonebrief-00112233445566"])
def test_a_users_own_file_is_never_taken_away(account: Path, target: Path, name: str) -> None:
    """Not even where a note names it."""
    program = writing(account, target)
    program.kill()
    program.communicate(timeout=30)
    own = target.with_name(name)
    own.write_text("mine")
    for note in account.iterdir():
        note.write_text(json.dumps({**json.loads(note.read_text()), "about": str(own)}))
    assert not clear_unfinished() and own.read_text() == "mine"


def test_what_lies_on_a_disk_that_is_away_is_taken_away_once_it_is_back(account: Path, target: Path) -> None:
    program = writing(account, target)
    program.kill()
    program.communicate(timeout=30)
    away = target.parent.rename(target.parent.with_name("away"))
    assert not clear_unfinished()
    away.rename(target.parent)
    assert len(clear_unfinished()) == 2 and not os.listdir(target.parent)


def test_nothing_is_noted_of_what_is_done(account: Path, target: Path) -> None:
    with writing_beside(target) as temporary, working_folder(target.parent):
        temporary.write_text("new")
        assert len(os.listdir(account)) == 2
    assert not os.listdir(account) and os.listdir(target.parent) == [target.name]


def test_where_nothing_can_be_noted_files_are_written_all_the_same(tmp_path: Path, target: Path) -> None:
    (tmp_path / "file").touch()
    keep_account(tmp_path / "file" / "unfinished")
    with writing_beside(target) as temporary:
        temporary.write_text("new")
    unfinished._accounts.clear()
    assert target.read_text() == "new"


def test_what_cannot_be_reached_keeps_none_of_the_others(
    account: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (target, target.with_name("另一份.pdf")):
        program = writing(account, path)
        program.send_signal(signal.SIGKILL)
        program.communicate()
    taken_away = unfinished._taken_away
    asked: list[Path] = []

    def away(left: Path) -> Iterator[Path]:
        asked.append(left)
        if len(asked) == 1:
            raise OSError("the folder is on a disk that does not answer")
        return taken_away(left)

    monkeypatch.setattr(unfinished, "_taken_away", away)
    assert len(clear_unfinished()) == len(asked) - 1 > 0
