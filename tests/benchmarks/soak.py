"""Eight hours in a hall, in some minutes: `python tests/benchmarks/soak.py` turns 20,000 pages at random, with ink,
blank screens, citations, zoom, answers, and screens that go and come; then as many as the visitors of a kiosk would.

Memory is what the process holds at the most while it runs, in the first turns and in as many last ones, and what it holds
at rest, after the first turns and after each tenth: at the first slide, no ink, nothing drawn ahead. Exit status 1 where
more than MOST_LOST of either is lost after the first turns, a file stays open, or anything was raised.
"""

import argparse
import ctypes
import gc
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

if TYPE_CHECKING:
    from desktop.exhibits.compose import Composer
    from desktop.stage.scene_view import SceneView
    from desktop.stage.walls import Wall

MOST_LOST = 0.02
"""Of the memory after the first turns."""
MEGABYTE = 2**20
TENTHS = 10
SCREENS = {
    "screens": [
        {"name": name, "x": x, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
        for name, x, width, height in (("LAPTOP", 0, 1024, 640), ("WALL", 1024, 1280, 720))
    ]
}


class Figures(NamedTuple):
    """What a run came to; memory in MB: the most in the first and in the last turns, `lost` as a share of the first;
    `at_rest` before and after each tenth of the run."""

    name: str
    turns: int
    seconds: float
    memory_before: float
    memory_after: float
    lost: float
    at_rest: tuple[float, ...]
    files_before: int
    files_after: int
    raised: int

    @property
    def good(self) -> bool:
        keeps = max(self.lost, self.at_rest[-1] / self.at_rest[0] - 1) <= MOST_LOST
        return keeps and self.files_after <= self.files_before and not self.raised

    def __str__(self) -> str:
        return (
            f"{self.name}: {self.turns} turns in {self.seconds:.0f} s; memory {self.memory_before:.1f} →"
            f" {self.memory_after:.1f} MB ({self.lost:+.2%}), at rest {', '.join(map(str, self.at_rest))} MB; open files"
            f" {self.files_before} → {self.files_after}; {self.raised} raised"
        )


class Driver(Protocol):
    """Turns pages at random; `rest` brings it to the state in which memory is compared."""

    def turn(self) -> None: ...
    def rest(self) -> None: ...
    def end(self) -> None: ...


def settle() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    for _ in range(3):
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class StageDriver:
    """A presenter with a clicker and a pen, on two screens of which one is unplugged now and then."""

    def __init__(self, composer: "Composer", chance: random.Random, wall: "Wall | None") -> None:
        from PySide6.QtGui import QGuiApplication

        from desktop import app, showing
        from desktop.stage.memory import Memory
        from desktop.stage.presenter import Presenter
        from desktop.window.settings import Forgetful, Settings

        self._chance = chance
        material = showing.material_of(composer, app.pinyin_table)
        self._presenter = Presenter(material, Memory(Settings(Forgetful())), wall=wall)
        self._screens = QGuiApplication.screens()
        self._presenter._screens = lambda: self._screens[: self._plugged]  # type: ignore[method-assign]
        self._plugged = len(self._screens)
        self._presenter.start()
        self._others: tuple[tuple[Callable[[], None], float], ...] = (
            (self._draw, 0.25),
            (self._cite, 0.2),
            (self._zoom, 0.15),
            (self._point, 0.15),
            (self._blank, 0.12),
            (self._freeze, 0.06),
            (self._look, 0.05),
            (self._answer, 0.04),
            (self._unplug, 0.02),
        )

    def turn(self) -> None:
        show = self._presenter.show
        for work, share in self._others:
            if self._chance.random() < share:
                work()
                settle()
        before = show.slide
        while show.slide is before:
            self._chance.choice((show.next, show.next, show.next, show.previous, show.back, self._jump))()
        settle()

    def _jump(self) -> None:
        self._presenter.show.jump(self._chance.randrange(len(self._presenter.show.slides)))

    def _view(self) -> "SceneView":
        both = [self._presenter.stage.view, self._presenter.console.current]
        return self._chance.choice([view for view in both if view.isVisible()])

    def _drag(self, steps: int) -> None:
        """The pointer pressed, moved and released."""
        from PySide6.QtCore import QPoint, Qt
        from PySide6.QtTest import QTest

        view = self._view()
        places = [
            QPoint(self._chance.randrange(view.width()), self._chance.randrange(view.height()))
            for _ in range(steps)
        ]
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=places[0])
        for place in places:
            QTest.mouseMove(view, place)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=places[-1])

    def _draw(self) -> None:
        show = self._presenter.show
        self._chance.choice((show.take_pen, show.take_pen, show.take_eraser))()
        self._drag(self._chance.randrange(2, 20))
        show.take_arrow()
        if self._chance.random() < 0.3:
            show.clear_ink()

    def _point(self) -> None:
        show = self._presenter.show
        self._chance.choice((show.take_laser, show.take_spotlight))()
        self._drag(self._chance.randrange(1, 6))
        show.take_arrow()

    def _cite(self) -> None:
        for _ in range(self._chance.randrange(1, 4)):
            self._presenter.cite_next()

    def _zoom(self) -> None:
        show = self._presenter.show
        for _ in range(self._chance.randrange(1, 5)):
            self._chance.choice((show.zoom_in, show.zoom_in, show.zoom_out))()
        show.pan(self._chance.uniform(-0.3, 0.3), self._chance.uniform(-0.3, 0.3))

    def _blank(self) -> None:
        show = self._presenter.show
        for toggle in (self._chance.choice((show.toggle_black, show.toggle_white)),) * 2:
            toggle()
            settle()

    def _freeze(self) -> None:
        self._presenter.show.toggle_freeze()

    def _look(self) -> None:
        for toggle in (self._presenter.toggle_overview, self._presenter.toggle_keys):
            toggle()
            settle()
        self._presenter.covers.close()

    def _answer(self) -> None:
        hits = self._presenter._find(self._chance.choice(("1", "sh", "产", "投资", "项目")))
        self._presenter.open_finder()
        settle()
        self._presenter.covers.close()
        if hits:
            self._presenter._answer(self._chance.choice(hits).ref)

    def _unplug(self) -> None:
        self._plugged = 1 if self._plugged > 1 else len(self._screens)
        self._presenter._screens_changed(None)

    def rest(self) -> None:
        show = self._presenter.show
        if show.frozen:
            show.toggle_freeze()
        self._plugged = len(self._screens)
        self._presenter._screens_changed(None)
        settle()
        for slide in tuple(show.ink.slides()):
            show.ink.clear(slide)
        show.first()
        settle()
        self._presenter.pictures.clear()

    def end(self) -> None:
        self._presenter.end()
        settle()


class KioskDriver:
    """A hall: some slides by themselves, then visitors who turn pages, look up sources, hold the corner, and go."""

    def __init__(self, composer: "Composer", chance: random.Random, wall: "Wall | None") -> None:
        from desktop.exhibits.deck import compose_deck
        from desktop.stage.kiosk_window import KioskWindow

        self._chance, self._time = chance, 0.0
        self._window = KioskWindow(
            composer.evidence,
            lambda ratio: compose_deck(composer, ratio=ratio),
            pin="2580",
            wall=wall,
            now=lambda: self._time,
        )
        self._window.start(1)

    def turn(self) -> None:
        chance, window = self._chance, self._window
        if chance.random() < 0.03:
            self._pass(40)
        elif chance.random() < 0.2:
            self._pass(15.5)
        else:
            window._turn(chance.choice((1, 1, -1)))
        if chance.random() < 0.5:
            place = (chance.uniform(0.1, 1.6), chance.uniform(0.2, 0.9))
            window._pressed(place)
            window._released()
        if chance.random() < 0.1:
            window._go(chance.choice(window.kiosk.tabs).page)
        if chance.random() < 0.02:
            self._try_to_leave()
        if chance.random() < 0.01:
            window._settle()
        settle()

    def _pass(self, seconds: float) -> None:
        for _ in range(round(seconds)):
            self._time += 1
            self._window._tick()
        settle()

    def _try_to_leave(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        QTest.mousePress(self._window.corner, Qt.MouseButton.LeftButton)
        self._pass(4)
        QTest.mouseRelease(self._window.corner, Qt.MouseButton.LeftButton)
        QTest.keyClicks(self._window, "1111")
        QTest.keyClick(self._window, Qt.Key.Key_Return)
        QTest.keyClick(self._window, Qt.Key.Key_Escape)
        self._window.close()

    def rest(self) -> None:
        self._pass(60)
        self._window.show_.first()
        settle()
        self._window.pictures.clear()

    def end(self) -> None:
        self._window.kiosk.left = True
        self._window.refresh()
        settle()


def memory() -> float:
    """MB of this process that are in memory, what the allocator merely keeps for later given back first."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    return _resident()


def _resident() -> float:
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") / MEGABYTE


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))


def highest(driver: Driver, turns: int) -> float:
    """Turn pages; the most memory that was held."""
    most = 0.0
    for number in range(turns):
        driver.turn()
        if number % 10 == 0:
            most = max(most, _resident())
    return most


def measured(name: str, driver: Driver, warm: int, turns: int, raised: list[object]) -> Figures:
    """Turn pages, and compare what is held in the first ones with what is held at the end."""
    first = highest(driver, warm)
    driver.rest()
    at_rest, files, begin, last = [round(memory(), 1)], open_files(), time.monotonic(), 0.0
    for part in range(TENTHS):
        few = turns // TENTHS
        if part == TENTHS - 1:
            highest(driver, max(0, few - warm))
            last = highest(driver, min(few, warm))
        else:
            highest(driver, few)
        driver.rest()
        at_rest.append(round(memory(), 1))
    figures = Figures(
        name,
        turns,
        round(time.monotonic() - begin, 1),
        round(first, 1),
        round(last, 1),
        round(last / first - 1, 4),
        tuple(at_rest),
        files,
        open_files(),
        len(raised),
    )
    driver.end()
    return figures


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--turns", type=int, default=20_000, help="pages to turn (20000)")
    parser.add_argument("--warm", type=int, default=1_000, help="pages to turn first, not counted (1000)")
    parser.add_argument("--seed", type=int, default=1, help="for what is at random (1)")
    parser.add_argument("--wall", default="", help="the stage's size, such as 7680x4320")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        screens = Path(folder) / "screens.json"
        screens.write_text(json.dumps(SCREENS), encoding="utf-8")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
        return _run(options)


def _run(options: argparse.Namespace) -> int:
    from desktop import app
    from desktop.briefing.citations import Evidence
    from desktop.exhibits.compose import Composer
    from desktop.pack.loader import load
    from desktop.stage.walls import parse_wall

    raised: list[object] = []
    sys.excepthook = lambda kind, error, trace: raised.append((print(repr(error), file=sys.stderr), error))
    sys.unraisablehook = lambda unraisable: raised.append(print(unraisable, file=sys.stderr))
    application = app.make_application()
    briefing = load(app.bundled(*app.BUNDLED_PACK)).briefing
    assert briefing is not None
    composer = Composer(Evidence(briefing))
    wall = parse_wall(options.wall) if options.wall else None
    good = True
    for kind in (StageDriver, KioskDriver):
        driver = kind(composer, random.Random(options.seed), wall)
        figures = measured(kind.__name__, driver, options.warm, options.turns, raised)
        good = good and figures.good
        print(json.dumps(figures._asdict()) if options.json else figures, flush=True)
    del application
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
