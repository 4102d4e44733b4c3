"""The indicators of zones that every reader knows: their names in three languages, unit and good direction."""

import csv
from collections.abc import Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from desktop.quantities.units import UnitError, unit
from desktop.reading.names import Names, fold

_RATIOS = ("%", "‰", "倍", "个百分点", "位")
_CURRENCIES = (
    "元",
    "美元",
    "欧元",
    "日元",
    "港元",
    "英镑",
    "韩元",
    "新加坡元",
    "澳元",
    "加元",
    "新台币",
    "瑞士法郎",
)
_FILE = ("resources", "reading", "indicators.csv")


class Indicator(NamedTuple):
    """`names` are all that it is called, of all languages; `direction` is up, down or none: which way is good."""

    id: str
    names: tuple[str, ...]
    unit: str
    direction: str


class Lexicon:
    """Indicators by their names."""

    def __init__(self, indicators: Sequence[Indicator]) -> None:
        self.indicators = indicators
        self._ids: dict[str, set[str]] = {}
        for one in indicators:
            for name in one.names:
                self._ids.setdefault(fold(name), set()).add(one.id)

    @cached_property
    def names(self) -> Names:
        """Finds every name, with itself as the key: what has the same id is told by `are_same`."""
        return Names((name, name) for one in self.indicators for name in one.names)

    def ids(self, name: str) -> frozenset[str]:
        """What a name may mean."""
        return frozenset(self._ids.get(fold(name), ()))

    def are_same(self, one: str, other: str) -> bool:
        """Whether two names mean the same indicator."""
        return not self.ids(one).isdisjoint(self.ids(other))

    def measures_otherwise(self, name: str, symbol: str) -> bool:
        """Whether what a name ends in is measured in other units than this one: 总投资 in 个."""
        folded = fold(name)
        known = next(
            (self._units[folded[n:]] for n in range(len(folded) - 1) if folded[n:] in self._units), None
        )
        if not known or not symbol or symbol in _RATIOS or "/" in symbol:
            return False
        try:
            return all(unit(symbol).family != unit(one).family for one in known)
        except UnitError:
            return False

    @cached_property
    def _units(self) -> dict[str, set[str]]:
        """The units that an indicator of money is stated in; any currency will do."""
        units: dict[str, set[str]] = {}
        for one in self.indicators:
            if one.unit.endswith("元") and "/" not in one.unit:
                for name in one.names:
                    units.setdefault(fold(name), set()).update(_CURRENCIES)
        return units

    @staticmethod
    @cache
    def bundled() -> "Lexicon":
        """The one that belongs to the app."""
        here = Path(__file__).resolve().parents[1]
        path = next(p for p in (here.joinpath(*_FILE), here.parent.joinpath(*_FILE)) if p.exists())
        with path.open(encoding="utf-8", newline="") as stream:
            rows = csv.reader(stream)
            next(rows)
            return Lexicon(
                [
                    Indicator(one, tuple(f"{zh}|{en}|{ja}".split("|")), *rest)
                    for one, zh, en, ja, *rest in rows
                ]
            )
