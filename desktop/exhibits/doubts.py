"""What a deck shows that nobody can prove: asked about before a show starts."""

from dataclasses import dataclass

from desktop.briefing.names import name_of
from desktop.briefing.proof import Verdict
from desktop.briefing.records import Figure, Record, Ref
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import Deck
from desktop.quantities.language import tr


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
    """Every record of the slides that are shown whose proof is missing or does not fit, or that is worked out from
    such; each once."""
    found: dict[Ref, Doubt] = {}
    for number, slide in enumerate(deck.shown, start=1):
        sourcing = slide.sourcing
        for ref in (*sourcing.unsourced, *sourcing.mismatched, *sourcing.unproved):
            if ref not in found:
                record = composer.briefing.record(ref)
                found[ref] = Doubt(
                    ref,
                    name_of(composer.briefing, record, composer.language),
                    number,
                    slide.heading,
                    _reason(composer, ref, record),
                )
    return list(found.values())


def _reason(composer: Composer, ref: Ref, record: Record) -> str:
    proof = composer.evidence.of(ref)
    if proof.verdict is not Verdict.DERIVED or not isinstance(record, Figure):
        return proof.reason
    names = tr(", ").join(
        name_of(composer.briefing, used, composer.language)
        for used in composer.evidence.unproved_inputs(record)
    )
    return tr("It is worked out from what has no proof: {names}.", names=names)
