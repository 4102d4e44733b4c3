"""The quoted words, plain and selectable, marked as with a highlighter; the figure's own numbers are underlined, and
what else decides about it is with dots."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QTextEdit, QWidget

from desktop.charts import ink
from desktop.charts.theme import FONT_FAMILY, TYPE, Look
from desktop.quantities.language import tr

_LEADING = 120
"""Height of a line in per cent of the type."""
_FRAME = 2
"""Pixels; the frame is seen while the quote has the focus."""

Span = tuple[int, int]


class QuoteBox(QTextEdit):
    """As high as its text; what is around it scrolls."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(tr("Quoted words"))
        self.document().setDocumentMargin(0)
        self._marks: tuple[Span, Sequence[Span], Sequence[Span]] = ((0, 0), (), ())
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        self._look = look
        size = round(look.px(TYPE["body"][0]))
        palette = look.palette
        self.setStyleSheet(
            f"QTextEdit {{ background: {palette.card}; color: {palette.ink}; border: {_FRAME}px solid {palette.card};"
            f" font-family: '{FONT_FAMILY}'; font-size: {size}px;"
            f" selection-background-color: {look.accent}; selection-color: {palette.on_accent}; }}"
            f"QTextEdit:focus {{ border-color: {palette.ink}; }}"
        )
        self._mark()

    def say(
        self, text: str, quoted: Span, numbers: Sequence[Span] = (), decisive: Sequence[Span] = ()
    ) -> None:
        self._marks = (quoted, numbers, decisive)
        self.setPlainText(text)
        self.setAccessibleDescription(text)
        leading = QTextBlockFormat()
        leading.setLineHeight(_LEADING, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(leading)
        self._mark()
        self.setVisible(bool(text))

    def _mark(self) -> None:
        quoted, numbers, decisive = self._marks
        highlight = QTextCharFormat()
        highlight.setBackground(ink.colour(self._look.palette.highlight))
        highlight.setForeground(ink.colour(self._look.palette.ink))
        lines = QTextCharFormat.UnderlineStyle
        marks = [(quoted, highlight)]
        for spans, line in ((numbers, lines.SingleUnderline), (decisive, lines.DotLine)):
            underline = QTextCharFormat()
            underline.setUnderlineStyle(line)
            underline.setUnderlineColor(ink.colour(self._look.accent))
            marks += [(span, underline) for span in spans]
        self.setExtraSelections([self._selection(span, style) for span, style in marks if span[0] < span[1]])

    def _selection(self, span: Span, style: QTextCharFormat) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        cursor.setPosition(_in_utf16(self.toPlainText(), span[0]))
        cursor.setPosition(_in_utf16(self.toPlainText(), span[1]), QTextCursor.MoveMode.KeepAnchor)
        selection.cursor = cursor  # type: ignore[attr-defined]  # missing from Qt's stubs
        selection.format = style  # type: ignore[attr-defined]
        return selection

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self.document().setTextWidth(width - 2 * _FRAME)
        return round(self.document().size().height() + 0.5) + 2 * _FRAME


def _in_utf16(text: str, place: int) -> int:
    """Qt counts in UTF-16 units, where rare characters are two."""
    return place + sum(character > "\uffff" for character in text[:place])
