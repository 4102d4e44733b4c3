"""The app with a small pack on a share that takes 50 ms for each call: how long until the window is first painted, until
the pack stands in it, until the slide list is open; and the longest time that the window could do nothing else.

`python tests/benchmarks/share.py [MILLISECONDS]`; on a screen where DISPLAY is set, offscreen otherwise.
"""

import os
import shutil
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
if not os.environ.get("DISPLAY"):
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

import pytest
from PySide6.QtCore import QCoreApplication

from desktop import app
from desktop.window.settings import Forgetful
from tests.benchmarks.floors.large import Beat, until
from tests.slow_share import SlowShare

MOST = {"first paint": 0.5, "start blocked": 0.25, "slide list": 0.5, "slide list blocked": 0.25}
"""Seconds; the first paint counts from where the application is made, and the pack takes what it takes."""


def measure(folder: Path, seconds: float) -> dict[str, float]:
    pack = folder / "share" / "pack"
    shutil.copytree(app.bundled(*app.BUNDLED_PACK), pack)
    figures: dict[str, float] = {}
    with pytest.MonkeyPatch.context() as patch:
        share = SlowShare(patch, folder / "share")
        share.seconds = seconds
        begin = time.perf_counter()
        application, window = app.made(pack, Forgetful())
        painted: list[float] = []
        window.first_painted.connect(lambda: painted.append(time.perf_counter() - begin))
        window.first_painted.connect(lambda: app._after_first_paint(application, window))
        window.show()
        until(lambda: bool(painted))
        beat = Beat()
        until(lambda: window.pack == pack)
        figures |= {"first paint": painted[0], "pack shown": time.perf_counter() - begin}
        figures["start blocked"] = beat.stop()
        for _ in range(300):  # what is imported while the window idles
            QCoreApplication.processEvents()
            time.sleep(0.01)
        beat, begin = Beat(), time.perf_counter()
        app.shows_of(window).sort()
        QCoreApplication.processEvents()
        figures["slide list"] = time.perf_counter() - begin
        figures["slide list blocked"] = beat.stop()
        assert not share.on_the_gui_thread
        window.close()
    return figures


def main(milliseconds: float) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name, figure in measure(Path(folder), milliseconds / 1000).items():
            limit = f" (at most {MOST[name] * 1000:.0f})" if name in MOST else ""
            print(f"{name}: {figure * 1000:.0f} ms{limit}")


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 50.0)
