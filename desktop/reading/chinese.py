"""The clauses of Chinese texts: which role each amount has, of what time it is, and whether it is planned."""

import re
from collections.abc import Sequence
from decimal import Decimal

from desktop.quantities.numerals import Expression, Page, find_quantities
from desktop.quantities.quantity import BOUNDS_BEFORE, Bound, Quantity
from desktop.reading.chinese_periods import find_periods
from desktop.reading.clauses import Cuts
from desktop.reading.periods import Period, Published, Reach
from desktop.reading.statements import Growth, Kind, Role, Statement

SENTENCE = re.compile(r"[。！？!?\n]+")
CLAUSE = re.compile(r"[。！？!?\n，,；;：:（）()]+(?<![0-9],(?=[0-9]))")

_FILL = r"(?:了|达到?了?|高达|为|是|至少|有|就|都|也|再|又|均|仅|只|共|合计|累计|逾|约|近|超过?|突破|分别(?:为|是|达到?)?)*"
_UP = r"增长|增加|上升|提高|提升|上涨|扩大|攀升|跃升|递增|增大|增(?![速幅])|涨(?!幅)|升(?!幅)"
_DOWN = r"下降|减少|降低|回落|下滑|下跌|缩减|压减|压缩|缩短|负增长|压降|下调|精简|减(?!幅)|降(?!幅)|跌(?!幅)"
_GROWS = re.compile(
    rf"(?:(?P<down>{_DOWN})|(?P<up>{_UP}))(?P<level>到|至|为)?{_FILL}$"
    rf"|(?:(?P<falls>降幅|跌幅|减幅)|(?P<rate>增速|增幅|涨幅|升幅|增长率))(?:[^，。；]{{0,6}}?){_FILL}$"
    rf"|(?P<signed>[同环]比){_FILL}$"
)
_GROWTH_BEHIND = re.compile(
    r"^的?(?:同比|环比|年均)?(?:高速|较快|快速|稳步)?(?:(?P<up>增长|增幅|增速|涨幅|增加)|(?P<down>下降|降幅|减幅|减少))"
)
_RATE = re.compile("增速|增幅|降幅|涨幅|跌幅|增长率|升幅")
_MULTIPLE = re.compile(
    r"(?:是|为|达到?|相当于|增长到|增加到|扩大到|提高到|增至|扩大至|提升到)[^，。；]{0,16}的$"
)
_LEVELLED = re.compile(
    r"(?P<about>基本|大致|大体|总体)?持平|翻(?:了)?(?P<times>[一两二三四])?番|(?P<half>减半|折半)"
)
_FIRST = re.compile("(?:居|列|位|排|登|获|夺得|名列|占据)[^，。；]{0,16}?(首位|榜首|头名|首席)")
_STEP = re.compile(r"环比|[较比](?:上|前)(?:个)?(?:月|一?季度?)|较上期")
_AVERAGE = re.compile(r"年均|平均每年|每年平均|年复合|复合(?:年)?增长|年平均|年递增|逐年递增")
_CHANGE = re.compile(r"同比|[较比](?:上年|去年|上一年|前一年)|同期|年增长率")
_INCREASES = re.compile(
    rf"(?:净增加?|增加|增长|减少|下降|降低|提高|上升|新增|多|少|增收|压减|压缩|缩短|下降)了?{_FILL}$"
)
_COMPARES = re.compile(r"同比|环比|同期|[比较]")
_BEFORE = re.compile(r"(?:由|从|自)(?![此而来主])[^，。；]{0,16}$")
_AFTER = re.compile(
    r"^[^，。；]{0,10}?(?:到|至|为|成|上升|提高|提升|增长|增加|扩大|压缩|缩短|降|减|跃升|攀升|升|翻|精简|调整|，[^，。；]{0,4}(?:降|提高|增加|升|压缩|缩短|减))"
)
_ONCE = re.compile(r"(?:原来|原先|此前|过去|原有|最初|以前|先前)的?(?:约|近|超)?$")
_DENIED = re.compile(
    r"(?:原为|原(?:定|计划|公布|报道|报)(?:数)?为?|(?:此前|曾|先前|早前|之前|误)(?:公布|报道|报|发布|称|预计|作|写|写作|登|刊)?(?:的)?[^，。；]{0,8}(?:为|是|作)?|并非|不是|而非|并不是|绝非|误作|误为|"
    r"未能?(?:突破|达到|完成|实现|超过)?|没有?(?:突破|达到|完成|实现|超过)|尚未(?:突破|达到|完成|实现))$"
)
_WRONG_BEHIND = re.compile(
    r"^[^，。；]{0,4}(?:有误|系误|不实|不准确|为误)|^[^。；]{0,12}(?:更正为|修正为|订正为|改正为|应为|实为)"
)
_GAP = re.compile(
    r"(?:高于|低于|高出|低出|快于|慢于|好于|领先|落后|超出|优于|高过|比[^，。；]{1,14}(?:高|低|快|慢|多|少))[^，。；]{0,14}$"
)
_GAP_DONE = re.compile(r"(?:增长|增加|下降|减少|提高|提升|上升|降低|回落)[^，。；]*$")
_SHARE_BASE = re.compile(r"占[^，。；]{0,20}$")
_SHARE_BEHIND = re.compile(r"^[^，。；0-9]{0,14}的(?:近|约|超|超过)?[0-9一二三四五六七八九]")
_KIND_NOUN = re.compile(
    r"^(?:以上|及以上|以下)?的?[^，。；、：0-9]{0,10}?(?:项目|企业|公司|工程|园区|镇|街道|客户|单品|人才|产业集群|集群|平台|家庭|基金|订单|大户|产业|园|县|村|社区|房源|品牌|农户|门店|景区|楼宇|亿元楼)"
)
_COUNTED = re.compile(r"^(?:等|共|达|有|为|超|近|约|新增|总数|累计|分别|数量|数|就|也|已|[:：])*$")
_COUNT_BEFORE = re.compile(
    r"^(?:总?投资|计划|年产值|产值|营收|税收|产出|固定资产|规模|单体|在|的|新|签约|落地|单个|年|超|达|协议|合同|注册资本|[^，。；、0-9]){0,8}$"
)
_PER = re.compile(
    r"(?:亩均|人均|户均|每亩|每人|每户|每家|每千人|每万人|每百[^，。；]{0,2}|单位[^，。；]{2,6}|万元(?:GDP|地区生产总值|工业增加值|增加值|产值)|日均|月均|年均(?!增|递|复|下|提|减)|户均|平均每|平均|(?<![明今去来当全每上近一两三五])年产(?![能值业量])|日产|月产)"
)
_PARTED = re.compile(
    r"(不足|不到|超过?|超出|接近|近|约|大约|将近|不超过|不低于|低于|高于)(?![同]期)[^，。；0-9]{1,14}的$"
)
_NAME_BEFORE = re.compile(r"(?:[A-Za-z+＋#“]|第|[A-Za-z]-)$")
_NAME_BEHIND = re.compile(
    r"^(?:[A-Za-z]|[+＋#号后]|”|强|热线|[.]0|[-－][0-9A-Za-z]|路|版|大会|型|期(?!间)|代|系列|会议|行动|工程|模式|联|级(?!别))"
)
_TARGET = re.compile(
    r"(?:(?<![完超到])目标(?!任务的)|力争|确保|(?<![进动养育才工划])计划(?!单列|入选)|争取|拟(?!定了)|规划(?!局|馆)|(?<![需重只主首摘必不还])要(?=[^求素点是紧]{0,8}(?:达|实现|完成|突破|新|建|引|形|超|提|增|力|确|培|压|降|保持|控制|稳))|预期(?=目标)|努力实现|奋力|不低于目标|务必|必须)"
)
_FORECAST = re.compile(
    r"预计|有望|可望|预期(?!目标)|估计|预测|料将|测算|(?<![即])将(?!军|来|近|其|原)|即将|届时|可达|可新增|可实现|可带动|满产后|达产后|投产后|建成后|全部投产后|投用后"
)
_ACTUAL = re.compile(r"已经?|实际|实绩|累计|现有|目前|截至目前|当前|完成了|实现了|达到了")
_MET = re.compile(
    r"(?:完成|达到|达|实现|占|为|相当于|超过|超额完成|超)[^，。；]{0,10}(?:目标|计划|任务)(?:任务|数|值)?的?[^，。；]{0,4}$|(?:目标|计划)(?:任务)?(?:的|完成率|进度)"
)
_TARGET_BEHIND = re.compile(r"^[^，。；0-9]{0,4}(?:的)?[^，。；0-9]{0,6}目标|^的?(?:年度|全年)?(?:计划|任务)")
_FLOW = re.compile(
    r"累计|完成|实现|新增|新设|引进|发放|签约|出口|进口|新签|落地|办理|接待|减免|出让|利用|使用外资|投入|拨付|兑现|走访|解决|招引"
)
_STOCK = re.compile(r"拥有|共有|现有|在册|存量|余额|保有|总数|达|有")
_LIMITS = (Bound.OVER, Bound.AT_LEAST, Bound.AT_MOST, Bound.SCALE)
"""What says which ones are meant; 近10亿元项目 is one of nearly so much."""
_LISTED = re.compile(r"^[、和及与，]|^以及|^、?同比|^，?(?:分别)?$")


class ChineseReader:
    """Reads one text without white space: `text` with look-alikes folded, `written` as it stands. `statements` are its amounts in order, each with its role."""

    language = "zh"

    def __init__(self, page: Page, published: Published | None) -> None:
        self.text, self.written = page.norm, page.raw
        text = self.text
        self.published = published
        self.sentences, self.clauses = Cuts(text, SENTENCE), Cuts(text, CLAUSE)
        self.periods = find_periods(text, published)
        self._expressions = self._amounts()
        self.statements: list[Statement] = []
        for place in range(len(self._expressions)):
            self.statements.append(self._statement(place))
        self._pair()

    @property
    def sentence_starts(self) -> Sequence[int]:
        return self.sentences.starts

    # amounts

    def _amounts(self) -> list[Expression]:
        """What is written as an amount and is no date, with words such as 翻番 and 持平, which are growths."""
        dated = [(p.start, p.end) for p in self.periods]
        found = [
            one
            for one in find_quantities(self.written)
            if not any(start < one.end and one.start < end for start, end in dated)
        ]
        for match in _LEVELLED.finditer(self.text):
            times = {"一": 1, "": 1, "两": 2, "二": 2, "三": 3, "四": 4}[match["times"] or ""]
            if match["half"]:
                quantity = Quantity(Decimal(-50), "%")
            elif "番" in match[0]:
                quantity = Quantity(Decimal(2**times - 1), "倍")
            else:
                quantity = Quantity(Decimal(0), "%", Bound.ABOUT if match["about"] else Bound.EXACTLY)
            found.append(Expression(quantity, *match.span(), "", match[0], "", ""))
        for match in _FIRST.finditer(self.text):
            quantity = Quantity(Decimal(1), "位")
            found.append(Expression(quantity, match.start(1), match.end(1), "", match[1], "", "", rank=True))
        return sorted(found, key=lambda one: one.start)

    def _statement(self, place: int) -> Statement:
        one = self._expressions[place]
        sentence, clause = self.sentences.place(one.start), self.clauses.span(one.start)
        role, growth = self._role(place)
        period = self._period(one, clause)
        status, words = self._status(one, clause, period)
        period = self._possible(period, status)
        one = self._bounded(place, clause)
        found = _PER.findall(self.text[max(clause[0], self._previous_end(place)) : one.start])
        per = found[-1] if found else ""
        return Statement(
            one, one.start, one.end, role, sentence, clause, period, status, words, growth, per=per
        )

    def _bounded(self, place: int, clause: tuple[int, int]) -> Expression:
        """The amount with a bound that stands before what it is a part of: 不足行业平均水平的六成."""
        one = self._expressions[place]
        if one.quantity.bound is not Bound.EXACTLY or one.quantity.unit not in ("%", "‰", "倍"):
            return one
        match = _PARTED.search(self._window(place))
        word = match[1] if match else ""
        return one._replace(quantity=one.quantity._replace(bound=BOUNDS_BEFORE.get(word) or Bound.EXACTLY))

    def _possible(self, period: Period | None, status: str) -> Period | None:
        """The period with those spans alone that could be: what is done has begun, what is planned is not over."""
        if period is None or self.published is None or len(period.spans) < 2:
            return period
        now = (self.published.year, self.published.month or 12)
        if status == "actual":
            fits = tuple(s for s in period.spans if (s.first.year, s.first.month) <= now)
        else:
            then = (self.published.year, self.published.month or 1)
            fits = tuple(s for s in period.spans if (s.last.year, s.last.month) >= then)
        return period._replace(spans=fits) if fits else period

    def _previous_end(self, place: int) -> int:
        return self._expressions[place - 1].end if place else 0

    def _window(self, place: int) -> str:
        """What stands before an amount in its clause, behind the amount before it."""
        one = self._expressions[place]
        return self.text[max(self.clauses.span(one.start)[0], self._previous_end(place)) : one.start]

    def _behind(self, place: int, most: int = 30) -> str:
        one = self._expressions[place]
        return self.text[one.end : min(one.end + most, self.sentences.span(one.start)[1])]

    # roles

    def _role(self, place: int) -> tuple[Role, Growth | None]:
        one, window, behind = self._expressions[place], self._window(place), self._behind(place)
        if one.rank:
            before = self.text[self.sentences.span(one.start)[0] : one.start]
            return (Role.BEFORE if self._comes_from(place, before, behind) else Role.RANK), None
        if self._is_name(one, behind):
            return Role.NAME, None
        before = self.text[self.sentences.span(one.start)[0] : one.start]
        if _DENIED.search(before) or _WRONG_BEHIND.search(behind):
            return Role.DENIED, None
        if one.quantity.unit in ("%", "‰", "倍", "个百分点"):
            growth = self._growth(place, window, behind)
            if growth is not None:
                return Role.GROWTH, growth
        if self._comes_from(place, before, behind):
            return Role.BEFORE, None
        if (_GAP.search(window) and not _GAP_DONE.search(window)) or (
            one.quantity.unit == "个百分点" and _RATE.search(window)
        ):
            return Role.GAP, None
        if one.quantity.unit not in ("%", "‰", "倍", "个百分点"):
            if self._is_base(place, before, behind):
                return Role.BASE, None
            if self._is_threshold(place, behind):
                return Role.THRESHOLD, None
            if self._is_increase(place, window, behind):
                return Role.INCREASE, None
        return Role.LEVEL, None

    def _is_name(self, one: Expression, behind: str) -> bool:
        if one.quantity.unit and one.quantity.unit != "万":
            return one.start > 0 and self.text[one.start - 1] in "+＋"
        return bool(
            _NAME_BEFORE.search(self.text[max(0, one.start - 2) : one.start]) or _NAME_BEHIND.match(behind)
        )

    def _comes_from(self, place: int, before: str, behind: str) -> bool:
        """Whether it is the A of 由 A 到 B."""
        if place + 1 >= len(self._expressions):
            return False
        following = self._expressions[place + 1]
        same = self.sentences.place(following.start) == self.sentences.place(self._expressions[place].start)
        if not same:
            return False
        clause = before[-min(24, self._expressions[place].start - self._previous_end(place)) :]
        if _ONCE.search(clause):
            return True
        match = _BEFORE.search(clause)
        return bool(match and _AFTER.search(behind))

    def _is_base(self, place: int, before: str, behind: str) -> bool:
        """Whether it is the whole of which the next amount is a share: 占500亿元的80%."""
        if place + 1 >= len(self._expressions):
            return False
        following = self._expressions[place + 1]
        ratio = following.quantity.unit in ("%", "‰", "成")
        return ratio and bool(_SHARE_BASE.search(before)) and bool(_SHARE_BEHIND.search(behind))

    def _is_threshold(self, place: int, behind: str) -> bool:
        """Whether it says which ones are counted: 投资超10亿元项目5个, 3家百亿级企业."""
        noun = _KIND_NOUN.search(behind)
        one = self._expressions[place]
        if noun is None or not self._is_measure(one):
            return False
        if one.quantity.bound is Bound.SCALE and noun[0].endswith(("集群", "产业", "基地", "园区", "平台")):
            return False
        following = self._expressions[place + 1] if place + 1 < len(self._expressions) else None
        if following is not None and not self._is_measure(following) and following.quantity.unit:
            between = self.text[one.end + noun.end() : following.start]
            if following.start >= one.end + noun.end() and _COUNTED.match(between):
                return True
        if place:
            previous = self._expressions[place - 1]
            between = self.text[previous.end : one.start]
            if not self._is_measure(previous) and previous.quantity.unit and _COUNT_BEFORE.match(between):
                return True
        return one.quantity.bound in _LIMITS or not re.search("[0-9一二三四五六七八九十]", one.number)

    @staticmethod
    def _is_measure(one: Expression) -> bool:
        unit = one.quantity.unit
        return unit.endswith(
            ("元", "亩", "米", "公顷", "公里", "吨", "人", "亿", "万", "岁", "年", "美元")
        ) and not unit.endswith("人次")

    def _is_increase(self, place: int, window: str, behind: str) -> bool:
        match = _INCREASES.search(window)
        if match is None:
            return False
        compared = _COMPARES.search(window)
        new = match[0].startswith("新增")
        if new and not compared:
            return False
        return bool(
            compared
            or match[0].startswith(("净增", "多", "少"))
            or re.match(r"^，?(?:总[数量额]|累计|余额)?(?:达|增?至|升至|达到)", behind)
            or not new
        )

    # growths

    def _growth(self, place: int, window: str, behind: str) -> Growth | None:
        one = self._expressions[place]
        size, unit = (
            one.quantity.value,
            {"%": "percent", "‰": "percent", "倍": "times"}.get(one.quantity.unit, "points"),
        )
        if _LEVELLED.fullmatch(one.number):
            return self._compared(place, size, unit)
        gapped = _GAP.search(window)
        if unit == "points" and _RATE.search(window):
            return None
        if unit == "times" and _MULTIPLE.search(self._clause_before(one)):
            return self._compared(place, size - 1, unit)
        match = _GROWS.search(window)
        down = False
        if match is not None:
            if match["level"] or (match["signed"] and one.number[:1] not in "+-＋－−"):
                return None
            down = bool(match["down"] or match["falls"])
        else:
            following = _GROWTH_BEHIND.match(behind)
            listed = place > 0 and self.statements[place - 1].growth if place else None
            if (following is not None and unit != "points") or (following is not None and following[0]):
                down = bool(following and following["down"])
            elif listed and _LISTED.match(window) and len(window) <= 2 and not gapped:
                shift = listed.size - self._expressions[place - 1].quantity.value
                size = size - 1 if unit == "times" and shift == -1 else size
                return listed._replace(
                    size=size if listed.size >= 0 else -abs(size), bound=one.quantity.bound
                )
            else:
                return None
        if gapped and match is None:
            return None
        size = abs(size) if one.number[:1] in "-－−" and down else size
        return self._compared(place, -abs(size) if down else size, unit)

    def _clause_before(self, one: Expression) -> str:
        return self.text[self.clauses.span(one.start)[0] : one.start]

    def _compared(self, place: int, size: Decimal, unit: str) -> Growth:
        """The growth with what it compares with: as its clause says, behind the amount before it."""
        one = self._expressions[place]
        clause = self.clauses.span(one.start)
        behind = re.match(r"的?[^，。；、]{0,4}", self.text[one.end : one.end + 6])
        said = self.text[clause[0] : one.start] + (behind[0] if behind else "")
        bound = one.quantity.bound
        base = next(
            (
                p
                for p in reversed(self.periods)
                if p.is_base and self._same_sentence(p.start, one.start) and p.end <= one.start
            ),
            None,
        )
        if base is None:
            base = self._multiple_base(one)
        since = base if base is not None and not self._relative(base) else None
        if _AVERAGE.search(said):
            return Growth(Kind.AVERAGE, size, unit, bound, since or self._since(one))
        if _STEP.search(said):
            return Growth(Kind.STEP, size, unit, bound)
        if since is not None and clause[0] <= since.start:
            return Growth(Kind.OTHER, size, unit, bound, since)
        if _CHANGE.search(said) or (base is not None and clause[0] <= base.start):
            return Growth(Kind.CHANGE, size, unit, bound)
        if since is not None:
            return Growth(Kind.OTHER, size, unit, bound, since)
        earlier = self._carried(place, clause[0])
        return Growth(earlier or Kind.UNSAID, size, unit, bound)

    def _carried(self, place: int, start: int) -> Kind | None:
        """The kind that the head of the sentence gives to all that follows: 同比来看，…增长5%."""
        head = self.text[self.sentences.span(start)[0] : start]
        match = re.search(r"(同比|环比)(?:来看|看|，|：|口径)?[，,：:]?$", head)
        return None if match is None else (Kind.CHANGE if match[1] == "同比" else Kind.STEP)

    def _multiple_base(self, one: Expression) -> Period | None:
        """The period in 是2019年的3倍."""
        near = [p for p in self.periods if p.end <= one.start and one.start - p.end <= 8]
        clause = self.clauses.span(one.start)[0]
        last = near[-1] if near and near[-1].start >= clause else None
        if (
            last is None
            or one.quantity.unit != "倍"
            or not re.search(r"(?:是|为|达到?|相当于|到|至)[“]?$", self.text[clause : last.start])
        ):
            return None
        return last

    def _relative(self, base: Period) -> bool:
        return bool(re.search("去年|上年|上一年|前一年|同期|同月|上月|上个月|上季|上一季", base.words))

    def _since(self, one: Expression) -> Period | None:
        inside = [
            p
            for p in self.periods
            if p.end <= one.start and self._same_sentence(p.start, one.start) and p.reach is Reach.SINCE
        ]
        return inside[-1] if inside else None

    def _same_sentence(self, one: int, other: int) -> bool:
        return self.sentences.place(one) == self.sentences.place(other)

    # time

    def _period(self, one: Expression, clause: tuple[int, int]) -> Period | None:
        """The period that governs an amount: the last one named before it in its sentence, else one in brackets right
        behind it, else that of an earlier sentence."""
        plain = [p for p in self.periods if self._governs(p, one)]
        inside = [p for p in plain if self._same_sentence(p.start, one.start)]
        if inside:
            return self._fitted(self._narrowed(inside), one, clause)
        behind = next((p for p in self.periods if one.end <= p.start <= one.end + 2 and not p.is_base), None)
        if behind is not None and self.text[one.end : behind.start] in ("（", "(", "，为", "的"):
            return behind
        if not plain:
            return None
        heads = [p for p in plain if p.start - self.sentences.span(p.start)[0] <= 4]
        return self._fitted((heads or plain)[-1], one, clause)

    def _governs(self, p: Period, one: Expression) -> bool:
        if p.end > one.start:
            return False
        gap = self.text[p.end : one.start]
        if p.is_base:
            return gap in ("的", "")
        opened, closed = gap.count("（") + gap.count("("), gap.count("）") + gap.count(")")
        if closed > opened:
            return False
        lead = self.text[max(0, p.start - 1) : p.start]
        if lead in ("由", "从") and p.end + 1 <= one.start:
            between = [e for e in self._expressions if p.end <= e.start < one.start]
            if between:
                return False
        return not re.match(r"^的?(?:成立|创办|设立|建成投用的|起步)", gap)

    def _narrowed(self, inside: Sequence[Period]) -> Period:
        """The last one; where that is a year, the part of it that was named before (截至11月底，今年累计…)."""
        last = inside[-1]
        whole = last.spans[0]
        for p in reversed(inside[:-1]):
            span = p.spans[0]
            if p.reach is Reach.UNTIL and whole.first <= span.last <= whole.last and span != whole:
                return p
        return last

    def _fitted(self, p: Period, one: Expression, clause: tuple[int, int]) -> Period:
        """With the spans that suit the clause: what flows counts from January up to 9月底, what stands is of 9月."""
        if len(p.spans) < 3 or not re.search("月|季", p.words):
            return p
        said = self.text[clause[0] : one.start] if p.start < clause[0] else self.text[p.end : one.start]
        sums = [s for s in p.spans if s.first.month == 1 and s.first.day == 1 and s.last.month > 1]
        if "当月" in said or "单月" in said:
            return p._replace(spans=tuple(s for s in p.spans if s not in sums))
        if sums and _FLOW.search(said) and not re.search("在册|存量|余额|保有|现有|拥有", said):
            return p._replace(spans=tuple(sums))
        if sums and re.search("在册|存量|余额|保有|现有|拥有|共有", said):
            return p._replace(spans=tuple(s for s in p.spans if s not in sums))
        return p

    def told_at(self, start: int, end: int) -> tuple[Period | None, str, str]:
        """Of what time something is that stands there, whether it is planned, and by which words."""
        one = Expression(Quantity(Decimal(0), ""), start, end, "", "", "", "")
        clause = self.clauses.span(start)
        period = self._period(one, clause)
        status, words = self._status(one, clause, period)
        return self._possible(period, status), status, words

    # plan or fact

    def _status(self, one: Expression, clause: tuple[int, int], period: Period | None) -> tuple[str, str]:
        sentence = self.sentences.span(one.start)
        behind = _TARGET_BEHIND.match(self.text[one.end : one.end + 14])
        own = self.text[clause[0] : one.start]
        if behind and not _MET.search(own):
            return "target", behind[0]
        at = clause[0]
        found = self._said(own)
        if found is not None:
            return found
        while at > sentence[0]:
            start, _ = self.clauses.span(max(sentence[0], at - 1))
            if start >= at:
                at -= 1
                continue
            if self._is_past(period, at):
                return "actual", ""
            earlier = self._said(self.text[start:at], whole=True)
            if earlier is not None:
                return earlier
            at = start
        return "actual", ""

    def _is_past(self, period: Period | None, at: int) -> bool:
        """Whether the amount's own time, named at `at` or behind it, was over when the text was published."""
        if period is None or self.published is None or period.start < at:
            return False
        last = period.spans[0].last
        return (last.year, last.month) < (self.published.year, self.published.month or 1)

    @staticmethod
    def _said(words: str, whole: bool = False) -> tuple[str, str] | None:
        """The status that words before an amount say; None where they say nothing."""
        if _MET.search(words):
            return "actual", ""
        target, forecast, actual = (list(r.finditer(words)) for r in (_TARGET, _FORECAST, _ACTUAL))
        planned = target[-1] if target else (forecast[-1] if forecast else None)
        if planned is None:
            return ("actual", actual[-1][0]) if actual else None
        if (
            actual
            and actual[-1].start() > planned.start()
            and actual[-1][0] in ("已", "已经", "完成了", "实现了", "达到了")
        ):
            return "actual", actual[-1][0]
        return ("target" if target else "forecast"), planned[0]

    # what belongs together

    def _pair(self) -> None:
        """Give each amount the one that it came from, and each growth the level that grew."""
        for place, one in enumerate(self.statements):
            if one.role is Role.BEFORE and place + 1 < len(self.statements):
                following = self.statements[place + 1]
                self.statements[place + 1] = following._replace(before=place)
        for place, one in enumerate(self.statements):
            if one.growth is not None or one.role is Role.INCREASE:
                self.statements[place] = one._replace(owner=self._owner(place))

    def _owner(self, place: int) -> int | None:
        one = self.statements[place]
        for number in range(place - 1, -1, -1):
            other = self.statements[number]
            if other.sentence != one.sentence:
                break
            if other.role is Role.LEVEL:
                between = self.text[other.end : one.start]
                return number if "；" not in between and ";" not in between else None
        following = self.statements[place + 1] if place + 1 < len(self.statements) else None
        if following is not None and following.role is Role.LEVEL and following.sentence == one.sentence:
            gap = self.text[one.end : following.start]
            if re.match(r"^，?(?:[^，。；]{0,4})?(?:总[数量额])?(?:达到?|增?至|升至|为|突破|实现)", gap):
                return place + 1
        return None
