"""How the parts are put together at the start: whatever the pack is like, the window shows a briefing."""

import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import app
from desktop.briefing.checks import Loaded
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Exhibit
from desktop.exhibits.period_axes import Part
from desktop.pack.loader import load
from desktop.window.main_window import MainWindow
from tests.packs import figure, files_of, write_folder
from tests.stores import store_in

Make = Callable[[], MainWindow]


@pytest.fixture
def make(qapp: QApplication, tmp_path: Path) -> Iterator[Make]:
    """Makes windows that remember what those before them were told."""
    made: list[MainWindow] = []

    def window() -> MainWindow:
        made.append(app.make_window(store_in(str(tmp_path / "settings.ini"))))
        return made[-1]

    yield window
    for each in made:
        each.close()
        each.deleteLater()
    qapp.processEvents()


def said(window: MainWindow, text: str) -> bool:
    return text in window.notice.text


@pytest.mark.parametrize("kind", ["cards", "bars"])
def test_a_pack_that_cannot_be_shown_at_the_start_gives_way_to_the_bundled_one(
    kind: str, make: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, heard: list[object]
) -> None:
    """Whether it is what the first paint needs that fails, or what follows it."""
    panels = [
        {"page": "industry", "position": "1", "kind": "cards", "items": "fdi"},
        {"page": "industry", "position": "2", "kind": "bars", "items": "fdi"},
    ]
    pack = write_folder(tmp_path / "pack", files_of({"figures": [figure()], "panels": panels}))
    whole = Composer._exhibit

    def exhibit(composer: Composer, part: Part) -> Exhibit:
        if composer.briefing.title == "示范区" and part.panel.kind == kind:
            raise ZeroDivisionError("composing")
        return whole(composer, part)

    monkeypatch.setattr(Composer, "_exhibit", exhibit)
    for _ in range(2):  # and again at the next start, when it is not the last one opened
        window = make()
        app.open_first(window, pack)
        window.first_painted.connect(partial(app.complete_first, window))
        window.show()
        qtbot.waitUntil(partial(said, window, "composing"))
        assert window.briefing.title == "平湖经开" and window.current.panels()
        assert pack.name in window.notice.text and heard
        window.close()
    window = make()
    app.open_first(window, None)
    window.first_painted.connect(partial(app.complete_first, window))
    window.show()
    qtbot.waitUntil(lambda: window.briefing.title == "平湖经开" and window.current.is_complete)


def test_a_pack_with_faults_is_read_once_and_listed_over_the_bundled_one(
    make: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = write_folder(tmp_path / "pack", files_of({"figures": [figure(value="1.2.3")]}))
    read: list[Path] = []

    def counted(path: Path) -> Loaded:
        read.append(path)
        return load(path)

    monkeypatch.setattr(app, "load", counted)
    window = make()
    app.open_first(window, pack)
    window.show()
    qtbot.waitUntil(lambda: any(type(w).__name__ == "FaultsDialog" for w in window.findChildren(QWidget)))
    assert read.count(pack) == 1 and window.briefing.title == "平湖经开"


def test_an_error_after_the_first_paint_is_told(
    qapp: QApplication, make: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed: list[str] = []
    monkeypatch.setattr("desktop.window.crash.install", lambda *_: installed.append("crash"))
    monkeypatch.setattr(app, "install_qt_words", lambda application: None)
    window = make()
    monkeypatch.setattr(window, "complete", lambda: installed.append("complete"))
    app._after_first_paint(qapp, window)
    assert installed == ["crash", "complete"]


def test_the_loss_of_the_pack_that_was_opened_last_is_told_once(make: Make, tmp_path: Path) -> None:
    window = make()
    window.settings.add_recent_pack(str(tmp_path / "没了"))
    app.open_first(window, None)
    assert said(window, "没了") and window.briefing.title == "平湖经开"
    window.settings.save()
    again = make()
    app.open_first(again, None)
    assert not again.notice.text


class Painted(QObject):
    """Notes where widgets lie when they are painted for the first time."""

    def __init__(self) -> None:
        super().__init__()
        self.places: dict[QWidget, QRect] = {}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, QWidget):
            self.places.setdefault(watched, watched.geometry())
        return False


def test_the_first_paint_has_everything_in_its_place(make: Make, qtbot: QtBot) -> None:
    window = make()
    app.open_first(window, None)
    header = window.header
    seen = Painted()
    watched = [header.brand, *header.tabs, header.search, *header.buttons, *window.current.panels()]
    for widget in watched:
        widget.installEventFilter(seen)
    window.show()
    qtbot.waitUntil(lambda: len(seen.places) == len(watched))
    first = dict(seen.places)
    app.complete_first(window)
    qtbot.waitUntil(lambda: window.current.is_complete)
    qtbot.wait(50)
    bar = window.current.verticalScrollBar().width()
    for widget in watched:
        now, then = widget.geometry(), first[widget]
        assert now.topLeft() == then.topLeft() and abs(now.width() - then.width()) <= bar, widget
        assert now.isValid() and now.height() == then.height()


@pytest.mark.parametrize("name", ["XMODIFIERS", "QT_IM_MODULE", "GTK_IM_MODULE"])
def test_where_fcitx_types_it_is_reached_through_its_ibus_door(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in ("XMODIFIERS", "QT_IM_MODULE", "GTK_IM_MODULE", "IBUS_USE_PORTAL"):
        monkeypatch.setenv(each, "")
        monkeypatch.delenv(each)
    app.prepare_input_method()
    assert "QT_IM_MODULE" not in os.environ, "without fcitx the system's own choice stays"
    monkeypatch.setenv(name, "@im=fcitx" if name == "XMODIFIERS" else "fcitx")
    app.prepare_input_method()
    assert (os.environ["QT_IM_MODULE"], os.environ["IBUS_USE_PORTAL"]) == ("ibus", "1")
