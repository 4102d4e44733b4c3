"""What a user meets when something goes wrong unforeseen."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.charts.theme import page_look
from desktop.window.crash import CRASH_LOG_NAME, LOG_NAME, Crashes, install
from desktop.window.notice import NoticeBar
from desktop.window.places import data_folder

FAILING_SLOT = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from desktop.window.crash import install
app = QCoreApplication([])
installed = install(Path(sys.argv[1]), print, str)
QTimer.singleShot(0, lambda: 1 / 0)
QTimer.singleShot(50, lambda: app.exit(7))
sys.exit(app.exec())
"""


@pytest.fixture
def told() -> list[tuple[str, int]]:
    """What was said, and on which thread."""
    return []


@pytest.fixture
def crashes(qapp: QApplication, tmp_path: Path, told: list[tuple[str, int]]) -> Iterator[Crashes]:
    installed = install(
        tmp_path / "log",
        lambda text: told.append((text, threading.get_ident())),
        lambda: told[-1][0] if told else "",
    )
    yield installed
    installed.remove()


def throw(error: Exception) -> None:
    """As Qt hands on what a slot raised."""
    try:
        raise error
    except type(error):
        sys.excepthook(*sys.exc_info())


def test_an_error_is_told_in_a_sentence_with_the_log_and_the_app_goes_on(
    crashes: Crashes, told: list[tuple[str, int]]
) -> None:
    throw(ValueError("坏了"))
    assert len(told) == 1 and "坏了" in told[0][0] and str(crashes.log) in told[0][0]
    log = crashes.log.read_text(encoding="utf-8")
    assert "ValueError: 坏了" in log and "Traceback" in log


def test_after_a_crash_in_a_slot_the_app_goes_on(tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", FAILING_SLOT, str(tmp_path)]
    run = subprocess.run(
        command, env=environment, capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert run.returncode == 7, run.stderr
    assert "ZeroDivisionError" in run.stdout and str(tmp_path) in run.stdout
    assert "ZeroDivisionError" in (tmp_path / LOG_NAME).read_text(encoding="utf-8")


def test_the_same_crash_twice_in_a_row_is_told_once_but_logged_each_time(
    crashes: Crashes, told: list[tuple[str, int]]
) -> None:
    for _ in range(3):
        throw(ValueError("坏了"))
    assert len(told) == 1
    assert crashes.log.read_text(encoding="utf-8").count("ValueError: 坏了") == 3
    throw(KeyError("别的"))
    throw(ValueError("坏了"))
    assert len(told) == 3


def test_a_crash_in_a_thread_is_told_on_the_threads_owner(
    crashes: Crashes, told: list[tuple[str, int]], qtbot: QtBot
) -> None:
    def work() -> None:
        raise OSError("线程坏了")

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert not told, "nothing may be shown from the worker"
    qtbot.waitUntil(lambda: bool(told))
    assert told[0][1] == threading.get_ident() and "线程坏了" in told[0][0]


def test_a_fault_while_telling_does_not_go_round_in_circles(qapp: QApplication, tmp_path: Path) -> None:
    calls: list[str] = []

    def show(text: str) -> None:
        calls.append(text)
        throw(RuntimeError("the box is broken"))
        raise RuntimeError("the box is broken")

    installed = install(tmp_path, show, str)
    throw(ValueError("坏了"))
    installed.remove()
    assert len(calls) == 1


def test_where_no_log_can_be_written_the_sentence_says_so(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told: list[str] = []
    installed = install(tmp_path / "file" / "log", told.append, str)
    throw(ValueError("坏了"))
    installed.remove()
    assert len(told) == 1 and "坏了" in told[0] and str(tmp_path) not in told[0]


def test_a_crash_whose_notice_was_closed_is_told_again(qapp: QApplication, tmp_path: Path) -> None:
    told: list[str] = []
    window = QWidget()
    notice = NoticeBar(page_look("industry"), window)

    def say(text: str) -> None:
        told.append(text)
        notice.say(text)

    installed = install(tmp_path, say, lambda: notice.text)
    throw(ValueError("坏了"))
    throw(ValueError("坏了"))
    assert len(told) == 1
    notice._button.click()
    throw(ValueError("坏了"))
    installed.remove()
    assert len(told) == 2 and notice.text == told[1]


@pytest.mark.qt_log_ignore("careful")
def test_what_qt_warns_of_is_logged_and_not_told(crashes: Crashes, told: list[tuple[str, int]]) -> None:
    qWarning("careful")
    assert "careful" in crashes.log.read_text(encoding="utf-8") and not told


def test_the_log_does_not_grow_for_ever(crashes: Crashes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.window.crash.LARGEST_LOG", 4000)
    for n in range(60):
        throw(ValueError(f"坏了 {n}"))
    files = sorted(crashes.log.parent.glob(f"{LOG_NAME}*"))
    assert 2 <= len(files) <= 4 and all(file.stat().st_size < 8000 for file in files)


def test_a_quiet_run_writes_nothing(crashes: Crashes) -> None:
    assert not crashes.log.exists()


def test_the_log_is_in_the_users_own_folder() -> None:
    assert data_folder().name == "zonebrief" and Path.home() in data_folder().parents


HARD = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from desktop.window.crash import install
app = QCoreApplication([])
installed = install(Path(sys.argv[1]), print, str)
os.kill(os.getpid(), signal.SIGSEGV)
"""


def hard(folder: Path) -> str:
    """A program that dies of a fault that Python cannot catch; what it said at its start."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-u", "-c", HARD, str(folder)]  # what is said is not lost with the program
    run = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", timeout=60)
    assert run.returncode != 0
    return run.stdout


def test_where_a_hard_fault_happened_is_in_the_log_and_the_next_start_says_so(tmp_path: Path) -> None:
    assert hard(tmp_path) == ""
    where = (tmp_path / CRASH_LOG_NAME).read_text()
    assert "Segmentation fault" in where and "line 8" in where
    told = hard(tmp_path)
    assert "ended unexpectedly" in told and str(tmp_path / LOG_NAME) in told
    log = (tmp_path / LOG_NAME).read_text(encoding="utf-8")
    assert log.count("Segmentation fault") == 1 and "line 8" in log
    again = (tmp_path / CRASH_LOG_NAME).read_text()
    assert again.count("Segmentation fault") == 1 and again != where, "that of the second one, alone"


def test_hard_faults_do_not_fill_the_disk(qapp: QApplication, tmp_path: Path) -> None:
    (tmp_path / CRASH_LOG_NAME).write_bytes(b"x" * 3_000_000)
    told: list[str] = []
    installed = install(tmp_path, told.append, str)
    installed.remove()
    assert len(told) == 1 and not (tmp_path / CRASH_LOG_NAME).read_bytes()
    assert sum(file.stat().st_size for file in tmp_path.iterdir()) < 100_000


@pytest.mark.parametrize("arguments", [[], ["present"], ["present", "--kiosk"]])
def test_every_program_with_a_screen_says_where_it_died(tmp_path: Path, arguments: list[str]) -> None:
    data = tmp_path / "data"
    program = subprocess.Popen(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=Path(__file__).parents[2],
        env={
            **os.environ,
            "XDG_DATA_HOME": str(data),
            "XDG_CONFIG_HOME": str(tmp_path),
            "XDG_RUNTIME_DIR": str(tmp_path),
        },
        stderr=subprocess.DEVNULL,
    )
    log = data / "zonebrief" / CRASH_LOG_NAME
    try:
        while not log.exists():
            assert program.poll() is None
            time.sleep(0.05)
        time.sleep(1)  # it is made just before it is watched
        program.send_signal(signal.SIGSEGV)
        assert program.wait(30) != 0
    finally:
        program.kill()
        program.wait(30)
    assert "Segmentation fault" in log.read_text()
