"""Walls: any size is never stretched, in real size where there is room, smaller evenly where there is none."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop import app, showing
from desktop.briefing.citations import Evidence
from desktop.exhibits.compose import Composer
from desktop.stage.memory import Memory
from desktop.stage.presenter import Mode, Presenter
from desktop.stage.walls import Place, Wall, parse_wall, stand
from desktop.window.settings import Forgetful, Settings


@pytest.mark.parametrize("text", ["6656x1792", "6656X1792", "6656×1792"])
def test_a_wall_is_width_and_height(text: str) -> None:
    assert parse_wall(text) == Wall(6656, 1792)


@pytest.mark.parametrize(
    "text", ["", "6656", "x", "0x0", "-1x5", "1e3x500", "6656x1792x3", "99999x1080", "100x100"]
)
def test_anything_else_is_none(text: str) -> None:
    with pytest.raises(ValueError):
        parse_wall(text)


def test_a_wall_stands_in_the_middle_of_what_is_there() -> None:
    assert stand(None, 1366, 768) == Place(0, 0, 1366, 768)
    assert stand(Wall(3840, 1080), 1920, 1080) == Place(0, 270, 1920, 540)
    assert stand(Wall(1080, 1920), 1920, 1080) == Place(656, 0, 608, 1080)
    assert stand(Wall(3840, 1080), 3840, 2160) == Place(0, 540, 3840, 1080)
    assert stand(Wall(3840, 1080), 1920, 1080, 2.0) == Place(0, 270, 1920, 540)
    assert stand(Wall(7680, 4320), 7680, 4320) == Place(0, 0, 7680, 4320)


def test_a_stage_for_a_wall_has_its_shape_and_its_deck_on_any_screen(
    qapp: QApplication, evidence: Evidence
) -> None:
    material = showing.material_of(Composer(evidence), app.pinyin_table)
    presenter = Presenter(material, Memory(Settings(Forgetful())), Mode.REHEARSAL, wall=Wall(6656, 1792))
    presenter.start()
    try:
        for size in ((1280, 720), (800, 900)):
            presenter.stage.resize(*size)
            qapp.processEvents()
            view = presenter.stage.view
            assert view.width() / view.height() == pytest.approx(6656 / 1792, rel=0.01)
            assert presenter.stage.rect().contains(view.geometry())
            assert presenter.console.current.width() / presenter.console.current.height() == pytest.approx(
                6656 / 1792, rel=0.02
            )
        assert any(slide.beside for slide in presenter.show.slides)
    finally:
        presenter.end()
        qapp.processEvents()
