"""What is known to be wrong with some releases of PySide6 does not happen with the one that is installed."""

import sys

from PySide6.QtWidgets import QApplication, QWidget

CALLS = 1000


def test_a_call_that_returns_nothing_leaves_none_alone(qapp: QApplication) -> None:
    """6.12.0 drops a reference to None with every such call; on Python 3.11 the process aborts after some thousands.
    From Python 3.12 on, None is immortal, and the count does not move."""
    widget = QWidget()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        widget.update()
    assert abs(sys.getrefcount(None) - before) < CALLS / 10
