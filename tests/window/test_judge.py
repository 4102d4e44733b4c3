"""Verdicts come when a window has been painted, from another thread, what is seen first."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.briefing.headlines import headline
from desktop.briefing.proof import Proof
from desktop.briefing.proving import Prover
from desktop.briefing.records import Ref
from desktop.exhibits.compose import Composer
from desktop.window.exhibit_view import ExhibitView
from desktop.window.main_window import MainWindow
from desktop.window.tasks import shared_tasks
from tests.stores import store_in

Made = list[tuple[Ref, threading.Thread]]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """Each proof that is made from now on, and by which thread."""
    found: Made = []
    original = Prover.prove

    def prove(self: Prover, ref: Ref) -> Proof:
        found.append((ref, threading.current_thread()))
        return original(self, ref)

    monkeypatch.setattr(Prover, "prove", prove)
    return found


@pytest.fixture
def fresh(qapp: QApplication, tmp_path: Path, pinghu: Briefing, made: Made) -> Iterator[MainWindow]:
    """A window that has been painted, and that has done nothing else yet."""
    window = app.make_window(store_in(str(tmp_path / "settings.ini")))
    window.show_briefing(pinghu, None)
    window.show()
    window.grab()
    yield window
    window.close()
    window.deleteLater()
    qapp.processEvents()


def drawings(window: MainWindow) -> list[ExhibitView]:
    return [panel for panel in window.current.panels() if isinstance(panel, ExhibitView)]


def test_nothing_is_judged_before_the_first_paint(fresh: MainWindow, made: Made) -> None:
    assert not made
    marks = [mark for panel in drawings(fresh) for mark in panel.marks()]
    assert marks and not any("一致" in mark.text for mark in marks)


def test_afterwards_every_mark_says_its_verdict_and_no_proof_was_made_here(
    fresh: MainWindow, made: Made, qapp: QApplication
) -> None:
    before = fresh.grab().toImage()
    fresh.complete()
    shared_tasks().drain()
    assert fresh.grab().toImage() != before
    marks = [mark for panel in drawings(fresh) for mark in panel.marks()]
    unsaid = [m.text for m in marks if headline(fresh.evidence.of(m.ref)) not in m.text]
    assert marks and not unsaid
    assert threading.main_thread() not in {thread for _, thread in made}


def test_what_is_seen_is_judged_before_the_rest(fresh: MainWindow, made: Made) -> None:
    seen = {mark.ref for panel in drawings(fresh) for mark in panel.marks()}
    fresh.complete()
    shared_tasks().drain()
    assert {ref for ref, _ in made[: len(seen)]} == seen
    assert len(made) > len(seen)


def test_a_list_and_the_sources_learn_their_verdicts(fresh: MainWindow, qtbot: QtBot) -> None:
    fresh.show_page("livelihood")
    fresh.complete()
    fresh.toggle_sources(True)
    fresh.grab()
    shared_tasks().drain()
    lists = [panel for panel in fresh.current.panels() if not isinstance(panel, ExhibitView)]
    model = lists[0].view.model  # type: ignore[attr-defined]
    assert lists and all(model.verdict(n) is not None for n in range(model.rowCount()))
    panel = fresh._panel()
    assert panel.said.verdict is not None  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: panel._tally.is_complete)  # type: ignore[attr-defined]


def test_another_briefing_ends_what_is_made_for_the_one_before(
    fresh: MainWindow, pinghu: Briefing, qapp: QApplication
) -> None:
    before = fresh.evidence
    fresh.complete()
    fresh.show_briefing(pinghu, None)
    assert before.later is None and before.soon(Ref("figures", 0)) is not None
    shared_tasks().drain()
    assert fresh.evidence.peek(Ref("figures", 0)) is not None


def test_a_figure_is_written_as_its_source_has_it_without_being_judged(pinghu: Briefing, made: Made) -> None:
    evidence = Evidence(pinghu)
    readings = Composer(evidence).readings
    texts = [reading.words.text for one in pinghu.figures if (reading := readings.of(one.id))]
    assert any(text.startswith("近") for text in texts) and not made


def test_two_threads_that_ask_for_the_same_proof_make_it_once(pinghu: Briefing, made: Made) -> None:
    evidence = Evidence(pinghu)
    refs = [Ref("figures", row) for row in range(20)]
    threads = [threading.Thread(target=lambda: [evidence.of(ref) for ref in refs]) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == len(refs)
