"""A small briefing with an article of its own, and listings made from it."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.briefing.records import Facility, Figure, Milestone, Programme, Project, Record, Source, Subject
from desktop.exhibits.kinds import Listing
from desktop.exhibits.listings import Listings
from desktop.quantities.dates import parse_date
from desktop.reading.passages import document_of
from desktop.window.settings import Settings
from desktop.window.tasks import Tasks
from tests.stores import store_in

ARTICLE = (
    "新区去年出口额突破40亿元。工业产值达到\n120 亿元，同比增长8.5%，增速全市第一。"
    "东湖食堂免费向老人开放，西湖托育点正式启用。"
)
PLACES = ("东湖食堂", "西湖托育点", "第10服务站", "第9服务站", "阿婆茶馆", "重阳活动室", "<b>北楼</b>")


def _figures() -> list[Figure]:
    year = parse_date("2024")
    quote = "工业产值达到120亿元，同比增长8.5%"
    return [
        Figure(id="out", subject="zone", indicator="工业产值", value=Decimal(120), unit="亿元", period=year,
               change=Decimal("8.5"), source="news", quote=quote),
        Figure(id="sales", subject="zone", indicator="出口额", value=Decimal(40), unit="亿元", bound="over",
               period=year, source="news", quote="出口额突破40亿元"),
        Figure(id="share", subject="zone", indicator="出口占比", unit="%", formula="sales / out",
               status="derived", period=year),
        Figure(id="wrong", subject="zone", indicator="工业产值", value=Decimal(130), unit="亿元",
               period=parse_date("2023"), source="news", quote=quote),
        Figure(id="bare", subject="zone", indicator="人口", value=Decimal(9), unit="万人", period=year),
    ]  # fmt: skip


def _facilities() -> list[Facility]:
    return [
        Facility(id=f"f{n}", name=name, category="食堂" if n % 3 == 0 else "托育", community="" if n % 2 else "东社区",
                 status="operating", note="=1+1" if n == 1 else "", source="news" if n < 2 else "",
                 quote="东湖食堂免费向老人开放" if n == 0 else "西湖托育点正式启用" if n == 1 else "")
        for n, name in enumerate(PLACES)
    ]  # fmt: skip


@pytest.fixture(scope="session")
def small() -> Briefing:
    """A briefing whose source is in it: one figure agrees, one does not, one is derived, one has no source."""
    milestone = Milestone(
        project="plant",
        stage="启用",
        date=parse_date("2024-12~"),
        status="done",
        source="news",
        quote="正式启用",
    )
    tables: dict[str, Sequence[Record]] = {
        "sources": [
            Source(id="news", title="新区一年", publisher="新区报", published=parse_date("2025-02")),
            Source(id="nameless", title=""),
        ],
        "subjects": [Subject(id="zone", name="新区", kind="zone")],
        "figures": _figures(),
        "facilities": _facilities(),
        "projects": [Project(id="plant", name="东厂", company="zone", summary="二期")],
        "milestones": [milestone],
        "programmes": [Programme(id="p", name="一站式服务", page="industry", summary="一窗通办")],
    }
    return Briefing(title="新区", tables=tables, documents={"news": document_of([ARTICLE])})


@pytest.fixture
def small_evidence(small: Briefing) -> Evidence:
    return Evidence(small)


@pytest.fixture
def facilities(small: Briefing) -> Listing:
    shared = {"page": "livelihood", "position": 1, "title": "设施", "span": 12}
    return Listings(small, "zh").facilities([], shared)


@pytest.fixture
def programmes(small: Briefing) -> Listing:
    shared = {"page": "industry", "position": 1, "title": "机制", "span": 12}
    return Listings(small, "zh").programmes([], "industry", shared)


@pytest.fixture
def many() -> Callable[[int], tuple[Listing, Evidence]]:
    """Makes a listing of so many facilities, with the evidence for it."""

    def make(count: int) -> tuple[Listing, Evidence]:
        records = [
            Facility(id=f"f{n}", name=f"{PLACES[n % 6]}{count - n}", category=f"类{n % 30}")
            for n in range(count)
        ]
        briefing = Briefing(title="大", tables={"facilities": records})
        shared = {"page": "livelihood", "position": 1, "title": "设施", "span": 12}
        return Listings(briefing, "zh").facilities([], shared), Evidence(briefing)

    return make


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(store_in(str(tmp_path / "settings.ini")))


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.drain()
