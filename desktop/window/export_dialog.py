"""The export dialog: what, of what, in which language, where to; then progress, then what came of it."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QCloseEvent, QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from desktop.charts import ink
from desktop.charts.drop_down import DropDown
from desktop.charts.screen_room import fit, let_scroll
from desktop.charts.theme import CONTROL_HEIGHT, GRID
from desktop.exhibits.choice import Choice
from desktop.exhibits.deck import no_show
from desktop.exhibits.jobs import KINDS, ExportError, Job, Kind, Outcome
from desktop.quantities.language import tr
from desktop.window.errand import told_at_once
from desktop.window.exporter import Exporter, Kept, Shows, Subject
from desktop.window.style import apply_palette
from desktop.window.tasks import Handle, Tasks

LANGUAGES = (("zh", "中文"), ("en", "English"))
_LEAST_WIDTH = 560


class ExportDialog(QDialog):
    """Asks what of `subject` to export, has it written in the pool, and says what came of it."""

    def __init__(
        self, window: QWidget, subject: Subject, known: Shows, exporter: Exporter, tasks: Tasks
    ) -> None:
        super().__init__(window)
        self._subject, self._exporter, self._tasks = subject, exporter, tasks
        self._known = known
        self._handle: Handle | None = None
        self._outcome: Outcome | None = None
        self._looks = False
        """Whether the disk is being asked what an export would replace."""
        self.setWindowTitle(tr("Export"))
        self.kinds = DropDown(self)
        self.languages = DropDown(self)
        self.scripts = QCheckBox(tr("with what is said"), self)
        self.this_page = QRadioButton(self._page_text(), self)
        self.all_pages = QRadioButton(tr("All pages"), self)
        self.of_show = QRadioButton(tr("A show:"), self)
        self.shows = DropDown(self)
        self.whole = QLabel(tr("Always the whole pack: filters and hidden slides leave nothing out"), self)
        self.path = QLineEdit(self)
        self.hint = QLabel(self)
        self.bar = QProgressBar(self)
        self.export = QPushButton(tr("Export"), self)
        self.cancel = QPushButton(tr("Cancel"), self)
        self.open_file = QPushButton(tr("Open the file"), self)
        self.open_folder = QPushButton(tr("Show in folder"), self)
        self._fill()
        self._lay_out()
        self._connect()
        self._dress()
        let_scroll(self)
        self._kind_chosen()
        least = QSize(round(subject.look.px(_LEAST_WIDTH)), 0)
        fit(self, self.sizeHint().expandedTo(least), least)

    # building

    def _page_text(self) -> str:
        name = self._subject.page.name
        if self._subject.shown is None:
            return tr("This page: {page}", page=name)
        words = tr(", ").join(self._subject.shown.words)
        return tr("This page as it is filtered: {page}, {words}", page=name, words=words[:40])

    def _fill(self) -> None:
        for kind in KINDS:
            self.kinds.addItem(tr(kind.label), kind)
        for key, name in LANGUAGES:
            self.languages.addItem(name, key)
        self._list_shows(self._known.chosen)
        if self._subject.shown is not None:
            self.this_page.setChecked(True)
        elif self.shows.currentIndex() >= 0:
            self.of_show.setChecked(True)
        else:
            self.all_pages.setChecked(True)
        if self.shows.currentIndex() < 0:
            self.shows.setCurrentIndex(0)
        self.shows.setEnabled(self.of_show.isChecked())
        self.bar.setTextVisible(False)
        keeps_room = self.bar.sizePolicy()
        keeps_room.setRetainSizeWhenHidden(True)
        self.bar.setSizePolicy(keeps_room)
        self.bar.hide()
        self.bar.setAccessibleName(tr("Progress"))
        for words in (self.hint, self.whole):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
        self.export.setDefault(True)
        for button in (self.open_file, self.open_folder):
            button.hide()
        self.path.setText(str(_documents() / self._stem()))
        for field, name in (
            (self.kinds, tr("Format")),
            (self.languages, tr("Language")),
            (self.shows, tr("Show")),
            (self.path, tr("File")),
        ):
            field.setAccessibleName(name)

    def _list_shows(self, chosen: str) -> None:
        """The shows as they are now, the `chosen` one in front; none is where the pack does not hold it."""
        self.shows.clear()
        for show in self._known.names():
            self.shows.addItem(show, show)
        self.shows.setCurrentIndex(self.shows.findData(chosen))
        has_shows = self.shows.count() > 0
        self.of_show.setVisible(has_shows)
        self.shows.setVisible(has_shows)

    def _stem(self) -> str:
        return file_name(self._subject.briefing.text("title"))

    def _lay_out(self) -> None:
        self.scope = QWidget(self)
        group = QButtonGroup(self)
        choices = QVBoxLayout(self.scope)
        choices.setContentsMargins(0, 0, 0, 0)
        for button in (self.all_pages, self.this_page):
            group.addButton(button)
            choices.addWidget(button)
        row = QHBoxLayout()
        group.addButton(self.of_show)
        row.addWidget(self.of_show)
        row.addWidget(self.shows, 1)
        choices.addLayout(row)
        where = QHBoxLayout()
        where.addWidget(self.path, 1)
        self._choose = QPushButton(tr("Choose…"), self)
        where.addWidget(self._choose)
        self.form = QFormLayout()
        self.form.addRow(tr("Format"), self.kinds)
        self.form.addRow("", self.scripts)
        self.form.addRow(tr("What"), self.scope)
        self.form.addRow(tr("What"), self.whole)
        self.form.addRow(tr("Language"), self.languages)
        self.form.addRow(tr("File"), where)
        buttons = QHBoxLayout()
        buttons.addWidget(self.open_file)
        buttons.addWidget(self.open_folder)
        buttons.addStretch(1)
        buttons.addWidget(self.export)
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.addLayout(self.form)
        column.addWidget(self.bar)
        column.addWidget(self.hint)
        column.addLayout(buttons)

    def _connect(self) -> None:
        self.kinds.currentIndexChanged.connect(self._kind_chosen)
        self.path.textChanged.connect(self._tell_where)
        self.of_show.toggled.connect(self.shows.setEnabled)
        self._choose.clicked.connect(self._ask_where)
        self.export.clicked.connect(self.start)
        self.cancel.clicked.connect(self.reject)
        self.open_file.clicked.connect(self._open_file)
        self.open_folder.clicked.connect(self._open_folder)

    def _dress(self) -> None:
        look = self._subject.look
        apply_palette(self, look)
        gap = round(look.px(GRID))
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(2 * gap, 2 * gap, 2 * gap, 2 * gap)
        layout.setSpacing(gap)
        self.form.setVerticalSpacing(gap)
        self.form.setHorizontalSpacing(2 * gap)
        for widget in self.findChildren(QWidget):
            widget.setFont(ink.font(look, "body"))
            if isinstance(widget, QPushButton | QComboBox | QLineEdit):
                widget.setMinimumHeight(round(look.px(CONTROL_HEIGHT)))

    # what is chosen

    @property
    def kind(self) -> Kind:
        chosen = self.kinds.currentData()
        assert isinstance(chosen, Kind)
        return chosen

    def job(self) -> Job:
        """What is asked for, as it stands."""
        kind, language = self.kind, str(self.languages.currentData()) if self.kind.spoken else "zh"
        choice = Choice(language)
        if not kind.whole and self.this_page.isChecked():
            choice = Choice(language, pages=(self._subject.page.key,), shown=self._subject.shown)
        elif not kind.whole and self.of_show.isChecked():
            choice = Choice(language, show=str(self.shows.currentData() or ""))
        path = Path(self.path.text().strip()).expanduser()
        return Job(kind.key, choice, path, kind.scripts and self.scripts.isChecked())

    def _kind_chosen(self) -> None:
        kind = self.kind
        self.scripts.setVisible(kind.scripts)
        self.form.setRowVisible(self.scope, not kind.whole)
        self.form.setRowVisible(self.whole, kind.whole)
        self.form.setRowVisible(self.languages, kind.spoken)
        path = self.path.text()
        known = next((k.ending for k in KINDS if path.lower().endswith(k.ending)), "")
        stem = path[: len(path) - len(known)] if known else path
        self.path.setText(stem if kind.folder else stem + kind.ending)
        self._tell_where()

    def _tell_where(self) -> None:
        """Say before it happens what the export would replace."""
        path = self.job().path
        if not self.path.text().strip():
            words = tr("Give the file a name.")
        elif self.kind.folder:
            words = tr("The pictures go into the folder “{name}”.", name=path.name)
        else:
            words = ""
        self._say(words)
        self.export.setEnabled(bool(self.path.text().strip()))
        if not words and not self._looks:
            self._looks = True
            self._tasks.soon(partial(_is_file, path), partial(self._tell_whether, path))

    def _tell_whether(self, path: Path, is_there: bool) -> None:
        """What the disk says of `path`, which may be another one than is wanted by now."""
        if not isValid(self):
            return
        self._looks = False
        if self.is_running:
            return
        if path != self.job().path:
            self._tell_where()
        elif is_there:
            self._say(tr("“{name}” is there already and will be replaced.", name=path.name))

    def _ask_where(self) -> None:
        kind, start = self.kind, self.path.text()
        if kind.folder:
            name = QFileDialog.getExistingDirectory(self, tr("Export into a folder"), str(Path(start).parent))
        else:
            name, _ = QFileDialog.getSaveFileName(
                self, tr("Export"), start, f"{tr(kind.label)} (*{kind.ending})"
            )
        if name:
            self.path.setText(
                name if kind.folder or name.lower().endswith(kind.ending) else name + kind.ending
            )

    # the work

    @property
    def is_running(self) -> bool:
        return self._handle is not None

    def start(self) -> None:
        """Have it written; the window can be used by nobody else meanwhile, but is painted on."""
        if self.is_running:
            return
        settled = self._settled()
        if settled is None:
            return
        job, kept = settled
        write = self._exporter.write
        self._outcome = None
        self._running(True)
        self._say(tr("Writing {name} …", name=job.path.name))
        self.bar.setRange(0, 0)
        self._handle = self._tasks.run(
            lambda progress: write(job, kept.briefing, kept.pack, progress),
            self._done,
            self._failed,
            self._progressed,
        )

    def _settled(self) -> tuple[Job, Kept] | None:
        """What is to be written, and of what; None where its show is gone, or has to be kept first and is not."""
        job, whole = self.job(), self.kind.whole
        choice = job.choice
        if not whole and self.this_page.isChecked():
            return job, Kept("", self._subject.briefing, self._subject.pack)
        if not whole and self.of_show.isChecked() and not choice.show:
            self._say(tr("Choose a show."))
            return None
        kept = self._known.settled(None if whole else choice.show, self)
        if kept is None:
            return None
        if kept.show != choice.show:
            self.of_show.setChecked(True)
        self._list_shows(kept.show or str(self.shows.currentData() or ""))
        if kept.show and self.shows.currentIndex() < 0:
            self._say(no_show(kept.show, self._known.names()))
            return None
        return replace(job, choice=replace(choice, show=kept.show)), kept

    def _running(self, running: bool) -> None:
        self.bar.setVisible(running)
        self.export.setEnabled(not running)
        self._choose.setEnabled(not running)
        for field in (self.kinds, self.languages, self.scripts, self.scope, self.path):
            field.setEnabled(not running)
        self.cancel.setText(tr("Cancel") if running or self._outcome is None else tr("Close"))
        done = self._outcome is not None
        self.open_file.setVisible(done and not self.kind.folder)
        self.open_folder.setVisible(done)
        self.export.setDefault(not done)

    def _progressed(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _done(self, outcome: Outcome) -> None:
        self._handle, self._outcome = None, outcome
        self._running(False)
        count = len(outcome.paths)
        first = outcome.paths[0] if outcome.paths else self.job().path
        if self.kind.folder:
            words = tr("{count} pictures were written into {folder}.", count=count, folder=first.parent)
        else:
            words = tr("{name} is written.", name=first.name)
        sentences = [words, *self._exporter.words(outcome)]
        self._say("\n".join(sentences))
        (self.open_folder if self.kind.folder else self.open_file).setFocus()

    def _failed(self, error: Exception) -> None:
        self._handle = None
        self._running(False)
        if not isinstance(error, ExportError):
            self._say(tr("The export failed; nothing was written."))
            raise error
        self._say(str(error))

    def _say(self, words: str) -> None:
        self.hint.setText(words)
        self.hint.setAccessibleName(words)

    def reject(self) -> None:
        """Cancel what is under way, and stay; else close."""
        if self._handle is None:
            super().reject()
            return
        self.give_up()
        self._running(False)
        self._say(tr("Cancelled; nothing was written."))

    def give_up(self) -> None:
        """Let what is under way end without a word."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def closeEvent(self, event: QCloseEvent) -> None:
        self.give_up()
        super().closeEvent(event)

    # afterwards

    def _written(self) -> Path | None:
        return self._outcome.paths[0] if self._outcome and self._outcome.paths else None

    def _open_file(self) -> None:
        self._open(self._written())

    def _open_folder(self) -> None:
        written = self._written()
        self._open(written.parent if written else None)

    def _open(self, path: Path | None) -> None:
        if path is None or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.absolute()))):
            self._say(tr("No program here opens {path}.", path=path or ""))


def file_name(text: str) -> str:
    """`text` as a file's name that every system takes."""
    kept = "".join(" " if sign in '<>:"/\\|?*' or not sign.isprintable() else sign for sign in text)
    return " ".join(kept.split()).strip(". ")[:60] or tr("ZoneBrief")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _documents() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and told_at_once(Path(place).is_dir) else Path.home()
