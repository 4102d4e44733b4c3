"""Small libraries that Qt needs on X11 and that old desktops lack. They are carried in from Debian 12, whatever machine
builds: there they need no newer glibc than the oldest systems have, and the bytes are the same everywhere."""

import hashlib
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from resources.installer.problem import Problem
from resources.installer.project import BUILD

APT_HELPER = Path("/usr/lib/apt/apt-helper")
"""Fetches with apt's own settings, such as a proxy, and refuses another sum."""
ARCHIVES = ("http://deb.debian.org/debian", "http://archive.debian.org/debian")
"""The second is where Debian keeps what is too old for the first. MIRROR in the environment goes before them."""
STORE = BUILD / "carried"
UNREACHABLE = re.compile(
    r"Temporary failure resolving|Could not (connect|resolve)|Unable to connect|onnection timed out"
)


@dataclass(frozen=True)
class Library:
    """A library by the `name` that programs ask for, and the package in Debian's `pool` with its sum."""

    name: str
    pool: str
    sha256: str

    @property
    def package(self) -> str:
        return self._parts[0]

    @property
    def version(self) -> str:
        return self._parts[1]

    @property
    def _parts(self) -> list[str]:
        return PurePosixPath(self.pool).name.split("_")


LIBRARIES = (
    Library(
        "libxcb-cursor.so.0",
        "pool/main/x/xcb-util-cursor/libxcb-cursor0_0.1.4-1_amd64.deb",
        "a4b3c32dc008275ffcacccc1c77c030f01aad38e232e05d5ad116b76656c607c",
    ),
    Library(
        "libxcb-icccm.so.4",
        "pool/main/x/xcb-util-wm/libxcb-icccm4_0.4.1-1.1_amd64.deb",
        "f323194cb04cd4e5ae064fafec39db6dcf8a431cbd65a0bc53fa6c359862d8ff",
    ),
    Library(
        "libxcb-image.so.0",
        "pool/main/x/xcb-util-image/libxcb-image0_0.4.0-2_amd64.deb",
        "a475522faef7672ca065fdcd2594bc755bfcc4d819909f9d944e8c002b4460d1",
    ),
    Library(
        "libxcb-keysyms.so.1",
        "pool/main/x/xcb-util-keysyms/libxcb-keysyms1_0.4.0-1+b2_amd64.deb",
        "aed1436db9a3e63b10d00c4ed16248b5c82b5dd2963a83a761f406af65eb4b49",
    ),
    Library(
        "libxcb-render-util.so.0",
        "pool/main/x/xcb-util-renderutil/libxcb-render-util0_0.3.9-1+b1_amd64.deb",
        "be4b38a63e65c84e2f1322f044d05a9baa677e0f3dc68b742a0a109a3ff40ae9",
    ),
    Library(
        "libxcb-util.so.1",
        "pool/main/x/xcb-util/libxcb-util1_0.4.0-1+b1_amd64.deb",
        "4c48af51fb2ac1be0490067e7450aeda27bf6c6c395165de02199eee4835336f",
    ),
)


def bring(library: Library, store: Path = STORE) -> Path:
    """The file of a library, from its package in `store`, where it is fetched to on first use; raises Problem."""
    package = store / PurePosixPath(library.pool).name
    if not (package.exists() and hashlib.sha256(package.read_bytes()).hexdigest() == library.sha256):
        _fetch(library, package)
    folder = store / library.package
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(["dpkg-deb", "-x", package, folder], check=True)
    return (folder / "usr" / "lib" / "x86_64-linux-gnu" / library.name).resolve(strict=True)


def _fetch(library: Library, package: Path) -> None:
    if not APT_HELPER.exists():
        raise Problem(f"{APT_HELPER} is missing: building takes a system of the Debian family")
    package.parent.mkdir(parents=True, exist_ok=True)
    package.unlink(missing_ok=True)
    options = ["-o", "APT::Sandbox::User=root", "-o", "Acquire::Retries=1"]
    said = ""
    for archive in filter(None, (os.environ.get("MIRROR"), *ARCHIVES)):
        asked = [f"{archive}/{library.pool}", str(package), f"SHA256:{library.sha256}"]
        command = [str(APT_HELPER), *options, "download-file", *asked]
        environment = {**os.environ, "LC_ALL": "C"}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return
        package.with_name(f"{package.name}.FAILED").unlink(missing_ok=True)
        said += done.stdout + done.stderr
        if "Hash Sum mismatch" in done.stdout + done.stderr:
            break
    reason = "no network: " if UNREACHABLE.search(said) and "404" not in said else ""
    raise Problem(f"{reason}{package.name} could not be fetched\n{said}")
