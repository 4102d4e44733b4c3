"""Whether the subject and the indicator of a record are those that its words speak of."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from desktop.briefing.records import Figure, Subject
from desktop.reading.lexicon import Lexicon
from desktop.reading.names import Named, Names, fold
from desktop.reading.reader import Reading, plain
from desktop.reading.standing import Standing
from desktop.reading.statements import PARTS, Role
from desktop.reading.whose import Whose, dealt_rows

ZONE_WORDS = (
    "全区",
    "我区",
    "本区",
    "区内",
    "园区",
    "全域",
    "开发区",
    "经开区",
    "高新区",
    "the zone",
    "the park",
    "区内全体",
    "同区",
    "当区",
)
_GENERIC = re.compile(
    r"（[^）]*）|\([^)]*\)|額|目标|预期|预计|全年|年度|当月|单月|本月|累计|数量|数|总额|总量|金额|额|规模|情况|的|中期|长期|同比|增长|增速|率"
)


class Cast:
    """The subjects and indicators that a pack knows; `indicators` are all their names with the indicator of each."""

    def __init__(
        self,
        subjects: Sequence[Subject],
        indicators: Mapping[str, str],
        zone: str = "",
        lexicon: Lexicon | None = None,
    ) -> None:
        self._subjects = {one.id: one for one in subjects}
        self._zone = zone or next((one.id for one in subjects if one.kind == "zone"), "")
        self._indicators = indicators
        self.lexicon = lexicon or Lexicon.bundled()

    @cached_property
    def subject_names(self) -> Names:
        names = [
            (words, one.id)
            for one in self._subjects.values()
            for words in (one.name, one.short, *one.twins.values())
            if words
        ]
        if self._zone:
            names += [(words, self._zone) for words in ZONE_WORDS]
        return Names(names)

    @cached_property
    def indicator_names(self) -> Names:
        return Names(self._indicators.items(), self.lexicon.names)

    def are_kin(self, one: str, other: str) -> bool:
        """Whether one subject is part of the other, so that to name the one says nothing against the other."""
        return other in self._above(one) or one in self._above(other)

    @property
    def own_indicators(self) -> Collection[str]:
        """The indicators of the pack itself."""
        return self._indicators.values()

    def of_kind(self, kind: str) -> Collection[str]:
        """The subjects of a kind."""
        return {one.id for one in self._subjects.values() if one.kind == kind}

    def above(self, words: str) -> str:
        """The subject that “the city” or “the province” means where the zone lies in it; the words where none is known."""
        for one in self._above(self._zone):
            if words in self._subjects[one].name.lower():
                return one
        return words

    def _above(self, identifier: str) -> Collection[str]:
        found: list[str] = []
        while (subject := self._subjects.get(identifier)) and subject.parent and subject.parent not in found:
            found.append(identifier := subject.parent)
        return found

    def same_indicator(self, one: str, key: str) -> bool:
        """Whether a name that was found is that of the record's indicator."""
        return key == one or self.lexicon.are_same(one, key)


Told = tuple[Standing, str, tuple[int, int] | None]
"""How a part stands, by which words, and where these are."""


class Owners:
    """For one text: whom its amounts are about, and what they measure."""

    def __init__(self, cast: Cast, reading: Reading) -> None:
        self._cast, self._reading = cast, reading
        folded = fold(reading.text) if reading.text.isascii() else reading.text.lower()
        starts = reading.sentence_starts
        self._subjects = Whose(folded, cast.subject_names.find(folded), reading.statements, starts)
        self._indicators = Whose(folded, cast.indicator_names.find(folded), reading.statements, starts)
        self._text = folded

    def subject(self, figure: Figure, place: int) -> Told:
        """How the record's subject stands: proved where it is named for the amount, wrong where another one is."""
        governing = self._subjects.of(place, lambda one: self._is_part_of(figure.indicator, one))
        told = self._told(governing, {figure.subject})
        firm = any(
            one.start >= self._begin(place) and not self._cast.are_kin(one.key, figure.subject)
            for one in governing
        )
        if told[0] is Standing.WRONG and not firm and self._reading.language == "ja":
            firm = any(
                one.key == figure.subject and self._begin(place) <= one.start for one in self._subjects.plain
            )
        return told if told[0] is not Standing.WRONG or firm else (Standing.OPEN, *told[1:])

    def _is_part_of(self, indicator: str, one: Named) -> bool:
        """Whether a subject's name is only a part of the indicator's, such as 新能源 of 新能源装机容量."""
        name, words = "".join(indicator.split()).lower(), self._text[one.start : one.end]
        at = name.find(words)
        if at < 0 or len(words) == len(name):
            return False
        before, behind = name[max(0, at - 1) : at], name[at + len(words) : at + len(words) + 1]
        said_before, said_behind = (
            self._text[max(0, one.start - 1) : one.start],
            self._text[one.end : one.end + 1],
        )
        return (bool(behind) and behind == said_behind) or (not behind and before == said_before)

    def _told(self, governing: Collection[Named], right: Collection[str]) -> Told:
        if not governing:
            return Standing.OPEN, "", None
        for one in governing:
            if one.key in right:
                return Standing.PROVED, self._reading.written[one.start : one.end], (one.start, one.end)
        one = next(iter(governing))
        return Standing.WRONG, self._reading.written[one.start : one.end], (one.start, one.end)

    def indicator(self, figure: Figure, place: int) -> Told:
        """How the record's indicator stands: proved where the words by the amount say it better than those by any other
        amount, wrong where they say another one."""
        statement = self._reading.statements[place]
        name = plain(figure.indicator, self._reading.language)
        if statement.per and not _holds_per(figure, statement.per):
            return Standing.OPEN if "/" in figure.unit else Standing.WRONG, statement.per, None
        said = _SHARED.search(name)
        if said and not statement.per and "/" not in statement.quantity.unit:
            return Standing.WRONG, "", None
        if self._cast.lexicon.measures_otherwise(name, figure.unit):
            return Standing.OPEN, "", None
        scores = {n: self._score(name, n) for n in self._told_with(place)}
        mine = scores[place]
        others = [
            one
            for one in self._indicators.of(place)
            if self._is_own(one, place) and not self._is_base(one, place)
        ]
        right = [one for one in others if self._cast.same_indicator(name, one.key)]
        if right:
            return (
                Standing.PROVED,
                self._reading.written[right[0].start : right[0].end],
                (right[0].start, right[0].end),
            )
        if any(other.beats(mine) for n, other in scores.items() if n != place):
            return Standing.OPEN, mine.words, None
        if mine.near >= ENOUGH:
            other = [one for one in others if mine.span is None or one.start >= mine.span[1]]
            if not other or mine.near == 1:
                return Standing.PROVED, mine.words, mine.span
        if others:
            one = others[0]
            return Standing.WRONG, self._reading.written[one.start : one.end], (one.start, one.end)
        governing = self._indicators.of(place)
        inherits = not mine.has_content
        if inherits and any(self._cast.same_indicator(name, one.key) for one in governing):
            one = next(one for one in governing if self._cast.same_indicator(name, one.key))
            return Standing.PROVED, self._reading.written[one.start : one.end], (one.start, one.end)
        return Standing.OPEN, "", None

    def _is_base(self, one: Named, place: int) -> bool:
        """Whether a name says of what the amount is a share (占规上工业总产值的80%), or which ones it counts."""
        statement = self._reading.statements[place]
        if statement.quantity.unit in ("%", "‰") and self._text[one.end : statement.start] == "的":
            return True
        return any(
            other.role is Role.THRESHOLD and other.start == one.end for other in self._reading.statements
        )

    def _told_with(self, place: int) -> Sequence[int]:
        """The amounts of the sentence that could be the record's own."""
        statements = self._reading.statements
        sentence = statements[place].sentence
        return [
            n
            for n, m in enumerate(statements)
            if n == place
            or (
                m.sentence == sentence
                and (
                    m.role in (Role.LEVEL, Role.RANK, Role.INCREASE)
                    or (m.growth is not None and m.owner is None)
                )
            )
        ]

    def _score(self, name: str, place: int) -> "_Score":
        item = self._items.get(place)
        if item is not None:
            return _dealt_score(name, item)
        return _score(name, self._text, self._chain(place), self._removed)

    @cached_property
    def _items(self) -> Mapping[int, tuple[str, str]]:
        """For amounts that are dealt out, what each is of, and the words that all share: 国家级、省级、市级机构分别为…"""
        items: dict[int, tuple[str, str]] = {}
        for places, head in dealt_rows(self._text, self._reading.statements, self._reading.sentence_starts):
            pieces = re.split("[、和及与]|以及", head.rpartition("，")[2])
            if len(pieces) < len(places) or len(places) < 2:
                continue
            own = pieces[-len(places) :]
            if all(self._subjects.holds(piece) for piece in own):
                continue
            at = own[-1].find(own[-2][-1:]) if own[-2] else -1
            shared = own[-1][at + 1 :] if at >= 0 else ""
            for place, piece in zip(places, own, strict=True):
                items[place] = (piece if piece is own[-1] else piece + shared, head)
        return items

    def _chain(self, place: int) -> Sequence[tuple[tuple[int, int], tuple[int, int]]]:
        """The stretches of the sentence up to the amount's own, which is the last."""
        sentence = self._reading.statements[place].sentence
        return [
            self._stretches[n] for n in range(place + 1) if self._reading.statements[n].sentence == sentence
        ]

    def _begin(self, place: int) -> int:
        return self._reading.sentence_starts[self._reading.statements[place].sentence]

    @cached_property
    def _stretches(self) -> Sequence[tuple[tuple[int, int], tuple[int, int]]]:
        """For each amount the words before it and behind it that are its own."""
        stretches: list[tuple[tuple[int, int], tuple[int, int]]] = []
        statements = self._reading.statements
        end, sentence = 0, -1
        for n, one in enumerate(statements):
            begin = max(self._begin(n), end if one.sentence == sentence else 0)
            tail = self._tail(n)
            stretches.append(((begin, one.start), tail))
            if one.role not in (Role.THRESHOLD, Role.NAME, Role.BASE):
                end, sentence = tail[1], one.sentence
        return stretches

    def _tail(self, place: int) -> tuple[int, int]:
        """What an amount counts, where that stands behind it: 229家完成数字化改造."""
        statements, one = self._reading.statements, self._reading.statements[place]
        following = statements[place + 1].start if place + 1 < len(statements) else len(self._text)
        match = _TAIL.match(self._text, one.end, min(following, one.end + 24))
        return (one.end, match.end()) if match else (one.end, one.end)

    @cached_property
    def _removed(self) -> Sequence[tuple[int, int]]:
        """Where subjects and periods stand, which are no part of an indicator."""
        return [(one.start, one.end) for one in self._subjects.plain] + [
            (p.start, p.end) for p in self._reading.periods
        ]

    def _is_own(self, one: Named, place: int) -> bool:
        (begin, end), (first, last) = self._stretches[place]
        return (begin <= one.start and one.end <= end) or (first <= one.start and one.end <= last)

    def is_among(self, among: str, clause: tuple[int, int]) -> bool:
        """Whether a clause, which ends in a rank, says among whom the place is held, numbers aside."""
        begin, end = clause
        words = "".join(among.split()).lower()
        said = re.sub("[0-9]+个?", "", self._text[begin : end + 12])
        pairs = [words[n : n + 2] for n in range(len(words) - 1)]
        return words in said or (len(pairs) > 2 and sum(pair in said for pair in pairs) >= 0.7 * len(pairs))

    def names_scope(self, clause: tuple[int, int]) -> bool:
        """Whether a clause that ends in a rank names anybody among whom it is held; where it does not, nothing is said
        against anybody."""
        return True

    def is_of(self, number: int, place: int) -> bool:
        """Whether the sentence of a rank says among how many it is held."""
        statements = self._reading.statements
        return any(
            m.quantity.value == number
            and m.sentence == statements[place].sentence
            and m.role is not Role.RANK
            for m in statements
        )

    def ranks(self, figure: Figure, place: int) -> bool:
        """Whether a rank is that of the figure's level, or of its growth where its indicator is one."""
        first, last = self._stretches[place][0]
        rate = bool(_RATE.search(self._text[first:last].rpartition("、")[2]))
        return rate == bool(_RATE.search(figure.indicator))

    def same(self, one: int, other: int) -> bool:
        """Whether two amounts are of the same subject and indicator, as far as the text names them."""
        return all(
            {n.key for n in whose.of(one)} == {n.key for n in whose.of(other)}
            for whose in (self._subjects, self._indicators)
        )

    def keeps(self, level: int, growth: int) -> bool:
        """Whether no other subject or indicator is named between a level and a growth."""
        first, second = self._reading.statements[level], self._reading.statements[growth]
        if second.start < first.start:
            return True
        return not any(
            first.end <= one.start and one.end <= second.start
            for whose in (self._subjects, self._indicators)
            for one in whose.plain
        )


_PER_WORDS = re.compile("亩均|人均|户均|每|单位|日均|月均|年均|平均|年产|日产|月产|单|per|当たり|平均")


def _holds_per(figure: Figure, per: str) -> bool:
    """Whether the record says as well that the amount is one of each."""
    return (
        per in figure.indicator
        or per[:2] in figure.indicator
        or (per in ("每月", "每年") and figure.unit.endswith(f"/{PARTS[per]}"))
        or (per in _PER_JAPANESE and _PER_JAPANESE[per] in figure.indicator)
        or (per in ("年产", "年均", "每年", "每月", "月均") and bool(_PER_WORDS.search(figure.indicator)))
    )


_PER_JAPANESE = {
    "每人": "1人当たり",
    "每亩": "1ムー当たり",
    "每户": "1世帯当たり",
    "每家": "1社当たり",
    "每月": "月",
    "每年": "年",
}
_RATE = re.compile("增速|增幅|增长率|growth|伸び率|増加率")
_SHARED = re.compile("亩均|人均|户均|每亩|每人|每户")
_TAIL = re.compile(r"(?:[的のを])?[\u4e00-\u9fff“”A-Za-z]+")
_STOPS = re.compile(
    r"[ぁ-ん]+|達|増|減|伸|見込|見通|掲|投|昨年|前年|推移|記録|実際|億|ドル|人民元|累計|合計|総額|延|時点|区内|全体|其中|分别|完工|竣工|办结|目前|截至|现有|现已|年末|居|列|位|排名|全市|全省|全国|总额|总数|增速|增幅|规模|恢复到|恢复|完成|实现|达到|达|为|是|共有|共|累计|已经?|增长|下降|同比|环比|新增|的|了|有|占|比|再次|突破|约|近|超过?|和|及|与|、|，|；|：|全年|当年|当月|单季|约|也|又|还|均|各|则|就|仅|只|，"
)


class _Score(NamedTuple):
    """How well a name is said by an amount: `near` within its sentence up to the amount, `own` by its own words alone,
    both from 0 to 1; whether its own words say anything at all."""

    near: float
    own: float
    has_content: bool
    span: tuple[int, int] | None
    words: str

    def beats(self, other: "_Score") -> bool:
        """Whether the name is said of this amount rather than of the other."""
        return self.near >= ENOUGH and (
            self.near > other.near or (self.near == other.near and self.own > other.own and other.has_content)
        )


def _core(name: str) -> str:
    return _GENERIC.sub("", "".join(name.split()).lower()) or name.lower()


def _score(
    name: str,
    text: str,
    chain: Sequence[tuple[tuple[int, int], tuple[int, int]]],
    removed: Sequence[tuple[int, int]],
) -> _Score:
    """How well a name is said by the last stretch of a chain, and by those before it as far as they speak of the same."""
    full, core = "".join(name.split()).lower(), _core(name)
    pairs = {core[n : n + 2] for n in range(len(core) - 1)} or {core}
    own, own_left = _matched(pairs, full, text, chain[-1], removed)
    near = set(own)
    for stretch in reversed(chain[:-1]):
        more, left = _matched(pairs, full, text, stretch, removed)
        if left and more and more != pairs and len(chain) > 2:
            near |= more
            break
        near |= more
    (first, last), _ = chain[-1]
    exact = text.rfind(full, first, last)
    span = (exact, exact + len(full)) if exact >= 0 else None
    if span is None and own:
        spots = [at for pair in own if (at := text.rfind(pair, first, last)) >= 0]
        span = (min(spots), max(spots) + 2) if spots else None
    words = text[span[0] : span[1]] if span else ""
    return _Score(len(near) / len(pairs), len(own) / len(pairs), own_left, span, words)


def _dealt_score(name: str, item: tuple[str, str]) -> _Score:
    """How well a name is said by one item of a list, and by the words before it."""
    core = _core(name)
    pairs = {core[n : n + 2] for n in range(len(core) - 1)} or {core}
    said = {item[0][n : n + 2] for n in range(len(item[0]) - 1)}
    near = [pair for pair in pairs if pair in item[1] or pair in item[0]]
    return _Score(len(near) / len(pairs), len(pairs & said) / max(1, len(pairs | said)), True, None, item[0])


def _matched(
    pairs: Collection[str],
    full: str,
    text: str,
    stretch: tuple[tuple[int, int], tuple[int, int]],
    removed: Sequence[tuple[int, int]],
) -> tuple[set[str], bool]:
    """The pairs of a name that stand in a stretch, and whether that says something else besides."""
    (first, last), (tail_first, tail_last) = stretch
    said = text[first:last] + "|" + text[tail_first:tail_last]
    if full in said:
        return set(pairs), False
    found = {pair for pair in pairs if pair in said}
    covered = {first + n + k for pair in found for n in _all(text[first:last], pair) for k in (0, 1)}
    left = [
        text[n] for n in range(first, last) if n not in covered and not any(a <= n < b for a, b in removed)
    ]
    tail = text[tail_first:tail_last]
    for pair in sorted(found):  # what is left depends on the order
        tail = tail.replace(pair, "")
    rest = re.sub(r"[^\w]+", "", _STOPS.sub("", "".join(left))) + re.sub(r"[^\w]+", "", _STOPS.sub("", tail))
    return found, len(rest) > 1 or any(c in "十百千万亿" or (c.isascii() and c.isalnum()) for c in rest)


def _all(text: str, words: str) -> Iterable[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


ENOUGH = 0.6
"""The share of a name's pairs of characters that have to stand by an amount for it to be named there."""
