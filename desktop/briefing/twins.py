"""Which texts of a briefing are not there in another language, and so stay as they are."""

from collections.abc import Iterator

from desktop.briefing.briefing import Briefing
from desktop.briefing.records import RECORD_TYPES, table_columns

PLAIN = "zh"
"""The language of the columns that have no ending."""


def without_twin(briefing: Briefing, language: str) -> Iterator[str]:
    """Each text for people that stays Chinese in `language`, where it is Chinese at all; quoted words are proofs, and
    units have their names by rule."""
    if language == PLAIN:
        return
    if not briefing.twins.get(f"title_{language}") and _is_chinese(briefing.title):
        yield briefing.title
    for table in RECORD_TYPES:
        names = [
            column.name for column in table_columns(table) if column.translated and column.kind == "text"
        ]
        for record in briefing.tables.get(table, ()):
            for name in names:
                text: str = getattr(record, name)
                if text and not record.twins.get(f"{name}_{language}") and _is_chinese(text):
                    yield text


def _is_chinese(text: str) -> bool:
    return any("\u3400" <= sign <= "\u9fff" for sign in text)
