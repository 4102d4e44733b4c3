"""Work off the GUI thread."""

import threading
from collections.abc import Callable
from functools import partial
from time import monotonic
from typing import ClassVar

import pytest
import shiboken6
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.window.tasks import Cancelled, Progress, Tasks, Threads, is_hanging


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
    class Slow(Threads):
        """A thread that lets go of its work only when told to, long after the window has dropped it."""

        may_let_go = threading.Event()

        def start(self, work: Callable[[], None]) -> None:
            self.runner = threading.Thread(target=self._hold, args=([work],))
            self.runner.start()

        def _hold(self, held: list[Callable[[], None]]) -> None:
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


def test_work_that_hangs_holds_up_no_other(tasks: Tasks, qtbot: QtBot) -> None:
    gate, results = threading.Event(), list[int]()
    for _ in range(12):
        tasks.run(lambda progress: gate.wait(60), lambda result: None, fail)
    tasks.run(lambda progress: 7, results.append, fail)
    qtbot.waitUntil(lambda: results == [7])
    gate.set()


def test_what_is_too_much_at_once_waits_its_turn(qtbot: QtBot) -> None:
    gate, threads, most = threading.Event(), Threads(most=3), list[int]()
    tasks, results = Tasks(pool=threads), list[int]()

    def work(n: int, progress: Progress) -> int:
        most.append(len(threads.running))
        gate.wait(10)
        return n

    for n in range(9):
        tasks.run(partial(work, n), results.append, fail)
    threading.Timer(0.1, gate.set).start()
    tasks.drain()
    assert sorted(results) == list(range(9)) and max(most) == 3


@pytest.mark.parametrize("cancelled", [True, False])
def test_who_leaves_does_not_wait_for_ever(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, cancelled: bool
) -> None:
    monkeypatch.setattr("desktop.window.tasks.LONGEST_WAIT", 1.0)
    gate, tasks = threading.Event(), Tasks()
    handle = tasks.run(lambda progress: gate.wait(60), lambda result: None, fail)
    if cancelled:
        handle.cancel()
    began = monotonic()
    tasks.drain()
    assert monotonic() - began < 3 and is_hanging()
    gate.set()
    tasks.drain()
    assert not is_hanging()
