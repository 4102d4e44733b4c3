"""A verdict on a record, and what supports it."""

from enum import StrEnum
from typing import NamedTuple

from desktop.briefing.parts import Found, Part
from desktop.quantities.numerals import Expression
from desktop.quantities.quantity import Quantity
from desktop.reading.growths import Growth
from desktop.reading.passages import Passage
from desktop.reading.standing import Standing

MOST_QUOTE = 1000
"""Characters; to look through more takes so long that a pack of them could not be checked."""


class Verdict(StrEnum):
    """PROVED: the words carry all that the record says; PROVED_BUT: all but what they leave open."""

    PROVED = "proved"
    PROVED_BUT = "proved_but"
    DERIVED = "derived"
    UNSOURCED = "unsourced"
    MISMATCHED = "mismatched"

    @property
    def is_cited(self) -> bool:
        """Whether words prove the record, wholly or in part."""
        return self in (Verdict.PROVED, Verdict.PROVED_BUT)


class Proof(NamedTuple):
    """What supports a record.

    `expression` is the number in the quote that is the figure's own, `growth` its growth there; `quantity` is
    the figure's value, worked out where it is derived; `formula` spells the sum; `passage` is the text around
    the quote where the source's document is in the pack. `found` tells of each part of the record how it stands.
    """

    verdict: Verdict
    reason: str
    quote: str = ""
    source: str = ""
    expression: Expression | None = None
    growth: Growth | None = None
    quantity: Quantity | None = None
    formula: str = ""
    passage: Passage | None = None
    found: tuple[Found, ...] = ()

    def parts(self, standing: Standing) -> tuple[Part, ...]:
        """The parts that are proved, open or wrong."""
        return tuple(one.part for one in self.found if one.standing is standing)
