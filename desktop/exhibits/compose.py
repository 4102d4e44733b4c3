"""Records → exhibits. Each kind of panel has one function here; `PANELS` says which."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from desktop.briefing.axes import kinds_of
from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.briefing.guard import guarded
from desktop.briefing.panels import ITEM_TABLES, fill, firsts_of, names_of, places_in
from desktop.briefing.records import PAGES, Panel, Show
from desktop.briefing.sums import CHANGE
from desktop.exhibits.defaults import default_panels
from desktop.exhibits.item_labels import ItemLabels, relabelled
from desktop.exhibits.items import Items, once
from desktop.exhibits.kinds import (
    Bars,
    Cards,
    Dots,
    Exhibit,
    Failed,
    Page,
    Reading,
    Ring,
    Structure,
    Timeline,
)
from desktop.exhibits.period_axes import Part, parts_by_period
from desktop.exhibits.readings import Readings, converted, in_one_unit
from desktop.quantities.language import mark, tr

if TYPE_CHECKING:
    from desktop.exhibits.lanes import Lanes
    from desktop.exhibits.listings import Listings

PAGE_NAMES: Mapping[str, str] = {
    "industry": mark("Industry"),
    "investment": mark("Investment"),
    "livelihood": mark("Livelihood"),
}


class Composer:
    """Composes the pages of one briefing, each when it is first wanted."""

    def __init__(self, evidence: Evidence, language: str = "zh") -> None:
        self.evidence = evidence
        self.briefing: Briefing = evidence.briefing
        """With the shows as the pack holds them now; they alone may change while it is open."""
        self.language = language
        self.readings = Readings(evidence, language)
        self.panels: Sequence[Panel] = self.briefing.panels or default_panels(self.briefing)
        self._reading = once(self._read)
        self._relabelled = once(self._read_as)
        self._page = once(self._composed)
        self._is_mixed, self._first = once(self._has_several_subjects), once(self._first_position)

    @cached_property
    def lanes(self) -> "Lanes":
        from desktop.exhibits.lanes import Lanes

        return Lanes(self.briefing, self.language)

    @cached_property
    def listings(self) -> "Listings":
        from desktop.exhibits.listings import Listings

        return Listings(self.briefing, self.language)

    @property
    def shows(self) -> Sequence[Show]:
        return self.briefing.shows

    def take_shows(self, shows: Sequence[Show]) -> bool:
        """The pack holds these shows now; True where they are others than before."""
        if list(shows) == list(self.shows):
            return False
        self.briefing = self.briefing.with_shows(shows)
        return True

    @property
    def scope(self) -> str:
        """What of the pack is composed, in words; "" for all of it."""
        return ""

    def page(self, key: str) -> Page:
        """The page `key`; its exhibits are composed when they are asked for, each once."""
        return self._page(key)

    def _composed(self, key: str) -> Page:
        panels = sorted((p for p in self.panels if p.page == key), key=lambda p: p.position)
        messages = [p for p in panels if p.kind == "message"]
        shown = [
            part
            for p in panels
            if p.kind != "message"
            for part in parts_by_period(self.briefing, p, self._kinds)
        ]
        lines = [self._filled(p) for p in messages] + ["", ""]
        on_top = sum(1 for _ in takewhile(lambda part: part.panel.kind == "cards", shown))
        name = tr(PAGE_NAMES[key])

        def exhibit(number: int) -> Exhibit:
            made = self._exhibit(shown[number])
            if number == 0 and isinstance(made, Cards):
                return replace(made, headed=not shown[number].is_whole)
            return made

        return Page(
            key=key,
            name=name,
            message=lines[0] or name,
            subtitle=lines[1],
            exhibits=Items(range(len(shown)), once(exhibit)),
            script=messages[0].text("script", self.language) if messages else "",
            named=self._distinct(name for p in messages for name in self._named_figures(p)),
            on_top=on_top,
        )

    def pages(self) -> list[Page]:
        return [self.page(key) for key in PAGES]

    def _filled(self, panel: Panel) -> str:
        title = panel.text("title", self.language)
        return guarded(
            lambda: fill(title, {place: self.readings.sentence(place) for place in places_in(title)}),
            lambda reason: title,
        )

    def _named_figures(self, panel: Panel) -> list[str]:
        """The figures of a message: its items and those in its title."""
        return [*names_of(panel), *self._in_title(panel)]

    def _in_title(self, panel: Panel) -> list[str]:
        return [place.removesuffix(CHANGE) for place in places_in(panel.text("title", self.language))]

    def _distinct(self, names: Iterable[str]) -> tuple[Reading, ...]:
        made = (guarded(partial(self.readings.of, name), lambda _: None) for name in dict.fromkeys(names))
        return tuple(reading for reading in made if reading)

    def _exhibit(self, part: Part) -> Exhibit:
        panel = part.panel
        shared: dict[str, Any] = {
            "page": panel.page,
            "position": panel.position,
            "title": " · ".join(filter(None, (self._filled(panel), part.heading))),
            "span": panel.span or 12,
            "script": panel.text("script", self.language),
            "minutes": panel.minutes,
            "named": self._distinct(self._in_title(panel)),
        }
        return guarded(
            lambda: PANELS[panel.kind](self, panel, shared), lambda reason: Failed(**shared, reason=reason)
        )

    def _readings(self, panel: Panel) -> Sequence[Reading]:
        """The figures that the panel names, each with its companions; one alone goes by its row."""
        return Items(self._keys(panel), self._reading)

    def _cards(self, panel: Panel, title: str) -> Sequence[Reading]:
        """The same as they are told apart on cards under the title, which is not seen right below the message."""
        keys = self._keys(panel)
        above = "" if panel.position == self._first(panel.page) else title
        label = self._labels.of_cards(self._rows(panel, keys), self._is_mixed(panel.page), above)

        def card(place: int) -> Reading:
            return self._relabelled((keys[place], label(place)))

        return Items(range(len(keys)), card)

    def _axis(self, panel: Panel) -> Sequence[Reading]:
        """The same as they are told apart on an axis."""
        keys = self._keys(panel)
        labels = self._labels.on_axis(self._rows(panel, keys))
        return Items(list(zip(keys, labels, strict=True)), self._relabelled)

    def told_apart(self, readings: Sequence[Reading]) -> list[Reading]:
        """Readings as they are told apart on an axis."""
        labels = self._labels.on_axis([reading.ref.row for reading in readings])
        return [relabelled(reading, label) for reading, label in zip(readings, labels, strict=True)]

    def _keys(self, panel: Panel) -> Sequence[int | str]:
        names = panel.items.split()
        keys: list[Any] = [*map(self.briefing.places("figures").get, names)]
        if None in keys:
            keys = [name if key is None else key for name, key in zip(names, keys, strict=True)]
            keys = list(filter(self._is_known, keys))
        return keys

    def _read_as(self, item: tuple[int | str, str]) -> Reading:
        return relabelled(self._reading(item[0]), item[1])

    def _rows(self, panel: Panel, keys: Sequence[Any]) -> Sequence[int]:
        """The rows of the figures that the panel names, without their companions."""
        places = self.briefing.places("figures")
        return (
            keys if "+" not in panel.items else [places[name] for name in firsts_of(panel) if name in places]
        )

    @cached_property
    def _labels(self) -> ItemLabels:
        return ItemLabels(self.briefing, self.language)

    @cached_property
    def _kinds(self) -> Mapping[str, str | None]:
        return kinds_of(self.briefing)

    def _first_position(self, page: str) -> int:
        """Where the panel stands that follows the message of a page."""
        return min(panel.position for panel in self.panels if panel.page == page and panel.kind != "message")

    def _has_several_subjects(self, page: str) -> bool:
        """Whether the figures of a page are about more than one subject."""
        subjects = {figure.id: figure.subject for figure in self.briefing.figures}
        found: set[str | None] = set()
        for panel in self.panels:
            if panel.page == page and "figures" in ITEM_TABLES[panel.kind] and panel.kind != "message":
                found.update(map(subjects.get, firsts_of(panel)))
                if len(found - {None}) > 1:
                    return True
        return False

    def _is_known(self, key: int | str | None) -> bool:
        if not isinstance(key, str):
            return True
        first = next(filter(None, key.split("+")), "")
        return bool(first) and self.briefing.find("figures", first) is not None

    def _read(self, key: int | str) -> Reading:
        name = self.briefing.figures[key].id if isinstance(key, int) else key
        first, *companions = filter(None, name.split("+"))
        reading = self.readings.of(first, tuple(companions))
        assert reading is not None
        return reading


def _cards(composer: Composer, panel: Panel, shared: Mapping[str, Any]) -> Exhibit:
    return Cards(**shared, cards=composer._cards(panel, shared["title"]))


def _bars(composer: Composer, panel: Panel, shared: Mapping[str, Any]) -> Exhibit:
    bars, unit = in_one_unit(r for r in composer._axis(panel) if r.value is not None)
    return Bars(**shared, bars=bars, unit=unit, upright=panel.kind == "columns")


def _ring(composer: Composer, panel: Panel, shared: Mapping[str, Any]) -> Exhibit:
    readings = composer._readings(panel)
    share = converted(readings[0], "%") if readings else None
    return Ring(**shared, share=share, beside=readings[1:])


def _dots(composer: Composer, panel: Panel, shared: Mapping[str, Any]) -> Exhibit:
    readings = composer._axis(panel)
    return Dots(**shared, total=readings[0] if readings else None, parts=readings[1:])


def _structure(composer: Composer, panel: Panel, shared: Mapping[str, Any]) -> Exhibit:
    """Items: the core's subject, the open group's subject, then figures; a figure about the core is its share,
    one about the open group its growth, targets are drawn below."""
    briefing, language = composer.briefing, composer.language
    names = firsts_of(panel)
    subjects = [s for s in (briefing.subject(name) for name in names) if s]
    figures = [f for f in (briefing.figure(name) for name in names) if f]
    core = subjects[0] if subjects else None
    group = subjects[1] if len(subjects) > 1 else None

    def reading(wanted: Callable[[Any], bool]) -> list[Reading]:
        made = (composer.readings.of(f.id) for f in figures if wanted(f))
        return [r for r in made if r]

    share = reading(lambda f: f.status != "target" and core is not None and f.subject == core.id)
    growth = reading(lambda f: f.status != "target" and group is not None and f.subject == group.id)
    targets, _ = in_one_unit(composer.told_apart(reading(lambda f: f.status == "target")))
    target_names = {f.text("indicator", language) for f in figures if f.status == "target"}
    children = (s for s in briefing.subjects if core and s.parent == core.id)
    return Structure(
        **shared,
        core=core.text("name", language) if core else "",
        parts=tuple(s.text("name", language) for s in children),
        share=share[0] if share else None,
        open_group=group.text("name", language) if group else "",
        growth=growth[0] if growth else None,
        targets=targets,
        targets_name=target_names.pop() if len(target_names) == 1 else tr("Targets"),
    )


def _timeline(composer: Composer, panel: Panel, shared: Mapping[str, Any]) -> Exhibit:
    return Timeline(**shared, lanes=composer.lanes.of(firsts_of(panel)), as_of=composer.briefing.as_of)


def _facilities(composer: Composer, panel: Panel, shared: Mapping[str, Any]) -> Exhibit:
    return composer.listings.facilities(firsts_of(panel), shared)


def _programmes(composer: Composer, panel: Panel, shared: Mapping[str, Any]) -> Exhibit:
    return composer.listings.programmes(firsts_of(panel), panel.page, shared)


PANELS: Mapping[str, Callable[[Composer, Panel, Mapping[str, Any]], Exhibit]] = {
    "cards": _cards,
    "columns": _bars,
    "bars": _bars,
    "ring": _ring,
    "dots": _dots,
    "structure": _structure,
    "timeline": _timeline,
    "facilities": _facilities,
    "programmes": _programmes,
}
