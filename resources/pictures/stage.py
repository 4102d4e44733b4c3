"""Make the README's pictures of the stage and the console from the program: `python resources/pictures/stage.py`.

Slides of the bundled pack, the console as it is at 1366 × 768; few colours, so that the files stay small.
"""

import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QImage

from desktop import app, showing
from desktop.briefing.citations import Evidence
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Bars, Cards, Ring, Structure, Timeline
from desktop.pack.loader import load
from desktop.stage.memory import Memory
from desktop.stage.presenter import Mode, Presenter
from desktop.window.settings import Forgetful, Settings

HERE = Path(__file__).resolve().parent
SIZE = QSize(1280, 720)
CONSOLE = QSize(1366, 768)
COLOURS = 160
SLIDES = (
    (Cards, "investment"),
    (Bars, "investment"),
    (Timeline, "investment"),
    (Structure, "industry"),
    (Ring, "livelihood"),
)
"""The first exhibit of each kind on a page."""


def keep(picture: QImage, name: str) -> None:
    """Write a picture with the colours that it has most of; any other becomes the nearest of them."""
    whole = picture.convertToFormat(QImage.Format.Format_RGB32)
    points = memoryview(whole.constBits()).cast("I")
    table = [colour | 0xFF000000 for colour, _ in Counter(points).most_common(COLOURS)]
    flags = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    few = whole.convertToFormat(QImage.Format.Format_Indexed8, table, flags)
    few.save(str(HERE / name), "PNG", 1)  # type: ignore[call-overload]


def main() -> None:
    application = app.make_application(offscreen=True)
    briefing = load(app.bundled(*app.BUNDLED_PACK)).briefing
    assert briefing is not None
    material = showing.material_of(Composer(Evidence(briefing)), app.pinyin_table)
    presenter = Presenter(material, Memory(Settings(Forgetful())), Mode.REHEARSAL)
    presenter.start()
    show = presenter.show
    first = 0
    for number, (kind, page) in enumerate(SLIDES, start=1):
        slide = next(s for s in show.slides if isinstance(s.exhibit, kind) and s.page == page)
        first = first or show.slides.index(slide)
        picture = presenter.pictures.of(slide, show.scene_of(slide).number, SIZE)
        keep(picture.toImage(), f"stage-{number}.png")
    show.jump(first)
    presenter.console.resize(CONSOLE)
    end = time.monotonic() + 2
    while time.monotonic() < end:
        QCoreApplication.processEvents()
    keep(presenter.console.grab().toImage(), "console.png")
    presenter.end()
    del application


if __name__ == "__main__":
    main()
