"""The project's frame: what it installs, on which machines, and what stands where."""

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parent.parent
HOUSE = {
    "LICENSE",
    "README.md",
    "desktop",
    "pyproject.toml",
    "requirements.lock",
    "resources",
    "seeds",
    "tests",
}
LOCKS = ("requirements.lock", "tests/requirements.lock")
# Below Python 3.14 everything must run on glibc 2.28 (UOS 20, Kylin V10, Debian 10); the Qt for 3.14 needs 2.34.
MACHINES = [
    *((python, "x86_64-manylinux_2_28") for python in ("3.11", "3.12", "3.13")),
    ("3.14", "x86_64-manylinux_2_34"),
    *((python, "x86_64-pc-windows-msvc") for python in ("3.11", "3.12", "3.13", "3.14")),
]
NO_NETWORK = ("failed to fetch", "error sending request", "dns error", "could not connect")


def resolve(lock: Path, python: str, platform: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Resolve a lock as another machine would, into an empty folder, installing nothing."""
    options = ["--dry-run", "--no-config", "--system-certs", "--require-hashes", "--only-binary", ":all:"]
    machine = ["--python-version", python, "--python-platform", platform, "--target", str(folder)]
    command = [sys.executable, "-m", "uv", "pip", "install", *options, *machine, "-r", str(lock)]
    impatient = {**os.environ, "UV_HTTP_RETRIES": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=impatient)
    if any(sign in done.stderr.lower() for sign in NO_NETWORK):
        pytest.skip("no network: whether the lock resolves was not tried")
    return done


@pytest.mark.parametrize(("python", "platform"), MACHINES)
@pytest.mark.parametrize("lock", LOCKS)
def test_the_lock_resolves(lock: str, python: str, platform: str, tmp_path: Path) -> None:
    done = resolve(ROOT / lock, python, platform, tmp_path)
    assert done.returncode == 0, done.stderr
    qt = "6.12" if python == "3.14" else "6.9.3"
    assert f"pyside6-essentials=={qt}" in done.stderr


def test_a_lock_that_lacks_a_hash_is_noticed(tmp_path: Path) -> None:
    lines = (ROOT / "requirements.lock").read_text().splitlines()
    lock = tmp_path / "requirements.lock"
    lock.write_text("\n".join(line for line in lines if "--hash" not in line).replace(" \\", ""))
    assert resolve(lock, "3.11", "x86_64-manylinux_2_28", tmp_path / "site").returncode != 0


@pytest.mark.parametrize("name", ["pyproject.toml", *LOCKS])
def test_no_registry_is_named(name: str) -> None:
    text = (ROOT / name).read_text()
    assert not [
        word for word in ("--index", "--find-links", "--trusted-host", "http://", "https://") if word in text
    ]


def test_the_checks_run_what_the_readme_says() -> None:
    command = "sh tests/run.sh"
    assert f"    {command}\n" in (ROOT / "README.md").read_text()
    assert (ROOT / ".ci" / "run").read_text().rstrip().endswith(command)


def test_nothing_else_stands_at_the_top() -> None:
    if not shutil.which("git") or not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: which files belong to the project is not known")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    tops = {name.split("/")[0] for name in listed.stdout.splitlines()}
    assert {top for top in tops if not top.startswith(".")} == HOUSE


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, unpacked."""
    folder = tmp_path_factory.mktemp("wheel")
    build = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run([sys.executable, *build], check=True, capture_output=True)
    with zipfile.ZipFile(next(folder.glob("zonebrief-*.whl"))) as wheel:
        wheel.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_brings_seeds_and_resources(installed: Path) -> None:
    assert {path.name for path in installed.iterdir() if not path.name.endswith(".dist-info")} == {"desktop"}
    for name in ("seeds/pinghu-2024/datapackage.json", "resources/fonts/NotoSansSC-Bold.ttf"):
        assert (installed / "desktop" / name).read_bytes() == (ROOT / name).read_bytes()
    assert not list(installed.rglob("launch.*"))


def test_the_wheel_runs_from_any_folder(installed: Path, tmp_path: Path) -> None:
    code = "import sys; from desktop.cli import main; sys.exit(main(['self-test']))"
    variables = {"PYTHONPATH": str(installed), "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-P", "-c", code], cwd=tmp_path, env=variables, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module", params=["Regular", "Bold"])
def font(request: pytest.FixtureRequest) -> Iterator[TTFont]:
    with TTFont(ROOT / "resources" / "fonts" / f"NotoSansSC-{request.param}.ttf", lazy=True) as font:
        yield font


def test_the_font_covers_names_kana_and_marks(font: TTFont) -> None:
    assert not [sign for sign in "镕堃喆平湖经开あア株①→≥○●…—～" if ord(sign) not in font.getBestCmap()]


def test_a_glyph_stands_for_one_character(font: TTFont) -> None:
    """Otherwise the text of a PDF holds ⼯ for 工 or 㬵 for 胶, and a search finds nothing."""
    glyphs = list(font.getBestCmap().values())
    assert len(glyphs) == len(set(glyphs))
    assert not [code for code in font.getBestCmap() if 0x2E80 <= code < 0x2FE0 or 0xF900 <= code < 0xFB00]


def test_digits_are_equally_wide(font: TTFont) -> None:
    assert len({font["hmtx"][font.getBestCmap()[ord(digit)]][0] for digit in "0123456789"}) == 1
