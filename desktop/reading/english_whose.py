"""Whose an amount of an English text is: which of the names there govern it."""

import re
from collections.abc import Callable, Collection, Sequence

from desktop.reading.english_places import EnglishPlaces
from desktop.reading.names import Named
from desktop.reading.statements import Role
from desktop.reading.whose import Whose

_MARGINAL = re.compile(
    r"(?:\bthan(?: (?:that|those) (?:of|in))?|compared (?:with|to)|ahead of|behind|exceeding|outpac\w+|outperform\w+|surpass\w+|\bamong|along with|together with|similar to|unlike|rival|border(?:s|ing)?|from nearby|neighbou?ring|outside|near|next to|named after|supplier to|supplies)(?: the| its| its neighbou?r| neighbou?ring)? $",
    re.IGNORECASE,
)
_OBLIQUE = re.compile(
    r"\b(in|within|across|throughout|of|from|to|at|by|for|with|on|into|inside|under|near|around|involving)(?: the| its| all| all of)? $",
    re.IGNORECASE,
)
_PLACE = (
    "in",
    "within",
    "across",
    "throughout",
    "into",
    "inside",
    "on",
    "to",
    "with",
    "under",
    "near",
    "around",
)
_BACK = re.compile(
    r"\b(?:the (?:company|firm|group|manufacturer|enterprise|maker|supplier|producer|start-?up|drugmaker|carmaker)|its|it|they|their)\b",
    re.IGNORECASE,
)
_COMPANY = re.compile(
    r"\bthe (?:company|firm|group|manufacturer|enterprise|maker|supplier|producer|start-?up|drugmaker|carmaker)\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:'s)? ?(?:, and |, | and | & )(?:the )?")


class EnglishWhose(Whose):
    """`companies` are the keys of those names that “the company” may mean; `the` those of words like “the zone”."""

    def __init__(
        self, text: str, named: Sequence[Named], reading: EnglishPlaces, companies: Collection[str] = ()
    ) -> None:
        super().__init__(text, named, reading.statements, reading.sentence_starts)
        self._reading, self._companies = reading, companies
        self.named = named
        self.plain = [one for one in named if not self._is_marginal(one)]

    def _is_marginal(self, one: Named) -> bool:
        """Whether a name only says with what, or among whom, something is compared."""
        before = self._text[max(0, one.start - 40) : one.start]
        if _MARGINAL.search(before):
            return True
        if re.match(
            r"(?:'s)? (?:\w+ )?(?:average|total|level)\b", self._text[one.end : one.end + 26]
        ) and re.search(r"(?:above|below|than|of|to) (?:the )?$", before):
            return True
        for rank in self._statements:
            if (
                rank.role in (Role.RANK, Role.BEFORE)
                and rank.quantity.unit == "位"
                and rank.end <= one.start < rank.end + 60
            ):
                gap = self._text[rank.end : one.start]
                if (
                    re.fullmatch(
                        r"(?: (?:place|position|spot|overall))?,? ?(?:in|among|of|across|within|out of|both in)(?: all)?(?: \d+)?(?: [\w' ]{0,30}?)?(?: the| all)? ?",
                        gap,
                    )
                    and "," not in gap
                ):
                    return True
        return False

    def of(self, place: int, leave: Callable[[Named], bool] = lambda _: False) -> Collection[Named]:
        """The names that govern a statement: before it in its own words, behind it there, before in its sentence, behind
        that, or in the text before."""
        statement = self._statements[place]
        begin, stop = self._reading.sentences.span(statement.start)
        plain = [one for one in self.plain if not leave(one)]
        inside = [one for one in plain if begin <= one.start and one.end <= stop]
        before = [one for one in inside if one.end <= statement.start]
        dealt = self._dealt(place, before)
        if dealt is not None:
            return dealt
        head, start, end, tail = self._reading.stretches[place]
        own = self._told([one for one in before if one.start >= head])
        if own is not None and not (self._is_back(head, start) and self._is_oblique(own)):
            return self._alike(own, plain)
        if self._is_back(begin, start) and not self._direct(before):
            return self._meant(begin, start, plain) or self._any(plain)
        behind = [one for one in inside if end <= one.start and one.end <= tail]
        if behind and not self._direct(before):
            return self._alike(self._first(behind), plain)
        chosen = self._told(before)
        if chosen is not None:
            return self._alike(chosen, plain)
        later = [one for one in inside if one.start >= end]
        if later:
            return self._alike(self._first(later), plain)
        return self._earlier(begin, plain) or self._any(plain)

    def _direct(self, named: Sequence[Named]) -> list[Named]:
        return [one for one in named if not self._is_oblique(one)]

    def _is_oblique(self, one: Named) -> bool:
        return _OBLIQUE.search(self._text[max(0, one.start - 20) : one.start]) is not None

    def _told(self, named: Sequence[Named]) -> Named | None:
        """Of the names before an amount, the last that is a subject or has something, else the last one of all."""
        direct = self._direct(named)
        if direct:
            return direct[-1]
        close = [one for one in named if self._preposition(one) not in _PLACE]
        found = close or list(named)
        return found[-1] if found else None

    def _first(self, named: Sequence[Named]) -> Named:
        close = [one for one in named if self._preposition(one) not in _PLACE[6:]]
        return (close or list(named))[0]

    def _preposition(self, one: Named) -> str:
        match = _OBLIQUE.search(self._text[max(0, one.start - 20) : one.start])
        return match[1].lower() if match else ""

    def _is_back(self, start: int, end: int) -> bool:
        """Whether the words point back to what was named before: it, its, the company."""
        return _BACK.search(self._text, start, end) is not None

    def _meant(self, begin: int, start: int, plain: Sequence[Named]) -> Collection[Named]:
        """What “the company” or “it” stands for: the last one named, in the sentences before rather than in this one."""
        earlier = [one for one in plain if one.end <= begin] or [one for one in plain if one.end <= start]
        if _COMPANY.search(self._text, begin, start):
            earlier = [one for one in earlier if one.key in self._companies] or earlier
        if not earlier:
            return ()
        return self._earlier(earlier[-1].end, earlier)

    def _earlier(self, begin: int, plain: Sequence[Named]) -> Collection[Named]:
        """What the text before is about: in the last sentence with names, the first one that is its subject."""
        found = [one for one in plain if one.end <= begin]
        if not found:
            return ()
        sentence = self._reading.sentences.place(found[-1].start)
        same = [one for one in found if self._reading.sentences.place(one.start) == sentence]
        direct = self._direct(same)
        chosen = (
            direct[0]
            if direct and not _JOINED.fullmatch(self._text[direct[0].end : direct[-1].start])
            else (direct or same)[-1]
        )
        return self._alike(chosen, plain)

    def _any(self, plain: Sequence[Named]) -> Collection[Named]:
        return plain[:1] if plain and len({one.key for one in plain}) == 1 else ()

    @staticmethod
    def _alike(chosen: Named, plain: Sequence[Named]) -> list[Named]:
        return [one for one in plain if (one.start, one.end) == (chosen.start, chosen.end)]

    def _dealt(self, place: int, before: Sequence[Named]) -> Collection[Named] | None:
        """“A, B and C made 1, 2 and 3 respectively”: the name whose turn it is; None where nothing is dealt."""
        row = self._reading.dealt(place)
        if len(row) < 2:
            return None
        first = self._statements[row[0]].start
        names = self._list([one for one in before if one.end <= first])
        while len(names) < len(row) and (earlier := self._reading.dealt(row[0] - 1)):
            first, row_before = self._statements[earlier[0]].start, earlier
            names = self._list([one for one in before if one.end <= first])
            if len(row_before) != len(row):
                break
            if names:
                break
        if len(names) != len(row):
            return None
        chosen = names[row.index(place)]
        return [one for one in before if (one.start, one.end) == (chosen.start, chosen.end)]

    def _list(self, named: Sequence[Named]) -> list[Named]:
        """The last names that stand in one list."""
        kept: list[Named] = []
        for one in named:
            if kept and one.start == kept[-1].start:
                continue
            if kept and not _JOINED.fullmatch(self._text[kept[-1].end : one.start]):
                kept = []
            kept.append(one)
        return kept
