"""Progress of a file: many small steps, told now and then."""

from collections.abc import Callable

MOST_REPORTS = 200


class Steps:
    """Counts steps up to `total` and tells `progress` of them; what it raises passes through."""

    def __init__(self, progress: Callable[[int, int], None], total: int) -> None:
        self._progress, self._total = progress, total
        self._every = max(1, total // MOST_REPORTS)
        self._done = self._told = 0
        progress(0, total)

    def take(self, steps: int = 1) -> None:
        self._done += steps
        if self._done - self._told >= self._every:
            self._told = self._done
            self._progress(min(self._done, self._total), self._total)

    def finish(self) -> None:
        self._progress(self._total, self._total)
