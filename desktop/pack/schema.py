"""The pack's descriptor, datapackage.json, made from the record types, so that the schema has one home.

`python -m desktop.pack.schema FOLDER` writes it anew for the tables that stand in a folder.
"""

import csv
import io
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from desktop.briefing.columns import LANGUAGES, Column
from desktop.briefing.records import RECORD_TYPES, table_columns
from desktop.disk.beside import writing_beside
from desktop.pack.files import DESCRIPTOR, PackError
from desktop.pack.tables import known_columns
from desktop.pack.texts import decode
from desktop.quantities.language import tr

_TYPES = {"decimal": "number", "integer": "integer", "flag": "boolean"}


def table_schema(table: str, header: Sequence[str], tables: Sequence[str]) -> dict[str, Any]:
    """The Table Schema of a table that has the columns `header`, in a pack that holds `tables`."""
    columns = {c.name: c for c in table_columns(table)}
    twins = {f"{c.name}_{x}": (c, x) for c in columns.values() if c.translated for x in LANGUAGES}
    fields = [_any_field(name, columns, twins) for name in header]
    schema: dict[str, Any] = {"fields": fields, "missingValues": [""]}
    if "id" in header:
        schema["primaryKey"] = ["id"]
    keys = list(_foreign_keys(table, header, tables))
    return schema | ({"foreignKeys": keys} if keys else {})


def _any_field(
    name: str, columns: Mapping[str, Column], twins: Mapping[str, tuple[Column, str]]
) -> dict[str, Any]:
    if name in columns:
        return _field(columns[name])
    return _twin(name, *twins[name]) if name in twins else {"name": name, "type": "string"}


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
    resources = [_resource(table, f"{table}.csv", header, list(headers)) for table, header in headers.items()]
    return {**known, "profile": "tabular-data-package", "resources": resources}


def _resource(table: str, path: str, header: Sequence[str], tables: Sequence[str]) -> dict[str, Any]:
    return {
        "name": table,
        "path": path,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": table_schema(table, header, tables),
    }


def with_table(descriptor: Mapping[str, Any], table: str, path: str, header: Sequence[str]) -> dict[str, Any]:
    """The descriptor once `table` stands at `path` with these columns; what else it says is kept."""
    resources = resources_of(descriptor)
    names = [_name(resource) for resource in resources]
    made = _resource(table, path, header, [str(name) for name in names])
    if table in names:
        at = names.index(table)
        # What is said of the old bytes no longer holds.
        known = {
            key: value for key, value in resources[at].items() if key not in ("bytes", "hash", "encoding")
        }
        resources[at] = {**known, **made}
    else:
        resources.append(made)
    return {**descriptor, "resources": resources}


def without_table(descriptor: Mapping[str, Any], table: str) -> dict[str, Any]:
    """The descriptor once `table` is gone."""
    kept = [resource for resource in resources_of(descriptor) if _name(resource) != table]
    return {**descriptor, "resources": kept} if "resources" in descriptor else dict(descriptor)


def resources_of(descriptor: Mapping[str, Any]) -> list[Any]:
    """What the descriptor lists; nothing is known of what each entry is."""
    resources = descriptor.get("resources")
    return list(resources) if isinstance(resources, list) else []


def _name(resource: Any) -> Any:
    return resource.get("name") if isinstance(resource, dict) else None


def _header(path: Path) -> list[str]:
    text = decode(path.name, path.read_bytes()).text
    return [cell.strip() for cell in next(csv.reader(io.StringIO(text, newline="")), ())]


def write_descriptor(folder: Path) -> None:
    """Write the descriptor of `folder` anew, whole or not at all."""
    path = folder / DESCRIPTOR
    known = (
        json.loads(path.read_text(encoding="utf-8"))
        if path.exists()
        else {"name": folder.name, "title": folder.name}
    )
    with writing_beside(path) as temporary:
        temporary.write_text(descriptor_text(describe(folder, known)), encoding="utf-8")


def descriptor_text(descriptor: Mapping[str, Any]) -> str:
    return json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"


def _run(arguments: Sequence[str]) -> int:
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print("usage: python -m desktop.pack.schema FOLDER", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    try:
        write_descriptor(folder)
    except (PackError, ValueError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    for table in RECORD_TYPES:
        path = folder / f"{table}.csv"
        header = _header(path) if path.is_file() else []
        for name in (name for name in header if name not in known_columns(table)):
            print(
                tr(
                    "{table}.csv: the app does not know the column “{name}”; take it out.",
                    table=table,
                    name=name,
                )
            )
    return 0


if __name__ == "__main__":
    sys.exit(_run(sys.argv[1:]))
