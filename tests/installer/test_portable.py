"""The portable folder: carried about under any name, and on a medium that cannot be written to."""

import json
import os
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.x_server import PATIENCE, Screen, eventually, needs

ROOT = Path(__file__).parents[2]
ENTRIES = [
    (ROOT / "desktop" / "zonebrief.desktop", "launch.sh"),
    (ROOT / "resources" / "installer" / "portable" / "launcher.desktop", "zonebrief.sh"),
]


@pytest.fixture(scope="module")
def stick(build: Callable[..., Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder, carried to another place."""
    build("portable", "--unpacked")
    (made,) = (ROOT / "build" / "installer" / "portable").glob("zonebrief-*")
    place = tmp_path_factory.mktemp("media") / "我的 U 盘" / "经开 简报"
    shutil.copytree(made, place)
    return place


def self_test(*command: str) -> dict[str, object]:
    environment = {"PATH": os.environ["PATH"], "HOME": "/nowhere", "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, cwd="/", check=False)
    report: dict[str, object] = json.loads(done.stdout)
    assert done.returncode == 0 and report["ok"], done.stdout + done.stderr
    return report


def test_it_runs_from_a_path_with_spaces_and_chinese_characters(stick: Path) -> None:
    report = self_test(str(stick / "zonebrief.sh"), "self-test", "--json")
    assert f"{stick}/settings (可写入)" in str(report["machine"])


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can mount a medium read-only")
def test_on_a_read_only_medium_it_runs_and_knows_that_it_cannot_write(stick: Path) -> None:
    if subprocess.run(["unshare", "--mount", "true"], check=False, capture_output=True).returncode:
        pytest.skip("mounts are not allowed here")
    script = (
        'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && exec "$1/zonebrief.sh" self-test --json'
    )
    report = self_test("unshare", "--mount", "sh", "-c", script, "sh", str(stick))
    assert f"{stick}/settings (不可写入)" in str(report["machine"])


@needs("Xvfb", "xdotool")
def test_its_settings_stay_beside_it(stick: Path, tmp_path: Path) -> None:
    screen = Screen(tmp_path, "1440x900")
    program = subprocess.Popen([stick / "zonebrief.sh"], env=screen.environment)
    try:
        eventually(lambda: screen.tool("search", "--onlyvisible", "--name", "经开简报"))
        window = screen.tool("search", "--onlyvisible", "--name", "经开简报").split()[0]
        screen.tool("windowfocus", "--sync", window)
        screen.tool("key", "ctrl+q")
        assert program.wait(PATIENCE) == 0
        assert (stick / "settings" / "zonebrief.ini").exists()
        assert not list(tmp_path.rglob("*.ini")), "nothing in the user's own folders"
    finally:
        program.kill()
        program.wait()
        screen.close()


@pytest.mark.parametrize(("entry", "script"), ENTRIES)
@pytest.mark.parametrize("files", [[], ["/我的 包/a b.zonebrief"]])
def test_a_double_click_starts_the_script_beside_the_entry(
    entry: Path, script: str, files: list[str], tmp_path: Path
) -> None:
    """As a desktop does: the field codes filled in, the line split by the rules of quoting."""
    folder = tmp_path / "源 码 'x'"
    folder.mkdir()
    shutil.copy(entry, folder)
    (folder / script).write_text('#!/bin/sh\nprintf "%s\\n" "$@" >"$(dirname "$0")/called"\n')
    (folder / script).chmod(0o755)
    line = next(line for line in entry.read_text(encoding="utf-8").splitlines() if line.startswith("Exec="))
    unescaped = line.removeprefix("Exec=").replace("\\\\", "\\").replace("\\$", "$")
    command = shlex.split(unescaped)
    place = command.index("%k")
    command = [*command[:place], str(folder / entry.name), *files]
    subprocess.run(command, check=True, cwd="/")
    assert (folder / "called").read_text().splitlines() == (files or [""])
    assert entry.stat().st_mode & 0o100
