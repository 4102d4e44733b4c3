"""Build what is handed out into dist/: python resources/installer/build.py deb|portable|windows [--help].

Runs on a bare Python 3.11 to 3.13: what building needs is installed from two locks into an environment of its own.
The same commit gives the same bytes, on the same release of Debian with the same version of Python, whose library goes in.
"""

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
PYTHONS = ((3, 11), (3, 14))
LOCKS = (ROOT / "requirements.lock", HERE / "requirements.lock")
INSIDE = "ZONEBRIEF_BUILDS"
"""Set in the build's own environment."""


def options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="build.py", description="Build what is handed out, into dist/.")
    kinds = parser.add_subparsers(dest="kind", required=True)
    for kind, said in (("deb", "the Debian package"), ("portable", "the .tar.xz that runs from anywhere")):
        one = kinds.add_parser(kind, help=said)
        one.add_argument("--unpacked", action="store_true", help="only lay it out, in build/installer/")
        one.add_argument("--twice", action="store_true", help="make everything twice and compare the bytes")
    windows = kinds.add_parser("windows", help="the installer for Windows")
    windows.add_argument(
        "--python", type=Path, required=True, metavar="ZIP", help="the embeddable CPython for Windows, 64 bit"
    )
    windows.add_argument("--sha256", required=True, help="its published SHA-256; another one is refused")
    for one in kinds.choices.values():
        one.add_argument("--dist", type=Path, default=ROOT / "dist", help="the folder to write to")
    return parser.parse_args(arguments)


def private_python(programs: list[str]) -> Path:
    """The Python of an environment that has everything from the two locks; made on first use,
    and anew where it has lost something."""
    sys.path.insert(0, str(ROOT))
    from desktop import environment

    lock = "".join(path.read_text(encoding="utf-8") for path in LOCKS)
    home = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    version = "-".join(map(str, sys.version_info[:3]))
    folder = home / "zonebrief" / f"build-{hashlib.sha256(lock.encode()).hexdigest()[:8]}-{version}"
    joined = folder.with_suffix(".txt")
    joined.parent.mkdir(parents=True, exist_ok=True)
    joined.write_text(lock, encoding="utf-8")
    if environment.main(str(folder), str(joined), *programs):
        raise SystemExit(1)
    return folder / "bin" / "python"


def main(arguments: list[str]) -> int:
    options(arguments)
    if not PYTHONS[0] <= sys.version_info[:2] < PYTHONS[1] or sys.platform != "linux":
        print("Building takes Linux and Python 3.11, 3.12 or 3.13.", file=sys.stderr)
        return 2
    programs = ["makensis"] if arguments[0] == "windows" else []
    steady = {INSIDE: "1", "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0", "PYTHONDONTWRITEBYTECODE": "1"}
    steady["LC_ALL"] = "C.UTF-8"  # or makensis takes no path with Chinese characters
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | steady
    command = [str(private_python(programs)), "-P", "-m", "resources.installer.build", *arguments]
    return subprocess.run(command, env=environment, check=False).returncode


def inside(arguments: list[str]) -> int:
    """The same again, now that everything can be imported."""
    from resources.installer.making import make
    from resources.installer.problem import Problem

    try:
        make(options(arguments))
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit((inside if os.environ.get(INSIDE) else main)(sys.argv[1:]))
