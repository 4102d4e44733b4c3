"""How a part of a record stands to the words that are to prove it."""

from enum import StrEnum


class Standing(StrEnum):
    """Said by the words, left open by them, or contradicted."""

    PROVED = "proved"
    OPEN = "open"
    WRONG = "wrong"
