"""A pack of 100,000 facilities, 10,000 projects and 50,000 milestones in the app, beside plain Python over the same files.

On a screen where DISPLAY is set, offscreen otherwise. `python tests/benchmarks/large.py [FOLDER]`; the pack is made
anew in a temporary folder unless it stands in FOLDER already.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ROOT / "tests" / "benchmarks" / "floors"
WORD = "东湖托育点1"
TARGETS = {
    "open": 3.0,
    "blocked": 0.05,
    "filter": 0.03,
    "worst filter": 0.03,
    "timeline filter": 0.03,
    "frame": 0.016,
    "worst frame": 0.016,
    "frame, closer in": 0.016,
    "list page": 0.1,
    "list page blocked": 0.05,
    "memory": 400.0,
    "most memory": 400.0,
}
"""Seconds, megabytes for memory; the pack is opened on the page of the timeline."""


def measured(program: str, folder: Path) -> dict[str, float]:
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    if not environment.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    done = subprocess.run(
        [sys.executable, str(FLOORS / program), str(folder), WORD],
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return dict(json.loads(done.stdout))


def report(folder: Path) -> None:
    floor, figures = measured("reading.py", folder), measured("large.py", folder)
    for name, most in TARGETS.items():
        unit, factor = ("MB", 1.0) if "memory" in name else ("ms", 1000.0)
        ratio = f"; {figures[name] / floor[name]:.1f} × plain Python" if floor.get(name) else ""
        print(f"{name}: {figures[name] * factor:.0f} {unit} (at most {most * factor:.0f}{ratio})")


def main() -> None:
    if len(sys.argv) > 1:
        report(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, str(ROOT / "tests" / "large_pack.py"), folder], check=True)
        report(Path(folder))


if __name__ == "__main__":
    main()
