"""Pictures into a folder: all of them or none, and nothing that was there is damaged."""

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from desktop.disk.beside import working_folder, writing_beside


def write_pictures(pictures: Iterable[tuple[str, QImage]], folder: Path) -> list[Path]:
    """Write each picture under its name into `folder`, which is made where it is missing; OSError where that
    fails. The pictures are written beside first and moved in once all of them are there."""
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with working_folder(folder) as beside:
            names = [_written(beside, name, picture) for name, picture in pictures]
            for name in names:
                os.replace(beside / name, folder / name)
    except BaseException:
        if made and not any(folder.iterdir()):
            folder.rmdir()
        raise
    return [folder / name for name in names]


def write_picture(picture: QImage, path: Path) -> None:
    """Write one picture to `path`; OSError where that fails."""
    with writing_beside(path) as temporary:
        _written(temporary.parent, temporary.name, picture)


def _written(beside: Path, name: str, picture: QImage) -> str:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    (beside / name).write_bytes(buffer.data().data())
    return name
