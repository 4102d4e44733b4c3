"""Windows that stay within their screen: none opens larger than it, and what finds no room there scrolls."""

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

FRAME = QSize(8, 40)
"""What the system may put beside and above a window, at most."""


def room_of(window: QWidget) -> QSize:
    """How large a window can be on its screen, its frame counted."""
    return (window.parentWidget() or window).screen().availableGeometry().size() - FRAME


def fit(window: QWidget, size: QSize, least: QSize | None = None) -> None:
    """Give a window this size, and no less than `least`, as far as its screen has room for either."""
    room = room_of(window)
    if least is not None:
        window.setMinimumSize(least.boundedTo(room))
    window.resize(size.boundedTo(room))


def let_scroll(window: QWidget) -> None:
    """Let what stands in the layout of a window scroll where the screen has no room for it. The window goes on growing
    with what stands in it, up to that."""
    layout = window.layout()
    assert layout is not None
    body = QWidget(window)
    body.setLayout(layout)
    area = _Area(window)
    area.setWidget(body)
    outer = QVBoxLayout(window)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)


class _Area(QScrollArea):
    """Asks for what its widget needs, but for no more than there is on the screen."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setObjectName("window")

    def sizeHint(self) -> QSize:
        return self._bounded(self.widget().sizeHint())

    def minimumSizeHint(self) -> QSize:
        return self._bounded(self.widget().minimumSizeHint())

    def _bounded(self, wanted: QSize) -> QSize:
        """What is cut across makes room for its bar where there is some."""
        room = room_of(self.window())
        tall = self.horizontalScrollBar().sizeHint().height() if wanted.width() > room.width() else 0
        wide = self.verticalScrollBar().sizeHint().width() if wanted.height() > room.height() else 0
        return (wanted + QSize(wide, tall)).boundedTo(room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        handled = super().eventFilter(watched, event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return handled
