"""A record that was asked for → the slide that answers with it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, cast

from desktop.briefing.briefing import Briefing
from desktop.briefing.guard import guarded
from desktop.briefing.names import with_subject
from desktop.briefing.panels import ITEM_TABLES, names_of, places_in
from desktop.briefing.records import PAGES, Facility, Figure, Milestone, Panel, Programme, Project, Ref
from desktop.briefing.sums import CHANGE
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import ANSWER, NARROW_RATIO, USUAL_RATIO, Slide, content_width, exhibit_slides
from desktop.exhibits.defaults import page_of
from desktop.exhibits.kinds import Cards, Exhibit, Failed, Timeline

Shared = Mapping[str, Any]


def answer_slide(composer: Composer, ref: Ref, ratio: float = USUAL_RATIO) -> Slide:
    """The record alone on a slide, with its sourcing; its key is table/row. A milestone stands among the other
    stages of its project. Of a project with more stages than fit, the slide has those up to where it stands now.
    `ratio` is the width of the screen to its height."""
    shared: Shared = {"page": _page(composer, ref), "position": 0, "span": 12}
    slides = list(
        exhibit_slides(
            composer,
            guarded(
                lambda: _EXHIBITS[ref.table](composer, ref, shared),
                lambda reason: Failed(**shared, title="", reason=reason),
            ),
            content_width(max(ratio, NARROW_RATIO)),
            ANSWER,
        )
    )
    wanted = ref if ref.table == "milestones" else _latest_done(composer, ref)
    slide = next((slide for slide in slides if wanted in slide.refs), slides[0])
    return replace(slide, key=f"{ref.table}/{ref.row}")


def asked_of(answer: Slide) -> Ref:
    """The record that a slide answers with."""
    table, _, row = answer.key.partition("/")
    return Ref(table, int(row))


def _figure(composer: Composer, ref: Ref, shared: Shared) -> Exhibit:
    reading = composer.readings.of(cast(Figure, composer.briefing.record(ref)).id)
    assert reading is not None
    title = with_subject(reading.subject, reading.label)
    return Cards(**shared, title=title, cards=(reading,), headed=False)


def _project(composer: Composer, ref: Ref, shared: Shared) -> Exhibit:
    project = cast(Project, composer.briefing.record(ref))
    return Timeline(
        **shared,
        title=project.text("name", composer.language),
        lanes=composer.lanes.of([project.id]),
        as_of=composer.briefing.as_of,
    )


def _milestone(composer: Composer, ref: Ref, shared: Shared) -> Exhibit:
    project = composer.briefing.find("projects", cast(Milestone, composer.briefing.record(ref)).project)
    assert project is not None
    return _project(composer, project, shared)


def _facility(composer: Composer, ref: Ref, shared: Shared) -> Exhibit:
    facility = cast(Facility, composer.briefing.record(ref))
    titled = {**shared, "title": facility.text("name", composer.language)}
    return composer.listings.facilities([facility.id], titled)


def _programme(composer: Composer, ref: Ref, shared: Shared) -> Exhibit:
    programme = cast(Programme, composer.briefing.record(ref))
    titled = {**shared, "title": programme.text("name", composer.language)}
    return composer.listings.programmes([programme.id], shared["page"], titled)


_EXHIBITS: Mapping[str, Callable[[Composer, Ref, Shared], Exhibit]] = {
    "figures": _figure,
    "projects": _project,
    "milestones": _milestone,
    "facilities": _facility,
    "programmes": _programme,
}


def _page(composer: Composer, ref: Ref) -> str:
    """The page that shows the record, rather the one on which its like is shown; that one too where none does."""
    usual = page_of(composer.briefing, composer.briefing.record(ref))
    for key in sorted(PAGES, key=lambda key: key != usual):
        panels = (panel for panel in composer.panels if panel.page == key)
        if any(_shows(composer.briefing, panel, ref) for panel in panels):
            return key
    return usual


def _shows(briefing: Briefing, panel: Panel, ref: Ref) -> bool:
    """Whether the panel, or its title, names the record, a milestone by its project, or shows all of its kind."""
    record = briefing.record(ref)
    table, name = ref.table, getattr(record, "id", "")
    if isinstance(record, Milestone):
        table, name = "projects", record.project
    if table == "figures" and name in {place.removesuffix(CHANGE) for place in places_in(panel.title)}:
        return True
    if table not in ITEM_TABLES[panel.kind]:
        return False
    if panel.items:
        return name in panel.items and name in names_of(panel)
    if isinstance(record, Programme):
        return record.page == panel.page
    return table == "facilities" or (table == "projects" and name in briefing.milestones_of)


def _latest_done(composer: Composer, ref: Ref) -> Ref:
    if ref.table != "projects":
        return ref
    project = cast(Project, composer.briefing.record(ref))
    (lane,) = composer.lanes.of([project.id])
    return next((stage.ref for stage in reversed(lane.stages) if stage.done), ref)
