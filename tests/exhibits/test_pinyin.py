"""Chinese found by how it sounds: the table is the one that pypinyin gives, and words are spelled as people say them."""

import importlib.util
import time
from pathlib import Path
from types import ModuleType

import pytest

from desktop import app
from desktop.exhibits.pinyin import MOST_SPELLINGS, Pinyin

SCRIPT = Path(__file__).parents[2] / "resources" / "pinyin" / "build.py"


@pytest.fixture(scope="module")
def build() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_pinyin", SCRIPT)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def pinyin() -> Pinyin:
    return Pinyin(app.pinyin_table())


def test_the_table_is_what_pypinyin_gives(build: ModuleType) -> None:
    text = app.pinyin_table()
    assert build.table() == text
    assert len(text.encode()) < 150_000


def test_the_words_that_are_often_misread_are_found_as_they_are_read(
    build: ModuleType, pinyin: Pinyin
) -> None:
    for word, *syllables in map(str.split, build.WORDS.split(";")):
        assert "".join(map(str.capitalize, syllables)) in pinyin.spellings(word), word
        assert "".join(s[0] for s in syllables) in pinyin.initials(word), word


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("实到外资", ["sdwz"]),
        ("重点", ["cd", "zd"]),
        ("“3+x”产业体系", ["3xcytj", "3xcytx"]),
        ("2024 实到外资", ["2024sdwz"]),
        ("fdi", []),
        ("", []),
    ],
)
def test_initials(pinyin: Pinyin, text: str, initials: list[str]) -> None:
    assert sorted(pinyin.initials(text)) == initials


def test_a_text_of_many_readings_keeps_within_bounds(pinyin: Pinyin) -> None:
    assert len(pinyin.spellings("重行长乐调重行长乐调")) <= MOST_SPELLINGS


@pytest.mark.parametrize(
    ("typed", "cut"),
    [
        ("zhongdian", "ZhongDian"),
        ("zho", "Zho"),
        ("xian", "XiAn"),
        ("2024shidao", "2024ShiDao"),
        ("lue", "Lve"),
    ],
)
def test_typed_letters_are_cut_into_syllables(pinyin: Pinyin, typed: str, cut: str) -> None:
    assert cut in pinyin.cuts(typed)


def test_initials_alone_are_no_syllables_and_long_nonsense_takes_no_time(pinyin: Pinyin) -> None:
    assert pinyin.cuts("sdwz") == []
    begin = time.perf_counter()
    assert pinyin.cuts("an" * 500 + "i!") == []
    assert time.perf_counter() - begin < 1
