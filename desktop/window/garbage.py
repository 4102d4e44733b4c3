"""Python's garbage collector: on the thread of the windows alone, and out of the way while very much is read."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

from PySide6.QtCore import QObject, QTimer

BETWEEN = 500
"""Milliseconds from one look at what has gathered to the next."""

LONGEST_READING = 120.0
"""Seconds; who reads for longer hangs, and does not keep the collector from its work."""

_readers: list[float] = []
"""Since when each reads that reads very much just now, on any thread."""
_set_aside: list[object] = []
"""Each pack that was read while a window was open, and that the collector does not go through."""
_sweepers: list[QTimer] = []
"""Who collects garbage in Python's place."""


@contextmanager
def unswept() -> Iterator[None]:
    """Keep the collector from going through very many new objects that all stay, again and again, then and later;
    each time the whole window would wait for it."""
    gc.disable()
    began = monotonic()
    _readers.append(began)
    try:
        yield
    finally:
        _readers.remove(began)
        gc.freeze()
        if _sweepers:
            _set_aside.append(None)
        else:
            gc.enable()


def sweep_what_was_read() -> None:
    """Collect what is left of packs that were read before, which the collector was kept from. On the windows' thread,
    before a pack is read: the whole window waits for it, 10 ms after a usual pack, 150 ms after a very large one."""
    if _set_aside and not _is_read():
        _set_aside.clear()
        gc.unfreeze()
        gc.collect()


def _is_read() -> bool:
    return any(monotonic() - began < LONGEST_READING for began in tuple(_readers))


def sweep_here(owner: QObject) -> None:
    """Let garbage be collected on this thread alone, about as often as Python itself would. On
    another thread, which only happened to make many objects, the collector may end a widget, and Qt would crash."""
    gc.disable()
    timer = QTimer(owner)
    timer.setInterval(BETWEEN)
    timer.timeout.connect(_sweep)
    timer.start()
    _sweepers.append(timer)


def _sweep() -> None:
    if _is_read():
        return
    counts, most = gc.get_count(), gc.get_threshold()
    full = [generation for generation in range(3) if 0 < most[generation] < counts[generation]]
    if full:
        gc.collect(full[-1])
