"""A verdict in a few words, the same wherever a record is shown."""

from collections.abc import Mapping

from desktop.briefing.parts import Part
from desktop.briefing.proof import Proof, Verdict
from desktop.quantities.language import mark, tr
from desktop.reading.standing import Standing

VERDICT_HEADS: Mapping[Verdict, str] = {
    Verdict.PROVED: mark("Agrees with the source"),
    Verdict.PROVED_BUT: mark("Agrees with the source but for the {parts}"),
    Verdict.DERIVED: mark("Worked out"),
    Verdict.UNSOURCED: mark("No source given"),
    Verdict.MISMATCHED: mark("Does not match the source"),
}
QUOTED_HEADS: Mapping[Verdict, str] = {
    Verdict.PROVED: mark("Agrees with the quoted words"),
    Verdict.PROVED_BUT: mark("Agrees with the quoted words but for the {parts}"),
}
"""Where the pack has the quoted words alone, not the document that they stand in."""
PART_WORDS: Mapping[Part, str] = {
    Part.VALUE: mark("value"),
    Part.UNIT: mark("unit"),
    Part.BOUND: mark("bound"),
    Part.PERIOD: mark("period"),
    Part.STATUS: mark("actual or planned"),
    Part.GROWTH: mark("growth"),
    Part.BEFORE: mark("value before"),
    Part.RANK: mark("rank"),
    Part.SUBJECT: mark("subject"),
    Part.INDICATOR: mark("indicator"),
    Part.QUOTE: mark("quoted words"),
    Part.DOCUMENT: mark("document"),
    Part.GIVER: mark("giver"),
    Part.DATE: mark("date"),
    Part.STAGE: mark("stage"),
    Part.NAME: mark("name"),
}


def headline(proof: Proof | None) -> str:
    """The verdict, with the parts that are left open by name; nothing where there is none yet."""
    if proof is None:
        return ""
    heads = VERDICT_HEADS if proof.passage else {**VERDICT_HEADS, **QUOTED_HEADS}
    return tr(heads[proof.verdict], parts=parts_in_words(proof.parts(Standing.OPEN)))


def parts_in_words(parts: tuple[Part, ...]) -> str:
    """Parts by name, e.g. period, subject."""
    return tr(", ").join(tr(PART_WORDS[part]) for part in parts)
