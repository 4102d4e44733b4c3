"""Figures of one panel are told apart by period and subject, and only like periods share an axis."""

from collections.abc import Sequence
from pathlib import Path

from desktop.briefing.citations import Evidence
from desktop.exhibits.choice import Choice, Chosen, Shown
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import compose_deck
from desktop.exhibits.kinds import Bars, Cards, Dots, Exhibit, Structure
from desktop.exhibits.narrow import narrow
from desktop.exhibits.readings import labelled
from desktop.exhibits.refs import readings_in
from desktop.pack.loader import load
from tests.packs import Rows, figure, files_of, write_folder

Row = dict[str, str]
SUBJECTS = [
    {"id": "zone", "name": "示范区", "kind": "zone"},
    {"id": "firm", "name": "甲公司", "kind": "company"},
    {"id": "other", "name": "乙公司", "kind": "company"},
    {"id": "circle", "name": "“15分钟”托育服务圈", "kind": "programme"},
]


def output(period: str, value: str = "40", **more: str) -> Row:
    """The output of a firm in a period, which is its id too."""
    base = {"id": f"o{period}".replace("/", "_"), "subject": "firm", "indicator": "产值", "value": value}
    return figure(**base | {"unit": "亿元", "period": period, "quote": f"产值{value}亿元"} | more)


def composed(folder: Path, rows: Rows, *panels: Row, language: str = "zh") -> Composer:
    numbered = [{"page": "industry", "position": str(n)} | panel for n, panel in enumerate(panels, 1)]
    tables: dict[str, Rows] = {"subjects": SUBJECTS, "figures": rows}
    loaded = load(write_folder(folder, files_of(tables | ({"panels": numbered} if panels else {}))))
    assert loaded.briefing, loaded.faults
    return Composer(Evidence(loaded.briefing), language)


def panel(rows: Rows, kind: str = "columns", **more: str) -> Row:
    return {"kind": kind, "title": "产值（亿元）", "items": " ".join(row["id"] for row in rows)} | more


def shown(composer: Composer, page: str = "industry") -> Sequence[Exhibit]:
    return composer.page(page).exhibits


def labels(exhibit: Exhibit) -> list[str]:
    return [labelled(reading) for reading in readings_in(exhibit)]


def test_one_indicator_over_time_is_labelled_by_its_periods(tmp_path: Path) -> None:
    rows = [output(str(year)) for year in range(2020, 2024)] + [output("2024", status="target")]
    (bars,) = shown(composed(tmp_path, rows, panel(rows)))
    assert labels(bars) == ["2020年", "2021年", "2022年", "2023年", "2024年（目标）"]


def test_each_kind_of_period_has_words_of_its_own(tmp_path: Path) -> None:
    periods = [["2024-33", "2024-34"], ["2024-03", "2024-12~"], ["2024-40", "2024-41"], ["2024-03-05", "2024-03-31"],
               ["2024-01/2024-03", "2025-01/2025-03"], ["2016/2020", "2021/2025"]]  # fmt: skip
    panels = [panel([output(one) for one in pair], position=str(n)) for n, pair in enumerate(periods, 1)]
    rows = [output(one) for pair in periods for one in pair]
    chinese = composed(tmp_path, rows, *panels)
    assert [labels(exhibit) for exhibit in shown(chinese)] == [
        ["2024年一季度", "2024年二季度"],
        ["2024年3月", "2024年底前后"],
        ["2024年上半年", "2024年下半年"],
        ["2024年3月5日", "2024年3月31日"],
        ["2024年1—3月", "2025年1—3月"],
        ["2016—2020年", "2021—2025年"],
    ]
    english = Composer(chinese.evidence, "en")
    assert [labels(exhibit)[0] for exhibit in shown(english)] == [
        "Q1 2024", "March 2024", "H1 2024", "5 March 2024", "Jan–Mar 2024", "2016–2020"
    ]  # fmt: skip


def test_a_label_that_says_more_is_kept(tmp_path: Path) -> None:
    rows = [output("2023", label="上年"), output("2024", label="产值"), output("2025", label="产值")]
    (bars,) = shown(composed(tmp_path, rows, panel(rows)))
    assert labels(bars) == ["上年", "2024年", "2025年"]


def test_one_indicator_of_several_subjects_is_labelled_by_them(tmp_path: Path) -> None:
    rows = [output("2024"), output("2024", id="b", subject="other")]
    both = [*rows, output("2023"), output("2023", id="c", subject="other")]
    same, mixed = shown(composed(tmp_path, both, panel(rows), panel(both)))
    assert labels(same) == ["甲公司", "乙公司"]
    assert labels(mixed) == ["甲公司 2024年", "乙公司 2024年", "甲公司 2023年", "乙公司 2023年"]


def test_what_is_hidden_behind_a_period_is_still_found(tmp_path: Path) -> None:
    rows = [output("2023"), output("2024")]
    (bars,) = shown(composed(tmp_path, rows, panel(rows, title="历年")))
    assert narrow(bars, "产值 2024年") is not None and narrow(bars, "2022年") is None


def test_unlike_periods_never_share_an_axis(tmp_path: Path) -> None:
    rows = [
        output("2023"), output("2024"), output("2024-33", "9"), output("2024-34", "11"), output("2024-01", "3"),
        output("2024-01/2024-03", "9"), output("2024-01/2024-06", "20"), output("2024-06-30", "20"), output("", "7"),
    ]  # fmt: skip
    parts = shown(composed(tmp_path, rows, panel(rows)))
    assert [(type(part), part.title, labels(part)) for part in parts[:2]] == [
        (Bars, "产值（亿元） · 年度", ["2023年", "2024年"]),
        (Bars, "产值（亿元） · 季度", ["2024年一季度", "2024年二季度"]),
    ]
    (alone,) = parts[2:]
    assert isinstance(alone, Cards) and alone.title == "产值（亿元） · 其他时期"
    assert [reading.period for reading in readings_in(alone)] == [
        "2024-01", "2024 年 1 月至 2024 年 3 月", "2024 年 1 月至 2024 年 6 月", "2024-06-30", ""
    ]  # fmt: skip
    assert len(rows) == sum(len(list(readings_in(part))) for part in parts)


def test_a_month_beside_a_year_is_two_cards(tmp_path: Path) -> None:
    rows = [output("2024"), output("2025-01", "3")]
    (cards,) = shown(composed(tmp_path, rows, panel(rows)))
    assert isinstance(cards, Cards) and cards.headed and cards.title == "产值（亿元）"
    assert labels(cards) == ["2024年产值", "2025年1月产值"]


def test_a_target_without_a_period_goes_with_the_actuals(tmp_path: Path) -> None:
    rows = [
        output("2024"),
        output("2025", status="target"),
        output("", id="far", status="target", label="长期目标"),
    ]
    (bars,) = shown(composed(tmp_path, rows, panel(rows)))
    assert labels(bars) == ["2024年", "2025年（目标）", "长期目标"]


def test_targets_and_counts_of_unlike_periods_stand_apart_too(tmp_path: Path) -> None:
    goals = [
        output("2025", status="target"),
        output("2026", status="target"),
        output("2025-33", status="target"),
    ]
    counts = [output(period, value, unit="个", quote=f"{value}个") for period, value in
              (("2023", "9"), ("2022", "5"), ("2023-06", "4"), ("2023-07", "2"))]  # fmt: skip
    structure, alone, dots, bars = shown(
        composed(
            tmp_path,
            [*goals, *counts],
            panel(goals, "structure", items="firm other " + " ".join(row["id"] for row in goals)),
            panel(counts, "dots", title="项目"),
        )
    )
    assert isinstance(structure, Structure) and isinstance(alone, Cards) and isinstance(dots, Dots)
    assert labels(structure) == ["2025年（目标）", "2026年（目标）"] and len(alone.cards) == 1
    assert labels(dots) == ["2023年", "2022年"]
    assert (
        isinstance(bars, Bars) and bars.title == "项目 · 月度" and labels(bars) == ["2023年6月", "2023年7月"]
    )


def test_without_panels_each_kind_has_a_panel_in_the_order_of_time(tmp_path: Path) -> None:
    rows = [output(period) for period in ("2024", "2022", "2023", "2024-34", "2024-33", "2024-01")]
    made = [exhibit for exhibit in shown(composed(tmp_path, rows)) if isinstance(exhibit, Bars)]
    assert [(bars.title, labels(bars)) for bars in made] == [
        ("产值（亿元） · 年度", ["2022年", "2023年", "2024年"]),
        ("产值（亿元） · 季度", ["2024年一季度", "2024年二季度"]),
    ]


def test_the_parts_of_a_panel_are_slides_of_one_key(tmp_path: Path) -> None:
    rows = [output("2023"), output("2024"), output("2024-01", "3"), output("2024-02", "4")]
    composer = composed(tmp_path, rows, panel(rows, script="讲解", minutes="1"))
    slides = [slide for slide in compose_deck(composer).slides if slide.key == "industry/1" and slide.exhibit]
    assert [slide.title for slide in slides] == ["产值（亿元） · 年度", "产值（亿元） · 月度"]
    assert [slide.script for slide in slides] == ["讲解", ""] and [str(s.minutes) for s in slides] == [
        "0.5"
    ] * 2


def test_a_show_and_a_filter_keep_all_parts_of_a_panel(tmp_path: Path) -> None:
    rows = [output("2023"), output("2024"), output("2024-01", "3"), output("2024-02", "4")]
    panels = [panel(rows, page="industry", position="1")]
    shows = [{"show": "甲", "position": "1", "panel": "industry/1", "script": "另说"}]
    tables: dict[str, Rows] = {"subjects": SUBJECTS, "figures": rows, "panels": panels, "shows": shows}
    loaded = load(write_folder(tmp_path, files_of(tables)))
    assert loaded.briefing, loaded.faults
    evidence = Evidence(loaded.briefing)
    chosen = Chosen(evidence, Choice(show="甲")).page("industry").exhibits
    assert [part.script for part in chosen] == ["另说", ""]
    months = tuple(reading.ref for reading in readings_in(chosen[1]))
    left = Chosen(evidence, Choice(shown=Shown("industry", {1: months}, ("月",)))).page("industry").exhibits
    assert [labels(part) for part in left] == [["2024年1月", "2024年2月"]]


def test_a_card_names_its_subject_where_the_page_has_several(tmp_path: Path) -> None:
    rows = [
        output("2024"),
        output("2024", id="b", subject="other"),
        output("2024", id="c", subject="zone", indicator="示范区产值"),
        output("2024", id="d", label="甲的产值"),
        output("2024", id="e", subject="circle", indicator="托育服务圈"),
    ]
    (cards,) = shown(composed(tmp_path / "several", rows, panel(rows, "cards")))
    assert labels(cards) == ["甲公司：产值", "乙公司：产值", "示范区产值", "甲的产值", "“15分钟”托育服务圈"]
    (cards,) = shown(composed(tmp_path / "one", rows, panel(rows[:1], "cards")))
    assert labels(cards) == ["产值"]


def test_a_heading_that_names_the_subject_is_enough(tmp_path: Path) -> None:
    """But the cards right below the message have none on a page."""
    rows = [output("2024"), output("2024", id="b", subject="other")]
    one, other = (
        panel([row], "cards", title=title)
        for row, title in zip(rows, ("甲公司", "乙公司这一年"), strict=True)
    )
    first, second = shown(composed(tmp_path, rows, one, other))
    assert labels(first) == ["甲公司：产值"] and labels(second) == ["产值"]


def test_that_all_cards_are_about_the_zone_goes_without_saying(tmp_path: Path) -> None:
    own = [output("2024", subject="zone"), output("2024", id="b", subject="zone", indicator="税收")]
    mixed = [*own, output("2024", id="c")]
    first, second = shown(composed(tmp_path, mixed, panel(own, "cards"), panel(mixed, "cards")))
    assert labels(first) == ["产值", "税收"]
    assert labels(second) == ["示范区：产值", "示范区：税收", "甲公司：产值"]
