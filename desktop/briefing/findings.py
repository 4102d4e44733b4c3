"""What checking the citations of a briefing brings to light, beside the faults that keep a pack from loading."""

from collections.abc import Iterator

from desktop.briefing.checks import FIRST_ROW, Fault
from desktop.briefing.citations import Evidence, Verdict
from desktop.briefing.records import Ref

CITED_TABLES = ("figures", "projects", "milestones", "facilities", "programmes")
"""The tables whose records have a source and quoted words."""


def mismatches(evidence: Evidence) -> Iterator[Fault]:
    """The records whose quoted words do not carry what they say, with the reason."""
    for table in CITED_TABLES:
        for row in range(len(evidence.briefing.tables.get(table, ()))):
            proof = evidence.of(Ref(table, row))
            if proof.verdict is Verdict.MISMATCHED:
                column = "quote" if proof.quote else "formula"
                yield Fault(table, row + FIRST_ROW, column, proof.reason)
