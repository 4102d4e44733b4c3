"""Numbers and dates as spreadsheets and input methods spell them, which a column does not read but which mean one
thing only: 1,234 and １２３, 2024/8/1 and 2024年8月."""

import re

_WIDE = str.maketrans("０１２３４５６７８９．，／－＋～？％", "0123456789.,/-+~?%")
_THOUSANDS = re.compile(r"([+-]?[1-9]\d{0,2}(?:,\d{3})+)(\.\d+)?", re.ASCII)
_DAY = re.compile(
    r"(\d{4})(?:/(\d{1,2})(?:/(\d{1,2}))?|-(\d{1,2})(?:-(\d{1,2}))?|年(?:(\d{1,2})月(?:(\d{1,2})日)?)?)",
    re.ASCII,
)
_MANGLED = re.compile(
    r"(?:\d{1,2}-)?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)-(?:\d{2}|\d{4})", re.I | re.ASCII
)
KINDS = ("decimal", "integer", "date")
"""The kinds of columns that have such spellings."""


def plain_spelling(cell: str, kind: str) -> str:
    """The cell as a column of this kind reads it, or else as it stands."""
    narrow = cell.translate(_WIDE)
    return _plain_date(narrow) if kind == "date" else _plain_number(narrow)


def _plain_number(text: str) -> str:
    return text.replace(",", "") if _THOUSANDS.fullmatch(text) else text


def _plain_date(text: str) -> str:
    match = _DAY.fullmatch(text)
    if match is None:
        return text
    year, *rest = (part for part in match.groups() if part)
    if rest and not 1 <= int(rest[0]) <= 12:
        return text  # a code of a quarter or a half is not told from a slip
    return "-".join((year, *(part.zfill(2) for part in rest)))


def is_mangled_date(cell: str) -> bool:
    """Whether a spreadsheet made Jun-24 of it, which does not tell the year from the day."""
    return _MANGLED.fullmatch(cell) is not None
