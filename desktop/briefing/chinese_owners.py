"""Whether the subject and the indicator of a record are those that Chinese words speak of."""

import re
from collections.abc import Sequence
from functools import cached_property

from desktop.briefing.owners import ZONE_WORDS, Cast, Owners, Told
from desktop.briefing.records import Figure
from desktop.quantities.numerals import parse_number
from desktop.quantities.units import UNITS
from desktop.reading.chinese_naming import ENOUGH, Naming, Score, is_part
from desktop.reading.chinese_text import SHARES, ChineseText
from desktop.reading.names import Named
from desktop.reading.standing import Standing
from desktop.reading.statements import Role, Statement
from desktop.reading.whose import Whose

_PER = re.compile("亩均|人均|户均|地均|校均|店均|每|单位|日均|月均|年均|平均|年产|日产|月产|单|万元")
_SHARED = re.compile("亩均|人均|户均|地均|每亩|每人|每户")
_RATE = re.compile("增速|增幅|增长率|降幅")
_SCOPE = re.compile(r"全[国省市县区球]|行业")
_COUNT = re.compile("([0-9]+|[一二三四五六七八九十百]+)(?=[个家县市区镇街])")
_ADDED = re.compile("(?:新增|净增)(?:了|约|近|超过?|逾)?$")
_ALL, _SOME = re.compile("累计|累积"), re.compile("今年|当年|本年|当月|单月|单季|本月|当季")
_LIGHT = re.compile("(?:引进|完成|实现|拥有|发放|开展|建成|获得|提供|投入|取得|收集|总)+")
"""What may be left out of a name where nothing else is said in its place."""
_HARDLY = 0.34
"""The share of a name that its own words have to say for another name among them to leave it open."""
_INCREASE = re.compile("增加|增量|净增|新增|减少|增长额|多|少")
_SIZE = re.compile("总量|总额|规模|数量|总值|绝对值")
_WHOLE_SHARE = re.compile(r"(?:比重|占比|份额|面(?<=损面|长面|盖面)|(?<!生产)(?<!容积)(?<!效)(?<!汇)率)$")
_PARTS = re.compile(r"率|比|占|度|份额|面|增|降|涨|倍|贡献|指数|系数|水平|进度|同比|环比|成数|股权")
"""What a share is called."""


class ChineseOwners(Owners):
    """For one text: whom its amounts are about, and what they measure."""

    def __init__(self, cast: Cast, reading: ChineseText) -> None:
        super().__init__(cast, reading)
        self._scores: dict[str, Sequence[Score]] = {}
        self._chinese = reading

    @cached_property
    def _named(self) -> Whose:
        return self._indicators

    @cached_property
    def _naming(self) -> Naming:
        removed = [(one.start, one.end) for one in self._subjects.plain]
        return Naming(self._chinese, self._text, removed)

    def _said(self, name: str) -> Sequence[Score]:
        """How well a name is said of each amount."""
        if name not in self._scores:
            spots = [(n.start, n.end) for n in self._named.named if self._cast.same_indicator(name, n.key)]
            self._scores[name] = self._naming.scores(name, spots)
        return self._scores[name]

    def subject(self, figure: Figure, place: int) -> Told:
        """As of any text; 全区 is the zone that its sentence names before, if it names one."""
        told = super().subject(figure, place)
        if told[0] is not Standing.WRONG or told[1] not in ZONE_WORDS:
            return told
        begin, at = self._begin(place), told[2]
        for one in self._subjects.plain:
            if at and begin <= one.start < at[0] and one.key == figure.subject:
                return Standing.PROVED, self._reading.written[one.start : one.end], (one.start, one.end)
        return told

    def indicator(self, figure: Figure, place: int) -> Told:
        statement, name = self._reading.statements[place], _unit_aside(figure)
        if statement.per and not _holds_per(figure, statement.per):
            return Standing.OPEN if "/" in figure.unit else Standing.WRONG, statement.per, None
        if _SHARED.search(name) and not statement.per and "/" not in statement.quantity.unit:
            return Standing.WRONG, "", None
        if self._cast.lexicon.measures_otherwise(name, figure.unit) or _is_misnamed(figure):
            return Standing.OPEN, "", None
        scores = self._said(name)
        mine = scores[place]
        words = self._text[slice(*mine.span)] if mine.span else ""
        if self._is_beaten(figure, place, scores) or self._is_otherwise_summed(name, place):
            return Standing.OPEN, words, mine.span
        others = [one for one in self._named.plain if self._naming.owns(place, one.start, one.end)]
        right = next((one for one in others if self._cast.same_indicator(name, one.key)), None)
        if right is not None:
            return Standing.PROVED, self._reading.written[right.start : right.end], (right.start, right.end)
        other = next((one for one in reversed(others) if self._is_other(name, one, mine)), None)
        firm = mine.own < _HARDLY or bool(self._cast.lexicon.ids(name))
        if other is not None and firm and mine.own < 1 and not self._counts(other):
            return Standing.WRONG, self._reading.written[other.start : other.end], (other.start, other.end)
        said = mine.near >= ENOUGH and (
            len(mine.missing) <= 1 or (mine.left < 2 and _LIGHT.fullmatch(mine.missing))
        )
        if said and (mine.own or mine.left < 2):
            return Standing.PROVED, words, mine.span
        return Standing.OPEN, words, mine.span

    def _is_otherwise_summed(self, name: str, place: int) -> bool:
        """Whether a name says 累计 and the own words 今年, or the other way round; or these say 新增 and the name does not."""
        own = "".join(self._text[a:b] for a, b in self._naming.stretches[place])
        if (
            _ADDED.search(own)
            and not re.search("[新增净]", name)
            and self._reading.statements[place].role is Role.LEVEL
        ):
            return True
        for one, other in ((_ALL, _SOME), (_SOME, _ALL)):
            if one.search(name) and not other.search(name) and other.search(own) and not one.search(own):
                return True
        return False

    def _is_other(self, name: str, one: Named, mine: Score) -> bool:
        """Whether a name that is said is that of something else, rather than of a part of the record's own name."""
        return len(mine.missing) > 1 or not is_part(self._text[one.start : one.end], name)

    def _counts(self, one: Named) -> bool:
        """Whether a name says of what an amount is a share, or which ones it counts."""
        return any(
            (other.role is Role.THRESHOLD and other.start == one.end)
            or (other.quantity.unit in SHARES and self._text[one.end : other.start].startswith("的"))
            for other in self._reading.statements
        )

    def _is_beaten(self, figure: Figure, place: int, scores: Sequence[Score]) -> bool:
        """Whether the name is said of another amount rather than of this one, whose time and state are not against it."""
        mine, statements = scores[place], self._reading.statements
        own = statements[place]
        for number, other in enumerate(statements):
            if number == place or not scores[number].beats(mine) or abs(other.sentence - own.sentence) > 1:
                continue
            if (
                _is_told(other, figure)
                and self._could_be(figure, number)
                and not self._is_shared(place, number)
            ):
                return True
        return False

    def _is_shared(self, place: int, other: int) -> bool:
        """Whether two amounts tell the same in different units: 工业用地32宗、1860亩."""
        statements = self._reading.statements
        first, second = statements[other], statements[place]
        gap = self._text[first.end : second.start]
        return other == place - 1 and gap in ("、", "，", "") and first.quantity.unit != second.quantity.unit

    def _could_be(self, figure: Figure, number: int) -> bool:
        """Whether time, state and subject of an amount are not against its being the record's."""
        other = self._reading.statements[number]
        if other.per and not _holds_per(figure, other.per):
            return False
        if self._cast.lexicon.measures_otherwise(figure.indicator, other.quantity.unit):
            return False
        if other.role is Role.RANK and not self.ranks(figure, number):
            return False
        if figure.period is not None and other.period is not None and not other.period.means(figure.period):
            return False
        if other.status != figure.status:
            return False
        governing = self._subjects.of(number)
        return not governing or any(
            n.key == figure.subject or self._cast.are_kin(n.key, figure.subject) for n in governing
        )

    def is_among(self, among: str, clause: tuple[int, int]) -> bool:
        """By the words right before the rank, or where these name nobody by those of its sentence."""
        begin, end = clause
        near = max(
            [
                self._text.rfind("，", begin, end),
                begin,
                *(m.end for m in self._reading.statements if m.end < end),
            ]
        )
        named = _SCOPE.search(self._text, near, end)
        return super().is_among(among, (near if named else begin, end))

    def names_scope(self, clause: tuple[int, int]) -> bool:
        return bool(_SCOPE.search(self._text, *clause) or _COUNT.search(self._text, *clause))

    def is_of(self, number: int, place: int) -> bool:
        rank = self._reading.statements[place]
        said = _COUNT.findall(self._text, rank.clause[0], rank.start)
        return super().is_of(number, place) or any(parse_number(one) == number for one in said)

    def ranks(self, figure: Figure, place: int) -> bool:
        """Whether a rank is that of the figure's level, or of its growth where its indicator is one."""
        start, end = self._naming.stretches[place][0]
        words = self._text[start:end].rpartition("、")[2]
        if not _RATE.search(words) and not _SIZE.search(words) and not self._naming.has_words(place):
            return True
        return bool(_RATE.search(words)) == bool(_RATE.search(figure.indicator))

    def keeps(self, level: int, growth: int) -> bool:
        """Whether no other subject or indicator is named between a level and a growth."""
        first, second = self._reading.statements[level], self._reading.statements[growth]
        if second.start < first.start or (second.owner == level and self._naming.is_dealt(growth)):
            return True
        if self._naming.has_words(growth):
            return False
        return super().keeps(level, growth)


_IMPLIED = {"area": re.compile("面积$"), "seconds": re.compile("时间$|时限$|时长$|用时$"),
            "个工作日": re.compile("时间$|时限$|时长$|用时$"), "time": re.compile("时间$|时限$|时长$|用时$")}  # fmt: skip
"""What need not be said, as the unit says it."""


def _unit_aside(figure: Figure) -> str:
    """The name of an indicator without what its unit says already: 登记时间 in 个工作日."""
    family = UNITS[figure.unit].family if figure.unit in UNITS else ""
    implied = _IMPLIED.get(family)
    short = implied.sub("", figure.indicator) if implied else figure.indicator
    return short if len(short) > 1 else figure.indicator


def _is_told(statement: Statement, figure: Figure) -> bool:
    """Whether an amount is of the sort that the record states: a growth where it has no value, a share where it names
    one."""
    if figure.value is None:
        return statement.role is Role.RANK if figure.rank is not None else statement.growth is not None
    if statement.role is Role.INCREASE:
        return bool(_INCREASE.search(figure.indicator))
    named, share = bool(_WHOLE_SHARE.search(figure.indicator)), statement.quantity.unit in SHARES
    unlike = (named and not share) or (share and not named and figure.unit not in SHARES)
    return statement.role in (Role.LEVEL, Role.RANK) and not unlike


def _is_misnamed(figure: Figure) -> bool:
    """Whether something is stated in % that is no share by its name, or a share in something else."""
    if figure.value is None or not figure.unit:
        return False
    if figure.unit in ("%", "‰"):
        return not _PARTS.search(figure.indicator)
    return (
        bool(_WHOLE_SHARE.search(figure.indicator)) and figure.unit not in SHARES and "/" not in figure.unit
    )


def _holds_per(figure: Figure, per: str) -> bool:
    """Whether the record says as well that the amount is one of each."""
    name = figure.indicator
    return per in name or per[:2] in name or bool(_PER.search(name))
