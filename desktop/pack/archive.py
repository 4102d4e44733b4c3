"""A pack in one .zonebrief file, which is a zip archive."""

import stat
import time
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from copy import copy
from pathlib import Path
from typing import BinaryIO

from desktop.pack.files import (
    DESCRIPTOR,
    MOST_RATIO,
    RATIO_COUNTS_FROM,
    PackError,
    check_size,
    check_total,
    missing,
    safe_name,
    shown,
)
from desktop.quantities.language import tr


class Archive:
    """The files of an archive; its own list of contents is checked before anything is unpacked, and what comes
    out is checked against it again. The pack may stand at the top or in one folder."""

    def __init__(self, path: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
            raise PackError(
                tr(
                    "“{path}” is neither a pack folder nor a .zonebrief file, or it is damaged; get a new copy",
                    path=shown(path.name),
                )
            ) from None
        try:
            self._entries = self._checked()
        except BaseException:
            self._zip.close()
            raise

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        everything = self._zip.infolist()
        check_total(len(everything), sum(entry.file_size for entry in everything))
        entries = [entry for entry in everything if not entry.is_dir()]
        for entry in entries:
            self._check(entry)
        top = [entry.filename for entry in entries if entry.filename.rpartition("/")[2] == DESCRIPTOR]
        if not top:
            raise PackError(
                tr(
                    "“{path}” is no pack: it holds no {file}",
                    path=shown(Path(self._zip.filename or "").name),
                    file=DESCRIPTOR,
                )
            )
        prefix = min(top, key=len).removesuffix(DESCRIPTOR)
        return {e.filename.removeprefix(prefix): e for e in entries if e.filename.startswith(prefix)}

    @staticmethod
    def _check(entry: zipfile.ZipInfo) -> None:
        safe_name(entry.filename)
        check_size(entry.filename, entry.file_size)
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise PackError(
                tr("“{path}” is a link; put the file itself into the pack", path=shown(entry.filename))
            )
        if entry.flag_bits & 1:
            raise PackError(
                tr(
                    "“{path}” is locked with a password; save the pack without one",
                    path=shown(entry.filename),
                )
            )
        if entry.file_size > RATIO_COUNTS_FROM and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
            raise PackError(
                tr(
                    "“{path}” unpacks to more than {most} times its size; such files are not opened",
                    path=shown(entry.filename),
                    most=MOST_RATIO,
                )
            )

    def names(self) -> Iterable[str]:
        return list(self._entries)

    def read(self, name: str) -> bytes:
        entry = self._entries.get(safe_name(name))
        if entry is None:
            raise missing(name)
        return self._content(entry, name)

    def _content(self, entry: zipfile.ZipInfo, name: str) -> bytes:
        try:
            with self._zip.open(entry) as stream:
                content = stream.read(entry.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError):
            raise PackError(
                tr("“{path}” in the pack is damaged; get a new copy of the pack", path=shown(name))
            ) from None
        if len(content) != entry.file_size:
            raise PackError(
                tr("“{path}” in the pack is damaged; get a new copy of the pack", path=shown(name))
            )
        return content

    def copy(self, stream: BinaryIO, changes: Mapping[str, bytes | None]) -> None:
        """Write the archive anew, with the new content of some files, without those whose content is None; all others
        keep their bytes and dates."""
        known = {entry.filename: name for name, entry in self._entries.items()}
        prefix = self._entries[DESCRIPTOR].filename.removesuffix(DESCRIPTOR)
        with zipfile.ZipFile(stream, "w") as archive:
            archive.comment = self._zip.comment
            for entry in {entry.filename: entry for entry in self._zip.infolist()}.values():
                name = known.get(entry.filename, entry.filename)
                if name not in changes:
                    archive.writestr(copy(entry), b"" if entry.is_dir() else self._content(entry, name))
                elif (content := changes[name]) is not None:
                    archive.writestr(*packed(entry.filename, content, time.localtime()[:6]))
            for name, content in changes.items():
                if content is not None and name not in self._entries:
                    archive.writestr(*packed(prefix + name, content, time.localtime()[:6]))

    def close(self) -> None:
        self._zip.close()


def packed(name: str, content: bytes, date: tuple[int, ...]) -> tuple[zipfile.ZipInfo, bytes]:
    """A file for an archive, squeezed unless that would look like a trap when it is opened."""
    entry = zipfile.ZipInfo(name, date[:6])  # type: ignore[arg-type]
    entry.create_system = 3
    entry.external_attr = 0o644 << 16
    trap = len(content) > RATIO_COUNTS_FROM and len(content) > MOST_RATIO * len(zlib.compress(content))
    entry.compress_type = zipfile.ZIP_STORED if trap else zipfile.ZIP_DEFLATED
    return entry, content


def unpacked_size(path: Path) -> int:
    """How many bytes the archive says that it unpacks to; 0 where it is none."""
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return 0
