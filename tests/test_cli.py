"""The commands speak to every terminal, whatever letters it has."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import app
from desktop.report import report_lines

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
