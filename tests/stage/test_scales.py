"""Screens of different scale factors, in a process of its own: this file is also the program that it runs."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop import app, showing
from desktop.briefing.citations import Evidence
from desktop.exhibits.compose import Composer
from desktop.pack.loader import load
from desktop.stage.memory import Memory
from desktop.stage.presenter import Presenter
from desktop.window.settings import Settings
from tests.stores import store_in

ROOT = Path(__file__).resolve().parents[2]
LAPTOP, WALL = ("LAPTOP", 1366, 768, 1.25), ("WALL", 1920, 1080, 2.0)
"""Name, size in the screen's own logical pixels, scale factor."""


def configured(folder: Path, first: tuple[str, int, int, float], second: tuple[str, int, int, float]) -> str:
    """The platform with these two screens side by side."""
    screens = [
        {
            "name": name,
            "x": x,
            "y": 0,
            "width": round(width * scale),
            "height": round(height * scale),
            "logicalDpi": 96 * scale,
            "dpr": 1,
        }
        for (name, width, height, scale), x in ((first, 0), (second, 6000))
    ]
    path = folder / "screens.json"
    path.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    return f"offscreen:configfile={path}"


def started(pack: str, settings: str) -> Presenter:
    app.make_application()
    briefing = load(Path(pack)).briefing
    assert briefing is not None
    material = showing.material_of(Composer(Evidence(briefing)), app.pinyin_table)
    presenter = Presenter(material, Memory(Settings(store_in(settings))))
    presenter.start()
    return presenter


def settled() -> None:
    for _ in range(5):
        QCoreApplication.processEvents()


def place(presenter: Presenter) -> dict[str, object]:
    """Where stage and console stand, and how sharp the slide is."""
    settled()
    stage, console = presenter.stage, presenter.console
    scene = presenter.show.scene
    picture = presenter.pictures.of(scene.slide, scene.number, stage.view.pixels)
    return {
        "stage": stage.screen().name(),
        "console": console.screen().name(),
        "stage_fills": stage.geometry() == stage.screen().geometry(),
        "console_fills": console.geometry() == console.screen().geometry(),
        "stage_scale": stage.view.devicePixelRatioF(),
        "console_scale": console.current.devicePixelRatioF(),
        "picture": [picture.width(), picture.height()],
        "wanted": [
            round(stage.view.width() * stage.screen().devicePixelRatio()),
            round(stage.view.height() * stage.screen().devicePixelRatio()),
        ],
    }


def drawn_at(presenter: Presenter) -> list[float]:
    """Where a dot stands on the stage, in shares of it, that is drawn a third across and half down the console."""
    presenter.show.jump(2)
    presenter.show.take_pen()
    settled()
    view, stage = presenter.console.current, presenter.stage.view
    spot = QPoint(view.width() // 3, view.height() // 2)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=spot)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=spot)
    drawn = presenter.show.ink.on(presenter.show.slide)[0].points[0]
    on_stage = stage._on_widget(drawn)
    presenter.show.take_arrow()
    return [on_stage.x() / stage.width(), on_stage.y() / stage.height()]


def is_cited(presenter: Presenter) -> bool:
    """Whether a click on a mark of the console opens its citation."""
    view = presenter.console.current
    mark = view.marks()[0]
    middle = mark.rect.center()
    scale = view.devicePixelRatioF()
    pos = QPoint(round(middle.x() / scale), round(middle.y() / scale))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=pos)
    return presenter.show.cited == mark.ref


def report(pack: str, settings: str) -> dict[str, object]:
    """What a show on these screens comes to."""
    presenter = started(pack, settings)
    screens = QGuiApplication.screens()
    found: dict[str, object] = {
        "screens": {screen.name(): screen.devicePixelRatio() for screen in screens},
        "primary": QGuiApplication.primaryScreen().name(),
        "start": place(presenter),
        "drawn_at": drawn_at(presenter),
        "cited": is_cited(presenter),
    }
    presenter._screens = lambda: screens[:1]  # type: ignore[method-assign]
    presenter._screens_changed(None)
    found["alone"] = place(presenter)
    presenter._screens = lambda: screens  # type: ignore[method-assign]
    presenter._screens_changed(None)
    found["again"] = place(presenter)
    presenter.swap_screens()
    found["swapped"] = place(presenter)
    presenter.end()
    settled()
    return found


@pytest.mark.parametrize("screens", [(LAPTOP, WALL), (WALL, LAPTOP)], ids=["large wall", "large laptop"])
def test_stage_and_console_are_sharp_and_in_place_on_screens_of_different_scales(
    screens: tuple[tuple[str, int, int, float], tuple[str, int, int, float]], tmp_path: Path
) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": configured(tmp_path, *screens), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, __file__, str(ROOT / "seeds/pinghu-2024"), str(tmp_path / "settings.ini")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    scales = {name: scale for name, _, _, scale in screens}
    assert found["screens"] == scales
    laptop = found["primary"]
    wall = next(name for name in scales if name != laptop)
    for moment in ("start", "again"):
        assert (found[moment]["stage"], found[moment]["console"]) == (wall, laptop)
        assert (found[moment]["stage_scale"], found[moment]["console_scale"]) == (
            scales[wall],
            scales[laptop],
        )
    assert (found["swapped"]["stage"], found["swapped"]["console"]) == (laptop, wall)
    assert found["alone"]["stage"] == found["alone"]["console"]
    for moment in ("start", "alone", "again", "swapped"):
        assert found[moment]["stage_fills"] and found[moment]["console_fills"], moment
        assert found[moment]["picture"] == found[moment]["wanted"], moment
    assert found["drawn_at"] == pytest.approx([1 / 3, 1 / 2], abs=0.005)
    assert found["cited"]


if __name__ == "__main__":
    print(json.dumps(report(*sys.argv[1:])))
