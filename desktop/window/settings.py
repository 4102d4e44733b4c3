"""What the app remembers between two runs, each value typed and checked when it is read."""

from collections.abc import Callable, Sequence
from math import isfinite
from pathlib import Path
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QByteArray, QSettings

SMALLEST_TEXT, LARGEST_TEXT = 0.8, 2.0
MOST_RECENT_PACKS = 8
LARGEST_COLUMN = 4000.0

_V = TypeVar("_V")


class Store(Protocol):
    """What keeps values by key; QSettings is one."""

    def value(self, key: str, fallback: object, type: object) -> object: ...
    def setValue(self, key: str, value: object) -> None: ...
    def sync(self) -> None: ...
    def status(self) -> QSettings.Status: ...
    def isWritable(self) -> bool: ...
    def fileName(self) -> str: ...


class Forgetful:
    """A store that keeps nothing, for windows that only make pictures."""

    def value(self, key: str, fallback: object, type: object) -> object:
        return fallback

    def setValue(self, key: str, value: object) -> None:
        """Nothing is kept."""

    def sync(self) -> None:
        """There is nothing to write."""

    def status(self) -> QSettings.Status:
        return QSettings.Status.NoError

    def isWritable(self) -> bool:
        return True

    def fileName(self) -> str:
        return ""


class Settings:
    """The remembered values. One that is damaged reads as its default."""

    def __init__(self, store: "QSettings | Store") -> None:
        self._store: Any = store
        self.watchers: list[Callable[[], None]] = []
        """Who is told that something is to be remembered."""

    @property
    def is_kept(self) -> bool:
        """Whether what is set outlasts this run; it does not on a medium that cannot be written to."""
        return bool(self._store.isWritable())

    @property
    def folder(self) -> Path | None:
        """Where the settings are kept, and other things of the user's may be; None where nothing is kept."""
        name = self._store.fileName()
        return Path(name).parent if name and self.is_kept else None

    @property
    def geometry(self) -> QByteArray:
        """Place, size and state of the main window, as QWidget.saveGeometry gives them; may be empty."""
        return self.read("window/geometry", QByteArray, QByteArray())

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self.write("window/geometry", value)

    @property
    def page(self) -> str:
        return self.read("window/page", str, "")

    @page.setter
    def page(self, value: str) -> None:
        self.write("window/page", value)

    @property
    def text_size(self) -> float:
        """How much larger than usual text is: 0.8 to 2."""
        value = self.read("window/text_size", float, 1.0)
        return value if isfinite(value) and SMALLEST_TEXT <= value <= LARGEST_TEXT else 1.0

    @text_size.setter
    def text_size(self, value: float) -> None:
        self.write("window/text_size", min(LARGEST_TEXT, max(SMALLEST_TEXT, value)))

    @property
    def citation_open(self) -> bool:
        return self.read("window/citation_open", str, "") == "true"

    @citation_open.setter
    def citation_open(self, value: bool) -> None:
        self.write("window/citation_open", "true" if value else "false")

    @property
    def recent_packs(self) -> list[str]:
        """The packs that were opened, newest first."""
        lines = self.read("packs/recent", str, "").splitlines()
        return list(dict.fromkeys(line for line in lines if line.strip()))[:MOST_RECENT_PACKS]

    def add_recent_pack(self, path: str) -> None:
        self._set_recent([path, *(other for other in self.recent_packs if other != path)])

    def forget_pack(self, path: str) -> None:
        """Drop a pack that is no longer there."""
        self._set_recent([other for other in self.recent_packs if other != path])

    def _set_recent(self, paths: Sequence[str]) -> None:
        self.write("packs/recent", "\n".join(paths[:MOST_RECENT_PACKS]))

    def column_widths(self, listing: str) -> tuple[float, ...]:
        """The widths of a listing's columns at scale 1, as the user left them; empty where untouched. Several columns of
        one width, the last of which takes what is over, are none that anybody has dragged: so they were kept once without
        having been touched."""
        try:
            widths = tuple(float(part) for part in self.read(f"columns/{listing}", str, "").split())
        except ValueError:
            return ()
        is_alike = len(widths) > 1 and (
            len(set(widths)) == 1 or (len(widths) > 2 and len(set(widths[:-1])) == 1)
        )
        return widths if not is_alike and all(0 < width <= LARGEST_COLUMN for width in widths) else ()

    def set_column_widths(self, listing: str, widths: Sequence[float]) -> None:
        self.write(f"columns/{listing}", " ".join(f"{width:.1f}" for width in widths))

    def save(self) -> bool:
        """Write to disk now; False where that failed, now or before."""
        self._store.sync()
        return bool(self._store.status() is not QSettings.Status.AccessError)

    def write(self, key: str, value: object) -> None:
        """Remember a value under a key."""
        self._store.setValue(key, value)
        for watcher in self.watchers:
            watcher()

    def read(self, key: str, kind: type[_V], fallback: _V) -> _V:
        """What is remembered under a key; `fallback` where there is nothing of that kind."""
        try:
            value = self._store.value(key, fallback, type=kind)
        except (TypeError, ValueError, EOFError):
            return fallback
        return value if isinstance(value, kind) else fallback
