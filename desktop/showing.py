"""Puts a show together from a briefing, for the window and for the command line."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool

from desktop.exhibits.answers import answer_slide
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import Deck, compose_deck
from desktop.exhibits.find import Finder
from desktop.stage.memory import Memory
from desktop.stage.presenter import Material, Mode, Presenter

if TYPE_CHECKING:
    from desktop.stage.memory import Keeper
    from desktop.window.main_window import MainWindow


Table = Callable[[], str]
"""Gives the text of the table of syllables, by which names are found as they are spelled."""


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
) -> Presenter:
    """Start a show; it has to be kept until its signal `ended`."""
    presenter = Presenter(material_of(composer, table, show), Memory(keeper), mode, start_key)
    presenter.start()
    return presenter


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
        window.opening.hold()
        presenter.ended.connect(lambda _: self._ended(window))

    def _ended(self, window: "MainWindow") -> None:
        self._presenter = None
        window.raise_()
        window.activateWindow()
        window.opening.let_go()

    def pack_opened(self, window: "MainWindow") -> None:
        """The window shows a pack that was read anew: a show of the same pack is offered it."""
        if self._presenter is not None and window.pack == self._pack:
            self._presenter.offer(material_of(window.composer, self._table))
