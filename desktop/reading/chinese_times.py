"""Of what time an amount in a Chinese text is, and whether it is planned or done."""

import re
from collections.abc import Sequence
from datetime import date

from desktop.reading.chinese_cues import Cue
from desktop.reading.chinese_text import ChineseText
from desktop.reading.periods import Period, Reach
from desktop.reading.spans import Span
from desktop.reading.statements import Role

_SET = re.compile(
    r"^的?(?:成立|创办|设立|建成投用的|起步|设定|确定|制定|下达|提出|安排|预定|定下|部署|设置)(?:的|之)?"
)
_LABEL = re.compile(r"^(?:年度|全年)$")
_LASTS = re.compile("(?:排|持续|延续|推迟|延期|延长|安排)[到至]了?$|[排延]至$")
_TOLD = re.compile(
    "记者|获悉|召开|发布|举行|公布|披露|消息|了解到|印发|报道|通报|介绍|举办|表示|走进|来到|在.{0,12}会上|披露|公告"
)
_THIS_YEAR = re.compile("今年|本年|当年|年内|全年|(?:19|20)[0-9]{2}年(?![^，。；]{0,3}[底末])")
_PART_OF_IT = re.compile("[^。；]{0,6}其中，?(?:仅)?(?:今年|本年|当年|年内|新增|去年)")
_MET = re.compile(
    r"(?<!要)(?<!将)(?<!保)(?<!争)(?:完成|达到|达成?|实现|占|为|相当于|超过|超额完成|超|高于|低于|好于|快于)(?:了|市|区|州|省|县|政府|下达|年初|全年|年度|既定|确定|预期|任务|[^，。；0-9]{0,6})?(?:目标|计划|任务)"
)
"""A target that was reached, or of which so much was."""
_COMES = re.compile("(将|预计|有望|计划|拟|力争)(?=[于在到明年上下底前0-9今])")
_OF_WHICH = re.compile(r"[^，。；、0-9]{0,10}的(?:近|约|超过?)?[0-9一二三四五六七八九百]")
_TARGET_BEHIND = re.compile(r"^[^，。；0-9]{0,4}(?:的)?[^，。；0-9]{0,6}目标|^的?(?:年度|全年)?(?:计划|任务)")
_STANDS = re.compile("在册|存量|余额|保有|现有|拥有|共有|存续")
_SURE = (
    "已",
    "已经",
    "业已",
    "完成了",
    "实现了",
    "达到了",
    "而是",
    "实为",
    "实际为",
    "最终",
    "实际完成",
    "实际达到",
)


# time


def period_of(text: ChineseText, start: int, end: int, place: int | None, role: Role) -> Period | None:
    """The period that governs an amount: the last one named before it in its sentence, else one in brackets right
    behind it, else that of an earlier sentence. `place` is None for what is no amount."""
    plain = [p for p in text.periods if p.end <= start and _governs(text, p, start, place, role)]
    inside = [p for p in plain if text.same_sentence(p.start, start)]
    if inside:
        return _fitted(text, _narrowed(inside), start, end)
    behind = next((p for p in text.periods if end <= p.start <= end + 2 and not p.is_base), None)
    if behind is not None and text.text[end : behind.start] in ("（", "(", "，为", "的"):
        return behind
    if not plain:
        return None
    heads = [p for p in plain if p.start - text.sentences.span(p.start)[0] <= 4]
    return _fitted(text, (heads or plain)[-1], start, end)


def _governs(text: ChineseText, p: Period, start: int, place: int | None, role: Role) -> bool:
    gap = text.text[p.end : start]
    if p.is_base:
        return role in (Role.BEFORE, Role.BASE) and gap in ("的", "")
    if gap.count("）") + gap.count(")") > gap.count("（") + gap.count("("):
        return False
    between = any(p.end <= e.start < start for e in text.expressions)
    if between and text.text[max(0, p.start - 1) : p.start] in ("由", "从"):
        return False
    if place is not None and _LASTS.search(text.text, max(0, p.start - 4), p.start):
        return False
    if _LABEL.match(p.words) and text.text[p.end : p.end + 2] in ("目标", "计划", "任务", "投资"):
        return False
    if place is not None and p.spans[0].first == p.spans[0].last and _is_telling(text, p):
        return False
    if _SET.match(gap):
        return bool(_THIS_YEAR.match(p.words)) or p.reach is Reach.SINCE
    return True


def _is_telling(text: ChineseText, p: Period) -> bool:
    """Whether a day is that on which something was told, rather than what is told of."""
    stop = text.clauses.span(p.start)[1]
    return p.reach is not Reach.UNTIL and bool(_TOLD.search(text.text, p.end, stop))


def _narrowed(inside: Sequence[Period]) -> Period:
    """The last one; where that is a year, the part of it that was named before (截至11月底，今年累计…)."""
    last = inside[-1]
    whole = last.spans[0]
    for p in reversed(inside[:-1]):
        span = p.spans[0]
        if p.reach is Reach.UNTIL and whole.first <= span.last <= whole.last and span != whole:
            return p
    return last


def _fitted(text: ChineseText, p: Period, start: int, end: int) -> Period:
    """With the spans that suit the clause: what flows counts from January up to 9月底, or from a start that is not named;
    what stands is of 9月."""
    clause = text.clauses.span(start)
    begin = clause[0] if p.start < clause[0] else p.end
    said = text.text[begin:start]
    stands = _STANDS.search(said)
    if p.reach in (Reach.UNTIL, Reach.NOW) and not stands and "累计" in text.text[p.end : start]:
        return _summed(text, p, start, end)
    if len(p.spans) < 3 or not re.search("月|季", p.words):
        return p
    sums = [s for s in p.spans if s.first.month == 1 and s.first.day == 1 and s.last.month > 1]
    if "当月" in said or "单月" in said:
        return p._replace(spans=tuple(s for s in p.spans if s not in sums))
    if sums and not stands and p.reach is Reach.UNTIL and text.cues.last(begin, start, Cue.FLOW):
        return p._replace(spans=tuple(sums))
    if sums and stands:
        return p._replace(spans=tuple(s for s in p.spans if s not in sums))
    return p


def _summed(text: ChineseText, p: Period, start: int, end: int) -> Period:
    """What was summed up to then: since January, since a start that nobody names, or since whichever."""
    sums = tuple(s for s in p.spans if s.first.month == 1 and s.first.day == 1)
    whole = tuple(Span(date.min, s.last) for s in p.spans)
    if _THIS_YEAR.search(text.text, max(text.sentences.span(start)[0], p.start - 8), start):
        return p._replace(spans=sums or p.spans)
    if _PART_OF_IT.match(text.text, end):
        return p._replace(spans=whole)
    return p._replace(spans=(*sums, *whole) if p.reach is Reach.UNTIL else (*p.spans, *whole))


# plan or fact


def status_of(text: ChineseText, start: int, end: int, period: Period | None) -> tuple[str, str]:
    """Whether an amount is actual, a target or a forecast, and the words that say so: those of its clause, else of those
    before it in the sentence, back to one whose time is over."""
    sentence, clause = text.sentences.span(start), text.clauses.span(start)
    behind = _TARGET_BEHIND.match(text.text[end : end + 14])
    later = _COMES.match(text.text, end)
    if later:
        return ("forecast" if later[1] in ("将", "预计", "有望") else "target"), later[1]
    if behind and not _MET.search(text.text, clause[0], start):
        return "target", behind[0]
    if _is_whole(text, start, end):
        goal = text.cues.last(clause[0], start, Cue.GOAL)
        if goal is not None:
            return "target", text.text[goal.start : goal.end]
    at, first = start, clause[0]
    while True:
        found = _said(text, first, at)
        if found is not None:
            return found
        if first <= sentence[0] or (
            at != start and text.is_over(period) and period and period.start >= first
        ):
            break
        if text.is_over(period) and period and period.start >= first:
            break
        at, (first, _) = first, text.clauses.span(max(sentence[0], first - 1))
        if first >= at:
            break
    if period is not None and not period.is_base and _is_ahead(text, period):
        return "target", period.words
    return "actual", ""


def _is_ahead(text: ChineseText, period: Period) -> bool:
    """Whether a period had not begun when the text was published."""
    first, now = period.spans[0].first, text.published
    if now is None:
        return False
    return (first.year, first.month) > (now.year, now.month or 12)


def _is_whole(text: ChineseText, start: int, end: int) -> bool:
    """Whether it is what a share is of: 完成年度目标136亿元的91.6%."""
    return bool(_OF_WHICH.match(text.text, end, min(end + 14, text.clauses.span(start)[1])))


def _said(text: ChineseText, start: int, end: int) -> tuple[str, str] | None:
    """The status that the words of one clause say before an amount; None where they say nothing."""
    cues = text.said_between(start, end)
    if not cues:
        return None
    met = [match.span() for match in _MET.finditer(text.text, start, end)]
    goal = likely = fact = None
    for one in cues:
        if one.cue is Cue.GOAL and not any(a <= one.start < b for a, b in met):
            goal = one
        elif one.cue is Cue.LIKELY:
            likely = one
        elif one.cue in (Cue.FACT, Cue.DONE):
            fact = one
    planned = goal or likely
    if planned is None:
        if met:
            return "actual", ""
        return ("actual", text.text[fact.start : fact.end]) if fact else None
    if fact is not None and fact.start > planned.start and text.text[fact.start : fact.end] in _SURE:
        return "actual", text.text[fact.start : fact.end]
    return ("target" if goal else "forecast"), text.text[planned.start : planned.end]
