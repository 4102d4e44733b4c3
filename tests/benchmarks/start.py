"""How long the app takes to its first paint and to its whole first page, as ratios to bare windows.

Whole processes, warm cache, medians; each round measures every program once, so that all meet the same load.
On a screen where DISPLAY is set, offscreen otherwise. `python tests/benchmarks/start.py [ROUNDS]`
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FLOORS = ROOT / "tests" / "benchmarks" / "floors"
PROGRAMS = {
    "bare window": ["window.py"],
    "bare window with a pyqtgraph bar chart": ["plot.py"],
    "first paint": ["app.py"],
    "first page whole": ["app.py", "complete"],
}


def seconds(arguments: list[str]) -> float:
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's second start finds compiled modules, too
    if not environment.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    begin = time.perf_counter()
    subprocess.run([sys.executable, str(FLOORS / arguments[0]), *arguments[1:]], env=environment, check=True)
    return time.perf_counter() - begin


def main(rounds: int) -> None:
    times: dict[str, list[float]] = {name: [] for name in PROGRAMS}
    for number in range(rounds + 1):
        for name, arguments in PROGRAMS.items():
            taken = seconds(arguments)
            if number:
                times[name].append(taken)
    medians = {name: statistics.median(taken) for name, taken in times.items()}
    for name, median in medians.items():
        print(f"{name}: {median * 1000:.0f} ms")
    window, plot = (medians[name] for name in list(PROGRAMS)[:2])
    print(f"first paint / bare window: {medians['first paint'] / window:.2f} (at most 1.6)")
    print(
        f"first page whole / bare window with a chart: {medians['first page whole'] / plot:.2f} (at most 1.25)"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
