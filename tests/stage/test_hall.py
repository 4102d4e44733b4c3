"""The exhibition hall as its keeper starts and ends it: the real program, on a real screen."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from desktop.charts.theme import STAGE, STAGE_ACCENTS, mixed
from tests.packs import figure, files_of, write_folder
from tests.x_server import PATIENCE, ROOT, Screen, eventually, needs

COMMAND = [sys.executable, "-m", "desktop", "present"]


def ended(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """A start that is to fail."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(home)}
    return subprocess.run(
        [*COMMAND, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    made = Screen(tmp_path, "1280x720")
    yield made
    made.close()


@pytest.mark.parametrize(
    "arguments",
    [
        ("--seconds", "5"),
        ("--pin", "1234"),
        ("--kiosk", "--rehearse"),
        ("--kiosk", "--seconds", "0"),
        ("--kiosk", "--pin", "12"),
        ("--wall", "wide"),
        ("--kiosk", "--wall", "99999x1080"),
    ],
)
def test_wrong_use_is_told_and_gives_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = ended(*arguments, home=tmp_path)
    assert done.returncode == 2 and "usage:" in done.stderr and "Traceback" not in done.stderr


def test_a_pack_that_is_missing_or_has_faults_is_told_and_gives_1(tmp_path: Path) -> None:
    faulty = write_folder(tmp_path / "pack", files_of({"figures": [figure(value="一些")]}))
    for pack in (faulty, tmp_path / "nothing"):
        done = ended("--kiosk", str(pack), home=tmp_path)
        assert done.returncode == 1 and done.stderr.strip() and "Traceback" not in done.stderr
    done = ended("--kiosk", "--show", "没有", "seeds/pinghu-2024", home=tmp_path)
    assert done.returncode == 1 and "没有" in done.stderr


@needs("Xvfb", "xdotool")
def test_it_loops_and_only_the_corner_and_the_pin_end_it(screen: Screen) -> None:
    arguments = ["--kiosk", "--seconds", "1", "--pin", "2580", "seeds/pinghu-2024"]
    with screen.running("present", *arguments) as program:
        eventually(lambda: screen.share(STAGE.ground) > 0.7)
        window = screen.tool("search", "--onlyvisible", "--name", "放映屏").split()[0]
        screen.tool("windowfocus", "--sync", window)
        eventually(lambda: screen.has(STAGE_ACCENTS["industry"], QRect(0, 100, 1280, 500)))
        screen.tool("mousemove", "640", "200", "click", "1")
        eventually(lambda: screen.share(mixed(STAGE.ink, STAGE.ground, 0.08), QRect(0, 620, 1280, 100)) > 0.1)
        screen.tool("key", "Escape", "key", "alt+F4", "key", "ctrl+q")
        screen.tool("mousemove", "1265", "15", "mousedown", "1")
        eventually(lambda: screen.share(STAGE.ink, QRect(1194, 0, 86, 86)) > 0.02)
        eventually(
            lambda: screen.share(mixed(STAGE.ink, STAGE.ground, 0.06), QRect(500, 200, 280, 320)) > 0.1
        )
        screen.tool("mouseup", "1", "key", "1", "2", "3", "4", "Return")
        eventually(lambda: screen.has(STAGE.warning, QRect(400, 150, 480, 200)))
        assert program.poll() is None
        screen.tool("key", "2", "5", "8", "0", "Return")
        assert program.wait(PATIENCE) == 0


@needs("Xvfb", "xdotool")
def test_without_a_pin_that_is_said_and_the_corner_is_enough(screen: Screen, tmp_path: Path) -> None:
    arguments = ["--kiosk", "--wall", "3840x1080", "seeds/pinghu-2024"]
    with (
        (tmp_path / "said").open("w+", encoding="utf-8") as said,
        screen.running("present", *arguments, stderr=said) as program,
    ):
        eventually(lambda: screen.share(STAGE.ground) > 0.7)
        eventually(lambda: screen.has(STAGE.ink))
        assert not screen.has(STAGE.ink, QRect(0, 0, 1280, 180))
        screen.tool("mousemove", "1270", "190", "mousedown", "1")
        assert program.wait(PATIENCE) == 0
    assert "PIN" in (tmp_path / "said").read_text(encoding="utf-8")


def test_a_pin_that_is_none_opens_no_hall(tmp_path: Path) -> None:
    """Else the corner alone would lead out of it, against what its keeper believes."""
    store = tmp_path / "zonebrief" / "zonebrief.ini"
    store.parent.mkdir()
    store.write_text("[kiosk]\npin=12\n", encoding="utf-8")
    done = ended("--kiosk", home=tmp_path)
    assert done.returncode == 1 and "PIN" in done.stderr
