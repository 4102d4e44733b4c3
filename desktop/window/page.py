"""One page: its message on top, its panels below in a grid of twelve columns that reflows."""

from collections.abc import Mapping, Sequence
from time import monotonic, perf_counter
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPalette, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

from desktop.briefing.records import Ref
from desktop.charts import ink
from desktop.charts.theme import COLUMNS, GAP, MARGIN, PANEL_MIN_WIDTH, Look
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Cards, Exhibit, Listing
from desktop.exhibits.narrow import holds, leaves_rows, narrow
from desktop.quantities.language import tr
from desktop.window.exhibit_view import ExhibitView
from desktop.window.pieces import Place, is_short, pieces_in
from desktop.window.settings import Settings

if TYPE_CHECKING:
    from desktop.exhibits.choice import Shown
    from desktop.exhibits.successors import Successors

STRETCH = 1.35
"""A panel may grow to so many times the height it wants, to fill a tall window."""

SCREENS_AHEAD = 2
"""How far below the top of what is in view a long page is made."""
MOST_ON_TOP = 6
"""Pieces of cards that are made for the first paint, where there are many."""
SLICE = 0.02
"""Seconds that a long page may take before it lets the window have its turn."""
WHEEL_REST = 0.3
"""Seconds without a turn of the wheel, after which a scroll of the page is over."""


class PageState(NamedTuple):
    """How a page was left: how far it was scrolled, and the state of each of its panels by the position of the exhibit
    and the number of the piece."""

    scrolled: int
    panels: Mapping[Place, Any]


def followed(page: str, state: PageState, newer: "Successors") -> PageState:
    """How a page was left, in the words of a newer reading of the pack."""
    moved = {(newer.position(page, n), part): left for (n, part), left in state.panels.items()}
    panels = {(n, part): left.followed(newer) for (n, part), left in moved.items() if n is not None}
    return state._replace(panels=panels)


class PageView(QScrollArea):
    """Shows a page. Signals: source_asked(Ref); menu_opened(QMenu, panel) and copy_asked(panel) of a panel. Cards are there at once; `complete` adds the rest, after the first paint. A page that is `is_short` is made whole then, a longer one as it is scrolled."""

    source_asked = Signal(object)
    menu_opened = Signal(object, object)
    copy_asked = Signal(object)

    def __init__(self, composer: Composer, key: str, settings: Settings, look: Look) -> None:
        super().__init__()
        self.page = page = composer.page(key)
        self.is_complete = False
        self._evidence = composer.evidence
        self._settings = settings
        self._look = look
        self._needle = ""
        self._wheeled = -WHEEL_REST
        self._panels: dict[Place, QWidget] = {}
        self._there: set[Place] = set()
        self._states: dict[Place, Any] = {}
        self._bottom = self._sought = 0
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
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._grow)
        self._begin()
        self.set_look(look)

    def _label(self, text: str) -> QLabel:
        label = QLabel(text, self.widget())
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        label.setVisible(bool(text))
        return label

    # the panels

    def complete(self) -> None:
        """Add what the first paint does not need: charts and tables."""
        if self.is_complete:
            return
        self.is_complete = True
        self._begin()
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def _begin(self) -> None:
        """Show what holds the needle, from the top on."""
        end = len(self.page.exhibits) if self.is_complete else self.page.on_top
        self.is_short = is_short(self.page.exhibits[:end])
        self._coming = pieces_in(self.page, self._needle, end)
        self._there.clear()
        self._is_whole = False
        self._grow()

    def _grow(self) -> None:
        """Add what comes next, as far down as it may soon be seen; a short page is made whole."""
        until = perf_counter() + SLICE
        while not self._is_whole and (self.is_short or not self._reaches()):
            if not self.is_short and perf_counter() > until:
                self._timer.start(0)
                break
            self._take_next()
        for place, panel in self._panels.items():
            panel.setVisible(place in self._there)
        self._say_nothing()
        self.arrange()
        if self._sought:
            self.scroll_to(self._sought)
            self._sought = 0 if self._is_whole or self._reaches() else self._sought

    def _take_next(self) -> None:
        try:
            coming = next(self._coming)
        except StopIteration:
            self._is_whole = True
            return
        if coming is not None:
            self._put(*coming)

    def _reaches(self) -> bool:
        """Whether the page goes on far enough below what is in view."""
        if not self.is_complete:
            return len(self._there) >= MOST_ON_TOP
        self._place()
        top = max(self.verticalScrollBar().value(), self._sought)
        return self._bottom >= top + SCREENS_AHEAD * max(1, self._frame.height())

    def _put(self, place: Place, piece: Exhibit) -> None:
        """Show a piece, unless it is a list of which the needle leaves nothing."""
        panel = self._panels.get(place)
        if isinstance(piece, Listing):
            if panel is None and not leaves_rows(piece, self._needle) and self._needle.strip():
                return
            panel = panel or self._make(place, piece)
            own = "" if holds(piece.title, self._needle) else self._needle
            if not panel.view.set_needle(own) and self._needle.strip():  # type: ignore[attr-defined]
                return
        elif isinstance(panel, ExhibitView):
            panel.set_exhibit(piece)
        else:
            panel = self._make(place, piece)
        self._there.add(place)

    def _make(self, place: Place, piece: Exhibit) -> QWidget:
        panel: Any = self._listing(piece) if isinstance(piece, Listing) else self._drawing(piece)
        panel.menu_opened.connect(self.menu_opened)
        before = max((known for known in self._panels if known < place), default=None)
        if before is not None:
            self.setTabOrder(self._panels[before], panel)
        self._panels[place] = panel
        self._restore(place)
        return panel  # type: ignore[no-any-return]

    def _drawing(self, exhibit: Exhibit) -> QWidget:
        view = ExhibitView(exhibit, self._evidence, self._look, self.widget())
        view.source_asked.connect(self.source_asked)
        view.copy_asked.connect(self.copy_asked)
        view.page_moves = self._moves
        return view

    def _listing(self, listing: Listing) -> QWidget:
        from desktop.window.listing_panel import ListingPanel

        panel = ListingPanel(listing, self._evidence, self._settings, self._look, self.widget())
        panel.view.source_asked.connect(self.source_asked)
        panel.view.narrowed.connect(self.arrange)
        return panel

    def _scrolled(self) -> None:
        if not self.is_short:
            self._grow()
            self._let_go()

    def _let_go(self) -> None:
        """Keep no pictures of what is far from what is in view."""
        room = self._frame.height()
        seen = QRect(0, self.verticalScrollBar().value() - room, self._frame.width(), 3 * room)
        for panel in self._panels.values():
            if isinstance(panel, ExhibitView) and not panel.geometry().intersects(seen):
                panel.let_go()

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

    def judged(self) -> None:
        """Verdicts have come that were not known yet."""
        for panel in self._panels.values():
            panel.judged()  # type: ignore[attr-defined]

    def set_needle(self, needle: str) -> None:
        """Show only what holds `needle`; everything for an empty one."""
        is_other, self._needle = needle.split() != self._needle.split(), needle
        if is_other:
            self._sought = 0
            self._begin()
            self.scroll_to(0)

    def _say_nothing(self) -> None:
        """Say so where there is nothing to be seen."""
        text = ""
        if self.is_complete and not self.page.exhibits:
            text = tr("This page has nothing to show yet.")
        elif self._is_whole and not self._there and self._needle.strip():
            text = tr("Nothing on this page matches “{needle}”.", needle=self._needle.strip()[:40])
        self._nothing.setText(text)
        self._nothing.setVisible(bool(text))

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
        listings = {n: p for (n, _), p in self._panels.items() if not isinstance(p, ExhibitView)}
        words = [self._needle.strip()] if self._needle.strip() else []
        for listing in listings.values():
            words.extend(listing.view.own_filters())  # type: ignore[attr-defined]
        if not words:
            return None
        left: dict[int, tuple[Ref, ...]] = {}
        for number, exhibit in enumerate(self.page.exhibits):
            panel = listings.get(number)
            kept = narrow(exhibit, self._needle) if panel is None else panel.shown_exhibit()  # type: ignore[attr-defined]
            if kept is not None and (panel is None or not panel.isHidden()):
                left[exhibit.position] = (*left.get(exhibit.position, ()), *refs_of(kept))
        return Shown(self.page.key, left, tuple(dict.fromkeys(words)))

    # layout

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()
        if self.is_complete and not self.is_short:
            self._grow()

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
        self._bottom = y
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
        for place in sorted(self._there):
            panel, span = self._panels[place], self.page.exhibits[place[0]].span
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
        return [self._panels[place] for place in sorted(self._there)]

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
        panels = {self._kept(place): panel.state() for place, panel in self._panels.items()}  # type: ignore[attr-defined]
        return PageState(self.verticalScrollBar().value(), panels)

    def restore(self, state: PageState) -> None:
        """Bring back how the page was left, panel by panel, where a panel of the same kind is there now."""
        self._states, self._sought = dict(state.panels), state.scrolled
        for place in self._panels:
            self._restore(place)
        self._grow()
        self.scroll_to(state.scrolled)

    def _kept(self, place: Place) -> Place:
        """What a panel is known by in another reading of the pack."""
        return self.page.exhibits[place[0]].position, place[1]

    def _restore(self, place: Place) -> None:
        panel: Any = self._panels[place]
        left = self._states.pop(self._kept(place), None)
        if left is not None and type(left) is type(panel.state()):
            panel.restore(left)
