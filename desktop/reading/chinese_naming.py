"""How well the words by each amount of a Chinese text say the name of an indicator."""

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from desktop.reading.chinese_cues import Cue, any_of
from desktop.reading.chinese_text import ChineseText
from desktop.reading.statements import Role
from desktop.reading.whose import dealt_rows

ENOUGH = 0.6
"""The share of a name's pairs of characters that have to be said."""
_GENERIC = re.compile(
    r"（[^）]*）|\([^)]*\)|目标|预期|预计|全年|年度|当月|单月|本月|累计|数量|个数|家数|户数|人数|总额|总量|总数|金额|规模|情况|的|中期|长期|同比|增长|增速|增幅|相当于|倍数|排名|位次|名次|[：:]|占比|比重|比例|份额|占|[“”、]|[数额率量]$"
)
_SAME = (
    ("规模以上", "规上"), ("限额以上", "限上"), ("营业收入", "营收"), ("技术改造", "技改"), ("战略性新兴产业", "战新产业"), ("高新技术企业", "高企"),
    ("固定资产投资", "固投"), ("社会消费品零售", "社零"), ("一般公共预算", "公共预算"), ("研发经费", "r&d经费"), ("研发", "r&d"), ("企业", "公司"), ("地区生产总值", "gdp"), ("生产总值", "gdp"), ("纳税", "税收"), ("外商投资企业", "外资企业"),
)  # fmt: skip
"""Words that say the same."""
_IDLE = (
    "其中 分别 依次 目前 截至 截止 现有 现已 年末 年内 期末 居 列 位 排名 全市 全省 全国 总额 总数 总量 总计 规模 恢复到 恢复 完成 实现 达到 达成 达 "
    "为 是 共有 共计 共 累计 已经 已 的 了 有 占 比 较 再次 突破 约 近 超过 超 和 及 与 、 全年 当年 当月 单季 单月 月 日 也 又 还 均 各 则 就 仅 只 各类 "
    "各项 这些 这 该 将 可 能 要 同期 在 中 于 以 由 从 到 至 上 下 前 后 内 来 以来 年 本 我 我们 他们 主要 继续 持续 进一步 保持 稳定 首次 一举 成功 顺利 "
    "合计 总共 平均 水平 方面 情况 数据 显示 据 统计 初步 核算 全部 总体 整体 不含 包括 包含 如 等 另 另有 此外 同时 并 且 而 但 为此 "
    "正 正在 正式 加快 加速 全力 大力 积极 新 月份 季度 左右 以上 以下 其 受 按 看 来看 从 来说 再 "
    "完工 竣工 建成 投用 投产 开工 落地 开展 组织 举办 举行 形成 成为 位于 处于 现 多 余 最 之 一 两 三 类 项 个 家 全区 区 市 省 当前 全部 "
    "这一数字 这个数字 该指标 这一数据 这一指标 这一数值 该数字 可比价 可比 名义 实际 扣除价格因素 按可比价格计算 按可比价计算 按可比口径 按不变价格计算 不变价 现价 大幅 逆势 稳步 显著 明显 "
    "小幅 略有 却 仍 更 快速 强劲 平稳 较快 首 创 历史 新高 一次性 提前 圆满 超额 仅为 达成 共同 个位数 两位数 均为"
)
"""Words that name nothing."""
_TAIL = re.compile(r"(?:的)?[\u4e00-\u9fff“”A-Za-z&]+")
_LEADS = re.compile("[从由自占达为是有]|的(?=[近约超])")
_NAMING = (Cue.FLOW, Cue.STOCK, Cue.PER, Cue.NONE)
"""Cues that are words of names themselves."""
_FURTHER, _SENTENCE, _LEAST, _MOST = 0.06, 0.1, 0.2, 14
"""What each piece, and each sentence, further away takes from a word's weight; how much is left at least; how many count."""
_HEAD = 0.5
"""What it adds that the end of a name, which says what sort of thing it is, stands among an amount's own words."""


@cache
def _idle() -> re.Pattern[str]:
    return re.compile(rf"{any_of(dict.fromkeys(_IDLE.split()))}|[^\u4e00-\u9fffa-z]")


class Score(NamedTuple):
    """How well a name is said of an amount: `weight` the more the nearer, `near` the share of it that is said up to the
    amount, `own` that by its own words; `left` is how much else these say, `missing` what of the name nobody says; `span`
    where it stands."""

    weight: float
    near: float
    own: float
    left: int
    missing: str
    span: tuple[int, int] | None

    def beats(self, other: "Score") -> bool:
        """Whether the name is said of this amount rather than of the other one."""
        if self.near < ENOUGH or self.weight < other.weight - 0.001:
            return False
        if len(self.missing) > 1 and len(self.missing) >= len(other.missing):
            return False
        return self.weight > other.weight + 0.001 or (self.own >= other.own and self.left < other.left)


NOTHING = Score(0, 0, 0, 0, "", None)


class _Name(NamedTuple):
    """A name as it is looked for: without words that any name has; its pairs of characters, and those of all of it."""

    word: str
    core: str
    pairs: frozenset[str]
    whole: frozenset[str]


@lru_cache(maxsize=1024)
def _forms(name: str) -> Sequence[_Name]:
    """A name, and what it is with words that say the same."""
    whole = "".join(name.split()).lower()
    words = [whole]
    for pair in _SAME:
        for one, other in (pair, pair[::-1]):
            words += [word.replace(one, other) for word in words if one in word and other not in word][:8]
    return [_form(word) for word in dict.fromkeys(words)][:12]


def _form(word: str) -> _Name:
    core = _GENERIC.sub("", word) or word
    return _Name(word, core, _pairs(core), _pairs(core) | _pairs(word))


def is_part(words: str, name: str) -> bool:
    """Whether some words, or what is left of them without what any name has, are part of a name."""
    short = _GENERIC.sub("", words) or words
    return any(words in form.word or short in form.word for form in _forms(name))


def _pairs(word: str) -> frozenset[str]:
    return frozenset(word[n : n + 2] for n in range(len(word) - 1)) or frozenset([word])


class _Piece(NamedTuple):
    """A stretch of the text between stops and amounts; `closed` while it stands in brackets."""

    text: str
    start: int
    sentence: int
    closed: bool = False


class Naming:
    """The words by the amounts of a text. `removed` are stretches that belong to no indicator: names of subjects."""

    def __init__(self, text: ChineseText, folded: str, removed: Collection[tuple[int, int]]) -> None:
        self._text, self._folded, self._removed = text, folded, removed
        self._pieces: list[_Piece] = []
        self._own: list[list[int]] = []
        """For each amount the pieces that are its own."""
        self.stretches: list[list[tuple[int, int]]] = []
        """For each amount where these stand."""
        self._cut()

    # the words by each amount

    def _cut(self) -> None:
        """Cut the text into pieces: the words before each amount in its clause, those behind it, and all others."""
        statements, begin = self._text.statements, 0
        cuts = list(self._text.clauses.starts)[1:]
        for place, one in enumerate(statements):
            for stop in cuts[bisect_right(cuts, begin) : bisect_right(cuts, one.start)]:
                self._add(begin, stop)
                begin = stop
            if one.role in (Role.THRESHOLD, Role.NAME, Role.BASE):
                self._own.append([])
                self.stretches.append([(begin, one.start)])
                continue
            own = [self._add(begin, one.start)]
            stretches = [(begin, one.start)]
            if place and one.before == place - 1:
                own, stretches = own + self._own[-1], stretches + self.stretches[-1]
            first, begin = self._tail(place)
            if begin > first:
                own.append(self._add(first, begin))
                stretches.append((first, begin))
            self._own.append(own)
            self.stretches.append(stretches)

    def _add(self, start: int, end: int) -> int:
        before = self._folded[self._text.sentences.span(start)[0] : start]
        closed = "（" in before and before.count("（") > before.count("）")
        words = self._folded[start:end]
        self._pieces.append(_Piece(words, start, self._text.sentences.place(start), closed))
        return len(self._pieces) - 1

    def _tail(self, place: int) -> tuple[int, int]:
        """What an amount counts, where that stands behind it: 229家完成数字化改造."""
        statements, one = self._text.statements, self._text.statements[place]
        following = statements[place + 1].start if place + 1 < len(statements) else len(self._folded) + 1
        match = _TAIL.match(self._folded, one.end, min(one.end + 24, following))
        stop = match.end() if match else one.end
        if stop == following > one.end:
            cue = next(iter(self._text.said_between(one.end + 1, stop)), None)
            verb = _LEADS.search(self._folded, one.end + 1, cue.start if cue is not None else stop)
            stop = verb.start() if verb else cue.start if cue is not None else stop
        return one.end, stop

    def owns(self, place: int, start: int, end: int) -> bool:
        """Whether a stretch is part of the own words of an amount."""
        return any(first <= start and end <= last for first, last in self.stretches[place])

    def has_words(self, place: int) -> bool:
        """Whether the own words of an amount name anything."""
        return sum(self._content(piece) for piece in self._own[place]) > 1

    def is_dealt(self, place: int) -> bool:
        """Whether an amount is one of several that are dealt out."""
        return any(place in row for row in self._rows)

    def _content(self, number: int, said: Collection[str] = ()) -> int:
        """How many characters of a piece name something that is not said by these pairs."""
        piece = self._pieces[number]
        if not said and number in self._contents:
            return self._contents[number]
        words = list(piece.text)
        for pair in said:
            at = piece.text.find(pair)
            while at >= 0:
                words[at : at + 2] = "||"[: len(pair)]
                at = piece.text.find(pair, at + 1)
        end = piece.start + len(words)
        for start, stop in self._marks(piece.start, end):
            for n in range(max(start, piece.start), min(stop, end)):
                words[n - piece.start] = "|"
        left = len(_idle().sub("", "".join(words)))
        if not said:
            self._contents[number] = left
        return left

    @cached_property
    def _contents(self) -> dict[int, int]:
        return {}

    def _marks(self, start: int, end: int) -> list[tuple[int, int]]:
        """What in a stretch names nothing: subjects, periods, cue words."""
        return [
            *((a, b) for a, b in self._removed if a < end and b > start),
            *((p.start, p.end) for p in self._text.periods if p.start < end and p.end > start),
            *((c.start, c.end) for c in self._text.said_between(start, end) if c.cue not in _NAMING),
        ]

    # names

    def scores(self, name: str, said: Collection[tuple[int, int]]) -> Sequence[Score]:
        """How well a name is said of each amount; `said` is where it stands, also by other names."""
        whole = [any(p.start <= a and b <= p.start + len(p.text) for a, b in said) for p in self._pieces]
        best: list[Score] = []
        for form in _forms(name):
            matched = [
                form.whole if whole[n] else frozenset(b for b in form.whole if b in p.text)
                for n, p in enumerate(self._pieces)
            ]
            found = [self._score(place, form, matched) for place in range(len(self._own))]
            best = (
                found
                if not best
                else [max(pair, key=lambda s: (s.weight, s.near)) for pair in zip(best, found, strict=True)]
            )
            if all(s.near in (0, 1) for s in found):
                break
        for row in self._rows:
            if row[0] not in self._items:
                for place in row[1:]:
                    best[place] = best[row[0]] if not self.has_words(place) else best[place]
        for place, one in enumerate(self._text.statements):
            if one.owner is not None and one.growth is not None and not self.has_words(place):
                of = best[one.owner]
                best[place] = of._replace(weight=of.weight - _FURTHER / 2, own=0, left=0)
        return best

    def _score(self, place: int, form: _Name, matched: Sequence[frozenset[str]]) -> Score:
        item = self._items.get(place)
        if item is not None:
            return _dealt(form, *item)
        own = self._own[place]
        if not own:
            return NOTHING
        covered: set[str] = set()
        for number in own:
            covered |= matched[number]
        weight = len(covered) + (_HEAD if form.core[-2:] in covered else 0)
        mine = len(covered & form.pairs)
        me = self._pieces[own[0]]
        steps = 0
        aside = self._names_time(place)
        for number in range(min(own) - 1, -1, -1):
            piece = self._pieces[number]
            if (piece.closed and not me.closed) or not piece.text:
                continue
            if aside and piece.text.startswith("其中"):
                continue
            steps += 1
            if steps > _MOST or len(covered) == len(form.whole):
                break
            more = matched[number] - covered
            if more:
                rate = 1 - _FURTHER * steps - _SENTENCE * (me.sentence - piece.sentence)
                weight += len(more) * max(_LEAST, rate)
                covered |= more
        size = len(form.pairs)
        near = len(covered & form.pairs)
        left = sum(self._content(number, covered) for number in own)
        return Score(
            weight / len(form.whole),
            near / size,
            mine / size,
            left,
            _missing(form, covered),
            self._span(form, own),
        )

    def _names_time(self, place: int) -> bool:
        """Whether the own words of an amount name its time, so that it goes on with what stood before 其中."""
        start, end = self.stretches[place][0]
        return any(start <= p.start and p.end <= end and not p.is_base for p in self._text.periods)

    def _span(self, form: _Name, own: Sequence[int]) -> tuple[int, int] | None:
        """Where the name stands in an amount's own words."""
        for number in own:
            piece = self._pieces[number]
            at = piece.text.rfind(form.core)
            if at >= 0:
                return piece.start + at, piece.start + at + len(form.core)
        piece = self._pieces[own[0]]
        spots = [at for pair in form.pairs if (at := piece.text.rfind(pair)) >= 0]
        return (piece.start + min(spots), piece.start + max(spots) + 2) if spots else None

    # what is dealt out

    @cached_property
    def _rows(self) -> Sequence[Sequence[int]]:
        text = self._text
        return [
            row for row, _ in dealt_rows(self._folded, text.statements, text.sentence_starts) if len(row) > 1
        ]

    @cached_property
    def _items(self) -> Mapping[int, tuple[str, str]]:
        """For amounts that are dealt out, what each is of, and the words that all share: 国家级、省级、市级机构分别为…"""
        items: dict[int, tuple[str, str]] = {}
        text = self._text
        for places, head in dealt_rows(self._folded, text.statements, text.sentence_starts):
            pieces = re.split("[、和及与]|以及", head.rpartition("，")[2])
            own = pieces[-len(places) :]
            if len(pieces) < len(places) or len(places) < 2 or text.statements[places[0]].owner is not None:
                continue
            start = (
                text.sentence_starts[text.statements[places[0]].sentence] + len(head) - len("、".join(own))
            )
            if all(
                any(a < start + 99 and self._folded[a:b] in piece for a, b in self._removed) for piece in own
            ):
                continue
            shared = _shared(own)
            for place, piece in zip(places, own, strict=True):
                items[place] = (piece if piece is own[-1] else piece + shared, head)
        return items


def _shared(items: Sequence[str]) -> str:
    """What the last of some items has that all share: 国家级、省级、市级机构; 一、二、三产业增加值."""
    *first, last = items
    at = last.find(first[-1][-1:]) if first[-1] else -1
    if at >= 0 and len(first[-1]) <= 4:
        return last[at + 1 :]
    size = len(first[-1])
    short = size <= 2 and all(len(one) <= size for one in first[1:])
    return last[size:] if short and len(last) > size + 1 else ""


def _missing(form: _Name, covered: Collection[str]) -> str:
    """The characters of a name that stand in none of its pairs that are said."""
    kept = [True] * len(form.core)
    for n in range(len(form.core) - 1):
        if form.core[n : n + 2] in covered:
            kept[n] = kept[n + 1] = False
    return "".join(c for c, keep in zip(form.core, kept, strict=True) if keep)


def _dealt(form: _Name, item: str, head: str) -> Score:
    """How well a name is said by one item of a list, and by the words before it."""
    said = {item[n : n + 2] for n in range(len(item) - 1)}
    own = form.pairs & said
    near = {pair for pair in form.pairs if pair in head or pair in item}
    size = len(form.pairs)
    alike = len(own) / max(1, len(form.pairs | said))
    return Score(
        alike + 0.5 * (len(near) - len(own)) / size,
        len(near) / size,
        len(own) / size,
        0,
        _missing(form, near),
        None,
    )
