"""One window for each user and screen: a second start hands its pack to the window or show that is open, and ends.

A lock file tells who is first: it is free again as soon as its process has gone, however it went. Beside it lies a
socket (a named pipe on Windows) for other starts to knock at; nothing of it goes over a network. Both lie in a folder
that nobody else can enter.
"""

import contextlib
import json
import os
import stat
import struct
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, QStandardPaths, Signal

if TYPE_CHECKING:
    from multiprocessing.connection import Connection, Listener

    if sys.platform == "win32":
        from multiprocessing.connection import PipeConnection

LONGEST_MESSAGE = 2**16
LONGEST_SOCKET_PATH = 100
"""Bytes; the system takes 107 at most."""
PATIENCE = 5.0
"""Seconds that a second start waits for the first, which may still be painting; then it opens a window of its own."""
CLIENT_PATIENCE = 2.0
"""Seconds that another start has to say what it wants; it says so at once, and waits itself for longer."""
MOST_CLIENTS = 64
"""At a time; one more is hung up on, and knocks again."""
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
        self._clients = threading.BoundedSemaphore(MOST_CLIENTS)

    def listen(self) -> None:
        """Hear other starts from now on."""
        if self._lock is None:
            return
        from multiprocessing.connection import Listener

        if sys.platform != "win32":
            Path(self._address).unlink(missing_ok=True)  # left by a process that was killed; the lock is ours
        with contextlib.suppress(OSError):  # without it a second start opens a window of its own
            self._listener = Listener(self._address, backlog=MOST_CLIENTS)
            threading.Thread(target=self._serve, args=[self._listener], name="instance", daemon=True).start()

    def _serve(self, listener: "Listener") -> None:
        """Take clients in, each on a thread of its own, so that none waits for another that says nothing."""
        while self._listener is listener:
            try:
                connection = listener.accept()
            except OSError:  # closed; or there are too many files open just now
                time.sleep(PAUSE)
                continue
            if self._clients.acquire(blocking=False):
                threading.Thread(target=self._hear, args=[connection], name="client", daemon=True).start()
            else:
                connection.close()

    def _hear(self, connection: "Connection") -> None:
        try:
            with connection, contextlib.suppress(OSError, EOFError, ValueError, RecursionError):
                self.asked.emit(_wish(_message(connection, time.monotonic() + CLIENT_PATIENCE)))
                connection.send_bytes(TAKEN)
        finally:
            self._clients.release()

    def release(self) -> None:
        listener, self._listener = self._listener, None
        if listener is not None:
            listener.close()
        if self._lock is not None:
            self._lock.unlock()


def claim_or_hand_over(pack: Path | None) -> Claim | None:
    """The claim; None where another process has it and has taken `pack`. One that does not answer in time is passed
    over: this start then opens a window of its own."""
    folder = _private_folder()
    if folder is None:
        return Claim(None, "")
    message = json.dumps({"pack": None if pack is None else str(pack.absolute())}).encode()
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
    try:
        with _connected(address) as connection:
            connection.send_bytes(message)
            return connection.poll(PATIENCE) and connection.recv_bytes(len(TAKEN)) == TAKEN
    except (OSError, EOFError):
        return False


if sys.platform == "win32":

    def _connected(address: str) -> "Connection | PipeConnection":
        from multiprocessing.connection import Client

        return Client(address)

    def _message(connection: "Connection | PipeConnection", end: float) -> bytes:
        """What a client says, which a pipe hands over whole; OSError where it has said nothing by then."""
        if not connection.poll(max(0.0, end - time.monotonic())):
            raise TimeoutError
        return connection.recv_bytes(LONGEST_MESSAGE)

else:

    def _connected(address: str) -> "Connection":
        """Does not wait at the door of a process that is stopped: OSError where its queue is full."""
        import socket
        from multiprocessing.connection import Connection

        with socket.socket(socket.AF_UNIX) as client:
            client.settimeout(PATIENCE)
            client.connect(address)
            client.setblocking(True)
            return Connection(client.detach())

    def _message(connection: "Connection", end: float) -> bytes:
        """What a client says: four bytes that tell the length, and as many as they tell. OSError or EOFError where that
        is too long, or not there by the time `end`."""
        (length,) = struct.unpack("!i", _exactly(connection, 4, end))
        if not 0 <= length <= LONGEST_MESSAGE:
            raise OSError(f"a message of {length} bytes")
        return _exactly(connection, length, end)

    def _exactly(connection: "Connection", count: int, end: float) -> bytes:
        read = b""
        while len(read) < count:
            if not connection.poll(max(0.0, end - time.monotonic())):
                raise TimeoutError
            part = os.read(connection.fileno(), count - len(read))
            if not part:
                raise EOFError
            read += part
        return read


def _wish(message: bytes) -> Path | None:
    """The pack that a client brings, if any; ValueError or RecursionError for what no start of ours would say."""
    asked = json.loads(message)
    pack = asked["pack"] if isinstance(asked, dict) and asked.keys() == {"pack"} else ""
    if pack is None:
        return None
    if not isinstance(pack, str) or not Path(pack).is_absolute():
        raise ValueError("no pack is named")
    return Path(pack)


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
