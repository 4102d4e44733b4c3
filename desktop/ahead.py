"""What is likely to be asked for next is imported while the window idles, a module at a time, so that the first show
and the first list of slides do not wait for it."""

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
    "desktop.window_show",
    "desktop.stage.sorter_view",
    "desktop.stage.sorter",
)
"""In this order, so that each, once those before it are there, takes no longer than a user would notice."""
REST = 1000
"""Milliseconds from the first paint to the first import, which a user's first click shall not meet."""
PAUSE = 50


class Ahead(QObject):
    """Imports MODULES one by one; dies with its parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._left = list(MODULES)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._next)
        self._timer.start(REST)

    def _next(self) -> None:
        if self._left:
            import_module(self._left.pop(0))
            self._timer.setInterval(PAUSE)
        else:
            self.deleteLater()
