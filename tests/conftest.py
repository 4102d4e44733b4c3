"""What every test shares: the application with our font and words, offscreen, and the bundled pack."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from desktop import app
from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.briefing.guard import hear
from desktop.pack.loader import load
from desktop.window.garbage import sweep_here
from desktop.window.main_window import MainWindow
from desktop.window.tasks import shared_tasks
from tests.stores import store_in


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    """The application as the command makes it, its garbage collected as in a window; pytest-qt uses it too."""
    application = app.make_application(offscreen=True)
    sweep_here(application)
    return application


@pytest.fixture(scope="session")
def pinghu() -> Briefing:
    """The bundled briefing."""
    loaded = load(app.bundled(*app.BUNDLED_PACK))
    assert loaded.briefing is not None, loaded.faults
    return loaded.briefing


@pytest.fixture(scope="session")
def evidence(pinghu: Briefing) -> Evidence:
    return Evidence(pinghu)


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path, pinghu: Briefing) -> Iterator[MainWindow]:
    """The window on the bundled briefing, 1440 × 900, with settings of its own."""
    made = app.make_window(store_in(str(tmp_path / "settings.ini")))
    made.show_briefing(pinghu, app.bundled(*app.BUNDLED_PACK))
    made.show()
    made.complete()
    shared_tasks().drain()
    qapp.processEvents()
    yield made
    made.close()
    made.deleteLater()
    qapp.processEvents()


@pytest.fixture(autouse=True)
def nothing_unforeseen() -> Iterator[list[Exception]]:
    """What the guard around records and exhibits catches fails a test, unless the test takes it out of the list."""
    caught: list[Exception] = []
    before = hear(caught.append)
    yield caught
    hear(before)
    assert not caught, caught


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The errors that reach the hook, in place of a failed test."""
    errors: list[object] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, error, trace: errors.append(error))
    return errors
