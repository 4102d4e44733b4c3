"""The two scripts that set everything up: with a stub in Python's place, and with Python itself and small wheels. Nothing
is fetched here."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.index import locked, make_wheel, pip_variables

ROOT = Path(__file__).parent.parent
TOOLS = ("sh", "cat", "cksum", "cp", "dirname", "mkdir", "readlink")
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
        self.pip: dict[str, str] = {}
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
        start = self.begin(*arguments, script=script, **variables)
        said, errors = start.communicate(timeout=180)
        return subprocess.CompletedProcess(start.args, start.returncode, said, errors)

    def begin(self, *arguments: str, script: Path | None = None, **variables: str) -> subprocess.Popen[str]:
        """A start that nobody waits for; a variable that is empty is not set."""
        own = {"PATH": str(self.programs), "HOME": str(self.home), "CALLS": str(self.calls)}
        own |= {**self.pip, **variables}
        command = ["sh", str(script or self.checkout / "desktop" / "launch.sh"), *arguments]
        pipe, told = subprocess.PIPE, {name: value for name, value in own.items() if value}
        return subprocess.Popen(command, env=told, cwd=self.home, stdout=pipe, stderr=pipe, text=True)

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


def test_without_a_home_the_one_of_the_account_is_taken(machine: Machine) -> None:
    machine.give_python("python3")
    machine.give_python("getent", f'#!/bin/sh\necho "$1 $2:x:0:0::{machine.home}:/bin/sh"\n')
    for tool in ("cut", "id"):
        (machine.programs / tool).symlink_to(shutil.which(tool) or tool)
    assert machine.launch("check", "pack", HOME="").returncode == 0
    assert list((machine.home / ".local" / "share" / "zonebrief").glob("env-*/ready"))


BROKEN = 'raise ImportError("libQt6Core.so.6: file too short")\n'


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """A computer with a real Python, started once; there is no screen and no network, but a folder with two wheels."""
    folder = tmp_path_factory.mktemp("computer")
    machine = Machine(folder)
    (machine.programs / "python3").symlink_to(os.path.realpath(sys.executable))
    few = make_wheel(folder / "wheels", "few", {"few/__init__.py": "", "few/data/words.txt": "many words"})
    qt = make_wheel(folder / "wheels", "PySide6", {"PySide6/__init__.py": "", "PySide6/QtCore.py": BROKEN})
    (machine.checkout / "requirements.lock").write_text(locked(few) + locked(qt))
    told = pip_variables(PIP_NO_INDEX="1", PIP_FIND_LINKS=str(folder / "wheels"))
    machine.pip = {name: value for name, value in told.items() if name.startswith("PIP_")}
    first = machine.launch("--version")
    assert first.returncode == 0 and "首次使用" in first.stderr, first.stderr
    return machine


def environment_of(machine: Machine) -> Path:
    (ready,) = machine.home.rglob("ready")
    return ready.parent


def lose_a_file(place: Path) -> None:
    next(place.rglob("few/data/words.txt")).unlink()


def lose_the_end_of_a_file(place: Path) -> None:
    """As an upgrade does that was interrupted: some files new, some half written."""
    next(place.rglob("few/data/words.txt")).write_text("many wo")
    next(place.rglob("site-packages/few")).joinpath("newer.py").touch()


def lose_python(place: Path) -> None:
    """As an upgrade of the system does."""
    (place / "bin" / "python").unlink()
    (place / "bin" / "python").symlink_to("/usr/bin/python3.2")


@pytest.mark.parametrize("lose", [lose_the_end_of_a_file, lose_python])
def test_an_environment_that_has_lost_something_heals(
    lived_in: Machine, lose: Callable[[Path], None]
) -> None:
    place = environment_of(lived_in)
    lose(place)
    healed = lived_in.launch("--version")
    assert healed.returncode == 0, healed.stderr
    assert "Making" in healed.stderr and "首次使用" not in healed.stderr
    if lose is not lose_python:
        assert (
            "丢失或损坏（lib/" in healed.stderr and "of the environment are lost or damaged" in healed.stderr
        )
    assert next(place.rglob("few/data/words.txt")).read_text() == "many words"
    assert lived_in.launch("--version").stderr == ""
    assert [path.name for path in place.parent.iterdir() if path.is_dir()] == [place.name]


def test_what_only_looks_like_a_loss_makes_nothing(lived_in: Machine) -> None:
    place = environment_of(lived_in)
    next(place.rglob("site-packages/few")).joinpath("of_an_editor.tmp").touch()
    assert [lived_in.launch("--version").stderr for _ in range(2)] == ["", ""]


def test_two_starts_at_a_time_heal_it_once(lived_in: Machine) -> None:
    lose_a_file(environment_of(lived_in))
    starts = [lived_in.begin("--version") for _ in range(3)]
    errors = [start.communicate(timeout=120)[1] for start in starts]
    assert [start.returncode for start in starts] == [0, 0, 0], errors
    assert sum("Making" in error for error in errors) == 1
    assert lived_in.launch("--version").stderr == ""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can mount a medium read-only")
def test_it_starts_from_a_checkout_that_cannot_be_written_to(lived_in: Machine) -> None:
    if subprocess.run(["unshare", "--mount", "true"], check=False, capture_output=True).returncode:
        pytest.skip("mounts are not allowed here")
    mounted = (
        'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec sh "$1/desktop/launch.sh" --version'
    )
    command = ["unshare", "--mount", "sh", "-c", mounted, "sh", str(lived_in.checkout)]
    own = {**os.environ, **lived_in.pip, "HOME": str(lived_in.home)}
    own["PATH"] = f"{lived_in.programs}{os.pathsep}{own['PATH']}"
    for known in (True, False):
        if not known:
            shutil.rmtree(environment_of(lived_in))
        done = subprocess.run(command, env=own, capture_output=True, text=True, timeout=180, check=False)
        assert done.returncode == 0 and done.stdout.startswith("zonebrief"), done.stderr
        assert ("首次使用" in done.stderr) is not known


def test_without_a_network_what_is_left_is_used(lived_in: Machine) -> None:
    place = environment_of(lived_in)
    lose_a_file(place)
    started = lived_in.launch("--version", PIP_FIND_LINKS="/nowhere")
    assert started.returncode == 0 and started.stdout.startswith("zonebrief")
    assert "丢失或损坏" in started.stderr and "软件源里没有" in started.stderr
    assert next(place.rglob("few/__init__.py")).exists()
    again = lived_in.launch("--version")
    assert "Making" in again.stderr and "Ready" in again.stderr


def test_what_cannot_be_loaded_is_made_anew_once_and_then_said(lived_in: Machine) -> None:
    """Its files are as they were installed, so that only loading it tells."""
    started = lived_in.launch("check", "pack")
    assert started.returncode == 1
    assert started.stderr.count("Making") == 1
    assert "运行环境已损坏：libQt6Core.so.6: file too short。正在重新准备" in started.stderr
    assert started.stderr.endswith(
        f"The installation in {environment_of(lived_in)} is damaged: libQt6Core.so.6: file too short. Install it again.\n"
    )
    assert "Traceback" not in started.stderr
