"""What lies over the console for a while, or over the stage where it stands alone: overview, finder, key list."""

from collections.abc import Callable, Sequence
from functools import cached_property

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.briefing.records import Ref
from desktop.exhibits.deck import USUAL_RATIO, places_in
from desktop.quantities.language import tr
from desktop.stage.console import Console
from desktop.stage.finder_panel import FinderPanel, Hit
from desktop.stage.key_list import KeyList
from desktop.stage.pictures import Pictures
from desktop.stage.show import Show
from desktop.stage.stage_window import StageWindow
from desktop.stage.thumbnails import DeckModel, Thumbnails

FINDER_SHARE = 0.6
"""Of the width and of the height of a stage that stands alone."""
OVERVIEW_WIDTH = 240
"""Of a picture, at the least."""


class Covers(QObject):
    """At most one thing is open at a time. While one looks for an answer, the stage is frozen.

    Each is made once and kept for the next time: Qt never lets go of all that it remembers of how a list with
    scroll bars is styled, which would add up over the hours of a show.
    """

    def __init__(
        self,
        show: Show,
        pictures: Pictures,
        console: Console,
        stage: StageWindow,
        find: Callable[[str], Sequence[Hit]],
        answer: Callable[[Ref], None],
    ) -> None:
        super().__init__()
        self._show, self._pictures = show, pictures
        self._console, self._stage = console, stage
        self._find, self._answer = find, answer
        self._open: QWidget | None = None
        self._froze = False

    @property
    def host(self) -> "Console | StageWindow":
        """The window that the presenter looks at."""
        return self._stage if self._console.isHidden() else self._console

    @property
    def overview(self) -> Thumbnails | None:
        return self._open if isinstance(self._open, Thumbnails) else None

    @property
    def finder(self) -> FinderPanel | None:
        return self._open if isinstance(self._open, FinderPanel) else None

    @property
    def keys(self) -> KeyList | None:
        return self._open if isinstance(self._open, KeyList) else None

    @property
    def is_open(self) -> bool:
        return self._open is not None

    def close(self) -> None:
        """Take away what is open, and let the stage go where it was frozen for it."""
        opened, self._open = self._open, None
        if opened is None:
            return
        self._console.set_panel(None)
        self._console.set_cover(None)
        self._stage.set_cover(None)
        opened.hide()
        self.host.setFocus()
        froze, self._froze = self._froze, False
        if froze and self._show.frozen:
            self._show.toggle_freeze()
        self._show.changed()

    def settle(self, ratio: float) -> None:
        """The windows stand elsewhere, or show slides of another shape: what is open goes on, where the presenter looks
        now."""
        opened = self._open
        if opened is None:
            return
        for taken_away in (self._console.set_panel, self._console.set_cover, self._stage.set_cover):
            taken_away(None)
        if self.finder is not None:
            self._put_finder()
            self.finder.field.setFocus()
            return
        self.host.set_cover(opened)
        opened.setFocus()
        if self.overview is not None:
            self._lay_out(self._chosen_place(), ratio)

    def _chosen_place(self) -> int:
        """Where the slide that is marked in the overview is in the present deck."""
        grid, show = self._grid, self._show
        place = places_in(show.deck, grid.deck_model.deck.slides)[max(0, grid.currentIndex().row())]
        return show.position if place is None else place

    def _lay_out(self, position: int, ratio: float) -> None:
        """The slides of the overview, as large as there is room for them."""
        grid = self._grid
        if grid.deck_model.deck is not self._show.deck:
            grid.deck_model.set_deck(self._show.deck)
        grid.set_ratio(ratio)
        grid.set_current(position)
        grid.fill(OVERVIEW_WIDTH)

    def _put_finder(self) -> None:
        if self.host is self._stage:
            self._stage.set_cover(self._panel, FINDER_SHARE)
        else:
            self._console.set_panel(self._panel)

    def toggle_overview(self, ratio: float) -> None:
        """Open or close the grid of all slides, which are shaped as the stage is."""
        was_open = self.overview is not None
        self.close()
        if was_open:
            return
        self._cover(self._grid)
        self._lay_out(self._show.position, ratio)

    @cached_property
    def _grid(self) -> Thumbnails:
        grid = Thumbnails(DeckModel(self._show.deck), self._pictures, USUAL_RATIO, wrapping=True)
        grid.chosen.connect(self._chosen)
        return grid

    def _chosen(self, position: int) -> None:
        self.close()
        self._show.jump(position)

    def toggle_keys(self) -> None:
        was_open = self.keys is not None
        self.close()
        if not was_open:
            self._cover(self._keys)

    @cached_property
    def _keys(self) -> KeyList:
        return KeyList()

    def _cover(self, widget: QWidget) -> None:
        self._open = widget
        self.host.set_cover(widget)
        widget.setFocus()
        self._show.changed()

    def open_finder(self) -> None:
        """Let the presenter look for an answer; the audience keeps what it sees."""
        self.close()
        alone = self.host is self._stage
        panel = self._panel
        self._froze = not self._show.frozen
        if self._froze:
            self._show.toggle_freeze()
        self._open = panel
        self._put_finder()
        self.host.activateWindow()
        panel.begin(
            tr("Enter shows it, Esc goes back.")
            if alone
            else tr("The stage is frozen. Enter shows it, Esc goes back.")
        )
        self._show.changed()

    @cached_property
    def _panel(self) -> FinderPanel:
        panel = FinderPanel(self._find)
        panel.chosen.connect(self._found)
        return panel

    def _found(self, ref: Ref) -> None:
        self.close()
        self._answer(ref)
