"""Every action of a show, declared once; keys, the console's buttons and the key list are made from these."""

from dataclasses import dataclass

from desktop.quantities.language import mark, tr

TURN = mark("Turn pages")
SCREEN = mark("Screen")
POINT = mark("Point and draw")
LOOK = mark("Look closer")
TIME = mark("Time")
SHOW = mark("Show")


@dataclass(frozen=True, slots=True)
class StageAction:
    """`calls` names the method of the presenter, or else of the show; `keys` are as QKeySequence writes them.
    `can_be_on`: it is switched on and off."""

    name: str
    label: str
    keys: tuple[str, ...]
    group: str
    calls: str
    can_be_on: bool = False

    @property
    def text(self) -> str:
        return tr(self.label)


ACTIONS: tuple[StageAction, ...] = (
    StageAction("previous", mark("Previous"), ("PgUp", "Left", "Up", "Backspace", "P"), TURN, "previous"),
    StageAction(
        "next",
        mark("Next"),
        ("PgDown", "Right", "Down", "Space", "Return", "Enter", "N"),
        TURN,
        "next",
    ),
    StageAction("first", mark("First"), ("Home",), TURN, "first"),
    StageAction("last", mark("Last"), ("End",), TURN, "last"),
    StageAction("jump", mark("Go to number"), ("Ctrl+G",), TURN, "ask_for_number"),
    StageAction("overview", mark("Overview"), ("G", "Tab"), TURN, "toggle_overview", can_be_on=True),
    StageAction("find", mark("Find and show"), ("/", "Ctrl+F"), TURN, "open_finder", can_be_on=True),
    StageAction("back", mark("Back"), ("Alt+Left",), TURN, "back"),
    StageAction("black", mark("Black"), ("B", "."), SCREEN, "toggle_black", can_be_on=True),
    StageAction("white", mark("White"), ("W", ","), SCREEN, "toggle_white", can_be_on=True),
    StageAction("freeze", mark("Freeze"), ("F",), SCREEN, "toggle_freeze", can_be_on=True),
    StageAction("swap", mark("Swap screens"), ("Ctrl+F7",), SCREEN, "swap_screens"),
    StageAction("console", mark("Console"), ("F6",), SCREEN, "toggle_console", can_be_on=True),
    StageAction("laser", mark("Laser"), ("Ctrl+L",), POINT, "take_laser", can_be_on=True),
    StageAction("pen", mark("Pen"), ("Ctrl+P",), POINT, "take_pen", can_be_on=True),
    StageAction("eraser", mark("Eraser"), ("Ctrl+E",), POINT, "take_eraser", can_be_on=True),
    StageAction("clear", mark("Clear ink"), ("E",), POINT, "clear_ink"),
    StageAction("arrow", mark("Arrow"), ("Ctrl+A",), POINT, "take_arrow"),
    StageAction("hide_ink", mark("Hide ink"), ("Ctrl+M",), POINT, "toggle_ink", can_be_on=True),
    StageAction("spotlight", mark("Spotlight"), ("Ctrl+Shift+L",), POINT, "take_spotlight", can_be_on=True),
    StageAction("source", mark("Next source"), ("Ctrl+D",), LOOK, "cite_next", can_be_on=True),
    StageAction("zoom_in", mark("Zoom in"), ("+", "="), LOOK, "zoom_in"),
    StageAction("zoom_out", mark("Zoom out"), ("-",), LOOK, "zoom_out"),
    StageAction("zoom_reset", mark("Whole slide"), ("0",), LOOK, "reset_zoom"),
    StageAction("pause", mark("Pause clock"), ("Pause",), TIME, "pause_clock", can_be_on=True),
    StageAction("reset", mark("Reset clock"), ("Ctrl+T",), TIME, "reset_clock"),
    StageAction("larger", mark("Larger script"), ("Ctrl++", "Ctrl+="), TIME, "enlarge_script"),
    StageAction("smaller", mark("Smaller script"), ("Ctrl+-",), TIME, "reduce_script"),
    StageAction("take", mark("Take over changes"), ("Ctrl+R",), SHOW, "take_changes"),
    StageAction("keys", mark("Keys"), ("F1", "?"), SHOW, "toggle_keys", can_be_on=True),
    StageAction("escape", mark("Step back"), ("Esc",), SHOW, "escape"),
    StageAction("end", mark("End"), ("Ctrl+Q",), SHOW, "end"),
)

OTHER_KEYS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    (mark("Go to the slide with this number"), ("1 … 9", "Enter"), TURN),
    (mark("Next, on the stage"), (mark("click"),), TURN),
    (mark("Show the source of what is pointed at, on the console"), (mark("click"),), LOOK),
    (mark("Zoom in, zoom out"), (mark("wheel"),), LOOK),
    (mark("Move about in what is zoomed"), (mark("drag"),), LOOK),
)
"""Keys and gestures that are no single action: what they do, what is pressed, where it stands in the key list."""


_SHORTER = {"PgDown": "PgDn", "Return": "Enter"}
"""As keyboards say it."""


def shown_keys(action: StageAction) -> list[str]:
    """The keys of an action in words, each once."""
    return list(dict.fromkeys(_SHORTER.get(key, key) for key in action.keys))


def key_lines() -> list[tuple[str, str, str]]:
    """The key list: group, what it does, its keys; in the order of the actions."""
    lines = [(tr(a.group), a.text, "  ".join(shown_keys(a))) for a in ACTIONS]
    others = [(tr(group), tr(text), " ".join(tr(key) for key in keys)) for text, keys, group in OTHER_KEYS]
    order = list(dict.fromkeys(line[0] for line in lines))
    return sorted(lines + others, key=lambda line: order.index(line[0]))
