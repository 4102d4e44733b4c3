"""The PDF files of the bundled pack, and what other programs find in them.

`python tests/export/paper.py` renews the approved pictures beside this file; look at each page before you commit them.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

from desktop import app
from desktop.briefing.briefing import Briefing
from desktop.exhibits.choice import Choice
from desktop.exhibits.jobs import Job
from desktop.exporting import export
from desktop.pack.loader import load
from tests.export.rendering import APPROVED, contact_sheet, pages

KINDS = ("slides.pdf", "handout.pdf")
PROGRAMS = ("pdftotext", "pdffonts", "pdftoppm", "qpdf")


def missing() -> list[str]:
    return [name for name in PROGRAMS if not shutil.which(name)]


def output(*command: str | Path) -> str:
    """What a program prints; an error where it finds fault."""
    done = subprocess.run(list(map(str, command)), check=True, capture_output=True, text=True)
    return done.stdout


def texts(pdf: Path) -> list[str]:
    """The text of each page, without white space."""
    return ["".join(page.split()) for page in output("pdftotext", pdf, "-").split("\f")[:-1]]


def written(
    briefing: Briefing, kind: str, path: Path, choice: Choice | None = None, scripts: bool = False
) -> Path:
    """The briefing as a PDF of this kind at `path`."""
    job = Job(kind, choice or Choice(), path, scripts)
    export(job, briefing, None, lambda done, total: None)
    return path


def main() -> None:
    application = app.make_application(offscreen=True)
    briefing = load(app.bundled(*app.BUNDLED_PACK)).briefing
    assert briefing is not None
    with TemporaryDirectory() as name:
        for kind in KINDS:
            pdf = written(briefing, kind, Path(name) / kind)
            approved = APPROVED / f"{kind.partition('.')[0]}.png"
            contact_sheet(pages(pdf)).quantize(32).save(approved, optimize=True)
            print(approved)
    del application


if __name__ == "__main__":
    main()
