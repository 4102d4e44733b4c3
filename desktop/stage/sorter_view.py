"""What the slide list looks like: two rows of controls, the pictures, and beside them what can be said of a slide."""

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.briefing.records import PAGES
from desktop.charts import ink
from desktop.charts.drop_down import DropDown
from desktop.charts.screen_room import fit, let_scroll
from desktop.charts.theme import GRID, HEADER_HEIGHT, PANEL_PADDING, Look
from desktop.exhibits.compose import PAGE_NAMES
from desktop.quantities.language import tr
from desktop.stage.console import minutes_and_seconds
from desktop.stage.draft import Draft
from desktop.stage.memory import FASTEST, SLOWEST
from desktop.stage.pictures import Pictures
from desktop.stage.sorter_actions import IN_MENU
from desktop.stage.sorter_details import Details
from desktop.stage.sorter_grid import SorterGrid, SorterModel

WIDTH, HEIGHT = 1240, 720
LEAST_WIDTH, LEAST_HEIGHT = 900, 560
CONTROL = 36


class SorterView(QWidget):
    """The widgets of the sorter over one draft at a time."""

    def __init__(self, draft: Draft, pictures: Pictures, look: Look) -> None:
        super().__init__()
        self.look, self.pictures = look, pictures
        self.model = SorterModel(draft, self)
        self.grid = SorterGrid(self.model, pictures, look, self)
        self.details = Details(look, self)
        self.shows = DropDown(self)
        self.shows.setAccessibleName(tr("Name of the show"))
        self.total = QLabel(self)
        self.notice = QLabel(self)
        self.pages = {key: QCheckBox(self) for key in PAGES}
        self.speed = QSpinBox(self)
        self.speed.setRange(SLOWEST, FASTEST)
        self.speed.setSingleStep(10)
        self.speed.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.speed.setSuffix(tr(" characters a minute"))
        self.speed.setAccessibleName(tr("How fast a script is read"))
        self.fade = QCheckBox(tr("Fade from slide to slide"), self)
        for label in (self.total, self.notice):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.notice.setWordWrap(True)
        self.notice.hide()
        self.model.moved.connect(self.refresh)
        self.grid.picked.connect(self._picked)
        self.details.edited.connect(self.refresh)
        self.details.refused.connect(lambda text: self.say(text, warning=True))
        for box in self.pages.values():
            box.clicked.connect(self._page_clicked)

    # building

    def build(self, actions: Mapping[str, QAction]) -> None:
        """Lay everything out, with a button for each action that has none of its own elsewhere."""
        look = self.look
        self.menu = QMenu(self)
        for name in IN_MENU:
            self.menu.addAction(actions[name])
        top = self._row()
        top.addWidget(self.shows)
        top.addWidget(self._menu_button())
        top.addSpacing(GRID)
        top.addWidget(self.total, 1)
        for name, text in (("save", tr("Save")), ("rehearse", tr("Rehearse")), ("present", tr("Show F5"))):
            top.addWidget(self._button(text, actions[name], primary=name == "present"))
        second = self._row()
        for box in self.pages.values():
            second.addWidget(box)
        second.addSpacing(2 * GRID)
        for name in ("hide", "up", "down"):
            second.addWidget(self._button(actions[name].text(), actions[name]))
        second.addStretch(1)
        second.addWidget(self.fade)
        second.addWidget(self.speed)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addWidget(self.grid, 1)
        body.addWidget(self.details)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addLayout(second)
        column.addWidget(self.notice)
        column.addLayout(body, 1)
        self._fit()
        let_scroll(self)
        fit(self, QSize(WIDTH, HEIGHT) * look.scale, QSize(LEAST_WIDTH, LEAST_HEIGHT) * look.scale)

    def _row(self) -> QHBoxLayout:
        pad = round(self.look.px(PANEL_PADDING))
        row = QHBoxLayout()
        row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        row.setSpacing(round(self.look.px(GRID)) + 2)
        return row

    def _button(self, text: str, action: QAction, primary: bool = False) -> QPushButton:
        button = QPushButton(text, self)
        button.setAccessibleName(text)
        if primary:
            button.setObjectName("primary")
        keys = "  ".join(key.toString() for key in action.shortcuts())
        button.setToolTip(f"{action.text()}  {keys}")
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _menu_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setText(tr("More ▾"))
        button.setAccessibleName(tr("New show, save, rename, delete"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(self.menu)
        return button

    def _fit(self) -> None:
        """Fonts and heights; under a style sheet, fonts are not inherited."""
        tall = round(self.look.px(CONTROL))
        controls = (self.shows, self.speed, self.fade, *self.pages.values())
        buttons = (*self.findChildren(QPushButton), *self.findChildren(QToolButton))
        for widget in (*controls, *buttons, self.menu, self.total, self.notice):
            widget.setFont(ink.font(self.look, "body"))
        for widget in (self.shows, self.speed, *buttons):
            widget.setMinimumHeight(tall)
        self.shows.setMinimumWidth(round(self.look.px(200)))
        self.notice.setContentsMargins(round(self.look.px(PANEL_PADDING)), GRID, PANEL_PADDING, GRID)
        self.notice.setMinimumHeight(round(self.look.px(HEADER_HEIGHT / 2)))

    # what is shown

    def refresh(self) -> None:
        """Show the draft as it is now."""
        self.model.changed()
        self._refresh_title()
        self._refresh_pages()
        self.total.setText(self.total_text())
        self.details.show_entries(self.model.draft, self.grid.places)

    def _refresh_title(self) -> None:
        draft = self.model.draft
        name = draft.name or tr("The whole pack")
        self.setWindowTitle(tr("Slides: {name}", name=name) + ("[*]"))
        self.setWindowModified(draft.changed)

    def _refresh_pages(self) -> None:
        counts = self.model.draft.page_counts()
        for key, box in self.pages.items():
            shown, every = counts.get(key, (0, 0))
            name = tr(PAGE_NAMES[key])
            box.setText(tr("{page} {shown}/{every}", page=name, shown=shown, every=every))
            box.setEnabled(every > 0)
            box.setTristate(0 < shown < every)
            states = (Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Checked)
            box.setCheckState(states[0 if not shown else 1 if shown < every else 2])

    def total_text(self) -> str:
        """How many slides, how long they are planned to take, and how that stands to the length of the script."""
        draft, speed = self.model.draft, self.model.speed
        planned, spoken = draft.planned(speed), draft.spoken(speed)
        parts = [
            tr("{count} slides", count=len(draft.shown)),
            tr("planned {time}", time=minutes_and_seconds(planned)),
            tr("script about {time}", time=minutes_and_seconds(spoken)),
        ]
        if spoken > planned + 1:
            parts.append(
                tr("the script is {time} longer than planned", time=minutes_and_seconds(spoken - planned))
            )
        return " · ".join(parts)

    def say(self, text: str, warning: bool = False) -> None:
        """Tell the user something above the slides; "" takes it away."""
        palette = self.look.palette
        shade = palette.warning if warning else palette.ink
        self.notice.setStyleSheet(f"QLabel {{ color: {shade}; background: {palette.highlight}; }}")
        self.notice.setText(text)
        self.notice.setVisible(bool(text))

    def _picked(self) -> None:
        self.details.show_entries(self.model.draft, self.grid.places)

    def _page_clicked(self) -> None:
        """All slides of a page are shown; where all were, they are hidden."""
        key = next(key for key, box in self.pages.items() if box is self.sender())
        shown, every = self.model.draft.page_counts().get(key, (0, 0))
        self.model.draft.hide_page(key, hidden=shown == every)
        self.refresh()
