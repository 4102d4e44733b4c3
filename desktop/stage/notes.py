"""What the presenter is told in the line on top of the console."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, QTimer


class About(StrEnum):
    CHANGES = "changes"
    """What became of the pack that is shown."""
    WAITING = "waiting"
    """Another pack."""


PASSING = 6000
"""Milliseconds that something said in passing stays."""


class Notes(QObject):
    """What is being typed is told, else what was said in passing, else all that is to be known until it is no longer so.
    `changed` is called when that may be another."""

    def __init__(self, changed: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changed = changed
        self._typed = self._said = ""
        self._kept: dict[About, str] = {}
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.timeout.connect(self._passed)

    @property
    def text(self) -> str:
        return self._typed or self._said or " ".join(filter(None, self._kept.values()))

    def type(self, text: str) -> None:
        """Show what is being typed, "" once that is over."""
        self._typed = text
        self._changed()

    def say(self, text: str) -> None:
        """Tell something that need not be remembered."""
        self._said = text
        self._passing.start(PASSING)
        self._changed()

    def keep(self, about: About, text: str) -> None:
        """Tell something that stays, until something else about the same replaces it or "" takes it away."""
        self._said = ""
        self._kept[about] = text
        self._passing.stop()
        self._changed()

    def _passed(self) -> None:
        self._said = ""
        self._changed()
