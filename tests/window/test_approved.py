"""The three pages look as they did when somebody last looked at them and found them good.

The pictures in `approved/` are small, and compared loosely: a letter may move, a panel may not. After a change that is
meant, look at the new ones: `ZONEBRIEF_APPROVE=1 python -m pytest -n 0 tests/window/test_approved.py` writes them.
"""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from desktop.briefing.records import PAGES
from desktop.window.main_window import MainWindow

APPROVED = Path(__file__).parent / "approved"
WIDTH, HEIGHT = 360, 225
TILE = 15
MOST = 14.0
"""How far the mean of a tile may be from the approved one, of 255."""


def picture(window: MainWindow) -> QImage:
    """The window at 1440 × 900, a quarter as large, in grey."""
    QApplication.processEvents()
    image = window.grab().toImage()
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(WIDTH, HEIGHT, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return small.convertToFormat(QImage.Format.Format_Grayscale8)


def tiles(image: QImage) -> dict[tuple[int, int], float]:
    """The mean grey of each tile, by the place of its corner."""
    lines = [bytes(image.constScanLine(y))[:WIDTH] for y in range(HEIGHT)]  # type: ignore[call-overload]
    return {
        (x, y): sum(sum(line[x : x + TILE]) for line in lines[y : y + TILE]) / TILE**2
        for x in range(0, WIDTH, TILE)
        for y in range(0, HEIGHT, TILE)
    }


@pytest.mark.parametrize("key", PAGES)
def test_a_page_looks_as_approved(window: MainWindow, key: str, tmp_path: Path) -> None:
    window.show_page(key)
    now, path = picture(window), APPROVED / f"{key}.png"
    if os.environ.get("ZONEBRIEF_APPROVE"):
        now.save(str(path))
    approved = QImage(str(path)).convertToFormat(QImage.Format.Format_Grayscale8)
    assert (approved.width(), approved.height()) == (WIDTH, HEIGHT), f"{path.name} is missing or damaged"
    before, after = tiles(approved), tiles(now)
    worst = max(before, key=lambda place: abs(before[place] - after[place]))
    now.save(str(tmp_path / path.name))
    assert abs(before[worst] - after[worst]) <= MOST, (
        f"{key} differs most around {worst[0] * 4}, {worst[1] * 4}; as it is now: {tmp_path / path.name}"
    )


def test_a_panel_that_is_missing_is_noticed(window: MainWindow) -> None:
    window.show_page(PAGES[1])
    before = tiles(picture(window))
    window.current.panels()[1].hide()
    after = tiles(picture(window))
    assert max(abs(before[place] - after[place]) for place in before) > 2 * MOST
