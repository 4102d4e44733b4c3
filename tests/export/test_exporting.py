"""An export is written whole or not at all, and what was there is not damaged."""

import errno
import os
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from desktop import app
from desktop.briefing.briefing import Briefing
from desktop.briefing.citations import Evidence
from desktop.charts.theme import page_look
from desktop.exhibits.choice import Choice
from desktop.exhibits.compose import Composer
from desktop.exhibits.jobs import KINDS, ExportError, Job, kind_of
from desktop.exhibits.kinds import Listing
from desktop.exhibits.tables import table_of
from desktop.export.pictures import MOST_ROWS, exhibit_picture
from desktop.exporting import WRITERS, export, reason
from tests.packs import files_of, write_folder

SEED = app.bundled(*app.BUNDLED_PACK)


class Stopped(Exception):
    """What a cancelled worker's progress raises."""


def stop_at(step: int) -> object:
    calls = 0

    def progress(done: int, total: int) -> None:
        nonlocal calls
        calls += 1
        if calls > step:
            raise Stopped

    return progress


def test_each_kind_has_a_writer() -> None:
    assert list(WRITERS) == [kind.key for kind in KINDS]


@pytest.mark.parametrize("key", WRITERS)
def test_each_kind_is_written_and_told(key: str, pinghu: Briefing, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    path = tmp_path / f"a{kind_of(key).ending}"
    outcome = export(Job(key, Choice(), path), pinghu, SEED, lambda done, total: steps.append((done, total)))
    assert outcome.paths and all(written.exists() for written in outcome.paths)
    assert steps and (outcome.hidden, outcome.untranslated) == (0, 0)


@pytest.mark.parametrize("key", WRITERS)
@pytest.mark.parametrize("step", [0, 1, 5])
def test_a_cancelled_export_leaves_what_was_there(
    key: str, step: int, pinghu: Briefing, tmp_path: Path
) -> None:
    kind = kind_of(key)
    path = tmp_path / f"a{kind.ending}"
    old = path / "slide-01.png" if kind.folder else path
    old.parent.mkdir(exist_ok=True)
    old.write_bytes(b"old")
    with pytest.raises(Stopped):
        export(Job(key, Choice(), path), pinghu, SEED, stop_at(step))  # type: ignore[arg-type]
    assert old.read_bytes() == b"old"
    assert os.listdir(tmp_path) == [path.name] and (not kind.folder or os.listdir(path) == [old.name])


@pytest.mark.parametrize("key", WRITERS)
def test_a_place_that_cannot_be_written_to_is_said(key: str, pinghu: Briefing, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    path = tmp_path / "file" / f"a{kind_of(key).ending}"
    with pytest.raises(ExportError, match="file"):
        export(Job(key, Choice(), path), pinghu, SEED, lambda done, total: None)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (PermissionError(errno.EACCES, "denied"), "其他程序"),
        (OSError(errno.EROFS, "read-only"), "只读"),
        (OSError(errno.ENOSPC, "full"), "空间不足"),
        (FileNotFoundError(errno.ENOENT, "gone"), "不存在"),
        (IsADirectoryError(errno.EISDIR, "folder"), "同名|换一个名称"),
        (OSError(errno.EIO, "broken"), "broken"),
    ],
)
def test_why_it_could_not_be_written_is_said_plainly(error: OSError, said: str) -> None:
    words = reason(error, Path("/somewhere/简报.pdf"))
    assert any(part in words for part in said.split("|")) and "Errno" not in words


def test_a_full_disk_is_said_of_pictures_too(
    pinghu: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(ExportError, match="空间不足"):
        export(Job("slides.png", Choice(), tmp_path / "a"), pinghu, None, lambda done, total: None)
    assert not list(tmp_path.iterdir())


def test_an_exhibit_as_a_picture_has_title_and_sources(evidence: Evidence, composer: Composer) -> None:
    look = page_look("investment")
    for exhibit in composer.page("investment").exhibits:
        picture = exhibit_picture(exhibit, evidence, look, 640)
        assert picture.width() == 1280 and picture.height() > 200
        assert picture != QImage(picture.size(), picture.format())


def test_a_picture_of_a_long_table_is_not_endless(tmp_path: Path) -> None:
    from desktop.pack.loader import load

    rows = [{"id": f"f{n}", "name": f"设施{n}"} for n in range(5000)]
    loaded = load(write_folder(tmp_path, files_of({"facilities": rows})))
    assert loaded.briefing is not None
    evidence = Evidence(loaded.briefing)
    exhibits = [e for page in Composer(evidence).pages() for e in page.exhibits]
    listing = next(exhibit for exhibit in exhibits if isinstance(exhibit, Listing))
    assert exhibit_picture(listing, evidence, page_look("livelihood"), 640).height() < 2 * 60 * MOST_ROWS
    assert len(list(table_of(listing, evidence))) == 5001


def test_a_table_says_value_nature_and_proof(evidence: Evidence, composer: Composer) -> None:
    tables = [list(table_of(e, evidence)) for page in composer.pages() for e in page.exhibits]
    assert all(len({len(row) for row in table}) == 1 for table in tables)
    cells = {cell for table in tables for row in table for cell in row}
    assert {"1.66 亿美元", "+11.7%", "目标", "推算", "计划"} <= cells


@pytest.mark.parametrize(
    "error",
    [PermissionError(), FileNotFoundError(), FileExistsError(), OSError(28, "full"), OSError(5, "io")],
)
def test_a_reason_is_one_line_whatever_the_path_holds(error: OSError) -> None:
    told = reason(error, Path("/a\nb\x1b[31m/c\nd\u202e.pdf"))
    assert told.isprintable() or "\u3000" in told
