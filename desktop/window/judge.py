"""The proofs of what a window shows are made on a thread of their own, so that no paint waits for them: what is seen
comes first, then the page, then all of the pack."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import chain
from time import sleep
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.briefing.citations import Evidence
from desktop.briefing.records import Ref

if TYPE_CHECKING:
    from desktop.window.tasks import Handle, Progress

PAUSE = 0.001
"""Seconds after each proof that nobody waits for, for the window to have its turn."""


class Judge(QObject):
    """Makes the proofs of one briefing, from `begin` on. Signal: `judged()` when some that were asked for are there."""

    judged = Signal()

    def __init__(self, evidence: Evidence, parent: QObject) -> None:
        super().__init__(parent)
        self._evidence = evidence
        self._asked: deque[Ref] = deque()
        self._page: Iterator[Ref] = iter(())
        self._handle: Handle | None = None
        self._has_begun = self._has_ended = False
        evidence.later = self._ask

    def begin(self) -> None:
        """Work from now on; nothing is loaded for it before."""
        if not self._has_begun:
            self._has_begun = True
            self._start()

    def prefer(self, refs: Iterable[Ref]) -> None:
        """Take these before the rest of the pack; they are gone through on the other thread."""
        self._page = iter(refs)
        if self._has_begun and self._handle is None:
            self._start()

    def end(self) -> None:
        """Give up; who still asks for a proof waits for it."""
        self._evidence.later, self._has_ended = None, True
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _ask(self, ref: Ref) -> None:
        self._asked.append(ref)
        if self._has_begun and self._handle is None:
            self._start()

    def _start(self) -> None:
        from desktop.window.tasks import shared_tasks

        if not self._has_ended:
            self._handle = shared_tasks().run(self._work, self._done, self._failed, self._progressed)

    def _work(self, progress: "Progress") -> None:
        """A report that says that all is done goes out at once, another one when its time has come."""
        from desktop.briefing.findings import cited_refs

        rest = cited_refs(self._evidence.briefing)
        waited_for = True
        while True:
            while self._asked:
                self._evidence.of(self._asked.pop())
                progress(0, 1)
                waited_for = True
            progress(int(waited_for), 1)
            waited_for = False
            following = next(chain(self._page, rest), None)
            if following is None:
                return
            if self._evidence.peek(following) is None:
                self._evidence.of(following)
                sleep(PAUSE)

    def _progressed(self, done: int, total: int) -> None:
        self.judged.emit()

    def _done(self, _: None) -> None:
        self._handle = None
        self.judged.emit()
        if self._asked:
            self._start()

    def _failed(self, error: Exception) -> None:
        self._handle = None
        raise error
