"""What reading a text is in every language: its amounts that are no dates, in order, each with its role, time and state, and
which of them belong together. The words for all that are each language's own."""

import re
from collections.abc import Sequence
from decimal import Decimal

from desktop.quantities.numerals import Expression
from desktop.quantities.quantity import Quantity
from desktop.reading.clauses import Cuts
from desktop.reading.periods import Period, Published, Reach
from desktop.reading.statements import Growth, Role, Statement

RATIOS = ("%", "‰", "倍", "个百分点")


class ClauseReader:
    """Reads one text; `statements` are its amounts in order, each with its role."""

    language: str

    def __init__(self, text: str, published: Published | None, written: str = "") -> None:
        """`written` is the text as it stands in its source, character by character that of `text`."""
        self.text, self.published, self.written = text, published, written or text
        self.sentences, self.clauses = Cuts(text, self.sentence_ends()), Cuts(text, self.clause_ends())
        self.periods = self.find_periods()
        self.expressions = self._undated(self.find_amounts())
        self.statements: list[Statement] = []
        for place in range(len(self.expressions)):
            self.statements.append(self._statement(place))
        self._pair()

    @property
    def sentence_starts(self) -> Sequence[int]:
        return self.sentences.starts

    # what each language says itself

    @staticmethod
    def sentence_ends() -> re.Pattern[str]:
        raise NotImplementedError

    @staticmethod
    def clause_ends() -> re.Pattern[str]:
        raise NotImplementedError

    def find_periods(self) -> list[Period]:
        raise NotImplementedError

    def find_amounts(self) -> list[Expression]:
        raise NotImplementedError

    def role(self, place: int) -> tuple[Role, Growth | None]:
        """What an amount is to its clause; the statements before it are known."""
        raise NotImplementedError

    def per(self, place: int) -> str:
        """Of what each amount is a part, as `Statement.per`."""
        raise NotImplementedError

    def period(self, start: int, end: int, place: int | None, role: Role) -> Period | None:
        """The time of what stands there; `place` is its number, if it is an amount."""
        raise NotImplementedError

    def status(self, start: int, end: int, period: Period | None) -> tuple[str, str]:
        """Actual, target or forecast, and the words that say so."""
        raise NotImplementedError

    def owner(self, place: int) -> int | None:
        """The level whose growth or increase an amount is."""
        raise NotImplementedError

    def came_from(self, place: int) -> int | None:
        """The amount that one with the role BEFORE was turned into."""
        raise NotImplementedError

    # what they share

    def told_at(self, start: int, end: int) -> tuple[Period | None, str, str]:
        """Of what time something is that stands there, whether it is planned, and by which words."""
        period = self.period(start, end, None, Role.LEVEL)
        status, words = self.status(start, end, period)
        if (
            not words
            and period is not None
            and end <= period.start
            and self.same_sentence(start, period.start)
        ):
            status, words = self.status(period.start, period.end, period)
        return self._possible(period, status), status, words

    def _undated(self, found: Sequence[Expression]) -> list[Expression]:
        """Those that are no part of a date, in order."""
        dated = [(p.start, p.end) for p in self.periods]
        return sorted(
            (one for one in found if not any(a < one.end and one.start < b for a, b in dated)),
            key=lambda one: one.start,
        )

    def _statement(self, place: int) -> Statement:
        one = self.expressions[place]
        role, growth = self.role(place)
        period = self.period(one.start, one.end, place, role)
        status, words = self.status(one.start, one.end, period)
        return Statement(
            one,
            one.start,
            one.end,
            role,
            self.sentences.place(one.start),
            self.clauses.span(one.start),
            self._possible(period, status),
            status,
            words,
            growth,
            per=self.per(place),
        )

    def _possible(self, period: Period | None, status: str) -> Period | None:
        """The period with those spans alone that could be: what is done has begun, what is planned is not over."""
        if period is None or self.published is None or len(period.spans) < 2:
            return period
        now = (self.published.year, self.published.month or 12)
        if status == "actual":
            fits = tuple(s for s in period.spans if (s.first.year, s.first.month) <= now)
        else:
            then = (self.published.year, self.published.month or 1)
            fits = tuple(s for s in period.spans if (s.last.year, s.last.month) >= then)
        return period._replace(spans=fits) if fits else period

    def _pair(self) -> None:
        """Give each amount the one that it came from, and each growth the level that grew."""
        for place, one in enumerate(self.statements):
            later = self.came_from(place) if one.role is Role.BEFORE else None
            if later is not None:
                self.statements[later] = self.statements[later]._replace(before=place)
        for place, one in enumerate(self.statements):
            if one.growth is not None or one.role is Role.INCREASE:
                self.statements[place] = one._replace(owner=self.owner(place))

    # places

    def same_sentence(self, one: int, other: int) -> bool:
        return self.sentences.place(one) == self.sentences.place(other)

    def previous_end(self, place: int) -> int:
        """Where the amount before ends, 0 where there is none."""
        return self.expressions[place - 1].end if place else 0

    def following(self, place: int) -> Expression | None:
        """The next amount of the same sentence."""
        if place + 1 >= len(self.expressions):
            return None
        one = self.expressions[place + 1]
        return one if self.same_sentence(one.start, self.expressions[place].start) else None

    def is_over(self, period: Period | None) -> bool:
        """Whether a period had ended when the text was published."""
        if period is None or self.published is None:
            return False
        last = period.spans[0].last
        return (last.year, last.month) < (self.published.year, self.published.month or 1)

    def since(self, start: int) -> Period | None:
        """The last “since” before a place in its sentence."""
        found = [
            p
            for p in self.periods
            if p.end <= start and p.reach is Reach.SINCE and self.same_sentence(p.start, start)
        ]
        return found[-1] if found else None


def marked(words: str, value: Decimal, unit: str, span: tuple[int, int], rank: bool = False) -> Expression:
    """An amount that is said by a word alone, such as doubled."""
    return Expression(Quantity(value, unit), *span, "", words, "", "", rank=rank)
