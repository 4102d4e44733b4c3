"""Formulas over figures: + - * / ( ), plain numbers, figure ids, and id.change for a growth rate.

Parsed by the whitelist below, never by `eval`. The minus sign between ids that hold hyphens needs spaces.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from desktop.quantities import amounts
from desktop.quantities.amounts import Amount, AmountError
from desktop.quantities.language import tr

MOST_CHARACTERS = 500
MOST_DIGITS = 30
"""Of a number that is written into a formula."""
DEEPEST = 20

_TOKEN = re.compile(
    r"\s*(?:(\d+(?:\.\d+)?)(?![\w.])|([^\W\d][\w-]*(?:\.change\b)?)|([-+*/()×÷−（）]))", re.UNICODE
)
_SAME = {"×": "*", "÷": "/", "−": "-", "（": "(", "）": ")"}


class FormulaError(ValueError):
    """A formula that cannot be read or worked out; the message says why."""


class Node(NamedTuple):
    """A part of a formula: a number, a figure (`name`, perhaps with .change) or an operator over `parts`."""

    operator: str
    parts: tuple["Node", ...] = ()
    number: Decimal = Decimal(0)
    name: str = ""


@lru_cache(maxsize=1024)
def parse_formula(text: str) -> Node:
    """The tree of a formula; FormulaError where it is not one."""
    if len(text) > MOST_CHARACTERS:
        raise FormulaError(tr("the formula is longer than {most} characters", most=MOST_CHARACTERS))
    tokens = list(_tokens(text))
    reader = _Reader(tokens)
    node = reader.sum(0)
    if reader.place != len(tokens):
        raise FormulaError(tr("the formula cannot be read from “{rest}” on", rest=tokens[reader.place]))
    return node


def _tokens(text: str) -> Iterator[str]:
    place, end = 0, len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if not match:
            rest = text[place:].strip()[:20]
            raise FormulaError(tr("the formula cannot be read from “{rest}” on", rest=rest))
        yield _SAME.get(match[3], match[0].strip()) if match[3] else match[0].strip()
        place = match.end()


class _Reader:
    """Reads tokens by precedence: sums of products of atoms."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.place = 0

    def peek(self) -> str:
        return self.tokens[self.place] if self.place < len(self.tokens) else ""

    def take(self) -> str:
        token = self.peek()
        self.place += 1
        return token

    def sum(self, depth: int) -> Node:
        return self._chain(self.product, "+-", depth)

    def product(self, depth: int) -> Node:
        return self._chain(self.atom, "*/", depth)

    def _chain(self, read: Callable[[int], Node], operators: str, depth: int) -> Node:
        node = read(depth)
        while self.peek() and self.peek() in operators:
            node = Node(self.take(), (node, read(depth)))
        return node

    def atom(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise FormulaError(tr("the formula is nested too deeply"))
        token = self.take()
        if token == "(":
            node = self.sum(depth + 1)
            if self.take() != ")":
                raise FormulaError(tr("a bracket in the formula is not closed"))
            return node
        if token == "-":
            return Node("negate", (self.atom(depth + 1),))
        if token[:1].isdecimal():
            if len(token) > MOST_DIGITS:
                raise FormulaError(
                    tr("a number in the formula has more than {most} digits", most=MOST_DIGITS)
                )
            return Node("number", number=Decimal(token))
        if not token or token in "+*/)":
            raise FormulaError(tr("the formula ends too early or holds two signs in a row"))
        return Node("figure", name=token)


def names_in(node: Node) -> Iterator[str]:
    """The ids of the figures that a formula uses, without .change."""
    waiting = [node]
    while waiting:
        inner = waiting.pop()
        if inner.operator == "figure":
            yield inner.name.removesuffix(".change")
        waiting.extend(reversed(inner.parts))


def evaluate(node: Node, amount_named: Callable[[str], Amount]) -> Amount:
    """The amount of a formula, given that of each name in it; FormulaError where there is no honest one."""
    operations: dict[str, Callable[[Amount, Amount], Amount]] = {
        "+": amounts.add,
        "-": lambda a, b: amounts.add(a, amounts.negate(b)),
        "*": amounts.multiply,
        "/": amounts.divide,
    }
    try:
        if node.operator == "number":
            return Amount(node.number)
        if node.operator == "figure":
            return amount_named(node.name)
        values = [evaluate(part, amount_named) for part in node.parts]
        return amounts.negate(values[0]) if node.operator == "negate" else operations[node.operator](*values)
    except AmountError as error:
        raise FormulaError(str(error)) from None


_SIGNS = {"+": " + ", "-": " − ", "*": " × ", "/": " ÷ "}


def spell(node: Node, written: Callable[[str], str], within: str = "") -> str:
    """The formula as people write it, each name replaced by `written(name)`."""
    if node.operator == "number":
        return f"{node.number}"
    if node.operator == "figure":
        text = written(node.name)
        return f"（{text}）" if within and text.startswith("−") else text
    if node.operator == "negate":
        return "−" + spell(node.parts[0], written, "/")
    left = spell(node.parts[0], written, node.operator if node.operator in "*/" else "")
    right = spell(node.parts[1], written, {"+": "+", "-": "-", "*": "*", "/": "/r"}[node.operator])
    text = f"{left}{_SIGNS[node.operator]}{right}"
    needs = (within and within != "+" and node.operator in "+-") or (within == "/r" and node.operator in "*/")
    return f"（{text}）" if needs else text
