"""A large pack, made up, the same at every run: `python tests/large_pack.py FOLDER [--facilities N] …`."""

import argparse
import csv
import json
import random
import sys
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from desktop.pack.schema import write_descriptor

FACILITIES, PROJECTS, MILESTONES = 100_000, 10_000, 50_000
SOURCE = "report"
SEED = 20_250_208
CATEGORIES = (
    "托育点",
    "养老站",
    "卫生站",
    "口袋公园",
    "停车场",
    "健身房",
    "图书室",
    "食堂",
    "充电站",
    "便民点",
)
PLACES = ("东湖", "南桥", "西城", "北园", "中心", "新港", "长河", "青山", "临江", "松林")
TRADES = ("智能装备", "新材料", "汽车零部件", "光电", "生物医药", "数字经济", "高端纺织", "新能源")
STAGES = ("签约", "拿地", "开工", "结顶", "设备进场", "试生产", "竣工", "投产")
STATUSES = ("operating", "opened", "completed", "building", "planned")
FIRST_DAY = date(2019, 1, 1)
AS_OF = date(2025, 2, 8)


def write_pack(
    folder: Path, facilities: int = FACILITIES, projects: int = PROJECTS, milestones: int = MILESTONES
) -> Path:
    """Write a pack of so many records into `folder`; every record has its source and its words there."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED)
    write_table(folder, "sources", ("id", "title", "published"), [(SOURCE, "年度台账", "2025-02")])
    write_table(folder, "subjects", ("id", "name", "kind"), [("zone", "示范区", "zone")])
    columns: tuple[str, ...] = (
        "id",
        "name",
        "category",
        "community",
        "status",
        "opened",
        "note",
        "source",
        "quote",
    )
    write_table(folder, "facilities", columns, (_facility(chance, n) for n in range(facilities)))
    write_table(
        folder, "projects", ("id", "name", "summary", "source", "quote"), map(project, range(projects))
    )
    columns = ("project", "stage", "date", "status", "source", "quote")
    write_table(folder, "milestones", columns, milestones_of(chance, projects, milestones))
    write_table(folder, "panels", ("page", "position", "kind", "title", "span"), _panels())
    known = {
        "name": "large",
        "title": "大型示范区",
        "version": "1",
        "zonebrief": {"format": 1, "period": "2024", "as_of": AS_OF.isoformat()},
    }
    (folder / "datapackage.json").write_text(json.dumps(known, ensure_ascii=False), encoding="utf-8")
    write_descriptor(folder)
    return folder


def write_table(folder: Path, table: str, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _facility(chance: random.Random, n: int) -> Sequence[object]:
    place, category = chance.choice(PLACES), chance.choice(CATEGORIES)
    name = f"{place}{category}{n + 1}号"
    opened = FIRST_DAY + timedelta(days=chance.randrange(2200))
    note = f"面积{chance.randrange(80, 4000)}平方米"
    status = chance.choice(STATUSES)
    quote = f"{name}{note}"
    return f"f{n}", name, category, f"{place}社区", status, opened.isoformat(), note, SOURCE, quote


def project(n: int) -> Sequence[object]:
    name = f"{PLACES[n % len(PLACES)]}{TRADES[n // 10 % len(TRADES)]}项目{n + 1}"
    return f"p{n}", name, f"年产{n % 90 + 10}万套", SOURCE, name


def milestones_of(chance: random.Random, projects: int, milestones: int) -> Iterable[Sequence[object]]:
    """Shared out among the projects in turn; a project's stages follow each other in time."""
    for project in range(projects):
        day = FIRST_DAY + timedelta(days=chance.randrange(1900))
        count = milestones // projects + (project < milestones % projects)
        for number in range(count):
            day += timedelta(days=chance.randrange(30, 240))
            shown = day.isoformat() if chance.random() < 0.7 else f"{day:%Y-%m}"
            stage = STAGES[number % len(STAGES)]
            status = "done" if day <= AS_OF.replace(day=1) else "planned"
            yield f"p{project}", stage, shown, status, SOURCE, f"{shown}{stage}"


def _panels() -> Iterable[Sequence[object]]:
    yield "industry", 0, "message", "一万个项目，每个看得见进度", ""
    yield "industry", 1, "timeline", "项目进度", 12
    yield "livelihood", 0, "message", "十万处设施，每处查得到出处", ""
    yield "livelihood", 1, "facilities", "设施清单", 12


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a large made-up pack into FOLDER.")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--facilities", type=int, default=FACILITIES, metavar="N")
    parser.add_argument("--projects", type=int, default=PROJECTS, metavar="N")
    parser.add_argument("--milestones", type=int, default=MILESTONES, metavar="N")
    given = parser.parse_args()
    print(write_pack(given.folder, given.facilities, given.projects, given.milestones))


if __name__ == "__main__":
    main()
