"""The files of a pack, whether it is a folder or one .zonebrief archive; hostile until read.

The limits below are what the app takes on trust from no one; each has a sentence of its own when it is passed.
"""

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Protocol

from desktop.quantities.language import tr

MOST_FILES = 500
MOST_FILE_BYTES = 100 * 2**20
MOST_DOCUMENT_BYTES = 20 * 2**20
"""Of a source's document: some ten thousand pages."""
MOST_PACK_BYTES = 200 * 2**20
MOST_RATIO = 200
RATIO_COUNTS_FROM = 2**20
DESCRIPTOR = "datapackage.json"
ENDING = ".zonebrief"


ARCHIVES = (ENDING, ".zip")
_DEVICES = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    "CONIN$",
    "CONOUT$",
    *(f"{a}{n}" for a in ("COM", "LPT") for n in range(10)),
}
"""What no file can be called on Windows: to open one of these waits for a keyboard or a cable."""


class PackError(ValueError):
    """A pack, or a file of it, that cannot be read; the message says what, and what to do."""


class PackFiles(Protocol):
    """The files of one pack, by their path with forward slashes."""

    def names(self) -> Iterable[str]: ...
    def read(self, name: str, most: int | None = None) -> bytes: ...
    def close(self) -> None: ...


def megabytes(count: int) -> str:
    return f"{count / 2**20:.0f} MB"


def safe_name(name: str) -> str:
    """The path as given, if it stays inside the pack; PackError otherwise."""
    path = PurePosixPath(name)
    out = path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name
    if out or not name or len(name) > 400:
        raise outside(name)
    if any(part.partition(".")[0].rstrip().upper() in _DEVICES for part in path.parts):
        raise no_file(name)
    return name


def outside(name: str) -> PackError:
    message = tr(
        "the path “{path}” leads out of the pack; give one inside it, e.g. sources/a.txt", path=shown(name)
    )
    return PackError(message)


def no_file(name: str) -> PackError:
    return PackError(
        tr("“{path}” is a pipe or a device, not a file; put an ordinary file in its place", path=shown(name))
    )


def check_kind(path: Path, name: str) -> None:
    """PackError for what may not be opened: to read from a pipe, a socket or a device waits, or never ends."""
    mode = path.stat().st_mode
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise no_file(name)


def missing(name: str) -> PackError:
    return PackError(tr("“{path}” is not in the pack", path=shown(name)))


def shown(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name[:80])


def check_size(name: str, size: int, most: int | None = None) -> None:
    most = MOST_FILE_BYTES if most is None else most
    if size > most:
        raise PackError(
            tr(
                "“{path}” is larger than {most}; split it or take something out",
                path=shown(name),
                most=megabytes(most),
            )
        )


def check_total(files: int, size: int) -> None:
    if files > MOST_FILES:
        raise PackError(
            tr("the pack holds more than {most} files; take out what is not part of it", most=MOST_FILES)
        )
    if size > MOST_PACK_BYTES:
        raise PackError(
            tr(
                "the pack is larger than {most}; take out what is not part of it",
                most=megabytes(MOST_PACK_BYTES),
            )
        )


class Folder:
    """A pack that is a folder. Links that lead out of it are refused, and links to folders are not followed."""

    def __init__(self, root: Path) -> None:
        with readable(root.name):
            self.root = root.resolve()

    def names(self) -> Iterable[str]:
        """The files in the folder and below it; folders count as files do, against endless trees."""
        with readable(self.root.name):
            found, size = [], 0
            for count, entry in enumerate(self._entries(), start=1):
                with suppress(OSError):  # a link to nowhere is no file
                    if not entry.is_dir():  # a pipe is among them; reading it says what it is
                        size += entry.stat().st_size
                        found.append(Path(entry.path).relative_to(self.root).as_posix())
                check_total(count, size)
            return found

    def _entries(self) -> Iterator["os.DirEntry[str]"]:
        waiting = [str(self.root)]
        while waiting:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    yield entry
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)

    def read(self, name: str, most: int | None = None) -> bytes:
        with readable(name):
            path = (self.root / safe_name(name)).resolve()
            if not path.is_relative_to(self.root):
                raise outside(name)
            if not path.exists() or path.is_dir():
                raise missing(name)
            check_kind(path, name)
            check_size(name, path.stat().st_size, most)
            return path.read_bytes()

    def close(self) -> None:
        """Nothing is held open."""


def is_part(path: Path) -> bool:
    """Whether it is a file in a pack folder, such as its descriptor or a table, and no pack itself."""
    is_archive = path.suffix.lower() in ARCHIVES
    return not is_archive and path.is_file() and (path.parent / DESCRIPTOR).is_file()


def is_there(path: Path) -> bool:
    """Whether there is something at `path`; not where its share does not answer."""
    try:
        return path.exists()
    except OSError:
        return False


@contextmanager
def readable(name: str) -> Iterator[None]:
    """Turn what the system says about a path (no right to read, too long, a circle of links, letters that no path
    can have) into a PackError."""
    try:
        yield
    except PackError:
        raise
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", "") or tr("no file can have such a name")
        raise PackError(tr("“{path}” cannot be read: {reason}", path=shown(name), reason=reason)) from None
