"""What is built: the project's version, the time of its commit, and a clean copy of its files."""

import os
import shutil
import subprocess
import tomllib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "installer"
DIST = ROOT / "dist"
SHIPPED = ("desktop", "seeds", "resources")
APART = ("resources/installer", "resources/pictures")
NOT_SHIPPED = ("environment.*", "failures.py", "launch.*", "zonebrief.desktop", "README.md", "*.ts")
NO_COMMIT = 946684800
"""The time of files where there is no commit to take it from: the year 2000."""


@cache
def version() -> str:
    with (ROOT / "pyproject.toml").open("rb") as stream:
        return str(tomllib.load(stream)["project"]["version"])


@cache
def epoch() -> int:
    """Seconds; every file inside gets this time. SOURCE_DATE_EPOCH where it is set, else that of the commit."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    said = _git("log", "-1", "--format=%ct")
    return NO_COMMIT if said is None else int(said)


def _git(*arguments: str) -> str | None:
    """What git says of this checkout; None where there is no git, or no checkout."""
    if not shutil.which("git"):
        return None
    asked = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return asked.stdout if asked.returncode == 0 else None


def moment() -> datetime:
    return datetime.fromtimestamp(epoch(), UTC)


def write_metadata(folder: Path) -> None:
    """Name and version, where Python looks for them."""
    place = folder / f"zonebrief-{version()}.dist-info"
    place.mkdir()
    text = f"Metadata-Version: 2.1\nName: zonebrief\nVersion: {version()}\nLicense: MIT\n"
    (place / "METADATA").write_text(text)


def _listed() -> list[str]:
    """The project's own files, without what lies about beside them."""
    said = _git("ls-files", "-z")
    if said is not None:
        return [name for name in said.split("\0") if name and (ROOT / name).exists()]
    found = (path for top in SHIPPED for path in (ROOT / top).rglob("*") if path.is_file())
    return [path.relative_to(ROOT).as_posix() for path in found if "__pycache__" not in path.parts]


def _is_shipped(path: Path) -> bool:
    if not any(path.is_relative_to(top) for top in SHIPPED) or any(path.is_relative_to(top) for top in APART):
        return False
    script = path.parts[0] == "resources" and path.suffix == ".py"
    return not script and not any(path.match(pattern) for pattern in NOT_SHIPPED)


def copy_sources(target: Path) -> Path:
    """Copy what the installed app consists of into the empty folder `target`, laid out as in a wheel."""
    shutil.rmtree(target, ignore_errors=True)
    for name in sorted(_listed()):
        path = Path(name)
        if not _is_shipped(path):
            continue
        place = target / (path if path.parts[0] == "desktop" else Path("desktop", path))
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / path, place)
        os.utime(place, (epoch(), epoch()))
    return target
