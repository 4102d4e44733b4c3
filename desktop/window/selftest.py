"""The installed app tests itself: every page shown, every exhibit drawn, fonts, words and citations checked."""

import os
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QObject,
    QtMsgType,
    QTranslator,
    qInstallMessageHandler,
    qVersion,
)
from PySide6.QtGui import QFontMetrics, QRawFont
from PySide6.QtWidgets import QApplication, QWidget

from desktop.briefing.checks import Loaded, told
from desktop.briefing.citations import tally
from desktop.briefing.proof import Verdict
from desktop.briefing.records import PAGES
from desktop.charts.theme import FONT_FAMILY
from desktop.quantities.language import tr
from desktop.version import version
from desktop.window.exhibit_view import ExhibitView
from desktop.window.machine import facts
from desktop.window.main_window import MainWindow
from desktop.window.page import PageView

NEEDED_LETTERS = "平湖经开产业投资民生工日近超亿元％“”·①镕堃喆あア"
PAINT_PATIENCE = 5.0


@dataclass(slots=True)
class Parts:
    """What is tested."""

    application: QApplication
    window: MainWindow
    load: Callable[[], Loaded]
    pack: Path
    fonts: Sequence[Path]
    translation: Path


@dataclass(slots=True)
class _Report:
    checks: list[dict[str, Any]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    pages: list[dict[str, Any]] = field(default_factory=list)
    steps: dict[str, float] = field(default_factory=dict)

    def check(self, name: str, ok: bool, detail: str = "") -> None:
        self.checks.append({"name": name, "ok": ok, "detail": detail})

    def time(self, name: str) -> float:
        self.steps[name] = round(since_start_ms(), 1)
        return self.steps[name]


class _Paints(QObject):
    """Notes which widgets have been painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted: set[int] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted.add(id(watched))
        return False


def since_start_ms() -> float:
    """Milliseconds since this process began, to the system's resolution (10 ms on Linux)."""
    if sys.platform == "win32":
        return _windows_age() * 1000
    try:
        ticks = int(Path("/proc/self/stat").read_text().rpartition(")")[2].split()[19])
    except (OSError, ValueError, IndexError):
        return time.process_time() * 1000
    return (time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")) * 1000


def _windows_age() -> float:
    """Seconds since this process began, from the times that Windows keeps in units of 100 ns since 1601."""
    import ctypes

    times = [ctypes.c_uint64() for _ in range(4)]
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    kernel.GetProcessTimes(ctypes.c_void_p(kernel.GetCurrentProcess()), *[ctypes.byref(t) for t in times])
    return time.time() + 11644473600 - times[0].value / 1e7


def run_self_test(parts: Parts) -> dict[str, Any]:
    """Go through everything; `ok` is False where a check failed or Qt warned."""
    report = _Report()
    previous = qInstallMessageHandler(_collector(report.warnings))
    try:
        _go_through(parts, report)
    finally:
        qInstallMessageHandler(previous)
        parts.window.close()
    return {
        "ok": all(check["ok"] for check in report.checks) and not report.warnings,
        "versions": _versions(parts),
        "machine": facts(parts.application),
        "first_paint_ms": report.steps.get("first_paint", 0.0),
        "complete_ms": report.steps.get("complete", 0.0),
        "steps": report.steps,
        "pages": report.pages,
        "checks": report.checks,
        "warnings": report.warnings,
    }


def _collector(warnings: list[str]) -> Callable[[QtMsgType, object, str], None]:
    def collect(kind: QtMsgType, context: object, message: str) -> None:
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            warnings.append(message)

    return collect


def _versions(parts: Parts) -> dict[str, str]:
    screen = parts.application.primaryScreen()
    size = screen.size() if screen else None
    return {
        "ZoneBrief": version() or tr("from a checkout"),
        "Python": sys.version.split()[0],
        "Qt": qVersion(),
        "platform": parts.application.platformName(),
        "screen": f"{size.width()} × {size.height()} × {screen.devicePixelRatio():g}" if size else "—",
        "pack": parts.pack.name,
    }


def _go_through(parts: Parts, report: _Report) -> None:
    report.time("ready")
    loaded = parts.load()
    report.time("loaded")
    for fault in loaded.faults:
        report.check(tr("Pack"), False, told(fault))
    if loaded.briefing is None:
        return
    paints = _Paints()
    parts.application.installEventFilter(paints)
    parts.window.show_briefing(loaded.briefing, parts.pack)
    parts.window.show()
    _wait(lambda: id(parts.window.current.viewport()) in paints.painted)
    report.time("first_paint")
    parts.window.complete()
    _wait(lambda: _complete(parts.window.current, paints))
    report.time("complete")
    for key in PAGES:
        _page(parts, report, paints, key)
    parts.application.removeEventFilter(paints)
    _fonts(parts, report)
    _words(parts, report)
    counts = tally(parts.window.evidence)
    detail = tr(
        "{proved} proved, {proved_but} proved in part, {derived} derived, {unsourced} without a source, {mismatched} not matching their source",
        **{str(verdict): count for verdict, count in counts.items()},
    )
    report.check(tr("Citations"), counts[Verdict.MISMATCHED] == 0, detail)


def _page(parts: Parts, report: _Report, paints: _Paints, key: str) -> None:
    """Show a page and scroll through it, so that each of its panels is painted."""
    began = time.perf_counter()
    parts.window.show_page(key)
    parts.window.complete()
    view = parts.window.current
    for start in view.screenfuls():
        view.scroll_to(start)
        QCoreApplication.processEvents()
    names: list[str] = []
    missing: list[str] = []
    for panel in view.panels():
        name = panel.accessibleName()
        (names if _painted(panel, paints) else missing).append(name)
        if isinstance(panel, ExhibitView) and not panel.marks():
            report.warnings.append(tr("“{name}” shows nothing", name=name))
    report.check(view.page.name, not missing, ", ".join(missing))
    elapsed = round((time.perf_counter() - began) * 1000, 1)
    report.pages.append({"page": key, "name": view.page.name, "ms": elapsed, "exhibits": names})


def _complete(view: PageView, paints: _Paints) -> bool:
    """Whether all of the page that can be seen has been painted."""
    seen = [panel for panel in view.panels() if not panel.visibleRegion().isEmpty()]
    return view.is_complete and all(_painted(panel, paints) for panel in seen)


def _painted(panel: QWidget, paints: _Paints) -> bool:
    return id(panel) in paints.painted


def _wait(until: Callable[[], bool]) -> None:
    end = time.monotonic() + PAINT_PATIENCE
    while not until() and time.monotonic() < end:
        QCoreApplication.processEvents()


def _fonts(parts: Parts, report: _Report) -> None:
    for path in parts.fonts:
        font = QRawFont(str(path), 16.0) if path.exists() else QRawFont()
        missing = [c for c in NEEDED_LETTERS if font.isValid() and not font.supportsCharacter(ord(c))]
        report.check(tr("Font {name}", name=path.name), font.isValid() and not missing, "".join(missing))
    family = QFontMetrics(parts.application.font())
    in_use = parts.application.font().family()
    report.check(tr("Font in use"), in_use == FONT_FAMILY and family.horizontalAdvance("经") > 0, in_use)


def _words(parts: Parts, report: _Report) -> None:
    translator = QTranslator()
    loaded = translator.load(str(parts.translation))
    report.check(tr("Translation"), loaded and not translator.isEmpty(), parts.translation.name)
