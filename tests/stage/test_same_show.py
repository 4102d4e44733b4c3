"""Slide list, stage and files take one and the same show: what is hidden in one is hidden in all."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.exhibits.jobs import KINDS, kind_of
from desktop.stage.memory import Memory
from desktop.stage.sorter import Sorter
from desktop.window.export_dialog import ExportDialog
from desktop.window.main_window import MainWindow
from desktop.window_show import WindowShow
from tests.stage.conftest import LEADERS, Answers, open_show, panels, place, rows, shown

NEW = "居民 5 分钟"


@pytest.fixture
def dialog(sorter: Sorter, window: MainWindow, tmp_path: Path) -> ExportDialog:
    return asked(window, tmp_path)


def asked(window: MainWindow, folder: Path, kind: str = "slides.pdf") -> ExportDialog:
    """The question what to export, with a place for it."""
    window.ask_for_export()
    dialog = window.exporting.dialog
    assert dialog is not None
    dialog.kinds.setCurrentIndex([k.key for k in KINDS].index(kind))
    dialog.path.setText(str(folder / f"out{kind_of(kind).ending}"))
    return dialog


def choose(dialog: ExportDialog, show: str) -> None:
    dialog.of_show.setChecked(True)
    assert dialog.shows.findData(show) >= 0
    dialog.shows.setCurrentIndex(dialog.shows.findData(show))


def written(dialog: ExportDialog, qtbot: QtBot) -> Path | None:
    """What is written once the button is pressed; None for nothing."""
    QTest.mouseClick(dialog.export, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.is_running, timeout=60_000)
    path = dialog.job().path
    return path if path.exists() else None


def sheets(pdf: Path | None) -> int:
    assert pdf is not None
    return len(PdfReader(pdf).pages)


def hide_all_but_cover(sorter: Sorter) -> None:
    sorter.draft.hide(range(len(sorter.draft.entries)))
    sorter.draft.hide([place(sorter, "cover")], hidden=False)
    sorter.refresh()


def rewrite(pack: Path, old: str, new: str) -> None:
    """Another program changes the shows."""
    table = pack / "shows.csv"
    text = table.read_text("utf-8")
    assert old in text
    table.write_text(text.replace(old, new), "utf-8")


def test_what_was_hidden_and_saved_does_not_reach_the_file(
    sorter: Sorter, window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    open_show(sorter, LEADERS)
    hide_all_but_cover(sorter)
    assert sorter.save()
    dialog = asked(window, tmp_path)
    choose(dialog, LEADERS)
    assert sheets(written(dialog, qtbot)) == 1


def test_a_new_show_can_be_exported_at_once(
    sorter: Sorter, window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    hide_all_but_cover(sorter)
    answers.names = [NEW]
    assert sorter.save_as()
    dialog = asked(window, tmp_path)
    choose(dialog, NEW)
    assert sheets(written(dialog, qtbot)) == 1


def test_the_workbook_and_the_pack_as_one_file_hold_what_was_saved(
    sorter: Sorter, window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    answers.names = [NEW]
    assert sorter.save_as()
    workbook = written(asked(window, tmp_path, "xlsx"), qtbot)
    assert workbook is not None
    cells = [cell.value for sheet in load_workbook(workbook) for row in sheet.iter_rows() for cell in row]
    assert NEW in cells
    packed = written(asked(window, tmp_path, "zonebrief"), qtbot)
    assert packed is not None and NEW in zipfile.ZipFile(packed).read("shows.csv").decode()


def test_the_show_that_f5_would_start_is_the_one_that_is_offered(
    sorter: Sorter, window: MainWindow, shows: WindowShow, tmp_path: Path
) -> None:
    open_show(sorter, LEADERS)
    sorter.close()
    dialog = asked(window, tmp_path)
    assert dialog.of_show.isChecked() and dialog.job().choice.show == LEADERS
    dialog.reject()
    window.start_show()
    assert shows.presenter is not None and shows.presenter.show.deck.show == LEADERS


@pytest.mark.parametrize("there", ["before", "meanwhile"])
@pytest.mark.parametrize(("answer", "count", "kept"), [(-1, None, False), (0, 1, True), (1, 23, False)])
def test_what_is_not_kept_yet_is_asked_about(
    sorter: Sorter,
    window: MainWindow,
    answers: Answers,
    pack: Path,
    tmp_path: Path,
    qtbot: QtBot,
    there: str,
    answer: int,
    count: int | None,
    kept: bool,
) -> None:
    open_show(sorter, LEADERS)
    if there == "before":
        hide_all_but_cover(sorter)
    dialog = asked(window, tmp_path)
    choose(dialog, LEADERS)
    if there == "meanwhile":
        hide_all_but_cover(sorter)
    answers.choices = [answer]
    path = written(dialog, qtbot)
    assert LEADERS in answers.asked[-1] and not answers.choices
    assert (path and sheets(path)) == count
    assert rows(pack, LEADERS)["industry/1"][0] is kept and sorter.draft.changed is not kept


def test_the_whole_pack_as_it_was_rearranged_is_exported_under_the_name_that_it_gets(
    sorter: Sorter, window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    hide_all_but_cover(sorter)
    dialog = asked(window, tmp_path)
    assert dialog.all_pages.isChecked()
    answers.choices, answers.names = [0], [NEW]
    assert sheets(written(dialog, qtbot)) == 1
    assert dialog.of_show.isChecked() and dialog.shows.currentData() == NEW


def test_one_page_is_exported_without_a_question(
    sorter: Sorter, window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    hide_all_but_cover(sorter)
    dialog = asked(window, tmp_path)
    dialog.this_page.setChecked(True)
    assert sheets(written(dialog, qtbot)) > 1 and not answers.asked


def test_a_pack_of_ones_own_that_is_made_on_the_way_is_the_one_that_is_written(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.arrange_shows()
    sorter = app.shows_of(window).sorter
    assert sorter is not None
    open_show(sorter, LEADERS)
    hide_all_but_cover(sorter)
    (tmp_path / "mine").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "mine"))
    dialog = asked(window, tmp_path, "zonebrief")
    answers.choices = [0, 0]
    path = written(dialog, qtbot)
    own = tmp_path / "mine" / app.bundled(*app.BUNDLED_PACK).name
    assert path is not None
    assert zipfile.ZipFile(path).read("shows.csv") == (own / "shows.csv").read_bytes()
    assert rows(own, LEADERS)["industry/1"][0]
    qtbot.waitUntil(lambda: window.pack == own, timeout=20_000)


def test_a_show_that_is_renamed_or_deleted_while_it_is_asked_for_is_not_written_as_it_was(
    sorter: Sorter, window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    open_show(sorter, LEADERS)
    dialog = asked(window, tmp_path)
    choose(dialog, LEADERS)
    answers.names = ["市领导"]
    sorter.rename()
    assert written(dialog, qtbot) is None and LEADERS in dialog.hint.text()
    names = [dialog.shows.itemData(n) for n in range(dialog.shows.count())]
    assert names == ["市领导", "外商 20 分钟"]
    choose(dialog, "市领导")
    answers.choices = [0]
    sorter.remove()
    assert written(dialog, qtbot) is None and "市领导" in dialog.hint.text()
    choose(dialog, "外商 20 分钟")
    assert sheets(written(dialog, qtbot)) > 1


@pytest.mark.parametrize("arranged", [False, True])
def test_what_another_program_hid_is_hidden_everywhere(
    shows: WindowShow, window: MainWindow, pack: Path, tmp_path: Path, qtbot: QtBot, arranged: bool
) -> None:
    Memory(window.settings).keep_show(str(pack), LEADERS)
    if arranged:
        window.arrange_shows()
    rewrite(pack, f"{LEADERS},11,investment/3,,", f"{LEADERS},11,investment/3,true,")
    dialog = asked(window, tmp_path)
    choose(dialog, LEADERS)
    assert sheets(written(dialog, qtbot)) == 22
    dialog.reject()
    window.start_show()
    assert panels(shows) == 17
    if arranged:
        assert shows.sorter is not None
        assert shows.sorter.draft.entries[place(shows.sorter, "investment/3")].row.hidden


def test_reading_the_pack_again_brings_the_slide_list_what_another_program_hid(
    sorter: Sorter, shows: WindowShow, window: MainWindow, pack: Path
) -> None:
    open_show(sorter, LEADERS)
    rewrite(pack, f"{LEADERS},11,investment/3,,", f"{LEADERS},11,investment/3,true,")
    shown(window, pack)
    assert sorter.draft.entries[place(sorter, "investment/3")].row.hidden and not sorter.draft.changed
    sorter.start()
    assert panels(shows) == 17


def test_what_is_hidden_and_not_saved_stays_hidden_where_the_panels_change_places(
    sorter: Sorter, shows: WindowShow, window: MainWindow, pack: Path
) -> None:
    sorter.draft.hide([place(sorter, "industry/7")])
    hidden = sorter.draft.entries[place(sorter, "industry/7")].base[0].title
    sorter.start()
    assert shows.presenter is not None
    table = pack / "panels.csv"
    text = table.read_text("utf-8")
    for old, new in (("y,6,", "y,6666,"), ("y,7,", "y,6,"), ("y,6666,", "y,7,")):
        text = text.replace(f"industr{old}", f"industr{new}")
    table.write_text(text, "utf-8")
    shown(window, pack)
    assert [e.base[0].title for e in sorter.draft.entries if e.row.hidden] == [hidden]
    shows.presenter.take_changes()
    assert {slide.title for slide in shows.presenter.show.slides if slide.hidden} == {hidden}


def test_f5_shows_what_was_saved(sorter: Sorter, shows: WindowShow, window: MainWindow) -> None:
    open_show(sorter, LEADERS)
    hide_all_but_cover(sorter)
    assert sorter.save()
    sorter.close()
    window.start_show()
    assert panels(shows) == 1


def test_f5_in_the_window_shows_what_the_slide_list_shows(
    sorter: Sorter, shows: WindowShow, window: MainWindow
) -> None:
    open_show(sorter, LEADERS)
    hide_all_but_cover(sorter)
    window.start_show()
    assert panels(shows) == 1


def test_the_command_line_writes_what_was_saved(sorter: Sorter, pack: Path, tmp_path: Path) -> None:
    from desktop.cli import main

    open_show(sorter, LEADERS)
    hide_all_but_cover(sorter)
    assert sorter.save()
    out = tmp_path / "out.pdf"
    assert main(["export", str(pack), str(out), "--show", LEADERS]) == 0
    assert sheets(out) == 1
