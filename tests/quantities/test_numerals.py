import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.quantities import numerals
from desktop.quantities.numerals import Expression, find_quantities, parse_number
from desktop.quantities.quantity import Bound, Quantity
from desktop.reading.growths import find_growths


def only(text: str) -> Expression:
    (expression,) = find_quantities(text)
    return expression


def brief(text: str) -> list[str]:
    """Every figure in short: value, unit, and its bound where it has one."""
    return [
        f"{one.quantity.value:f}{one.quantity.unit}"
        + (f"..{one.quantity.upper:f}" if one.quantity.upper is not None else "")
        + ("" if one.quantity.bound is Bound.EXACTLY else f" {one.quantity.bound}")
        + (" rank" if one.rank else "")
        for one in find_quantities(text)
    ]


def pieces(text: str) -> tuple[str, str, str, str, str]:
    one = only(text)
    return one.lead, one.number, one.infix, one.unit, one.tail


SENTENCES = {
    "完成实到外资1.66亿美元，完成总量全市第一，同比增长11.7%": ["1.66亿美元", "1位 rank", "11.7%"],
    "实现顺差近10亿元的大逆转，产值再次突破\n40亿元": ["10亿元 nearly", "40亿元 over"],
    "累计走访企业上千\n次，协调解决企业困难诉求300余次": ["1000次 at_least", "300次 over"],
    "贡献产值达到全区规上工业总产值的\n80%以上；X产业产值同比增长260%": ["80% at_least", "260%"],
    "占一般公共预算支出的 86.07%": ["86.07%"],
    "民生财政支出高达7.58亿元，占一般公共预\n算支出86.07%": ["7.58亿元", "86.07%"],
    "招大引强项目10个，其中超\n亿美元项目2个、世界500强项目4个、总投\n资超10亿元项目4个": [
        "10个", "1亿美元 over", "2个", "4个", "10亿元 over", "4个",
    ],
    "平湖经开上榜全省\n开发区实际使用外资前十榜单": ["10位 at_most rank"],
    "奋力打造300亿级汽车产业集\n群和200亿级智能装备产业集群": ["300亿 scale", "200亿 scale"],
    "走进项目现场，七八十名施工人员正忙着": ["70名..80"],
    "涉及的两幢建筑物，一幢四层的生产楼、一幢\n七层的研发楼": ["2幢", "1幢", "4层", "1幢", "7层"],
    "这样一荤一素搭配的营养午餐，他只\n需要支付一元就可以吃到": ["1元"],
    "满负荷生产后，亩均产值超\n2000万元": ["2000万元 over"],
    "占地面积 75\n亩、总投资 3 亿元的产业项目，投入超\n4000万元": ["75亩", "3亿元", "4000万元 over"],
    "形成了年产4000台\n\n高精密数控刀塔车床和400台高精密数控\n磨床": ["4000台", "400台"],
    "今年公\n司产值目标是 45亿元，中期目标是 70亿\n元，长期目标是100亿元": ["45亿元", "70亿元", "100亿元"],
    "完成北墅花园 1266套安置\n房定位分房、分红惠\n及群众 2725户": ["1266套", "2725户"],
    "历经 14年\n之久的教工路地块": ["14年"],
    "提供3岁\n以下婴幼儿养育照护服务": ["3岁 at_most"],
    "年\n产 5000万件新能源汽车线控底盘零部件": ["5000万件"],
    "只花了2个\n月时间": ["2个月"],
    "租赁了面积约 2000\n平方米的生产厂房": ["2000平方米 about"],
    "名瑞华府2家普惠性托\n育机构": ["2家"],
}  # fmt: skip


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_read(text: str) -> None:
    assert brief(text) == SENTENCES[text]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("突破40亿元", ("突破", "40", "", "亿元", "")),
        ("近10亿元", ("近", "10", "", "亿元", "")),
        ("300余次", ("", "300", "余", "次", "")),
        ("80%以上", ("", "80", "", "%", "以上")),
        ("80%\n以上", ("", "80", "", "%", "以上")),
        ("上千次", ("", "上千", "", "次", "")),
        ("上亿元", ("", "上亿", "", "元", "")),
        ("超亿美元", ("超", "", "", "亿美元", "")),
        ("300亿级", ("", "300", "", "亿", "级")),
        ("300亿元级", ("", "300", "", "亿元", "级")),
        ("前十", ("", "前十", "", "", "")),
        ("全市第一", ("", "第一", "", "", "")),
        ("第12位", ("", "第12", "", "位", "")),
        ("1,266套", ("", "1,266", "", "套", "")),
        ("１．６６亿美元", ("", "１．６６", "", "亿美元", "")),
        ("两个多月", ("", "两", "", "个多月", "")),
        ("3亿余元", ("", "3", "", "亿余元", "")),
        ("300多万元", ("", "300", "多", "万元", "")),
        ("八成以上", ("", "八", "", "成", "以上")),
        ("近百分之八十", ("近", "百分之八十", "", "", "")),
        ("一亿二千万元", ("", "一亿二千万", "", "元", "")),
        ("五千\n万元", ("", "五千", "", "万元", "")),
        ("-3.2亿元", ("", "-3.2", "", "亿元", "")),
    ],
)
def test_the_written_pieces_stay_as_they_are(text: str, written: tuple[str, str, str, str, str]) -> None:
    assert pieces(text) == written


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1亿2000万元", "1.2亿元"),
        ("一亿二千万元", "1.2亿元"),
        ("一万二千亿元", "1.2万亿元"),
        ("1万2000元", "1.2万元"),
        ("三点五亿元", "3.5亿元"),
        ("3千万人", "3000万人"),
        ("5千元", "5千元"),
        ("十四年", "14年"),
        ("二〇二四年", "2024年"),
        ("一百二十三", "123"),
        ("3亿余元", "3亿元 over"),
        ("上亿元", "1亿元 at_least"),
        ("近百家", "100家 nearly"),
        ("百余家", "100家 over"),
        ("千亿级", "1000亿 scale"),
        ("亿元以上项目", "1亿元 at_least"),
        ("八成以上", "80% at_least"),
        ("百分之八十", "80%"),
        ("千分之五", "5‰"),
        ("两个多月", "2个月 over"),
        ("10年多", "10年 over"),
        ("3位院士", "3名"),
        ("三四百家", "300家..400"),
        ("七八万元", "7万元..8"),
        ("两三个月", "2个月..3"),
        ("约70–80名", "70名..80 about"),
        ("10至20万元", "10万元..20"),
        ("10万-20万元", "10万元..20"),
        ("5%—8%", "5%..8"),
        ("5%——8%", "5%..8"),
        ("5—8%", "5%..8"),
        ("80家至100家", "80家..100"),
        ("约80万元-100万元", "80万元..100 about"),
        ("一年半", "1.5年"),
        ("3天半", "3.5天"),
        ("2倍半", "2.5倍"),
        ("三个半月", "3.5个月"),
        ("近两个半小时", "2.5小时 nearly"),
        ("三十来家", "30家 about"),
        ("10来个", "10个 about"),
        ("3年半导体经验", "3年"),
        ("3家半导体企业", "3家"),
        ("10家来自省外", "10家"),
        ("5000千瓦时", "5000千瓦时"),
        ("3万千瓦时", "3万千瓦时"),
        ("300万元/亩", "300万元/亩"),
        ("60㎡", "60平方米"),
        ("利润-3.2亿元", "-3.2亿元"),
        ("前20强", "20位 at_most rank"),
        ("1千克", "1千克"),
    ],
)
def test_a_figure_has_its_value_and_unit(text: str, found: str) -> None:
    assert brief(text) == [found]


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("约{}", Bound.ABOUT), ("大约{}", Bound.ABOUT), ("{}左右", Bound.ABOUT), ("{}上下", Bound.ABOUT),
        ("{}前后", Bound.ABOUT), ("近{}", Bound.NEARLY), ("将近{}", Bound.NEARLY), ("接近{}", Bound.NEARLY),
        ("超{}", Bound.OVER), ("超过{}", Bound.OVER), ("超过了{}", Bound.OVER), ("逾{}", Bound.OVER),
        ("突破{}", Bound.OVER), ("大于{}", Bound.OVER), ("{}以上", Bound.AT_LEAST), ("不少于{}", Bound.AT_LEAST),
        ("不低于{}", Bound.AT_LEAST), ("至少{}", Bound.AT_LEAST), ("{}以内", Bound.AT_MOST),
        ("{}以下", Bound.AT_MOST), ("不超过{}", Bound.AT_MOST), ("最多{}", Bound.AT_MOST),
        ("至多{}", Bound.AT_MOST), ("{}级", Bound.SCALE), ("共{}", Bound.EXACTLY), ("签约{}", Bound.EXACTLY),
        ("节约{}", Bound.EXACTLY), ("最近{}", Bound.EXACTLY), ("{}上下游", Bound.EXACTLY),
        ("约，{}", Bound.EXACTLY), ("{}。以上", Bound.EXACTLY),
    ],
)  # fmt: skip
def test_a_word_bounds_the_figure_it_touches(words: str, bound: Bound) -> None:
    for figure in ("10亿元", "10\n亿元", "10 亿元"):
        assert only(words.format(figure)).quantity.bound is bound


@pytest.mark.parametrize(
    ("text", "value", "unit", "bound"),
    [
        ("数十家", "10", "家", Bound.OVER), ("数百人", "100", "人", Bound.OVER), ("几千台", "1000", "台", Bound.OVER),
        ("三大主导产业", "3", "大", Bound.EXACTLY), ("30秒", "30", "秒", Bound.EXACTLY),
        ("50万标准箱", "50", "万标箱", Bound.EXACTLY), ("1200艘次", "1200", "艘次", Bound.EXACTLY),
        ("120列", "120", "列", Bound.EXACTLY),
    ],
)  # fmt: skip
def test_what_offices_count_in(text: str, value: str, unit: str, bound: Bound) -> None:
    assert only(text).quantity == Quantity(Decimal(value), unit, bound)


@pytest.mark.parametrize(
    "text",
    [
        "几十", "十几家", "二十几家", "翻一番", "翻两番", "三分之一", "一大批", "一桩桩、一件件",
        "第三方团队", "第一产业", "第三次会议", "第一人民医院", "前三季度", "三级干部", "“十四五”规划", "三元锂电池",
        "统一项目", "每一位居民", "眼前一亮", "一荤一素", "唱响“一老一小”", "单位：万元", "千万不要", "百家争鸣", "三五年",
        "一二三产业", "世界500强", "50强企业", "百强县", "一半以上", "一次性", "三成功", "", "X个",
    ],
)  # fmt: skip
def test_part_of_a_word_is_no_figure(text: str) -> None:
    assert find_quantities(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年-2024年", ["2023年", "2024年"]),
        ("2024年，近10家", ["2024年", "10家 nearly"]),
        ("前5个月签约3家", ["5个月", "3家"]),
        ("目前10家", ["10家"]),
        ("项目总数10个", ["10个"]),
        ("1+3+N", ["1", "3"]),
        ("3家多元化企业", ["3家"]),
        ("0573-8501234", ["573", "8501234"]),
        ("2024-10-01", ["2024", "10", "1"]),
    ],
)
def test_neighbours_are_kept_apart(text: str, found: list[str]) -> None:
    assert brief(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("100 200\n300", ["100", "200", "300"]),
        ("项目\n5\n8\n3", ["5", "8", "3"]),
        ("总投资 3亿 2024年", ["3亿", "2024年"]),
        ("产值达20\n24万元，", ["2024万元"]),
        ("产值达3.\n22亿元，", ["3.22亿元"]),
        ("总投资 3 亿\n\n元", ["3亿元"]),
        ("七八\n十名", ["70名..80"]),
        ("突\n破\n4\u3000家", ["4家 over"]),
    ],
)
def test_white_space_parts_numbers_only_where_it_must(text: str, found: list[str]) -> None:
    assert brief(text) == found


def test_places_are_those_of_the_text_as_given() -> None:
    text = "投入 超\n4000 万\n元购置"
    one = only(text)
    assert text[one.start : one.end] == "超\n4000 万\n元"


@pytest.mark.parametrize(
    ("text", "percent", "bound", "written"),
    [
        ("实到外资同比增长11.7%", "11.7", Bound.EXACTLY, "11.7%"),
        ("X产业产值同比增长\n260%", "260", Bound.EXACTLY, "260%"),
        ("同比增长 11%。", "11", Bound.EXACTLY, "11%"),
        ("产值增长超11%", "11", Bound.OVER, "超11%"),
        ("增长了12.50%", "12.50", Bound.EXACTLY, "12.50%"),
        ("较上年增长8%左右", "8", Bound.ABOUT, "8%左右"),
        ("能耗下降5%", "-5", Bound.EXACTLY, "5%"),
        ("投诉减少近5%", "-5", Bound.NEARLY, "近5%"),
        ("出口负增长3.2%", "-3.2", Bound.EXACTLY, "3.2%"),
        ("同比增幅达3%", "3", Bound.EXACTLY, "3%"),
        ("降幅为3%", "-3", Bound.EXACTLY, "3%"),
        ("增速为-3.2%", "-3.2", Bound.EXACTLY, "3.2%"),
        ("增速回落3%", "-3", Bound.EXACTLY, "3%"),
        ("同比+11.7%", "11.7", Bound.EXACTLY, "11.7%"),
        ("增长百分之八十", "80", Bound.EXACTLY, "百分之八十"),
        ("增长1.2倍", "120", Bound.EXACTLY, "1.2倍"),
    ],
)
def test_a_growth_is_read(text: str, percent: str, bound: Bound, written: str) -> None:
    (growth,) = find_growths(text)
    assert (growth.percent, growth.bound, growth.text) == (Decimal(percent), bound, written)
    assert text[growth.start : growth.end].lstrip("+-") == written


@pytest.mark.parametrize(
    "text",
    [
        "提高2个百分点",
        "提高到80%",
        "提高至80%",
        "占比80%",
        "实现两位数增长",
        "增长10亿元",
        "占86.07%",
        "增长5%—8%",
        "同比11%的",
    ],
)
def test_a_level_is_no_growth(text: str) -> None:
    assert find_growths(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,266", "1266"), ("-5.2", "-5.2"), ("１．６６", "1.66"), ("86.070", "86.070"), ("十", "10"), ("十四", "14"),
        ("一百二十三", "123"), ("一百零五", "105"), ("一百二", "120"), ("两千", "2000"), ("两万三", "23000"),
        ("一千零二十", "1020"), ("二〇二四", "2024"), ("一亿二千万", "120000000"), ("1亿2000万", "120000000"),
        ("1.5万", "15000"), ("三点五", "3.5"), ("三万亿", "3000000000000"), ("〇", "0"), ("9" * 40, "9" * 40),
    ],
)  # fmt: skip
def test_a_number_is_parsed(text: str, value: str) -> None:
    assert parse_number(text) == Decimal(value)


def test_a_parsed_number_keeps_its_zeros() -> None:
    assert str(parse_number("86.070")) == "86.070"


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "百", "亿", "1e5", "NaN", "Infinity", "半", "十四五", "三五", "一十百", "万一", "亿亿", "1.2.3", "1,26",
        "0x10", "٣", "--5", "9" * 41, "亿" * 40, "十" * 40, "1 万元",
    ],
)  # fmt: skip
def test_what_is_no_number_is_none(text: str) -> None:
    assert parse_number(text) is None


def spelled(number: int) -> str:
    """A number below 10^12 in Chinese numerals, by the schoolbook rule."""
    groups, rest = [], number
    while rest:
        rest, group = divmod(rest, 10**4)
        groups.append(group)
    text = ""
    for place in range(len(groups) - 1, -1, -1):
        group = groups[place]
        if text and group < 1000 and (group or place == 0) and not text.endswith("零"):
            text += "零"
        for mark, size in (("千", 1000), ("百", 100), ("十", 10), ("", 1)):
            digit, group = divmod(group, size)
            if digit:
                text += "零一二三四五六七八九"[digit] + mark
            elif text and group and not text.endswith("零"):
                text += "零"
        text += ("", "万", "亿")[place] if groups[place] else ""
    return text.rstrip("零")


@settings(deadline=None)
@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_every_whole_number_is_read_from_its_numerals(number: int) -> None:
    assert parse_number(spelled(number)) == number


@settings(deadline=None)
@given(
    st.text(
        alphabet="0123456789,.-+一二两十百千万亿点零〇元%个月年半来强家名多余几数第前上近超约以级内 \n–至成分之９％",
        max_size=60,
    )
)
def test_whatever_is_found_stands_in_the_text_in_order(text: str) -> None:
    end = 0
    for one in find_quantities(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end
        written = one.lead + one.number + one.infix + one.unit + one.tail
        assert "".join(text[one.start : one.end].split()) == written
        assert one.quantity.value.is_finite()
        assert len(one.quantity.value.as_tuple().digits) <= 60
    for growth in find_growths(text):
        assert growth.percent.is_finite()


@settings(deadline=None, max_examples=50)
@given(
    st.text(alphabet="019,.-亿万千百十一二零点第前上几元%增长 \n–", min_size=1, max_size=8),
    st.text(max_size=5),
)
def test_a_long_hostile_text_is_read_to_its_end(piece: str, tail: str) -> None:
    text = piece * 400 + tail + "，近10亿元"
    assert brief(text)[-1] == "10亿元 nearly"


@pytest.mark.parametrize(
    "piece", ["1", "亿", "十", "一", ",222", "百分之", "1亿", "近", "第", " ", "\n", "点"]
)
def test_a_million_characters_of_one_kind_are_no_figure(piece: str) -> None:
    found = brief("1" + piece * (10**6 // len(piece)) + "，近10亿元")
    assert found[-1] == "10亿元 nearly"
    assert len(found) <= 2


@settings(deadline=None, max_examples=30)
@given(st.integers(min_value=41, max_value=5000), st.sampled_from("19九"))
def test_a_number_of_too_many_digits_is_passed_over(length: int, digit: str) -> None:
    assert brief(f"{digit * length}万元，近10亿元") == ["10亿元 nearly"]


def test_no_group_repeats_possessively() -> None:
    """Before 3.11.5, Python loses its place in such a repetition (gh-106052), which newer ones do not show."""
    code = Path(numerals.__file__).parents[1]
    grammar = re.compile(r"[)}][*+?]\+|\)\{[0-9,]+\}\+")
    found = [
        (path.name, line)
        for path in sorted(code.rglob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if grammar.search(line.partition("#")[0])
    ]
    assert found == []
