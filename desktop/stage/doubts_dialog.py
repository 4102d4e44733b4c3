"""Asks before a show starts what is to become of what nobody can prove."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop.charts.theme import Look
from desktop.exhibits.doubts import Doubt
from desktop.quantities.language import tr
from desktop.stage.table_dialog import TableDialog


class Answer(IntEnum):
    CANCEL = QDialog.DialogCode.Rejected
    LEAVE_OUT = QDialog.DialogCode.Accepted
    SHOW = 2


class DoubtsDialog(TableDialog):
    """Lists what has no source or does not match it. Signal answered(Answer), once."""

    answered = Signal(object)

    def __init__(self, doubts: Sequence[Doubt], look: Look, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Before the show"),
            tr("{count} entries of this show have no source or do not match it:", count=len(doubts)),
            (tr("Slide"), tr("Title"), tr("What is shown"), tr("What is wrong")),
            [(str(doubt.number), doubt.slide, doubt.name, doubt.reason) for doubt in doubts],
            look,
            parent,
        )
        self.table.setAccessibleName(tr("Without a source, or not matching it"))
        self.cancel = self.add_button(tr("Cancel"))
        self.show_anyway = self.add_button(tr("Show anyway"))
        self.leave_out = self.add_button(tr("Leave these out"), primary=True)
        self.cancel.clicked.connect(self.reject)
        self.show_anyway.clicked.connect(self._show_anyway)
        self.leave_out.clicked.connect(self.accept)
        self.finished.connect(self._finished)

    def _show_anyway(self) -> None:
        self.done(Answer.SHOW)

    def _finished(self, result: int) -> None:
        self.answered.emit(Answer(result))
