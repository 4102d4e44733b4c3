"""The installer for Windows, with a stub in Python's place, under wine."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
STUB = r"""
#include <stdio.h>
#include <windows.h>
int main(void) {
    FILE *file = fopen("called.txt", "a");
    if (file) { fprintf(file, "%s\n", GetCommandLineA()); fclose(file); }
    return 0;
}
"""
COMPILER = "x86_64-w64-mingw32-gcc"
WINE = shutil.which("wine64") or ("/usr/lib/wine/wine64" if Path("/usr/lib/wine/wine64").exists() else None)
TOO_OLD, NOT_EMPTY = 3, 5
PATIENCE = 60.0


@pytest.fixture(scope="module")
def python_zip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Laid out as CPython's embeddable zip; its programs note how they are called."""
    if not shutil.which(COMPILER):
        pytest.skip(f"{COMPILER} is not installed here")
    folder = tmp_path_factory.mktemp("stub")
    (folder / "stub.c").write_text(STUB)
    subprocess.run([COMPILER, "-s", "-o", "stub.exe", "stub.c"], cwd=folder, check=True)
    with zipfile.ZipFile(folder / "python-3.13.0-embed-amd64.zip", "w") as archive:
        for name in ("python.exe", "pythonw.exe"):
            archive.write(folder / "stub.exe", name)
        for name in ("python313.zip", "python313.dll", "LICENSE.txt"):
            archive.writestr(name, "")
        archive.writestr("python313._pth", "python313.zip\n.\n")
    return folder / "python-3.13.0-embed-amd64.zip"


def summed(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture(scope="module")
def setup(build: Callable[..., Path], python_zip: Path) -> Path:
    if not shutil.which("makensis"):
        pytest.skip("makensis is not installed here")
    dist = build("windows", "--python", str(python_zip), "--sha256", summed(python_zip))
    (made,) = dist.glob("*.exe")
    return made


class Wine:
    """A Windows of its own, in the folder `home`."""

    def __init__(self, home: Path) -> None:
        self.home = home
        hushed = {"WINEPREFIX": str(home / "wine"), "WINEDEBUG": "-all", "LANG": "C.UTF-8"}
        kept = {name: value for name, value in os.environ.items() if name in ("PATH", "USER", "LOGNAME")}
        self.environment = {**kept, **hushed, "HOME": str(home)}
        self.run("wineboot", "-i")
        self.users = next(
            path for path in (home / "wine" / "drive_c" / "users").iterdir() if path.name != "Public"
        )
        self.program = self.users / "AppData" / "Local" / "Programs" / "ZoneBrief"
        self.menu = self.users / "AppData" / "Roaming" / "Microsoft" / "Windows" / "Start Menu" / "Programs"

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        assert WINE
        return subprocess.run(
            [WINE, *command], env=self.environment, capture_output=True, text=True, timeout=300, check=False
        )

    def be(self, version: str) -> None:
        self.run("reg", "add", r"HKCU\Software\Wine", "/v", "Version", "/d", version, "/f")

    def registry(self, key: str) -> str:
        """A key with all below it; empty where there is none."""
        asked = self.run("reg", "query", key, "/s")
        return asked.stdout if asked.returncode == 0 else ""


@pytest.fixture
def wine(tmp_path: Path) -> Wine:
    if WINE is None:
        pytest.skip("wine64 is not installed here")
    return Wine(tmp_path)


def test_a_python_with_another_sum_is_refused(
    python_zip: Path, tmp_path: Path, build: Callable[..., Path]
) -> None:
    script = ROOT / "resources" / "installer" / "build.py"
    command = [sys.executable, str(script), "windows", "--python", str(python_zip), "--sha256", "0" * 64]
    done = subprocess.run([*command, "--dist", str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"its SHA-256 is {summed(python_zip)}, not 000" in done.stderr
    assert not list(tmp_path.glob("*.exe"))


def test_it_installs_starts_and_uninstalls_for_one_user(setup: Path, wine: Wine) -> None:
    wine.be("win7")
    assert wine.run(setup, "/S").returncode == TOO_OLD and not wine.program.exists()
    wine.be("win10")
    assert wine.run(setup, "/S", "/DESKTOP").returncode == 0
    for name in (
        "app/desktop/cli.py",
        "packages/PySide6/Qt6Widgets.dll",
        "licences/README.txt",
        "zonebrief.cmd",
    ):
        assert (wine.program / name).exists()
    paths = (wine.program / "python" / "python313._pth").read_text().split()
    assert paths == ["python313.zip", ".", r"..\app", r"..\packages"]
    assert (wine.home / "ZoneBrief.lnk").exists(), "the desktop of this wine is the home folder"

    wine.run("start", "/wait", "/unix", wine.menu / "ZoneBrief.lnk")
    called = wine.program / "app" / "called.txt"
    assert called.read_text().rstrip().endswith(r'\python\pythonw.exe" -m desktop')

    kind = wine.registry(r"HKCU\Software\Classes\.zonebrief")
    assert "ZoneBrief.Pack" in kind
    assert r'pythonw.exe" -m desktop "%1"' in wine.registry(r"HKCU\Software\Classes\ZoneBrief.Pack")
    told = wine.registry(r"HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\ZoneBrief")
    assert "QuietUninstallString" in told and "EstimatedSize" in told

    assert wine.run(setup, "/S").returncode == 0, "over the first"
    assert not called.exists(), "what was there is replaced"

    wine.run(wine.program / "uninstall.exe", "/S")
    end = time.monotonic() + PATIENCE  # it goes on in a copy of itself, so that it can remove itself
    while wine.program.exists() and time.monotonic() < end:
        time.sleep(0.2)
    assert not wine.program.exists()
    assert not list(wine.home.rglob("*ZoneBrief*.lnk"))
    for key in (r"Classes\.zonebrief", r"Classes\ZoneBrief.Pack", "ZoneBrief"):
        assert not wine.registry(rf"HKCU\Software\{key}")


def test_a_folder_with_other_files_is_not_taken(setup: Path, wine: Wine) -> None:
    wine.be("win10")
    wine.program.mkdir(parents=True)
    (wine.program / "python").mkdir()
    (wine.program / "python" / "mine.txt").touch()
    assert wine.run(setup, "/S").returncode == NOT_EMPTY
    assert [path.name for path in wine.program.rglob("*")] == ["python", "mine.txt"]
