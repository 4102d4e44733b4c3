"""LibreOffice opens the Office files, and their pages look as they were approved, loosely."""

import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from desktop.exhibits.compose import Composer
from desktop.exhibits.readings import spaced
from desktop.exhibits.refs import readings_of
from tests.export import rendering

FURTHEST = 6.0
"""The mean over a page's pixels, of 255: type may move a little, a chart may not be missing."""


def pictures_apart(pdf: Path, approved: Image.Image) -> dict[int, float]:
    """The pages that look different, each with how far it is apart; page 0 where their number has changed."""
    pictures = rendering.pages(pdf)
    sheet = rendering.contact_sheet(pictures)
    if sheet.size != approved.size:
        return {0: float(len(pictures))}
    wide, tall = (max(size) for size in zip(*(p.size for p in pictures), strict=True))
    far = {}
    for n in range(len(pictures)):
        x, y = n % rendering.ACROSS * wide, n // rendering.ACROSS * tall
        far[n + 1] = round(rendering.difference(sheet, approved, (x, y, x + wide, y + tall)), 1)
    return {page: apart for page, apart in far.items() if apart > FURTHEST}


def output(*command: str | Path) -> str:
    return subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True).stdout


@pytest.mark.skipif(bool(rendering.missing()), reason=f"not installed here: {', '.join(rendering.missing())}")
def test_another_program_shows_the_files_as_approved(tmp_path: Path, composer: Composer) -> None:
    """One test, since LibreOffice is started once: pages as approved, every figure readable, one font."""
    readings = [reading for page in composer.pages() for reading in readings_of(page)]
    for ending, pdf in zip(
        rendering.ENDINGS, rendering.convert(tmp_path, rendering.write_files(tmp_path)), strict=True
    ):
        approved = Image.open(rendering.APPROVED / f"{ending}.png").convert("RGB")
        apart = pictures_apart(pdf, approved)
        assert not apart, (
            f"{ending}: pages look different; python tests/export/rendering.py renews what is approved"
        )
        said = re.sub(r"\s", "", output("pdftotext", pdf, "-"))
        assert not [r.label for r in readings if re.sub(r"\s", "", spaced(r.words)) not in said], ending
        fonts = {line.split()[0].partition("+")[2] for line in output("pdffonts", pdf).splitlines()[2:]}
        assert {font for font in fonts if not font.startswith("OpenSymbol")} <= {
            "NotoSansSC-Regular",
            "NotoSansSC-Bold",
        }, ending
