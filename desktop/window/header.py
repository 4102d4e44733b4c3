"""The header: the briefing's name with its menu, the tabs, the search field and the buttons."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QSizePolicy, QWidget

from desktop.charts import ink, plain
from desktop.charts.theme import HEADER_HEIGHT, Look
from desktop.quantities.language import tr

BRAND_LEAST = 300
"""What a long title may take before the search field gets what it wants; more only where there is room."""
SEARCH_LEAST, SEARCH_WANTED = 120, 250
TAB_PADDING, NARROW_TAB_PADDING = 44, 16
CONTROL, GAP = 36, 12
LEFT, RIGHT, AFTER_BRAND = 16, 24, 16


class BrandButton(QAbstractButton):
    """The briefing's title over its period and as-of date; opens the menu."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._line = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_texts(self, title: str, line: str) -> None:
        self.setText(title)
        self._line = line
        self.setAccessibleName(tr("{title}, menu", title=title))
        self.setAccessibleDescription(line)
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(self._tip())
        return super().event(event)

    def _tip(self) -> str:
        """All that the button says, also where it has no room to; made when it is wanted."""
        menu = tr("Menu: open a pack, export, text size, keys")
        return plain.tip("\n".join(text for text in (self.text(), self._line, menu) if text))

    def sizeHint(self) -> QSize:
        look = self._look
        wide = max(ink.width(look, "brand", self.text()) + look.px(26), ink.width(look, "small", self._line))
        return QSize(round(wide + look.px(16)), round(look.px(HEADER_HEIGHT - 8)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pad, brand, small = look.px(6), ink.line_height(look, "brand"), ink.line_height(look, "small")
        top = (self.height() - brand - small) / 2
        room = self.width() - 2 * pad - look.px(18)
        ink.write(painter, look, "brand", look.palette.ink, QRectF(pad, top, room, brand), self.text())
        arrow = pad + min(room, ink.width(look, "brand", self.text())) + look.px(6)
        ink.write(painter, look, "small", look.palette.ink_small, QRectF(arrow, top, look.px(16), brand), "▾")
        below = QRectF(pad, top + brand, self.width() - 2 * pad, small)
        ink.write(painter, look, "small", look.palette.ink_small, below, self._line)
        _focus_ring(self, painter, look)
        painter.end()


class TabButton(QAbstractButton):
    """The tab of a page, underlined in its accent while it is shown."""

    def __init__(self, text: str, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(text)
        self.setAccessibleName(text)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        wide = ink.width(look, "tab_strong", self.text()) + look.px(TAB_PADDING)
        return QSize(round(wide), round(look.px(HEADER_HEIGHT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        cut = ink.width(self._look, "tab_strong", self.text()) > self.width()
        self.setToolTip(plain.tip(self.text()) if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, look = QPainter(self), self._look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        shade = look.accent if on else look.palette.ink_soft
        ink.write(
            painter, look, "tab_strong" if on else "tab", shade, QRectF(self.rect()), self.text(), ink.CENTRE
        )
        if on:
            thick = look.px(3)
            ink.box(painter, QRectF(0, self.height() - thick, self.width(), thick), 0, look.accent)
        _focus_ring(self, painter, look)
        painter.end()


def _focus_ring(widget: QWidget, painter: QPainter, look: Look) -> None:
    if widget.hasFocus():
        rect = QRectF(widget.rect()).adjusted(3, 5, -3, -5)
        ink.box(painter, rect, look.px(6), None, ink.pen(look.palette.ink, max(2.0, look.px(2))))


class Header(QWidget):
    """In one row where there is room for it, else in two: the title and the tabs, and below them the search field and
    the buttons. Signals: menu_asked(); page_chosen(int); needle_changed(str)."""

    menu_asked = Signal()
    page_chosen = Signal(int)
    needle_changed = Signal(str)

    def __init__(
        self, names: Sequence[str], look: Look, actions: Iterable[tuple[str, QAction]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.brand = BrandButton(look, self)
        self.tabs = [TabButton(name, look, self) for name in names]
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(tr("Filter figures, projects, facilities  (Ctrl+F)"))
        self.search.setAccessibleName(tr("Filter the page"))
        self.search.setMaxLength(80)
        self.buttons = [self._button(text, action) for text, action in actions]
        if self.buttons:
            self.buttons[-1].setObjectName("primary")
        self.brand.clicked.connect(self.menu_asked)
        self.search.textChanged.connect(self.needle_changed)
        for tab in self.tabs:
            tab.clicked.connect(self._tab_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAutoFillBackground(True)
        self.set_look(look)

    def _button(self, text: str, action: QAction) -> QPushButton:
        button = QPushButton(self)
        button.setText(text)
        button.setAccessibleName(text)
        button.setCheckable(action.isCheckable())
        button.setToolTip(f"{action.text()}  {action.shortcut().toString()}")
        button.clicked.connect(action.trigger)
        action.toggled.connect(button.setChecked)
        return button

    def _tab_clicked(self) -> None:
        self.page_chosen.emit(next(n for n, tab in enumerate(self.tabs) if tab is self.sender()))

    def set_page(self, number: int) -> None:
        self.tabs[number].setChecked(True)

    def set_look(self, look: Look) -> None:
        self._look = look
        self.brand.set_look(look)
        for tab in self.tabs:
            tab.set_look(look)
        for field in (self.search, *self.buttons):
            field.setFont(ink.font(look, "body"))
        self._changed()

    # layout

    def set_texts(self, title: str, line: str) -> None:
        """Name the briefing, and its period and as-of date below."""
        self.brand.set_texts(title, line)
        self._changed()

    def _changed(self) -> None:
        self.updateGeometry()
        self.arrange()

    def _tabs_width(self) -> int:
        return sum(tab.sizeHint().width() for tab in self.tabs)

    def _buttons_width(self) -> int:
        gap = round(self._look.px(GAP))
        for button in self.buttons:
            button.ensurePolished()  # before that, its size is not that of the style sheet
        return sum(button.sizeHint().width() + gap for button in self.buttons)

    def _room(self, width: int) -> int:
        """What of one row is left over for the title and the search field."""
        margins = round(self._look.px(LEFT + AFTER_BRAND + GAP + RIGHT))
        return width - margins - self._tabs_width() - self._buttons_width()

    def _in_one_row(self, width: int) -> bool:
        brand = min(self.brand.sizeHint().width(), self._look.px(BRAND_LEAST))
        return self._room(width) >= brand + self._look.px(SEARCH_LEAST)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        px = self._look.px
        return round(px(HEADER_HEIGHT) + (0 if self._in_one_row(width) else px(CONTROL + 2 * GAP)))

    def sizeHint(self) -> QSize:
        return QSize(0, self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def arrange(self) -> None:
        """Place everything for the present width and look."""
        if self.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            return  # the event that brings it to the screen does it, once
        self._place()

    def _place(self) -> None:
        px, width = self._look.px, self.width()
        left, right = round(px(LEFT)), width - round(px(RIGHT))
        if self._in_one_row(width):
            room, brand = self._room(width), self.brand.sizeHint().width()
            search = min(round(px(SEARCH_WANTED)), room - min(brand, round(px(BRAND_LEAST))))
            self._place_tabs(left, min(brand, room - search), TAB_PADDING)
            top = (round(px(HEADER_HEIGHT)) - round(px(CONTROL))) // 2
            self._place_search(right - self._buttons_width() - search, right, top)
        else:
            self._place_narrow(left, right)
            self._place_search(left, right, round(px(HEADER_HEIGHT + GAP)))

    def _place_narrow(self, left: int, right: int) -> None:
        """Title and tabs in a row of their own; tabs give up their padding before the title is cut."""
        px = self._look.px
        brand, padding = self.brand.sizeHint().width(), TAB_PADDING
        tabs = self._tabs_width()
        if left + brand + px(AFTER_BRAND) + tabs > right:
            padding = NARROW_TAB_PADDING
            tabs -= len(self.tabs) * round(px(TAB_PADDING - NARROW_TAB_PADDING))
        self._place_tabs(left, max(0, min(brand, round(right - left - px(AFTER_BRAND)) - tabs)), padding)

    def _place_tabs(self, left: int, brand: int, padding: int) -> None:
        px = self._look.px
        high, tall = round(px(HEADER_HEIGHT)), self.brand.sizeHint().height()
        self.brand.setGeometry(left, (high - tall) // 2, brand, tall)
        x = left + brand + round(px(AFTER_BRAND))
        for tab in self.tabs:
            wide = tab.sizeHint().width() - round(px(TAB_PADDING - padding))
            tab.setGeometry(x, 0, wide, high)
            x += wide

    def _place_search(self, left: int, right: int, top: int) -> None:
        """The search field from `left` on, the buttons behind it up to `right`."""
        gap, tall = round(self._look.px(GAP)), round(self._look.px(CONTROL))
        x = right - self._buttons_width()
        self.search.setGeometry(left, top, max(0, x - left), tall)
        for button in self.buttons:
            wide = button.sizeHint().width()
            button.setGeometry(x + gap, top, wide, tall)
            x += gap + wide

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink.box(painter, QRectF(self.rect()), 0, self._look.palette.card)
        ink.box(painter, QRectF(0, self.height() - 1, self.width(), 1), 0, self._look.palette.line)
        painter.end()
