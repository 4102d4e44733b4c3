"""One build from beginning to end, run inside the build's own environment."""

import argparse
import hashlib
import os
import shutil
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from resources.installer import archives, bill, deb, frozen, portable, sizes
from resources.installer.components import Component, assign, linux_components
from resources.installer.problem import Problem
from resources.installer.project import BUILD, version

BILL = "zonebrief.cdx.json"


def make(options: argparse.Namespace) -> None:
    """Build what is asked for into `options.dist`; raises Problem."""
    options.dist.mkdir(parents=True, exist_ok=True)
    if options.kind == "windows":
        from resources.installer import windows

        made = windows.build(options.python, options.sha256, BUILD / "windows", options.dist)
    else:
        made = linux(options.kind, options.twice, None if options.unpacked else options.dist)
    print(f"{made}\n{archives.write_sums(options.dist)}")


def linux(kind: str, twice: bool, dist: Path | None) -> Path:
    """The .deb or the portable archive, or where `dist` is None, the folder of all that would be packed."""
    laid_out, owned = lay_out(kind, BUILD / kind)
    if twice:
        compare(laid_out, lay_out(kind, BUILD / f"{kind}-again")[0])
    print("\n".join(sizes.table(BUILD / kind / "tree", owned)))
    if dist is None:
        return laid_out
    shutil.copyfile(BUILD / kind / "documents" / BILL, dist / f"zonebrief-{version()}-linux.cdx.json")
    made = deb.pack(laid_out, dist) if kind == "deb" else portable.pack(laid_out, dist)
    print(sizes.check(owned, made))
    return made


def lay_out(kind: str, work: Path) -> tuple[Path, Mapping[Component, Sequence[Path]]]:
    """Everything that is to be packed, in one folder below `work`, and whose the frozen files are."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    tree, documents = work / "tree", work / "documents"
    binaries = frozen.freeze(tree, work)
    owned = assign(tree, linux_components())
    bill.write_licences(owned, documents / "licences")
    (documents / BILL).write_text(bill.bill_of_materials(owned), encoding="utf-8")
    if kind == "deb":
        return deb.lay_out(tree, binaries, documents, work), owned
    return portable.lay_out(tree, documents, work), owned


def compare(one: Path, other: Path) -> None:
    """Raises Problem where two folders differ in names, bytes, modes or times: packed, they would differ too."""
    told, again = _told(one), _told(other)
    if different := sorted({name for name, _ in told.items() ^ again.items()}):
        raise Problem("the same sources gave different files: " + ", ".join(different))
    print("made twice, the same files", file=sys.stderr)


def _told(folder: Path) -> dict[str, tuple[int, int, bytes]]:
    told = {}
    for path in folder.rglob("*"):
        status = path.lstat()
        link = os.readlink(path).encode() if path.is_symlink() else b""
        contents = path.read_bytes() if path.is_file() else b""
        summed = hashlib.sha256(link + b"\0" + contents).digest()
        told[path.relative_to(folder).as_posix()] = status.st_mode, int(status.st_mtime), summed
    return told
