"""The Japanese number grammar, reading: figures, their bounds and their units in running text.

Numbers are written as in Chinese (1億2000万, 三割, 数十), but not their units and bounds. Texts are expected without white
space and with look-alikes folded, so that 億 is 亿.
"""

import re
from decimal import Decimal
from functools import cache

from desktop.quantities.japanese_units import COUNTS, PER, units
from desktop.quantities.numerals import Expression, parse_number
from desktop.quantities.quantity import Bound, Quantity
from desktop.quantities.units import EXACT, UNITS

_BEFORE = {
    "約": Bound.ABOUT, "およそ": Bound.ABOUT, "おおよそ": Bound.ABOUT, "ほぼ": Bound.NEARLY, "推定": Bound.ABOUT, "概算": Bound.ABOUT, "ざっと": Bound.ABOUT,
    "少なくとも": Bound.AT_LEAST, "最低": Bound.AT_LEAST, "最低でも": Bound.AT_LEAST, "最大": Bound.AT_MOST, "最大で": Bound.AT_MOST, "最高": Bound.AT_MOST,
    "上限": Bound.AT_MOST, "多くとも": Bound.AT_MOST, "最長": Bound.AT_MOST, "最長で": Bound.AT_MOST, "最高で": Bound.AT_MOST, "最多": Bound.AT_MOST,
    "延べ約": Bound.ABOUT, "計約": Bound.ABOUT,
}  # fmt: skip
_BEHIND = (
    (Bound.NEARLY, "近く|弱|に迫る|に迫り|に迫った|に近い|に近づ|寸前|にほぼ達|手前|を目前|をわずかに下回|をやや下回"),
    (Bound.OVER, "余り|余|強|超え|超|あまり|を超え|を超す|を超し|を突破|を上回|を越え|突破|を超過|の大台を超|の大台を突破|の大台に乗|台に乗|を優に超|をわずかに上回|をやや上回|を大きく上回|を大幅に上回"),
    (Bound.AT_LEAST, "以上|を下回らない|を下らない|を下らず|は下らない"),
    (Bound.AT_MOST, "以下|以内|未満|を下回|を切|まで(?!の間|に(?!短|減|縮|低|引き下|抑|削|下))|を超えない|を限度|を上限|に満たない|足らず|を割|に届か"),
    (Bound.ABOUT, "前後|程度|ほど|ぐらい|くらい|見当|内外|をやや前後"),
    (Bound.SCALE, "級|規模(?!の経済)|クラス"),
)  # fmt: skip
_SIGNS = (("万亿", 10**12), ("亿", 10**8), ("万", 10**4))
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_KANJI = "一二三四五六七八九十百千万亿兆零"


@cache
def _grammar() -> re.Pattern[str]:
    mark = "[万亿兆]|百(?!貨|分)|千(?!葉|瓦)|十(?!分)"
    mixed = rf"{_DIGITS}(?:(?:{mark})+{_DIGITS})*(?:{mark})*"
    kanji = rf"(?:[{_KANJI}])+"
    return re.compile(
        rf"(?P<several>(?:数|何)(?P<size>[十百千万亿]+))|(?P<sign>[+\-−▲△])?(?P<run>{mixed}|{kanji})(?P<vague>数(?=[人社件名戸回台]))?"
    )


@cache
def _units() -> re.Pattern[str]:
    words = "|".join(re.escape(w) for w in sorted(units(), key=len, reverse=True))
    per = "|".join(re.escape(w) for w in sorted(PER, key=len, reverse=True))
    return re.compile(
        rf"(?P<infix>余り?|数)?(?P<unit>{words}|割(?!合|引|り当|安|高)(?:(?P<bu>[1-9一二三四五六七八九])分)?|分の|位(?!置)|つ(?=の))(?:/(?P<below>{per}))?"
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile("|".join(f"(?P<b{n}>{words})" for n, (_, words) in enumerate(_BEHIND)))


_OTHER_WORDS = {
    "日": "本|曜|系|産|中国", "年": "生|金|収|齢|俸|産|功", "本": "社|部|格|県|市|区|年|土|来|田|書|当", "人": "気|工|材|民|件|口|生|類", "台": "湾|風|数|頭",
    "点": "検|滴|数|灯", "回": "復|収|答|線|転|路|避", "分": "野|析|割|の|散|類|布|担|岐|譲|配", "社": "会|長|員|内", "名": "目|古|前|称|義|産|物",
    "店": "頭|長", "区": "内|画|分", "市": "場|内|民|町", "元": "気|素|来|の|請|手", "件": "費|の間", "倍": "増|加|率", "位": "置|相", "機": "械|能|会|関|構|種|器|運",
    "部": "品|門|分|材|長|屋", "組": "織|立|合", "便": "利|宜", "戸": "籍|建|別", "度": "合", "園": "区|芸", "校": "舎", "枚": "挙", "室": "内", "通": "信|関|勤|貨|年|行|常|過|知|期", "線": "路", "式": "典|場",
    "株": "式|価|主", "種": "類", "床": "面", "席": "巻", "食": "品|料|事", "団": "体|地", "村": "民", "町": "内", "円": "滑|安|高|相場|借款", "階": "層|段", "隻": "回", "両": "国|立|者", "個": "人|別|体", "場": "合|所|面|内",
    "例": "年|外|えば", "歳": "入|出|月", "粒": "子", "基": "本|準|地|盤|金|礎|づ",
}  # fmt: skip
"""What makes another word of a unit that is written before it: 日本, 社会."""


def find_japanese_quantities(text: str) -> list[Expression]:
    """The figures of a text, in order and not overlapping."""
    found: list[Expression] = []
    position = 0
    while match := _grammar().search(text, position):
        one = _read(text, match)
        position = one.end if one else max(match.end(), position + 1)
        if one is not None:
            found.append(one)
    return _ranges(text, found)


def _read(text: str, match: re.Match[str]) -> Expression | None:
    number = _number(match)
    if number is None or _is_part(text, match):
        return None
    unit = _units().match(text, match.end())
    if unit is not None and _is_other_word(text, unit):
        unit = None
    if unit is not None and unit["unit"] == "分の":
        return None
    written = match["run"] or ""
    if unit is None and not re.match(r"[0-9]", written):
        return None
    if unit is not None and written and not re.match(r"[0-9]", written) and not _counts(text, match, unit):
        return None
    lead, bound = _lead(text, match.start())
    stop = unit.end() if unit else match.end()
    infix = unit["infix"] if unit else None
    tail, behind = _tail(text, stop, unit is not None)
    quantity, others, rank = _quantity(number, written, unit)
    own = Bound.OVER if match["several"] or infix or behind is Bound.OVER else bound
    if own is Bound.EXACTLY:
        own = behind
    start = match.start() - len(lead)
    return Expression(
        quantity._replace(bound=own), start, stop + len(tail), lead, text[match.start() : match.end()], text[match.end() : stop], tail,
        rank, infix or "", others,
    )  # fmt: skip


def _number(match: re.Match[str]) -> Decimal | None:
    written = match["run"] or "一" + match["size"]
    if len(written) > 30:
        return None
    head, mark, rest = written.partition("兆")
    if mark:
        over, under = parse_number(head), parse_number(rest) if rest else Decimal(0)
        value = None if over is None or under is None else over * 10**12 + under
    else:
        value = parse_number("一" + written if written[0] in "百千万亿" else written)
    return -value if value is not None and (match["sign"] or "") in tuple("-−▲△") else value


def _is_part(text: str, match: re.Match[str]) -> bool:
    """Whether the digits are but a part of a code or a name: 5G, 3+X, A320."""
    before, behind = text[max(0, match.start() - 1) : match.start()], text[match.end() : match.end() + 2]
    if before and before.isascii() and (before.isalpha() or before in "+×*#./"):
        return True
    return (behind[:1] in "+×*" and behind[1:2].isalnum()) or (
        behind[:1].isascii() and behind[:1].isalpha() and not _units().match(text, match.end())
    )


def _is_other_word(text: str, unit: re.Match[str]) -> bool:
    other = _OTHER_WORDS.get(unit["unit"])
    return other is not None and re.match(other, text[unit.end() : unit.end() + 3]) is not None


def _counts(text: str, match: re.Match[str], unit: re.Match[str]) -> bool:
    """Whether a kanji numeral is more than a part of a word: 一部, 十分, 一社 is one."""
    run, word = match["run"], unit["unit"]
    if run == "十" and word == "分":
        return False
    if run[0] in "百千万亿" and not (_lead(text, match.start())[0] or _tail(text, unit.end(), True)[0]):
        return False
    if run == "一" and word not in ("社", "件", "人", "位", "割", "倍"):
        return False
    return not re.search("[第唯統同単]$", text[: match.start()]) or word == "位"


def _lead(text: str, start: int) -> tuple[str, Bound]:
    for length in (5, 4, 3, 2, 1):
        word = text[max(0, start - length) : start]
        if word in _BEFORE:
            return word, _BEFORE[word]
    return "", Bound.EXACTLY


def _tail(text: str, stop: int, measured: bool) -> tuple[str, Bound]:
    """The words behind that bound a figure; those that are verbs stay part of the clause."""
    match = _behind().match(text, stop)
    if match is None or match.lastgroup is None:
        return "", Bound.EXACTLY
    bound = _BEHIND[int(match.lastgroup[1:])][0]
    if bound is Bound.SCALE and not measured:
        return "", Bound.EXACTLY
    return ("" if match[0][0] in "をにのは台" else match[0]), bound


def _quantity(
    number: Decimal, written: str, unit: re.Match[str] | None
) -> tuple[Quantity, tuple[str, ...], bool]:
    """The amount in the app's own units, the other units that its word may mean, and whether it is a place."""
    word = unit["unit"] if unit else ""
    if word.startswith("割"):
        part = parse_number(unit["bu"]) if unit and unit["bu"] else Decimal(0)
        return Quantity(number * 10 + (part or 0), "%"), (), False
    if word == "位":
        return Quantity(number, "位"), (), True
    symbols = units().get(word, COUNTS)
    known = symbols is not COUNTS
    symbol = symbols[0] if known else ""
    below = PER.get(unit["below"] or "", "") if unit else ""
    if below and f"{symbol}/{below}" in UNITS:
        symbol, symbols = f"{symbol}/{below}", (f"{symbol}/{below}",)
    sign, value = _sized(number, written, symbol)
    others = [sign + one for one in (symbols[1:] if known else symbols) if sign + one in UNITS]
    return Quantity(value, sign + symbol), tuple(others), False


def _sized(number: Decimal, written: str, symbol: str) -> tuple[str, Decimal]:
    """The number in the largest of 万, 億 and 兆 that it is written with."""
    for sign, size in _SIGNS:
        mark = "兆" if sign == "万亿" else sign
        if mark in written and sign + symbol in UNITS and abs(number) >= size:
            return sign, Decimal(f"{EXACT.divide(number, Decimal(size)).normalize(EXACT):f}")
    return "", number


# ranges


def _ranges(text: str, found: list[Expression]) -> list[Expression]:
    """20万~25万セット, 5~8%, 10から20社の間: two numbers, one unit."""
    kept: list[Expression] = []
    for one in found:
        both = _range(text, kept[-1], one) if kept else None
        if both is not None:
            kept[-1] = both
        else:
            kept.append(one)
    return kept


def _range(text: str, low: Expression, high: Expression) -> Expression | None:
    gap = text[low.end : high.start]
    if not re.fullmatch("[-–—~〜至]+|ないし", gap) or low.rank or high.rank or low.tail:
        return None
    if low.unit and low.quantity.unit != high.quantity.unit:
        return None
    first, second = low.quantity, high.quantity
    if not low.unit and first.unit != second.unit:
        sign = second.unit[: len(second.unit) - len(_plain(second.unit))]
        if first.unit and first.unit != sign:
            return None
        first = first._replace(unit=second.unit)
    if first.value >= second.value:
        return None
    bound = first.bound if first.bound is not Bound.EXACTLY else second.bound
    quantity = second._replace(value=first.value, upper=second.value, bound=bound)
    number = text[low.start + len(low.lead) : high.end - len(high.tail) - len(high.unit)]
    return high._replace(quantity=quantity, start=low.start, lead=low.lead, number=number)


def _plain(symbol: str) -> str:
    for sign, _ in _SIGNS:
        if symbol.startswith(sign) and symbol[len(sign) :] in UNITS:
            return symbol[len(sign) :]
    return symbol
