"""Whether Qt can load what it shows windows with, asked before the application is made: Qt ends the process where not."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QPluginLoader

ELSEWHERE = ("QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH")
"""Set where Qt is to look for plugins in other places too."""
FILES = {"xcb": "libqxcb.so", "wayland": "libqwayland-*.so", "offscreen": "libqoffscreen.so"}
"""The platforms that we bring; what becomes of another one is left to Qt."""


def check_platform() -> None:
    """Raises ImportError, with the reason that the system's loader gives, where Qt would find no platform that it can
    load. What is loaded here is not loaded again by Qt."""
    if sys.platform != "linux" or any(name in os.environ for name in ELSEWHERE):
        return
    wished = os.environ.get("QT_QPA_PLATFORM") or (
        "wayland;xcb" if os.environ.get("WAYLAND_DISPLAY") else "xcb"
    )
    names = [each.partition(":")[0] for each in wished.split(";")]
    if not FILES.keys() >= set(names):
        return
    reasons = []
    for path in _plugins(names):
        loader = QPluginLoader(str(path))
        if loader.load():
            return
        reasons.append(f"{path.name}: {loader.errorString()}")
    raise ImportError("\n".join(reasons))


def _plugins(names: list[str]) -> Iterator[Path]:
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms"
    for name in names:
        yield from sorted(folder.glob(FILES[name])) or [folder / FILES[name]]
