"""A pack on a slow share, or on one that does not answer, never keeps the window waiting."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.briefing.records import Show
from desktop.pack.files import PackError
from desktop.pack.writer import save_show
from desktop.shelf import PackShelf
from desktop.window.faults import FaultsDialog
from desktop.window.main_window import MainWindow
from tests.slow_share import SlowShare
from tests.stores import store_in

Make = Callable[[], MainWindow]
SEED = app.bundled(*app.BUNDLED_PACK)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "share"


@pytest.fixture
def pack(folder: Path) -> Path:
    """The bundled pack under another name."""
    pack = folder / "另一个区"
    shutil.copytree(SEED, pack)
    text = (pack / "datapackage.json").read_text(encoding="utf-8")
    (pack / "datapackage.json").write_text(text.replace('"平湖经开"', '"另一个区"'), encoding="utf-8")
    shutil.copytree(pack, folder / "坏的")
    (folder / "坏的" / "figures.csv").write_text("id\n")
    return pack


@pytest.fixture
def share(monkeypatch: pytest.MonkeyPatch, pack: Path, folder: Path) -> SlowShare:
    return SlowShare(monkeypatch, folder)


@pytest.fixture
def make(qapp: QApplication, tmp_path: Path) -> Iterator[Make]:
    """Makes windows that remember what those before them were told."""
    made: list[MainWindow] = []

    def window() -> MainWindow:
        made.append(app.make_window(store_in(str(tmp_path / "settings.ini"))))
        return made[-1]

    yield window
    for each in made:
        each.close()
        each.deleteLater()
    qapp.processEvents()


def shows(window: MainWindow, title: str) -> bool:
    return window.briefing.title == title


def painted(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.first_painted):
        window.show()
    app.complete_first(window)


@pytest.mark.parametrize("is_recent", [False, True])
def test_the_window_is_painted_before_a_share_answers(
    is_recent: bool, make: Make, qtbot: QtBot, pack: Path, share: SlowShare
) -> None:
    window = make()
    if is_recent:
        window.settings.add_recent_pack(str(pack))
    with share.silent():
        app.open_first(window, None if is_recent else pack)
        painted(window, qtbot)
        assert (
            shows(window, "平湖经开") and "正在打开" in window.notice.text and pack.name in window.notice.text
        )
    qtbot.waitUntil(partial(shows, window, "另一个区"))
    assert not window.notice.text and window.settings.recent_packs[0] == str(pack)
    assert share.calls and not share.on_the_gui_thread


def test_a_small_pack_on_a_quick_disk_is_there_at_the_first_paint(
    make: Make, pack: Path, share: SlowShare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "PATIENCE", 10.0)  # however busy the machine is
    window = make()
    app.open_first(window, pack)
    assert shows(window, "另一个区")
    assert share.calls and not share.on_the_gui_thread


def test_a_recent_pack_on_a_share_that_is_gone_gives_way_to_the_next(
    make: Make, qtbot: QtBot, pack: Path, share: SlowShare, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make()
    window.settings.add_recent_pack(str(pack))
    window.settings.add_recent_pack(str(pack.parent / "没了"))
    with share.silent():
        app.open_first(window, None)
        painted(window, qtbot)
    qtbot.waitUntil(partial(shows, window, "另一个区"))
    assert "没了" in window.notice.text and not share.on_the_gui_thread


def test_opening_from_the_window_leaves_the_disk_to_others(
    make: Make, qtbot: QtBot, pack: Path, share: SlowShare
) -> None:
    """From a dialog or by a drop, by another start of the app, and again by Ctrl+R; with faults too."""
    window = make()
    app.open_first(window, None)
    painted(window, qtbot)
    for opened in (partial(window.opening.open, pack), partial(window.take, pack), window.reload):
        before = window.briefing
        opened()
        qtbot.waitUntil(lambda: window.briefing is not before)  # noqa: B023
    for name in ("坏的", "没了"):
        window.opening.open(pack.parent / name)
        qtbot.waitUntil(lambda: bool(window.findChildren(FaultsDialog)))
        for dialog in window.findChildren(FaultsDialog):
            dialog.deleteLater()
        qtbot.waitUntil(lambda: not window.findChildren(FaultsDialog))
    assert shows(window, "另一个区") and not share.on_the_gui_thread


def test_a_share_that_never_answers_does_not_keep_the_window_from_closing(
    make: Make, qtbot: QtBot, pack: Path, share: SlowShare
) -> None:
    window = make()
    app.open_first(window, None)
    painted(window, qtbot)
    with share.silent():
        window.opening.open(pack)
        qtbot.waitUntil(lambda: bool(share.calls))
        assert window.close() and shows(window, "平湖经开")


@pytest.fixture
def window(make: Make, qtbot: QtBot, pack: Path, share: SlowShare) -> MainWindow:
    """A window on the pack of the share, which has one show."""
    save_show(pack, "甲", [Show("甲", 1, "cover")])
    made = make()
    app.open_first(made, None)
    painted(made, qtbot)
    made.opening.open(pack)
    qtbot.waitUntil(partial(shows, made, "另一个区"))
    share.calls.clear()
    return made


def add_show(pack: Path, name: str) -> None:
    """Another program keeps a show in the pack."""
    save_show(pack, name, [Show(name, 1, "sources")])


def test_the_slide_list_opens_before_a_share_answers(
    window: MainWindow, qtbot: QtBot, pack: Path, share: SlowShare
) -> None:
    add_show(pack, "乙")
    share.calls.clear()
    of_window = app.shows_of(window)
    with share.silent():
        of_window.sort()
        sorter = of_window.sorter
        assert sorter is not None and sorter.isVisible()
        assert "甲" in sorter.shelf.names() and "乙" not in sorter.shelf.names()
    qtbot.waitUntil(lambda: "乙" in sorter.shelf.names() and sorter.shows.findData("乙") > 0)
    assert share.calls and not share.on_the_gui_thread


def test_the_slide_list_keeps_its_shows_off_the_thread_of_the_windows(
    window: MainWindow, qtbot: QtBot, pack: Path, share: SlowShare
) -> None:
    share.seconds = 0.01
    of_window = app.shows_of(window)
    of_window.sort()
    sorter = of_window.sorter
    assert sorter is not None
    beats: list[object] = []
    beat = QTimer()
    beat.timeout.connect(lambda: beats.append(None))
    beat.start(10)
    sorter.shelf.save("丙", [Show("丙", 1, "cover")])
    assert len(beats) > 2, "the windows are painted meanwhile"
    sorter.shelf.rename("丙", "丁")
    sorter.shelf.remove("甲")
    assert "丁" in sorter.shelf.names() and not {"甲", "丙"} & set(sorter.shelf.names())
    assert sorter.shelf.is_own
    assert share.calls and not share.on_the_gui_thread
    with pytest.raises(PackError, match="甲"):
        sorter.shelf.remove("甲")


def test_a_share_that_answers_late_does_not_undo_what_was_saved_meanwhile(window: MainWindow) -> None:
    of_window = app.shows_of(window)
    of_window.sort()
    assert of_window.sorter is not None
    shelf = of_window._shelf
    late = shelf.state()
    shelf.save("丙", [Show("丙", 1, "cover")])
    of_window._shows_read(shelf, late)
    assert "丙" in shelf.names()
    shelf.save("丁", [Show("丁", 1, "cover")])


def test_what_another_program_saved_is_not_written_over_before_a_share_has_told_it(
    window: MainWindow, pack: Path
) -> None:
    shelf = PackShelf(pack, window.composer, app.bundled(*app.BUNDLED_PACK), at_once=False)
    save_show(pack, "甲", [Show("甲", 1, "sources")])
    with pytest.raises(PackError, match="其他程序"):
        shelf.save("甲", [Show("甲", 1, "cover")])
    shelf.refresh()
    shelf.save("甲", [Show("甲", 1, "cover")])


def test_a_show_starts_with_what_is_known_of_a_share_that_does_not_answer(
    window: MainWindow, qtbot: QtBot, share: SlowShare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.shelf.PATIENCE", 0.1)
    monkeypatch.setattr("desktop.shelf.PATIENCE_TO_CHANGE", 0.1)
    of_window = app.shows_of(window)
    with share.silent():
        of_window.begin()
        presenter = of_window.presenter
        assert presenter is not None and presenter.stage.isVisible()
        presenter.end()
        of_window.sort()
        assert of_window.sorter is not None
        with pytest.raises(PackError, match="没有响应"):
            of_window.sorter.shelf.save("丙", [Show("丙", 1, "cover")])
    assert share.calls and not share.on_the_gui_thread


def test_the_export_dialog_asks_a_share_aside(
    window: MainWindow, qtbot: QtBot, pack: Path, share: SlowShare
) -> None:
    window.ask_for_export()
    dialog = window.exporting.dialog
    assert dialog is not None
    here = pack / "datapackage.json"
    with share.silent():
        for text in ("另", "另一个", str(here)):
            dialog.path.setText(text if text == str(here) else str(pack.parent / text))
        assert not dialog.hint.text()
    qtbot.waitUntil(lambda: here.name in dialog.hint.text())
    assert share.calls and not share.on_the_gui_thread
    dialog.reject()


def test_a_dialog_does_not_begin_on_a_share_that_is_gone(window: MainWindow, share: SlowShare) -> None:
    with share.silent():
        assert window.opening._start() == str(Path.home())
    assert not share.on_the_gui_thread
