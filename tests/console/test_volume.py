"""The chime in the live frame: muted by one key, turned by another, with and without a mouse."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from facilitator.console.volume import ChimeControl
from facilitator.kit.qt.acts import Act, KeyFilter
from facilitator.kit.qt.loudness import Loudness, Volume
from facilitator.kit.qt.widgets.frames import STRETCH, column, row
from facilitator.kit.qt.widgets.label import LineLabel
from tests.console.conftest import button, doubled, names, press, unnamed

SLIDER = "Volume of the chime"


class Place(Enum):
    """Where the chime stands in its frame."""

    HEAD = "head"
    FOOT = "foot"


class Frame(QWidget):
    """A frame with a field and the chime."""

    def __init__(self, place: Place = Place.FOOT) -> None:
        super().__init__()
        self.heard = 0
        self.volume = Volume(Loudness(0.5))
        self.field = QLineEdit()
        self.field.setAccessibleName("Somewhere else")
        self.field.setReadOnly(True)
        self.chime = ChimeControl(self.volume, self.hear)
        line = row(None, LineLabel("Time"), STRETCH, self.chime)
        parts = (self.field, STRETCH, line) if place is Place.FOOT else (self.field, line, STRETCH)
        column(self, *parts, padding=(20, 20, 20, 20))
        self.left = 0
        self.keys = KeyFilter(lambda: (*self.chime.acts(), Act("Esc", "Leave", self.leave)))
        self.keys.setParent(self)
        self.keys.install()

    def hear(self) -> None:
        self.heard += 1

    def leave(self) -> None:
        self.left += 1


@pytest.fixture
def frame(shown: Callable[[QWidget], None]) -> Frame:
    made = Frame()
    shown(made)
    made.field.setFocus()
    return made


def key(name: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, name, modifier)


def open_pane(frame: Frame) -> QWidget:
    key(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)
    return button(frame, SLIDER)


def said(frame: Frame) -> list[str]:
    return [label.text() for label in frame.findChildren(QLabel) if label.isVisible()]


def test_c_mutes_and_c_lets_it_chime_again(frame: Frame) -> None:
    key(Qt.Key.Key_C)
    muted = frame.volume.loudness
    key(Qt.Key.Key_C)

    assert muted == Loudness(0.5, is_muted=True)
    assert frame.volume.loudness == Loudness(0.5)


def test_a_press_on_the_switch_mutes_and_it_shows_what_is_true(frame: Frame, qtbot: QtBot) -> None:
    spoken = QAccessible.queryAccessibleInterface(button(frame, "Chime"))

    press(qtbot, frame, "Chime")
    pressed = (frame.volume.loudness.is_muted, spoken.state().checked)
    frame.volume.toggle_mute()

    assert pressed == (True, 0)
    assert spoken.state().checked == 1


def test_shift_c_opens_the_volume_which_arrows_turn_and_esc_closes(frame: Frame) -> None:
    slider = open_pane(frame)
    assert slider.hasFocus()
    assert "50 %" in said(frame)

    key(Qt.Key.Key_Right)
    key(Qt.Key.Key_Up)
    assert frame.volume.loudness == Loudness(0.7)
    assert "70 %" in said(frame)
    key(Qt.Key.Key_Escape)

    assert not slider.isVisible()
    assert frame.field.hasFocus()
    assert frame.left == 0


def test_shift_c_closes_it_too(frame: Frame) -> None:
    slider = open_pane(frame)

    key(Qt.Key.Key_C, Qt.KeyboardModifier.ShiftModifier)

    assert not slider.isVisible()
    assert frame.field.hasFocus()


def test_a_press_on_the_bell_opens_it_and_one_elsewhere_closes_it(frame: Frame, qtbot: QtBot) -> None:
    press(qtbot, frame, "How loud the chime is")
    slider = button(frame, SLIDER)

    QTest.mouseClick(frame.field, Qt.MouseButton.LeftButton)

    assert not slider.isVisible()
    assert frame.field.hasFocus()


def test_a_second_press_on_the_bell_closes_it(frame: Frame, qtbot: QtBot) -> None:
    press(qtbot, frame, "How loud the chime is")
    slider = button(frame, SLIDER)

    press(qtbot, frame, "How loud the chime is")

    assert not slider.isVisible()


def test_it_is_never_turned_down_to_nothing(frame: Frame) -> None:
    open_pane(frame)

    key(Qt.Key.Key_Home)

    assert frame.volume.loudness == Loudness(0.1)


def test_it_can_be_heard_before_the_room_hears_it(frame: Frame, qtbot: QtBot) -> None:
    open_pane(frame)

    press(qtbot, frame, "Hear it")

    assert frame.heard == 1


def test_muted_it_says_so_and_turning_it_lets_it_chime(frame: Frame) -> None:
    open_pane(frame)

    key(Qt.Key.Key_C)
    assert "Muted" in said(frame)
    assert not button(frame, "Hear it").isEnabled()
    key(Qt.Key.Key_Left)

    assert frame.volume.loudness == Loudness(0.4)
    assert button(frame, "Hear it").isEnabled()


@pytest.mark.parametrize("place", list(Place))
def test_the_pane_lies_at_its_control_in_a_window_of_any_size(
    place: Place, shown: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    frame = Frame(place)
    shown(frame)
    frame.field.setFocus()
    pane = open_pane(frame).parentWidget()
    assert pane is not None
    for size in ((1280, 720), (420, 300), (1440, 900)):
        frame.resize(*size)

        qtbot.waitUntil(lambda: abs(pane.geometry().center().y() - frame.chime.geometry().center().y()) < 100)
        assert frame.rect().contains(pane.geometry())
        assert not pane.geometry().intersects(frame.chime.geometry())


def test_it_goes_with_its_frame(frame: Frame) -> None:
    slider = open_pane(frame)

    frame.chime.hide()

    assert not slider.isVisible()


def test_a_frame_that_ends_with_the_pane_open_takes_it_along(frame: Frame, qtbot: QtBot) -> None:
    slider = open_pane(frame)

    delete(frame.keys)
    delete(frame.chime)
    frame.field.setFocus()

    qtbot.waitUntil(lambda: not isValid(slider))
    assert frame.isVisible()


def test_everything_has_one_name(frame: Frame) -> None:
    open_pane(frame)

    assert not unnamed(frame)
    assert not doubled(frame)
    assert {"Chime", "How loud the chime is", SLIDER, "Hear it"} <= set(names(frame))


def test_from_right_to_left_it_begins_at_the_other_side(frame: Frame, qtbot: QtBot) -> None:
    frame.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: frame.chime.x() < 100)
    pane = open_pane(frame).parentWidget()

    assert pane is not None
    assert pane.mapTo(frame, QPoint(0, 0)).x() == frame.chime.x()
