"""What tells the figures of one panel apart, where their own labels do not: the period, the subject."""

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from desktop.briefing.briefing import Briefing
from desktop.briefing.names import with_subject
from desktop.exhibits.items import once
from desktop.exhibits.kinds import Reading
from desktop.quantities.language import tr
from desktop.quantities.periods import period_label


class _Told(NamedTuple):
    """What a figure says of itself: its own label, its indicator, the one or the other, and what it is `about`: the id of
    its subject, and its period."""

    own: str
    indicator: str
    label: str
    about: tuple[str, str]


def relabelled(reading: Reading, label: str) -> Reading:
    """The reading with another label; it is found by both."""
    if label == reading.label:
        return reading
    return reading._replace(label=label, text=f"{reading.text} {label.casefold()}")


class ItemLabels:
    """Labels of a briefing's figures, by their rows, for panels; what many panels name is looked up once."""

    def __init__(self, briefing: Briefing, language: str) -> None:
        self._briefing, self._language = briefing, language
        self._told = once(self._tell)
        self._period, self._subject = once(self._period_of), once(self._subject_of)

    def on_axis(self, rows: Sequence[int]) -> list[str]:
        """What stands on one axis. Of one indicator over time the period is the label, of one indicator of several
        subjects the subject is, or both are; unless a figure has a label of its own that no other has."""
        told = list(map(self._told, rows))
        own = Counter(one.own for one in told)
        about: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for one in told:
            about[one.indicator].add(one.about)
        mixed = {
            name: [len({each[n] for each in same}) > 1 for n in range(2)] for name, same in about.items()
        }

        def label(row: int, one: _Told) -> str:
            if one.own and own[one.own] == 1:
                return one.own
            subjects, periods = mixed[one.indicator]
            parts = (self._subject(row) if subjects else "", self._period(row) if periods else "")
            return " ".join(filter(None, parts)) or one.label

        return [label(row, one) for row, one in zip(rows, told, strict=True)]

    def of_cards(self, rows: Sequence[int], is_mixed: bool, title: str) -> Callable[[int], str]:
        """The labels of cards, by their places. A card names its subject where its page `is_mixed`, having several, and
        neither its own label nor the `title` above it does; and its period where another card is of the same indicator.
        That all cards are about the briefing's own zone goes without saying."""

        def alike(label: str) -> set[tuple[str, str]]:
            """What the cards of this label are about."""
            places = self._rows_of[label]
            here = places if len(places) == 1 else own_rows().intersection(places)
            return {self._told(row).about for row in here}

        @cache
        def own_rows() -> frozenset[int]:
            return frozenset(rows)

        def label(place: int) -> str:
            row = rows[place]
            one = self._told(row)
            if not is_mixed and len(self._rows_of[one.label]) == 1:
                return one.label  # as nearly always where there are very many
            subject, same = self._subject(row), alike(one.label)
            is_alone = len({about[0] for about in same}) == 1
            own_periods = sum(about[0] == one.about[0] for about in same)
            period = self._period(row) if own_periods > 1 else ""
            told = tr("{label} in {period}", label=one.label, period=period) if period else one.label
            if not is_mixed or subject in one.label or (one.own and is_alone):
                return told
            if is_alone and subject in (f"{title} {self._own_title}" if is_of_one() else title):
                return told
            return subject if one.label in subject else with_subject(subject, told)

        @cache
        def is_of_one() -> bool:
            return len({one.about[0] for one in map(self._told, rows)}) == 1

        return label

    @cached_property
    def _rows_of(self) -> Mapping[str, Sequence[int]]:
        """The rows of the figures of each label; most have one of their own, so that none of a panel's others is asked."""
        rows: dict[str, list[int]] = defaultdict(list)
        for row in range(len(self._briefing.figures)):
            rows[self._told(row).label].append(row)
        return rows

    def _tell(self, row: int) -> _Told:
        figure = self._briefing.figures[row]
        own, indicator = (figure.text(name, self._language) for name in ("label", "indicator"))
        about = figure.subject, figure.period.text if figure.period else ""
        return _Told(own, indicator, own or indicator, about)

    @property
    def _own_title(self) -> str:
        return self._briefing.text("title", self._language)

    def _period_of(self, row: int) -> str:
        period = self._briefing.figures[row].period
        return period_label(period, self._language) if period else ""

    def _subject_of(self, row: int) -> str:
        subject = self._briefing.subject(self._briefing.figures[row].subject)
        return subject.text("name", self._language) if subject else ""
