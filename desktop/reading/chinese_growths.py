"""How much something grew, by the words of a Chinese clause, and compared with what."""

import re
from decimal import Decimal

from desktop.quantities.numerals import Expression
from desktop.reading.chinese_cues import Cue
from desktop.reading.chinese_text import FILL, LEVELLED, POINTS, ChineseText
from desktop.reading.periods import Period
from desktop.reading.statements import Growth, Kind, Role

_UNITS = {"%": "percent", "‰": "percent", "倍": "times", POINTS: "points"}
_BEHIND = re.compile(
    r"^的?(?:速度)?(?:同比|环比|年均)?(?:高速|较快|快速|稳步|正|以?上的?)?(?:(?P<up>增长|增幅|增速|涨幅|增加|递增|速度增长)|(?P<down>下降|降幅|减幅|减少))(?!点|极|面)"
)
_MULTIPLE = re.compile(
    r"(?:是|为|达到?|相当于|增长到|增加到|扩大到|提高到|增至|扩大至|提升到|超过?)(?P<base>[^，。；]{0,16})的$"
)
_ONCE = re.compile("原来|过去|此前|当初|以前|先前|现在|目前|改造前|搬迁前|上一|年前")
_LISTED = re.compile(r"[、和及与]|以及|，|，?分别")
_STEP = re.compile(r"环比|[较比](?:上|前)(?:个)?(?:月|一?季度?)|较上期")
_CHANGE = re.compile(r"同比|比增|[较比](?:上年|去年|上一年|前一年)|同期|年增长率")
_RELATIVE = re.compile("^(?![12]).*(?:去年|上年|上一年|前一年|同期|同月|上月|上个月|上季|上一季)")
_HEAD = re.compile(r"(同比|环比)(?:来看|看|，|：|口径)?[，,：:]?$")
_SHARE = re.compile(r"占|比重|[比率]|份额|强度|度(?=提高|上升|下降|降低|提升)")


def growth_of(text: ChineseText, place: int) -> Growth | None:
    """The growth that an amount in %, 倍 or 个百分点 states; None where it is none."""
    one = text.expressions[place]
    size, unit = one.quantity.value, _UNITS[one.quantity.unit]
    if one.number == "两位数" or (one.number and LEVELLED.fullmatch(one.number)):
        return _compared(text, place, size, unit)
    if unit == "points":
        return _points(text, place)
    if unit == "times" and (
        multiple := _MULTIPLE.search(text.text[text.clauses.span(one.start)[0] : one.start])
    ):
        told = bool(_ONCE.search(multiple["base"])) or _base_before(text, one) is not None
        return _compared(text, place, size - 1, unit) if told else None
    sign = _sign(text, place) or _went_on(text, place)
    if sign is not None:
        return _compared(text, place, size if sign > 0 else -abs(size), unit)
    return _listed(text, place)


def _went_on(text: ChineseText, place: int) -> int | None:
    """Where it is what a growth came to: 增速比1—4月扩大1.1个百分点，达到12.6%."""
    before = text.statements[-1] if text.statements else None
    if (
        before is None
        or before.role is not Role.GAP
        or not text.same_sentence(before.start, text.expressions[place].start)
    ):
        return None
    if not FILL.fullmatch(text.text[before.end : text.expressions[place].start].lstrip("，、至到")):
        return None
    rate = text.said(place - 1, Cue.RATE, Cue.FALL)
    return None if rate is None else -1 if rate.cue is Cue.FALL else 1


def _points(text: ChineseText, place: int) -> Growth | None:
    """A share that grew by so many points; what a growth itself gained, or lies above another one, is none."""
    start, end = text.window_start(place), text.expressions[place].start
    if text.cues.last(start, end, Cue.RATE, Cue.FALL, Cue.DRIVE, Cue.GAP) is not None:
        return None
    sign = _sign(text, place)
    if sign is None:
        return _listed(text, place)
    sentence = text.sentences.place(end)
    window = text.text[start:end]
    earlier = [
        m for m in text.statements if m.sentence == sentence and m.role not in (Role.NAME, Role.THRESHOLD)
    ]
    if earlier and not _SHARE.search(window):
        last = earlier[-1]
        held = last.role is Role.LEVEL and last.quantity.unit in ("%", "‰")
        again = last.growth is not None and last.growth.unit == "points"
        if not held and not again:
            return None
    return _compared(text, place, text.expressions[place].quantity.value * sign, "points")


def _sign(text: ChineseText, place: int) -> int | None:
    """1 where the words by an amount say that something grew so much, -1 where it fell; None where they do not."""
    one = text.expressions[place]
    start, end = text.window_start(place), one.start
    found = text.cues.last(start, end, Cue.UP, Cue.DOWN, Cue.RATE, Cue.FALL, Cue.GAP, Cue.CHANGE, Cue.STEP)
    negative = one.number[:1] in ("-", "－", "−") and one.number != "-"
    if found is not None and found.cue in (Cue.UP, Cue.DOWN):
        word, rest = text.text[found.start : found.end], text.text[found.end : end]
        if (
            word.endswith("至")
            or rest[:1] in ("到", "至")
            or (rest[:1] == "为" and word not in ("增长", "下降"))
        ):
            return 1 if text.cues.last(start, found.start, Cue.RATE) else None
        if FILL.fullmatch(rest):
            return -1 if (found.cue is Cue.DOWN) != negative or negative else 1
        found = text.cues.last(start, end, Cue.RATE, Cue.FALL)
    if found is not None and found.cue in (Cue.RATE, Cue.FALL):
        rest = text.text[found.end : end]
        if len(rest) <= 8 and not re.search("[占由从超]", rest):
            return -1 if found.cue is Cue.FALL or negative else 1
    signed = (
        found is not None
        and found.cue in (Cue.CHANGE, Cue.STEP)
        and FILL.fullmatch(text.text, found.end, end)
    )
    if signed and one.number[:1] in ("+", "-", "＋", "－", "−"):
        return -1 if negative else 1
    behind = _BEHIND.match(text.behind(place, 12))
    if behind is not None and (found is None or found.cue is not Cue.GAP):
        return -1 if behind["down"] else 1
    return None


def _listed(text: ChineseText, place: int) -> Growth | None:
    """One of a list of growths: 分别增长7.8%、12.4%和5.3%."""
    if not place or not _LISTED.fullmatch(
        text.text[text.previous_end(place) : text.expressions[place].start]
    ):
        return None
    before, one = text.statements[place - 1], text.expressions[place]
    if before.growth is None or _UNITS[one.quantity.unit] != before.growth.unit:
        return None
    size = one.quantity.value
    if (
        before.growth.size - text.expressions[place - 1].quantity.value == -1
        and before.growth.unit == "times"
    ):
        size -= 1
    elif before.growth.size < 0:
        size = -abs(size)
    return before.growth._replace(size=size, bound=one.quantity.bound)


# compared with what


def _compared(text: ChineseText, place: int, size: Decimal, unit: str) -> Growth:
    """The growth with what it compares with: as its clause says, behind the amount before it."""
    one = text.expressions[place]
    clause = text.clauses.span(one.start)
    behind = re.match(r"的?[^，。；、]{0,4}", text.text[one.end : one.end + 6])
    before = text.text[clause[0] : one.start]
    said = before + (behind[0] if behind else "")
    bound = one.quantity.bound
    base = _base_before(text, one)
    since = base if base is not None and not _RELATIVE.search(base.words) else None
    own = max(clause[0], text.previous_end(place))
    if text.cues.last(own, one.start, Cue.AVERAGE) or "年均" in said[len(before) :]:
        return Growth(Kind.AVERAGE, size, unit, bound, since or text.since(one.start))
    if _STEP.search(text.text, own, one.start) or (behind and "环比" in behind[0]):
        return Growth(Kind.STEP, size, unit, bound)
    if since is not None and _is_just_before(text, since, one.start):
        return Growth(Kind.STEP, size, unit, bound)
    if since is not None and clause[0] <= since.start:
        return Growth(Kind.OTHER, size, unit, bound, since)
    if _CHANGE.search(said) or (base is not None and clause[0] <= base.start):
        return Growth(Kind.CHANGE, size, unit, bound)
    if since is not None:
        return Growth(Kind.OTHER, size, unit, bound, since)
    head = _HEAD.search(text.text, text.sentences.span(clause[0])[0], clause[0])
    if head is not None:
        return Growth(Kind.CHANGE if head[1] == "同比" else Kind.STEP, size, unit, bound)
    return Growth(Kind.UNSAID, size, unit, bound)


def _is_just_before(text: ChineseText, base: Period, start: int) -> bool:
    """Whether a month or quarter ended as the time that is told of began, and is as long."""
    told = next((p for p in reversed(text.periods) if p.end <= start and not p.is_base), None)
    if told is None or not text.same_sentence(told.start, start):
        return False
    (first, last), (begin, end) = base.spans[0], told.spans[0]
    return (
        (begin - last).days == 1
        and abs((end - begin).days - (last - first).days) <= 3
        and (last - first).days < 100
    )


def _base_before(text: ChineseText, one: Expression) -> Period | None:
    """The period that something is compared with: the last one before the amount in its sentence, or that in
    是2019年的3倍."""
    for p in reversed(text.periods):
        if p.end <= one.start and p.is_base and text.same_sentence(p.start, one.start):
            stop = text.clauses.span(p.start)[1]
            if not any(p.end <= e.start < min(stop, one.start) for e in text.expressions):
                return p
    if one.quantity.unit != "倍":
        return None
    start = text.clauses.span(one.start)[0]
    near = [p for p in text.periods if start <= p.start and p.end <= one.start <= p.end + 8]
    led = near and re.search(r"(?:是|为|达到?|相当于|到|至|超过?)[“]?$", text.text[start : near[-1].start])
    return near[-1] if led else None
