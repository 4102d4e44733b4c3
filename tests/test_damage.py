"""What is said where something cannot be loaded. Qt's own files are here, with another library's name written into one
of them, so that the system's loader really finds it missing."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import PySide6
import pytest
import shiboken6

from desktop import libraries
from tests.x_server import Screen, needs

ROOT = Path(__file__).parent.parent
PACK = ROOT / "seeds" / "pinghu-2024"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the loader's words are those of Linux")
Site = Callable[[str, str], Path]


def mirrored(folder: Path, target: Path) -> None:
    """The same folder by links to its files."""
    for place, _, names in os.walk(folder):
        made = target / Path(place).relative_to(folder)
        made.mkdir(parents=True)
        for name in names:
            (made / name).symlink_to(Path(place, name))


@pytest.fixture
def site(tmp_path: Path) -> Site:
    """Makes a folder of packages with Qt whose `file` asks for a library that nobody has, instead of `library`."""

    def make(file: str, library: str) -> Path:
        for package in (PySide6, shiboken6):
            place = Path(package.__path__[0])
            mirrored(place, tmp_path / "site" / place.name)
        changed = tmp_path / "site" / "PySide6" / file
        content = changed.read_bytes()
        changed.unlink()
        lacking = library[:-1] + "9"
        assert library.encode() in content
        changed.write_bytes(content.replace(library.encode() + b"\0", lacking.encode() + b"\0"))
        return tmp_path / "site"

    return make


def run(site: Path, *arguments: str | Path, **variables: str) -> subprocess.CompletedProcess[str]:
    own = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{site}", **variables}
    told = {name: value for name, value in own.items() if value}
    command = [sys.executable, "-P", "-m", "desktop", *map(str, arguments)]
    return subprocess.run(command, env=told, capture_output=True, text=True, timeout=60, check=False)


def test_a_library_that_qt_lacks_is_said(site: Site) -> None:
    done = run(site("Qt/lib/libQt6Gui.so.6", "libEGL.so.1"), "self-test")
    assert done.returncode == 1
    assert "缺少系统组件：libEGL.so.9" in done.stderr
    assert "System libraries are missing: libEGL.so.9" in done.stderr
    assert "Traceback" not in done.stderr


@needs("Xvfb")
def test_a_library_that_a_window_lacks_is_said(site: Site, tmp_path: Path) -> None:
    """Qt would end the process without a word to the user."""
    place = site("Qt/plugins/platforms/libqxcb.so", "libxcb-xkb.so.1")
    (tmp_path / "screen").mkdir()
    screen = Screen(tmp_path / "screen", "800x600")
    try:
        done = run(place, PACK, DISPLAY=screen.display, QT_QPA_PLATFORM="", HOME=str(tmp_path))
    finally:
        screen.close()
    assert done.returncode == 1, done.stderr
    assert "System libraries are missing: libxcb-xkb.so.9" in done.stderr


def test_without_a_terminal_it_is_said_in_a_window(site: Site, tmp_path: Path) -> None:
    place = site("Qt/lib/libQt6Gui.so.6", "libEGL.so.1")
    shown = tmp_path / "shown"
    os.mkfifo(shown)
    (tmp_path / "zenity").write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" >"{shown}"\n')
    (tmp_path / "zenity").chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    assert run(place, "self-test", PATH=path, DISPLAY=":77", QT_QPA_PLATFORM="").returncode == 1
    said = shown.read_text()
    assert "--no-markup" in said and "libEGL.so.9" in said and "缺少系统组件" in said


def test_a_library_of_qts_own_that_is_missing_is_no_matter_of_the_system(tmp_path: Path) -> None:
    package = tmp_path / "PySide6"
    package.mkdir()
    error = "libQt6Gui.so.6: cannot open shared object file: No such file or directory"
    (package / "__init__.py").write_text(f"raise ImportError({error!r})\n")
    done = run(tmp_path, "check", PACK)
    assert done.returncode == 1
    assert done.stderr.startswith(f"安装已损坏（{sys.prefix}）：{error}。请重新安装。\n")
    assert done.stderr.endswith(f"is damaged: {error}. Install it again.\n")


MANY = ["libEGL.so.1", "libGL.so.1", "libX11.so.6", "libz.so.1", "libzstd.so.1"]


@pytest.mark.parametrize(
    ("names", "chinese", "english", "line"),
    [
        (
            MANY[:1],
            "缺少系统组件：libEGL.so.1。请先运行这一行：",
            "System libraries are missing: libEGL.so.1. Run this line first:",
            ("sudo apt install libegl1",),
        ),
        (
            MANY,
            "缺少系统组件：libEGL.so.1、libGL.so.1、libX11.so.6 等 5 个。请先运行这一行：",
            "System libraries are missing: libEGL.so.1, libGL.so.1, libX11.so.6 and 2 more. Run this line first:",
            ("sudo apt install libegl1 libgl1 libx11-6 libzstd1 zlib1g",),
        ),
        (
            ["libnobody.so.9"],
            "缺少系统组件：libnobody.so.9。请先安装。",
            "System libraries are missing: libnobody.so.9. Install them first.",
            (),
        ),
    ],
)
def test_the_line_to_run_names_the_packages_that_are_missing(
    names: list[str], chinese: str, english: str, line: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda program: f"/usr/bin/{program}")
    assert libraries.sentence(names) == (chinese, english, *line)


def test_where_there_is_no_apt_all_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda program: None)
    assert libraries.sentence(MANY)[1].count(", ") == len(MANY) - 1
