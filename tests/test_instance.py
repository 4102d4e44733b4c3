"""A second start hands its pack to the window that is open; no other user can reach it."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app, instance
from desktop.briefing.citations import Evidence
from desktop.charts.theme import page_look
from desktop.exhibits.compose import Composer
from desktop.instance import Claim, claim_or_hand_over
from desktop.pack.loader import load
from desktop.present import CommandShow, Waiting
from desktop.shelf import PackShelf
from desktop.showing import Surroundings
from desktop.stage.memory import Memory
from desktop.stage.run import Run
from desktop.window.main_window import MainWindow

ROOT = Path(__file__).parents[1]
CLAIMS = "from desktop.instance import claim_or_hand_over; made = claim_or_hand_over(None); made.listen()"
SECOND = "import sys; from pathlib import Path; from desktop.instance import claim_or_hand_over\n"
SECOND += "sys.exit(claim_or_hand_over(Path(sys.argv[1]) if sys.argv[1:] else None) is not None)"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the folder's rights are those of POSIX")


@pytest.fixture(autouse=True)
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    with TemporaryDirectory(prefix="zb-") as folder:  # a socket's path may not be long
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        yield Path(folder)


@pytest.fixture
def claim(qapp: QApplication) -> Iterator[Claim]:
    made = claim_or_hand_over(None)
    assert made is not None
    yield made
    made.release()


def start(*arguments: str, code: str = SECOND, cwd: Path = ROOT) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", code, *arguments], env=environment, cwd=cwd)


def knock(claim: Claim, message: bytes) -> None:
    from multiprocessing.connection import Client

    with Client(claim._address) as connection, suppress(OSError):
        connection.send_bytes(message)


def test_a_second_start_hands_its_pack_over_and_ends(claim: Claim, qtbot: QtBot, tmp_path: Path) -> None:
    claim.listen()
    with qtbot.waitSignal(claim.asked, timeout=20_000) as asked:
        second = start("我的 包.zonebrief", cwd=tmp_path)
    assert asked.args == [tmp_path / "我的 包.zonebrief"], "as an absolute path"
    assert second.wait(20) == 0


def test_a_second_start_without_a_pack_only_knocks(claim: Claim, qtbot: QtBot) -> None:
    claim.listen()
    with qtbot.waitSignal(claim.asked, timeout=20_000) as asked:
        second = start()
    assert asked.args == [None] and second.wait(20) == 0


def test_a_second_start_waits_for_a_first_that_is_still_painting(claim: Claim, qtbot: QtBot) -> None:
    with qtbot.waitSignal(claim.asked, timeout=20_000):
        second = start()
        qtbot.wait(700)
        claim.listen()
    assert second.wait(20) == 0


def test_what_a_killed_process_left_is_no_hindrance(qtbot: QtBot, runtime: Path) -> None:
    killed = start(code=CLAIMS + "; import os; os.kill(os.getpid(), 9)")
    assert killed.wait(20) == -9
    assert list(runtime.rglob("*.socket")) and list(runtime.rglob("*.lock"))
    made = claim_or_hand_over(None)
    assert made is not None
    made.listen()
    with qtbot.waitSignal(made.asked, timeout=20_000):
        second = start()
    assert second.wait(20) == 0
    made.release()
    assert not [path for path in runtime.rglob("*") if not path.is_dir()], "and leaves nothing itself"


def test_one_that_does_not_answer_is_passed_over(claim: Claim, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(instance, "PATIENCE", 0.2)
    assert claim_or_hand_over(Path("x")) is not None


def test_a_folder_that_others_can_enter_is_not_used(runtime: Path) -> None:
    folder = runtime / "zonebrief" / "running"
    folder.mkdir(parents=True)
    folder.chmod(0o755)
    assert claim_or_hand_over(None) is not None and claim_or_hand_over(None) is not None
    assert not list(folder.iterdir())


@pytest.mark.parametrize("message", [b"", b"\0", b"{}", b'{"pack": 3}', b"[]", b"x" * 100_000])
def test_nonsense_is_passed_over(claim: Claim, qtbot: QtBot, message: bytes) -> None:
    claim.listen()
    knock(claim, message)
    with qtbot.waitSignal(claim.asked, timeout=20_000, check_params_cb=lambda path: path is not None):
        second = start("/a")
    assert second.wait(20) == 0


def test_a_deeply_nested_message_does_not_silence_the_listener(claim: Claim, qtbot: QtBot) -> None:
    claim.listen()
    knock(claim, b"[" * 60_000)
    with qtbot.waitSignal(claim.asked, timeout=20_000):
        second = start("/a")
    assert second.wait(20) == 0


@pytest.mark.parametrize("sent", [b"", b"\0\0", b"\0\0\1\0{", b"\x7f\xff\xff\xff" + b"x" * 10_000])
def test_clients_that_send_half_a_message_hold_nobody_up(
    claim: Claim, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    monkeypatch.setattr(instance, "CLIENT_PATIENCE", 0.5)
    claim.listen()
    hanging = [socket.socket(socket.AF_UNIX) for _ in range(3 * instance.MOST_CLIENTS)]
    for client in hanging:
        client.connect(claim._address)
        with suppress(OSError):
            client.sendall(sent)
    with qtbot.waitSignal(claim.asked, timeout=20_000):
        second = start("/a")
    assert second.wait(20) == 0
    for client in hanging:
        client.settimeout(20)
        with suppress(ConnectionResetError):
            assert not client.recv(9), "it is hung up on"
        client.close()


def test_many_starts_at_once_are_all_heard(claim: Claim, qtbot: QtBot) -> None:
    heard: list[object] = []
    claim.asked.connect(heard.append)
    claim.listen()
    packs = [f"/{n}" for n in range(40)]
    messages = [json.dumps({"pack": pack}).encode() for pack in packs]
    with ThreadPoolExecutor(len(packs)) as starts:
        answers = list(starts.map(partial(instance._knock, claim._address), messages))
    qtbot.waitUntil(lambda: len(heard) >= sum(answers))
    assert all(answers) and sorted(map(str, heard)) == sorted(packs)


def test_a_start_does_not_wait_for_ever_for_one_that_is_stopped(claim: Claim) -> None:
    """A process that is stopped takes nobody in, and its queue is full."""
    full = socket.socket(socket.AF_UNIX)
    Path(claim._address).unlink(missing_ok=True)
    full.bind(claim._address)
    full.listen(0)
    waiting = socket.socket(socket.AF_UNIX)
    waiting.connect(claim._address)
    began = time.monotonic()
    assert start("/a").wait(30) == 1, "it opens a window of its own"
    assert time.monotonic() - began < 4 * instance.PATIENCE
    waiting.close()
    full.close()


def test_a_pack_waits_while_a_show_runs(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    before = window.briefing
    window.opening.hold()
    with qtbot.waitSignal(window.opening.waits) as waits:
        window.take(tmp_path)
    assert waits.args == [tmp_path] and window.briefing is before
    with qtbot.waitSignal(window.briefing_shown, timeout=20_000):
        window.take(ROOT / "seeds" / "pinghu-2024")
        window.opening.let_go()
    assert window.briefing is not before


def test_without_a_show_a_pack_opens_at_once(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.briefing_shown, timeout=20_000):
        window.take(ROOT / "seeds" / "pinghu-2024")


@pytest.fixture
def show(window: MainWindow) -> Iterator[CommandShow]:
    """A show that the command line started."""
    seed = ROOT / "seeds" / "pinghu-2024"
    briefing = load(seed).briefing
    assert briefing is not None
    around = Surroundings(Memory(window.settings), app.pinyin_table, app.dress, page_look("industry"))
    made = CommandShow(PackShelf(seed, Composer(Evidence(briefing)), seed), around, Run())
    made.begin(lambda: None)
    assert made.presenter is not None
    yield made
    made.presenter.end()


def test_a_pack_waits_while_a_show_without_a_window_runs(
    show: CommandShow, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = Waiting(show)
    opened: list[Path | None] = []
    monkeypatch.setattr(app, "run", opened.append)
    second = start("/a/b.zonebrief")
    presenter = show.presenter
    assert presenter is not None
    qtbot.waitUntil(lambda: "放映结束后打开：b.zonebrief" in presenter.notes.text, timeout=20_000)
    assert second.wait(20) == 0 and not opened
    waiting.end(qapp)
    assert opened == [Path("/a/b.zonebrief")]


def test_after_a_show_that_nobody_knocked_at_no_window_opens(show: CommandShow, qapp: QApplication) -> None:
    assert Waiting(show).end(qapp) == 0


def test_a_show_beside_a_window_leaves_packs_to_the_window(
    claim: Claim, show: CommandShow, qapp: QApplication, qtbot: QtBot
) -> None:
    claim.listen()
    waiting = Waiting(show)
    with qtbot.waitSignal(claim.asked, timeout=20_000):
        second = start("/a")
    assert second.wait(20) == 0 and waiting.end(qapp) == 0
