"""What the window needs to show and to export, and what there is to export; the application brings the one, the window
the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, Protocol

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.charts.theme import Look
from desktop.exhibits.choice import Shown
from desktop.exhibits.compose import Composer
from desktop.exhibits.jobs import Job, Outcome
from desktop.exhibits.kinds import Exhibit, Page
from desktop.exhibits.viewport import Viewport


class Exporter(Protocol):
    """Makes files and pictures, on any thread. Both that write raise ExportError where they cannot."""

    def write(
        self, job: Job, briefing: Briefing, pack: Path | None, progress: Callable[[int, int], None]
    ) -> Outcome: ...
    def words(self, outcome: Outcome) -> Sequence[str]: ...
    def picture(
        self, exhibit: Exhibit, evidence: Evidence, look: Look, width: float, view: Viewport | None
    ) -> QImage: ...
    def write_picture(self, picture: QImage, path: Path) -> None: ...


class Kept(NamedTuple):
    """A show as it is kept, "" being the whole pack, and what keeps it."""

    show: str
    briefing: Briefing
    pack: Path | None


class Shows(Protocol):
    """The shows of the pack that the window shows: the one place that knows them, for stage, slide list and files."""

    def begin(self, here: bool = False) -> None:
        """Start the show that was chosen last, at the page in the window where `here`."""

    def sort(self) -> None:
        """Open the list of its slides."""

    def names(self) -> Sequence[str]:
        """Of the shows that the pack holds now."""

    @property
    def chosen(self) -> str:
        """The show that `begin` starts."""

    def settled(self, show: str | None, parent: QWidget) -> Kept | None:
        """The show as it is to be written into a file, None standing for the whole pack with all of its shows. What
        is changed and not kept yet is asked about first; None where the user would rather not."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What the window shows: a briefing, `page` of it, and what filters leave of that page."""

    composer: Composer
    pack: Path | None
    page: Page
    shown: Shown | None
    look: Look

    @property
    def briefing(self) -> Briefing:
        return self.composer.briefing
