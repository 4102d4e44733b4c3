"""The floor: a bare PySide6 window with one label; ends once it is painted, or, with `stay`, when it is closed."""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel


class Label(QLabel):
    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)  # type: ignore[arg-type]
        if "stay" not in sys.argv:
            QTimer.singleShot(0, QApplication.quit)


application = QApplication([])
label = Label("平湖经开")
label.resize(1440, 900)
label.show()
application.exec()
