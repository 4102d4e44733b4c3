"""Periods as Chinese texts name them: 2024年, 今年1—9月, 截至9月底, 去年同期, 近五年, “十四五”期间."""

import re
from collections.abc import Iterator
from functools import cache

from desktop.quantities.numerals import parse_number
from desktop.reading.periods import Period, Published, Reach, in_order, spans_of
from desktop.reading.spans import Span, day, months

_YEARS = {"大前年": -3, "前年": -2, "去年": -1, "上年": -1, "上一年": -1, "今年": 0, "本年": 0,
          "明年": 1, "来年": 1, "下一年": 1, "后年": 2}  # fmt: skip
_MONTHS = {"上个月": -1, "上月": -1, "这个月": 0, "本月": 0, "下个月": 1, "下月": 1}
_QUARTERS = {"上季度": -1, "上一季度": -1, "本季度": 0, "下季度": 1, "下一季度": 1}
_PLANS = {"一": 2001, "二": 2011, "三": 2016, "四": 2021, "五": 2026}
"""The first years of the Five-Year Plans, by the second character of 十二五 … 十五五; 十五 ended in 2005."""
_BASE_BEFORE = (
    "比",
    "较",
    "与",
    "和",
    "同",
    "相对于",
    "相比",
    "对比",
    "相较",
    "高于",
    "低于",
    "超过",
    "是",
    "为",
    "相当于",
)
_BASE_BEHIND = ("同期", "相比", "同月", "同季", "相同", "以来最", "来最")

_MULTIPLE = re.compile("的(?:近|约|超|超过)?[0-9.一二三四五六七八九两]{1,6}倍")
_EVER_SINCE = re.compile("[^，。；、0-9]{1,8}(?:以来|至今)")
_NUMBER = "[0-9一二三四五六七八九十两]{1,3}"
_MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DASH = "(?:[-—–~～至到]+|起至)"
_PART = (
    rf"(?P<from>{_MONTH})月?份?{_DASH}(?P<to>{_MONTH})月份?(?:底|末)?"
    rf"|(?:前|头)(?P<first>{_NUMBER})个?月"
    rf"|(?P<month>{_MONTH})月(?P<tail>(?P<day>[0-3]?[0-9])[日号]|[底末初]|[上中下]旬|份)?"
    r"|第?(?P<quarter>[一二三四1-4])季度?(?P<qend>[底末])?|(?P<quarter1>首季度?)"
    r"|前(?P<quarters>[二两三23])个?季度"
    r"|(?P<half>[上下])半年|(?P<half1>半年度|半年报)|(?P<first_month>首月)"
    r"|(?P<whole>全年|年度?(?=目标|计划))|(?P<edge>年?[底末初中](?![等期级心小国部学山药间]|端))"
)


_STARTS = "0-9一二三四五六七八九十两前去上今本明来后下近过最这头首第全年开月当同目眼现如迄至未截“"
"""What a period begins with."""


@cache
def _grammar() -> re.Pattern[str]:
    relative = "|".join(sorted(_YEARS, key=len, reverse=True))
    return re.compile(
        rf"(?=[{_STARTS}])(?:(?P<peer>(?:(?P<peer_year>(?:19|20)\d\d)年|上年|去年|上一年|前一年|上年度)?(?:同期|同月))"
        rf"|(?:(?P<dyear>(?:19|20)\d\d)年)?(?:(?P<dmonth>{_MONTH})月|(?P<dthis>本月|当月|上月))前(?P<days>[0-9]{{1,2}})[天日]"
        rf"|(?P<y1>(?:19|20)\d\d)年?{_DASH}(?P<y2>(?:19|20)\d\d)年(?P<interval>期间|间)?"
        rf"|(?:(?P<year>(?:19|20)\d\d)(?:财年|年度?)|(?P<relative>{relative})度?|(?P<same>同年|当年))的?(?:{_PART})?(?P<since>以来|来|起)?"
        rf"|(?P<plan>“?十(?P<nth>[一二三四五])五”?)(?:(?P<plan_end>末)|(?P<plan_since>以来)|期间|时期|规划期)?(?:前(?P<plan_years>[一二两三四])年)?(?!规划)"
        rf"|(?:近|过去|最近|这|前)(?P<recent>{_NUMBER})年(?:来|间|中)?|(?P<ago>{_NUMBER})年[来间]"
        rf"|(?P<past>{_NUMBER})年前(?![列三几沿往])"
        rf"|(?:未来|今后)(?P<coming>{_NUMBER})年|(?P<both>今明两年|明后两年)"
        rf"|(?P<monthly>{'|'.join(_MONTHS)})|(?P<quarterly>{'|'.join(_QUARTERS)})|(?P<this>当月|当季度?)"
        r"|(?P<now>截至目前|截至发稿|目前|眼下|当前|现如今|如今|迄今|至今)"
        r"|(?P<begin>年初以来|开年以来)|(?P<inside>年内(?!新高|最|第|高点|首次|低点|峰值|新低)|月内)"
        rf"|(?<![0-9年./第])(?:{_PART.replace('?P<', '?P<x').replace('>年?[', '>[年岁][')}))"
    )


def find_periods(text: str, published: Published | None) -> list[Period]:
    """The periods of a text without white space, in order; where a year is left out, that of the last one named, else
    what is usual on the day of publishing."""
    return _Reader(text, published).periods()


class _Reader:
    def __init__(self, text: str, published: Published | None) -> None:
        self._text, self._published = text, published
        self._year: int | None = None
        self._spans: tuple[Span, ...] = ()

    def periods(self) -> list[Period]:
        return in_order([one for match in _grammar().finditer(self._text) for one in self._read(match)])

    def _read(self, match: re.Match[str]) -> Iterator[Period]:
        reach = Reach.SINCE if match["since"] in ("以来", "来", "起") or match["begin"] else Reach.WITHIN
        before = self._text[max(0, match.start() - 4) : match.start()]
        if before[-1:] in ("自", "从") and _EVER_SINCE.match(self._text, match.end()):
            reach = Reach.SINCE
        if re.search(r"(?:截至|截止|截止到|到|至|止于)$", before):
            reach = Reach.UNTIL
        spans = self._spans_of(match, reach)
        if not spans:
            return
        base = self._is_base(match, before)
        goal = bool(re.search(r"(?:到|至|于|力争|争取|确保|计划)$", before)) and not base
        if match["now"]:
            reach = Reach.NOW
        elif not base and not match["plan"]:
            self._year, self._spans = spans[0].first.year, spans
        yield Period(spans, match.start(), match.end(), match[0], reach, base, goal)

    def _is_base(self, match: re.Match[str], before: str) -> bool:
        behind = self._text[match.end() : match.end() + 3]
        if match["peer"] or match["past"] or behind.startswith(_BASE_BEHIND):
            return True
        if before.endswith(("是", "为", "达", "到", "于", "超过")) and _MULTIPLE.match(
            self._text, match.end() - (match[0][-1] == "的")
        ):
            return True
        return before.endswith(("比", "较", "相比", "相较于", "相对于", "高于", "低于", "对比")) or (
            before.endswith(("与", "和", "同", "跟")) and "相" in self._text[match.end() : match.end() + 6]
        )

    def _spans_of(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        if match["past"]:
            count, now = _number(match["past"]), self._published
            return spans_of(months(now.year - count) if now and count < 60 else None)
        if match["coming"] or match["both"]:
            return self._coming(match)
        if match["now"] or match["inside"]:
            return self._now(match)
        if match["y1"]:
            return spans_of(months(int(match["y1"]), last_year=int(match["y2"])))
        if match["nth"]:
            return self._plan(match)
        if match["recent"] or match["ago"]:
            return self._recent(match["recent"] or match["ago"])
        if match["days"]:
            return self._days(match)
        if match["monthly"] or match["quarterly"] or match["this"]:
            return self._near(match)
        if match["peer"]:
            return self._peer(match["peer_year"])
        if match["begin"]:
            return spans_of(*_since(self._published.year, 1, self._published)) if self._published else ()
        return self._dated(match, reach)

    def _plan(self, match: re.Match[str]) -> tuple[Span, ...]:
        first = _PLANS[match["nth"]]
        if match["plan_years"]:
            return spans_of(months(first, last_year=first + _number(match["plan_years"]) - 1))
        if match["plan_since"]:
            now = self._published
            return spans_of(
                months(first, 1, now.month or 12, now.year) if now else None,
                months(first, last_year=first + 4),
            )
        if match["plan_end"]:
            return spans_of(months(first + 4), months(first + 4, 12), day(first + 4, 12, 31))
        return spans_of(months(first, last_year=first + 4))

    def _recent(self, written: str) -> tuple[Span, ...]:
        """The years up to the one of publishing; whether that counts itself is left to the reader."""
        number = parse_number(written)
        if number is None or self._published is None or not 1 <= number <= 50:
            return ()
        year, count = self._published.year, int(number)
        return spans_of(months(year - count, last_year=year - 1), months(year - count + 1, last_year=year))

    def _days(self, match: re.Match[str]) -> tuple[Span, ...]:
        """The first days of a month: 本月前20天."""
        if self._published is None or self._published.month is None:
            return ()
        year, month = self._published.year, self._published.month
        if match["dthis"]:
            year, month = divmod(year * 12 + month - 1 - (match["dthis"] == "上月"), 12)
            month += 1
        else:
            month = _number(match["dmonth"])
            year = int(match["dyear"] or self._year or (year if month <= self._published.month else year - 1))
        first, last = day(year, month, 1), day(year, month, int(match["days"]))
        return (Span(first.first, last.last),) if first and last else ()

    def _near(self, match: re.Match[str]) -> tuple[Span, ...]:
        """Months and quarters that count from the day of publishing, or mean the last one that was named."""
        if match["this"]:
            whole = self._spans[0] if self._spans else None
            if whole is not None and whole.first.year == whole.last.year:
                last = whole.last.month
                return spans_of(months(whole.last.year, last if "月" in match["this"] else last - 2, last))
        if self._published is None or self._published.month is None:
            return ()
        month = self._published.year * 12 + self._published.month - 1
        if match["quarterly"] or "季" in (match["this"] or ""):
            quarter = month // 3 + _QUARTERS.get(match["quarterly"] or "", 0)
            year, number = divmod(quarter, 4)
            return spans_of(months(year, 3 * number + 1, 3 * number + 3))
        year, number = divmod(month + _MONTHS.get(match["monthly"] or "", 0), 12)
        return spans_of(months(year, number + 1, number + 1))

    def _peer(self, named: str | None) -> tuple[Span, ...]:
        """The same period of the year before, or of a year that is named."""
        shift = int(named) - self._spans[0].first.year if named and self._spans else -1
        whole = [months(int(named))] if named else []
        return spans_of(
            *(
                months(s.first.year + shift, s.first.month, s.last.month, s.last.year + shift)
                for s in self._spans
                if s.first.year + shift > 0
            ),
            *whole,
        ) or spans_of(
            months(int(named)) if named else months(self._published.year - 1) if self._published else None
        )

    def _coming(self, match: re.Match[str]) -> tuple[Span, ...]:
        """The years behind the one of publishing; whether that counts itself is left to the reader."""
        if self._published is None:
            return ()
        year = self._published.year
        if match["both"]:
            first = year + (match["both"][0] == "明")
            return spans_of(months(first, last_year=first + 1))
        count = _number(match["coming"])
        return spans_of(months(year + 1, last_year=year + count), months(year, last_year=year + count - 1))

    def _now(self, match: re.Match[str]) -> tuple[Span, ...]:
        """The time of publishing: its month, its year up to then, and what was named before and was just over."""
        now = self._published
        if match["inside"]:
            year = self._year or (now.year if now else None)
            if match["inside"][0] == "年":
                return spans_of(months(year) if year else None)
            return spans_of(months(now.year, now.month, now.month) if now and now.month else None)
        if now is None:
            return ()
        month = now.month or 12
        long = [s for s in self._spans if (s.last - s.first).days > 80]
        just = [s for s in long if 0 <= (now.year - s.last.year) * 12 + month - s.last.month <= 2]
        held = [s for s in self._spans if s.first.year <= now.year <= s.last.year]
        return spans_of(
            months(now.year, month, month), months(now.year, 1, month), months(now.year), *just, *held
        )

    def _dated(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        found = match.groupdict()
        part = {name: found.get(name) or found.get("x" + name) or "" for name in
                ("from", "to", "first", "month", "tail", "day", "quarter", "qend", "quarter1", "quarters", "half", "half1", "first_month",
                 "whole", "edge")}  # fmt: skip
        years = self._years(match, part)
        spans = [span for year in years for span in _of_year(year, part, reach, self._published)]
        return spans_of(*spans)

    def _years(self, match: re.Match[str], part: dict[str, str]) -> list[int]:
        if match["year"]:
            return [int(match["year"])]
        if match["relative"]:
            return [self._published.year + _YEARS[match["relative"]]] if self._published else []
        if self._year is not None:
            return [self._year]
        if match["same"] or self._published is None:
            return []
        month = _last_month(part)
        now = self._published.month
        if now is None:
            return [self._published.year, self._published.year - 1]
        if part["whole"]:
            return [self._published.year - 1, self._published.year] if now <= 4 else [self._published.year]
        if month > now:
            return [self._published.year - 1, self._published.year]
        return [self._published.year]


def _since(year: int, month: int, published: Published | None) -> Iterator[Span | None]:
    """From a month on: to the month of publishing, the one before it, or the end of a year."""
    if published is None:
        yield months(year, month)
        return
    now = published.month or 12
    yield months(year, month, now, published.year)
    yield months(year, month, now - 1 or 12, published.year - (now == 1))
    for last in range(year, min(published.year, year + 60) + 1):
        yield months(year, month, 12, last)


def _of_year(
    year: int, part: dict[str, str], reach: Reach, published: Published | None
) -> Iterator[Span | None]:
    first, last = _months(part)
    tail = part["tail"]
    if part["day"]:
        yield day(year, first, int(part["day"]))
        return
    if part["edge"][-1:] in ("底", "末"):
        yield from (months(year), months(year, 12, 12), day(year, 12, 31), months(year, 11, 12))
        return
    if part["edge"][-1:] in ("初", "中"):
        yield from (months(year, first, last), months(year, first, first), months(year, last, last))
        return
    if reach is Reach.SINCE:
        yield from _since(year, first, published)
        return
    yield months(year, first, last)
    end = months(year, last, last)
    if end and (tail in ("底", "末") or part["qend"] or reach is Reach.UNTIL):
        yield end
        yield Span(end.last, end.last)
        yield months(year, 1, last)


def _last_month(part: dict[str, str]) -> int:
    return _months(part)[1]


def _months(part: dict[str, str]) -> tuple[int, int]:
    """The first and the last month of a part of a year."""
    if part["from"] and part["to"]:
        return _number(part["from"]), _number(part["to"])
    if part["first"]:
        return 1, min(12, _number(part["first"]))
    if part["month"]:
        return _number(part["month"]), _number(part["month"])
    if part["quarter"] or part["quarter1"]:
        number = _number(part["quarter"]) if part["quarter"] else 1
        return 3 * number - 2, 3 * number
    if part["quarters"]:
        return 1, 3 * _number(part["quarters"])
    if part["half1"] or part["first_month"]:
        return (1, 6) if part["half1"] else (1, 1)
    if part["half"]:
        return (1, 6) if part["half"] == "上" else (7, 12)
    if part["edge"][-1:] in ("初", "中"):
        return (1, 2) if part["edge"][-1:] == "初" else (6, 7)
    return 1, 12


def _number(written: str) -> int:
    number = parse_number(written)
    return int(number) if number is not None else {"两": 2}.get(written, 1)
