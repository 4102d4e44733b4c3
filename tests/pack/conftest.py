"""Below the window there is no translator: what is said here is the source's own English."""

import pytest

from desktop.quantities import language


@pytest.fixture(autouse=True)
def source_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_translate", str)
