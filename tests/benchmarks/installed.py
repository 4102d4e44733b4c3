"""How long the installed app takes to its painted cards, as a ratio to a bare PySide6 window from source.

Whole starts on a screen of their own (Xvfb), warm cache, medians; each round measures both, so that they meet the same
load. The cards are painted once the page's accent is on the screen.
`python tests/benchmarks/installed.py [PROGRAM] [ROUNDS]`; PROGRAM is by default the one that the package installs.
"""

import mmap
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop.charts.theme import PAGE_ACCENTS
from tests.x_server import Screen

FLOOR = Path(__file__).resolve().parent / "floors" / "window.py"
PROGRAM = "/usr/bin/zonebrief"
MOST = 1.8
PATIENCE = 30.0
PAUSE = 0.002
BLACK = "#000000"
CARD = (0.24, 0.21)
"""A place on the screen with the mark of the first card, as shares of its size; the accent is looked for around it."""
AROUND = 24


class Spot:
    """A small part of a screen, read straight from its frame buffer, so that looking costs next to nothing."""

    def __init__(self, screen: Screen) -> None:
        data = (screen.folder / "Xvfb_screen0").open("r+b")
        self.buffer = mmap.mmap(data.fileno(), 0, prot=mmap.PROT_READ)
        words = [int.from_bytes(self.buffer[n : n + 4], "big") for n in range(0, 100, 4)]
        self.start, self.width, self.stride = words[0] + words[19] * 12, words[4], words[12]
        self.x, self.y = round(words[4] * CARD[0]), round(words[5] * CARD[1])

    def shows(self, colour: str, exactly: bool) -> bool:
        """Whether a pixel around the first card's mark has `colour`, or, if not `exactly`, any other."""
        wanted = bytes.fromhex(colour.removeprefix("#"))[::-1]
        return any((pixel == wanted) is exactly for pixel in self._pixels())

    def _pixels(self) -> Iterator[bytes]:
        for y in range(self.y - AROUND, self.y + AROUND, 2):
            row = self.start + y * self.stride
            for x in range(self.x - AROUND, self.x + AROUND, 2):
                yield self.buffer[row + 4 * x : row + 4 * x + 3]


def seconds(screen: Screen, command: Sequence[str], colour: str, exactly: bool) -> float:
    """From the start of `command` until the screen shows it; the program is ended then."""
    spot = Spot(screen)
    begin = time.perf_counter()
    program = subprocess.Popen(command, env=screen.environment, stderr=subprocess.DEVNULL)
    while not spot.shows(colour, exactly):
        if time.perf_counter() - begin > PATIENCE:
            raise SystemExit(f"{command[0]} painted nothing")
        time.sleep(PAUSE)
    taken = time.perf_counter() - begin
    program.kill()
    program.wait()
    while spot.shows(colour, exactly):
        time.sleep(0.01)
    return taken


def main(program: str, rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(Path(folder), "1440x900")
        floor, ours = [], []
        try:
            for number in range(rounds + 1):
                bare = seconds(screen, [sys.executable, str(FLOOR), "stay"], BLACK, False)
                taken = seconds(screen, [program], PAGE_ACCENTS["industry"], True)
                if number:
                    floor.append(bare)
                    ours.append(taken)
        finally:
            screen.close()
    bare, taken = statistics.median(floor), statistics.median(ours)
    print(f"bare window from source: {bare * 1000:.0f} ms\ninstalled, cards painted: {taken * 1000:.0f} ms")
    print(f"installed / bare window: {taken / bare:.2f} (at most {MOST})")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else PROGRAM, int(sys.argv[2]) if len(sys.argv) > 2 else 9)
