"""DrawingML by hand: shapes and text as XML, in the colours and fonts of the theme and with no style of their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from desktop.charts.theme import SLIDE_TYPE
from desktop.export.words import clean

EMU = 9525
"""English metric units in a pixel."""
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
INK, INK_SOFT, CARD, GROUND, GOOD, WARNING, LINE = "tx1", "tx2", "bg1", "bg2", "accent4", "accent5", "accent6"
TINT = ":tint"
"""Behind the name of a colour: a pale tint of it on a card."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def inner(self, pad: float) -> "Box":
        return Box(self.x + pad, self.y + pad, self.width - 2 * pad, self.height - 2 * pad)


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one manner: `role` is a type size of the theme, `colour` a slot of it."""

    text: str
    role: str = "body"
    colour: str = INK


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `spacing` is how far its lines are apart in points, as the font has them where it is 0."""

    runs: Sequence[Run]
    align: str = "l"
    before: float = 0.0
    spacing: float = 0.0


@dataclass(frozen=True, slots=True)
class Outline:
    """The edge of a shape; `width` in points, `dash` as DrawingML names it."""

    colour: str
    width: float = 1.0
    dash: str = ""


def number_size(role: str) -> int:
    """A type size in hundredths of a point."""
    return round(SLIDE_TYPE[role][0] * 100)


def colour_xml(colour: str) -> str:
    name, tint = (colour.removesuffix(TINT), colour.endswith(TINT))
    inner = '<a:alpha val="14000"/>' if tint else ""
    return f'<a:schemeClr val="{name}">{inner}</a:schemeClr>'


def fill_xml(colour: str | None) -> str:
    return f"<a:solidFill>{colour_xml(colour)}</a:solidFill>" if colour else "<a:noFill/>"


def outline_xml(outline: Outline | None) -> str:
    if outline is None:
        return "<a:ln><a:noFill/></a:ln>"
    dash = f'<a:prstDash val="{outline.dash}"/>' if outline.dash else ""
    return f'<a:ln w="{round(outline.width * 12700)}">{fill_xml(outline.colour)}{dash}</a:ln>'


def place_xml(box: Box, tag: str = "a:xfrm", children: bool = False) -> str:
    x, y, wide, tall = (round(n * EMU) for n in (box.x, box.y, max(0.0, box.width), max(0.0, box.height)))
    inner = f'<a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{tall}"/>'
    if children:
        inner += f'<a:chOff x="{x}" y="{y}"/><a:chExt cx="{wide}" cy="{tall}"/>'
    return f"<{tag}>{inner}</{tag}>"


def run_xml(run: Run) -> str:
    bold = SLIDE_TYPE[run.role][1]
    properties = (
        f'<a:rPr sz="{number_size(run.role)}" b="{int(bold)}" dirty="0">{fill_xml(run.colour)}</a:rPr>'
    )
    return f"<a:r>{properties}<a:t>{escape(clean(run.text))}</a:t></a:r>"


def line_xml(line: Line) -> str:
    before = f'<a:spcBef><a:spcPts val="{round(line.before * 100)}"/></a:spcBef>' if line.before else ""
    apart = f'<a:lnSpc><a:spcPts val="{round(line.spacing * 100)}"/></a:lnSpc>' if line.spacing else ""
    return f'<a:p><a:pPr algn="{line.align}">{apart}{before}</a:pPr>{"".join(map(run_xml, line.runs))}</a:p>'


def text_xml(lines: Sequence[Line], anchor: str, inset: float, wrap: bool = True) -> str:
    pad = round(inset * EMU)
    body = f'wrap="{"square" if wrap else "none"}" lIns="{pad}" tIns="{pad}" rIns="{pad}" bIns="{pad}" anchor="{anchor}"'
    inside = "".join(map(line_xml, lines)) or "<a:p/>"
    return f"<p:txBody><a:bodyPr {body}><a:noAutofit/></a:bodyPr><a:lstStyle/>{inside}</p:txBody>"


def name_xml(number: int, name: str, description: str = "") -> str:
    described = f" descr={quoteattr(clean(description))}" if description else ""
    return f'<p:cNvPr id="{number}" name={quoteattr(clean(name))}{described}/>'


def shape_xml(
    number: int,
    name: str,
    box: Box,
    preset: str = "rect",
    fill: str | None = None,
    outline: Outline | None = None,
    lines: Sequence[Line] = (),
    anchor: str = "ctr",
    inset: float = 0.0,
    radius: float | None = None,
    description: str = "",
    wrap: bool = True,
) -> str:
    """A shape with its text. `radius` in pixels is for round corners."""
    guide = ""
    if radius is not None and min(box.width, box.height) > 0:
        share = min(50000, round(radius / min(box.width, box.height) * 100000))
        guide = f'<a:gd name="adj" fmla="val {share}"/>'
    kind = ' txBox="1"' if fill is None and outline is None else ""
    return (
        f"<p:sp {NAMESPACES}><p:nvSpPr>{name_xml(number, name, description)}<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr>{place_xml(box)}<a:prstGeom prst="{preset}"><a:avLst>{guide}</a:avLst></a:prstGeom>'
        f"{fill_xml(fill)}{outline_xml(outline)}</p:spPr>"
        f"{text_xml(lines, anchor, inset, wrap)}</p:sp>"
    )


def rule_xml(
    number: int, name: str, start: tuple[float, float], end: tuple[float, float], outline: Outline
) -> str:
    """A straight line, as a connector."""
    box = Box(min(start[0], end[0]), min(start[1], end[1]), abs(end[0] - start[0]), abs(end[1] - start[1]))
    return (
        f"<p:cxnSp {NAMESPACES}><p:nvCxnSpPr>{name_xml(number, name)}<p:cNvCxnSpPr/><p:nvPr/></p:nvCxnSpPr>"
        f'<p:spPr>{place_xml(box)}<a:prstGeom prst="line"><a:avLst/></a:prstGeom>{outline_xml(outline)}</p:spPr></p:cxnSp>'
    )


def group_xml(number: int, name: str, description: str, box: Box, members: Iterable[str]) -> str:
    """Shapes that move together; places inside are those on the slide."""
    return (
        f"<p:grpSp {NAMESPACES}><p:nvGrpSpPr>{name_xml(number, name, description)}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr>{place_xml(box, children=True)}</p:grpSpPr>{''.join(members)}</p:grpSp>"
    )
