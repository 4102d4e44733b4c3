"""How long the stage works from a key to the painted slide, beside a bare widget that paints a picture of that size.

The bundled pack, and with `python tests/benchmarks/stage.py FOLDER` also the pack in FOLDER, such as a large one made by
`python tests/large_pack.py FOLDER`. On a screen where DISPLAY is set, offscreen otherwise.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
if not os.environ.get("DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QSize, Qt, QThreadPool
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desktop import app, showing
from desktop.briefing.citations import Evidence
from desktop.exhibits.compose import Composer
from desktop.pack.loader import load
from desktop.stage.memory import Memory
from desktop.stage.presenter import Presenter
from desktop.window.garbage import unswept
from desktop.window.settings import Forgetful, Settings

SIZES = {QSize(1920, 1080): 16.0, QSize(3840, 2160): 33.0}
"""Milliseconds at the most from a key to the painted slide."""
FRAME = 16.7
MOST_SLIDES = 60
START = 300.0


class Bare(QWidget):
    """Paints a picture, as large as itself."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.resize(size)
        self._picture = QPixmap(size)
        self._picture.fill(Qt.GlobalColor.black)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        painter.end()


def timed(work: Callable[[], None]) -> float:
    """Milliseconds."""
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def settle(seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        QCoreApplication.processEvents()


def bare(size: QSize) -> float:
    widget = Bare(size)
    widget.show()
    settle(0.1)
    taken = statistics.median(timed(widget.repaint) for _ in range(30))
    widget.close()
    return taken


def turns(presenter: Presenter) -> Iterator[float]:
    """From the key to the painted slide, the next one having been prepared meanwhile; what a question finds is ready
    by then too."""
    view = presenter.stage.view

    def turn() -> None:
        presenter.show.next()
        view.repaint()

    for _ in range(min(MOST_SLIDES, len(presenter.show.slides) - 1)):
        settle(0.25)
        yield timed(turn)


def moves(presenter: Presenter) -> Iterator[float]:
    """From a move of the pointer to the painted laser."""
    presenter.show.take_laser()
    view = presenter.stage.view
    for step in range(60):
        place = QPointF(100 + 12 * step, 100 + 7 * step)
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            place,
            view.mapToGlobal(place),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )

        def move(event: QMouseEvent = event) -> None:
            QApplication.sendEvent(view, event)
            QCoreApplication.processEvents()

        yield timed(move)
    presenter.show.take_arrow()


def measure(name: str, pack: Path, size: QSize, most: float) -> None:
    with unswept():  # as the window reads a pack
        briefing = load(pack).briefing
        assert briefing is not None
        composer = Composer(Evidence(briefing))
        composer.pages()
    floor = bare(size)
    begin = time.perf_counter()
    presenter = Presenter(showing.material_of(composer, app.pinyin_table), Memory(Settings(Forgetful())))
    presenter.start()
    presenter.stage.showNormal()
    presenter.stage.resize(size)
    presenter.stage.repaint()
    started = (time.perf_counter() - begin) * 1000
    QThreadPool.globalInstance().waitForDone()
    settle(0.3)
    taken = list(turns(presenter))
    laser = statistics.median(moves(presenter))
    label = f"{name}, {size.width()} × {size.height()}"
    print(f"{label}: start {started:.0f} ms (at most {START:.0f})")
    print(
        f"{label}: key to slide {statistics.median(taken):.1f} ms, worst {max(taken):.1f} ms of {len(taken)}"
        f" (at most {most:.0f}); {statistics.median(taken) / floor:.1f} × a bare widget"
    )
    print(f"{label}: laser {laser:.1f} ms (at most {FRAME}); {laser / floor:.1f} × a bare widget")
    presenter.end()
    settle(0.1)


def main(packs: list[Path]) -> None:
    app.make_application()
    for name, pack in [("bundled", app.bundled(*app.BUNDLED_PACK)), *((p.name, p) for p in packs)]:
        for size, most in SIZES.items():
            measure(name, pack, size, most)


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
