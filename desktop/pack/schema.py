"""The pack's descriptor, datapackage.json, made from the record types, so that the schema has one home.

`python -m desktop.pack.schema FOLDER` writes it anew for the tables that stand in a folder.
"""

import csv
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop.briefing.columns import LANGUAGES, Column
from desktop.briefing.records import RECORD_TYPES, table_columns
from desktop.pack.files import DESCRIPTOR

_TYPES = {"decimal": "number", "integer": "integer", "flag": "boolean"}


def table_schema(table: str, header: Sequence[str], tables: Sequence[str]) -> dict[str, Any]:
    """The Table Schema of a table that has the columns `header`, in a pack that holds `tables`."""
    columns = {c.name: c for c in table_columns(table)}
    twins = {f"{c.name}_{x}": (c, x) for c in columns.values() if c.translated for x in LANGUAGES}
    fields = [_field(columns[name]) if name in columns else _twin(name, *twins[name]) for name in header]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if "id" in header:
        schema["primaryKey"] = ["id"]
    keys = list(_foreign_keys(table, header, tables))
    return schema | ({"foreignKeys": keys} if keys else {})


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "title": column.title,
        "type": _TYPES.get(column.kind, "string"),
    }
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = [str(choice) for choice in column.choices]
    for name, limit in (("minimum", column.least), ("maximum", column.most)):
        if limit is not None:
            constraints[name] = int(limit)
    if column.kind == "date":
        field["description"] = "EDTF (ISO 8601-2)"
    return field | ({"constraints": constraints} if constraints else {})


def _twin(name: str, column: Column, language: str) -> dict[str, Any]:
    return {"name": name, "title": f"{column.title} ({language})", "type": "string"}


def _foreign_keys(table: str, header: Sequence[str], tables: Sequence[str]) -> Iterator[dict[str, Any]]:
    for column in table_columns(table):
        if column.refers in tables and column.name in header:
            target = "" if column.refers == table else column.refers
            yield {"fields": [column.name], "reference": {"resource": target, "fields": ["id"]}}


def describe(folder: Path, known: Mapping[str, Any]) -> dict[str, Any]:
    """The descriptor for the tables in `folder`; what is `known` of the pack (title, version …) is kept."""
    headers = {
        table: _header(folder / f"{table}.csv")
        for table in RECORD_TYPES
        if (folder / f"{table}.csv").is_file()
    }
    resources = [
        {
            "name": table,
            "path": f"{table}.csv",
            "profile": "tabular-data-resource",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": table_schema(table, header, list(headers)),
        }
        for table, header in headers.items()
    ]
    return {**known, "profile": "tabular-data-package", "resources": resources}


def _header(path: Path) -> list[str]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return next(csv.reader(stream))


def write_descriptor(folder: Path) -> None:
    """Write the descriptor of `folder` anew, beside first and then in place of the old one."""
    path = folder / DESCRIPTOR
    known = (
        json.loads(path.read_text(encoding="utf-8"))
        if path.exists()
        else {"name": folder.name, "title": folder.name}
    )
    beside = path.with_suffix(".new")
    beside.write_text(
        json.dumps(describe(folder, known), ensure_ascii=False, indent=2) + "\n", encoding="utf-8"
    )
    os.replace(beside, path)


if __name__ == "__main__":
    write_descriptor(Path(sys.argv[1]))
