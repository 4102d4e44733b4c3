"""The same pack, read again: what the window showed and what was chosen in it follows the very record, not its row."""

import csv
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.briefing.headlines import VERDICT_HEADS
from desktop.briefing.records import Facility, Milestone, Ref
from desktop.pack.loader import load
from desktop.quantities.language import tr
from desktop.window.citation_panel import CitationPanel
from desktop.window.exhibit_view import ExhibitView
from desktop.window.listing_panel import ListingPanel
from desktop.window.main_window import MainWindow
from desktop.window.paragraph import Paragraph
from desktop.window.tasks import shared_tasks

Rows = list[dict[str, str]]
GONE = "这条数据已不在简报包中"
BAR = "chain_machine_tools_2024"


@pytest.fixture
def pack(window: MainWindow, tmp_path: Path) -> Path:
    """A pack of one's own, shown in the window."""
    made = Path(shutil.copytree(app.bundled(*app.BUNDLED_PACK), tmp_path / "own"))
    briefing = load(made).briefing
    assert briefing is not None
    window.show_briefing(briefing, made)
    window.complete()
    return made


@pytest.fixture
def again(window: MainWindow, pack: Path, qtbot: QtBot) -> Callable[[], None]:
    def read() -> None:
        before = window.briefing
        window.reload()
        qtbot.waitUntil(lambda: window.briefing is not before, timeout=20_000)
        QApplication.processEvents()

    return read


def change(pack: Path, table: str, changed: Callable[[Rows], Iterable[dict[str, str]]]) -> None:
    path = pack / f"{table}.csv"
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(changed(rows))


def above(pack: Path, table: str, **cells: str) -> None:
    """Put a copy of a table's last row in above all others, with other cells."""
    change(pack, table, lambda rows: [rows[-1] | cells, *rows])


def a_bar_more(pack: Path) -> None:
    """One more figure, above all others, as the first bar of the chains."""

    def more(rows: Rows) -> Rows:
        title = "产业链招商项目"
        return [
            r | ({"items": f"new_one {r['items']}"} if r["title"].startswith(title) else {}) for r in rows
        ]

    change(pack, "figures", lambda rows: [next(r for r in rows if r["id"] == BAR) | {"id": "new_one"}, *rows])
    change(pack, "panels", more)


def renumbered(rows: Rows) -> Rows:
    """The panels with new cards above all others of each page."""
    new = [
        {**dict.fromkeys(rows[0], ""), "page": page, "position": "3", "kind": "cards", "items": "fdi_2024"}
        for page in ("investment", "livelihood")
    ]
    moved = [
        row | {"position": str(int(row["position"]) + 1)}
        if row["page"] != "industry" and int(row["position"]) > 2
        else row
        for row in rows
    ]
    return [*new, *moved]


def panel_of(window: MainWindow) -> CitationPanel:
    panel = window._panel()
    assert isinstance(panel, CitationPanel)
    return panel


def told(window: MainWindow) -> str:
    return "\n".join(p.text for p in panel_of(window).findChildren(Paragraph) if p.isVisible())


def milestone(window: MainWindow, stage: str) -> Ref:
    rows = window.briefing.milestones
    return Ref("milestones", next(n for n, one in enumerate(rows) if one.stage == stage))


def shown_milestone(window: MainWindow) -> Milestone:
    said = panel_of(window).said
    assert said is not None
    record = window.briefing.record(said.ref)
    assert isinstance(record, Milestone)
    return record


def test_the_panel_stays_with_the_milestone_that_it_showed(
    window: MainWindow, pack: Path, again: Callable[[], None]
) -> None:
    window.show_second_page()
    window.show_source(milestone(window, "开工"))
    quote = panel_of(window).quote.toPlainText()
    above(pack, "milestones", project="sanhong_chassis", stage="签约", date="2024-05")
    again()
    assert shown_milestone(window).stage == "开工" and "开工" in told(window)
    assert panel_of(window).quote.toPlainText() == quote
    marked = panel_of(window).others.currentIndex()
    assert "开工" in panel_of(window).others.refs.cell(marked.row(), 0)


def test_a_milestone_that_was_corrected_is_still_the_one(
    window: MainWindow, pack: Path, again: Callable[[], None]
) -> None:
    window.show_source(milestone(window, "开工"))
    above(pack, "milestones", project="sanhong_chassis", stage="签约", date="2024-05")
    change(
        pack,
        "milestones",
        lambda rows: [r | ({"note": "补记"} if r["stage"] == "开工" else {}) for r in rows],
    )
    again()
    assert "补记" in told(window) and shown_milestone(window).stage == "开工"


@pytest.mark.parametrize("page", [0, 1])
def test_what_is_gone_is_said_to_be_and_nothing_else_is_proved(
    window: MainWindow, pack: Path, again: Callable[[], None], page: int
) -> None:
    window._page_chosen(page)
    window.show_source(milestone(window, "开工"))
    change(pack, "milestones", lambda rows: [row for row in rows if row["stage"] != "开工"])
    again()
    assert GONE in told(window) and "开工" in told(window)
    assert not {tr(head) for head in VERDICT_HEADS.values()} & set(told(window).split("\n"))
    assert panel_of(window).said is None and panel_of(window).quote.toPlainText() == ""
    assert not panel_of(window).others.selectionModel().hasSelection()
    window.show_source(Ref("figures", 0))
    assert GONE not in told(window) and "与引文一致" in told(window)


def test_what_was_gone_is_found_again_once_it_is_back(
    window: MainWindow, pack: Path, again: Callable[[], None]
) -> None:
    window.show_source(milestone(window, "开工"))
    table = (pack / "milestones.csv").read_text("utf-8")
    change(pack, "milestones", lambda rows: [row for row in rows if row["stage"] != "开工"])
    again()
    assert GONE in told(window)
    again()
    assert GONE in told(window), "nothing else has been asked for"
    (pack / "milestones.csv").write_text(table, "utf-8")
    again()
    assert shown_milestone(window).stage == "开工" and GONE not in told(window)


def test_a_panel_that_was_closed_stays_so(window: MainWindow, again: Callable[[], None]) -> None:
    window.show_source(Ref("figures", 0))
    window.close_sources()
    again()
    assert window._citations is None or window._citations.isHidden()


def the_list(window: MainWindow, name: str = "facilities") -> ListingPanel:
    return next(p for p in window.current.panels() if isinstance(p, ListingPanel) and p.exhibit.name == name)


def chosen(window: MainWindow) -> list[str]:
    view = the_list(window).view
    names = []
    for place in view.table.chosen_places():
        record = window.briefing.record(view.model.row_at(place).ref)
        assert isinstance(record, Facility)
        names.append(record.name)
    return names


def test_the_rows_that_were_chosen_stay_chosen(
    window: MainWindow, pack: Path, again: Callable[[], None]
) -> None:
    window.show_third_page()
    table = the_list(window).view.table
    table.choose(2)
    QTest.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    before, current = chosen(window), table.currentIndex().row()
    assert len(before) == 2
    above(pack, "facilities", id="new_one", name="新食堂")
    again()
    assert chosen(window) == before
    assert the_list(window).view.table.currentIndex().row() == current + 1
    change(pack, "facilities", lambda rows: [row for row in rows if row["name"] != before[0]])
    again()
    assert chosen(window) == before[1:]


def test_filter_order_and_choice_stay_with_their_list_when_panels_move(
    window: MainWindow, pack: Path, again: Callable[[], None]
) -> None:
    window.show_third_page()
    view = the_list(window).view
    assert view.field is not None
    view.field.setText("社区")
    view.table.sort_by(1)
    view.table.choose(0)
    before = chosen(window)
    assert len(before) == 1
    window.show_first_page()
    change(pack, "panels", renumbered)
    again()
    again()
    window.show_third_page()
    view = the_list(window).view
    assert view.field is not None and view.field.text() == "社区"
    assert view.table.horizontalHeader().sortIndicatorSection() == 1
    assert chosen(window) == before


def test_the_mark_that_was_chosen_stays_chosen(
    window: MainWindow, pack: Path, again: Callable[[], None], qtbot: QtBot
) -> None:
    def bars() -> ExhibitView:
        exhibits = (p for p in window.current.panels() if isinstance(p, ExhibitView))
        return next(p for p in exhibits if p.exhibit.title.startswith("产业链招商项目"))

    window.show_second_page()
    window.activateWindow()
    view = bars()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(3):
        QTest.keyClick(view, Qt.Key.Key_Right)
    shared_tasks().drain()
    text, ref = view.focused_text(), view.marks()[view._focused].ref
    change(pack, "panels", renumbered)
    a_bar_more(pack)
    again()
    view = bars()
    shared_tasks().drain()
    assert view.focused_text() == text and text
    assert view.marks()[view._focused].ref == Ref("figures", ref.row + 1)
    qtbot.waitUntil(view.hasFocus)
