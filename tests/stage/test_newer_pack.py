"""A pack that changes while it is shown: the audience sees none of it until the presenter takes it over."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.briefing.citations import Evidence
from desktop.charts.theme import page_look
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import compose_deck, show_names
from desktop.pack.loader import load
from desktop.present import CommandShow
from desktop.shelf import PackShelf
from desktop.showing import Surroundings, tell_waiting
from desktop.stage.memory import Memory
from desktop.stage.presenter import Mode, Presenter
from desktop.stage.rehearsal import RehearsalDialog
from desktop.stage.run import Run
from desktop.window.main_window import MainWindow
from desktop.window.tasks import shared_tasks

Begin = Callable[[], Presenter | None]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(app.bundled(*app.BUNDLED_PACK), tmp_path / "own"))


@pytest.fixture(params=["window", "command"])
def presenter(request: pytest.FixtureRequest, window: MainWindow, pack: Path) -> Iterator[Presenter]:
    """A show of the pack, once from the window and once from the command line."""
    briefing = load(pack).briefing
    assert briefing is not None
    if request.param == "window":
        window.show_briefing(briefing, pack)
        window.start_show()
        presenter = app.shows_of(window).presenter
    else:
        around = Surroundings(Memory(window.settings), app.pinyin_table, app.dress, page_look("industry"))
        command = CommandShow(PackShelf(pack, Composer(Evidence(briefing)), pack), around, Run())
        command.begin(lambda: None)
        presenter = command.presenter
    assert presenter is not None
    yield presenter
    presenter.end()
    shared_tasks().drain()
    QApplication.processEvents()


def asks(presenter: Presenter) -> None:
    QTest.keyClick(presenter.stage, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)


def change(pack: Path, old: str, new: str) -> None:
    table = pack / "figures.csv"
    table.write_text(table.read_text("utf-8").replace(old, new), "utf-8")


def values(presenter: Presenter) -> list[str]:
    """The numbers on the cards of all slides."""
    cards = [card for slide in presenter.show.slides for card in getattr(slide.exhibit, "cards", ())]
    return [str(card.value) for card in cards]


def test_what_changed_on_disk_is_offered_and_then_taken(
    presenter: Presenter, pack: Path, qtbot: QtBot
) -> None:
    deck = presenter.show.deck
    change(pack, ",3.22,", ",3.33,")
    asks(presenter)
    qtbot.waitUntil(lambda: "Ctrl+R" in presenter.notes.text, timeout=20_000)
    assert presenter.show.deck is deck and "3.33" not in values(presenter)
    assert "4 处" in presenter.notes.text, "one no longer matches its source, three are worked out from it"
    asks(presenter)
    assert presenter.show.deck is not deck and "3.33" in values(presenter)
    assert presenter.notes.text == ""


def test_a_pack_with_faults_leaves_the_show_as_it_is(
    presenter: Presenter, pack: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "desktop.window.faults.FaultsDialog.open", lambda dialog: pytest.fail("before the show")
    )
    deck = presenter.show.deck
    change(pack, ",3.22,", ",三点二,")
    asks(presenter)
    qtbot.waitUntil(lambda: "简报包未能采用" in presenter.notes.text, timeout=20_000)
    assert "figures.csv" in presenter.notes.text and presenter.show.deck is deck
    change(pack, ",三点二,", ",3.22,")
    asks(presenter)
    qtbot.waitUntil(lambda: "Ctrl+R" in presenter.notes.text, timeout=20_000)
    assert "figures.csv" not in presenter.notes.text, "the fault is mended, and no longer told"


def test_a_fault_takes_an_offer_back(presenter: Presenter, pack: Path, qtbot: QtBot) -> None:
    deck = presenter.show.deck
    change(pack, ",3.22,", ",3.33,")
    asks(presenter)
    qtbot.waitUntil(lambda: "Ctrl+R" in presenter.notes.text, timeout=20_000)
    change(pack, ",3.33,", ",三点二,")
    presenter.asked.emit()
    qtbot.waitUntil(lambda: "figures.csv" in presenter.notes.text, timeout=20_000)
    asks(presenter)
    assert presenter.show.deck is deck


def test_a_fault_of_another_pack_is_none_of_the_shows(window: MainWindow, pack: Path) -> None:
    briefing = load(pack).briefing
    assert briefing is not None
    window.show_briefing(briefing, pack)
    window.start_show()
    presenter = app.shows_of(window).presenter
    assert presenter is not None
    window.opening.refused.emit(pack.parent / "other", "figures.csv")
    assert presenter.notes.text == ""
    window.opening.refused.emit(pack, "figures.csv")
    assert "figures.csv" in presenter.notes.text
    presenter.end()


@pytest.mark.parametrize("takes", [False, True])
def test_times_are_kept_only_of_what_was_rehearsed(
    window: MainWindow, pack: Path, qtbot: QtBot, takes: bool
) -> None:
    """Two panels change places on disk; their times are known by their places."""
    briefing = load(pack).briefing
    assert briefing is not None
    around = Surroundings(Memory(window.settings), app.pinyin_table, app.dress, page_look("industry"))
    shelf = PackShelf(pack, Composer(Evidence(briefing)), app.bundled(*app.BUNDLED_PACK))
    command = CommandShow(shelf, around, Run(mode=Mode.REHEARSAL))
    command.begin(lambda: None)
    presenter = command.presenter
    assert presenter is not None
    table = pack / "panels.csv"
    text = (
        table.read_text("utf-8").replace("industry,4,", "industry,x,").replace("industry,5,", "industry,4,")
    )
    table.write_text(text.replace("industry,x,", "industry,5,"), "utf-8")
    asks(presenter)
    qtbot.waitUntil(lambda: "Ctrl+R" in presenter.notes.text, timeout=20_000)
    if takes:
        asks(presenter)
    presenter.show.clock._spent["industry/4"] = 300.0
    title = next(slide.title for slide in presenter.show.slides if slide.key == "industry/4")
    presenter.end()
    dialog = command._offered
    assert isinstance(dialog, RehearsalDialog)
    dialog.name.setText("演练")
    dialog.take_over.click()
    composer = Composer(Evidence(load(pack).briefing))  # type: ignore[arg-type]
    if not takes:
        assert "排练期间" in dialog.problem.text() and "演练" not in show_names(composer)
        dialog.reject()
        return
    kept = compose_deck(composer, "演练")
    assert [slide.title for slide in kept.slides if slide.minutes == 5] == [title]


def test_news_of_another_pack_stays_beside_that_of_a_change(
    presenter: Presenter, pack: Path, qtbot: QtBot
) -> None:
    tell_waiting(presenter, Path("b.zonebrief"))
    change(pack, ",3.22,", ",3.33,")
    asks(presenter)
    qtbot.waitUntil(lambda: "Ctrl+R" in presenter.notes.text, timeout=20_000)
    assert "b.zonebrief" in presenter.notes.text
    asks(presenter)
    assert "Ctrl+R" not in presenter.notes.text and "b.zonebrief" in presenter.notes.text
