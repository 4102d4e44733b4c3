"""A Chinese text without white space, cut up: sentences, clauses, amounts, and the cue words between these."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from desktop.quantities.numerals import Expression, Page, find_quantities
from desktop.quantities.quantity import Bound, Quantity
from desktop.reading.chinese_cues import Cue, Cues, Said
from desktop.reading.chinese_periods import find_periods
from desktop.reading.clause_reader import ClauseReader, marked
from desktop.reading.periods import Period, Published, Reach

POINTS = "个百分点"
SHARES = ("%", "‰", "倍", POINTS)
_SENTENCE = re.compile(r"[。！？!?\n]+")
_CLAUSE = re.compile(
    r"[。！？!?\n，,；;：:（）()]+(?<![0-9],(?=[0-9]))(?<!：(?=[0-9近约超逾]))(?<!:(?=[0-9近约超逾]))"
)
LEVELLED = re.compile(
    r"(?P<about>基本|大致|大体|总体)?持平|翻(?P<close>了?[近约]|了?超过?)?了?(?P<times>[一两二三四])?番(?P<more>[多余]|以上)?|(?P<half>减半|折半)"
    r"|(?P<two>两位数)(?=以?上?的?(?:高速|快速|较快|正)?(?:增长|增幅|增速))|(?P<two_>(?<=增长)两位数)"
)
"""What says how much something grew without a number."""
_FIRST = re.compile("(?:居|列|位|排|登|获|夺得|名列|占据|保持|蝉联)[^，。；]{0,16}?(首位|榜首|头名|首席)")
_TIMES = {"": 1, "一": 1, "两": 2, "二": 2, "三": 3, "四": 4}
_CLOSE = {"近": Bound.NEARLY, "约": Bound.ABOUT, "超": Bound.OVER, "过": Bound.OVER}
FILL = re.compile(
    "(?:了|达到?了?|高达|为|是|至少|有|就|都|也|再|又|还|均|仅|只|共|合计|累计|逾|约|近|超过?|突破|接近|幅度|略|分别(?:为|是|达到?)?|依次(?:为|是)?|各|[“”])*"
)
"""What may stand between a verb and its amount."""


class ChineseText(ClauseReader):
    """`text` with look-alikes folded, `written` as it stands."""

    language = "zh"

    def __init__(self, page: Page, published: Published | None) -> None:
        self.cues = Cues(page.norm)
        super().__init__(page.norm, published, page.raw)

    @staticmethod
    def sentence_ends() -> re.Pattern[str]:
        return _SENTENCE

    @staticmethod
    def clause_ends() -> re.Pattern[str]:
        return _CLAUSE

    def find_periods(self) -> list[Period]:
        return find_periods(self.text, self.published)

    def _possible(self, period: Period | None, status: str) -> Period | None:
        """As of any text; and what is done is of times that are over, where some of those that may be meant are."""
        period = super()._possible(period, status)
        now = self.published
        if period is None or now is None or status != "actual" or period.reach is not Reach.WITHIN:
            return period
        over = tuple(s for s in period.spans if (s.last.year, s.last.month) <= (now.year, now.month or 12))
        return period._replace(spans=over) if over else period

    def find_amounts(self) -> list[Expression]:
        """What is written as an amount, with words such as 翻番 and 首位."""
        words = list(self._words())
        plain = (
            one
            for one in find_quantities(self.written)
            if not any(w.start < one.end and one.start < w.end for w in words)
        )
        return [*plain, *words]

    def _words(self) -> Iterator[Expression]:
        for match in LEVELLED.finditer(self.text) if _may_be_said(self.text) else ():
            quantity = Quantity(Decimal(0), "%", Bound.ABOUT if match["about"] else Bound.EXACTLY)
            if match["half"]:
                quantity = Quantity(Decimal(-50), "%")
            elif match["two"] or match["two_"]:
                quantity = Quantity(Decimal(10), "%", Bound.AT_LEAST)
            elif "番" in match[0]:
                bound = _CLOSE[match["close"][-1]] if match["close"] else Bound.EXACTLY
                bound = {"多": Bound.OVER, "余": Bound.OVER, "以上": Bound.AT_LEAST}.get(match["more"], bound)
                quantity = Quantity(Decimal(2 ** _TIMES[match["times"] or ""] - 1), "倍", bound)
            yield Expression(quantity, *match.span(), "", match[0], "", "")
        for match in _FIRST.finditer(self.text) if "首" in self.text or "头名" in self.text else ():
            yield marked(match[1], Decimal(1), "位", match.span(1), rank=True)

    # what stands around an amount

    def window_start(self, place: int) -> int:
        """Where the words begin that stand before an amount in its clause, behind the amount before it."""
        return max(self.clauses.span(self.expressions[place].start)[0], self.previous_end(place))

    def window(self, place: int) -> str:
        return self.text[self.window_start(place) : self.expressions[place].start]

    def behind(self, place: int, most: int = 30) -> str:
        """The words behind an amount in its sentence."""
        one = self.expressions[place]
        return self.text[one.end : min(one.end + most, self.sentences.span(one.start)[1])]

    def said(self, place: int, *cues: Cue) -> Said | None:
        """The last of these cues in the window of an amount."""
        return self.cues.last(self.window_start(place), self.expressions[place].start, *cues)

    def said_between(self, start: int, end: int) -> Sequence[Said]:
        return self.cues.within(start, end)

    def is_share(self, place: int) -> bool:
        return self.expressions[place].quantity.unit in SHARES


def _may_be_said(text: str) -> bool:
    return "番" in text or "持平" in text or "半" in text or "位数" in text
