"""The installer for Windows, made on Linux by makensis: CPython's embeddable zip, wheels for Windows, and the app."""

import hashlib
import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import zipfile
from fnmatch import fnmatch
from pathlib import Path

from resources.installer import bill, icons, kept, sizes
from resources.installer.archives import settle_times
from resources.installer.components import assign, windows_components
from resources.installer.problem import Problem
from resources.installer.project import ROOT, copy_sources, epoch, version, write_metadata

PARTS = Path(__file__).resolve().parent / "windows"
COMMAND = '@echo off\r\n"%~dp0python\\python.exe" -m desktop %*\r\n'
PYTHONS = ("3.11", "3.12", "3.13")


def build(python: Path, sha256: str, work: Path, dist: Path) -> Path:
    """Make the installer from the zip `python`; raises Problem where its sum is not `sha256`."""
    check_sum(python, sha256)
    if not shutil.which("makensis"):
        raise Problem("makensis is missing: apt install nsis")
    shutil.rmtree(work, ignore_errors=True)
    tree = work / "tree"
    number = unpack_python(python, tree / "python")
    copy_sources(tree / "app")
    write_metadata(tree / "app")
    installed = install_wheels(tree / "packages", number.rpartition(".")[0])
    components = windows_components(number, installed)  # trimmed, the wheels no longer list their files
    trim(tree / "packages")
    (tree / "zonebrief.cmd").write_text(COMMAND, encoding="utf-8", newline="")
    (tree / "zonebrief.ico").write_bytes(icons.ico())
    owned = assign(tree, components)
    text = bill.bill_of_materials(owned)
    (dist / f"zonebrief-{version()}-windows.cdx.json").write_text(text, encoding="utf-8")
    print("\n".join(sizes.table(tree, owned)))
    bill.write_licences(owned, tree / "licences")
    (tree / "zonebrief.cdx.json").write_text(text, encoding="utf-8")
    settle_times(tree)
    made = dist / f"zonebrief-{version()}-windows-x64-setup.exe"
    pack(tree, made)
    print(sizes.check(owned, made))
    return made


def check_sum(python: Path, sha256: str) -> None:
    found = hashlib.sha256(python.read_bytes()).hexdigest()
    if found != sha256.lower():
        raise Problem(f"{python}: its SHA-256 is {found}, not {sha256}")


def unpack_python(python: Path, folder: Path) -> str:
    """Unpack CPython and let it find the app beside it; returns its version."""
    with zipfile.ZipFile(python) as archive:
        names = archive.namelist()
        archive.extractall(folder)
    found = next((m for name in names if (m := re.fullmatch(r"python3(\d+)\._pth", name))), None)
    if found is None or f"3.{found[1]}" not in PYTHONS or "pythonw.exe" not in names:
        raise Problem(f"{python} is no embeddable CPython {', '.join(PYTHONS)} for Windows")
    lines = (f"python3{found[1]}.zip", ".", "..\\app", "..\\packages")
    (folder / found[0]).write_text("\r\n".join(lines) + "\r\n", newline="")
    exact = re.search(rf"3\.{found[1]}\.\d+", python.name)
    return exact[0] if exact else f"3.{found[1]}.0"


def install_wheels(folder: Path, python: str) -> list[importlib.metadata.Distribution]:
    """Unpack the wheels that the app's lock names for Windows into `folder`."""
    machine = [
        "--python-version",
        python,
        "--python-platform",
        "x86_64-pc-windows-msvc",
        "--target",
        str(folder),
    ]
    options = ["--quiet", "--no-config", "--system-certs", "--require-hashes", "--only-binary", ":all:"]
    lock = ["-r", str(ROOT / "requirements.lock")]
    command = [sys.executable, "-m", "uv", "pip", "install", *options, *machine, *lock]
    if subprocess.run(command, check=False).returncode:
        raise Problem("the wheels for Windows could not be fetched")
    return sorted(importlib.metadata.distributions(path=[str(folder)]), key=lambda d: d.name)


def trim(packages: Path) -> None:
    """Cut away what the app does not use, and what differs from one install to another."""
    for path in sorted(packages.rglob("*")):
        if path.is_file() and not _is_kept(path.relative_to(packages)):
            path.unlink()
    for path in sorted((path for path in packages.rglob("*") if path.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()


def _is_kept(path: Path) -> bool:
    top = path.parts[0]
    if top in ("PySide6", "shiboken6") or top.endswith(".dist-info"):
        return any(fnmatch(path.as_posix(), pattern) for pattern in kept.WINDOWS)
    if any(fnmatch(path.as_posix(), ending) for part in kept.CUT for ending in (part, f"{part}/*")):
        return False
    return top != "bin" and path.name != ".lock" and not {"tests", "test"} & set(path.parts)


def pack(tree: Path, made: Path) -> None:
    values = {
        "VERSION": version(),
        "TREE": str(tree),
        "OUT": str(made),
        "ICON": str(tree / "zonebrief.ico"),
        "LICENCE": str(ROOT / "LICENSE"),
    }
    defined = [f"-D{name}={value}" for name, value in values.items()]
    command = ["makensis", "-V2", "-INPUTCHARSET", "UTF8", *defined, str(PARTS / "zonebrief.nsi")]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(epoch())}
    if subprocess.run(command, env=environment, check=False).returncode:
        raise Problem("makensis failed")
