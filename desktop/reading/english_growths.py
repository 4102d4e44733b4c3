"""How much something grew, as English clauses say it, and what that is compared with."""

import re
from decimal import Decimal

from desktop.quantities.numerals import Expression
from desktop.reading import english_cues as words
from desktop.reading.english_times import EnglishTimes
from desktop.reading.periods import Period, Reach
from desktop.reading.statements import Growth, Kind, Role

_UNITS = {"%": "percent", "‰": "percent", "倍": "times", "个百分点": "points"}
_TIME_BASE = re.compile(
    r"year|month|quarter|period|(?:19|20)\d\d|earlier|ago|previous|before|last|level|pre-pandemic",
    re.IGNORECASE,
)


_APPOSITION = re.compile(
    r" (?:by )?(?:about |nearly |almost |over |more than |just over |roughly |some )?(?:a|an|one|two|three|four) ?-?(?:third|fifth|quarter|tenth|sixth|half|seventh|eighth|ninth)s?,? (?:or|\()(?: by)?"
)


def growth_of(reader: EnglishTimes, place: int) -> Growth | None:
    """The growth that a ratio is, or None where it is a level or a gap."""
    one = reader.expressions[place]
    size, unit = abs(one.quantity.value), _UNITS[one.quantity.unit]
    if one.quantity.upper is not None:
        return None
    if not one.unit and not re.search(r"\d", one.number):
        return _compared(reader, place, one.quantity.value, unit)
    window, behind = _APPOSITION.sub("", reader.window(place)), reader.behind(place)
    if unit == "times" and (multiple := _multiple(reader, place, window, behind)) is not None:
        return multiple
    sign = _sign(reader, place, window, behind, unit)
    if sign is None:
        return _listed(reader, place, reader.head(place))
    if unit == "times" and _folds(one, window):
        size -= 1
    if one.quantity.value < 0:
        sign = -1
    return _compared(reader, place, size * sign, unit)


def _folds(one: Expression, window: str) -> bool:
    """A five-fold increase makes it five times what it was."""
    return "fold" in one.unit or not re.search(r"\bby ?$", window)


def _multiple(reader: EnglishTimes, place: int, window: str, behind: str) -> Growth | None:
    """Three times that of 2020, 2.5 times the 2019 level."""
    one = reader.expressions[place]
    match = re.match(
        r"^ ?(?:that of|those of|as (?:many|much|high|large|big) as|the (?:amount|number|figure|level|total|value|volume|size|\d{4})|what|its|(?:higher|more|larger|bigger|greater) than|more than|over|from|last|in|the)\b[^,;]{0,40}",
        behind,
        re.IGNORECASE,
    )
    if (
        match is None
        or words.grows(window)
        or (words.PEERS.search(match[0]) and not _TIME_BASE.search(match[0]))
    ):
        return None
    near = [p for p in reader.periods if one.end <= p.start <= one.end + len(match[0])]
    if not near and not _TIME_BASE.search(match[0]):
        return None
    growth = _compared(reader, place, one.quantity.value - 1, "times")
    plain = [p for p in near if not _is_relative(p)]
    return growth._replace(kind=Kind.OTHER, since=plain[0]) if plain else growth


def _sign(reader: EnglishTimes, place: int, window: str, behind: str, unit: str) -> int | None:
    """1 for a growth, -1 for a fall; None where the clause tells of neither."""
    one = reader.expressions[place]
    if words.GAP_BEFORE.search(window) and not re.search(
        r"\b(?:rose|grew|fell|up|down|increased|decreased)[^,;]{0,12}$", window
    ):
        return None
    noun = words.growth_is().search(window)
    if unit == "points" and words.RATE.search(window):
        return None
    gap = words.GAP_BEHIND.match(behind)
    against_peers = gap is not None and words.PEERS.search(gap["base"]) and not _TIME_BASE.search(gap["base"])
    verb = words.grows(window)
    if noun is not None:
        return -1 if noun["down"] or (verb is not None and verb.down and not verb.level) else 1
    if verb is not None and not _is_told_otherwise(verb):
        if verb.level:
            return None
        return -1 if verb.down else 1
    if against_peers:
        return None
    after = words.growth_behind().match(behind)
    if after is not None and (unit != "points" or _TIME_BASE.search(behind[:70])):
        below = after["down"] and not (
            after["down"].lower() in ("below", "off", "less") and not _TIME_BASE.search(behind[:60])
        )
        above = after["up"] and (
            after["up"].lower() not in ("above", "more", "over") or _TIME_BASE.search(behind[:60])
        )
        return -1 if below else 1 if above else None
    if one.number[:1] in "+" and words.CHANGE.search(window):
        return 1
    return None


def _is_told_otherwise(verb: words.Verb) -> bool:
    """Whether another verb stands between the one of growth and the amount: growing exports accounted for 40 percent."""
    return bool(
        re.search(
            r"\b(?:account(?:s|ed|ing)?|mak(?:e|es|ing) up|made up|represent(?:s|ed|ing)?|contribut\w+|which|that|who|is|was|were|are|with|share|stood|reached|and|cover(?:s|ed|ing)?|completed|hold(?:s|ing)?|amid|despite|thanks|because|when|where|after|while|the rate|ratio|proportion|percentage|than)\b",
            verb.fill,
        )
    ) and not re.search(r"\b(?:growth|increase|rate)\b", verb.fill)


def _listed(reader: EnglishTimes, place: int, window: str) -> Growth | None:
    """The growth next in a list: up 3 percent and 4 percent."""
    if not place or place - 1 >= len(reader.statements):
        return None
    previous = reader.statements[place - 1]
    alike = previous.quantity.unit == reader.expressions[place].quantity.unit
    if (
        previous.growth is None
        or not alike
        or not re.fullmatch(r",? ?(?:and|or|,)?(?: then| by| of| about| nearly)* ?", window)
    ):
        return None
    if not reader.same_sentence(previous.start, reader.expressions[place].start):
        return None
    one = reader.expressions[place]
    size = one.quantity.value if previous.growth.size >= 0 else -one.quantity.value
    own = _compared(reader, place, size, previous.growth.unit)
    return (
        own
        if own.kind is not Kind.UNSAID
        else own._replace(kind=previous.growth.kind, since=previous.growth.since)
    )


def _compared(reader: EnglishTimes, place: int, size: Decimal, unit: str) -> Growth:
    """The growth with what it compares with, as its own words say."""
    one, bound = reader.expressions[place], reader.expressions[place].quantity.bound
    before, behind = reader.head(place), _own_tail(reader, place)
    base = _base(reader, place, len(behind))
    for said in (before, behind) if not _TAIL_FIRST.match(behind) else (behind, before):
        if words.AVERAGE.search(said):
            return Growth(
                Kind.AVERAGE, size, unit, bound, base or reader.since(one.start) or _interval(reader, one)
            )
        if words.STEP.search(said):
            return Growth(Kind.STEP, size, unit, bound)
        if words.CHANGE.search(said):
            return Growth(Kind.CHANGE, size, unit, bound)
        if base is not None and _stands_in(base, reader, place, said is before):
            return _on(base, reader, place, size, unit)
    if base is not None:
        return _on(base, reader, place, size, unit)
    return Growth(_carried(reader, one) or _later(reader, place) or Kind.UNSAID, size, unit, bound)


_TAIL_FIRST = re.compile(
    r" ?\(?(?:year|month|quarter|y-?o-?y|on[- ]year|from|over|than|compared|on the|a year)\b", re.IGNORECASE
)


def _on(base: Period, reader: EnglishTimes, place: int, size: Decimal, unit: str) -> Growth:
    """A growth over a named time: the month before is a step."""
    one = reader.expressions[place]
    first, last = base.spans[0]
    own = reader.period(one.start, one.end, place, Role.LEVEL)
    if own is not None and (last - first).days < 32:
        begin = own.spans[0].first
        if 0 < (begin - last).days < 3:
            return Growth(Kind.STEP, size, unit, one.quantity.bound)
    return Growth(Kind.OTHER, size, unit, one.quantity.bound, base)


def _own_tail(reader: EnglishTimes, place: int) -> str:
    """What stands behind a growth and is its own, also beyond a comma: up 5 percent, compared with …"""
    tail, behind = reader.tail(place), reader.behind(place)
    rest = behind[len(tail) :]
    more = re.match(
        r"^,? ?\(?(?:compared|from|over|versus|year[- ]on|on a year|than|against|on the|month[- ]on|quarter[- ]on|y-?o-?y|as)\b[^,;()]*",
        rest,
        re.IGNORECASE,
    )
    following = reader.following(place)
    if (
        following is not None
        and more
        and len(tail) + len(more[0]) >= len(behind)
        and re.search(r"(?:compared (?:with|to)|against|from|versus) ?$", behind)
    ):
        return tail
    return tail + (more[0] if more else "")


def _base(reader: EnglishTimes, place: int, length: int) -> Period | None:
    """The time that a growth compares with, where that is named itself: from 2019, since 2020."""
    one = reader.expressions[place]
    begin = reader.sentences.span(one.start)[0]
    behind = [p for p in reader.periods if one.end <= p.start and p.end <= one.end + length + 2]
    before = [p for p in reader.periods if begin <= p.start and p.end <= one.start]
    for p in (*behind, *reversed(before)):
        if (p.is_base or p.reach is Reach.SINCE) and not _is_relative(p):
            return p
    return None


def _stands_in(base: Period, reader: EnglishTimes, place: int, before: bool) -> bool:
    return (base.end <= reader.expressions[place].start) == before


def _is_relative(p: Period) -> bool:
    return bool(
        re.search(
            r"last|previous|preceding|prior|earlier|ago|before|same|corresponding|comparable|equivalent",
            p.words,
        )
    ) and not re.search(r"(?:19|20)\d\d", p.words)


def _interval(reader: EnglishTimes, one: Expression) -> Period | None:
    """The years over which something grew on average."""
    found = [
        p
        for p in reader.periods
        if reader.same_sentence(p.start, one.start) and (p.spans[0].last.year - p.spans[0].first.year) > 1
    ]
    return found[-1] if found else None


def _carried(reader: EnglishTimes, one: Expression) -> Kind | None:
    """The kind that the head of the sentence gives to all that follows: Year on year, …"""
    head = reader.text[reader.sentences.span(one.start)[0] :][:40]
    match = re.match(
        r" ?(?:On a )?(year|month|quarter)[- ]on[- ](?:year|month|quarter)(?: basis)?,", head, re.IGNORECASE
    )
    return None if match is None else (Kind.CHANGE if match[1].lower() == "year" else Kind.STEP)


def _later(reader: EnglishTimes, place: int) -> Kind | None:
    """The kind that a list says at its end: up 3 percent and 4 percent year on year."""
    at = place
    while (following := reader.following(at)) is not None:
        gap = reader.text[reader.expressions[at].end : following.start]
        if following.quantity.unit != reader.expressions[place].quantity.unit or not re.fullmatch(
            r",? ?(?:and|or)?(?: by)? ?", gap
        ):
            return None
        at += 1
        tail = reader.tail(at)
        if words.STEP.search(tail):
            return Kind.STEP
        if words.CHANGE.search(tail):
            return Kind.CHANGE
    return None
