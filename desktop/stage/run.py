"""What is to be shown, and how: asked for by the window, the command line, or the sorter."""

from dataclasses import dataclass

from desktop.briefing.records import Show
from desktop.stage.presenter import Mode


@dataclass(frozen=True, slots=True)
class Run:
    """`show` names it, "" being the deck of the whole pack; `rows` are what it is made of where that is not kept in
    the pack yet; it starts at the first slide whose key begins with `start_key`."""

    show: str = ""
    rows: tuple[Show, ...] | None = None
    mode: Mode = Mode.SHOW
    start_key: str = ""
