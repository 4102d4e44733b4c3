"""`zonebrief export PACK OUT` writes what the ending of OUT names, and says in plain words what it cannot do."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from desktop import app
from desktop.exhibits.jobs import KINDS
from tests.packs import figure, files_of, write_folder

ROOT = Path(__file__).resolve().parents[2]
SEED = app.bundled(*app.BUNDLED_PACK)


def export(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "desktop", "export", *map(str, arguments)]
    variables = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    return subprocess.run(
        command, cwd=ROOT, env=variables, capture_output=True, text=True, timeout=120, check=False
    )


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """Two pages, and a show that hides one slide."""
    places = ["cover", "industry/1", "industry/2", "sources"]
    tables = {
        "figures": [figure(), figure(id="visits", value="300", unit="次", bound="over", quote="300余次")],
        "panels": [
            {
                "page": page,
                "position": str(n),
                "kind": "cards",
                "title": f"{page}甲{n}",
                "items": "fdi visits",
            }
            for page in ("industry", "investment")
            for n in (1, 2)
        ],
        "shows": [
            {
                "show": "外宾",
                "position": str(n),
                "panel": place,
                "hidden": "true" if place == "industry/2" else "",
            }
            for n, place in enumerate(places, start=1)
        ],
    }
    return write_folder(tmp_path / "pack", files_of(tables))


@pytest.mark.parametrize("ending", sorted({kind.ending for kind in KINDS if not kind.folder}))
def test_the_ending_chooses(ending: str, tmp_path: Path) -> None:
    out = tmp_path / f"简报{ending.upper()}"
    done = export(SEED, out)
    assert (done.returncode, done.stdout.strip(), done.stderr) == (0, str(out), "")
    assert os.listdir(tmp_path) == [out.name]


def test_pictures_of_slides_and_pages_have_the_size_that_was_asked(tmp_path: Path, pack: Path) -> None:
    folder = tmp_path / "out.png"
    done = export(pack, folder, "--size", "800x600", "--pages", "industry")
    names = sorted(path.name for path in folder.iterdir())
    assert sorted(Path(line).name for line in done.stdout.splitlines()) == names
    assert names == ["1-industry.png", *(f"slide-0{n}.png" for n in range(1, 6))]
    assert {QImage(str(path)).size() for path in folder.iterdir()} == {QSize(800, 600)}


def test_a_show_leaves_out_what_it_hides_and_says_so(tmp_path: Path, pack: Path) -> None:
    done = export(pack, tmp_path / "a.png", "--show", "外宾")
    assert done.returncode == 0 and len(os.listdir(tmp_path / "a.png")) == 3
    assert "1 张隐藏的幻灯片" in done.stderr


@pytest.mark.parametrize(
    ("ending", "said"), [(".pptx", "仍为隐藏"), (".docx", "已略去 1 张"), (".pdf", "已略去 1 张")]
)
def test_each_kind_says_what_becomes_of_hidden_slides(
    ending: str, said: str, tmp_path: Path, pack: Path
) -> None:
    done = export(pack, tmp_path / f"a{ending}", "--show", "外宾")
    assert done.returncode == 0 and said in done.stderr


def test_english_says_how_much_stays_chinese(tmp_path: Path, pack: Path) -> None:
    done = export(pack, tmp_path / "a.pdf", "--language", "en")
    assert done.returncode == 0 and "stay Chinese" in done.stderr
    done = export(SEED, tmp_path / "b.pdf", "--language", "en", "--pages", "产业,Investment")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["a.odt"], ".docx" if any(k.ending == ".docx" for k in KINDS) else ".xlsx"),
        (["a.pdf", "--show", "内宾"], "外宾"),
        (["a.pdf", "--pages", "农业"], "investment"),
        (["a.pdf", "--pages", ","], "investment"),
        (["a.png", "--size", "1x1"], "320x200"),
        (["a.png", "--handout"], "--handout"),
        (["a.xlsx", "--pages", "industry"], "整个简报包"),
        (["a.zonebrief", "--show", "外宾"], "整个简报包"),
        (["a.zonebrief", "--language", "en"], "--language"),
        (["a.pdf", "--language", "fr"], "zh"),
    ],
)
def test_wrong_use_says_what_would_be_right(
    arguments: list[str], said: str, tmp_path: Path, pack: Path
) -> None:
    done = export(pack, tmp_path / arguments[0], *arguments[1:])
    assert done.returncode == 2 and said in done.stderr
    assert os.listdir(tmp_path) == ["pack"]


@pytest.mark.parametrize("ending", sorted({kind.ending for kind in KINDS if not kind.folder}))
def test_a_pack_with_faults_and_a_folder_that_is_missing_are_said(ending: str, tmp_path: Path) -> None:
    done = export(tmp_path, tmp_path / f"a{ending}")
    assert done.returncode == 1 and "datapackage.json" in done.stderr
    done = export(SEED, tmp_path / "nowhere" / f"a{ending}")
    assert done.returncode == 1 and "不存在" in done.stderr and "Traceback" not in done.stderr
    assert not os.listdir(tmp_path)
