"""Where garbage is collected: a widget that is garbage has to be ended by the thread of the windows."""

import gc
import shutil
import subprocess
import sys
import threading
import weakref
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.window import garbage
from desktop.window.main_window import MainWindow
from tests.x_server import ROOT


class Knot:
    """Garbage that only the collector finds; it tells which thread ended it."""

    def __init__(self) -> None:
        self.itself = self


def tied(ended: list[str]) -> None:
    gc.collect()
    knot = Knot()
    weakref.finalize(knot, lambda: ended.append(threading.current_thread().name))


def makes_much(keep: list[object]) -> None:
    keep.extend([n] for n in range(50_000))


def on_another_thread() -> None:
    thread = threading.Thread(target=makes_much, args=[[]])
    thread.start()
    thread.join()


def test_without_us_another_thread_would_end_it(qapp: QApplication) -> None:
    ended: list[str] = []
    tied(ended)
    gc.enable()
    try:
        on_another_thread()
    finally:
        gc.disable()
    assert ended and ended[0] != threading.main_thread().name


def test_it_is_ended_on_the_thread_of_the_windows(qapp: QApplication, qtbot: QtBot) -> None:
    ended: list[str] = []
    tied(ended)
    on_another_thread()
    assert not ended
    keep: list[object] = []
    makes_much(keep)
    qtbot.waitUntil(lambda: bool(ended), timeout=10_000)
    assert ended == [threading.main_thread().name]


def test_nothing_is_swept_while_very_much_is_read(qapp: QApplication, qtbot: QtBot) -> None:
    ended: list[str] = []
    keep: list[object] = []
    with garbage.unswept():
        tied(ended)
        makes_much(keep)
        qtbot.wait(3 * garbage.BETWEEN)
        assert not ended
    assert not gc.isenabled(), "it stays with the windows afterwards"


def test_the_window_comes_with_its_own_collector() -> None:
    """In a program of its own, which starts as the command does."""
    lines = (
        "import gc",
        "from desktop import app",
        "from desktop.window.settings import Forgetful",
        "kept = app.made(None, Forgetful())",
        "assert not gc.isenabled(), 'another thread may end a widget'",
    )
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_packs_that_were_read_before_are_let_go(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    pack = Path(shutil.copytree(app.bundled(*app.BUNDLED_PACK), tmp_path / "own"))
    window.opening.open(pack)
    qtbot.waitUntil(lambda: window.pack == pack, timeout=20_000)
    read = []
    for _ in range(4):
        read.append(weakref.ref(window.composer))
        window.reload()
        qtbot.waitUntil(lambda: window.composer is not read[-1](), timeout=20_000)
        for _ in range(3):
            QApplication.processEvents()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert [one() is not None for one in read[:2]] == [False, False], (
        "each reload kept the whole pack before it"
    )
