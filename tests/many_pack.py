"""Packs of very many panels, made up, the same at every run: `python tests/many_pack.py timelines|cards FOLDER`."""

import json
import random
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desktop.pack.schema import write_descriptor
from tests.large_pack import AS_OF, SEED, SOURCE, milestones_of, project, write_table

TIMELINES, PANELS, ITEMS = 500, 2000, 1000


def write_timelines(folder: Path, panels: int = TIMELINES, items: int = ITEMS) -> Path:
    """So many timelines on one page, each of the same projects in another order."""
    _write(folder, "timeline", panels, [f"p{n}" for n in range(items)])
    write_table(folder, "projects", ("id", "name", "summary", "source", "quote"), map(project, range(items)))
    columns = ("project", "stage", "date", "status", "source", "quote")
    write_table(folder, "milestones", columns, milestones_of(random.Random(SEED), items, 5 * items))
    return folder


def write_cards(folder: Path, panels: int = PANELS, items: int = ITEMS) -> Path:
    """So many panels on one page, each with cards of the same figures in another order."""
    _write(folder, "cards", panels, [f"f{n}" for n in range(items)])
    columns = ("id", "subject", "indicator", "value", "unit", "period", "source", "quote")
    write_table(folder, "figures", columns, map(_figure, range(items)))
    return folder


def _figure(n: int) -> Sequence[object]:
    name, value = f"指标{n + 1}", n + 10
    return f"f{n}", "zone", name, value, "亿元", "2024", SOURCE, f"{name}为{value}亿元"


def _write(folder: Path, kind: str, panels: int, items: Sequence[str]) -> None:
    """All but the tables of what the panels show."""
    folder.mkdir(parents=True, exist_ok=True)
    write_table(folder, "sources", ("id", "title", "published"), [(SOURCE, "年度台账", "2025-02")])
    write_table(folder, "subjects", ("id", "name", "kind"), [("zone", "示范区", "zone")])
    columns = ("page", "position", "kind", "title", "items", "span")
    write_table(folder, "panels", columns, _panels(kind, panels, items))
    known = {
        "name": kind,
        "title": "很多图表",
        "version": "1",
        "zonebrief": {"format": 1, "period": "2024", "as_of": AS_OF.isoformat()},
    }
    (folder / "datapackage.json").write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    write_descriptor(folder)


def _panels(kind: str, panels: int, items: Sequence[str]) -> Iterable[Sequence[object]]:
    yield "industry", 0, "message", "很多图表，每个都翻得到", "", ""
    for n in range(1, panels + 1):
        first = n % max(1, len(items))
        yield "industry", n, kind, f"图表 {n}", " ".join((*items[first:], *items[:first])), 12


KINDS: Mapping[str, Callable[[Path], Path]] = {"timelines": write_timelines, "cards": write_cards}

if __name__ == "__main__":
    print(KINDS[sys.argv[1]](Path(sys.argv[2])))
