"""What a piece of Python costs in a process of its own, where nothing that ran before it counts."""

import os
import subprocess
import sys
from pathlib import Path

_TOLD = """
import resource
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
{work}
print()
print(1024 * (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before))
"""


def peak_memory(setup: str, work: str) -> int:
    """Bytes by which `work` raises the most memory that a fresh process ever held; `setup` imports what it needs."""
    done = subprocess.run(
        [sys.executable, "-c", setup + _TOLD.format(work=work)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout.rsplit("\n", 2)[-2])
