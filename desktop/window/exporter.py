"""What the window needs to export, and what there is to export; the application brings the one, the window the other."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtGui import QImage

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
