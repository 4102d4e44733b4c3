"""A listing on a page: chips with counts, a filter of its own, and the table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop.briefing.citations import Evidence
from desktop.briefing.records import Ref
from desktop.charts import ink, plain
from desktop.charts.theme import CONTROL_HEIGHT, FIELD_WIDTH, GRID, ROW_HEIGHT, Look, page_look
from desktop.exhibits.kinds import Listing, Row
from desktop.quantities.language import tr
from desktop.window.chips import ChipRow
from desktop.window.collation import Order, collate
from desktop.window.listing_model import ListingModel
from desktop.window.listing_table import ListingTable
from desktop.window.settings import Settings
from desktop.window.tasks import Handle, Progress, shared_tasks

if TYPE_CHECKING:
    from desktop.exhibits.successors import Successors

MOST_ROWS = 14
"""More rows than this scroll inside the table."""
SORTED_AT_ONCE = 2000
"""More rows than this are sorted and copied off the GUI thread."""
BETWEEN_REPORTS = 500
"""Rows copied before progress is told."""
_CHIPS_BESIDE_FIELD = 420
_FILTERED = "facilities"


class ListState(NamedTuple):
    """How a list was left: its category and its own filter, the column sorted by and whether it falls, the records
    that were chosen and the one that keys moved from, whether keys went there."""

    category: str
    words: str
    column: int
    falling: bool
    chosen: Sequence[Ref]
    current: Ref | None
    has_focus: bool

    def followed(self, newer: "Successors") -> "ListState":
        """The same in a newer reading of the pack."""
        chosen = [ref for ref in map(newer.ref, self.chosen) if ref is not None]
        return self._replace(chosen=chosen, current=newer.ref(self.current))


class ListingView(QWidget):
    """One listing, without the panel around it. Signals: `source_asked(Ref)`; `narrowed()` when what is chosen here
    leaves other rows than before, or rows of another height."""

    source_asked = Signal(object)
    narrowed = Signal()

    def __init__(
        self,
        listing: Listing,
        evidence: Evidence,
        settings: Settings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.listing, self._settings = listing, settings
        self.look = page_look(listing.page)
        self.model = ListingModel(listing, evidence, self)
        self._sorting: Handle | None = None
        self._copying: Handle | None = None
        self._orders: dict[int, Order] = {}
        self._wanted = (-1, False)
        self._needle = ""
        self.chips = ChipRow(tuple(listing.categories), self.look, self) if listing.categories else None
        self.field = QLineEdit(self) if listing.name == _FILTERED and listing.rows else None
        self.table = ListingTable(self.model, self.look, self)
        self._note = QLabel(self)
        self._status = QLabel(self)
        self._set_up()
        self.set_look(self.look)

    def _set_up(self) -> None:
        name = self.listing.title or tr("List")
        self.setAccessibleName(name)
        self.table.setAccessibleName(name)
        self._status.hide()
        self._status.setAutoFillBackground(True)
        self._status.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setTextFormat(Qt.TextFormat.PlainText)
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if self.field is not None:
            self.field.setPlaceholderText(tr("Filter this list"))
            self.field.setAccessibleName(tr("Filter this list"))
            self.field.setClearButtonEnabled(True)
            self.field.textChanged.connect(self._narrow_here)
        if self.chips is not None:
            self.chips.set_counts(self.model.matching, self.model.counts)
            self.chips.chosen.connect(self._narrow_here)
        if self._settings is not None:
            self.table.remembered = self._settings.column_widths(self.listing.name)
        self.table.columns_moved.connect(self._remember)
        self.table.sort_asked.connect(self._sort)
        self.table.copy_asked.connect(self._copy)
        self.table.source_asked.connect(self.source_asked)
        self._tell()

    # look and place

    def set_look(self, look: Look) -> None:
        self.look = look
        palette = self.palette()
        for role, shade in (
            (QPalette.ColorRole.Window, look.palette.card),
            (QPalette.ColorRole.Base, look.palette.card),
            (QPalette.ColorRole.WindowText, look.palette.ink_small),
        ):
            palette.setColor(role, ink.colour(shade))
        self.setPalette(palette)
        self._note.setFont(ink.font(look, "body"))
        self._status.setFont(ink.font(look, "body"))
        self._status.setMargin(round(look.px(GRID / 2)))
        if self.field is not None:
            self.field.setFont(ink.font(look, "body"))
        if self.chips is not None:
            self.chips.set_look(look)
        self.table.set_look(look)
        self._arrange()
        self.updateGeometry()

    def preferred_height(self, width: float) -> int:
        """The height at which all rows that are left stand, or the first 14 where there are more."""
        rows = min(MOST_ROWS, max(2, self.model.rowCount()))
        wide = int(width) - (
            self.table.verticalScrollBar().sizeHint().width() if rows < self.model.rowCount() else 0
        )
        return self._top(width)[0] + round(self.look.px(ROW_HEIGHT)) + rows * self.table.row_height(wide)

    def _top(self, width: float) -> tuple[int, QRect, QRect]:
        """How much height chips and field take together, and where each of them stands."""
        gap, high = round(self.look.px(GRID)), round(self.look.px(CONTROL_HEIGHT))
        wide, beside = int(width), round(self.look.px(FIELD_WIDTH))
        if self.field is None and self.chips is None:
            return 0, QRect(), QRect()
        if self.field is None and self.chips is not None:
            lines = self.chips.lines_height(wide)
            return lines + gap, QRect(0, 0, wide, lines), QRect()
        if self.chips is None:
            return high + gap, QRect(), QRect(0, 0, min(wide, beside), high)
        if wide - beside >= self.look.px(_CHIPS_BESIDE_FIELD):
            room = wide - beside - 2 * gap
            lines = self.chips.lines_height(room)
            down = max(0, (high - lines) // 2)
            return max(lines, high) + gap, QRect(0, down, room, lines), QRect(wide - beside, 0, beside, high)
        lines = self.chips.lines_height(wide)
        return lines + high + 2 * gap, QRect(0, 0, wide, lines), QRect(0, lines + gap, wide, high)

    def _arrange(self) -> None:
        top, chips, field = self._top(self.width())
        if self.chips is not None:
            self.chips.setGeometry(chips)
        if self.field is not None:
            self.field.setGeometry(field)
        self.table.setGeometry(0, top, self.width(), max(0, self.height() - top))
        head = round(self.look.px(ROW_HEIGHT))
        self._note.setGeometry(0, top + head, self.width(), max(0, self.height() - top - head))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    # narrowing

    def set_needle(self, text: str) -> int:
        """Leave the rows that hold the words of `text`, beside what is chosen here; how many those are."""
        self._needle = text
        self._narrow()
        return self.model.rowCount()

    def _narrow_here(self) -> None:
        self._narrow()
        self.narrowed.emit()

    def _narrow(self) -> None:
        kept = self.model.number_at(self.table.currentIndex().row())
        own = self.field.text() if self.field is not None else ""
        self.model.narrow(f"{self._needle} {own}", self.chips.category if self.chips is not None else "")
        if self.chips is not None:
            self.chips.set_counts(self.model.matching, self.model.counts)
        self._choose(kept)
        self._tell()

    def own_filters(self) -> list[str]:
        """The category and the words that are chosen here, beside the search of the page."""
        own = self.field.text().strip() if self.field is not None else ""
        return [part for part in (self.chips.category if self.chips is not None else "", own) if part]

    def _choose(self, number: int) -> None:
        place = self.model.place_of(number) if number >= 0 else -1
        if place >= 0:
            self.table.choose(place)

    def focus_ref(self, ref: Ref) -> bool:
        """Select the record's row and give it the focus; what hides it here is taken away. False where it is
        not of this listing, or the search of the page hides it."""
        number = self.model.number_of(ref)
        if number >= 0 and self.model.place_of(number) < 0:
            self.show_all()
        place = self.model.place_of(number) if number >= 0 else -1
        if place >= 0:
            self.table.choose(place)
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        return place >= 0

    def show_all(self) -> None:
        """Drop the list's own filter and category."""
        if self.chips is not None:
            self.chips.choose("")
        if self.field is not None:
            self.field.clear()
        self._narrow()

    # what a new reading of the pack has to leave as it was

    def state(self) -> ListState:
        category = self.chips.category if self.chips is not None else ""
        own = self.field.text() if self.field is not None else ""
        rows = [row.ref for row in self.model.rows_at(self.table.chosen_places())]
        place = self.table.currentIndex().row()
        current = self.model.row_at(place).ref if place >= 0 else None
        return ListState(category, own, *self._wanted, rows, current, self.table.hasFocus())

    def restore(self, state: ListState) -> None:
        if self.chips is not None and state.category in self.listing.categories:
            self.chips.choose(state.category)
        if self.field is not None:
            self.field.setText(state.words)
        self._narrow()
        if state.column >= 0:
            self.table.sort_by(state.column, state.falling)
        if state.chosen:
            self.table.choose_all(*self.model.places_of({*state.chosen}, state.current))
        if state.has_focus:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell(self) -> None:
        """Say it in words where no row is left."""
        own = self.field.text() if self.field is not None else ""
        words = " ".join(f"{self._needle} {own}".split())
        if not self.listing.rows:
            text = tr("There is nothing in this list yet.")
        elif words:
            text = tr("Nothing here matches “{words}”.", words=words)
        else:
            text = tr("There is nothing in this category.")
        self._note.setText(text)
        self._note.setVisible(self.model.rowCount() == 0)

    # sorting

    def _sort(self, column: int, falling: bool) -> None:
        self._wanted = (column, falling)
        if self._sorting is not None:
            self._sorting.cancel()
            self._sorting = None
        if column < 0:
            self._show_order(None)
        elif column in self._orders:
            self._show_order(self._orders[column].places(falling))
        elif len(self.listing.rows) <= SORTED_AT_ONCE:
            self._sorted(column, collate(self.model.column_texts(column), lambda done, total: None))
        else:
            self._sort_aside(column)

    def _sort_aside(self, column: int) -> None:
        texts = self.model.column_texts(column)
        self._sorting = shared_tasks().run(
            lambda progress: (column, collate(texts, progress)),
            self._sorted_aside,
            self._work_failed,
            self._sort_progress,
        )
        self._sort_progress(0, 1)

    def _sorted_aside(self, sorted_column: tuple[int, Order]) -> None:
        self._sorting = None
        self._status.hide()
        self._sorted(*sorted_column)

    def _work_failed(self, error: Exception) -> None:
        self._sorting = self._copying = None
        self._status.hide()
        raise error

    def _sort_progress(self, done: int, total: int) -> None:
        self._show_status(tr("Sorting… {percent}%", percent=100 * done // max(1, total)))

    def _show_status(self, text: str) -> None:
        self._status.setText(text)
        self._status.adjustSize()
        corner = self.table.geometry().bottomLeft() - self._status.rect().bottomLeft()
        self._status.move(corner)
        self._status.show()
        self._status.raise_()

    def _sorted(self, column: int, order: Order) -> None:
        self._orders[column] = order
        if self._wanted[0] == column:
            self._show_order(order.places(self._wanted[1]))

    def _show_order(self, places: Sequence[int] | None) -> None:
        self._status.hide()
        kept = self.model.number_at(self.table.currentIndex().row())
        self.model.arrange(places)
        self._choose(kept)

    # copying

    def _copy(self, rows: Sequence[Row]) -> None:
        """Put rows on the clipboard, with their headings, for a spreadsheet."""
        if len(rows) <= SORTED_AT_ONCE:
            QGuiApplication.clipboard().setText(self._as_table(rows, lambda done, total: None))
            return
        if self._copying is not None:
            self._copying.cancel()
        self._copying = shared_tasks().run(
            lambda progress: self._as_table(rows, progress),
            self._copied,
            self._work_failed,
            self._copy_progress,
        )
        self._copy_progress(0, 1)

    def _as_table(self, rows: Sequence[Row], progress: Progress) -> str:
        """Touches nothing of Qt; for any thread."""
        lines = [plain.table_line(self.listing.columns)]
        for done, row in enumerate(rows):
            lines.append(plain.table_line(row.cells))
            if done % BETWEEN_REPORTS == 0:
                progress(done, len(rows))
        return "\n".join(lines)

    def _copied(self, text: str) -> None:
        self._copying = None
        self._status.hide()
        QGuiApplication.clipboard().setText(text)

    def _copy_progress(self, done: int, total: int) -> None:
        self._show_status(tr("Copying… {percent}%", percent=100 * done // max(1, total)))

    def _remember(self, widths: tuple[float, ...]) -> None:
        if self._settings is not None:
            self._settings.set_column_widths(self.listing.name, widths)
        self.narrowed.emit()
