"""An export that is killed leaves what was there, and after the next start nothing of itself."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop import app

ROOT = Path(__file__).parents[2]
SEED = app.bundled(*app.BUNDLED_PACK)

pytestmark = pytest.mark.skipif(os.name != "posix", reason="there is no such kill")


def started(home: Path, *arguments: object) -> subprocess.Popen[bytes]:
    variables = {
        **os.environ,
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONPATH": str(ROOT),
    }
    return subprocess.Popen(
        [sys.executable, "-m", "desktop", "export", str(SEED), *map(str, arguments)],
        env=variables,
        stdout=subprocess.DEVNULL,
    )


def hidden(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.name.startswith(".")]


@pytest.mark.parametrize("name", ["简报.pdf", "图.png"])
def test_what_a_killed_export_left_is_gone_after_the_next(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    place = folder / name if name.endswith(".pdf") else folder
    export = started(tmp_path, folder / name)
    while not any(hidden(part) for part in (folder, folder / name) if part.is_dir()):
        assert export.poll() is None, "it ended before it was killed"
        time.sleep(0.005)
    export.kill()
    export.wait(30)
    own = folder / ".zonebrief-notes.txt"
    own.write_text("mine")
    assert started(tmp_path, tmp_path / "other.zonebrief").wait(60) == 0
    assert hidden(folder) == [own] and not list(tmp_path.rglob("*.note"))
    assert (
        not [path for path in folder.rglob("*") if path.is_file() and path != own] and place.parent.exists()
    )
