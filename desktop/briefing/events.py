"""Milestones, facilities, projects and programmes held against their words: name, stage or state, date, giver."""

import re
from collections.abc import Iterator
from datetime import date

from desktop.briefing.parts import Found, Judgement, Part
from desktop.briefing.records import Facility, Milestone, Programme, Project, Record
from desktop.briefing.surroundings import Place
from desktop.quantities.dates import EdtfDate, period_between
from desktop.quantities.numerals import parse_number
from desktop.reading.periods import Period, Published
from desktop.reading.reader import plain
from desktop.reading.stages import Said, stages_in, states_in
from desktop.reading.standing import Standing

ENOUGH = 0.6
"""The share of a name's pairs of characters that have to stand in the words for it to be named there."""
Span = tuple[int, int]


def judge_event(
    record: Record, place: Place, names: tuple[str, ...], published: Published | None
) -> Judgement:
    """How the parts of a record without a number stand; `names` are those of what it is about, its project's for a
    milestone."""
    match record:
        case Milestone():
            return Judgement(tuple(_milestone(record, place, names, published)))
        case Facility():
            return Judgement(tuple(_facility(record, place, published)))
        case Programme():
            return Judgement(tuple(_programme(record, place)))
        case Project():
            return Judgement((_named(record, place),))
    return Judgement(())


def _words(place: Place) -> str:
    """The quoted words alone."""
    return place.reading.text[place.inside[0] : place.inside[1]].lower()


def _spot(place: Place, said: Said) -> Span:
    return place.inside[0] + said.start, place.inside[0] + said.end


# milestones


def _milestone(
    record: Milestone, place: Place, names: tuple[str, ...], published: Published | None
) -> Iterator[Found]:
    words = _words(place)
    wanted = {one.name for one in stages_in(record.stage.lower())}
    every = list(stages_in(words))
    own = [one for one in every if one.name in wanted]
    at = _nearest(own, record, place) or _nearest(every, record, place)
    spot = _spot(place, at) if at else (place.inside[1], place.inside[1])
    period, status, cue = place.reading.told_at(*spot)
    if period is None and status != "actual":
        period = _next_period(spot[1], place)
    denied = _DENIED.search(place.reading.text[max(place.inside[0], spot[0] - 4) : spot[0]])
    if denied:
        status, cue = "forecast", denied[0]
        period = period or _next_period(spot[1], place)
    dated = list(_milestone_date(record, period, place, published))
    if any(one.standing is not Standing.PROVED for one in dated) and _is_another_stage(
        record, every, own, place
    ):
        yield Found(Part.STAGE, Standing.WRONG, _first(words, [one for one in every if one not in own]))
    elif own:
        yield Found(Part.STAGE, Standing.PROVED, words[own[0].start : own[0].end], _spot(place, own[0]))
    elif share(record.stage, words) >= ENOUGH:
        yield Found(Part.STAGE, Standing.PROVED)
    else:
        yield Found(Part.STAGE, Standing.WRONG if wanted and every else Standing.OPEN, _first(words, every))
    yield from dated
    yield from _planned(record, place)
    yield _done(record, period, status, cue, published)
    yield _about(record, names, place)


_DENIED = re.compile("尚未|还未|仍未|没有|未能|未|not yet|yet |まだ")
_SLIP = re.compile("(提前|推迟|延后|延迟|晚|早)了?([0-9一二三四五六七八九十两]{1,3})个月")
_ONCE = re.compile(
    r"(?:(?:原计划|原定|原先计划|计划|原拟)(?:于|在)?|(?:当初|当初の予定(?:では)?)、?"
    r"|\b(?:originally|initially|first) (?:set|planned|scheduled|due|expected|slated|meant)(?: (?:for|in|by|to \w+(?: in| by)?))?(?: the)? )$"
)


def _next_period(at: int, place: Place) -> Period | None:
    """The first time named behind a place, in the quoted words."""
    inside = (p for p in place.reading.periods if at <= p.start and p.end <= place.inside[1])
    found = next(inside, None)
    return place.reading.told_at(found.end, found.end)[0] if found else None


def _is_another_stage(record: Milestone, every: list[Said], own: list[Said], place: Place) -> bool:
    """Whether the record's date is told of another stage than its own."""
    for one in every:
        if one in own or record.date is None:
            continue
        period, _, _ = place.reading.told_at(*_spot(place, one))
        if period is not None and _agreement(record.date, period) is Standing.PROVED:
            return True
    return False


def _planned(record: Milestone, place: Place) -> Iterator[Found]:
    """The date that was planned at first: named as such, or by how much sooner or later it was done."""
    if record.planned is None:
        return
    text = place.reading.text
    for period in place.reading.periods:
        if _ONCE.search(text[max(0, period.start - 40) : period.start]):
            usual = tuple(s for s in period.spans if s.first.year == period.spans[0].first.year)
            yield Found(Part.DATE, _agreement(record.planned, period._replace(spans=usual)), period.words)
            return
    match = _SLIP.search(text, *place.inside)
    number = parse_number(match[2]) if match else None
    between = period_between(record.planned, record.date) if record.date else None
    if match is None or number is None or between is None:
        yield Found(Part.DATE, Standing.OPEN)
        return
    months = -int(number) if match[1] in ("提前", "早") else int(number)
    agrees = between[0] <= months <= between[1]
    yield Found(Part.DATE, Standing.PROVED if agrees else Standing.WRONG, match[0])


def _milestone_date(
    record: Milestone, period: Period | None, place: Place, published: Published | None
) -> Iterator[Found]:
    """What is done was done before the source could tell of it."""
    first = record.date.earliest_fuzzy if record.date else None
    late = published is not None and (published.year, published.month or 12)
    if first and late and record.status == "done" and (first.year, first.month) > late:
        yield Found(Part.DATE, Standing.WRONG)
        return
    yield from _dated(record.date, period, place)


def _first(words: str, every: list[Said]) -> str:
    return words[every[0].start : every[0].end] if every else ""


def _nearest(own: list[Said], record: Milestone, place: Place) -> Said | None:
    """Among several places where the stage is named, the one whose time is the record's, else the first."""
    return next((one for one in own if _is_then(one, record, place)), own[0] if own else None)


def _is_then(one: Said, record: Milestone, place: Place) -> bool:
    """Whether the time of a stage that is named is the record's."""
    period, _, _ = place.reading.told_at(*_spot(place, one))
    if record.date is None or period is None:
        return False
    return _agreement(record.date, period) is Standing.PROVED


def _done(
    record: Milestone, period: Period | None, status: str, cue: str, published: Published | None
) -> Found:
    """Done or planned, by words such as 预计 and 已, or by a time that was still to come."""
    ahead = period is not None and published is not None and _is_ahead(period, published)
    planned = status in ("target", "forecast") or ahead
    if planned == (record.status == "planned"):
        return Found(Part.STATUS, Standing.PROVED, cue)
    silent = not planned and not cue and period is None
    return Found(Part.STATUS, Standing.OPEN if silent else Standing.WRONG, cue)


def _is_ahead(period: Period, published: Published) -> bool:
    first = period.spans[0].first
    return (first.year, first.month) > (published.year, published.month or 12)


# facilities


def _facility(record: Facility, place: Place, published: Published | None) -> Iterator[Found]:
    found = _named(record, place)
    begin, end = _own_clause(record.name, place)
    words = place.reading.text[begin:end].lower()
    if record.status:
        states = {one.name for one in states_in(words)}
        first = next(iter(states_in(words)), None)
        spot = (begin + first.start, begin + first.end) if first else None
        if "planned" in states or (first and place.reading.told_at(*(spot or (end, end)))[1] != "actual"):
            states = {"planned"}
        elif "building" in states:
            states = {"building"}
        silent = not states or (record.status == "operating" and "opened" in states)
        stands = Standing.OPEN if silent else Standing.WRONG
        stands = Standing.PROVED if record.status in states else stands
        elsewhere = {one.name for one in states_in(_words(place))}
        if stands is Standing.WRONG and record.status in elsewhere:
            found = found._replace(standing=Standing.OPEN)
        yield Found(Part.STATUS, stands, words[first.start : first.end] if first else "", spot)
    yield found
    if record.opened is not None:
        shown = next(iter(states_in(words)), None)
        spot = (begin + shown.start, begin + shown.end) if shown else (end, end)
        period, _, _ = place.reading.told_at(*spot)
        yield from _dated(record.opened, period, place)


def _own_clause(name: str, place: Place) -> Span:
    """The words from a name on up to the next clause that names something else."""
    text, (first, last) = place.reading.text, place.inside
    spot = _parted(plain(name, place.reading.language), text[first:last])
    begin = first + spot[0] if spot else first
    stops = "、，；。;,." if place.reading.language == "ja" else "，；。;,."
    stop = min((n for n in (text.find(c, begin, last) for c in stops) if n >= 0), default=last)
    return begin, stop if any(True for _ in states_in(text[begin:stop].lower())) else last


# projects and programmes


def _programme(record: Programme, place: Place) -> Iterator[Found]:
    yield _named(record, place)
    if record.giver:
        given = plain(record.giver, place.reading.language).lower() in place.reading.text.lower()
        yield Found(Part.GIVER, Standing.PROVED if given else Standing.OPEN, record.giver if given else "")
    if record.year is not None:
        at = place.reading.text.find(plain(record.name, place.reading.language))
        spot = (
            (at, at + len(plain(record.name, place.reading.language)))
            if at >= 0
            else (place.inside[1], place.inside[1])
        )
        period, _, _ = place.reading.told_at(*spot)
        yield from _dated(record.year, period, place)


def _parted(name: str, words: str) -> Span | None:
    """Where a name stands in some words, whole, or its end alone behind its beginning (甲公寓一期…，二期…)."""
    at = words.find(name)
    if at >= 0:
        return at, at + len(name)
    if name.isascii():
        return None
    for cut in range(len(name) - 2, 2, -1):
        head = words.find(name[:cut])
        tail = words.find(name[cut:], head + cut) if head >= 0 else -1
        if tail >= 0:
            return tail, tail + len(name) - cut
    return None


def _named(record: Facility | Project | Programme, place: Place) -> Found:
    names = (record.name, *(record.twins.get(f"name_{x}", "") for x in ("en", "ja")))
    words = _words(place)
    for name in names:
        spot = _parted(plain(name, place.reading.language).lower(), words) if name else None
        if spot is not None:
            at = (place.inside[0] + spot[0], place.inside[0] + spot[1])
            return Found(Part.NAME, Standing.PROVED, name, at)
    pieces = re.split(r"[,;:]|\b(?:and|while|but)\b", words) if place.reading.language == "en" else ()
    if any(name and share(name, piece) == 1 for name in names for piece in pieces):
        return Found(Part.NAME, Standing.PROVED)
    return Found(Part.NAME, Standing.OPEN)


def _about(record: Milestone, names: tuple[str, ...], place: Place) -> Found:
    """Whether the words name what a milestone is of; in a list that is dealt out (分别), whether its turn is the date's."""
    text = place.reading.text.lower()
    for name in names:
        if name and (folded := plain(name, place.reading.language).lower()) in text:
            turn = _turn(record, folded, text, place)
            return Found(Part.SUBJECT, Standing.WRONG if turn is False else Standing.PROVED, name)
    if place.reading.language == "en" and any(name and share(name, text) == 1 for name in names):
        return Found(Part.SUBJECT, Standing.PROVED)
    return Found(Part.SUBJECT, Standing.OPEN)


def _turn(record: Milestone, name: str, text: str, place: Place) -> bool | None:
    """Whether the date stands where the name does in a list; None where nothing is dealt out."""
    at = text.find("分别")
    times = [p for p in place.reading.periods if at >= 0 and p.start > at]
    pieces = re.split("[、和及与]", text[:at].rpartition("，")[2]) if at >= 0 else []
    if len(times) < 2 or len(pieces) != len(times) or record.date is None:
        return None
    mine = [n for n, piece in enumerate(pieces) if name in piece]
    return any(_agreement(record.date, times[n]) is Standing.PROVED for n in mine) if mine else None


# dates


def _dated(recorded: EdtfDate | None, period: Period | None, place: Place) -> Iterator[Found]:
    if recorded is None:
        return
    if period is None:
        yield Found(Part.DATE, Standing.OPEN)
        return
    stands = _agreement(recorded, period)
    if stands is Standing.WRONG and not place.inside[0] <= period.start:
        stands = Standing.OPEN
    yield Found(Part.DATE, stands, period.words, (period.start, period.end))


def _agreement(recorded: EdtfDate, period: Period) -> Standing:
    """Proved where the words are at least as exact as the record, wrong where both cannot be, else open."""
    first, last = recorded.earliest_fuzzy or date.min, recorded.latest_fuzzy or date.max
    if any(first <= span.first and span.last <= last for span in period.spans):
        return Standing.PROVED
    apart = all(span.last < first or last < span.first for span in period.spans)
    return Standing.WRONG if apart else Standing.OPEN


def share(name: str, words: str) -> float:
    """Which part of a name stands in some words: of its pairs of characters, or of its words where these are Latin."""
    if name.isascii():
        from desktop.reading.english_indicators import share_said

        return share_said(name, words)
    folded = "".join(name.split()).lower()
    pairs = {folded[n : n + 2] for n in range(len(folded) - 1)} or {folded}
    return sum(pair in words for pair in pairs) / len(pairs)
