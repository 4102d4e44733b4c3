"""Plain text for the places where Qt would otherwise guess at HTML or at shortcuts."""

import re
from collections.abc import Iterable

LONGEST_TIP = 600
FORMULA_SIGNS = frozenset("=+-@＝＋－＠")
"""A spreadsheet reads a cell that begins so as a formula; East Asian ones the wide signs, too."""
_NUMBER = re.compile(r"[+-](\d{1,3}(,\d{3})+|\d*)(\.\d+)?(?<=\d) ?%?", re.ASCII)


def tip(text: str) -> str:
    """A tool tip that shows `text` literally and wraps."""
    from html import escape  # brings the names of all entities, which no start needs

    shown = text if len(text) <= LONGEST_TIP else text[:LONGEST_TIP] + "…"
    return f"<p style='white-space:pre-wrap'>{escape(shown)}</p>" if shown else ""


def label(text: str) -> str:
    """A button's or menu's text without a shortcut made of its `&`."""
    return text.replace("&", "&&")


def table_line(cells: Iterable[str]) -> str:
    """One line of a table to be pasted into a spreadsheet: no cell may break the line or the row, and none is
    taken for a formula; a number with its sign stays one."""
    return "\t".join(map(_cell, cells))


def _cell(text: str) -> str:
    line = " ".join(text.split())
    is_formula = line[:1] in FORMULA_SIGNS and line not in ("+", "-") and not _NUMBER.fullmatch(line)
    return f"'{line}" if is_formula else line
