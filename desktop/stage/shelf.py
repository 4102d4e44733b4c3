"""Where shows are kept, as the sorter needs it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from desktop.briefing.records import Show


class Shelf(Protocol):
    """The shows of one pack. What cannot be done raises ValueError with a sentence that says why, and what to do."""

    @property
    def key(self) -> str:
        """Tells packs apart."""

    @property
    def is_own(self) -> bool:
        """Whether the pack is the user's own and can be written to."""

    def names(self) -> Sequence[str]: ...
    def save(self, name: str, rows: Sequence[Show]) -> None: ...
    def rename(self, name: str, new: str) -> None: ...
    def remove(self, name: str) -> None: ...

    def copy_to(self, folder: Path) -> None:
        """Copy the pack into a new folder within `folder`; what is kept from now on is kept there."""
