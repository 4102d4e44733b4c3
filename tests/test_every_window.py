"""No window and no dialog is larger than its screen, at any size of the text; what has no room there scrolls."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
NAMES = {
    "main window",
    "sources",
    "export",
    "keys",
    "faults",
    "installation",
    "sorter",
    "message",
    "name",
    "doubts",
    "rehearsal",
    "stage",
    "console",
    "keys of the show",
    "number",
}


@pytest.mark.parametrize("text_size", [1.0, 2.0])
@pytest.mark.parametrize("screen", [(1024, 768), (1920, 1080)])
def test_every_window_stays_within_its_screen(
    tmp_path: Path, screen: tuple[int, int], text_size: float
) -> None:
    width, height = screen
    one = {"name": "one", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [one]}))
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={screens}", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.every_window", str(tmp_path), str(text_size)],
        cwd=ROOT,
        env={**os.environ, **platform},
        capture_output=True,
        text=True,
        timeout=300,
    )
    windows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {one["name"] for one in windows} == NAMES, done.stderr
    assert [(one["name"], one["place"]) for one in windows if not one["inside"]] == []
    assert [(one["name"], one["out"]) for one in windows if one["out"]] == [], "buttons out of reach"
    scrolled = {one["name"] for one in windows if one["scrolls"]}
    assert scrolled <= ({"sorter"} if text_size == 2.0 and width == 1024 else set()), "there is room"
