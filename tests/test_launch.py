"""The two scripts that set everything up, with a stub in Python's place: nothing is fetched here."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
TOOLS = ("sh", "cksum", "cp", "dirname", "mkdir", "readlink")
# Makes an "environment" whose python is this stub again, and writes down what it was called with.
STUB = """#!/bin/sh
printf '%s\\n' "$@" -- "PYTHONPATH=$PYTHONPATH" >>"$CALLS"
[ "$4" != "${FAILING-no}" ] || { echo 'what is wrong'; exit 1; }
case "$4" in */environment.py) mkdir -p "$5/bin" && cp "$0" "$5/bin/python" && : >"$5/ready" ;; esac
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these are POSIX shell scripts")


class Machine:
    """A computer with a shell and its tools, a home and a checkout, both with spaces and Chinese in their paths."""

    def __init__(self, folder: Path) -> None:
        self.home = folder / "用户 甲"
        self.checkout = folder / "经开 简报"
        self.calls = folder / "calls"
        self.programs = folder / "bin"
        self.programs.mkdir()
        self.home.mkdir()
        for tool in TOOLS:
            (self.programs / tool).symlink_to(shutil.which(tool) or tool)
        shutil.copytree(
            ROOT / "desktop", self.checkout / "desktop", ignore=shutil.ignore_patterns("__pycache__")
        )
        shutil.copy(ROOT / "requirements.lock", self.checkout)

    def give_python(self, name: str, text: str = STUB) -> None:
        (self.programs / name).write_text(text)
        (self.programs / name).chmod(0o755)

    def launch(
        self, *arguments: str, script: Path | None = None, **variables: str
    ) -> subprocess.CompletedProcess[str]:
        variables = {
            "PATH": str(self.programs),
            "HOME": str(self.home),
            "CALLS": str(self.calls),
            **variables,
        }
        command = ["sh", str(script or self.checkout / "desktop" / "launch.sh"), *arguments]
        return subprocess.run(
            command, env=variables, cwd=self.home, capture_output=True, text=True, timeout=60
        )

    def made(self) -> int:
        """How many times an environment was made."""
        return self.calls.read_text().count("environment.py\n") if self.calls.exists() else 0


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_app_opens_with_its_arguments_from_any_folder(machine: Machine) -> None:
    machine.give_python("python3")
    done = machine.launch("我的 包.zonebrief", DISPLAY=":9")
    assert done.returncode == 0, done.stderr
    assert "首次使用" in done.stderr
    last = machine.calls.read_text().split("--\n")[-2:]
    assert last[0].endswith("-P\n-m\ndesktop\n我的 包.zonebrief\n")
    assert last[1] == f"PYTHONPATH={machine.checkout}\n"


def test_the_second_start_makes_nothing(machine: Machine) -> None:
    machine.give_python("python3")
    machine.launch("check", "pack")
    second = machine.launch("check", "pack")
    assert machine.made() == 1
    assert second.stderr == ""


def test_another_lock_gets_another_environment(machine: Machine) -> None:
    machine.give_python("python3")
    machine.launch("check", "pack")
    (machine.checkout / "requirements.lock").write_text("# other versions\n")
    machine.launch("check", "pack")
    assert machine.made() == 2


def test_a_python_that_has_gone_is_replaced(machine: Machine) -> None:
    machine.give_python("python3")
    machine.launch("check", "pack")
    next(machine.home.rglob("bin/python")).unlink()
    assert machine.launch("check", "pack").returncode == 0
    assert machine.made() == 2


def test_it_starts_through_a_link(machine: Machine) -> None:
    machine.give_python("python3")
    link = machine.home / "简报.sh"
    link.symlink_to(machine.checkout / "desktop" / "launch.sh")
    assert machine.launch("self-test", script=link).returncode == 0
    assert f"PYTHONPATH={machine.checkout}\n" in machine.calls.read_text()


def test_a_python_that_does_not_run_is_passed_over(machine: Machine) -> None:
    machine.give_python("python3.13", "#!/bin/sh\necho 'version not found' >&2\nexit 127\n")
    machine.give_python("python3.11")
    done = machine.launch("check", "pack")
    assert done.returncode == 0
    assert "version not found" not in done.stderr


@pytest.mark.parametrize("old", [None, "#!/bin/sh\nexit 1\n"], ids=["none", "too old"])
def test_without_a_python_it_says_so(machine: Machine, old: str | None) -> None:
    if old:
        machine.give_python("python3", old)
    done = machine.launch("check", "pack")
    assert done.returncode == 1
    assert "没有找到 Python 3.11" in done.stderr
    assert "There is no Python 3.11" in done.stderr


def test_without_a_screen_it_says_so(machine: Machine) -> None:
    machine.give_python("python3")
    done = machine.launch()
    assert done.returncode == 1
    assert "没有屏幕" in done.stderr
    assert "There is no screen" in done.stderr
    assert machine.made() == 0


def test_what_went_wrong_is_said_and_nothing_started(machine: Machine) -> None:
    machine.give_python("python3")
    done = machine.launch("check", "pack", FAILING=str(machine.checkout / "desktop" / "environment.py"))
    assert done.returncode == 1
    assert done.stderr.endswith("what is wrong\n")
    assert "-m\ndesktop" not in machine.calls.read_text()


@pytest.mark.parametrize("script", ["desktop/launch.sh", "desktop/environment.sh", "tests/run.sh", ".ci/run"])
def test_the_scripts_are_for_any_shell(script: str) -> None:
    shells = [shell for shell in ("dash", "bash", "sh") if shutil.which(shell)]
    assert all(subprocess.run([shell, "-n", ROOT / script]).returncode == 0 for shell in shells)


def test_the_windows_script_has_windows_line_ends() -> None:
    text = (ROOT / "desktop" / "launch.cmd").read_bytes()
    assert text.count(b"\r\n") == text.count(b"\n") > 0


def environment(folder: Path, lock: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-I", str(ROOT / "desktop" / "environment.py"), str(folder), str(lock)]
    offline = {**os.environ, "PIP_NO_INDEX": "1", "PIP_RETRIES": "0"}
    offline.pop("PIP_FIND_LINKS", None)
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=offline)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "数据 目录" / "env"


def test_two_starts_at_a_time_make_one_sound_environment(place: Path, tmp_path: Path) -> None:
    lock = tmp_path / "empty.lock"
    lock.touch()
    place.mkdir(parents=True)
    (place / "pyvenv.cfg").write_text("left by a start that was interrupted")
    starts = [environment(place, lock) for _ in range(2)]
    errors = [start.communicate(timeout=120)[1] for start in starts]
    assert [start.returncode for start in starts] == [0, 0], errors
    assert sum("Making" in error for error in errors) == 1
    assert (place / "ready").exists()
    subprocess.run([place / "bin" / "python", "-c", "import pip"], check=True)


def test_parts_that_cannot_be_fetched_are_said_plainly(place: Path, tmp_path: Path) -> None:
    lock = tmp_path / "wanting.lock"
    lock.write_text(f"nowhere-to-be-had==1.0 --hash=sha256:{'0' * 64}\n")
    start = environment(place, lock)
    said, _ = start.communicate(timeout=120)
    assert start.returncode == 1
    assert "没有网络" in said
    assert "there is no network" in said
    assert not (place / "ready").exists()
