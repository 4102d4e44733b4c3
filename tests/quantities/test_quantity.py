from decimal import Decimal

import pytest

from desktop.quantities.quantity import BOUNDS_BEFORE, BOUNDS_BEHIND, Bound, Quantity


def test_a_quantity_is_exact_unless_it_says_otherwise() -> None:
    assert Quantity(Decimal("1.66"), "亿美元") == Quantity(Decimal("1.66"), "亿美元", Bound.EXACTLY, None)


def test_a_quantity_keeps_the_number_as_written() -> None:
    assert str(Quantity(Decimal("86.070"), "%").value) == "86.070"


def test_a_quantity_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Quantity(Decimal(1), "元").unit = "亿元"  # type: ignore[misc]


def test_a_table_may_name_each_bound() -> None:
    names = ["exactly", "about", "nearly", "over", "at_least", "at_most", "scale"]
    assert [Bound(name) for name in names] == list(Bound)


@pytest.mark.parametrize("bound", [bound for bound in Bound if bound is not Bound.EXACTLY])
def test_every_bound_has_a_word(bound: Bound) -> None:
    assert bound in (*BOUNDS_BEFORE.values(), *BOUNDS_BEHIND.values())


def test_a_negated_word_says_the_opposite() -> None:
    assert BOUNDS_BEFORE["超过"] is Bound.OVER
    assert BOUNDS_BEFORE["不超过"] is Bound.AT_MOST
    assert BOUNDS_BEFORE["低于"] is Bound.AT_MOST
    assert BOUNDS_BEFORE["不低于"] is Bound.AT_LEAST
