"""Make the private environment: `python -I environment.py ENVIRONMENT LOCK [PROGRAM …]`.

Runs on the bare Python of the machine (3.11 or newer). Progress goes to standard error; what is wrong goes to
standard output in Chinese and English, with exit status 1. It may be interrupted, and run twice at a time: the file
`ready` comes last.
"""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def take(file: IO[str]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def take(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


# Debian's names. The first six serve Qt without a screen, the others a window.
LIBRARIES = (
    "libgl1",
    "libegl1",
    "libxkbcommon0",
    "libglib2.0-0",
    "libfontconfig1",
    "libdbus-1-3",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
)
PACKAGES = {
    "soffice": ("libreoffice-impress", "libreoffice-writer", "libreoffice-calc"),
    "pdftoppm": ("poppler-utils",),
    "xrandr": ("x11-xserver-utils",),
}
"""The packages of a program that is not called as its package."""
QT_FILES = ("QtWidgets.abi3.so", "Qt/plugins/platforms/libqxcb.so")


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


def make(environment: Path, python: Path, lock: Path) -> None:
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    if not importlib.util.find_spec("ensurepip") and not apt_install([f"{version}-venv"]):
        raise Problem(
            "这个 Python 不能建立虚拟环境，请先运行这一行：",
            "This Python cannot make environments; run this line first:",
            f"sudo apt install {version}-venv",
        )
    tell("正在建立运行环境……", f"Making {environment}")
    shutil.rmtree(environment, ignore_errors=True)
    # The real file, not /usr/bin/python3: that name moves on with the next version of the system.
    maker = sys.executable if os.name == "nt" else os.path.realpath(sys.executable)
    if not run(maker, "-I", "-m", "venv", environment):
        raise Problem(
            "没有建好虚拟环境，原因见上。", "No environment could be made; the lines above say why."
        )
    tell("正在下载并安装组件……", "Fetching and installing")
    options = "--disable-pip-version-check --no-input --retries 2 --require-hashes --only-binary :all:"
    if not run(python, "-I", "-m", "pip", "install", *options.split(), "-r", lock):
        raise Problem(
            "没有装好所需的组件，原因见上，多半是没有网络。请连上网络再试一次。",
            "The parts needed were not installed; the lines above say why, most likely there is no network."
            " Connect and try again.",
        )


def missing_libraries(environment: Path) -> list[str]:
    """The shared libraries that Qt needs and the system lacks, as the loader names them."""
    missing: set[str] = set()
    for package in environment.glob("lib/python3*/site-packages/PySide6"):
        for name in QT_FILES:
            found = subprocess.run(["ldd", package / name], capture_output=True, text=True, check=False)
            missing.update(re.findall(r"(\S+) => not found", found.stdout))
    return sorted(missing)


def complete(environment: Path, programs: Sequence[str]) -> None:
    """Bring in what the system lacks; programs are only wished for."""
    missed = [name for name in programs if not shutil.which(name)]
    wished = [package for name in missed for package in PACKAGES.get(name, (name.lower(),))]
    needed = LIBRARIES if missing_libraries(environment) else []
    if needed or wished:
        apt_install([*needed, *wished])
    missing = " ".join(missing_libraries(environment))
    if missing and shutil.which("apt-get"):
        line = f"sudo apt install {' '.join(LIBRARIES)}"
        raise Problem(
            "缺少系统组件，请先运行这一行：", "System libraries are missing; run this line first:", line
        )
    if missing:
        raise Problem(
            "缺少系统组件，请先安装：", "System libraries are missing; install them first:", missing
        )


def prepare(environment: Path, lock: Path, programs: Sequence[str]) -> None:
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    installed, ready = environment / "installed", environment / "ready"
    with alone(environment):
        if not (installed.exists() and python.exists()):
            make(environment, python, lock)
            installed.touch()
        if sys.platform == "linux" and not ready.exists():
            complete(environment, programs)
        ready.touch()
    tell("准备好了。", "Ready.")


def main(environment: str, lock: str, *programs: str) -> int:
    try:
        prepare(Path(environment), Path(lock), programs)
    except Problem as problem:
        print(*problem.args, sep="\n")
    except OSError as error:
        print(f"无法准备运行环境：{error}", f"The environment cannot be made: {error}", sep="\n")
    except KeyboardInterrupt:
        print("已中断，下次会重新开始。", "Interrupted; the next start begins again.", sep="\n")
    else:
        return 0
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
