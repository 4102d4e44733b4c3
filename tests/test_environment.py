"""What is said where the private environment cannot be made: pip itself fails here, at an index on this machine."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import environment, failures
from tests.index import locked, make_wheel, pip_variables, serving

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with pip and nothing else."""
    folder = tmp_path_factory.mktemp("environment") / "env"
    subprocess.run([sys.executable, "-I", "-m", "venv", folder], check=True)
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address where nothing answers."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"


def said_of(
    python: Path, lock: str, folder: Path, monkeypatch: pytest.MonkeyPatch, **variables: str
) -> tuple[str, str]:
    """What is said in Chinese and in English where this lock is installed."""
    for name in set(os.environ) - set(given := pip_variables(**variables)):
        monkeypatch.delenv(name)
    for name, value in given.items():
        monkeypatch.setenv(name, value)
    (folder / "lock").write_text(lock)
    with pytest.raises(environment.Problem) as problem:
        environment.fetch(folder / "env", python, folder / "lock")
    chinese, english, log = problem.value.args
    assert Path(log.partition(": ")[2]).exists()
    return chinese, english


def test_no_network(
    python: Path,
    nobody: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    lock = f"few==1.0 --hash=sha256:{'0' * 64}\n"
    chinese, english = said_of(python, lock, tmp_path, monkeypatch, PIP_INDEX_URL=f"{nobody}/simple")
    assert "没有网络" in chinese and "there is no network" in english
    assert "127.0.0.1" in chinese
    assert "Retrying" in capfd.readouterr().err, "what pip says is seen, too"


@pytest.mark.parametrize(
    ("status", "said"),
    [(403, "refuses (HTTP 403)"), (401, "refuses (HTTP 401)"), (503, "error of its own (HTTP 503)")],
)
def test_an_index_that_refuses(
    python: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, said: str
) -> None:
    lock = f"Few_more==1.0 --hash=sha256:{'0' * 64}\n"
    with serving(tmp_path, status) as address:
        index = address.replace("//", "//name:secret@")
        chinese, english = said_of(python, lock, tmp_path, monkeypatch, PIP_INDEX_URL=f"{index}/simple")
    assert said in english and f"HTTP {status}" in chinese
    assert "secret" not in chinese + english


@pytest.mark.parametrize(("status", "said"), [(407, "asks for a name and a password"), (403, "refuses")])
def test_a_proxy_that_refuses(
    python: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, said: str
) -> None:
    lock = f"few==1.0 --hash=sha256:{'0' * 64}\n"
    with serving(tmp_path, status) as address:
        wanted = {"PIP_INDEX_URL": "https://index.example/simple", "PIP_PROXY": address}
        chinese, english = said_of(python, lock, tmp_path, monkeypatch, **wanted)
    assert said in english and f"HTTP {status}" in chinese


def test_a_file_that_was_changed(python: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = make_wheel(tmp_path / "wheels", "few", {"few.py": "changed = True\n"})
    lock = f"few==1.0 --hash=sha256:{'0' * 64}\n"
    with serving(wheel.parent) as address:
        chinese, english = said_of(python, lock, tmp_path, monkeypatch, PIP_INDEX_URL=f"{address}/simple")
    assert "校验值不符" in chinese and "不要继续" in chinese and "few==1.0 127.0.0.1" in chinese
    assert "not the one that was checked" in english and "do not go on" in english
    assert "network" not in english.partition("another network")[0]
    assert subprocess.run([python, "-c", "import few"], capture_output=True).returncode


def test_no_wheel_for_this_machine(python: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = make_wheel(tmp_path / "wheels", "few", {"few.py": ""}, "cp27-cp27m-win32")
    with serving(wheel.parent) as address:
        chinese, english = said_of(
            python, locked(wheel), tmp_path, monkeypatch, PIP_INDEX_URL=f"{address}/simple"
        )
    assert "没有适合这台电脑的 few==1.0" in chinese
    assert "has no few==1.0 that fits this machine (Python 3." in english


ROOM = "ERROR: Could not install packages due to an OSError: [Errno 28] 设备上没有空间\n"
QUOTA = "ERROR: Could not install packages due to an OSError: [Errno 122] Disk quota exceeded: '/home/x/y'\n"
RIGHTS = "ERROR: Could not install packages due to an OSError: [Errno 13] Permission denied: '/home/x/y'\n"
RETRIED = """WARNING: Retrying (Retry(total=1, connect=None)) after connection broken by 'NewConnectionError('<x>: Failed to
establish a new connection: [Errno 13] Permission denied')': /simple/few/
"""


@pytest.mark.parametrize(
    ("said", "english", "chinese"),
    [
        (ROOM, "The disk is full", "磁盘已满"),
        (RETRIED + ROOM, "The disk is full", "磁盘已满"),
        (QUOTA, "your quota is used up", "配额"),
        (
            "Error: [Errno 30] Read-only file system: '/home/x/y'\n",
            "no right to write: /home/x/y",
            "没有写入的权限：/home/x/y",
        ),
        (RIGHTS, "no right to write: /home/x/y", "没有写入的权限：/home/x/y"),
        (RETRIED, "there is no network", "没有网络"),
        (
            "Could not fetch URL https://index.example/simple/few/: There was a problem confirming the ssl certificate",
            "certificate of the package index is not trusted: index.example",
            "证书不受信任",
        ),
        ("ERROR: what nobody foresaw\n", "ERROR: what nobody foresaw", "ERROR: what nobody foresaw"),
    ],
    ids=["full", "full after a retry", "quota", "read-only", "rights", "firewall", "certificate", "other"],
)
def test_what_pip_says_is_told_apart(said: str, english: str, chinese: str, tmp_path: Path) -> None:
    told = failures.why(said, "", tmp_path / "env")
    assert chinese in told[0] and english in told[1]


def test_without_a_way_to_install_the_line_to_run_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An account that is not root's, and no sudo."""
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("shutil.which", lambda name: None if name == "sudo" else f"/usr/bin/{name}")
    monkeypatch.setattr(environment, "missing_libraries", lambda place: ["libEGL.so.1", "libxcb-cursor.so.0"])
    with pytest.raises(environment.Problem) as problem:
        environment.complete(tmp_path, [])
    chinese, english, line = problem.value.args
    assert chinese == "缺少系统组件：libEGL.so.1、libxcb-cursor.so.0。请先运行这一行："
    assert english.startswith("System libraries are missing: libEGL.so.1, libxcb-cursor.so.0.")
    assert line == "sudo apt install libegl1 libxcb-cursor0"


def start(place: Path, *before: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The whole script, on an empty lock."""
    lock = place.with_name("empty.lock") if place.parent.exists() else Path(os.devnull)
    if lock.parent.exists() and lock != Path(os.devnull):
        lock.touch()
    command = [*before, sys.executable, "-I", str(ROOT / "desktop" / "environment.py"), str(place), str(lock)]
    return subprocess.run(
        command, capture_output=True, text=True, env=pip_variables(**variables), timeout=120
    )


@pytest.mark.skipif(sys.platform != "linux", reason="a folder where even root cannot write")
def test_a_folder_that_cannot_be_written_to() -> None:
    done = start(Path("/sys/kernel/zonebrief/env"))
    assert done.returncode == 1
    assert "没有写入的权限：/sys/kernel/zonebrief" in done.stdout
    assert "There is no right to write: /sys/kernel/zonebrief" in done.stdout


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can mount a small disk")
def test_a_disk_that_is_really_full(tmp_path: Path) -> None:
    if subprocess.run(["unshare", "--mount", "true"], check=False, capture_output=True).returncode:
        pytest.skip("mounts are not allowed here")
    small = tmp_path / "small"
    small.mkdir()
    script = 'mount -t tmpfs -o size=2m small "$1" && shift && exec "$@"'
    done = start(small / "env", "unshare", "--mount", "sh", "-c", script, "sh", str(small))
    assert done.returncode == 1
    assert "磁盘已满" in done.stdout and f"{small} (" in done.stdout
    assert "The disk is full" in done.stdout
