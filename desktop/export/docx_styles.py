"""The document before its first word: paper, styles, fonts, numbering and footer as Chinese offices expect them.

The order of fonts and sizes is that of GB/T 9704: 标题二号小标宋, 正文三号仿宋, 一级标题黑体, 二级标题楷体.
"""

from collections.abc import Iterator
from xml.sax.saxutils import quoteattr

from docx import Document
from docx.document import Document as Written
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml import parse_xml

from desktop.charts.theme import (
    DOCUMENT_FONTS,
    DOCUMENT_TYPE,
    LATIN_FONT,
    LIGHT,
    PAPER_MARGINS,
    PAPER_SIZE,
)
from desktop.export.words import LANGUAGE_TAGS

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATION = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
TWIPS = 567
"""Twentieths of a point in a centimetre, rounded."""
HEADINGS, CITATIONS, BULLETS = 1, 2, 3
"""The numbers of the lists."""
_NOT_OURS = ("thumbnail", "stylesWithEffects", "customXml")


def make_document(language: str) -> Written:
    """An empty document with our styles, and nothing of the template's own."""
    document = Document()
    for owner in (document.part.package, document.part):
        for key, rel in list(owner.rels.items()):
            if rel.reltype.rpartition("/")[2] in _NOT_OURS:
                del owner.rels[key]
    _styles(document, LANGUAGE_TAGS.get(language, language))
    _numbering(document, language)
    _fonts(document)
    _page(document)
    return document


def _fonts(document: Written) -> None:
    """The table of fonts, so that a program that lacks one knows what to take instead."""
    fonts = "".join(
        f'<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(instead)}/><w:charset w:val="86"/></w:font>'
        for name, instead in dict.fromkeys(DOCUMENT_FONTS.values())
    )
    part = document.part.part_related_by(RT.FONT_TABLE)
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    part._blob = f'{head}<w:fonts {NAMESPACE}>{fonts}<w:font w:name="{LATIN_FONT}"/></w:fonts>'.encode()


def _page(document: Written) -> None:
    """A4, its margins, and the page's number between dashes at its foot."""
    section = document.sections[0]
    wide, tall = (round(n * TWIPS) for n in PAPER_SIZE)
    top, right, bottom, left = (round(n * TWIPS) for n in PAPER_MARGINS)
    properties = section._sectPr
    for child in list(properties):
        properties.remove(child)
    for xml in (
        f'<w:pgSz {NAMESPACE} w:w="{wide}" w:h="{tall}"/>',
        f'<w:pgMar {NAMESPACE} w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        ' w:header="851" w:footer="1400" w:gutter="0"/>',
    ):
        properties.append(parse_xml(xml))
    paragraph = section.footer.paragraphs[0]._p
    field = "".join(
        f"<w:r>{part}</w:r>"
        for part in (
            '<w:t xml:space="preserve">— </w:t>',
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>1</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
            '<w:t xml:space="preserve"> —</w:t>',
        )
    )
    made = parse_xml(f'<w:p {NAMESPACE}><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{field}</w:p>')
    paragraph.getparent().replace(paragraph, made)


# styles


def _run(font: str, kind: str, more: str = "") -> str:
    """The properties of text: `font` and `kind` are keys of the theme's fonts and sizes."""
    east, size = DOCUMENT_FONTS[font][0], round(DOCUMENT_TYPE[kind][0] * 2)
    latin = f'w:ascii="{LATIN_FONT}" w:hAnsi="{LATIN_FONT}" w:cs="{LATIN_FONT}"'
    return f'<w:rPr><w:rFonts {latin} w:eastAsia="{east}"/>{more}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'


def _paragraph(
    kind: str, more: str = "", before: int = 0, after: int = 0, exact: bool = True, end: str = ""
) -> str:
    """The properties of a paragraph; `more` stands before its spacing, `end` behind it, as the schema orders them."""
    line = round(DOCUMENT_TYPE[kind][1] * 20)
    rule = "exact" if exact else "atLeast"
    spacing = f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="{rule}"/>'
    return f"<w:pPr>{more}{spacing}{end}</w:pPr>"


def _style(
    key: str, name: str, inside: str, base: str = "Normal", kind: str = "paragraph", after: str = ""
) -> str:
    custom = "" if name[0].islower() or name in _BUILT_IN else ' w:customStyle="1"'
    default = ' w:default="1"' if not base else ""
    based = f'<w:basedOn w:val="{base}"/>' if base else ""
    follows = f'<w:next w:val="{after}"/>' if after else ""
    return (
        f'<w:style {NAMESPACE} w:type="{kind}" w:styleId="{key}"{default}{custom}>'
        f"<w:name w:val={quoteattr(name)}/>{based}{follows}<w:qFormat/>{inside}</w:style>"
    )


_BUILT_IN = (
    "Normal",
    "Title",
    "Subtitle",
    "Body Text",
    "List Bullet",
    "Default Paragraph Font",
    "Normal Table",
    "Table Grid",
)


def _all_styles() -> Iterator[str]:
    two = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    centre, both = '<w:jc w:val="center"/>', '<w:jc w:val="both"/>'
    keep = "<w:keepNext/><w:keepLines/>"
    yield _style("Normal", "Normal", _paragraph("body") + _run("body", "body"), "")
    yield _style("DefaultParagraphFont", "Default Paragraph Font", "", "", "character")
    yield _style("TableNormal", "Normal Table", _cells(""), "", "table")
    yield _style(
        "Title",
        "Title",
        _paragraph("title", after=120, end=centre) + _run("title", "title"),
        after="Subtitle",
    )
    yield _style(
        "Subtitle",
        "Subtitle",
        _paragraph("body", after=240, end=centre) + _run("subheading", "body"),
        after="BodyText",
    )
    for level, font in ((1, "heading"), (2, "subheading")):
        number = f'<w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{HEADINGS}"/></w:numPr>'
        place = _paragraph("body", keep + number, 120, end=f'{two}<w:outlineLvl w:val="{level - 1}"/>')
        yield _style(f"Heading{level}", f"heading {level}", place + _run(font, "body"), after="BodyText")
    yield _style("BodyText", "Body Text", _paragraph("body", end=two + both))
    bullet = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{BULLETS}"/></w:numPr>'
    yield _style("ListBullet", "List Bullet", _paragraph("body", bullet, end=both), "BodyText")
    yield _style("TableText", "Table Text", _paragraph("table", exact=False) + _run("body", "table"))
    last = _paragraph("table", keep, exact=False) + _run("body", "table")
    yield _style("TableLast", "Table Text, last row", last, "TableText")
    head = _paragraph("table", keep, exact=False, end=centre) + _run("heading", "table")
    yield _style("TableHead", "Table Head", head, "TableText")
    yield _style(
        "SourceNote", "Source Note", _paragraph("note", before=60, after=120) + _run("subheading", "note")
    )
    numbered = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{CITATIONS}"/></w:numPr>'
    yield _style(
        "CitationEntry",
        "Citation Entry",
        _paragraph("citation", numbered, end=both) + _run("body", "citation"),
    )
    yield _style("Footer", "footer", _paragraph("footer", end=centre) + _run("footer", "footer"))
    raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    yield _style("CitationNumber", "Citation Number", raised, "DefaultParagraphFont", "character")
    yield _style("TableGrid", "Table Grid", _cells(_borders()), "TableNormal", "table")


def _borders() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{LIGHT.faint[1:]}"/>' for side in sides
    )
    return f"<w:tblBorders>{lines}</w:tblBorders>"


def _cells(borders: str) -> str:
    pads = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in _PADS)
    return f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{borders}<w:tblCellMar>{pads}</w:tblCellMar></w:tblPr>'


_PADS = (("top", 30), ("left", 85), ("bottom", 30), ("right", 85))


def _styles(document: Written, tag: str) -> None:
    styles = document.styles.element
    for old in styles.findall("{*}style") + styles.findall("{*}docDefaults"):
        styles.remove(old)
    latin = tag if not tag.startswith(("zh", "ja")) else "en-US"  # else digits are broken anywhere in a line
    defaults = f'<w:lang w:val="{latin}" w:eastAsia="{tag if tag.startswith(("zh", "ja")) else "zh-CN"}" w:bidi="ar-SA"/>'
    run = _run("body", "body").replace("</w:rPr>", f"{defaults}</w:rPr>")
    made = f"<w:docDefaults {NAMESPACE}><w:rPrDefault>{run}</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    styles.insert(0, parse_xml(made))
    for xml in _all_styles():
        styles.append(parse_xml(xml))


# lists


def _level(level: int, form: str, text: str, place: str, style: str = "", suffix: str = "nothing") -> str:
    linked = f'<w:pStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}<w:suff w:val="{suffix}"/>'
        f'<w:lvlText w:val={quoteattr(text)}/><w:lvlJc w:val="left"/><w:pPr>{place}</w:pPr></w:lvl>'
    )


def _numbering(document: Written, language: str) -> None:
    """Headings count in Chinese (一、, （一）) or in digits; citations as [1]."""
    chinese = language in ("zh", "ja")
    form = "chineseCountingThousand" if chinese else "decimal"
    first, second = ("%1、", "（%2）") if chinese else ("%1. ", "(%2) ")
    two = '<w:ind w:left="0" w:firstLineChars="200" w:firstLine="640"/>'
    hanging = '<w:tabs><w:tab w:val="num" w:pos="680"/></w:tabs><w:ind w:left="680" w:hanging="680"/>'
    lists = {
        HEADINGS: _level(0, form, first, two, "Heading1") + _level(1, form, second, two, "Heading2"),
        CITATIONS: _level(0, "decimal", "[%1]", hanging, "CitationEntry", "tab"),
        BULLETS: _level(0, "bullet", "· ", two, "ListBullet"),
    }
    numbering = document.part.numbering_part.element
    for old in list(numbering):
        numbering.remove(old)
    for number, levels in lists.items():
        kind = "multilevel" if number == HEADINGS else "singleLevel"
        numbering.append(
            parse_xml(
                f'<w:abstractNum {NAMESPACE} w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>'
            )
        )
    for number in lists:
        numbering.append(
            parse_xml(f'<w:num {NAMESPACE} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )
