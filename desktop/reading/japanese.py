"""The clauses of Japanese texts: which role each amount has, of what time it is, and whether it is planned."""

import re
from collections.abc import Iterator
from decimal import Decimal

from desktop.quantities.japanese_numerals import find_japanese_quantities
from desktop.quantities.numerals import Expression
from desktop.quantities.quantity import Bound, Quantity
from desktop.quantities.units import UNITS
from desktop.reading import japanese_cues as words
from desktop.reading.clause_reader import RATIOS, ClauseReader, marked
from desktop.reading.japanese_growths import growth_of
from desktop.reading.japanese_periods import find_japanese_periods
from desktop.reading.periods import Period, Reach
from desktop.reading.statements import Growth, Role

_SENTENCE = re.compile(r"[。！？!?\n]+")
_CLAUSE = re.compile(r"[。！？!?\n、，；;（）()]+(?<![0-9],(?=[0-9]))")
_NAME_BEFORE = re.compile(
    r"(?:第|グローバル|フォーチュン|世界|トップ|「[^」]{0,8}|“[^”]{0,8}|[A-Za-z]-?|No\.?|ナンバー|上位)$"
)
_NAME_BEHIND = re.compile(
    r"^(?:期(?!間|待|末)|号|次|条|版|強|大(?!学|手|型|き|幅)|日(?:作戦|計画)|度目|[+]|型|世代|G|ホットライン|周年|番|世紀|都市圏|代(?!表)|歳代|次産業)"
)


class JapaneseReader(ClauseReader):
    """Reads one text without white space, with look-alikes folded."""

    language = "ja"

    @staticmethod
    def sentence_ends() -> re.Pattern[str]:
        return _SENTENCE

    @staticmethod
    def clause_ends() -> re.Pattern[str]:
        return _CLAUSE

    def find_periods(self) -> list[Period]:
        return find_japanese_periods(self.text, self.published)

    # amounts

    def find_amounts(self) -> list[Expression]:
        found = [*self._marks(), *self._firsts()]
        taken = [(one.start, one.end) for one in found]
        plain = [one for one in find_japanese_quantities(self.text) if not self._is_per(one)]
        return found + [one for one in plain if not any(a < one.end and one.start < b for a, b in taken)]

    def _marks(self) -> Iterator[Expression]:
        """Words such as 倍増 and 横ばい, which are growths."""
        for match in words.MARKS.finditer(self.text):
            value, unit, bound = Decimal(0), "%", Bound.ABOUT if match["about"] else Bound.EXACTLY
            if match["half"]:
                value = Decimal(-50)
            elif match["times"]:
                value, unit = Decimal(1), "倍"
            start = match.start("same") if match["same"] else match.start()
            one = marked(self.text[start : match.end()], value, unit, (start, match.end()))
            yield one._replace(quantity=Quantity(value, unit, bound))

    def _firsts(self) -> Iterator[Expression]:
        for match in words.FIRST.finditer(self.text):
            group = "top" if match["top"] else "first"
            if match[group] != "最下位":
                yield marked(match[group], Decimal(1), "位", match.span(group), rank=True)

    def _is_per(self, one: Expression) -> bool:
        """Whether it says of what each amount is one: 1人当たり."""
        return (
            one.quantity.value == 1
            and re.match("当たり|あたり|につき|ごと", self.text[one.end : one.end + 3]) is not None
        )

    def per(self, place: int) -> str:
        one = self.expressions[place]
        if "/" in one.quantity.unit or one.quantity.unit in RATIOS or one.rank:
            return ""
        found = list(words.PER.finditer(self.text, self._begin(place), one.start))
        if not found:
            return ""
        word = found[-1]["of"] or found[-1]["adj"] or "单位"
        return words.PER_WORDS.get(word, "每" + word if found[-1]["of"] else word)

    # places

    def _begin(self, place: int) -> int:
        """Where the words of an amount begin: behind the amount before it, or its clause."""
        one = self.expressions[place]
        return max(
            self.clauses.span(one.start)[0], self.previous_end(place), self.sentences.span(one.start)[0]
        )

    def window(self, place: int) -> str:
        """What stands before an amount in its clause, behind the amount before it."""
        one = self.expressions[place]
        return self.text[self._begin(place) : one.start + len(one.lead)].removesuffix(one.lead)

    def behind(self, place: int, most: int = 40) -> str:
        one, following = self.expressions[place], self.following(place)
        stop = following.start if following else self.sentences.span(one.start)[1]
        return self.text[one.end : min(stop, one.end + most)]

    # roles

    def role(self, place: int) -> tuple[Role, Growth | None]:
        one = self.expressions[place]
        window, behind = self.window(place), self.behind(place)
        if self._is_name(one, behind):
            return Role.NAME, None
        before = self.text[self.sentences.span(one.start)[0] : one.start]
        if words.DENIED_BEFORE.search(before[-60:]) or words.DENIED_BEHIND.match(behind):
            return Role.DENIED, None
        if one.rank:
            return (Role.BEFORE if self._is_source(place, window, behind) else Role.RANK), None
        if self._is_field(place):
            return Role.BASE, None
        if one.quantity.unit in RATIOS:
            growth = growth_of(self, place)
            if growth is not None:
                return Role.GROWTH, growth
            if words.GAP.search(window) or (one.quantity.unit == "个百分点" and words.RATE.search(window)):
                return Role.GAP, None
        if self._is_source(place, window, behind):
            return Role.BEFORE, None
        if one.quantity.unit not in RATIOS:
            if self._is_threshold(place, window, behind):
                return Role.THRESHOLD, None
            if words.INCREASE_BEHIND.match(behind):
                return Role.INCREASE, None
        return Role.LEVEL, None

    def _is_name(self, one: Expression, behind: str) -> bool:
        before = self.text[max(0, one.start - 12) : one.start]
        if one.rank:
            return False
        if before.endswith("第") or re.search(r"(?:グローバル|フォーチュン|世界|トップ)$", before):
            return True
        if re.search(r"[「“][^」”]{0,8}$", before) and re.match(
            r"[^「“]{0,10}[」”]", self.text[one.end : one.end + 12]
        ):
            return one.quantity.unit not in RATIOS
        if one.quantity.unit and not one.others:
            return False
        return bool(_NAME_BEHIND.match(behind)) and not one.unit

    def _is_field(self, place: int) -> bool:
        """Whether it says among how many a place is held: 48開発区中6位."""
        following = self.following(place)
        gap = self.text[self.expressions[place].end : following.start] if following else ""
        return (
            following is not None
            and following.rank
            and re.fullmatch("[^、。]{0,8}?(?:中|のうち|の中で|のなかで|でも?)、?(?:第)?", gap) is not None
        )

    def _is_source(self, place: int, window: str, behind: str) -> bool:
        """Whether it is the A of AからBに."""
        one, following = self.expressions[place], self.following(place)
        if following is None or not _are_alike(one.quantity.unit, following.quantity.unit):
            return False
        if words.BEFORE_HEAD.search(window):
            return True
        if not words.FROM_BEHIND.match(behind):
            return False
        return words.TO.search(self.text[following.end : following.end + 16]) is not None

    def _is_threshold(self, place: int, window: str, behind: str) -> bool:
        """Whether it says which ones are counted: 1億元以上の案件を212件."""
        one = self.expressions[place]
        if not _is_measure(one) or words.NOT_KIND.search(window):
            return False
        tailed = self.text[one.end - len(one.tail) : one.end] + behind
        if not words.KIND_BEHIND.match(behind) and not words.KIND_BEHIND.match(tailed):
            return False
        return one.quantity.bound is not Bound.EXACTLY

    # what belongs together

    def came_from(self, place: int) -> int | None:
        return place + 1 if self.following(place) is not None else None

    def owner(self, place: int) -> int | None:
        following = self._level_behind(place)
        if following is not None:
            return following
        dealt = self._dealt_level(place)
        if dealt is not None:
            return dealt
        one = self.statements[place]
        for number in range(place - 1, -1, -1):
            other = self.statements[number]
            if other.sentence != one.sentence:
                return None
            if other.role is Role.LEVEL:
                between = self.text[other.end : one.start]
                return (
                    None
                    if re.search(r"[、，][^、。]{1,16}(?:は|が)(?!、?前年|、?前月|、?同)", between)
                    and not re.search("伸び率|増加率|増減率|成長率|前年", between)
                    else number
                )
        return None

    def _level_behind(self, place: int) -> int | None:
        """The level that something grew to: 11.7%増の16億ドル, 5億元増えて20億元."""
        one = self.statements[place]
        for number in range(place + 1, len(self.statements)):
            other = self.statements[number]
            if other.sentence != one.sentence:
                return None
            if other.role is Role.LEVEL:
                gap = self.text[one.end : other.start]
                if re.search(r"[はがも]", re.sub("ものの", "", gap)) or len(gap) > 24:
                    return None
                return (
                    number if re.search(r"(?:の|て|で|し|、|に|と)(?:計|合計|過去最高の|約)?$", gap) else None
                )
            if other.role not in (Role.GROWTH, Role.INCREASE, Role.BEFORE):
                return None
        return None

    def _dealt_level(self, place: int) -> int | None:
        """A、Bはそれぞれ1、2で、3%、4%増: the level whose turn it is."""
        row = self.row(place)
        if len(row) < 2:
            return None
        levels = self.row(row[0] - 1)
        return (
            levels[row.index(place)]
            if len(levels) == len(row) and self.statements[levels[0]].role is Role.LEVEL
            else None
        )

    def row(self, place: int) -> list[int]:
        """The amounts of one role around one, parted by 、 or と alone."""
        if not 0 <= place < len(self.statements):
            return []
        role, row = self.statements[place].role, [place]
        while row[0] > 0 and self.statements[row[0] - 1].role is role and self._are_joined(row[0] - 1):
            row.insert(0, row[0] - 1)
        while (
            row[-1] + 1 < len(self.statements)
            and self.statements[row[-1] + 1].role is role
            and self._are_joined(row[-1])
        ):
            row.append(row[-1] + 1)
        return row

    def _are_joined(self, place: int) -> bool:
        gap = self.text[self.expressions[place].end : self.expressions[place + 1].start]
        return re.fullmatch("(?:、|と|および|及び|,|・)+(?:約|それぞれ)?", gap) is not None

    # time

    def period(self, start: int, end: int, place: int | None, role: Role) -> Period | None:
        """The last one named before it in its sentence; else one behind it there; else that of an earlier sentence."""
        begin, stop = self.sentences.span(start)
        if role is Role.BEFORE and place is not None:
            own = [p for p in self.periods if self._begin(place) <= p.start and p.end <= start]
            return own[-1] if own else None
        telling = [p for p in self.periods if self._governs(p, start, role)]
        inside = [p for p in telling if begin <= p.start and p.end <= start]
        if inside:
            return self._fitted(self._narrowed(inside), start, end)
        behind = [p for p in telling if end <= p.start < stop]
        if behind and (
            place is None or re.match(r"^[（(]|^[^、。0-9]{0,12}$", self.text[end : behind[0].start])
        ):
            return behind[0]
        earlier = [p for p in telling if p.end <= begin]
        return earlier[-1] if earlier else None

    def _governs(self, p: Period, start: int, role: Role) -> bool:
        if p.is_base or (role is Role.GROWTH and p.reach is Reach.SINCE):
            return False
        if p.end <= start:
            founded = "に?(?:設立|創業|開業した|完成した|稼働した|操業を始めた|進出した|発足)"
            if re.match(founded, self.text[p.end : start]):
                return False
        return not any(
            m.role is Role.BEFORE and self._begin(n) <= p.start and p.end <= m.start
            for n, m in enumerate(self.statements)
        )

    def _narrowed(self, inside: list[Period]) -> Period:
        last = inside[-1]
        whole = last.spans[0]
        for p in reversed(inside[:-1]):
            span = p.spans[0]
            if p.reach is Reach.UNTIL and whole.first <= span.last <= whole.last and span != whole:
                sums = tuple(s for s in p.spans if s.first == whole.first)
                return p._replace(spans=sums or p.spans)
            if (
                whole.first <= span.first
                and span.last <= whole.last
                and span != whole
                and p.end + 1 >= last.start - 3
            ):
                return p
        return last

    def _fitted(self, p: Period, start: int, end: int) -> Period:
        """With the spans that suit the clause: 累計 counts from January up to then, 単月 is of the month alone."""
        said = self.text[p.end : start] + self.text[end : end + 6]
        sums = tuple(s for s in p.spans if s.first.month == 1 and s.first.day == 1 and s.last.month > 1)
        if re.search("単月|当月", said):
            return p._replace(spans=tuple(s for s in p.spans if s not in sums) or p.spans)
        return p._replace(spans=sums) if sums and "累計" in said and len(p.spans) > 1 else p

    # plan or fact

    def status(self, start: int, end: int, period: Period | None) -> tuple[str, str]:
        """By the predicate, which stands behind; words such as 目標は before an amount say it at once."""
        _begin, stop = self.sentences.span(start)
        clause = self.clauses.span(start)
        head = words.HEAD_CUE.search(self.text[clause[0] : start])
        if head is not None and not words.MET.search(self.text[clause[0] : min(stop, end + 12)]):
            return ("target" if head["target"] else "forecast"), head[0]
        at = end
        behind = self.text[at:stop]
        cut = words.ENDED.search(behind)
        reach = behind[: cut.end()] if cut else behind
        for match in words.CUES.finditer(reach):
            if match["done"]:
                return "actual", match[0]
            if words.MET.match(reach[match.start() :]) or words.MET.search(
                reach[max(0, match.start() - 4) : match.end() + 12]
            ):
                continue
            return ("target" if match["target"] else "forecast"), match[0]
        if period is not None and self._is_to_come(period):
            return "forecast", period.words
        return "actual", ""

    def _is_to_come(self, period: Period) -> bool:
        if self.published is None:
            return False
        now = (self.published.year, self.published.month or 12)
        return all((s.first.year, s.first.month) > now for s in period.spans)


def _are_alike(unit: str, other: str) -> bool:
    """Whether two units measure the same; a bare number goes with any."""
    if unit == other or not unit or not other:
        return True
    first, second = UNITS.get(unit), UNITS.get(other)
    return (
        first is not None
        and second is not None
        and (first.family == second.family or unit in ("万", "亿") or other in ("万", "亿"))
    )


def _is_measure(one: Expression) -> bool:
    """Whether an amount measures rather than counts."""
    found = UNITS.get(one.quantity.unit)
    return found is not None and (
        bool(found.currency)
        or found.family in ("area", "length", "mass", "time", "岁", "energy", "power", "人")
    )
