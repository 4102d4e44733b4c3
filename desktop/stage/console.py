"""The presenter's own screen: this slide and the next, the script, the time, and a button for everything."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF, QRect, QSize, Qt, QTime
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton, QWidget

from desktop.charts import ink
from desktop.charts.screen_room import fit
from desktop.charts.theme import CONSOLE_GROUND, STAGE, Look, mixed, stage_look
from desktop.exhibits.deck import Deck
from desktop.quantities.language import mark, tr
from desktop.stage.actions import ACTIONS, shown_keys
from desktop.stage.clock import lag, planned
from desktop.stage.notes import Notes
from desktop.stage.pictures import Pictures
from desktop.stage.scene import Blank
from desktop.stage.scene_view import SceneView
from desktop.stage.show import Show
from desktop.stage.thumbnails import GAP, NUMBER_LINE, DeckModel, Thumbnails

BAR_HEIGHT = 56
MARGIN = 20
SPACE = 12
BUTTON_HEIGHT = 30
BUTTON_GAP = 5
STRIP_HEIGHT = 74
STRIP_WIDEST = 280
SCRIPT_HEIGHT = 660
"""Of a console on which the script is written in the size of the theme; on a higher one it is larger."""
PICTURE_SHARE = 0.66
"""Of the console's width at the most, for the slide that is shown."""
NEXT_SHARE = 0.42
"""Of what is left of the height, for the next slide."""
AHEAD, BEHIND, ON_TIME = mark("{time} ahead"), mark("{time} behind"), mark("on time")
PACE_SLACK = 15.0
"""Seconds before or behind that still count as on time."""


def minutes_and_seconds(seconds: float) -> str:
    """Such as 07:42, or 1:07:42 from an hour on."""
    whole = int(abs(seconds))
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}" if hours else f"{rest // 60:02d}:{rest % 60:02d}"


def pace_words(seconds_behind: float) -> str:
    """How the show stands to its plan, in words."""
    if abs(seconds_behind) <= PACE_SLACK:
        return tr(ON_TIME)
    words = BEHIND if seconds_behind > 0 else AHEAD
    return tr(words, time=minutes_and_seconds(seconds_behind))


class TimeBar(QWidget):
    """The line on top: time spent, plan and pace, time of day, number of the slide."""

    def __init__(self, show: Show, parent: QWidget) -> None:
        super().__init__(parent)
        self._show = show
        self.notes = Notes(self.update, self)
        self.characters_a_minute = 240

    def texts(self) -> tuple[str, str, str, str]:
        """Time spent, what stands beside it, the pace, and what stands on the right."""
        show, speed = self._show, self.characters_a_minute
        whole = sum(planned(slide, speed) for slide in show.deck.shown)
        here = tr(
            "this slide {spent} / {planned}",
            spent=minutes_and_seconds(show.clock.on(show.clock_key)),
            planned=minutes_and_seconds(planned(show.slide, speed)),
        )
        beside = tr("spent / planned {whole} · {here}", whole=minutes_and_seconds(whole), here=here)
        if not show.clock.running:
            beside = tr("paused") + " · " + beside
        behind = lag(show.slides, show.position, show.clock, speed)
        number = show.number() or tr("not in the deck")
        right = "    ".join((show.deck.show, QTime.currentTime().toString("HH:mm"), number)).strip()
        return minutes_and_seconds(show.clock.elapsed), beside, pace_words(behind), right

    def stage_words(self) -> str:
        """What the audience sees where it is not what the console shows."""
        show = self._show
        if show.blank is not Blank.NONE:
            return tr("The stage is black") if show.blank is Blank.BLACK else tr("The stage is white")
        return tr("The stage is frozen") if show.frozen else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink.colour(STAGE.ground))
        look = stage_look(self._show.slide.page)
        spent, beside, pace, right = self.texts()
        behind = lag(self._show.slides, self._show.position, self._show.clock, self.characters_a_minute)
        shade = STAGE.ink_soft if abs(behind) <= PACE_SLACK else STAGE.warning if behind > 0 else STAGE.good
        wide = ink.metrics(look, "value").horizontalAdvance(right)
        x, end = float(MARGIN), self.width() - MARGIN - wide
        self._write(painter, look, "value", STAGE.ink, right, end)
        for role, colour, text in (
            ("aside", STAGE.ink, spent),
            ("note", STAGE.ink_small, beside),
            ("note_strong", shade, pace),
            ("note_strong", STAGE.highlight, self.stage_words()),
            ("note_strong", STAGE.warning, self.notes.text),
        ):
            shown = ink.metrics(look, role).elidedText(
                text, Qt.TextElideMode.ElideRight, max(0.0, end - x - SPACE)
            )
            x += self._write(painter, look, role, colour, shown, x) + SPACE
        painter.end()

    def _write(self, painter: QPainter, look: Look, role: str, colour: str, text: str, x: float) -> float:
        """Write a text that is another every second, which `ink.write` would remember; returns its width."""
        measure = ink.metrics(look, role)
        painter.setFont(ink.font(look, role))
        painter.setPen(ink.colour(colour))
        base = (self.height() - measure.height()) / 2 + measure.ascent()
        painter.drawText(QPointF(x, base), text)
        return measure.horizontalAdvance(text)


class Buttons(QWidget):
    """A button for every action, in rows; each says its first key."""

    def __init__(self, calls: Mapping[str, Callable[[], None]], parent: QWidget) -> None:
        super().__init__(parent)
        self.buttons: dict[str, QToolButton] = {}
        for action in ACTIONS:
            button = QToolButton(self)
            button.setText(f"{action.text} {shown_keys(action)[0]}")
            button.setToolTip(f"{action.text}: {'  '.join(shown_keys(action))}")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCheckable(action.can_be_on)
            button.clicked.connect(calls[action.name])
            self.buttons[action.name] = button

    def set_states(self, states: Mapping[str, bool]) -> None:
        for name, state in states.items():
            self.buttons[name].setChecked(state)

    def arrange(self, width: int) -> int:
        """Place the buttons for this width; returns the height that they take."""
        x, y = 0, 0
        for button in self.buttons.values():
            wide = max(BUTTON_HEIGHT, button.sizeHint().width())
            if x and x + wide > width:
                x, y = 0, y + BUTTON_HEIGHT + BUTTON_GAP
            button.setGeometry(x, y, wide, BUTTON_HEIGHT)
            x += wide + BUTTON_GAP
        return y + BUTTON_HEIGHT


class Console(QWidget):
    """The window of the presenter. `closing` is asked to end the show when it is closed."""

    def __init__(
        self,
        show: Show,
        current: SceneView,
        following: SceneView,
        pictures: Pictures,
        ratio: float,
        calls: Mapping[str, Callable[[], None]],
        closing: Callable[[], None],
    ) -> None:
        super().__init__()
        self._show, self._ratio, self._closing = show, ratio, closing
        name = f" · {show.deck.show}" if show.deck.show else ""
        self.setWindowTitle(tr("Presenter's console") + name)
        self.setAutoFillBackground(True)
        self.bar = TimeBar(show, self)
        self.current, self.following = current, following
        for view in (current, following):
            view.setParent(self)
        self.buttons = Buttons(calls, self)
        self._next_label = self._label(tr("Next"), STAGE.ink_small, 1.0)
        self._script_label = self._label(tr("Script"), STAGE.ink_small, 1.0)
        self.script = QLabel()
        self.script.setTextFormat(Qt.TextFormat.PlainText)
        self.script.setWordWrap(True)
        self.script.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.script.setAccessibleName(tr("Script"))
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self.script)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.strip = Thumbnails(DeckModel(show.deck, self), pictures, ratio, False, self)
        self.strip.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.strip.set_picture_width(self._strip_width())
        self.panel: QWidget | None = None
        """What stands in place of the script for a while: the finder, or the key list."""
        self.cover: QWidget | None = None
        """What lies over everything below the bar for a while: the overview."""
        self._script_size = 1.0
        fit(self, QSize(1366, 768), QSize(900, 560))

    def _label(self, text: str, shade: str, size: float) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setFont(ink.font_of("note", size))
        palette = label.palette()
        palette.setColor(QPalette.ColorRole.WindowText, ink.colour(shade))
        label.setPalette(palette)
        return label

    def set_script_size(self, size: float) -> None:
        """How much larger than usual the script is written."""
        self._script_size = size
        self._write_script()

    def _write_script(self) -> None:
        size = max(1.0, self.height() / SCRIPT_HEIGHT) * self._script_size
        self.script.setFont(ink.font_of("hero_unit", round(size, 2)))

    def _strip_width(self) -> int:
        """Of a picture of the strip, whose height is the same for any shape of the stage."""
        return min(STRIP_WIDEST, round(STRIP_HEIGHT * self._ratio))

    def set_ratio(self, ratio: float) -> None:
        self._ratio = ratio
        self.strip.set_ratio(ratio)
        self.strip.set_picture_width(self._strip_width())
        self.arrange()

    def set_deck(self, deck: Deck) -> None:
        self.strip.deck_model.set_deck(deck)

    def refresh(self, states: Mapping[str, bool]) -> None:
        """Show what the show is at."""
        script = self._show.slide.spoken or tr("There is no script for this slide.")
        if self.script.text() != script:
            self.script.setText(script)
            self._scroll.verticalScrollBar().setValue(0)
        self.buttons.set_states(states)
        self.strip.set_current(self._show.position)
        self.current.refresh()
        self.following.refresh()
        self.bar.update()

    def set_panel(self, panel: QWidget | None) -> None:
        """Show `panel` in place of the script; None brings the script back."""
        if self.panel is not None and self.panel is not panel:
            self.panel.hide()
        self.panel = panel
        if panel is not None:
            panel.setParent(self)
            panel.show()
        self.arrange()

    def set_cover(self, cover: QWidget | None) -> None:
        """Lay `cover` over everything below the bar; None takes it away."""
        if self.cover is not None and self.cover is not cover:
            self.cover.hide()
        self.cover = cover
        if cover is not None:
            cover.setParent(self)
            cover.show()
            cover.raise_()
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.arrange()

    def arrange(self) -> None:
        """Place everything for the present size."""
        width, height = self.width(), self.height()
        self.bar.setGeometry(0, 0, width, BAR_HEIGHT)
        inner = QRect(MARGIN, BAR_HEIGHT + SPACE, width - 2 * MARGIN, height - BAR_HEIGHT - 2 * SPACE)
        if self.cover is not None:
            self.cover.setGeometry(0, BAR_HEIGHT, width, height - BAR_HEIGHT)
        strip = self.strip.picture_size.height() + GAP + NUMBER_LINE + 4
        self.strip.setGeometry(inner.left(), inner.bottom() - strip, inner.width(), strip)
        buttons = self.buttons.arrange(inner.width())
        top = inner.bottom() - strip - SPACE - buttons
        self.buttons.setGeometry(inner.left(), top, inner.width(), buttons)
        room = QSize(round(inner.width() * PICTURE_SHARE), top - SPACE - inner.top())
        left = self._fitting(room)
        self.current.setGeometry(QRect(inner.topLeft(), left))
        x = inner.left() + left.width() + MARGIN
        self._arrange_right(QRect(x, inner.top(), inner.right() - x, room.height()))
        self._write_script()

    def _arrange_right(self, rect: QRect) -> None:
        line = self._next_label.sizeHint().height() + 4
        self._next_label.setGeometry(rect.left(), rect.top(), rect.width(), line)
        small = self._fitting(QSize(rect.width(), round((rect.height() - 2 * line) * NEXT_SHARE)))
        self.following.setGeometry(QRect(rect.left(), rect.top() + line, small.width(), small.height()))
        top = rect.top() + line + small.height() + SPACE
        below = QRect(rect.left(), top, rect.width(), rect.bottom() - top)
        self._script_label.setGeometry(below.left(), below.top(), below.width(), line)
        self._scroll.setGeometry(below.adjusted(0, line, 0, 0))
        hidden = self.panel is not None
        self._script_label.setVisible(not hidden)
        self._scroll.setVisible(not hidden)
        if self.panel is not None:
            self.panel.setGeometry(below)

    def _fitting(self, room: QSize) -> QSize:
        """The largest size of the stage's shape within `room`."""
        wide = min(room.width(), round(room.height() * self._ratio))
        return QSize(max(1, wide), max(1, round(wide / self._ratio)))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self._closing()


def dress(widget: QWidget) -> None:
    """Give a window of the presenter its dark palette and the look of its buttons."""
    palette = QPalette()
    for role, shade in (
        (QPalette.ColorRole.Window, CONSOLE_GROUND),
        (QPalette.ColorRole.Base, CONSOLE_GROUND),
        (QPalette.ColorRole.Button, CONSOLE_GROUND),
        (QPalette.ColorRole.WindowText, STAGE.ink),
        (QPalette.ColorRole.Text, STAGE.ink),
        (QPalette.ColorRole.ButtonText, STAGE.ink_soft),
        (QPalette.ColorRole.PlaceholderText, STAGE.ink_small),
        (QPalette.ColorRole.Highlight, mixed(STAGE.ink, CONSOLE_GROUND, 0.2)),
        (QPalette.ColorRole.HighlightedText, STAGE.ink),
    ):
        palette.setColor(role, ink.colour(shade))
    widget.setPalette(palette)
    widget.setFont(ink.font_of("note", 1.0))
    line, raised = mixed(STAGE.ink, CONSOLE_GROUND, 0.22), mixed(STAGE.ink, CONSOLE_GROUND, 0.08)
    widget.setStyleSheet(
        f"QToolButton, QPushButton {{ color: {STAGE.ink_soft}; background: {CONSOLE_GROUND};"
        f" border: 1px solid {line}; border-radius: 8px; padding: 2px 7px; }}"
        f"QToolButton:hover, QPushButton:hover {{ background: {raised}; }}"
        f"QToolButton:checked {{ color: {STAGE.ground}; background: {STAGE.ink_soft}; }}"
        f"QLineEdit {{ color: {STAGE.ink}; background: {STAGE.ground}; border: 1px solid {line};"
        f" border-radius: 8px; padding: 6px 10px; }}"
        f"QDialog, FinderPanel {{ background: {CONSOLE_GROUND}; }}"
        f"QSpinBox {{ color: {STAGE.ink}; background: {STAGE.ground}; }}"
        f"QListView {{ color: {STAGE.ink}; background: {CONSOLE_GROUND}; border: none; }}"
        f"QListWidget::item {{ padding: 7px 4px; border-radius: 6px; }}"
        f"QListWidget::item:selected {{ background: {line}; color: {STAGE.ink}; }}"
        f"QScrollBar:vertical {{ background: transparent; width: 10px; }}"
        f"QScrollBar::handle:vertical {{ background: {line}; border-radius: 5px; min-height: 30px; }}"
        f"QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}"
        f"QScrollArea, QScrollArea > QWidget > QWidget {{ background: {CONSOLE_GROUND}; }}"
        f"QLabel {{ color: {STAGE.ink}; background: transparent; }}"
    )
