"""What of a briefing is to be shown elsewhere: a show, some pages, what filters leave of one; in which language."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.briefing.citations import Evidence
from desktop.briefing.records import PAGES, Ref, Show
from desktop.briefing.twins import without_twin
from desktop.exhibits.compose import PAGE_NAMES, Composer
from desktop.exhibits.deck import Deck, Holds, Slide, compose_deck, opening_key
from desktop.exhibits.kinds import Bars, Cards, Dots, Exhibit, Listing, Page, Timeline
from desktop.exhibits.leaving import is_empty
from desktop.quantities.language import tr


@dataclass(frozen=True, slots=True)
class Shown:
    """What filters leave of a page. `left`: by position, the records of an exhibit that are left; an exhibit that is
    not in it is hidden. `words`: what was searched for or chosen, as the reader wrote it."""

    page: str
    left: Mapping[int, tuple[Ref, ...]]
    words: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return tr("Filtered: {words}; the rest is left out", words=tr(", ").join(self.words))


@dataclass(frozen=True, slots=True)
class Choice:
    """`show` "" is the whole pack. `shown` narrows the page that it names."""

    language: str = "zh"
    show: str = ""
    pages: Sequence[str] = PAGES
    shown: Shown | None = None


class Chosen(Composer):
    """Composes the pages as they were chosen: with the messages and exhibits of the show alone, its scripts, and what
    filters left."""

    def __init__(self, evidence: Evidence, choice: Choice) -> None:
        super().__init__(evidence, choice.language)
        self.choice = choice
        rows = [row for row in self.briefing.shows if row.show == choice.show]
        self._show: dict[str, Show] = {}
        for row in sorted(rows, key=lambda row: row.position):
            if not row.hidden:
                self._show.setdefault(row.panel, row)
        if choice.show and not rows:
            raise KeyError(choice.show)

    @property
    def scope(self) -> str:
        if len(self.choice.pages) == len(PAGES):
            return ""
        return tr("Only: {pages}", pages=tr(", ").join(tr(PAGE_NAMES[p]) for p in self.choice.pages))

    def pages(self) -> list[Page]:
        """The pages that were chosen and have something to show."""
        pages = (self.page(key) for key in PAGES if key in self.choice.pages)
        return [page for page in pages if page.exhibits or page.message != page.name]

    def _composed(self, key: str) -> Page:
        page = super()._composed(key)
        if self.choice.show:
            page = self._of_show(page)
        shown = self.choice.shown
        if shown is None or shown.page != key:
            return page
        found = [e for e in page.exhibits if e.position in shown.left]
        kept = [left for e in found if not is_empty(left := keep(e, shown.left[e.position])) or is_empty(e)]
        subtitle = " · ".join(filter(None, (page.subtitle, shown.sentence)))
        return page._replace(exhibits=tuple(kept), subtitle=subtitle)

    def _of_show(self, page: Page) -> Page:
        """The message of the page and those of its exhibits that the show has, in the order of the show."""
        by_place: dict[str, list[Exhibit]] = {}
        for exhibit in page.exhibits:
            by_place.setdefault(f"{exhibit.page}/{exhibit.position}", []).append(exhibit)
        kept = [
            replace(exhibit, script=(row.text("script", self.language) if n == 0 else "") or exhibit.script)
            for place, row in self._show.items()
            for n, exhibit in enumerate(by_place.get(place, ()))
        ]
        opening = self._show.get(opening_key(self, page.key))
        under_message = 0 if opening is None else 1
        kept[under_message:] = [
            replace(e, headed=True) if isinstance(e, Cards) else e for e in kept[under_message:]
        ]
        page = page._replace(exhibits=tuple(kept))
        if opening is None:
            return page._replace(message=page.name, subtitle="", script="", named=())
        return page._replace(script=opening.text("script", self.language) or page.script)


def keep(exhibit: Exhibit, refs: Collection[Ref]) -> Exhibit:
    """The exhibit with only the records that `refs` names."""
    left = set(refs)
    match exhibit:
        case Cards():
            return replace(exhibit, cards=tuple(card for card in exhibit.cards if card.ref in left))
        case Bars():
            return replace(exhibit, bars=tuple(bar for bar in exhibit.bars if bar.ref in left))
        case Dots():
            return replace(exhibit, parts=tuple(part for part in exhibit.parts if part.ref in left))
        case Timeline():
            return replace(exhibit, lanes=tuple(lane for lane in exhibit.lanes if lane.ref in left))
        case Listing():
            return replace(exhibit, rows=tuple(row for row in exhibit.rows if row.ref in left))
    return exhibit


def chosen_deck(evidence: Evidence, choice: Choice, holds: Holds) -> Deck:
    """The deck of what was chosen; each slide of a page that is filtered says so. KeyError for an unknown show."""
    composer = Chosen(evidence, replace(choice, show=""))
    deck = compose_deck(composer, choice.show, choice.pages, holds=holds)
    shown = choice.shown
    if shown is None:
        return deck

    def said(slide: Slide) -> Slide:
        return (
            replace(slide, section=f"{slide.section} · {shown.sentence}")
            if slide.page == shown.page
            else slide
        )

    return replace(deck, slides=tuple(map(said, deck.slides)))


def hidden_count(deck: Deck) -> int:
    return len(deck.slides) - len(deck.shown)


def hidden_words(count: int) -> str:
    """How many slides the show hides; "" for none."""
    return tr("{count} hidden slides are left out", count=count) if count else ""


def kept_words(count: int) -> str:
    """How many slides are in the file and stay hidden there; "" for none."""
    return tr("{count} hidden slides are in the file and stay hidden there", count=count) if count else ""


def untranslated_count(evidence: Evidence, language: str) -> int:
    """How many texts of the pack stay Chinese."""
    return sum(1 for _ in without_twin(evidence.briefing, language))


def untranslated_words(count: int) -> str:
    """The same in words; "" for none."""
    return tr("{count} texts have no translation in the pack and stay Chinese", count=count) if count else ""
