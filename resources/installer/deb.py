"""The Debian package."""

import gzip
import hashlib
import os
import shutil
import subprocess
import textwrap
from email.utils import format_datetime
from pathlib import Path

from resources.installer import icons
from resources.installer.archives import settle_times
from resources.installer.elf import Binaries
from resources.installer.project import ROOT, epoch, moment, version

PARTS = Path(__file__).resolve().parent / "debian"
MIME_ICON = "application-vnd.zonebrief.pack+zip"
METAINFO = "org.example.zonebrief.metainfo.xml"
SINGLE_THREADED = "1"
"""Compressed by several threads, the bytes would depend on their number."""


def filled(name: str, **values: str) -> str:
    """A file of the package's with its @PLACES@ filled."""
    text = (PARTS / name).read_text(encoding="utf-8")
    values |= {"VERSION": version(), "DATE": moment().date().isoformat()}
    for place, value in values.items():
        text = text.replace(f"@{place}@", value)
    return text


def lay_out(tree: Path, binaries: Binaries, documents: Path, work: Path) -> Path:
    """The package's files around the frozen `tree`; `documents` holds the licences and the bill of materials."""
    root = work / "root"
    shutil.copytree(tree, root / "usr" / "lib" / "zonebrief")
    (root / "usr" / "bin").mkdir()
    (root / "usr" / "bin" / "zonebrief").symlink_to("../lib/zonebrief/zonebrief")
    _share(root / "usr" / "share", documents)
    _control(root, binaries)
    _settle(root)
    return root


def pack(root: Path, target: Path) -> Path:
    package = target / f"zonebrief_{version()}_amd64.deb"
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": str(epoch()),
        "DPKG_DEB_THREADS_MAX": SINGLE_THREADED,
    }
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", str(root), str(package)]
    subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
    return package


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _write_gz(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _share(share: Path, documents: Path) -> None:
    _write(share / "applications" / "zonebrief.desktop", filled("zonebrief.desktop"))
    _write(share / "mime" / "packages" / "zonebrief.xml", filled("zonebrief.xml"))
    _write(share / "metainfo" / METAINFO, filled(METAINFO))
    _write(share / "bash-completion" / "completions" / "zonebrief", filled("zonebrief.bash"))
    _write(share / "lintian" / "overrides" / "zonebrief", filled("lintian-overrides"))
    _write_gz(share / "man" / "man1" / "zonebrief.1.gz", filled("zonebrief.1"))
    icons.write_pngs(share / "icons" / "hicolor", "apps", "zonebrief")
    icons.write_pngs(share / "icons" / "hicolor", "mimetypes", MIME_ICON)
    doc = share / "doc" / "zonebrief"
    shutil.copytree(documents, doc)
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    dotted = textwrap.indent(licence, " ", lambda line: True).replace("\n \n", "\n .\n")
    _write(doc / "copyright", filled("copyright", LICENCE=dotted, YEAR=str(moment().year)))
    changes = f"zonebrief ({version()}) unstable; urgency=medium\n\n  * Version {version()}.\n\n"
    signed = f" -- ZoneBrief contributors <zonebrief@example.org>  {format_datetime(moment())}\n"
    _write_gz(doc / "changelog.gz", changes + signed)


def _control(root: Path, binaries: Binaries) -> None:
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    size = -(-sum(path.stat().st_size for path in files) // 1024)
    sums = (f"{hashlib.md5(p.read_bytes()).hexdigest()}  {p.relative_to(root)}\n" for p in files)
    control = root / "DEBIAN"
    _write(control / "md5sums", "".join(sums))
    _write(control / "control", filled("control", SIZE=str(size), DEPENDS=", ".join(binaries.packages())))


def _settle(root: Path) -> None:
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            is_program = path.is_dir() or path == root / "usr" / "lib" / "zonebrief" / "zonebrief"
            path.chmod(0o755 if is_program else 0o644)
    settle_times(root)
