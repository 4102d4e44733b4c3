"""Every word for people is translated, and the compiled file is the one that belongs to the source."""

import importlib.util
import string
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

from desktop import app

SCRIPT = Path(__file__).parents[1] / "resources" / "translations" / "update.py"


@pytest.fixture(scope="module")
def update() -> ModuleType:
    spec = importlib.util.spec_from_file_location("update", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_string_is_translated_with_the_same_places(update: ModuleType) -> None:
    known = update.translations()
    assert set(known) == set(update.strings_in_code())
    for source, translation in known.items():
        assert translation, source
        assert places(translation) == places(source), source


def test_the_compiled_file_is_up_to_date(update: ModuleType) -> None:
    translator = QTranslator()
    assert translator.load(str(app.bundled("resources", "translations", "zonebrief_zh_CN.qm")))
    for source, translation in update.translations().items():
        assert translator.translate(app.CONTEXT, source) == translation, source
