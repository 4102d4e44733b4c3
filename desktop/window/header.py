"""The header: the briefing's name with its menu, the tabs, the search field and the buttons."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from desktop.briefing.language import tr
from desktop.charts import ink
from desktop.charts.theme import HEADER_HEIGHT, Look


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
        self.setToolTip(tr("Menu: open a pack, export, text size, keys"))
        self.updateGeometry()
        self.update()

    def set_look(self, look: Look) -> None:
        self._look = look
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = self._look
        wide = max(ink.width(look, "brand", self.text()) + look.px(26), ink.width(look, "small", self._line))
        return QSize(round(min(wide + look.px(16), look.px(300))), round(look.px(HEADER_HEIGHT - 8)))

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
        return QSize(
            round(ink.width(look, "tab_strong", self.text()) + look.px(44)), round(look.px(HEADER_HEIGHT))
        )

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
    """Signals: menu_asked(); page_chosen(int); needle_changed(str)."""

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
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(80)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.buttons = [self._button(text, action) for text, action in actions]
        if self.buttons:
            self.buttons[-1].setObjectName("primary")
        row = QHBoxLayout(self)
        row.addWidget(self.brand)
        row.addSpacing(16)
        for tab in self.tabs:
            row.addWidget(tab)
        row.addStretch(1)
        row.addWidget(self.search, 2)
        for button in self.buttons:
            row.addWidget(button)
        self.brand.clicked.connect(self.menu_asked)
        self.search.textChanged.connect(self.needle_changed)
        for tab in self.tabs:
            tab.clicked.connect(self._tab_clicked)
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
        self.search.setMinimumWidth(round(look.px(90)))
        self.search.setMaximumWidth(round(look.px(250)))
        tall = round(look.px(36))
        for field in (self.search, *self.buttons):
            field.setFont(ink.font(look, "body"))
            field.setFixedHeight(tall)
        self.setFixedHeight(round(look.px(HEADER_HEIGHT)))
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(round(look.px(16)), 0, round(look.px(24)), 0)
        layout.setSpacing(round(look.px(12)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink.box(painter, QRectF(self.rect()), 0, self._look.palette.card)
        ink.box(painter, QRectF(0, self.height() - 1, self.width(), 1), 0, self._look.palette.line)
        painter.end()
