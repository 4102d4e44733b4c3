"""The installed app tests itself, and never opens a network connection."""

import json
import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.display import has_screen
from tests.packs import figure, files_of, write_folder
from tests.x_server import Screen, needs

ROOT = Path(__file__).parents[1]
SELF_TEST = [sys.executable, "-m", "desktop", "self-test", "--json"]
NETWORK_GUARD = """
import runpy, sys
def guard(event, arguments):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "socket.sendto"):
        raise SystemExit(f"a network call: {event} {arguments}")
sys.addaudithook(guard)
sys.argv = ["zonebrief", "self-test", "--json"]
runpy.run_module("desktop", run_name="__main__")
"""


def run(command: list[str], **more: str) -> subprocess.CompletedProcess[str]:
    environment = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        command, cwd=ROOT, env=environment | more, capture_output=True, text=True, timeout=120, check=False
    )


def test_every_page_and_exhibit_is_shown_without_a_screen() -> None:
    done = run(SELF_TEST)
    report = json.loads(done.stdout)
    assert done.returncode == 0 and report["ok"], report
    assert [page["page"] for page in report["pages"]] == ["industry", "investment", "livelihood"]
    assert all(page["exhibits"] and page["ms"] > 0 for page in report["pages"])
    assert 0 < report["first_paint_ms"] <= report["complete_ms"]


def test_a_pack_that_does_not_open_fails_the_test(tmp_path: Path) -> None:
    done = run([*SELF_TEST, str(tmp_path / "nowhere")])
    assert done.returncode == 1 and not json.loads(done.stdout)["ok"]


def test_the_output_for_people_is_chinese() -> None:
    done = run(SELF_TEST[:-1])
    assert done.returncode == 0 and "一切正常" in done.stdout


def test_no_python_code_reaches_for_the_network() -> None:
    done = run([sys.executable, "-c", NETWORK_GUARD])
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed here")
def test_no_network_socket_is_opened_at_all(tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    done = run(["strace", "-f", "-e", "trace=socket,connect", "-o", str(trace), *SELF_TEST])
    lines = trace.read_text(errors="replace").splitlines()
    assert done.returncode == 0 and any("exited with 0" in line for line in lines)
    assert [line for line in lines if "AF_INET" in line] == []


def test_a_screen_that_does_not_answer_is_none() -> None:
    done = run(SELF_TEST, DISPLAY=":987", WAYLAND_DISPLAY="nowhere-0", QT_QPA_PLATFORM="")
    assert done.returncode == 0 and json.loads(done.stdout)["versions"]["platform"] == "offscreen"
    for display in (":987", "localhost:0"):
        done = run(SELF_TEST[:3], DISPLAY=display, QT_QPA_PLATFORM="")
        assert done.returncode == 1 and "没有" in done.stderr and "Qt" not in done.stderr, done.stderr


def test_a_screen_that_answers_is_one(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert not has_screen()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        assert has_screen()


@needs("Xvfb")
def test_a_screen_that_does_not_let_the_user_in_is_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def keys(name: str, data: bytes) -> Path:
        fields = (b"", b"", b"MIT-MAGIC-COOKIE-1", data)
        counted = b"".join(len(field).to_bytes(2, "big") + field for field in fields)
        (tmp_path / name).write_bytes((0xFFFF).to_bytes(2, "big") + counted)
        return tmp_path / name

    right, wrong = keys("right", b"k" * 16), keys("wrong", b"w" * 16)
    screen = Screen(tmp_path, "800x600", right)
    try:
        for held in (str(tmp_path / "none"), str(wrong)):
            done = run(SELF_TEST[:3], DISPLAY=screen.display, XAUTHORITY=held, QT_QPA_PLATFORM="")
            assert done.returncode == 1 and "没有" in done.stderr and "Qt" not in done.stderr, done.stderr
        monkeypatch.setenv("DISPLAY", screen.display)
        monkeypatch.setenv("XAUTHORITY", str(right))
        assert has_screen()
    finally:
        screen.close()


def test_the_faults_of_a_pack_are_told_as_check_tells_them(tmp_path: Path) -> None:
    pack = write_folder(tmp_path, files_of({"figures": [figure(value="很多")]}))
    said = run([*SELF_TEST[:-1], str(pack)]).stdout
    assert "figures.csv，第 2 行，value" in said and "毫秒" not in said


@pytest.mark.parametrize("command", ["check", "export"])
def test_nothing_but_results_is_printed(tmp_path: Path, command: str) -> None:
    out = [str(tmp_path / "out.png")] if command == "export" else []
    pack = str(ROOT / "seeds" / "pinghu-2024")
    done = run([*SELF_TEST[:3], command, pack, *out], LC_ALL="C", QT_QPA_PLATFORM="")
    assert done.returncode == 0 and done.stderr == ""
