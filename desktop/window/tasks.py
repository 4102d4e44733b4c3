"""Work off the GUI thread: a function, what to do when it is done, and what to do when it failed."""

import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from time import monotonic, sleep
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from shiboken6 import isValid

from desktop.window.errand import AT_ONCE, Errand

T = TypeVar("T")
Progress = Callable[[int, int], None]

BETWEEN_REPORTS = 0.05
"""Seconds between two reports of progress that reach the window."""
PAUSE = 0.002
MOST_THREADS = 64
"""Work beyond that waits its turn; so much is only under way where much of it hangs."""
LONGEST_WAIT, LONGEST_WAIT_FOR_CANCELLED = 15.0, 1.0
"""Seconds that one who leaves waits for what is under way."""
_WORKER = "zonebrief work"
"""The name of every thread that works."""


class Cancelled(Exception):
    """Raised in the worker by its progress function once the work is no longer wanted."""


class Handle:
    """A piece of work under way. Once cancelled, none of its callbacks is called any more."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self.has_ended = False
        """Whether nothing works at it any more; it may still have to be told."""

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
        """On a thread of its own: do it, and post its end."""

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
        self.handle.has_ended = True

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


class Threads:
    """Runs pieces of work, each on a thread of its own: what reads from a dead share hangs for ever, and must neither
    hold up other work nor the end of the program. At most `most` at a time."""

    def __init__(self, most: int = MOST_THREADS) -> None:
        self._most = most
        self._lock = threading.Lock()
        self._waiting: deque[Callable[[], None]] = deque()
        self.running: set[threading.Thread] = set()

    def start(self, work: Callable[[], None]) -> None:
        with self._lock:
            self._waiting.append(work)
            self._fill()

    def _fill(self) -> None:
        while self._waiting and len(self.running) < self._most:
            thread = threading.Thread(
                target=self._run, args=[self._waiting.popleft()], name=_WORKER, daemon=True
            )
            self.running.add(thread)
            thread.start()

    def _run(self, work: Callable[[], None]) -> None:
        try:
            work()
        finally:
            with self._lock:
                self.running.discard(threading.current_thread())
                self._fill()


def is_hanging() -> bool:
    """Whether work is under way that nobody waits for any more: then Python's usual end of a program is not for it."""
    return any(thread.name == _WORKER for thread in threading.enumerate())


class Tasks(QObject):
    """Runs functions on threads of their own and calls back on the thread that it lives on.

    It has to outlive its work: `shared_tasks` is the application's own. Call `drain` before leaving.
    """

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None, pool: Threads | None = None) -> None:
        super().__init__(parent)
        self._pool = pool or Threads()
        self._under_way: list[Handle] = []
        self._arrived.connect(self._call)

    def run(
        self,
        function: Callable[[Progress], T],
        on_done: Callable[[T], None],
        on_error: Callable[[Exception], None],
        on_progress: Progress | None = None,
    ) -> Handle:
        """Start `function(progress)` on another thread; it should call `progress(done, total)` often, which raises
        Cancelled in it after `Handle.cancel`. A callback that is a method of a deleted widget is left out."""
        job = _Job(function, on_done, on_error, on_progress)
        self._under_way = [handle for handle in self._under_way if not handle.has_ended]
        self._under_way.append(job.handle)
        self._pool.start(partial(job.work, self._post))
        return job.handle

    def soon(self, work: Callable[[], T], on_done: Callable[[T], None]) -> None:
        """Have `work` done on another thread. `on_done` is called before this returns where it is done at once, as
        nearly always, and later where it takes its time; not at all where it fails."""
        errand = Errand(work)
        if not errand.wait(AT_ONCE):
            self.run(lambda _: errand.result(), on_done, _left_out)
            return
        with suppress(OSError):
            on_done(errand.result())

    def drain(self) -> None:
        """Wait until everything under way has ended, and call back for what was not cancelled. What hangs is waited for
        no longer than LONGEST_WAIT, and what was cancelled hardly at all."""
        began = monotonic()
        while left := [handle for handle in self._under_way if not handle.has_ended]:
            cancelled = all(handle.cancelled for handle in left)
            if monotonic() - began > (LONGEST_WAIT_FOR_CANCELLED if cancelled else LONGEST_WAIT):
                break
            sleep(PAUSE)
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


def _left_out(_: Exception) -> None:
    """What is not known in the end is not told."""


def _nothing() -> None:
    """What follows work that was cancelled."""
