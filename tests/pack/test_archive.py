"""Archives that lie about what is in them, or were made in ways that nobody needs: refused in a sentence, and cheaply."""

import struct
import warnings
import zipfile
from pathlib import Path
from time import process_time

import pytest

from desktop.pack.files import MOST_FILE_BYTES
from desktop.pack.loader import load
from tests.child import peak_memory
from tests.packs import figure, files_of, write_archive

GOOD = files_of({"figures": [figure()]})
CENTRAL, LOCAL, END = b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06"


def refused(path: Path, words: str) -> None:
    loaded = load(path)
    assert loaded.briefing is None
    (fault,) = loaded.faults
    assert words in fault.message and fault.message.isprintable()


def packed_by(path: Path, method: int, content: bytes) -> Path:
    write_archive(path, GOOD)
    with zipfile.ZipFile(path, "a", method) as archive:
        archive.writestr("facilities.csv", content)
    return path


def changed(path: Path, head: bytes, offset: int, value: bytes, last: bool = True) -> None:
    """Write `value` into the last header, or the first, that begins with `head`."""
    content = bytearray(path.read_bytes())
    at = (content.rfind if last else content.find)(head)
    content[at + offset : at + offset + len(value)] = value
    path.write_bytes(content)


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_file_that_is_not_stored_or_deflated_is_refused(tmp_path: Path, method: int) -> None:
    path = packed_by(tmp_path / "p.zonebrief", method, b"id,name\na,b\n")
    refused(path, "packed in a way that is not opened; make an ordinary zip")


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_the_two_usual_ways_are_opened(tmp_path: Path, method: int) -> None:
    assert load(packed_by(tmp_path / "p.zonebrief", method, b"id,name\na,b\n")).briefing


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.ZIP_DEFLATED])
def test_no_archive_takes_more_memory_than_its_files_may(tmp_path: Path, method: int) -> None:
    """Its headers tell of a small file that was hardly squeezed; what comes out is a thousand times larger."""
    path = packed_by(tmp_path / "p.zonebrief", method, b"\0" * (4 * MOST_FILE_BYTES))
    for offset, value in ((20, MOST_FILE_BYTES), (24, MOST_FILE_BYTES)):
        changed(path, CENTRAL, offset, struct.pack("<L", value))
    setup = "from pathlib import Path\nfrom desktop.pack.loader import load\nimport desktop.pack.archive\n"
    work = f"assert load(Path({str(path)!r})).briefing is None"
    assert peak_memory(setup, work) < MOST_FILE_BYTES + 20 * 2**20


@pytest.mark.parametrize("method", [9, 12, 14, 97, 99, 0xFFFF])
def test_a_way_of_packing_that_no_header_should_name_is_refused(tmp_path: Path, method: int) -> None:
    path = write_archive(tmp_path / "p.zonebrief", GOOD)
    changed(path, CENTRAL, 10, struct.pack("<H", method))
    refused(path, "packed in a way that is not opened")


def test_a_place_beyond_all_files_is_a_fault(tmp_path: Path) -> None:
    """The place of a file's own header, in the form for archives of very many bytes."""
    path = tmp_path / "p.zonebrief"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in GOOD.items():
            archive.writestr(name, content)
        entry = zipfile.ZipInfo("facilities.csv")
        entry.extra = struct.pack("<HHQ", 1, 8, 2**63 + 5)
        archive.writestr(entry, b"id,name\na,b\n")
    changed(path, CENTRAL, 42, struct.pack("<L", 0xFFFFFFFF))
    refused(path, "damaged")


def test_a_list_of_contents_without_end_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "p.zonebrief"
    entry = CENTRAL + struct.pack("<4B4HL2L5H2L", 20, 3, 20, 0, 0, 0, 0, 33, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0)
    whole = (entry + b"a") * 1_000_000
    end = END + struct.pack("<4H2LH", 0, 0, 0xFFFF, 0xFFFF, len(whole), 0, 0)
    path.write_bytes(whole + end)
    started = process_time()
    refused(path, "damaged")
    assert process_time() - started < 1


@pytest.mark.parametrize(
    "pair",
    [
        ("facilities.csv", "facilities.csv"),
        ("facilities.csv", "Facilities.CSV"),
        ("caf\u00e9.txt", "cafe\u0301.txt"),
    ],
)
def test_two_files_of_one_name_are_refused(tmp_path: Path, pair: tuple[str, str]) -> None:
    """No folder of Windows or macOS could hold both, and each program would read another one of them."""
    path = write_archive(tmp_path / "p.zonebrief", GOOD)
    with zipfile.ZipFile(path, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in pair:
            archive.writestr(name, b"id,name\na,b\n")
    refused(path, "stands in the pack twice")
