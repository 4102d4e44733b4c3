"""What the citation panel says of a record's proof."""

from PySide6.QtWidgets import QApplication

from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.briefing.records import Ref
from desktop.window.citation_words import CitationWords


def test_words_that_hold_nothing_to_compare_are_not_said_to_agree(
    qapp: QApplication, pinghu: Briefing, evidence: Evidence
) -> None:
    words = CitationWords(evidence)
    heads = {words.saying(Ref("programmes", row)).head for row in range(len(pinghu.programmes))}
    assert heads == {"已附引文"}
    dated = next(n for n, m in enumerate(pinghu.milestones) if m.quote == "该项目已于2024年10月正式投产")
    assert words.saying(Ref("milestones", dated)).head == "与出处一致"
    assert words.saying(Ref("figures", 0)).head == "与出处一致"
