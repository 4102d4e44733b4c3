"""Arithmetic that keeps what is known about a number: its dimension, its precision and its bound.

Precision follows the usual rule for measured numbers: a product or quotient has no more significant digits
than its poorest factor, a sum no more decimal places than its poorest term. A bound is kept as a direction:
at least stays at least, and turns round when it is subtracted or divided by.
"""

from collections.abc import Callable, Mapping
from decimal import (
    ROUND_CEILING,
    ROUND_FLOOR,
    ROUND_HALF_UP,
    Context,
    Decimal,
)
from functools import wraps
from types import MappingProxyType
from typing import NamedTuple, ParamSpec, TypeVar

from desktop.quantities.language import tr
from desktop.quantities.quantity import Bound, Quantity
from desktop.quantities.units import Unit, unit

_P = ParamSpec("_P")
_T = TypeVar("_T")

_CONTEXT = Context(prec=50, Emax=99, Emin=-99)
"""What is larger or longer is no figure of a zone; its arithmetic ends in an AmountError."""
_LOWER = (Bound.OVER, Bound.AT_LEAST)
_UPPER = (Bound.NEARLY, Bound.AT_MOST)
_TURNED = {
    Bound.OVER: Bound.AT_MOST,
    Bound.AT_LEAST: Bound.AT_MOST,
    Bound.AT_MOST: Bound.AT_LEAST,
    Bound.NEARLY: Bound.OVER,
}
_ROUNDING = {
    Bound.OVER: ROUND_FLOOR,
    Bound.AT_LEAST: ROUND_FLOOR,
    Bound.AT_MOST: ROUND_CEILING,
    Bound.NEARLY: ROUND_CEILING,
}


class AmountError(ValueError):
    """An operation that has no honest result; the message says why."""


def _honest(work: Callable[_P, _T]) -> Callable[_P, _T]:
    """`work` that ends in an AmountError where its numbers leave the context."""

    @wraps(work)
    def guarded(*args: _P.args, **kwargs: _P.kwargs) -> _T:
        try:
            return work(*args, **kwargs)
        except ArithmeticError:
            raise AmountError(
                tr("the numbers in the formula come out too large or too long to be worked with")
            ) from None

    return guarded


class Amount(NamedTuple):
    """A number in base units. `quantum` is the power of ten of its last certain digit, None where it is exact;
    `dimension` maps a family of units to its power. A `share` is stated in %, ‰ or 倍, or is a quotient of things
    measured alike: 1 is the whole of it."""

    value: Decimal
    quantum: int | None = None
    bound: Bound = Bound.EXACTLY
    dimension: Mapping[str, int] = MappingProxyType({})
    share: bool = False

    @property
    def digits(self) -> int | None:
        """How many significant digits are certain; None for an exact number."""
        return None if self.quantum is None else max(1, self.value.adjusted() - self.quantum + 1)


@_honest
def amount_of(quantity: Quantity) -> Amount:
    """A quantity in the base unit of its family. A whole count that is stated exactly has no uncertain digit."""
    if quantity.upper is not None:
        raise AmountError(tr("a range cannot be worked with; leave it out of the formula"))
    measure = unit(quantity.unit)
    factor = _factor(measure)
    value = _CONTEXT.multiply(quantity.value, factor)
    exponent = quantity.value.as_tuple().exponent
    counted = factor == 1 and exponent == 0 and measure.family == measure.symbol
    quantum = None if counted else int(exponent) + factor.adjusted()
    bound = Bound.ABOUT if quantity.bound is Bound.SCALE else quantity.bound
    dimension = _dimension(measure.family)
    return Amount(value, quantum, bound, dimension, share=measure.family == "ratio")


def _factor(measure: Unit) -> Decimal:
    """The unit in base units; a quotient such as 万元/亩 by the factors of its two parts."""
    if "/" not in measure.symbol:
        return measure.factor
    above, below = measure.symbol.split("/")
    return _CONTEXT.divide(unit(above).factor, unit(below).factor)


def _dimension(family: str) -> dict[str, int]:
    """The powers of a family of units, e.g. money:CNY/area; a ratio has none, a count is a family of its own."""
    powers: dict[str, int] = {}
    for place, part in enumerate(family.split("/")):
        if part not in ("ratio", ""):
            powers[part] = powers.get(part, 0) + (1 if place == 0 else -1)
    return powers


@_honest
def quantity_of(amount: Amount, symbol: str) -> Quantity:
    """The amount in the unit `symbol`, rounded to its certain digits, and never past its bound."""
    measure = unit(symbol)
    dimension = _dimension(measure.family)
    if dict(amount.dimension) != dimension:
        raise AmountError(tr("the formula does not come out in the unit “{unit}”", unit=symbol or "—"))
    factor = _factor(measure)
    value = _CONTEXT.divide(amount.value, factor)
    if amount.quantum is None:
        return Quantity(_plain(value), symbol, amount.bound)
    step = Decimal(1).scaleb(amount.quantum - factor.adjusted())
    rounding = _ROUNDING.get(amount.bound, ROUND_HALF_UP)
    return Quantity(_plain(value.quantize(step, rounding, _CONTEXT)), symbol, amount.bound)


def _plain(value: Decimal) -> Decimal:
    return (
        value.quantize(Decimal(1), context=_CONTEXT)
        if value == value.to_integral_value() and (int(value.as_tuple().exponent) > 0)
        else value
    )


def negate(a: Amount) -> Amount:
    return a._replace(value=a.value.copy_negate(), bound=_TURNED.get(a.bound, a.bound))


@_honest
def add(a: Amount, b: Amount) -> Amount:
    """The sum; both must measure the same, and to a share only a part of one, or the whole, which is 1, is added."""
    if dict(a.dimension) != dict(b.dimension):
        raise AmountError(tr("the formula adds things that are measured differently"))
    for one, other in ((a, b), (b, a)):
        if one.share and not other.share and abs(other.value) > 1:
            number = f"{other.value.copy_abs():f}"
            message = tr(
                "{number} and a share do not go together; the whole of a share is 1, so write 1 - share",
                number=number,
            )
            raise AmountError(message)
    known = [q for q in (a.quantum, b.quantum) if q is not None]
    return Amount(
        _CONTEXT.add(a.value, b.value),
        max(known) if known else None,
        _joined(a.bound, b.bound),
        a.dimension,
        a.share or b.share,
    )


@_honest
def multiply(a: Amount, b: Amount) -> Amount:
    dimension = _combined(a.dimension, b.dimension, 1)
    if _nothing(a) or _nothing(b):
        return Amount(Decimal(0), dimension=dimension)
    result = _scaled(_CONTEXT.multiply(a.value, b.value), a, b, _by_sign(a, b), dimension)
    return result._replace(share=not dimension and (a.share or b.share))


@_honest
def divide(a: Amount, b: Amount) -> Amount:
    """The quotient; a divisor that is a lower bound makes an upper one."""
    dimension = _combined(a.dimension, b.dimension, -1)
    if not b.value:
        raise AmountError(tr("the formula divides by zero"))
    if _nothing(a):
        return Amount(Decimal(0), dimension=dimension)
    value = _CONTEXT.divide(a.value, b.value)
    turned = b._replace(bound=_TURNED.get(b.bound, b.bound))
    exact = a.quantum is None and b.quantum is None and not _terminates(value, a, b)
    share = not dimension and (a.share or b.share or bool(a.dimension))
    result = _scaled(value, a, turned, _by_sign(a, turned), dimension)._replace(share=share)
    return result._replace(quantum=value.adjusted() - 2) if exact else result


def _nothing(a: Amount) -> bool:
    """Whether it is exactly zero, which no bound of a factor makes anything else."""
    return not a.value and a.bound is Bound.EXACTLY


def _terminates(value: Decimal, a: Amount, b: Amount) -> bool:
    return _CONTEXT.multiply(value, b.value) == a.value and len(value.as_tuple().digits) < 10


def _by_sign(a: Amount, b: Amount) -> Bound:
    one = _TURNED.get(a.bound, a.bound) if b.value < 0 else a.bound
    other = _TURNED.get(b.bound, b.bound) if a.value < 0 else b.bound
    return _joined(one, other)


def _scaled(value: Decimal, a: Amount, b: Amount, bound: Bound, dimension: Mapping[str, int]) -> Amount:
    known = [d for d in (a.digits, b.digits) if d is not None]
    if not known:
        return Amount(value, None, bound, dimension)
    if not value:
        return Amount(value, max(q for q in (a.quantum, b.quantum) if q is not None), bound, dimension)
    quantum = value.adjusted() - min(known) + 1
    rounded = value.quantize(Decimal(1).scaleb(quantum), _ROUNDING.get(bound, ROUND_HALF_UP), _CONTEXT)
    return Amount(value, quantum + rounded.adjusted() - value.adjusted(), bound, dimension)


def _combined(a: Mapping[str, int], b: Mapping[str, int], sign: int) -> dict[str, int]:
    powers = {family: a.get(family, 0) + sign * b.get(family, 0) for family in {*a, *b}}
    return {family: power for family, power in powers.items() if power}


def _joined(a: Bound, b: Bound) -> Bound:
    """The bound of a result that grows with both; opposite bounds leave nothing that can be said."""
    if a is b or b is Bound.EXACTLY:
        return a
    if a is Bound.EXACTLY:
        return b
    if Bound.ABOUT in (a, b):
        return Bound.ABOUT
    if a in _LOWER and b in _LOWER:
        return Bound.OVER
    if a in _UPPER and b in _UPPER:
        return Bound.AT_MOST
    raise AmountError(tr("the bounds in the formula point in opposite directions, so nothing can be said"))
