"""How long the Office files take, beside what their libraries alone take for one slide, one sheet, one paragraph.

Each in a process of its own, imports counted, medians; each round measures every kind once, so that all meet the same
load. `python tests/benchmarks/export.py [ROUNDS]`
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ROOT / "tests" / "benchmarks" / "floors"
TARGETS = {"pptx": 1.0, "xlsx": 1.0, "docx": 1.0, "long": 8.0}
"""Seconds; long is a deck of 200 slides."""
FLOOR_OF = {"pptx": "bare-pptx", "xlsx": "bare-xlsx", "docx": "bare-docx", "long": "bare-pptx"}


def measured(kind: str, folder: str) -> dict[str, float]:
    environment = dict(os.environ, PYTHONPATH=str(ROOT), QT_QPA_PLATFORM="offscreen")
    command = [sys.executable, str(FLOORS / "office.py"), kind, folder]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return dict(json.loads(done.stdout))


def main(rounds: int) -> None:
    kinds = [*TARGETS, *dict.fromkeys(FLOOR_OF.values())]
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    steps: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds):
            for kind in kinds:
                found = measured(kind, folder)
                times[kind].append(found["seconds"])
                steps[kind] = found["steps"]
    medians = {kind: statistics.median(taken) for kind, taken in times.items()}
    for kind, most in TARGETS.items():
        floor = medians[FLOOR_OF[kind]]
        ratio = medians[kind] / floor
        print(
            f"{kind}: {medians[kind]:.2f} s (at most {most} s), {ratio:.1f} × the bare library's {floor:.2f} s,"
            f" {steps[kind]:.0f} reports of progress"
        )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
