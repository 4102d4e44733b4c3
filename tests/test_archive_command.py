"""`zonebrief export PACK OUT.zonebrief` makes one file of a pack that opens, and says why where it cannot."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop import app
from desktop.cli import main
from desktop.pack.loader import load
from tests.packs import figure, files_of, write_folder


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> None:
    """The command speaks through the application that is there."""


def test_the_bundled_pack_becomes_one_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    seed, out = app.bundled(*app.BUNDLED_PACK), tmp_path / "平湖.zonebrief"
    assert main(["export", str(seed), str(out)]) == 0
    assert capsys.readouterr().out == f"{out}\n"
    assert load(out).briefing == load(seed).briefing


def test_a_pack_with_faults_or_a_place_that_is_not_there_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = write_folder(tmp_path / "bad", files_of({"figures": [figure(value="x")]}))
    assert main(["export", str(bad), str(tmp_path / "a.zonebrief")]) == 1
    assert "figures" in capsys.readouterr().err
    good = write_folder(tmp_path / "good", files_of({"figures": [figure()]}))
    assert main(["export", str(good), str(tmp_path / "nowhere" / "a.zonebrief")]) == 1
    assert "不存在" in capsys.readouterr().err
    assert not list(tmp_path.rglob("*.zonebrief"))
