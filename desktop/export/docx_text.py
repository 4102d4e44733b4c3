"""The text of the document: paragraphs by style, tables whose heading repeats, and numbered citations."""

import re
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from docx.document import Document as Written
from docx.oxml import parse_xml
from lxml import etree

from desktop.briefing.headlines import headline
from desktop.briefing.proof import Verdict
from desktop.briefing.records import Ref
from desktop.charts.theme import DOCUMENT_TYPE, LIGHT, PAPER_MARGINS, PAPER_SIZE
from desktop.exhibits.compose import Composer
from desktop.exhibits.sourcing import quoted, sourcing_of
from desktop.export.columns import fitted
from desktop.export.docx_styles import TWIPS
from desktop.export.steps import Steps
from desktop.export.words import clean, text_width
from desktop.quantities.language import tr

ROOM = round((PAPER_SIZE[0] - PAPER_MARGINS[1] - PAPER_MARGINS[3]) * TWIPS)
LEAST_COLUMN = 1100
_WORD = re.compile(r"[^\s\[\]\u2e80-\uffff]+")
_NARROWER = 0.92
"""By how much most Latin letters are narrower than the digits."""
PADDING = 220
"""Twips: the narrowest column that long texts leave to others, and what a cell's edges take."""


class Citations:
    """Numbers what proves the records, in the order in which they are named; the same words have one number."""

    def __init__(self, composer: Composer) -> None:
        self.composer = composer
        self.entries: list[str] = []
        self._numbers: dict[str, int] = {}

    def number(self, ref: Ref) -> int | None:
        """The number of a record's citation; None where it has no source."""
        entry = self._entry(ref)
        if not entry:
            return None
        if entry not in self._numbers:
            self.entries.append(entry)
            self._numbers[entry] = len(self.entries)
        return self._numbers[entry]

    def numbers(self, refs: Iterable[Ref]) -> list[int]:
        return list(dict.fromkeys(n for n in map(self.number, refs) if n is not None))

    def _entry(self, ref: Ref) -> str:
        proof, language = self.composer.evidence.of(ref), self.composer.language
        if proof.verdict is Verdict.MISMATCHED:
            words = quoted(proof.quote) if proof.quote else ""
            return " · ".join(filter(None, (headline(proof), proof.reason, words)))
        sourcing = sourcing_of(self.composer.evidence, [ref], language)
        for note in sourcing.notes:
            return " · ".join(filter(None, (note.head, note.publisher))) + f" {quoted(note.quotes[0])}"
        return tr("Derived: {sum}", sum=sourcing.derived[0]) if sourcing.derived else ""


class Body:
    """The document's body, written from top to bottom."""

    def __init__(self, document: Written) -> None:
        self._document = document
        self._parts: list[str] = []

    def paragraph(self, style: str, text: str, numbers: Sequence[int] = (), bookmark: int = 0) -> None:
        """A paragraph with the citations `numbers` behind it; `bookmark` makes it the aim of that citation."""
        self._parts.append(_paragraph(style, text, numbers, bookmark))

    def finish(self) -> None:
        """Put what is written into the document, all at once: lxml takes ever longer to move pieces of a tree."""
        part = self._document.part
        whole = etree.tostring(part.element, encoding="unicode")
        start, end = whole.index("<w:body>") + len("<w:body>"), whole.rindex("<w:sectPr")
        part._element = parse_xml("".join((whole[:start], *self._parts, whole[end:])))

    def table(
        self,
        columns: Sequence[str],
        rows: Sequence[Sequence[str]],
        numbers: Sequence[Sequence[int]],
        steps: Steps,
    ) -> None:
        """A table; its last column, the citations of each row, is made here."""
        columns = [*columns, tr("Source")]
        cited = ["".join(f"[{n}]" for n in of_row) or tr("none") for of_row in numbers]
        widths = _widths(columns, [[*row, text] for row, text in zip(rows, cited, strict=True)])
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        look = '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        parts = [
            f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{ROOM}" w:type="dxa"/>'
            f'<w:tblLayout w:type="fixed"/>{look}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>',
            _row(widths, [_paragraph("TableHead", title) for title in columns], heading=True),
        ]
        for place, (row, of_row) in enumerate(zip(rows, numbers, strict=True), start=1):
            style = "TableLast" if place == len(rows) else "TableText"
            cells = [_paragraph(style, text) for text in row]
            cells.append(_paragraph(style, "" if of_row else tr("none"), of_row, raised=False))
            parts.append(_row(widths, cells))
            steps.take()
        self._parts.append("".join((*parts, "</w:tbl>")))


def _text(text: str, style: str = "") -> str:
    """A run; a line break in the text stays one."""
    named = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in clean(text).split("\n"))
    return f"<w:r>{named}{'<w:br/>'.join(lines)}</w:r>"


def _paragraph(
    style: str, text: str, numbers: Sequence[int] = (), bookmark: int = 0, raised: bool = True
) -> str:
    inside = _text(text) if text else ""
    for number in numbers:
        run = _text(f"[{number}]", "CitationNumber" if raised else "")
        inside += f'<w:hyperlink w:anchor="citation{number}" w:history="1">{run}</w:hyperlink>'
    if bookmark:
        mark = f'<w:bookmarkStart w:id="{bookmark}" w:name="citation{bookmark}"/>'
        inside = f'{mark}{inside}<w:bookmarkEnd w:id="{bookmark}"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def _row(widths: Sequence[int], cells: Sequence[str], heading: bool = False) -> str:
    repeated = "<w:tblHeader/>" if heading else ""
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{LIGHT.ground[1:]}"/>' if heading else ""
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}<w:vAlign w:val="center"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{inside}</w:tr>"


def _widths(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """As the texts need: a digit is a little more than half as wide as its type is high."""
    character = DOCUMENT_TYPE["table"][0] * 11
    texts = [[cells[n] for cells in (columns, *rows)] for n in range(len(columns))]
    wanted = [max(map(text_width, column)) * character + PADDING for column in texts]
    least = [
        max(map(_longest_word, column)) * character * _NARROWER + PADDING if any(column) else 0.0
        for column in texts
    ]
    least = [max(word, min(LEAST_COLUMN, width)) for word, width in zip(least, wanted, strict=True)]
    if sum(least) > ROOM:
        return [round(width) for width in fitted(wanted, ROOM, LEAST_COLUMN)]
    more = [max(0.0, width - word) for width, word in zip(wanted, least, strict=True)]
    rest = fitted(more, ROOM - sum(least), 0)
    return [round(word + width) for word, width in zip(least, rest, strict=True)]


def _longest_word(text: str) -> int:
    """The characters of the longest word; Chinese may break anywhere."""
    return max(map(len, _WORD.findall(text)), default=0)


def spanned(numbers: Sequence[int]) -> str:
    """Numbers in brackets, three and more that follow each other as a span, e.g. [1]–[4][7]."""
    spans: list[list[int]] = []
    for number in sorted(numbers):
        if spans and number == spans[-1][-1] + 1:
            spans[-1].append(number)
        else:
            spans.append([number])
    return "".join(
        f"[{span[0]}]–[{span[-1]}]" if len(span) > 2 else "".join(f"[{number}]" for number in span)
        for span in spans
    )
