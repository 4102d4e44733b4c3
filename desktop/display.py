"""Whether something answers where a window would be shown; asked before Qt, which ends the process where not."""

import os
import re
import struct
import sys
from pathlib import Path

_X_DISPLAY = re.compile(r"(?:unix)?:(\d{1,5})(?:\.\d+)?", re.ASCII)
_PATIENCE = 2.0
"""Seconds that a display server on this machine may take to answer."""
_X_REFUSES = 0
_MOST_KEYS = 20


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
    return any(_x_welcomes(address, match[1]) for address in (f"\0{path}", path))


def _x_welcomes(address: str, number: str) -> bool:
    """Whether the X server lets this user in, with one of the keys that the user holds or without one (X Window System
    Protocol, section 8). Qt ends the process where it does not."""
    for name, key in (*_x_keys(number), (b"", b"")):
        padded = b"".join(text + b"\0" * (-len(text) % 4) for text in (name, key))
        answer = _answer(address, struct.pack("<BxHHHHxx", 0x6C, 11, 0, len(name), len(key)) + padded)
        if answer != _X_REFUSES:
            return answer is not None
    return False


def _x_keys(number: str) -> list[tuple[bytes, bytes]]:
    """The keys for an X display of this machine in the user's file of them: name and data, as Xau writes them."""
    path = os.environ.get("XAUTHORITY") or str(Path.home() / ".Xauthority")
    try:
        content = Path(path).read_bytes()
    except OSError:
        return []
    keys, place = [], 0
    while place < len(content):
        fields, place = [], place + 2
        for _ in range(4):
            size = int.from_bytes(content[place : place + 2], "big")
            fields.append(content[place + 2 : place + 2 + size])
            place += 2 + size
        _address, display, name, key = fields
        if display in (b"", number.encode()):
            keys.append((name, key))
    return keys[:_MOST_KEYS]


def _wayland_answers(display: str) -> bool:
    return bool(display) and _answers(str(Path(os.environ.get("XDG_RUNTIME_DIR", ""), display)))


def _answers(address: str) -> bool:
    return _answer(address) is not None


def _answer(address: str, question: bytes = b"") -> int | None:
    """The first byte that a socket of this machine answers, 0 where nothing is asked; None where it accepts no
    connection. A name that starts with NUL is no file."""
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as client:
        client.settimeout(_PATIENCE)
        try:
            client.connect(address)
            client.sendall(question)
            return next(iter(client.recv(1)), _X_REFUSES) if question else 0
        except OSError:
            return None
