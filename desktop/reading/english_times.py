"""Of what time the amounts of an English text are, and whether they are planned."""

import re
from functools import cached_property

from desktop.reading import english_cues as words
from desktop.reading.english_periods import find_english_periods
from desktop.reading.english_places import HARD, EnglishPlaces
from desktop.reading.periods import Period, Reach
from desktop.reading.statements import Role

_FOUNDED = re.compile(
    r"(?:^|[,(.] ?)(?:(?:which|that) (?:was|were) )?(?:first |originally )?(?:founded|established|set up|launched|opened|built|born|created|registered|started)(?: in| on| back in)?(?: early| late| [A-Z]\w+)? $",
    re.IGNORECASE,
)
_OTHERS = re.compile(r";|\b(?:while|whereas|but|which|who)\b")
_INFINITIVE = re.compile(r"\b(?:to|will|would|be|is|are) $")
_AND = re.compile(r"\b(?:but|and)\b")


class EnglishTimes(EnglishPlaces):
    """Finds the period that governs each amount, and the words that say that it is planned."""

    def find_periods(self) -> list[Period]:
        return find_english_periods(self.text, self.published)

    @cached_property
    def _telling(self) -> list[Period]:
        """The periods that something is told of: not those compared with, nor those once planned, nor of a founding."""
        return [p for p in self.periods if not p.is_base and not self._is_aside(p)]

    def _is_aside(self, p: Period) -> bool:
        before = self.text[max(0, p.start - 50) : p.start]
        if words.ONCE_PLANNED.search(before):
            return True
        return _FOUNDED.search(before) is not None

    def period(self, start: int, end: int, place: int | None, role: Role) -> Period | None:
        """Named by the amount's own words, before it or behind it; else the last one before it in its sentence, or one at
        the sentence's end; else that of an earlier sentence."""
        head, stop = self._own(start, end, place)
        plain = [p for p in self._inside(start) if self._governs(p, role)]
        near = [p for p in plain if head <= p.start and p.end <= start]
        behind = [p for p in plain if end <= p.start and p.end <= stop]
        if role is Role.BEFORE:
            every = [p for p in self.periods if head <= p.start and p.end <= stop]
            based = [p for p in every if p.end <= start or end <= p.start]
            return based[-1] if based else None
        if place is None and behind:
            near = []
        own = self._chosen(near, behind)
        if own is not None:
            return own
        earlier = [p for p in plain if p.end <= start]
        if earlier:
            return self._narrowed(earlier)
        later = [p for p in plain if p.start >= end and (place is None or self._reaches(end, p))]
        if later:
            return later[0]
        begin = self.sentences.span(start)[0]
        previous = [p for p in self._telling if p.end <= begin and self._governs(p, role)]
        heads = [p for p in previous if p.start - self.sentences.span(p.start)[0] <= 12]
        found = heads or previous
        return found[-1] if found else None

    def _inside(self, start: int) -> list[Period]:
        """The telling periods of a sentence."""
        begin, stop = self.sentences.span(start)
        return [p for p in self._telling if begin <= p.start < stop]

    def _own(self, start: int, end: int, place: int | None) -> tuple[int, int]:
        if place is not None:
            return self.splits[place], self.tail_end(place)
        begin, stop = self.sentences.span(start)
        before = [e.end for e in self.expressions if begin <= e.start and e.end <= start]
        behind = [e.start for e in self.expressions if end <= e.start < stop]
        cuts = [b for a, b in self.breaks if begin <= a and b <= start]
        head = max([begin, *before, *cuts])
        found = HARD.search(self.text, end, min([stop, *behind]))
        return head, found.start() if found else min([stop, *behind])

    def _governs(self, p: Period, role: Role) -> bool:
        """Whether a period may be that of an amount: one that belongs to what it grew from is not."""
        if role is Role.GROWTH and p.reach is Reach.SINCE:
            return False
        return not any(m.role is Role.BEFORE and self._holds(n, p) for n, m in enumerate(self.statements))

    def _holds(self, place: int, p: Period) -> bool:
        """Whether a period stands in the own words of an amount."""
        one = self.expressions[place]
        return (
            self.splits[place] <= p.start and p.end <= one.start and p.start >= self.previous_end(place)
        ) or (one.end <= p.start and p.end <= self.tail_end(place))

    def _chosen(self, near: list[Period], behind: list[Period]) -> Period | None:
        if near and behind:
            first, second = near[-1], behind[0]
            whole, part = first.spans[0], second.spans[0]
            if whole.first <= part.first and part.last <= whole.last:
                return second
            if part.first <= whole.first and whole.last <= part.last:
                return self._until(first, second)
            return first if not second.is_goal else second
        if near:
            return self._narrowed(near)
        return behind[0] if behind else None

    @staticmethod
    def _until(until: Period, whole: Period) -> Period:
        """“By the end of June, … this year”: from the year's beginning to then."""
        if until.reach is not Reach.UNTIL:
            return until
        sums = tuple(s for s in until.spans if s.first == whole.spans[0].first)
        return until._replace(spans=sums) if sums else until

    def _narrowed(self, inside: list[Period]) -> Period:
        last = inside[-1]
        whole = last.spans[0]
        for p in reversed(inside[:-1]):
            span = p.spans[0]
            if p.reach is Reach.UNTIL and whole.first <= span.last <= whole.last and span != whole:
                return self._until(p, last)
        return last

    def _reaches(self, end: int, p: Period) -> bool:
        """Whether a time named later in the sentence is meant for what stands before as well."""
        gap = self.text[end : p.start]
        return not _OTHERS.search(gap) and not (words.TARGET.search(gap) or words.FORECAST.search(gap))

    # plan or fact

    def status(self, start: int, end: int, period: Period | None) -> tuple[str, str]:
        begin, stop = self.sentences.span(start)
        behind = self.text[end : min(stop, end + 60)]
        cuts = [begin, *(b for a, b in self.breaks if begin <= a and b <= start), start]
        target = words.TARGET_BEHIND.match(behind)
        if target is not None and not words.MET.search(self.text, begin, start):
            return "target", target[0].strip()
        said = self._said(self.text[cuts[-2] : start])
        if said is not None:
            return said
        if self._is_own_past(period, cuts[-2], end):
            return "actual", ""
        later = words.PLANNED_BEHIND.match(behind)
        if later and not (later["will"] and words.FINITE.search(behind, 0, later.start("will"))):
            return ("target" if later["target"] or later["tobe"] else "forecast"), later[0].strip()
        for at in range(len(cuts) - 2, 0, -1):
            said = self._said(self.text[cuts[at - 1] : cuts[at]])
            if said is not None:
                return said
        return "actual", ""

    def _is_own_past(self, period: Period | None, head: int, end: int) -> bool:
        """Whether the amount's own time, named by its own words, was over when the text was published."""
        return period is not None and self.is_over(period) and head <= period.start <= end + 24

    @staticmethod
    def _said(piece: str) -> tuple[str, str] | None:
        """The status that words before an amount say; None where they say nothing."""
        if (met := words.MET.search(piece)) is not None:
            return "actual", met[0]
        target, forecast = list(words.TARGET.finditer(piece)), list(words.FORECAST.finditer(piece))
        planned = max([*target[-1:], *forecast[-1:]], key=lambda m: m.start(), default=None)
        if planned is None:
            finite = words.FINITE.search(piece)
            return ("actual", finite[0]) if finite else None
        done = [m for m in words.DONE.finditer(piece) if not _INFINITIVE.search(piece[: m.start()])]
        if done and done[-1].start() > planned.end() and not _is_helper(piece, planned, done[-1]):
            return "actual", done[-1][0]
        is_target = target and (planned is target[-1])
        return ("target" if is_target else "forecast"), planned[0]


def _is_helper(piece: str, planned: re.Match[str], done: re.Match[str]) -> bool:
    """Whether a past verb only belongs to the plan: the target was set at, the plan had been."""
    return done[0].lower() in ("was", "were", "had", "has", "have", "been") and not _AND.search(
        piece, planned.end(), done.start()
    )
