"""A briefing → its deck: the same exhibits, one at a time, as slides. Long ones are split, never shrunk."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from desktop.briefing.citations import tally
from desktop.briefing.dates import short_date
from desktop.briefing.language import tr
from desktop.briefing.records import PAGES, Panel, Ref, Show
from desktop.exhibits.compose import PAGE_NAMES, Composer
from desktop.exhibits.kinds import Exhibit
from desktop.exhibits.parts import parts_of
from desktop.exhibits.sourcing import Sourcing, refs_of, sourcing_of

COVER, OPENING, EXHIBIT, SOURCES, ANSWER = "cover", "opening", "exhibit", "sources", "answer"
_NO_SOURCING = Sourcing()


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Slide:
    """One thing to say. `key` is its place in the pack (cover, sources, or page/position as a show names it);
    `part` of `parts` where an exhibit takes several slides. `lines` stand below the title of a slide without an
    exhibit. `beside` is a second slide that shares a very wide screen with this one."""

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
    hidden: bool = False
    beside: "Slide | None" = None

    @property
    def heading(self) -> str:
        """The title, with the part it is where there are several."""
        if self.parts == 1:
            return self.title
        return tr("{title} ({part}/{parts})", title=self.title, part=self.part, parts=self.parts)


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Deck:
    """The slides of one show, in order; `show` is "" for the deck of the whole pack."""

    title: str
    show: str
    slides: tuple[Slide, ...]

    @property
    def shown(self) -> tuple[Slide, ...]:
        """The slides without the hidden ones."""
        return tuple(slide for slide in self.slides if not slide.hidden)


def show_names(composer: Composer) -> list[str]:
    """The shows that the pack holds, in the order of the table."""
    return list(dict.fromkeys(row.show for row in composer.briefing.shows))


def compose_deck(composer: Composer, show: str = "", pages: Sequence[str] = PAGES) -> Deck:
    """The deck of a show, or of the whole pack for ""; KeyError for a show that the pack does not hold.

    Only the slides of `pages` are in it, besides cover and sources.
    """
    rows = sorted((r for r in composer.briefing.shows if r.show == show), key=lambda r: r.position)
    if show and not rows:
        raise KeyError(show)
    whole = {slides[0].key: slides for slides in _whole(composer, pages)}
    title = composer.briefing.text("title", composer.language)
    chosen = _of_show(whole, rows, composer.language) if show else whole.values()
    return Deck(title, show, tuple(slide for slides in chosen for slide in slides))


def _of_show(whole: Mapping[str, list[Slide]], rows: Iterable[Show], language: str) -> Iterator[list[Slide]]:
    for row in rows:
        slides = whole.get(row.panel, [])
        script = row.text("script", language)
        yield [
            replace(
                slide,
                hidden=row.hidden,
                minutes=_share(row.minutes, len(slides)) if row.minutes is not None else slide.minutes,
                script=(script if n == 0 else "") if script else slide.script,
            )
            for n, slide in enumerate(slides)
        ]


def _share(minutes: Decimal | None, parts: int) -> Decimal | None:
    return None if minutes is None else minutes / parts


def _whole(composer: Composer, pages: Sequence[str]) -> Iterator[list[Slide]]:
    """Every slide of the pack; the parts of one exhibit together."""
    yield [_cover(composer)]
    for key in (page for page in PAGES if page in pages):
        page = composer.page(key)
        if not page.exhibits and page.message == page.name:
            continue
        yield [_opening(composer, key)]
        for exhibit in page.exhibits:
            yield list(exhibit_slides(composer, exhibit))
    yield [_sources(composer)]


def exhibit_slides(composer: Composer, exhibit: Exhibit, kind: str = EXHIBIT) -> Iterator[Slide]:
    """The slides of one exhibit: one, or several where it is too long for one."""
    parts = parts_of(exhibit)
    for number, part in enumerate(parts, start=1):
        refs = tuple(refs_of(part))
        yield Slide(
            key=f"{exhibit.page}/{exhibit.position}",
            kind=kind,
            page=exhibit.page,
            section=tr(PAGE_NAMES[exhibit.page]),
            title=exhibit.title or tr(PAGE_NAMES[exhibit.page]),
            exhibit=part,
            refs=refs,
            sourcing=sourcing_of(composer.evidence, refs, composer.language),
            script=exhibit.script if number == 1 else "",
            minutes=_share(exhibit.minutes, len(parts)),
            part=number,
            parts=len(parts),
        )


def _dates(composer: Composer) -> Iterator[str]:
    briefing = composer.briefing
    if briefing.period:
        yield tr("year {period}", period=short_date(briefing.period))
    if briefing.as_of:
        yield tr("as of {date}", date=short_date(briefing.as_of))


def _cover(composer: Composer) -> Slide:
    briefing, language = composer.briefing, composer.language
    sections = " · ".join(tr(PAGE_NAMES[key]) for key in PAGES)
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


def _opening(composer: Composer, key: str) -> Slide:
    page, messages = composer.page(key), _messages(composer, key)
    minutes = [panel.minutes for panel in messages if panel.minutes is not None]
    return Slide(
        key=f"{key}/{messages[0].position if messages else 0}",
        kind=OPENING,
        page=key,
        section=page.name,
        title=page.message,
        lines=(page.subtitle,) if page.subtitle else (),
        refs=page.refs,
        sourcing=sourcing_of(composer.evidence, page.refs, composer.language),
        script="\n".join(filter(None, (panel.text("script", composer.language) for panel in messages))),
        minutes=sum(minutes, Decimal(0)) if minutes else None,
    )


def _sources(composer: Composer) -> Slide:
    briefing, language = composer.briefing, composer.language
    counts = tally(composer.evidence)
    lines = [
        " · ".join(
            filter(
                None,
                (
                    source.text("title", language),
                    source.text("publisher", language),
                    short_date(source.published) if source.published else "",
                ),
            )
        )
        for source in briefing.sources
    ]
    figures = tr(
        "{figures} figures: {cited} cited, {derived} derived, {unsourced} without a source, {mismatched} not matching their source",
        figures=len(briefing.figures),
        **{str(verdict): count for verdict, count in counts.items()},
    )
    records = tr(
        "{projects} projects, {milestones} milestones, {facilities} facilities, {programmes} programmes",
        **{
            name: len(briefing.tables.get(name, ()))
            for name in ("projects", "milestones", "facilities", "programmes")
        },
    )
    return Slide(
        key=SOURCES,
        kind=SOURCES,
        page="",
        section="",
        title=tr("Sources"),
        lines=(*lines, figures, records),
    )
