"""The desktop's session ends, or a signal comes: what is open is kept."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import SIGNAL, QCoreApplication, QObject
from PySide6.QtWidgets import QApplication

from desktop import app
from desktop.window.ending import Ending
from desktop.window.main_window import MainWindow

NUMBERS = [signal.SIGTERM, signal.SIGINT, *([signal.SIGHUP] if hasattr(signal, "SIGHUP") else [])]


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in NUMBERS}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("name", ["commitDataRequest", "saveStateRequest"])
def test_what_is_open_is_kept_when_the_session_ends(
    window: MainWindow, qapp: QApplication, tmp_path: Path, name: str
) -> None:
    """Python cannot make what Qt sends with these signals; so that they are heard, and what is done then."""
    signature = SIGNAL(f"{name}(QSessionManager&)")
    before = qapp.receivers(signature)
    app.hear_the_end(qapp, window)
    assert qapp.receivers(signature) == before + 1
    window.show_third_page()
    (ending,) = window.findChildren(Ending)
    ending._session_ends()
    assert "livelihood" in (tmp_path / "settings.ini").read_text()


def test_a_window_that_is_gone_keeps_nothing_and_the_program_ends_all_the_same(
    qapp: QApplication, heard: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, kept, ended = QObject(), list[None](), list[int]()
    monkeypatch.setattr(QCoreApplication, "exit", ended.append)
    Ending(qapp, owner, lambda: kept.append(None))
    for number in NUMBERS:
        signal.raise_signal(number)
    shiboken6.delete(owner)
    for number in NUMBERS:
        signal.raise_signal(number)
        assert callable(signal.getsignal(number))
    qapp.processEvents()
    assert len(kept) == len(NUMBERS) and not heard
    assert ended == [128 + number for number in NUMBERS] * 2


def test_a_fault_while_keeping_does_not_keep_the_program(qapp: QApplication, heard: list[object]) -> None:
    def fail() -> None:
        raise ValueError("坏了")

    ending = Ending(qapp, qapp, fail)
    ending._session_ends()
    assert len(heard) == 1
    ending.deleteLater()


def test_a_signal_that_is_ignored_stays_ignored(qapp: QApplication) -> None:
    """As under nohup."""
    signal.signal(NUMBERS[-1], signal.SIG_IGN)
    ending = Ending(qapp, qapp, lambda: None)
    assert signal.getsignal(NUMBERS[-1]) is signal.SIG_IGN
    ending.deleteLater()
