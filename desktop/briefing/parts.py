"""What a record says, part by part, and how each part stands to the words that are to prove it."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop.reading.standing import Standing

if TYPE_CHECKING:
    from desktop.reading.statements import Statement


class Part(StrEnum):
    """What a record says, one respect each."""

    VALUE = "value"
    UNIT = "unit"
    BOUND = "bound"
    PERIOD = "period"
    STATUS = "status"
    GROWTH = "growth"
    BEFORE = "before"
    RANK = "rank"
    SUBJECT = "subject"
    INDICATOR = "indicator"
    QUOTE = "quote"
    DOCUMENT = "document"
    GIVER = "giver"
    DATE = "date"
    STAGE = "stage"
    NAME = "name"


class Found(NamedTuple):
    """How one part stands; `words` are those of the text that decide, `at` where they stand in the reading."""

    part: Part
    standing: Standing
    words: str = ""
    at: tuple[int, int] | None = None


class Judgement(NamedTuple):
    """Every part of a record with how it stands; `statement` is the amount that is the record's own."""

    found: tuple[Found, ...]
    statement: "Statement | None" = None
    growth: "Statement | None" = None

    def parts(self, standing: Standing) -> tuple[Part, ...]:
        return tuple(one.part for one in self.found if one.standing is standing)

    def denying(self, part: Part, words: str, at: tuple[int, int]) -> "Judgement":
        """The same with that part wrong, since the words say another one."""
        found = [Found(part, Standing.WRONG, words, at) if one.part is part else one for one in self.found]
        return self._replace(found=tuple(found))

    @property
    def is_elsewhere(self) -> bool:
        """Whether the words tell of another time, subject or state than the record."""
        return not {Part.PERIOD, Part.SUBJECT, Part.STATUS}.isdisjoint(self.parts(Standing.WRONG))

    @property
    def cost(self) -> tuple[int, int]:
        """The less, the better: wrong parts, then open ones."""
        return len(self.parts(Standing.WRONG)), len(self.parts(Standing.OPEN))
