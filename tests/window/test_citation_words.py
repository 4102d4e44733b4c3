"""What the citation panel says of a record's proof."""

from PySide6.QtWidgets import QApplication

from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.briefing.records import Ref
from desktop.window.citation_words import CitationWords


def test_a_head_says_what_was_proved_and_names_what_was_not(
    qapp: QApplication, pinghu: Briefing, evidence: Evidence
) -> None:
    words = CitationWords(evidence)
    heads = {words.saying(Ref("programmes", row)).head for row in range(len(pinghu.programmes))}
    assert heads == {"与引文一致", "除名称外与引文一致"}
    dated = next(n for n, m in enumerate(pinghu.milestones) if m.quote == "该项目已于2024年10月正式投产")
    assert words.saying(Ref("milestones", dated)).head == "除主体外与引文一致"
    without_document = words.saying(Ref("figures", 0)).head
    assert without_document.endswith("与引文一致"), "the pack has no document, so nothing is said of one"
