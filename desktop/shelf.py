"""The shows of a pack on disk, for the sorter and for what a rehearsal took."""

import os
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import TypeVar

from desktop.briefing.records import Show
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import show_names
from desktop.pack.files import DESCRIPTOR, ENDING, PackError
from desktop.pack.writer import Stamp, changed, copy_pack, read_shows, remove_show, rename_show, save_show
from desktop.quantities.language import tr
from desktop.window.errand import apart

T = TypeVar("T")


PATIENCE = 2.5
"""Seconds that the windows wait for what a share says of the shows; then they go on with what they know."""
PATIENCE_TO_CHANGE = 60.0
"""Seconds for a change, or a copy, of the pack."""

State = tuple[Sequence[Show] | None, Stamp | None]
"""The shows of a pack and its stamp; None of both where they cannot be read."""


class PackShelf:
    """Keeps shows in `pack` and lets `composer` know of them; `bundled` is the pack that belongs to the app. The disk is
    asked on threads of its own: it may be slow. The shows on it are not known before `take` where not `at_once`."""

    def __init__(self, pack: Path | None, composer: Composer, bundled: Path, at_once: bool = True) -> None:
        self.pack, self.composer = pack, composer
        self._bundled = bundled
        self._stamp: Stamp | None = None
        if at_once:
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
        """Of a share that does not answer, or not with what was asked, it is not known; the change tells."""
        try:
            return apart(self._is_own, PATIENCE)
        except OSError:  # TimeoutError is one
            return True

    def _is_own(self) -> bool:
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
        try:
            return self.take(apart(self.state, PATIENCE))
        except TimeoutError:
            return self.take((None, None))

    def state(self) -> State:
        """How the shows are on disk now; on any thread."""
        try:
            return (None, None) if self.pack is None else read_shows(self.pack)
        except (PackError, OSError):
            return None, None

    def take(self, state: State) -> bool:
        """Know this state; True where the shows are others than before."""
        shows, self._stamp = state
        return shows is not None and self.composer.take_shows(shows)

    @property
    def is_known(self) -> bool:
        """Whether the disk has told how the shows are."""
        return self._stamp is not None

    def _since(self) -> Stamp | None:
        """The state of the pack whose shows we know. Where the disk has not told it, it is asked now: what another
        program changed meanwhile is not written over unseen."""
        if self._stamp is not None or self.pack is None:
            return self._stamp
        shows, stamp = self.state()
        if shows is not None and list(shows) != list(self.composer.shows):
            raise changed(self.pack)
        return stamp

    def names(self) -> Sequence[str]:
        return show_names(self.composer)

    def save(self, name: str, rows: Sequence[Show]) -> None:
        self._change(lambda: save_show(self._own(), name, rows, self._since()))

    def rename(self, name: str, new: str) -> None:
        self._change(lambda: rename_show(self._own(), name, new, self._since()))

    def remove(self, name: str) -> None:
        self._change(lambda: remove_show(self._own(), name, self._since()))

    def _change(self, change: Callable[[], Stamp]) -> None:
        """Change the pack and know its shows then. It is as we left it; what another program changed since is to be
        read before we change it again."""

        def work() -> State:
            stamp = change()
            return self.state()[0], stamp

        self.take(self._done(work))

    def _done(self, work: Callable[[], T]) -> T:
        try:
            return apart(work, PATIENCE_TO_CHANGE)
        except TimeoutError:
            name = self.pack.name if self.pack else ""
            raise PackError(
                tr(
                    "The place of “{name}” does not answer. Read the pack again later to see whether it was changed.",
                    name=name,
                )
            ) from None

    def copy_to(self, folder: Path) -> None:
        def work() -> Path:
            target = _free(folder, self._place())
            copy_pack(self._place(), target)
            return target

        self.pack = self._done(work)
        self.refresh()

    def _own(self) -> Path:
        place = self._place()
        if not self._is_own():
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
