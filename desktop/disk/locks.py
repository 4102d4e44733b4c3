"""Locks between programs: a file that only one of them can make, and in it who has the lock and since when.

The file is made such that it must not be there before (O_EXCL), which holds on shares too that know no other lock. That
its maker is gone is asked of the system: POSIX keeps a lock on an open file for as long as its process lives, and Windows
removes no file that is open. A maker on another host cannot be asked; its lock lapses when it is very old.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

if sys.platform != "win32":
    import fcntl

VERY_OLD = 3600.0
"""Seconds after which the lock of another host has lapsed; or it lies that far ahead, where two clocks differ."""
SETTLING = 0.5
"""Seconds within which a lock that is made gets its content; by our own clock, since that of a share may go wrong."""
MOST_TRIES = 50
PAUSE = 0.002
LONGEST = 2**15
"""Bytes of a lock's content."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a lock; `user` and `host` are "" where nothing tells."""

    user: str
    host: str
    process: int
    since: datetime
    about: str = ""
    """What its maker noted in it."""


class Lock:
    """The lock that is the file at `path`; at most one program at a time has it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = -1
        self._content = b""
        self._empty: tuple[int, float] | None = None

    def take(self, about: str = "") -> Holder | None:
        """Take the lock and note `about` in it; where another has it, who. Does not wait. OSError where no file can be
        made there."""
        for _ in range(MOST_TRIES):
            try:
                descriptor = os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666)
            except FileExistsError:
                holder = holder_of(self._path, self._is_nameless)
                if holder is not None:
                    return holder
                continue
            if self._settled(descriptor, about):
                return None
        return Holder("", "", 0, datetime.now())

    def wait(self, patience: float, about: str = "") -> Holder | None:
        """Take the lock, and wait for it as many seconds at most; where another has it still, who."""
        end = time.monotonic() + patience
        while (holder := self.take(about)) is not None and time.monotonic() < end:
            time.sleep(10 * PAUSE)
        return holder

    def _is_nameless(self, number: int) -> bool:
        """Whether the empty file of that number has been seen for so long that its maker is gone."""
        now = time.monotonic()
        if self._empty is None or self._empty[0] != number:
            self._empty = number, now
        return now - self._empty[1] > SETTLING

    def _settled(self, descriptor: int, about: str) -> bool:
        """Write who has it; False where another took the new file for one that was left behind."""
        content = _content(about)
        try:
            _mark(descriptor)
            os.write(descriptor, content)
        except OSError:
            os.close(descriptor)
            _remove(self._path)
            raise
        if _read(self._path) != content:
            os.close(descriptor)
            return False
        self._descriptor, self._content = descriptor, content
        return True

    @property
    def is_ours(self) -> bool:
        """Whether we have it still: another host may have taken it for one that was left behind, when we slept."""
        return self._descriptor >= 0 and _read(self._path) == self._content

    def release(self) -> None:
        """Give the lock back; nothing where we do not have it."""
        if self._descriptor < 0:
            return
        ours, descriptor, self._descriptor = self.is_ours, self._descriptor, -1
        if sys.platform == "win32":
            os.close(descriptor)
            if ours:
                _remove(self._path)
        else:
            if ours:
                _remove(self._path)
            os.close(descriptor)


def note_in(path: Path) -> str | None:
    """What the maker of the lock at `path` noted in it; None where it is no lock."""
    holder = _holder(_read(path) or b"")
    return None if holder is None else holder.about


def _content(about: str) -> bytes:
    known = {
        "user": _user(),
        "host": _host(),
        "process": os.getpid(),
        "since": datetime.now(UTC).isoformat(),
        "about": about,
        "mark": os.urandom(8).hex(),
    }
    return json.dumps(known).encode()


def _user() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # nobody of that number is known here
        return ""


def _host() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "")
    return os.uname().nodename


def _holder(content: bytes) -> Holder | None:
    """What the content of a lock tells; None where it is not one of ours, or not complete."""
    try:
        known = json.loads(content)
        since = datetime.fromisoformat(known["since"]).astimezone().replace(tzinfo=None)
        texts = (known["user"], known["host"], known["about"])
        if all(isinstance(text, str) for text in texts) and isinstance(known["process"], int):
            return Holder(texts[0], texts[1], known["process"], since, texts[2])
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        pass
    return None


def holder_of(path: Path, is_nameless: Callable[[int], bool] = lambda number: False) -> Holder | None:
    """Who has the lock at `path`; None where nobody has. What a program that is gone left there is removed;
    `is_nameless` tells whether an empty file is such a one."""
    try:
        descriptor = _opened(path)
    except FileNotFoundError:
        return None
    except OSError:
        return Holder("", "", 0, datetime.now())
    try:
        content, status = os.read(descriptor, LONGEST), os.fstat(descriptor)
        holder, age = _holder(content), abs(time.time() - status.st_mtime)
        known = holder or Holder("", "", 0, datetime.fromtimestamp(status.st_mtime))
        if holder is not None:
            is_left = _is_left(descriptor, holder, age)
        else:  # a file that is none of ours never is left
            is_left = not content and is_nameless(status.st_ino) and _is_nobodys(descriptor, 0)
        if not is_left:
            return known
        if sys.platform != "win32":  # while we have it open nobody else takes it for left
            return None if _removed(path, content) else known
    finally:
        os.close(descriptor)
    return None if _removed(path, content) else known


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR)
    except PermissionError:
        return os.open(path, os.O_RDONLY)


def _is_left(descriptor: int, holder: Holder, age: float) -> bool:
    """Whether its maker is gone for good."""
    return _is_nobodys(descriptor, holder.process) if holder.host == _host() else age > VERY_OLD


def _removed(path: Path, content: bytes) -> bool:
    """Remove the lock, unless it is another one by now; False where it cannot be, or its maker has it open."""
    if _read(path) != content:
        return True
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        return b""


if sys.platform == "win32":

    def _mark(descriptor: int) -> None:
        """That it is open is mark enough."""

    def _is_nobodys(descriptor: int, process: int) -> bool:
        """Whether it can be removed tells."""
        return True

    def _remove(path: Path) -> None:
        """Another that just reads in it keeps it from being removed, for a moment."""
        for _ in range(MOST_TRIES):
            try:
                path.unlink(missing_ok=True)
            except PermissionError:
                time.sleep(PAUSE)
            else:
                return

else:

    def _mark(descriptor: int) -> None:
        """Some shares know no such lock; then the number of the process has to tell."""
        for _ in range(MOST_TRIES):
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:  # another just looks whether somebody has it
                time.sleep(PAUSE)
            except OSError:
                return
            else:
                return

    def _is_nobodys(descriptor: int, process: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return not process or not _runs(process)
        return True

    def _runs(process: int) -> bool:
        try:
            os.kill(process, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True

    def _remove(path: Path) -> None:
        with suppress(OSError):
            path.unlink(missing_ok=True)
