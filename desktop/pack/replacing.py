"""Files that are changed whole or not at all: written beside, forced to the disk, then put in place of the old ones."""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import BinaryIO, cast

from desktop.disk.beside import sync_folder
from desktop.disk.unfinished import noted, temporary_beside
from desktop.pack.files import PackError, shown
from desktop.quantities.language import tr

Fill = Callable[[BinaryIO], object]
"""Writes the new content of a file."""


def replace_files(changes: Mapping[Path, Fill | None], ready: Callable[[], object] = lambda: None) -> None:
    """Put the new content of every file in place, in order; None takes a file away. `ready` is called once all is
    written, before the first file is replaced; what it raises leaves everything as it was. PackError where a file
    cannot be written."""
    beside = {path: temporary_beside(path) for path, fill in changes.items() if fill is not None}
    current = next(iter(changes), Path())
    with ExitStack() as notes:
        try:
            for current, temporary in beside.items():
                notes.enter_context(noted(temporary))
                _write(temporary, current, cast(Fill, changes[current]))
            ready()
            for current in changes:
                if current in beside:
                    os.replace(beside[current], current)
                else:
                    current.unlink()
        except OSError as error:
            raise refusal(current, error) from None
        finally:
            for path in beside.values():
                with suppress(OSError):
                    path.unlink(missing_ok=True)
    for folder in {path.parent for path in changes}:
        sync_folder(folder)


def _write(beside: Path, path: Path, fill: Fill) -> None:
    with beside.open("xb") as stream:
        fill(stream)
        stream.flush()
        os.fsync(stream.fileno())
    if path.exists():
        shutil.copymode(path, beside)


def refusal(path: Path, error: OSError) -> PackError:
    """Why a file could not be written, and what to do."""
    name = shown(path.name)
    if isinstance(error, FileNotFoundError):
        return PackError(tr("The folder of “{path}” is not there; check the name and the place.", path=name))
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return PackError(tr("The disk is full, so “{path}” was left as it was.", path=name))
    if isinstance(error, PermissionError) and sys.platform == "win32":
        return PackError(
            tr(
                "“{path}” is open in another program or write-protected; close it there and try again.",
                path=name,
            )
        )
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return PackError(
            tr(
                "“{path}” is in a place where nothing can be written; copy the pack to one of your own.",
                path=name,
            )
        )
    return PackError(
        tr("“{path}” cannot be written: {reason}", path=name, reason=error.strerror or str(error))
    )
