"""What is arranged and not kept yet outlasts a program that is killed, and is offered when the list is opened again."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import app
from desktop.briefing.records import Show
from desktop.disk import unfinished
from desktop.disk.unfinished import clear_unfinished, keep_account
from desktop.pack.loader import load
from desktop.stage import asking, recovery
from desktop.stage.draft import Draft
from desktop.stage.recovery import Recovery, Unsaved
from desktop.stage.sorter import Sorter
from desktop.window.main_window import MainWindow
from desktop.window_show import WindowShow

ROOT = Path(__file__).parents[2]
LEADERS = "领导 10 分钟"
SEED, KILLS = 20250201, 4
ROWS = (
    Show("甲", 1, "cover", minutes=Decimal("0.50"), script="词"),
    Show("甲", 2, "industry/1", hidden=True, twins={"script_en": "words"}),
)
ARRANGES = """
import os, sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop import app
from tests.stores import store_in

pack, settings, what = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
application, window = app.made(pack, store_in(settings))
window.show()
window.complete()
app.account_for_files()
app.hear_the_end(application, window)
window.arrange_shows()
sorter = app.shows_of(window).sorter
count = 0

def change():
    global count
    count += 1
    sorter.draft.set_script(0, f"词 {count}")
    sorter.refresh()
    print(count, time.monotonic(), flush=True)

timer = QTimer(interval=50)
timer.timeout.connect(change)
timer.start() if what == "changing" else change()
sys.exit(application.exec())
"""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(app.bundled(*app.BUNDLED_PACK), tmp_path / "own"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the window of the test keeps what is unsaved."""
    return tmp_path / "unsaved"


@pytest.fixture
def account(tmp_path: Path) -> Iterator[None]:
    """Where the programs of the test note what they write."""
    keep_account(tmp_path / "data" / "zonebrief" / "unfinished")
    yield
    unfinished._accounts.clear()


# the file


def test_what_is_kept_comes_back_once_its_program_is_gone(tmp_path: Path) -> None:
    first, second, third = (Recovery(tmp_path) for _ in range(3))
    unsaved = Unsaved("/甲/乙", "甲", ROWS, datetime.now())
    first.keep(unsaved)
    first.flush()
    assert second.find("/甲/乙") is None, "it is in good hands"
    first.leave()
    assert second.find("/另一个") is None
    found = second.find("/甲/乙")
    assert found is not None and (found.show, found.rows) == ("甲", ROWS)
    assert abs(found.when - unsaved.when).total_seconds() < 1
    assert third.find("/甲/乙") is None, "it was found by another already"
    second.drop()
    assert third.find("/甲/乙") is None and not os.listdir(tmp_path)


def test_the_last_of_many_changes_is_what_is_kept(tmp_path: Path) -> None:
    kept = Recovery(tmp_path)
    for n in range(200):
        kept.keep(Unsaved("/p", f"{n}", ROWS, datetime.now()))
    kept.flush()
    kept.leave()
    found = Recovery(tmp_path).find("/p")
    assert found is not None and found.show == "199"


def test_what_was_dropped_does_not_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even where it was just being written."""
    sync, begun = os.fsync, threading.Event()

    def slow(handle: int) -> None:
        begun.set()
        time.sleep(0.2)
        sync(handle)

    monkeypatch.setattr(os, "fsync", slow)
    kept = Recovery(tmp_path)
    kept.keep(Unsaved("/p", "甲", ROWS, datetime.now()))
    assert begun.wait(10)
    kept.drop()
    kept.flush()
    assert not os.listdir(tmp_path)


@pytest.mark.parametrize(
    "harm",
    [
        b"",
        b"{}",
        b"[" * 100_000,
        b"\xff",
        b'{"pack": "/p", "show": 1, "when": "x", "rows": []}',
        b'{"pack": "/p", "show": "a", "when": "2025-01-01T00:00:00", "rows": [{"panel": 1}]}',
    ],
)
def test_a_damaged_file_is_passed_over(tmp_path: Path, harm: bytes) -> None:
    kept = Recovery(tmp_path)
    kept.keep(Unsaved("/p", "甲", ROWS, datetime.now()))
    kept.flush()
    kept.leave()
    (file,) = tmp_path.glob("*.json")
    file.write_bytes(harm)
    assert Recovery(tmp_path).find("/p") is None


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for kept in (Recovery(None), Recovery(tmp_path / "file" / "unsaved")):
        kept.keep(Unsaved("/p", "甲", ROWS, datetime.now()))
        kept.flush()
        assert kept.find("/p") is None
        kept.drop()


# the slide list


class Answers:
    def __init__(self) -> None:
        self.asked: list[str] = []
        self.choices: list[int] = []

    def choose(self, parent: object, title: str, text: str, answers: object, otherwise: str = "") -> int:
        self.asked.append(text)
        return self.choices.pop(0)


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    made = Answers()
    monkeypatch.setattr(asking, "choose", made.choose)
    return made


@pytest.fixture
def shows(window: MainWindow, pack: Path, answers: Answers) -> Iterator[WindowShow]:
    briefing = load(pack).briefing
    assert briefing is not None
    window.show_briefing(briefing, pack)
    made = app.shows_of(window)
    yield made
    if made.sorter is not None:
        answers.choices = [1]
        made.sorter.close()
    QApplication.processEvents()


def opened(shows: WindowShow) -> Sorter:
    shows.sort()
    assert shows.sorter is not None
    return shows.sorter


def left_by_a_killed_program(folder: Path, pack: Path, show: str, script: str) -> None:
    briefing = load(pack).briefing
    assert briefing is not None
    rows = [row for row in briefing.shows if row.show == show]
    changed = (Show(show, 1, rows[0].panel, script=script), *rows[1:])
    kept = Recovery(folder)
    kept.keep(Unsaved(str(pack), show, changed, datetime(2025, 2, 1, 8, 30)))
    kept.flush()
    kept.leave()


def eventually(until: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not until() and time.monotonic() < end:
        QTest.qWait(20)
    assert until()


def test_what_was_left_is_offered_taken_over_and_gone_once_it_is_kept(
    shows: WindowShow, pack: Path, folder: Path, answers: Answers
) -> None:
    left_by_a_killed_program(folder, pack, LEADERS, "新词")
    answers.choices = [0]
    sorter = opened(shows)
    assert len(answers.asked) == 1 and LEADERS in answers.asked[0] and "2025-02-01 08:30" in answers.asked[0]
    assert sorter.draft.name == LEADERS and sorter.draft.entries[0].row.script == "新词"
    assert sorter.draft.changed and sorter.isWindowModified() and list(folder.glob("*.json"))
    assert sorter.save() and not os.listdir(folder)


@pytest.mark.parametrize("later", [False, True])
def test_what_was_left_may_be_discarded_or_decided_on_later(
    shows: WindowShow, pack: Path, folder: Path, answers: Answers, later: bool
) -> None:
    left_by_a_killed_program(folder, pack, LEADERS, "新词")
    answers.choices = [-1 if later else 1]
    sorter = opened(shows)
    assert not sorter.draft.changed and bool(list(folder.glob("*.json"))) == later
    sorter.close()
    answers.choices = [1]
    opened(shows).close()
    assert len(answers.asked) == (2 if later else 1) and not os.listdir(folder)


def test_what_was_left_stays_while_the_user_thinks_it_over(
    shows: WindowShow, pack: Path, folder: Path, answers: Answers, monkeypatch: pytest.MonkeyPatch
) -> None:
    left_by_a_killed_program(folder, pack, LEADERS, "新词")

    def think(*_: object) -> int:
        QTest.qWait(recovery.SOON + 300)
        assert list(folder.glob("*.json")), "a crash now would lose it"
        return -1

    monkeypatch.setattr(asking, "choose", think)
    opened(shows)
    assert Recovery(folder).find(str(pack)) is not None, "it was to be decided on later"


def test_what_the_pack_holds_by_now_is_not_offered(
    shows: WindowShow, pack: Path, folder: Path, answers: Answers
) -> None:
    kept = Recovery(folder)
    kept.keep(
        Unsaved(str(pack), LEADERS, tuple(Draft(shows._window.composer, LEADERS).rows("")), datetime.now())
    )
    kept.flush()
    kept.leave()
    opened(shows)
    assert not answers.asked and not list(folder.glob("*.json"))


def test_a_change_is_on_the_disk_two_seconds_later(shows: WindowShow, folder: Path, answers: Answers) -> None:
    sorter = opened(shows)
    QTest.qWait(recovery.SOON + 200)
    assert not folder.exists() or not os.listdir(folder), "nothing was changed yet"
    sorter.draft.set_script(0, "新词")
    sorter.refresh()
    began = time.monotonic()
    eventually(lambda: bool(list(folder.glob("*.json"))))
    assert time.monotonic() - began < 2
    assert "新词" in json.loads(next(iter(folder.glob("*.json"))).read_text("utf-8"))["rows"][0]["script"]
    answers.choices = [1]
    sorter.close()
    assert not os.listdir(folder), "the user does not want it"


def test_a_change_that_was_taken_back_is_not_kept(shows: WindowShow, folder: Path) -> None:
    sorter = opened(shows)
    for script in ("新词", ""):
        sorter.draft.set_script(0, script)
        sorter.refresh()
        sorter.keep_unsaved()
        sorter.recovery.flush()
        assert bool(list(folder.glob("*.json"))) == bool(script)


# programs that end


def arranging(pack: Path, settings: Path, what: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ARRANGES, str(pack), str(settings), what],
        env={**os.environ, "PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(settings.parent / "data")},
        stdout=subprocess.PIPE,
        text=True,
    )


def taken_over(shows: WindowShow, answers: Answers) -> int:
    """Open the list and take over what was left; the number of the change that is in it, 0 for none."""
    answers.choices = [0]
    sorter = opened(shows)
    script = sorter.draft.entries[0].row.script
    answers.choices = [1]
    sorter.close()
    return int(script.removeprefix("词 ")) if script.startswith("词 ") else 0


@pytest.mark.skipif(os.name != "posix", reason="there is no such kill")
def test_what_was_changed_two_seconds_before_a_kill_is_offered(
    shows: WindowShow, pack: Path, tmp_path: Path, folder: Path, answers: Answers, account: None
) -> None:
    chance = random.Random(SEED)
    for _ in range(KILLS):
        program = arranging(pack, tmp_path / "settings.ini", "changing")
        assert program.stdout
        program.stdout.readline()
        time.sleep(chance.uniform(0, 4))
        program.kill()
        killed = time.monotonic()
        lines = [line.split() for line in program.communicate(timeout=30)[0].split("\n")[:-1]]
        made = {int(count): float(at) for count, at in lines}
        safe = [count for count, at in made.items() if killed - at >= 2]
        found = taken_over(shows, answers)
        assert max(safe, default=0) <= found <= max(made, default=1) + 1
        clear_unfinished()
        assert not folder.exists() or not os.listdir(folder), "and nothing of it is left"


@pytest.mark.skipif(os.name != "posix", reason="there are no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_program_that_is_told_to_end_keeps_what_was_just_changed(
    shows: WindowShow, pack: Path, tmp_path: Path, answers: Answers, number: signal.Signals
) -> None:
    program = arranging(pack, tmp_path / "other.ini", "once")
    assert program.stdout and program.stdout.readline().startswith("1 ")
    program.send_signal(number)
    try:
        assert program.wait(30) == 128 + number
    finally:
        program.kill()
        program.communicate(timeout=30)
    assert "geometry" in (tmp_path / "other.ini").read_text()
    assert taken_over(shows, answers) == 1
