"""`zonebrief export PACK OUT` writes what the ending of OUT names."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import app

ROOT = Path(__file__).resolve().parents[2]


def export(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop", "export", *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("ending", app.WRITERS)
def test_the_ending_chooses(ending: str, tmp_path: Path) -> None:
    out = tmp_path / f"简报{ending.upper()}"
    done = export(app.bundled(*app.BUNDLED_PACK), out)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, str(out), "")
    assert os.listdir(tmp_path) == [out.name]


def test_an_unknown_ending_is_wrong_use(tmp_path: Path) -> None:
    done = export(app.bundled(*app.BUNDLED_PACK), tmp_path / "a.odt")
    assert done.returncode == 2 and ".xlsx" in done.stderr and not os.listdir(tmp_path)


def test_a_pack_with_faults_and_a_folder_that_is_missing_are_said(tmp_path: Path) -> None:
    done = export(tmp_path, tmp_path / "a.xlsx")
    assert done.returncode == 1 and "datapackage.json" in done.stderr
    done = export(app.bundled(*app.BUNDLED_PACK), tmp_path / "nowhere" / "a.xlsx")
    assert done.returncode == 1 and "nowhere" in done.stderr
    assert not os.listdir(tmp_path)
