"""How long a search takes in a pack of 100,000 facilities, 10,000 projects and 50,000 milestones, beside plain Python
that looks for a substring in the text of every row. Each figure is the best of many, the least disturbed.

`python tests/benchmarks/find.py [FOLDER]`; the pack is made anew in a temporary folder unless it stands in FOLDER.
"""

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from desktop import app
from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.exhibits.answers import answer_slide
from desktop.exhibits.compose import Composer
from desktop.exhibits.find import SEARCHED, Finder
from desktop.pack.loader import load
from tests.large_pack import write_pack

ROUNDS = 15
TARGET = 10.0
"""Milliseconds for what two or three characters ask."""
SHORT = ("东湖", "号东", "没有", "9号", "dh", "xx", "qqq", "tyd", "zho", "sha", "东 9")
LONG = ("99999", "dhtyd", "zhongxin", "xian", "tyd99999", "签约 9999", "东湖 托育 99999", "东湖 南桥")


def taken(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def rows_of(briefing: Briefing) -> list[str]:
    """The texts of each record, as plain Python would keep them for a search."""
    columns = {table: (*searched.names, *searched.details) for table, searched in SEARCHED.items()}
    return [
        "\n".join(str(getattr(record, column)) for column in of_table)
        for table, of_table in columns.items()
        for record in briefing.tables.get(table, ())
    ]


def plain(rows: list[str], typed: str) -> list[int]:
    words = typed.split()
    return [number for number, row in enumerate(rows) if all(word in row for word in words)]


def report(folder: Path) -> None:
    briefing = load(folder).briefing
    assert briefing is not None
    composer = Composer(Evidence(briefing))
    finder = Finder(composer, app.pinyin_table)
    print(f"made ready, once, on any thread: {taken(finder.prepare):.0f} ms")
    rows = rows_of(briefing)
    for words, most in ((SHORT, TARGET), (LONG, 0)):
        for typed in words:
            best = min(taken(partial(finder.find, typed)) for _ in range(ROUNDS))
            floor = min(taken(partial(plain, rows, typed)) for _ in range(ROUNDS))
            limit = f" (at most {most:.0f} ms)" if most else ""
            print(
                f"{typed}: {best:.1f} ms{limit}, {best / floor:.2f} × plain Python, {len(finder.find(typed))} found"
            )
    for found in finder.find("99999"):
        print(f"the first answer: {taken(partial(answer_slide, composer, found.ref)):.1f} ms")
        print(f"another: {taken(partial(answer_slide, composer, found.ref)):.1f} ms")


def main() -> None:
    if len(sys.argv) > 1:
        report(Path(sys.argv[1]))
        return
    with tempfile.TemporaryDirectory() as folder:
        report(write_pack(Path(folder)))


if __name__ == "__main__":
    main()
