"""The commands speak to every terminal, whatever letters it has."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import app

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


def test_json_is_utf_8_in_any_encoding() -> None:
    done = run("gbk", "check", "不存在", "--json")
    assert done.returncode == 1
    assert "不存在" in json.loads(done.stdout.decode("utf-8"))["faults"][0]["message"]
