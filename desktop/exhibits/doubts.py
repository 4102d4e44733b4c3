"""What a deck shows that nobody can prove: asked about before a show starts."""

from dataclasses import dataclass

from desktop.briefing.language import tr
from desktop.briefing.records import Facility, Figure, Milestone, Programme, Project, Record, Ref
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import Deck


@dataclass(frozen=True, slots=True)
class Doubt:
    """A record without words to prove it, or with others: `name` says which it is, `number` and `slide` where it is
    shown first, `reason` what is wrong."""

    ref: Ref
    name: str
    number: int
    slide: str
    reason: str


def doubts_of(composer: Composer, deck: Deck) -> list[Doubt]:
    """Every record of the slides that are shown whose proof is missing or does not fit, each once."""
    found: dict[Ref, Doubt] = {}
    for number, slide in enumerate(deck.shown, start=1):
        for ref in (*slide.sourcing.unsourced, *slide.sourcing.mismatched):
            if ref not in found:
                name = _name(composer, composer.briefing.record(ref))
                found[ref] = Doubt(ref, name, number, slide.heading, composer.evidence.of(ref).reason)
    return list(found.values())


def _name(composer: Composer, record: Record) -> str:
    language = composer.language
    if isinstance(record, Figure):
        label = record.text("label", language) or record.text("indicator", language)
        subject = composer.readings.subject(record)
        if not subject or label.startswith(subject):
            return label
        return tr("{subject}: {label}", subject=subject, label=label)
    if isinstance(record, Milestone):
        project = composer.briefing.find("projects", record.project)
        owner = composer.briefing.projects[project.row].text("name", language) if project else record.project
        return tr("{subject}: {label}", subject=owner, label=record.text("stage", language))
    return record.text("name", language) if isinstance(record, Project | Facility | Programme) else ""
