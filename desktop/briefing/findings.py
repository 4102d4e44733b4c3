"""What checking a briefing brings to light, beside the faults that keep a pack from loading."""

from collections.abc import Iterator

from desktop.briefing.briefing import Briefing
from desktop.briefing.checks import FIRST_ROW, Fault
from desktop.briefing.citations import Evidence, Verdict
from desktop.briefing.names import name_of
from desktop.briefing.records import Ref
from desktop.briefing.schedule import foretold, overdue
from desktop.quantities.dates import word_date
from desktop.quantities.language import reader_language, tr

CITED_TABLES = ("figures", "projects", "milestones", "facilities", "programmes")
"""The tables whose records have a source and quoted words."""

MOST_NOTICES = 500


def mismatches(evidence: Evidence) -> Iterator[Fault]:
    """The records whose quoted words do not carry what they say, with the reason."""
    for ref in _cited(evidence.briefing):
        proof = evidence.of(ref)
        if proof.verdict is Verdict.MISMATCHED:
            column = "quote" if proof.quote else "formula"
            yield Fault(ref.table, ref.row + FIRST_ROW, column, proof.reason)


def notices(evidence: Evidence) -> Iterator[Fault]:
    """What is no fault, and yet may well be one, or makes a briefing worth less."""
    yield from _unsourced(evidence)
    yield from _late(evidence.briefing)


def noticed(evidence: Evidence) -> list[Fault]:
    """As many notices as a reader may go through; the last one says how many more there are."""
    found = list(notices(evidence))
    if len(found) <= MOST_NOTICES:
        return found
    more = tr("and {count} more; mend these first", count=len(found) - MOST_NOTICES)
    return [*found[:MOST_NOTICES], Fault("", 0, "", more)]


def _cited(briefing: Briefing) -> Iterator[Ref]:
    for table in CITED_TABLES:
        for row in range(len(briefing.tables.get(table, ()))):
            yield Ref(table, row)


def _unsourced(evidence: Evidence) -> Iterator[Fault]:
    for ref in _cited(evidence.briefing):
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
