"""A wall of screens: its size in pixels, and where it stands on the screen that is there."""

from typing import NamedTuple

SMALLEST, LARGEST = 320, 16384


class Wall(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int

    @property
    def ratio(self) -> float:
        return self.width / self.height


class Place(NamedTuple):
    """A rectangle on a screen."""

    x: int
    y: int
    width: int
    height: int


def parse_wall(text: str) -> Wall:
    """Such as 6656x1792; ValueError for anything else, or for a size that no wall has."""
    width, _, height = text.lower().replace("×", "x").partition("x")
    if not (width.isdecimal() and height.isdecimal()):
        raise ValueError(text)
    wall = Wall(int(width), int(height))
    if not all(SMALLEST <= side <= LARGEST for side in wall):
        raise ValueError(text)
    return wall


def stand(wall: Wall | None, width: float, height: float, pixel_ratio: float = 1.0) -> Place:
    """Where the stage stands in a window of logical pixels: all of it without a wall; a wall in its real size where
    there is room for it, otherwise made smaller evenly; in the middle."""
    if wall is None:
        return Place(0, 0, max(1, round(width)), max(1, round(height)))
    wanted = (wall.width / pixel_ratio, wall.height / pixel_ratio)
    factor = min(1.0, width / wanted[0], height / wanted[1])
    wide, tall = max(1, round(wanted[0] * factor)), max(1, round(wanted[1] * factor))
    return Place(round((width - wide) / 2), round((height - tall) / 2), wide, tall)
