"""The portable folder, packed: runs from anywhere, also from a medium that cannot be written to."""

import shutil
from pathlib import Path

from resources.installer import archives, icons
from resources.installer.archives import settle_times
from resources.installer.project import version

PARTS = Path(__file__).resolve().parent / "portable"
MARK = "portable"
"""A file beside the program: its settings then stay in this folder."""


def lay_out(tree: Path, documents: Path, work: Path) -> Path:
    """A folder around the frozen `tree` with a launcher to double-click; `documents` holds licences and the bill."""
    folder = work / f"zonebrief-{version()}"
    shutil.copytree(tree, folder / "program")
    shutil.copytree(documents, folder / "documents")
    for name in ("经开简报.desktop", "zonebrief.sh", "README.txt"):
        shutil.copy(PARTS / name, folder / name)
    for name in ("经开简报.desktop", "zonebrief.sh"):
        (folder / name).chmod(0o755)
    (folder / "program" / MARK).touch()
    (folder / "program" / "zonebrief.png").write_bytes(icons.png(256))
    settle_times(folder)
    return folder


def pack(folder: Path, target: Path) -> Path:
    archive = target / f"{folder.name}-linux-x86_64.tar.xz"
    archives.pack(folder, archive)
    return archive
