"""Who has a lock is told; what a program left that is gone stands in nobody's way, and what is alive is left alone."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from desktop.disk.locks import SETTLING, VERY_OLD, Holder, Lock, holder_of

ROOT = Path(__file__).parents[2]
TAKES = """
import sys
from pathlib import Path
from desktop.disk.locks import Lock
lock = Lock(Path(sys.argv[1]))
print(lock.take(), flush=True)
sys.stdin.readline()
lock.release()
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "pack.lock"


def another(path: Path) -> subprocess.Popen[str]:
    """Another program that has the lock."""
    made = subprocess.Popen(
        [sys.executable, "-c", TAKES, str(path)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert made.stdout and made.stdout.readline() == "None\n"
    return made


def written(path: Path, age: float = 0.0, **more: object) -> Path:
    """A lock as another program has written it, so many seconds ago."""
    known = {"user": "甲", "host": "远方", "process": 7, "since": "2025-02-01T08:00:00+00:00", "about": ""}
    path.write_text(json.dumps(known | more), encoding="utf-8")
    os.utime(path, (time.time() - age,) * 2)
    return path


def test_only_one_has_it_and_the_others_are_told_who(path: Path) -> None:
    one, other = Lock(path), Lock(path)
    assert one.take() is None and one.is_ours
    holder = other.take()
    assert holder is not None and not other.is_ours
    assert holder.process == os.getpid() and holder.host
    assert datetime.now() - holder.since < timedelta(minutes=1)
    other.release()
    assert one.is_ours, "what one does not have one cannot give back"
    one.release()
    assert other.take() is None
    other.release()
    assert not path.exists() and holder_of(path) is None


def test_another_program_has_it_until_it_gives_it_back(path: Path) -> None:
    program, own = another(path), Lock(path)
    holder = own.take()
    assert holder is not None and holder.process == program.pid
    program.communicate("\n", timeout=30)
    assert own.take() is None
    own.release()


def test_a_program_that_was_killed_is_in_nobodys_way(path: Path) -> None:
    program, own = another(path), Lock(path)
    program.send_signal(signal.SIGKILL if os.name == "posix" else signal.SIGTERM)
    program.communicate(timeout=30)
    assert path.exists() and own.take() is None and own.is_ours
    own.release()


def test_where_no_lock_works_the_process_is_asked_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "win32":
        pytest.skip("a file that is open tells")

    def unsupported(*given: object) -> None:
        raise OSError(95, "not supported")

    monkeypatch.setattr("fcntl.flock", unsupported)
    program, own = another(path), Lock(path)
    holder = own.take()
    assert holder is not None and holder.process == program.pid
    program.kill()
    program.communicate(timeout=30)
    assert own.take() is None and own.is_ours
    own.release()


@pytest.mark.parametrize(
    ("age", "is_free"), [(VERY_OLD / 2, False), (VERY_OLD * 2, True), (-VERY_OLD * 2, True)]
)
def test_another_hosts_lock_lapses_when_it_is_very_old(path: Path, age: float, is_free: bool) -> None:
    own = Lock(written(path, age))
    holder = own.take()
    assert (holder is None) == is_free
    if holder is not None:
        assert (holder.user, holder.host) == ("甲", "远方")
    own.release()
    assert path.exists() != is_free


@pytest.mark.parametrize("content", [b"dear diary", b"{}", b"[" * 3000, b'{"user": 1}', b"\xff\xfe"])
def test_a_file_that_is_none_of_ours_is_never_removed(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    os.utime(path, (1, 1))
    assert isinstance(Lock(path).take(), Holder)
    assert path.read_bytes() == content


def test_one_that_was_killed_before_it_wrote_its_name_is_in_nobodys_way(path: Path) -> None:
    path.touch()
    own = Lock(path)
    assert own.take() is not None, "it may be about to"
    assert own.wait(SETTLING * 3) is None
    own.release()


def test_one_that_waits_gets_it_as_soon_as_it_is_free(path: Path) -> None:
    program, own = another(path), Lock(path)
    assert own.wait(0.05) is not None
    threading.Timer(0.3, lambda: program.communicate("\n")).start()
    assert own.wait(30) is None
    own.release()


def test_whose_lock_lapsed_hears_of_it(path: Path) -> None:
    own = Lock(path)
    assert own.take() is None
    path.unlink()
    written(path)
    assert not own.is_ours
    own.release()
    assert path.exists(), "it is another's by now"


def test_where_no_file_can_be_made_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        Lock(tmp_path / "nowhere" / "pack.lock").take()
