"""Where the app writes: the user's own folders, or a folder of its own where it is carried about."""

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths

APPLICATION = "zonebrief"
PORTABLE_MARK = "portable"


def portable_folder() -> Path | None:
    """The folder for all that a portable program keeps, beside the folder that it lies in; None for any other."""
    program = Path(sys.executable).parent
    if getattr(sys, "frozen", False) and (program / PORTABLE_MARK).exists():
        return program.parent / "settings"
    return None


def settings_store() -> QSettings:
    """The user's own store, a plain file. Where it cannot be written to, what is set stays in memory."""
    if folder := portable_folder():
        return QSettings(str(folder / f"{APPLICATION}.ini"), QSettings.Format.IniFormat)
    scope = QSettings.Scope.UserScope
    return QSettings(QSettings.Format.IniFormat, scope, APPLICATION, APPLICATION)


def data_folder() -> Path:
    """Where the log is kept: the user's own folder for local data."""
    place = QStandardPaths.StandardLocation.GenericDataLocation
    return portable_folder() or Path(QStandardPaths.writableLocation(place)) / APPLICATION
