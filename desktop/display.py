"""Whether something answers where a window would be shown; asked before Qt, which ends the process where not."""

import os
import re
import sys
from pathlib import Path

_X_DISPLAY = re.compile(r"(?:unix)?:(\d{1,5})(?:\.\d+)?", re.ASCII)
_PATIENCE = 2.0
"""Seconds that a display server on this machine may take to accept a connection."""


def has_screen() -> bool:
    """Whether there is a screen of this machine to show a window on. One that is reached over a network, such as
    host:0, is none, since the app opens no network connection."""
    if sys.platform in ("win32", "darwin"):
        return True
    return _x_answers(os.environ.get("DISPLAY", "")) or _wayland_answers(
        os.environ.get("WAYLAND_DISPLAY", "")
    )


def _x_answers(display: str) -> bool:
    match = _X_DISPLAY.fullmatch(display)
    if match is None:
        return False
    path = f"/tmp/.X11-unix/X{match[1]}"
    return _answers(f"\0{path}") or _answers(path)


def _wayland_answers(display: str) -> bool:
    return bool(display) and _answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", ""), display)))


def _answers(address: str) -> bool:
    """Whether a socket of this machine accepts a connection; a name that starts with NUL is no file."""
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(_PATIENCE)
        try:
            client.connect(address)
        except OSError:
            return False
    return True
