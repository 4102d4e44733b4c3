"""Archives that have the same bytes for the same contents, and the sums of what is handed out."""

import hashlib
import lzma
import os
import tarfile
from pathlib import Path

from resources.installer.project import epoch

SUMS = "SHA256SUMS"
HANDED_OUT = ("*.deb", "*.tar.xz", "*.exe", "*.cdx.json")


def settle_times(folder: Path) -> None:
    """Everything in `folder` gets the time of the commit."""
    for path in [folder, *folder.rglob("*")]:
        os.utime(path, (epoch(), epoch()), follow_symlinks=False)


def pack(folder: Path, archive: Path) -> None:
    """Write `folder` as a .tar.xz, sorted, owned by root, as old as the commit."""
    with lzma.open(archive, "wb", preset=6) as stream, tarfile.open(fileobj=stream, mode="w") as tar:
        for path in [folder, *sorted(folder.rglob("*"))]:
            name = path.relative_to(folder.parent).as_posix()
            tar.add(path, name, recursive=False, filter=_settled)


def _settled(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = epoch()
    entry.mode = 0o755 if entry.mode & 0o100 or entry.isdir() else 0o644
    return entry


def write_sums(folder: Path) -> Path:
    """SHA256SUMS over all that is handed out: `sha256sum -c SHA256SUMS` checks it."""
    files = sorted(path for pattern in HANDED_OUT for path in folder.glob(pattern))
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    (folder / SUMS).write_text("".join(lines))
    return folder / SUMS
