"""What happens when something goes wrong unforeseen: a plain sentence, a log file, and the app goes on."""

import logging
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QStandardPaths, QtMsgType, Signal, qInstallMessageHandler

from desktop.briefing.language import tr

LOG_NAME = "zonebrief.log"
LARGEST_LOG = 2**20
KEPT_LOGS = 3

_log = logging.getLogger("zonebrief")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_folder() -> Path:
    """Where the log is kept."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))


class _Crashes(QObject):
    """Brings crashes of any thread to the GUI thread; the same one twice in a row is shown once."""

    happened = Signal(str)

    def __init__(self, log: Path, show: Callable[[str], None]) -> None:
        super().__init__()
        self._log, self._show, self._last = log, show, ""
        self.happened.connect(self._tell)

    def _tell(self, what: str) -> None:
        if what != self._last:
            self._last = what
            self._show(
                tr(
                    "Something went wrong: {what}. The app goes on; details are in {log}.",
                    what=what,
                    log=self._log,
                )
            )


_crashes: list[_Crashes] = []


def install(folder: Path, show: Callable[[str], None]) -> None:
    """From now on every unforeseen error is logged in `folder` and told through `show`, on the GUI thread."""
    log = folder / LOG_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            log, maxBytes=LARGEST_LOG, backupCount=KEPT_LOGS, encoding="utf-8"
        )
    except OSError:
        handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    for old in _log.handlers[:]:
        _log.removeHandler(old)
        old.close()
    _log.addHandler(handler)
    _crashes[:] = [_Crashes(log, show)]
    sys.excepthook = _excepted
    threading.excepthook = _excepted_in_thread
    qInstallMessageHandler(_qt_said)


def _excepted(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _log.critical("unforeseen error", exc_info=(kind, error, trace))
    for crashes in _crashes:
        crashes.happened.emit(f"{kind.__name__}: {error}"[:200])


def _excepted_in_thread(arguments: threading.ExceptHookArgs) -> None:
    _excepted(arguments.exc_type, arguments.exc_value or arguments.exc_type(), arguments.exc_traceback)


def _qt_said(kind: QtMsgType, context: object, message: str) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), "Qt: %s", message)
