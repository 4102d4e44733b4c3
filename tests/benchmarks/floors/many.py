"""The app with a pack of very many panels: opened, scrolled, filtered, searched, shown. Prints seconds and megabytes as
one JSON object: `python many.py FOLDER WORD`; WORD is what the finder is asked for."""

import json
import sys
import time
from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop import app
from desktop.ahead import MODULES
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
    """The most work of the window's thread until a turn of the wheel was painted."""
    worst = 0.0
    bar = window.current.verticalScrollBar()
    for _ in range(TURNS):
        begin = time.thread_time()
        bar.setValue(bar.value() + TURN)
        QCoreApplication.processEvents()
        worst = max(worst, time.thread_time() - begin)
    bar.setValue(0)
    return worst


def filtered(window: MainWindow, word: str) -> float:
    beat = Beat()
    for text in (word, "没有这样的词", ""):
        window.current.set_needle(text)
        wait(SECONDS)
    return beat.stop()


def shown(window: MainWindow, word: str) -> dict[str, float]:
    """The work of the window's thread from F5 to the painted slide and for the slide list, and the longest stretch that
    the finder and the next slide took."""
    for name in MODULES:  # as they are while the window idles
        import_module(name)
    begin = time.thread_time()
    app.shows_of(window).begin()
    presenter = app.shows_of(window).presenter
    assert presenter is not None
    QCoreApplication.processEvents()
    figures = {"show": time.thread_time() - begin}
    beat = Beat()
    presenter.open_finder()
    wait(SECONDS)
    for count in range(1, len(word) + 1):
        hits = presenter._find(word[:count])
        QCoreApplication.processEvents()
    presenter._answer(hits[0].ref)
    presenter.show.next()
    wait(SECONDS)
    figures["show blocked"] = beat.stop()
    presenter.end()
    QCoreApplication.processEvents()
    begin = time.thread_time()
    app.shows_of(window).sort()
    QCoreApplication.processEvents()
    figures["slide list"] = time.thread_time() - begin
    return figures


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
    wait(SECONDS)
    figures["filter blocked"] = filtered(window, word)
    beat = Beat()
    window.toggle_sources(True)
    wait(SECONDS)
    window.toggle_sources(False)
    figures["sources blocked"] = beat.stop()
    figures |= shown(window, word)
    figures["most memory"] = megabytes("VmHWM")
    print(json.dumps(figures))
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
