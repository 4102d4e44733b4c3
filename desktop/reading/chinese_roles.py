"""What an amount is to its Chinese clause: what is told, or what stands beside it."""

import re

from desktop.quantities.numerals import Expression
from desktop.quantities.quantity import Bound
from desktop.reading.chinese_cues import Cue
from desktop.reading.chinese_growths import growth_of
from desktop.reading.chinese_text import FILL, POINTS, ChineseText
from desktop.reading.statements import Growth, Role

_FROM = re.compile(r"(?:由|从|自)(?![此而来主])[^，。；]{0,18}$")
_TO = re.compile(
    r"^[^，。；]{0,12}?(?:到|至|为|成|上升|提高|提升|增长|增加|扩大|压缩|缩短|降|减|跃|攀升|升|翻|精简|调整|前移|→"
    r"|，[^，。；]{0,8}(?:降|提高|增加|升|压缩|缩短|减))"
)
_ONCE = re.compile(r"(?:原来|原先|此前|过去|原有|最初|以前|先前|改革前|改造前)的?(?:约|近|超)?$")
_DENIED = re.compile(
    r"(?:原为|原(?:定|计划|公布|报道|报)(?:数)?为?|(?:此前|曾|先前|早前|之前|误)(?:公布|报道|报|发布|称|预计|作|写|写作|登|刊|披露|宣布|透露|公告|宣称)(?:的)?[^，。；]{0,8}(?:为|是|作)?|并非|不是|而非|并不是|绝非|误作|误为|"
    r"(?:未能?(?!来)|没有?|没能|尚未|远未|并未)[^，。；]{0,8}(?:突破|达到|完成|实现|超过)[^，。；]{0,10}|未能?|没有?)$"
)
_WRONG_BEHIND = re.compile(
    r"^[^，。；]{0,4}(?:有误|系误|不实|不准确|为误)|^[^。；]{0,12}(?:更正为|修正为|订正为|改正为|应为|实为)"
)
_OF_WHICH = re.compile(r"[^，。；、0-9]{0,10}的$")
_KIND_NOUN = re.compile(
    r"^(?:以上|及以上|以下)?的?[^，。；、：0-9]{0,10}?(?:项目|企业|公司|工程|园区|镇|街道|客户|单品|人才|产业集群|集群|平台|家庭|基金|订单|大户|产业|园|县|村|社区|房源|品牌|农户|门店|景区|楼宇|亿元楼|工厂|车间|单位|户)"
)
_STEP_UP = re.compile(r"(?:新)?(?:台阶|大关|关口)?，?(?:达到?|为|实现|完成|实际达到?)")
"""Behind what was reached or passed before the amount itself is told."""
_COUNTED = re.compile(r"^(?:等|共|达|有|为|超|近|约|新增|总数|累计|分别|数量|数|就|也|已|[:：])*$")
_COUNT_BEFORE = re.compile(
    r"^(?:总?投资|计划|年产值|产值|营收|税收|产出|固定资产|规模|单体|在|的|新|签约|落地|单个|年|超|达|协议|合同|注册资本|[^，。；、0-9]){0,8}$"
)
_MEASURES = ("元", "亩", "米", "公顷", "公里", "吨", "人", "亿", "万", "岁", "年")
_LIMITS = (Bound.OVER, Bound.AT_LEAST, Bound.AT_MOST, Bound.SCALE)
"""What says which ones are meant; 近10亿元项目 is one of nearly so much."""
_DIGIT = re.compile("[0-9一二三四五六七八九十]")
_NAME_BEFORE = re.compile(r"(?:[A-Za-z+＋#“]|第|[A-Za-z]-)$")
_NAME_BEHIND = re.compile(
    r"^(?:[A-Za-z]|[+＋#号后]|”|强|热线|[.]0|[-－][0-9A-Za-z]|路|版|大会|型|期(?!间)|代|系列|会议|行动|工程|模式|联|级(?!别))"
)
_NOUN = re.compile("[\u4e00-\u9fff](?<![、的和及共以])")
"""Behind 一家, 一条: it counts nothing, it says which."""
_SUMMED = re.compile(r"^，?(?:总[数量额]|累计|余额)?(?:达|增?至|升至|达到)")
_COMPARED = re.compile(r"同比|环比|同期|[比较]")


def role_of(text: ChineseText, place: int) -> tuple[Role, Growth | None]:
    """The role of an amount; the statements before it are known."""
    one = text.expressions[place]
    if one.rank:
        return (Role.BEFORE if _comes_from(text, place) else Role.RANK), None
    if _is_name(text, one):
        return Role.NAME, None
    if _is_denied(text, place):
        return Role.DENIED, None
    if _comes_from(text, place):
        return Role.BEFORE, None
    if text.is_share(place):
        growth = growth_of(text, place)
        if growth is not None:
            return Role.GROWTH, growth
        if _is_gap(text, place):
            return Role.GAP, None
    elif _is_base(text, place):
        return Role.BASE, None
    elif _is_gap(text, place):
        return Role.GAP, None
    elif _is_threshold(text, place):
        return Role.THRESHOLD, None
    elif _is_increase(text, place):
        return Role.INCREASE, None
    return Role.LEVEL, None


def _is_name(text: ChineseText, one: Expression) -> bool:
    if one.number == "一" and _NOUN.match(text.text, one.end) and not one.rank:
        return True
    if one.quantity.unit and one.quantity.unit != "万":
        return one.start > 0 and text.text[one.start - 1] in "+＋"
    before, behind = text.text[max(0, one.start - 2) : one.start], text.text[one.end : one.end + 4]
    return bool(_NAME_BEFORE.search(before) or _NAME_BEHIND.match(behind))


def _is_denied(text: ChineseText, place: int) -> bool:
    start = text.expressions[place].start
    before = text.text[max(text.sentences.span(start)[0], start - 24) : start]
    return bool(_DENIED.search(before) or _WRONG_BEHIND.match(text.behind(place)))


def _comes_from(text: ChineseText, place: int) -> bool:
    """Whether it is the A of 由 A 到 B, or of A→B."""
    one, following = text.expressions[place], text.following(place)
    if following is None or _is_ratio(one) != _is_ratio(following):
        return False
    start = max(text.sentences.span(one.start)[0], text.previous_end(place), one.start - 24)
    before, gap = text.text[start : one.start], text.text[one.end : following.start]
    if _ONCE.search(before):
        return True
    if gap in ("→", "-->", "—>", "->"):
        return True
    return bool(_FROM.search(before) and _TO.match(text.behind(place, 24)))


def _is_ratio(one: Expression) -> bool:
    return one.quantity.unit in ("%", "‰", "倍", POINTS)


def _is_gap(text: ChineseText, place: int) -> bool:
    """Whether it says how far apart two things are: 高于全省2个百分点, 增速比上年提高3个百分点."""
    window = (text.window_start(place), text.expressions[place].start)
    unit = text.expressions[place].quantity.unit
    if unit == POINTS:
        return True
    far = text.cues.last(*window, Cue.GAP)
    grown = text.cues.last(*window, Cue.UP, Cue.DOWN)
    return (
        far is not None
        and (grown is None or grown.start < far.start)
        and not _is_first(text, far.end, window[1])
    )


def _is_first(text: ChineseText, start: int, end: int) -> bool:
    """Whether a comparison is over before the amount: 高于上年，…"""
    return any(c in "的、" for c in text.text[start:end][-1:]) or end - start > 16


def _is_base(text: ChineseText, place: int) -> bool:
    """Whether it is the whole of which the next amount is a share: 占500亿元的80%, 完成目标136亿元的91.6%."""
    one, following = text.expressions[place], text.following(place)
    if following is None or following.quantity.unit not in ("%", "‰", "倍"):
        return False
    return bool(_OF_WHICH.fullmatch(text.text[one.end : following.start]))


def _is_threshold(text: ChineseText, place: int) -> bool:
    """Whether it says which ones are counted: 投资超10亿元项目5个, 3家百亿级企业."""
    one = text.expressions[place]
    if not _is_measure(one):
        return False
    if _is_passed(text, place):
        return True
    noun = _KIND_NOUN.match(text.behind(place))
    if noun is None:
        return False
    if one.quantity.bound is Bound.SCALE and noun[0].endswith(("集群", "产业", "基地", "园区", "平台")):
        return False
    following = text.expressions[place + 1] if place + 1 < len(text.expressions) else None
    if following is not None and not _is_measure(following) and following.quantity.unit:
        start = one.end + noun.end()
        if following.start >= start and _COUNTED.match(text.text[start : following.start]):
            return True
    if place:
        previous = text.expressions[place - 1]
        between = text.text[previous.end : one.start]
        if not _is_measure(previous) and previous.quantity.unit and _COUNT_BEFORE.match(between):
            return True
    return one.quantity.bound in _LIMITS or not _DIGIT.search(one.number)


def _is_passed(text: ChineseText, place: int) -> bool:
    """Whether it was passed by the amount that is told right behind it: 突破10亿元，达到10.3亿元."""
    one, following = text.expressions[place], text.following(place)
    if following is None or following.quantity.unit != one.quantity.unit:
        return False
    gap = text.text[one.end : following.start]
    passed = one.lead in ("突破", "超过", "超") or one.quantity.bound is not Bound.EXACTLY
    return bool(_STEP_UP.fullmatch(gap)) and (passed or "，" not in gap[:1])


def _is_measure(one: Expression) -> bool:
    unit = one.quantity.unit
    return unit.endswith(_MEASURES) and not unit.endswith("人次")


def _is_increase(text: ChineseText, place: int) -> bool:
    """Whether it says by how much something grew: 比上年增加5亿元, 较年初新增14万千瓦."""
    start, end = text.window_start(place), text.expressions[place].start
    window = text.text[start:end]
    found = text.cues.last(start, end, Cue.UP, Cue.DOWN)
    compared = _COMPARED.search(window)
    if found is None or not FILL.fullmatch(text.text, found.end, end):
        few = re.search(r"(?:[多少](?:出|了)?|净增)(?:近|约|超过?)?$", window)
        return bool(few and (compared or few[0].startswith("净")))
    word = text.text[found.start : found.end]
    if (
        word.endswith("至")
        or word in ("节约", "节省")
        or text.text[found.end : end][:1] in ("到", "至", "为", "成")
    ):
        return False
    if word == "新增":
        return bool(compared) or bool(_SUMMED.match(text.behind(place)) and "，" in text.behind(place, 2))
    return True
