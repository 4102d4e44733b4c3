"""Counts verdicts a little at a time, so that a page with very many records leaves the window alive."""

from collections.abc import Sequence
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.briefing.citations import Evidence
from desktop.briefing.proof import Verdict
from desktop.briefing.records import Ref

SLICE = 0.008
"""Seconds of counting before the window gets its turn."""


class Tally(QObject):
    """Signal: `counted()` after each slice; `counts` holds what is known, `is_complete` tells whether that is all."""

    counted = Signal()

    def __init__(self, evidence: Evidence, parent: QObject) -> None:
        super().__init__(parent)
        self._evidence = evidence
        self._refs: Sequence[Ref] = ()
        self._done = 0
        self.counts = dict.fromkeys(Verdict, 0)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._count)

    def start(self, refs: Sequence[Ref]) -> None:
        self._refs, self._done, self.counts = refs, 0, dict.fromkeys(Verdict, 0)
        self._timer.start()
        self._count()

    def go_on(self) -> None:
        """Verdicts have come that were not known yet."""
        if not self.is_complete:
            self._timer.start()

    @property
    def is_complete(self) -> bool:
        return self._done >= len(self._refs)

    def _count(self) -> None:
        until = perf_counter() + SLICE
        while self._done < len(self._refs) and perf_counter() < until:
            proof = self._evidence.peek(self._refs[self._done])
            if proof is None:
                self._timer.stop()
                break
            self.counts[proof.verdict] += 1
            self._done += 1
        if self.is_complete:
            self._timer.stop()
        self.counted.emit()
