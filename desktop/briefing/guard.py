"""The guard around each record and each exhibit. What a pack holds that nobody foresaw is a fault of that one alone, told
where it would stand; all the rest is read, shown and written as ever."""

from collections.abc import Callable
from typing import TypeVar

from desktop.briefing.checks import one_line
from desktop.quantities.language import tr

_T = TypeVar("_T")

UNFORESEEN = (
    *(ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError),
    *(MemoryError, RecursionError),
)
"""What code raises that was given something it does not know; nothing of the system's, nor of who cancels."""
LONGEST = 200

_hears: Callable[[Exception], object] = lambda error: None  # noqa: E731 (a place for one, not a name for another)


def hear(hears: Callable[[Exception], object]) -> Callable[[Exception], object]:
    """Let `hears` know of every error that is caught from now on; returns who did before."""
    global _hears
    before, _hears = _hears, hears
    return before


def guarded(work: Callable[[], _T], otherwise: Callable[[str], _T]) -> _T:
    """What `work` returns; where it fails unforeseen, what `otherwise` makes of a sentence that says so."""
    try:
        return work()
    except UNFORESEEN as error:
        _hears(error)
        reason = one_line(f"{type(error).__name__}: {error}")[:LONGEST]
        return otherwise(
            tr("This entry cannot be worked out ({reason}); please report it with the pack.", reason=reason)
        )
