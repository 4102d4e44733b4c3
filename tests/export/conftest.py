"""Files are written in the reader's words: Chinese, as the app speaks."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.briefing.citations import Evidence
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import Deck, compose_deck
from desktop.pack.loader import load
from desktop.quantities.language import tr
from tests.packs import figure, files_of, write_folder


@pytest.fixture(autouse=True, scope="session")
def chinese(qapp: QApplication) -> None:
    """The application installs the translation."""
    assert tr("Sources") == "出处"


@pytest.fixture(scope="session")
def composer(evidence: Evidence, chinese: None) -> Composer:
    return Composer(evidence)


@pytest.fixture(scope="session")
def deck(composer: Composer) -> Deck:
    return compose_deck(composer)


TRICKS = ("=1+1", "+86 573", "-5", "@SUM(A1)", "http://example.org", "{=1}", "\u0001控制\u000b符", "<b>&amp;")


@pytest.fixture
def tricky(tmp_path_factory: pytest.TempPathFactory, chinese: None) -> Composer:
    """A pack whose texts look like formulas, links or markup, or hold what XML cannot."""
    panels = [
        {"page": "industry", "position": "1", "kind": "message", "title": TRICKS[0]},
        {
            "page": "industry",
            "position": "2",
            "kind": "bars",
            "title": TRICKS[0],
            "items": "f0 f1 f2",
            "script": TRICKS[2],
        },
        {"page": "industry", "position": "3", "kind": "cards", "title": TRICKS[3], "items": "f0 f1 f2"},
        {"page": "industry", "position": "4", "kind": "ring", "title": TRICKS[6], "items": "f3 f4"},
        {"page": "industry", "position": "5", "kind": "dots", "title": TRICKS[7], "items": "f5 f6"},
        {"page": "investment", "position": "1", "kind": "timeline", "title": TRICKS[1]},
        {"page": "livelihood", "position": "1", "kind": "facilities", "title": TRICKS[4]},
    ]
    numbered = [figure(id=f"f{n}", label=trick, indicator=trick) for n, trick in enumerate(TRICKS[:3])]
    numbered.append(figure(id="f3", value="12", unit="%", quote="占12%", label=TRICKS[6]))
    numbered.append(
        figure(id="f4", value="", formula="f0 + f1", unit="亿美元", status="derived", quote="", source="")
    )
    numbered += [
        figure(id=f"f{n}", value=v, unit="个", quote=f"{v}个", label=TRICKS[7])
        for n, v in ((5, "70"), (6, "9"))
    ]
    tables = {
        "figures": numbered,
        "panels": panels,
        "projects": [{"id": f"p{n}", "name": trick, "summary": trick} for n, trick in enumerate(TRICKS)],
        "milestones": [
            {"project": f"p{n}", "stage": trick, "date": "2024-12~", "status": "planned", "note": trick}
            for n, trick in enumerate(TRICKS)
        ],
        "facilities": [{"id": f"x{n}", "name": trick, "note": trick} for n, trick in enumerate(TRICKS)],
    }
    folder = write_folder(tmp_path_factory.mktemp("tricky"), files_of(tables, title="=示范区"))
    loaded = load(folder)
    assert loaded.briefing is not None, loaded.faults
    return Composer(Evidence(loaded.briefing))
