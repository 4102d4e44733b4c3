"""Keeps two notices of Qt from the terminal that tell its users nothing; all others are printed as ever."""

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_NEEDLESS = (
    "This plugin does not support propagateSizeHints",  # without a screen there is nobody to hint at
    "Detected locale ",  # Qt says that it goes on with UTF-8, as is wanted
)


def hush() -> None:
    """From now on those notices are not printed."""
    qInstallMessageHandler(_said)


def _said(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
    if not message.startswith(_NEEDLESS) and sys.stderr is not None:
        print(message, file=sys.stderr)
