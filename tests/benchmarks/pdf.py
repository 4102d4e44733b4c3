"""How long PDF files take, beside Qt writing as many pages with the same amount of text; and how long the window stands
still while the dialog opens and one is written, or a file of another kind.

`python tests/benchmarks/pdf.py [ROUNDS]`; medians.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
if not os.environ.get("DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtGui import QFont, QPageSize, QPainter, QPdfWriter

from desktop import app
from desktop.briefing.briefing import Briefing
from desktop.briefing.records import Show
from desktop.charts.theme import FONT_FAMILY
from desktop.exhibits.choice import Choice
from desktop.exhibits.jobs import Job
from desktop.exporting import export
from desktop.window.garbage import unswept
from desktop.window.settings import Forgetful
from tests.benchmarks.floors.large import Beat

SLIDES = 200
TARGETS = {"slides": 1.0, "handout": 1.0, "long": 8.0}
OTHERS = ("pptx", "docx", "xlsx", "slides.png", "pages.png")
MOST_STILL = 0.05
"""Seconds."""
LINES = 12


def seconds(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def bare(path: Path, pages: int) -> None:
    """The floor: pages of a heading and a few lines, written by Qt alone."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setResolution(96)
    painter = QPainter(writer)
    painter.setFont(QFont(FONT_FAMILY, 12))
    for page in range(pages):
        if page:
            writer.newPage()
        for line in range(LINES):
            painter.drawText(40, 60 + 30 * line, f"平湖经开 {page} 实到外资 1.66 亿美元，总量全市第一 {line}")
    painter.end()


def long_show(briefing: Briefing) -> Briefing:
    """The same with a show of as many places as make 200 slides and more."""
    places = [f"{panel.page}/{panel.position}" for panel in briefing.panels]
    rows = [Show(show="long", position=n, panel=places[n % len(places)]) for n in range(SLIDES)]
    return replace(briefing, tables={**briefing.tables, "shows": rows})


def still(kind: str, briefing: Briefing, choice: Choice, folder: Path) -> tuple[float, float]:
    """The longest stretch in which the window does nothing, while the dialog opens and while it works."""
    with unswept():  # as the app makes its own
        window = app.make_window(Forgetful())
        window.show_briefing(briefing, None)
    window.show()
    window.complete()
    QCoreApplication.processEvents()
    beat = Beat()
    window.ask_for_export()
    QCoreApplication.processEvents()
    opening = beat.stop()
    dialog = window.exporting.dialog
    assert dialog is not None
    job = Job(kind, choice, folder / "still.pdf")
    dialog.job = lambda: job  # type: ignore[method-assign]
    beat = Beat()
    dialog.start()
    while dialog.is_running:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    working = beat.stop()
    window.close()
    window.deleteLater()
    return opening, working


def main(rounds: int) -> None:
    application, window = app.made(None, Forgetful())
    briefing = window.briefing
    longer = long_show(briefing)
    jobs = {
        "slides": ("slides.pdf", briefing, Choice(), 34),
        "handout": ("handout.pdf", briefing, Choice(), 9),
        "long": ("slides.pdf", longer, Choice(show="long"), SLIDES),
    }
    with tempfile.TemporaryDirectory() as name:
        for key, (kind, pack, choice, pages) in jobs.items():
            job = Job(kind, choice, Path(name) / f"{key}.pdf")
            taken, floors = [], []
            for _ in range(rounds):
                taken.append(seconds(lambda job=job, pack=pack: export(job, pack, None, lambda a, b: None)))  # type: ignore[misc]
                floors.append(seconds(lambda pages=pages: bare(Path(name) / "bare.pdf", pages)))  # type: ignore[misc]
            took, floor = statistics.median(taken), statistics.median(floors)
            opening, working = still(kind, pack, choice, Path(name))
            print(
                f"{key}: {took:.2f} s (at most {TARGETS[key]} s), {took / floor:.1f} × bare pages' {floor:.3f} s;"
                f" the window stands still for {working * 1000:.0f} ms at most, {opening * 1000:.0f} ms as the dialog"
                f" opens (at most {MOST_STILL * 1000:.0f})"
            )
        for kind in OTHERS:
            longest = max(still(kind, briefing, Choice(), Path(name))[1] for _ in range(rounds))
            print(
                f"{kind}: the window stands still for {longest * 1000:.0f} ms at most of {rounds} (at most {MOST_STILL * 1000:.0f})"
            )
    window.close()
    del application


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
