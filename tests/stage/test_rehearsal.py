"""What a rehearsal took, panel by panel."""

from decimal import Decimal

from desktop.exhibits.deck import Deck
from desktop.stage.rehearsal import minutes_of, taken
from tests.stage.conftest import slide


def test_the_parts_of_a_panel_are_one() -> None:
    parts = [slide("a", minutes=Decimal(1), part=n, parts=2) for n in (1, 2)]
    rows = taken(Deck("", "", (*parts, slide("b", minutes=Decimal(2)))), {"a": 150.0, "answer": 40.0})
    assert [(row.key, row.planned, row.spent) for row in rows] == [("a", 120, 150), ("b", 120, 0)]
    assert minutes_of(rows) == {"a": Decimal("2.50")}


def test_panels_that_share_a_screen_share_its_time_as_planned() -> None:
    other = slide("b", minutes=Decimal(3))
    deck = Deck(
        "", "", (slide("a", minutes=Decimal(1)), slide("a", part=2, minutes=Decimal(1), beside=other))
    )
    rows = {row.key: row for row in taken(deck, {"a": 30.0, "a b": 200.0})}
    assert rows["a"].spent == 80 and rows["b"].spent == 150
    assert (rows["a"].planned, rows["b"].planned) == (120, 180)
    nothing = slide("a", minutes=Decimal(0), beside=slide("b", minutes=Decimal(0)))
    assert [row.spent for row in taken(Deck("", "", (nothing,)), {"a b": 10.0})] == [5, 5]
