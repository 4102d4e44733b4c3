"""Where what was shown of one reading of a pack stands in a newer one."""

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.briefing.identity import follow, moved_panels
from desktop.briefing.records import Ref, Show
from desktop.exhibits.compose import Composer

if TYPE_CHECKING:
    from desktop.exhibits.deck import Slide


class Successors:
    """Finds what `before` composed in what `after` composes."""

    def __init__(self, before: Composer, after: Composer) -> None:
        self._before, self._after = before, after

    def ref(self, ref: Ref | None) -> Ref | None:
        """The same record; None where it is gone, or there was none."""
        return None if ref is None else follow(ref, self._before.briefing, self._after.briefing)

    @cached_property
    def _panels(self) -> dict[str, str]:
        """The places of panels, as page/position, by where they were."""
        return moved_panels(self._before.panels, self._after.panels)

    def key(self, key: str) -> str:
        """The key of a slide that stands for the same; "" where its panel is gone."""
        was = (f"{panel.page}/{panel.position}" for panel in self._before.panels)
        return self._panels.get(key, "" if key in was else key)

    def rows(self, rows: Sequence[Show]) -> tuple[Show, ...]:
        """The rows of a show, each with its panel, so that what is hidden stays hidden; no row for one that is gone."""
        moved = (replace(row, panel=self.key(row.panel)) for row in rows)
        return tuple(row for row in moved if row.panel)

    def answer(self, answer: "Slide", ratio: float) -> "Slide | None":
        """The slide that answers with the same record; None where that is gone."""
        from desktop.exhibits.answers import answer_slide, asked_of

        ref = self.ref(asked_of(answer))
        return None if ref is None else answer_slide(self._after, ref, ratio)

    def position(self, page: str, position: int) -> int | None:
        """Where a panel stands on its page."""
        place = self._panels.get(f"{page}/{position}")
        return None if place is None else int(place.rpartition("/")[2])
