"""The app with a large pack: opened, filtered, its timeline panned. Prints seconds and megabytes as one JSON object:
`python large.py FOLDER WORD`"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop import app
from desktop.exhibits.kinds import Timeline
from desktop.window.exhibit_view import ExhibitView
from desktop.window.main_window import MainWindow
from desktop.window.settings import Forgetful

FRAMES = 60
PATIENCE = 60.0
SLACK = 0.001
"""Seconds between two beats of the clock that notices when the window stands still."""


class Beat:
    """The longest time that the event loop did not come round."""

    def __init__(self) -> None:
        self.longest, self._last = 0.0, time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start(round(SLACK * 1000))

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last - SLACK), now

    def stop(self) -> float:
        self._beat()
        self._timer.stop()
        return self.longest


def until(done: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not done() and time.monotonic() < end:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def megabytes(name: str) -> float:
    """A line of /proc/self/status, such as VmRSS; 0 where there is none."""
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith(f"{name}:")), 0.0)


def opened(window: MainWindow, folder: Path) -> tuple[float, float]:
    """Seconds until the pack stands painted, and the longest stretch that nothing else could happen."""
    before = window.briefing
    beat, begin = Beat(), time.perf_counter()
    window.opening.open(folder)
    until(lambda: window.briefing is not before and window.current.is_complete)
    QCoreApplication.processEvents()
    return time.perf_counter() - begin, beat.stop()


def shown(window: MainWindow, page: str) -> float:
    begin = time.perf_counter()
    window.show_page(page)
    window.complete()
    QCoreApplication.processEvents()
    return time.perf_counter() - begin


def filtered(window: MainWindow, word: str) -> list[float]:
    """Seconds of work per key until the result is painted; the pause before a large page is filtered is no work."""
    taken = []
    for text in [word[: n + 1] for n in range(len(word))] + [""]:
        begin = time.perf_counter()
        window.current.set_needle(text)
        QCoreApplication.processEvents()
        taken.append(time.perf_counter() - begin)
    return taken


def panned(view: ExhibitView) -> list[float]:
    """Seconds per frame while the timeline is dragged about."""
    place = QPointF(view.width() * 0.6, view.height() * 0.6)
    _mouse(view, QEvent.Type.MouseButtonPress, place)
    taken = []
    for frame in range(FRAMES):
        place += QPointF(-9 if frame % 20 < 10 else 9, -13)
        begin = time.perf_counter()
        _mouse(view, QEvent.Type.MouseMove, place)
        view.repaint()
        taken.append(time.perf_counter() - begin)
    _mouse(view, QEvent.Type.MouseButtonRelease, place)
    return taken


def _mouse(view: QWidget, kind: QEvent.Type, place: QPointF) -> None:
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(kind, place, view.mapToGlobal(place), left, left, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)


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
    figures = {"open": took, "blocked": blocked, "timeline filter": max(filtered(window, word))}
    timeline = next(
        p for p in window.current.panels() if isinstance(p, ExhibitView) and isinstance(p.exhibit, Timeline)
    )
    frames = panned(timeline)
    figures |= {"frame": statistics.median(frames), "worst frame": max(frames)}
    timeline.zoom(0.2)
    figures["frame, closer in"] = statistics.median(panned(timeline))
    beat = Beat()
    figures["list page"] = shown(window, "livelihood")
    begin = time.perf_counter()
    while time.perf_counter() - begin < 2:
        application.processEvents()
    figures["list page blocked"] = beat.stop()
    keys = filtered(window, word)
    figures |= {"filter": statistics.median(keys), "worst filter": max(keys)}
    figures |= {"memory": megabytes("VmRSS"), "most memory": megabytes("VmHWM")}
    print(json.dumps(figures))
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
