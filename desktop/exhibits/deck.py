"""A briefing → its deck: the same exhibits, one at a time, as slides. Long ones are split, never shrunk."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import chain, groupby, islice, pairwise, takewhile

from desktop.briefing.guard import guarded
from desktop.briefing.records import PAGES, Panel, Ref, Show, Source
from desktop.exhibits.compose import PAGE_NAMES, Composer
from desktop.exhibits.kinds import Exhibit, Timeline, failed
from desktop.exhibits.leaving import is_empty, left_out
from desktop.exhibits.parts import MOST_PARTS, entries_in, even, halves_of, parts_of
from desktop.exhibits.sourcing import Sourcing, refs_of, sourcing_of
from desktop.quantities.dates import short_date
from desktop.quantities.language import tr

COVER, OPENING, EXHIBIT, SOURCES, ANSWER = "cover", "opening", "exhibit", "sources", "answer"
SLIDE_HEIGHT = 480
"""A slide's height in sizes at scale 1, so that the smallest type (12) is a fortieth of the screen's height."""
SLIDE_MARGIN = 0.058
"""Of a slide's width, on either side; at most a tenth of its height."""
USUAL_RATIO = 16 / 9
WIDE_RATIO = 2.3
"""From this ratio of width to height on, a slide shows two exhibits side by side."""
NARROW_RATIO = 4 / 3
"""Below this ratio type is sized from the width, so that as much stands on a line as here."""
TALL_RATIO = 2 / 3
"""Up to this ratio a slide shows two exhibits, one below the other."""
MOST_SLIDES = 2000
"""Of all exhibits of a pack; where it has so many of them, a list ends sooner."""
MOST_SOURCES = 7
"""Lines on the slide of the sources."""
_NO_SOURCING = Sourcing()

Holds = Callable[["Slide", float], bool]
"""Whether all that proves what a slide shows has room on it, on a screen of this ratio."""


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Slide:
    """One thing to say. `key` is its place in the pack (cover, sources, or page/position as a show names it);
    `part` of `parts` where an exhibit takes several slides, `unlisted` entries being on none of them. `lines` stand below the title of a slide without an
    exhibit. `beside` is a second slide that shares a very wide or a very tall screen with this one; each keeps its own
    script and minutes."""

    key: str
    kind: str
    page: str
    section: str
    title: str
    exhibit: Exhibit | None = None
    lines: tuple[str, ...] = ()
    refs: tuple[Ref, ...] = ()
    sourcing: Sourcing = _NO_SOURCING
    script: str = ""
    minutes: Decimal | None = None
    part: int = 1
    parts: int = 1
    unlisted: int = 0
    hidden: bool = False
    beside: "Slide | None" = None

    @property
    def together(self) -> "tuple[Slide, ...]":
        """This slide, and the one beside it."""
        return (self,) if self.beside is None else (self, self.beside)

    @property
    def spoken(self) -> str:
        """The scripts of all that is on the screen with it."""
        return "\n".join(slide.script for slide in self.together if slide.script)

    @property
    def clock_key(self) -> str:
        """What the time is counted under while it is shown."""
        return " ".join(slide.key for slide in self.together)

    @property
    def heading(self) -> str:
        """The title, with the part it is where there are several."""
        counted = self.title
        if self.parts > 1:
            counted = tr("{title} ({part}/{parts})", title=self.title, part=self.part, parts=self.parts)
        return counted + tr("; {count} more are not shown", count=self.unlisted) if self.unlisted else counted


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Deck:
    """The slides of one show, in order, at least one; `show` is "" for the deck of the whole pack. `ratio`: of the
    width to the height of the screen that it is for."""

    title: str
    show: str
    slides: tuple[Slide, ...]
    ratio: float = USUAL_RATIO

    @property
    def shown(self) -> tuple[Slide, ...]:
        """The slides without the hidden ones."""
        return tuple(slide for slide in self.slides if not slide.hidden)


def show_names(composer: Composer) -> list[str]:
    """The shows that the pack holds, in the order of the table."""
    return list(dict.fromkeys(row.show for row in composer.shows))


def show_rows(composer: Composer, show: str) -> list[Show]:
    """The rows of one show in their order; none where the pack does not hold it."""
    return sorted((row for row in composer.shows if row.show == show), key=lambda row: row.position)


def no_show(show: str, names: Sequence[str]) -> str:
    """That the pack holds no such show, and which it does."""
    if not names:
        return tr("There is no show “{show}”: this pack holds none.", show=show)
    return tr("There is no show “{show}”; this pack holds: {names}", show=show, names=tr(", ").join(names))


def compose_deck(
    composer: Composer,
    show: str = "",
    pages: Sequence[str] = PAGES,
    ratio: float = USUAL_RATIO,
    rows: Sequence[Show] | None = None,
    without: Collection[Ref] = (),
    holds: Holds = lambda slide, ratio: True,
) -> Deck:
    """The deck of a show, or of the whole pack for ""; KeyError for a show that the pack does not hold.

    Only the slides of `pages` are in it, besides cover and sources. `ratio` is the screen's width to its height:
    on a narrow one, less fits on a slide; on a very wide or a very tall one, two exhibits share it. `rows` stand for
    what the pack holds of the show, such as changes that are not kept yet. The records of `without` are left out.
    `holds` tells of a slide whether it has room for all that proves what it shows; where not, that is split further.
    An exhibit with nothing in it has no slide. Where nothing at all is to be shown, the cover is.
    """
    if rows is None and show:
        rows = show_rows(composer, show)
        if not rows:
            raise KeyError(show)
    wide = ratio >= WIDE_RATIO
    width = content_width(ratio / 2 if wide else max(ratio, NARROW_RATIO))
    whole = _whole(composer, pages, width, lambda slide: holds(slide, ratio), without)
    groups = (group for group in whole if not _is_blank(group[0]))
    title = composer.briefing.text("title", composer.language)
    chosen = groups if rows is None else _of_show(groups, rows, composer.language)
    slides = tuple(slide for slides in chosen for slide in slides)
    if all(slide.hidden for slide in slides):
        slides = (_cover(composer, pages), *slides)
    deck = Deck(title, show, slides, ratio)
    return paired(deck) if wide or ratio <= TALL_RATIO else deck


def slide_groups(composer: Composer, holds: Holds) -> list[list[Slide]]:
    """The slides of the whole pack on a usual screen; those of one panel together, as a show moves them."""
    width = content_width(USUAL_RATIO)
    return list(_whole(composer, PAGES, width, lambda slide: holds(slide, USUAL_RATIO)))


def content_width(ratio: float) -> float:
    """How wide a slide is between its margins, in sizes of a slide 480 high."""
    return SLIDE_HEIGHT * (ratio - 2 * min(ratio * SLIDE_MARGIN, 0.1))


def paired(deck: Deck) -> Deck:
    """The deck for a very wide or a very tall screen: two neighbouring exhibits of a page share a slide, an odd number
    of them takes the page's message along; a timeline has it alone."""
    slides: list[Slide] = []
    shown = deck.shown
    for n, slide in enumerate(shown):
        last = slides[-1] if slides else None
        if last is None or last.beside is not None:
            slides.append(slide)
        elif _goes_beside(last, slide) or (_opens(last, slide) and _run(shown[n:]) % 2):
            slides[-1] = replace(last, beside=slide)
        else:
            slides.append(slide)
    return replace(deck, slides=tuple(slides))


def places_in(deck: Deck, slides: Sequence[Slide], key_of: Callable[[str], str] = str) -> list[int | None]:
    """Where slides of another deck are in this one, perhaps beside others; None for those that it does not have.
    `key_of` tells what the key of a slide of that deck is in this one."""
    places = dict(_names(deck.slides))
    wanted = {place: name for name, place in reversed(list(_names(slides)))}
    found = []
    for n in range(len(slides)):
        key, part, time = wanted[n]
        key = key_of(key)
        near = ((key, part, time), (key, 1, time), (key, 1, 0))
        found.append(next((places[name] for name in near if name in places), None))
    return found


def _names(slides: Sequence[Slide]) -> Iterator[tuple[tuple[str, int, int], int]]:
    """What tells each slide from all others, being its key, its part and how often these stood before, as a show may
    name a panel twice; and its place."""
    seen: Counter[tuple[str, int]] = Counter()
    for place, slide in enumerate(slides):
        for one in slide.together:
            name = one.key, one.part
            yield (*name, seen[name]), place
            seen[name] += 1


def start_in(deck: Deck, key: str) -> int:
    """Where to begin in a deck: at the slide with this key, or else at the first whose key begins so; 0 for neither."""
    keys = [[one.key for one in slide.together] for slide in deck.slides]
    exact = (n for n, near in enumerate(keys) if key in near)
    begins = (n for n, near in enumerate(keys) if key and any(one.startswith(key) for one in near))
    return next(chain(exact, begins), 0)


def _sum_of(minutes: Iterable[Decimal | None]) -> Decimal | None:
    """The sum of what is known; None where nothing is."""
    known = [part for part in minutes if part is not None]
    return sum(known, Decimal(0)) if known else None


def _shares(slide: Slide) -> bool:
    return slide.kind == EXHIBIT and not isinstance(slide.exhibit, Timeline)


def _goes_beside(one: Slide, other: Slide) -> bool:
    return one.page == other.page and _shares(one) and _shares(other)


def _opens(one: Slide, other: Slide) -> bool:
    return one.kind == OPENING and one.page == other.page and _shares(other)


def _run(slides: Sequence[Slide]) -> int:
    """How many slides from the first on could share a screen with the one before them."""
    return 1 + sum(1 for _ in takewhile(lambda pair: _goes_beside(*pair), pairwise(slides)))


def _of_show(groups: Iterable[list[Slide]], rows: Iterable[Show], language: str) -> Iterator[Sequence[Slide]]:
    whole: Mapping[str, list[Slide]] = {slides[0].key: slides for slides in groups}
    for row in rows:
        yield as_shown(whole.get(row.panel, []), row, language)


def as_shown(slides: Sequence[Slide], row: Show, language: str = "zh") -> list[Slide]:
    """The slides of one panel as a row of a show wants them."""
    script = row.text("script", language)
    return [
        replace(
            slide,
            hidden=row.hidden,
            minutes=_share(row.minutes, len(slides)) if row.minutes is not None else slide.minutes,
            script=(script if n == 0 else "") if script else slide.script,
        )
        for n, slide in enumerate(slides)
    ]


def _is_blank(slide: Slide) -> bool:
    return slide.exhibit is not None and is_empty(slide.exhibit)


def _share(minutes: Decimal | None, parts: int) -> Decimal | None:
    return None if minutes is None else minutes / parts


def _whole(
    composer: Composer,
    pages: Sequence[str],
    width: float,
    holds: Callable[[Slide], bool],
    without: Collection[Ref] = (),
) -> Iterator[list[Slide]]:
    """Every slide of the pack but for the records of `without`; those of one panel together."""
    yield [_cover(composer, pages)]
    most = _most_parts(composer)
    for key in (page for page in PAGES if page in pages):
        page = composer.page(key)
        exhibits = page.exhibits
        if without:
            exhibits = tuple(kept for exhibit in exhibits if (kept := left_out(exhibit, without)) is not None)
        if not exhibits and (page.exhibits or page.message == page.name):
            continue
        if not any(ref in without for ref in page.refs):
            yield [_opening(composer, key)]
        for _, of_panel in groupby(exhibits, key=lambda exhibit: exhibit.position):
            yield [
                slide
                for exhibit in of_panel
                for slide in exhibit_slides(composer, exhibit, width, most=most, holds=holds)
            ]
    yield _sources(composer)


def exhibit_slides(
    composer: Composer,
    exhibit: Exhibit,
    width: float,
    kind: str = EXHIBIT,
    most: int = MOST_PARTS,
    holds: Callable[[Slide], bool] = lambda slide: True,
) -> Iterator[Slide]:
    """The slides of one exhibit: one, or several where it is too long for one, at most so many."""

    def made(exhibit: Exhibit) -> list[Slide]:
        parts = (_slide_of(composer, part, kind) for part in parts_of(exhibit, width, most))
        proved = (slide for part in parts for slide in _proved(composer, part, holds))
        return list(_numbered(exhibit, list(islice(proved, most))))

    yield from guarded(lambda: made(exhibit), lambda reason: made(failed(exhibit, reason)))


def _slide_of(composer: Composer, part: Exhibit, kind: str) -> Slide:
    refs = tuple(refs_of(part))
    told = dict.fromkeys((*refs, *(reading.ref for reading in part.named)))
    return Slide(
        key=f"{part.page}/{part.position}",
        kind=kind,
        page=part.page,
        section=tr(PAGE_NAMES[part.page]),
        title=part.title or tr(PAGE_NAMES[part.page]),
        exhibit=part,
        refs=refs,
        sourcing=sourcing_of(composer.evidence, told, composer.language),
    )


def _proved(composer: Composer, slide: Slide, holds: Callable[[Slide], bool]) -> Iterator[Slide]:
    """The slide, or several that each hold what proves them, as far as what it shows can be parted."""
    halves = [] if slide.exhibit is None or holds(slide) else halves_of(slide.exhibit)
    if len(halves) < 2:
        yield slide
        return
    for half in halves:
        yield from _proved(composer, _slide_of(composer, half, slide.kind), holds)


def _numbered(exhibit: Exhibit, slides: Sequence[Slide]) -> Iterator[Slide]:
    """The slides of one exhibit, which say which part of it they are, and what of it is on none of them."""
    shown = sum(entries_in(slide.exhibit) for slide in slides if slide.exhibit is not None)
    for number, slide in enumerate(slides, start=1):
        yield replace(
            slide,
            script=exhibit.script if number == 1 else "",
            minutes=_share(exhibit.minutes, len(slides)),
            part=number,
            parts=len(slides),
            unlisted=max(0, entries_in(exhibit) - shown) if number == len(slides) else 0,
        )


def _most_parts(composer: Composer) -> int:
    """How many slides a list may take."""
    lists = sum(1 for panel in composer.panels if panel.kind != "message")
    return max(1, min(MOST_PARTS, MOST_SLIDES // max(1, lists)))


def _dates(composer: Composer) -> Iterator[str]:
    briefing = composer.briefing
    if briefing.period:
        yield tr("year {period}", period=short_date(briefing.period))
    if briefing.as_of:
        yield tr("as of {date}", date=short_date(briefing.as_of))


def _cover(composer: Composer, pages: Sequence[str]) -> Slide:
    briefing, language = composer.briefing, composer.language
    sections = " · ".join(tr(PAGE_NAMES[key]) for key in PAGES if key in pages)
    return Slide(
        key=COVER,
        kind=COVER,
        page="",
        section="",
        title=briefing.text("title", language),
        lines=(" · ".join(_dates(composer)), sections),
    )


def _messages(composer: Composer, page: str) -> list[Panel]:
    messages = [panel for panel in composer.panels if panel.page == page and panel.kind == "message"]
    return sorted(messages, key=lambda panel: panel.position)


def opening_key(composer: Composer, page: str) -> str:
    """The key of the slide that has the message of a page."""
    messages = _messages(composer, page)
    return f"{page}/{messages[0].position if messages else 0}"


def _opening(composer: Composer, key: str) -> Slide:
    page, messages = composer.page(key), _messages(composer, key)
    return Slide(
        key=opening_key(composer, key),
        kind=OPENING,
        page=key,
        section=page.name,
        title=page.message,
        lines=(page.subtitle,) if page.subtitle else (),
        refs=page.refs,
        sourcing=sourcing_of(composer.evidence, page.refs, composer.language),
        script="\n".join(filter(None, (panel.text("script", composer.language) for panel in messages))),
        minutes=_sum_of(panel.minutes for panel in messages),
    )


def _sources(composer: Composer) -> list[Slide]:
    briefing, language = composer.briefing, composer.language
    lines = [
        " · ".join(filter(None, (s.text("title", language), s.text("publisher", language), _published(s))))
        for s in briefing.sources
    ]
    groups = even(lines, MOST_SOURCES) or [()]
    slide = Slide(key=SOURCES, kind=SOURCES, page="", section="", title=tr("Sources"), parts=len(groups))
    return [replace(slide, lines=tuple(group), part=n) for n, group in enumerate(groups, start=1)]


def _published(source: Source) -> str:
    return short_date(source.published) if source.published else ""
