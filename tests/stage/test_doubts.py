"""Before a show starts, what cannot be proved is listed and asked about; where all is well, nothing is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.briefing.citations import Evidence
from desktop.briefing.records import Ref
from desktop.charts.theme import page_look
from desktop.exhibits.compose import Composer
from desktop.exhibits.doubts import Doubt
from desktop.pack.loader import load
from desktop.present import CommandShow
from desktop.shelf import PackShelf
from desktop.showing import Surroundings
from desktop.stage.doubts_dialog import DoubtsDialog
from desktop.stage.memory import Memory
from desktop.stage.run import Run
from desktop.window.main_window import MainWindow
from desktop.window_show import WindowShow
from tests.packs import figure, files_of, table, write_folder

FIGURES = [
    figure(id="good"),
    figure(id="bare", indicator="走访企业", value="7", unit="次", source="", quote=""),
]
PANELS = [
    {"page": "industry", "position": "1", "kind": "cards", "title": "都好", "items": "good"},
    {"page": "industry", "position": "2", "kind": "cards", "title": "各半", "items": "good bare"},
    {"page": "industry", "position": "3", "kind": "cards", "title": "全无", "items": "bare"},
]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_folder(tmp_path / "pack", files_of({"figures": FIGURES, "panels": PANELS}))


@pytest.fixture
def shows(window: MainWindow, pack: Path) -> Iterator[WindowShow]:
    briefing = load(pack).briefing
    assert briefing is not None
    window.show_briefing(briefing, pack)
    made = app.shows_of(window)
    yield made
    if made.presenter is not None:
        made.presenter.end()
    QApplication.processEvents()


def asked(window: MainWindow) -> DoubtsDialog:
    QTest.keyClick(window, Qt.Key.Key_F5)
    (dialog,) = window.findChildren(DoubtsDialog)
    assert dialog.isVisible()
    return dialog


def titles(shows: WindowShow) -> list[str]:
    assert shows.presenter is not None
    return [slide.title for slide in shows.presenter.show.slides if slide.exhibit]


def change(window: MainWindow, pack: Path) -> None:
    """Another title in the pack, which the window reads anew."""
    table = pack / "panels.csv"
    table.write_text(table.read_text("utf-8").replace("都好", "都好吗"), "utf-8")
    briefing = load(pack).briefing
    assert briefing is not None
    window.show_briefing(briefing, pack)


def test_nothing_is_asked_where_all_is_proved(window: MainWindow) -> None:
    window.start_show()
    shows = app.shows_of(window)
    assert shows.presenter is not None and not window.findChildren(DoubtsDialog)
    shows.presenter.end()


def test_it_lists_what_on_which_slide_and_why(window: MainWindow, shows: WindowShow) -> None:
    dialog = asked(window)
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert dialog.model.rows == [("4", "各半", "示范区：走访企业", "本数据未附来源。")]
    assert shows.presenter is None
    window.start_show()
    assert len(window.findChildren(DoubtsDialog)) == 1
    dialog.reject()


def test_why_is_not_cut_short_by_long_names(qtbot: QtBot) -> None:
    doubts = [Doubt(Ref("figures", 0), "名称很长" * 6, 6, "标题很长" * 6, "引文中没有这一数值，" * 3)]
    dialog = DoubtsDialog(doubts, page_look("industry"))
    qtbot.addWidget(dialog)
    dialog.show()
    table = dialog.table
    assert table.columnWidth(3) >= 0.35 * dialog.width()
    two = 2 * table.fontMetrics().height()
    assert table.rowHeight(0) >= two
    table.resizeRowToContents(0)
    assert table.rowHeight(0) <= two + 16, "no text takes more than two lines"


def test_a_short_list_has_single_lines(qtbot: QtBot) -> None:
    dialog = DoubtsDialog([Doubt(Ref("figures", 0), "名称", 6, "标题", "无来源")], page_look("industry"))
    qtbot.addWidget(dialog)
    assert dialog.table.rowHeight(0) < 2 * dialog.table.fontMetrics().height()


def test_they_are_left_out_of_this_run(window: MainWindow, shows: WindowShow, pack: Path) -> None:
    QTest.keyClick(asked(window), Qt.Key.Key_Return)
    assert titles(shows) == ["都好", "各半"]
    assert shows.presenter is not None
    half = shows.presenter.show.slides[-2].exhibit
    assert [reading.label for reading in half.cards] == ["实到外资"]  # type: ignore[union-attr]
    change(window, pack)
    shows.presenter.take_changes()
    assert titles(shows) == ["都好吗", "各半"]


def test_what_is_left_out_is_not_told_by_its_row(window: MainWindow, shows: WindowShow, pack: Path) -> None:
    """A figure that is proved is put in above: those that stood where others stand now are not mistaken for them."""
    asked(window).leave_out.click()
    (pack / "figures.csv").write_text(table([figure(id="first"), *FIGURES]), "utf-8")
    change(window, pack)
    assert shows.presenter is not None
    shows.presenter.take_changes()
    assert titles(shows) == ["都好吗", "各半"]
    half = shows.presenter.show.slides[-2].exhibit
    assert [reading.label for reading in half.cards] == ["实到外资"]  # type: ignore[union-attr]


def test_they_are_shown_all_the_same_or_nothing_starts(window: MainWindow, shows: WindowShow) -> None:
    asked(window).cancel.click()
    assert shows.presenter is None
    QApplication.sendPostedEvents(None, 52)  # DeferredDelete: the first question is gone
    asked(window).show_anyway.click()
    assert titles(shows) == ["都好", "各半", "全无"]


def test_a_newer_pack_with_doubts_says_how_many(window: MainWindow, shows: WindowShow, pack: Path) -> None:
    asked(window).show_anyway.click()
    change(window, pack)
    assert shows.presenter is not None and "1 处" in shows.presenter.notes.text


def test_a_pack_that_is_read_while_it_is_asked_is_offered(
    window: MainWindow, shows: WindowShow, pack: Path
) -> None:
    dialog = asked(window)
    change(window, pack)
    dialog.show_anyway.click()
    assert titles(shows) == ["都好", "各半", "全无"]
    assert shows.presenter is not None and "Ctrl+R" in shows.presenter.notes.text
    shows.presenter.take_changes()
    assert titles(shows) == ["都好吗", "各半", "全无"]


def test_the_command_asks_too(window: MainWindow, pack: Path) -> None:
    briefing = load(pack).briefing
    assert briefing is not None
    composer, over = Composer(Evidence(briefing)), []
    around = Surroundings(Memory(window.settings), app.pinyin_table, app.dress, page_look("industry"))
    shelf = PackShelf(pack, composer, app.bundled(*app.BUNDLED_PACK))
    command = CommandShow(shelf, around, Run())
    command.begin(lambda: over.append(True))
    (dialog,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, DoubtsDialog) and w.isVisible()]
    dialog.reject()
    assert over == [True]


def test_a_show_of_which_all_is_left_out_has_its_cover(window: MainWindow, tmp_path: Path) -> None:
    """It could not be started, and no other one after it."""
    rows = [{"show": "一页", "position": "1", "panel": "industry/3"}]
    tables = {"figures": FIGURES, "panels": PANELS, "shows": rows}
    pack = write_folder(tmp_path / "one", files_of(tables))
    briefing = load(pack).briefing
    assert briefing is not None
    window.show_briefing(briefing, pack)
    Memory(window.settings).keep_show(str(pack), "一页")
    asked(window).leave_out.click()
    shows = app.shows_of(window)
    assert shows.presenter is not None
    assert [slide.kind for slide in shows.presenter.show.slides] == ["cover"]
    shows.presenter.end()


def test_a_doubtful_text_is_no_html(window: MainWindow, shows: WindowShow) -> None:
    dialog = asked(window)
    dialog.model.rows[0] = ("<b>x</b>",) * len(dialog.model.headings)
    index = dialog.model.index(0, 0)
    assert dialog.model.data(index) == "<b>x</b>"
    assert "&lt;b&gt;" in str(dialog.model.data(index, Qt.ItemDataRole.ToolTipRole))
    dialog.reject()
