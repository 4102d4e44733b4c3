"""The window of an exhibition hall, driven by fingers, a mouse and keys."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.briefing.citations import Evidence
from desktop.exhibits.compose import Composer
from desktop.exhibits.deck import compose_deck
from desktop.stage.kiosk import COUNTDOWN, HOLD, IDLE, Phase
from desktop.stage.kiosk_controls import ERASE, OKAY, TouchButton
from desktop.stage.kiosk_window import KioskWindow
from desktop.stage.walls import Wall
from tests.stage.conftest import Time

Make = Callable[..., KioskWindow]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def make(qapp: QApplication, evidence: Evidence, time: Time) -> Iterator[Make]:
    """Makes a hall of a size; all are put away at the end."""
    made: list[KioskWindow] = []
    composer = Composer(evidence)

    def one(size: tuple[int, int] = (1920, 1080), pin: str = "", wall: Wall | None = None) -> KioskWindow:
        window = KioskWindow(evidence, lambda ratio: compose_deck(composer, ratio=ratio), 5, pin, wall, time)
        made.append(window)
        window.start()
        window.showNormal()
        window.resize(*size)
        qapp.processEvents()
        return window

    yield one
    for window in made:
        window.kiosk.left = True
        window.refresh()
        window.deleteLater()
    qapp.processEvents()


@pytest.fixture
def hall(make: Make) -> KioskWindow:
    return make(pin="2580")


@pytest.fixture(scope="module")
def finger(qapp: QApplication) -> QPointingDevice:
    device = QTest.createTouchDevice()
    assert isinstance(device, QPointingDevice)
    return device


def touch(widget: QWidget, finger: QPointingDevice, at: QPoint) -> None:
    """A finger touches a screen and leaves it."""
    window, point = widget.window(), widget.mapTo(widget.window(), at)
    QTest.touchEvent(window, finger).press(0, point, window).commit()
    QTest.touchEvent(window, finger).release(0, point, window).commit()
    QApplication.processEvents()


def wait(window: KioskWindow, time: Time, seconds: float) -> None:
    for _ in range(round(seconds * 5)):
        time.now += 0.2
        window._tick()


def test_it_loops_by_itself_with_nothing_but_the_slide(hall: KioskWindow, time: Time) -> None:
    assert hall.view.geometry() == hall.rect() and not hall.bar.isVisible() and hall.words.isVisible()
    assert hall.cursor().shape() is Qt.CursorShape.BlankCursor
    wait(hall, time, 5.4)
    assert hall.show_.position == 1 and not hall.words.isVisible()


def test_a_finger_pauses_turns_pages_and_opens_a_citation(
    hall: KioskWindow, time: Time, finger: QPointingDevice
) -> None:
    touch(hall.view, finger, QPoint(30, 500))
    assert hall.kiosk.phase is Phase.VISIT and hall.bar.isVisible()
    assert not hall.view.geometry().intersects(hall.bar.geometry())
    touch(hall.bar.on, finger, hall.bar.on.rect().center())
    assert hall.show_.position == 1
    touch(hall.bar.tabs["investment"], finger, QPoint(20, 20))
    assert hall.show_.slide.page == "investment" and hall.bar.tabs["investment"].isChecked()
    touch(hall.bar.on, finger, QPoint(20, 20))
    mark = hall.view.marks()[0]
    touch(hall.view, finger, mark.rect.center().toPoint())
    assert hall.show_.cited == mark.ref and hall.close_card.isVisible()
    touch(hall.close_card, finger, hall.close_card.rect().center())
    assert hall.show_.cited is None and not hall.close_card.isVisible()
    touch(hall.view, finger, mark.rect.center().toPoint())
    touch(hall.view, finger, mark.rect.center().toPoint())
    assert hall.show_.cited is None
    wait(hall, time, IDLE + 1)
    assert hall.words.isVisible() and "9" in hall.words.text
    wait(hall, time, COUNTDOWN)
    assert hall.kiosk.phase is Phase.LOOP and hall.show_.position == 0


def test_another_shape_of_screen_leaves_the_citation_open(hall: KioskWindow, qapp: QApplication) -> None:
    hall._go("investment")
    hall._turn(1)
    ref = hall.view.marks()[0].ref
    hall.kiosk.point_at(ref)
    hall.resize(1080, 1600)
    qapp.processEvents()
    assert hall._ratio < 1 and hall.show_.cited == ref and hall.close_card.isVisible()


def test_a_wipe_turns_the_page(hall: KioskWindow) -> None:
    for first, last, position in ((900, 600, 1), (900, 500, 2), (400, 900, 1)):
        QTest.mousePress(hall.view, LEFT, pos=QPoint(first, 400))
        QTest.mouseMove(hall.view, QPoint((first + last) // 2, 410))
        QTest.mouseMove(hall.view, QPoint(last, 410))
        QTest.mouseRelease(hall.view, LEFT, pos=QPoint(last, 410))
        assert hall.show_.position == position


def test_beside_a_mark_counts_as_on_it(hall: KioskWindow) -> None:
    hall.kiosk.touch()
    hall.show_.jump(2)
    mark = hall.view.marks()[0]
    reach = hall.touch / 2 / hall.view.height()
    x, y = mark.rect.left() - hall.touch * 0.4, mark.rect.center().y()
    outside = x / hall.view.height(), y / hall.view.height()
    assert hall.view.mark_at(outside) is None
    near = hall.view.mark_at(outside, reach)
    assert near is not None and near.ref == mark.ref


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_F5, Qt.Key.Key_F4, Qt.Key.Key_Q])
def test_neither_a_key_nor_closing_leaves(hall: KioskWindow, key: Qt.Key) -> None:
    for modifier in (
        Qt.KeyboardModifier.NoModifier,
        Qt.KeyboardModifier.AltModifier,
        Qt.KeyboardModifier.ControlModifier,
    ):
        QTest.keyClick(hall, key, modifier)
    assert not hall.close() and hall.isVisible() and not hall.kiosk.left
    assert hall.kiosk.phase is Phase.VISIT


def test_the_corner_and_the_pin_leave(hall: KioskWindow, time: Time) -> None:
    ended: list[bool] = []
    hall.ended.connect(lambda: ended.append(True))
    QTest.mousePress(hall.corner, LEFT)
    wait(hall, time, HOLD / 2)
    with_ring = hall.corner.grab().toImage()
    QTest.mouseRelease(hall.corner, LEFT)
    assert hall.corner.grab().toImage() != with_ring
    wait(hall, time, HOLD)
    assert not hall.keypad.isVisible()
    QTest.mousePress(hall.corner, LEFT)
    wait(hall, time, HOLD + 0.4)
    QTest.mouseRelease(hall.corner, LEFT)
    assert hall.keypad.isVisible()
    for key in ("1", "2", "3", "4", OKAY):
        QTest.mouseClick(hall.keypad.keys[key], LEFT)
    assert "不正确" in hall.keypad.words and not ended
    QTest.keyClicks(hall, "258")
    for key in ("9", ERASE, "0", OKAY):
        QTest.mouseClick(hall.keypad.keys[key], LEFT)
    assert ended == [True] and not hall.isVisible() and hall.close()


def test_escape_and_the_cross_put_the_keypad_away(hall: KioskWindow, time: Time) -> None:
    for cross in (False, True):
        QTest.mousePress(hall.corner, LEFT)
        wait(hall, time, HOLD + 0.4)
        QTest.mouseRelease(hall.corner, LEFT)
        assert hall.keypad.isVisible()
        if cross:
            QTest.mouseClick(hall.keypad.cancel, LEFT)
        else:
            QTest.keyClick(hall, Qt.Key.Key_Escape)
        assert not hall.keypad.isVisible() and not hall.kiosk.left


@pytest.mark.parametrize(
    ("size", "wall"),
    [
        ((1920, 1080), None),
        ((1920, 1200), None),
        ((1024, 768), None),
        ((2560, 1080), None),
        ((1080, 1920), None),
        ((3840, 1080), None),
        ((6656, 1792), None),
        ((1920, 1080), Wall(6656, 1792)),
    ],
)
def test_what_is_touched_is_large_enough_and_lies_free(
    make: Make, time: Time, size: tuple[int, int], wall: Wall | None
) -> None:
    hall = make(size, "2580", wall)
    hall.kiosk.touch()
    hall.show_.jump(2)
    hall.kiosk.point_at(hall.view.marks()[0].ref)
    hall.kiosk.keypad.open()
    hall.refresh()
    QApplication.processEvents()
    least = 64 / 1080 * min(hall.stage.width(), hall.stage.height())
    buttons = [child for child in hall.findChildren(TouchButton) if child.isVisible()]
    assert len(buttons) == 5 + 12 + 2
    for button in buttons:
        assert min(button.width(), button.height()) >= least, button.text()
        place = button.mapTo(hall, button.rect().topLeft())
        assert hall.stage.contains(button.rect().translated(place))
        others = [b for b in buttons if b is not button and b.parent() is button.parent()]
        assert not any(b.geometry().intersects(button.geometry()) for b in others)
    assert hall.stage.contains(hall.view.geometry())
    assert hall.view.width() / hall.view.height() == pytest.approx(
        hall.stage.width() / hall.stage.height(), rel=0.01
    )


def test_a_mouse_shows_the_pointer_for_a_while(hall: KioskWindow) -> None:
    QTest.mouseMove(hall.view, QPoint(200, 200))
    QTest.mouseMove(hall.view, QPoint(260, 200))
    assert hall.cursor().shape() is Qt.CursorShape.ArrowCursor
    hall._idle.timeout.emit()
    assert hall.cursor().shape() is Qt.CursorShape.BlankCursor


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1280, 1024)])
def test_no_citation_is_closed_in_the_keepers_corner(make: Make, size: tuple[int, int]) -> None:
    hall, seen = make(size, "2580"), 0
    for position in range(len(hall.show_.slides)):
        hall.show_.jump(position)
        for mark in hall.view.marks():
            hall.show_.cite(mark.ref)
            hall.refresh()
            close = hall.close_card.geometry()
            assert hall.close_card.isVisible() and hall.rect().contains(close)
            assert not close.intersects(hall.corner.geometry()), mark
            hall.show_.cite(None)
            seen += 1
    assert seen > 30
