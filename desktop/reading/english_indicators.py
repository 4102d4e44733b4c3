"""How well the words by an amount of an English text say the name of an indicator."""

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from desktop.reading.clause_reader import RATIOS
from desktop.reading.english_places import EnglishPlaces

_WORD = re.compile(r"[A-Za-z][A-Za-z&]*(?:'s)?|\d[\d,.]*\d|\d")
_PLAIN = """
a accumulated aggregate all amount amounts an and annual as at by count cumulative figure for from full his in
into its level levels new number numbers of on or our over overall per scale size sum sums than that the their
these this those to total totals under value values volume volumes with year yearly
"""
_STOP = frozenset(_PLAIN.split())
"""Words of a name that do not tell it from others."""
_ABOUT = """
about account accounted accounting actual after again against ago aim aims almost also amount amounted
approximately are around average be been before being better billion but came climbed cny come comes compared
correct corrected could current currently decline declined decrease decreased did do does dollar dollars done
down dropped earlier edged edging end exceeded expanded expect expected expects fall fallen falls faster fell
fewer first fourth further gained grew grow grown grows had half has have he here higher hit hits hitting
hundred i improved increase increased increases is it jumped just larger last later least less likely lower made
make makes may million month more most narrowed narrowing nearly no not now only park percent percentage period
plan planned plans point points post posted previous put quarter reach reached reaches reaching real record
recorded registered respectively right rise risen rises rmb rose roughly s same saw second see set she should
showed shrank since slower smaller some stand stands still stood surged surpassed take taken target targeted
targets them then there they third thousand to today took topped total totaled totaling totalled trillion true
up us usd versus was we were when where which while who whom whose widened will worse would year yen you yuan
zone
"""
_IDLE = frozenset(_ABOUT.split())
"""Words by an amount that say how it developed, when and how much it was, not what it is."""
_LIKE = """
throughput handled handle handling moved
export exported abroad
import imported
employee employed employ workers workforce staff people workers headcount payroll person
sales sold sell selling revenue turnover
output produced turned production produce manufactured produces produced
spending spent expenditure spend outlay outlays
investment invested invest investing
profit earned earnings profits
jobs posts positions employment
flats apartments homes housing dwellings
companies firms enterprises businesses company firm enterprise
container teu containers
peak peaked
electricity power
share proportion percentage ratio rate accounted accounting
signed signing contracts
visits visitors visitor visited tourists tourist
area floor covers covering cover square mu hectares space
wages pay salary salaries wage
built build construction constructed
staff employees
average averaged averaging
grants subsidies subsidy grant
attracted drew drawn lured attract
completed finished completion
time times duration wait
foreign overseas
settled resolved solved
research r&d
budget fiscal
"""
"""Words of one line may stand for one another."""


@lru_cache(maxsize=4096)
def _stem(word: str) -> str:
    word = word.lower().removesuffix("'s")
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ments", "ment", "ings", "ing", "ations", "ation", "ers", "ed", "es", "er", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@cache
def _groups() -> Mapping[str, frozenset[int]]:
    groups: dict[str, set[int]] = {}
    for number, line in enumerate(_LIKE.strip().splitlines()):
        for word in line.split():
            groups.setdefault(_stem(word), set()).add(number)
    return {stem: frozenset(found) for stem, found in groups.items()}


@lru_cache(maxsize=4096)
def content(text: str) -> tuple[str, ...]:
    """The stems of the words of a name that tell it from others."""
    found = [w for w in _WORD.findall(text) if w.lower().removesuffix("'s") not in _STOP]
    return tuple(dict.fromkeys(_stem(w) for w in found)) or tuple(_stem(w) for w in _WORD.findall(text))


def tokens(text: str) -> list[str]:
    """The stems of all words."""
    return [_stem(w) for w in _WORD.findall(text)]


_IDLE_STEMS = frozenset(_stem(w) for w in _IDLE | _STOP)


def says_something(stems: Collection[str]) -> bool:
    """Whether words tell of more than that, when and how much something was."""
    return any(s not in _IDLE_STEMS and not s[0].isdigit() and len(s) > 1 for s in stems)


def is_said(stem: str, stems: Collection[str]) -> bool:
    """Whether a word of a name stands among others, in another form or by one that means the same."""
    if stem in stems:
        return True
    own = _groups().get(stem, frozenset())
    if own and any(not own.isdisjoint(_groups().get(other, frozenset())) for other in stems):
        return True
    if len(stem) < 4:
        return False
    return any(
        len(other) >= 4
        and (other.startswith(stem) or stem.startswith(other))
        and abs(len(other) - len(stem)) <= 3
        for other in stems
    )


def share_said(name: str, text: str) -> float:
    """The share of a name's words that stand in a text."""
    said, wanted = tokens(text), content(name)
    return sum(is_said(stem, said) for stem in wanted) / max(1, len(wanted))


class Said(NamedTuple):
    """The share of a name's words that stand by an amount: by its `own` words, and with those `near` it."""

    own: float
    near: float


def how_said(name: str, own: Sequence[str], around: Sequence[str], goes_on: bool) -> Said:
    """`around` are the words that an amount may take over from what stands before; it `goes_on` with them where its own
    say nothing."""
    wanted = content(name)
    if not wanted:  # nothing of it is a word that could be said
        return Said(0, 0)
    hits = [is_said(stem, own) for stem in wanted]
    more = [not hit and is_said(stem, around) for hit, stem in zip(hits, wanted, strict=True)]
    share = sum(hits) / len(wanted)
    worth = 0.95 if goes_on else 0.5
    return Said(share, share + worth * sum(more) / len(wanted))


_BACK = re.compile(r"\b(?:these|those|them|this|it|its|they|which|there)\b")


class Wording:
    """The words of a text by each of its amounts. `removed` are where subjects and periods stand, which tell nothing of
    what is measured."""

    def __init__(self, text: str, reading: EnglishPlaces, removed: Sequence[tuple[int, int]]) -> None:
        self._text, self._reading, self._removed = text, reading, sorted(removed)

    def said(self, name: str, place: int) -> Said:
        """How well a name is said of an amount."""
        goes_on = self._goes_on(place)
        return how_said(name, self._own(place), self._before(place, goes_on), goes_on)

    def _own(self, place: int) -> list[str]:
        """The words of an amount: before it, its unit, and behind it; with what its unit implies."""
        head, start, _, tail = self._reading.stretches[place]
        statement = self._reading.statements[place]
        found = tokens(self._text[head:start]) + tokens(self._text[start:tail])
        if statement.quantity.unit in RATIOS:
            found += ["share", "rate", "ratio", "growth" if statement.growth else "proportion"]
        return found

    def _goes_on(self, place: int) -> bool:
        """Whether an amount's own words say nothing of what it measures, so that it is what was spoken of before."""
        head, start, end, tail = self._reading.stretches[place]
        if self._reading.statements[place].before is not None:
            return True
        found = self._plain(head, start) + self._plain(end, tail)
        return not says_something(found + (self._plain(start, end) if self._counts(place) else []))

    def _counts(self, place: int) -> bool:
        """Whether it says what it counts."""
        statement = self._reading.statements[place]
        return bool(statement.expression.others) and statement.quantity.unit not in ("", "万", "亿")

    def _plain(self, start: int, end: int) -> list[str]:
        """The words of a stretch, subjects and periods aside."""
        found: list[str] = []
        for first, last in self._removed:
            if first >= end:
                break
            if last > start:
                found += tokens(self._text[start : max(start, first)])
                start = max(start, last)
        return found + tokens(self._text[start:end])

    def _before(self, place: int, goes_on: bool) -> list[str]:
        """The words before in the sentence; where its own point back, or say nothing, those of the sentence before."""
        _, start, end, tail = self._reading.stretches[place]
        begin, _ = self._reading.sentences.span(start)
        found = self._in_sentence(begin, start, place, goes_on)
        row = self._reading.dealt(place)
        if row and row[-1] != place:
            last = self._reading.stretches[row[-1]]
            found += tokens(self._text[last.end : last.tail])
        silent = not says_something(found + self._plain(end, tail))
        if begin and (silent or _BACK.search(self._text, begin, start)):
            previous, _ = self._reading.sentences.span(max(0, begin - 2))
            found += tokens(self._text[previous:begin])
        return found

    def _in_sentence(self, begin: int, end: int, place: int, goes_on: bool) -> list[str]:
        """The words between the amounts before, the nearest first, and what the nearest counts, unless it is of the same
        clause; no further than to the first that say something where the amount only goes on."""
        statements, found = (
            self._reading.statements,
            tokens(self._text[max(begin, self._reading.previous_end(place)) : end]),
        )
        linked = False
        for number in range(place - 1, -1, -1):
            one = statements[number]
            if one.start < begin:
                break
            start = max(begin, self._reading.previous_end(number))
            if statements[place].before == number:
                found += tokens(self._text[one.start : one.end])
            elif self._counts(number) and not linked:
                linked = True
                if not self._counts(place) and self._reading.are_parted(number, place):
                    found += tokens(self._text[one.start : one.end])
            found += tokens(self._text[start : one.start])
            if goes_on and says_something(self._plain(start, one.start)):
                break
        return found
