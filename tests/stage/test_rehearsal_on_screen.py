"""A rehearsal from the command line, on a real screen: what it took becomes the plan that the pack keeps."""

import csv
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests.x_server import PATIENCE, ROOT, Screen, eventually, needs

pytestmark = needs("Xvfb", "xdotool")

SHOW = "领导 10 分钟"


def minutes(pack: Path) -> dict[str, str]:
    with (pack / "shows.csv").open(encoding="utf-8", newline="") as file:
        return {row["panel"]: row["minutes"] for row in csv.DictReader(file) if row["show"] == SHOW}


def window(screen: Screen, name: str) -> str:
    eventually(lambda: screen.tool("search", "--onlyvisible", "--name", name))
    return screen.tool("search", "--onlyvisible", "--name", name).split()[0]


def test_what_a_rehearsal_took_is_kept_as_the_plan(tmp_path: Path) -> None:
    pack = Path(shutil.copytree(ROOT / "seeds" / "pinghu-2024", tmp_path / "own"))
    before = minutes(pack)
    screen = Screen(tmp_path, "1920x1080")
    command = [sys.executable, "-m", "desktop", "present", str(pack), "--show", SHOW, "--rehearse"]
    program = subprocess.Popen(command, cwd=ROOT, env=screen.environment)
    try:
        screen.tool("windowfocus", "--sync", window(screen, "演讲者屏"))
        time.sleep(2.5)  # the cover is spoken to; what is leafed over says nothing about the plan
        screen.tool("key", "Next", "key", "Escape")
        dialog = window(screen, "排练")
        screen.tool("windowfocus", "--sync", dialog, "key", "Return")
        assert program.wait(PATIENCE) == 0
    finally:
        if program.poll() is None:
            program.terminate()
            program.wait(10)
        screen.close()
    after = minutes(pack)
    assert 0.03 < float(after["cover"]) < 0.5 and after["cover"] != before["cover"]
    assert {key: value for key, value in after.items() if key != "cover"} == {
        key: value for key, value in before.items() if key != "cover"
    }
