"""What is remembered between two runs."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray
from pytestqt.qtbot import QtBot

from desktop.window.keeping import Keeping
from desktop.window.main_window import MainWindow
from desktop.window.settings import LARGEST_TEXT, SMALLEST_TEXT, Settings
from tests.stores import store_in


def again(path: Path) -> Settings:
    """As a new run of the app reads it."""
    return Settings(store_in(str(path)))


def test_everything_comes_back_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "s.ini"
    first = again(path)
    first.geometry, first.page, first.text_size, first.citation_open = QByteArray(b"\0\1x"), "投资", 1.3, True
    first.set_column_widths("facilities", (120.5, 80))
    first.add_recent_pack("/数据, 二/a;b.zonebrief")
    first.save()
    second = again(path)
    assert second.geometry.data() == b"\0\1x"
    assert (second.page, second.text_size, second.citation_open) == ("投资", 1.3, True)
    assert second.column_widths("facilities") == (120.5, 80.0)
    assert second.recent_packs == ["/数据, 二/a;b.zonebrief"]


def test_a_new_user_gets_the_defaults(settings: Settings) -> None:
    assert settings.geometry.isEmpty() and settings.page == "" and settings.text_size == 1.0
    assert not settings.citation_open and settings.recent_packs == []
    assert settings.column_widths("facilities") == ()


@pytest.mark.parametrize("size", ["abc", "nan", "inf", "-3", "900", "", "@Invalid()", "1, 2"])
def test_a_damaged_text_size_reads_as_the_usual_one(tmp_path: Path, size: str) -> None:
    path = tmp_path / "s.ini"
    path.write_text(
        f"[window]\ntext_size={size}\ncitation_open=perhaps\npage=a, b\n[columns]\nx=1 zwei\ny=-4\n"
    )
    damaged = again(path)
    assert damaged.text_size == 1.0 and not damaged.citation_open and damaged.page == ""
    assert damaged.column_widths("x") == damaged.column_widths("y") == ()


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("114.0 114.0", ()),
        ("56 56 56", ()),
        ("56.0 56.0 56.0 1708.0", ()),
        ("56 1708", (56.0, 1708.0)),
        ("120.5", (120.5,)),
        ("120 80", (120.0, 80.0)),
        ("0 80", ()),
        ("x", ()),
    ],
)
def test_widths_that_nobody_dragged_are_not_taken(
    settings: Settings, kept: str, read: tuple[float, ...]
) -> None:
    settings.write("columns/facilities", kept)
    assert settings.column_widths("facilities") == read


def test_a_file_of_rubbish_does_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "s.ini"
    path.write_bytes(bytes(range(256)) * 20)
    assert again(path).text_size == 1.0 and again(path).recent_packs == []


@pytest.mark.parametrize(("asked", "kept"), [(0.1, SMALLEST_TEXT), (5.0, LARGEST_TEXT), (1.2, 1.2)])
def test_text_size_keeps_within_bounds(settings: Settings, asked: float, kept: float) -> None:
    settings.text_size = asked
    assert settings.text_size == kept


def test_recent_packs_are_eight_at_most_newest_first_each_once(settings: Settings) -> None:
    for n in (*range(12), 7):
        settings.add_recent_pack(f"/p{n}")
    assert settings.recent_packs == ["/p7", *(f"/p{n}" for n in (11, 10, 9, 8, 6, 5, 4))]
    settings.forget_pack("/p11")
    assert "/p11" not in settings.recent_packs and settings.recent_packs[0] == "/p7"


def test_what_could_not_be_kept_is_said_once(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    home = tmp_path / "config"
    home.mkdir()
    settings = again(home / "s.ini")
    keeping = Keeping(settings, window.say, window)
    settings.write("stage/fade", "true")
    qtbot.waitUntil((home / "s.ini").exists)
    assert not window.notice.text
    home.rename(tmp_path / "away")
    home.touch()
    settings.text_size = 1.5
    qtbot.waitUntil(lambda: "设置未能写入" in window.notice.text)
    window.notice.hide()
    settings.text_size = 1.2
    assert not keeping._timer.isActive() and not settings.save() and not window.notice.text
    assert settings.text_size == 1.2, "it lasts until the window is closed"
