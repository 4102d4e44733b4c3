"""The words that the files for an office share: names of tables and choices, what a file says of itself."""

import re
from collections.abc import Iterator, Mapping
from unicodedata import east_asian_width

from desktop.briefing.briefing import Briefing
from desktop.briefing.headlines import headline
from desktop.briefing.proof import Verdict
from desktop.briefing.records import Ref
from desktop.exhibits.compose import Composer
from desktop.exhibits.kinds import Reading
from desktop.exhibits.sourcing import quoted, sourcing_of
from desktop.quantities.dates import word_date
from desktop.quantities.language import mark, tr

TABLE_NAMES: Mapping[str, str] = {
    "sources": mark("Sources"),
    "subjects": mark("Subjects"),
    "figures": mark("Figures"),
    "projects": mark("Projects"),
    "milestones": mark("Milestones"),
    "facilities": mark("Facilities"),
    "programmes": mark("Programmes"),
    "panels": mark("Panels"),
    "shows": mark("Shows"),
}
CHOICE_WORDS: Mapping[str, str] = {
    "exactly": mark("exactly"),
    "about": mark("about"),
    "nearly": mark("nearly"),
    "over": mark("over"),
    "at_least": mark("at least"),
    "at_most": mark("at most"),
    "scale": mark("on the scale of"),
    "actual": mark("Actual"),
    "target": mark("Target"),
    "forecast": mark("Forecast"),
    "derived": mark("Derived"),
    "done": mark("done"),
    "planned": mark("planned"),
    "operating": mark("in operation"),
    "opened": mark("opened"),
    "completed": mark("completed"),
    "building": mark("under construction"),
    "zone": mark("Zone"),
    "industry": mark("Industry"),
    "investment": mark("Investment"),
    "livelihood": mark("Livelihood"),
    "chain": mark("Industry chain"),
    "company": mark("Company"),
    "programme": mark("Programme"),
    "project": mark("Project"),
    "facility": mark("Facility"),
    "message": mark("Message"),
    "cards": mark("Cards"),
    "columns": mark("Columns"),
    "bars": mark("Bars"),
    "ring": mark("Ring"),
    "dots": mark("Dots"),
    "structure": mark("Structure"),
    "timeline": mark("Timeline"),
    "facilities": mark("Facilities"),
    "programmes": mark("Programmes"),
}
LANGUAGE_NAMES: Mapping[str, str] = {"zh": "中文", "en": "English", "ja": "日本語"}
LANGUAGE_TAGS: Mapping[str, str] = {"zh": "zh-CN", "en": "en-GB", "ja": "ja-JP"}


_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def clean(text: str) -> str:
    """The text without the control characters that no XML file may hold."""
    return _NOT_IN_XML.sub("", text)


def text_width(text: str) -> int:
    """How many Latin characters are as wide as the text; Chinese quotation marks are as wide as Chinese ones."""
    return sum(2 if east_asian_width(character) in "WFA" else 1 for character in text)


def choice_word(choice: str) -> str:
    """A choice of the pack's tables in the reader's words."""
    return tr(CHOICE_WORDS[choice]) if choice in CHOICE_WORDS else choice


def _dates(briefing: Briefing, language: str) -> Iterator[tuple[str, str]]:
    if briefing.period:
        yield tr("Period"), word_date(briefing.period, language)
    if briefing.as_of:
        yield tr("As of"), word_date(briefing.as_of, language)


def about(briefing: Briefing, language: str) -> Iterator[tuple[str, str]]:
    """What a file says of the pack that it was made from, as names and values."""
    yield tr("Briefing"), briefing.text("title", language)
    yield from _dates(briefing, language)
    if briefing.version:
        yield tr("Pack version"), briefing.version
    yield tr("Language"), LANGUAGE_NAMES.get(language, language)


def about_line(briefing: Briefing, language: str) -> str:
    """What a reader is told of it beside its title, in one line."""
    return " · ".join(f"{name} {value}" for name, value in _dates(briefing, language))


def state_word(reading: Reading) -> str:
    """Whether a figure is an actual one, a target, a forecast or worked out."""
    return choice_word(reading.status)


def citation(composer: Composer, ref: Ref) -> str:
    """The verdict on a record with the words that prove it, the sum, or what is wrong."""
    proof = composer.evidence.of(ref)
    verdict = headline(proof)
    if proof.verdict is Verdict.MISMATCHED:
        said = (proof.reason, quoted(proof.quote) if proof.quote else "")
        return " · ".join((verdict, *filter(None, said)))
    if proof.verdict is Verdict.UNSOURCED:
        return verdict
    return " · ".join((verdict, *sourcing_of(composer.evidence, [ref], composer.language).parts()))
