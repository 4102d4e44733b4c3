"""What the first paint does not need is not loaded before it, since that is what a start waits for."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "tests" / "benchmarks" / "floors"
LATE = {
    "numpy",
    "pyqtgraph",
    "pydantic",
    "PIL",
    "docx",
    "lxml",
    "openpyxl",
    "pptx",
    "xlsxwriter",
    "asyncio",
    "difflib",
    "html",
    "multiprocessing",
    "logging.handlers",
    "desktop.briefing.proving",
    "desktop.briefing.judging",
    "desktop.briefing.reasons",
    "desktop.briefing.surroundings",
    "desktop.reading.chinese",
    "desktop.reading.lexicon",
    "desktop.reading.reader",
    "desktop.reading.statements",
    "desktop.pack.archive",
    "desktop.report",
    "desktop.exhibits.choice",
    "desktop.exhibits.jobs",
    "desktop.disk.beside",
    "desktop.export.pdf",
    "desktop.export_command",
    "desktop.exporting",
    "desktop.window.export_dialog",
    "desktop.window.exporting",
    "pypdf",
    "desktop.export.png",
    "desktop.export.docx",
    "desktop.export.pptx",
    "desktop.export.words",
    "desktop.export.xlsx",
    "desktop.window.citation_panel",
    "desktop.window.crash",
    "desktop.window.faults",
    "desktop.window.installation",
    "desktop.window.keeping",
    "desktop.window.keys",
    "desktop.window.listing",
    "desktop.window.listing_panel",
    "desktop.window.machine",
    "desktop.window.selftest",
    "desktop.window.tasks",
}
LARGE_CLASSES = {
    "PySide6.QtCore.QProcess",
    "PySide6.QtGui.QGradient",
    "PySide6.QtGui.QIcon",
    "PySide6.QtWidgets.QStyle",
}
"""PySide6 makes a class when something first asks for it, an overload or the type of what Qt returns, say; these
bring many enumerations, which take Python 2 to 16 ms. QProcess stands for all that are made to know one such type."""


def modules(*arguments: str) -> set[str]:
    """What is loaded in a process of its own, after it has painted."""
    done = subprocess.run(
        [sys.executable, *arguments],
        env=dict(os.environ, PYTHONPATH=str(ROOT), QT_QPA_PLATFORM="offscreen"),
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=60,
    )
    return set(done.stdout.split())


def test_the_first_paint_loads_nothing_that_it_does_not_need() -> None:
    """PySide6 brings a few of the standard library's larger modules by itself; only what is ours to choose counts."""
    bare = modules("-c", "import PySide6.QtWidgets, sys; print('\\n'.join(sys.modules))")
    ours = modules(str(FLOORS / "app.py"), "modules") - bare

    assert "desktop.charts.cards" in ours
    assert not {name for name in ours if name in LATE or name.partition(".")[0] in LATE}
    assert not {"argparse", "zipfile", "inspect", "PySide6.QtNetwork", "PySide6.QtSvg"} & ours
    assert "PySide6.QtWidgets.QMainWindow" in ours
    assert not LARGE_CLASSES & ours
