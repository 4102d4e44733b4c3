"""What a quote proves, what it does not, and what is worked out from it."""

from decimal import Decimal
from pathlib import Path

import pytest

from desktop.briefing.citations import Evidence
from desktop.briefing.parts import Part
from desktop.briefing.proof import Proof, Verdict
from desktop.briefing.records import Ref
from desktop.pack.loader import load
from desktop.reading.standing import Standing
from tests.packs import ARTICLE, figure, files_of, write_folder


def evidence_of(folder: Path, *figures: dict[str, str], document: str = "") -> Evidence:
    loaded = load(write_folder(folder, files_of({"figures": figures}, document=document)))
    assert loaded.briefing is not None, loaded.faults
    return Evidence(loaded.briefing)


def proof(folder: Path, document: str = "", **columns: str) -> Proof:
    return evidence_of(folder, figure(**columns), document=document).of(Ref("figures", 0))


@pytest.mark.parametrize(
    "columns",
    [
        {},
        {"change": "11.7", "quote": "完成实到外资1.66亿美元，同比增长11.7%"},
        {"value": "16600", "unit": "万美元"},
        {"value": "300", "unit": "次", "bound": "over", "quote": "走访企业300余次"},
        {"value": "10", "unit": "亿元", "bound": "nearly", "quote": "实现顺差近10亿元"},
        {"value": "80", "unit": "%", "bound": "at_least", "quote": "总产值的80%\n以上"},
        {"value": "1000", "unit": "次", "bound": "at_least", "quote": "累计走访企业上千次"},
        {"value": "300", "unit": "亿元", "bound": "scale", "quote": "打造300亿级汽车产业集群"},
        {"value": "10", "unit": "位", "bound": "at_most", "quote": "上榜前十榜单"},
        {"value": "", "unit": "", "change": "260", "indicator": "产值", "quote": "X产业产值同比增长260%"},
        {"value": "", "unit": "", "change": "-5", "quote": "能耗同比下降5%"},
        {"value": "", "unit": "", "change": "20", "change_bound": "nearly", "quote": "同比增长近20%"},
        {"value": "", "unit": "", "change": "-5", "change_bound": "over", "quote": "能耗下降超5%"},
        {"value": "", "unit": "", "change": "0", "quote": "与上年持平"},
        {"value": "", "unit": "", "change": "0", "change_bound": "about", "quote": "同比基本持平"},
        {"value": "70", "upper": "80", "unit": "名", "quote": "七八十名施工人员"},
        {"value": "1.5", "unit": "年", "quote": "历时一年半"},
    ],
)
def test_words_that_carry_the_figure_prove_it(tmp_path: Path, columns: dict[str, str]) -> None:
    found = proof(tmp_path, **columns)
    told = {Part.VALUE, Part.UNIT, Part.BOUND, Part.GROWTH} & {one.part for one in found.found}
    assert told and told <= set(found.parts(Standing.PROVED)) and found.verdict is not Verdict.MISMATCHED


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"value": "1.67"}, "do not hold the number"),
        ({"unit": "亿元"}, "unit"),
        ({"quote": "实到外资近1.66亿美元"}, "leaves the bound out"),
        ({"bound": "at_least"}, "without the record's bound"),
        ({"bound": "over", "quote": "近1.66亿美元"}, "not the record's bound"),
        ({"change": "12", "quote": "1.66亿美元，同比增长11.7%"}, "growth"),
        ({"change": "-11.7", "quote": "1.66亿美元，同比增长11.7%"}, "growth"),
        ({"value": "10", "unit": "户", "quote": "引进10个项目"}, "unit"),
        ({"change": "20", "value": "", "unit": "", "quote": "同比增长近20%"}, "leaves the bound out"),
        ({"change": "20", "change_bound": "over", "quote": "1.66亿美元，增长近20%"}, "record's bound “over”"),
        ({"value": "75", "unit": "名", "quote": "七八十名施工人员"}, "a range"),
        ({"value": "70", "unit": "名", "bound": "about", "quote": "七八十名施工人员"}, "a range"),
        ({"value": "70", "upper": "80", "unit": "名", "quote": "70名施工人员"}, "do not hold the number"),
        ({"value": "1", "unit": "年", "quote": "历时一年半"}, "do not hold the number"),
        ({"value": "5", "unit": "%", "quote": "占5%—8%"}, "a range"),
        ({"value": "50", "unit": "", "quote": "50强企业"}, "do not hold the number"),
    ],
)
def test_words_that_say_something_else_do_not(tmp_path: Path, columns: dict[str, str], reason: str) -> None:
    found = proof(tmp_path, **columns)
    assert found.verdict is Verdict.MISMATCHED and reason in found.reason


def test_no_quote_or_no_source_is_unsourced(tmp_path: Path) -> None:
    assert proof(tmp_path / "a", quote="").verdict is Verdict.UNSOURCED
    assert proof(tmp_path / "b", source="").verdict is Verdict.UNSOURCED


def test_an_attached_document_is_searched_across_its_line_breaks(tmp_path: Path) -> None:
    found = proof(tmp_path, document=ARTICLE)
    assert found.verdict is Verdict.PROVED and found.passage is not None
    assert found.passage.text[found.passage.start : found.passage.end] == "完成实到外资1.66亿美元"
    assert "总量全市第一" in found.passage.text


def test_words_that_the_document_does_not_hold_are_refused(tmp_path: Path) -> None:
    found = proof(tmp_path, document=ARTICLE, quote="完成实际外资1.66亿美元")
    assert found.verdict is Verdict.MISMATCHED and "do not stand in" in found.reason


def test_the_words_shown_are_the_source_s(tmp_path: Path) -> None:
    rows = [
        figure(value="40", unit="亿元", bound="over", quote="产值再次突破40亿元"),
        figure(id="b", value="300", unit="次", bound="over", quote="解决诉求300余次"),
        figure(id="c", value="2", unit="幢", quote="两幢建筑物"),
    ]
    evidence = evidence_of(tmp_path, *rows)
    assert [evidence.words(Ref("figures", n)).text for n in range(3)] == ["突破40亿元", "300余次", "两幢"]


def derived(identifier: str, formula: str, unit: str) -> dict[str, str]:
    return {
        "id": identifier,
        "subject": "zone",
        "indicator": "x",
        "status": "derived",
        "formula": formula,
        "unit": unit,
    }


def test_formulas_are_worked_out_with_units_growth_and_precision(tmp_path: Path) -> None:
    rows = [
        figure(change="11.7", quote="完成实到外资1.66亿美元，同比增长11.7%"),
        figure(id="spent", value="7.58", unit="亿元", quote="支出7.58亿元"),
        figure(id="share", value="86.07", unit="%", quote="占86.07%"),
        figure(id="month", value="32200", unit="万元", quote="产值32200万元"),
        figure(id="goal", value="45", unit="亿元", quote="目标是45亿元"),
        figure(id="five", value="5", unit="个", quote="项目5个"),
        figure(id="eight", value="8", unit="个", quote="项目8个"),
        derived("before", "fdi / (1 + fdi.change)", "亿美元"),
        derived("all", "spent ÷ share", "亿元"),
        derived("part", "month / goal", "%"),
        derived("sum", "five + eight", "个"),
        derived("twice", "sum * 2", "个"),
    ]
    evidence = evidence_of(tmp_path, *rows)
    values = [evidence.of(Ref("figures", n)) for n in range(7, 12)]
    assert all(found.verdict is Verdict.DERIVED for found in values)
    assert [str(found.quantity.value) for found in values if found.quantity] == [
        "1.49",
        "8.81",
        "7.2",
        "13",
        "26",
    ]
    assert evidence.spelled(evidence.briefing.figures[8]) == "7.58 ÷ 86.07%"


def test_bounds_carry_through_and_rounding_never_passes_them(tmp_path: Path) -> None:
    rows = [
        figure(id="least", value="80", unit="亿元", bound="at_least", quote="80亿元以上"),
        figure(id="all", value="300", unit="亿元", quote="300亿元"),
        derived("share", "least / all", "%"),
        derived("times", "all / least", "倍"),
        derived("rest", "all - least", "亿元"),
    ]
    evidence = evidence_of(tmp_path, *rows)
    share, times, rest = (evidence.of(Ref("figures", n)).quantity for n in (2, 3, 4))
    assert share and (share.bound, share.value) == ("at_least", Decimal(26))
    assert times and (times.bound, times.value) == ("at_most", Decimal("3.8"))
    assert rest and (rest.bound, rest.value) == ("at_most", Decimal(220))


def test_opposite_bounds_and_other_measures_say_so(tmp_path: Path) -> None:
    rows = [
        figure(id="a", value="80", unit="亿元", bound="at_least", quote="80亿元以上"),
        figure(id="b", value="30", unit="亿元", bound="at_least", quote="30亿元以上"),
        figure(id="c", value="5", unit="户", quote="5户"),
        derived("d", "a - b", "亿元"),
        derived("e", "a + c", "亿元"),
        derived("f", "a / b / 0", "%"),
        derived("g", "a * b", "亿元"),
    ]
    evidence = evidence_of(tmp_path, *rows)
    reasons = [evidence.of(Ref("figures", n)) for n in (3, 4, 5, 6)]
    assert all(found.verdict is Verdict.MISMATCHED and found.reason for found in reasons)


def test_a_quotient_may_have_a_unit_of_its_own(tmp_path: Path) -> None:
    rows = [
        figure(id="output", value="30", unit="亿元", quote="产值30亿元"),
        figure(id="land", value="150", unit="亩", quote="占地150亩"),
        derived("dense", "output / land", "万元/亩"),
    ]
    evidence = evidence_of(tmp_path, *rows)
    assert evidence.words(Ref("figures", 2)).text == "2000万元/亩"


def reasons(evidence: Evidence, *rows: int) -> list[str]:
    found = [evidence.of(Ref("figures", row)) for row in rows]
    assert all(one.verdict is Verdict.MISMATCHED for one in found)
    return [one.reason for one in found]


def test_a_percent_sign_is_never_left_out_of_a_formula(tmp_path: Path) -> None:
    rows = [
        figure(id="share", value="86.07", unit="%", quote="占86.07%"),
        figure(id="times", value="2.5", unit="倍", quote="增至2.5倍"),
        derived("rest", "1 - share", "%"),
        derived("less", "times - 1", "倍"),
    ]
    evidence = evidence_of(tmp_path, *rows)
    assert evidence.of(Ref("figures", 2)).reason.endswith("1 − 86.07% = 13.93%")
    assert evidence.of(Ref("figures", 3)).reason.endswith("2.5倍 − 1 = 1.5倍")


@pytest.mark.parametrize("formula", ["100 - share", "share - 100", "2 + share", "100 - part / whole"])
def test_a_number_above_one_and_a_share_do_not_go_together(tmp_path: Path, formula: str) -> None:
    rows = [
        figure(id="share", value="86.07", unit="%", quote="占86.07%"),
        figure(id="part", value="3", unit="个", quote="3个"),
        figure(id="whole", value="9", unit="个", quote="9个"),
        derived("rest", formula, "%"),
    ]
    assert "write 1 - share" in reasons(evidence_of(tmp_path, *rows), 3)[0]


def test_an_index_is_no_share(tmp_path: Path) -> None:
    rows = [
        figure(id="index", value="105.3", unit="", quote="指数为105.3"),
        derived("up", "index - 100", ""),
    ]
    found = evidence_of(tmp_path, *rows).of(Ref("figures", 1))
    assert found.quantity and found.quantity.value == Decimal("5.3")


def test_numbers_that_grow_beyond_all_bounds_say_so(tmp_path: Path) -> None:
    rows = [
        figure(id="a", value="9" * 30, unit="", quote="x"),
        derived("b", " * ".join(["a"] * 40), ""),
        derived("c", f"a * {10**29}", ""),
    ]
    assert all("too large or too long" in reason for reason in reasons(evidence_of(tmp_path, *rows), 1, 2))


def test_nothing_times_anything_is_nothing(tmp_path: Path) -> None:
    rows = [
        figure(id="a", value="40.5", unit="亿元", bound="over", quote="突破40.5亿元"),
        derived("b", "a * 0", "亿元"),
    ]
    assert evidence_of(tmp_path, *rows).words(Ref("figures", 1)).text == "0亿元"


def test_rounding_up_adds_no_digit(tmp_path: Path) -> None:
    rows = [
        figure(id="a", value="9.995", unit="亿元", quote="9.995亿元"),
        figure(id="b", value="1.00", unit="倍", quote="1.00倍"),
        derived("c", "a * b", "亿元"),
    ]
    assert evidence_of(tmp_path, *rows).words(Ref("figures", 2)).text == "10.0亿元"


def test_a_growth_keeps_its_bound_in_formulas(tmp_path: Path) -> None:
    rows = [
        figure(change="20", change_bound="nearly", quote="实到外资1.66亿美元，增长近20%"),
        figure(id="low", change="-20", change_bound="nearly", quote="实到外资1.66亿美元，下降近20%"),
        derived("before", "fdi / (1 + fdi.change)", "亿美元"),
        derived("earlier", "low / (1 + low.change)", "亿美元"),
    ]
    evidence = evidence_of(tmp_path, *rows)
    before, earlier = (evidence.of(Ref("figures", row)) for row in (2, 3))
    assert before.reason.endswith("1.66 ÷ （1 + 近20%） = 超1.38亿美元")
    assert earlier.reason.endswith("1.66 ÷ （1 + （−近20%）） = 2.1亿美元以内")


def test_a_range_is_not_worked_with(tmp_path: Path) -> None:
    rows = [
        figure(id="a", value="70", upper="80", unit="名", quote="七八十名"),
        derived("b", "a * 2", "名"),
    ]
    assert "a range" in reasons(evidence_of(tmp_path, *rows), 1)[0]


def test_a_count_may_have_a_noun_of_its_own(tmp_path: Path) -> None:
    rows = [
        figure(value="1266", unit="套", unit_en="flats", unit_ja="戸", quote="1266套安置房"),
        figure(id="b", value="70", upper="80", unit="名", unit_en="builders", quote="七八十名施工人员"),
        derived("c", "fdi + fdi", "套"),
    ]
    evidence = evidence_of(tmp_path, *rows)
    words = [[evidence.words(Ref("figures", n), x).text for x in ("zh", "en", "ja")] for n in range(2)]
    assert words == [["1266套", "1,266 flats", "1,266戸"], ["七八十名", "70–80 builders", "70〜80名"]]
    assert evidence.spelled(evidence.briefing.figures[2], "en") == "1,266 flats + 1,266 flats"


def test_a_figure_whose_input_does_not_come_out_in_its_unit_is_told_so(tmp_path: Path) -> None:
    """b is in 亿 although it is made of money; what is made of b has no words for it."""
    shared = {"value": "", "quote": "", "source": "", "status": "derived"}
    found = evidence_of(
        tmp_path,
        figure(id="a", value="10", unit="亿元"),
        figure(id="b", formula="a", unit="亿", **shared),
        figure(id="c", formula="b * 2", unit="亿元", **shared),
    )
    reasons = [found.of(Ref("figures", row)).reason for row in (1, 2)]
    assert reasons[0] == "the formula does not come out in the unit “亿”"
    assert reasons[1] == f"the figure “b” cannot be worked out in its own unit: {reasons[0]}"
    assert all(found.of(Ref("figures", row)).verdict is Verdict.MISMATCHED for row in (1, 2))
