"""Work off the GUI thread: a function, what to do when it is done, and what to do when it failed."""

import threading
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import Generic, TypeVar

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


class _Job(Generic[T]):
    """A piece of work as both threads hold it.

    What is in it is let go of by the thread that is called back, in `end`: were a worker the last to hold
    a callback, its widget would end on the worker's thread, and Qt would crash.
    """

    def __init__(
        self,
        function: Callable[[Progress], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
        on_progress: Progress | None,
    ) -> None:
        self.handle = Handle()
        self._function, self._on_done, self._on_error = function, on_done, on_error
        self._on_progress = on_progress
        self._outcome: Callable[[], None] = _nothing
        self._reported = 0.0

    def work(self, post: Callable[[Callable[[], None]], None]) -> None:
        """On the pool's thread: do it, and post its end."""

        def progress(done: int, total: int) -> None:
            if self.handle.cancelled:
                raise Cancelled
            now = monotonic()
            if self._on_progress is not None and (now - self._reported >= BETWEEN_REPORTS or done >= total):
                self._reported = now
                post(partial(self._progressed, done, total))

        try:
            self._outcome = partial(self._deliver, self._on_done, self._function(progress))
        except Cancelled:
            pass
        except Exception as error:
            self._outcome = partial(self._deliver, self._on_error, error)
        post(self._end)

    def _progressed(self, done: int, total: int) -> None:
        if self._on_progress is not None:
            self._deliver(self._on_progress, done, total)

    def _end(self) -> None:
        outcome = self._outcome
        del self._function, self._on_done, self._on_error, self._on_progress, self._outcome
        outcome()

    def _deliver(self, callback: Callable[..., None], *values: object) -> None:
        owner = getattr(callback, "__self__", None)
        if self.handle.cancelled or (isinstance(owner, QObject) and not isValid(owner)):
            return
        callback(*values)


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
        job = _Job(function, on_done, on_error, on_progress)
        self._pool.start(partial(job.work, self._post))
        return job.handle

    def drain(self) -> None:
        """Wait until everything under way has ended, and call back for what was not cancelled."""
        self._pool.waitForDone()
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall.value)

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
