"""The app with a pack of very many panels: opened, scrolled, filtered, searched, shown. Prints seconds and megabytes as
one JSON object: `python many.py FOLDER WORD`; WORD is what the finder is asked for."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop import app
from desktop.window.main_window import MainWindow
from desktop.window.settings import Forgetful
from tests.benchmarks.floors.large import Beat, megabytes, opened, until

TURNS = 150
TURN = 400
"""Pixels of one turn of the wheel, three notches of it."""
SECONDS = 2.0


def wait(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QCoreApplication.processEvents()


def scrolled(window: MainWindow) -> float:
    """The longest time that a turn of the wheel took to be painted."""
    worst = 0.0
    bar = window.current.verticalScrollBar()
    for _ in range(TURNS):
        begin = time.perf_counter()
        bar.setValue(bar.value() + TURN)
        QCoreApplication.processEvents()
        worst = max(worst, time.perf_counter() - begin)
    bar.setValue(0)
    return worst


def filtered(window: MainWindow, word: str) -> float:
    beat = Beat()
    for text in (word, "没有这样的词", ""):
        window.current.set_needle(text)
        wait(SECONDS)
    return beat.stop()


def main(folder: Path, word: str) -> None:
    application = app.make_application()
    window = app.make_window(Forgetful())
    window.resize(1920, 1080)
    app.open_first(window, None)
    window.show()
    window.complete()
    until(lambda: window.current.is_complete)
    application.processEvents()
    took, blocked = opened(window, folder)
    figures = {"open": took, "blocked": blocked, "memory to open": megabytes("VmHWM")}
    figures["scroll"] = scrolled(window)
    figures["filter blocked"] = filtered(window, word)
    beat = Beat()
    window.toggle_sources(True)
    wait(SECONDS)
    window.toggle_sources(False)
    figures["sources blocked"] = beat.stop()
    figures["most memory"] = megabytes("VmHWM")
    print(json.dumps(figures))
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
