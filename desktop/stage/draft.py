"""A show that is being arranged: plain state without Qt. The sorter is a view of it and changes it by its methods."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.briefing.panels import OWN_SLIDES
from desktop.briefing.records import Show
from desktop.charts.slide import holds_proof
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import Slide, as_shown, show_names, show_rows, slide_groups
from desktop.exhibits.successors import Successors
from desktop.stage.clock import CHARACTERS_A_MINUTE, estimated, planned

HUNDREDTH = Decimal("0.01")
"""Of a minute, as exactly as times are planned."""


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """One place of a show: a panel with all of its slides, `base` as the pack has them, and the row that says how
    the show has it. `absent`: the show does not name it, and nobody has touched it yet."""

    base: tuple[Slide, ...]
    row: Show
    absent: bool = False

    @property
    def page(self) -> str:
        return self.base[0].page

    @property
    def slides(self) -> list[Slide]:
        """As the show has them."""
        return as_shown(self.base, self.row)

    @property
    def own_script(self) -> str:
        """The script of the pack."""
        return self.base[0].script

    @property
    def script(self) -> str:
        return self.row.script or self.own_script

    @property
    def own_minutes(self) -> Decimal | None:
        """What the pack plans for it."""
        known = [slide.minutes for slide in self.base if slide.minutes is not None]
        return sum(known, Decimal(0)) if known else None


class Draft:
    """The entries of the show called `name`, "" being the deck of the whole pack; panels that the show does not name
    stand among them, hidden, each behind the one that it follows in the pack."""

    def __init__(self, composer: Composer, name: str = "", rows: Sequence[Show] | None = None) -> None:
        self.name = name
        known = {f"{panel.page}/{panel.position}" for panel in composer.panels} | set(OWN_SLIDES)
        groups = {slides[0].key: tuple(slides) for slides in slide_groups(composer, holds_proof)}
        self._groups = {key: slides for key, slides in groups.items() if key in known}
        wanted = show_rows(composer, name) if rows is None and name else rows
        self.entries = self._entries(wanted)
        self._saved = self._essence()

    def _entries(self, rows: Sequence[Show] | None) -> list[Entry]:
        if rows is None:
            return [
                Entry(slides, Show("", n, key)) for n, (key, slides) in enumerate(self._groups.items(), 1)
            ]
        entries = [Entry(self._groups[row.panel], row) for row in rows if row.panel in self._groups]
        named = {entry.row.panel for entry in entries}
        before = ""
        for key, slides in self._groups.items():
            if key not in named:
                places = [n for n, entry in enumerate(entries) if entry.row.panel == before]
                entry = Entry(slides, Show("", 0, key, hidden=True), absent=True)
                entries.insert(places[-1] + 1 if places else 0, entry)
            before = key
        return entries

    # what it is

    def rows(self, name: str) -> list[Show]:
        """The rows to be kept under a name."""
        kept = [entry.row for entry in self.entries if not entry.absent]
        return [replace(row, show=name, position=n) for n, row in enumerate(kept, start=1)]

    def _essence(self) -> list[Show]:
        return self.rows("")

    @property
    def changed(self) -> bool:
        """Whether there is something to keep."""
        return self._essence() != self._saved

    def kept(self, name: str) -> None:
        """All is kept under `name` now."""
        self.name, self._saved = name, self._essence()

    def number(self, place: int) -> str:
        """The numbers of an entry's slides among those that are shown, such as 7 or 7–9; "" where it is hidden."""
        if self.entries[place].row.hidden:
            return ""
        before = sum(len(entry.base) for entry in self.entries[:place] if not entry.row.hidden)
        last = before + len(self.entries[place].base)
        return str(last) if last == before + 1 else f"{before + 1}–{last}"

    @property
    def shown(self) -> list[Slide]:
        """Every slide that is shown, in order."""
        return [slide for entry in self.entries if not entry.row.hidden for slide in entry.slides]

    def planned(self, speed: int = CHARACTERS_A_MINUTE) -> float:
        """Seconds for all that is shown: as planned, or as long as the script takes where nothing is planned."""
        return sum(planned(slide, speed) for slide in self.shown)

    def spoken(self, speed: int = CHARACTERS_A_MINUTE) -> float:
        """Seconds that the scripts of all that is shown take."""
        return sum(estimated(slide.script, speed) for slide in self.shown if slide.script)

    def page_counts(self) -> Mapping[str, tuple[int, int]]:
        """By page: how many slides are shown, and how many there are."""
        counts: dict[str, tuple[int, int]] = {}
        for entry in self.entries:
            if entry.page:
                shown, every = counts.get(entry.page, (0, 0))
                count = len(entry.base)
                counts[entry.page] = (shown + (0 if entry.row.hidden else count), every + count)
        return counts

    def on(self, composer: Composer, newer: Successors) -> "Draft":
        """The same arrangement of a pack that was read anew; one that nobody changed is what the pack holds now, if it
        does."""
        if not self.changed and self.name in ("", *show_names(composer)):
            return Draft(composer, self.name)
        made = Draft(composer, self.name, newer.rows(self.rows(self.name)))
        made._saved = self._saved
        return made

    @classmethod
    def unsaved(cls, composer: Composer, name: str, rows: Sequence[Show]) -> "Draft":
        """A show as it was arranged, and not kept in the pack."""
        made = cls(composer, name, rows)
        made._saved = cls(composer, name)._saved
        return made

    # changes

    def _put(self, place: int, row: Show) -> None:
        self.entries[place] = replace(self.entries[place], row=row, absent=False)

    def hide(self, places: Iterable[int], hidden: bool = True) -> None:
        for place in places:
            if self.entries[place].row.hidden != hidden:
                self._put(place, replace(self.entries[place].row, hidden=hidden))

    def hide_page(self, page: str, hidden: bool = True) -> None:
        self.hide([n for n, entry in enumerate(self.entries) if entry.page == page], hidden)

    def set_minutes(self, place: int, minutes: Decimal | None) -> None:
        """Plan an entry's time; None is what the pack plans, or what the script takes."""
        if minutes != self.entries[place].row.minutes:
            self._put(place, replace(self.entries[place].row, minutes=minutes))

    def set_script(self, place: int, script: str) -> None:
        """Give an entry a script of this show's own; that of the pack, or none, takes it away."""
        entry = self.entries[place]
        own = "" if script.strip() == entry.own_script.strip() else script.strip()
        if own != entry.row.script:
            self._put(place, replace(entry.row, script=own))

    def take_times(self, minutes: Mapping[str, Decimal]) -> None:
        """Plan the time of every entry that is shown by the key of its slides; entries of the same panel share it."""
        shown = [(place, e.row.panel) for place, e in enumerate(self.entries) if not e.row.hidden]
        count = Counter(panel for _, panel in shown)
        for place, panel in shown:
            if panel in minutes:
                self.set_minutes(place, (minutes[panel] / count[panel]).quantize(HUNDREDTH))

    def move(self, places: Collection[int], to: int) -> list[int]:
        """Put entries before the place `to`, in their order; returns their new places."""
        chosen = sorted(set(places))
        moved = [self.entries[n] for n in chosen]
        start = to - sum(n < to for n in chosen)
        rest = [entry for n, entry in enumerate(self.entries) if n not in set(chosen)]
        after = [*rest[:start], *moved, *rest[start:]]
        if after != self.entries:
            self.entries = [replace(e, absent=False) if e in moved else e for e in after]
        return list(range(start, start + len(moved)))

    def shift(self, places: Collection[int], step: int) -> list[int]:
        """Move entries by one place, up (−1) or down (1); at the end they stay."""
        chosen = sorted(set(places))
        if not chosen or chosen[0] + min(step, 0) < 0 or chosen[-1] + max(step, 0) >= len(self.entries):
            return chosen
        return self.move(chosen, chosen[0] - 1 if step < 0 else chosen[-1] + 2)
