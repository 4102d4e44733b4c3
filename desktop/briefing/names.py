"""What a record is called where it stands alone, among others of its kind."""

from desktop.briefing.briefing import Briefing
from desktop.briefing.records import Facility, Figure, Milestone, Programme, Project, Record
from desktop.quantities.language import tr


def name_of(briefing: Briefing, record: Record, language: str = "zh") -> str:
    """A figure with what it is about, a milestone with its project; "" for what is only arranged."""
    match record:
        case Figure():
            subject = briefing.subject(record.subject)
            about = subject.text("name", language) if subject else ""
            return with_subject(about, record.text("label", language) or record.text("indicator", language))
        case Milestone():
            project = briefing.find("projects", record.project)
            owner = briefing.projects[project.row].text("name", language) if project else record.project
            return tr("{subject}: {label}", subject=owner, label=record.text("stage", language))
        case Project() | Facility() | Programme():
            return record.text("name", language)
    return ""


def identifier_of(record: Record) -> str:
    """The id of a record; of a milestone, which has none, project and stage."""
    if isinstance(record, Milestone):
        return f"{record.project}/{record.stage}"
    return str(getattr(record, "id", ""))


def with_subject(subject: str, label: str) -> str:
    """The label with its subject before it, unless it begins with that already."""
    if not subject or label.startswith(subject):
        return label
    return tr("{subject}: {label}", subject=subject, label=label)
