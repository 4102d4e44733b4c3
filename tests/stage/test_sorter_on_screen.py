"""The slide list in a real window: a slide dragged with the mouse, and kept."""

import csv
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect

from desktop.charts.theme import STAGE
from tests.x_server import ROOT, Screen, eventually, needs

pytestmark = needs("Xvfb", "xdotool")

FIRST, THIRD, PICTURES = QPoint(150, 220), QPoint(800, 220), QRect(0, 110, 870, 600)
SLOT = QRect(10, 130, 260, 140)
"""Within the pictures of the first and the third slide, the latter right of its middle; where the pictures are, and
the first of them."""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    made = Screen(tmp_path, "1440x900")
    yield made
    made.close()


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "seeds" / "pinghu-2024", tmp_path / "own"))


def panels(pack: Path, show: str) -> list[str]:
    with (pack / "shows.csv").open(encoding="utf-8", newline="") as file:
        return [row["panel"] for row in csv.DictReader(file) if row["show"] == show]


def focused(screen: Screen, name: str) -> None:
    eventually(lambda: screen.tool("search", "--onlyvisible", "--name", name))
    screen.tool("windowfocus", "--sync", screen.tool("search", "--onlyvisible", "--name", name).split()[0])


def dragged(screen: Screen, start: QPoint, end: QPoint) -> None:
    """As a hand does it: in steps, since a leap is none."""
    screen.tool("mousemove", str(start.x()), str(start.y()), "mousedown", "1")
    for step in range(1, 11):
        place = start + (end - start) * (step / 10)
        screen.tool("mousemove", str(place.x()), str(place.y()), "sleep", "0.03")
    screen.tool("sleep", "0.3", "mouseup", "1")


def test_a_slide_is_dragged_with_the_mouse_and_kept(screen: Screen, pack: Path) -> None:
    with screen.running(str(pack)):
        focused(screen, "平湖经开")
        screen.tool("key", "ctrl+l")
        focused(screen, "放映稿")
        eventually(lambda: screen.share(STAGE.ground, PICTURES) > 0.3)
        before = screen.shot().copy(SLOT)
        dragged(screen, FIRST, THIRD)
        eventually(lambda: screen.shot().copy(SLOT) != before and screen.shot() == screen.shot())
        screen.tool("key", "ctrl+s")
        focused(screen, "另存")
        screen.tool("type", "Test")
        screen.tool("key", "Return")
        eventually(lambda: panels(pack, "Test"))
        assert panels(pack, "Test")[:3] == ["industry/1", "industry/3", "cover"]
