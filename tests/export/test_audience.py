"""What an audience reads in the files: nothing that the office keeps its books by, nothing to be clicked."""

import re
import zipfile
from pathlib import Path

import pytest

from desktop.briefing.briefing import Briefing
from desktop.exhibits.choice import Choice
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import compose_deck
from desktop.exhibits.jobs import Job, kind_of
from desktop.exporting import export, outcome_words
from tests.export import paper

SHOW = "领导 10 分钟"
FOR_AN_AUDIENCE = ("slides.pdf", "handout.pdf", "pptx", "docx")
BOOKS = re.compile("略去|隐藏|版本|放映稿|领导10分钟|未附来源|与出处不符|节点1|条：")
HINTS = {
    "zh": re.compile("点一下|点击|单击|双击|点选|按键|鼠标|悬停|拖动|滚动|筛选|快捷键|Ctrl|F5"),
    "en": re.compile(r"(?i)\b(click|tap|press|hover|drag|scroll|filter|ctrl)"),
}


def text_of(path: Path) -> str:
    """All that stands in a file, without white space where it is a PDF."""
    if path.suffix == ".pdf":
        return "".join(paper.texts(path))
    texts = re.compile(rb"<(?:a:t|w:t|t|v|c:v)(?: [^>]*)?>([^<]*)<")
    with zipfile.ZipFile(path) as archive:
        parts = [archive.read(name) for name in archive.namelist() if name.endswith(".xml")]
    found = (text.decode() for part in parts if b"coreProperties" not in part for text in texts.findall(part))
    return "\n".join(found)


def written(kind: str, choice: Choice, pinghu: Briefing, folder: Path) -> Path:
    path = folder / f"a{kind_of(kind).ending}"
    export(Job(kind, choice, path, kind_of(kind).scripts), pinghu, None, lambda done, total: None)
    return path


@pytest.mark.parametrize("kind", FOR_AN_AUDIENCE)
def test_the_books_of_the_office_are_not_for_an_audience(kind: str, pinghu: Briefing, tmp_path: Path) -> None:
    text = text_of(written(kind, Choice(show=SHOW), pinghu, tmp_path))
    assert len(text) > 1000 and not BOOKS.findall(text)


@pytest.mark.parametrize("language", HINTS)
@pytest.mark.parametrize("kind", [*FOR_AN_AUDIENCE, "xlsx"])
def test_nothing_is_to_be_clicked_on_paper(
    kind: str, language: str, pinghu: Briefing, tmp_path: Path
) -> None:
    text = text_of(written(kind, Choice(language), pinghu, tmp_path))
    for words in ("不因筛选", "The whole pack: filters"):
        text = text.replace(words, "")
    assert len(text) > 1000 and not HINTS[language].findall(text)


def test_the_office_is_told_what_was_left_out(pinghu: Briefing, tmp_path: Path) -> None:
    job = Job("slides.pdf", Choice(show=SHOW), tmp_path / "a.pdf")
    outcome = export(job, pinghu, None, lambda done, total: None)
    assert any("11 张隐藏" in words for words in outcome_words(outcome))


def test_the_last_slide_names_the_sources_and_counts_nothing(composer: Composer) -> None:
    deck = compose_deck(composer, SHOW)
    titles = [source.title for source in composer.briefing.sources]
    assert len(deck.slides[-1].lines) == len(titles)
    assert all(title in line for title, line in zip(titles, deck.slides[-1].lines, strict=True))
