"""The keys of a show, as a clicker and a hand press them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QInputDialog

from desktop.briefing.citations import Evidence
from desktop.stage.actions import ACTIONS, StageAction, key_lines
from desktop.stage.notes import About
from desktop.stage.presenter import Presenter
from desktop.stage.scene import Blank
from tests.stage.conftest import CTRL, press, type_text


def test_a_clicker_turns_pages_blackens_and_ends(alone: Presenter) -> None:
    ended: list[object] = []
    alone.ended.connect(ended.append)
    press(alone.stage, Qt.Key.Key_PageDown, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Period)
    assert alone.show.position == 1 and alone.show.blank is Blank.BLACK
    press(alone.stage, Qt.Key.Key_Period, Qt.Key.Key_F5, Qt.Key.Key_F5)
    assert alone.show.position == 1 and not alone.show.ended
    press(alone.stage, Qt.Key.Key_Escape)
    assert alone.show.ended and len(ended) == 1


def test_a_number_and_enter_jump_and_alt_left_returns(both: Presenter) -> None:
    type_text(both.stage, "12")
    assert "12" in both.notes.text
    press(both.stage, Qt.Key.Key_Return)
    assert both.show.number().startswith("12 /")
    press(both.console, Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert both.show.position == 0
    type_text(both.console, "9999")
    press(both.console, Qt.Key.Key_Enter)
    assert both.show.position == 0 and "9999" in both.notes.text
    press(both.console, Qt.Key.Key_PageDown)
    assert both.show.position == 1 and not both.notes.text


def test_a_number_goes_before_the_slide_that_the_overview_points_at(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_G)
    type_text(both.console, "12")
    press(both.console, Qt.Key.Key_Return)
    assert both.show.number().startswith("12 /") and both.covers.overview is None


def test_enter_alone_is_the_next_page_and_nought_the_whole_slide(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_Return)
    assert both.show.position == 1
    press(both.console, Qt.Key.Key_Plus)
    assert both.show.is_zoomed
    type_text(both.console, "0")
    assert not both.show.is_zoomed


def test_page_keys_turn_the_page_while_one_types(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_F, modifier=CTRL)
    assert both.covers.finder is not None
    field = both.covers.finder.field
    press(field, Qt.Key.Key_PageDown)
    assert both.show.position == 1
    type_text(field, "b.w")
    assert field.text() == "b.w" and both.show.blank is Blank.NONE
    press(field, Qt.Key.Key_Escape)
    assert both.covers.finder is None and not both.show.frozen and not both.show.ended


def test_every_action_has_a_button_and_a_line_in_the_key_list(both: Presenter) -> None:
    texts = {text for _, text, _ in key_lines()}
    for action in ACTIONS:
        button = both.console.buttons.buttons[action.name]
        assert button.isVisible() and action.text in texts and action.text in button.text()
        assert both.console.rect().contains(button.geometry().translated(both.console.buttons.pos()))


def seen_of(presenter: Presenter) -> object:
    """What a button may change, as the presenter or the audience sees it."""
    show, drawn = presenter.show, presenter.show.ink.on(presenter.show.slide)
    return (
        *(tuple(presenter.states.values()), show.slide, show.zoom, show.on_stage, show.tool, show.ended),
        *(len(drawn), presenter.notes.text, presenter.console.script.font().pointSizeF()),
        *(presenter.console.script.font().pixelSize(), show.clock.elapsed < 60, show.clock.running),
    )


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_every_button_does_something(
    both: Presenter, monkeypatch: pytest.MonkeyPatch, action: StageAction
) -> None:
    show = both.show
    show.jump(4)
    if action.name == "clear":
        show.ink.begin(show.slide, (0.2, 0.2))
    if action.name == "arrow":
        show.take_pen()
    if action.name in ("zoom_out", "zoom_reset"):
        show.zoom_in()
    show.clock._spent["a slide before"] = 60.0
    monkeypatch.setattr(QInputDialog, "getInt", lambda *told: (7, True))
    before, states = seen_of(both), dict(both.states)
    button = both.console.buttons.buttons[action.name]
    button.click()
    assert seen_of(both) != before
    if action.can_be_on:
        assert both.states[action.name] != states[action.name]
        assert button.isChecked() == both.states[action.name]


def test_what_is_typed_hides_no_news_for_good(both: Presenter, evidence: Evidence) -> None:
    both.notes.keep(About.CHANGES, "简报包已更新")
    press(both.console, Qt.Key.Key_2)
    assert "2" in both.notes.text
    press(both.console, Qt.Key.Key_Return)
    assert both.show.position == 1 and both.notes.text == "简报包已更新"


def test_escape_gives_up_a_number_before_anything_else(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Escape)
    assert not both.show.ended and both.notes.text == ""
    press(both.console, Qt.Key.Key_Return)
    assert both.show.position == 1, "no number is left to go to: Enter is the next slide"


def test_escape_takes_a_refused_number_away(both: Presenter) -> None:
    press(both.console, Qt.Key.Key_9, Qt.Key.Key_9, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    assert not both.show.ended and both.notes.text == ""


@pytest.mark.parametrize("where", ["field", "stage", "console"])
@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Tab, Qt.Key.Key_F5, Qt.Key.Key_VolumeUp]
)
def test_a_key_of_no_use_to_the_question_goes_no_further(
    both: Presenter, monkeypatch: pytest.MonkeyPatch, key: Qt.Key, where: str
) -> None:
    press(both.console, Qt.Key.Key_Slash)
    finder = both.covers.finder
    assert finder is not None
    seen: list[QKeyEvent] = []
    handle = both.keys.handle

    def counted(event: QKeyEvent) -> bool:
        seen.append(event)
        return handle(event)

    monkeypatch.setattr(both.keys, "handle", counted)
    press({"field": finder.field, "stage": both.stage, "console": both.console}[where], key)
    assert 1 <= len(seen) <= 6, "it went round and round between the panel and its field"
    assert both.covers.finder is finder and finder.field.text() == "" and both.show.position == 0


def test_the_overview_is_walked_through_from_either_screen(both: Presenter) -> None:
    press(both.stage, Qt.Key.Key_G, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert both.show.position == 2
    press(both.console, Qt.Key.Key_G, Qt.Key.Key_Right, Qt.Key.Key_Return)
    assert both.show.position == 3
