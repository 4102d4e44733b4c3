"""Exports from the window: files by a dialog, one exhibit as a picture or onto the clipboard. The work is done in the
pool; the window asks an `Exporter` for it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QStandardPaths
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from desktop.charts import plain
from desktop.charts.theme import PAGE_WIDTH
from desktop.exhibits.jobs import ExportError
from desktop.exhibits.tables import table_of
from desktop.quantities.language import tr
from desktop.window.exhibit_view import ExhibitView
from desktop.window.export_dialog import ExportDialog, file_name
from desktop.window.exporter import Exporter, Shows, Subject
from desktop.window.listing_panel import ListingPanel
from desktop.window.tasks import Progress, shared_tasks

Panel = ExhibitView | ListingPanel


class Exporting(QObject):
    """What `window` exports; one dialog at a time. `subject` tells what the window shows, `say` what came of it."""

    def __init__(
        self,
        window: QWidget,
        exporter: Exporter,
        subject: Callable[[], Subject],
        shows: Shows,
        say: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._window, self._exporter = window, exporter
        self._subject, self._shows, self._say = subject, shows, say
        self._tasks = shared_tasks()
        self.dialog: ExportDialog | None = None

    def ask(self) -> None:
        """Ask what to export; where that is being asked already, show the question."""
        if self.dialog is not None:
            self.dialog.activateWindow()
            return
        self.dialog = ExportDialog(self._window, self._subject(), self._shows, self._exporter, self._tasks)
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = None

    def leave(self) -> None:
        """Give up what is under way and wait for it to end."""
        if self.dialog is not None:
            self.dialog.give_up()
        self._tasks.drain()

    # one exhibit

    def offer(self, menu: QMenu, panel: Panel) -> None:
        """Add to the menu of a panel what can be done with its exhibit."""
        if menu.actions():
            menu.addSeparator()
        copy = menu.addAction(tr("Copy the exhibit as picture and table"), lambda: self.copy(panel))
        if isinstance(panel, ExhibitView):
            copy.setShortcut(QKeySequence.StandardKey.Copy)
        menu.addAction(tr("Save the exhibit as a picture…"), lambda: self.save(panel))

    def copy(self, panel: Panel) -> None:
        """Put the exhibit onto the clipboard as it is shown, as a picture and as a table."""
        exhibit, evidence = panel.shown_exhibit(), self._subject().composer.evidence
        draw = self._drawing(panel)

        def work(progress: Progress) -> tuple[QImage, str]:
            table = "\n".join(map(plain.table_line, table_of(exhibit, evidence)))
            return draw(), table

        self._tasks.run(work, self._copied, self._failed)

    def _copied(self, made: tuple[QImage, str]) -> None:
        image, table = made
        content = _clipboard_content()
        content.setImageData(image)
        content.setText(table)
        QGuiApplication.clipboard().setMimeData(content)
        self._say(tr("The exhibit is on the clipboard, as a picture and as a table."))

    def save(self, panel: Panel) -> None:
        """Ask where to, and save the exhibit as a picture, as it is shown when that is asked."""
        draw = self._drawing(panel)
        title = panel.shown_exhibit().title or self._subject().page.name
        start = Path(pictures_folder()) / f"{file_name(title)}.png"
        chosen, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save the exhibit as a picture"), str(start), tr("Pictures (*.png)")
        )
        if chosen:
            path = Path(chosen)
            self._write(draw, path if path.suffix.lower() == ".png" else Path(f"{chosen}.png"))

    def save_to(self, panel: Panel, path: Path) -> None:
        self._write(self._drawing(panel), path)

    def _write(self, draw: Callable[[], QImage], path: Path) -> None:
        write = self._exporter.write_picture

        def work(progress: Progress) -> Path:
            write(draw(), path)
            return path

        self._tasks.run(work, self._saved, self._failed)

    def _drawing(self, panel: Panel) -> Callable[[], QImage]:
        exhibit, evidence, look = panel.shown_exhibit(), self._subject().composer.evidence, panel.look
        view = replace(panel.view) if isinstance(panel, ExhibitView) and panel.view else None
        width = min(float(panel.width()), look.px(PAGE_WIDTH))
        return lambda: self._exporter.picture(exhibit, evidence, look, width, view)

    def _saved(self, path: Path) -> None:
        self._say(tr("Saved as {path}.", path=path))

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, ExportError):
            raise error
        self._say(str(error))


def _clipboard_content() -> QMimeData:
    """Content for the clipboard, made by Qt: one that Python made is deleted after Python has ended, and crashes."""
    model = QStandardItemModel(1, 1)
    content = model.mimeData([model.index(0, 0)])
    content.clear()
    return content


def pictures_folder() -> str:
    kinds = QStandardPaths.StandardLocation
    return QStandardPaths.writableLocation(kinds.PicturesLocation) or str(Path.home())
