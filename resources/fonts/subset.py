"""Make the two fonts of the app from the full Noto Sans SC: `python subset.py ARCHIVE`.

The archive is what `npm pack @expo-google-fonts/noto-sans-sc@0.4.3` fetches; it gives the same bytes each time.
"""

import hashlib
import io
import sys
import tarfile
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

ARCHIVE_SHA256 = "0d69d0f4971d2ff574e3d93cbc218dc950bf3f3f8f8e2c008d97687ed53aee59"
WEIGHTS = {
    "NotoSansSC-Regular.ttf": "package/400Regular/NotoSansSC_400Regular.ttf",
    "NotoSansSC-Bold.ttf": "package/700Bold/NotoSansSC_700Bold.ttf",
}
# Radicals and compatibility ideographs: the text of a PDF would hold ⼯ (U+2F2F) where 工 was meant.
LEFT_OUT = (range(0x2E80, 0x2FE0), range(0xF900, 0xFB00))
# Not locl: its digits beside Latin letters have no character, so the “3+X” of a PDF would read “+X”.
FEATURES = ["kern", "mark", "ccmp"]


def subset(font: TTFont) -> None:
    options = Options(
        hinting=False,
        layout_features=FEATURES,
        drop_tables=["BASE", "STAT", "vhea", "vmtx"],
        name_IDs=[0, 1, 2, 3, 4, 5, 6, 13, 14],
        notdef_outline=True,
        glyph_names=False,
    )
    subsetter = Subsetter(options)
    left_out = {code for block in LEFT_OUT for code in block}
    subsetter.populate(unicodes=font.getBestCmap().keys() - left_out)
    subsetter.subset(font)


def part(font: TTFont) -> None:
    """Give each character a glyph of its own: Qt's PDF text names the lowest that shares it, 㬵 for 胶, ∕ for ／."""
    tables = [table for table in font["cmap"].tables if table.isUnicode() and table.format != 14]
    shared: dict[str, list[int]] = {}
    for code, glyph in sorted(font.getBestCmap().items()):
        shared.setdefault(glyph, []).append(code)
    copies = {code: (glyph, f"{glyph}.u{code:04X}") for glyph, codes in shared.items() for code in codes[1:]}
    for code, (glyph, copy) in copies.items():
        font["glyf"][copy] = font["glyf"][glyph]
        font["hmtx"][copy] = font["hmtx"][glyph]
        for table in tables:
            if code in table.cmap:
                table.cmap[code] = copy


def read(package: tarfile.TarFile, name: str) -> bytes:
    member = package.extractfile(name)
    assert member is not None, f"{name} is a file"
    return member.read()


def main(archive: Path) -> None:
    """Write the fonts and their licence beside this file; any other archive is an error."""
    content = archive.read_bytes()
    if hashlib.sha256(content).hexdigest() != ARCHIVE_SHA256:
        raise SystemExit(f"{archive} is not @expo-google-fonts/noto-sans-sc 0.4.3")
    here = Path(__file__).parent
    with tarfile.open(fileobj=io.BytesIO(content)) as package:
        (here / "OFL.txt").write_bytes(read(package, "package/LICENSE_FONT"))
        for name, source in WEIGHTS.items():
            font = TTFont(io.BytesIO(read(package, source)), recalcTimestamp=False)
            subset(font)
            part(font)
            font.save(here / name)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
