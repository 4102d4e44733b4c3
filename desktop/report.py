"""What `check` and `self-test` print."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any

from desktop.briefing.checks import FIRST_ROW, Fault, told
from desktop.briefing.citations import Evidence, tally
from desktop.briefing.findings import cited_refs, mismatches, noticed
from desktop.briefing.names import identifier_of
from desktop.briefing.proof import Verdict
from desktop.briefing.records import Figure
from desktop.pack.loader import load
from desktop.quantities.language import tr
from desktop.reading.standing import Standing

MOST_MISMATCHES = 2_000
"""A check that would take minutes for a pack of nonsense ends behind so many; nobody reads more."""
COUNTED = ("projects", "milestones", "facilities", "programmes")


def check_report(pack: Path) -> dict[str, Any]:
    """Load a pack and check every citation. `faults` lists the loader's faults, or the mismatched citations of a
    pack that loads (`loaded`), each with table, row (as a spreadsheet counts), column and message; `findings` likewise
    what is no fault but worth a look. `verdicts` tells of each record how it stands to its words. Behind MOST_MISMATCHES
    nothing is looked at, nor counted under a verdict. `notices` has the findings in words, behind what was noticed in
    reading."""
    loaded = load(pack)
    report: dict[str, Any] = dict.fromkeys(("figures", "cited", *Verdict, *COUNTED), 0)
    report = {str(key): value for key, value in report.items()}
    faults, findings, verdicts = _faults(loaded.faults), [], list[dict[str, Any]]()
    if loaded.briefing is not None:
        evidence = Evidence(loaded.briefing)
        report["figures"] = len(loaded.briefing.figures)
        wrong = list(islice(mismatches(evidence), MOST_MISMATCHES + 1))
        looked_at = None
        if len(wrong) > MOST_MISMATCHES:
            last = wrong.pop()
            looked_at = last.row - FIRST_ROW if last.table == Figure.table else None
            wrong.append(
                Fault("", 0, "", tr("so much does not match that the check ended here; mend this first"))
            )
        else:
            findings = _faults(noticed(evidence))
            verdicts = list(_verdicts(evidence))
        faults.extend(_faults(wrong))
        counts = tally(evidence, looked_at)
        report.update({str(verdict): count for verdict, count in counts.items()})
        report["cited"] = sum(count for verdict, count in counts.items() if verdict.is_cited)
        report.update({table: len(loaded.briefing.tables.get(table, ())) for table in COUNTED})
    report["faults"] = faults
    report["findings"] = findings
    report["verdicts"] = verdicts
    report["notices"] = [*loaded.notices, *(told(Fault(**one)) for one in findings)]
    report["loaded"] = loaded.briefing is not None
    return report


def _verdicts(evidence: Evidence) -> Iterator[dict[str, Any]]:
    """How each record stands to its words: the parts that these leave open, and those that they contradict."""
    for ref in cited_refs(evidence.briefing):
        record, proof = evidence.briefing.record(ref), evidence.of(ref)
        yield {
            "table": ref.table,
            "id": identifier_of(record),
            "verdict": str(proof.verdict),
            "open": [str(part) for part in proof.parts(Standing.OPEN)],
            "wrong": [str(part) for part in proof.parts(Standing.WRONG)],
            "reason": proof.reason,
        }


def _faults(faults: Iterable[Fault]) -> list[dict[str, Any]]:
    return [fault._asdict() for fault in faults]


def report_lines(report: Mapping[str, Any]) -> Iterator[str]:
    """A check's report for people; there is nothing to count in a pack that did not load."""
    if report["loaded"]:
        yield tr(
            "{figures} figures: {proved} proved, {proved_but} proved in part, {derived} derived, {unsourced} without a source, {mismatched} not matching their source",
            **{name: report[name] for name in ("figures", *Verdict)},
        )
        yield tr(
            "{projects} projects, {milestones} milestones, {facilities} facilities, {programmes} programmes",
            **{name: report[name] for name in COUNTED},
        )
    notices = report.get("notices", ())
    yield from notices
    for fault in report["faults"]:
        yield told(Fault(**fault))
    if notices:
        yield tr("Notices: {count}.", count=len(notices))
    yield tr("No faults.") if not report["faults"] else tr("{count} faults", count=len(report["faults"]))


def self_test_lines(report: Mapping[str, Any], just_started: bool = True) -> Iterator[str]:
    """A self-test's report for people; how long the first paint took only where the app has just started
    and showed something."""
    names = {"platform": tr("Display system"), "screen": tr("Main screen"), "pack": tr("Pack")}
    for name, value in (report["versions"] | report["machine"]).items():
        yield f"{names.get(name, name)}: {value}"
    if just_started and report["complete_ms"]:
        yield tr(
            "first paint after {first} ms, complete after {complete} ms",
            first=report["first_paint_ms"],
            complete=report["complete_ms"],
        )
    for page in report["pages"]:
        yield tr(
            "{page}: {count} exhibits in {ms} ms",
            page=page["name"],
            count=len(page["exhibits"]),
            ms=page["ms"],
        )
    for check in report["checks"]:
        yield f"{'✓' if check['ok'] else '✗'} {check['name']}{': ' + check['detail'] if check['detail'] else ''}"
    for warning in report["warnings"]:
        yield f"! {warning}"
    yield tr("All is well.") if report["ok"] else tr("Something is wrong; see the lines marked ✗ or !.")
