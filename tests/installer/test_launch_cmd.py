"""The launcher for Windows, with a stub in Python's place, under wine: its certutil prints nothing."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.installer.test_windows import COMPILER, WINE

ROOT = Path(__file__).parents[2]
SUM = "0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f9"
STUB = r"""
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>
static void path(char *made, const char *folder, const char *name) { sprintf(made, "%s\\%s", folder, name); }
int main(int count, char **given) {
    char place[1024], own[1024];
    FILE *file;
    const char *calls = getenv("CALLS");
    if (count > 3 && strstr(given[3], "hashlib")) { puts("@SUM@"); return 0; }
    if (count > 3 && strstr(given[2], "import")) return 0;
    if ((file = fopen(calls, "a"))) { fprintf(file, "%s\n", GetCommandLineA()); fclose(file); }
    if (count > 5 && strstr(given[4], "environment.py")) {
        char *at = given[5];
        while ((at = strchr(at + 1, '\\'))) { *at = 0; CreateDirectoryA(given[5], NULL); *at = '\\'; }
        CreateDirectoryA(given[5], NULL);
        path(place, given[5], "Scripts");
        CreateDirectoryA(place, NULL);
        GetModuleFileNameA(NULL, own, sizeof own);
        path(place, given[5], "Scripts\\python.exe");
        CopyFileA(own, place, FALSE);
        path(place, given[5], "ready");
        fclose(fopen(place, "w"));
    }
    return 0;
}
"""


@pytest.mark.skipif(
    not WINE or not shutil.which(COMPILER), reason=f"wine64 and {COMPILER} are not installed here"
)
def test_where_certutil_says_nothing_the_environment_has_a_sound_name(tmp_path: Path) -> None:
    """A comma in the path of Qt's libraries keeps Qt from finding its plugins."""
    (tmp_path / "stub.c").write_text(STUB.replace("@SUM@", SUM))
    programs = tmp_path / "programs"
    programs.mkdir()
    subprocess.run([COMPILER, "-s", "-o", programs / "python.exe", tmp_path / "stub.c"], check=True)
    checkout = tmp_path / "checkout 1"
    (checkout / "desktop").mkdir(parents=True)
    for name in ("desktop/launch.cmd", "requirements.lock"):
        shutil.copy(ROOT / name, checkout / name)
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "USER", "LOGNAME")}
    own = {
        "WINEPREFIX": str(tmp_path / "wine"),
        "WINEDEBUG": "-all",
        "LANG": "C.UTF-8",
        "HOME": str(tmp_path),
    }
    own |= {
        "WINEPATH": f"Z:{programs}".replace("/", "\\"),
        "CALLS": f"Z:{tmp_path / 'calls'}".replace("/", "\\"),
    }
    launch = [
        str(WINE),
        "cmd",
        "/c",
        f"Z:{checkout / 'desktop' / 'launch.cmd'}".replace("/", "\\"),
        "check",
        "a",
    ]
    for _ in range(2):
        done = subprocess.run(launch, env=kept | own, capture_output=True, timeout=300, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    calls = (tmp_path / "calls").read_text().splitlines()
    assert sum("environment.py" in call for call in calls) == 1, "the second start makes nothing"
    (ready,) = (tmp_path / "wine").rglob("ready")
    assert ready.parent.name == f"env-{SUM[:8]}"
    assert calls[-1].endswith(f'\\env-{SUM[:8]}\\Scripts\\python.exe" -P -m desktop check a')
