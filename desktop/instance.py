"""One window for each user and screen: a second start hands its pack to the window or show that is open, and ends.

A lock file tells who is first: it is free again as soon as its process has gone, however it went. Beside it lies a
socket (a named pipe on Windows) for other starts to knock at; nothing of it goes over a network. Both lie in a folder
that nobody else can enter.
"""

import contextlib
import json
import os
import stat
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, Signal

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, Listener

LONGEST_MESSAGE = 2**16
LONGEST_SOCKET_PATH = 100
"""Bytes; the system takes 107 at most."""
PATIENCE = 5.0
"""Seconds that a second start waits for the first, which may still be painting; then it opens a window of its own."""
PAUSE = 0.05
TAKEN = b"taken"


class Claim(QObject):
    """The right to be the one that runs, until `release`.

    Signal asked(object): another start brings a pack, a Path, or None where it was started without one.
    """

    asked = Signal(object)

    def __init__(self, lock: QLockFile | None, address: str) -> None:
        super().__init__()
        self._lock, self._address = lock, address
        self._listener: Listener | None = None

    def listen(self) -> None:
        """Hear other starts from now on."""
        if self._lock is None:
            return
        from multiprocessing.connection import Listener

        if sys.platform != "win32":
            Path(self._address).unlink(missing_ok=True)  # left by a process that was killed; the lock is ours
        with contextlib.suppress(OSError):  # without it a second start opens a window of its own
            self._listener = Listener(self._address)
            threading.Thread(target=self._serve, name="instance", daemon=True).start()

    def _serve(self) -> None:
        assert self._listener is not None
        while True:
            try:
                connection = self._listener.accept()
            except OSError:
                return
            with connection, contextlib.suppress(OSError, EOFError, ValueError):
                self._answer(connection)

    def _answer(self, connection: "Connection") -> None:
        if connection.poll(PATIENCE):
            asked = json.loads(connection.recv_bytes(LONGEST_MESSAGE))
            pack = asked.get("pack") if isinstance(asked, dict) else None
            self.asked.emit(Path(pack) if isinstance(pack, str) else None)
            connection.send_bytes(TAKEN)

    def release(self) -> None:
        if self._listener is not None:
            self._listener.close()
        if self._lock is not None:
            self._lock.unlock()


def claim_or_hand_over(pack: Path | None) -> Claim | None:
    """The claim; None where another process has it and has taken `pack`. One that does not answer in time is passed
    over: this start then opens a window of its own."""
    folder = _private_folder()
    if folder is None:
        return Claim(None, "")
    message = json.dumps({"pack": None if pack is None else str(pack.resolve())}).encode()
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        lock = _lock(folder)
        if lock.isLocked():
            return Claim(lock, _address(folder))
        if lock.error() is not QLockFile.LockError.LockFailedError:
            break
        if _knock(_address(folder), message):
            return None
        time.sleep(PAUSE)
    return Claim(None, "")


def claim_if_free() -> Claim:
    """The claim where no other process has it, for a start that is not to be handed over; else an empty one."""
    folder = _private_folder()
    lock = None if folder is None else _lock(folder)
    return Claim(lock, _address(folder)) if folder and lock and lock.isLocked() else Claim(None, "")


def _lock(folder: Path) -> QLockFile:
    """The lock of this screen, taken where nobody has it."""
    lock = QLockFile(str(folder / f"{_screen()}.lock"))
    lock.setStaleLockTime(0)
    lock.tryLock(0)
    return lock


def _knock(address: str, message: bytes) -> bool:
    from multiprocessing.connection import Client

    try:
        with Client(address) as connection:
            connection.send_bytes(message)
            return connection.poll(PATIENCE) and connection.recv_bytes(len(TAKEN)) == TAKEN
    except (OSError, EOFError):
        return False


def _screen() -> str:
    """Tells two desktops of one user apart."""
    name = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("DISPLAY") or os.environ.get("SESSIONNAME", "")
    return "zonebrief" + "".join(sign if sign.isalnum() else "-" for sign in name)


def _address(folder: Path) -> str:
    if sys.platform == "win32":
        return rf"\\.\pipe\{_screen()}-{os.environ.get('USERNAME', '')}"
    return str(folder / f"{_screen()}.socket")


def _private_folder() -> Path | None:
    """A folder of the user's that nobody else can enter; None where there can be none."""
    kind = QStandardPaths.StandardLocation
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    home = runtime or QStandardPaths.writableLocation(kind.GenericDataLocation)
    folder = Path(home) / "zonebrief" / "running"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.lstat()
    except OSError:
        return None
    if sys.platform == "win32":
        return folder
    ours = stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid() and not status.st_mode & 0o077
    fits = len(os.fsencode(_address(folder))) <= LONGEST_SOCKET_PATH
    return folder if ours and fits else None
