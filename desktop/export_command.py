"""`zonebrief export PACK OUT`: exit status 0 fine, 1 faults or a file that cannot be written, 2 wrong use."""

import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from contextlib import nullcontext

from desktop.briefing.briefing import Briefing
from desktop.briefing.records import PAGES
from desktop.exhibits.choice import Choice
from desktop.exhibits.compose import PAGE_NAMES
from desktop.exhibits.jobs import KINDS, LEAST_SIZE, MOST_SIZE, PICTURE_SIZE, ExportError, Job, kind_of
from desktop.quantities.language import speaking_english, tr

FINE, FINDINGS, WRONG_USE = 0, 1, 2


class WrongUse(Exception):
    """What is wrong with what was asked for, and what would be right."""


def run(options: Namespace) -> int:
    """Do what the command line asks for; returns the exit status."""
    from PySide6.QtGui import QGuiApplication

    from desktop import app

    application = QGuiApplication.instance() or app.make_application(offscreen=True)
    app.account_for_files()
    named = _page_names()
    with speaking_english() if options.language == "en" else nullcontext():
        try:
            status = _export(options, named)
        except WrongUse as problem:
            print(problem, file=sys.stderr)
            status = WRONG_USE
        except ExportError as problem:
            print(problem, file=sys.stderr)
            status = FINDINGS
    del application
    return status


def _export(options: Namespace, named: Mapping[str, str]) -> int:
    from desktop.briefing.checks import told
    from desktop.exporting import export, outcome_words
    from desktop.pack.loader import load

    kinds = _kinds(options)
    size, pages = _size(options.size), _pages(options.pages, named)
    loaded = load(options.pack)
    for line in map(told, loaded.faults):
        print(line, file=sys.stderr)
    if loaded.briefing is None:
        return FINDINGS
    _check_show(loaded.briefing, options.show)
    choice = Choice(options.language, options.show, pages)
    said: dict[str, None] = {}
    for kind in kinds:
        job = Job(kind, choice, options.out, options.scripts, size)
        outcome = export(job, loaded.briefing, options.pack, _no_progress)
        print("\n".join(map(str, outcome.paths)))
        said |= dict.fromkeys(outcome_words(outcome))
    for line in said:
        print(line, file=sys.stderr)
    return FINE


def _no_progress(done: int, total: int) -> None:
    """Nobody watches."""


def _kinds(options: Namespace) -> list[str]:
    """The kinds of file that the ending asks for: for .png, the slides and, unless a show is asked for, the pages."""
    ending = options.out.suffix.lower()
    keys = [kind.key for kind in KINDS if kind.ending == ending]
    if not keys:
        endings = tr(", ").join(dict.fromkeys(kind.ending for kind in KINDS))
        raise WrongUse(tr("The name has to end in one of {endings}.", endings=endings))
    if ending == ".pdf":
        keys = ["handout.pdf" if options.handout else "slides.pdf"]
    if ending == ".png" and options.show:
        keys = ["slides.png"]
    kind = kind_of(keys[0])
    unfit = {
        "--show": kind.whole and options.show,
        "--pages": kind.whole and options.pages is not None,
        "--handout": ending != ".pdf" and options.handout,
        "--scripts": not kind.scripts and options.scripts,
        "--size": not kind.folder and options.size,
        "--language en": not kind.spoken and options.language != "zh",
    }
    wrong = [name for name, is_wrong in unfit.items() if is_wrong]
    if kind.whole and {"--show", "--pages"} & {*wrong}:
        raise WrongUse(
            tr(
                "A file that ends in {ending} is always the whole pack; leave out {options}.",
                ending=ending,
                options=tr(", ").join(wrong),
            )
        )
    if wrong:
        raise WrongUse(tr("{options}: not for a file of this kind.", options=tr(", ").join(wrong)))
    return keys


def _size(text: str | None) -> tuple[int, int]:
    if text is None:
        return PICTURE_SIZE
    width, _, height = text.partition("x")
    if width.isdecimal() and height.isdecimal() and len(text) < 20:
        size = int(width), int(height)
        if all(least <= side <= most for least, side, most in zip(LEAST_SIZE, size, MOST_SIZE, strict=True)):
            return size
    least, most = ("x".join(map(str, limit)) for limit in (LEAST_SIZE, MOST_SIZE))
    raise WrongUse(tr("The size is width x height, from {least} to {most}.", least=least, most=most))


def _page_names() -> Mapping[str, str]:
    """The pages by key and as a reader knows them."""
    return {name: key for key in PAGES for name in (key, PAGE_NAMES[key], tr(PAGE_NAMES[key]))}


def _pages(text: str | None, named: Mapping[str, str]) -> Sequence[str]:
    """The pages that are asked for."""
    if text is None:
        return PAGES
    wanted = [part.strip() for part in text.replace("，", ",").split(",") if part.strip()]
    unknown = next((part for part in wanted if part not in named), None)
    if unknown is not None or not wanted:
        raise WrongUse(
            tr(
                "There is no page “{page}”; there are: {pages}",
                page=unknown or "",
                pages=tr(", ").join(PAGES),
            )
        )
    chosen = {named[part] for part in wanted}
    return [key for key in PAGES if key in chosen]


def _check_show(briefing: Briefing, show: str) -> None:
    from desktop.exhibits.deck import no_show

    names = list(dict.fromkeys(row.show for row in briefing.shows))
    if show and show not in names:
        raise WrongUse(no_show(show, names))
