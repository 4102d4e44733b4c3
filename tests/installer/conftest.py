"""What the tests of the installers share: a build, and the programs that they ask."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from desktop.environment import apt_install

ROOT = Path(__file__).parents[2]
Build = Callable[..., Path]


def can_build() -> bool:
    return (
        sys.platform == "linux"
        and (3, 11) <= sys.version_info < (3, 14)
        and shutil.which("dpkg-deb") is not None
    )


def _built(arguments: Sequence[str], dist: Path) -> str:
    command = [sys.executable, str(ROOT / "resources" / "installer" / "build.py"), *arguments]
    command += ["--dist", str(dist)]
    poor = {**os.environ, "LC_ALL": "C"}
    done = subprocess.run(command, env=poor, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode and "no network" in done.stdout + done.stderr:
        pytest.skip("no network: what building needs could not be fetched")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Runs build.py with its arguments, once for all test processes; returns the folder that it wrote to."""
    if not can_build():
        pytest.skip("building takes Linux with dpkg-deb and Python 3.11 to 3.13")

    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def run(*arguments: str) -> Path:
        name = hashlib.sha256("\0".join(arguments).encode()).hexdigest()[:8]
        dist = shared / f"成品 {name}"
        with (shared / "build.lock").open("w") as lock:  # every test process may ask; one builds, at one time
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (dist / "said").exists():
                said = _built(arguments, dist)
                (dist / "said").write_text(said, encoding="utf-8")
        return dist

    return run


@pytest.fixture
def program() -> Callable[[str, str], str]:
    """The path of a program; its Debian package is installed where root may, else the test is skipped."""

    def find(name: str, package: str) -> str:
        if not shutil.which(name) and os.geteuid() == 0:
            apt_install([package])
        found = shutil.which(name)
        return found or pytest.skip(f"{name} of the package {package} is not installed here")

    return find
