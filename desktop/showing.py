"""Puts a show together from a briefing, for the window and for the command line."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, NoReturn

from PySide6.QtCore import QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from desktop.briefing.records import Ref
from desktop.charts.slide import holds_proof
from desktop.charts.theme import Look
from desktop.exhibits.answers import answer_slide
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import USUAL_RATIO, Deck, compose_deck, show_names
from desktop.exhibits.doubts import doubts_of
from desktop.exhibits.find import Finder
from desktop.pack.files import PackError
from desktop.quantities.language import tr
from desktop.shelf import PackShelf
from desktop.stage.draft import Draft
from desktop.stage.material import Material
from desktop.stage.memory import Memory
from desktop.stage.notes import About
from desktop.stage.presenter import Presenter
from desktop.stage.run import Run
from desktop.stage.screens import Places, pair_key, places

if TYPE_CHECKING:
    from desktop.stage.kiosk_window import KioskWindow
    from desktop.stage.memory import Keeper
    from desktop.stage.sorter import Dress
    from desktop.stage.walls import Wall


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


def deck_of(composer: Composer, run: Run, ratio: float = USUAL_RATIO, without: Collection[Ref] = ()) -> Deck:
    """The deck of a run, for a screen of this ratio; KeyError for a show that the pack does not hold."""
    return compose_deck(composer, run.show, rows=run.rows, without=without, ratio=ratio, holds=holds_proof)


def material_of(
    composer: Composer, table: Table, run: Run | None = None, without: Collection[Ref] = ()
) -> Material:
    """What a show of this briefing is made of; the records of `without` are left out."""
    wanted = run or Run()
    finder = Finder(composer, table)
    QThreadPool.globalInstance().start(finder.prepare)
    return Material(
        composer,
        lambda ratio: deck_of(composer, wanted, ratio, without),
        finder.find,
        lambda ref, ratio: answer_slide(composer, ref, ratio),
    )


@dataclass(frozen=True)
class Surroundings:
    """What every show of this program needs: what it remembers, the syllables, and how its windows look."""

    memory: Memory
    table: Table
    dress: "Dress"
    look: Look


Go = Callable[[Presenter | None, bool], None]


def present(
    composer: Composer, around: Surroundings, run: Run, go: Go, parent: QWidget | None = None
) -> None:
    """Start a show. Where something in it cannot be proved, that is listed first and asked about. `go` is given the
    show, which has to be kept until its signal `ended`, and whether what cannot be proved was left out; None where the
    user would rather not, or it could not be started."""
    presenter: Presenter | None = None

    def start(without: Collection[Ref] = ()) -> None:
        nonlocal presenter
        try:
            material = material_of(composer, around.table, run, without)
            begun = Presenter(material, around.memory, run.mode, run.start_key, run.wall)
            begun.start()
            presenter = begun
        finally:
            go(presenter, bool(without))

    try:
        doubts = doubts_of(composer, deck_of(composer, run))
    except Exception:
        go(None, False)
        raise
    if not doubts:
        start()
        return
    from desktop.stage.doubts_dialog import Answer, DoubtsDialog

    dialog = DoubtsDialog(doubts, around.look, parent)
    around.dress(dialog, around.look)

    def answered(answer: Answer) -> None:
        dialog.deleteLater()
        if answer is Answer.CANCEL:
            go(None, False)
        else:
            start([doubt.ref for doubt in doubts] if answer is Answer.LEAVE_OUT else ())

    dialog.answered.connect(answered)
    dialog.setModal(True)
    if parent is None:
        chosen = _places(around.memory)
        room = QGuiApplication.screens()[chosen.stage if chosen.console is None else chosen.console]
        dialog.move(room.availableGeometry().center() - dialog.rect().center())
    dialog.show()


def _places(memory: Memory) -> Places:
    """Which screen the audience is to see, and which the presenter."""
    screens = QGuiApplication.screens()
    primary = screens.index(QGuiApplication.primaryScreen())
    return places(screens, primary, memory.stage_screen(pair_key(screens)))


def offer_times(
    deck: Deck,
    spent: Mapping[str, float],
    composer: Composer,
    run: Run,
    around: Surroundings,
    keep: Callable[[dict[str, Decimal], str], None],
    parent: QWidget | None = None,
) -> QDialog:
    """Offer what a rehearsal took as the plan of the show."""
    from desktop.stage.rehearsal import RehearsalDialog, taken

    rows = taken(deck, spent, around.memory.characters_a_minute)
    others = [name for name in show_names(composer) if name != run.show]
    dialog = RehearsalDialog(rows, run.show, others, keep, around.look, parent)
    around.dress(dialog, around.look)
    dialog.finished.connect(dialog.deleteLater)
    dialog.setModal(True)
    dialog.show()
    return dialog


def keep_times(shelf: PackShelf, run: Run, minutes: Mapping[str, Decimal], name: str) -> None:
    """Keep the show that was rehearsed, with these minutes as its plan, under a name; PackError where it cannot be."""
    draft = Draft(shelf.composer, run.show, run.rows)
    draft.take_times(minutes)
    shelf.save(name, draft.rows(name))


def offer(
    presenter: Presenter,
    composer: Composer,
    around: Surroundings,
    run: Run,
    leaves_out: bool,
    taken: Callable[[], None],
) -> None:
    """Offer a show what its pack holds by now; `taken` is called when the presenter takes it over."""
    try:
        doubts = doubts_of(composer, deck_of(composer, run))
    except KeyError:
        presenter.refuse(tr("The pack has changed and no longer holds this show; it goes on as it was."))
        return
    without = [doubt.ref for doubt in doubts] if leaves_out else ()
    presenter.offer(material_of(composer, around.table, run, without), len(doubts) - len(without), taken)


def tell_refused(presenter: Presenter | None, why: str) -> None:
    """Tell the presenter that the pack cannot be shown as it is by now."""
    if presenter is not None:
        words = tr("The pack could not be taken over; the show goes on as it was. {why}", why=why)
        presenter.refuse(words)


def refuse_times() -> NoReturn:
    """PackError: the slides of the pack on disk are no longer those that were rehearsed."""
    raise PackError(
        tr("The pack changed during the rehearsal and was not taken over; its times cannot be kept.")
    )


def tell_waiting(presenter: Presenter | None, pack: Path) -> None:
    """Tell the presenter that a pack, brought from outside, is opened afterwards."""
    if presenter is not None:
        presenter.notes.keep(About.WAITING, tr("A pack waits until the show is over: {name}", name=pack.name))


def open_hall(composer: Composer, keeper: "Keeper", wish: Wish) -> "KioskWindow":
    """Start a show that visitors may touch, on the screen that the audience saw last; it has to be kept until its
    signal `ended`. KeyError for a show that the pack does not hold."""
    from desktop.stage.kiosk_window import KioskWindow

    window = KioskWindow(
        composer.evidence,
        lambda ratio: deck_of(composer, Run(wish.show), ratio),
        wish.seconds,
        wish.pin or Memory(keeper).pin,
        wish.wall,
    )
    window.start(_places(Memory(keeper)).stage)
    return window
