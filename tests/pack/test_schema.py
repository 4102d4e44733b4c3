"""The descriptor is written anew whatever columns the tables have."""

import json
import subprocess
import sys
from pathlib import Path

from tests.packs import files_of, write_folder

ROOT = Path(__file__).resolve().parents[2]


def test_an_unknown_column_is_described_as_text_and_named(tmp_path: Path) -> None:
    files = files_of({"figures": [{"id": "a", "备注": "x"}]})
    files["figures.csv"] = files["figures.csv"].decode().encode("gb18030")
    folder = write_folder(tmp_path, files)
    command = [sys.executable, "-m", "desktop.pack.schema", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0 and "备注" in done.stdout, done.stderr
    resources = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    figures = next(r for r in resources if r["name"] == "figures")
    assert {"name": "备注", "type": "string"} in figures["schema"]["fields"]
