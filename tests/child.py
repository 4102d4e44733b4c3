"""What a piece of Python costs in a process of its own, where nothing that ran before it counts."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_TOLD = """
from pathlib import Path as _Path
def _most():  # not ru_maxrss, in which the process that started this one counts
    line = next(one for one in _Path("/proc/self/status").read_text().splitlines() if one.startswith("VmHWM"))
    return 1024 * int(line.split()[1])
_before = _most()
{work}
print()
print(_most() - _before)
"""


def peak_memory(setup: str, work: str) -> int:
    """Bytes by which `work` raises the most memory that a fresh process ever held; `setup` imports what it needs."""
    if not Path("/proc/self/status").exists():
        pytest.skip("only Linux tells it")
    done = subprocess.run(
        [sys.executable, "-c", setup + _TOLD.format(work=work)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout.rsplit("\n", 2)[-2])
