"""The screens stay on while a show runs: asked of a service on a private bus, and nothing happens where there is none."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from tests.x_server import PATIENCE, ROOT, needs

SERVICE = """
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher, QDBusVirtualObject

class Saver(QDBusVirtualObject):
    def handleMessage(self, message, bus):
        if message.member() == "Inhibit":
            watcher.addWatchedService(message.service())
            say("Inhibit", *message.arguments())
            bus.send(message.createReply([7]))
            return True
        return False

    def introspect(self, path):
        return ""

def say(*words):
    print("\\t".join(map(str, words)), flush=True)

application = QCoreApplication([])
bus = QDBusConnection.sessionBus()
saver = Saver()
watcher = QDBusServiceWatcher()
watcher.setConnection(bus)
watcher.serviceUnregistered.connect(lambda name: say("gone"))
assert bus.registerVirtualObject("/org/freedesktop/ScreenSaver", saver)
assert bus.registerService("org.freedesktop.ScreenSaver")
say("ready")
application.exec()
"""
CLIENT = """
import time
from PySide6.QtCore import QCoreApplication
from desktop.stage.awake import Awake
application = QCoreApplication([])
awake = Awake()
begin = time.monotonic()
awake.hold()
print("held", awake.held, round(time.monotonic() - begin, 2), sep="\\t", flush=True)
input()
awake.release()
print("released", awake.held, sep="\\t", flush=True)
input()
"""


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The surroundings of a program on a session bus of its own."""
    config = tmp_path / "bus.conf"
    config.write_text(
        f"<busconfig><type>session</type><listen>unix:dir={tmp_path}</listen><policy context='default'>"
        "<allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/><allow own='*'/>"
        "</policy></busconfig>",
        encoding="utf-8",
    )
    command = ["dbus-daemon", f"--config-file={config}", "--print-address", "--nofork", "--nopidfile"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert daemon.stdout is not None
    yield {**os.environ, "DBUS_SESSION_BUS_ADDRESS": daemon.stdout.readline().strip()}
    daemon.terminate()
    daemon.wait(10)
    daemon.stdout.close()


class Program:
    """One of the programs above; `line` waits for what it says next."""

    def __init__(self, code: str, environment: dict[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._patience = Timer(PATIENCE, self._process.kill)
        self._patience.start()

    def line(self) -> list[str]:
        assert self._process.stdout is not None
        return self._process.stdout.readline().rstrip("\n").split("\t")

    def go_on(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def close(self) -> None:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._patience.cancel()
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait(10)
        self._process.stdin.close()
        self._process.stdout.close()


@needs("dbus-daemon")
def test_the_screen_saver_is_held_off_and_let_go(bus: dict[str, str]) -> None:
    service = Program(SERVICE, bus)
    try:
        assert service.line() == ["ready"]
        client = Program(CLIENT, bus)
        assert client.line()[:2] == ["held", "True"]
        what, who, why = service.line()
        assert (what, who) == ("Inhibit", "ZoneBrief") and why
        client.go_on()
        assert client.line() == ["released", "False"]
        assert service.line() == ["gone"]
        client.go_on()
        client.close()
    finally:
        service.close()


@needs("dbus-daemon")
def test_a_show_that_is_killed_lets_go_too(bus: dict[str, str]) -> None:
    service = Program(SERVICE, bus)
    try:
        assert service.line() == ["ready"]
        client = Program(CLIENT, bus)
        assert service.line()[0] == "Inhibit"
        assert client.line()[:2] == ["held", "True"]  # by then the service watches it
        client.close()
        assert service.line() == ["gone"]
    finally:
        service.close()


@needs("dbus-daemon")
def test_a_bus_without_such_a_service_changes_nothing(bus: dict[str, str]) -> None:
    assert _held(bus)[0] == "False"


@pytest.mark.parametrize("address", ["unix:path=/nowhere/at/all", "disabled:", "nonsense"])
def test_without_a_bus_nothing_happens_and_nothing_hangs(address: str) -> None:
    held, seconds = _held({**os.environ, "DBUS_SESSION_BUS_ADDRESS": address})
    assert held == "False" and float(seconds) < 2


def _held(environment: dict[str, str]) -> list[str]:
    """Whether the screens were held on, and after how many seconds that was known."""
    client = Program(CLIENT, environment)
    try:
        said = client.line()
        client.go_on()
        assert client.line() == ["released", "False"]
        return said[1:]
    finally:
        client.close()
