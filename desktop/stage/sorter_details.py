"""What can be said about the selected slides of a show: shown or hidden, minutes, script."""

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.charts import ink
from desktop.charts.theme import CITATION_WIDTH, GRID, PANEL_PADDING, Look
from desktop.quantities.language import tr
from desktop.stage.clock import CHARACTERS_A_MINUTE, estimated, planned
from desktop.stage.console import minutes_and_seconds
from desktop.stage.draft import Draft, Entry

MOST_MINUTES = 600


class Details(QWidget):
    """Shows the entries `places` of a draft and changes them. Signal edited(): the draft was changed; refused(str):
    what was typed cannot be taken."""

    edited = Signal()
    refused = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._draft: Draft | None = None
        self._places: list[int] = []
        self._typing = False
        self.speed = CHARACTERS_A_MINUTE
        self.heading = self._label("value")
        self.where = self._label("note")
        self.shown = QCheckBox(tr("Show in this show"), self)
        self.shown.clicked.connect(self._show_or_hide)
        self._minutes_label = self._label("note", tr("Minutes"))
        self.minutes = QLineEdit(self)
        self.minutes.setAccessibleName(tr("Minutes"))
        self.minutes.editingFinished.connect(self._plan)
        self._script_label = self._label("note", tr("Script"))
        self.script = QPlainTextEdit(self)
        self.script.setAccessibleName(tr("Script"))
        self.script.setTabChangesFocus(True)
        self.script.textChanged.connect(self._speak)
        self.length = self._label("small")
        self.original = QPushButton(tr("Use the pack's own script"), self)
        self.original.clicked.connect(self._take_original)
        self._lay_out()

    def _label(self, role: str, text: str = "") -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(ink.font(self._look, role))
        return label

    def _lay_out(self) -> None:
        look = self._look
        pad = round(look.px(PANEL_PADDING))
        self.setFixedWidth(round(look.px(CITATION_WIDTH)))
        for widget in (self.shown, self.minutes, self.script, self.original):
            widget.setFont(ink.font(look, "body"))
        for control in (self.minutes, self.original):
            control.setMinimumHeight(round(look.px(34)))
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(round(look.px(GRID)))
        for label in (self.heading, self.where, self.shown, self._minutes_label, self.minutes):
            column.addWidget(label)
        column.addWidget(self._script_label)
        column.addWidget(self.script, 1)
        column.addWidget(self.length)
        column.addWidget(self.original)

    # what is shown

    @property
    def _entry(self) -> Entry | None:
        """The one entry that is selected."""
        if self._draft is None or len(self._places) != 1:
            return None
        return self._draft.entries[self._places[0]]

    def show_entries(self, draft: Draft, places: list[int]) -> None:
        """Show other entries, or the same as they are now."""
        self._draft, self._places = draft, places
        entry = self._entry
        for widget in (self.minutes, self.script, self._minutes_label, self._script_label):
            widget.setEnabled(entry is not None)
        self.shown.setEnabled(bool(places))
        hidden = {draft.entries[place].row.hidden for place in places}
        self.shown.setTristate(len(hidden) > 1)
        states = (Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked)
        self.shown.setCheckState(states[1 if len(hidden) > 1 else 0 if True in hidden or not hidden else 2])
        if entry is None:
            self._show_none()
        else:
            self._show_one(entry, draft.number(places[0]))

    def _show_none(self) -> None:
        count = len(self._places)
        self.heading.setText(tr("{count} selected", count=count) if count else tr("No slide is selected"))
        self.where.setText("")
        self.minutes.clear()
        self.minutes.setPlaceholderText("")
        self._set_script("")
        self.length.setText("")
        self.original.setVisible(False)

    def _show_one(self, entry: Entry, number: str) -> None:
        self.heading.setText(entry.base[0].title)
        slides = tr("{count} slides, which stay together", count=len(entry.base))
        numbered = tr("slide {number}", number=number) if number else tr("hidden")
        parts = (numbered, entry.base[0].section, slides if len(entry.base) > 1 else "")
        self.where.setText(" · ".join(part for part in parts if part))
        minutes = entry.row.minutes
        self.minutes.setText("" if minutes is None else f"{minutes:f}")
        self.minutes.setPlaceholderText(self._usual(entry))
        if not self._typing:
            self._set_script(entry.script)
        self._measure()

    def _usual(self, entry: Entry) -> str:
        """How long it takes where this show does not plan it."""
        if entry.own_minutes is not None:
            return tr("{minutes}, as the pack plans it", minutes=f"{entry.own_minutes:f}")
        seconds = sum(planned(slide, self.speed) for slide in entry.slides)
        return tr("about {minutes}, by the script", minutes=f"{seconds / 60:.1f}")

    def _set_script(self, text: str) -> None:
        if self.script.toPlainText() != text:
            self.script.blockSignals(True)
            self.script.setPlainText(text)
            self.script.blockSignals(False)

    def _measure(self) -> None:
        entry = self._entry
        if entry is None:
            return
        count = sum(not character.isspace() for character in entry.script)
        time = minutes_and_seconds(estimated(entry.script, self.speed))
        told = tr("{count} characters, about {time}", count=count, time=time)
        own = tr("this show's own") if entry.row.script else ""
        self.length.setText(" · ".join(part for part in (told, own) if part) if count else "")
        self.original.setVisible(bool(entry.row.script))

    # changes

    def _show_or_hide(self) -> None:
        if self._draft is not None:
            self.shown.setTristate(False)
            self._draft.hide(self._places, hidden=not self.shown.isChecked())
            self.edited.emit()

    def _plan(self) -> None:
        entry = self._entry
        if entry is None or self._draft is None:
            return
        try:
            minutes = minutes_in(self.minutes.text())
        except ValueError as error:
            self.refused.emit(str(error))
            return
        if minutes != entry.row.minutes:
            self._draft.set_minutes(self._places[0], minutes)
            self.edited.emit()

    def _speak(self) -> None:
        entry = self._entry
        if entry is not None and self._draft is not None:
            self._draft.set_script(self._places[0], self.script.toPlainText())
            self._typing = True
            self.edited.emit()
            self._typing = False

    def _take_original(self) -> None:
        entry = self._entry
        if entry is not None:
            self.script.setPlainText(entry.own_script)

    def finish(self) -> None:
        """Take over what is being typed."""
        if self.minutes.hasFocus():
            self._plan()


def minutes_in(text: str) -> Decimal | None:
    """The minutes that someone typed, such as 1.5 or １．５; None for nothing. ValueError says what is wrong."""
    plain = text.strip().replace("．", ".").replace("。", ".")
    if not plain:
        return None
    try:
        minutes = Decimal(plain)
    except InvalidOperation:
        minutes = Decimal(-1)
    if not minutes.is_finite() or not 0 <= minutes <= MOST_MINUTES:
        raise ValueError(
            tr("“{typed}” is no number of minutes from 0 to {most}.", typed=text[:20], most=MOST_MINUTES)
        )
    return minutes
