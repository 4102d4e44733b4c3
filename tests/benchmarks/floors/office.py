"""One file written, its time and how much of it was progress, as JSON: `office.py KIND FOLDER`.

KIND is pptx, xlsx or docx for the bundled pack, long for a deck of 200 slides, or bare-pptx, bare-xlsx, bare-docx for
what the library alone takes to write one slide, one sheet, one paragraph. Imports count, the start of Python and the
loading of the pack do not.
"""

import itertools
import json
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop import app
from desktop.briefing.citations import Evidence
from desktop.exhibits.choice import Choice
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import compose_deck
from desktop.exhibits.jobs import Job
from desktop.exporting import export
from desktop.pack.loader import load

LONG = 200


def bare_pptx(path: Path) -> None:
    from pptx import Presentation

    show = Presentation()
    show.slides.add_slide(show.slide_layouts[0])
    show.save(str(path))


def bare_xlsx(path: Path) -> None:
    from xlsxwriter import Workbook

    book = Workbook(path)
    book.add_worksheet().write_string(0, 0, "平湖经开")
    book.close()


def bare_docx(path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("平湖经开")
    document.save(str(path))


def long_pptx(composer: Composer, path: Path, progress: Callable[[int, int], None]) -> None:
    from desktop.export.pptx import write_pptx

    deck = compose_deck(composer)
    slides = tuple(itertools.islice(itertools.cycle(deck.slides), LONG))
    write_pptx(composer, replace(deck, slides=slides), path, progress)


def main(kind: str, folder: Path) -> None:
    path = folder / f"{kind}.{kind.rpartition('-')[2].replace('long', 'pptx')}"
    application = app.make_application(offscreen=True)
    briefing = load(app.bundled(*app.BUNDLED_PACK)).briefing
    assert briefing is not None
    steps: list[tuple[int, int]] = []
    begin = time.perf_counter()
    if kind.startswith("bare-"):
        {"bare-pptx": bare_pptx, "bare-xlsx": bare_xlsx, "bare-docx": bare_docx}[kind](path)
    else:

        def progress(done: int, total: int) -> None:
            steps.append((done, total))

        if kind == "long":
            long_pptx(Composer(Evidence(briefing)), path, progress)
        else:
            export(Job(kind, Choice(), path), briefing, None, progress)
    print(json.dumps({"seconds": time.perf_counter() - begin, "steps": len(steps)}))
    del application


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
