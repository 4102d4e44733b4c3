"""Shows are kept in the pack, folder or archive: whole or not at all, and nothing else in it changes."""

import csv
import errno
import io
import json
import os
import re
import sys
import zipfile
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path

import pytest
from frictionless import validate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import app
from desktop.briefing.records import Show
from desktop.pack import replacing
from desktop.pack.files import PackError
from desktop.pack.loader import load
from desktop.pack.writer import (
    copy_pack,
    read_shows,
    remove_show,
    rename_show,
    save_show,
    stamp,
)
from tests.packs import PANELS, SHOWS, contents, files_of, write_folder
from tests.packs import write_archive as zipped

GOOD = files_of({"panels": PANELS, "shows": SHOWS})
PLAIN = files_of({"panels": PANELS})
ROWS = (
    Show("随意", 1, "cover", minutes=Decimal("1.5")),
    Show("随意", 2, "industry/1", True, script="新词"),
)


def folder(path: Path, files: Mapping[str, bytes]) -> Path:
    return write_folder(path / "pack", files)


def archive(path: Path, files: Mapping[str, bytes]) -> Path:
    return zipped(path / "pack.zonebrief", {f"demo/{name}": content for name, content in files.items()})


def shows_of(pack: Path) -> Sequence[Show]:
    loaded = load(pack)
    assert loaded.briefing, loaded.faults
    return loaded.briefing.shows


both = pytest.mark.parametrize("made", [folder, archive])
Made = Callable[[Path, Mapping[str, bytes]], Path]


@both
def test_a_new_show_comes_back_as_it_was(made: Made, tmp_path: Path) -> None:
    pack = made(tmp_path, PLAIN)
    save_show(pack, "领导 10 分钟", ROWS)
    assert [(s.show, s.position, s.panel, s.hidden, s.minutes, s.script) for s in shows_of(pack)] == [
        ("领导 10 分钟", 1, "cover", False, Decimal("1.5"), ""),
        ("领导 10 分钟", 2, "industry/1", True, None, "新词"),
    ]


@both
def test_a_show_takes_the_place_of_the_one_with_its_name(made: Made, tmp_path: Path) -> None:
    pack = made(tmp_path, GOOD)
    save_show(pack, "甲", ROWS)
    assert [(s.show, s.panel) for s in shows_of(pack)] == [
        ("甲", "cover"),
        ("甲", "industry/1"),
        ("乙", "sources"),
    ]


@both
def test_a_show_goes_and_with_the_last_the_table(made: Made, tmp_path: Path) -> None:
    pack = made(tmp_path, GOOD)
    remove_show(pack, "甲")
    assert [s.show for s in shows_of(pack)] == ["乙"]
    remove_show(pack, "乙")
    assert not shows_of(pack) and not [name for name in contents(pack) if "shows" in name]
    with pytest.raises(PackError, match="no show “乙”"):
        remove_show(pack, "乙")


@both
def test_everything_else_keeps_its_bytes(made: Made, tmp_path: Path) -> None:
    pack = made(
        tmp_path,
        {**GOOD, "notes.bin": bytes(range(256)), "figures.csv": b"\xef\xbb\xbfid,subject,indicator\r\n"},
    )
    before = contents(pack)
    save_show(pack, "丙", ROWS)
    after = contents(pack)
    changed = {name for name in before if before[name] != after[name]}
    assert list(after) == list(before) or pack.is_dir()
    assert {name.rpartition("/")[2] for name in changed} == {"shows.csv", "datapackage.json"}


def test_an_archive_keeps_order_dates_and_comment(tmp_path: Path) -> None:
    pack = archive(tmp_path, PLAIN)
    with zipfile.ZipFile(pack, "a") as file:
        file.comment = "简报".encode()
        file.writestr(zipfile.ZipInfo("demo/old.txt", (1999, 1, 2, 3, 4, 6)), "x")
        names = file.namelist()
    save_show(pack, "甲", ROWS)
    with zipfile.ZipFile(pack) as file:
        assert file.comment == "简报".encode() and file.testzip() is None
        assert file.getinfo("demo/old.txt").date_time == (1999, 1, 2, 3, 4, 6)
        assert set(names) | {"demo/shows.csv"} == set(file.namelist())


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_other_rows_stay_to_the_byte(tmp_path: Path, mark: bytes, end: str) -> None:
    odd = ['position,"show",panel,script', '1,"甲",cover,"旧 ""词"" "', ' 2 ,  乙 ,sources,"a\n\nb"']
    text = end.join(odd)
    pack = folder(tmp_path, {**PLAIN, "shows.csv": mark + text.encode()})
    save_show(pack, "丙", ROWS[:1])
    written = (pack / "shows.csv").read_bytes()
    header, first, second = odd
    more = ",minutes"
    rows = [header + more, first + ",", second + ",", "1,丙,cover,,1.5", ""]
    assert written == mark + end.join(rows).encode()
    save_show(pack, "丙", [Show("丙", 1, "sources")])
    assert (pack / "shows.csv").read_bytes() == written.replace(
        "1,丙,cover,,1.5".encode(), "1,丙,sources,,".encode()
    )
    remove_show(pack, "丙")
    assert (pack / "shows.csv").read_bytes() == mark + (end.join(rows[:3]) + end).encode()
    assert [s.show for s in shows_of(pack)] == ["甲", "乙"]


def test_a_column_that_is_not_known_stays(tmp_path: Path) -> None:
    pack = folder(tmp_path, {**PLAIN, "shows.csv": "show,position,panel,备注\n甲,1,cover,勿删\n".encode()})
    save_show(pack, "乙", [Show("乙", 1, "cover")])
    assert (pack / "shows.csv").read_text(
        encoding="utf-8"
    ) == "show,position,panel,备注\n甲,1,cover,勿删\n乙,1,cover,\n"
    assert "备注" in (pack / "datapackage.json").read_text(encoding="utf-8")


def test_a_new_table_is_written_as_the_others_are(tmp_path: Path) -> None:
    marked = {name: b"\xef\xbb\xbf" + content.replace(b"\n", b"\r\n") for name, content in PLAIN.items()}
    pack = folder(tmp_path, marked)
    save_show(pack, "甲", ROWS)
    written = (pack / "shows.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf") and written.count(b"\n") == written.count(b"\r\n") == 3
    assert len(shows_of(pack)) == 2


def test_gb18030_becomes_utf8(tmp_path: Path) -> None:
    pack = folder(tmp_path, {**GOOD, "shows.csv": GOOD["shows.csv"].decode().encode("gb18030")})
    save_show(pack, "丙", ROWS)
    assert (pack / "shows.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert [s.script for s in shows_of(pack)][:2] == ["原词，“照旧”", "两行\n讲解词"]


def test_a_table_that_stands_elsewhere_stays_there(tmp_path: Path) -> None:
    descriptor = {
        "title": "区",
        "resources": [{"name": "shows", "path": "decks/a.csv", "title": "放映稿"}, 5],
    }
    files = {**PLAIN, "datapackage.json": json.dumps(descriptor).encode()}
    pack = folder(tmp_path, files)
    (pack / "decks").mkdir()
    (pack / "decks" / "a.csv").write_bytes(GOOD["shows.csv"])
    save_show(pack, "丙", ROWS)
    assert not (pack / "shows.csv").exists() and [s.show for s in shows_of(pack)][-1] == "丙"
    resources = json.loads((pack / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    assert resources[0]["title"] == "放映稿" and resources[0]["schema"]["fields"] and resources[1] == 5


CELLS = st.text(max_size=40) | st.sampled_from(
    ["=1+1", '"', '""', ",", "\n", "a\r\nb\rc", "-2", "@x", "，。“”", "'"]
)


def read_back(text: str) -> str:
    """Line ends alike, other breaks as spaces, nothing of what no screen shows."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub("[\x0b\x0c\x1c-\x1f\x85\u2028\u2029]", " ", text)
    return re.sub("[\x00-\x08\x0e-\x1b\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", "", text).strip()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=CELLS,
    script=CELLS,
    english=CELLS,
    minutes=st.none() | st.decimals(0, 600, places=2),
    hidden=st.booleans(),
)
def test_any_name_and_script_come_back(
    tmp_path: Path, name: str, script: str, english: str, minutes: Decimal | None, hidden: bool
) -> None:
    pack = folder(tmp_path, GOOD)
    show = Show(name, 7, "industry/1", hidden, minutes, script, twins={"script_en": english})
    if not read_back(name):
        with pytest.raises(PackError):
            save_show(pack, name, [show])
        return
    save_show(pack, name, [show])
    found = [s for s in shows_of(pack) if s.show == read_back(name)]
    assert [(s.position, s.hidden, s.minutes, s.script) for s in found] == [
        (7, hidden, minutes, read_back(script))
    ]
    assert found[0].twins.get("script_en", "") == read_back(english)
    rows = list(csv.reader(io.StringIO((pack / "shows.csv").read_text(encoding="utf-8"), newline="")))
    assert len({len(row) for row in rows}) == 1
    remove_show(pack, name)
    assert read_back(name) not in [s.show for s in shows_of(pack)]


def test_half_a_character_does_no_harm(tmp_path: Path) -> None:
    pack = folder(tmp_path, PLAIN)
    save_show(pack, "甲", [Show("甲", 1, "cover", script="a\ud800b")])
    assert shows_of(pack)[0].script == "a?b"


@both
def test_frictionless_finds_a_pack_with_shows_valid(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed = app.bundled(*app.BUNDLED_PACK)
    pack = made(tmp_path, {path.name: path.read_bytes() for path in seed.iterdir()})
    show = Show(
        "", 1, "industry/1", True, Decimal("0.5"), "词", twins={"script_en": "words", "script_ja": "言葉"}
    )
    save_show(pack, "外商，20 分钟", [show, Show("", 2, "cover")])
    if not pack.is_dir():
        with zipfile.ZipFile(pack) as file:
            file.extractall(tmp_path / "out")
        pack = tmp_path / "out" / "demo"
    monkeypatch.chdir(pack)
    report = validate("datapackage.json")
    assert report.valid, report.flatten(["rowNumber", "fieldName", "message"])


# whole or not at all


@both
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_crash_leaves_the_pack_as_it_was(
    made: Made, step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = made(tmp_path, GOOD)
    before = contents(pack)

    def crash(*given: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, step, crash)
    with pytest.raises(KeyboardInterrupt):
        save_show(pack, "甲", ROWS)
    assert contents(pack) == before and not list(tmp_path.rglob(".zonebrief-*"))


def test_a_crash_between_the_two_files_leaves_a_pack_that_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = folder(tmp_path, PLAIN)
    real = os.replace
    done: list[Path] = []

    def once(old: Path, new: Path) -> None:
        if done:
            raise KeyboardInterrupt
        done.append(new)
        real(old, new)

    monkeypatch.setattr(os, "replace", once)
    with pytest.raises(KeyboardInterrupt):
        save_show(pack, "甲", ROWS)
    assert [s.show for s in shows_of(pack)] == ["甲", "甲"]


@both
@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "x"), "disk is full"),
        (OSError(errno.EROFS, "x"), "nothing can be written"),
        (PermissionError(errno.EACCES, "x"), "nothing can be written"),
        (FileNotFoundError(errno.ENOENT, "x"), "is not there"),
        (OSError(errno.EIO, "Input/output error"), "cannot be written: Input/output error"),
    ],
)
def test_what_cannot_be_written_is_said_in_a_sentence(
    made: Made, error: OSError, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = made(tmp_path, GOOD)
    before = contents(pack)

    def refuse(*given: object) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(PackError, match=words):
        save_show(pack, "甲", ROWS)
    assert contents(pack) == before


def test_a_file_that_is_open_elsewhere_is_said_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    refused = replacing.refusal(Path("shows.csv"), PermissionError(errno.EACCES, "x"))
    assert "open in another program" in str(refused)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_place_where_nothing_can_be_written(tmp_path: Path) -> None:
    pack = folder(tmp_path, GOOD)
    pack.chmod(0o555)
    try:
        with pytest.raises(PackError, match="nothing can be written"):
            save_show(pack, "甲", ROWS)
    finally:
        pack.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="there are no such permissions")
def test_permissions_stay(tmp_path: Path) -> None:
    pack = folder(tmp_path, GOOD)
    (pack / "shows.csv").chmod(0o640)
    save_show(pack, "甲", ROWS)
    assert (pack / "shows.csv").stat().st_mode & 0o777 == 0o640


@both
def test_a_pack_that_is_gone_or_was_changed_is_left_alone(made: Made, tmp_path: Path) -> None:
    pack = made(tmp_path, GOOD)
    opened = stamp(pack)
    save_show(pack, "丙", ROWS, opened)
    before = contents(pack)
    with pytest.raises(PackError, match="changed in another program"):
        save_show(pack, "丁", ROWS, opened)
    with pytest.raises(PackError, match="changed in another program"):
        remove_show(pack, "丙", opened)
    assert contents(pack) == before
    save_show(pack, "丁", ROWS, stamp(pack))
    with pytest.raises(PackError, match="does not exist"):
        save_show(tmp_path / "nowhere", "丁", ROWS)


@both
def test_what_changes_while_it_is_written_is_left_alone(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = made(tmp_path, GOOD)
    real, touched = os.fsync, pack / "shows.csv" if pack.is_dir() else pack

    def meanwhile(handle: int) -> None:
        real(handle)
        os.utime(touched, ns=(1, 1))

    monkeypatch.setattr(os, "fsync", meanwhile)
    before = contents(pack)
    with pytest.raises(PackError, match="changed in another program"):
        save_show(pack, "甲", ROWS)
    assert contents(pack) == before


@both
@pytest.mark.parametrize(
    ("name", "rows", "words"),
    [
        ("甲", (), "at least one slide"),
        ("  ", ROWS, "cannot be written"),
        ("甲", [Show("甲", 1, "industry/9")], "no panel “industry/9”"),
        ("甲", [Show("甲", 1, "cover", script="长" * 10_001)], "longer than"),
        ("甲", [Show("甲", 1, "cover", minutes=Decimal(601))], "out of range"),
    ],
)
def test_what_would_not_open_again_is_not_written(
    made: Made, name: str, rows: Sequence[Show], words: str, tmp_path: Path
) -> None:
    pack = made(tmp_path, GOOD)
    before = contents(pack)
    with pytest.raises(PackError, match=words):
        save_show(pack, name, rows)
    assert contents(pack) == before


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    pack = folder(tmp_path, PLAIN)
    (pack / "shows.csv").symlink_to(tmp_path / "outside.csv")
    save_show(pack, "甲", ROWS)
    assert not (tmp_path / "outside.csv").exists() and len(shows_of(pack)) == 2


def test_a_show_is_renamed_where_it_stands_and_nothing_else_changes(tmp_path: Path) -> None:
    pack = write_folder(tmp_path / "pack", files_of({"panels": PANELS, "shows": SHOWS}))
    before = (pack / "shows.csv").read_text("utf-8")
    rename_show(pack, "甲", "丙")
    after = (pack / "shows.csv").read_text("utf-8")
    assert after == before.replace("甲,", "丙,")
    with pytest.raises(PackError):
        rename_show(pack, "甲", "丁")
    save_show(pack, "乙", [Show("乙", 1, "cover")])
    with pytest.raises(PackError, match="乙"):
        rename_show(pack, "丙", "乙")
    with pytest.raises(PackError):
        rename_show(pack, "丙", " ")


def test_the_shows_are_read_as_they_are_on_disk(tmp_path: Path) -> None:
    pack = write_folder(tmp_path / "pack", files_of({"panels": PANELS}))
    assert read_shows(pack) == ([], stamp(pack))
    save_show(pack, "乙", [Show("乙", 1, "cover")])
    shows, seen = read_shows(pack)
    assert [(row.show, row.panel) for row in shows] == [("乙", "cover")] and seen == stamp(pack)


@pytest.mark.parametrize("archived", [False, True])
def test_a_pack_is_copied_whole_into_a_folder_of_its_own(tmp_path: Path, archived: bool) -> None:
    files = files_of({"panels": PANELS, "shows": SHOWS}, document="原文")
    pack = zipped(tmp_path / "p.zonebrief", files) if archived else write_folder(tmp_path / "p", files)
    if not archived:
        (pack / "notes.txt").write_text("not of the pack")
    copy_pack(pack, tmp_path / "own")
    assert {p.name: p.read_bytes() for p in (tmp_path / "own").iterdir()} == files
    with pytest.raises(PackError, match="own"):
        copy_pack(pack, tmp_path / "own")


def test_a_users_own_file_beside_is_left_alone(tmp_path: Path) -> None:
    pack = folder(tmp_path, {**GOOD, "shows.csv.new": b"mine", "datapackage.json.new": b"mine too"})
    save_show(pack, "丙", ROWS)
    assert (pack / "shows.csv.new").read_bytes() == b"mine"
    assert (pack / "datapackage.json.new").read_bytes() == b"mine too"


@pytest.mark.skipif(os.name != "posix", reason="only POSIX syncs folders")
@both
def test_what_is_kept_outlasts_a_power_cut(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new content is on the disk before it takes the old one's place, and the folder after that."""
    pack = made(tmp_path, GOOD)
    home = pack if pack.is_dir() else tmp_path
    done: list[object] = []
    sync, replace = os.fsync, os.replace

    def synced(handle: int) -> None:
        done.append(os.fstat(handle).st_ino)
        sync(handle)

    def replaced(old: Path, new: Path) -> None:
        assert old.stat().st_ino in done
        done.append("replaced")
        replace(old, new)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", replaced)
    save_show(pack, "丙", ROWS)
    assert "replaced" in done and done[-1] == home.stat().st_ino


@both
def test_a_change_within_one_tick_of_the_clock_is_noticed(made: Made, tmp_path: Path) -> None:
    """As long as before, and of the same time."""
    pack = made(tmp_path, GOOD)
    opened = stamp(pack)
    file = pack / "shows.csv" if pack.is_dir() else pack
    before = file.stat()
    made(tmp_path, {**GOOD, "shows.csv": GOOD["shows.csv"].replace("甲".encode(), "子".encode())})
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    if pack.is_dir():
        assert file.stat().st_size == before.st_size
        os.utime(pack / "datapackage.json", ns=(opened[0][0], opened[0][0]))
    with pytest.raises(PackError, match="changed in another program"):
        save_show(pack, "丙", ROWS, opened)


@both
def test_the_state_that_is_given_back_is_that_of_the_pack(made: Made, tmp_path: Path) -> None:
    pack = made(tmp_path, GOOD)
    kept = save_show(pack, "丙", ROWS)
    assert kept == stamp(pack)
    kept = rename_show(pack, "丙", "丁", kept)
    kept = remove_show(pack, "丁", kept)
    assert kept == stamp(pack)


def test_an_archive_that_a_link_leads_to_stays_where_it_is(tmp_path: Path) -> None:
    pack, link = archive(tmp_path, GOOD), tmp_path / "link.zonebrief"
    link.symlink_to(pack)
    save_show(link, "丙", ROWS)
    assert link.is_symlink() and [s.show for s in shows_of(pack)][-1] == "丙"
