"""Periods as English texts name them: 2024, the first half of last year, January-September, a year earlier, FY2024."""

import re
from collections.abc import Iterator

from desktop.reading import english_period_words as words
from desktop.reading.periods import Period, Published, Reach, in_order, spans_of
from desktop.reading.spans import Span, day, months


def find_english_periods(text: str, published: Published | None) -> list[Period]:
    """The periods of a text with single blanks, in order; where a year is left out, that of the last one named, else
    what is usual on the day of publishing."""
    return _Reader(text, published).periods()


class _Reader:
    def __init__(self, text: str, published: Published | None) -> None:
        self._text, self._published = text, published
        self._year: int | None = None
        self._spans: tuple[Span, ...] = ()

    def periods(self) -> list[Period]:
        return in_order([one for match in words.grammar().finditer(self._text) for one in self._read(match)])

    def _read(self, match: re.Match[str]) -> Iterator[Period]:
        before = self._text[max(0, match.start() - 48) : match.start()]
        reach = Reach.WITHIN
        if words.SINCE.search(before) or (match["todate"] and "ate" not in match["todate"][:8].lower()):
            reach = Reach.SINCE
        elif words.UNTIL.search(before):
            reach = Reach.UNTIL
        if match["month"] and match["month"][:3] in ("May", "Mar") and not _is_month(self._text, match):
            return
        spans = self._spans_of(match, reach)
        if not spans:
            return
        base = words.BASE.search(before) is not None or (
            words.LEVEL_BEHIND.match(self._text, match.end()) is not None
            and words.OF_LEVEL.search(before) is not None
        )
        if match["recent"]:
            base = False
        elif match["peer"] or match["shift"]:
            base = base or bool(words.ANY_BASE.search(before))
        goal = bool(words.GOAL.search(before)) and not base
        if not base and not match["plan"] and not match["recent"]:
            self._year, self._spans = spans[0].first.year, spans
        yield Period(spans, match.start(), match.end(), match[0], reach, base, goal)

    def _spans_of(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        for name in words.KINDS:
            if match[name]:
                found: tuple[Span, ...] = getattr(self, f"_in_{name}")(match, reach)
                return found
        return ()

    def _year_of(self, match: re.Match[str], tag: str, last_month: int) -> list[int]:
        """The years that may be meant, the usual one first."""
        if match[f"year{tag}"]:
            return [int(match[f"year{tag}"])]
        return self._relative(match[f"rel{tag}"], last_month)

    def _relative(self, said: str | None, last_month: int) -> list[int]:
        now = self._published
        word = (said or "").removeprefix("the ").lower()
        if word in ("last", "this", "next", "current", "coming"):
            return [now.year + words.SHIFTS[word]] if now else []
        if word in ("previous", "preceding", "following"):
            base = self._year if self._year is not None else now.year if now else None
            return [] if base is None else [base + words.SHIFTS[word]]
        if self._year is not None:
            return [self._year]
        if now is None:
            return []
        if now.month is None:
            return [now.year, now.year - 1]
        return [now.year - 1, now.year] if last_month > now.month else [now.year, now.year + 1]

    def _in_fiscal(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        written = match["fyear"] or match["fyear_"]
        year = int(written) if len(written) == 4 else 2000 + int(written)
        second = match["fyear2"] or match["fyear2_"]
        if match["fend"]:
            last = _month(match["fend"])
            end = int(match["fendyear"]) if match["fendyear"] else year + 1 if last < 12 else year
            return self._twelve(end, last)
        usual = months(year, 4, 3, year + 1)
        return spans_of(usual, months(year, 7, 6, year + 1)) if second else spans_of(usual, months(year))

    def _in_ended(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        last = _month(match["emonth"])
        if match["eyear"]:
            year = int(match["eyear"])
        else:
            years = self._relative((match["erel"] or "").strip(", ").removesuffix(" year") or None, last)
            if not years:
                return ()
            year = years[0]
        count = (
            _count(match["ecount"])
            if match["ecount"]
            else 3
            if match["equarter"]
            else 6
            if match["ehalf"]
            else 12
        )
        first_year, first = divmod(year * 12 + last - count, 12)
        return spans_of(months(first_year, first + 1, last, year))

    @staticmethod
    def _twelve(year: int, last: int) -> tuple[Span, ...]:
        first_year, first = divmod(year * 12 + last - 12, 12)
        return spans_of(months(first_year, first + 1, last, year))

    def _in_plan(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        first = words.PLANS[match["nth"]]
        return spans_of(months(first, last_year=first + 4))

    def _in_range(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        first, last = _month(match["ra"]), _month(match["rb"])
        spans = []
        for year in self._year_of(match, "r", last):
            begin = int(match["ray"]) if match["ray"] else year - (first > last)
            spans.append(months(begin, first, last, year))
        return spans_of(*spans)

    def _in_years(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        first, written = int(match["ya"]), match["yb"]
        last = int(written) if len(written) == 4 else first // 100 * 100 + int(written)
        return spans_of(months(first, last_year=last))

    def _in_iso(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        year, month = int(match["isoy"]), int(match["isom"])
        return spans_of(day(year, month, int(match["isod"])) if match["isod"] else months(year, month, month))

    def _in_part(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        first, last = self._part_months(match)
        if not first:
            return ()
        if match["lead_year"]:
            years = [int(match["lead_year"])]
        elif match["lead_rel"]:
            years = self._relative(match["lead_rel"], last)
        elif match["pyear2"]:
            years = [2000 + int(match["pyear2"])]
        else:
            years = self._year_of(match, "p", last)
        return spans_of(*(span for year in years for span in self._reached(year, first, last, reach)))

    @staticmethod
    def _part_months(match: re.Match[str]) -> tuple[int, int]:
        number = words.ORDINALS.get((match["ord"] or "").lower(), 0)
        if match["code"]:
            letter, number = ("H" if "H" in match["code"] else "Q"), int(match["code"].strip("HQ"))
            length = 6 if letter == "H" else 3
        elif match["spell"]:
            return (1, 6) if not match["midyear"] else (6, 7)
        elif match["half"]:
            number, length = min(number, 2), 6
        elif match["quarter"]:
            length = 3
        elif match["pcount"]:
            count = _count(match["pcount"]) * (3 if match["punit"] == "quarters" else 1)
            if match["punit"] in ("weeks", "days") or not 1 <= count <= 12:
                return 0, 0
            return (1, count) if number == 1 else (13 - count, 12) if number == 4 else (0, 0)
        else:
            return 0, 0
        return (length * (number - 1) + 1, length * number) if length * number <= 12 else (0, 0)

    def _in_days(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        first, last = _month(match["ma"] or match["mb2"]), _month(match["mb"] or match["ma"] or match["mb2"])
        low, high = int(match["da"] or match["da2"]), int(match["db"] or match["db2"])
        spans = []
        for year in self._year_of(match, "k", last):
            begin, end = day(year - (first > last), first, low), day(year, last, high)
            spans.append(Span(begin.first, end.last) if begin and end and begin.first < end.last else None)
        return spans_of(*spans)

    def _in_date(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        tag = "d" if match["d1"] else "e"
        month, number = _month(match["dm1"] or match["dm2"]), int(match["d1"] or match["d2"])
        spans: list[Span | None] = []
        for year in self._year_of(match, tag, month):
            one = day(year, month, number)
            spans.append(one)
            if one and reach in (Reach.UNTIL, Reach.SINCE):
                spans += list(self._reached(year, month, month, reach))
                if reach is Reach.UNTIL and (january := day(year, 1, 1)):
                    spans.append(Span(january.first, one.last))
        return spans_of(*spans)

    def _in_edge(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        if match["year_end"] or match["endyear"]:
            years = (
                [int(match["yend"] or match["endyear"])]
                if match["yend"] or match["endyear"]
                else self._relative(None, 12)
            )
            return spans_of(*(span for year in years for span in _year_end(year)))
        if match["adv"]:
            return self._early(match)
        month = match["emm"] or match["endmonth"]
        if month:
            last = _month(month)
            years = [int(match["endmy"])] if match["endmy"] else self._year_of(match, "f", last)
            if match["e_start"] or match["e_mid"]:
                return spans_of(*(months(year, last, last) for year in years))
            return spans_of(
                *(span for year in years for span in self._reached(year, last, last, Reach.UNTIL))
            )
        if match["eord"]:
            number, length = words.ORDINALS[match["eord"].split()[1]], 6 if "half" in match["eord"] else 3
            last = length * number
            years = self._year_of(match, "g", min(12, last))
            return spans_of(
                *(
                    span
                    for year in years
                    for span in self._reached(year, last - length + 1, last, Reach.UNTIL)
                )
            )
        return self._edge_of(match)

    def _edge_of(self, match: re.Match[str]) -> tuple[Span, ...]:
        """The end, middle or beginning of a whole year, month or quarter."""
        if match["ey"] or match["eunit"] == "year":
            years = [int(match["ey"])] if match["ey"] else self._relative(match["eshift"], 12)
            if match["e_end"]:
                return spans_of(*(span for year in years for span in _year_end(year)))
            first, last = (1, 2) if match["e_start"] else (6, 7)
            return spans_of(
                *(span for year in years for span in (months(year, first, last), months(year, first, first)))
            )
        spans = self._shifted(match["eshift"], match["eunit"])
        return spans_of(
            *(x for s in spans for x in (s, Span(s.last, s.last), months(s.last.year, 1, s.last.month)))
        )

    def _early(self, match: re.Match[str]) -> tuple[Span, ...]:
        word = match["adv"].lower()
        if match["am"]:
            month = _month(match["am"])
            return spans_of(*(months(year, month, month) for year in self._year_of(match, "h", month)))
        first, last = {"early": (1, 3), "late": (10, 12), "mid": (5, 8)}[word]
        years = [int(match["ay"])] if match["ay"] else self._relative(match["ashift"], last)
        edges = {"early": [(1, 2), (1, 1)], "late": [(11, 12), (12, 12)], "mid": [(6, 7), (6, 6), (7, 7)]}[
            word
        ]
        return spans_of(*(months(year, a, b) for year in years for a, b in [(1, 12), (first, last), *edges]))

    def _in_month(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        month = _month(match["month"])
        return spans_of(
            *(
                span
                for year in self._year_of(match, "m", month)
                for span in self._reached(year, month, month, reach)
            )
        )

    def _in_todate(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        now = self._published
        return spans_of(*_since(now.year, 1, now)) if now else ()

    def _in_peer(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        """The same period of the year before."""
        year = int(match["peer_year"]) if match["peer_year"] else None
        if not match["peer_of"] and "revious" in match[0] + "revious" * (
            "prec" in match[0] or "prior" in match[0]
        ):
            base = self._year if self._year is not None else self._published.year if self._published else None
            return spans_of(months(base - 1)) if base else ()
        own = [s for s in self._spans if s.first.year > 1]
        if own:
            back = [year - s.last.year if year else -1 for s in own]
            return spans_of(
                *(
                    months(s.first.year + b, s.first.month, s.last.month, s.last.year + b)
                    for s, b in zip(own, back, strict=True)
                )
            )
        if year is None and self._published is not None:
            year = self._published.year - 1
        return () if year is None else spans_of(months(year))

    def _in_shift(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        if "before last" in match[0].lower():
            return spans_of(months(self._published.year - 2)) if self._published else ()
        if match["agou"] or match["sbu"]:
            return self._before(match["agou"] or match["sbu"])
        word = match["sw"].lower().removeprefix("the ")
        if word in ("previous", "preceding", "prior") and match["su"] != "year" and self._spans:
            return self._before(match["su"])
        if match["su"] == "year":
            years = self._relative(match["sw"], 12)
            if reach is Reach.SINCE:
                return spans_of(*(span for year in years for span in _since(year, 1, self._published)))
            return spans_of(*(months(year) for year in years))
        return self._shifted(word, match["su"])

    def _before(self, unit: str) -> tuple[Span, ...]:
        """The month or quarter before the one named last."""
        if not self._spans:
            return self._shifted("last", unit)
        one, length = self._spans[0], 3 if unit == "quarter" else 1
        year, month = divmod(one.first.year * 12 + one.first.month - 1 - length, 12)
        end_year, end = divmod(year * 12 + month + length - 1, 12)
        return spans_of(months(year, month + 1, end + 1, end_year))

    def _shifted(self, said: str, unit: str) -> tuple[Span, ...]:
        """A month, quarter or half that counts from the day of publishing."""
        now = self._published
        if now is None or now.month is None:
            return ()
        length = {"month": 1, "quarter": 3, "half": 6}[unit]
        word = said.lower().removeprefix("the ") if said.lower() != "the" else "this"
        at = (now.year * 12 + now.month - 1) // length + words.SHIFTS.get(word, 0)
        year, first = divmod(at * length, 12)
        return spans_of(months(year, first + 1, first + length))

    def _in_recent(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        """The years up to the one of publishing; whether that counts itself is left to the reader."""
        now = self._published
        if now is None or match["rcount"] == "few":
            return ()
        count = 10 if match["decade"] else _count(match["rcount"])
        if match["runit"] in ("months", "quarters"):
            length = count * (3 if match["runit"] == "quarters" else 1)
            if now.month is None:
                return ()
            ends = (now.year * 12 + now.month - 2, now.year * 12 + now.month - 1)
            return spans_of(
                *(
                    months((e - length + 1) // 12, (e - length + 1) % 12 + 1, e % 12 + 1, e // 12)
                    for e in ends
                )
            )
        year = now.year
        return spans_of(months(year - count, last_year=year - 1), months(year - count + 1, last_year=year))

    def _in_full(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        if match["fullyear"]:
            return spans_of(months(int(match["fullyear"])))
        return spans_of(*(months(year) for year in self._relative(match["fullrel"], 12)))

    def _in_bare(self, match: re.Match[str], reach: Reach) -> tuple[Span, ...]:
        year = int(match["by"])
        if reach is Reach.SINCE:
            return spans_of(*_since(year, 1, self._published))
        return spans_of(months(year))

    def _reached(self, year: int, first: int, last: int, reach: Reach) -> Iterator[Span | None]:
        """From one month to another; what was reached by its end, or began with it."""
        if reach is Reach.SINCE:
            yield from _since(year, first, self._published)
            return
        yield months(year, first, last)
        end = months(year, last, last)
        if end and reach is Reach.UNTIL:
            yield end
            yield Span(end.last, end.last)
            yield months(year, 1, last)


def _year_end(year: int) -> Iterator[Span | None]:
    yield from (months(year), months(year, 12, 12), day(year, 12, 31), months(year, 11, 12))


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


def _is_month(text: str, match: re.Match[str]) -> bool:
    """Whether “May” is the month and not the verb."""
    return not re.match(
        r" (?:be|not|have|also|reach|well|rise|fall|the|I|we|you|Day|holiday)\b",
        text[match.end() : match.end() + 8],
    )


def _month(written: str) -> int:
    head = written[:3].lower()
    return next(n for n, name in enumerate(words.MONTHS, 1) if name.startswith(head))


def _count(written: str) -> int:
    return int(written) if written.isdigit() else words.COUNTS.get(written.lower(), 0)
