"""The app frozen by cx_Freeze into a folder that needs no Python, trimmed, the same bytes for the same sources."""

import importlib.metadata
import importlib.util
import marshal
import os
import re
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from cx_Freeze import ConstantsModule, Executable, Freezer

from resources.installer import carried, kept
from resources.installer.elf import Binaries
from resources.installer.project import ROOT, copy_sources, epoch, version, write_metadata

START = "import sys\n\nfrom desktop.cli import main\n\nsys.exit(main())\n"
QT_DISTRIBUTIONS = {"pyside6-essentials", "shiboken6"}
PYC_HEADER = 16
MARSHAL_WITHOUT_REFERENCES = 2


class Constants(ConstantsModule):  # type: ignore[misc]
    """What cx_Freeze notes of a build, without its time and its machine."""

    def create(self, tmp_path: Path, modules: object) -> Path:
        place = tmp_path / f"{self.module_name}.py"
        place.write_text(f"BUILD_RELEASE_STRING = {version()!r}\n", encoding="utf-8")
        os.utime(place, (epoch(), epoch()))
        return place


def locked() -> list[importlib.metadata.Distribution]:
    """The distributions that the app's lock names and this environment has, sorted."""
    names = re.findall(r"^([a-z0-9._-]+)==", (ROOT / "requirements.lock").read_text(), re.MULTILINE)
    found = []
    for name in sorted(set(names)):
        with suppress(importlib.metadata.PackageNotFoundError):
            found.append(importlib.metadata.distribution(name))
    return found


def packages_of(distribution: importlib.metadata.Distribution) -> set[str]:
    """The names under which its packages and modules are imported."""
    tops = {Path(str(file)).parts[0] for file in distribution.files or ()}
    return {top.removesuffix(".py") for top in tops if re.fullmatch(r"[A-Za-z_]\w*(\.py)?", top)}


def build_only() -> list[str]:
    """What this environment has only for building; some libraries would use it where they find it."""
    ours = {distribution.name for distribution in locked()}
    others = (d for d in importlib.metadata.distributions() if d.name not in ours)
    return sorted({name for distribution in others for name in packages_of(distribution)})


def freeze(tree: Path, work: Path) -> Binaries:
    """Make the folder `tree`; raises Problem where it would not run on the oldest systems."""
    source = copy_sources(work / "source")
    start = work / "start.py"
    start.write_text(START, encoding="utf-8")
    others = [d for d in locked() if d.name.lower().replace("_", "-") not in QT_DISTRIBUTIONS]
    packages = sorted({name for distribution in others for name in packages_of(distribution)})
    Freezer(
        [Executable(start, target_name="zonebrief")],
        Constants(),
        packages=["desktop", *packages],
        excludes=[*kept.MODULES_LEFT_OUT, *build_only()],
        path=[str(source), *(entry for entry in sys.path[1:] if Path(entry) != ROOT)],
        target_dir=tree,
        replace_paths=[("*", "")],
        compress=False,  # modules in an archive start more slowly
        silent=2,
    ).freeze()
    _bring_qt_as_built(tree)
    _unfold_support(tree / "lib" / "shiboken6" / "files.dir")
    _add_ours(tree, source)
    trim(tree)
    settle(tree)
    binaries = Binaries(tree)
    binaries.check()
    return binaries


def _bring_qt_as_built(tree: Path) -> None:
    """Put Qt's and its bindings' libraries back to the bytes that their wheels have: cx_Freeze writes other search
    paths into them, in an order that depends on where the build stands."""
    site = Path(str(importlib.metadata.distribution("shiboken6").locate_file(".")))
    for name in ("PySide6", "shiboken6"):
        for path in (tree / "lib" / name).rglob("*.so*"):
            shutil.copyfile(site / path.relative_to(tree / "lib"), path)
    for path in site.glob("shiboken6/libshiboken6.abi3.so.*"):
        (tree / "lib" / path.name).unlink(missing_ok=True)
        shutil.copyfile(path, tree / "lib" / "shiboken6" / path.name)


def _unfold_support(folder: Path) -> None:
    """Write the Python modules that shiboken carries within its library, compiled, where it looks for them first:
    otherwise it unpacks and compiles them at every start, which takes 10 to 20 ms."""
    import PySide6.QtCore  # noqa: F401  brings the next one into being
    import signature_bootstrap

    _, importer = signature_bootstrap.prepare_zipfile()
    for name in importer.zfile.namelist():
        if name.endswith(".py"):
            place = folder / f"{name}c"
            place.parent.mkdir(parents=True, exist_ok=True)
            code = compile(importer.zfile.read(name), name, "exec", dont_inherit=True)
            header = importlib.util.MAGIC_NUMBER + bytes(PYC_HEADER - len(importlib.util.MAGIC_NUMBER))
            place.write_bytes(header + marshal.dumps(code))


def _add_ours(tree: Path, source: Path) -> None:
    """Our data, the name and version for `--version`, and the libraries that old desktops lack."""
    for name in ("seeds", "resources"):
        shutil.copytree(source / "desktop" / name, tree / "lib" / "desktop" / name, dirs_exist_ok=True)
    write_metadata(tree / "lib")
    for library in carried.LIBRARIES:
        shutil.copyfile(carried.bring(library), tree / "lib" / "PySide6" / "Qt" / "lib" / library.name)


def trim(tree: Path) -> None:
    """Cut away what the app does not use."""
    qt = tree / "lib" / "PySide6" / "Qt"
    for path in sorted(qt.joinpath("plugins").rglob("*.so")):
        if path.name not in kept.PLUGINS.get(path.parent.name, ()):
            path.unlink()
    for path in qt.joinpath("translations").glob("*"):
        if path.name not in kept.TRANSLATIONS:
            path.unlink()
    for pattern in ("*.pyi", "py.typed", "frozen_application_license.txt"):
        for path in tree.rglob(pattern):
            path.unlink()
    for path in [path for pattern in kept.CUT for path in tree.glob(f"lib/{pattern}")]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for name in ("tests", "test"):
        for path in [path for path in tree.rglob(name) if path.is_dir()]:
            shutil.rmtree(path)
    for path in tree.glob("lib/*.dist-info/*"):
        if path.name != "METADATA":  # the others tell of the build's own environment
            path.unlink() if path.is_file() else shutil.rmtree(path)
    for path in Binaries(tree).unused():
        path.unlink()
    for path in sorted((path for path in tree.rglob("*") if path.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()


def settle(tree: Path) -> None:
    """Take the build's own times and paths out of what it made."""
    for path in sorted(tree.rglob("*.pyc")):
        path.write_bytes(_settled(path.read_bytes()))
    for path in [tree, *sorted(tree.rglob("*"))]:
        is_program = path.is_dir() or path == tree / "zonebrief"
        path.chmod(0o755 if is_program else 0o644)
        os.utime(path, (epoch(), epoch()))


def _settled(compiled: bytes) -> bytes:
    """A compiled module whose header names the time of the commit as that of its source, marshalled without
    references: which objects get one depends on what else the compiling process holds."""
    head = compiled[:8] + (epoch() & 0xFFFFFFFF).to_bytes(4, "little") + compiled[12:PYC_HEADER]
    return head + marshal.dumps(marshal.loads(compiled[PYC_HEADER:]), MARSHAL_WITHOUT_REFERENCES)
