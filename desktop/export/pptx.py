"""A deck as a presentation: native charts, tables and shapes on a master of our own, the script in the notes."""

from collections.abc import Callable, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx.presentation import Presentation

from desktop.briefing.guard import guarded
from desktop.disk.beside import writing_beside
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import COVER, OPENING, SOURCES, Deck, Slide
from desktop.exhibits.kinds import (
    Bars,
    Cards,
    Dots,
    Exhibit,
    Failed,
    Listing,
    Ring,
    Structure,
    Timeline,
    failed,
)
from desktop.export.drawing import Box
from desktop.export.pptx_charts import draw_bars, draw_dots, draw_ring
from desktop.export.pptx_master import ROOM, make_presentation
from desktop.export.pptx_shapes import draw_cards, draw_failed, draw_structure
from desktop.export.pptx_slide import Canvas, footer_text
from desktop.export.pptx_table import draw_listing
from desktop.export.pptx_timeline import draw_timeline
from desktop.export.properties import describe
from desktop.export.words import text_width
from desktop.quantities.dates import short_date
from desktop.quantities.language import tr

MOST_BRAND = 56
"""Latin characters of the briefing's title on every slide, beside the section; the cover has all of it."""
_DRAWN: Mapping[type[Exhibit], Callable[[Canvas, Any, Box, Composer], None]] = {
    Cards: lambda canvas, exhibit, room, composer: draw_cards(canvas, exhibit, room),
    Bars: lambda canvas, exhibit, room, composer: draw_bars(canvas, exhibit, room, composer.language),
    Dots: lambda canvas, exhibit, room, composer: draw_dots(canvas, exhibit, room, composer.language),
    Ring: lambda canvas, exhibit, room, composer: draw_ring(canvas, exhibit, room, composer.language),
    Structure: lambda canvas, exhibit, room, composer: draw_structure(
        canvas, exhibit, room, composer.language
    ),
    Timeline: draw_timeline,
    Listing: lambda canvas, exhibit, room, composer: draw_listing(canvas, exhibit, room),
    Failed: lambda canvas, exhibit, room, composer: draw_failed(canvas, exhibit, room),
}


def write_pptx(composer: Composer, deck: Deck, path: Path, progress: Callable[[int, int], None]) -> None:
    """Write the deck as a presentation; hidden slides are in it and stay hidden. `progress` is told the slides
    done and in all; what it raises cancels. OSError where the file cannot be written."""
    total = len(deck.slides)
    with writing_beside(path) as temporary:
        progress(0, total)
        show, layouts = make_presentation(deck.title, brand(composer), composer.language)
        title = " · ".join(filter(None, (deck.title, deck.show)))
        describe(show.core_properties, show.part.package, composer, title)
        for number, slide in enumerate(deck.slides, start=1):
            _slide(show, layouts, composer, slide, number)
            progress(number, total)
        content = BytesIO()
        show.save(content)
        temporary.write_bytes(content.getvalue())
        progress(total, total)


def brand(composer: Composer) -> str:
    """What stands on every slide: the briefing and how old its figures are."""
    briefing = composer.briefing
    as_of = tr("as of {date}", date=short_date(briefing.as_of)) if briefing.as_of else ""
    title = briefing.text("title", composer.language)
    if text_width(title) > MOST_BRAND:
        kept = next(n for n in range(len(title), 0, -1) if text_width(title[:n]) < MOST_BRAND)
        title = f"{title[:kept].rstrip()}…"
    return " · ".join(filter(None, (title, as_of)))


def _layout(slide: Slide) -> str:
    if slide.kind in (COVER, SOURCES):
        return slide.kind
    if slide.kind == OPENING:
        return f"opening/{slide.page}"
    return f"{'plain' if isinstance(slide.exhibit, Cards) else 'panel'}/{slide.page}"


def _slide(
    show: Presentation, layouts: Mapping[str, Any], composer: Composer, slide: Slide, number: int
) -> None:
    canvas = Canvas(show.slides.add_slide(layouts[_layout(slide)]), composer.evidence.of)
    canvas.write(slide, slide.lines)
    if slide.exhibit is not None:
        _draw(canvas, slide.exhibit, composer)
    if slide.kind != COVER:
        canvas.footer(*footer_text(slide.sourcing))
        canvas.slide_number(number)
    canvas.notes([slide.script, "\n".join(slide.sourcing.parts())])
    if slide.hidden:
        canvas.slide._element.set("show", "0")


def _draw(canvas: Canvas, exhibit: Exhibit, composer: Composer) -> None:
    """What was put on the slide before something failed is taken away again."""
    kept = list(canvas.tree)

    def tell(reason: str) -> None:
        for element in canvas.tree[len(kept) :]:
            canvas.tree.remove(element)
        draw_failed(canvas, failed(exhibit, reason), ROOM)

    guarded(partial(_DRAWN[type(exhibit)], canvas, exhibit, ROOM, composer), tell)
