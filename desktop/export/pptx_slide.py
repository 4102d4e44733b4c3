"""One slide in the making: its placeholders, its notes, and native shapes by name."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pptx.oxml import parse_xml
from pptx.slide import Slide as PptxSlide
from pptx.util import Pt

from desktop.charts.sheet import ProofOf, sentence
from desktop.charts.theme import PIXELS_A_POINT, SLIDE_TYPE
from desktop.exhibits.deck import COVER, EXHIBIT, OPENING, Slide
from desktop.exhibits.kinds import Reading
from desktop.exhibits.sourcing import Sourcing, quoted
from desktop.export.drawing import INK_SOFT, NAMESPACES, Box, Line, Run, group_xml, line_xml, name_xml
from desktop.export.pptx_master import BODY, FOOTER, FOOTER_ROOM, NUMBER, SECTION, TITLE_ROOMS, WITHIN
from desktop.export.words import clean, text_width
from desktop.quantities.language import tr

_TITLE_ROLES: Mapping[str, Sequence[str]] = {
    COVER: ("cover", "message", "title", "title_long"),
    OPENING: ("message", "title", "title_long"),
    EXHIBIT: ("title", "title_long"),
}
_LINE = 1.2
_RAGGED = 1.1
"""How high a line is to its type; by how much more a text takes whose lines do not end at the edge."""
_FOOTER_ROLES = ("footer", "footer_long")
_FOOTER_LINE = 1.25
"""How high a line of the footer is to its type, in every font."""
_SURE = 0.94
"""The share of the footer's room that its words may take as they are estimated; fonts differ."""


class Canvas:
    """A slide of python-pptx with what is put on it."""

    def __init__(self, slide: PptxSlide, proof_of: ProofOf) -> None:
        self.slide, self._proof_of = slide, proof_of
        self.tree = slide.shapes._spTree

    @property
    def shapes(self) -> Any:
        return self.slide.shapes

    def sentence(self, reading: Reading) -> str:
        """A reading in one line of words, the alternative text of what shows it."""
        return sentence(reading, self._proof_of(reading.ref))

    def number(self) -> int:
        """The next free number of a shape."""
        return max(map(int, self.tree.xpath("//p:cNvPr/@id")), default=1) + 1

    def add(self, xml: str) -> None:
        self.tree.append(parse_xml(xml))

    def group(self, name: str, description: str, box: Box, members: Sequence[str]) -> None:
        """Add shapes as one group; the members' numbers are given here."""
        first = self.number()
        numbered = (m.replace('id="0"', f'id="{n}"', 1) for n, m in enumerate(members, start=first + 1))
        self.add(group_xml(first, name, description, box, numbered))

    def describe(self, frame: Any, name: str, description: str) -> None:
        """Name a graphic frame and give it its alternative text."""
        properties = frame._element.nvGraphicFramePr.cNvPr
        properties.set("name", clean(name))
        properties.set("descr", clean(description))

    # placeholders

    def write(self, slide: Slide, lines: Sequence[str]) -> None:
        """Fill the placeholders in; those that have nothing to say are taken away."""
        texts = {0: [slide.heading], BODY: lines, SECTION: [slide.section]}
        for holder in list(self.slide.placeholders):
            wanted = [clean(text) for text in texts.get(holder.placeholder_format.idx, ()) if text]
            if wanted:
                holder.text_frame.text = "\n".join(wanted)
            else:
                holder._element.getparent().remove(holder._element)
        usual, *_ = roles = _TITLE_ROLES[slide.kind if slide.kind in TITLE_ROOMS else EXHIBIT]
        role = next((role for role in roles if _fits(slide, role)), roles[-1])
        if role != usual and self.slide.shapes.title is not None:
            for run in self.slide.shapes.title.text_frame.paragraphs[0].runs:
                run.font.size = Pt(SLIDE_TYPE[role][0])

    def footer(self, text: str, role: str) -> None:
        if text:
            spacing = SLIDE_TYPE[role][0] * _FOOTER_LINE
            line = Line([Run(text, role, INK_SOFT)], spacing=spacing)
            self._holder(tr("Citation"), "ftr", FOOTER, line_xml(line))

    def slide_number(self, number: int) -> None:
        field = f'<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:t>{number}</a:t></a:fld>'
        self._holder(tr("Slide number"), "sldNum", NUMBER, f"<a:p>{field}</a:p>")

    def _holder(self, name: str, kind: str, idx: int, inside: str) -> None:
        self.add(
            f'<p:sp {NAMESPACES}><p:nvSpPr>{name_xml(self.number(), name)}<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="{kind}" sz="quarter" idx="{idx}"/></p:nvPr></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:lstStyle/>{inside}</p:txBody></p:sp>"
        )

    def notes(self, parts: Sequence[str]) -> None:
        """What stands below the slide for the one who speaks."""
        text = "\n\n".join(part for part in map(clean, parts) if part)
        if text:
            frame = self.slide.notes_slide.notes_text_frame
            if frame is not None:
                frame.text = text


def _fits(slide: Slide, role: str) -> bool:
    """Whether the title goes into its place in this type; that of an exhibit into one line."""
    size = SLIDE_TYPE[role][0] * PIXELS_A_POINT
    room = TITLE_ROOMS.get(slide.kind)
    width = room.width if room else WITHIN
    most = int(room.height / (size * _LINE)) if room else 1
    long = text_width(slide.heading) / 2 * size
    return long * (_RAGGED if long > width else 1) <= width * most


def footer_text(sourcing: Sourcing) -> tuple[str, str]:
    """The citations and the role of their type: small where they are very long. Of those that fit into no footer as
    many as do, no quote cut, and where all of them are."""
    for role in _FOOTER_ROLES:
        if text_width(sourcing.line) <= _footer_room(role):
            return sourcing.line, role
    more = tr(" … in full in the notes")
    room = _footer_room(role) - text_width(more) - 2
    text = ""
    for piece in _pieces(sourcing):
        if text_width(text + piece) > room:
            break
        text += piece
    return text.strip() + more, role


def _footer_room(role: str) -> float:
    """Latin characters that the footer has room for in this type."""
    size = SLIDE_TYPE[role][0] * PIXELS_A_POINT
    return int(FOOTER_ROOM.height / (size * _FOOTER_LINE)) * FOOTER_ROOM.width / size * 2 * _SURE


def _pieces(sourcing: Sourcing) -> Iterator[str]:
    """The footer in pieces that must not be cut."""
    for n, note in enumerate(sourcing.notes):
        head = ("  " if n else "") + tr("Source: {source}", source=note.head)
        for quote in note.quotes:
            yield f"{head} {quoted(quote)}"
            head = ""
    for part in list(sourcing.parts())[len(sourcing.notes) :]:
        yield "  " + part
