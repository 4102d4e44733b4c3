"""Bring the translation up to date with the source: `python resources/translations/update.py`.

Collects every string that the code gives to `tr` or `mark`, keeps what is translated already in the .ts file,
adds what is new as unfinished, drops what is gone, and compiles the .qm file that the app reads.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).resolve().parent
CODE = HERE.parents[1] / "desktop"
CONTEXT = "ZoneBrief"
LANGUAGE = "zh_CN"
FUNCTIONS = ("tr", "mark", "_")


def strings_in_code() -> list[str]:
    """Every source string, sorted, each once."""
    found: set[str] = set()
    for path in sorted(CODE.rglob("*.py")):
        found.update(_strings(ast.parse(path.read_text(encoding="utf-8"))))
    return sorted(found)


def _strings(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in FUNCTIONS
            and node.args
        ):
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def translations() -> dict[str, str]:
    """What is translated already, by source string."""
    path = HERE / f"zonebrief_{LANGUAGE}.ts"
    if not path.exists():
        return {}
    messages = ElementTree.parse(path).getroot().iter("message")
    return {m.findtext("source", ""): m.findtext("translation", "") for m in messages}


def write(known: dict[str, str]) -> list[str]:
    """Write the .ts file and compile it; returns the strings that have no translation."""
    root = ElementTree.Element("TS", version="2.1", language=LANGUAGE, sourcelanguage="en")
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    missing = []
    for source in strings_in_code():
        message = ElementTree.SubElement(context, "message")
        ElementTree.SubElement(message, "source").text = source
        translation = ElementTree.SubElement(message, "translation")
        translation.text = known.get(source, "")
        if not translation.text:
            translation.set("type", "unfinished")
            missing.append(source)
    ElementTree.indent(root)
    path = HERE / f"zonebrief_{LANGUAGE}.ts"
    text = (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
        + ElementTree.tostring(root, encoding="unicode")
        + "\n"
    )
    path.write_text(text, encoding="utf-8")
    subprocess.run(
        ["pyside6-lrelease", "-silent", str(path), "-qm", str(path.with_suffix(".qm"))], check=True
    )
    return missing


if __name__ == "__main__":
    unfinished = write(translations())
    print("\n".join(unfinished))
    sys.exit(1 if unfinished else 0)
