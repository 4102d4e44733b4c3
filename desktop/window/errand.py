"""Work on a thread of its own, above all with files: a share that does not answer holds nothing else up."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

T = TypeVar("T")

AT_ONCE = 0.05
"""Seconds that a window waits for what is nearly always there by then."""
BETWEEN_LOOKS = 10
"""Milliseconds."""


class Errand(Generic[T]):
    """`work`, begun at once. At the end of the program nobody waits for it."""

    def __init__(self, work: Callable[[], T]) -> None:
        self._done = threading.Event()
        self._made: list[T] = []
        self._error: BaseException | None = None
        threading.Thread(target=self._run, args=(work,), name="errand", daemon=True).start()

    def _run(self, work: Callable[[], T]) -> None:
        try:
            self._made.append(work())
        except BaseException as error:
            self._error = error
        self._done.set()

    def wait(self, seconds: float | None = None) -> bool:
        """Whether it is done within so many seconds."""
        return self._done.wait(seconds)

    def result(self) -> T:
        """What came of it, once it is done; what it raised is raised."""
        self._done.wait()
        if self._error is not None:
            raise self._error
        return self._made[0]


def apart(work: Callable[[], T], most: float) -> T:
    """What comes of `work`. Where it takes its time, the windows are painted meanwhile, but take no input. TimeoutError
    after `most` seconds; it may come to its end all the same."""
    errand = Errand(work)
    if not errand.wait(AT_ONCE) and not (
        _paint_until(errand, most) if _is_of_windows() else errand.wait(most)
    ):
        raise TimeoutError
    return errand.result()


def told_at_once(ask: Callable[[], bool]) -> bool:
    """Whether it is so, and the disk says so at once."""
    errand = Errand(ask)
    try:
        return errand.wait(AT_ONCE) and errand.result()
    except OSError:
        return False


def _is_of_windows() -> bool:
    return QCoreApplication.instance() is not None and threading.current_thread() is threading.main_thread()


def _paint_until(errand: Errand[T], most: float) -> bool:
    loop, look, end = QEventLoop(), QTimer(), QTimer()

    def ask() -> None:
        if errand.wait(0):
            loop.quit()

    look.timeout.connect(ask)
    look.start(BETWEEN_LOOKS)
    end.setSingleShot(True)
    end.timeout.connect(loop.quit)
    end.start(round(most * 1000))
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    return errand.wait(0)
