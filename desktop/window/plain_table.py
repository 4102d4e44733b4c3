"""What the tables of records share: quiet rows of one height, tool tips for what is cut, a visible focus."""

from PySide6.QtCore import QEvent, QModelIndex, QRectF
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from desktop.briefing.headlines import headline
from desktop.charts import ink, plain
from desktop.charts.theme import FOCUS_LINE, Look
from desktop.window.listing_delegate import ListingDelegate
from desktop.window.listing_model import ListingModel
from desktop.window.ref_model import RefModel


class PlainTable(QTableView):
    """A table of records whose last column is the sign of the verdict."""

    def __init__(self, model: ListingModel | RefModel, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.look = look
        self.records = model
        self.delegate = ListingDelegate(model, look, self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(1)

    def set_look(self, look: Look) -> None:
        self.look = self.delegate.look = look
        self.verticalHeader().setDefaultSectionSize(self.delegate.row_height)
        self.lay_out_columns()
        self.viewport().update()

    def judged(self) -> None:
        """Paint again where a verdict was not known yet."""
        if self.records.waits:
            self.records.waits = False
            self.viewport().update()

    def lay_out_columns(self) -> None:
        """Give the columns their widths, for the present width and look."""
        raise NotImplementedError

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.lay_out_columns()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_for(self.indexAt(event.pos())), self)
            return True
        return super().viewportEvent(event)

    def tip_for(self, index: QModelIndex) -> str:
        """The verdict in words over its sign, the whole text over one that is cut, else nothing."""
        if not index.isValid():
            return ""
        place, column = index.row(), index.column()
        if column == self.records.source_column:
            return plain.tip(headline(self.records.proof(place)))
        is_cut = self.delegate.cut(self.visualRect(index), index)
        return plain.tip(self.records.cell(place, column)) if is_cut else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        index = self.currentIndex()
        if not self.hasFocus() or not index.isValid():
            return
        row, line = self.visualRect(index), self.look.px(FOCUS_LINE)
        frame = QRectF(0, row.top(), self.viewport().width(), row.height())
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner = frame.adjusted(line / 2, line / 2, -line / 2, -line / 2)
        ink.box(painter, inner, line * 2, None, ink.pen(self.look.accent, line))
        painter.end()
