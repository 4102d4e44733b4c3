"""What is being written just now, noted in a folder of our own, so that the next start finds what a killed process left
and takes it away: just that file, and nothing that a user may have put there."""

import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.disk.locks import Lock, note_in

_TEMPORARY = re.compile(r"\.zonebrief-[0-9a-f]{12}")
_LOCK = re.compile(r"\.zonebrief-[0-9a-f]{8}\.lock")
_ENDING = ".note"
PATIENCE = 1.0
LONGEST_AWAY = 30 * 24 * 3600.0
"""Both in seconds."""

_accounts: list[Path] = []
"""Where notes are kept; nowhere before `keep_account`."""


def keep_account(folder: Path) -> None:
    """From now on note in `folder` what is being written."""
    _accounts[:] = [folder]


def temporary_beside(path: Path) -> Path:
    """A name beside `path` for a file or folder of ours that is not there yet, and that no user would give."""
    return path.with_name(f".zonebrief-{os.urandom(6).hex()}")


@contextmanager
def noted(path: Path) -> Iterator[None]:
    """Note that `path` is ours, temporary or a lock, until the end of the block. Where that cannot be noted, the block
    is run all the same."""
    note = None
    with suppress(OSError):
        for folder in _accounts:
            folder.mkdir(parents=True, exist_ok=True)
            note = Lock(folder / f"{os.urandom(8).hex()}{_ENDING}")
            note.take(str(path.absolute()))
    try:
        yield
    finally:
        if note is not None:
            note.release()


def clear_unfinished() -> list[Path]:
    """Take away what processes left that are gone; returns what was taken away."""
    gone: list[Path] = []
    for folder in _accounts:
        notes: list[Path] = []
        with suppress(OSError):
            notes = sorted(folder.glob(f"*{_ENDING}"))
        for path in notes:
            with suppress(OSError):  # one that cannot be reached keeps none of the others
                gone += _cleared(path)
    return gone


def _cleared(path: Path) -> Iterator[Path]:
    note, left = Lock(path), note_in(path)
    if left is None or _may_come_back(path, Path(left)) or note.take(left) is not None:
        return
    try:
        yield from _taken_away(Path(left))
    finally:
        note.release()


def _may_come_back(note: Path, left: Path) -> bool:
    """Whether the disk that holds it is away just now; after a month it is no longer waited for."""
    return not left.parent.is_dir() and time.time() - note.stat().st_mtime < LONGEST_AWAY


def _taken_away(left: Path) -> Iterator[Path]:
    if _LOCK.fullmatch(left.name):
        lock = Lock(left)
        if left.exists() and lock.wait(PATIENCE) is None:
            lock.release()
            yield left
    elif _TEMPORARY.fullmatch(left.name) and not left.is_symlink() and left.exists():
        with suppress(OSError):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
            yield left
