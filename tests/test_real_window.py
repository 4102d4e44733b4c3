"""The real program in a real window: Xvfb and xdotool stand in for a screen and a keyboard."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QRect

from desktop.charts.theme import LIGHT, PAGE_ACCENTS
from tests.x_server import PATIENCE, ROOT, Screen, eventually, needs

BUTTONS = QRect(1200, 0, 240, 60)
"""The right end of the header."""

pytestmark = needs("Xvfb", "xdotool")


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    made = Screen(tmp_path, "1440x900")
    yield made
    made.close()


@contextmanager
def started(screen: Screen) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """The program with its window up, and the window's number."""
    with screen.running() as program:
        eventually(lambda: screen.tool("search", "--onlyvisible", "--name", "经开简报"))
        window = screen.tool("search", "--onlyvisible", "--name", "经开简报").split()[0]
        screen.tool("windowfocus", "--sync", window)
        eventually(lambda: any(screen.has(accent) for accent in PAGE_ACCENTS.values()))
        yield program, window


def test_a_visitor_is_briefed_by_keys_and_asks_for_a_source(screen: Screen) -> None:
    with started(screen) as (program, _):
        eventually(lambda: screen.has(PAGE_ACCENTS["industry"], BUTTONS))
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


def test_a_second_start_shows_its_pack_in_the_window_that_is_open(screen: Screen, tmp_path: Path) -> None:
    with started(screen) as (program, _):
        pack = tmp_path / "另一 包"
        shutil.copytree(ROOT / "seeds" / "pinghu-2024", pack)
        text = (pack / "datapackage.json").read_text(encoding="utf-8")
        renamed = text.replace('"title": "平湖经开"', '"title": "东湖新区"')
        (pack / "datapackage.json").write_text(renamed, encoding="utf-8")
        second = [sys.executable, "-m", "desktop", str(pack)]
        assert subprocess.run(second, cwd=ROOT, env=screen.environment, timeout=PATIENCE).returncode == 0
        eventually(lambda: screen.tool("search", "--onlyvisible", "--name", "东湖新区"))
        assert program.poll() is None


@pytest.fixture
def roomy(tmp_path: Path) -> Iterator[Screen]:
    """A screen on which the window need not be maximised."""
    made = Screen(tmp_path, "1600x1000")
    yield made
    made.close()


def test_the_window_comes_back_as_it_was_left(roomy: Screen) -> None:
    screen = roomy
    with started(screen) as (program, window):
        screen.tool("windowsize", "--sync", window, "1230", "777")
        screen.tool("key", "ctrl+3")
        eventually(lambda: screen.has(PAGE_ACCENTS["livelihood"]))
        screen.tool("key", "ctrl+q")
        assert program.wait(PATIENCE) == 0
    with started(screen) as (_, window):
        assert "1230x777" in screen.tool("getwindowgeometry", window)
        assert screen.has(PAGE_ACCENTS["livelihood"])
