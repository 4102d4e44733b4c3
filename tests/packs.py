"""Packs made for a test: tables as rows of text, written as a folder or a .zonebrief file."""

import csv
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

Rows = Sequence[Mapping[str, str]]

ARTICLE = "过去一年，示范区成绩可喜。全年完成实到外资1.66亿美\n元，同比增长11.7%，总量全市第\n一。近10亿元项目落地，走访企业300余次。"


def table(rows: Rows) -> str:
    """The rows as CSV; the header holds every column that any row has."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


def files_of(tables: Mapping[str, Rows], *, document: str = "", title: str = "示范区") -> dict[str, bytes]:
    """The files of a pack; one zone and one source are there unless the tables bring their own."""
    whole: dict[str, Rows] = {
        "subjects": [{"id": "zone", "name": "示范区", "kind": "zone"}],
        "sources": [
            {
                "id": "news",
                "title": "示范区这一年",
                "published": "2025-02",
                "path": "news.txt" if document else "",
            }
        ],
        **tables,
    }
    files = {f"{name}.csv": table(rows).encode() for name, rows in whole.items()}
    files["datapackage.json"] = json.dumps({"name": "demo", "title": title}, ensure_ascii=False).encode()
    if document:
        files["news.txt"] = document.encode()
    return files


def figure(**columns: str) -> dict[str, str]:
    """A figure of the zone, cited from the article unless `columns` say otherwise."""
    base = {
        "id": "fdi",
        "subject": "zone",
        "indicator": "实到外资",
        "value": "1.66",
        "unit": "亿美元",
        "period": "2024",
    }
    return base | {"source": "news", "quote": "完成实到外资1.66亿美元"} | columns


def write_folder(folder: Path, files: Mapping[str, bytes]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return folder


def write_archive(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


PANELS = [
    {"page": "industry", "position": "1", "kind": "message", "title": "要点"},
    {"page": "investment", "position": "2", "kind": "timeline", "title": "进程"},
]
SHOWS = [
    {
        "show": "甲",
        "position": "1",
        "panel": "cover",
        "hidden": "",
        "minutes": "0.50",
        "script": "原词，“照旧”",
    },
    {
        "show": "乙",
        "position": "1",
        "panel": "sources",
        "hidden": "1",
        "minutes": "",
        "script": "两行\n讲解词",
    },
]
"""Two panels, and two shows that have them."""


def contents(pack: Path) -> dict[str, bytes]:
    """The files of a pack, folder or archive, by their names."""
    if pack.is_dir():
        return {p.name: p.read_bytes() for p in pack.iterdir()}
    with zipfile.ZipFile(pack) as file:
        return {name: file.read(name) for name in file.namelist()}
