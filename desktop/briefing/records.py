"""The records of a briefing, one type per table; the pack's Table Schemas are made from these."""

from collections.abc import Mapping
from dataclasses import field, fields
from decimal import Decimal
from types import MappingProxyType
from typing import ClassVar, NamedTuple

from desktop.briefing.columns import Column, column, columns_of
from desktop.briefing.frozen import dataclass
from desktop.quantities.dates import EdtfDate
from desktop.quantities.quantity import Bound

NO_TWINS: Mapping[str, str] = MappingProxyType({})
"""Shared by all records that have no text in another language."""


def _no_twins() -> Mapping[str, str]:
    return NO_TWINS


STATUSES = ("actual", "target", "forecast", "derived")
GROWTH_UNITS = ("percent", "points", "times")
STAGE_STATUSES = ("done", "planned")
FACILITY_STATUSES = ("operating", "opened", "completed", "allotted", "building", "planned")
SUBJECT_KINDS = ("zone", "industry", "chain", "company", "programme", "project", "facility")
PROGRAMME_KINDS = ("programme", "honour")
PAGES = ("industry", "investment", "livelihood")
PANEL_KINDS = (
    "message",
    "cards",
    "columns",
    "bars",
    "ring",
    "dots",
    "structure",
    "timeline",
    "facilities",
    "programmes",
)


class Ref(NamedTuple):
    """A record by its table and its place there (0 is the first row below the header)."""

    table: str
    row: int


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Record:
    """A row of a table. `twins` holds its texts in other languages by column name, e.g. name_en.

    What all records share is written once, here: methods generated for each type would be compiled at every start.
    """

    twins: Mapping[str, str] = field(default_factory=_no_twins, kw_only=True)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and all(
            getattr(self, one.name) == getattr(other, one.name) for one in fields(self)
        )

    def text(self, name: str, language: str = "zh") -> str:
        """The text of column `name` in `language`; the plain column where there is no twin."""
        plain: str = getattr(self, name)
        return self.twins.get(f"{name}_{language}", "") or plain


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Source(Record):
    """Where facts come from; `path` names its document, where that lies in the pack."""

    table: ClassVar[str] = "sources"
    id: str = column("编号", "identifier", required=True)
    title: str = column("标题", required=True, translated=True)
    publisher: str = column("发布者", translated=True)
    published: EdtfDate | None = column("发布日期", "date")
    language: str = column("语言")
    path: str = column("原文文件")


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Subject(Record):
    """What figures are about; `parent` is the subject that it is a part of."""

    table: ClassVar[str] = "subjects"
    id: str = column("编号", "identifier", required=True)
    name: str = column("名称", required=True, translated=True)
    short: str = column("简称", translated=True)
    kind: str = column("类型", "choice", choices=SUBJECT_KINDS, required=True)
    parent: str = column("上级", "identifier", refers="subjects")


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Figure(Record):
    """One value of one indicator; `value` is in `unit` as the source writes it, from it to `upper` where the source
    gives a range; `change` is growth in %, negative for a fall, and `change_bound` that of its size. The twins of
    `unit` are nouns for what is counted (套: flats)."""

    table: ClassVar[str] = "figures"
    id: str = column("编号", "identifier", required=True)
    subject: str = column("主体", "identifier", required=True, refers="subjects")
    indicator: str = column("指标", required=True, translated=True)
    value: Decimal | None = column("数值", "decimal")
    upper: Decimal | None = column("数值上限", "decimal")
    unit: str = column("单位", "unit", translated=True)
    bound: str = column("限定", "choice", choices=tuple(Bound), default="exactly")
    period: EdtfDate | None = column("时期", "date")
    status: str = column("性质", "choice", choices=STATUSES, default="actual")
    change: Decimal | None = column("同比", "decimal")
    change_bound: str = column("同比限定", "choice", choices=tuple(Bound), default="exactly")
    change_unit: str = column("同比单位", "choice", choices=GROWTH_UNITS, default="percent")
    change_since: EdtfDate | None = column("同比基期", "date")
    step: Decimal | None = column("环比", "decimal")
    step_bound: str = column("环比限定", "choice", choices=tuple(Bound), default="exactly")
    step_unit: str = column("环比单位", "choice", choices=GROWTH_UNITS, default="percent")
    average: Decimal | None = column("年均增长", "decimal")
    average_bound: str = column("年均限定", "choice", choices=tuple(Bound), default="exactly")
    average_unit: str = column("年均单位", "choice", choices=GROWTH_UNITS, default="percent")
    since: EdtfDate | None = column("年均起点", "date")
    value_before: Decimal | None = column("原数值", "decimal")
    rank: int | None = column("位次", "integer")
    rank_of: int | None = column("位次总数", "integer")
    rank_among: str = column("位次范围")
    formula: str = column("公式")
    label: str = column("标签", translated=True)
    source: str = column("来源", "identifier", refers="sources")
    quote: str = column("引文")
    context: str = column("补充引文")


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Project(Record):
    """A project; `summary` is the line below its name, `company` the subject that builds it."""

    table: ClassVar[str] = "projects"
    id: str = column("编号", "identifier", required=True)
    name: str = column("名称", required=True, translated=True)
    company: str = column("企业", "identifier", refers="subjects")
    summary: str = column("摘要", translated=True)
    source: str = column("来源", "identifier", refers="sources")
    quote: str = column("引文")
    context: str = column("补充引文")


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Milestone(Record):
    """A dated stage of a project, `note` a few words beside it; `planned` is when it was to be at first, `reason` why it
    slipped."""

    table: ClassVar[str] = "milestones"
    project: str = column("项目", "identifier", required=True, refers="projects")
    stage: str = column("节点", required=True, translated=True)
    date: EdtfDate | None = column("日期", "date")
    planned: EdtfDate | None = column("原定日期", "date")
    reason: str = column("偏差原因", translated=True)
    status: str = column("状态", "choice", choices=STAGE_STATUSES, required=True)
    note: str = column("说明", translated=True)
    source: str = column("来源", "identifier", refers="sources")
    quote: str = column("引文")
    context: str = column("补充引文")


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Facility(Record):
    """A place that serves residents or companies; `opened` may be an uncertain date."""

    table: ClassVar[str] = "facilities"
    id: str = column("编号", "identifier", required=True)
    name: str = column("名称", required=True, translated=True)
    category: str = column("类别", translated=True)
    community: str = column("社区", translated=True)
    status: str = column("状态", "choice", choices=FACILITY_STATUSES)
    opened: EdtfDate | None = column("启用时间", "date")
    note: str = column("说明", translated=True)
    longitude: Decimal | None = column("经度", "decimal", least=Decimal(-180), most=Decimal(180))
    latitude: Decimal | None = column("纬度", "decimal", least=Decimal(-90), most=Decimal(90))
    source: str = column("来源", "identifier", refers="sources")
    quote: str = column("引文")
    context: str = column("补充引文")


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Programme(Record):
    """A named way of working, shown on one page."""

    table: ClassVar[str] = "programmes"
    id: str = column("编号", "identifier", required=True)
    name: str = column("名称", required=True, translated=True)
    page: str = column("页签", "choice", choices=PAGES)
    summary: str = column("内容", translated=True)
    kind: str = column("类型", "choice", choices=PROGRAMME_KINDS)
    giver: str = column("授予单位")
    year: EdtfDate | None = column("授予时间", "date")
    source: str = column("来源", "identifier", refers="sources")
    quote: str = column("引文")
    context: str = column("补充引文")


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Panel(Record):
    """What a page shows: `items` are ids, separated by spaces (how each kind reads them: `exhibits/compose.py`)."""

    table: ClassVar[str] = "panels"
    page: str = column("页签", "choice", choices=PAGES, required=True)
    position: int = column("次序", "integer", required=True)
    kind: str = column("图表", "choice", choices=PANEL_KINDS, required=True)
    title: str = column("标题", translated=True)
    items: str = column("内容")
    span: int | None = column("宽度", "integer", least=1, most=12)
    script: str = column("讲解词", translated=True)
    minutes: Decimal | None = column("分钟", "decimal", least=Decimal(0), most=Decimal(600))


@dataclass(frozen=True, eq=False, repr=False, slots=True)
class Show(Record):
    """One place in a deck made for one audience; `panel` is page/position, e.g. industry/3."""

    table: ClassVar[str] = "shows"
    show: str = column("放映稿", required=True)
    position: int = column("次序", "integer", required=True)
    panel: str = column("图表", required=True)
    hidden: bool = column("隐藏", "flag")
    minutes: Decimal | None = column("分钟", "decimal", least=Decimal(0), most=Decimal(600))
    script: str = column("讲解词", translated=True)


RECORD_TYPES: Mapping[str, type[Record]] = {
    kind.table: kind
    for kind in (Source, Subject, Figure, Project, Milestone, Facility, Programme, Panel, Show)
}

_COLUMNS: dict[str, tuple[Column, ...]] = {}


def table_columns(table: str) -> tuple[Column, ...]:
    """The columns of a table in their order, twins left out."""
    if table not in _COLUMNS:
        _COLUMNS[table] = columns_of(fields(RECORD_TYPES[table]))
    return _COLUMNS[table]
