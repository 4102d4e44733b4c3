"""The Debian package: built, told of, and proved on a clean machine."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from desktop.charts.theme import PAGE_ACCENTS
from resources.installer.build import private_python

ROOT = Path(__file__).parents[2]
PROOF_PATIENCE = 600
NO_ROOT = 3


@pytest.fixture(scope="module")
def dist(build: Callable[..., Path]) -> Path:
    return build("deb", "--twice")


@pytest.fixture(scope="module")
def package(dist: Path) -> Path:
    (found,) = dist.glob("*.deb")
    return found


@pytest.fixture(scope="module")
def unpacked(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("package") / "root"
    subprocess.run(["dpkg-deb", "-R", package, folder], check=True)
    return folder


def test_it_is_small_the_same_again_and_its_sums_are_right(dist: Path, package: Path) -> None:
    said = (dist / "said").read_text(encoding="utf-8")
    assert "made twice, the same files" in said
    assert package.stat().st_size <= 45_000_000
    installed = re.search(r"([\d.]+) MB  all, installed", said)
    assert installed and float(installed[1]) <= 190
    assert "the 10 largest files:" in said
    subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=dist, check=True, capture_output=True
    )


def test_the_bill_of_materials_names_everything_with_its_licence(dist: Path, unpacked: Path) -> None:
    (path,) = dist.glob("*.cdx.json")
    bill = json.loads(path.read_text(encoding="utf-8"))
    assert bill["bomFormat"] == "CycloneDX"
    components = {component["name"]: component for component in bill["components"]}
    assert {
        "Qt",
        "PySide6-Essentials",
        "CPython",
        "CPython library",
        "ICU",
        "Noto Sans SC",
        "libxcb-cursor0",
    } <= components.keys()
    texts = unpacked / "usr" / "share" / "doc" / "zonebrief" / "licences"
    for name, component in components.items():
        (licence,) = component["licenses"]
        assert "GPL-2.0-only" not in str(licence) and component["hashes"] and component["version"]
        assert list((texts / name.replace(" ", "-")).iterdir()), f"the licence text of {name}"


def test_it_holds_no_code_for_a_network_and_nothing_of_the_build(unpacked: Path) -> None:
    names = {path.name for path in unpacked.rglob("*")}
    assert not [name for name in names if name.startswith(("libreadline", "libcrypto", "libssl"))]
    assert not {"libQt6Network.so.6", "QtNetwork.abi3.so", "update.py", "launch.sh"} & names
    unpackers = {path.name for path in (unpacked / "usr" / "lib" / "zonebrief" / "lib").iterdir()}
    assert not [name for name in unpackers if name.startswith(("libbz2", "liblzma", "_bz2", "_lzma"))]
    assert not [path for path in unpacked.rglob("*.pyc") if str(ROOT).encode() in path.read_bytes()]


CHECKS = """
import sys
from pathlib import Path
from resources.installer import elf, sizes
tree, package = map(Path, sys.argv[1:])
{change}
elf.Binaries(tree).check()
print(sizes.check({{None: [path for path in tree.rglob("*") if path.is_file()]}}, package))
"""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("", "packed (at most 45)"),
        ("elf.NEWEST_SYMBOLS['GLIBC'] = (2, 13)", "zonebrief needs GLIBC_2."),
        ("elf.SYSTEM.pop('libxcb.so.1')", "libxcb.so.1 is needed of the system, and no package is known"),
        ("sizes.MOST_INSTALLED = 100_000_000", "too large: "),
        ("sizes.MOST_PACKED = 10_000_000", "too large: "),
    ],
)
def test_what_is_too_new_unknown_or_too_large_stops_the_build(
    package: Path, unpacked: Path, change: str, said: str
) -> None:
    tree = unpacked / "usr" / "lib" / "zonebrief"
    command = [str(private_python([])), "-c", CHECKS.format(change=change), str(tree), str(package)]
    steady = {"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, env=steady, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) is (not change) and said in done.stdout + done.stderr


@pytest.mark.parametrize("language", [[], ["--language", "en"]])
@pytest.mark.parametrize("asked", ["a.pptx", "a.xlsx", "a.docx", "a.pdf", "a.png --pages livelihood"])
def test_what_was_cut_away_is_not_missed_where_files_are_written(
    unpacked: Path, tmp_path: Path, asked: str, language: list[str]
) -> None:
    program = unpacked / "usr" / "lib" / "zonebrief" / "zonebrief"
    variables = {"HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen", "LANG": "C.UTF-8"}
    command = [str(program), "export", str(ROOT / "seeds" / "pinghu-2024"), *asked.split(), *language]
    done = subprocess.run(command, env=variables, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made = tmp_path / asked.split()[0]
    files = list(made.iterdir()) if made.is_dir() else [made]
    assert files and all(path.read_bytes().startswith((b"PK", b"%PDF", b"\x89PNG")) for path in files)


@pytest.mark.parametrize(
    ("name", "owner", "options", "file"),
    [
        ("desktop-file-validate", "desktop-file-utils", [], "applications/zonebrief.desktop"),
        (
            "appstreamcli",
            "appstream",
            ["validate", "--no-net"],
            "metainfo/org.example.zonebrief.metainfo.xml",
        ),
        ("man", "man-db", ["--warnings", "--local-file"], "man/man1/zonebrief.1.gz"),
        ("bash", "bash", ["-n"], "bash-completion/completions/zonebrief"),
    ],
)
def test_the_desktops_own_checkers_find_nothing(
    unpacked: Path, program: Callable[[str, str], str], name: str, owner: str, options: list[str], file: str
) -> None:
    command = [program(name, owner), *options, str(unpacked / "usr" / "share" / file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and not done.stderr, done.stdout + done.stderr


def test_lintian_finds_neither_errors_nor_warnings(package: Path, program: Callable[[str, str], str]) -> None:
    command = [program("lintian", "lintian"), "--allow-root", "--fail-on", "error,warning", str(package)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can make a clean machine")
def test_a_clean_machine_installs_runs_upgrades_and_purges_it(package: Path) -> None:
    command = ["sh", str(ROOT / "resources" / "installer" / "prove.sh"), str(package), "bookworm"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=PROOF_PATIENCE, check=False)
    if done.returncode == NO_ROOT:
        pytest.skip(done.stderr.strip().splitlines()[-1])
    assert done.returncode == 0, done.stdout + done.stderr
    for line in (
        "self-test no-network: fine",
        "no network socket",
        "self-test xvfb: fine",
        "nothing is left",
    ):
        assert line in done.stdout
    picture = QImage(str(package.parent / "proof" / "bookworm.png"))
    accent = QColor(PAGE_ACCENTS["industry"]).rgb()
    assert (picture.width(), picture.height()) == (1440, 900)
    assert any(picture.pixel(x, y) == accent for x in range(0, 1440, 4) for y in range(0, 900, 4))
