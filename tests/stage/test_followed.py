"""A show goes on with a newer reading of its pack: what the audience sees follows the very record and the very panel."""

import csv
import shutil
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop import app, showing
from desktop.briefing.citations import Evidence
from desktop.briefing.records import Milestone, Ref
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import ANSWER
from desktop.pack.loader import load
from desktop.stage.material import Material
from desktop.stage.memory import Memory
from desktop.stage.presenter import Mode, Presenter
from desktop.stage.scene import Scene
from desktop.window.main_window import MainWindow
from desktop.window.settings import Settings
from tests.stage.conftest import leave, press

Rows = list[dict[str, str]]
GONE = "这条数据已不在简报包中"
NEW = {"project": "sanhong_chassis", "stage": "签约", "date": "2024-05"}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(app.bundled(*app.BUNDLED_PACK), tmp_path / "own"))


def material(pack: Path) -> Material:
    loaded = load(pack)
    assert loaded.briefing is not None, loaded.faults
    return showing.material_of(Composer(Evidence(loaded.briefing)), app.pinyin_table)


@pytest.fixture
def presenter(qapp: QApplication, pack: Path, settings: Settings) -> Iterator[Presenter]:
    presenter = Presenter(material(pack), Memory(settings), Mode.REHEARSAL)
    presenter.start()
    QApplication.processEvents()
    yield presenter
    leave(presenter)


def change(pack: Path, table: str, changed: Callable[[Rows], Iterable[dict[str, str]]]) -> None:
    path = pack / f"{table}.csv"
    with path.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(changed(rows))


def above(rows: Rows) -> Rows:
    return [rows[-1] | NEW, *rows]


def without(rows: Rows) -> Rows:
    return [row for row in rows if row["stage"] != "开工"]


def renumbered(rows: Rows) -> Rows:
    """With new cards before all others on the page of investment."""
    new = {**dict.fromkeys(rows[0], ""), "page": "investment", "position": "3", "kind": "cards"}
    moved = [
        row | {"position": str(int(row["position"]) + 1)}
        if row["page"] == "investment" and int(row["position"]) > 2
        else row
        for row in rows
    ]
    return [new | {"items": "fdi_2024", "title": "新卡片"}, *moved]


def take(presenter: Presenter, pack: Path) -> None:
    presenter.offer(material(pack), 0, lambda: None)
    presenter.take_changes()
    QApplication.processEvents()


def stage_of(presenter: Presenter, ref: Ref | None) -> str:
    """What the milestone is called that a reference names now."""
    assert ref is not None
    record = presenter._material.composer.briefing.record(ref)
    assert isinstance(record, Milestone)
    return record.stage


def construction(presenter: Presenter) -> Ref:
    rows = presenter._material.composer.briefing.milestones
    return Ref("milestones", next(n for n, one in enumerate(rows) if one.stage == "开工"))


def at_milestone(presenter: Presenter) -> None:
    """Go to the slide of a milestone and open its citation."""
    ref, slides = construction(presenter), presenter.show.slides
    presenter.show.jump(next(n for n, slide in enumerate(slides) if ref in slide.refs))
    presenter.show.cite(ref)


def card(presenter: Presenter, scene: Scene) -> str:
    """What stands on the citation that the audience sees."""
    shown = presenter.stage.view.card(scene)
    return "" if shown is None else " ".join((*shown.head, *shown.body))


def test_an_open_citation_stays_with_its_milestone(presenter: Presenter, pack: Path) -> None:
    at_milestone(presenter)
    before = card(presenter, presenter.show.scene)
    change(pack, "milestones", above)
    take(presenter, pack)
    assert stage_of(presenter, presenter.show.cited) == "开工"
    assert card(presenter, presenter.show.on_stage) == before != ""


def test_what_is_frozen_with_its_citation_stays_with_its_milestone(presenter: Presenter, pack: Path) -> None:
    at_milestone(presenter)
    before = card(presenter, presenter.show.scene)
    presenter.show.toggle_freeze()
    presenter.show.first()
    change(pack, "milestones", above)
    take(presenter, pack)
    assert presenter.show.frozen and stage_of(presenter, presenter.show.on_stage.cited) == "开工"
    assert card(presenter, presenter.show.on_stage) == before != ""


def test_a_frozen_answer_is_the_one_to_the_same_question(presenter: Presenter, pack: Path) -> None:
    presenter._answer(construction(presenter))
    presenter.show.ink.begin(presenter.show.slide, (0.1, 0.2))
    presenter.show.toggle_freeze()
    presenter.show.next()
    change(pack, "milestones", above)
    change(pack, "projects", lambda rows: [rows[0] | {"id": "another"}, *rows])
    take(presenter, pack)
    slide = presenter.show.on_stage.slide
    assert presenter.show.frozen and slide.kind == ANSWER and construction(presenter) in slide.refs
    assert presenter.show.ink.on(slide)
    row = construction(presenter).row
    assert slide.key == f"milestones/{row}" and row > 1


@pytest.mark.parametrize("frozen", [False, True])
def test_a_citation_whose_record_is_gone_is_closed_and_the_presenter_told(
    presenter: Presenter, pack: Path, frozen: bool
) -> None:
    at_milestone(presenter)
    if frozen:
        presenter.show.toggle_freeze()
        presenter.show.first()
    change(pack, "milestones", without)
    take(presenter, pack)
    assert presenter.show.on_stage.cited is None and presenter.show.frozen == frozen
    assert GONE in presenter.notes.text


def test_a_frozen_answer_that_is_gone_lets_the_stage_go(presenter: Presenter, pack: Path) -> None:
    presenter._answer(construction(presenter))
    presenter.show.toggle_freeze()
    presenter.show.next()
    change(pack, "milestones", without)
    take(presenter, pack)
    assert not presenter.show.frozen and presenter.show.on_stage.slide in presenter.show.slides
    assert GONE in presenter.notes.text


def test_nothing_is_told_where_nothing_is_gone(presenter: Presenter, pack: Path) -> None:
    at_milestone(presenter)
    change(pack, "milestones", above)
    take(presenter, pack)
    assert presenter.notes.text == ""


def test_the_show_stays_at_the_panel_though_it_is_numbered_anew(presenter: Presenter, pack: Path) -> None:
    show = presenter.show
    place = next(n for n, slide in enumerate(show.slides) if slide.title.startswith("产业链招商项目"))
    show.jump(place)
    show.ink.begin(show.slide, (0.1, 0.2))
    show.clock._spent["investment/4"] = 300.0
    change(pack, "panels", renumbered)
    take(presenter, pack)
    assert show.slide.title.startswith("产业链招商项目") and show.slide.key == "investment/5"
    assert show.ink.on(show.slide)
    assert show.clock.spent["investment/5"] >= 300 and "investment/4" not in show.clock.spent


def test_what_is_found_is_of_the_pack_that_is_shown(presenter: Presenter, pack: Path) -> None:
    press(presenter.console, Qt.Key.Key_Slash)
    assert presenter.covers.finder is not None
    presenter.covers.finder.field.setText("开工")
    change(pack, "milestones", above)
    take(presenter, pack)
    assert presenter.covers.finder is None, "what was found was of the reading before"
    press(presenter.console, Qt.Key.Key_Slash)
    finder = presenter.covers.finder
    assert finder is not None and finder.list.count() == 0
    finder.field.setText("开工")
    refs = [finder.list.item(n).data(Qt.ItemDataRole.UserRole) for n in range(finder.list.count())]
    assert construction(presenter) in refs


def test_the_next_show_starts_where_the_last_one_ended(window: MainWindow, pack: Path) -> None:
    def read() -> None:
        briefing = load(pack).briefing
        assert briefing is not None
        window.show_briefing(briefing, pack)

    def title() -> str:
        presenter = app.shows_of(window).presenter
        assert presenter is not None
        return presenter.show.slide.title

    read()
    window.start_show()
    presenter = app.shows_of(window).presenter
    assert presenter is not None
    slides = presenter.show.slides
    presenter.show.jump(next(n for n, slide in enumerate(slides) if slide.title.startswith("产业链招商项目")))
    presenter.end()
    change(pack, "panels", renumbered)
    read()
    window.start_show_here()
    try:
        assert title().startswith("产业链招商项目")
    finally:
        leave(app.shows_of(window).presenter)  # type: ignore[arg-type]
