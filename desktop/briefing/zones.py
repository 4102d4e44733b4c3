"""Whose briefing it is: title, subjects, sources and sentences have to name the same zone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from desktop.briefing.briefing import Briefing
from desktop.briefing.checks import FIRST_ROW, Fault
from desktop.briefing.columns import LANGUAGES
from desktop.briefing.records import Subject
from desktop.briefing.texts import Sort, Text, texts_of
from desktop.briefing.twins import PLAIN
from desktop.quantities.language import tr
from desktop.reading.zonenames import zones_in

OF_ANYTHING = ("projects", "facilities", "programmes")
"""Tables whose names may hold what looks like a zone (世外经开小学)."""


def other_zones(briefing: Briefing) -> Iterator[Fault]:
    """What names another zone than the title does: what a copied pack has kept of the one that it was made from."""
    names = list(texts_of(briefing, Sort.NAME))
    subjects = [text for text in names if text.table == "subjects"]
    sources = [text for text in names if text.table == "sources"]
    titles = dict(_titles(briefing))
    left = dict(_left(briefing, titles, [*subjects, *sources]))
    yield from left.values()
    if PLAIN not in left:
        yield from _subjects(briefing, subjects)
    own = {
        language: [title] for language, title in titles.items() if language not in left or language == PLAIN
    }
    for text in subjects:
        own.setdefault(text.language, []).append(text.words)
    yield from _named(briefing, sources, own)
    alike = [text.words for text in names if text.table in OF_ANYTHING]
    own = {language: [*words, *alike] for language, words in own.items()}
    texts = (text for text in names if text.table in ("figures", "milestones"))
    yield from _named(briefing, chain(texts, texts_of(briefing, Sort.SENTENCE)), own)


def _titles(briefing: Briefing) -> Iterator[tuple[str, str]]:
    """The title by language."""
    yield PLAIN, briefing.title
    for language in LANGUAGES:
        title = briefing.twins.get(f"title_{language}", "")
        if title:
            yield language, title


def _left(
    briefing: Briefing, titles: Mapping[str, str], texts: Iterable[Text]
) -> Iterator[tuple[str, Fault]]:
    """The titles by language whose zone nothing else names."""
    named = "\n".join((*(text.words for text in texts), *(source.publisher for source in briefing.sources)))
    documents = [document.bare for document in briefing.documents.values()]

    def is_known(place: str) -> bool:
        return place in named or any(place.encode() in document for document in documents)

    for language, title in titles.items():
        places = [zone.place for zone in zones_in(title, language)]
        if places and not any(map(is_known, places)):
            message = tr(
                "the title “{title}” names a zone that no subject and no source names; is it still that of another pack?",
                title=title,
            )
            yield language, Fault("", 0, "", message)


def _subjects(briefing: Briefing, subjects: Sequence[Text]) -> Iterator[Fault]:
    """The zones among the subjects, where none of these is the title's."""
    plain = [text for text in subjects if text.language == PLAIN]
    places = [zone.place for zone in zones_in(briefing.title, PLAIN)]
    if not any(place in text.words for place in places for text in plain):
        roots = (text for text in plain if _is_root(briefing.subjects[text.place]))
        yield from _named(briefing, roots, {PLAIN: [briefing.title]})


def _is_root(subject: Subject) -> bool:
    return subject.kind == "zone" and not subject.parent


def _named(briefing: Briefing, texts: Iterable[Text], own: Mapping[str, Sequence[str]]) -> Iterator[Fault]:
    """Each zone of a text, once, that is none of the briefing's `own` by language, also where but its place is named (海盐
    beside 海盐经开). Where its own is not said in the language of a text, nothing can be told."""
    whole = {language: "\n".join((*words, *own[PLAIN])) for language, words in own.items()}
    spoken = [text for text in texts if text.language in whole]
    named = [{zone.place: zone.words for zone in zones_in(text.words, text.language)} for text in spoken]
    others = {
        place
        for text, zones in zip(spoken, named, strict=True)
        for place in zones
        if place not in whole[text.language]
    }
    for text, zones in zip(spoken, named, strict=True):
        for place in (place for place in others if place in text.words):
            message = tr(
                "“{zone}” is named here, but the briefing is that of “{title}”; correct it, or add it to the subjects",
                zone=zones.get(place, place),
                title=briefing.title,
            )
            yield Fault(text.table, text.place + FIRST_ROW, text.column, message)
