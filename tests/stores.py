"""Stores for settings that last as long as a test."""

from PySide6.QtCore import QSettings


def store_in(path: str) -> QSettings:
    """A store of its own in the file `path`."""
    return QSettings(path, QSettings.Format.IniFormat)
