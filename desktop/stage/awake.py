"""Holds off the screen saver and sleep while a show runs."""

import sys
from dataclasses import dataclass

from desktop.quantities.language import tr


@dataclass(frozen=True, slots=True)
class _Service:
    """Where on the session bus one asks (freedesktop.org, Idle Inhibition Service)."""

    name: str
    path: str
    interface: str


_SERVICES = (
    _Service("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    _Service(
        "org.freedesktop.PowerManagement",
        "/org/freedesktop/PowerManagement/Inhibit",
        "org.freedesktop.PowerManagement.Inhibit",
    ),
)
PATIENCE = 500
"""Milliseconds for a service to answer."""
CONNECTION = "zonebrief-awake"
_CONTINUOUS, _SYSTEM, _DISPLAY = 0x80000000, 0x00000001, 0x00000002
"""Flags of SetThreadExecutionState."""


class Awake:
    """`hold` keeps the screens on until `release`; where a desktop has no such service, nothing happens.

    On the bus, leaving it is what releases: a service forgets what a client asked that is no longer there.
    """

    def __init__(self) -> None:
        self.held = False

    def hold(self) -> None:
        if self.held:
            return
        if sys.platform == "win32":
            self.held = _execution_state(_CONTINUOUS | _SYSTEM | _DISPLAY)
        elif sys.platform != "darwin":
            self.held = _ask_the_bus()

    def release(self) -> None:
        """Let the screens sleep again."""
        if self.held and sys.platform == "win32":
            _execution_state(_CONTINUOUS)
        elif self.held:
            _leave_the_bus()
        self.held = False


def _ask_the_bus() -> bool:
    """Whether a service of the session agreed."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage

    bus = QDBusConnection.connectToBus(QDBusConnection.BusType.SessionBus, CONNECTION)
    agreed = False
    for service in _SERVICES if bus.isConnected() else ():
        message = QDBusMessage.createMethodCall(service.name, service.path, service.interface, "Inhibit")
        message.setArguments(["ZoneBrief", tr("A briefing is being shown")])
        message.setAutoStartService(False)
        answer = bus.call(message, timeout=PATIENCE)
        agreed = agreed or answer.type() == QDBusMessage.MessageType.ReplyMessage
    if not agreed:
        _leave_the_bus()
    return agreed


def _leave_the_bus() -> None:
    from PySide6.QtDBus import QDBusConnection

    QDBusConnection.disconnectFromBus(CONNECTION)


def _execution_state(flags: int) -> bool:
    import ctypes

    return bool(ctypes.windll.kernel32.SetThreadExecutionState(flags))  # type: ignore[attr-defined]
