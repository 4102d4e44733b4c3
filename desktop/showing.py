"""Puts a show together from a briefing, for the window and for the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QGuiApplication

from desktop.exhibits.answers import answer_slide
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import Deck, compose_deck
from desktop.exhibits.find import Finder
from desktop.stage.memory import Memory
from desktop.stage.presenter import Material, Mode, Presenter
from desktop.stage.screens import pair_key, places

if TYPE_CHECKING:
    from desktop.stage.kiosk_window import KioskWindow
    from desktop.stage.memory import Keeper
    from desktop.stage.walls import Wall
    from desktop.window.main_window import MainWindow


Table = Callable[[], str]
"""Gives the text of the table of syllables, by which names are found as they are spelled."""


class Wish(NamedTuple):
    """What a show on the command line is to be: of which pack, which show of it, for which wall; `seconds` and `pin` are
    for an exhibition hall."""

    pack: Path | None = None
    show: str = ""
    rehearse: bool = False
    wall: "Wall | None" = None
    kiosk: bool = False
    seconds: float | None = None
    pin: str | None = None


def material_of(composer: Composer, table: Table, show: str = "") -> Material:
    """What a show of this briefing is made of; KeyError for a show that the pack does not hold."""
    compose_deck(composer, show)
    finder = Finder(composer, table)
    QThreadPool.globalInstance().start(finder.prepare)

    def deck_of(ratio: float) -> Deck:
        return compose_deck(composer, show, ratio=ratio)

    return Material(
        composer.evidence, deck_of, finder.find, lambda ref, ratio: answer_slide(composer, ref, ratio)
    )


def present(
    composer: Composer,
    keeper: "Keeper",
    table: Table,
    show: str = "",
    mode: Mode = Mode.SHOW,
    start_key: str = "",
    wall: "Wall | None" = None,
) -> Presenter:
    """Start a show; it has to be kept until its signal `ended`."""
    presenter = Presenter(material_of(composer, table, show), Memory(keeper), mode, start_key, wall)
    presenter.start()
    return presenter


def open_hall(composer: Composer, keeper: "Keeper", wish: Wish) -> "KioskWindow":
    """Start a show that visitors may touch, on the screen that the audience saw last; it has to be kept until its
    signal `ended`. KeyError for a show that the pack does not hold."""
    from desktop.stage.kiosk_window import KioskWindow

    window = KioskWindow(
        composer.evidence,
        lambda ratio: compose_deck(composer, wish.show, ratio=ratio),
        wish.seconds,
        wish.pin or Memory(keeper).pin,
        wish.wall,
    )
    screens = QGuiApplication.screens()
    remembered = Memory(keeper).stage_screen(pair_key(screens))
    window.start(places(screens, screens.index(QGuiApplication.primaryScreen()), remembered).stage)
    return window


class WindowShow:
    """The show of a window: at most one runs at a time, and it hears of a pack that was read anew."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._presenter: Presenter | None = None
        self._pack: Path | None = None

    def begin(self, window: "MainWindow", here: bool = False) -> None:
        """Start the show, at the window's page where `here`; one that runs comes to the front."""
        if self._presenter is not None:
            self._presenter.raise_()
            return
        start = f"{window.page}/" if here else ""
        presenter = present(window.composer, window.settings, self._table, start_key=start)
        self._presenter, self._pack = presenter, window.pack
        presenter.ended.connect(lambda _: self._ended(window))

    def _ended(self, window: "MainWindow") -> None:
        self._presenter = None
        window.raise_()
        window.activateWindow()

    def pack_opened(self, window: "MainWindow") -> None:
        """The window shows a pack that was read anew: a show of the same pack is offered it."""
        if self._presenter is not None and window.pack == self._pack:
            self._presenter.offer(material_of(window.composer, self._table))
