"""The bundled pack: without fault, every figure proved, its descriptor valid and made from the record types."""

import json
import re
from pathlib import Path

import pytest
from frictionless import validate

from desktop import app
from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence, tally
from desktop.briefing.proof import Verdict
from desktop.briefing.records import RECORD_TYPES, Ref, table_columns
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import compose_deck, show_names
from desktop.pack.schema import describe

CHARACTERS_A_MINUTE = 240
SEED = app.bundled(*app.BUNDLED_PACK)
MAY_STAND_ALONE = ("publisher", "unit")
"""The unit has a word in every language; its twins are nouns for what is counted."""
SENTENCES = {"script": r"[。！？]", "script_en": r"[.!?]”?(?=\s|$)", "script_ja": r"[。！？]"}


def test_every_figure_is_cited_or_derived(evidence: Evidence) -> None:
    counts = tally(evidence)
    assert counts[Verdict.UNSOURCED] == counts[Verdict.MISMATCHED] == 0
    assert counts[Verdict.PROVED] + counts[Verdict.PROVED_BUT] >= 40 and counts[Verdict.DERIVED] >= 8


def test_every_other_record_has_its_words(pinghu: Briefing, evidence: Evidence) -> None:
    for table in ("projects", "milestones", "facilities", "programmes"):
        for row in range(len(pinghu.tables[table])):
            assert evidence.of(Ref(table, row)).verdict.is_cited, (table, row)


@pytest.mark.parametrize(
    ("formula_of", "value"), [("17个", "17"), ("8.81亿元", "8.81"), ("1.49亿美元", "1.49"), ("7.2%", "7.2")]
)
def test_the_derived_figures_come_out(
    pinghu: Briefing, evidence: Evidence, formula_of: str, value: str
) -> None:
    found = {
        evidence.words(Ref("figures", row)).text: figure
        for row, figure in enumerate(pinghu.figures)
        if figure.status == "derived"
    }
    assert formula_of in found and found[formula_of].value is None and found[formula_of].formula
    assert value in formula_of


def test_the_descriptor_is_made_from_the_record_types() -> None:
    kept = json.loads((SEED / "datapackage.json").read_text(encoding="utf-8"))
    known = {key: value for key, value in kept.items() if key not in ("profile", "resources")}
    assert describe(SEED, known) == kept


def test_frictionless_finds_it_valid(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(SEED)
    report = validate("datapackage.json")
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


def test_names_and_scripts_are_there_in_three_languages(pinghu: Briefing) -> None:
    for table in RECORD_TYPES:
        translated = [c.name for c in table_columns(table) if c.translated and c.name not in MAY_STAND_ALONE]
        for record in pinghu.tables.get(table, ()):
            for name in translated:
                if getattr(record, name):
                    assert {f"{name}_en", f"{name}_ja"} <= set(record.twins), (table, record)
    for panel in pinghu.panels:
        assert panel.script and panel.minutes is not None


@pytest.mark.parametrize(("name", "minutes"), [("领导 10 分钟", 10), ("外商 20 分钟", 20)])
def test_a_show_fills_its_time_with_what_its_words_need(evidence: Evidence, name: str, minutes: int) -> None:
    shown = compose_deck(Composer(evidence), name).shown
    assert sum(slide.minutes or 0 for slide in shown) == pytest.approx(minutes)
    assert (shown[0].key, shown[-1].key) == ("cover", "sources")
    for key in {slide.key for slide in shown}:
        parts = [slide for slide in shown if slide.key == key]
        assert sum(len(s.script) for s in parts) / CHARACTERS_A_MINUTE <= sum(
            s.minutes or 0 for s in parts
        ), key


def test_a_show_leaves_no_slide_out_but_hides_it(evidence: Evidence) -> None:
    composer = Composer(evidence)
    whole = {slide.key for slide in compose_deck(composer).slides}
    assert show_names(composer) == ["领导 10 分钟", "外商 20 分钟"]
    for name in show_names(composer):
        keys = [row.panel for row in composer.briefing.shows if row.show == name]
        assert set(keys) == whole and len(keys) == len(whole)


def test_the_words_of_a_show_hold_no_number_that_the_pack_does_not(pinghu: Briefing) -> None:
    said = [panel.script for panel in pinghu.panels]
    said += [quote for table in pinghu.tables.values() for quote in (getattr(r, "quote", "") for r in table)]
    known = set(re.findall(r"[\d.]+", " ".join(said)))
    for row in pinghu.shows:
        length = re.findall(r"\d+", row.show)
        assert set(re.findall(r"[\d.]+", row.script)) <= known | set(length), row.script


def test_the_article_itself_is_not_carried(pinghu: Briefing) -> None:
    quotes = [q for table in pinghu.tables.values() for q in (getattr(r, "quote", "") for r in table)]
    assert not pinghu.documents and max(map(len, quotes)) <= 60
    assert not [p for p in Path(SEED).iterdir() if p.suffix not in (".csv", ".json")]


def test_a_script_has_two_to_four_sentences_in_every_language(pinghu: Briefing) -> None:
    for panel in pinghu.panels:
        for name, ending in SENTENCES.items():
            text = panel.script if name == "script" else panel.twins[name]
            assert 2 <= len(re.findall(ending, text)) <= 4, (panel.page, panel.position, name)


def test_what_titles_and_scripts_state_has_its_words(pinghu: Briefing) -> None:
    quotes = {p.id: p.quote for p in pinghu.programmes}
    assert quotes["leading_growth"] == "去年，三大主导产业实现全面增长"


def test_counted_things_have_their_own_nouns(pinghu: Briefing, evidence: Evidence) -> None:
    wanted = {
        "nurseries_new_2024": ("2 nurseries", "2か所"),
        "resettlement_2024": ("1,266 flats", "1,266戸"),
        "requests_2024": ("over 300 requests", "300件超"),
        "nursery_age": ("up to 3 years old", "3歳以下"),
        "sanhong_workers": ("70–80 builders", "70〜80名"),
    }
    for identifier, words in wanted.items():
        ref = pinghu.find("figures", identifier)
        assert ref and tuple(evidence.words(ref, x).text for x in ("en", "ja")) == words
