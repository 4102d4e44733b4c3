"""A short while of the long run: memory, files and faults after some hundred turned pages, in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.x_server import ROOT


@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="memory is read from /proc, which is not here"
)
def test_a_thousand_turns_lose_neither_memory_nor_files() -> None:
    command = [sys.executable, "tests/benchmarks/soak.py", "--warm", "300", "--turns", "700", "--json"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=400)
    runs = [json.loads(line) for line in done.stdout.splitlines()]
    assert [run["turns"] for run in runs] == [700, 700], done.stderr
    for run in runs:
        assert run["at_rest"][-1] <= run["at_rest"][0] * 1.02 and run["lost"] <= 0.02, run
        assert run["files_after"] <= run["files_before"] and run["raised"] == 0, (run, done.stderr)
