"""Whether the subject and the indicator of a record are those that English words speak of."""

import re

from desktop.briefing.owners import ENOUGH, Cast, Owners, Told
from desktop.briefing.records import Figure
from desktop.quantities.english_units import symbols_of
from desktop.quantities.units import unit
from desktop.reading.clause_reader import RATIOS
from desktop.reading.english import EnglishReader
from desktop.reading.english_indicators import Wording, content, is_said, tokens
from desktop.reading.english_whose import EnglishWhose
from desktop.reading.names import Named, Names
from desktop.reading.standing import Standing

_ABOVE = (
    "the city",
    "the province",
    "the country",
    "the nation",
    "nationwide",
    "citywide",
    "provincewide",
    "the county",
    "the municipality",
)
_SHARE = re.compile(
    r"\b(?:share|proportion|percentage|ratio|rate|coverage|occupancy|utili[sz]ation)\b", re.IGNORECASE
)
_OF_ALL = re.compile(r"(?:share|proportion|percentage|ratio) of|.*\brate$", re.IGNORECASE)
_MODIFIERS = re.compile(r"\b(?:that|of|with|in|for|who|which|by|from|to|at)\b")
_COUNTED = ("人", "户", "家", "套", "间", "辆", "台", "栋", "条", "架", "艘")
_RATE = re.compile(r"\b(?:growth|increase|growth rate|rise|decline|rate)\b", re.IGNORECASE)
_SHARED = re.compile(r"\bper (?:mu|capita|head|household|hectare|square)|per-capita")
_PER = re.compile(r"\bper\b|\bfor each\b|\beach\b|average|monthly|daily|yearly|annual", re.IGNORECASE)


class EnglishOwners(Owners):
    """For one English text: whom its amounts are about, and what they measure."""

    def __init__(self, cast: Cast, reading: EnglishReader) -> None:
        self._cast, self._reading, self._english = cast, reading, reading
        self._text = text = reading.text.lower()
        named = sorted([*cast.subject_names.find(text), *_others(text, cast)], key=lambda one: one.start)
        self._subjects = EnglishWhose(text, named, reading, cast.of_kind("company"))
        self._indicators = EnglishWhose(text, cast.indicator_names.find(text), reading)
        removed = [*((one.start, one.end) for one in named), *((p.start, p.end) for p in reading.periods)]
        self._wording = Wording(text, reading, removed)

    def subject(self, figure: Figure, place: int) -> Told:
        """As in other languages; but where the sentence names the record's subject too, to name for the amount what that is
        part of is to name another one."""
        stands, words, at = super().subject(figure, place)
        if stands is Standing.OPEN and at is not None:
            begin, stop = self._english.sentences.span(self._reading.statements[place].start)
            if any(one.key == figure.subject and begin <= one.start < stop for one in self._subjects.plain):
                stands = Standing.WRONG
        return stands, words, at

    def indicator(self, figure: Figure, place: int) -> Told:
        statement = self._reading.statements[place]
        name = figure.twins.get("indicator_en", "") or figure.indicator
        if statement.per and not (_PER.search(name) or "/" in figure.unit):
            return Standing.OPEN, statement.per, None
        shared = statement.per or "/" in statement.quantity.unit or statement.growth
        if _SHARED.search(name) and not shared:
            return Standing.WRONG, "", None
        if self._is_measured_otherwise(name, figure.unit):
            return Standing.WRONG, "", None
        known = [one for one in self._indicators.plain if self._is_own(one, place)]
        right = next(
            (one for one in known if one.key == figure.indicator or self._cast.same_indicator(name, one.key)),
            None,
        )
        said = self._wording.said(name, place)
        others = [one for one in known if one is not right and self._contradicts(name, one, place)]
        if (
            said.own < 1
            and others
            and (right is None or len(content(right.key)) < len(content(others[0].key)))
        ):
            one = others[0]
            return Standing.WRONG, self._reading.written[one.start : one.end], (one.start, one.end)
        span = (right.start, right.end) if right else None
        if right is not None or said.near >= ENOUGH:
            return Standing.PROVED, self._reading.written[slice(*span)] if span else "", span
        return Standing.OPEN, "", None

    def _is_measured_otherwise(self, name: str, symbol: str) -> bool:
        """Whether a name is never stated in such a unit: a share in money, people or exports in percent."""
        if not symbol:
            return False
        ratio, money = symbol in RATIOS, bool(unit(symbol).currency)
        if _OF_ALL.match(name) and not ratio:
            return True
        if ratio and self._cast.lexicon.ids(name) and not (_SHARE.search(name) or _RATE.search(name)):
            return True
        head = _MODIFIERS.split(name)[0].strip().rpartition(" ")[2]
        counted = symbols_of(head)[:1]
        if counted and counted[0] in _COUNTED and (ratio or money) and " per " not in name:
            return True
        return self._cast.lexicon.measures_otherwise(name, symbol)

    def _contradicts(self, name: str, one: Named, place: int) -> bool:
        """Whether a name in the words of an amount says that it measures something else."""
        if self._cast.same_indicator(name, one.key):
            return False
        wanted = content(name)
        inside = all(is_said(stem, wanted) for stem in content(one.key))
        return not inside or one.key in self._cast.own_indicators

    def is_among(self, among: str, clause: tuple[int, int]) -> bool:
        begin, end = clause
        said = tokens(self._text[begin : end + 100])
        return not among or all(is_said(stem, said) for stem in content(among))

    def _is_own(self, one: Named, place: int) -> bool:
        head, start, _, tail = self._english.stretches[place]
        return (head <= one.start and one.end <= start) or (start <= one.start and one.end <= tail)

    def ranks(self, figure: Figure, place: int) -> bool:
        """Whether a rank is that of the figure's level, or of its growth where its indicator is one."""
        own = self._english.stretches[place]
        return "growth" not in self._text[own.head : own.start] or "growth" in figure.indicator

    def same(self, one: int, other: int) -> bool:
        """Whether two amounts are of the same subject and indicator, as far as the text names them."""
        keys = [{n.key for n in self._subjects.of(place)} for place in (one, other)]
        return keys[0] == keys[1] and not all(self._names_one(place) for place in (one, other))

    def _names_one(self, place: int) -> bool:
        """Whether an amount's own words name an indicator."""
        return any(self._is_own(one, place) for one in self._indicators.plain)

    def keeps(self, level: int, growth: int) -> bool:
        """Whether no other subject is named between a level and a growth."""
        first, second = self._reading.statements[level], self._reading.statements[growth]
        if second.start < first.start or self._english.dealt(growth):
            return True
        own = {n.key for n in self._subjects.of(level)}
        between = [
            n
            for n in (*self._subjects.plain, *self._indicators.plain)
            if first.end <= n.start and n.end <= second.start
        ]
        return all(n.key in own for n in between)


def _others(text: str, cast: Cast) -> list[Named]:
    """Words such as “the city”, which name what the pack's zone is part of, or nothing that it knows."""
    names = Names([(words, cast.above(words.removeprefix("the "))) for words in _ABOVE])
    return list(names.find(text))
