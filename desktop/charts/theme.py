"""Every colour, size and type size of the app. No other module holds one.

Sizes are logical pixels at scale 1, where a page is 1440 wide; a `Look` scales them.
"""

from collections.abc import Mapping
from typing import NamedTuple

FONT_FAMILY = "Noto Sans SC"

PAGE_ACCENTS: Mapping[str, str] = {"industry": "#0B6E75", "investment": "#A8541B", "livelihood": "#7A3E8E"}
STAGE_ACCENTS: Mapping[str, str] = {"industry": "#5CC4CB", "investment": "#F0B587", "livelihood": "#CFA0E0"}


class Palette(NamedTuple):
    """The colours of one surface. `faint` is for lines and marks only: as text it would be too pale to read."""

    ground: str
    card: str
    ink: str
    ink_soft: str
    ink_small: str
    faint: str
    line: str
    good: str
    warning: str
    highlight: str
    on_accent: str


LIGHT = Palette(
    ground="#F5F7F8",
    card="#FFFFFF",
    ink="#14242B",
    ink_soft="#4A5B63",
    ink_small="#5E6E76",
    faint="#87959C",
    line="#DDE4E7",
    good="#1B7F4D",
    warning="#B25E09",
    highlight="#FFE9A8",
    on_accent="#FFFFFF",
)

STAGE = Palette(
    ground="#0E1B21",
    card="#0E1B21",
    ink="#F2F6F7",
    ink_soft="#C6D1D6",
    ink_small="#9FB0B8",
    faint="#647A85",
    line="#2B3D46",
    good="#7FD8A6",
    warning="#F3B36A",
    highlight="#FFE9A8",
    on_accent="#0E1B21",
)
LASER = "#FF4B3E"
PEN = "#FFD84D"
SHADE = "#000000"
"""What a spotlight leaves dark, and a black screen."""
CONSOLE_GROUND = "#1A2930"
"""Around the pictures of the stage on the presenter's own screen."""

GRID = 8
GAP = 16
MARGIN = 28
RADIUS = 12
COLUMNS = 12
PAGE_WIDTH = 1440
PAGE_HEIGHT = 900
SMALLEST_WIDTH = 1024
SMALLEST_HEIGHT = 700
HEADER_HEIGHT = 64
PANEL_PADDING = 18
CARD_HEIGHT = 124
CARD_MIN_WIDTH = 216
PANEL_MIN_WIDTH = 400
CITATION_WIDTH = 348
ROW_HEIGHT = 34
DOT = 5
CELL_PADDING = 9
SOURCE_COLUMN = 48
COLUMN_MIN_WIDTH = 56
COLUMN_MAX_WIDTH = 520
CHIP_HEIGHT = 26
CHIP_GAP = 6
CHIP_MAX_WIDTH = 240
CONTROL_HEIGHT = 32
CONTROL_RADIUS = 8
FIELD_WIDTH = 220
FOCUS_LINE = 2
TINT = 0.12
"""How much of the accent is in a selected row."""

A4 = (793.7, 1122.5)
SLIDE_PAPER = (1280.0, 720.0)
"""Sizes of paper, in 96ths of an inch."""
PAPER_SCALE = 0.8
"""What is 1 in the window is so much on paper, in 96ths of an inch: body text of 8.4 points."""
PAPER_MARGIN = 60

TYPE: Mapping[str, tuple[int, bool]] = {
    "title": (27, True),
    "subtitle": (15, False),
    "label": (14, False),
    "number": (42, True),
    "unit": (17, False),
    "value": (18, True),
    "body": (14, False),
    "strong": (14, True),
    "note": (13, False),
    "note_strong": (13, True),
    "small": (12, False),
    "tab": (17, False),
    "tab_strong": (17, True),
    "brand": (18, True),
    "ring": (32, True),
    "aside": (24, True),
    "footer": (12, False),
    "kicker": (15, True),
    "heading": (28, True),
    "long_heading": (20, True),
    "message": (40, True),
    "cover": (60, True),
    "hero": (112, True),
    "hero_pair": (76, True),
    "hero_grid": (56, True),
    "hero_unit": (20, False),
    "hero_label": (17, False),
}
"""Type sizes in pixels, and whether bold."""


class Look(NamedTuple):
    """How a surface looks: its palette, the accent of the page, and how much larger than at 1440 wide."""

    palette: Palette
    accent: str
    scale: float = 1.0
    framed: bool = True
    """Whether panels have a frame; on a slide there is one exhibit, and none is needed."""

    def px(self, size: float) -> float:
        """A size at scale 1 as logical pixels here."""
        return size * self.scale

    @property
    def ground(self) -> str:
        """What drawings stand on: the panel, or the slide itself."""
        return self.palette.card if self.framed else self.palette.ground

    def at(self, scale: float) -> "Look":
        return self._replace(scale=scale)


def page_look(page: str, scale: float = 1.0) -> Look:
    """The look of a page in the window."""
    return Look(LIGHT, PAGE_ACCENTS[page], scale)


def stage_look(page: str, scale: float = 1.0) -> Look:
    """The look of a slide on the stage; "" is a slide of no page."""
    return Look(STAGE, STAGE_ACCENTS.get(page, STAGE.ink), scale, framed=False)


def paper_look(page: str, scale: float = 1.0) -> Look:
    """The look of a slide on paper; "" is a slide of no page."""
    return Look(LIGHT, PAGE_ACCENTS.get(page, PAGE_ACCENTS["industry"]), scale, framed=False)


def print_look(page: str, scale: float = 1.0) -> Look:
    """The look of a printed page: as in the window, on white; "" is a part that belongs to no page."""
    return Look(LIGHT._replace(ground=LIGHT.card), PAGE_ACCENTS.get(page, LIGHT.ink), scale)


def mixed(colour: str, ground: str, share: float) -> str:
    """`share` of a colour on a ground, both #RRGGBB; an opaque tint."""
    parts = (
        round(share * int(colour[n : n + 2], 16) + (1 - share) * int(ground[n : n + 2], 16))
        for n in (1, 3, 5)
    )
    return "#" + "".join(f"{part:02X}" for part in parts)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, as WCAG 2.2 defines it: 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


# files for an office

OFFICE_FONTS = ("Noto Sans SC", "微软雅黑", "思源黑体")
"""The font of slides and workbooks, then what stands in for it where it is not installed."""

SHEET_TYPE = 11
SHEET_TITLE_TYPE = 16
SHEET_LEAST_WIDTH = 8
SHEET_MOST_WIDTH = 48
"""A workbook's type sizes in points, and its columns' widths in characters."""
CHART_WIDTH = 680
CHART_HEIGHT = 320
CHART_ROW = 20
"""Pixels of a workbook's charts and of the rows beside them."""

PIXELS_A_POINT = 4 / 3
SLIDE_SIZE = (1280, 720)
"""Pixels of a slide in a file, at 96 to the inch."""
SLIDE_MARGIN = 56
SLIDE_BODY = (138, 478)
"""Top and height of the room below the title."""
SLIDE_PADDING = 24
SLIDE_FOOT = 640
SLIDE_TYPE: Mapping[str, tuple[float, bool]] = {
    "cover": (44, True),
    "message": (36, True),
    "title": (28, True),
    "title_long": (20, True),
    "lead": (20, False),
    "section": (14, True),
    "brand": (11, False),
    "body": (16, False),
    "strong": (16, True),
    "label": (16, False),
    "number": (54, True),
    "number_long": (36, True),
    "number_longest": (24, True),
    "unit": (20, False),
    "note": (13, False),
    "note_strong": (13, True),
    "value": (16, True),
    "small": (12, False),
    "mark": (14, False),
    "ring": (32, True),
    "cell": (14, False),
    "cell_strong": (14, True),
    "cell_head": (12, True),
    "footer": (10.5, False),
    "footer_long": (9, False),
}
"""Type sizes of a slide in points, and whether bold."""
THEME_COLOURS: Mapping[str, str] = {
    "dk1": LIGHT.ink,
    "lt1": LIGHT.card,
    "dk2": LIGHT.ink_soft,
    "lt2": LIGHT.ground,
    "accent1": PAGE_ACCENTS["industry"],
    "accent2": PAGE_ACCENTS["investment"],
    "accent3": PAGE_ACCENTS["livelihood"],
    "accent4": LIGHT.good,
    "accent5": LIGHT.warning,
    "accent6": LIGHT.line,
    "hlink": PAGE_ACCENTS["industry"],
    "folHlink": LIGHT.ink_small,
}
"""What the slots of an Office theme hold."""
THEME_ACCENTS: Mapping[str, str] = {"industry": "accent1", "investment": "accent2", "livelihood": "accent3"}

PAPER_SIZE = (21.0, 29.7)
PAPER_MARGINS = (3.7, 2.6, 3.5, 2.8)
"""Centimetres: A4; top, right, bottom and left as Chinese offices expect (GB/T 9704)."""
DOCUMENT_FONTS: Mapping[str, tuple[str, str]] = {
    "title": ("方正小标宋简体", "宋体"),
    "body": ("仿宋_GB2312", "仿宋"),
    "heading": ("黑体", "黑体"),
    "subheading": ("楷体_GB2312", "楷体"),
    "footer": ("宋体", "宋体"),
}
"""A document's fonts, each with the one that stands in for it."""
LATIN_FONT = "Times New Roman"
DOCUMENT_TYPE: Mapping[str, tuple[float, float]] = {
    "title": (22, 36),
    "body": (16, 29),
    "table": (12, 18),
    "note": (10.5, 16),
    "citation": (12, 20),
    "footer": (14, 18),
}
"""A document's type sizes (二号, 三号, 小四, 五号, 小四, 四号) and line heights in points."""
