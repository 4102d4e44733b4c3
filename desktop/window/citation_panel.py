"""The panel beside a page that shows where a record comes from, and how well the page is supported."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.briefing.citations import Evidence
from desktop.briefing.identity import follow
from desktop.briefing.proof import Verdict
from desktop.briefing.records import Ref
from desktop.charts import ink
from desktop.charts.theme import (
    CITATION_WIDTH,
    CONTROL_HEIGHT,
    FOCUS_LINE,
    GRID,
    PANEL_PADDING,
    ROW_HEIGHT,
    Look,
    page_look,
)
from desktop.exhibits.kinds import Reading
from desktop.quantities.language import tr
from desktop.window.citation_words import CitationWords, Line, Saying, distinct_names
from desktop.window.paragraph import Paragraph
from desktop.window.quote import QuoteBox
from desktop.window.ref_table import RefTable
from desktop.window.signs import close_sign
from desktop.window.tally import Tally

_UPPER_SHARE = 0.62
"""How much of the height the record that is shown may take before it scrolls."""


class CitationPanel(QWidget):
    """Signals: `closed()` once it has been closed here; `ref_shown(Ref)` when another record is shown."""

    closed = Signal()
    ref_shown = Signal(object)

    def __init__(self, evidence: Evidence, language: str = "zh", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = CitationWords(evidence, language)
        self._lost: tuple[Ref, Evidence] | None = None
        self._tally = Tally(evidence, self)
        self._refs: Sequence[Ref] = ()
        self.look = page_look("industry")
        self.said: Saying | None = None
        self.setAccessibleName(tr("Sources"))
        self.setMinimumHeight(1)  # what is shown now must not keep the window from being made smaller
        self._build(evidence)
        self._connect()
        self.set_look(self.look)

    # building

    def _build(self, evidence: Evidence) -> None:
        look, entry = self.look, self._words.entry
        self._heading = Paragraph("brand", look, self)
        self._close = CloseButton(look, self)
        self._body = QWidget(self)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        roles = ("small", "label", "value", "note", "note_strong", "note", "strong")
        paragraphs = [Paragraph(role, look, self._body) for role in roles]
        self._source, self._name, self._value, self._facts, self._head, self._reason, self._formula = (
            paragraphs
        )
        self.quote = QuoteBox(look, self._body)
        self._copy = QPushButton(tr("Copy quote"), self._body)
        self._copy.setAccessibleName(tr("Copy quote"))
        self.inputs = RefTable(evidence, entry, look, tr("Figures of the formula"), self._body)
        self.inputs.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._parts: list[Paragraph] = []
        self._counts = Paragraph("small", look, self)
        self.others = RefTable(evidence, entry, look, tr("On this page"), self)
        self._paragraphs = [self._heading, *paragraphs, self._counts]
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._heading, 1)
        top.addWidget(self._close)
        self._scroll.setWidget(self._body)
        self._column = QVBoxLayout(self)
        self._column.addLayout(top)
        self._column.addWidget(self._scroll)
        self._column.addSpacing(GRID)
        self._column.addWidget(self._counts)
        self._column.addWidget(self.others, 1)

    def _connect(self) -> None:
        self._close.clicked.connect(self.close_panel)
        self._copy.clicked.connect(self.copy_quote)
        self._tally.counted.connect(self._show_counts)
        self.inputs.chosen.connect(self.show_ref)
        self.others.chosen.connect(self.show_ref)

    def set_look(self, look: Look) -> None:
        self.look = look
        self._heading.say(tr("Sources"))
        for paragraph in (*self._paragraphs, *self._parts):
            paragraph.set_look(look)
        for table in (self.inputs, self.others):
            table.set_look(look)
        self._close.set_look(look)
        self.quote.set_look(look)
        self.others.setMinimumHeight(2 * round(look.px(ROW_HEIGHT)))
        self._copy.setFont(ink.font(look, "body"))
        self._copy.setFixedHeight(round(look.px(CONTROL_HEIGHT)))
        self._scroll.setStyleSheet(
            f"QScrollArea, QScrollArea > QWidget > QWidget {{ background: {look.palette.card}; }}"
        )
        pad = round(look.px(PANEL_PADDING + 2))
        self._column.setContentsMargins(pad, round(look.px(PANEL_PADDING)), pad, pad // 2)
        self._column.setSpacing(round(look.px(GRID)))
        self._say()
        self._show_counts()

    def sizeHint(self) -> QSize:
        return QSize(round(self.look.px(CITATION_WIDTH)), super().sizeHint().height())

    # what is shown

    def show_page(self, readings: Sequence[Reading], others: Sequence[Ref] = ()) -> None:
        """List the figures of a page and its other records; show the first of them where nothing was shown."""
        figures = {reading.ref: reading for reading in readings}
        refs = list(dict.fromkeys((*figures, *others)))
        if refs == self._refs:
            return
        self._refs = refs
        self.others.show_refs(refs, distinct_names(figures))
        self._tally.start(refs)
        if self.said is not None and self.said.ref in figures:
            self.others.choose(self.said.ref)
        elif refs:
            self.show_ref(refs[0])
        else:
            self.said = None
            self._say()

    @property
    def asked(self) -> tuple[Ref, Evidence] | None:
        """The record that is shown, or is said to be gone, and the evidence of the reading that it is of."""
        return self._lost if self.said is None else (self.said.ref, self._words.evidence)

    def show_again(self, ref: Ref, before: Evidence) -> None:
        """Show the record that `ref` named in another reading of the pack; where it is gone, that is said of it."""
        found = follow(ref, before.briefing, self._words.evidence.briefing)
        if found is not None:
            self.show_ref(found)
            return
        self.said, self._lost = None, (ref, before)
        self.others.choose(None)
        self._say()

    def show_ref(self, ref: Ref) -> None:
        """Show where one record comes from; it need not be of this page."""
        self.others.choose(ref)
        if self.said is not None and self.said.ref == ref:
            return
        self.said, self._lost = self._words.saying(ref), None
        self._say()
        self._scroll.verticalScrollBar().setValue(0)
        self.ref_shown.emit(ref)

    def judged(self) -> None:
        """Verdicts have come that were not known yet."""
        for table in (self.inputs, self.others):
            table.judged()
        self._tally.go_on()
        if self.said is not None and self.said.verdict is None:
            self.said = self._words.saying(self.said.ref)
            self._say()

    def _say(self) -> None:
        said, palette = self.said, self.look.palette
        if said is None:
            for paragraph in self._paragraphs[1:-1]:
                paragraph.say("")
            self._say_what_is_missing()
            self._say_parts(())
            self.quote.say("", (0, 0))
            self.inputs.hide()
            self._copy.hide()
            self._fit()
            return
        self._source.say(said.source, palette.ink_small)
        self._name.say(said.name, palette.ink_soft if said.value else palette.ink)
        self._value.say(said.value)
        self._facts.say(said.facts, palette.ink_soft)
        self._head.say(said.head, self._shade(said.verdict), said.verdict)
        bad = said.verdict is Verdict.MISMATCHED
        self._reason.say(said.reason, palette.warning if bad else palette.ink_soft)
        self._say_parts(said.lines)
        self.quote.say(said.text, said.quoted, said.numbers, said.decisive)
        self._formula.say(said.formula)
        self.inputs.show_refs(said.inputs, {})
        self.inputs.setVisible(bool(said.inputs))
        self.inputs.setFixedHeight(self.inputs.rows_height())
        self._copy.setVisible(bool(said.quote))
        self._fit()

    def _say_parts(self, lines: Sequence[Line]) -> None:
        """The verdict part by part, a paragraph each."""
        while len(self._parts) < len(lines):
            self._parts.append(Paragraph("note", self.look, self._body))
        for n, paragraph in enumerate(self._parts):
            line = lines[n] if n < len(lines) else Line("", Verdict.PROVED)
            bad = line.verdict is Verdict.MISMATCHED
            paragraph.say(
                line.text, self.look.palette.warning if bad else self.look.palette.ink_soft, line.verdict
            )

    def _say_what_is_missing(self) -> None:
        palette = self.look.palette
        if self._lost is None:
            self._reason.say(tr("Choose a figure to see its source."), palette.ink_soft)
            return
        ref, before = self._lost
        self._name.say(CitationWords(before, self._words.language).saying(ref).name, palette.ink)
        self._reason.say(tr("This entry is no longer in the pack."), palette.warning)

    def _shade(self, verdict: Verdict | None) -> str:
        palette = self.look.palette
        shades = {
            Verdict.PROVED: palette.good,
            Verdict.PROVED_BUT: palette.good,
            Verdict.DERIVED: self.look.accent,
            Verdict.MISMATCHED: palette.warning,
        }
        return shades.get(verdict, palette.ink_small) if verdict else palette.ink_small

    def _show_counts(self) -> None:
        counts = {str(verdict): count for verdict, count in self._tally.counts.items()}
        words = tr(
            "{proved} proved · {proved_but} in part · {derived} derived · {unsourced} without a source · {mismatched} mismatched",
            **counts,
        )
        if not self._tally.is_complete:
            words = tr("Counting… {words}", words=words)
        bad = self._tally.counts[Verdict.MISMATCHED] > 0
        self._counts.say(words, self.look.palette.warning if bad else self.look.palette.ink_small)

    # place

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        for widget in (self.quote, self._copy):
            widget.ensurePolished()
        self._fit()

    def _fit(self) -> None:
        """Give the record that is shown the height it wants; beyond its share it scrolls."""
        width = self.width() - 2 * round(self.look.px(PANEL_PADDING + 2))
        rest = self._column.minimumSize().height() - self._scroll.minimumHeight()
        rest += self._counts.heightForWidth(width) - self._counts.minimumSizeHint().height()
        most = min(round(self.height() * _UPPER_SHARE), self.height() - rest)
        if self._stack(width) > most:
            self._stack(width - self._scroll.verticalScrollBar().sizeHint().width())
        self._scroll.setFixedHeight(max(1, min(self._body.height(), most)))

    def _stack(self, width: int) -> int:
        """Place what is said one below the other at this width; how high it is together."""
        y, gap = 0, round(self.look.px(GRID))
        for widget in (
            *self._paragraphs[1:-2],
            *self._parts,
            self.quote,
            self._formula,
            self.inputs,
            self._copy,
        ):
            if not widget.isHidden():
                y += gap // 2 if widget in (self._head, self.quote, self._formula) else 0
                wide = min(width, widget.sizeHint().width()) if widget is self._copy else width
                high = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.height()
                widget.setGeometry(0, y, wide, high)
                y += high + gap
        self._body.resize(width, max(0, y - gap))
        return self._body.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink.colour(self.look.palette.card))
        painter.fillRect(
            QRectF(0, 0, max(1.0, self.look.px(1)), self.height()), ink.colour(self.look.palette.line)
        )
        painter.end()

    # doing

    def copy_quote(self) -> None:
        """Put the quoted words on the clipboard, and where they come from on a line below."""
        if self.said is not None:
            lines = (self.said.quote, self.said.source)
            QGuiApplication.clipboard().setText("\n".join(line for line in lines if line))

    def close_panel(self) -> None:
        self.hide()
        self.closed.emit()


class CloseButton(QAbstractButton):
    """A cross."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Close the sources"))
        self.setToolTip(tr("Close the sources"))

    def set_look(self, look: Look) -> None:
        self._look = look
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self._look.px(CONTROL_HEIGHT * 0.9))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = look.px(FOCUS_LINE)
        frame = QRectF(self.rect()).adjusted(line, line, -line, -line)
        edge = ink.pen(look.accent, line) if self.hasFocus() else None
        ink.box(painter, frame, line * 3, look.palette.ground if self.underMouse() else None, edge)
        close_sign(painter, look, QRectF(self.rect()).center())
        painter.end()
