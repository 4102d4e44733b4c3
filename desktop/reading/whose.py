"""Whose an amount is: which of the names in a text govern it."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cached_property

from desktop.reading.names import Named
from desktop.reading.statements import Role, Statement

_DEALT = re.compile("分别|各为|依次|respectively|それぞれ")
_NEXT = re.compile(r"\s*(?:[、，,和及与]|以及|and|と|,\s*and)*\s*(?:[^、，。；0-9]{0,4})?")
_AND = re.compile("[、和及与]|以及")
_MARGINAL = re.compile(
    r"(?:占|占到|占据|居|位居|位列|列|排名|排|跻身|进入|全国|高于|低于|快于|慢于|比|较|超过|超|名列|领先|好于|优于)(?:全)?$"
)
_WITH = re.compile(".{0,8}?(?:相比|相当|持平|合作|共建|签|相同|对接|联手|一道)")
_LEADS = ("的", "")


class Whose:
    """The names of one kind in a text, and which of them govern each amount."""

    def __init__(
        self, text: str, named: Sequence[Named], statements: Sequence[Statement], starts: Sequence[int]
    ) -> None:
        self._text, self._statements, self._starts = text, statements, starts
        self.named = named
        self.plain = [one for one in named if not _is_marginal(text, one)]

    def of(self, place: int, leave: Callable[[Named], bool] = lambda _: False) -> Collection[Named]:
        """The names that govern a statement: the last one before it in its sentence, or the one right behind it; in a list
        that is dealt out, its own; else the last one of the text before. Empty where there is none."""
        statement = self._statements[place]
        begin = self._starts[statement.sentence]
        plain = [one for one in self.plain if not leave(one)]
        before = [one for one in plain if begin <= one.start and one.end <= statement.start]
        dealt = self._dealt(place, before)
        if dealt is not None:
            return dealt
        behind = [
            one
            for one in plain
            if statement.end <= one.start <= statement.end + 1
            and self._text[statement.end : one.start] in _LEADS
        ]
        own = [one for one in before if one.start >= self._own_start(place)]
        if behind and not own:
            return behind
        if before:
            return self._same(before)
        if behind:
            return behind
        earlier = [one for one in plain if one.end <= begin]
        if earlier:
            return self._same(earlier)
        if plain and len({one.key for one in plain}) == 1:
            return plain[:1]
        return ()

    def holds(self, words: str) -> bool:
        """Whether one of the names stands in these words of the text."""
        return any(self._text[one.start : one.end] in words for one in self.named)

    def _own_start(self, place: int) -> int:
        """Where the words that belong to the statement alone begin."""
        statement = self._statements[place]
        previous = self._statements[place - 1].end if place else 0
        return max(statement.clause[0], previous)

    @staticmethod
    def _same(named: Sequence[Named]) -> list[Named]:
        """The last name, with others of the same words."""
        last = named[-1]
        return [one for one in named if (one.start, one.end) == (last.start, last.end)]

    def _dealt(self, place: int, before: Sequence[Named]) -> Collection[Named] | None:
        """甲、乙、丙分别为 1、2、3: the name whose turn it is; None where nothing is dealt."""
        for places, head in self._rows:
            if place not in places:
                continue
            statement = self._statements[place]
            at = self._starts[statement.sentence] + len(head)
            spots = self._listed(sorted({(one.start, one.end) for one in before if one.start < at}))
            if len(spots) < len(places) or len(places) < 2:
                return None
            spot = spots[len(spots) - len(places) + places.index(place)]
            return [one for one in before if (one.start, one.end) == spot]
        return None

    @cached_property
    def _rows(self) -> Sequence[tuple[Sequence[int], str]]:
        return list(dealt_rows(self._text, self._statements, self._starts))

    def _listed(self, spots: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """The last names that stand in one list."""
        kept: list[tuple[int, int]] = []
        for spot in spots:
            if kept and not re.fullmatch(
                r"\s*(?:[^，。；]{0,6}?)(?:[、和及与]|以及|,|and|, and|と)+\s*(?:[^，。；、]{0,4}?)",
                self._text[kept[-1][1] : spot[0]],
            ):
                kept = []
            kept.append(spot)
        return kept


def dealt_rows(
    text: str, statements: Sequence[Statement], starts: Sequence[int]
) -> Iterator[tuple[Sequence[int], str]]:
    """The rows of amounts that a text deals out, by their places, with the words of their sentence before “分别”; and rows
    of as many amounts in one unit as a list right before them has things (国家级、省级企业达到12家、58家)."""
    done: set[int] = set()
    for place, one in enumerate(statements):
        begin = starts[one.sentence]
        found = list(_DEALT.finditer(text[begin : one.start]))
        if place in done:
            continue
        if not found or any(begin + found[-1].end() <= m.start < one.start for m in statements):
            row = _row(text, statements, place, _AND)
            head = text[max(one.clause[0], statements[place - 1].end if place else 0) : one.start]
            if len(row) > 1 and len(_AND.findall(head)) == len(row) - 1:
                done.update(row)
                yield row, text[begin : one.start].rstrip("达到为共有是")
            continue
        row = _row(text, statements, place, _NEXT)
        done.update(row)
        yield row, text[begin : begin + found[-1].start()]


def _row(text: str, statements: Sequence[Statement], place: int, joint: re.Pattern[str]) -> list[int]:
    """The amounts that follow on one another from a place on, alike and parted by no more than a joint."""
    row, one = [place], statements[place]
    for n in range(place + 1, len(statements)):
        gap = text[statements[row[-1]].end : statements[n].start]
        alike = statements[n].quantity.unit == one.quantity.unit or (
            joint is _NEXT and statements[n].role is one.role and "，" not in gap
        )
        if statements[n].sentence != one.sentence or not alike or not joint.fullmatch(gap):
            break
        row.append(n)
    return row


def _is_marginal(text: str, one: Named) -> bool:
    """Whether a name is only that with which something is compared, or among which it ranks."""
    before = text[max(0, one.start - 3) : one.start]
    return bool(_MARGINAL.search(before)) or (before.endswith("与") and bool(_WITH.match(text, one.end)))


def is_told(statement: Statement) -> bool:
    """Whether the amount is what its clause tells, rather than what stands beside it."""
    return statement.role in (Role.LEVEL, Role.RANK)
