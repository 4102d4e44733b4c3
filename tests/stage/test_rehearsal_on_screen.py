"""A rehearsal from the command line, on a real screen: what it took becomes the plan that the pack keeps."""

import csv
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.x_server import PATIENCE, ROOT, Screen, eventually, needs

pytestmark = needs("Xvfb", "xdotool")

SHOW = "领导 10 分钟"


def minutes(pack: Path) -> dict[str, str]:
    with (pack / "shows.csv").open(encoding="utf-8", newline="") as file:
        return {row["panel"]: row["minutes"] for row in csv.DictReader(file) if row["show"] == SHOW}


def window(screen: Screen, name: str) -> str:
    eventually(lambda: screen.tool("search", "--onlyvisible", "--name", name))
    return screen.tool("search", "--onlyvisible", "--name", name).split()[0]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    made = Screen(tmp_path, "1920x1080")
    yield made
    made.close()


def test_what_a_rehearsal_took_is_kept_as_the_plan(screen: Screen, tmp_path: Path) -> None:
    pack = Path(shutil.copytree(ROOT / "seeds" / "pinghu-2024", tmp_path / "own"))
    before = minutes(pack)
    with screen.running("present", str(pack), "--show", SHOW, "--rehearse") as program:
        screen.tool("windowfocus", "--sync", window(screen, "演讲者屏"))
        time.sleep(2.5)  # the cover is spoken to; what is leafed over says nothing about the plan
        screen.tool("key", "Next", "key", "Escape")
        dialog = window(screen, "排练")
        screen.tool("windowfocus", "--sync", dialog, "key", "Return")
        assert program.wait(PATIENCE) == 0
    after = minutes(pack)
    assert 0.03 < float(after["cover"]) < 0.5 and after["cover"] != before["cover"]
    assert {key: value for key, value in after.items() if key != "cover"} == {
        key: value for key, value in before.items() if key != "cover"
    }
