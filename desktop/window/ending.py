"""The end of the program by another's will: a signal, or the end of the desktop's session."""

import signal
import sys
from collections.abc import Callable
from functools import partial
from types import FrameType

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
"""Those of them that the system has."""


class Ending(QObject):
    """Calls `keep` before the program ends, as long as `owner` lives. Python hears of a signal when it has its next turn,
    which the timer that collects garbage gives it twice a second."""

    def __init__(self, application: QGuiApplication, owner: QObject, keep: Callable[[], None]) -> None:
        super().__init__(owner)
        self._keep = keep

        def signalled(number: int, _: FrameType | None) -> None:
            """The end comes in the event loop's time: before that has begun, there is nothing to exit from."""
            if isValid(self):
                self._session_ends()
            QTimer.singleShot(0, application, partial(QCoreApplication.exit, 128 + number))

        for name in _SIGNALS:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, signalled)
        application.commitDataRequest.connect(self._session_ends)
        application.saveStateRequest.connect(self._session_ends)

    def _session_ends(self) -> None:
        """The program may be gone as soon as this returns."""
        try:
            self._keep()
        except Exception:
            sys.excepthook(*sys.exc_info())
