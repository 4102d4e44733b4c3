"""Sensible panels for a pack that has no panels.csv."""

from collections.abc import Iterator, Mapping
from datetime import date

from desktop.briefing.axes import axes_of
from desktop.briefing.briefing import Briefing
from desktop.briefing.names import with_subject
from desktop.briefing.records import PAGES, Figure, Milestone, Panel, Programme, Project, Record
from desktop.quantities.language import tr
from desktop.quantities.periods import kind_word

MOST_CARDS = 4
MOST_BARS = 12

_PAGE_OF: Mapping[str, str] = {
    "industry": "industry",
    "company": "industry",
    "programme": "industry",
    "chain": "investment",
    "project": "investment",
    "zone": "investment",
    "facility": "livelihood",
}


def default_panels(briefing: Briefing) -> list[Panel]:
    """Cards and bars by what the figures are about; projects under investment, facilities under livelihood."""
    panels: list[Panel] = []
    figures: dict[str, list[Figure]] = {page: [] for page in PAGES}
    for figure in briefing.figures:
        figures[page_of(briefing, figure)].append(figure)
    for page, of_page in figures.items():
        made = [*_figure_panels(briefing, page, of_page), *_list_panels(briefing, page)]
        panels.extend(_numbered(page, made))
    return panels


def page_of(briefing: Briefing, record: Record) -> str:
    """The page on which a record is shown where no panel says so."""
    match record:
        case Figure():
            subject = briefing.subject(record.subject)
            return _PAGE_OF.get(subject.kind if subject else "", "investment")
        case Programme():
            return record.page or "industry"
        case Project() | Milestone():
            return "investment"
    return "livelihood"


def _numbered(page: str, panels: list[Panel]) -> Iterator[Panel]:
    for position, panel in enumerate(panels, start=1):
        yield Panel(page, position, panel.kind, panel.title, panel.items, panel.span)


def _figure_panels(briefing: Briefing, page: str, figures: list[Figure]) -> Iterator[Panel]:
    if not figures:
        return
    several = len({figure.subject for figure in figures}) > 1
    cards = figures[:MOST_CARDS]
    yield Panel(page, 0, "cards", "", " ".join(f.id for f in cards), 12)
    groups: dict[tuple[str, str], list[Figure]] = {}
    for figure in figures:
        if figure.value is not None or figure.formula:
            groups.setdefault((figure.indicator, figure.unit), []).append(figure)
    shown = {f.id for f in cards}
    for (indicator, unit), group in groups.items():
        axes = axes_of(group)
        for kind, same in axes.items() if unit != "位" else ():
            if len(same) > 1:
                bars = _newest(same)
                shown |= {f.id for f in bars}
                title = tr("{indicator} ({unit})", indicator=indicator, unit=unit) if unit else indicator
                title = f"{title} · {kind_word(kind)}" if len(axes) > 1 else title
                title = with_subject(_one_subject(briefing, same) if several else "", title)
                yield Panel(page, 0, "bars", title, " ".join(f.id for f in bars), 6)
    rest = [f.id for f in figures if f.id not in shown]
    for start in range(0, min(len(rest), 5 * MOST_CARDS), MOST_CARDS):
        yield Panel(page, 0, "cards", "", " ".join(rest[start : start + MOST_CARDS]), 12)


def _newest(figures: list[Figure]) -> list[Figure]:
    """As many as bars may be: of one subject the newest in the order of time, undated ones behind."""
    if len({figure.subject for figure in figures}) > 1:
        return figures[:MOST_BARS]
    dated = [figure for figure in figures if figure.period]
    dated.sort(key=lambda figure: figure.period.sort_key if figure.period else (date.min, date.min))
    return [*dated, *(figure for figure in figures if not figure.period)][-MOST_BARS:]


def _one_subject(briefing: Briefing, figures: list[Figure]) -> str:
    """What all of these are about; "" where that is not one."""
    subject = briefing.subject(figures[0].subject)
    return subject.name if subject and len({figure.subject for figure in figures}) == 1 else ""


def _list_panels(briefing: Briefing, page: str) -> Iterator[Panel]:
    if page == "investment" and briefing.milestones:
        yield Panel(page, 0, "timeline", tr("Projects in time"), "", 12)
    if page == "livelihood" and briefing.facilities:
        yield Panel(page, 0, "facilities", tr("Public service facilities"), "", 12)
    if any(programme.page == page for programme in briefing.programmes):
        yield Panel(page, 0, "programmes", tr("Programmes"), "", 12)
