"""The bundled pack: without fault, every figure proved, its descriptor valid and made from the record types."""

import json
from pathlib import Path

import pytest
from frictionless import validate

from desktop import app
from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence, Verdict, tally
from desktop.briefing.records import RECORD_TYPES, Ref, table_columns
from desktop.pack.schema import describe

SEED = app.bundled(*app.BUNDLED_PACK)


def test_every_figure_is_cited_or_derived(evidence: Evidence) -> None:
    counts = tally(evidence)
    assert counts[Verdict.UNSOURCED] == counts[Verdict.MISMATCHED] == 0
    assert counts[Verdict.CITED] >= 40 and counts[Verdict.DERIVED] >= 8


def test_every_other_record_has_its_words(pinghu: Briefing, evidence: Evidence) -> None:
    for table in ("projects", "milestones", "facilities", "programmes"):
        for row in range(len(pinghu.tables[table])):
            assert evidence.of(Ref(table, row)).verdict is Verdict.CITED, (table, row)


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
        translated = [c.name for c in table_columns(table) if c.translated and c.name != "publisher"]
        for record in pinghu.tables.get(table, ()):
            for name in translated:
                if getattr(record, name):
                    assert {f"{name}_en", f"{name}_ja"} <= set(record.twins), (table, record)
    for panel in pinghu.panels:
        assert panel.script and panel.minutes is not None


def test_the_article_itself_is_not_carried(pinghu: Briefing) -> None:
    quotes = [q for table in pinghu.tables.values() for q in (getattr(r, "quote", "") for r in table)]
    assert not pinghu.documents and max(map(len, quotes)) <= 60
    assert not [p for p in Path(SEED).iterdir() if p.suffix not in (".csv", ".json")]
