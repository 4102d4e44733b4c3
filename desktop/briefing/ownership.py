"""Whom the amounts of a text are about and what they measure, by the grammar of its language."""

from desktop.briefing.owners import Cast, Owners
from desktop.reading.reader import Reading


def owners_of(cast: Cast, reading: Reading) -> Owners:
    """What its language needs is loaded when a text in it is met."""
    if reading.language == "en":
        from desktop.briefing.english_owners import EnglishOwners
        from desktop.reading.english import EnglishReader

        assert isinstance(reading, EnglishReader)
        return EnglishOwners(cast, reading)
    if reading.language == "zh":
        from desktop.briefing.chinese_owners import ChineseOwners
        from desktop.reading.chinese_text import ChineseText

        assert isinstance(reading, ChineseText)
        return ChineseOwners(cast, reading)
    return Owners(cast, reading)
