"""What is to be shown, and how: asked for by the window, the command line, or the sorter."""

from dataclasses import dataclass

from desktop.briefing.records import Show
from desktop.stage.presenter import Mode
from desktop.stage.walls import Wall


@dataclass(frozen=True, slots=True)
class Run:
    """`show` names it, "" being the deck of the whole pack; `rows` are what it is made of where that is not kept in
    the pack yet; it starts at the first slide whose key begins with `start_key`. `wall` is what it is drawn for, the
    screen where there is none."""

    show: str = ""
    rows: tuple[Show, ...] | None = None
    mode: Mode = Mode.SHOW
    start_key: str = ""
    wall: Wall | None = None
