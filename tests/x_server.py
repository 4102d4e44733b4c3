"""An X server of a test's own, with the hands of a user: Xvfb and xdotool stand in for a screen and a keyboard."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

ROOT = Path(__file__).parents[1]
PATIENCE = 30.0


def needs(*programs: str) -> pytest.MarkDecorator:
    """Skips a test where one of the programs is not installed."""
    missing = [program for program in programs if not shutil.which(program)]
    return pytest.mark.skipif(bool(missing), reason=f"{' and '.join(missing)} not installed here")


def eventually(until: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, "it did not come about"
        time.sleep(0.1)


class Screen:
    """An X server of our own; `shot` reads its frame buffer. Where `keys` names a file of keys, nobody is let in without
    one of them."""

    def __init__(self, folder: Path, size: str, keys: Path | None = None) -> None:
        self.folder = folder
        self.runtime = TemporaryDirectory(prefix="zb-")  # a socket's path may not be long
        reading, writing = os.pipe()
        command = [
            "Xvfb",
            "-displayfd",
            str(writing),
            "-screen",
            "0",
            f"{size}x24",
            "-fbdir",
            str(folder),
            "-nolisten",
            "tcp",
            "-noreset",
            *(["-auth", str(keys)] if keys else []),
        ]
        self.server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.display = f":{pipe.readline().strip()}"
        self.environment = {
            **os.environ,
            "DISPLAY": self.display,
            "XDG_CONFIG_HOME": str(folder),
            "XDG_RUNTIME_DIR": self.runtime.name,
            "HOME": str(folder),
        }
        self.environment.pop("QT_QPA_PLATFORM", None)

    @contextmanager
    def running(self, *arguments: str, stderr: IO[str] | None = None) -> Iterator[subprocess.Popen[bytes]]:
        """The program, started on this screen with these arguments; ended where it still runs afterwards."""
        command = [sys.executable, "-m", "desktop", *arguments]
        program = subprocess.Popen(command, cwd=ROOT, env=self.environment, stderr=stderr)
        try:
            yield program
        finally:
            if program.poll() is None:
                program.terminate()
                program.wait(10)

    def tool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments], env=self.environment, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def shot(self) -> QImage:
        """What is on the screen: the frame buffer is an XWD file, its header as long as its first word says."""
        data = (self.folder / "Xvfb_screen0").read_bytes()
        words = [int.from_bytes(data[n : n + 4], "big") for n in range(0, 100, 4)]
        start = words[0] + words[19] * 12
        return QImage(data[start:], words[4], words[5], words[12], QImage.Format.Format_RGB32).copy()

    def has(self, colour: str, part: QRect | None = None) -> bool:
        """Whether a colour is to be seen, anywhere or in a part of the screen."""
        return self.share(colour, part) > 0

    def share(self, colour: str, part: QRect | None = None) -> float:
        """How much of the screen, or of a part of it, has just this colour; every other point is looked at."""
        whole = self.shot()
        image = whole.copy(part) if part else whole
        wanted = QColor(colour).rgb()
        points = [
            image.pixel(x, y) | 0xFF000000 == wanted
            for x in range(0, image.width(), 2)
            for y in range(0, image.height(), 2)
        ]
        return sum(points) / max(1, len(points))

    def monitor(self, name: str, x: int, width: int, height: int) -> None:
        """Plug in a screen: a part of the whole, from `x` on."""
        owner = "screen" if x == 0 else "none"
        self._xrandr("--setmonitor", name, f"{width}/{width // 4}x{height}/{height // 4}+{x}+0", owner)

    def unplug(self, name: str) -> None:
        self._xrandr("--delmonitor", name)

    def _xrandr(self, *arguments: str) -> None:
        subprocess.run(["xrandr", *arguments], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def close(self) -> None:
        self.server.terminate()
        self.server.wait(10)
        self.runtime.cleanup()
