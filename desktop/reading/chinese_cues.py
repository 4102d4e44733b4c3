"""The words of Chinese texts that say what an amount is: that something grew, is planned, was denied, is compared."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import NamedTuple


class Cue(StrEnum):
    """What a word says. RATE and FALL name a growth (增速, 降幅), DRIVE what one thing adds to another's growth; GOAL,
    LIKELY and FACT tell planned from done, DONE firmly; NONE only looks like another."""

    UP = "up"
    DOWN = "down"
    RATE = "rate"
    FALL = "fall"
    CHANGE = "change"
    STEP = "step"
    AVERAGE = "average"
    GAP = "gap"
    DRIVE = "drive"
    GOAL = "goal"
    LIKELY = "likely"
    FACT = "fact"
    DONE = "done"
    PER = "per"
    FLOW = "flow"
    STOCK = "stock"
    NONE = ""


class Said(NamedTuple):
    """A word that says it, from `start` to `end`."""

    cue: Cue
    start: int
    end: int


_WORDS: Mapping[Cue, str] = {
    Cue.UP: "增长 增加 上升 提高 提升 上涨 扩大 攀升 跃升 递增 增大 激增 猛增 飙升 大增 回升 反弹 上浮 上调 抬升 扩张 "
    "净增加 净增 多增 增收 增产 增至 升至 涨至 前移 上移 进位 正增长 加快 多出 新增",
    Cue.DOWN: "下降 减少 降低 回落 下滑 下跌 缩减 压减 压缩 缩短 负增长 压降 下调 精简 萎缩 缩小 锐减 骤降 走低 收窄 放缓 减至 降至 "
    "后移 下移 退后 减亏 节约 节省 少增 减产 减收 下浮 降解率",
    Cue.RATE: "增速 增幅 涨幅 升幅 增长率 增长速度 增长幅度 增率",
    Cue.FALL: "降幅 跌幅 减幅 下降幅度 下降率",
    Cue.CHANGE: "同比 年同比",
    Cue.STEP: "环比",
    Cue.AVERAGE: "年均 平均每年 每年平均 年复合 复合增长 复合年增长 年平均 年递增 逐年递增 两年平均 三年平均 四年平均 五年平均",
    Cue.GAP: "高于 低于 高出 低出 快于 慢于 好于 优于 领先 落后 超出 高过 多于 少于 赶超",
    Cue.DRIVE: "拉动 拉高 拉低 推高 推动",
    Cue.GOAL: "目标 力争 确保 争取 奋力 不低于目标 务必 必须 努力实现 预期目标 冲刺 瞄准 锚定 拟",
    Cue.LIKELY: "预计 有望 可望 预期 估计 预测 料将 测算 即将 届时 可达 可新增 可实现 可带动 可年产 年可 可形成 满产后 达产后 投产后 "
    "建成后 投用后 投运后 建成投产后 投产首年 达产达效后 全部建成 满负荷 预估",
    Cue.FACT: "实际 实绩 累计 现有 目前 当前 截至目前 完成了 实现了 达到了",
    Cue.DONE: "已经 已 业已 完成了 实现了 达到了 而是 实为 实际为 最终 实际完成 实际达到",
    Cue.PER: "亩均 人均 户均 每亩 每人 每户 每家 每千人 每万人 每千人口 每万人口 日均 月均 平均每 日产 月产 每百 单位 地均 校均 店均 单台",
    Cue.FLOW: "累计 完成 实现 新增 新设 引进 发放 签约 出口 进口 新签 落地 办理 接待 减免 出让 利用 使用外资 投入 拨付 兑现 走访 解决 招引 "
    "开行 发运 供应 盘活 清理 新建 改造 销售 产量 产值 营业收入 到位 到账",
    Cue.STOCK: "拥有 共有 现有 在册 存量 余额 保有 总数 存续 常住人口 户籍人口 装机",
    Cue.NONE: "增加值 增值 增资 增设 增发 增强 增量 增效 增长极 增长点 增长面 增长的贡献 升级 升学 升规 升格 提升工程 提升行动 提高标准 "
    "降本 降碳 降耗 降费 降温 降解 减排 减免 减税 减负 减碳 减量 减值 涨价 涨停 降水 升降 压缩机 压缩空气 压缩成本 节约集约 节约型 "
    "好于预期 超预期 超出预期 符合预期 不及预期 预期寿命 目标任务 确保了 争取到 争取上级 争取资金 争取中央 争取省级 争取各类 争取国家 "
    "虚拟 模拟 拟合 拟定了 实际使用 实际利用 实际到位 实际到账 实际到资 实际吸收 实际外资 实到 "
    "单位名 各单位 事业单位 机关单位 单位和 责任单位 主管单位 单位、 企业单位 成员单位 单位等 单位、个人 限额以上单位 推动力 新增长 当前排名 "
    "年度计划 年度投资计划 投资计划 目标管理 目标考核 目标导向 碳达峰目标",
}
_PATTERNS: Mapping[str, Cue] = {
    r"增(?=[了至到近超约逾达成0-9一二三四五六七八九十两])|[涨升](?=[了至到为近超约逾达成0-9一二三四五六七八九十两])": Cue.UP,
    r"比增(?![长加幅速])": Cue.UP,
    r"减(?=[了至到为近超约逾达成0-9一二三四五六七八九十两])|[降跌](?=[了至到为近超约逾达成0-9一二三四五六七八九十两])": Cue.DOWN,
    r"要(?<![需重只主首摘必不还纪概简]要)(?=[^求素点是紧，。；]{0,8}(?:达|实现|完成|突破|新|建|引|形|超|提|增|力|确|培|压|降|保持|控制|稳|招))": Cue.GOAL,
    r"计划(?<![进动养育才工划持推]计划)(?!单列|入选|总投资|[”》])|规划(?=建设|引进|投资|到|新|用地?(?=[0-9]))": Cue.GOAL,
    r"将(?<!即将)(?![军来近其原])(?![^，。；]{0,14}[由从])": Cue.LIKELY,
    r"年产(?<![明今去来当全每上近一两三五]年产)(?![能值业量])": Cue.PER,
    r"万元(?=GDP|地区生产总值|工业增加值|增加值|产值)": Cue.PER,
    r"年均(?![增递复下提减上])": Cue.PER,
    r"比(?=[^，。；]{1,14}(?:(?<!提)高|(?<!降)低|(?<!加)快|慢|多|(?<!减)少)(?:出|了)?[^，。；增长加]{0,2}[0-9近约超一二三四五六七八九])": Cue.GAP,
    r"超(?=[^0-9，。；过额前市大出级一-九十百千亿]{2,8}[0-9])": Cue.GAP,
}
"""Words that say so only where they stand between others."""


@cache
def _grammar() -> tuple[re.Pattern[str], Mapping[str, Cue], tuple[Cue, ...]]:
    """The pattern of all, the cue of each word, and those of the groups, which are the patterns of `_PATTERNS`."""
    cues = {word: cue for cue, line in _WORDS.items() for word in line.split()}
    groups = "|".join(f"({one})" for one in _PATTERNS)
    heads = "".join({word[0] for word in cues} | set("增涨升减降跌要计规将年万比超"))
    return re.compile(f"(?=[{heads}])(?:{any_of(cues)}|{groups})"), cues, (Cue.NONE, *_PATTERNS.values())


def any_of(words: Iterable[str]) -> str:
    """A pattern of any of these words, the longest first, that is looked through by its first letters."""
    tails: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        tails.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{head}(?:{'|'.join(ends)})" for head, ends in tails.items())


class Cues:
    """The cue words of a text, in order."""

    def __init__(self, text: str) -> None:
        pattern, cues, groups = _grammar()
        self.all = [
            Said(groups[m.lastindex] if m.lastindex else cues[m[0]], *m.span())
            for m in pattern.finditer(text)
        ]
        self._starts = [one.start for one in self.all]

    def within(self, start: int, end: int) -> Sequence[Said]:
        """Those that begin there."""
        return self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def last(self, start: int, end: int, *cues: Cue) -> Said | None:
        """The last one of these that begins there."""
        return next((one for one in reversed(self.within(start, end)) if one.cue in cues), None)
