"""The files of a pack, whether it is a folder or one .zonebrief archive; hostile until read.

The limits below are what the app takes on trust from no one; each has a sentence of its own when it is passed.
"""

from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Protocol

from desktop.briefing.language import tr

MOST_FILES = 500
MOST_FILE_BYTES = 100 * 2**20
MOST_PACK_BYTES = 200 * 2**20
MOST_RATIO = 200
RATIO_COUNTS_FROM = 2**20
DESCRIPTOR = "datapackage.json"
ENDING = ".zonebrief"


class PackError(ValueError):
    """A pack, or a file of it, that cannot be read; the message says what, and what to do."""


class PackFiles(Protocol):
    """The files of one pack, by their path with forward slashes."""

    def names(self) -> Iterable[str]: ...
    def read(self, name: str) -> bytes: ...
    def close(self) -> None: ...


def megabytes(count: int) -> str:
    return f"{count / 2**20:.0f} MB"


def safe_name(name: str) -> str:
    """The path as given, if it stays inside the pack; PackError otherwise."""
    path = PurePosixPath(name)
    outside = path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name
    if outside or not name or len(name) > 400:
        raise PackError(
            tr(
                "the path “{path}” leads out of the pack; give one inside it, e.g. sources/a.txt",
                path=shown(name),
            )
        )
    return name


def shown(name: str) -> str:
    return "".join(c if c.isprintable() else "?" for c in name[:80])


def check_size(name: str, size: int) -> None:
    if size > MOST_FILE_BYTES:
        raise PackError(
            tr(
                "“{path}” is larger than {most}; split it or take something out",
                path=shown(name),
                most=megabytes(MOST_FILE_BYTES),
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
    """A pack that is a folder. Links that lead out of it are refused."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()

    def names(self) -> Iterable[str]:
        found = [p for p in self.root.iterdir() if p.is_file()]
        check_total(len(found), sum(p.stat().st_size for p in found))
        return [p.name for p in found]

    def read(self, name: str) -> bytes:
        path = (self.root / safe_name(name)).resolve()
        if not path.is_relative_to(self.root):
            raise PackError(
                tr(
                    "the path “{path}” leads out of the pack; give one inside it, e.g. sources/a.txt",
                    path=shown(name),
                )
            )
        if not path.is_file():
            raise PackError(tr("“{path}” is not in the pack", path=shown(name)))
        check_size(name, path.stat().st_size)
        try:
            return path.read_bytes()
        except OSError as error:
            raise PackError(
                tr("“{path}” cannot be read: {reason}", path=shown(name), reason=error.strerror or "")
            ) from None

    def close(self) -> None:
        """Nothing is held open."""
