"""Where in an English text the words of each amount stand."""

import re
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

from desktop.quantities.units import UNITS
from desktop.reading.clause_reader import RATIOS, ClauseReader
from desktop.reading.statements import Role, Statement

_NO_STOP = [
    "No",
    "Co",
    "Inc",
    "Corp",
    "Mr",
    "Ms",
    "Dr",
    "vs",
    "sq",
    "approx",
    "St",
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Sept",
    "Oct",
    "Nov",
    "Dec",
]
_SENTENCE = re.compile(
    r"[.!?]"
    + "".join(rf"(?<!\b{word}\.)" for word in _NO_STOP)
    + r"(?<!\b[A-Z]\.)(?<!\bLtd\.(?! [A-Z]))[.!?]*[”\"')]*(?= |$)(?! [a-z])|\n+"
)
_CLAUSE = re.compile(r",(?<!Co\.,)(?=\D)(?! ?Ltd)|[;:()—]| [-–](?= )|[.!?](?= |$)")
_BREAK = re.compile(
    r",(?<!Co\.,)(?! ?Ltd)|[;:()—]| [-–] |\b(?:and|while|whereas|but|as(?! (?:of|many|much|high|low|at))|with|including|plus|or(?! more| so| above| over)|although|though|after|which|who|when|then|compared|against|versus)\b",
    re.IGNORECASE,
)
HARD = re.compile(r",(?<!Co\.,)(?! ?Ltd)|[;:()—]| [-–] |\b(?:while|whereas|but|although|though)\b")
_COORDINATED = re.compile(
    r"^(?:,|,? ?and|,? ?or|;|,? ?but)?(?: (?:also|then|about|nearly|over|by|of|a|respectively|another|\w+ly|up|down|to))* ?$",
    re.IGNORECASE,
)
_APART = re.compile(r"[;:()]|, |\b(?:and|while|but|whereas)\b")
_OF_THEM = re.compile(r" (?:out )?of (?:the|its|their|these|those|all|his|a total)\b")
_OF = re.compile(r" of\b")


class Stretch(NamedTuple):
    """Where an amount's own words begin, where it begins and ends itself, and where the words end."""

    head: int
    start: int
    end: int
    tail: int


class EnglishPlaces(ClauseReader):
    """Tells which words before and behind each amount are its own: up to the first break between it and the next one."""

    @staticmethod
    def sentence_ends() -> re.Pattern[str]:
        return _SENTENCE

    @staticmethod
    def clause_ends() -> re.Pattern[str]:
        return _CLAUSE

    @cached_property
    def breaks(self) -> list[tuple[int, int]]:
        """Where clauses and coordinated parts are divided."""
        return [match.span() for match in _BREAK.finditer(self.text)]

    def break_between(self, start: int, end: int) -> tuple[int, int] | None:
        """The first break that lies between two places."""
        at = bisect_left(self.breaks, (start, 0))
        found = self.breaks[at] if at < len(self.breaks) else None
        return found if found is not None and found[1] <= end else None

    @cached_property
    def splits(self) -> list[int]:
        """Where the words that belong to each amount begin: behind the first break since the amount before it."""
        splits: list[int] = []
        for place, one in enumerate(self.expressions):
            begin = self.sentences.span(one.start)[0]
            if place and self.expressions[place - 1].end > begin:
                begin = self.expressions[place - 1].end
                found = self.break_between(begin, one.start)
                begin = found[0] if found else begin
            splits.append(begin)
        return splits

    def head(self, place: int) -> str:
        """The words before an amount that are its own."""
        return self.text[self.splits[place] : self.expressions[place].start]

    def window(self, place: int) -> str:
        """The words before an amount, behind the amount before it."""
        one = self.expressions[place]
        return self.text[
            max(self.sentences.span(one.start)[0], self.previous_end(place)) : one.start + len(one.lead)
        ].removesuffix(one.lead)

    def tail(self, place: int) -> str:
        """The words behind an amount that are its own."""
        return self.text[self.expressions[place].end : self.tail_end(place)]

    def tail_end(self, place: int) -> int:
        one = self.expressions[place]
        stop = self.sentences.span(one.start)[1]
        following = self.following(place)
        if following is not None:
            stop = following.start
        found = self.break_between(one.end, stop)
        return found[0] if found else stop

    def behind(self, place: int) -> str:
        """The words behind an amount up to the next one, or the end of the sentence."""
        one, following = self.expressions[place], self.following(place)
        return self.text[one.end : following.start if following else self.sentences.span(one.start)[1]]

    @cached_property
    def stretches(self) -> list[Stretch]:
        """The own words of each amount; what only says which ones are counted parts nothing."""
        found: list[Stretch] = []
        for place, one in enumerate(self.statements):
            tail, last = self.tail_end(place), place
            while last + 1 < len(self.statements) and self._passes(last, one):
                last += 1
                tail = self.tail_end(last)
            found.append(Stretch(self._head(place), one.start, one.end, tail))
        return found

    def _head(self, place: int) -> int:
        """Where the own words begin, before amounts that only say of which ones."""
        head, sentence = self.splits[place], self.statements[place].sentence
        beside = (Role.NAME, Role.THRESHOLD, Role.BASE)
        for before in range(place - 1, -1, -1):
            other = self.statements[before]
            broken = self.break_between(head, head + 12)
            if (
                other.role not in beside
                or other.sentence != sentence
                or head > other.end
                or (broken and broken[0] == head)
            ):
                break
            head = self.splits[before]
        return head

    def _passes(self, place: int, one: Statement) -> bool:
        """Whether the words of an amount go on beyond the next one, which only says of which or of how many."""
        following = self.statements[place + 1]
        gap = self.text[self.expressions[place].end : following.start]
        if following.sentence != one.sentence or following.start < one.end or _APART.search(gap):
            return False
        if following.role in (Role.NAME, Role.THRESHOLD, Role.BASE):
            return True
        whole = (_OF if one.quantity.unit == "%" else _OF_THEM).match(gap)
        return whole is not None and following.quantity.unit not in RATIOS

    def are_parted(self, place: int, later: int) -> bool:
        """Whether a break, or a “to”, stands between two amounts."""
        start, end = self.expressions[place].end, self.expressions[later].start
        return self.break_between(start, end) is not None or " to " in self.text[start:end]

    def dealt(self, place: int) -> list[int]:
        """The amounts of the row that an amount stands in, all of one kind and joined by “and”; one alone is no row."""
        if not 0 <= place < len(self.statements):
            return []
        one = self.statements[place]

        def fits(number: int) -> bool:
            other = self.statements[number]
            return other.role is one.role and are_alike(other.quantity.unit, one.quantity.unit)

        row = self.row(place, fits)
        return row if len(row) > 1 else []

    def row(self, place: int, fits: Callable[[int], bool]) -> list[int]:
        """The run of amounts around one, joined by commas and “and” alone, that fit."""
        if place < 0 or not fits(place):
            return []
        row = [place]
        while row[0] > 0 and fits(row[0] - 1) and self._are_joined(row[0] - 1):
            row.insert(0, row[0] - 1)
        while row[-1] + 1 < len(self.statements) and fits(row[-1] + 1) and self._are_joined(row[-1]):
            row.append(row[-1] + 1)
        return row

    def _are_joined(self, place: int) -> bool:
        gap = self.text[self.expressions[place].end : self.expressions[place + 1].start]
        return bool(_COORDINATED.match(gap)) and self.same_sentence(
            self.expressions[place].start, self.expressions[place + 1].start
        )


def are_alike(unit: str, other: str) -> bool:
    """Whether two units measure the same; a bare number goes with any."""
    if unit == other or not unit or not other:
        return True
    first, second = UNITS.get(unit), UNITS.get(other)
    if first is None or second is None:
        return False
    bare = ("万", "亿", "万亿")
    return first.family == second.family or unit in bare or other in bare
