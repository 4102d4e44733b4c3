"""Packs on a share that is dead: they hang for ever, and yet the window comes up, opens others, and can be closed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import app

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop import app, cli

real, began = app.load, app.begin

def load(path, *progress):
    if path.name.startswith("dead"):
        time.sleep(1000)
    return real(path, *progress)

def begin(application, window):
    def steps():
        print("up", window.pack.name, flush=True)
        for name in ("dead-1", "dead-2", "dead-3"):
            window.opening.open(Path(sys.argv[1]) / name)
        window.notice._button.click()
        window.opening.open(Path(sys.argv[1]) / "alive")
    def shown():
        if window.pack.name == "alive":
            print("opened", window.pack.name, window.notice.text, flush=True)
            window.opening.open(Path(sys.argv[1]) / "dead-4")
            QTimer.singleShot(0, window.close)
    window.first_painted.connect(lambda: QTimer.singleShot(200, steps))
    window.briefing_shown.connect(shown)
    return began(application, window)

app.load, app.begin = load, begin
sys.exit(cli.main(sys.argv[2:]))
"""


@pytest.mark.parametrize("first", [[], ["dead-0"]])
def test_dead_shares_hold_nobody_up(tmp_path: Path, first: list[str]) -> None:
    seed = app.bundled(*app.BUNDLED_PACK)
    for name in ("dead-0", "dead-1", "dead-2", "dead-3", "dead-4", "alive"):
        (tmp_path / name).symlink_to(seed)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path), *(str(tmp_path / name) for name in first)],
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "XDG_DATA_HOME": str(tmp_path / "data"),
            "XDG_RUNTIME_DIR": str(tmp_path),
        },
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
    )
    assert done.stdout.split("\n")[:2] == [f"up {seed.name}", "opened alive "]
    assert done.returncode == 0
