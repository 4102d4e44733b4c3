"""Keys during a show, the same on either screen, whatever has the focus."""

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.stage.actions import ACTIONS
from desktop.stage.covers import Covers
from desktop.stage.notes import Notes
from desktop.stage.show import Show

MOST_DIGITS = 4
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PAGES = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)


class Stages(Protocol):
    """What the keys need of a presenter."""

    show: Show
    covers: Covers
    notes: Notes

    def owns(self, window: QWidget) -> bool: ...


class Keys(QObject):
    """Watches the keys of the show's windows. F5 does nothing here, so that a clicker cannot start the show anew."""

    def __init__(self, stages: Stages, calls: Mapping[str, Callable[[], None]]) -> None:
        super().__init__()
        self._stages, self._calls = stages, calls
        self._digits, self._refused = "", False
        self._is_passing_on = False
        self._table = {
            QKeySequence(key)[0].toCombined(): action.name  # type: ignore[index]
            for action in ACTIONS
            for key in action.keys
        }

    def install(self) -> None:
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(self)

    def remove(self) -> None:
        application = QCoreApplication.instance()
        assert application is not None
        application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(watched, QWidget) or not self._stages.owns(watched.window()):
            return False
        assert isinstance(event, QKeyEvent)
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return False
        if self.handle(event):
            return True
        return self._pass_on(watched, event)

    def _pass_on(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Give what is open a key that was typed elsewhere, such as on the other screen; True where it was given. A key
        that it has no use for comes back here on its way up, and must not go round again."""
        covers = self._stages.covers
        opened = covers.finder or covers.overview
        if opened is None or self._is_passing_on or opened is watched or opened.isAncestorOf(watched):
            return False
        self._is_passing_on = True
        try:
            QCoreApplication.sendEvent(covers.finder.field if covers.finder else opened, event)
        finally:
            self._is_passing_on = False
        return True

    def handle(self, event: QKeyEvent) -> bool:
        """Do what a key means; True where nobody else is to see it."""
        covers, key = self._stages.covers, event.key()
        if covers.finder is not None:
            return self._in_finder(event)
        if covers.overview is not None and (key in _ARROWS or key in _ENTER):
            if key in _ENTER and not self._digits:
                covers.overview.chosen.emit(covers.overview.currentIndex().row())
                return True
            if key in _ARROWS:
                return False
        if self._digit(event):
            return True
        name = self._name(event)
        if name == "next" and key in _ENTER and self._digits:
            self._jump()
            return True
        if name == "escape" and (self._digits or self._refused):
            name = ""
        self._set_digits("")
        if name:
            self._calls[name]()
        return True

    def _name(self, event: QKeyEvent) -> str:
        """The action of a key; a sign that needs Shift on this keyboard, such as ?, counts as the sign."""
        modifiers = event.modifiers() & ~_KEYPAD
        key = Qt.Key(event.key())
        name = self._table.get(QKeyCombination(modifiers, key).toCombined(), "")
        if not name and modifiers & _SHIFT and not event.text().isalpha():
            name = self._table.get(QKeyCombination(modifiers & ~_SHIFT, key).toCombined(), "")
        return name

    def _in_finder(self, event: QKeyEvent) -> bool:
        """The field has the keys; only what cannot be typed into it is ours. Page keys always turn the page."""
        finder, key = self._stages.covers.finder, event.key()
        assert finder is not None
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            finder.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in _ENTER:
            finder.choose()
        elif key == Qt.Key.Key_Escape:
            self._stages.covers.close()
        elif key in _PAGES:
            self._calls["next" if key == Qt.Key.Key_PageDown else "previous"]()
        else:
            return False
        return True

    # a number and Enter

    def _digit(self, event: QKeyEvent) -> bool:
        text = event.text()
        plain = not event.modifiers() & ~(_KEYPAD | _SHIFT)
        if not plain or len(text) != 1 or text not in "0123456789" or (text == "0" and not self._digits):
            return False
        self._set_digits((self._digits + text)[:MOST_DIGITS])
        return True

    def _jump(self) -> None:
        number = int(self._digits)
        self._set_digits("")
        self._refused = not self._stages.show.jump_to_number(number)
        if self._refused:
            self._stages.notes.type(str(number) + " ?")
        elif self._stages.covers.overview is not None:
            self._stages.covers.close()

    def _set_digits(self, digits: str) -> None:
        if digits != self._digits or self._refused:
            self._digits, self._refused = digits, False
            self._stages.notes.type(digits + " ↵" if digits else "")
