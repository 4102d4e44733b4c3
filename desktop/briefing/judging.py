"""A figure held against its words, part by part: what they prove, what they leave open, what they contradict."""

from collections.abc import Iterator, Sequence

from desktop.briefing.owners import Owners
from desktop.briefing.parts import Found, Judgement, Part
from desktop.briefing.records import Figure
from desktop.quantities.dates import EdtfDate
from desktop.quantities.quantity import Bound, Quantity
from desktop.quantities.units import UnitError, convert, unit
from desktop.reading.periods import Reach
from desktop.reading.reader import Reading
from desktop.reading.standing import Standing
from desktop.reading.statements import PARTS, Growth, Kind, Role, Statement

_RATIOS = ("%", "‰", "倍", "个百分点")
_RATE_WORDS = (
    "增速",
    "增幅",
    "增长率",
    "同比",
    "环比",
    "增长",
    "降幅",
    "涨幅",
    "下降",
    "growth",
    "increase",
    "伸び率",
    "増加率",
    "増減率",
)
_INCREASE_WORDS = (
    "增加",
    "增量",
    "新增",
    "净增",
    "减少",
    "增长额",
    "高出",
    "多",
    "少",
    "提高",
    "缩短",
    "increase",
    "増加",
    "減少",
    "added",
)
_GAP_WORDS = ("拉动", "高于", "低于", "超", "领先", "差距", "收窄", "扩大", "提高", "回落", "加快")
_INCREASES = ("增加额", "增量", "增长额", "净增额", "减少额")
_GROWTHS = (("change", Kind.CHANGE), ("step", Kind.STEP), ("average", Kind.AVERAGE))


def judge(figure: Figure, reading: Reading, inside: tuple[int, int], owners: Owners) -> Judgement:
    """The best that the words between `inside` of a reading say for a figure. Where they contradict it, and give another
    number for just what it says, its own number is wrong too."""
    places = [n for n, m in enumerate(reading.statements) if inside[0] <= m.start and m.end <= inside[1]]
    best: Judgement | None = None
    for place in places:
        one = _Case(figure, reading, place, owners).judge()
        if one is not None and (best is None or one.cost < best.cost):
            best = one
    if best is None:
        return Judgement(tuple(_nothing(figure, reading, places)))
    rival = _rival(figure, reading, places, owners, best)
    if rival is None:
        return best
    part = Part.GROWTH if figure.value is None and figure.rank is None else Part.VALUE
    return best.denying(part, reading.written[rival.start : rival.end], (rival.start, rival.end))


def _rival(
    figure: Figure, reading: Reading, places: Sequence[int], owners: Owners, best: Judgement
) -> Statement | None:
    """The amount that the words give for just what the record says, where they do not for the one with its number."""
    if best.statement is None:
        return None
    named = Part.INDICATOR not in best.parts(Standing.OPEN) + best.parts(Standing.WRONG)
    if named and not best.cost[0]:
        return None
    for place in places:
        other = reading.statements[place]
        if other is best.statement or not _is_alike(other, figure, named):
            continue
        found = _Case(figure, reading, place, owners).surroundings()
        said = any(one.part is Part.INDICATOR and one.standing is Standing.PROVED for one in found)
        if all(one.standing is not Standing.WRONG for one in found) and (
            said or (best.is_elsewhere and _is_alike(other, figure, named=True))
        ):
            return other
    return None


def _is_alike(statement: Statement, figure: Figure, named: bool) -> bool:
    """Whether an amount could be the record's own: a level in units of the same kind, unless the number is named as
    something else; or a growth where it has no value."""
    if figure.value is None:
        return statement.role is Role.RANK if figure.rank is not None else statement.growth is not None
    if not _is_told(statement, figure):
        return False
    try:
        family = unit(figure.unit).family
        return not named or any(unit(one.unit).family == family for one in statement.readings)
    except UnitError:
        return False


def _is_told(statement: Statement, figure: Figure) -> bool:
    """Whether an amount is what the record takes it for: a level, or the growth or increase that its indicator names."""
    role, name = statement.role, figure.indicator
    if role is Role.LEVEL:
        return not name.endswith(_INCREASES)
    if role is Role.RANK:
        return figure.unit in ("位", "")
    if role is Role.GROWTH:
        return "倍" in name or any(word in name for word in _RATE_WORDS)
    if role is Role.INCREASE:
        return any(word in name for word in _INCREASE_WORDS)
    return role is Role.GAP and any(word in name for word in _GAP_WORDS)


def _nothing(figure: Figure, reading: Reading, places: Sequence[int]) -> Iterator[Found]:
    """Where no amount is the figure's own; a range that holds its value is told."""
    value = figure.value
    if value is not None:
        near = [reading.statements[place] for place in places]
        ranges = [
            m for m in near if m.quantity.upper is not None and m.quantity.value <= value <= m.quantity.upper
        ]
        at = (ranges[0].start, ranges[0].end) if ranges else None
        yield Found(Part.VALUE, Standing.WRONG, reading.written[slice(*at)] if at else "", at)
    if any(getattr(figure, name) is not None for name, _ in _GROWTHS):
        yield Found(Part.GROWTH, Standing.WRONG)
    if figure.rank is not None:
        yield Found(Part.RANK, Standing.WRONG)


class _Case:
    """One amount of the text, taken for the figure's own."""

    def __init__(self, figure: Figure, reading: Reading, place: int, owners: Owners) -> None:
        self.figure, self.reading, self.place, self.owners = figure, reading, place, owners
        self.statement = reading.statements[place]
        self.growth: Statement | None = None

    def judge(self) -> Judgement | None:
        """None where the amount has nothing to do with the figure."""
        if self.figure.value is not None:
            found = list(self._value())
            if not found:
                return None
        elif any(getattr(self.figure, name) is not None for name, _ in _GROWTHS):
            if self.statement.growth is None or not self._is_claimed():
                return None
            found = []
        elif self.figure.rank is not None:
            if self.statement.role is not Role.RANK:
                return None
            found = []
        else:
            return None
        found += [*self._growth(), *self._before(), *self._rank(), *self.surroundings()]
        return Judgement(tuple(found), self.statement, self.growth)

    def surroundings(self) -> list[Found]:
        """All that does not depend on the numbers."""
        return [*self._period(), self._status(), self._subject(), self._indicator()]

    def _is_claimed(self) -> bool:
        """Whether the amount is as large as one of the growths that the record claims; where none of the text is, each
        counts."""
        sizes = [
            abs(getattr(self.figure, name)) for name, _ in _GROWTHS if getattr(self.figure, name) is not None
        ]
        fits = [m for m in self.reading.statements if m.growth is not None and abs(m.growth.size) in sizes]
        return not fits or self.statement in fits

    # the amount

    def _value(self) -> Iterator[Found]:
        figure, statement = self.figure, self.statement
        assert figure.value is not None
        written = statement.quantity
        recorded = Quantity(figure.value, figure.unit, Bound(figure.bound), figure.upper)
        size = self._unit(statement, recorded)
        if size is None:
            return
        at, words = (statement.start, statement.end), self.reading.written[statement.start : statement.end]
        told = _is_told(self.statement, figure)
        yield Found(Part.VALUE, Standing.PROVED if told else Standing.WRONG, words, at)
        yield Found(Part.UNIT, size, words, at)
        same = written.bound is recorded.bound
        yield Found(Part.BOUND, Standing.PROVED if same else Standing.WRONG, words, at)

    def _unit(self, statement: Statement, recorded: Quantity) -> Standing | None:
        """How the unit stands, in whichever of its readings the amount is the record's; a noun that the record names itself
        is right."""
        found = [_unit_of(one, recorded, statement.per) for one in statement.readings]
        if Standing.PROVED in found or not any(found):
            return Standing.PROVED if Standing.PROVED in found else None
        twins = (self.figure.twins.get(f"unit_{x}", "").lower() for x in ("en", "ja"))
        words = self.reading.text[statement.start : statement.end + 24].lower()
        if any(noun and noun in words for noun in twins):
            return Standing.PROVED
        return Standing.WRONG if statement.expression.others else found[0] or Standing.OPEN

    # its time, and whether it is planned

    def _period(self) -> Iterator[Found]:
        if self.figure.period is None:
            return
        period = self.statement.period
        if period is None:
            yield Found(Part.PERIOD, Standing.OPEN)
            return
        stands = Standing.PROVED if period.means(self.figure.period) else Standing.WRONG
        if stands is Standing.WRONG and (period.start < self._begin() or period.reach is Reach.NOW):
            stands = Standing.OPEN
        yield Found(Part.PERIOD, stands, period.words, (period.start, period.end))

    def _begin(self) -> int:
        """Where the sentence of the amount begins."""
        return self.reading.sentence_starts[self.statement.sentence]

    def _status(self) -> Found:
        """Words that tell of no plan prove an actual figure; what they are silent on they do not contradict."""
        statement = self.statement
        if statement.status == self.figure.status:
            return Found(Part.STATUS, Standing.PROVED, statement.status_words)
        planned = statement.status != "actual"
        if planned and statement.status_words and statement.status_words in self.figure.indicator:
            return Found(Part.STATUS, Standing.PROVED, statement.status_words)
        silent = statement.status == "actual" and not statement.status_words
        return Found(Part.STATUS, Standing.OPEN if silent else Standing.WRONG, statement.status_words)

    # growth

    def _growth(self) -> Iterator[Found]:
        claims = [(name, kind) for name, kind in _GROWTHS if getattr(self.figure, name) is not None]
        if not claims:
            return
        yield min(
            (self._grown(name, kind) for name, kind in claims),
            key=lambda f: (f.standing is Standing.PROVED, f.standing is Standing.OPEN),
        )

    def _grown(self, name: str, kind: Kind) -> Found:
        """How one growth of the figure stands: among those that belong to the amount, one has to be it."""
        own = [m for m in self.reading.statements if m.growth is not None and self._belongs(m)]
        for statement in own:
            assert statement.growth is not None
            if self._is_growth(statement.growth, name, kind, statement):
                self.growth = statement
                return Found(
                    Part.GROWTH,
                    Standing.PROVED,
                    self.reading.written[statement.start : statement.end],
                    (statement.start, statement.end),
                )
        near = own[0] if own else None
        words = self.reading.written[near.start : near.end] if near else ""
        return Found(Part.GROWTH, Standing.WRONG, words, (near.start, near.end) if near else None)

    def _belongs(self, growth: Statement) -> bool:
        """Whether a growth is that of the amount in hand."""
        statements = self.reading.statements
        if growth is self.statement:
            return True
        if self.figure.value is None:
            first, other = self.statement, growth
            return first.sentence == other.sentence and self.owners.same(self.place, statements.index(other))
        return growth.owner == self.place and self.owners.keeps(self.place, statements.index(growth))

    def _is_growth(self, growth: Growth, name: str, kind: Kind, statement: Statement) -> bool:
        figure = self.figure
        size, written = getattr(figure, name), getattr(figure, f"{name}_unit")
        if growth.bound is not Bound(getattr(figure, f"{name}_bound")):
            return False
        same = (
            growth.size == size
            if written == growth.unit
            else (
                {written, growth.unit} == {"percent", "times"}
                and growth.percent == (size * 100 if written == "times" else size)
            )
        )
        return bool(same) and self._is_kind(growth, kind)

    def _is_kind(self, growth: Growth, kind: Kind) -> bool:
        """Whether it compares with what the record says."""
        figure = self.figure
        if kind is Kind.CHANGE:
            if figure.change_since is not None:
                return (
                    growth.kind in (Kind.OTHER,)
                    and growth.since is not None
                    and growth.since.means(figure.change_since)
                )
            if growth.kind is Kind.OTHER:
                return growth.since is not None and _is_year_before(
                    growth.since.spans[0].first.year, figure.period, growth
                )
            return growth.kind in (Kind.CHANGE, Kind.UNSAID)
        if kind is Kind.STEP:
            return growth.kind is Kind.STEP
        if growth.kind is not Kind.AVERAGE:
            return False
        if figure.since is None:
            return True
        return growth.since is not None and growth.since.spans[0].first.year == (
            figure.since.earliest.year if figure.since.earliest else None
        )

    # what it was, and which place it holds

    def _before(self) -> Iterator[Found]:
        figure = self.figure
        if figure.value_before is None:
            return
        before = self.statement.before
        if before is None:
            yield Found(Part.BEFORE, Standing.WRONG)
            return
        other = self.reading.statements[before]
        size = _unit_of(other.quantity, Quantity(figure.value_before, figure.unit), other.per)
        same = size in (Standing.PROVED, Standing.OPEN)
        yield Found(
            Part.BEFORE,
            Standing.PROVED if same else Standing.WRONG,
            self.reading.written[other.start : other.end],
            (other.start, other.end),
        )

    def _rank(self) -> Iterator[Found]:
        figure = self.figure
        if figure.rank is None:
            return
        ranks = [
            m
            for m in self.reading.statements
            if m.role is Role.RANK and m.sentence == self.statement.sentence
        ]
        right = [
            m
            for m in ranks
            if m.quantity.value == figure.rank
            and m.quantity.bound is Bound.EXACTLY
            and self.owners.ranks(figure, self.reading.statements.index(m))
        ]
        if not right:
            yield Found(Part.RANK, Standing.WRONG if ranks else Standing.OPEN)
            return
        one = right[0]
        begin = self.reading.sentence_starts[one.sentence]
        clause = (begin, one.end)
        fits = self.owners.is_among(figure.rank_among, clause) and (
            figure.rank_of is None or self.owners.is_of(figure.rank_of, self.reading.statements.index(one))
        )
        yield Found(
            Part.RANK,
            Standing.PROVED if fits else Standing.WRONG if self.owners.names_scope(clause) else Standing.OPEN,
            self.reading.written[one.start : one.end],
            (one.start, one.end),
        )

    # whose it is

    def _subject(self) -> Found:
        return Found(Part.SUBJECT, *self.owners.subject(self.figure, self.place))

    def _indicator(self) -> Found:
        told = self.owners.indicator(self.figure, self.place)
        ranked = self.figure.value is None and self.statement.role is Role.RANK
        if ranked and told[0] is Standing.PROVED and not self.owners.ranks(self.figure, self.place):
            return Found(Part.INDICATOR, Standing.OPEN, *told[1:])
        return Found(Part.INDICATOR, *told)


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _is_year_before(year: int, period: EdtfDate | None, growth: Growth) -> bool:
    return period is None or (period.earliest is not None and period.earliest.year == year + 1)


def _unit_of(written: Quantity, recorded: Quantity, per: str) -> Standing | None:
    """How the unit stands where the number is the record's; None where it is another number."""
    if (written.upper is None) != (recorded.upper is None):
        return None
    if written.unit == recorded.unit:
        return Standing.PROVED if (written.value, written.upper) == (recorded.value, recorded.upper) else None
    try:
        ends = [
            None if end is None else convert(end, written.unit, recorded.unit)
            for end in (written.value, written.upper)
        ]
        if ends == [recorded.value, recorded.upper]:
            return Standing.PROVED
    except UnitError:
        pass
    if (written.value, written.upper) != (recorded.value, recorded.upper):
        return None
    if (
        written.bound is Bound.SCALE
        and written.unit in ("万", "亿", "万亿")
        and recorded.unit.startswith(written.unit)
    ):
        return Standing.PROVED
    if _is_per(written.unit, recorded.unit, per):
        return Standing.PROVED
    if (
        not written.unit
        or not recorded.unit
        or (written.unit in ("万", "亿", "万亿") and recorded.unit.startswith(written.unit))
    ):
        return Standing.OPEN
    return Standing.WRONG


def _is_per(written: str, recorded: str, per: str) -> bool:
    """万元 behind 亩均 is 万元/亩."""
    above, slash, below = recorded.partition("/")
    return bool(slash) and above == written and PARTS.get(per) == below
