"""Plain text for the places where Qt would otherwise guess at HTML or at shortcuts."""

from collections.abc import Iterable

LONGEST_TIP = 600


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
    taken for a formula."""
    return "\t".join(map(_cell, cells))


def _cell(text: str) -> str:
    line = " ".join(text.split())
    first, second = line[:1], line[1:2]
    is_formula = first in ("=", "@") or (first in ("+", "-") and second != "" and not second.isdigit())
    return f"'{line}" if is_formula else line
