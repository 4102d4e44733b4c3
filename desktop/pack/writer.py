"""Changes to a pack on disk: its shows; and a pack as one .zonebrief file, or as a folder of one's own."""

import os
import zipfile
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import nullcontext, suppress
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import BinaryIO, cast
from zlib import crc32

from desktop.briefing.panels import OWN_SLIDES
from desktop.briefing.records import Panel, Show, Source
from desktop.disk.beside import writing_beside
from desktop.disk.locks import Lock
from desktop.pack.archive import Archive, packed
from desktop.pack.files import (
    DESCRIPTOR,
    Folder,
    PackError,
    PackFiles,
    check_total,
    readable,
    safe_name,
    shown,
)
from desktop.pack.loader import open_files, read_descriptor, table_paths
from desktop.pack.replacing import Fill, refusal, replace_files
from desktop.pack.saving import saving_alone
from desktop.pack.schema import descriptor_text, resources_of, with_table, without_table
from desktop.pack.shows import Form, ShowTable
from desktop.pack.tables import read_table
from desktop.pack.texts import decode
from desktop.quantities.language import tr

Contents = Sequence[tuple[str, bytes]]
"""The files of an archive, by their names."""
Stamp = tuple[tuple[int, int, int], ...]
"""Time of change, size and checksum of the files that hold a pack's shows; another stamp means that they were changed.
The checksum tells apart what is equally long and was written within the same tick of the disk's clock."""
FIRST_DATE = (1980, 1, 1, 0, 0, 0)
"""The date of every file in an archive, so that the same pack gives the same bytes."""


def stamp(pack: Path) -> Stamp:
    """The state of the files that hold the shows of the pack; PackError where it is gone."""
    files = open_files(pack)
    try:
        if isinstance(files, Archive):
            status = pack.stat()
            return ((status.st_mtime_ns, status.st_size, files.checksum()),)
        root, shows = cast(Folder, files).root, _paths(files).get(Show.table, f"{Show.table}.csv")
        with readable(shows):
            paths = [root / DESCRIPTOR, root / safe_name(shows)]
            return tuple(_stamp_of(path) for path in paths if path.exists())
    finally:
        files.close()


def _stamp_of(path: Path) -> tuple[int, int, int]:
    status = path.stat()
    return status.st_mtime_ns, status.st_size, crc32(path.read_bytes())


def save_show(pack: Path, name: str, rows: Sequence[Show], since: Stamp | None = None) -> Stamp:
    """Keep a show in the pack under `name`, in place of the one that has this name; returns the state of the pack with
    it. PackError, with the pack left as it was, where it cannot be written, where it was changed after `since`, or
    where another program is saving to it."""
    if not rows:
        raise PackError(tr("A show needs at least one slide."))

    def put(table: ShowTable, panels: Collection[str]) -> None:
        lost = next((row.panel for row in rows if panels and row.panel not in panels), None)
        if lost is not None:
            raise PackError(
                tr("The pack holds no panel “{panel}” any more; read it again first.", panel=shown(lost))
            )
        table.put(name, rows)

    return _edited(pack, since, put)


def remove_show(pack: Path, name: str, since: Stamp | None = None) -> Stamp:
    """Take a show out of the pack; returns its state then. PackError as for `save_show`, and where the pack holds no such show."""

    def remove(table: ShowTable, panels: Collection[str]) -> None:
        if not table.remove(name):
            raise PackError(tr("The pack holds no show “{name}”.", name=shown(name)))

    return _edited(pack, since, remove)


def rename_show(pack: Path, name: str, new: str, since: Stamp | None = None) -> Stamp:
    """Call the show `name` `new` from now on; returns the state of the pack then. PackError as for `save_show`, and where the pack holds no such show, or
    holds one called `new`."""

    def rename(table: ShowTable, panels: Collection[str]) -> None:
        if not table.rename(name, new):
            raise PackError(tr("The pack holds no show “{name}”.", name=shown(name)))

    return _edited(pack, since, rename)


def read_shows(pack: Path) -> tuple[list[Show], Stamp]:
    """The shows that the pack holds now, and its stamp; PackError where they cannot be read."""
    seen = stamp(pack)
    files = open_files(pack)
    try:
        path = _paths(files).get(Show.table)
        if path is None:
            return [], seen
        records, faults = read_table(Show.table, decode(path, files.read(path)).text)
    finally:
        files.close()
    if faults:
        raise PackError(faults[0].message)
    return list(cast(Sequence[Show], records)), seen


Change = Callable[[ShowTable, Collection[str]], None]
"""Changes the table of shows, which may name only these panels, where there are any."""


def _edited(pack: Path, since: Stamp | None, change: Change) -> Stamp:
    """Make one change of the shows of a pack, alone: what was read is compared with what is there by then."""
    open_files(pack).close()  # what is no pack is said before a lock is made for it
    with saving_alone(pack) as lock:
        known = stamp(pack)
        if since is not None and since != known:
            raise changed(pack)
        _Edit(pack, known, lock).run(change)
        return stamp(pack)


def changed(pack: Path) -> PackError:
    return PackError(
        tr("“{path}” was changed in another program; read it again first.", path=shown(pack.name))
    )


class _Edit:
    """One change of the shows of a pack that is as `known` says."""

    def __init__(self, pack: Path, known: Stamp, lock: Lock) -> None:
        self._pack, self._known, self._lock = pack, known, lock

    def run(self, change: Change) -> None:
        files = open_files(self._pack)
        try:
            changes = self._changes(files, change)
            replace_files(self._placed(files, changes), partial(self._ready, files))
        finally:
            files.close()

    def _ready(self, files: PackFiles) -> None:
        """Windows does not replace what is open. The pack may have changed by the hand of a program that knows no lock,
        and a lock lapses when the computer slept for long."""
        files.close()
        if not self._lock.is_ours or stamp(self._pack) != self._known:
            raise changed(self._pack)

    def _changes(self, files: PackFiles, change: Change) -> dict[str, bytes | None]:
        """The new content of each file that changes. The table comes first, since the loader finds it by its name
        too; when it goes, it goes last."""
        described, form = Form.of(DESCRIPTOR, files.read(DESCRIPTOR))
        descriptor = read_descriptor(described)
        paths = table_paths(descriptor, set(files.names()))
        table, table_form = self._table(files, paths)
        change(table, self._panels(files, paths))
        path = paths.get(Show.table, f"{Show.table}.csv")
        if table.is_empty:
            renewed = without_table(descriptor, Show.table)
            changes: dict[str, bytes | None] = {path: None} if Show.table in paths else {}
        else:
            renewed = with_table(descriptor, Show.table, path, table.header)
            changes = {path: table_form.bytes_of(table.text)}
        if renewed != descriptor:
            text = descriptor_text(renewed).replace("\n", form.line_end)
            changes[DESCRIPTOR] = form.bytes_of(text)
        return dict(sorted(changes.items(), key=lambda change: change[1] is None))

    @staticmethod
    def _table(files: PackFiles, paths: Mapping[str, str]) -> tuple[ShowTable, Form]:
        """The table as it is, or an empty one that is written as the pack's other tables are."""
        if Show.table in paths:
            text, form = Form.of(paths[Show.table], files.read(paths[Show.table]))
            return ShowTable(text, form.line_end), form
        like = next(iter(paths.values()), None)
        form = Form.of(like, files.read(like))[1] if like else Form()
        return ShowTable("", form.line_end), form

    @staticmethod
    def _panels(files: PackFiles, paths: Mapping[str, str]) -> Collection[str]:
        """What a show may name; nothing where the pack has no panels of its own."""
        if Panel.table not in paths:
            return ()
        records, _ = read_table(Panel.table, decode(Panel.table, files.read(paths[Panel.table])).text)
        panels = {f"{panel.page}/{panel.position}" for panel in cast(Sequence[Panel], records)}
        return panels | set(OWN_SLIDES) if panels else ()

    def _placed(self, files: PackFiles, changes: Mapping[str, bytes | None]) -> dict[Path, Fill | None]:
        """The files on disk that change, and how."""
        if isinstance(files, Archive):
            return {self._pack.resolve(): partial(files.copy, changes=changes)}
        root = cast(Folder, files).root
        return {
            root / safe_name(name): None if content is None else partial(_fill, content=content)
            for name, content in changes.items()
        }


def _fill(stream: BinaryIO, content: bytes) -> None:
    stream.write(content)


def _paths(files: PackFiles) -> dict[str, str]:
    """Where the tables of a pack stand."""
    descriptor = read_descriptor(decode(DESCRIPTOR, files.read(DESCRIPTOR)).text)
    return table_paths(descriptor, set(files.names()))


# a pack as one file, and as a folder of one's own


def copy_pack(pack: Path, folder: Path) -> None:
    """Copy the pack into `folder`, which is made, or has to be empty: what `write_archive` would put into one file.
    PackError where it cannot."""
    files = open_files(pack)
    try:
        contents = _contents(files)
    finally:
        files.close()
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise PackError(tr("“{path}” is not empty; choose another folder.", path=shown(folder.name)))
        for name in (*contents, DESCRIPTOR):
            (folder / safe_name(name)).parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal(folder, error) from None
    replace_files({folder / name: partial(_fill, content=content) for name, content in contents.items()})


def write_archive(pack: Path, path: Path, progress: Callable[[int, int], None]) -> None:
    """Write the pack as one .zonebrief file: the descriptor, what it names, the tables and the sources' documents,
    nothing else that lies beside them; where `path` is the pack itself, all that it holds. The same pack gives the
    same bytes. `path` stays as it was until what was written has been read back. `progress` is told the files done
    and in all; what it raises cancels. PackError where the pack cannot be read, OSError where nothing can be written."""
    progress(0, 0)
    with saving_alone(path) if path.exists() else nullcontext():
        files = open_files(pack)
        try:
            if isinstance(files, Archive) and path.exists() and path.samefile(pack):
                held = list(files.everything())
                _replace_archive(path, partial(_copy_whole, files), held, progress)
                return
            contents = sorted(_contents(files).items())
        finally:
            files.close()
        check_total(len(contents), sum(len(content) for _, content in contents))
        _replace_archive(path, partial(_pack_up, contents, progress), contents, progress)


def _replace_archive(
    path: Path, fill: Fill, contents: Contents, progress: Callable[[int, int], None]
) -> None:
    with writing_beside(path) as temporary:
        with temporary.open("wb") as stream:
            fill(stream)
            stream.flush()
            os.fsync(stream.fileno())
        if not _holds(temporary, contents):
            raise PackError(
                tr(
                    "“{path}” could not be read back as it was written, so nothing was replaced; choose another place.",
                    path=shown(path.name),
                )
            )
        progress(len(contents), len(contents))


def _copy_whole(archive: Archive, stream: BinaryIO) -> None:
    """Windows does not replace what is open."""
    archive.copy(stream, {})
    archive.close()


def _pack_up(contents: Contents, progress: Callable[[int, int], None], stream: BinaryIO) -> None:
    with zipfile.ZipFile(stream, "w") as archive:
        for done, (name, content) in enumerate(contents, start=1):
            archive.writestr(*packed(name, content, FIRST_DATE))
            progress(done, len(contents))


def _holds(path: Path, contents: Contents) -> bool:
    """Whether the archive at `path` opens, and has these contents."""
    try:
        written = Archive(path)
    except PackError:
        return False
    try:
        return all(one == other for one, other in zip_longest(written.everything(), contents))
    except PackError:
        return False
    finally:
        written.close()


def _contents(files: PackFiles) -> dict[str, bytes]:
    descriptor, paths = read_descriptor(decode(DESCRIPTOR, files.read(DESCRIPTOR)).text), _paths(files)
    needed = {DESCRIPTOR, *paths.values()}
    if Source.table in paths:
        sources, _ = read_table(Source.table, decode(Source.table, files.read(paths[Source.table])).text)
        needed |= {source.path for source in cast(Sequence[Source], sources) if source.path}
    contents = {name: files.read(name) for name in needed}
    for resource in resources_of(descriptor):
        path = resource.get("path") if isinstance(resource, dict) else None
        if isinstance(path, str) and path not in contents:
            with suppress(PackError):  # the loader does not ask for it either
                contents[path] = files.read(path)
    return contents
