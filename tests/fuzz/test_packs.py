"""Two thousand packs that mean harm: a fault, a notice or a finding each, and never anything else."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.fuzz.packs import Failure, run

CHUNK, CHUNKS = 250, 8
SEEDS = range(0, CHUNK * CHUNKS, CHUNK)


@pytest.mark.parametrize("first", SEEDS)
def test_no_pack_ends_in_anything_but_words(qapp: QApplication, first: int) -> None:
    told = list(run(range(first, first + CHUNK)))
    failures = [one for one in told if isinstance(one, Failure)]
    assert not failures, "\n".join(map(str, failures))
    assert sum(one is True for one in told) > CHUNK / 5, "too few of them load, so that nothing is tried"
