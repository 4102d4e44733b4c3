"""What a show is made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop.briefing.citations import Evidence
from desktop.briefing.records import Ref
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import Deck, Slide
from desktop.stage.finder_panel import Hit


@dataclass(frozen=True, slots=True)
class Material:
    """All of one reading of a pack: what composes it, its deck for a screen of a shape, what a question finds, and the
    slide that answers it on a screen of a shape."""

    composer: Composer
    deck_of: Callable[[float], Deck]
    find: Callable[[str], Sequence[Hit]]
    answer_of: Callable[[Ref, float], Slide]

    @property
    def evidence(self) -> Evidence:
        return self.composer.evidence
