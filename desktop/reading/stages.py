"""The stages of projects and the states of places, by the words that texts have for them in three languages."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

STAGES: Mapping[str, str] = {
    "signed": r"签约|签订|签下|签署|signed|signing|調印|契約締結|締結|契約を結|契約した|署名",
    "land": r"拿地|摘地|摘牌|竞得|取得土地|供地|土地出让|acquired the land|won the land|用地取得",
    "permit": r"施工许可|建设许可|办证|领证|permit|許可",
    "settled": r"落地|落户|入驻|settled|進出決定|立地",
    "started": r"开工|动工|奠基|开建|破土|开始施工|启动建设|建设启动|broke ground|construction (?:got|gets|is|was) under ?way|(?:work|construction) (?:kicked off|commenced|got underway|started|began)|foundation(?:s| stone)?(?: [\w ]{0,40})? (?:was|were) laid|laid the foundation|ground-?breaking|ground breaking|break ground|breaks ground|construction (?:began|begins|started|starts)|began construction|begin construction|start construction|着工|起工|工事(?:を|が)?(?:開始|始ま|始め)|建設(?:を|が|工事を)?(?:開始|始ま|始め)",
    "piled": r"桩基|piling|杭打ち",
    "topped": r"结顶|封顶|topped out|topping.out|tops out|roof(?:ed|ing)|structure (?:was )?capped|上棟|棟上げ",
    "equipped": r"设备安装|设备进场|设备进驻|安装设备|equipment (?:was |is )?(?:moved|installed)|設備搬入|設備据付|設備の(?:搬入|据え付け|据付|設置)",
    "fitted": r"装修|装饰|fitting.out|内装",
    "completed": r"竣工|完工|建成(?!后)|落成|finish(?:ed|es|ing)?\b|was completed|were completed|has been completed|completed\b|completes|is completed|be completed|completion|竣工|完工|落成|完成(?=し|予定|する|。|、|の見)|落成",
    "accepted": r"验收|acceptance|passed (?:its |the )?(?:final )?inspection|検収",
    "trial": r"试生产|试产|试运行|试运营|trial (?:production|operation)|試験生産|試運転|試験操業|試験運転",
    "production": r"投产|正式生产|投入生产|量产|(?:went|go|goes|going) into (?:production|operation)|in(?:to)? (?:mass |full |commercial |regular )?production|came on ?stream|come on ?stream|coming on ?stream|on stream|came online|go(?:es)? online|went online|went live|commissioned|mass production|start of production|start(?:ed|s|ing)? (?:up|operation|operations|operating)|(?:beg[aiu]n|begins|commence[sd]?) (?:operation|operations|operating)|rolled off|producing|started production|began production|start production|begin production|生産開始|生産を開始|生産を始|生産が始|稼働|操業|操業開始|量産",
    "full": r"达产|满产|full capacity|full production|フル生産|フル稼働",
    "use": r"投用|启用|投入使用|投入运营|投运|开业|开园|揭牌|开放|交付使用|put into use|opened|opens|open(?:ing)? to|in use|into use|供用開始|開業|開設|オープン|利用開始",
}
STATES: Mapping[str, str] = {
    "opened": r"投用|启用|投入使用|投入运营|投运|开业|开园|揭牌|新增|开放|opened|put into use|into use|opened its doors|開業|開設|供用開始|オープン",
    "completed": r"完工|竣工|建成(?!后)|落成|completed|finished|完成|竣工|落成",
    "building": r"建设中|在建|正在建|加快建设|加紧建设|建设(?:正)?(?:有序|加速|加快)|开工|施工|under construction|being built|建設中|工事中|着工|建設が(?:続|進)|建設を(?:続|進)|整備中|施工中|整備が進|建設している",
    "planned": r"规划建设|计划(?:建|开|启|投|于)|拟建|将(?:于|在|建|开|启|投)|筹建|规划(?!局|馆)|planned|will (?:be|open)|to be built|is to open|計画|予定|開業する見込み",
    "operating": r"开放|运营(?!后)|营业|运行(?!后)|提供服务|服务居民|in operation|operating|operates|serves|運営|営業|稼働中",
    "allotted": r"分房|配租|选房|安置(?!房)|交付|摇号|allotted|handed over|部屋割り|入居",
}


class Said(NamedTuple):
    """A stage or state that a text names, and where."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=1024)
def stages_in(text: str) -> tuple[Said, ...]:
    """The stages that a text in small letters names."""
    return tuple(_named(text, STAGES))


@lru_cache(maxsize=1024)
def states_in(text: str) -> tuple[Said, ...]:
    """The states that a text in small letters names."""
    return tuple(_named(text, STATES))


def _named(text: str, table: Mapping[str, str]) -> Iterator[Said]:
    """What of a table a text names, in the order of the table."""
    for name, pattern in table.items():
        for match in re.finditer(pattern, text):
            yield Said(name, *match.span())
