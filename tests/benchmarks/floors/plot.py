"""The floor: a bare window with one pyqtgraph bar chart; ends once it is painted."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

import pyqtgraph  # isort: skip


class Plot(pyqtgraph.PlotWidget):  # type: ignore[misc]
    def paintEvent(self, event: object) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)


application = QApplication([])
plot = Plot()
plot.addItem(pyqtgraph.BarGraphItem(x=[1, 2, 3, 4], height=[8, 5, 3, 1], width=0.6))
plot.resize(1440, 900)
plot.show()
application.exec()
