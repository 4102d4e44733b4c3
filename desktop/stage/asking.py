"""Questions to the user, in plain text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QInputDialog, QMessageBox, QWidget

from desktop.quantities.language import tr


def choose(parent: QWidget, title: str, text: str, answers: Sequence[str], otherwise: str = "") -> int:
    """Ask `text`; returns which of the answers was chosen, or −1, which is called Cancel or `otherwise`. The first one is
    what Enter chooses."""
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    _enlarge(box, parent)
    buttons = [box.addButton(answer, QMessageBox.ButtonRole.AcceptRole) for answer in answers]
    cancel = box.addButton(otherwise or tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    for button in box.buttons():  # a question that is broken into lines would leave them too little room
        button.ensurePolished()
        button.setMinimumWidth(button.sizeHint().width())
    box.setDefaultButton(buttons[0])
    box.setEscapeButton(cancel)
    box.exec()
    clicked = box.clickedButton()
    box.deleteLater()
    return next((n for n, button in enumerate(buttons) if button is clicked), -1)


def ask_for_name(parent: QWidget, title: str, text: str, given: str = "") -> str:
    """Ask for a name; "" where none is given."""
    box = QInputDialog(parent)
    box.setWindowTitle(title)
    box.setLabelText(text)
    box.setTextValue(given)
    _enlarge(box, parent)
    name = box.textValue() if box.exec() else ""
    box.deleteLater()
    return " ".join(name.split())


def _enlarge(box: QDialog, parent: QWidget) -> None:
    """Let it speak as large as the window that asks, on the same ground; dialogs do not inherit either."""
    box.setPalette(parent.palette())
    size = parent.font().pixelSize()
    if size > 0:
        box.setStyleSheet(f"QWidget {{ font-size: {size}px; }} QPushButton {{ min-height: {2 * size}px; }}")
