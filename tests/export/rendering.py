"""The Office files as LibreOffice shows them, as contact sheets of small pictures.

`python tests/export/rendering.py` renews the approved ones beside this file; look at each page before you commit them.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageChops, ImageFilter, ImageStat

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from desktop import app
from desktop.exhibits.choice import Choice
from desktop.exhibits.jobs import Job
from desktop.exporting import export
from desktop.pack.loader import load

APPROVED = Path(__file__).parent / "approved"
ENDINGS = ("pptx", "xlsx", "docx")
PROGRAMS = ("soffice", "pdftoppm")
WIDTH = 200
"""Pixels of a page."""
ACROSS = 6
SHIFT = 8
"""Pixels that anything may stand higher or lower: versions of LibreOffice set rows and lines a little differently."""
NEIGHBOURHOOD = 8
"""Pixels to each side over which a difference is averaged, so that type may be drawn differently and a chart not."""
COLOURFUL = 60
"""How far the channels of a colour are apart, of 255; the tint behind a table's head is paler."""
PATIENCE = 180
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


def missing() -> list[str]:
    return [name for name in PROGRAMS if not shutil.which(name)]


def convert(folder: Path, files: list[Path]) -> list[Path]:
    """The files as PDF, by a LibreOffice that knows no font but ours and leaves no process behind."""
    (folder / "cache").mkdir()
    fonts = FONTS.format(fonts=app.bundled("resources", "fonts"), cache=folder / "cache")
    (folder / "fonts.conf").write_text(fonts, encoding="utf-8")
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
    ]
    command += ["--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    environment = {**os.environ, "HOME": str(folder), "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    office = subprocess.Popen(
        command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        office.wait(PATIENCE)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(office.pid, signal.SIGKILL)
        office.wait()
    return [folder / f"{file.stem}.pdf" for file in files]


def pages(pdf: Path) -> list[Image.Image]:
    """Every page as a small picture."""
    start = pdf.with_suffix("")
    scale = ["-scale-to-x", str(WIDTH), "-scale-to-y", "-1"]
    subprocess.run(["pdftoppm", *scale, "-png", str(pdf), str(start)], check=True)
    found = sorted(pdf.parent.glob(f"{start.name}-*.png"))
    return [Image.open(path).convert("RGB") for path in found]


def contact_sheet(pictures: list[Image.Image]) -> Image.Image:
    """The pages side by side, all in fields of the size of the largest."""
    wide, tall = max(p.width for p in pictures), max(p.height for p in pictures)
    sheet = Image.new("RGB", (wide * ACROSS, tall * -(-len(pictures) // ACROSS)), "white")
    for n, picture in enumerate(pictures):
        sheet.paste(picture, (n % ACROSS * wide, n // ACROSS * tall))
    return sheet


def difference(one: Image.Image, other: Image.Image, box: tuple[int, int, int, int]) -> float:
    """How far two pictures are apart within `box`: the mean over its pixels, of 255."""
    apart = ImageChops.difference(one.convert("L").crop(box), other.convert("L").crop(box))
    return float(ImageStat.Stat(apart).mean[0])


def shift_allowed(page: Image.Image, ending: str) -> int:
    """How much higher or lower anything may stand: a spreadsheet's rows anywhere on a page without charts, since each
    version of LibreOffice gives them heights of its own and breaks the pages elsewhere."""
    red, green, blue = page.split()
    most, least = (mix(mix(red, green), blue) for mix in (ImageChops.lighter, ImageChops.darker))
    spread = ImageChops.difference(most, least).getextrema()
    assert isinstance(spread[1], int | float)
    return SHIFT if ending != "xlsx" or spread[1] > COLOURFUL else page.height


def apart(
    one: Image.Image,
    other: Image.Image,
    shift: int,
    by_one: Sequence[Image.Image] = (),
    by_other: Sequence[Image.Image] = (),
) -> int:
    """How far two pages are apart where they differ most, of 255: what one shows and the other shows nowhere within
    `shift` pixels above or below, averaged over a neighbourhood. It may also stand on one of the pages by the other."""
    blur = ImageFilter.BoxBlur(NEIGHBOURHOOD)
    pairs = ((one, [other, *by_other]), (other, [one, *by_one]))
    lost = (_lacking(page, others, shift).filter(blur) for page, others in pairs)
    return max(int(map.getextrema()[1]) for map in lost)  # type: ignore[arg-type]


def _lacking(one: Image.Image, others: Sequence[Image.Image], shift: int) -> Image.Image:
    """For every pixel of `one`, how far the most similar one of `others` near it is from it in any channel."""
    least = Image.new("L", one.size, 255)
    for other, down in product(others, range(-shift, shift + 1)):
        moved = Image.new("RGB", other.size, "white")
        moved.paste(other, (0, down))
        red, green, blue = ImageChops.difference(one, moved).split()
        least = ImageChops.darker(least, ImageChops.lighter(ImageChops.lighter(red, green), blue))
    return least


def write_files(folder: Path) -> list[Path]:
    """The bundled pack in each of the formats."""
    briefing = load(app.bundled(*app.BUNDLED_PACK)).briefing
    assert briefing is not None
    files = [folder / f"of-{ending}.{ending}" for ending in ENDINGS]
    for ending, path in zip(ENDINGS, files, strict=True):
        export(Job(ending, Choice(), path), briefing, None, lambda done, total: None)
    return files


def main() -> None:
    APPROVED.mkdir(exist_ok=True)
    application = app.make_application(offscreen=True)
    with TemporaryDirectory() as name:
        folder = Path(name)
        for ending, pdf in zip(ENDINGS, convert(folder, write_files(folder)), strict=True):
            sheet = contact_sheet(pages(pdf)).quantize(256, Image.Quantize.FASTOCTREE)  # keeps the colours
            sheet.save(APPROVED / f"{ending}.png", optimize=True)
            print(APPROVED / f"{ending}.png")
    del application


if __name__ == "__main__":
    main()
