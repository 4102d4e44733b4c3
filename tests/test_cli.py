"""The commands speak to every terminal, whatever letters it has."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import app
from desktop.cli import main
from desktop.report import report_lines
from tests.packs import figure, files_of, write_folder

ROOT = Path(__file__).resolve().parents[1]


def run(encoding: str, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    environment = dict(
        os.environ,
        PYTHONPATH=str(ROOT),
        PYTHONIOENCODING=encoding,
        PYTHONUTF8="0",
        QT_QPA_PLATFORM="offscreen",
    )
    command = [sys.executable, "-m", "desktop", *arguments]
    return subprocess.run(command, capture_output=True, env=environment, timeout=120, check=False)


@pytest.mark.parametrize("encoding", ["gbk", "cp1252", "ascii"])
@pytest.mark.parametrize("command", ["check", "self-test"])
def test_a_report_is_printed_in_any_encoding(encoding: str, command: str) -> None:
    done = run(encoding, command, str(app.bundled(*app.BUNDLED_PACK)))
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr and done.stdout


def test_a_reader_that_has_read_enough_is_no_error() -> None:
    command = [sys.executable, "-m", "desktop", "check", str(app.bundled(*app.BUNDLED_PACK))]
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    program = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)
    assert program.stdout is not None
    program.stdout.close()
    assert program.communicate(timeout=60)[1] == b"" and program.returncode == 1


def test_a_pack_that_does_not_load_is_not_told_as_an_empty_one() -> None:
    report = {
        "figures": 0,
        "loaded": False,
        "faults": [{"table": "", "row": 0, "column": "", "message": "x"}],
    }
    assert [line for line in report_lines(report) if "0" in line] == []


def test_json_is_utf_8_in_any_encoding() -> None:
    done = run("gbk", "check", "不存在", "--json")
    assert done.returncode == 1
    report = json.loads(done.stdout.decode("utf-8"))
    assert "不存在" in report["faults"][0]["message"]
    assert report["figures"] == 0 and not report["loaded"]


def loose(folder: Path) -> Path:
    """A pack without fault, but with a figure that has no source."""
    rows = [figure(), figure(id="b", indicator="内资", source="", quote="")]
    return write_folder(folder, files_of({"figures": rows}))


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("options", "status"), [((), 0), (("--strict",), 1), (("--strict", "--json"), 1)])
def test_notices_count_where_one_is_strict(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: tuple[str, ...], status: int
) -> None:
    assert main(["check", str(loose(tmp_path)), *options]) == status
    assert "内资" in capsys.readouterr().out


@pytest.mark.usefixtures("qapp")
def test_a_strict_check_finds_nothing_in_the_bundled_pack_but_what_its_words_leave_open(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["check", str(app.bundled(*app.BUNDLED_PACK)), "--strict", "--json"]) == 1
    report = json.loads(capsys.readouterr().out)
    partly = [one["id"] for one in report["verdicts"] if one["verdict"] == "proved_but"]
    assert report["faults"] == [] and len(report["findings"]) == len(partly)
    assert all(one["open"] for one in report["verdicts"] if one["verdict"] == "proved_but")


@pytest.mark.usefixtures("qapp")
def test_a_report_in_json_tells_where_each_notice_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", str(loose(tmp_path)), "--json"])
    report = json.loads(capsys.readouterr().out)
    (finding,) = [one for one in report["findings"] if one["column"] != "quote"]
    assert [finding[name] for name in ("table", "row", "column")] == ["figures", 3, "source"]
    assert report["faults"] == [] and finding["message"] in report["notices"][0]
