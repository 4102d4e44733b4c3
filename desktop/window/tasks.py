"""Work off the GUI thread: a function, what to do when it is done, and what to do when it failed."""

import threading
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QThreadPool, Signal
from shiboken6 import isValid

T = TypeVar("T")
Progress = Callable[[int, int], None]

BETWEEN_REPORTS = 0.05
"""Seconds between two reports of progress that reach the window."""


class Cancelled(Exception):
    """Raised in the worker by its progress function once the work is no longer wanted."""


class Handle:
    """A piece of work under way. Once cancelled, none of its callbacks is called any more."""

    def __init__(self) -> None:
        self._stop = threading.Event()

    def cancel(self) -> None:
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()


class Tasks(QObject):
    """Runs functions in a thread pool and calls back on the thread that it lives on.

    It has to outlive its work: `shared_tasks` is the application's own. Call `drain` before leaving.
    """

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None, pool: QThreadPool | None = None) -> None:
        super().__init__(parent)
        self._pool = pool or QThreadPool.globalInstance()
        self._arrived.connect(self._call)

    def run(
        self,
        function: Callable[[Progress], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
        on_progress: Progress | None = None,
    ) -> Handle:
        """Start `function(progress)` in the pool; it should call `progress(done, total)` often, which raises
        Cancelled in it after `Handle.cancel`. A callback that is a method of a deleted widget is left out."""
        handle = Handle()
        progress = self._reporter(handle, on_progress)
        self._pool.start(partial(self._work, handle, function, progress, on_done, on_error))
        return handle

    def drain(self) -> None:
        """Wait until everything under way has ended, and call back for what was not cancelled."""
        self._pool.waitForDone()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

    def _reporter(self, handle: Handle, on_progress: Progress | None) -> Progress:
        last = 0.0

        def progress(done: int, total: int) -> None:
            nonlocal last
            if handle.cancelled:
                raise Cancelled
            now = monotonic()
            if on_progress is not None and (now - last >= BETWEEN_REPORTS or done >= total):
                last = now
                self._post(partial(_deliver, handle, on_progress, done, total))

        return progress

    def _work(
        self,
        handle: Handle,
        function: Callable[[Progress], T],
        progress: Progress,
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
    ) -> None:
        """On the pool's thread."""
        outcome: Callable[[], None]
        try:
            outcome = partial(_deliver, handle, on_done, function(progress))
        except Cancelled:
            outcome = _nothing
        except Exception as error:
            outcome = partial(_deliver, handle, on_error, error)
        self._post(outcome)

    def _post(self, call: Callable[[], None]) -> None:
        try:
            self._arrived.emit(call)
        except RuntimeError:  # the application has gone, and nobody is left to tell
            return

    @staticmethod
    def _call(call: Callable[[], None]) -> None:
        call()


def shared_tasks() -> Tasks:
    """The one of the application, made when it is first wanted and kept as long as the application."""
    application = QCoreApplication.instance()
    assert application is not None
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return application.findChild(Tasks, options=direct) or Tasks(application)


def _nothing() -> None:
    """What follows work that was cancelled."""


def _deliver(handle: Handle, callback: Callable[..., None], *values: object) -> None:
    owner = getattr(callback, "__self__", None)
    if handle.cancelled or (isinstance(owner, QObject) and not isValid(owner)):
        return
    callback(*values)
