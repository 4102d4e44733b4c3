"""Every action of the window, declared once; menus, buttons and the key list are made from these."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.quantities.language import mark, tr


class Action(NamedTuple):
    """`calls` names the window's method; `group` heads it in the key list; `in_menu` puts it into the menu."""

    name: str
    label: str
    shortcuts: tuple[str, ...]
    group: str
    calls: str
    in_menu: bool = False

    @property
    def text(self) -> str:
        return tr(self.label)


PAGES = mark("Pages")
BRIEFING = mark("Briefing")
VIEW = mark("View")

ACTIONS: tuple[Action, ...] = (
    Action("page_1", mark("Industry page"), ("Ctrl+1",), PAGES, "show_first_page"),
    Action("page_2", mark("Investment page"), ("Ctrl+2",), PAGES, "show_second_page"),
    Action("page_3", mark("Livelihood page"), ("Ctrl+3",), PAGES, "show_third_page"),
    Action("next_page", mark("Next page"), ("Ctrl+Tab", "Ctrl+PgDown"), PAGES, "show_next_page"),
    Action(
        "previous_page", mark("Previous page"), ("Ctrl+Shift+Tab", "Ctrl+PgUp"), PAGES, "show_previous_page"
    ),
    Action("open", mark("Open a pack file…"), ("Ctrl+O",), BRIEFING, "ask_for_pack", True),
    Action("open_folder", mark("Open a pack folder…"), ("Ctrl+Shift+O",), BRIEFING, "ask_for_folder", True),
    Action("reload", mark("Read the pack again"), ("Ctrl+R",), BRIEFING, "reload", True),
    Action("present", mark("Start the show"), ("F5",), BRIEFING, "start_show", True),
    Action(
        "present_here", mark("Start the show at this page"), ("Shift+F5",), BRIEFING, "start_show_here", True
    ),
    Action("shows", mark("Arrange shows…"), ("Ctrl+L",), BRIEFING, "arrange_shows", True),
    Action("export", mark("Export…"), ("Ctrl+E",), BRIEFING, "ask_for_export", True),
    Action("find", mark("Filter the page"), ("Ctrl+F", "Ctrl+K"), VIEW, "focus_search"),
    Action("sources", mark("Show or hide sources"), ("Ctrl+D",), VIEW, "toggle_sources", True),
    Action("full_screen", mark("Full screen"), ("F11",), VIEW, "toggle_full_screen", True),
    Action("larger", mark("Larger text"), ("Ctrl++", "Ctrl+="), VIEW, "enlarge_text", True),
    Action("smaller", mark("Smaller text"), ("Ctrl+-",), VIEW, "reduce_text", True),
    Action("normal", mark("Normal text size"), ("Ctrl+0",), VIEW, "reset_text", True),
    Action("test", mark("Check the installation"), (), BRIEFING, "test_installation", True),
    Action("keys", mark("Key list"), ("F1",), VIEW, "show_keys", True),
    Action("back", mark("Clear the filter, close the sources, leave full screen"), ("Esc",), VIEW, "go_back"),
    Action("quit", mark("Quit"), ("Ctrl+Q",), BRIEFING, "close", True),
)


class KeyLine(NamedTuple):
    """A line of the key list."""

    text: str
    shortcuts: list[str]
    group: str


POINTER_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (mark("Go from item to item"), ("Tab", "Shift+Tab")),
    (mark("Go from item to item within a chart"), ("Left", "Right")),
    (mark("Show the source of the item in focus"), ("Return", "Space")),
    (mark("Timeline: zoom in, zoom out, show all"), ("+", "-", "0")),
    (mark("Timeline: earlier, later"), ("Shift+Left", "Shift+Right")),
    (mark("Timeline: scroll through many projects"), ("Up", "Down", mark("Shift + wheel"))),
    (mark("Timeline: zoom in or out at the pointer"), (mark("Wheel"),)),
    (mark("Timeline: move it with the pointer"), (mark("Drag"),)),
    (mark("Timeline: show all"), (mark("Double click"),)),
    (mark("Chart: copy as picture and table"), ("Ctrl+C",)),
    (mark("List: copy the chosen rows as a table"), ("Ctrl+C",)),
)
"""Keys that belong to what has the focus and not to the window, and what the pointer does there."""
POINTER_MOVES = ("Shift + wheel", "Wheel", "Drag", "Double click")


def key_lines() -> list[KeyLine]:
    """The key list: the window's actions, then the keys of the item in focus."""
    lines = [KeyLine(a.text, [_shown(s) for s in a.shortcuts], tr(a.group)) for a in ACTIONS if a.shortcuts]
    here = tr("Item in focus")
    return lines + [KeyLine(tr(text), [_shown(k) for k in keys], here) for text, keys in POINTER_KEYS]


def _shown(shortcut: str) -> str:
    if shortcut in POINTER_MOVES:
        return tr(shortcut)
    return QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText) or shortcut


def by_group(lines: Iterable[KeyLine]) -> list[KeyLine]:
    """The lines of each group together, the groups in the order in which they come up."""
    known = list(lines)
    order = list(dict.fromkeys(line.group for line in known))
    return sorted(known, key=lambda line: order.index(line.group))


def add_actions(window: QWidget, actions: dict[str, QAction], only: Collection[str] = ()) -> None:
    """Add to `actions` those that are not there yet, of `only` where any are named, each connected to the method of
    the window that it calls."""
    for action in ACTIONS:
        if action.name not in actions and (not only or action.name in only):
            actions[action.name] = _made(window, action)


def _made(window: QWidget, action: Action) -> QAction:
    made = QAction(window)
    made.setText(action.text)
    made.setShortcuts([QKeySequence(s) for s in action.shortcuts])
    made.triggered.connect(getattr(window, action.calls))
    window.addAction(made)
    return made


def menu_actions(actions: dict[str, QAction]) -> Iterable[QAction]:
    return (actions[action.name] for action in ACTIONS if action.in_menu)
