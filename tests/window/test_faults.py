"""The list of what is wrong with a pack that did not open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop.briefing.checks import Fault
from desktop.charts.theme import page_look
from desktop.quantities.language import tr
from desktop.window.faults import FaultsDialog

SOME = (
    Fault("figures", 12, "value", "“1.6六”不是普通数字"),
    Fault("figures", 3, "unit", "单位“<b>亿</b>”未知\n请写亿元"),
    Fault("", 0, "", "缺少 datapackage.json"),
)


def opened(qtbot: QtBot, faults: tuple[Fault, ...], name: str = "试 & <i>包</i>") -> FaultsDialog:
    dialog = FaultsDialog(name, faults, look=page_look("industry"))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def lines(dialog: FaultsDialog) -> list[list[str]]:
    model = dialog.model
    return [[str(model.index(row, column).data()) for column in range(4)] for row in range(model.rowCount())]


def test_the_sentence_names_the_pack_and_counts(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SOME)
    assert "试 & <i>包</i>" in dialog.heading.text() and "3" in dialog.heading.text()
    assert dialog.heading.textFormat() is Qt.TextFormat.PlainText
    one = opened(qtbot, SOME[:1])
    assert one.heading.text() == tr(
        "“{name}” has one fault and was not opened; what was open stays.", name="试 & <i>包</i>"
    )


def test_each_fault_says_where_and_what(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SOME)
    assert lines(dialog)[0] == ["figures", "12", "value", "“1.6六”不是普通数字"]
    assert lines(dialog)[2][:3] == ["", "", ""], "a fault of the whole pack has no row 0"
    QAbstractItemModelTester(dialog.model, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_rows_are_sorted_by_number_and_back(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SOME)
    dialog.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert [line[1] for line in lines(dialog)] == ["", "3", "12"]
    dialog.table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    assert [line[1] for line in lines(dialog)] == ["12", "3", ""]


def test_the_chosen_fault_is_told_whole(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SOME)
    assert "“1.6六”不是普通数字" in dialog.details.toPlainText(), "the first one is chosen at once"
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.details.toPlainText().endswith("单位“<b>亿</b>”未知\n请写亿元")


def test_all_are_copied_as_a_table(qtbot: QtBot) -> None:
    dialog = opened(qtbot, SOME)
    button = next(b for b in dialog.findChildren(QPushButton) if b.text() == tr("Copy all"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    copied = [line.split("\t") for line in QGuiApplication.clipboard().text().split("\n")]
    assert len(copied) == 4 and all(len(cells) == 4 for cells in copied)
    assert copied[2] == ["figures", "3", "unit", "单位“<b>亿</b>”未知 请写亿元"]


@pytest.mark.parametrize("count", [1, 500])
def test_any_number_of_faults_is_shown_and_esc_closes(qtbot: QtBot, count: int) -> None:
    faults = tuple(Fault("facilities", n + 2, "name", f"第 {n} 处" + "很长" * 200) for n in range(count))
    dialog = opened(qtbot, faults)
    dialog.grab()
    assert len(lines(dialog)) == count and dialog.table.rowHeight(0) == dialog.table.rowHeight(count - 1)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
