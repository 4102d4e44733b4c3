"""What a file says of itself to the program that opens it: what it is, from which pack, who wrote it and when."""

from datetime import UTC, datetime
from typing import Any

from desktop.briefing.briefing import Briefing
from desktop.exhibits.compose import Composer
from desktop.export.words import LANGUAGE_TAGS, about, clean

AUTHOR = "ZoneBrief"
LONGEST = 255
"""Characters of a property of an Office file."""
_PROGRAM = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Application>{AUTHOR}</Application></Properties>"
)


def now() -> datetime:
    """The time at which a file is written, to the second, as files tell it everywhere."""
    return datetime.now(UTC).replace(microsecond=0)


def pack_line(briefing: Briefing, language: str) -> str:
    """What the pack is that a file was made from, its version included, in one line; the title stands elsewhere."""
    return clean(" · ".join(f"{name} {value}" for name, value in list(about(briefing, language))[1:-1]))


def describe(properties: Any, package: Any, composer: Composer, title: str) -> None:
    """Describe an Office file in its `properties`, in place of what the template of its library says."""
    briefing, language = composer.briefing, composer.language
    properties.title = clean(title)[:LONGEST]
    properties.subject = properties.comments = pack_line(briefing, language)[:LONGEST]
    properties.version = briefing.version[:LONGEST]
    properties.language = LANGUAGE_TAGS.get(language, language)
    properties.author = properties.last_modified_by = AUTHOR
    properties.keywords = briefing.as_of.text if briefing.as_of else ""
    properties.created = properties.modified = now().replace(tzinfo=None)
    for part in package.iter_parts():
        if part.partname == "/docProps/app.xml":
            part._blob = _PROGRAM.encode()
