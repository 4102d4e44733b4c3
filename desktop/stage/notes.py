"""What the presenter is told in the line on top of the console."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

PASSING = 6000
"""Milliseconds that something said in passing stays."""


class Notes(QObject):
    """One thing is told at a time: what is being typed, else what was said in passing, else what is to be known until
    it is no longer so. `changed` is called when that may be another."""

    def __init__(self, changed: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changed = changed
        self._typed = self._said = self._kept = ""
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.timeout.connect(self._passed)

    @property
    def text(self) -> str:
        return self._typed or self._said or self._kept

    def type(self, text: str) -> None:
        """Show what is being typed, "" once that is over."""
        self._typed = text
        self._changed()

    def say(self, text: str) -> None:
        """Tell something that need not be remembered."""
        self._said = text
        self._passing.start(PASSING)
        self._changed()

    def keep(self, text: str) -> None:
        """Tell something that stays, until it is replaced or "" takes it away."""
        self._said, self._kept = "", text
        self._passing.stop()
        self._changed()

    def _passed(self) -> None:
        self._said = ""
        self._changed()
