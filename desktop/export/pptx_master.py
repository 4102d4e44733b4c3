"""The presentation before its first slide: theme, master and layouts, made from python-pptx's own template."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Show
from pptx.slide import NotesMaster, SlideLayout
from pptx.util import Emu

from desktop.briefing.records import PAGES
from desktop.charts.theme import (
    OFFICE_FONTS,
    RADIUS,
    SLIDE_BODY,
    SLIDE_FOOT,
    SLIDE_MARGIN,
    SLIDE_SIZE,
    SLIDE_TYPE,
    THEME_ACCENTS,
    THEME_COLOURS,
)
from desktop.exhibits.compose import PAGE_NAMES
from desktop.exhibits.deck import COVER, OPENING
from desktop.export.drawing import (
    CARD,
    EMU,
    GROUND,
    INK,
    INK_SOFT,
    LINE,
    NAMESPACES,
    Box,
    Line,
    Outline,
    Run,
    fill_xml,
    number_size,
    place_xml,
    rule_xml,
    shape_xml,
)
from desktop.export.words import LANGUAGE_TAGS, clean
from desktop.quantities.language import tr

SECTION, BODY, FOOTER, NUMBER = 13, 1, 11, 12
"""The idx of the placeholders."""
WIDE, TALL = SLIDE_SIZE
WITHIN = WIDE - 2 * SLIDE_MARGIN
NUMBER_WIDTH = 96
_TITLE = Box(SLIDE_MARGIN, 60, WITHIN, 70)
FOOTER_ROOM = Box(SLIDE_MARGIN, SLIDE_FOOT, WITHIN - NUMBER_WIDTH - 16, TALL - SLIDE_FOOT - 5)
_NUMBER = Box(WIDE - SLIDE_MARGIN - NUMBER_WIDTH, SLIDE_FOOT, NUMBER_WIDTH, 46)
_SECTION = Box(SLIDE_MARGIN, 32, WITHIN / 2, 28)
TITLE_ROOMS: Mapping[str, Box] = {
    COVER: Box(96, 240, WIDE - 192, 150),
    OPENING: Box(SLIDE_MARGIN + 40, 256, WITHIN - 40, 130),
}
"""Of the slides whose title may have several lines."""
ROOM = Box(SLIDE_MARGIN, SLIDE_BODY[0], WITHIN, SLIDE_BODY[1])


def make_presentation(title: str, brand: str, language: str) -> "tuple[Show, dict[str, SlideLayout]]":
    """An empty presentation and its layouts by key: cover, sources, and opening/panel/plain with each page,
    e.g. panel/industry. `brand` stands on every slide but the cover."""
    show = Presentation()
    show.slide_width, show.slide_height = Emu(WIDE * EMU), Emu(TALL * EMU)
    _drop_what_is_the_templates(show)
    _theme(show.slide_master.part.part_related_by(RT.THEME), title)
    notes = show.notes_master
    _drop_what_is_dated(notes)
    _theme(notes.part.part_related_by(RT.THEME), title)
    tag = LANGUAGE_TAGS.get(language, language)
    _fill(show.slide_master._element, _shapes(_master(brand)), fill_xml(GROUND))
    _styles(show.slide_master._element, tag)
    for properties in show.part._element.iterfind(".//{*}defaultTextStyle//{*}defRPr"):
        properties.set("lang", tag)
    layouts = {}
    for layout, (key, kind, name, members, own) in zip(show.slide_layouts, _layouts(), strict=True):
        element = layout._element
        element.attrib.pop("type", None)
        if kind:
            element.set("type", kind)
        element.set("preserve", "1")
        if own:
            element.set("showMasterSp", "0")
        _fill(element, _shapes(members))
        element.cSld.set("name", name)
        layouts[key] = layout
    _count_parts(show)
    return show, layouts


def _count_parts(show: Show) -> None:
    """Name new parts by counting; python-pptx walks all that there are for each, which long decks feel."""
    counts: Counter[str] = Counter()

    def next_name(template: str) -> PackURI:
        counts[template] += 1
        return PackURI(template % counts[template])

    show.part.package.next_partname = next_name  # type: ignore[method-assign, assignment]


def _drop_what_is_the_templates(show: Show) -> None:
    """The thumbnail and the printer settings of the machine on which the template was made."""
    package = show.part.package
    for rels, drop in ((package._rels, package.drop_rel), (show.part.rels, show.part.rels.pop)):
        for key, rel in list(rels.items()):
            if rel.reltype.endswith(("/thumbnail", "/printerSettings")):
                drop(key)


def _drop_what_is_dated(notes: NotesMaster) -> None:
    """The day on which the template was made, and its words for whoever edits it."""
    for holder in list(notes.placeholders):
        if holder.placeholder_format.type == PP_PLACEHOLDER.DATE:
            holder._element.getparent().remove(holder._element)
        elif holder.placeholder_format.type == PP_PLACEHOLDER.BODY:
            holder.text_frame.text = tr("Body")


def _theme(part: Part, title: str) -> None:
    """Colours and fonts, in the theme's own slots."""
    xml = part.blob.decode("utf-8")
    colours = "".join(f'<a:{slot}><a:srgbClr val="{c[1:]}"/></a:{slot}>' for slot, c in THEME_COLOURS.items())
    name = quoteattr(clean(title))
    first, second, third = OFFICE_FONTS
    scripts = f'<a:font script="Hans" typeface="{second}"/><a:font script="Hant" typeface="{third}"/>'
    fonts = f'<a:latin typeface="{first}"/><a:ea typeface="{first}"/><a:cs typeface=""/>{scripts}'
    xml = re.sub(
        r"<a:clrScheme.*?</a:clrScheme>",
        lambda _: f"<a:clrScheme name={name}>{colours}</a:clrScheme>",
        xml,
        flags=re.S,
    )
    scheme = f"<a:fontScheme name={name}><a:majorFont>{fonts}</a:majorFont><a:minorFont>{fonts}</a:minorFont></a:fontScheme>"
    xml = re.sub(r"<a:fontScheme.*?</a:fontScheme>", lambda _: scheme, xml, flags=re.S)
    part._blob = xml.encode("utf-8")


def _shapes(members: Sequence[str]) -> str:
    numbered = (member.replace('id="0"', f'id="{n}"', 1) for n, member in enumerate(members, start=2))
    head = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
    return f"<p:spTree>{head}{''.join(numbered)}</p:spTree>"


def _fill(element: object, tree: str, ground: str = "") -> None:
    """Give a master or a layout its shapes, and its ground where there is one."""
    back = f"<p:bg><p:bgPr>{ground}<a:effectLst/></p:bgPr></p:bg>" if ground else ""
    made = parse_xml(f"<p:cSld {NAMESPACES}>{back}{tree}</p:cSld>")
    element.replace(element.cSld, made)  # type: ignore[attr-defined]


def _placeholder(
    name: str,
    kind: str,
    box: Box | None,
    style: str = "",
    prompt: str = "",
    anchor: str = "t",
    field: bool = False,
) -> str:
    """`kind` is the attributes of the placeholder; `style` its list style, inherited where there is none."""
    place = place_xml(box) + '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if box else ""
    inset = (
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{anchor}"><a:normAutofit/></a:bodyPr>'
        if box
        else "<a:bodyPr/>"
    )
    text = f"<a:r><a:t>{escape(prompt)}</a:t></a:r>" if prompt else ""
    if field:
        text = '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:t>‹#›</a:t></a:fld>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="0" name={quoteattr(name)}/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph {kind}/></p:nvPr></p:nvSpPr><p:spPr>{place}</p:spPr>"
        f"<p:txBody>{inset}<a:lstStyle>{style}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )


def _style(role: str, colour: str, align: str = "l", spacing: int = 100) -> str:
    """The first level of a list style."""
    return (
        f'<a:lvl1pPr marL="0" indent="0" algn="{align}"><a:lnSpc><a:spcPct val="{spacing * 1000}"/></a:lnSpc>'
        f'<a:buNone/><a:defRPr sz="{number_size(role)}" b="{int(SLIDE_TYPE[role][1])}">{fill_xml(colour)}</a:defRPr></a:lvl1pPr>'
    )


def _footer() -> str:
    return _placeholder(
        tr("Citation"),
        f'type="ftr" sz="quarter" idx="{FOOTER}"',
        FOOTER_ROOM,
        _style("footer", INK_SOFT),
    )


def _number() -> str:
    style = _style("footer", INK_SOFT, "r")
    return _placeholder(
        tr("Slide number"), f'type="sldNum" sz="quarter" idx="{NUMBER}"', _NUMBER, style, field=True
    )


def _master(brand: str) -> list[str]:
    """Title, body, footer and slide number; a line above the footer, and what the briefing is at the top."""
    edge = Outline(LINE)
    top = Box(WIDE / 2, 32, WIDE / 2 - SLIDE_MARGIN, 28)
    return [
        _placeholder(tr("Title"), 'type="title"', _TITLE, prompt=tr("Title"), anchor="ctr"),
        _placeholder(tr("Body"), f'type="body" idx="{BODY}"', ROOM, prompt=tr("Body")),
        _footer(),
        _number(),
        rule_xml(0, tr("Line"), (SLIDE_MARGIN, SLIDE_FOOT - 8), (WIDE - SLIDE_MARGIN, SLIDE_FOOT - 8), edge),
        shape_xml(0, tr("Briefing"), top, lines=[Line([Run(brand, "brand", INK_SOFT)], "r")], anchor="t"),
    ]


def _styles(master: object, tag: str) -> None:
    """The type of title and body; every other text takes the theme's font by itself."""
    font = '<a:latin typeface="+{0}-lt"/><a:ea typeface="+{0}-ea"/><a:cs typeface="+{0}-cs"/>'

    def level(n: int, role: str, colour: str, family: str, before: int) -> str:
        return (
            f'<a:lvl{n}pPr marL="0" indent="0" algn="l" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">'
            f'<a:spcBef><a:spcPts val="{before}"/></a:spcBef><a:buNone/>'
            f'<a:defRPr lang="{tag}" sz="{number_size(role)}" b="{int(SLIDE_TYPE[role][1])}" kern="1200">'
            f"{fill_xml(colour)}{font.format(family)}</a:defRPr></a:lvl{n}pPr>"
        )

    body = "".join(level(n, "body", INK, "mn", 600) for n in range(1, 6))
    made = parse_xml(
        f"<p:txStyles {NAMESPACES}><p:titleStyle>{level(1, 'title', INK, 'mj', 0)}</p:titleStyle>"
        f"<p:bodyStyle>{body}</p:bodyStyle><p:otherStyle>{level(1, 'body', INK, 'mn', 0)}</p:otherStyle></p:txStyles>"
    )
    old = master.find("{*}txStyles")  # type: ignore[attr-defined]
    master.replace(old, made)  # type: ignore[attr-defined]


def _panel() -> str:
    return shape_xml(0, tr("Card"), ROOM, "roundRect", CARD, Outline(LINE), radius=RADIUS)


def _layouts() -> "Iterator[tuple[str, str, str, list[str], bool]]":
    """Key, type, name, shapes, and whether the master's own shapes are left out; as many as the template has."""
    yield "cover", "title", tr("Cover"), _cover(), True
    for page in PAGES:
        name = tr(PAGE_NAMES[page])
        yield f"opening/{page}", "secHead", tr("Opening: {page}", page=name), _opening(page), False
    for page in PAGES:
        name = tr("Chart: {page}", page=tr(PAGE_NAMES[page]))
        yield f"panel/{page}", "titleOnly", name, [_panel(), *_exhibit(page)], False
    for page in PAGES:
        name = tr("Cards: {page}", page=tr(PAGE_NAMES[page]))
        yield f"plain/{page}", "titleOnly", name, _exhibit(page), False
    yield "sources", "obj", tr("Sources"), _sources(), False


def _title() -> str:
    return _placeholder(tr("Title"), 'type="title"', None, prompt=tr("Title"))


def _exhibit(page: str) -> list[str]:
    style = _style("section", THEME_ACCENTS[page])
    section = _placeholder(
        tr("Section"), f'type="body" sz="quarter" idx="{SECTION}"', _SECTION, style, tr("Section")
    )
    return [section, _title(), _footer(), _number()]


def _cover() -> list[str]:
    bar = (WIDE / 3 - SLIDE_MARGIN / 1.5) / 3
    accents = [
        shape_xml(0, tr("Line"), Box(96 + n * bar, 216, bar, 8), fill=accent)
        for n, accent in enumerate(THEME_ACCENTS.values())
    ]
    title = _placeholder(
        tr("Title"),
        'type="ctrTitle"',
        TITLE_ROOMS[COVER],
        _style("cover", INK),
        tr("Title"),
        "ctr",
    )
    lines = Box(96, 404, WIDE - 192, 160)
    body = _placeholder(
        tr("Body"), f'type="subTitle" idx="{BODY}"', lines, _style("lead", INK_SOFT, spacing=130), tr("Body")
    )
    return [shape_xml(0, tr("Ground"), Box(0, 0, WIDE, TALL), fill=CARD), *accents, title, body]


def _opening(page: str) -> list[str]:
    accent = THEME_ACCENTS[page]
    bar = shape_xml(0, tr("Line"), Box(SLIDE_MARGIN, 216, 8, 250), fill=accent)
    left = SLIDE_MARGIN + 40
    section = _placeholder(
        tr("Section"),
        f'type="body" sz="quarter" idx="{SECTION}"',
        Box(left, 216, WITHIN - 40, 36),
        _style("lead", accent),
        tr("Section"),
    )
    title = _placeholder(
        tr("Title"),
        'type="title"',
        TITLE_ROOMS[OPENING],
        _style("message", INK),
        tr("Title"),
        "ctr",
    )
    body = _placeholder(
        tr("Body"),
        f'type="body" idx="{BODY}"',
        Box(left, 396, WITHIN - 40, 70),
        _style("lead", INK_SOFT),
        tr("Body"),
    )
    return [bar, section, title, body, _footer(), _number()]


def _sources() -> list[str]:
    room = ROOM.inner(28)
    style = _style("body", INK, spacing=130)
    body = _placeholder(tr("Body"), f'type="body" idx="{BODY}"', room, style, tr("Body"))
    return [_panel(), _title(), body, _footer(), _number()]
