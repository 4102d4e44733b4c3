"""Numbers in the sentences of a briefing that no figure has: what a correction of a figure leaves behind."""

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import takewhile
from typing import NamedTuple

from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.briefing.panels import fill, places_in
from desktop.briefing.proof import Proof
from desktop.briefing.records import Figure, Ref
from desktop.briefing.texts import Sort, Text, texts_of
from desktop.briefing.twins import PLAIN
from desktop.quantities.quantity import Quantity
from desktop.quantities.units import stem
from desktop.reading.mentions import COUNT, SHARE, Mention, mentions_in, plain_value

SAME_WORDS = 6
"""So many characters alike around two numbers of one unit, or LEAST_BEFORE before them: both say the same of the same thing."""
LEAST_BEFORE = 4
LEAST_DIGITS = 3
"""Fewer digits are alike by chance."""
_COUNTED = {
    "figures": ("indicator", "subject"),
    "subjects": ("parent", "kind"),
    "milestones": ("project", "status"),
    "facilities": ("category", "community", "status"),
    "programmes": ("page",),
    "panels": ("page",),
    "shows": ("show",),
}
"""What a sentence may count: the records of a table that have a column in common."""


class Leftover(NamedTuple):
    """A number that no figure has, where it stands, and the figure that it may have been."""

    text: Text
    mention: Mention
    near: Ref | None


class _Stated(NamedTuple):
    """A number that a figure has: its unit without 万, its digits as written, the figure, and the characters around it
    in the quoted words of that."""

    unit: str
    digits: str
    ref: Ref
    before: str = ""
    behind: str = ""


def leftovers(evidence: Evidence) -> Iterator[Leftover]:
    """Each number of a sentence that neither a figure has, nor the quoted words or the name of a record, nor what the
    briefing lists so many of. The words or the name of one that contradict a figure prove nothing and are told too: they
    say the same of another number, or are one slip of the pen away from it."""
    return _Search(evidence).run()


class _Search:
    def __init__(self, evidence: Evidence) -> None:
        self._briefing = evidence.briefing
        self._known: dict[Decimal, set[str]] = {}
        """The kinds of each value that a figure, the quoted words or the name of a record has."""
        self._counts = frozenset(_counts(self._briefing))
        self._near: dict[str, list[_Stated]] = {}
        self._quoted: dict[str, list[_Stated]] = {}
        self._stale: set[tuple[Decimal, bool]] = set()
        for row, figure in enumerate(self._briefing.figures):
            self._take(figure, Ref("figures", row), evidence.of(Ref("figures", row)))

    def run(self) -> Iterator[Leftover]:
        for sort in (Sort.NAME, Sort.QUOTE):
            yield from self._witnesses(sort)
        unsure: list[Leftover] = []
        for text in texts_of(self._briefing, Sort.SENTENCE):
            for found in self._unknown(text):
                if self._is_wrong(found):
                    self._stale.add(_key(found.mention))
                    yield found
                else:
                    unsure.append(found)
        yield from (found for found in unsure if self._is_stale(found))

    # what is known

    def _take(self, figure: Figure, ref: Ref, proof: Proof) -> None:
        """Learn the numbers of a figure, and those of its quoted words where they prove it."""
        for quantity in _quantities(figure, proof):
            for end in (quantity.value, quantity.upper):
                if end is not None:
                    self._learn(abs(end), quantity.unit, ref)
        if not proof.verdict.is_cited:
            return
        mentions = mentions_in(proof.quote, PLAIN)
        self._remember(mentions)
        if proof.quantity is None:
            return
        own = plain_value(abs(proof.quantity.value), proof.quantity.unit)[0]
        for one in mentions:
            if one.value == own and one.unit == stem(proof.quantity.unit)[1]:
                stated = _Stated(one.unit, "", ref, one.before, one.behind)
                for key in _places(one):
                    self._quoted.setdefault(key, []).append(stated)

    def _learn(self, value: Decimal, symbol: str, ref: Ref) -> None:
        plain, kind = plain_value(value, symbol)
        self._known.setdefault(plain, set()).add(kind)
        digits = _digits(value)
        stated = _Stated(stem(symbol)[1], digits, ref)
        for key in _neighbours(digits):
            self._near.setdefault(key, []).append(stated)

    def _remember(self, mentions: Iterable[Mention]) -> None:
        for one in mentions:
            self._known.setdefault(one.value, set()).add(one.kind)

    # what is not

    def _witnesses(self, sort: Sort) -> Iterator[Leftover]:
        """The numbers of names or quoted words that contradict a figure; all others are known from now on."""
        new: list[Mention] = []
        for text in texts_of(self._briefing, sort):
            for found in self._unknown(text):
                mention, near = found.mention, found.near
                same_unit = (
                    near is not None and mention.unit == stem(self._briefing.figures[near.row].unit)[1]
                )
                if self._contradicted(mention) or same_unit or self._is_stale(found):
                    self._stale.add(_key(mention))
                    yield found
                else:
                    new.append(mention)
        self._remember(new)

    def _unknown(self, text: Text) -> Iterator[Leftover]:
        words = text.words
        if text.table == "panels":
            words = fill(words, dict.fromkeys(places_in(words), "…"))
        for mention in mentions_in(words, text.language):
            if not self._is_known(mention):
                yield Leftover(text, mention, self._contradicted(mention) or self._close_to(mention))

    def _is_known(self, mention: Mention) -> bool:
        kinds = self._known.get(mention.value, set())
        if mention.kind == SHARE:
            return SHARE in kinds
        others = kinds - {SHARE}
        return mention.kind in others if mention.kind and "" not in others else bool(others)

    def _is_stale(self, found: Leftover) -> bool:
        return _key(found.mention) in self._stale

    def _is_wrong(self, found: Leftover) -> bool:
        mention = found.mention
        is_count = mention.kind in ("", COUNT) and mention.value in self._counts
        if mention.is_few or is_count:
            return self._contradicted(mention) is not None
        return mention.firm or found.near is not None or self._is_stale(found)

    def _contradicted(self, mention: Mention) -> Ref | None:
        """The figure whose quoted words have the same words around another number of the unit."""
        if not mention.unit:
            return None
        same = (stated for key in _places(mention) for stated in self._quoted.get(key, ()))
        return next((stated.ref for stated in same if _says_the_same(stated, mention)), None)

    def _close_to(self, mention: Mention) -> Ref | None:
        """The figure whose digits are one slip away, rather one of the same unit."""
        digits = _digits(mention.value)
        found = [stated for key in _neighbours(digits) for stated in self._near.get(key, ())]
        found = [stated for stated in found if max(len(digits), len(stated.digits)) >= LEAST_DIGITS]
        found.sort(key=lambda stated: stated.unit != mention.unit)
        return found[0].ref if found else None


def _places(mention: Mention) -> Iterator[str]:
    """What two numbers are found by that stand among the same words."""
    yield mention.before[-2:] + "0"
    yield "0" + mention.behind[:LEAST_BEFORE]


def _says_the_same(stated: _Stated, mention: Mention) -> bool:
    before = _alike(stated.before[::-1], mention.before[::-1])
    behind = _alike(stated.behind, mention.behind)
    return stated.unit == mention.unit and (before >= LEAST_BEFORE or before + behind >= SAME_WORDS)


def _alike(one: str, other: str) -> int:
    """How many characters are the same from the first on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _quantities(figure: Figure, proof: Proof) -> Iterator[Quantity]:
    if figure.value is not None:
        yield Quantity(figure.value, figure.unit, upper=figure.upper)
    elif proof.quantity is not None:
        yield proof.quantity
    if figure.change is not None:
        yield Quantity(figure.change, "%")


def _counts(briefing: Briefing) -> Iterator[int]:
    """How many of a kind the briefing lists."""
    for table, records in briefing.tables.items():
        yield len(records)
        for column in _COUNTED.get(table, ()):
            yield from Counter(getattr(record, column) for record in records).values()
    yield from (len(panel.items.split()) for panel in briefing.panels)


def _key(mention: Mention) -> tuple[Decimal, bool]:
    return mention.value, mention.kind == SHARE


def _digits(value: Decimal) -> str:
    """The digits of a number, whatever it is counted in: those of 7.58亿 and of 758 million are the same."""
    return f"{value:f}".replace(".", "").replace("-", "").strip("0")


def _neighbours(digits: str) -> set[str]:
    """What two numbers have in common that differ by one digit: changed, left out, added or moved."""
    shorter = {digits[:n] + digits[n + 1 :] for n in range(len(digits))}
    return {digits, "".join(sorted(digits)) + "~", *shorter}
