"""Periods as Japanese texts name them: 2024年, 昨年上半期, 1~9月, 2025年3月期, 前年同期, 第14次5カ年計画期間."""

import re
from collections.abc import Iterator
from functools import cache

from desktop.quantities.numerals import parse_number
from desktop.reading.periods import Period, Published, Reach, in_order, spans_of
from desktop.reading.spans import Span, day, months

_YEARS = {"一昨年": -2, "おととし": -2, "昨年": -1, "去年": -1, "今年": 0, "本年": 0, "来年": 1, "再来年": 2, "昨年度": -1, "今年度": 0,
          "本年度": 0, "来年度": 1}  # fmt: skip
_NEAR = {
    "前年": -1,
    "前の年": -1,
    "前年度": -1,
    "翌年": 1,
    "翌年度": 1,
    "同年": 0,
    "当年": 0,
    "その年": 0,
    "同年度": 0,
}
"""Years that count from the one named last."""
_MONTHS = {"先々月": -2, "先月": -1, "前月": -1, "今月": 0, "当月": 0, "同月": 0, "来月": 1, "翌月": 1}
_QUARTERS = {"前四半期": -1, "今四半期": 0, "当四半期": 0, "来四半期": 1}
_ERAS = {"令和": 2018, "平成": 1988}
_NUMBER = "[0-9一二三四五六七八九十]{1,3}"
_MONTH = "(?:1[0-2]|0?[1-9])"
_DASH = "(?:[-–—~〜]+|から)"
_PART = (
    rf"(?P<from>{_MONTH})月?{_DASH}(?P<to>{_MONTH})月(?P<toend>末)?(?P<term>期)?(?:まで)?"
    rf"|(?P<month>{_MONTH})月(?!期待)(?:(?P<day>[0-3]?[0-9])(?:日(?!間)(?:[~〜から]+(?P<lastday>[0-3]?[0-9])日)?|[~〜](?P<lastday_>[0-3]?[0-9])日)|(?P<fiscal>期)|(?P<tail>末|初め|上旬|中旬|下旬|半ば|頭))?"
    rf"|第?(?P<quarter>[一二三四1-4])四半期(?P<qend>末)?"
    r"|(?P<half>上半期|上期|前半|下半期|下期|後半)(?P<hend>末)?"
    rf"|(?P<first>最初の|はじめの|初めの)?(?P<count>{_NUMBER})(?:か|カ|ヶ|ヵ)月間?(?P<cum>累計)"
    r"|(?P<whole>通年|通期|全体|1年間?(?=を通|の累計|で))|(?P<edge>末|初め|初頭|半ば|はじめ|央|明け|春|夏|秋|冬)(?!端|っ子)"
)


@cache
def _grammar() -> re.Pattern[str]:
    relative = "|".join(sorted((*_YEARS, *_NEAR), key=len, reverse=True))
    eras = "|".join(_ERAS)
    year = r"(?:19|20)\d\d"
    return re.compile(
        rf"(?P<y1>{year}|(?<!\d)\d\d(?=年?[~〜]))年?度?{_DASH}(?P<y2>{year}|\d\d)年度?(?:まで)?(?!\d)(?:の(?:間|期間))?(?!間)"
        rf"|第?(?P<plan>1[0-5]|十[一二三四五]?)次?(?:5|五)(?:か|カ|ヶ|ヵ|箇)年(?:計画|規画)(?:期間中?|期)?(?:[（(]{year}年?[-~〜–—](?:{year}|\d\d)年?[）)])?(?P<planend>末)?"
        r"|(?P<begin>年初(?:から|以来)|年明け以降|今年に入っ(?:て以降|てから|て)?)"
        rf"|(?:(?P<peer>前年同期|前年同月|前年同四半期|昨年同期|昨年同月|前年の同じ(?:時期|月|期)|昨年の同じ(?:時期|月)|同期|同月(?!内))|(?P<prevterm>前期|前の期|直前の四半期|前の四半期))"
        rf"|(?:(?P<year>{year})年|(?P<era>{eras})(?P<eray>\d{{1,2}}|元)年|(?P<short>(?<![\d.,])[12]\d)年(?=\d{{1,2}}月|[1-4上下]|末|度|第)|(?P<relative>{relative}))(?P<fy>度)?(?:(?:の|に|、|（)?(?:{_PART}))?"
        r"(?P<since>以来|以降|から(?!\d))?"
        rf"|(?:過去|直近|この|ここ|最近)(?P<recent>{_NUMBER})(?:か年|カ年|年)間?"
        rf"|(?P<monthly>{'|'.join(_MONTHS)})(?P<mday>\d{{1,2}}日)?(?P<mend>末)?|(?P<quarterly>{'|'.join(_QUARTERS)})|(?P<term_now>今期|当期)|(?P<term_next>来期)"
        rf"|(?P<yearend>年末|年央|年初|年度末)"
        rf"|(?<![0-9.,第/~〜])(?:{_PART.replace('?P<', '?P<x')})(?P<xsince>以来|以降|から(?!\d))?"
    )


def find_japanese_periods(text: str, published: Published | None) -> list[Period]:
    """The periods of a text without white space, in order; where a year is left out, that of the last one named, else what
    is usual on the day of publishing."""
    return _Reader(text, published).periods()


_BASE_BEHIND = re.compile(r"(?:の(?:水準|実績|同じ時期|同期|値|数字|レベル))?(?:比|より|に比べ|と比べ|と比較|を[^、。]{0,14}(?:上回|下回|超え)|並み|水準|から[^、。]{0,14}(?:増|減|伸|上昇|低下|拡大|縮小|倍|改善|ポイント)|の[0-9.一二三四五六七八九]+倍|対比|と横ばい|と同)")  # fmt: skip
_UNTIL = re.compile(r"^(?:時点|現在|までに|まで|の時点)")


class _Reader:
    def __init__(self, text: str, published: Published | None) -> None:
        self._text, self._published = text, published
        self._year: int | None = None
        self._spans: tuple[Span, ...] = ()

    def periods(self) -> list[Period]:
        return in_order([one for match in _grammar().finditer(self._text) for one in self._read(match)])

    def _read(self, match: re.Match[str]) -> Iterator[Period]:
        behind = self._text[match.end() : match.end() + 20]
        since = match["since"] or match["xsince"] or match["begin"]
        base = self._is_base(match, behind)
        reach = Reach.SINCE if since and not base else Reach.UNTIL if _UNTIL.match(behind) else Reach.WITHIN
        spans = self._spans_of(match, reach)
        if not spans:
            return
        if not base and not match["plan"] and not match["recent"]:
            self._year, self._spans = spans[0].first.year, spans
        goal = behind.startswith("まで") and not base
        yield Period(spans, match.start(), match.end(), match[0], reach, base, goal)

    def _is_base(self, match: re.Match[str], behind: str) -> bool:
        if match["since"] or match["xsince"]:
            behind = "から" + behind if (match["since"] or match["xsince"]) == "から" else behind
        return _BASE_BEHIND.match(behind) is not None

    def _spans_of(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        if match["y1"]:
            first, last = (int(y) if len(y) == 4 else 2000 + int(y) for y in (match["y1"], match["y2"]))
            return spans_of(months(first, last_year=last))
        if match["plan"]:
            return self._plan(match)
        if match["recent"]:
            return self._recent(match["recent"])
        if match["peer"] or match["prevterm"]:
            return self._peer(match)
        if match["monthly"] or match["quarterly"]:
            return self._near(match)
        if match["term_now"] or match["term_next"]:
            return self._term(0 if match["term_now"] else 1)
        if match["begin"]:
            return spans_of(*_since(self._published.year, 1, self._published)) if self._published else ()
        if match["yearend"]:
            return self._year_end(match["yearend"])
        return self._dated(match, reach)

    @staticmethod
    def _plan(match: re.Match[str]) -> tuple[Span, ...]:
        number = parse_number(match["plan"])
        first = 1951 + 5 * (int(number) - 0) if number else 0
        first = {10: 2001, 11: 2006, 12: 2011, 13: 2016, 14: 2021, 15: 2026}.get(int(number or 0), first)
        if match["planend"]:
            return spans_of(months(first + 4), months(first + 4, 12))
        return spans_of(months(first, last_year=first + 4))

    def _recent(self, written: str) -> tuple[Span, ...]:
        number = parse_number(written)
        if number is None or self._published is None or not 1 < number <= 50:
            return ()
        year, count = self._published.year, int(number)
        return spans_of(months(year - count, last_year=year - 1), months(year - count + 1, last_year=year))

    def _peer(self, match: re.Match[str]) -> tuple[Span, ...]:
        """The same period of the year before, or the period before."""
        shifted = [
            months(s.first.year - 1, s.first.month, s.last.month, s.last.year - 1)
            for s in self._spans
            if s.first.year > 1
        ]
        return spans_of(*shifted) or (spans_of(months(self._published.year - 1)) if self._published else ())

    def _term(self, shift: int) -> tuple[Span, ...]:
        """今期, a business year: the calendar's, or from April on."""
        if self._published is None:
            return ()
        year = self._published.year + shift
        start = year if (self._published.month or 12) >= 4 else year - 1
        return spans_of(months(year), months(start, 4, 3, start + 1))

    def _year_end(self, word: str) -> tuple[Span, ...]:
        year = self._year if self._year is not None else self._published.year if self._published else None
        if year is None:
            return ()
        if word == "年末" or word == "年度末":
            past = (
                year - 1
                if self._year is None and self._published and (self._published.month or 12) < 11
                else year
            )
            return spans_of(*(s for y in (past, year) for s in _end(y)))
        first, last = (1, 2) if word == "年初" else (6, 7)
        return spans_of(months(year, first, last), months(year, first, first))

    def _near(self, match: re.Match[str]) -> tuple[Span, ...]:
        """Months and quarters that count from the day of publishing, or from the last one that was named."""
        word = match["monthly"] or match["quarterly"]
        whole = self._spans[0] if self._spans else None
        if word in ("前月", "翌月", "同月", "当月") and whole is not None:
            month = whole.last.year * 12 + whole.last.month - 1
        elif self._published is None or self._published.month is None:
            return ()
        else:
            month = self._published.year * 12 + self._published.month - 1
        if match["quarterly"]:
            year, number = divmod(month // 3 + _QUARTERS[word], 4)
            return spans_of(months(year, 3 * number + 1, 3 * number + 3))
        year, number = divmod(month + _MONTHS[word], 12)
        if match["mday"]:
            return spans_of(day(year, number + 1, int(match["mday"][:-1])))
        return spans_of(months(year, number + 1, number + 1))

    def _dated(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        found = match.groupdict()
        part = {name: found.get(name) or found.get("x" + name) or "" for name in
                ("from", "to", "toend", "month", "day", "lastday", "lastday_", "fiscal", "tail", "quarter", "qend", "half", "hend", "count", "cum", "whole", "edge", "term")}  # fmt: skip
        if not any(found.get(n) for n in ("year", "era", "short", "relative")) and part["edge"]:
            return ()
        years = self._years(match, part)
        spans = [span for year in years for span in _of_year(year, part, reach, self._published)]
        if match["fy"] or (match["relative"] or "").endswith("度"):
            spans = (
                [s for year in years for s in (months(year, 4, 3, year + 1), *spans)]
                if not part["month"]
                else spans
            )
        return spans_of(*spans)

    def _years(self, match: re.Match[str], part: dict[str, str]) -> list[int]:
        if match["year"]:
            return [int(match["year"])]
        if match["short"]:
            return [2000 + int(match["short"])]
        if match["era"]:
            return [_ERAS[match["era"]] + (1 if match["eray"] == "元" else int(match["eray"]))]
        word = match["relative"]
        if word in _YEARS:
            return [self._published.year + _YEARS[word]] if self._published else []
        if word in _NEAR:
            base = self._year if self._year is not None else self._published.year if self._published else None
            return [] if base is None else [base + _NEAR[word]]
        if self._year is not None:
            return [self._year]
        now = self._published
        if now is None:
            return []
        if now.month is None:
            return [now.year, now.year - 1]
        if part["whole"]:
            return [now.year - 1, now.year]
        return [now.year - 1, now.year] if _months(part)[1] > now.month else [now.year, now.year + 1]


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


def _end(year: int) -> Iterator[Span | None]:
    yield from (months(year), months(year, 12, 12), day(year, 12, 31), months(year, 11, 12))


def _of_year(
    year: int, part: dict[str, str], reach: Reach, published: Published | None
) -> Iterator[Span | None]:
    first, last = _months(part)
    if part["day"]:
        one = day(year, first, int(part["day"]))
        other = (
            day(year, first, int(part["lastday"] or part["lastday_"]))
            if part["lastday"] or part["lastday_"]
            else one
        )
        yield Span(one.first, other.last) if one and other else None
        if one and reach is Reach.UNTIL:
            yield from (
                months(year, first, first),
                Span(Span(one.first.replace(month=1, day=1), one.last).first, one.last),
            )
        return
    if part["fiscal"]:
        yield from _fiscal(year, last)
        return
    if part["edge"] in ("末",):
        yield from _end(year)
        return
    if part["edge"]:
        ranges = {"春": (3, 5), "夏": (6, 8), "秋": (9, 11), "冬": (12, 12), "半ば": (6, 7), "央": (6, 7)}
        a, b = ranges.get(part["edge"], (1, 2))
        yield from (months(year, a, b), months(year, a, a), months(year, b, b))
        return
    if reach is Reach.SINCE:
        yield from _since(year, first, published)
        return
    yield months(year, first, last)
    end = months(year, last, last)
    if end and (
        part["tail"] == "末" or part["toend"] or part["qend"] or part["hend"] or reach is Reach.UNTIL
    ):
        yield end
        yield Span(end.last, end.last)
        yield months(year, 1, last)


def _fiscal(year: int, last: int) -> Iterator[Span | None]:
    """2025年3月期: the twelve months up to then."""
    begin, first = divmod(year * 12 + last - 12, 12)
    yield months(begin, first + 1, last, year)


def _months(part: dict[str, str]) -> tuple[int, int]:
    """The first and the last month of a part of a year."""
    if part["from"] and part["to"]:
        return int(part["from"]), int(part["to"])
    if part["month"]:
        return int(part["month"]), int(part["month"])
    if part["quarter"]:
        number = int(parse_number(part["quarter"]) or 1)
        return 3 * number - 2, 3 * number
    if part["half"]:
        return (1, 6) if part["half"][0] in "上前" else (7, 12)
    if part["count"]:
        return 1, min(12, int(parse_number(part["count"]) or 12))
    return 1, 12
