"""The main window: header, pages, citation panel; what it shows comes from one briefing at a time."""

from collections.abc import Callable, Iterator
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QMenu, QStackedWidget, QVBoxLayout, QWidget

from desktop.briefing.briefing import Briefing
from desktop.briefing.checks import Loaded
from desktop.briefing.citations import Evidence
from desktop.briefing.records import PAGES, Ref
from desktop.charts.screen_room import room_of
from desktop.charts.theme import (
    CITATION_WIDTH,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    SMALLEST_HEIGHT,
    SMALLEST_WIDTH,
    Look,
    page_look,
)
from desktop.exhibits.compose import PAGE_NAMES, Composer
from desktop.quantities.dates import short_date
from desktop.quantities.language import tr
from desktop.window.actions import add_actions, menu_actions
from desktop.window.header import Header
from desktop.window.judge import Judge
from desktop.window.notice import NoticeBar
from desktop.window.opening import Opening
from desktop.window.page import PageState, PageView, followed
from desktop.window.settings import LARGEST_TEXT, SMALLEST_TEXT, Settings
from desktop.window.style import apply_palette, style_sheet

if TYPE_CHECKING:
    from desktop.exhibits.kinds import Page, Reading
    from desktop.window.drop_sign import DropSign
    from desktop.window.exporter import Exporter, Shows, Subject
    from desktop.window.exporting import Exporting, Panel

    Sources = tuple[Page, list[Reading], list[Ref]]

TEXT_STEP = 0.1
SCALE_STEP = 0.125
HEADER_ACTIONS = ("sources", "export", "present")
NEEDLE_PAUSE = 60
"""Milliseconds after the last key before a large page is filtered."""


class MainWindow(QMainWindow):
    """Shows a briefing. `load` reads a pack off the GUI thread; `make_exporter` gives what makes files; `shows` the
    shows of a window; `test` tests the installation. While a show runs, `opening.hold` keeps packs from outside
    waiting.

    Signals: first_painted(): the window is on the screen for the first time; emitted once, from the event loop.
    briefing_shown(): another briefing is shown.
    """

    first_painted = Signal()
    briefing_shown = Signal()

    def __init__(
        self,
        settings: Settings,
        style_template: str,
        load: Callable[[Path, Callable[[int, int], None]], Loaded],
        make_exporter: Callable[[], "Exporter"],
        shows: Callable[["MainWindow"], "Shows"],
        test: Callable[["MainWindow"], None],
    ) -> None:
        super().__init__()
        self.settings = settings
        self._template = style_template
        self._make_exporter = make_exporter
        self._shows = shows
        self._test = test
        self._load = load
        self._text_size = settings.text_size
        self._pages: dict[str, PageView] = {}
        self._left: dict[str, PageState] = {}
        self._citations: QWidget | None = None
        self._painted = False
        self.judge: Judge | None = None
        self._palette_of: Look | None = None
        self.evidence = Evidence(Briefing(title=tr("ZoneBrief")))
        self.composer = Composer(self.evidence)
        self.pack: Path | None = None
        self.page = settings.page if settings.page in PAGES else PAGES[0]
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(SMALLEST_WIDTH, SMALLEST_HEIGHT).boundedTo(self._room()))
        self.resize(PAGE_WIDTH, PAGE_HEIGHT)
        self.actions_by_name: dict[str, QAction] = {}
        add_actions(self, self.actions_by_name, HEADER_ACTIONS)
        self.actions_by_name["sources"].setCheckable(True)
        self.look = page_look(self.page, self._scale(self.size()))
        self._build()
        if not settings.geometry.isEmpty():
            # a maximised window is told so at once, and restyles its parts
            self.restoreGeometry(settings.geometry)
        self._restyle()
        self.setFocus()

    # building

    def _build(self) -> None:
        actions = self.actions_by_name
        texts = (tr("Sources"), tr("Export"), tr("Show F5"))
        buttons = [(text, actions[name]) for text, name in zip(texts, HEADER_ACTIONS, strict=True)]
        self.header = Header([tr(PAGE_NAMES[key]) for key in PAGES], self.look, buttons, self)
        self.notice = NoticeBar(self.look, self)
        self.opening = Opening(self, self.notice, self.settings, self._load, self.show_briefing)
        self.stack = QStackedWidget(self)
        body = QWidget(self)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.stack, 1)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.notice)
        column.addLayout(self._row, 1)
        self.setCentralWidget(body)
        self.header.menu_asked.connect(self.show_menu)
        self.header.page_chosen.connect(self._page_chosen)
        self.header.needle_changed.connect(self._needle_changed)
        self.notice.cancelled.connect(self.opening.cancel)
        self._needle_timer = QTimer(self)
        self._needle_timer.setSingleShot(True)
        self._needle_timer.timeout.connect(self._filter_page)

    # what is shown

    def show_briefing(self, briefing: Briefing, pack: Path | None, prepared: Composer | None = None) -> None:
        """Show another briefing in place of the present one; `prepared` brings what was composed for it already.

        Where its page cannot be made, that raises and what was shown stays. The same pack, read again, is shown as it
        was left: the filter, the source that was asked for, and how far each page was scrolled.
        """
        composer = prepared or Composer(Evidence(briefing))
        judge = Judge(composer.evidence, self)
        view = self._page_view(composer, self.page)
        again = pack is not None and pack == self.pack
        asked = self._asked() if again else None
        self._left = self._left_in(composer) if again else {}
        self._clear()
        self._judge_by(judge)
        self.composer = composer
        self.evidence, self.pack = composer.evidence, pack
        if not again:
            self.header.search.blockSignals(True)
            self.header.search.clear()
            self.header.search.blockSignals(False)
        self.header.set_texts(briefing.text("title"), self._dates())
        self.setWindowTitle(tr("{title} · ZoneBrief", title=briefing.text("title")))
        self._add(self.page, view)
        self.show_page(self.page)
        if asked is not None:
            self._panel().show_again(*asked)  # type: ignore[attr-defined]
        self.briefing_shown.emit()

    def _judge_by(self, judge: Judge) -> None:
        """Let the proofs of the briefing that is shown from now on be made by `judge`."""
        if self.judge is not None:
            self.judge.end()
            self.judge.deleteLater()
        self.judge = judge
        judge.judged.connect(self._judged)
        if self._painted:
            judge.begin()

    def _judged(self) -> None:
        for view in self._pages.values():
            view.judged()
        if self._citations is not None:
            self._citations.judged()  # type: ignore[attr-defined]

    @property
    def briefing(self) -> Briefing:
        return self.composer.briefing

    def _left_in(self, composer: Composer) -> dict[str, PageState]:
        """How each page was left, in the words of another reading of the pack."""
        from desktop.exhibits.successors import Successors

        newer = Successors(self.composer, composer)
        states = self._left | {key: page.state() for key, page in self._pages.items()}
        return {key: followed(key, state, newer) for key, state in states.items()}

    def _clear(self) -> None:
        """Take away what shows the present briefing."""
        for view in self._pages.values():
            self.stack.removeWidget(view)
            view.deleteLater()
        self._pages = {}
        if self._citations is not None:
            self._citations.hide()
            self._citations.deleteLater()
            self._citations = None

    def _page_view(self, composer: Composer, key: str) -> PageView:
        """The page `key`, composed, and with all of its panels where the window is on the screen already."""
        look = page_look(key, self._scale(self.size()))
        view = PageView(composer, key, self.settings, look)
        if self.isVisible():
            view.resize(self.stack.size())
            view.complete()
        return view

    def _add(self, key: str, view: PageView) -> None:
        view.source_asked.connect(self.show_source)
        view.menu_opened.connect(self._offer_export)
        view.copy_asked.connect(self._copy_exhibit)
        self._pages[key] = view
        self.stack.addWidget(view)

    def _dates(self) -> str:
        parts = []
        if self.briefing.period:
            parts.append(tr("year {period}", period=short_date(self.briefing.period)))
        if self.briefing.as_of:
            parts.append(tr("as of {date}", date=short_date(self.briefing.as_of)))
        return " · ".join(parts)

    def show_page(self, key: str) -> None:
        """Show the page `key`; it is composed and built when it is first shown."""
        if key not in self._pages:
            self._add(key, self._page_view(self.composer, key))
        self.page, view = key, self._pages[key]
        self.look = page_look(key, self._scale(self.size()))
        self.stack.setCurrentWidget(view)
        self.header.set_page(PAGES.index(key))
        self._restyle()
        view.set_needle(self.header.search.text())
        if key in self._left:
            view.restore(self._left.pop(key))
        if self.judge is not None:
            self.judge.prefer(_refs_of(view.page))
        if self.actions_by_name["sources"].isChecked():
            self._list_sources()

    @property
    def current(self) -> PageView:
        return self._pages[self.page]

    def complete(self) -> None:
        """All that the first paint did not need: the other actions, charts and tables, and the citation panel where it
        was open."""
        add_actions(self, self.actions_by_name)
        self.header.search.setClearButtonEnabled(True)
        if self.page in self._pages:
            self.current.complete()
        if self.judge is not None:
            self.judge.begin()
        if self.settings.citation_open and not self.actions_by_name["sources"].isChecked():
            self.toggle_sources(True)

    # look

    def _room(self) -> QSize:
        """How large the window can be on its screen, its title bar counted."""
        return room_of(self)

    def fit_screen(self) -> None:
        """Where nobody has placed the window yet: no larger than the screen, and filling one that it would not fit."""
        if self.settings.geometry.isEmpty() and self.size() != self.size().boundedTo(self._room()):
            self.resize(self.size().boundedTo(self._room()))
            self.setWindowState(Qt.WindowState.WindowMaximized)

    def _scale(self, size: QSize) -> float:
        """How much larger than at 1440 × 900 everything is drawn, so that a wall fills and can be read."""
        fit = min(size.width() / PAGE_WIDTH, size.height() / PAGE_HEIGHT)
        return self._text_size * max(1.0, round(fit / SCALE_STEP) * SCALE_STEP)

    def _restyle(self) -> None:
        look = page_look(self.page, self._scale(self.size()))
        self.look = look
        self._dress(self, page_look(PAGES[0], look.scale))
        self._dress(self.header, look)
        if self._palette_of != look:
            self._palette_of = look
            apply_palette(self, look)
        self.header.set_look(look)
        self.notice.set_look(look)
        if self.page in self._pages:
            self._dress(self.current, look)
            self.current.set_look(look)
        if self._citations is not None:
            self._dress(self._citations, look)
            self._citations.setFixedWidth(round(look.px(CITATION_WIDTH)))
            self._citations.set_look(look)  # type: ignore[attr-defined]

    def _dress(self, widget: QWidget, look: Look) -> None:
        """Give a widget the style sheet of `look`. Each page keeps its own, since a new sheet for the whole window
        takes longer than all the rest of a change of page; what it shares with the window it has from there."""
        sheet = style_sheet(self._template, look)
        if widget is not self and sheet == self.styleSheet():
            sheet = ""
        if widget.styleSheet() != sheet:
            widget.setStyleSheet(sheet)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._scale(event.size()) != self.look.scale:
            self._restyle()

    def _set_text_size(self, size: float) -> None:
        self._text_size = round(min(LARGEST_TEXT, max(SMALLEST_TEXT, size)), 2)
        self.settings.text_size = self._text_size
        self._restyle()

    # pages

    def _page_chosen(self, number: int) -> None:
        self.show_page(PAGES[number])

    def show_first_page(self) -> None:
        self.show_page(PAGES[0])

    def show_second_page(self) -> None:
        self.show_page(PAGES[1])

    def show_third_page(self) -> None:
        self.show_page(PAGES[2])

    def show_next_page(self) -> None:
        self.show_page(PAGES[(PAGES.index(self.page) + 1) % len(PAGES)])

    def show_previous_page(self) -> None:
        self.show_page(PAGES[(PAGES.index(self.page) - 1) % len(PAGES)])

    # filter

    def focus_search(self) -> None:
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A key that nothing else wanted moves the page."""
        focus = self.focusWidget()
        if self.page in self._pages and not (focus is not None and self.current.isAncestorOf(focus)):
            self.current.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _needle_changed(self) -> None:
        self._needle_timer.start(0 if len(self.briefing.facilities) < 2000 else NEEDLE_PAUSE)

    def _filter_page(self) -> None:
        if self.page in self._pages:
            self.current.set_needle(self.header.search.text())

    # sources

    def show_source(self, ref: Ref) -> None:
        """Open the citation panel at a record."""
        if self._citations is None or self._citations.isHidden():
            self.toggle_sources(True)
        self._panel().show_ref(ref)  # type: ignore[attr-defined]

    def toggle_sources(self, checked: bool) -> None:
        self.actions_by_name["sources"].setChecked(checked)
        self.settings.citation_open = checked
        if checked:
            self._list_sources()
        elif self._citations is not None:
            self._citations.hide()

    def close_sources(self) -> None:
        self.toggle_sources(False)

    def _panel(self) -> QWidget:
        from desktop.window.citation_panel import CitationPanel

        if self._citations is None:
            panel = CitationPanel(self.evidence, parent=self)
            panel.closed.connect(self.close_sources)
            panel.setFixedWidth(round(self.look.px(CITATION_WIDTH)))
            panel.set_look(self.look)
            self._row.addWidget(panel)
            self._citations = panel
        return self._citations

    def _asked(self) -> tuple[Ref, Evidence] | None:
        """The record whose source is shown, if any is, and the evidence of the reading that it is of."""
        opened = self.actions_by_name["sources"].isChecked()
        return getattr(self._citations, "asked", None) if opened else None

    def _list_sources(self) -> None:
        """List what the page shows; a page of very many exhibits is gone through off the GUI thread."""
        self._panel().show()
        if self.current.is_short:
            self._sources_listed(_sources_of(self.current.page))
            return
        from desktop.window.tasks import shared_tasks

        shared_tasks().run(partial(_sources_of, self.current.page), self._sources_listed, raise_error)

    def _sources_listed(self, listed: "Sources") -> None:
        page, readings, others = listed
        if self._citations is not None and page is self.current.page:
            self._panel().show_page(readings, others)  # type: ignore[attr-defined]

    # view

    def toggle_full_screen(self) -> None:
        self.showNormal() if self.isFullScreen() else self.showFullScreen()

    def enlarge_text(self) -> None:
        self._set_text_size(self._text_size + TEXT_STEP)

    def reduce_text(self) -> None:
        self._set_text_size(self._text_size - TEXT_STEP)

    def reset_text(self) -> None:
        self._set_text_size(1.0)

    def show_keys(self) -> None:
        from desktop.window.actions import key_lines
        from desktop.window.keys import KeysDialog

        KeysDialog(key_lines(), self, look=self.look).exec()

    def go_back(self) -> None:
        """One step back: the filters, that of the list in hand first, then the sources, then full screen."""
        if self.page in self._pages and self.current.drop_own_filter(only_in_focus=True):
            return
        if self.header.search.text():
            self.header.search.clear()
        elif self.page in self._pages and self.current.drop_own_filter(only_in_focus=False):
            return
        elif self.actions_by_name["sources"].isChecked():
            self.close_sources()
        elif self.isFullScreen():
            self.showNormal()

    def say(self, text: str) -> None:
        """Tell the user something in the bar below the header."""
        self.notice.say(text)

    # packs

    def show_menu(self) -> None:
        menu = QMenu(self)
        self._dress(menu, self.look)
        for action in menu_actions(self.actions_by_name):
            menu.addAction(action)
            if action is self.actions_by_name["open_folder"]:
                self.opening.add_recent(menu.addMenu(tr("Recent packs")))
            if action is self.actions_by_name["export"]:
                menu.addSeparator()
        brand = self.header.brand
        menu.exec(brand.mapToGlobal(brand.rect().bottomLeft()))
        menu.deleteLater()

    def ask_for_pack(self) -> None:
        self.opening.ask_for_file()

    def ask_for_folder(self) -> None:
        self.opening.ask_for_folder()

    def reload(self) -> None:
        if self.pack is not None:
            self.opening.open_again(self.pack)

    def start_show(self) -> None:
        self._shows(self).begin()

    def start_show_here(self) -> None:
        self._shows(self).begin(here=True)

    def arrange_shows(self) -> None:
        self._shows(self).sort()

    @cached_property
    def exporting(self) -> "Exporting":
        from desktop.window.exporting import Exporting

        return Exporting(self, self._make_exporter(), self._export_subject, self._shows(self), self.say)

    def _export_subject(self) -> "Subject":
        from desktop.window.exporter import Subject

        view = self.current
        return Subject(self.composer, self.pack, view.page, view.shown(), self.look)

    def ask_for_export(self) -> None:
        if self.page in self._pages:
            self.exporting.ask()

    def _offer_export(self, menu: QMenu, panel: "Panel") -> None:
        self._dress(menu, self.look)
        self.exporting.offer(menu, panel)

    def _copy_exhibit(self, panel: "Panel") -> None:
        self.exporting.copy(panel)

    def test_installation(self) -> None:
        self._test(self)

    def take(self, pack: Path | None) -> None:
        """Another start of the app brings `pack`, or nothing: come to the front, if no show runs, and show it."""
        if not self.opening.is_held:
            if self.isMinimized() or self.isHidden():
                self.showNormal()
            self.raise_()
            self.activateWindow()
        if pack is not None:
            self.opening.take(pack)

    @cached_property
    def _drop_sign(self) -> "DropSign":
        from desktop.window.drop_sign import DropSign

        return DropSign(self.look, self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._drop_sign.appear(self.look)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_sign.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_sign.hide()
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.opening.open(Path(paths[0]))

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() == QEvent.Type.Paint and not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)
        return handled

    # leaving

    def keep(self) -> None:
        """Have what is to be remembered on the disk."""
        self.settings.geometry = self.saveGeometry()
        self.settings.page = self.page
        self.settings.save()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.keep()
        if self.judge is not None:
            self.judge.end()
        self.opening.cancel()
        if "exporting" in self.__dict__:
            self.exporting.leave()
        self.opening.leave()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._restyle()


def _sources_of(page: "Page", _: object = None) -> "Sources":
    """The page with its figures, and with its other records, each once."""
    from desktop.exhibits.refs import entries_of, readings_of

    others = dict.fromkeys(ref for exhibit in page.exhibits for ref in entries_of(exhibit))
    return page, readings_of(page), list(others)


def _refs_of(page: "Page") -> Iterator[Ref]:
    """Every record of the page, found as it is wanted."""
    from desktop.exhibits.sourcing import refs_of

    for exhibit in page.exhibits:
        yield from refs_of(exhibit)


def raise_error(error: Exception) -> None:
    """What went wrong out of sight is told like anything else that did."""
    raise error
