"""How long the window works on a change of page, beside a bare QStackedWidget that changes between two labels.

`python tests/benchmarks/pages.py [ROUNDS]`; on a screen where DISPLAY is set, offscreen otherwise.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
if not os.environ.get("DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QStackedWidget

from desktop import app
from desktop.briefing.records import PAGES
from desktop.window.settings import Forgetful


def work(change: Callable[[], None]) -> float:
    """Milliseconds until what `change` asked for is painted."""
    begin = time.perf_counter()
    change()
    QCoreApplication.processEvents()
    return (time.perf_counter() - begin) * 1000


def bare(rounds: int) -> float:
    stack = QStackedWidget()
    for text in ("平湖经开", "示范区"):
        stack.addWidget(QLabel(text))
    stack.resize(1440, 900)
    stack.show()
    QCoreApplication.processEvents()
    return statistics.median(work(partial(stack.setCurrentIndex, n % 2)) for n in range(1, 2 * rounds))


def main(rounds: int) -> None:
    application = app.make_application()
    floor = bare(rounds)
    window = app.make_window(Forgetful())
    app.open_first(window, None)
    window.show()
    window.complete()
    application.processEvents()
    new = {key: work(partial(window.show_page, key)) for key in PAGES[1:]}
    seen: dict[str, list[float]] = {key: [] for key in PAGES}
    for _ in range(rounds):
        for key in PAGES:
            seen[key].append(work(partial(window.show_page, key)))
    for key, taken in new.items():
        print(f"{key}, new: {taken:.0f} ms, {taken / floor:.0f} × a bare stack (at most 100 ms)")
    for key, times in seen.items():
        median = statistics.median(times)
        print(f"{key}, seen before: {median:.1f} ms, {median / floor:.1f} × a bare stack (at most 16 ms)")
    window.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
