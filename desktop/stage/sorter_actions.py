"""Every action of the sorter, declared once; its buttons, menu, keys and key list are made from these."""

from desktop.quantities.language import mark
from desktop.stage.actions import StageAction

KEEP = mark("Keep")
ARRANGE = mark("Arrange")
SHOW = mark("Show")

SORTER_ACTIONS: tuple[StageAction, ...] = (
    StageAction("new", mark("New show…"), ("Ctrl+N",), KEEP, "new"),
    StageAction("save", mark("Save"), ("Ctrl+S",), KEEP, "save"),
    StageAction("save_as", mark("Save under another name…"), ("Ctrl+Shift+S",), KEEP, "save_as"),
    StageAction("rename", mark("Rename…"), ("F2",), KEEP, "rename"),
    StageAction("remove", mark("Delete the show…"), ("Ctrl+Del",), KEEP, "remove"),
    StageAction("copy", mark("Save as a pack of my own…"), (), KEEP, "copy_pack"),
    StageAction("reread", mark("Read the pack again"), ("Ctrl+R",), KEEP, "reread"),
    StageAction("hide", mark("Hide or show"), ("H", "Del"), ARRANGE, "toggle_hidden"),
    StageAction("up", mark("Move forward"), ("Alt+Up", "Alt+Left"), ARRANGE, "move_up"),
    StageAction("down", mark("Move back"), ("Alt+Down", "Alt+Right"), ARRANGE, "move_down"),
    StageAction("present", mark("Start the show"), ("F5",), SHOW, "start"),
    StageAction("present_here", mark("Start the show at this slide"), ("Shift+F5",), SHOW, "start_here"),
    StageAction("rehearse", mark("Rehearse"), ("Ctrl+F5",), SHOW, "rehearse"),
    StageAction("keys", mark("Key list"), ("F1",), SHOW, "show_keys"),
    StageAction("close", mark("Close"), ("Ctrl+W",), SHOW, "close"),
)
"""`hide`, `up` and `down` are keys of the pictures alone, since a script is typed beside them."""
OF_THE_GRID = ("hide", "up", "down")
POINTER_KEYS = ((mark("Move the chosen slides"), (mark("Drag"),), ARRANGE),)
"""What the pointer does: words, what is done, and the group of the key list."""
IN_MENU = ("new", "save", "save_as", "rename", "remove", "copy", "reread", "present_here", "keys", "close")
