"""Zip archives with something wrong in one or two places that a reader trusts."""

import io
import struct
import warnings
import zipfile
from collections.abc import Mapping
from random import Random

METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
NAMES = (
    "figures.csv",
    "Figures.csv",
    "../a",
    "/a",
    "a\\b",
    "C:a",
    "a/",
    "",
    "con",
    "x" * 500,
    "datapackage.json",
    "é",
    "é",
)
LOCAL, CENTRAL, END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
FIELDS = {
    LOCAL: ((4, 2), (6, 2), (8, 2), (10, 4), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2)),
    CENTRAL: (
        *((4, 2), (6, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 4), (24, 4), (28, 2)),
        *((30, 2), (32, 2), (34, 2), (38, 4), (42, 4)),
    ),
    END: ((4, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2)),
}
"""By header, the place and the length of each of its numbers."""
VALUES = (0, 1, 7, 8, 9, 12, 14, 20, 99, 0x800, 0xFF, 0xFFFE, 0xFFFF, 2**31 - 1, 2**31, 2**32 - 2, 2**32 - 1)
EXTRAS = (
    b"", b"\x01\x00\x08\x00" + b"\xff" * 8, b"\x01\x00\x10\x00" + struct.pack("<QQ", 2**63, 2**64 - 1),
    b"\x01\x00\x00\x00", b"\x01\x00\xff\xff", b"\x01\x00\x18\x00" + struct.pack("<QQQ", 2**40, 1, 2**63 + 1), b"\x75\x70\x09\x00\x01abcdxyz?",
)  # fmt: skip


def archive_of(random: Random, files: Mapping[str, bytes]) -> bytes:
    """The files in an archive; what is wrong with it is chosen by `random`."""
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w") as archive:
        warnings.simplefilter("ignore")
        for name, content in files.items():
            if random.random() < 0.03:
                name = random.choice(NAMES)
            for _ in range(1 if random.random() < 0.98 else 2):
                _add(random, archive, name, content)
        if random.random() < 0.05:
            archive.comment = random.choice((b"x" * 65535, END, CENTRAL * 20))
    return _wrong(random, bytearray(stream.getvalue()))


def _add(random: Random, archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name or "?", (random.choice((1980, 2024, 2107)), 1, 1, 0, 0, 0))
    entry.compress_type = random.choice(METHODS) if random.random() < 0.05 else zipfile.ZIP_DEFLATED
    entry.external_attr = (
        random.choice((0, 0o120777 << 16, 0o10644 << 16, 16)) if random.random() < 0.05 else 0o644 << 16
    )
    if random.random() < 0.05:
        entry.extra = random.choice(EXTRAS)
    archive.writestr(entry, content)


def _wrong(random: Random, content: bytearray) -> bytes:
    kind = random.random()
    if kind < 0.55:
        for _ in range(random.randint(1, 3)):
            _change_field(random, content)
    elif kind < 0.65:
        for _ in range(random.randint(1, 6)):
            content[random.randrange(len(content))] = random.randrange(256)
    elif kind < 0.7:
        del content[random.randrange(len(content)) :]
    elif kind < 0.75:
        content[:0] = bytes(random.randrange(256) for _ in range(random.randint(1, 90)))
    elif kind < 0.8:
        start = random.randrange(len(content))
        del content[start : start + random.randint(1, 60)]
    return bytes(content)


def _change_field(random: Random, content: bytearray) -> None:
    head = random.choice(list(FIELDS))
    places = [n for n in range(len(content)) if content.startswith(head, n)]
    at, size = random.choice(FIELDS[head])
    value = random.choice(VALUES) if random.random() < 0.8 else random.getrandbits(32)
    place = random.choice(places) + at if places else 0
    content[place : place + size] = (value & ((1 << 8 * size) - 1)).to_bytes(size, "little")
