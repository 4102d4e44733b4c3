"""A share that is slow, or does not answer, played by the functions that ask a disk; what is asked below its folder is
noted with the thread that asks."""

import builtins
import io
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

ASKING = (
    "stat",
    "lstat",
    "access",
    "scandir",
    "listdir",
    "open",
    "mkdir",
    "replace",
    "rename",
    "unlink",
    "chmod",
)


class SlowShare:
    """Every call on a path below `folder` takes `seconds`, and until `answer` is called where it is `silent`."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
        self.seconds = 0.0
        self.calls: list[tuple[str, str]] = []
        """What was asked, and the name of the thread that asked."""
        self._folder = str(folder)
        self._answers = threading.Event()
        self._answers.set()
        for name in ASKING:
            monkeypatch.setattr(os, name, self._slowed(name, getattr(os, name)))
        opening = self._slowed("open", io.open)
        monkeypatch.setattr(io, "open", opening)
        monkeypatch.setattr(builtins, "open", opening)

    def _slowed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def slowed(*arguments: Any, **named: Any) -> Any:
            if arguments and self._is_below(arguments[0]):
                self.calls.append((name, threading.current_thread().name))
                self._answers.wait(30)
                time.sleep(self.seconds)
            return function(*arguments, **named)

        return slowed

    def _is_below(self, path: object) -> bool:
        return isinstance(path, str | os.PathLike) and os.fspath(path).startswith(self._folder)

    @property
    def on_the_gui_thread(self) -> list[str]:
        """What the windows' thread asked."""
        return [name for name, thread in self.calls if thread == threading.main_thread().name]

    @contextmanager
    def silent(self) -> Iterator[None]:
        """The share does not answer meanwhile."""
        self._answers.clear()
        try:
            yield
        finally:
            self._answers.set()
