"""The clauses of English texts: which role each amount has, and which amounts belong together."""

import re

from desktop.quantities.english_quantities import find_english_quantities
from desktop.quantities.numerals import Expression
from desktop.quantities.quantity import Bound
from desktop.quantities.units import UNITS
from desktop.reading import english_cues as words
from desktop.reading.clause_reader import RATIOS
from desktop.reading.english_growths import growth_of
from desktop.reading.english_marks import growth_marks, part_of, rank_marks
from desktop.reading.english_places import are_alike
from desktop.reading.english_times import EnglishTimes
from desktop.reading.statements import Growth, Role

_SPANS = ("年", "天", "个月", "周", "小时", "分钟", "秒")
_QUOTED = re.compile(r"[“\"‘][^”\"’]{0,20}$")
_UNQUOTED = re.compile(r"[^“\"‘]{0,20}[”\"’]")
_NAMED = re.compile(r".\b([A-Z][a-z]{2,}|[A-Z]{2,}) $")
_NAMING = re.compile(
    r"\b(?:Global|Fortune|Top|Forbes|Hurun|China|Phase|Model|Building|ISO|Route|Highway|Line|Plan|Industry|World|Forum|Expo|No\.?|Made in China) $"
)
_LABEL = re.compile(
    r"\b(?:phase|line|route|building|plant|section|area|grade|class|level|article|hotline|version|lot|plot|no\.?) $",
    re.IGNORECASE,
)
_FIELD = re.compile(r"(?: (?:place|position|spot|overall))?,? ?(?:in|among|of|out of|amongst|across)\b[^,;]*")
_TO_LEVEL = re.compile(
    r"\b(?:to|at|reaching|hitting|totall?ing|(?:and|to) (?:reach|hit|total)(?:ed)?|amounting to|came to|reached|totall?ed)(?: (?:a|an|the|record|some|high|total|of|new))* ?$"
)
_OF_LEVEL = re.compile(
    r" ?(?:year[- ]on[- ]year )?(?:growth|increase|rise|gain|decline|drop|fall|decrease) (?:in|of) [^,;.]{0,40} (?:to|at) "
)
_OTHERWISE = re.compile(r";|\b(?:while|whereas|but)\b")
_APART = re.compile(r";|\bwhile\b|\bwhereas\b")
_NO_INCREASE = re.compile(r"\b(?:growth|saving|cut) of(?: \w+)* ?$")


class EnglishReader(EnglishTimes):
    """Reads one text with single blanks."""

    language = "en"

    def find_amounts(self) -> list[Expression]:
        found = [*growth_marks(self.text), *rank_marks(self.text)]
        taken = [(one.start, one.end) for one in found]
        plain = find_english_quantities(self.text)
        return found + [one for one in plain if not any(a < one.end and one.start < b for a, b in taken)]

    # roles

    def role(self, place: int) -> tuple[Role, Growth | None]:
        one = self.expressions[place]
        window, behind = self.window(place), self.behind(place)
        if self._is_name(one):
            return Role.NAME, None
        if self._is_denied(one, behind):
            return Role.DENIED, None
        if one.rank:
            return (Role.BEFORE if self._is_source(place, window, behind) else Role.RANK), None
        if self._is_field(place):
            return Role.BASE, None
        ratio = one.quantity.unit in RATIOS
        if ratio:
            growth = growth_of(self, place)
            if growth is not None:
                return Role.GROWTH, growth
        if self._is_source(place, window, behind) or self._is_compared(place, window):
            return Role.BEFORE, None
        if ratio and self._is_gap(one, window, behind):
            return Role.GAP, None
        if not ratio:
            if self._is_threshold(place, behind):
                return Role.THRESHOLD, None
            if self._is_increase(window, behind):
                return Role.INCREASE, None
        return Role.LEVEL, None

    def _is_denied(self, one: Expression, behind: str) -> bool:
        """Whether the clause says that the number was, or is, not so."""
        begin = self.sentences.span(one.start)[0]
        before = self.text[max(begin, one.start - 90) : one.start]
        return bool(words.DENIED.search(before) or words.WRONG_BEHIND.match(behind))

    def _is_name(self, one: Expression) -> bool:
        """Whether the number is part of a name: Global 500, Phase 2, a 100-day campaign."""
        if one.lead.lower() in ("over", "within") and one.quantity.unit in _SPANS:
            return True
        if one.rank or one.quantity.unit in RATIOS or one.lead:
            return False
        if one.unit.startswith("-") and one.quantity.unit in _SPANS:
            return True
        before, behind = self.text[max(0, one.start - 24) : one.start], self.text[one.end : one.end + 24]
        if _QUOTED.search(before) and _UNQUOTED.match(behind):
            return True
        if not re.fullmatch(r"[0-9]{1,5}", one.number):
            return False
        named = _NAMED.search(before)
        if named and not UNITS.get(one.quantity.unit, UNITS[""]).currency:
            begin = self.sentences.span(one.start)[0]
            inside = begin < one.start - len(named[1]) - 1
            return inside and (not one.unit or bool(_NAMING.search(before)))
        return not one.unit and bool(_LABEL.search(before))

    def _is_field(self, place: int) -> bool:
        """Whether it says among how many a place is held: sixth among the province's 48 zones."""
        if not place or self.statements[place - 1].role is not Role.RANK:
            return False
        return _FIELD.fullmatch(self.window(place).rstrip()) is not None

    def _is_source(self, place: int, window: str, behind: str) -> bool:
        """Whether it is the A of “from A to B”."""
        one, following = self.expressions[place], self.following(place)
        if following is None or not are_alike(one.quantity.unit, following.quantity.unit):
            return False
        if words.ONCE.search(window):
            return True
        lead = self.text[following.start : following.start + len(following.lead)]
        return bool(words.FROM.search(window) and words.TO.match(behind.removesuffix(lead)))

    def _is_compared(self, place: int, window: str) -> bool:
        """Whether it is the A of “B, up from A” or “B, against A a year earlier”."""
        level = self.level_before(place)
        if level is None or not words.AGAINST.search(window):
            return False
        return are_alike(self.expressions[level].quantity.unit, self.expressions[place].quantity.unit)

    def level_before(self, place: int) -> int | None:
        """The last level of the sentence before an amount."""
        for number in range(place - 1, -1, -1):
            other = self.statements[number]
            if other.sentence != self.sentences.place(self.expressions[place].start):
                return None
            if other.role in (Role.LEVEL, Role.RANK):
                return number
        return None

    @staticmethod
    def _is_gap(one: Expression, window: str, behind: str) -> bool:
        if words.GAP_BEFORE.search(window):
            return True
        return bool(words.GAP_BEHIND.match(behind)) or (
            one.quantity.unit == "个百分点" and bool(words.RATE.search(window))
        )

    def _is_threshold(self, place: int, behind: str) -> bool:
        """Whether it says which ones are counted: projects of more than 1 billion yuan each."""
        one = self.expressions[place]
        if not _is_measure(one):
            return False
        joined = one.unit.startswith("-") or one.quantity.bound is Bound.SCALE or "-" in one.number
        if joined and words.OF_KIND.match(self.text[one.end - len(one.tail) : one.end + 70]):
            return True
        match = words.THRESHOLD.search(self.text, self.sentences.span(one.start)[0], one.start)
        if match is None:
            return False
        each = words.EACH.match(behind) is not None
        if words.SUMMED.search(match["more"] + match["words"]):
            return each
        return each or one.quantity.bound is not Bound.EXACTLY

    @staticmethod
    def _is_increase(window: str, behind: str) -> bool:
        if words.INCREASE_BEHIND.match(behind):
            return True
        match = words.INCREASE.search(window[-60:])
        if match is None:
            return False
        return not _NO_INCREASE.search(match[0]) or "year" in window + behind

    # what belongs together

    def per(self, place: int) -> str:
        unit = self.expressions[place].quantity.unit
        return "" if "/" in unit or unit in RATIOS else part_of(self.head(place), self.tail(place))

    def came_from(self, place: int) -> int | None:
        following = self.following(place)
        if following is not None and self._is_source(place, self.window(place), self.behind(place)):
            return place + 1
        return self.level_before(place)

    def owner(self, place: int) -> int | None:
        level = self._level_behind(place)
        if level is None:
            level = self._dealt_level(place)
        if level is not None:
            return level
        one = self.statements[place]
        for number in range(place - 1, -1, -1):
            other = self.statements[number]
            if other.sentence != one.sentence:
                break
            if other.role is Role.LEVEL:
                return None if _APART.search(self.text, other.end, one.start) else number
        return None

    def _level_behind(self, place: int) -> int | None:
        """The level that something grew to: grew 9 percent to 3.6 billion yuan."""
        one = self.statements[place]
        for number in range(place + 1, len(self.statements)):
            other = self.statements[number]
            if other.sentence != one.sentence:
                return None
            if other.role is Role.LEVEL and other.quantity.unit not in ("倍", "个百分点"):
                gap = self.text[one.end : other.start + len(other.expression.lead)].removesuffix(
                    other.expression.lead
                )
                grows_to = _TO_LEVEL.search(gap) and not _OTHERWISE.search(gap)
                return number if grows_to or _OF_LEVEL.fullmatch(gap) else None
            if other.role not in (Role.BEFORE, Role.GROWTH, Role.INCREASE):
                return None
        return None

    def _dealt_level(self, place: int) -> int | None:
        """In “A and B came to 1 and 2, up 3 and 4 percent respectively”, the level whose turn it is."""
        row = self.row(place, lambda n: self.statements[n].growth is not None)
        if (
            len(row) < 2
            or "respectively" not in self.text[slice(*self.sentences.span(self.statements[place].start))]
        ):
            return None
        levels = self.row(row[0] - 1, lambda n: self.statements[n].role is Role.LEVEL)
        return levels[row.index(place)] if len(levels) == len(row) else None


def _is_measure(one: Expression) -> bool:
    """Whether an amount measures rather than counts."""
    found = UNITS.get(one.quantity.unit)
    return found is not None and (
        bool(found.currency)
        or found.family in ("area", "length", "mass", "time", "岁", "energy", "power", "seconds", "人")
    )
