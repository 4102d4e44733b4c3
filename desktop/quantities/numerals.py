"""The Chinese number grammar, reading: figures, their bounds and their units in running text.

The grammar works on the text with its white space taken out and look-alike characters folded; a table of
places leads back. It looks for a number first, then at the words right before and right behind it.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from desktop.quantities.quantity import BOUNDS_BEFORE, BOUNDS_BEHIND, REACHED, Bound, Quantity
from desktop.quantities.units import ALIASES, EXACT, OTHER_WORDS, UNITS, multiple, stem

MOST_CHARACTERS = 40  # a longer number is no figure and is passed over

_ALIKE = str.maketrans("０１２３４５６７８９．％﹪－−＋～〇○两兩萬億＞＜", "0123456789.%%--+~零零二二万亿><")
_ASCII = str.maketrans("零一二三四五六七八九点", "0123456789.")
_MARKS = (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))
_OTHER_ONE = tuple("统唯单同逐划专不之另某每")  # before 一 these make another word of it (统一项目, 每一位)
_ORDINAL_OF = "产方批季期书轮届阶步线章节款页号代站时课师手部类梯责月日半者排中小医"
"""Behind 第一 or 前三 these make it something other than a rank (第一产业, 前三季度)."""
_HALVED = frozenset(("年", "天", "周", "小时", "岁", "公里", "米", "亩", "吨", "倍", "个月"))
"""半 behind these adds a half (一年半), unless it begins another word (3年半导体)."""
_OTHER_HALF = frozenset("导径数价票路截成")
_LONG = ("年", "天", "小时", "岁", "公里", "米", "亩", "吨", "倍")  # 多 follows these only (10年多)
_MARKERS = frozenset(("第", "前", "上", "数", "几", "分之", "百分之", "千分之"))
_DASHES = frozenset("-–—~至到")


class Expression(NamedTuple):
    """One figure in a text. `start` and `end` index the text as given; `lead`, `number`, `infix` (余, 多, 来),
    `unit` and `tail` are its written pieces, white space aside. The 余 inside of 3亿余元 stays in `unit`. `others` are
    further units that the written one may mean (flats: 套, 户, 间)."""

    quantity: Quantity
    start: int
    end: int
    lead: str
    number: str
    unit: str
    tail: str
    rank: bool = False
    infix: str = ""
    others: tuple[str, ...] = ()


# A group that is repeated and never given back is written (?>(?:…)+): before 3.11.5, Python loses its place in (?:…)++
# where a repetition fails after it has read something (gh-106052). Single characters repeat rightly as […]++.
_ARABIC = r"(?:(?<![0-9])[0-9]{1,3}(?>(?:,[0-9]{3}(?![0-9]))+)|[0-9]++)(?:\.[0-9]++)?"
_MARK = r"(?:[万亿]|百(?!分)|千(?![瓦克米分]))"
_MARKS_HERE = f"(?>{_MARK}+)"
_MIXED = rf"{_ARABIC}(?>(?:{_MARKS_HERE}{_ARABIC}(?={_MARK})|万{_ARABIC})*)(?>{_MARK}*)"
_CHINESE = rf"(?>(?:[零一二三四五六七八九十]|{_MARK})+)(?:点[零一二三四五六七八九]++(?>{_MARK}*))?"
_RUN = rf"(?:{_MIXED}|{_CHINESE})"


def parse_number(text: str) -> Decimal | None:
    """The value of one number in digits or Chinese numerals (1,266, 一百二十三, 1亿2000万), or None."""
    if len(text) > 2 * MOST_CHARACTERS:
        return None
    match = re.fullmatch(rf"([-+]?)({_RUN})", "".join(text.split()).translate(_ALIKE))
    value = _value(match[2]) if match else None
    return value if value is None or not match or match[1] != "-" else value.copy_negate()


def _value(run: str) -> Decimal | None:
    if len(run) > MOST_CHARACTERS:
        return None
    for mark, size in _MARKS:
        head, found, rest = run.rpartition(mark)
        if found:
            over, under = _times(head, size), _remainder(rest, size)
            return None if over is None or under is None else EXACT.add(over, under)
    return _plain(run)


def _times(head: str, size: int) -> Decimal | None:
    """What stands before a mark, times its size; Chinese numerals may not skip a mark (三十百)."""
    value = _value(head) if head or size > 10 else Decimal(1)
    if value is None or (size < 10**4 and value >= 10):
        return None
    written_out = head and not head[0].isascii()
    return None if written_out and not 0 < value < size else EXACT.multiply(value, Decimal(size))


def _remainder(rest: str, size: int) -> Decimal | None:
    """What stands behind a mark; a lone digit counts in tenths of it (一百二 is 120)."""
    value = _value(rest.removeprefix("零")) if rest else Decimal(0)
    if value is not None and len(rest) == 1:
        value = value * (size // 10)
    return value if value is not None and value < size else None


def _plain(run: str) -> Decimal | None:
    """Digits alone. Two Chinese digits without 零 are no number (三五年 is a few years)."""
    if not run or run[0].isascii():
        return Decimal(run.replace(",", "")) if run else None
    few = len(run) == 2 and "零" not in run
    return None if few else Decimal(run.translate(_ASCII))


class Page(NamedTuple):
    raw: str  # the text without its white space
    norm: str  # the same, character by character, with look-alikes folded
    places: list[int]  # where each character stood


def page_of(text: str) -> Page:
    """The text as the grammar works on it."""
    places: list[int] = []
    position = 0
    for gap in re.finditer(r"\s+", text):
        places.extend(range(position, gap.start() + _parts_numbers(text, gap)))
        position = gap.end()
    places.extend(range(position, len(text)))
    raw = "".join([text[place] for place in places])
    return Page(raw, raw.translate(_ALIKE), places)


def _parts_numbers(text: str, gap: re.Match[str]) -> bool:
    """Whether white space parts two numbers: between digits always, save one line break in running text."""
    before, behind = text[max(0, gap.start() - 40) : gap.start()], text[gap.end() : gap.end() + 40]
    if not (re.match(r"\d", behind) and re.match(r"[\d.．,百千万亿]", before[-1:])):
        return False
    running = gap[0].strip(" \t") in ("\n", "\r\n") and re.match(r"[\d.．,]+[^\s\d]", behind)
    return not (running and re.search(r"[^\s\d.．,百千万亿][\d.．,百千万亿]+$", before))


_INNER_UNITS = {"个多月": "个月", "个多小时": "小时", "个半月": "个月", "个半小时": "小时"}


@cache
def _written_units() -> Mapping[str, str]:
    """Every way to write a unit without its 万 or 亿, and its own symbol. 3位 counts people, 第3位 ranks."""
    own = {symbol: symbol for symbol in UNITS if symbol and not stem(symbol)[0]}
    return {**own, **ALIASES, "成": "%", "位": "名", **_INNER_UNITS}


@cache
def _grammar() -> re.Pattern[str]:
    scale = r"(?<=[余多来])(?:[百千]?万|万?亿)"
    return re.compile(rf"(?P<sign>[-+])?(?P<run>{_RUN})(?P<infix>[余多来])?(?P<scale>{scale})?")


class _Found(NamedTuple):
    page: Page
    match: re.Match[str]
    floor: int  # where the search began
    word: str  # what stands right before the number
    run: str  # the number, from `start` to `stop`
    start: int
    stop: int
    unit: str  # as it is written, up to `end`
    symbol: str
    end: int


def _found(page: Page, match: re.Match[str], floor: int) -> _Found:
    start, stop = match.span("run")
    word, unit = _before(page.norm, floor, start), _unit_at(page.norm, match.end())
    symbol, end = _written_units().get(unit, ""), match.end() + len(unit)
    return _Found(page, match, floor, word, match["run"], start, stop, unit, symbol, end)


def _unit_at(norm: str, start: int) -> str:
    """The longest unit written at `start`; none where it is part of another word, or is doubled (一件件)."""
    for end in range(min(len(norm), start + 8), start, -1):
        one = norm[start:end]
        if one in _written_units() and not norm.startswith((one, *OTHER_WORDS.get(one, ())), end):
            return one
    return ""


_Placed = tuple[Expression, int]  # and where it ends on the page


def find_quantities(text: str) -> list[Expression]:
    """The figures of a text, in order and not overlapping."""
    expressions: list[Expression] = []
    page, position = page_of(text), 0
    while match := _grammar().search(page.norm, position):
        found = _found(page, match, position)
        reading = _read(found) if len(found.run) <= MOST_CHARACTERS else None
        position = reading[1] if reading else found.end
        expressions.extend(reading[:1] if reading else ())
    return expressions


def _before(norm: str, floor: int, end: int) -> str:
    """The longest known word right before `end`, beginning at `floor` or later."""
    for start in range(max(floor, end - 4), end):
        if norm[start:end] in BOUNDS_BEFORE or norm[start:end] in _MARKERS:
            return norm[start:end]
    return ""


def _behind(norm: str, start: int, symbol: str) -> str:
    """The longest bound word that begins at `start`, behind a figure in the unit `symbol`."""
    word = norm[start : start + 3]
    while word and word not in BOUNDS_BEHIND:
        word = word[:-1]
    barred = (word == "多" and symbol not in _LONG and norm[start - 1 : start] != "成") or (
        word.endswith("级") and not symbol
    )
    return "" if barred or BOUNDS_BEHIND.get(word) is None else word


def _read(found: _Found) -> _Placed | None:
    behind = found.page.norm[found.stop : found.stop + 2]
    if found.word in ("数", "几") and found.run[0] in "十百千万亿":
        return _some(found)
    if behind[:1] == "几" or behind == "分之" or found.word == "分之":
        return None
    if found.word == "第":
        return _rank(found)
    if found.word in ("百分之", "千分之"):
        return _share(found)
    rank = _rank(found) if found.word == "前" else None
    return rank or _range(found) or _pair(found) or _single(found)


def _some(found: _Found) -> _Placed | None:
    """数十场, 几百家: more than one ten or hundred, nobody says how many."""
    value, start, end = _number(found.run), found.start - 1, found.end
    if value is None or not found.unit or found.match["infix"]:
        return None
    quantity = Quantity(value, found.symbol, Bound.OVER)
    return _expression(found.page, (start, start, found.stop, end, end), quantity)


def _rank(found: _Found) -> _Placed | None:
    """第一, 前十, 第12位; not 第一产业, 第三次, 前5个月."""
    behind = found.page.norm[found.stop : found.stop + 1]
    suffix = behind if behind and behind in "名位强" else ""
    counts = found.match["infix"] or (found.unit and not suffix)
    value, least = _number(found.run), 1 if found.word == "第" else 2
    if counts or (behind and behind in _ORDINAL_OF):
        return None
    if value is None or value < least or value != value.to_integral_value():
        return None
    quantity = Quantity(value, "位", Bound.EXACTLY if found.word == "第" else Bound.AT_MOST)
    start, end = found.start - 1, found.stop + len(suffix)
    return _expression(found.page, (start, start, found.stop, end, end), quantity, rank=True)


def _share(found: _Found) -> _Placed | None:
    """百分之八十."""
    value, symbol = _number(found.run), "%" if found.word == "百分之" else "‰"
    start, stop = found.start - len(found.word), found.stop
    return None if value is None else _bounded(found, start, stop, stop, Quantity(value, symbol))


def _range(found: _Found) -> _Placed | None:
    """70–80名, 10至20万元, 5%—8%: two numbers, one unit, which may stand behind each of them."""
    end, dashes = found.end, _dashes_at(found.page.norm, found.end)
    match = _grammar().match(found.page.norm, end + dashes) if dashes else None
    if not match or match["sign"] or match["infix"] or found.match["infix"] or _is_bare(found.run):
        return None
    second = _found(found.page, match, end + dashes)
    high = _measure(second.run, second.symbol)
    if not high or second.unit == "成" or (found.unit and found.symbol != second.symbol):
        return None
    low = found.run if found.unit else found.run.removesuffix(high.mark) + high.mark
    quantity = _ranging(_measure(low, second.symbol), high)
    calendar = quantity is not None and quantity.unit == "年" and quantity.value >= 1000
    if not quantity or calendar:
        return None
    return _bounded(found, _signed_start(found), second.stop - len(high.mark), second.end, quantity)


def _dashes_at(norm: str, start: int) -> int:
    """How many characters the dash at `start` has; the Chinese one has two."""
    return 2 if norm[start : start + 2] in ("——", "--") else int(norm[start : start + 1] in _DASHES)


def _pair(found: _Found) -> _Placed | None:
    """七八十名, 三四百家: two digits that follow on each other stand for a range."""
    runs = next(_neighbours(found.run), None)
    if not runs or found.match["infix"] or found.unit == "成":
        return None
    low, high = (_measure(one, found.symbol) for one in runs)
    quantity = _ranging(low, high)
    if not low or not quantity:
        return None
    return _bounded(found, found.start, found.stop - len(low.mark), found.end, quantity)


def _neighbours(run: str) -> Iterator[tuple[str, str]]:
    digits = "一二三四五六七八九"
    if run[0].isascii() or "点" in run or (len(run) > 2 and not re.search("[十百千万亿]", run)):
        return
    for at, two in enumerate(pairwise(run)):
        if two[0] in digits and "".join(two) in digits:
            yield run[: at + 1] + run[at + 2 :], run[:at] + run[at + 1 :]


def _single(found: _Found) -> _Placed | None:
    run, infix, scale = found.run, found.match["infix"] or "", found.match["scale"] or ""
    unit, symbol, end = found.unit, found.symbol, found.end
    if unit == "成" and not re.fullmatch("[1-9一二三四五六七八九]", run):
        unit, symbol, end = "", "", found.stop
    if infix in ("多", "来") and not scale and not unit:
        infix, end = "", found.stop
    measure = _measure(run, scale + symbol)
    strongest = not unit and found.page.norm[found.stop : found.stop + 1] == "强"
    if measure is None or strongest or (measure.symbol and measure.symbol not in UNITS):
        return None
    half = _half(found, measure)
    end += half.behind
    up = found.word == "上" and _is_bare(run)
    start = found.start - 1 if up else _signed_start(found)
    stop = found.stop if up and measure.mark == run else found.stop - len(measure.mark)
    value = measure.value * 10 if unit == "成" else measure.value + half.value
    value = value.copy_negate() if found.page.norm[start] == "-" else value
    own = Bound.ABOUT if infix == "来" else Bound.OVER if infix or unit.startswith("个多") else Bound.EXACTLY
    bound = Bound.AT_LEAST if up else own
    reading = _bounded(found, start, stop, end, Quantity(value, measure.symbol, bound))
    return reading if _says_a_figure(found, reading[0].quantity) else None


def _says_a_figure(found: _Found, quantity: Quantity) -> bool:
    """Whether a Chinese numeral is more than a part of a word (三大, 千万, 统一项目)."""
    run, previous = found.run, found.page.norm[max(0, found.start - 1) : found.start]
    if _is_bare(run):
        return bool(quantity.unit) and (quantity.bound is not Bound.EXACTLY or found.word in REACHED)
    if run == "一" and previous in _OTHER_ONE:
        return False
    return run[0].isascii() or bool(quantity.unit) or bool(re.search(".[十百千]|[十百千].", run))


class _Measure(NamedTuple):
    value: Decimal
    symbol: str
    mark: str  # the end of the written number that belongs to the unit


class _Half(NamedTuple):
    value: Decimal
    behind: int  # how many characters of it stand behind the unit


def _half(found: _Found, measure: _Measure) -> _Half:
    """What 半 adds: 一年半, 2倍半, 三个半月."""
    norm, end = found.page.norm, found.end
    whole = measure.value == measure.value.to_integral_value() and not measure.mark
    if found.unit.startswith("个半"):
        return _Half(Decimal("0.5"), 0)
    behind = norm[end : end + 1] == "半" and norm[end + 1 : end + 2] not in _OTHER_HALF
    return _Half(Decimal("0.5"), 1) if whole and behind and found.symbol in _HALVED else _Half(Decimal(0), 0)


def _measure(run: str, symbol: str) -> _Measure | None:
    """A number in a unit; its last 万 or 亿 goes to the unit (5000万件), or its largest (一亿二千万元)."""
    for mark in ("万亿", "千万", "百万", "亿", "万", "千") if run[0].isascii() else ("万亿", "亿", "万"):
        head = run.removesuffix(mark)
        if head != run and mark + symbol in UNITS and "万" not in head and "亿" not in head:
            value = _number(head) if head else Decimal(1)
            return None if value is None else _Measure(value, mark + symbol, mark)
    value = _number(run)
    for mark in ("万亿", "亿", "万") if "万" in run or "亿" in run else ():
        if value is not None and mark + symbol in UNITS and value >= multiple(mark):
            scaled = EXACT.divide(value, multiple(mark)).normalize(EXACT)
            return _Measure(Decimal(f"{scaled:f}"), mark + symbol, "")
    return None if value is None else _Measure(value, symbol, "")


def _number(run: str) -> Decimal | None:
    return _value("一" + run if _is_bare(run) else run)


def _is_bare(run: str) -> bool:
    """Whether no digit is in front (千, 百万, 亿); such is a figure only where a word bounds it (近百家)."""
    return run[0] in "百千万亿"


def _ranging(low: _Measure | None, high: _Measure | None) -> Quantity | None:
    if not low or not high or not high.symbol or low.symbol != high.symbol or low.value >= high.value:
        return None
    return Quantity(low.value, low.symbol, upper=high.value)


def _signed_start(found: _Found) -> int:
    """Where the number begins, with its sign unless that is a dash (1-5, GB-5, 2023年-2024年)."""
    start = found.match.start()
    previous = found.page.norm[start - 1 : start] if start else ""
    dash = 0 < start == found.floor or (previous.isascii() and previous.isalnum())
    return found.start if dash else start


def _bounded(found: _Found, number: int, unit: int, tail: int, quantity: Quantity) -> _Placed:
    """The expression with the words around it; the word before counts first, then 余, then that behind."""
    norm = found.page.norm
    lead = found.word if number == found.start else _before(norm, found.floor, number)
    word, before = _behind(norm, tail, quantity.unit), BOUNDS_BEFORE.get(lead)
    own = None if quantity.bound is Bound.EXACTLY else quantity.bound
    bound = before or own or BOUNDS_BEHIND.get(word) or Bound.EXACTLY
    at = (number - len(lead) if before else number, number, unit, tail, tail + len(word))
    return _expression(found.page, at, quantity._replace(bound=bound))


def _expression(page: Page, at: tuple[int, ...], quantity: Quantity, rank: bool = False) -> _Placed:
    """`at` is where lead, number, unit and tail begin, and where the tail ends."""
    lead, number, unit, tail = (page.raw[begin:end] for begin, end in pairwise(at))
    infix = unit[:1] if unit[:1] in ("余", "多", "来") else ""
    start, end = page.places[at[0]], page.places[at[-1] - 1] + 1
    return Expression(quantity, start, end, lead, number, unit[len(infix) :], tail, rank, infix), at[-1]
