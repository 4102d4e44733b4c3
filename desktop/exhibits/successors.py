"""Where what was shown of one reading of a pack stands in a newer one."""

from functools import cached_property

from desktop.briefing.identity import follow, moved_panels
from desktop.briefing.records import Ref
from desktop.exhibits.compose import Composer


class Successors:
    """Finds what `before` composed in what `after` composes."""

    def __init__(self, before: Composer, after: Composer) -> None:
        self._before, self._after = before, after

    def ref(self, ref: Ref | None) -> Ref | None:
        """The same record; None where it is gone, or there was none."""
        return None if ref is None else follow(ref, self._before.briefing, self._after.briefing)

    @cached_property
    def panels(self) -> dict[str, str]:
        """The places of panels, as page/position, by where they were."""
        return moved_panels(self._before.panels, self._after.panels)

    def position(self, page: str, position: int) -> int | None:
        """Where a panel stands on its page."""
        place = self.panels.get(f"{page}/{position}")
        return None if place is None else int(place.rpartition("/")[2])
