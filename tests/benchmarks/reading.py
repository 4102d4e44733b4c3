"""How well the clauses of the corpus are read, by kind of wrongness: `python tests/benchmarks/reading.py [--half open]
[--language zh] [--show]`. At most 1 % of the wrong records may pass, 2 % of a kind; 97 % of the right ones are accepted."""

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.reading.corpus import HALVES, LANGUAGES, PORTIONS, load
from tests.reading.judging import score, table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=PORTIONS, action="append")
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--show", action="store_true", help="print what is judged wrongly; for the open half")
    given = parser.parse_args()
    for half in given.half or HALVES:
        for language in given.language or LANGUAGES:
            clauses = load(language, half)
            begin = time.perf_counter()
            result = score(clauses)
            spent = time.perf_counter() - begin
            if not result.right:
                continue
            print(f"\n{language}, {half} half, {len(clauses)} clauses")
            if given.show:
                print("\n".join(result.failed))
            print("\n".join(table(result)))
            every = result.right + sum(result.wrong.values())
            print(f"{spent / every * 1e6:.0f} µs a record, names and all")


if __name__ == "__main__":
    main()
