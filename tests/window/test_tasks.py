"""Work off the GUI thread."""

import threading
from collections.abc import Callable
from typing import ClassVar

import pytest
import shiboken6
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.window.tasks import Cancelled, Progress, Tasks


def fail(error: Exception) -> None:
    raise AssertionError(error)


def test_the_work_is_done_elsewhere_and_its_result_comes_back_here(tasks: Tasks, qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    tasks.run(
        lambda progress: threading.get_ident(), lambda ran: heard.append((ran, threading.get_ident())), fail
    )
    qtbot.waitUntil(lambda: bool(heard))
    worker, here = heard[0]
    assert here == threading.get_ident() != worker


def test_progress_is_told_and_its_last_step_is_not_lost(tasks: Tasks, qtbot: QtBot) -> None:
    steps: list[tuple[int, int]] = []
    done: list[None] = []

    def work(progress: Progress) -> None:
        for n in range(1, 501):
            progress(n, 500)

    tasks.run(work, done.append, fail, lambda n, total: steps.append((n, total)))
    qtbot.waitUntil(lambda: bool(done))
    assert steps[-1] == (500, 500)
    assert len(steps) < 100, "a report for each step would flood the window"


def test_an_error_is_handed_over_and_nothing_else_happens(tasks: Tasks, qtbot: QtBot) -> None:
    errors: list[Exception] = []
    tasks.run(lambda progress: 1 // 0, lambda result: fail(AssertionError("done")), errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_cancelled_work_stops_and_calls_nobody_back(tasks: Tasks) -> None:
    started, stopped = threading.Event(), threading.Event()
    calls: list[object] = []

    def work(progress: Progress) -> None:
        started.set()
        try:
            while True:
                progress(0, 1)
        except Cancelled:
            stopped.set()
            raise

    handle = tasks.run(work, calls.append, calls.append, lambda done, total: calls.append(done))
    assert started.wait(10)
    handle.cancel()
    tasks.drain()
    assert stopped.is_set() and handle.cancelled
    assert all(call == 0 for call in calls), "only progress from before"


def test_drain_waits_and_delivers_what_was_not_cancelled(tasks: Tasks) -> None:
    gate, results = threading.Event(), list[int]()
    tasks.run(lambda progress: gate.wait(10) and 7, results.append, fail)
    threading.Timer(0.05, gate.set).start()
    tasks.drain()
    assert results == [7]


def test_a_widget_that_is_gone_is_not_called(tasks: Tasks, qtbot: QtBot) -> None:
    class Hearer(QLabel):
        heard = False

        def hear(self, result: int) -> None:
            Hearer.heard = True
            self.setText(str(result))

    gate = threading.Event()
    hearer = Hearer()
    qtbot.addWidget(hearer)
    tasks.run(lambda progress: gate.wait(10) and 7, hearer.hear, fail)
    shiboken6.delete(hearer)
    gate.set()
    tasks.drain()
    assert not Hearer.heard


@pytest.mark.parametrize("fails", [False, True])
def test_what_a_callback_holds_ends_on_the_thread_that_is_called_back(qtbot: QtBot, fails: bool) -> None:
    class Slow(QThreadPool):
        """A thread that lets go of its work only when told to, long after the window has dropped it."""

        may_let_go = threading.Event()

        def start(self, work: Callable[[], None]) -> None:  # type: ignore[override]
            self.runner = threading.Thread(target=self._run, args=([work],))
            self.runner.start()

        def _run(self, held: list[Callable[[], None]]) -> None:
            held[0]()
            self.may_let_go.wait(10)
            held.clear()

    class Owner:
        ended: ClassVar[list[int]] = []

        def work(self, progress: Progress) -> int:
            progress(1, 1)
            return 1 // (0 if fails else 1)

        def hear(self, *outcome: object) -> None:
            heard.append(outcome)

        def __del__(self) -> None:
            self.ended.append(threading.get_ident())

    heard: list[object] = []
    pool = Slow()
    tasks, owner = Tasks(pool=pool), Owner()
    tasks.run(owner.work, owner.hear, owner.hear, owner.hear)
    del owner
    qtbot.waitUntil(lambda: len(heard) == 2)
    heard.clear()
    pool.may_let_go.set()
    pool.runner.join(10)
    assert Owner.ended == [threading.get_ident()]
