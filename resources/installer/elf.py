"""Every program and library inside: what it needs of the system, and whether the oldest system has it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from elftools.elf.dynamic import DynamicSection
from elftools.elf.elffile import ELFFile
from elftools.elf.gnuversions import GNUVerNeedSection

from resources.installer.kept import NEWEST_SYMBOLS, OPTIONAL_PLUGINS, SYSTEM
from resources.installer.problem import Problem


@dataclass(frozen=True)
class Binary:
    """An ELF file: the names of the libraries it needs, and the symbol versions it wants of each."""

    path: Path
    needed: frozenset[str]
    versions: frozenset[str]

    @property
    def too_new(self) -> list[str]:
        return sorted(version for version in self.versions if _is_too_new(version))


def _is_too_new(version: str) -> bool:
    family, _, number = version.partition("_")
    newest = NEWEST_SYMBOLS.get(family)
    digits = re.fullmatch(r"\d+(\.\d+)*", number)
    return newest is not None and digits is not None and tuple(map(int, number.split("."))) > newest


def read(path: Path) -> Binary | None:
    """None where the file is no ELF file."""
    with path.open("rb") as stream:
        if stream.read(4) != b"\x7fELF":
            return None
        needed, versions = set(), set()
        for section in ELFFile(stream).iter_sections():
            if isinstance(section, DynamicSection):
                needed |= {tag.needed for tag in section.iter_tags("DT_NEEDED")}
            elif isinstance(section, GNUVerNeedSection):
                versions |= {aux.name for _, wanted in section.iter_versions() for aux in wanted}
    return Binary(path, frozenset(needed), frozenset(versions))


class Binaries:
    """All ELF files of a tree."""

    def __init__(self, tree: Path) -> None:
        self.tree = tree
        files = sorted(path for path in tree.rglob("*") if path.is_file() and not path.is_symlink())
        self.all = [binary for path in files if (binary := read(path))]

    @cached_property
    def own(self) -> set[str]:
        return {binary.path.name for binary in self.all}

    def reached(self, roots: Iterable[Path]) -> list[Binary]:
        """The files in `roots`, and all of ours that they need, one through another."""
        by_name = {binary.path.name: binary for binary in self.all}
        found: dict[str, Binary] = {}
        coming = [path.name for path in roots]
        while coming:
            name = coming.pop()
            if name in by_name and name not in found:
                found[name] = by_name[name]
                coming.extend(by_name[name].needed)
        return list(found.values())

    @cached_property
    def roots(self) -> list[Path]:
        """What is loaded by name: the program, Python's modules, Qt's plugins. All else serves one of them."""
        libraries = self.tree / "lib" / "PySide6" / "Qt" / "lib"
        named = (path for path in self.tree.rglob("*.so") if path.parent != libraries)
        return [self.tree / "zonebrief", *sorted(named)]

    def unused(self) -> set[Path]:
        """The libraries that nothing needs."""
        return {binary.path for binary in self.all} - {binary.path for binary in self.reached(self.roots)}

    def needed_of_system(self) -> set[str]:
        """Library names that the system has to have."""
        firm = self.reached(path for path in self.roots if path.name not in OPTIONAL_PLUGINS)
        return {name for binary in firm for name in binary.needed} - self.own

    def packages(self) -> list[str]:
        """The Debian packages of those libraries."""
        return sorted({SYSTEM[name] for name in self.needed_of_system()})

    def check(self) -> None:
        """Raises Problem where something is newer than the oldest system, or needs what is not known."""
        if wrong := list(self._wrong()):
            raise Problem("\n".join(wrong))

    def _wrong(self) -> Iterator[str]:
        for binary in self.all:
            if binary.too_new:
                yield f"{binary.path.relative_to(self.tree)} needs {', '.join(binary.too_new)}"
        for name in sorted(self.needed_of_system() - SYSTEM.keys()):
            yield f"{name} is needed of the system, and no package is known for it"
