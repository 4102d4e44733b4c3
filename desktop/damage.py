"""What is done where a part cannot be loaded: it is said in a sentence, or the launcher makes its environment anew."""

import os
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from desktop import libraries

LAUNCHER = "ZONEBRIEF_LAUNCHER"
"""Set by the launcher: its own path."""
MENDED = "ZONEBRIEF_MENDED"
"""Set for the start after the environment was given up, so that it is given up once only."""
FAILED = 1
SHOW = 'zenity --info --no-markup --timeout=60 --text="$0" || xmessage -timeout 60 "$0" || notify-send ZoneBrief "$0"'
"""As environment.sh shows what it tells."""


def report(error: ImportError, arguments: Sequence[str]) -> int:
    """Say what is missing; returns the exit status. In an environment of the launcher's that lacks something of its
    own, the launcher makes it anew and starts again with the same arguments."""
    if lost := lost_libraries(error):
        say(libraries.sentence(lost))
    elif not _start_anew(error, arguments):
        say(
            (
                f"安装已损坏（{sys.prefix}）：{error}。请重新安装。",
                f"The installation in {sys.prefix} is damaged: {error}. Install it again.",
            )
        )
    return FAILED


def lost_libraries(error: ImportError) -> list[str]:
    """The system's libraries that are missing, where that is why `error` came."""
    first = libraries.named(str(error))
    spec = find_spec("PySide6") if first else None
    folders = spec.submodule_search_locations if spec else None
    return sorted({*first, *(name for folder in folders or () for name in libraries.missing(Path(folder)))})


def say(lines: Sequence[str]) -> None:
    """On the terminal, and where there is none, in a window of the desktop's own."""
    text = "\n".join(lines)
    if sys.stderr is not None:
        print(text, file=sys.stderr, flush=True)
    if sys.platform == "win32":
        if sys.stderr is None:
            import ctypes

            ctypes.windll.user32.MessageBoxW(None, text, "ZoneBrief", 0)
        return
    if not (sys.stderr and sys.stderr.isatty()) and (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        _show(text)


def _show(text: str) -> None:
    """In a window that goes away by itself; nobody waits for it."""
    nothing = subprocess.DEVNULL
    command = ["sh", "-c", SHOW, text]
    subprocess.Popen(command, stdin=nothing, stdout=nothing, stderr=nothing, start_new_session=True)


def _start_anew(error: ImportError, arguments: Sequence[str]) -> bool:
    """Give up the environment and start the launcher again; False where this is none of the launcher's, or was tried."""
    launcher, ready = os.environ.get(LAUNCHER), Path(sys.prefix, "ready")
    if not launcher or MENDED in os.environ or not ready.exists():
        return False
    try:
        for mark in (ready, ready.with_name("installed")):
            mark.unlink(missing_ok=True)
    except OSError:
        return False
    say(
        (
            f"运行环境已损坏：{error}。正在重新准备，需要几分钟……",
            f"The environment is damaged: {error}. It is made anew, which takes a few minutes.",
        )
    )
    os.environ[MENDED] = "1"
    if sys.platform == "win32":
        subprocess.Popen([launcher, *arguments])
        return True
    os.execv("/bin/sh", ["sh", launcher, *arguments])
