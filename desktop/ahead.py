"""What is likely to be asked for next is imported while the window idles, a module at a time, so that the first show
and the first list of slides do not wait for it."""

from collections.abc import Sequence
from importlib import import_module

from PySide6.QtCore import QObject, QTimer

MODULES = (
    "desktop.exhibits.deck",
    "desktop.exhibits.answers",
    "desktop.charts.slide",
    "desktop.stage.memory",
    "desktop.stage.console",
    "desktop.stage.presenter",
    "desktop.showing",
    "desktop.stage.sorter_view",
    "desktop.stage.sorter",
)
"""Each takes no longer to import, once those before it are there, than a user would not notice."""
REST = 1000
"""Milliseconds from the first paint to the first import, which a user's first click shall not meet."""
PAUSE = 50


class Ahead(QObject):
    """Imports `modules` one by one; dies with its parent."""

    def __init__(self, parent: QObject, modules: Sequence[str] = MODULES, rest: int = REST) -> None:
        super().__init__(parent)
        self._left = list(modules)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)
        self._timer.start(rest)

    def _next(self) -> None:
        if self._left:
            import_module(self._left.pop(0))
            self._timer.setInterval(PAUSE)
        else:
            self._timer.stop()
            self.deleteLater()
