"""A listing in the page's panel frame: the white box and title around the table."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.briefing.citations import Evidence
from desktop.charts import ink
from desktop.charts.sheet import Sheet, frame_height, panel_frame
from desktop.charts.theme import PANEL_PADDING, Look
from desktop.exhibits.kinds import Listing
from desktop.window.listing import ListingView, ListState
from desktop.window.settings import Settings


class ListingPanel(QWidget):
    """Holds the `ListingView` of one listing in `view`.

    Signal menu_opened(QMenu, ListingPanel): its menu is about to be shown."""

    menu_opened = Signal(object, object)

    def __init__(
        self,
        listing: Listing,
        evidence: Evidence,
        settings: Settings,
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.exhibit = listing
        self.look = look
        self.view = ListingView(listing, evidence, settings, self)
        self.view.set_look(look)
        self.setAccessibleName(listing.title)
        self.view.table.menu_opened.connect(self._offer_menu)

    def state(self) -> ListState:
        return self.view.state()

    def restore(self, state: ListState) -> None:
        self.view.restore(state)

    def _offer_menu(self, menu: QMenu) -> None:
        self.menu_opened.emit(menu, self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setFont(ink.font(self.look, "body"))
        self._offer_menu(menu)
        menu.popup(event.globalPos())

    def shown_exhibit(self) -> Listing:
        """The listing with the rows that are shown, in the order in which they are."""
        model = self.view.model
        rows = tuple(model.row_at(place) for place in range(model.rowCount()))
        return replace(self.exhibit, rows=rows)

    def set_look(self, look: Look) -> None:
        self.look = look
        self.view.set_look(look)
        self._place()

    def preferred_height(self, width: int) -> int:
        inner = width - round(2 * self.look.px(PANEL_PADDING))
        return round(frame_height(self.look, self.exhibit.title)) + self.view.preferred_height(inner)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def judged(self) -> None:
        self.view.table.judged()

    def _place(self) -> None:
        pad = round(self.look.px(PANEL_PADDING))
        top = round(frame_height(self.look, self.exhibit.title)) - pad
        self.view.setGeometry(pad, top, self.width() - 2 * pad, self.height() - top - pad)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sheet = Sheet(painter, self.look, lambda ref: None)
        panel_frame(sheet, QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), self.exhibit.title)
        painter.end()
