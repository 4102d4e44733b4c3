"""The units a zone's figures are stated in, and exact conversion between those of one family."""

from collections.abc import Iterator, Mapping
from decimal import Context, Decimal, DivisionByZero, Inexact, InvalidOperation, Overflow
from types import MappingProxyType
from typing import NamedTuple

from desktop.quantities.language import tr

EXACT = Context(prec=200, traps=[Inexact, InvalidOperation, DivisionByZero, Overflow])
"""Arithmetic that raises `Inexact` where a result would have to be rounded."""


class UnitError(ValueError):
    """An unknown unit, or two units that don't convert into each other."""


class UnknownUnit(UnitError):
    """Made with the symbol; the near ones are looked for when the message is read, which is slow."""

    def __str__(self) -> str:
        return _unknown(self.args[0])


class Unit(NamedTuple):
    """`factor` is to the family's base unit. `en` is what follows any number but one (companies, mu, m²).
    Money has the family money:CNY, by its ISO 4217 code, and its `en` begins with the code."""

    symbol: str
    family: str
    factor: Decimal
    en: str
    ja: str

    @property
    def currency(self) -> str:
        """The ISO 4217 code of money, or of money per something; empty for other units."""
        return self.en[:3] if self.family.startswith("money:") else ""


_MULTIPLES: Mapping[str, tuple[Decimal, str, str]] = {  # sign: (size, en, ja)
    "千": (Decimal(10**3), "thousand", "千"),
    "万": (Decimal(10**4), "10,000", "万"),
    "百万": (Decimal(10**6), "million", "百万"),
    "千万": (Decimal(10**7), "10 million", "千万"),
    "亿": (Decimal(10**8), "100 million", "億"),
    "万亿": (Decimal(10**12), "trillion", "兆"),
}
_LONGEST_FIRST = sorted(_MULTIPLES, key=len, reverse=True)
_MONEY = (
    ("元", "CNY", "元"), ("美元", "USD", "米ドル"), ("欧元", "EUR", "ユーロ"), ("日元", "JPY", "円"),
    ("港元", "HKD", "香港ドル"), ("英镑", "GBP", "ポンド"), ("韩元", "KRW", "ウォン"),
    ("瑞士法郎", "CHF", "スイスフラン"), ("澳元", "AUD", "豪ドル"), ("加元", "CAD", "カナダドル"),
    ("新加坡元", "SGD", "シンガポールドル"), ("新台币", "TWD", "台湾ドル"),
)  # fmt: skip
_COUNTS = (  # each a family of its own: 10 户 is not 10 个
    ("个", "", "件"), ("家", "companies", "社"), ("项", "items", "項目"), ("件", "items", "件"),
    ("台", "units", "台"), ("套", "units", "ユニット"), ("台套", "units", "台"), ("户", "households", "戸"),
    ("名", "people", "名"), ("人", "people", "人"), ("次", "times", "回"), ("人次", "visits", "人回"),
    ("批次", "batches", "回"), ("班次", "services", "便"), ("幢", "buildings", "棟"),
    ("栋", "buildings", "棟"), ("座", "sites", "か所"), ("处", "sites", "か所"),
    ("所", "institutions", "か所"), ("条", "lines", "本"), ("层", "storeys", "階"), ("辆", "vehicles", "台"),
    ("辆次", "trips", "回"), ("艘", "vessels", "隻"), ("艘次", "vessel calls", "隻回"), ("列", "trains", "本"), ("大", "", ""), ("架", "aircraft", "機"), ("场", "events", "回"),
    ("款", "models", "種類"), ("种", "kinds", "種類"), ("支", "teams", "チーム"), ("间", "rooms", "室"),
    ("张", "pieces", "枚"), ("只", "pieces", "個"), ("株", "plants", "株"), ("笔", "transactions", "件"),
    ("例", "cases", "件"), ("宗", "cases", "件"), ("餐", "meals", "食"), ("标箱", "TEU", "TEU"),
    ("个工作日", "working days", "営業日"),
)  # fmt: skip
_MEASURES = (  # symbol, family, factor, en, ja; area counts in 亩, as 1 亩 is no exact decimal of the others
    ("亩", "area", "1", "mu", "ムー"), ("平方米", "area", "0.0015", "m²", "平方メートル"),
    ("公顷", "area", "15", "ha", "ヘクタール"), ("平方公里", "area", "1500", "km²", "平方キロメートル"),
    ("立方米", "volume", "1", "m³", "立方メートル"),
    ("毫米", "length", "0.001", "mm", "ミリメートル"), ("厘米", "length", "0.01", "cm", "センチメートル"),
    ("米", "length", "1", "m", "メートル"), ("公里", "length", "1000", "km", "キロメートル"),
    ("千克", "mass", "1", "kg", "キログラム"), ("公斤", "mass", "1", "kg", "キログラム"),
    ("吨", "mass", "1000", "tonnes", "トン"), ("吨标准煤", "coal equivalent", "1", "tce", "標準炭トン"),
    ("千瓦时", "energy", "1", "kWh", "kWh"), ("兆瓦时", "energy", "1000", "MWh", "MWh"),
    ("千瓦", "power", "1", "kW", "kW"), ("兆瓦", "power", "1000", "MW", "MW"),
    ("吉瓦", "power", "1000000", "GW", "GW"),
    ("秒", "seconds", "1", "seconds", "秒"), ("分钟", "seconds", "60", "minutes", "分"),
    ("小时", "seconds", "3600", "hours", "時間"), ("天", "seconds", "86400", "days", "日"), ("周", "seconds", "604800", "weeks", "週間"),
    ("元/平方公里", "money:CNY/area", "1", "CNY per km²", "元/平方キロメートル"),
    ("元/公顷", "money:CNY/area", "100", "CNY per ha", "元/ヘクタール"),
    ("元/亩", "money:CNY/area", "1500", "CNY per mu", "元/ムー"),
    ("元/平方米", "money:CNY/area", "1000000", "CNY per m²", "元/平方メートル"),
    ("美元/平方公里", "money:USD/area", "1", "USD per km²", "米ドル/平方キロメートル"),
    ("元/年", "money:CNY/time", "1", "CNY per year", "元/年"),
    ("元/月", "money:CNY/time", "12", "CNY per month", "元/月"),
    ("元/小时", "money:CNY/seconds", "1", "CNY per hour", "元/時間"),
    ("元/次", "money:CNY/次", "1", "CNY per visit", "元/回"),
    ("元/餐", "money:CNY/餐", "1", "CNY per meal", "元/食"),
    ("元/人", "money:CNY/人", "1", "CNY per person", "元/人"),
    ("元/户", "money:CNY/户", "1", "CNY per household", "元/戸"),
    ("元/家", "money:CNY/家", "1", "CNY per company", "元/社"),
    ("元/吨", "money:CNY/mass", "1", "CNY per tonne", "元/トン"),
    ("元/千瓦时", "money:CNY/energy", "1", "CNY per kWh", "元/kWh"),
    ("人/平方公里", "人/area", "1", "people per km²", "人/平方キロメートル"),
    ("人次/年", "人次/time", "1", "visits per year", "人回/年"),
)  # fmt: skip
_PLAIN = (  # these take no 万 or 亿 in front; a 年 is not a whole number of 天, so they are two families
    ("%", "ratio", "0.01", "%", "%"), ("‰", "ratio", "0.001", "‰", "‰"), ("倍", "ratio", "1", "×", "倍"),
    ("个百分点", "points", "1", "percentage points", "ポイント"), ("位", "位", "1", "", "位"),
    ("名次", "名次", "1", "places", "位分"), ("岁", "岁", "1", "years old", "歳"),
    ("年", "time", "12", "years", "年"), ("个季度", "time", "3", "quarters", "四半期"),
    ("个月", "time", "1", "months", "か月"),
    ("吨标准煤/万元", "coal equivalent/money:CNY", "1", "tce per CNY 10,000", "標準炭トン/万元"),
    ("千瓦时/万元", "energy/money:CNY", "1", "kWh per CNY 10,000", "kWh/万元"),
    ("吨/万元", "mass/money:CNY", "1", "tonnes per CNY 10,000", "トン/万元"),
    ("立方米/万元", "volume/money:CNY", "1", "m³ per CNY 10,000", "立方メートル/万元"),
)  # fmt: skip
ALIASES: Mapping[str, str] = {
    "％": "%", "百分点": "个百分点", "个点": "个百分点", "个名次": "名次", "个小时": "小时", "度电": "千瓦时",
    "套（间）": "套", "台（套）": "台套", "㎡": "平方米", "平方千米": "平方公里", "千米": "公里", "公吨": "吨", "标准箱": "标箱", "万标准箱": "万标箱", "亿标准箱": "亿标箱",
    "美金": "美元", "港币": "港元", "日圆": "日元",
}  # fmt: skip
OTHER_WORDS: Mapping[str, str] = {  # what makes another word of the unit before it: 三元锂电池, 一次性
    "大": "批量步早幅型小家于", "列": "车为入出举席", "秒": "杀", "元": "素件旦宵化锂", "家": "庭", "处": "理于置在", "次": "性数", "位": "于列居置", "条": "件",
    "层": "次面", "名": "牌", "天": "然津", "人": "均", "台": "州湾风", "米": "饭", "户": "籍外",
    "所": "有在谓", "座": "谈", "支": "持撑付", "只": "有要能", "套": "餐", "间": "接隔", "岁": "月",
    "款": "项", "周": "年边末期", "年": "级", "场": "所", "种": "植", "例": "如",
    "成": "立功果为员本都交长品效熟型就绩语分批片",
}  # fmt: skip


def _with_multiples(one: Unit, signs: str) -> Iterator[Unit]:
    yield one
    for sign in signs.split():
        size, en, ja = _MULTIPLES[sign]
        english = f"{one.currency} {en}{one.en[3:]}" if one.currency else f"{en} {one.en}".rstrip()
        yield Unit(sign + one.symbol, one.family, one.factor * size, english, ja + one.ja)


def _table() -> Iterator[Unit]:
    yield from _with_multiples(Unit("", "", Decimal(1), "", ""), "万 亿 万亿")
    for symbol, family, factor, en, ja in _PLAIN:
        yield Unit(symbol, family, Decimal(factor), en, ja)
    for symbol, code, ja in _MONEY:
        one = Unit(symbol, f"money:{code}", Decimal(1), code, ja)
        yield from _with_multiples(one, "千 万 百万 千万 亿 万亿")
    for symbol, en, ja in _COUNTS:
        yield from _with_multiples(Unit(symbol, symbol, Decimal(1), en, ja), "万 亿")
    for symbol, family, factor, en, ja in _MEASURES:
        yield from _with_multiples(Unit(symbol, family, Decimal(factor), en, ja), "万 亿")


UNITS: Mapping[str, Unit] = MappingProxyType({one.symbol: one for one in _table()})


def stem(symbol: str) -> tuple[str, str]:
    """The multiple and what it multiplies: 万亿元 is 万亿 of 元, 千瓦时 is itself. Raises UnitError."""
    symbol = unit(symbol).symbol
    for sign in _LONGEST_FIRST:
        if symbol.startswith(sign) and symbol[len(sign) :] in UNITS:
            return sign, symbol[len(sign) :]
    return "", symbol


def multiple(sign: str) -> Decimal:
    """The size of a multiple that `stem` gave."""
    return _MULTIPLES[sign][0] if sign else Decimal(1)


def multiple_ja(sign: str) -> str:
    """A multiple that `stem` gave, in Japanese."""
    return _MULTIPLES[sign][2] if sign else ""


def unit(symbol: str) -> Unit:
    """The unit written `symbol`, also by another name (㎡ is 平方米). Raises UnitError, naming near ones."""
    found = UNITS.get(symbol) or UNITS.get(ALIASES.get(symbol, symbol))
    if found is None:
        raise UnknownUnit(symbol[:40])
    return found


def _unknown(symbol: str) -> str:
    from difflib import get_close_matches  # only for the message, and slow to import

    near = get_close_matches(symbol, [*UNITS, *ALIASES], n=4, cutoff=0.4)
    if near:
        return tr("“{unit}” is no unit that is known; near it are {near}", unit=symbol, near=", ".join(near))
    return tr("“{unit}” is no unit that is known; e.g. 亿元, 万元, 亿美元, %, 个, 户", unit=symbol)


def convert(value: Decimal, source_symbol: str, target_symbol: str) -> Decimal:
    """`value` in another unit, exactly. Raises UnitError where the families differ or the result would
    have to be rounded (1 亩 in 平方米)."""
    source, target = unit(source_symbol), unit(target_symbol)
    if source.family != target.family:
        raise UnitError(tr("{unit} does not convert to {other}", unit=source_symbol, other=target_symbol))
    if source.factor == target.factor:
        return value
    try:
        return EXACT.divide(EXACT.multiply(value, source.factor), target.factor)
    except (Inexact, InvalidOperation) as error:
        reason = tr("{unit} converts to {other} only by rounding", unit=source_symbol, other=target_symbol)
        raise UnitError(reason) from error
