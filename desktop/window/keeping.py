"""What is to be remembered is on the disk soon, and where that fails it is said."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from desktop.quantities.language import tr
from desktop.window.settings import Settings

SOON = 1000
"""Milliseconds."""


class Keeping(QObject):
    """Writes `settings` soon after a change; tells once through `say` where they could not be kept."""

    def __init__(self, settings: Settings, say: Callable[[str], None], parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._say = settings, say
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SOON)
        self._timer.timeout.connect(self._keep)
        settings.watchers.append(self._timer.start)

    def _keep(self) -> None:
        if not self._settings.save():
            self._settings.watchers.remove(self._timer.start)
            self._say(unkept_words())


def unkept_words() -> str:
    """That what is set is lost when the program ends."""
    return tr(
        "Settings could not be written to the disk and last until the window is closed; perhaps the disk is full, or the folder is write-protected."
    )
