"""Exhibits are composed in the reader's words: Chinese, as the app speaks."""

import pytest
from PySide6.QtWidgets import QApplication


@pytest.fixture(autouse=True)
def chinese(qapp: QApplication) -> None:
    """The application installs the translation."""
