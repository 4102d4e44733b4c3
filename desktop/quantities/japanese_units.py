"""What Japanese texts count and measure in, and the symbols that each word may stand for."""

from collections.abc import Mapping
from functools import cache

from desktop.quantities.units import UNITS

_WORDS = """
元: 元|人民元|中国元
美元: ドル|米ドル|USドル
日元: 円
欧元: ユーロ
港元: 香港ドル
英镑: ポンド
韩元: ウォン
新加坡元: シンガポールドル
新台币: 台湾ドル
澳元: 豪ドル
%: %|パーセント
‰: ‰|パーミル
个百分点: ポイント|パーセントポイント|pt
倍: 倍
亩: ムー|畝
平方米: 平方メートル|㎡|m²|平米
公顷: ヘクタール|ha
平方公里: 平方キロメートル|平方キロ|km²
立方米: 立方メートル|m³
米: メートル
公里: キロメートル|キロ|km
公斤: キログラム|kg
吨: トン
吨标准煤: 標準炭トン|トン標準炭
千瓦时: キロワット時|kWh|キロワットアワー
兆瓦时: メガワット時|MWh
千瓦: キロワット|kW
兆瓦: メガワット|MW
吉瓦: ギガワット|GW
秒: 秒
分钟: 分|分間
小时: 時間
个工作日: 営業日|稼働日|業務日
天: 日間|日
周: 週間
个月: か月|カ月|ヶ月|ヵ月|箇月|か月間|カ月間|ヶ月間
个季度: 四半期
年: 年|年間
岁: 歳
标箱: TEU|標準コンテナ
家 个 户: 社|企業|事業者|法人
家 个 处 所: 店|店舗|施設|拠点|機関|病院|校|園|軒|ホテル|工場|支店|銀行
个 处 座 家 所: か所|カ所|ヶ所|ヵ所|箇所|地点|カ国|か国|地域|団地|パーク|開発区|区|市|町|村
个 项 件 宗 笔 例: 件|案件|プロジェクト|事業|件数
项 个 件 种: 項目|品目|制度|施策|分野
种 款 个 类 项: 種類|種|品種|車種|機種|モデル
人 名 个: 人|名|人以上
个 张: 床|席|枠|区画
户 家: 世帯|戸
套 户 间: 戸|住戸|室
间 套: 室|部屋|教室
栋 幢 座: 棟
层: 階|階建て
辆 台: 台|両
台 套 台套 个: 基|機|台|セット|ユニット
套 台套 台 个: セット|ライン|式
条 个: 本|路線|ライン|線
列 班次 趟: 本|便|列車|編成
班次 架次 次: 便|往復
架 台: 機
艘 只: 隻
艘次 航次: 隻回|航海
人次 次 人: 人回|人次|人
次 场 个: 回|度|回目
场 次 个: 回|場
批次 个 次: 回|組|団|便
支 个: チーム|本|団体
只 个 件: 個|枚|点|粒
株: 株|本
张 件 个: 枚|通|部
餐: 食
例 件 个: 例|件
名次: 位分|ランク
"""


@cache
def units() -> Mapping[str, tuple[str, ...]]:
    """The symbols of each word, the usual one first."""
    table: dict[str, tuple[str, ...]] = {}
    for line in _WORDS.strip().splitlines():
        symbols, _, words = line.partition(": ")
        for word in words.split("|"):
            known = table.get(word, ())
            table[word] = (*known, *(one for one in symbols.split() if one in UNITS and one not in known))
    return table


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
"""What a number may count whose word is not known."""
PER: Mapping[str, str] = {
    "ムー": "亩", "ヘクタール": "公顷", "平方メートル": "平方米", "平方キロメートル": "平方公里", "平方キロ": "平方公里", "㎡": "平方米",
    "年": "年", "年間": "年", "月": "月", "か月": "月", "カ月": "月", "時間": "小时", "人": "人", "世帯": "户", "戸": "户", "社": "家",
    "トン": "吨", "kWh": "千瓦时", "回": "次", "食": "餐", "日": "天", "万元": "万元",
}  # fmt: skip
"""Of what each amount is one, by the word behind 1 and before 当たり, or behind a stroke."""
