"""The portable folder, packed: runs from anywhere, also from a medium that cannot be written to."""

import shutil
from pathlib import Path

from resources.installer import archives, icons
from resources.installer.archives import settle_times
from resources.installer.project import version

PARTS = Path(__file__).resolve().parent / "portable"
PUT = {"launcher.desktop": "经开简报.desktop", "zonebrief.sh": "zonebrief.sh", "README.txt": "README.txt"}
MARK = "portable"
"""A file beside the program: its settings then stay in this folder."""


def lay_out(tree: Path, documents: Path, work: Path) -> Path:
    """A folder around the frozen `tree` with a launcher to double-click; `documents` holds licences and the bill."""
    folder = work / f"zonebrief-{version()}"
    shutil.copytree(tree, folder / "program")
    shutil.copytree(documents, folder / "documents")
    for name, place in PUT.items():
        shutil.copy(PARTS / name, folder / place)
        (folder / place).chmod(0o644 if place.endswith(".txt") else 0o755)
    (folder / "program" / MARK).touch()
    (folder / "program" / "zonebrief.png").write_bytes(icons.png(256))
    settle_times(folder)
    return folder


def pack(folder: Path, target: Path) -> Path:
    archive = target / f"{folder.name}-linux-x86_64.tar.xz"
    archives.pack(folder, archive)
    return archive
