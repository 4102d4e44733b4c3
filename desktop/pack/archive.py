"""A pack in one .zonebrief file, which is a zip archive."""

import stat
import struct
import time
import unicodedata
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from io import BytesIO, FileIO
from pathlib import Path
from typing import BinaryIO

from desktop.pack.files import (
    DESCRIPTOR,
    MOST_RATIO,
    RATIO_COUNTS_FROM,
    PackError,
    check_kind,
    check_size,
    check_total,
    missing,
    readable,
    safe_name,
    shown,
)
from desktop.quantities.language import tr

PIECE = 2**20
"""Bytes that are read or unpacked at once."""
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Those of every program; the others unpack to thousands of times their size before anybody can say stop."""
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, struct.error, OSError, EOFError),
    *(ValueError, ArithmeticError, RuntimeError, MemoryError),
)
"""What `zipfile` raises for headers that lie, besides what it should."""


class _Pieces(FileIO):
    """A file that gives no more than a piece at once, whatever length is asked for: the list of an archive's contents
    is read in one go, and is as long as the archive says."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(PIECE if size is None or size < 0 else min(size, PIECE)) or b""


def _opened(stream: _Pieces) -> zipfile.ZipFile:
    """The archive, its list of contents read; PackError where it is none."""
    try:
        return zipfile.ZipFile(stream)
    except _BROKEN:
        raise PackError(
            tr(
                "“{path}” is neither a pack folder nor a .zonebrief file, or it is damaged; get a new copy",
                path=shown(Path(stream.name).name),
            )
        ) from None


class Archive:
    """The files of an archive; its own list of contents is checked before anything is unpacked, and what comes
    out is checked against it again. The pack may stand at the top or in one folder."""

    def __init__(self, path: Path) -> None:
        with readable(path.name):
            check_kind(path, path.name)
            self._stream = _Pieces(path)
            self._size = path.stat().st_size
        try:
            self._zip = _opened(self._stream)
            self._entries = self._checked()
        except BaseException:
            self._stream.close()
            raise

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        everything = self._zip.infolist()
        check_total(len(everything), sum(entry.file_size for entry in everything))
        entries = [entry for entry in everything if not entry.is_dir()]
        for entry in entries:
            self._check(entry)
        _check_names(entry.filename for entry in entries)
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

    def _check(self, entry: zipfile.ZipInfo) -> None:
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
        if entry.compress_type not in METHODS:
            raise PackError(
                tr(
                    "“{path}” is packed in a way that is not opened; make an ordinary zip file of the pack (method Deflate)",
                    path=shown(entry.filename),
                )
            )
        held = max(1, min(entry.compress_size, self._size))
        if entry.file_size > RATIO_COUNTS_FROM and entry.file_size > MOST_RATIO * held:
            raise PackError(
                tr(
                    "“{path}” unpacks to more than {most} times its size; such files are not opened",
                    path=shown(entry.filename),
                    most=MOST_RATIO,
                )
            )

    def names(self) -> Iterable[str]:
        return list(self._entries)

    def read(self, name: str, most: int | None = None) -> bytes:
        entry = self._entries.get(safe_name(name))
        if entry is None:
            raise missing(name)
        check_size(name, entry.file_size, most)
        return self._content(entry, name)

    def _content(self, entry: zipfile.ZipInfo, name: str) -> bytes:
        """Unpacked piece by piece, and no further than the list of contents says."""
        content = BytesIO()
        try:
            with self._zip.open(entry) as stream:
                while (piece := stream.read(PIECE)) and content.tell() <= entry.file_size:
                    content.write(piece)
        except _BROKEN:
            raise _damaged(name) from None
        if content.tell() != entry.file_size:
            raise _damaged(name)
        return content.getvalue()

    def copy(self, stream: BinaryIO, changes: Mapping[str, bytes | None]) -> None:
        """Write the archive anew, with the new content of some files, without those whose content is None; all others
        keep their bytes and dates."""
        known = {entry.filename: name for name, entry in self._entries.items()}
        prefix = self._entries[DESCRIPTOR].filename.removesuffix(DESCRIPTOR)
        with zipfile.ZipFile(stream, "w") as archive:
            archive.comment = self._zip.comment
            for entry in self._zip.infolist():
                name = known.get(entry.filename, entry.filename)
                if name not in changes:
                    archive.writestr(copy(entry), b"" if entry.is_dir() else self._content(entry, name))
                elif (content := changes[name]) is not None:
                    archive.writestr(*packed(entry.filename, content, time.localtime()[:6]))
            for name, content in changes.items():
                if content is not None and name not in self._entries:
                    archive.writestr(*packed(prefix + name, content, time.localtime()[:6]))

    def everything(self) -> Iterator[tuple[str, bytes]]:
        """All that the archive holds, also outside the pack, as it is named there."""
        for entry in self._zip.infolist():
            yield entry.filename, b"" if entry.is_dir() else self._content(entry, entry.filename)

    def checksum(self) -> int:
        """Of what its list of contents says; another content has another."""
        listed = [(e.filename, e.CRC, e.file_size, e.date_time) for e in self._zip.infolist()]
        return zlib.crc32(repr(listed).encode("utf-8", "surrogatepass"))

    def close(self) -> None:
        self._zip.close()
        self._stream.close()


def _damaged(name: str) -> PackError:
    return PackError(tr("“{path}” in the pack is damaged; get a new copy of the pack", path=shown(name)))


def _check_names(names: Iterable[str]) -> None:
    """PackError where two names are one in a folder of Windows or macOS, or are the same."""
    seen = set[str]()
    for name in names:
        folded = unicodedata.normalize("NFC", name).casefold()
        if folded in seen:
            raise PackError(
                tr(
                    "“{path}” stands in the pack twice, perhaps in other letters; take one of them out",
                    path=shown(name),
                )
            )
        seen.add(folded)


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
        check_kind(path, path.name)
        with _Pieces(path) as stream, _opened(stream) as archive:
            return sum(entry.file_size for entry in archive.infolist())
    except (PackError, OSError):
        return 0
