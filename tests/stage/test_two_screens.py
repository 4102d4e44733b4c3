"""The real show on two real screens, driven as by a clicker: pictures of what each screen shows."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage

from desktop.charts.theme import CONSOLE_GROUND, LASER, PEN, SHADE, STAGE, STAGE_ACCENTS
from tests.packs import figure, files_of, write_folder
from tests.x_server import PATIENCE, ROOT, Screen, eventually, needs

pytestmark = needs("Xvfb", "xdotool", "xrandr")

LAPTOP, PROJECTOR = QRect(0, 0, 1366, 768), QRect(1366, 0, 1280, 720)
FAR = PROJECTOR.adjusted(0, 0, 0, -100)
"""The projector without its footer."""


PANELS = [{"page": "industry", "position": "1", "kind": "cards", "title": "一项", "items": "fdi"}]
NOTE = QRect(700, 0, 300, 56)
"""Where the console tells what is to be known, as far as a short word does not reach."""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    made = Screen(tmp_path, "2646x768")
    made.monitor("LAPTOP", 0, 1366, 768)
    made.monitor("PROJECTOR", 1366, 1280, 720)
    yield made
    made.close()


@contextmanager
def shown(screen: Screen, pack: str = "seeds/pinghu-2024") -> Iterator[subprocess.Popen[bytes]]:
    """A show whose stage and console are up."""
    with screen.running("present", pack) as program:
        eventually(lambda: screen.share(STAGE.ground, PROJECTOR) > 0.7)
        eventually(lambda: screen.has(CONSOLE_GROUND, LAPTOP))
        window = screen.tool("search", "--onlyvisible", "--name", "演讲者屏").split()[0]
        screen.tool("windowfocus", "--sync", window)
        yield program


def turned(screen: Screen, *keys: str) -> QImage:
    """What the projector shows once a key has changed it."""
    before = screen.shot().copy(PROJECTOR)
    screen.tool("key", *keys)
    eventually(lambda: screen.shot().copy(PROJECTOR) != before)
    return settled(screen)


def settled(screen: Screen) -> QImage:
    """What the projector shows once it shows the same twice: a picture may be read while it is drawn."""
    shots = [screen.shot().copy(PROJECTOR)]

    def same() -> bool:
        shots.append(screen.shot().copy(PROJECTOR))
        return shots[-1] == shots[-2]

    eventually(same)
    return shots[-1]


def test_a_show_as_a_clicker_drives_it(screen: Screen) -> None:
    with shown(screen) as program:
        assert not screen.has(CONSOLE_GROUND, PROJECTOR)
        second = turned(screen, "Next")
        turned(screen, "Next")
        assert turned(screen, "Prior") == second
        turned(screen, "period")
        eventually(lambda: screen.share(SHADE, PROJECTOR) == 1)
        turned(screen, "period")
        eventually(lambda: screen.shot().copy(PROJECTOR) == second)
        screen.tool("key", "F5")
        turned(screen, "1", "3", "Return")
        eventually(lambda: screen.share(STAGE_ACCENTS["investment"], FAR) > 0.1)
        turned(screen, "alt+Left")
        eventually(lambda: screen.shot().copy(PROJECTOR) == second)
        screen.tool("key", "Escape")
        assert program.wait(PATIENCE) == 0


def test_what_cannot_be_proved_is_for_the_presenter_alone(screen: Screen, tmp_path: Path) -> None:
    pack = write_folder(
        tmp_path / "doubts", files_of({"figures": [figure(source="", quote="")], "panels": PANELS})
    )
    screen.tool("mousemove", "2000", "300")
    with screen.running("present", str(pack)):
        eventually(lambda: screen.share("#000000", LAPTOP) < 0.9)
        assert screen.share("#000000", PROJECTOR) > 0.99


def test_the_pointer_on_the_laptop_points_and_draws_on_the_wall(screen: Screen) -> None:
    with shown(screen):
        screen.tool("key", "ctrl+l")
        screen.tool("mousemove", "300", "250", "mousemove", "310", "255")
        eventually(lambda: screen.has(LASER, PROJECTOR))
        screen.tool("key", "ctrl+p")
        eventually(lambda: not screen.has(LASER, PROJECTOR))
        screen.tool("mousemove", "200", "200", "mousedown", "1")
        for step in range(1, 8):
            screen.tool("mousemove", str(200 + 25 * step), str(200 + 6 * step))
        screen.tool("mouseup", "1")
        eventually(lambda: screen.share(PEN, PROJECTOR) > 0.0005)
        screen.tool("key", "e")
        eventually(lambda: screen.share(PEN, PROJECTOR) < 0.0005)


def test_a_question_is_answered_on_the_wall_and_looked_up_on_the_laptop(screen: Screen) -> None:
    with shown(screen):
        before = turned(screen, "Next")
        screen.tool("key", "slash")
        screen.tool("type", "--delay", "60", "1.66")
        assert settled(screen) == before
        turned(screen, "Return")
        eventually(lambda: screen.share(STAGE_ACCENTS["investment"], FAR) > 0.01)
        turned(screen, "alt+Left")
        eventually(lambda: screen.shot().copy(PROJECTOR) == before)


def test_screens_are_swapped_unplugged_and_come_back(screen: Screen) -> None:
    with shown(screen) as program:
        screen.tool("key", "ctrl+F7")
        eventually(lambda: screen.has(CONSOLE_GROUND, PROJECTOR) and not screen.has(CONSOLE_GROUND, LAPTOP))
        screen.tool("key", "ctrl+F7")
        eventually(lambda: screen.has(CONSOLE_GROUND, LAPTOP) and not screen.has(CONSOLE_GROUND, PROJECTOR))
        before = screen.shot().copy(LAPTOP)
        screen.unplug("PROJECTOR")
        screen.tool("key", "Next")
        eventually(lambda: screen.has(CONSOLE_GROUND, LAPTOP) and screen.shot().copy(LAPTOP) != before)
        screen.monitor("PROJECTOR", 1366, 1280, 720)
        eventually(lambda: screen.share(STAGE.ground, PROJECTOR) > 0.7)
        eventually(lambda: screen.has(CONSOLE_GROUND, LAPTOP))
        assert program.poll() is None
        screen.tool("key", "Escape")
        assert program.wait(PATIENCE) == 0


def unplugged_and_back(screen: Screen) -> None:
    screen.unplug("PROJECTOR")
    eventually(lambda: screen.share("#000000", PROJECTOR) == 1)
    screen.monitor("PROJECTOR", 1366, 1280, 720)


def test_the_overview_outlives_the_projector(screen: Screen) -> None:
    """The next key moves in it, and does not turn the audience's page."""
    with shown(screen):
        before = turned(screen, "Next")
        screen.tool("key", "Tab")
        eventually(lambda: screen.share(CONSOLE_GROUND, LAPTOP) > 0.3)
        screen.unplug("PROJECTOR")
        screen.tool("sleep", "1", "key", "Right")
        screen.tool("sleep", "1")
        screen.monitor("PROJECTOR", 1366, 1280, 720)
        eventually(lambda: screen.share(STAGE.ground, PROJECTOR) > 0.7)
        assert settled(screen) == before
        assert turned(screen, "Return") != before


@pytest.mark.parametrize("swapped", [False, True])
def test_both_windows_return_to_their_own_screens_when_the_laptops_comes_back(
    screen: Screen, swapped: bool
) -> None:
    mine, theirs = (PROJECTOR, LAPTOP) if swapped else (LAPTOP, PROJECTOR)
    with shown(screen):
        if swapped:
            screen.tool("key", "ctrl+F7")
        eventually(lambda: screen.has(CONSOLE_GROUND, mine) and not screen.has(CONSOLE_GROUND, theirs))
        screen.unplug("LAPTOP")
        eventually(lambda: screen.has(CONSOLE_GROUND, PROJECTOR))
        screen.tool("sleep", "1")
        screen.monitor("LAPTOP", 0, 1366, 768)
        eventually(lambda: screen.share(STAGE.ground, theirs) > 0.5 and screen.has(CONSOLE_GROUND, mine))
        assert not screen.has(CONSOLE_GROUND, theirs)


def test_a_question_outlives_the_projector(screen: Screen) -> None:
    with shown(screen):
        turned(screen, "Next")
        screen.tool("key", "slash")
        screen.tool("type", "--delay", "60", "1.66")
        unplugged_and_back(screen)
        eventually(lambda: screen.share(STAGE.ground, PROJECTOR) > 0.7)
        assert not screen.has(STAGE_ACCENTS["investment"], FAR)
        screen.tool("key", "Return")
        eventually(lambda: screen.share(STAGE_ACCENTS["investment"], FAR) > 0.01)


def test_ink_and_black_outlive_the_projector(screen: Screen) -> None:
    with shown(screen):
        screen.tool("key", "ctrl+p")
        screen.tool("mousemove", "200", "200", "mousedown", "1")
        for step in range(1, 8):
            screen.tool("mousemove", str(200 + 25 * step), str(200 + 6 * step))
        screen.tool("mouseup", "1", "key", "b")
        eventually(lambda: screen.share(SHADE, PROJECTOR) == 1)
        screen.unplug("PROJECTOR")
        screen.tool("sleep", "1")
        screen.monitor("PROJECTOR", 1366, 1280, 720)
        screen.tool("sleep", "1", "key", "ctrl+F7")
        eventually(lambda: screen.share(SHADE, LAPTOP) == 1 and screen.has(CONSOLE_GROUND, PROJECTOR))
        screen.tool("key", "ctrl+F7", "key", "b")
        eventually(lambda: screen.share(PEN, PROJECTOR) > 0.0005)


def test_a_pack_that_changes_on_disk_waits_for_the_presenter(screen: Screen, tmp_path: Path) -> None:
    pack = Path(shutil.copytree(ROOT / "seeds" / "pinghu-2024", tmp_path / "own"))
    with shown(screen, str(pack)):
        before = turned(screen, "6", "Return")
        table = pack / "figures.csv"
        table.write_text(table.read_text("utf-8").replace(",3.22,", ",3.23,"), "utf-8")
        screen.tool("key", "ctrl+r")
        eventually(lambda: screen.has(STAGE.warning, NOTE))
        assert settled(screen) == before

        def taken() -> bool:
            screen.tool("key", "ctrl+r", "sleep", "1")
            return screen.shot().copy(PROJECTOR) != before

        eventually(taken)
