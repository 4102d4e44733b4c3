"""What this machine gives the app: its system, screens, fonts, and folders that can be written to."""

import os
import platform
from pathlib import Path

from PySide6.QtGui import QFontDatabase, QScreen
from PySide6.QtWidgets import QApplication

from desktop.quantities.language import tr
from desktop.window.places import data_folder, settings_store


def facts(application: QApplication) -> dict[str, str]:
    """By name, for people."""
    told = {
        tr("System"): f"{_system()} {platform.machine()}",
        tr("Desktop"): os.environ.get("XDG_CURRENT_DESKTOP", "") or "—",
    }
    for number, screen in enumerate(application.screens(), start=1):
        told[tr("Screen {number}", number=number)] = _screen(screen)
    told[tr("Fonts")] = tr(
        "{own} in use; {count} families in all",
        own=application.font().family(),
        count=len(QFontDatabase.families()),
    )
    told["OpenGL"] = tr("not needed")
    told[tr("Settings")] = _writable(Path(settings_store().fileName()).parent)
    told[tr("Log")] = _writable(data_folder())
    return told


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        return f"{platform.system()} {platform.release()}"


def _screen(screen: QScreen) -> str:
    size, scale = screen.size(), screen.devicePixelRatio()
    return f"{screen.name()} {size.width()} × {size.height()}, {round(scale * 100)} %".strip()


def _writable(folder: Path) -> str:
    """A folder, and whether something can be written into it, or into the nearest one above that exists."""
    nearest = next((place for place in (folder, *folder.parents) if place.exists()), folder)
    word = tr("can be written to") if os.access(nearest, os.W_OK) else tr("cannot be written to")
    return f"{folder} ({word})"
