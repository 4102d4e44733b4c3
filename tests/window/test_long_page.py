"""A page of very many exhibits, each of very many items: what nobody looks at yet is not made."""

from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Cards, Exhibit
from desktop.exhibits.readings import Readings
from desktop.window.exhibit_view import ExhibitView
from desktop.window.main_window import MainWindow
from desktop.window.pieces import MOST_AT_ONCE
from tests.many_pack import write_cards, write_timelines

PANELS, ITEMS = 40, 140
MOST_FOR_A_SCREEN = 6


@pytest.fixture(scope="module")
def cards(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_cards(tmp_path_factory.mktemp("cards"), PANELS, ITEMS)


@pytest.fixture(scope="module")
def timelines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_timelines(tmp_path_factory.mktemp("timelines"), PANELS, ITEMS)


@pytest.fixture
def composed(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many exhibits and readings are composed."""
    counts: Counter[str] = Counter()
    exhibit, reading = Composer._exhibit, Readings.of

    def counted(composer: Composer, panel: object) -> Exhibit:
        counts["exhibits"] += 1
        return exhibit(composer, panel)  # type: ignore[arg-type]

    def of(readings: Readings, *arguments: object) -> object:
        counts["readings"] += 1
        return reading(readings, *arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(Composer, "_exhibit", counted)
    monkeypatch.setattr(Readings, "of", of)
    return counts


def opened(window: MainWindow, qtbot: QtBot, pack: Path) -> None:
    before = window.briefing
    window.opening.open(pack)
    qtbot.waitUntil(lambda: window.briefing is not before)
    QApplication.processEvents()


def counted_until_shown(window: MainWindow, composed: Counter[str]) -> Counter[str]:
    """The counts as they are when the next pack is shown; the rest is composed behind the window."""
    kept: Counter[str] = Counter()
    window.briefing_shown.connect(lambda: kept.update(composed))
    return kept


def views(window: MainWindow) -> list[ExhibitView]:
    return [panel for panel in window.current.panels() if isinstance(panel, ExhibitView)]


def scroll_to_the_end(window: MainWindow, qtbot: QtBot) -> None:
    """As far as there is more."""
    bar = window.current.verticalScrollBar()
    while not window.current._is_whole or bar.value() < bar.maximum():
        bar.setValue(bar.maximum())
        qtbot.wait(1)


def test_a_page_of_cards_is_composed_as_far_as_it_is_seen(
    window: MainWindow, qtbot: QtBot, cards: Path, composed: Counter[str]
) -> None:
    counted = counted_until_shown(window, composed)
    opened(window, qtbot, cards)
    assert len(window.current.page.exhibits) == PANELS
    assert 0 < counted["exhibits"] <= MOST_AT_ONCE
    assert 0 < counted["readings"] <= ITEMS, "the same figure on another card is the same reading"
    assert 0 < len(views(window)) <= MOST_FOR_A_SCREEN


def test_a_page_of_timelines_is_composed_as_far_as_it_is_seen(
    window: MainWindow, qtbot: QtBot, timelines: Path, composed: Counter[str]
) -> None:
    counted = counted_until_shown(window, composed)
    opened(window, qtbot, timelines)
    assert len(window.current.page.exhibits) == PANELS
    assert 0 < counted["exhibits"] <= MOST_AT_ONCE
    assert 0 < len(views(window)) <= MOST_FOR_A_SCREEN
    first, *_ = views(window)
    first.zoom(0.5)
    assert first.view and first.view.days < first.view.last - first.view.first


def test_what_a_show_needs_is_composed_behind_the_window(
    window: MainWindow, qtbot: QtBot, cards: Path, composed: Counter[str]
) -> None:
    opened(window, qtbot, cards)
    qtbot.waitUntil(lambda: composed["exhibits"] == PANELS)


def test_all_of_a_long_page_is_there_when_it_is_scrolled(
    window: MainWindow, qtbot: QtBot, cards: Path
) -> None:
    opened(window, qtbot, cards)
    scroll_to_the_end(window, qtbot)
    shown = views(window)
    drawn: dict[int, list[int]] = {}
    for view in shown:
        assert isinstance(view.exhibit, Cards)
        drawn.setdefault(view.exhibit.position, []).extend(card.ref.row for card in view.exhibit.cards)
    assert list(drawn) == list(range(1, PANELS + 1))
    assert all(sorted(rows) == list(range(ITEMS)) for rows in drawn.values())
    places = [view.geometry() for view in shown]
    assert all(one.bottom() < other.top() for one, other in pairwise(places))
    assert "图表 2（1/3）" in [view.exhibit.title for view in shown]
    headed = [view.exhibit.title for view in shown if isinstance(view.exhibit, Cards) and view.exhibit.headed]
    assert headed == [f"图表 {n}（1/3）" for n in range(2, PANELS + 1)], "what tops the page has no heading"


def test_what_is_far_from_what_is_seen_keeps_no_picture(
    window: MainWindow, qtbot: QtBot, cards: Path
) -> None:
    opened(window, qtbot, cards)
    scroll_to_the_end(window, qtbot)
    kept = [view for view in views(window) if view._image is not None]
    assert 0 < len(kept) <= MOST_FOR_A_SCREEN


def test_a_filter_looks_through_all_of_a_long_page(window: MainWindow, qtbot: QtBot, timelines: Path) -> None:
    opened(window, qtbot, timelines)
    window.current.set_needle(f"图表 {PANELS}")
    qtbot.waitUntil(lambda: [view.exhibit.title for view in views(window)] == [f"图表 {PANELS}"])
    window.current.set_needle("没有这样的词")
    qtbot.waitUntil(lambda: "没有这样的词" in window.current._nothing.text())
    assert not views(window)
    window.current.set_needle("")
    assert views(window)[0].exhibit.title == "图表 1" and window.current._nothing.isHidden()


def test_a_long_page_that_is_read_again_is_as_it_was(
    window: MainWindow, qtbot: QtBot, timelines: Path
) -> None:
    opened(window, qtbot, timelines)
    for _ in range(8):
        window.current.verticalScrollBar().setValue(window.current.verticalScrollBar().maximum())
        QApplication.processEvents()
    last = views(window)[-1]
    last.zoom(0.5)
    left, scrolled = last.state(), window.current.verticalScrollBar().value()
    title = last.exhibit.title
    opened(window, qtbot, timelines)
    qtbot.waitUntil(lambda: window.current.verticalScrollBar().value() == scrolled)
    assert next(view for view in views(window) if view.exhibit.title == title).state() == left


def test_the_sources_of_a_long_page_are_listed(window: MainWindow, qtbot: QtBot, cards: Path) -> None:
    opened(window, qtbot, cards)
    window.toggle_sources(True)
    panel = window._panel()
    qtbot.waitUntil(lambda: len(panel.others.refs.refs) == ITEMS)  # type: ignore[attr-defined]
