"""Opens every window and dialog of the app, one after the other, and tells how each stands on its screen as a line of
JSON: `python -m tests.every_window FOLDER TEXT_SIZE`, with pictures in FOLDER."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QScrollArea, QWidget

from desktop import app
from desktop.briefing.records import Ref
from desktop.exhibits.doubts import Doubt
from desktop.pack.loader import load
from desktop.stage import asking
from desktop.stage.doubts_dialog import DoubtsDialog
from desktop.stage.presenter import Mode
from desktop.stage.rehearsal import RehearsalDialog, Taken
from desktop.stage.run import Run
from desktop.stage.sorter import Sorter
from desktop.window.faults import FaultsDialog
from desktop.window.installation import InstallationDialog
from desktop.window.main_window import MainWindow
from tests.stores import store_in

TURNS = 20
SOON = 100
LONG = "锚定智能制造，筑强产业根基：产业机制与涉企服务"


def turn() -> None:
    for _ in range(TURNS):
        QApplication.processEvents()


def tell(name: str, window: QWidget, folder: Path) -> None:
    turn()
    room, place = window.screen().availableGeometry(), window.geometry()
    area = window.findChild(QScrollArea, "window")
    bars = [] if area is None else [area.horizontalScrollBar(), area.verticalScrollBar()]
    window.grab().save(str(folder / f"{name}.png"))
    buttons = [button for button in window.findChildren(QAbstractButton) if button.isVisible()]
    out = [button.text() for button in buttons if not scrolls(button) and not within(window, button)]
    told = {
        "name": name,
        "place": place.getRect(),
        "inside": QRect(room.topLeft(), room.size()).contains(place),
        "scrolls": any(bar.maximum() > 0 for bar in bars),
        "out": out,
    }
    print(json.dumps(told, ensure_ascii=False))


def scrolls(widget: QWidget) -> bool:
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around is not None


def within(window: QWidget, button: QWidget) -> bool:
    return window.rect().contains(QRect(button.mapTo(window, button.rect().topLeft()), button.size()))


def shown(name: str, dialog: QDialog, folder: Path) -> None:
    dialog.show()
    tell(name, dialog, folder)
    dialog.reject()


def asked(name: str, ask: Callable[[], object], folder: Path) -> None:
    """What asks in an event loop of its own."""

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        tell(name, dialog, folder)
        dialog.reject()

    QTimer.singleShot(SOON, answer)
    ask()


def of_the_window(window: MainWindow, pack: Path, folder: Path) -> None:
    tell("main window", window, folder)
    window.show_source(Ref("figures", 3))
    tell("sources", window, folder)
    window.close_sources()
    window.ask_for_export()
    assert window.exporting.dialog is not None
    tell("export", window.exporting.dialog, folder)
    window.exporting.dialog.reject()
    asked("keys", window.show_keys, folder)
    table = pack / "figures.csv"
    kept = table.read_text("utf-8")
    table.write_text(kept.replace(",2024,", ",二零,"), "utf-8")
    shown("faults", FaultsDialog(pack.name, load(pack).faults, window, look=window.look), folder)
    table.write_text(kept, "utf-8")
    text = "\n".join(f"{n}. {LONG}" for n in range(60))
    shown("installation", InstallationDialog(LONG, text, window, look=window.look), folder)


def of_the_sorter(window: MainWindow, folder: Path) -> Sorter:
    shows = app.shows_of(window)
    shows.sort()
    sorter = shows.sorter
    assert sorter is not None
    tell("sorter", sorter, folder)
    text = f"“{LONG}”已改动，尚未保存。" * 3
    asked("message", lambda: asking.choose(sorter, LONG, text, ["保存", "不保存"]), folder)
    asked("name", lambda: asking.ask_for_name(sorter, LONG, "放映稿名称，例如“领导，10 分钟”", LONG), folder)
    return sorter


def of_a_show(window: MainWindow, folder: Path) -> None:
    doubts = [Doubt(Ref("figures", n), LONG, n, LONG, f"与出处不符：{LONG}") for n in range(20)]
    dialog = DoubtsDialog(doubts, window.look, window)
    app.dress(dialog, window.look)
    shown("doubts", dialog, folder)
    rows = [Taken(f"industry/{n}", LONG, 30, 44.0 * n) for n in range(20)]
    rehearsed = RehearsalDialog(rows, LONG, [], lambda minutes, name: None, window.look, window)
    app.dress(rehearsed, window.look)
    rehearsed._refuse(LONG * 2)
    shown("rehearsal", rehearsed, folder)
    shows = app.shows_of(window)
    shows._start(Run(mode=Mode.REHEARSAL), window.composer, window.pack, window)
    presenter = shows.presenter
    assert presenter is not None
    tell("stage", presenter.stage, folder)
    tell("console", presenter.console, folder)
    presenter.toggle_keys()
    tell("keys of the show", presenter.console, folder)
    presenter.toggle_keys()
    asked("number", presenter.ask_for_number, folder)
    presenter.end()
    turn()


def main(folder: Path, text_size: float) -> None:
    store = store_in(str(folder / "settings.ini"))
    store.setValue("window/text_size", text_size)
    pack = Path(shutil.copytree(app.bundled(*app.BUNDLED_PACK), folder / "own"))
    application, window = app.made(pack, store)
    window.show()
    turn()
    app.complete_first(window)
    app.install_qt_words(application)
    of_the_window(window, pack, folder)
    sorter = of_the_sorter(window, folder)
    of_a_show(window, folder)
    sorter.close()
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), float(sys.argv[2]))
