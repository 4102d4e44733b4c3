"""Chips: one category of a listing each, with how many rows it has; one is chosen at a time."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QMenu, QToolTip, QWidget

from desktop.charts import ink, plain
from desktop.charts.theme import CHIP_GAP, CHIP_HEIGHT, CHIP_MAX_WIDTH, FOCUS_LINE, TINT, Look, mixed
from desktop.quantities.language import tr

MOST_CHIPS = 24
"""Categories beyond this many are in a menu behind a last chip."""
_EDGE = 13
_CENTRED = Qt.TextFlag.TextSingleLine.value | Qt.AlignmentFlag.AlignCenter.value


class Chip(QAbstractButton):
    """A rounded button. Its width is that of its largest count, so that nothing jumps while one types."""

    def __init__(self, name: str, count: int, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.name, self.count, self._widest = name, count, count
        self.look = look
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_count(count)

    def set_count(self, count: int) -> None:
        self.count, self._widest = count, max(count, self._widest)
        self.setAccessibleName(self._label(count))
        self.update()

    def _label(self, count: int) -> str:
        return f"{self.name} {count}" if count >= 0 else self.name

    def sizeHint(self) -> QSize:
        look = self.look
        wide = ink.width(look, "note_strong", self._label(self._widest)) + 2 * look.px(_EDGE)
        return QSize(round(min(wide, look.px(CHIP_MAX_WIDTH))), round(look.px(CHIP_HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, palette = self.look, self.look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = look.px(FOCUS_LINE) if self.hasFocus() else max(1.0, look.px(1))
        frame = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        edge = ink.pen(look.accent if self.hasFocus() or self.isChecked() else palette.line, line)
        fill = look.accent if self.isChecked() else palette.card
        if not self.isChecked() and self.underMouse():
            fill = mixed(look.accent, palette.card, TINT)
        ink.box(painter, frame, frame.height() / 2, fill, edge)
        if self.hasFocus() and self.isChecked():
            inner = frame.adjusted(line, line, -line, -line)
            ink.box(painter, inner, inner.height() / 2, None, ink.pen(palette.on_accent, line / 2))
        self._write(painter)

    def _write(self, painter: QPainter) -> None:
        look, palette = self.look, self.look.palette
        shade = palette.on_accent if self.isChecked() else (palette.ink if self.count else palette.ink_small)
        role = "note_strong" if self.isChecked() else "note"
        count = f" {self.count}" if self.count >= 0 else ""
        room = self.width() - 2 * look.px(_EDGE) - ink.width(look, role, count) + 1
        painter.setFont(ink.font(look, role))
        painter.setPen(ink.colour(shade))
        painter.drawText(self.rect(), _CENTRED, ink.elided(look, role, self.name, room) + count)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            wanted = ink.width(self.look, "note_strong", self._label(self.count))
            shown = plain.tip(self.name) if wanted > self.width() - 2 * self.look.px(_EDGE) + 1 else ""
            QToolTip.showText(event.globalPos(), shown, self)
            return True
        return super().event(event)


class ChipRow(QWidget):
    """The chips of a listing on as many lines as they need. Signal: `chosen(category)`, "" for all."""

    chosen = Signal(str)

    def __init__(self, categories: Sequence[str], look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self._group = QButtonGroup(self)
        self._first = self._add(tr("All"))
        self._first.setChecked(True)
        self._chips = {category: self._add(category) for category in categories[:MOST_CHIPS]}
        self._rest = list(categories[MOST_CHIPS:])
        self._counts: Mapping[str, int] = {}
        self._more = self._add("") if self._rest else None
        self._group.buttonClicked.connect(self._clicked)
        self.category = ""

    def _add(self, name: str) -> Chip:
        chip = Chip(name, 0, self.look, self)
        self._group.addButton(chip)
        return chip

    def set_look(self, look: Look) -> None:
        self.look = look
        for chip in self._all():
            chip.look = look
            chip.update()
        self._place(self.width(), move=True)

    def set_counts(self, matching: int, counts: Mapping[str, int]) -> None:
        """How many rows there are in all, and of each category."""
        self._counts = counts
        self._first.set_count(matching)
        for category, chip in self._chips.items():
            chip.set_count(counts.get(category, 0))
        self._name_more()

    def choose(self, category: str) -> None:
        """Check the chip of a category without a click."""
        self.category = category
        chip = self._chips.get(category, self._more) if category else self._first
        if chip is not None:
            chip.setChecked(True)
        self._name_more()

    def lines_height(self, width: float) -> int:
        """How high the chips are together where they have this width."""
        return self._place(width, move=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place(self.width(), move=True)

    def _all(self) -> list[Chip]:
        return [self._first, *self._chips.values(), *([self._more] if self._more else [])]

    def _place(self, width: float, move: bool) -> int:
        x, y, gap = 0, 0, round(self.look.px(CHIP_GAP))
        high = round(self.look.px(CHIP_HEIGHT))
        for chip in self._all():
            wide = min(chip.sizeHint().width(), max(1, int(width)))
            if x and x + wide > width:
                x, y = 0, y + high + gap
            if move:
                chip.setGeometry(QRect(QPoint(x, y), QSize(wide, high)))
            x += wide + gap
        return y + high

    def _clicked(self, chip: QAbstractButton) -> None:
        if chip is self._more:
            self._open_more()
            return
        self.category = next((name for name, other in self._chips.items() if other is chip), "")
        self._name_more()
        self.chosen.emit(self.category)

    # the categories behind the last chip

    def _name_more(self) -> None:
        if self._more is not None:
            inside = self.category in self._rest
            self._more.name = self.category if inside else tr("{count} more…", count=len(self._rest))
            self._more.set_count(self._counts.get(self.category, 0) if inside else -1)
            self._place(self.width(), move=True)

    def _open_more(self) -> None:
        assert self._more is not None
        self.choose(self.category)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setFont(ink.font(self.look, "body"))
        for category in self._rest:
            action = menu.addAction(plain.label(f"{category} {self._counts.get(category, 0)}"))
            action.setData(category)
        menu.triggered.connect(self._picked)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _picked(self, action: QAction) -> None:
        self.choose(str(action.data()))
        self.chosen.emit(self.category)
