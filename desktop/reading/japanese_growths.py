"""How much something grew, as Japanese clauses say it, and what that is compared with."""

import re
from decimal import Decimal

from desktop.quantities.numerals import Expression
from desktop.reading import japanese_cues as words
from desktop.reading.clause_reader import ClauseReader
from desktop.reading.periods import Period, Reach
from desktop.reading.statements import Growth, Kind

_UNITS = {"%": "percent", "‰": "percent", "倍": "times", "个百分点": "points"}
_RELATIVE = re.compile("前年|昨年|去年|前の|前月|先月|前期|前四半期|同期|同月")


def growth_of(reader: ClauseReader, place: int) -> Growth | None:
    """The growth that a ratio is, or None where it is a level or a gap."""
    one = reader.expressions[place]
    size, unit = abs(one.quantity.value), _UNITS[one.quantity.unit]
    if one.quantity.upper is not None:
        return None
    if not one.unit and not re.search("[0-9]", one.number):
        return _compared(reader, place, one.quantity.value, unit)
    window, behind = _window(reader, place), _behind(reader, place)
    if words.GAP.search(window):
        return None
    sign = _sign(one, window, behind, unit)
    if sign is None:
        return _listed(reader, place)
    if unit == "times" and not re.match("の?(?:増|伸び)(?!え|加)", behind):
        size -= 1
    if one.quantity.value < 0:
        sign = -1
    return _compared(reader, place, size * sign, unit)


def _window(reader: ClauseReader, place: int) -> str:
    one = reader.expressions[place]
    begin = max(reader.clauses.span(one.start)[0], reader.previous_end(place))
    return reader.text[begin : one.start + len(one.lead)].removesuffix(one.lead)


def _behind(reader: ClauseReader, place: int) -> str:
    one = reader.expressions[place]
    following = reader.following(place)
    stop = following.start if following else reader.sentences.span(one.start)[1]
    return reader.text[one.end : min(stop, one.end + 30)]


def _sign(one: Expression, window: str, behind: str, unit: str) -> int | None:
    """1 for a growth, -1 for a fall; None where the clause tells of neither."""
    noun = words.GROWTH_IS.search(window)
    after = words.GROWS_BEHIND.match(behind)
    if unit == "points" and words.RATE.search(window) and after is not None and "成長率" not in window:
        return None
    if unit == "times" and re.match("(?:に|と)?(?:なっ|なり|なる|増|拡大|膨|達|伸び|上昇|急増|の)", behind):
        return (
            1
            if re.search("年|月|期|比|に比べ|より", window)
            or re.match("に(?:なっ|なり|増|拡大|膨|伸|急増|達|上昇)", behind)
            else None
        )
    if noun is not None:
        return -1 if noun["down"] else 1
    if after is not None:
        return -1 if after["down"] else 1
    if words.COMPARED.search(window) and (
        re.search("プラス|マイナス", window[-6:]) or one.number[:1] in tuple("+-−▲△")
    ):
        return -1 if "マイナス" in window[-6:] else 1
    if re.search("(?:プラス|マイナス)$", window):
        return -1 if window.endswith("マイナス") else 1
    return None


def _listed(reader: ClauseReader, place: int) -> Growth | None:
    """The growth of a list, whose verb stands behind the last of them: 3%、4%増."""
    at = place
    while (following := reader.following(at)) is not None:
        gap = reader.text[reader.expressions[at].end : following.start]
        alike = following.quantity.unit == reader.expressions[place].quantity.unit
        if not alike or not re.fullmatch("(?:、|と|および|・)(?:約)?", gap):
            return None
        at += 1
        sign = _sign(following, "", _behind(reader, at), _UNITS[following.quantity.unit])
        if sign is not None:
            return _compared(
                reader,
                place,
                abs(reader.expressions[place].quantity.value) * sign,
                _UNITS[following.quantity.unit],
            )
    return None


def _compared(reader: ClauseReader, place: int, size: Decimal, unit: str) -> Growth:
    """The growth with what it compares with, as the words before it say."""
    one, bound = reader.expressions[place], reader.expressions[place].quantity.bound
    begin, _ = reader.sentences.span(one.start)
    near = reader.text[max(begin, reader.previous_end(place), reader.clauses.span(one.start)[0]) : one.start]
    base = next(
        (
            p
            for p in reversed(reader.periods)
            if begin <= p.start and p.end <= one.start and (p.is_base or p.reach is Reach.SINCE)
        ),
        None,
    )
    named = base if base is not None and not _RELATIVE.search(base.words) else None
    for said in (near, reader.text[begin : one.start][-40:]):
        if words.AVERAGE.search(said):
            return Growth(Kind.AVERAGE, size, unit, bound, named or _interval(reader, one))
        spots = {
            kind: [m.start() for m in pattern.finditer(said)]
            for kind, pattern in ((Kind.STEP, words.STEP), (Kind.CHANGE, words.CHANGE))
        }
        last = (
            max((found[-1], kind) for kind, found in spots.items() if found) if any(spots.values()) else None
        )
        if (
            named is not None
            and named.start >= one.start - len(said)
            and (last is None or named.start > one.start - len(said) + last[0])
        ):
            return Growth(Kind.OTHER, size, unit, bound, named)
        if last is not None and _compares(reader, one, last[1]):
            return Growth(last[1], size, unit, bound)
    if named is not None:
        return Growth(Kind.OTHER, size, unit, bound, named)
    return Growth(Kind.UNSAID, size, unit, bound)


def _compares(reader: ClauseReader, one: Expression, kind: Kind) -> bool:
    """Whether words such as 昨年 are what something is compared with rather than its time."""
    begin, _ = reader.sentences.span(one.start)
    pattern = words.STEP if kind is Kind.STEP else words.CHANGE
    for match in pattern.finditer(reader.text, begin, one.start):
        told = [p for p in reader.periods if p.start <= match.start() < p.end and not p.is_base]
        if not told:
            return True
    return False


def _interval(reader: ClauseReader, one: Expression) -> Period | None:
    """The years over which something grew on average."""
    found = [
        p
        for p in reader.periods
        if reader.same_sentence(p.start, one.start) and p.spans[0].last.year - p.spans[0].first.year > 1
    ]
    return found[-1] if found else None
