"""A file is written beside the one it replaces, so that neither a failure nor a cancel damages what was there."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from desktop.disk.unfinished import noted, temporary_beside


@contextmanager
def writing_beside(path: Path) -> Iterator[Path]:
    """A new, empty file in the folder of `path` that takes its place at the end of the block.

    Where the block raises, nothing is left and `path` stays as it was. OSError passes through: a folder that is
    missing or may not be written to, a full disk, a file that another program holds open.
    """
    path = Path(os.path.realpath(path))
    if path.is_dir():
        raise IsADirectoryError(21, os.strerror(21), str(path))
    temporary = temporary_beside(path)
    with noted(temporary):
        temporary.touch(exist_ok=False)
        try:
            yield temporary
            with temporary.open("rb+") as file:
                os.fsync(file.fileno())
            os.replace(temporary, path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    sync_folder(path.parent)


@contextmanager
def working_folder(parent: Path) -> Iterator[Path]:
    """A new, empty folder in `parent`, which is gone at the end of the block, whatever is in it then."""
    folder = temporary_beside(parent / "folder")
    with noted(folder):
        folder.mkdir(mode=0o700)
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def sync_folder(folder: Path) -> None:
    """Have what was renamed or removed in `folder` survive a power cut; nothing where a system does not know that."""
    if os.name != "posix":
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
