"""What is arranged and not kept yet, on the disk, so that it outlasts a crash."""

import json
import os
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from desktop.briefing.records import Show
from desktop.disk.beside import writing_beside
from desktop.disk.locks import Lock, holder_of

SOON = 1000
"""Milliseconds after a change; a slow disk may need as many again."""
LONGEST_WAIT = 2.0
"""Seconds for a file that is being written."""
_ENDING, _LOCK = ".json", ".lock"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """A show of the pack at the path `pack` as it was arranged; `when` it was."""

    pack: str
    show: str
    rows: tuple[Show, ...]
    when: datetime


class Recovery:
    """Keeps what is unsaved in one slide list, in a file of its own within `folder`; where there is no folder, or
    nothing can be written to it, nothing is kept. A lock beside the file tells others that its program is alive."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._file: Path | None = None
        self._lock: Lock | None = None
        self._wanted: Unsaved | None = None
        self._writes = False
        self._turn = threading.Condition()

    def find(self, pack: str) -> Unsaved | None:
        """The last of what programs left unsaved that are gone, for this pack. It is ours from now on: to be kept anew,
        dropped, or left."""
        files = [] if self._folder is None else list(self._folder.glob(f"*{_ENDING}"))
        self._clear()
        found = [(unsaved, file) for file in files if (unsaved := _read(file)) and unsaved.pack == pack]
        for unsaved, file in sorted(found, key=lambda pair: pair[0].when, reverse=True):
            lock = Lock(file.with_suffix(_LOCK))
            with suppress(OSError):
                if lock.take() is None:
                    self.leave()
                    self._file, self._lock = file, lock
                    return unsaved
        return None

    def _clear(self) -> None:
        """Take away the locks of programs that were killed before they kept anything."""
        for lock in () if self._folder is None else self._folder.glob(f"*{_LOCK}"):
            if not lock.with_suffix(_ENDING).exists():
                holder_of(lock)

    def keep(self, unsaved: Unsaved) -> None:
        """Have it on the disk soon, in place of what was kept before."""
        if self._folder is None:
            return
        with self._turn:
            self._wanted = unsaved
            if not self._writes:
                self._writes = True
                threading.Thread(target=self._write, name="recovery", daemon=True).start()

    def flush(self) -> None:
        """Wait until what is to be kept is on the disk."""
        with self._turn:
            self._turn.wait_for(lambda: not self._writes, LONGEST_WAIT)

    def drop(self) -> None:
        """It is kept in the pack now, or not wanted any more."""
        with self._turn:
            self._wanted = None
            self._turn.wait_for(lambda: not self._writes, LONGEST_WAIT)
        if self._file is not None:
            with suppress(OSError):
                self._file.unlink(missing_ok=True)
        self.leave()

    def leave(self) -> None:
        """Leave it for the next one who looks."""
        if self._lock is not None:
            self._lock.release()
        self._file = self._lock = None

    def _write(self) -> None:
        """On a thread of its own, until the last wish is on the disk."""
        while True:
            with self._turn:
                unsaved, self._wanted = self._wanted, None
                if unsaved is None:
                    self._writes = False
                    self._turn.notify_all()
                    return
            with suppress(OSError), writing_beside(self._own_file()) as temporary:
                temporary.write_text(_text(unsaved), encoding="utf-8")

    def _own_file(self) -> Path:
        if self._file is None or self._lock is None:
            assert self._folder is not None
            self._folder.mkdir(parents=True, exist_ok=True)
            file = self._folder / f"{os.urandom(8).hex()}{_ENDING}"
            lock = Lock(file.with_suffix(_LOCK))
            lock.take()
            self._file, self._lock = file, lock
        return self._file


def _text(unsaved: Unsaved) -> str:
    rows = [
        {
            "panel": row.panel,
            "hidden": row.hidden,
            "minutes": None if row.minutes is None else f"{row.minutes:f}",
            "script": row.script,
            "twins": dict(row.twins),
        }
        for row in unsaved.rows
    ]
    known = {"pack": unsaved.pack, "show": unsaved.show, "when": unsaved.when.isoformat(), "rows": rows}
    return json.dumps(known)


def _read(file: Path) -> Unsaved | None:
    """None where the file is damaged, or has just gone."""
    try:
        known = json.loads(file.read_text(encoding="utf-8"))
        pack, show, when = known["pack"], known["show"], datetime.fromisoformat(known["when"])
        rows = tuple(_show(show, place, row) for place, row in enumerate(known["rows"], start=1))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, InvalidOperation):
        return None
    return Unsaved(pack, show, rows, when) if isinstance(pack, str) and isinstance(show, str) else None


def _show(show: str, place: int, row: Mapping[str, Any]) -> Show:
    minutes, twins = row["minutes"], row["twins"]
    texts = (row["panel"], row["script"], *twins.keys(), *twins.values())
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("not a text")
    return Show(
        show,
        place,
        row["panel"],
        row["hidden"] is True,
        None if minutes is None else Decimal(minutes),
        row["script"],
        twins=dict(twins),
    )
