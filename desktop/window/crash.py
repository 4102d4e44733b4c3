"""What happens when something goes wrong unforeseen: a plain sentence, a log file, and the app goes on."""

import faulthandler
import sys
import threading
from collections.abc import Callable
from functools import cached_property
from io import FileIO
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from desktop.briefing.guard import hear
from desktop.quantities.language import tr

if TYPE_CHECKING:
    from logging import Logger

LOG_NAME = "zonebrief.log"
CRASH_LOG_NAME = "zonebrief-crash.log"
"""Of faults that end the program on the spot, such as one in Qt. It is a file of its own, since it has to be open all the
time, and Windows renames no file that is open; the next start takes it over into the log."""
LONGEST_CRASH = 2**15
"""Bytes of it that are taken over."""
LARGEST_LOG = 2**20
KEPT_LOGS = 3
LONGEST_MESSAGE = 200


def install(folder: Path, show: Callable[[str], None], shown: Callable[[], str]) -> "Crashes":
    """From now on every unforeseen error is logged in `folder` and told through `show`, on this thread; `shown` tells
    what stands there now."""
    return Crashes(folder, show, shown)


class Crashes(QObject):
    """Hears of errors in any thread and of what Qt has to say. An error that is still being told is not told again."""

    _happened = Signal(str)

    def __init__(self, folder: Path, show: Callable[[str], None], shown: Callable[[], str]) -> None:
        super().__init__()
        self.log = folder / LOG_NAME
        self._show, self._shown, self._telling = show, shown, False
        self._noted: set[str] = set()
        self._happened.connect(self._tell)
        self._hooks = (sys.excepthook, threading.excepthook)
        sys.excepthook, threading.excepthook = self._excepted, self._excepted_in_thread
        self._said_before = qInstallMessageHandler(self._qt_said)
        self._heard_before = hear(self.note)
        self._was_enabled = faulthandler.is_enabled()
        self._crash_log = self._watch_for_faults(folder / CRASH_LOG_NAME)

    def _watch_for_faults(self, path: Path) -> FileIO | None:
        """Have it written to `path` where the program is when it ends on the spot; tell where it did so before."""
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = FileIO(path, "a+")
        except OSError:
            return None
        file.seek(0)
        before = file.read(LONGEST_CRASH)
        if before:
            file.truncate(0)
            self._logger.critical("an earlier run ended on the spot:\n%s", before.decode(errors="replace"))
            self._tell_sentence(
                tr("The program ended unexpectedly before; details are in {log}.", log=self.log)
            )
        faulthandler.enable(file)
        return file

    def remove(self) -> None:
        """Leave things as they were before."""
        if self._crash_log is not None:
            faulthandler.disable()
            self._crash_log.close()
            if self._was_enabled and sys.__stderr__ is not None:
                faulthandler.enable(sys.__stderr__)
        sys.excepthook, threading.excepthook = self._hooks
        qInstallMessageHandler(self._said_before)
        hear(self._heard_before)
        for handler in self._logger.handlers[:]:
            self._logger.removeHandler(handler)
            handler.close()

    @cached_property
    def _logger(self) -> "Logger":
        """Made at the first entry, so that a start without trouble does not pay for it."""
        import logging
        from logging.handlers import RotatingFileHandler

        handler: logging.Handler
        try:
            self.log.parent.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(
                self.log,
                maxBytes=LARGEST_LOG,
                backupCount=KEPT_LOGS,
                encoding="utf-8",
                errors="backslashreplace",
            )
        except OSError:
            handler = logging.NullHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(threadName)s %(message)s"))
        logger = logging.Logger("zonebrief")
        logger.addHandler(handler)
        return logger

    # what is heard; on any thread

    def _excepted(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if not issubclass(kind, Exception):
            return
        self._logger.critical("unforeseen error", exc_info=(kind, error, trace))
        self._happened.emit(f"{kind.__name__}: {error}"[:LONGEST_MESSAGE])

    def _excepted_in_thread(self, told: threading.ExceptHookArgs) -> None:
        self._excepted(told.exc_type, told.exc_value or told.exc_type(), told.exc_traceback)

    def _qt_said(self, kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            return
        self._logger.warning("Qt: %s", message)
        if sys.stderr is not None:
            print(message, file=sys.stderr)

    def note(self, error: Exception) -> None:
        """Log what the guard around a record or an exhibit caught, once: it is told where it stands, and may be painted
        many times."""
        key = f"{type(error).__name__}: {error}"
        if key not in self._noted:
            self._noted.add(key)
            self._logger.error("in what a pack holds", exc_info=error)

    # what is told; on the thread that this object lives on

    def _tell(self, what: str) -> None:
        self._tell_sentence(self._sentence(what))

    def _tell_sentence(self, sentence: str) -> None:
        if self._telling:
            return
        self._telling = True
        try:
            if sentence != self._shown():
                self._show(sentence)
        except Exception:  # raised on, it would come back here without end
            self._logger.exception("an error could not be told")
        finally:
            self._telling = False

    def _sentence(self, what: str) -> str:
        if self.log.exists():
            return tr(
                "Something went wrong: {what}. The app goes on; details are in {log}.",
                what=what,
                log=self.log,
            )
        return tr("Something went wrong: {what}. The app goes on; no log could be written.", what=what)
