"""What a rehearsal took, slide by slide, offered as the plan of the show."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop.charts import ink
from desktop.charts.theme import CONTROL_HEIGHT, Look
from desktop.exhibits.deck import Deck
from desktop.quantities.language import tr
from desktop.stage import asking
from desktop.stage.clock import CHARACTERS_A_MINUTE, planned_alone
from desktop.stage.console import minutes_and_seconds
from desktop.stage.draft import HUNDREDTH
from desktop.stage.table_dialog import TableDialog

PASSED_OVER = 2.0
"""Seconds; a slide that was shown for less was leafed over and says nothing about the plan."""


@dataclass(frozen=True, slots=True)
class Taken:
    """The slides of one panel: seconds planned and seconds spent."""

    key: str
    title: str
    planned: float
    spent: float

    @property
    def counts(self) -> bool:
        return self.spent >= PASSED_OVER


def taken(
    deck: Deck, spent: Mapping[str, float], characters_a_minute: int = CHARACTERS_A_MINUTE
) -> list[Taken]:
    """What each panel of the deck took, in the order of the deck. Two that shared the screen share its time as they
    were planned."""
    titles: dict[str, str] = {}
    plans: dict[str, dict[str, float]] = {}
    for slide in deck.shown:
        plan = plans.setdefault(slide.clock_key, {})
        for one in slide.together:
            titles.setdefault(one.key, one.title)
            plan[one.key] = plan.get(one.key, 0.0) + planned_alone(one, characters_a_minute)
    wanted, took = dict.fromkeys(titles, 0.0), dict.fromkeys(titles, 0.0)
    for clock_key, plan in plans.items():
        whole = sum(plan.values())
        for key, seconds in plan.items():
            wanted[key] += seconds
            took[key] += spent.get(clock_key, 0.0) * (seconds / whole if whole else 1 / len(plan))
    return [Taken(key, title, wanted[key], took[key]) for key, title in titles.items()]


def minutes_of(rows: Sequence[Taken]) -> dict[str, Decimal]:
    """The minutes that were spent, to a hundredth, by the key of the slides; without those that were leafed over."""
    return {
        row.key: (Decimal(round(row.spent * 1000)) / 60000).quantize(HUNDREDTH) for row in rows if row.counts
    }


class RehearsalDialog(TableDialog):
    """Offers what was taken as the plan of `show`; the name of one of the `others` is asked about. `keep` is given the minutes and the name of the show; the ValueError that it
    raises is told here, and nothing is lost."""

    def __init__(
        self,
        rows: Sequence[Taken],
        show: str,
        others: Collection[str],
        keep: Callable[[dict[str, Decimal], str], None],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            tr("The rehearsal"),
            _sentence(rows),
            (tr("Slide"), tr("Planned"), tr("Spent"), tr("Difference")),
            [_texts(row) for row in rows],
            look,
            parent,
        )
        self._rows, self._others, self._keep = rows, others, keep
        self.table.setAccessibleName(tr("Time of each slide"))
        self.name = QLineEdit(show, self)
        self.name.setAccessibleName(tr("Name of the show"))
        self.name.setFont(ink.font(look, "body"))
        self.name.setMinimumHeight(round(look.px(CONTROL_HEIGHT)))
        self.problem = self.label("")
        self.problem.setStyleSheet(f"QLabel {{ color: {look.palette.warning}; }}")
        self.problem.hide()
        line = QHBoxLayout()
        line.addWidget(self.label(tr("Kept as the show")))
        line.addWidget(self.name, 1)
        self.column.insertLayout(2, line)
        self.column.insertWidget(3, self.problem)
        self.discard = self.add_button(tr("Discard"))
        self.take_over = self.add_button(tr("Take over as the plan"), primary=True)
        self.take_over.setEnabled(any(row.counts for row in rows))
        self.discard.clicked.connect(self.reject)
        self.take_over.clicked.connect(self._take_over)

    def _take_over(self) -> None:
        name = " ".join(self.name.text().split())
        if not name:
            self._refuse(tr("Give the show a name; the plan is kept with it."))
            self.name.setFocus()
            return
        if name in self._others:
            text = tr("There is a show “{name}” already. Replace it?", name=name)
            if asking.choose(self, self.windowTitle(), text, [tr("Replace")]) != 0:
                return
        try:
            self._keep(minutes_of(self._rows), name)
        except (ValueError, OSError) as error:
            self._refuse(str(error))
            return
        self.accept()

    def _refuse(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()


def _sentence(rows: Sequence[Taken]) -> str:
    spent, plan = sum(row.spent for row in rows), sum(row.planned for row in rows)
    return tr(
        "The rehearsal took {spent}; {planned} are planned. Slides that were not shown keep their plan.",
        spent=minutes_and_seconds(spent),
        planned=minutes_and_seconds(plan),
    )


def _texts(row: Taken) -> tuple[str, str, str, str]:
    plan = minutes_and_seconds(row.planned)
    if not row.counts:
        return row.title, plan, tr("not shown"), ""
    difference = row.spent - row.planned
    sign = "+" if difference >= 1 else "−" if difference <= -1 else ""
    return row.title, plan, minutes_and_seconds(row.spent), sign + minutes_and_seconds(difference)
