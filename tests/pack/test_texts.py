"""What no screen and no file of another program can hold stops at the gate: when it is read, once."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.briefing.records import Show
from desktop.pack.loader import load
from desktop.pack.texts import DEEPEST, decode
from desktop.pack.writer import save_show
from tests.packs import ARTICLE, PANELS, figure, files_of, table, write_archive, write_folder

GOOD = files_of({"figures": [figure()]})
PATIENCE = 30


def described(**more: object) -> dict[str, bytes]:
    return {**GOOD, "datapackage.json": json.dumps({"title": "区", **more}).encode()}


def check(pack: str | Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    """What a person sees who checks the pack on the command line."""
    command = [sys.executable, "-m", "desktop", "check", str(pack), *options]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(command, env=environment, capture_output=True, timeout=PATIENCE, check=False)


@pytest.mark.parametrize("sign", ["\x01", "\x08", "\x1b", "\x7f", "\x9f", "\u202e", "\ufffe", "\uffff"])
def test_a_sign_that_cannot_be_shown_is_left_out_and_told(tmp_path: Path, sign: str) -> None:
    rows = {"figures": [figure(indicator=f"实到{sign}外资")]}
    files = files_of(rows, document=ARTICLE.replace("实到", f"实{sign}到"))
    loaded = load(write_folder(tmp_path / "f", files))
    assert loaded.briefing, loaded.faults
    assert loaded.briefing.figures[0].indicator == "实到外资"
    told = f"such as U+{ord(sign):04X}; they were left out."
    assert [notice.split()[0] for notice in loaded.notices if told in notice] == [
        "“figures.csv”",
        "“news.txt”",
    ]


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_a_break_of_another_program_is_a_space_and_breaks_no_row(sign: str) -> None:
    text = decode("a.csv", f"a,b\n1,2{sign}3\n".encode())
    assert text.text == "a,b\n1,2 3\n" and not text.notices


@pytest.mark.parametrize("key", ["title", "name", "version"])
@pytest.mark.parametrize("sign", ["\x01", "\x0b", "\n", "\t", "\u202e", "\ud800"])
def test_the_descriptor_names_things_in_one_line(tmp_path: Path, key: str, sign: str) -> None:
    (fault,) = load(write_folder(tmp_path / "f", described(**{key: f"甲{sign}乙"}))).faults
    assert fault.message == f"“{key}” in datapackage.json has to be a short text of one line"


def test_half_a_letter_breaks_neither_the_report_nor_a_saved_show(tmp_path: Path) -> None:
    files = {
        **files_of({"panels": PANELS}),
        "datapackage.json": b'{"title": "x", "k\\ud800": ["\\udfff"]}',
    }
    pack = write_folder(tmp_path / "f", files)
    save_show(pack, "甲", [Show("甲", 1, "cover")])
    assert load(pack).briefing
    wrong = write_folder(tmp_path / "g", described(zonebrief={"format": "\ud800"}))
    done = check(wrong, "--json")
    assert done.returncode == 1 and not done.stderr
    assert "format \ufffd" in json.loads(done.stdout)["faults"][0]["message"] or "�" in done.stdout.decode()


@pytest.mark.parametrize("deep", [DEEPEST + 1, 500, 20_000])
def test_what_is_nested_too_deeply_is_a_fault(tmp_path: Path, deep: int) -> None:
    text = b'{"title": "x", "a": ' + b"[" * deep + b"]" * deep + b"}"
    (fault,) = load(write_folder(tmp_path / "f", {**GOOD, "datapackage.json": text})).faults
    assert "is no valid JSON" in fault.message


def test_what_is_nested_a_little_is_written_again(tmp_path: Path) -> None:
    deep = DEEPEST - 2
    text = b'{"title": "x", "a": ' + b"[" * deep + b"]" * deep + b"}"
    pack = write_folder(tmp_path / "f", {**files_of({"panels": PANELS}), "datapackage.json": text})
    save_show(pack, "甲", [Show("甲", 1, "cover")])
    assert [s.show for s in load(pack).briefing.shows] == ["甲"]  # type: ignore[union-attr]


@pytest.mark.parametrize("number", [b"1" + b"0" * 5000, b"-1e999", b"NaN", b"1" * 4000, b"true", b"0", b"-3"])
def test_a_format_that_is_no_small_number_is_a_fault(tmp_path: Path, number: bytes) -> None:
    text = b'{"title": "x", "zonebrief": {"format": ' + number + b"}}"
    loaded = load(write_folder(tmp_path / "f", {**GOOD, "datapackage.json": text}))
    assert loaded.briefing is None and all(fault.message.isprintable() for fault in loaded.faults)


def test_every_message_is_one_line(tmp_path: Path) -> None:
    rows = [figure(value="1\n2", unit="亿\n元", period="2024\r\n", bound="a\nb")]
    header = table([{"id": "a", "title": "x", "lost\ncolumn": "y"}]).encode()
    faults = load(write_folder(tmp_path / "f", {**files_of({"figures": rows}), "sources.csv": header})).faults
    assert len(faults) > 3
    assert not [part for fault in faults for part in fault if isinstance(part, str) and "\n" in part]


@pytest.mark.skipif(sys.platform == "win32", reason="no path of Windows holds such")
@pytest.mark.parametrize("name", ["a\nb", "a\x1b[31mb", "a\u202eb", "a\udce4b"])
@pytest.mark.parametrize("there", [False, True])
def test_a_path_with_signs_is_told_plainly(tmp_path: Path, name: str, there: bool) -> None:
    pack = tmp_path / name
    if there:
        pack.write_bytes(b"no pack")
    done = check(os.fsdecode(os.fsencode(pack)))
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 1 and not done.stderr and len(lines) == 2
    assert "a?" in lines[0] and all(line.isprintable() for line in lines)


# what is no file


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket has room for a short path only
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none in folders")
@pytest.mark.parametrize("make", [_pipe, _socket])
@pytest.mark.parametrize("name", ["pack", "figures.csv", "news.txt", "datapackage.json"])
def test_a_pipe_or_socket_is_refused_at_once(tmp_path: Path, make: object, name: str) -> None:
    pack = tmp_path / "p"
    if name != "pack":
        write_folder(pack, files_of({"figures": [figure()]}, document=ARTICLE))
        (pack / name).unlink()
    place = pack if name == "pack" else pack / name
    make(place)  # type: ignore[operator]
    done = check(pack)
    words = "不是普通文件" if name != "datapackage.json" else "其中没有"
    assert done.returncode == 1 and words in done.stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none")
def test_a_device_is_refused_at_once(tmp_path: Path) -> None:
    assert "不是普通文件" in check("/dev/zero").stdout.decode()
    assert "不是普通文件" in check("/dev/stdin").stdout.decode()


@pytest.mark.parametrize("name", ["con", "AUX.csv", "a/nul.txt", "COM1", "lpt9.tar.gz"])
def test_a_name_that_is_a_device_on_windows_is_refused(tmp_path: Path, name: str) -> None:
    source = table([{"id": "news", "title": "x", "path": f"{name}.txt"}]).encode()
    (fault,) = load(write_folder(tmp_path / "f", {**GOOD, "sources.csv": source})).faults
    assert "is a pipe or a device" in fault.message
    (fault,) = load(write_archive(tmp_path / "p.zonebrief", {**GOOD, name: b"x"})).faults
    assert "is a pipe or a device" in fault.message
