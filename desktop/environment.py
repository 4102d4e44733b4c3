"""Make the private environment: `python -I environment.py ENVIRONMENT LOCK [PROGRAM …]`.

Runs on the bare Python of the machine (3.11 or newer). Progress goes to standard error; what is wrong goes to
standard output in Chinese and English, with exit status 1. It may be interrupted, and run twice at a time: the file
`ready` comes last. It lists the folders, so that a start sees whether one has changed since; an environment that has
lost files is made anew, and where that fails, what is left of it stays.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desktop import failures, libraries
from desktop.damage import say

if sys.platform == "win32":
    import msvcrt

    def take(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def take(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


PACKAGES = {
    "soffice": ("libreoffice-impress", "libreoffice-writer", "libreoffice-calc"),
    "pdftoppm": ("poppler-utils",),
    "xrandr": ("x11-xserver-utils",),
}
"""The packages of a program that is not called as its package."""
UNLISTED = "__pycache__"
"""Python keeps it up to date by itself."""


class Problem(Exception):
    """What keeps the environment from being made: in Chinese, in English, then the line to run or what is missing."""


def tell(chinese: str, english: str) -> None:
    print(f"{chinese}  {english}", file=sys.stderr, flush=True)


def run(*command: str | Path) -> bool:
    return subprocess.run(command, stdin=None, stdout=sys.stderr, check=False).returncode == 0


@contextmanager
def alone(environment: Path) -> Iterator[None]:
    """Wait until no other process makes this environment; the lock ends with the process, however it ends."""
    environment.parent.mkdir(parents=True, exist_ok=True)
    with environment.with_name(environment.name + ".lock").open("w") as file:
        waiting = False
        while True:
            try:
                take(file)
                break
            except (BlockingIOError, PermissionError):
                if not waiting:
                    tell("另一次启动正在准备运行环境，请稍候……", "Another start is making it; waiting.")
                waiting = True
                time.sleep(0.2)
        yield


def apt_install(packages: Sequence[str]) -> bool:
    """Whether they were installed: on the Debian family only, as root or through a sudo that can ask or need not."""
    if sys.platform == "win32" or not shutil.which("apt-get"):
        return False
    if os.geteuid() == 0:
        rise: list[str] = []
    elif shutil.which("sudo") and (sys.stdin.isatty() or run("sudo", "-n", "true")):
        rise = ["sudo"]
    else:
        return False
    tell("正在安装系统组件：", f"Installing system packages: {' '.join(packages)}")
    apt = [*rise, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=120"]
    run(*apt, "update")
    return run(*apt, "install", "-y", "--no-install-recommends", *packages)


def heard(*command: str | Path) -> str | None:
    """Run it with its progress on the terminal; what it said as errors where it failed."""
    said = []
    with subprocess.Popen(command, stdin=None, stdout=sys.stderr, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        for line in process.stderr:
            said.append(line.decode(errors="replace"))
            print(said[-1], end="", file=sys.stderr, flush=True)
    return "".join(said) if process.returncode else None


def make(environment: Path, python: Path, lock: Path) -> None:
    """In the place of one that was whole once, which comes back where this fails; raises Problem."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    if not importlib.util.find_spec("ensurepip") and not apt_install([f"{version}-venv"]):
        raise Problem(
            "这个 Python 不能建立虚拟环境，请先运行这一行：",
            "This Python cannot make environments; run this line first:",
            f"sudo apt install {version}-venv",
        )
    tell("正在建立运行环境……", f"Making {environment}")
    before = environment.with_name(f"{environment.name}.old")
    if (environment / "installed").exists():
        shutil.rmtree(before, ignore_errors=True)
        environment.rename(before)
    shutil.rmtree(environment, ignore_errors=True)
    try:
        fill(environment, python, lock)
    except BaseException:
        shutil.rmtree(environment, ignore_errors=True)
        if before.exists():
            before.rename(environment)
        raise
    shutil.rmtree(before, ignore_errors=True)


def fill(environment: Path, python: Path, lock: Path) -> None:
    # The real file, not /usr/bin/python3: that name moves on with the next version of the system.
    maker = sys.executable if os.name == "nt" else os.path.realpath(sys.executable)
    # By two commands, since venv keeps to itself what ensurepip says.
    said = heard(maker, "-I", "-m", "venv", "--without-pip", environment)
    if said is None:
        said = heard(python, "-I", "-m", "ensurepip", "--default-pip")
    if said is not None:
        raise Problem(*failures.why(said, "", environment))
    fetch(environment, python, lock)
    (environment / "installed").write_text("\n".join(files_of(environment)), encoding="utf-8")


def fetch(environment: Path, python: Path, lock: Path) -> None:
    """Install what the lock names; raises Problem."""
    tell("正在下载并安装组件……", "Fetching and installing")
    log = environment.with_name(f"{environment.name}.log")
    log.unlink(missing_ok=True)
    options = "--disable-pip-version-check --no-input --retries 2 --require-hashes --only-binary :all:"
    said = heard(python, "-I", "-m", "pip", "install", *options.split(), "--log", log, "-r", lock)
    if said is not None:
        noted = log.read_text(encoding="utf-8", errors="replace") if log.exists() else ""
        raise Problem(*failures.why(said, noted, environment), f"详细记录  What pip noted: {log}")
    log.unlink(missing_ok=True)


def files_of(environment: Path) -> list[str]:
    """Every file with its size, a link with the size of its own, but for what Python compiles."""
    paths = (path for path in environment.rglob("*") if UNLISTED not in path.parts and not path.is_dir())
    return sorted(f"{path.lstat().st_size} {path.relative_to(environment).as_posix()}" for path in paths)


def folders_of(environment: Path) -> str:
    """A line for each folder in the environment, but for those of what Python compiles."""
    paths = (path for path in environment.rglob("*") if UNLISTED not in path.parts and path.is_dir())
    return "".join(f"{path.relative_to(environment).as_posix()}\n" for path in paths)


def lost_files(environment: Path) -> list[str]:
    """The files that have gone or changed since all was installed."""
    listed = environment / "installed"
    if not listed.exists():
        return []
    before = set(listed.read_text(encoding="utf-8").splitlines())
    return sorted(line.partition(" ")[2] for line in before.difference(files_of(environment)))


def complete(environment: Path, programs: Sequence[str]) -> None:
    """Bring in what the system lacks; programs are only wished for."""
    missed = [name for name in programs if not shutil.which(name)]
    wished = [package for name in missed for package in PACKAGES.get(name, (name.lower(),))]
    needed = libraries.packages(missing_libraries(environment))
    if needed or wished:
        apt_install([*needed, *wished])
    if missing := missing_libraries(environment):
        raise Problem(*libraries.sentence(missing))


def missing_libraries(environment: Path) -> list[str]:
    folders = environment.glob("lib/python3*/site-packages/PySide6")
    return sorted({name for folder in folders for name in libraries.missing(folder)})


def prepare(environment: Path, lock: Path, programs: Sequence[str]) -> None:
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    installed, ready = environment / "installed", environment / "ready"
    with alone(environment):
        whole, lost = installed.exists() and python.exists(), lost_files(environment)
        if whole and not lost and ready.exists():
            ready.write_text(folders_of(environment), encoding="utf-8")  # what looked like a loss was none
            return
        if lost:
            say(
                (
                    f"运行环境里有 {len(lost)} 个文件丢失或损坏（{lost[0]}），正在重新准备，需要几分钟……",
                    f"{len(lost)} files of the environment are lost or damaged ({lost[0]}); it is made anew, which"
                    " takes a few minutes.",
                )
            )
        try:
            if lost or not whole:
                make(environment, python, lock)
        except (Problem, OSError) as error:
            if not (installed.exists() and python.exists()):
                raise
            say(words(error, environment))  # and what is left may do
            return
        if sys.platform == "linux" and not ready.exists():
            complete(environment, programs)
        ready.write_text(folders_of(environment), encoding="utf-8")
    tell("准备好了。", "Ready.")


def words(error: Problem | OSError, environment: Path) -> Sequence[str]:
    return failures.of_error(error, environment) if isinstance(error, OSError) else error.args


def main(environment: str, lock: str, *programs: str) -> int:
    try:
        prepare(Path(environment), Path(lock), programs)
    except (Problem, OSError) as error:
        print(*words(error, Path(environment)), sep="\n")
    except KeyboardInterrupt:
        print("已中断，下次会重新开始。", "Interrupted; the next start begins again.", sep="\n")
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
