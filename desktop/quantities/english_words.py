"""The words around the figures of English texts: scales, bounds, currencies, and of what each is one."""

from collections.abc import Iterator, Mapping

from desktop.quantities.quantity import Bound


def _lines(text: str) -> Iterator[tuple[str, list[str]]]:
    """What stands before the colon of each line, and the words behind it, which bars part."""
    for line in text.strip().splitlines():
        head, _, rest = line.partition(": ")
        yield head, rest.split("|")


SCALES: Mapping[str, int] = {
    word: int(size)
    for size, words in _lines("""
12: dozen
100: hundred
1000: thousand|k
10000: ten thousand
100000: hundred thousand
1000000: million|m|mn|mln
100000000: hundred million
1000000000: billion|b|bn|bln
1000000000000: trillion|tn|trn
""")
    for word in words
}
_ONES = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen"
)
NUMERALS: Mapping[str, int] = {
    **{word: number for number, word in enumerate(_ONES.split("|"))},
    **{
        word: 10 * n
        for n, word in enumerate(
            ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
        )
    },
}
VAGUE: Mapping[str, str] = {
    words[0]: size
    for size, words in _lines("""
0.5: half a
0.5: half an
12: dozens of
20: scores of
100: several hundred
100: a few hundred
1000: several thousand
1000: a few thousand
10: tens of
100: hundreds of
1000: thousands of
10000: tens of thousands of
100000: hundreds of thousands of
1000000: millions of
1000000000: billions of
""")
}
"""dozens of, hundreds of: more than one of them, nobody says how many."""
_PASSED = "top|tops|topped|topping|surpass|surpasses|surpassed|surpassing|exceed|exceeds|exceeded|exceeding|passing|passed|crossing|crossed|breach|breached|breaching|eclipsed|eclipsing|break through|breaks through|broke through|breaking through|broken through"
_BEFORE = """
about: about|around|ca.|c.|roughly|approximately|approx.|approx|some|circa|~|an estimated|an approximate|just about|something like|in the region of|in the order of|on the order of|in the neighbourhood of|in the neighborhood of|in the vicinity of
nearly: nearly|almost|close to|close on|approaching|approached|approaches|nearing|neared|not quite|almost as many as|practically|virtually|within reach of|not far from|not far short of|a little short of|just short of|shy of|just shy of|just under|just below|a little under|slightly under|slightly below|slightly less than|a shade under|a shade below|a touch under|a touch below|marginally under|marginally below|fractionally under
over: more than|over|above|in excess of|upwards of|upward of|well over|well above|just over|just above|a little over|a little more than|greater than|slightly more than|slightly over|higher than|larger than|longer than|better than|far more than|north of|beyond|clear of|outstripping|hitting over|a good|a shade over|a shade above|a touch over|a touch above|marginally over|marginally above|breaking|broke the|>
at_least: at least|no less than|not less than|no fewer than|not fewer than|a minimum of|minimum|no lower than|not below|not lower than|from at least|not under|not smaller than|starting at|starting from|≥
at_most: at most|at the most|up to|no more than|not more than|not more|less than|fewer than|under|below|within|a maximum of|maximum|a cap of|a ceiling of|an upper limit of|capped at|limited to|not exceeding|not exceed|not exceed the|not over|not above|not top|not reach|no longer than|no higher than|no greater than|not higher than|lower than|smaller than|shorter than|short of|≤|<
"""
_BEHIND = """
at_least:  or more| or greater| or larger| or longer| or better| or higher| or above| or over| at least| at the least| and upwards| and up| and more| and above| and over| upwards| minimum|-plus| plus|+
at_most:  or less| or fewer| or lower| or shorter| or smaller| or below| or under| and below| and under| at most| at the most| maximum
about:  or so| or thereabouts| or thereabout
over: -odd| odd| and counting| and rising
scale: -level| level|-class|-scale|-grade
"""
BOUNDS_BEFORE: Mapping[str, Bound] = {
    **{word + more: Bound.OVER for word in _PASSED.split("|") for more in ("", " the", " a")},
    **{word: Bound(bound) for bound, words in _lines(_BEFORE) for word in words},
}
BOUNDS_BEHIND: Mapping[str, Bound] = {
    word: Bound(bound) for bound, words in _lines(_BEHIND) for word in words
}
PREFIXES: Mapping[str, tuple[str, ...]] = {
    word: tuple(symbols.split())
    for symbols, words in _lines("""
美元: usd|us$|u.s.$|$
元: cny|rmb|yuan|cn¥
元 日元: ¥|￥
日元: jpy
欧元: eur|€
英镑: gbp|£
港元: hkd|hk$
新加坡元: sgd|s$
澳元: aud|a$
加元: cad|c$
新台币: twd|nt$
韩元: krw|₩
瑞士法郎: chf
""")
    for word in words
}
PER: Mapping[str, str] = {
    word: symbol
    for symbol, words in _lines("""
亩: mu
公顷: hectare|ha
平方米: square metre|square meter|sq m|sqm|m²
平方公里: square kilometre|square kilometer|sq km|km²
年: year|annum
月: month
小时: hour
人: person|head|capita|employee|worker|resident
户: household|family
家: company|enterprise|firm
吨: tonne|ton
千瓦时: kwh|kilowatt-hour
次: visit|time
餐: meal
天: day
万元: 10,000 yuan|cny 10,000|rmb10,000|rmb 10,000
""")
    for word in words
}
_NO_NOUN = """
a about across after against all also among an and are around as at be been before being between both but by
came can compared could did do does down during each fewer for from had has have if in including into is it its
last less made may might month-on-month more must next not now of off on only or other out over per put
respectively shall should since so such than that the their then these this those through till to took under
until up via was went were when where which while who whose will with within worth would year-on-year
"""
NO_NOUN = frozenset(_NO_NOUN.split())
"""Words at which what a number counts is over."""
