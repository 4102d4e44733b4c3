"""The slide list of the window, on a pack of one's own: what a user arranges, keeps, and gets back."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from desktop import app
from desktop.stage.memory import Memory
from desktop.stage.presenter import Mode
from desktop.stage.sorter import Sorter
from desktop.stage.sorter_actions import SORTER_ACTIONS
from desktop.stage.sorter_details import minutes_in
from desktop.window.keys import KeysDialog
from desktop.window.main_window import MainWindow
from desktop.window_show import WindowShow
from tests.stage.conftest import LEADERS, Answers, open_show, panels, place, rows, shown


def test_a_show_that_is_gone_from_the_pack_is_still_presented(
    sorter: Sorter, shows: WindowShow, window: MainWindow, pack: Path
) -> None:
    open_show(sorter, LEADERS)
    table = pack / "shows.csv"
    kept = [line for line in table.read_text("utf-8").splitlines() if LEADERS not in line]
    table.write_text("\n".join(kept) + "\n", "utf-8")
    shown(window, pack)
    assert sorter.draft.name == LEADERS and not sorter.draft.changed
    sorter.qt_actions["present"].trigger()
    assert shows.presenter is not None and shows.presenter.show.deck.show == LEADERS


def test_the_model_keeps_qts_promises(sorter: Sorter) -> None:
    QAbstractItemModelTester(sorter.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    sorter.model.move([3, 4], 0)
    sorter.model.shift([0], 1)
    sorter.toggle_hidden()
    open_show(sorter, "外商 20 分钟") if not sorter.draft.changed else None


def test_it_shows_every_slide_and_sums_the_plan(sorter: Sorter) -> None:
    assert [sorter.shows.itemText(n) for n in range(sorter.shows.count())] == [
        "全部内容",
        LEADERS,
        "外商 20 分钟",
    ]
    assert "34 页" in sorter.total.text() and "15:00" in sorter.total.text()
    open_show(sorter, LEADERS)
    assert "计划 10:00" in sorter.total.text() and LEADERS in sorter.windowTitle()
    assert sorter.pages["industry"].checkState() is Qt.CheckState.PartiallyChecked


def test_keys_move_and_hide_and_typing_a_script_does_not(sorter: Sorter) -> None:
    sorter.grid.select([2])
    key = sorter.draft.entries[2].row.panel
    QTest.keyClick(sorter.grid, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert place(sorter, key) == 1 and sorter.grid.places == [1]
    QTest.keyClick(sorter.grid, Qt.Key.Key_H)
    assert sorter.draft.entries[1].row.hidden and "已隐藏" in sorter.details.where.text()
    sorter.grid.select([4])
    sorter.details.script.clear()
    QTest.keyClicks(sorter.details.script, "hh")
    assert sorter.details.script.toPlainText() == "hh" and not sorter.draft.entries[4].row.hidden
    assert sorter.draft.entries[4].row.script == "hh" and sorter.isWindowModified()


def test_f1_lists_every_key_of_the_sorter(sorter: Sorter) -> None:
    QTest.keyClick(sorter, Qt.Key.Key_F1)
    (dialog,) = sorter.findChildren(KeysDialog)
    words = [label.text() for label in dialog.findChildren(QLabel)]
    assert dialog.isVisible() and all(a.text in words for a in SORTER_ACTIONS if a.keys)
    assert "移动选中的页面" in words and "Alt+Up" in " ".join(words)
    dialog.reject()


def test_slides_are_dragged_to_where_they_are_dropped(sorter: Sorter) -> None:
    QTest.qWait(200)
    keys = [entry.row.panel for entry in sorter.draft.entries]
    target = sorter.grid.visualRect(sorter.model.index(0, 0))
    left, right = target.center() - QPoint(40, 0), target.center() + QPoint(40, 0)
    assert (sorter.grid.place_for(left), sorter.grid.place_for(right)) == (0, 1)
    data = sorter.model.mimeData([sorter.model.index(3, 0), sorter.model.index(4, 0)])
    assert sorter.model.dropMimeData(data, Qt.DropAction.MoveAction, 1, 0, sorter.grid.rootIndex())
    assert [e.row.panel for e in sorter.draft.entries][:4] == [keys[0], keys[3], keys[4], keys[1]]
    assert sorter.grid.places == [1, 2]


def test_a_page_is_taken_out_and_put_back_at_once(sorter: Sorter) -> None:
    box = sorter.pages["livelihood"]
    box.click()
    assert box.checkState() is Qt.CheckState.Unchecked and "0/10" in box.text()
    assert "24 页" in sorter.total.text()
    box.click()
    assert box.checkState() is Qt.CheckState.Checked and not sorter.draft.changed


def test_what_is_saved_is_there_when_the_pack_is_opened_again(
    sorter: Sorter, pack: Path, answers: Answers
) -> None:
    open_show(sorter, LEADERS)
    sorter.grid.select([place(sorter, "industry/4")])
    sorter.details.minutes.setText("１．5")
    sorter.details.minutes.editingFinished.emit()
    sorter.details.script.setPlainText("新的讲解词")
    QTest.keyClick(sorter, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert rows(pack, LEADERS)["industry/4"] == (False, Decimal("1.5"), "新的讲解词")
    assert not sorter.isWindowModified() and LEADERS in sorter.notice.text()
    answers.names = ["领导 5 分钟"]
    sorter.draft.hide_page("livelihood")
    assert sorter.save_as()
    assert rows(pack, "领导 5 分钟")["livelihood/1"][0] and not rows(pack, LEADERS)["livelihood/1"][0]
    assert sorter.shows.currentText() == "领导 5 分钟"


def test_the_whole_pack_is_saved_under_a_name_and_a_new_show_has_every_slide(
    sorter: Sorter, pack: Path, answers: Answers
) -> None:
    answers.names = ["居民"]
    sorter.new()
    assert len(rows(pack, "居民")) == 27 and sorter.shows.currentText() == "居民"
    answers.names = [""]
    open_show(sorter, "")
    assert not sorter.save() and not answers.names


def test_a_show_is_renamed_in_its_place_and_deleted_once_confirmed(
    sorter: Sorter, pack: Path, answers: Answers
) -> None:
    before = rows(pack, LEADERS)
    open_show(sorter, LEADERS)
    answers.names = ["市领导"]
    sorter.rename()
    assert rows(pack, "市领导") == before and not rows(pack, LEADERS)
    assert sorter.shows.itemText(1) == "市领导"
    answers.choices = [-1]
    sorter.remove()
    assert rows(pack, "市领导")
    answers.choices = [0]
    sorter.remove()
    assert not rows(pack, "市领导") and sorter.draft.name == ""


def test_another_show_of_that_name_is_replaced_only_when_asked(
    sorter: Sorter, pack: Path, answers: Answers
) -> None:
    before = rows(pack, LEADERS)
    answers.names, answers.choices = [LEADERS], [-1]
    assert not sorter.save_as() and rows(pack, LEADERS) == before
    answers.names, answers.choices = [LEADERS], [0]
    assert sorter.save_as() and len(rows(pack, LEADERS)) == 27


@pytest.mark.parametrize(
    ("answer", "closed", "kept"), [(-1, False, False), (0, True, True), (1, True, False)]
)
def test_unsaved_changes_are_asked_about(
    sorter: Sorter,
    shows: WindowShow,
    pack: Path,
    answers: Answers,
    window: MainWindow,
    answer: int,
    closed: bool,
    kept: bool,
) -> None:
    open_show(sorter, LEADERS)
    sorter.grid.select([place(sorter, "industry/4")])
    sorter.toggle_hidden()
    answers.choices = [answer]
    assert window.close() == closed
    assert (shows.sorter is None) == closed and "industry/4" in rows(pack, LEADERS)
    assert rows(pack, LEADERS)["industry/4"][0] == kept


def test_a_number_of_minutes_that_is_none_is_refused(sorter: Sorter) -> None:
    sorter.grid.select([3])
    sorter.details.minutes.setText("十")
    sorter.details.minutes.editingFinished.emit()
    assert "十" in sorter.notice.text() and sorter.draft.entries[3].row.minutes is None
    assert minutes_in(" ") is None and minutes_in("0.40") == Decimal("0.40")
    for text in ("-1", "601", "NaN", "1e9", "1,5"):
        with pytest.raises(ValueError):
            minutes_in(text)


def test_a_pack_that_was_changed_elsewhere_is_not_overwritten_and_nothing_is_lost(
    sorter: Sorter, pack: Path, window: MainWindow
) -> None:
    open_show(sorter, LEADERS)
    table = pack / "shows.csv"
    table.write_text(table.read_text("utf-8") + "另一份,1,cover,,1,,,\n", "utf-8")
    sorter.grid.select([place(sorter, "industry/4")])
    sorter.toggle_hidden()
    assert not sorter.save() and "重新读取" in sorter.notice.text()
    assert not rows(pack, LEADERS)["industry/4"][0] and sorter.draft.changed
    shown(window, pack)
    assert sorter.shows.findData("另一份") > 0 and sorter.draft.changed
    assert sorter.save() and rows(pack, LEADERS)["industry/4"][0] and rows(pack, "另一份")


def test_the_bundled_pack_is_copied_before_anything_is_kept(
    window: MainWindow, answers: Answers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundled = app.bundled(*app.BUNDLED_PACK)
    before = (bundled / "shows.csv").read_bytes()
    shows = app.shows_of(window)
    window.arrange_shows()
    sorter = shows.sorter
    assert sorter is not None
    open_show(sorter, LEADERS)
    sorter.grid.select([3])
    sorter.toggle_hidden()
    answers.choices = [-1]
    assert not sorter.save() and sorter.draft.changed
    (tmp_path / "mine").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "mine"))
    answers.choices = [0]
    assert sorter.save() and (bundled / "shows.csv").read_bytes() == before
    own = tmp_path / "mine" / bundled.name
    assert rows(own, LEADERS)["industry/4"][0]
    _wait(lambda: window.pack == own)
    assert shows.sorter is sorter and not sorter.draft.changed and sorter.draft.name == LEADERS
    sorter.close()


def _wait(until: Callable[[], bool]) -> None:
    for _ in range(200):
        if until():
            return
        QTest.qWait(20)
    assert until()


def test_f5_runs_the_show_that_was_chosen_last(
    sorter: Sorter, shows: WindowShow, window: MainWindow, pack: Path
) -> None:
    open_show(sorter, LEADERS)
    sorter.close()
    _wait(window.isActiveWindow)
    assert Memory(window.settings).show_of(str(pack)) == LEADERS
    QTest.keyClick(window, Qt.Key.Key_F5)
    assert shows.presenter is not None
    assert shows.presenter.show.deck.show == LEADERS and panels(shows) == 18
    assert LEADERS in shows.presenter.console.windowTitle()
    assert LEADERS in shows.presenter.console.bar.texts()[-1]
    shows.presenter.end()
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(window, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert shows.presenter is not None and shows.presenter.show.slide.key == "investment/1"


def test_a_show_that_the_pack_no_longer_holds_gives_way_to_the_whole_pack_once_that_is_said(
    shows: WindowShow, window: MainWindow, pack: Path
) -> None:
    Memory(window.settings).keep_show(str(pack), "没有了")
    window.start_show()
    assert shows.presenter is None and "没有了" in window.notice.text
    window.start_show()
    assert shows.presenter is not None and shows.presenter.show.deck.show == ""
    assert panels(shows) == 27


def test_the_show_is_started_from_the_list_with_what_is_not_saved_yet(
    sorter: Sorter, shows: WindowShow, pack: Path
) -> None:
    open_show(sorter, LEADERS)
    sorter.grid.select([place(sorter, "industry/4")])
    sorter.toggle_hidden()
    sorter.grid.select([place(sorter, "industry/5")])
    QTest.keyClick(sorter, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert shows.presenter is not None and shows.presenter.show.slide.key == "industry/5"
    assert panels(shows) == 17
    assert not rows(pack, LEADERS)["industry/4"][0]
    shows.presenter.end()
    assert shows.sorter is sorter and sorter.draft.changed


def test_a_show_is_taken_up_where_it_ended(shows: WindowShow, window: MainWindow) -> None:
    window.start_show()
    presenter = shows.presenter
    assert presenter is not None
    presenter.show.jump(next(n for n, s in enumerate(presenter.show.slides) if s.key == "investment/5"))
    presenter.end()
    assert window.page == "investment"
    window.start_show_here()
    assert shows.presenter is not None and shows.presenter.show.slide.key == "investment/5"
    shows.presenter.end()
    window.show_page("livelihood")
    window.start_show_here()
    assert shows.presenter is not None and shows.presenter.show.slide.key.startswith("livelihood/1")


def test_nothing_starts_where_every_slide_is_hidden(sorter: Sorter, shows: WindowShow) -> None:
    sorter.draft.hide(range(len(sorter.draft.entries)))
    sorter.start()
    assert shows.presenter is None and sorter.notice.isVisible()


def test_speed_and_fade_are_remembered(sorter: Sorter, shows: WindowShow, window: MainWindow) -> None:
    before = sorter.total.text()
    sorter.speed.setValue(120)
    sorter.fade.setChecked(True)
    assert sorter.total.text() != before and "讲解词比计划多" in sorter.total.text()
    memory = Memory(window.settings)
    assert memory.characters_a_minute == 120 and memory.fade
    sorter.start()
    assert shows.presenter is not None and shows.presenter.stage.fades


def test_a_rehearsal_is_offered_as_the_plan(sorter: Sorter, shows: WindowShow, pack: Path) -> None:
    from desktop.stage.rehearsal import RehearsalDialog

    open_show(sorter, LEADERS)
    sorter.rehearse()
    presenter = shows.presenter
    assert presenter is not None and presenter.console.isVisible()
    presenter.show.clock._spent = {"industry/4": 63.0, "industry/1": 0.5, "answer": 9.0}
    presenter.end()
    (dialog,) = sorter.findChildren(RehearsalDialog)
    line = next(row for row in dialog.model.rows if row[0].startswith("津上精密 产值"))
    assert line[1:] == ("00:36", "01:03", "+00:27") and dialog.name.text() == LEADERS
    dialog.take_over.click()
    kept = rows(pack, LEADERS)
    assert kept["industry/4"][1] == Decimal("1.05") and kept["industry/1"][1] == Decimal("0.7")
    assert "计划 10:27" in sorter.total.text() and not sorter.draft.changed


def test_a_show_that_runs_is_offered_the_pack_that_was_read_anew(
    sorter: Sorter, shows: WindowShow, window: MainWindow, pack: Path
) -> None:
    open_show(sorter, LEADERS)
    sorter.start()
    presenter = shows.presenter
    assert presenter is not None
    presenter.show.next()
    shown(window, pack)
    assert "Ctrl+R" in presenter.notes.text
    presenter.take_changes()
    assert presenter.show.deck.show == LEADERS and presenter.show.position == 1 and panels(shows) == 18
    table = pack / "shows.csv"
    lines = table.read_text("utf-8").splitlines(keepends=True)
    table.write_text("".join(line for line in lines if not line.startswith(LEADERS)), "utf-8")
    shown(window, pack)
    assert "Ctrl+R" not in presenter.notes.text and presenter.notes.text
    assert presenter.show.deck.show == LEADERS


def test_the_list_is_of_the_pack_that_the_window_shows(
    sorter: Sorter, shows: WindowShow, window: MainWindow
) -> None:
    shown(window, app.bundled(*app.BUNDLED_PACK))
    assert shows.sorter is None
    window.arrange_shows()
    assert shows.sorter is not None and shows.sorter is not sorter


def test_a_mode_is_a_show_or_a_rehearsal(sorter: Sorter, shows: WindowShow) -> None:
    QTest.keyClick(sorter, Qt.Key.Key_F5, Qt.KeyboardModifier.ControlModifier)
    assert shows._run.mode is Mode.REHEARSAL


def test_a_pack_from_outside_waits_until_the_show_is_over(
    shows: WindowShow, window: MainWindow, pack: Path
) -> None:
    window.start_show()
    assert shows.presenter is not None
    window.take(app.bundled(*app.BUNDLED_PACK))
    assert "放映结束后打开" in shows.presenter.notes.text and window.pack == pack
    shows.presenter.end()
    _wait(lambda: window.pack == app.bundled(*app.BUNDLED_PACK))
