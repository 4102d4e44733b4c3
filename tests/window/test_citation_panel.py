"""The panel that answers “where does this come from?”."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.briefing.headlines import VERDICT_HEADS, parts_in_words
from desktop.briefing.proof import Verdict
from desktop.briefing.records import Facility, Figure, Ref
from desktop.charts.theme import CITATION_WIDTH, LIGHT, page_look
from desktop.exhibits.kinds import Reading
from desktop.exhibits.readings import Readings
from desktop.quantities.language import tr
from desktop.reading.standing import Standing
from desktop.window.citation_panel import CitationPanel
from desktop.window.paragraph import Paragraph

OTHERS = [Ref("projects", 0), Ref("milestones", 0), Ref("programmes", 0), Ref("facilities", 0)]


def readings(evidence: Evidence) -> list[Reading]:
    made = Readings(evidence, "zh")
    return [reading for figure in evidence.briefing.figures if (reading := made.of(figure.id))]


@pytest.fixture
def panel(small_evidence: Evidence, qtbot: QtBot) -> CitationPanel:
    panel = CitationPanel(small_evidence)
    qtbot.addWidget(panel)
    panel.resize(CITATION_WIDTH, 800)
    panel.show_page(readings(small_evidence), OTHERS)
    panel.show()
    return panel


def told(panel: CitationPanel) -> list[str]:
    """What the panel says, from top to bottom, the quote aside."""
    return [p.text for p in panel.findChildren(Paragraph) if p.isVisible()]


def marked(panel: CitationPanel) -> list[str]:
    """The words that are highlighted, then those that are underlined."""
    texts = []
    for selection in panel.quote.extraSelections():
        cursor = selection.cursor  # type: ignore[attr-defined]  # missing from Qt's stubs
        texts.append(cursor.selectedText())
    return texts


def test_the_first_figure_is_shown_with_source_value_and_verdict(panel: CitationPanel) -> None:
    said = told(panel)
    assert "《新区一年》 · 新区报 · 2025-02" in said
    assert "新区 · 工业产值" in said and "120 亿元" in said
    assert tr(VERDICT_HEADS[Verdict.PROVED]) in said
    assert any("8.5%" in text and "2024" in text for text in said)


def test_the_quote_stands_highlighted_in_its_passage_and_its_numbers_are_underlined(
    panel: CitationPanel,
) -> None:
    text = panel.quote.toPlainText()
    assert "增速全市第一" in text and "\n" not in text.strip("…")
    quote, number, growth, *decisive = marked(panel)
    assert all(words in quote for words in decisive), "what decides about period and subject is marked too"
    assert quote.replace(" ", "") == "工业产值达到120亿元，同比增长8.5%"
    assert number.replace(" ", "") == "120亿元" and growth == "8.5%"
    first = panel.quote.extraSelections()[0]
    ground = first.format.background().color()  # type: ignore[attr-defined]
    assert ground.name().upper() == LIGHT.highlight


def test_a_quote_without_a_document_is_shown_alone(qtbot: QtBot) -> None:
    figure = Figure(
        id="a", subject="", indicator="产值", value=None, source="gone", quote="产值<b>很高</b>𠮷好"
    )
    panel = CitationPanel(Evidence(Briefing(title="", tables={"figures": [figure]})))
    qtbot.addWidget(panel)
    panel.show_ref(Ref("figures", 0))
    panel.show()
    assert panel.quote.toPlainText() == "产值<b>很高</b>𠮷好"
    assert marked(panel) == ["产值<b>很高</b>𠮷好"]
    assert "gone" in told(panel), "a source that is not in the pack is named by its id"


@pytest.mark.parametrize(
    ("row", "verdict"),
    [(0, Verdict.PROVED), (2, Verdict.DERIVED), (3, Verdict.MISMATCHED), (4, Verdict.UNSOURCED)],
)
def test_each_verdict_is_said_in_words(panel: CitationPanel, row: int, verdict: Verdict) -> None:
    panel.show_ref(Ref("figures", row))
    heads = [tr(head) for head in VERDICT_HEADS.values() if tr(head) in told(panel)]
    assert heads == [tr(VERDICT_HEADS[verdict])]


def test_a_mismatch_gives_its_reason_and_the_quote(panel: CitationPanel, small_evidence: Evidence) -> None:
    panel.show_ref(Ref("figures", 3))
    assert small_evidence.of(Ref("figures", 3)).reason in told(panel)
    assert "120" in panel.quote.toPlainText()


def test_a_derived_figure_spells_its_formula_and_leads_to_its_inputs(
    panel: CitationPanel, qtbot: QtBot
) -> None:
    panel.show_ref(Ref("figures", 2))
    formula = next(text for text in told(panel) if "÷" in text)
    assert "40" in formula and "120" in formula and "= " in formula and "33" in formula
    assert [panel.inputs.refs.cell(n, 0) for n in range(2)] == ["出口额", "工业产值"]
    assert panel.quote.isHidden()
    with qtbot.waitSignal(panel.ref_shown) as shown:
        middle = panel.inputs.visualRect(panel.inputs.refs.index(1, 0)).center()
        QTest.mouseClick(panel.inputs.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert shown.args == [Ref("figures", 0)]
    assert not panel.inputs.isVisible() and "120" in panel.quote.toPlainText()


def test_the_page_is_counted(panel: CitationPanel, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: panel._tally.is_complete)
    counts = {verdict: panel._tally.counts[verdict] for verdict in Verdict}
    assert counts == {
        Verdict.PROVED: 3,
        Verdict.PROVED_BUT: 1,
        Verdict.DERIVED: 1,
        Verdict.UNSOURCED: 3,
        Verdict.MISMATCHED: 1,
    }
    words = "{proved} proved · {proved_but} in part · {derived} derived · {unsourced} without a source · {mismatched} mismatched"
    assert tr(words, **{str(verdict): count for verdict, count in counts.items()}) in told(panel)


def rows(panel: CitationPanel) -> list[tuple[str, str]]:
    model = panel.others.refs
    return [(model.cell(n, 0), model.cell(n, 1)) for n in range(model.rowCount())]


def test_the_other_figures_are_listed_each_with_a_name_of_its_own(panel: CitationPanel) -> None:
    assert rows(panel) == [
        ("2024 工业产值", "120 亿元"),
        ("出口额", "突破 40 亿元"),
        ("出口占比", panel.others.refs.cell(2, 1)),
        ("2023 工业产值", "130 亿元"),
        ("人口", "9 万人"),
        ("东厂", ""),
        ("东厂 · 启用", "2024 年底前后"),
        ("一站式服务", ""),
        ("东湖食堂", ""),
    ]
    QAbstractItemModelTester(panel.others.refs, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_keys_in_the_list_show_one_after_the_other(panel: CitationPanel, qtbot: QtBot) -> None:
    shown: list[Ref] = []
    panel.ref_shown.connect(shown.append)
    panel.others.setFocus()
    QTest.keyClick(panel.others, Qt.Key.Key_Down)
    QTest.keyClick(panel.others, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert shown == [Ref("figures", 1), Ref("facilities", 0)]
    assert "东湖食堂免费向老人开放" in panel.quote.toPlainText()


def test_the_one_shown_is_marked_in_the_list(panel: CitationPanel) -> None:
    panel.show_ref(Ref("figures", 4))
    assert panel.others.currentIndex().row() == 4
    panel.show_ref(Ref("facilities", 5))
    assert not panel.others.currentIndex().isValid(), "it is not of this page"


@pytest.mark.parametrize(
    ("ref", "texts"),
    [
        (Ref("milestones", 0), ("东厂 · 启用", "2024 年底前后")),
        (Ref("facilities", 1), ("西湖托育点", "托育")),
        (Ref("projects", 0), ("东厂", "二期")),
        (Ref("programmes", 0), ("一站式服务", "一窗通办")),
    ],
)
def test_other_records_tell_what_they_are(panel: CitationPanel, ref: Ref, texts: Sequence[str]) -> None:
    panel.show_ref(ref)
    assert all(any(text in said for said in told(panel)) for text in texts)


def test_the_quote_is_copied_with_its_source(panel: CitationPanel, qtbot: QtBot) -> None:
    button = next(b for b in panel.findChildren(QPushButton) if b.text() == tr("Copy quote"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines == ["工业产值达到120亿元，同比增长8.5%", "《新区一年》 · 新区报 · 2025-02"]
    panel.show_ref(Ref("figures", 4))
    assert not button.isVisible()


def test_the_cross_closes_it(panel: CitationPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.closed):
        QTest.mouseClick(panel._close, Qt.MouseButton.LeftButton)
    assert panel.isHidden()


def test_a_long_quote_scrolls_and_nothing_is_cut(qtbot: QtBot) -> None:
    quote = "很长的引文" * 400
    record = Facility(id="a", name="名字很长" * 20, source="s", quote=quote)
    panel = CitationPanel(Evidence(Briefing(title="", tables={"facilities": [record]})))
    qtbot.addWidget(panel)
    panel.resize(CITATION_WIDTH, 500)
    panel.show_page([], [Ref("facilities", 0)])
    panel.show()
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    assert panel._scroll.verticalScrollBar().maximum() > 0
    assert panel.quote.document().size().height() <= panel.quote.height()
    assert panel.others.height() > 60, "the list keeps its place"
    widgets = [w for w in panel._body.children() if isinstance(w, QWidget) and w.isVisible()]
    widgets.sort(key=QWidget.y)
    assert all(a.geometry().bottom() < b.y() for a, b in pairwise(widgets))
    assert all(w.geometry().right() < panel._scroll.viewport().width() for w in widgets)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_everything_fits_at_every_scale(panel: CitationPanel, scale: float) -> None:
    panel.set_look(page_look("investment", scale))
    panel.resize(round(CITATION_WIDTH * scale), round(800 * scale))
    panel.grab()
    for row in range(5):
        panel.show_ref(Ref("figures", row))
        assert panel._scroll.verticalScrollBar().maximum() == 0


def test_in_little_room_it_scrolls_and_nothing_overlaps(panel: CitationPanel) -> None:
    panel.set_look(page_look("investment", 2.0))
    panel.resize(2 * CITATION_WIDTH, 640)
    panel.show_ref(Ref("figures", 3))
    panel.grab()
    assert panel._scroll.verticalScrollBar().maximum() > 0
    parts = (panel._heading, panel._scroll, panel._counts, panel.others)
    assert all(above.geometry().bottom() < below.y() for above, below in pairwise(parts))
    assert panel.others.geometry().bottom() < panel.height() and panel.others.height() >= 2 * 34


def test_a_page_without_anything_says_what_to_do(small_evidence: Evidence, qtbot: QtBot) -> None:
    panel = CitationPanel(small_evidence)
    qtbot.addWidget(panel)
    panel.show_page([])
    panel.show()
    assert tr("Choose a figure to see its source.") in told(panel)


def test_a_very_long_page_is_counted_while_the_window_lives(qtbot: QtBot) -> None:
    records = [Facility(id=f"f{n}", name=f"n{n}", source="s", quote="q") for n in range(60_000)]
    panel = CitationPanel(Evidence(Briefing(title="", tables={"facilities": records})))
    qtbot.addWidget(panel)
    panel.show()
    panel.show_page([], [Ref("facilities", n) for n in range(60_000)])
    assert not panel._tally.is_complete and any(
        tr("Counting… {words}", words="")[:3] in text for text in told(panel)
    )
    qtbot.waitUntil(lambda: panel._tally.is_complete, timeout=20_000)
    assert panel._tally.counts[Verdict.PROVED_BUT] == 60_000


def test_english_names_are_used_where_there_are_some(qtbot: QtBot) -> None:
    record = Facility(id="a", name="食堂", twins={"name_en": "Canteen"})
    panel = CitationPanel(Evidence(Briefing(title="", tables={"facilities": [record]})), "en")
    qtbot.addWidget(panel)
    panel.show_page([], [Ref("facilities", 0)])
    panel.show()
    assert "Canteen" in told(panel) and rows(panel) == [("Canteen", "")]


def test_the_parts_of_a_verdict_are_told_and_the_words_that_decide_are_marked(
    qtbot: QtBot, pinghu: Briefing
) -> None:
    evidence = Evidence(pinghu)
    ref = pinghu.find("figures", "fdi_2024")
    assert ref is not None
    panel = CitationPanel(evidence)
    qtbot.addWidget(panel)
    panel.resize(360, 800)
    panel.show_ref(ref)
    panel.show()
    agree, left_open = (evidence.of(ref).parts(standing) for standing in (Standing.PROVED, Standing.OPEN))
    assert parts_in_words(agree) + "一致" in told(panel)
    assert ("引文未载：" + parts_in_words(left_open) in told(panel)) == bool(left_open)
    said = panel.said
    assert said is not None and next(said.text[slice(*span)] for span in said.numbers) == "1.66亿美元"
    assert not any(a < d and c < b for a, b in said.decisive for c, d in said.numbers)
