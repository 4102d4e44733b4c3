"""What English texts count and measure in, and the symbols that each may stand for."""

from collections.abc import Mapping
from functools import cache

from desktop.quantities.units import UNITS, stem

_MEASURES = """
元: yuan|chinese yuan|renminbi|rmb|cny
美元: us dollar|u.s. dollar|american dollar|dollar|usd|us$
港元: hong kong dollar|hkd|hk$
欧元: euro|eur
英镑: pound|pound sterling|british pound|gbp
日元: yen|japanese yen|jpy
韩元: won|south korean won|korean won|krw
瑞士法郎: swiss franc|chf
澳元: australian dollar|aud
加元: canadian dollar|cad
新加坡元: singapore dollar|sgd
新台币: new taiwan dollar|taiwan dollar|twd
%: percent|per cent|%|pct
‰: per mille|‰|per thousand
个百分点: percentage point|percent point|percentage-point|percent-point|point|pp|ppt|ppts|p.p.
倍: time|times|fold|x|×
亩: mu|chinese acre
平方米: square metre|square meter|sq m|sq. m|sqm|m²|m2|square-metre|square-meter
公顷: hectare|ha
平方公里: square kilometre|square kilometer|sq km|sq. km|km²|km2|square-kilometre|square-kilometer
立方米: cubic metre|cubic meter|m³|m3|cu m
毫米: millimetre|millimeter|mm
厘米: centimetre|centimeter|cm
米: metre|meter
公里: kilometre|kilometer|km
公斤: kilogram|kilogramme|kg|kilo
吨: tonne|ton|metric ton|metric tonne|t
吨标准煤: tonne of standard coal|tonnes of standard coal|ton of standard coal|tons of standard coal|tonnes of coal equivalent|tce|tonne of coal equivalent
千瓦时: kilowatt-hour|kilowatt hour|kwh
兆瓦时: megawatt-hour|megawatt hour|mwh
千瓦: kilowatt|kw
兆瓦: megawatt|mw
吉瓦: gigawatt|gw
吉瓦时: gigawatt-hour|gigawatt hour|gwh
秒: second
分钟: minute|min
小时: hour
个工作日: working day|business day|workday|work day
天: day|calendar day
周: week
个月: month
个季度: quarter
年: year
岁: year old|years old|years of age
标箱: teu|twenty-foot equivalent unit|standard container|twenty-foot container|container
名次: place
"""
_NOUNS = """
家 个 户: company|firm|enterprise|business|corporation|manufacturer|supplier|startup|start-up|sme|unicorn|subsidiary|maker|exporter|importer|retailer|taxpayer|employer|investor|operator|tenant|entity|entities|giant|champion|producer|developer|customer|client|branch|headquarters|market entity|market player|vendor|shareholder
家 所 个 处 座: hospital|clinic|school|nursery|kindergarten|canteen|bank|hotel|restaurant|shop|store|institution|institute|college|university|laboratory|lab|agency|library|museum|theatre|cinema|pharmacy|farm|mall|supermarket|outlet|incubator|accelerator|workshop|plant|factory|facility|centre|center|platform|base|organisation|organization|association|office
个 处 座 家: park|site|station|community|village|town|district|zone|playground|garden|square|point|charging point|charging pile|charging station|pile|stop|market|hub|bridge|tunnel|terminal|berth|warehouse|substation|place|town|neighbourhood|neighborhood|location|post
个 项 件 宗: project|scheme|deal|contract|agreement|programme|program|order|investment|task|venture|undertaking
项 件 个: patent|invention|standard|licence|license|trademark|technology|invention patent|copyright|achievement|item|measure|service|policy|reform|procedure|matter|indicator|award|permit|certificate
件 项 个 种 次 例 宗 笔: request|application|complaint|case|problem|issue|query|inquiry|suggestion|question|proposal|appeal|document|form|paper|file|material|dispute|enquiry|petition|report
笔 件 单 个: transaction|loan|payment|parcel|shipment|invoice
种 款 个 类: kind|type|variety|model|product|category|categories|species|sort|drug|medicine|version
人 名 个 位: people|person|worker|employee|staff|job seeker|jobseeker|resident|student|pupil|teacher|doctor|nurse|patient|child|children|graduate|expert|engineer|researcher|scientist|volunteer|participant|talent|farmer|trainee|official|member|guest|delegate|user|passenger|staffer|migrant|adult|elder|senior|delegate|visitor|tourist|traveller|traveler|inhabitant|technician|specialist|personnel|hand|individual|academician|professional|entrepreneur|subscriber|holder|man|men|woman|women|manager|apprentice
个 人 名: job|post|position|vacancy|opening
个 张 名: bed|seat|place|spot|desk|slot|space|berth|chair|table
户 家: household|family|families|home
套 户 间: flat|apartment|home|housing unit|dwelling|unit|house|suite|condominium|residence|villa
间 个 套: room|classroom|ward|dormitory
栋 幢 座: building|block|tower|high-rise|factory building
层: storey|story|stories|floor
辆 台: car|vehicle|bus|truck|lorry|automobile|taxi|coach|van|bicycle|bike|ev
台 套 台套 个: machine|robot|device|computer|lathe|elevator|lift|motor|engine|set|machine tool|appliance|phone|handset|server|unit|compressor|turbine|generator|pump|battery pack|instrument|equipment
套 台套 台 个 组: set|kit|system|line
条 个: line|route|road|street|production line|river|bus route|railway|highway|expressway|pipeline|lane|path|item
架 台: aircraft|plane|drone|airplane|helicopter
艘 只: ship|vessel|boat|tanker|barge
艘次 航次: vessel call|ship call|call|voyage|sailing
列 班次 趟: train|freight train|train trip
班次 次 架次 列 趟: flight|service|departure|trip|run|journey
人次 次 人: visit|visitor|tourist|passenger|trip|traveller|traveler|passenger trip|arrival|attendance|visitor trip|tourist trip|person-time|person-times|session|user|participant|customer|patient
场 次 个: event|meeting|seminar|session|fair|job fair|exhibition|match|concert|lecture|training session|activity|activities|roadshow|forum|conference|performance|show|workshop|race|class|course
次 场 个 批次: visit|inspection|occasion|check|tour|time|round|drill
批次 个 批: batch|delegation|group|lot
支 个: team|fund|squad|crew|fleet
只 支 个: fund|share|stock
株 棵: tree|plant|shrub|sapling
张 件 个: card|ticket|map|licence|license|certificate|picture|coupon|voucher
只 个 件 台 块: piece|chip|unit|part|component|wafer|cell|panel|module|sensor|meter|battery|sample|pair
餐: meal
例 件 个: case|operation|surgery|birth
"""


def _singular(noun: str) -> str:
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def _table(lines: str) -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for line in lines.strip().splitlines():
        symbols, _, words = line.partition(": ")
        for word in words.split("|"):
            known = table.get(word, ())
            table[word] = (*known, *(one for one in symbols.split() if one in UNITS and one not in known))
    return table


@cache
def measures() -> Mapping[str, str]:
    """The symbol of each word for a measure or currency, plurals too."""
    table: dict[str, str] = {}
    for line in _MEASURES.strip().splitlines():
        symbol, _, words = line.partition(": ")
        for word in words.split("|") if symbol in UNITS else ():
            table[word] = symbol
            if word[-1:].isalpha() and len(word) > 3 and not word.endswith(("s", "yuan", "yen", "rmb")):
                head, _, rest = word.partition(" of ")
                table.setdefault(word + "s" if not rest else f"{head}s of {rest}", symbol)
    return table


@cache
def _nouns() -> Mapping[str, tuple[str, ...]]:
    return _table(_NOUNS)


COUNTS = (
    "个",
    "项",
    "件",
    "家",
    "次",
    "种",
    "处",
    "场",
    "套",
    "名",
    "人",
    "宗",
    "例",
    "笔",
    "款",
    "只",
    "座",
    "台",
)
"""What a number may count whose noun is not known."""


def symbols_of(noun: str) -> tuple[str, ...]:
    """What a noun is counted in, the usual one first; empty where it is not known. Two words are looked up as such, then
    by the last one."""
    folded = noun.lower()
    for words in (folded, folded.rpartition(" ")[2]):
        found = _nouns().get(words) or _nouns().get(_singular(words))
        if found:
            return found
    return ()


def scaled(symbol: str, sign: str) -> str:
    """The symbol with 万 or 亿 before it, where there is such a unit."""
    return sign + symbol if sign + symbol in UNITS and not stem(symbol)[0] else ""
