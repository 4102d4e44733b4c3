"""One program at a time saves to a pack; another waits for a moment, and then is told for whom."""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.disk.locks import Holder, Lock
from desktop.disk.unfinished import noted
from desktop.pack.files import DESCRIPTOR, PackError, is_part, shown
from desktop.pack.replacing import refusal
from desktop.quantities.language import tr

PATIENCE = 1.0
"""Seconds; saving takes a tenth of that."""


@contextmanager
def saving_alone(pack: Path) -> Iterator[Lock]:
    """The only one to save to `pack` until the end of the block. PackError where another is, or where no file can be
    made beside it."""
    path = _lock_path(pack)
    lock = Lock(path)
    with noted(path):
        try:
            holder = lock.wait(PATIENCE)
        except OSError as error:
            raise refusal(pack, error) from None
        if holder is not None:
            raise _busy(pack, holder)
        try:
            yield lock
        finally:
            lock.release()


def _lock_path(pack: Path) -> Path:
    """Beside the archive, or in the folder, whatever links lead there."""
    file = pack.parent / DESCRIPTOR if is_part(pack) else pack / DESCRIPTOR if pack.is_dir() else pack
    file = file.resolve()
    return file.with_name(f".zonebrief-{zlib.crc32(file.name.encode('utf-8', 'surrogatepass')):08x}.lock")


def _busy(pack: Path, holder: Holder) -> PackError:
    since = f"{holder.since:%Y-%m-%d %H:%M}"
    if not holder.host:
        return PackError(
            tr(
                "“{path}” is being saved by another program (since {time}); wait a moment and save again.",
                path=shown(pack.name),
                time=since,
            )
        )
    return PackError(
        tr(
            "“{path}” is being saved by {who} on the computer {host} (since {time}); wait a moment and save again.",
            path=shown(pack.name),
            who=shown(holder.user) or "?",
            host=shown(holder.host),
            time=since,
        )
    )
