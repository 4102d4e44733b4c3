"""A pack of 500 timelines × 1,000 projects, and one of 2,000 panels × 1,000 cards, opened in the app and gone through,
each figure against its limit.

On a screen where DISPLAY is set, offscreen otherwise. `python tests/benchmarks/many.py`
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST = {
    "open": 2.0,
    "blocked": 0.1,
    "memory to open": 300.0,
    "scroll": 0.1,
    "filter blocked": 0.1,
    "sources blocked": 0.1,
    "show": 0.3,
    "show blocked": 0.1,
    "slide list": 0.3,
    "most memory": 400.0,
}
"""Seconds, megabytes for memory; "blocked" is the longest time that the window could do nothing else."""
WORDS = {"timelines": "项目7", "cards": "指标7"}


def report(kind: str, folder: Path) -> None:
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    if not environment.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    program = ROOT / "tests" / "benchmarks" / "floors" / "many.py"
    command = [sys.executable, str(program), str(folder), WORDS[kind]]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    for name, figure in json.loads(done.stdout).items():
        unit, factor = ("MB", 1.0) if "memory" in name else ("ms", 1000.0)
        print(f"{kind}, {name}: {figure * factor:.0f} {unit} (at most {MOST[name] * factor:.0f})")


def main() -> None:
    for kind in WORDS:
        with tempfile.TemporaryDirectory() as folder:
            maker = str(ROOT / "tests" / "many_pack.py")
            subprocess.run([sys.executable, maker, kind, folder], check=True, stdout=subprocess.DEVNULL)
            report(kind, Path(folder))


if __name__ == "__main__":
    main()
