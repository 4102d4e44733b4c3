"""One page: its message on top, its panels below in a grid of twelve columns that reflows."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from desktop.briefing.records import Ref
from desktop.charts import ink
from desktop.charts.theme import COLUMNS, GAP, MARGIN, PANEL_MIN_WIDTH, Look
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Cards, Exhibit, Listing
from desktop.exhibits.narrow import holds, narrow
from desktop.quantities.language import tr
from desktop.window.exhibit_view import ExhibitView
from desktop.window.settings import Settings

if TYPE_CHECKING:
    from desktop.exhibits.choice import Shown
    from desktop.exhibits.successors import Successors

STRETCH = 1.35
"""A panel may grow to so many times the height it wants, to fill a tall window."""

WHEEL_REST = 0.3
"""Seconds without a turn of the wheel, after which a scroll of the page is over."""


class PageState(NamedTuple):
    """How a page was left: how far it was scrolled, and the state of each of its panels by their position."""

    scrolled: int
    panels: Mapping[int, Any]


def followed(page: str, state: PageState, newer: "Successors") -> PageState:
    """How a page was left, in the words of a newer reading of the pack."""
    moved = {newer.position(page, place): left for place, left in state.panels.items()}
    return state._replace(panels={n: left.followed(newer) for n, left in moved.items() if n is not None})


class PageView(QScrollArea):
    """Shows a page. Signals: source_asked(Ref); menu_opened(QMenu, panel) and copy_asked(panel) of a panel. Cards are there at once; `complete` adds the rest, after the first paint."""

    source_asked = Signal(object)
    menu_opened = Signal(object, object)
    copy_asked = Signal(object)

    def __init__(self, composer: Composer, key: str, settings: Settings, look: Look) -> None:
        super().__init__()
        self.page = page = composer.head(key)
        self.is_complete = False
        self._composer = composer
        self._evidence = composer.evidence
        self._settings = settings
        self._look = look
        self._needle = ""
        self._wheeled = -WHEEL_REST
        self._panels: dict[int, QWidget] = {}
        # Asked for the viewport that Qt makes, PySide would load every class under QObject to know its type: 16 ms.
        self._frame = QWidget()
        self.setViewport(self._frame)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(page.name)
        body = QWidget()
        self.setWidget(body)
        self._message = self._label(page.message)
        self._subtitle = self._label(page.subtitle)
        self._nothing = self._label("")
        for number, exhibit in enumerate(page.exhibits):
            self._add_drawing(number, exhibit)
        self.set_look(look)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self.widget())
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        label.setVisible(bool(text))
        return label

    def _add_drawing(self, number: int, exhibit: Exhibit) -> None:
        view = ExhibitView(exhibit, self._evidence, self._look, self.widget())
        view.source_asked.connect(self.source_asked)
        view.menu_opened.connect(self.menu_opened)
        view.copy_asked.connect(self.copy_asked)
        view.page_moves = self._moves
        self._panels[number] = view

    def complete(self) -> None:
        """Add what the first paint does not need: charts and tables."""
        if self.is_complete:
            return
        from desktop.window.listing_panel import ListingPanel

        self.page, self.is_complete = self._composer.page(self.page.key), True
        for number, exhibit in enumerate(self.page.exhibits):
            if isinstance(exhibit, Listing):
                panel = ListingPanel(exhibit, self._evidence, self._settings, self._look, self.widget())
                panel.view.source_asked.connect(self.source_asked)
                panel.menu_opened.connect(self.menu_opened)
                panel.view.narrowed.connect(self.arrange)
                self._panels[number] = panel
                panel.show()
            elif number not in self._panels:
                self._add_drawing(number, exhibit)
                self._panels[number].show()
        self._order_tabs()
        if self._needle or not self.page.exhibits:
            self.set_needle(self._needle)
        self.arrange()

    def _order_tabs(self) -> None:
        shown = [self._panels[number] for number in sorted(self._panels)]
        for one, other in pairwise(shown):
            self.setTabOrder(one, other)

    def set_look(self, look: Look) -> None:
        self._look = look
        for label, role, shade in (
            (self._message, "title", look.palette.ink),
            (self._subtitle, "subtitle", look.palette.ink_soft),
            (self._nothing, "subtitle", look.palette.ink_soft),
        ):
            label.setFont(ink.font(look, role))
            palette = label.palette()
            palette.setColor(QPalette.ColorRole.WindowText, ink.colour(shade))
            label.setPalette(palette)
        for panel in self._panels.values():
            panel.set_look(look)  # type: ignore[attr-defined]
        self.arrange()

    def set_needle(self, needle: str) -> None:
        """Show only what holds `needle`; everything for an empty one."""
        is_other, self._needle = needle.split() != self._needle.split(), needle
        left = 0
        for number, panel in self._panels.items():
            exhibit = self.page.exhibits[number]
            if isinstance(panel, ExhibitView):
                kept = narrow(exhibit, needle)
                panel.setVisible(kept is not None)
                if kept is not None:
                    panel.set_exhibit(kept if needle.strip() else exhibit)
            else:
                own = "" if holds(exhibit.title, needle) else needle
                panel.setVisible(panel.view.set_needle(own) > 0 or not needle.strip())  # type: ignore[attr-defined]
            left += not panel.isHidden()
        self._nothing.setText(tr("Nothing on this page matches “{needle}”.", needle=needle.strip()[:40]))
        self._nothing.setVisible(not left and bool(needle.strip()))
        if self.is_complete and not self.page.exhibits:
            self._nothing.setText(tr("This page has nothing to show yet."))
            self._nothing.setVisible(True)
        self.arrange()
        if is_other:
            self.scroll_to(0)

    def drop_own_filter(self, only_in_focus: bool) -> bool:
        """Clear the filter of one list, the one that is typed into where `only_in_focus`; False where none is set."""
        for panel in self.panels():
            field = None if isinstance(panel, ExhibitView) else panel.view.field  # type: ignore[attr-defined]
            if field is not None and field.text() and (field.hasFocus() or not only_in_focus):
                field.clear()
                return True
        return False

    # moving

    def wheelEvent(self, event: QWheelEvent) -> None:
        before = self.verticalScrollBar().value()
        super().wheelEvent(event)
        if self.verticalScrollBar().value() != before:
            self._wheeled = monotonic()

    def _moves(self) -> bool:
        """Whether the wheel has scrolled the page a moment ago."""
        return monotonic() - self._wheeled < WHEEL_REST

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            bar.setValue(bar.minimum() if event.key() == Qt.Key.Key_Home else bar.maximum())
        else:
            super().keyPressEvent(event)

    def shown(self) -> "Shown | None":
        """What the filters leave of the page; None where nothing is filtered."""
        from desktop.exhibits.choice import Shown
        from desktop.exhibits.sourcing import refs_of

        self.complete()
        words = [self._needle.strip()] if self._needle.strip() else []
        left: dict[int, tuple[Ref, ...]] = {}
        for panel in self._panels.values():
            exhibit = panel.shown_exhibit()  # type: ignore[attr-defined]
            if isinstance(exhibit, Listing):
                words.extend(panel.view.own_filters())  # type: ignore[attr-defined]
            if not panel.isHidden():
                left[exhibit.position] = tuple(refs_of(exhibit))
        return Shown(self.page.key, left, tuple(dict.fromkeys(words))) if words else None

    # layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def arrange(self) -> None:
        """Place everything for the present width, height and look."""
        if not self.is_complete and self._frame.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
            return  # before the first paint: the event that brings it to the screen does it, once
        self._place()

    def _place(self) -> None:
        look, width = self._look, self._frame.width()
        margin = round(look.px(MARGIN))
        inner = max(200, width - 2 * margin)
        y = round(look.px(22))
        for label in (self._message, self._subtitle, self._nothing):
            if not label.isHidden():
                height = label.heightForWidth(inner)
                label.setGeometry(margin, y, inner, height)
                y += height + round(look.px(2))
        y += round(look.px(14))
        rows = self._rows(inner)
        heights = [max(self._wanted(panel, w) for panel, _, w in row) for row in rows]
        self._stretch(rows, heights, self._frame.height() - y - margin)
        gap = round(look.px(GAP))
        for row, height in zip(rows, heights, strict=True):
            for panel, x, w in row:
                panel.setGeometry(QRect(margin + x, y, w, height))
            y += height + gap
        self.widget().resize(width, max(self._frame.height(), y - gap + margin if rows else y))

    @staticmethod
    def _wanted(panel: QWidget, width: int) -> int:
        return int(panel.preferred_height(width))  # type: ignore[attr-defined]

    def _rows(self, inner: int) -> list[list[tuple[QWidget, int, int]]]:
        """The visible panels in rows, each with its x and width; a panel too narrow for its content takes a whole row."""
        gap = self._look.px(GAP)
        unit = (inner + gap) / COLUMNS
        rows: list[list[tuple[QWidget, int, int]]] = []
        used = COLUMNS
        for number in sorted(self._panels):
            panel, span = self._panels[number], self.page.exhibits[number].span
            if panel.isHidden():
                continue
            if span * unit - gap < self._look.px(PANEL_MIN_WIDTH):
                span = COLUMNS
            if used + span > COLUMNS:
                rows.append([])
                used = 0
            rows[-1].append((panel, round(used * unit), round(span * unit - gap)))
            used += span
        for row in rows:
            panel, x, width = row[-1]
            row[-1] = (panel, x, inner - x) if inner - x - width < unit or len(row) == 1 else row[-1]
        return rows

    def _stretch(self, rows: Sequence[list[tuple[QWidget, int, int]]], heights: list[int], room: int) -> None:
        """Share out the height that is left over among the rows of charts, within reason."""
        free = room - sum(heights) - round(self._look.px(GAP)) * max(0, len(rows) - 1)
        growing = [
            n
            for n, row in enumerate(rows)
            if not all(isinstance(p, ExhibitView) and isinstance(p.exhibit, Cards) for p, _, _ in row)
        ]
        for count, n in zip(range(len(growing), 0, -1), growing, strict=True):
            more = max(0, min(free // count, round(heights[n] * (STRETCH - 1))))
            heights[n] += more
            free -= more

    # for self-test and pictures

    def panels(self) -> list[QWidget]:
        """The panels that are shown, in order."""
        return [self._panels[n] for n in sorted(self._panels) if not self._panels[n].isHidden()]

    def screenfuls(self) -> list[int]:
        """Scroll positions that show the whole page, none cutting a panel that fits on a screen."""
        height, whole = self._frame.height(), self.widget().height()
        starts = [0]
        tops = sorted({panel.geometry().top() for panel in self.panels()})
        gap = round(self._look.px(GAP))
        while starts[-1] + height < whole:
            bottom = starts[-1] + height
            cut = [t for t in tops if starts[-1] + gap < t <= bottom < self._bottom_of_row(t)]
            following = (cut[0] - gap) if cut else bottom
            starts.append(following if following > starts[-1] else bottom)
        return starts

    def _bottom_of_row(self, top: int) -> int:
        return max(p.geometry().bottom() for p in self.panels() if p.geometry().top() == top)

    def scroll_to(self, y: int) -> None:
        self.verticalScrollBar().setValue(y)

    # what a new reading of the pack has to leave as it was

    def state(self) -> PageState:
        panels = {self.page.exhibits[n].position: panel.state() for n, panel in self._panels.items()}  # type: ignore[attr-defined]
        return PageState(self.verticalScrollBar().value(), panels)

    def restore(self, state: PageState) -> None:
        """Bring back how the page was left, panel by panel, where a panel of the same kind is there now."""
        for number, panel in self._panels.items():
            left = state.panels.get(self.page.exhibits[number].position)
            if type(left) is type(panel.state()):  # type: ignore[attr-defined]
                panel.restore(left)  # type: ignore[attr-defined]
        self.scroll_to(state.scrolled)
