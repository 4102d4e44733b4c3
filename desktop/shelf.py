"""The shows of a pack on disk, for the sorter and for what a rehearsal took."""

import os
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from desktop.briefing.records import Show
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import show_names
from desktop.pack.files import DESCRIPTOR, ENDING, PackError
from desktop.pack.writer import Stamp, copy_pack, read_shows, remove_show, rename_show, save_show
from desktop.quantities.language import tr


class PackShelf:
    """Keeps shows in `pack` and lets `composer` know of them; `bundled` is the pack that belongs to the app."""

    def __init__(self, pack: Path | None, composer: Composer, bundled: Path) -> None:
        self.pack, self.composer = pack, composer
        self._bundled = bundled
        self._stamp: Stamp | None = None
        self.refresh()

    def use(self, composer: Composer) -> None:
        """The pack was read anew."""
        self.composer = composer
        self.refresh()

    @property
    def key(self) -> str:
        return str(self.pack or "")

    @property
    def is_own(self) -> bool:
        if self.pack is None or self._same(self.pack, self._bundled):
            return False
        places = {self.pack, self.pack.parent if self.pack.is_file() else self.pack}
        return all(os.access(place, os.W_OK) for place in places)

    @staticmethod
    def _same(one: Path, other: Path) -> bool:
        one = one.parent if one.name == DESCRIPTOR else one
        return one.resolve() == other.resolve()

    def refresh(self) -> bool:
        """Know the shows as they are on disk now; where they cannot be read, as they were. True where they are others
        than before."""
        if self.pack is None:
            return False
        try:
            shows, self._stamp = read_shows(self.pack)
        except (PackError, OSError):
            self._stamp = None
            return False
        return self.composer.take_shows(shows)

    def names(self) -> Sequence[str]:
        return show_names(self.composer)

    def save(self, name: str, rows: Sequence[Show]) -> None:
        self._kept(save_show(self._own(), name, rows, self._stamp))

    def rename(self, name: str, new: str) -> None:
        self._kept(rename_show(self._own(), name, new, self._stamp))

    def remove(self, name: str) -> None:
        self._kept(remove_show(self._own(), name, self._stamp))

    def _kept(self, state: Stamp) -> None:
        """The pack is as we left it; what another program changed since is to be read before we change it again."""
        self.refresh()
        self._stamp = state

    def copy_to(self, folder: Path) -> None:
        target = _free(folder, self._place())
        copy_pack(self._place(), target)
        self.pack = target
        self.refresh()

    def _own(self) -> Path:
        place = self._place()
        if not self.is_own:
            raise PackError(
                tr(
                    "This pack cannot be changed. Open the slide list (Ctrl+L) and save it as a pack of your own."
                )
            )
        return place

    def _place(self) -> Path:
        if self.pack is None:
            raise PackError(tr("There is no pack on disk to keep shows in."))
        return self.pack


def _free(folder: Path, pack: Path) -> Path:
    """A folder that is not there yet, named after the pack."""
    source = pack.parent if pack.name == DESCRIPTOR else pack
    name = source.name.removesuffix(ENDING)
    tries = (folder / (name if n == 1 else f"{name}-{n}") for n in count(1))
    return next(place for place in tries if not place.exists())
