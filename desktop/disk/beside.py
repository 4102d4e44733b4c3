"""A file is written beside the one it replaces, so that neither a failure nor a cancel damages what was there."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex


@contextmanager
def writing_beside(path: Path) -> Iterator[Path]:
    """A new, empty file in the folder of `path` that takes its place at the end of the block.

    Where the block raises, nothing is left and `path` stays as it was. OSError passes through: a folder that is
    missing or may not be written to, a full disk, a file that another program holds open.
    """
    path = Path(os.path.realpath(path))
    if path.is_dir():
        raise IsADirectoryError(21, os.strerror(21), str(path))
    temporary = path.with_name(f".zonebrief-{token_hex(6)}{path.suffix}")
    temporary.touch(exist_ok=False)
    try:
        yield temporary
        with temporary.open("rb+") as file:
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
