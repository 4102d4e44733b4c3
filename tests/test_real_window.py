"""The real program in a real window: Xvfb and xdotool stand in for a screen and a keyboard."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from desktop.charts.theme import LIGHT, PAGE_ACCENTS

ROOT = Path(__file__).parents[1]
PATIENCE = 30.0

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="Xvfb and xdotool are not installed here"
)


def eventually(until: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.1)


class Screen:
    """An X server of our own; `shot` reads its frame buffer."""

    def __init__(self, folder: Path, size: str) -> None:
        self.folder = folder
        reading, writing = os.pipe()
        command = [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{size}x24",
            "-fbdir",
            str(folder),
            "-nolisten",
            "tcp",
        ]
        self.server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.display = f":{pipe.readline().strip()}"
        self.environment = {
            **os.environ,
            "DISPLAY": self.display,
            "XDG_CONFIG_HOME": str(folder),
            "HOME": str(folder),
        }
        self.environment.pop("QT_QPA_PLATFORM", None)

    def tool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def shot(self) -> QImage:
        """What is on the screen: the frame buffer is an XWD file, its header as long as its first word says."""
        data = (self.folder / "Xvfb_screen0").read_bytes()
        words = [int.from_bytes(data[n : n + 4], "big") for n in range(0, 100, 4)]
        start = words[0] + words[19] * 12
        return QImage(data[start:], words[4], words[5], words[12], QImage.Format.Format_RGB32).copy()

    def has(self, colour: str) -> bool:
        image, wanted = self.shot(), QColor(colour).rgb()
        return any(
            image.pixel(x, y) | 0xFF000000 == wanted
            for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 2)
        )


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    made = Screen(tmp_path, "1440x900")
    yield made
    made.server.terminate()
    made.server.wait(10)


@contextmanager
def started(screen: Screen) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """The program with its window up, and the window's number."""
    program = subprocess.Popen([sys.executable, "-m", "desktop"], cwd=ROOT, env=screen.environment)
    try:
        eventually(lambda: screen.tool("search", "--onlyvisible", "--name", "经开简报"))
        window = screen.tool("search", "--onlyvisible", "--name", "经开简报").split()[0]
        screen.tool("windowfocus", "--sync", window)
        eventually(lambda: any(screen.has(accent) for accent in PAGE_ACCENTS.values()))
        yield program, window
    finally:
        if program.poll() is None:
            program.terminate()
            program.wait(10)


def test_a_visitor_is_briefed_by_keys_and_asks_for_a_source(screen: Screen) -> None:
    with started(screen) as (program, _):
        screen.tool("key", "ctrl+2")
        eventually(
            lambda: screen.has(PAGE_ACCENTS["investment"]) and not screen.has(PAGE_ACCENTS["industry"])
        )
        assert not screen.has(LIGHT.highlight)
        screen.tool("mousemove", "150", "230", "click", "1")
        eventually(lambda: screen.has(LIGHT.highlight))
        screen.tool("key", "Escape")
        eventually(lambda: not screen.has(LIGHT.highlight))
        screen.tool("key", "ctrl+q")
        assert program.wait(PATIENCE) == 0


def test_the_window_comes_back_as_it_was_left(screen: Screen) -> None:
    with started(screen) as (program, window):
        screen.tool("windowsize", "--sync", window, "1230", "777")
        screen.tool("key", "ctrl+3")
        eventually(lambda: screen.has(PAGE_ACCENTS["livelihood"]))
        screen.tool("key", "ctrl+q")
        assert program.wait(PATIENCE) == 0
    with started(screen) as (_, window):
        assert "1230x777" in screen.tool("getwindowgeometry", window)
        assert screen.has(PAGE_ACCENTS["livelihood"])
