"""The icon as pictures, drawn from its SVG by Qt."""

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QImage, QPainter

from resources.installer.project import ROOT

SVG = ROOT / "resources" / "icons" / "zonebrief.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 256)


def _application() -> QGuiApplication:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    found = QGuiApplication.instance() or QGuiApplication(["icons"])
    assert isinstance(found, QGuiApplication)
    return found


def drawn(size: int) -> QImage:
    """The icon, `size` pixels wide and high."""
    application = _application()
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QIcon(str(SVG)).paint(painter, image.rect())
    painter.end()
    del application
    return image


def png(size: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawn(size).save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def ico() -> bytes:
    """A Windows icon file of PNG pictures: a header, a directory entry for each, the pictures."""
    pictures = [png(size) for size in ICO_SIZES]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    entries = b""
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return head + entries + b"".join(pictures)


def write_pngs(hicolor: Path, kind: str, name: str) -> None:
    """The PNG sizes and the SVG into an icon theme's folder, e.g. hicolor/48x48/apps/zonebrief.png."""
    for size in SIZES:
        place = hicolor / f"{size}x{size}" / kind / f"{name}.png"
        place.parent.mkdir(parents=True)
        place.write_bytes(png(size))
    vector = hicolor / "scalable" / kind / f"{name}.svg"
    vector.parent.mkdir(parents=True)
    vector.write_bytes(SVG.read_bytes())
