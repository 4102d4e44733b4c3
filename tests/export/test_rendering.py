"""LibreOffice opens the Office files, and their pages look as they were approved, loosely."""

import re
import subprocess
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from desktop.exhibits.compose import Composer
from desktop.exhibits.readings import spaced
from desktop.exhibits.refs import readings_of
from tests.export import rendering

FURTHEST = 18
"""Between versions of LibreOffice up to 13 is seen, without a chart 36 and more."""


def pictures_apart(ending: str, pictures: list[Image.Image], approved: Image.Image) -> dict[int, int]:
    """The pages that look different, each with how far it is apart; page 0 where their number has changed."""
    wide, tall = (max(size) for size in zip(*(p.size for p in pictures), strict=True))
    sheet = rendering.contact_sheet(pictures)
    if sheet.size != approved.size:
        return {0: len(pictures)}
    places = [(n % rendering.ACROSS * wide, n // rendering.ACROSS * tall) for n in range(len(pictures))]
    ours, theirs = (
        [picture.crop((x, y, x + wide, y + tall)) for x, y in places] for picture in (sheet, approved)
    )
    far = {}
    for n, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        shift = rendering.shift_allowed(other, ending)
        # Rows that may stand anywhere may stand on the page before or after as well.
        beside = [m for m in (n - 1, n + 1) if shift > rendering.SHIFT and 0 <= m < len(ours)]
        by_one, by_other = ([pages[m] for m in beside] for pages in (ours, theirs))
        far[n + 1] = rendering.apart(one, other, shift, by_one, by_other)
    return {page: apart for page, apart in far.items() if apart > FURTHEST}


ACCENT, GREY = "#0b6b74", "#777777"


def page(rows: list[int], columns: list[int], chart: int | None = None, accent: str = ACCENT) -> Image.Image:
    """A page with a table, its rows at these heights, and a chart of four bars beside it."""
    made = Image.new("RGB", (rendering.WIDTH, 140), "white")
    draw = ImageDraw.Draw(made)
    for y in rows:
        for x in columns:
            draw.rectangle((x, y, x + 14, y + 2), fill=GREY)
    for n, tall in enumerate((20, 9, 14, 25) if chart is not None else ()):
        draw.rectangle((120 + 18 * n, (chart or 0) + 30 - tall, 130 + 18 * n, (chart or 0) + 30), fill=accent)
    return made


ROWS, COLUMNS = list(range(10, 130, 6)), [10, 30, 50, 70, 90]
LATER = [*range(10, 60, 6), *range(85, 139, 6)]
"""The rows after one whose text takes more lines."""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (page(ROWS, COLUMNS, 20), page([y + 4 for y in ROWS], COLUMNS, 26)),
        (page(ROWS, COLUMNS), page(LATER, COLUMNS)),
    ],
    ids=["a little lower", "rows of a plain table elsewhere"],
)
def test_what_versions_of_the_other_program_do_is_let_pass(one: Image.Image, other: Image.Image) -> None:
    assert rendering.apart(one, other, rendering.shift_allowed(one, "xlsx")) <= FURTHEST


def sheet_of(*pages: Image.Image) -> Image.Image:
    return rendering.contact_sheet(list(pages))


def test_rows_may_stand_on_the_next_page_but_no_column_may_be_lost() -> None:
    full, rest, little = page(ROWS, COLUMNS), page(ROWS[:9], COLUMNS), page(ROWS[:2], COLUMNS[:2])
    assert not pictures_apart("xlsx", [full, rest], sheet_of(full, little))
    less = [page(rows, [*COLUMNS[:3], COLUMNS[4]]) for rows in (ROWS, ROWS[:9])]
    assert list(pictures_apart("xlsx", less, sheet_of(full, rest))) == [1, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (page(ROWS, COLUMNS, 20), page(ROWS, COLUMNS)),
        (page(ROWS, COLUMNS, 20), page(ROWS, COLUMNS, 60)),
        (page(ROWS, COLUMNS, 20), page(ROWS, COLUMNS, 20, "#c05a1a")),
        (page(ROWS, COLUMNS, 20), page(LATER, COLUMNS, 20)),
        (page(ROWS, COLUMNS), page(ROWS, COLUMNS[:3] + COLUMNS[4:])),
        (page(ROWS, COLUMNS), page([], COLUMNS)),
    ],
    ids=["no chart", "far lower", "another colour", "rows beside a chart", "a column missing", "empty"],
)
def test_what_a_reader_would_notice_is_noticed(one: Image.Image, other: Image.Image) -> None:
    assert rendering.apart(one, other, rendering.shift_allowed(one, "xlsx")) > FURTHEST
    assert rendering.apart(other, one, rendering.shift_allowed(one, "xlsx")) > FURTHEST


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
        apart = pictures_apart(ending, rendering.pages(pdf), approved)
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
