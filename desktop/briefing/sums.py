"""What each figure amounts to, worked out where it has a formula, each figure once."""

from collections.abc import Iterator

from desktop.briefing.briefing import Briefing
from desktop.briefing.records import Figure
from desktop.quantities.amounts import Amount, AmountError, amount_of, negate, quantity_of
from desktop.quantities.formulas import FormulaError, evaluate, names_in, parse_formula
from desktop.quantities.language import tr
from desktop.quantities.quantity import Bound, Quantity
from desktop.quantities.units import UnitError

CHANGE = ".change"
_FAILURES = (FormulaError, AmountError, UnitError)


def stated(figure: Figure) -> Quantity | None:
    """The value that the record gives; None where it gives none."""
    if figure.value is None:
        return None
    return Quantity(figure.value, figure.unit, Bound(figure.bound), figure.upper)


def growth_of(figure: Figure) -> Quantity | None:
    """How much the figure grew or fell, without a sign; None where that is not known."""
    if figure.change is None:
        return None
    return Quantity(figure.change.copy_abs(), "%", Bound(figure.change_bound))


class Sums:
    """The amounts of a briefing's figures. They are worked out from the bottom of a chain to its top, each once and
    without recursion, so that no chain is too long."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._known: dict[str, Amount | str] = {}

    def quantity(self, figure: Figure) -> Quantity | None:
        """The figure's value with unit and bound; None where it has neither value nor formula. FormulaError,
        AmountError or UnitError where there is no honest one."""
        if not figure.formula:
            return stated(figure)
        return quantity_of(self._amount(figure), figure.unit)

    def _amount(self, figure: Figure) -> Amount:
        for inner in self._order(figure):
            try:
                self._known[inner.id] = self._made(inner)
            except _FAILURES as error:
                self._known[inner.id] = str(error)
        return self._told(figure.id)

    def _told(self, identifier: str) -> Amount:
        known = self._known[identifier]
        if isinstance(known, str):
            raise FormulaError(known)
        return known

    def _order(self, figure: Figure) -> Iterator[Figure]:
        """The figures to be worked out for this one, what a formula uses before the formula."""
        waiting: list[tuple[Figure, Iterator[str]]] = [(figure, iter(self._uses(figure)))]
        open_ids = {figure.id}
        while waiting:
            outer, names = waiting[-1]
            name = next(names, None)
            if name is None:
                waiting.pop()
                open_ids.discard(outer.id)
                if outer.id not in self._known:
                    yield outer
                continue
            used = self._briefing.figure(name)
            if name in open_ids:
                self._known[name] = tr("the formula leads back to itself")
            elif used is not None and name not in self._known:
                waiting.append((used, iter(self._uses(used))))
                open_ids.add(name)

    def _uses(self, figure: Figure) -> list[str]:
        if not figure.formula or figure.id in self._known:
            return []
        try:
            return list(dict.fromkeys(names_in(parse_formula(figure.formula))))
        except FormulaError:
            return []

    def _made(self, figure: Figure) -> Amount:
        if figure.formula:
            return evaluate(parse_formula(figure.formula), self._named)
        quantity = stated(figure)
        if quantity is None:
            raise FormulaError(tr("the figure “{name}” has no value", name=figure.id))
        return amount_of(quantity)

    def _named(self, name: str) -> Amount:
        identifier = name.removesuffix(CHANGE)
        used = self._briefing.figure(identifier)
        if used is None:
            raise FormulaError(tr("the formula names the figure “{name}”, which does not exist", name=name))
        return growth_amount(used) if name.endswith(CHANGE) else self._told(identifier)


def growth_amount(figure: Figure) -> Amount:
    """A figure's growth as a share; the bound of a fall is that of its size. FormulaError where it has none."""
    size = growth_of(figure)
    if size is None or figure.change is None:
        raise FormulaError(tr("the figure “{name}” has no growth", name=figure.id))
    return negate(amount_of(size)) if figure.change < 0 else amount_of(size)
