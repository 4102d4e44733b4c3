"""What the stage remembers between two shows; damaged values read as their defaults."""

from hashlib import sha256
from typing import Protocol, TypeVar

from desktop.stage.clock import CHARACTERS_A_MINUTE

SMALLEST_SCRIPT, LARGEST_SCRIPT = 0.7, 2.5
SLOWEST, FASTEST = 60, 600

_V = TypeVar("_V")


class Keeper(Protocol):
    """Keeps values by key."""

    def read(self, key: str, kind: type[_V], fallback: _V) -> _V: ...
    def write(self, key: str, value: object) -> None: ...


class Memory:
    """The remembered values, kept by a `Keeper`."""

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper

    @property
    def script_size(self) -> float:
        """How much larger than usual the console writes the script."""
        value = self._keeper.read("stage/script_size", float, 1.0)
        return value if SMALLEST_SCRIPT <= value <= LARGEST_SCRIPT else 1.0

    @script_size.setter
    def script_size(self, size: float) -> None:
        self._keeper.write("stage/script_size", min(LARGEST_SCRIPT, max(SMALLEST_SCRIPT, size)))

    @property
    def fade(self) -> bool:
        """Whether one slide fades into the next."""
        return self._keeper.read("stage/fade", str, "") == "true"

    @fade.setter
    def fade(self, fade: bool) -> None:
        self._keeper.write("stage/fade", "true" if fade else "false")

    @property
    def characters_a_minute(self) -> int:
        """How fast a script is read aloud."""
        value = self._keeper.read("stage/characters_a_minute", int, CHARACTERS_A_MINUTE)
        return value if SLOWEST <= value <= FASTEST else CHARACTERS_A_MINUTE

    @characters_a_minute.setter
    def characters_a_minute(self, count: int) -> None:
        self._keeper.write("stage/characters_a_minute", min(FASTEST, max(SLOWEST, count)))

    def show_of(self, pack: str) -> str:
        """The show that was chosen last for the pack at this path; "" for the deck of the whole pack."""
        return self._keeper.read(f"shows/{_short(pack)}", str, "")

    def keep_show(self, pack: str, show: str) -> None:
        self._keeper.write(f"shows/{_short(pack)}", show)

    @property
    def pin(self) -> str:
        """What has to be typed to leave a show in an exhibition hall, which `is_pin` may find to be none; "" where there
        is none, or never was."""
        return self._keeper.read("kiosk/pin", str, "")

    def stage_screen(self, pair: str) -> str:
        """The label of the screen that was chosen for the audience, for the screens that are plugged in together; ""
        where nobody chose one."""
        return self._keeper.read(f"screens/{_safe(pair)}", str, "")

    def keep_stage_screen(self, pair: str, screen: str) -> None:
        self._keeper.write(f"screens/{_safe(pair)}", screen)


def _short(path: str) -> str:
    """A path as part of a key."""
    return sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _safe(pair: str) -> str:
    """A pair of screens as part of a key: no slashes."""
    return pair.replace("/", "_").replace("\\", "_")
