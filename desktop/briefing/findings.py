"""What checking a briefing brings to light, beside the faults that keep a pack from loading."""

from collections.abc import Iterator

from desktop.briefing.axes import axes_of, on_axis
from desktop.briefing.briefing import Briefing
from desktop.briefing.checks import FIRST_ROW, Fault
from desktop.briefing.citations import Evidence
from desktop.briefing.headlines import parts_in_words
from desktop.briefing.leftovers import Leftover, leftovers
from desktop.briefing.names import name_of
from desktop.briefing.proof import Verdict
from desktop.briefing.records import RECORD_TYPES, Ref
from desktop.briefing.schedule import foretold, overdue
from desktop.briefing.zones import other_zones
from desktop.quantities.dates import word_date
from desktop.quantities.language import reader_language, tr
from desktop.quantities.periods import kind_word
from desktop.reading.standing import Standing

CITED_TABLES = ("figures", "projects", "milestones", "facilities", "programmes")
"""The tables whose records have a source and quoted words."""

MOST_NOTICES = 500
SOON_READ = 10_000
"""Records whose sentences are read within about a second."""


def mismatches(evidence: Evidence) -> Iterator[Fault]:
    """The records whose quoted words do not carry what they say, with the reason."""
    for ref in cited_refs(evidence.briefing):
        proof = evidence.of(ref)
        if proof.verdict is Verdict.MISMATCHED:
            column = "quote" if proof.quote else "formula"
            yield Fault(ref.table, ref.row + FIRST_ROW, column, proof.reason)


def notices(evidence: Evidence, patient: bool = True) -> Iterator[Fault]:
    """What is no fault, and yet may well be one, or makes a briefing worth less. Who is not `patient` is not kept waiting
    while all sentences of very many records are read."""
    yield from _unsourced(evidence)
    yield from _late(evidence.briefing)
    yield from _unlike(evidence.briefing)
    yield from other_zones(evidence.briefing)
    if patient or sum(map(len, evidence.briefing.tables.values())) <= SOON_READ:
        yield from _left_over(evidence)


def noticed(evidence: Evidence, patient: bool = True) -> list[Fault]:
    """As many notices as a reader may go through; the last one says how many more there are."""
    found = [*notices(evidence, patient), *partly(evidence)]
    if len(found) <= MOST_NOTICES:
        return found
    more = tr("and {count} more; mend these first", count=len(found) - MOST_NOTICES)
    return [*found[:MOST_NOTICES], Fault("", 0, "", more)]


def cited_refs(briefing: Briefing) -> Iterator[Ref]:
    """Every record that has a source and quoted words."""
    for table in CITED_TABLES:
        for row in range(len(briefing.tables.get(table, ()))):
            yield Ref(table, row)


def _unsourced(evidence: Evidence) -> Iterator[Fault]:
    for ref in cited_refs(evidence.briefing):
        if evidence.of(ref).verdict is not Verdict.UNSOURCED:
            continue
        record = evidence.briefing.record(ref)
        name = name_of(evidence.briefing, record, reader_language())
        if getattr(record, "source", ""):
            yield Fault(
                ref.table, ref.row + FIRST_ROW, "quote", tr("“{name}” has no quoted words", name=name)
            )
        else:
            yield Fault(ref.table, ref.row + FIRST_ROW, "source", tr("“{name}” has no source", name=name))


def partly(evidence: Evidence) -> Iterator[Fault]:
    """The records whose words leave a part open."""
    for ref in cited_refs(evidence.briefing):
        proof = evidence.of(ref)
        if proof.verdict is Verdict.PROVED_BUT:
            record = evidence.briefing.record(ref)
            message = tr(
                "“{name}”: the quoted words do not say the {parts}",
                name=name_of(evidence.briefing, record, reader_language()),
                parts=parts_in_words(proof.parts(Standing.OPEN)),
            )
            yield Fault(ref.table, ref.row + FIRST_ROW, "quote", message)


def _late(briefing: Briefing) -> Iterator[Fault]:
    """What does not go with the day of the briefing."""
    language = reader_language()
    as_of = word_date(briefing.as_of, language) if briefing.as_of else ""
    overdue_words = tr(
        "“{name}” was planned for {date}, which was over before {as_of}; is it done, and when?"
    )
    early_words = tr(
        "“{name}” is said to be done, but {date} is after {as_of}; correct the date or the status"
    )
    for places, words in ((overdue(briefing), overdue_words), (foretold(briefing), early_words)):
        for place in places:
            milestone = briefing.milestones[place]
            name = name_of(briefing, milestone, language)
            date = word_date(milestone.date, language) if milestone.date else ""
            message = words.format(name=name, date=date, as_of=as_of)
            yield Fault("milestones", place + FIRST_ROW, "date", message)


def _unlike(briefing: Briefing) -> Iterator[Fault]:
    """Panels that put figures of unlike periods on one axis."""
    for place, panel in enumerate(briefing.panels):
        axes = axes_of([figure for _, figure in on_axis(briefing, panel)])
        if len(axes) > 1:
            message = tr(
                "figures of unlike periods, which have no axis in common, are shown apart: {kinds}",
                kinds=tr("; ").join(
                    tr(
                        "{name}: {parts}",
                        name=kind_word(kind),
                        parts=tr(", ").join(figure.id for figure in figures),
                    )
                    for kind, figures in axes.items()
                ),
            )
            yield Fault("panels", place + FIRST_ROW, "items", message)


def _left_over(evidence: Evidence) -> Iterator[Fault]:
    """Numbers in sentences that no figure has, in the order in which they stand."""
    language = reader_language()
    for text, mention, near in sorted(leftovers(evidence), key=_stands):
        message = tr("the number “{number}” stands in no figure and in no quoted words", number=mention.words)
        if near is not None:
            figure = evidence.briefing.figures[near.row]
            message = tr(
                "the number “{number}” stands in no figure; near it is “{name}” with {words} ({id})",
                number=mention.words,
                name=name_of(evidence.briefing, figure, language),
                words=evidence.words(near, language).text,
                id=figure.id,
            )
        yield Fault(text.table, text.place + FIRST_ROW, text.column, message)


def _stands(found: Leftover) -> tuple[int, int]:
    return list(RECORD_TYPES).index(found.text.table), found.text.place
