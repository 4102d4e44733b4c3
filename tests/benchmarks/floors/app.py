"""The app as `zonebrief` starts it; ends after the first paint of the page, or, with `complete`, once all of the
page is painted. Prints the modules that are loaded and the Qt classes that are made by then, with `modules`."""

import sys

from desktop.window.garbage import unswept

with unswept():
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    from desktop import app
    from desktop.window.settings import Forgetful


class Watch(QObject):
    """Ends the program when what is waited for has been painted."""

    def __init__(self, complete: bool) -> None:
        super().__init__()
        self.complete = complete
        self.painted: set[QObject] = set()

    def watch(self) -> None:
        """Watch the panels that are there by now."""
        for panel in window.current.panels():
            panel.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.painted.add(watched)
            QTimer.singleShot(0, self.look)
        return False

    def look(self) -> None:
        view = window.current
        if self.complete:
            shown = [p for p in view.panels() if not p.visibleRegion().isEmpty()]
            if not view.is_complete or any(panel not in self.painted for panel in shown):
                return
        elif view.panels()[0] not in self.painted:
            return
        if "modules" in sys.argv:
            print("\n".join(sorted(sys.modules)))
            for name in ("PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets"):
                print("\n".join(f"{name}.{part}" for part in vars(sys.modules[name])))
        QApplication.quit()


application, window = app.made(None, Forgetful())
watch = Watch("complete" in sys.argv)
watch.watch()
if watch.complete:
    window.first_painted.connect(lambda: QTimer.singleShot(0, watch.watch))
    app.begin(application, window)
else:  # what follows the first paint would be counted otherwise
    window.show()
    application.exec()
