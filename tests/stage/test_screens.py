"""Which screen the audience sees."""

from dataclasses import dataclass

import pytest

from desktop.stage.screens import Places, label, pair_key, places


@dataclass(frozen=True)
class Fake:
    """A screen by its name."""

    title: str

    def name(self) -> str:
        return self.title

    def model(self) -> str:
        return "m"

    def serialNumber(self) -> str:
        return ""


LAPTOP, PROJECTOR, WALL = Fake("eDP-1"), Fake("HDMI-1"), Fake("DP-1")


def test_one_screen_is_the_stage() -> None:
    assert places([LAPTOP], 0) == Places(0, None)


@pytest.mark.parametrize(("primary", "wanted"), [(0, Places(1, 0)), (1, Places(0, 1))])
def test_the_stage_is_not_the_primary_screen(primary: int, wanted: Places) -> None:
    assert places([LAPTOP, PROJECTOR], primary) == wanted


def test_what_was_chosen_for_these_screens_comes_first() -> None:
    screens = [LAPTOP, PROJECTOR, WALL]
    assert places(screens, 0, label(WALL)) == Places(2, 0)
    assert places(screens, 0, label(LAPTOP)) == Places(0, 1)
    assert places(screens, 0, "gone") == Places(1, 0)


def test_each_returns_to_its_own_screen_whichever_is_the_primary_one() -> None:
    screens, own = [PROJECTOR, LAPTOP], {"stage": label(PROJECTOR), "console": label(LAPTOP)}
    assert places(screens, 0, **own) == places(screens, 1, **own) == Places(0, 1)
    assert places([WALL, LAPTOP], 0, **own) == Places(0, 1), "the console stays where it was"
    assert places([WALL, PROJECTOR], 0, **own) == Places(1, 0), "and so does the stage"


def test_a_pair_is_the_same_in_any_order() -> None:
    assert pair_key([LAPTOP, PROJECTOR]) == pair_key([PROJECTOR, LAPTOP]) != pair_key([LAPTOP, WALL])
