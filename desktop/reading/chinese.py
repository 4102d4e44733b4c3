"""The reader of Chinese texts: every amount with its role, its time, and whether it is planned."""

import re
from collections.abc import Sequence
from functools import cached_property

from desktop.quantities.numerals import Expression
from desktop.quantities.quantity import BOUNDS_BEFORE, Bound
from desktop.reading.chinese_cues import Cue
from desktop.reading.chinese_roles import role_of
from desktop.reading.chinese_text import POINTS, SHARES, ChineseText
from desktop.reading.chinese_times import period_of, status_of
from desktop.reading.periods import Period
from desktop.reading.statements import Growth, Role, Statement
from desktop.reading.whose import dealt_rows

_PARTED = re.compile(
    r"(不足|不到|超过?|超出|接近|近|约|大约|将近|不超过|不低于|低于|高于)(?![同]期)[^，。；0-9]{1,14}的$"
)
_GOES_ON = re.compile(r"^，?(?:[^，。；]{0,4})?(?:总[数量额])?(?:达到?|增?至|升至|为|突破|实现)")
_COMES_TO = re.compile(r"，?(?:达到?|[增升降减]至|回落至|[增加减少提高降低]{2}到|至|为)")
_RELATED = re.compile("占|完成|达到?|的$")


class ChineseReader(ChineseText):
    """`statements` are the amounts of a text in order, each with its role."""

    def role(self, place: int) -> tuple[Role, Growth | None]:
        return role_of(self, place)

    def period(self, start: int, end: int, place: int | None, role: Role) -> Period | None:
        return period_of(self, start, end, place, role)

    def status(self, start: int, end: int, period: Period | None) -> tuple[str, str]:
        return status_of(self, start, end, period)

    def per(self, place: int) -> str:
        """Of what it is a part, such as 亩均; what came from such is such itself."""
        found = self.said(place, Cue.PER)
        if found is not None:
            return self.text[found.start : found.end]
        before = self.statements[-1] if self.statements else None
        goes_on = before is not None and before.role in (Role.BEFORE, Role.GROWTH) and before.per
        if goes_on and before and self.same_sentence(before.start, self.expressions[place].start):
            return before.per if before.role is Role.BEFORE or self.role(place)[0] is Role.BEFORE else ""
        return ""

    def _statement(self, place: int) -> Statement:
        self.expressions[place] = self._bounded(place)
        return super()._statement(place)

    def _bounded(self, place: int) -> Expression:
        """The amount with a bound that stands before what it is a part of: 不足行业平均水平的六成."""
        one = self.expressions[place]
        if one.quantity.bound is not Bound.EXACTLY or one.quantity.unit not in ("%", "‰", "倍"):
            return one
        window = self.window(place)
        match = _PARTED.search(window) if window.endswith("的") else None
        word = match[1] if match else ""
        return one._replace(quantity=one.quantity._replace(bound=BOUNDS_BEFORE.get(word) or Bound.EXACTLY))

    # what belongs together

    def came_from(self, place: int) -> int | None:
        return place + 1 if place + 1 < len(self.statements) else None

    def owner(self, place: int) -> int | None:
        one = self.statements[place]
        dealt = self._dealt_owner(place)
        if dealt is not None:
            return dealt
        following = self.statements[place + 1] if place + 1 < len(self.statements) else None
        if (
            following is not None
            and following.role is Role.LEVEL
            and following.quantity.unit not in SHARES
            and _COMES_TO.fullmatch(self.text[one.end : following.start])
        ):
            return place + 1
        for number in range(place - 1, -1, -1):
            other = self.statements[number]
            if other.sentence != one.sentence:
                break
            if other.role is Role.LEVEL and not self._is_passed(number, one):
                between = self.text[other.end : one.start]
                return number if "；" not in between and ";" not in between else None
        if following is None or following.role is not Role.LEVEL or following.sentence != one.sentence:
            return None
        return place + 1 if _GOES_ON.match(self.text[one.end : following.start]) else None

    def _is_passed(self, number: int, growth: Statement) -> bool:
        """Whether a level cannot be what grew: a share of something, where the growth is in %, or no share, where it is
        in points."""
        level = self.statements[number]
        share = level.quantity.unit in ("%", "‰", "倍", POINTS)
        if level.quantity.unit == "大":
            return True
        if growth.growth is None:
            return False
        if growth.growth.unit == "points":
            return not share
        return share and bool(_RELATED.search(self.window(number)))

    def _dealt_owner(self, place: int) -> int | None:
        """The level whose turn it is where growths are dealt out to as many levels: …分别增长9.1%和27.5%."""
        row = next((places for places in self._rows if place in places), None)
        if row is None or len(row) < 2 or self.statements[row[0]].growth is None:
            return None
        sentence = self.statements[place].sentence
        levels = [
            n
            for n in range(row[0])
            if self.statements[n].sentence == sentence and self.statements[n].role is Role.LEVEL
        ]
        return levels[len(levels) - len(row) + row.index(place)] if len(levels) >= len(row) else None

    @cached_property
    def _rows(self) -> Sequence[Sequence[int]]:
        return [places for places, _ in dealt_rows(self.text, self.statements, self.sentence_starts)]
