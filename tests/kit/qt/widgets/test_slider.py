"""The slider: moved by keys, presses and drawing, in whole steps, and shown without telling."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from facilitator.kit.qt.theme import Theme
from facilitator.kit.qt.widgets.slider import Slider

LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


@pytest.fixture(params=[LEFT, RIGHT])
def slider(request: pytest.FixtureRequest, qtbot: QtBot, theme: Theme) -> Slider:
    made = Slider("How loud", 10, 100, 10)
    qtbot.addWidget(made)
    made.setLayoutDirection(request.param)
    made.resize(300, made.sizeHint().height())
    made.show_value(50)
    return made


def wanted_of(slider: Slider) -> list[int]:
    found: list[int] = []
    slider.wanted.connect(found.append)
    return found


def onward(slider: Slider, pixels: int) -> QPoint:
    """So far from the knob, towards more."""
    return slider.knob_at().toPoint() + QPoint(pixels if slider.layoutDirection() is LEFT else -pixels, 0)


def test_arrows_go_by_steps_towards_where_they_point(slider: Slider) -> None:
    wanted = wanted_of(slider)

    QTest.keyClick(slider, Qt.Key.Key_Right)
    QTest.keyClick(slider, Qt.Key.Key_Up)

    assert wanted[0] == (60 if slider.layoutDirection() is LEFT else 40)
    assert wanted[1] == wanted[0] + 10


@pytest.mark.parametrize(("key", "end"), [(Qt.Key.Key_Home, 10), (Qt.Key.Key_End, 100)])
def test_home_and_end_go_to_the_ends(slider: Slider, key: Qt.Key, end: int) -> None:
    wanted = wanted_of(slider)

    QTest.keyClick(slider, key)

    assert wanted == [end]


def test_a_press_wants_the_nearest_step_and_drawing_goes_on_to_the_ends(slider: Slider) -> None:
    wanted = wanted_of(slider)

    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=onward(slider, 64))
    QTest.mouseMove(slider, onward(slider, 5000))
    QTest.mouseMove(slider, onward(slider, -5000))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=onward(slider, -5000))

    assert wanted == [70, 100, 10]


def test_showing_what_is_true_tells_nobody(qtbot: QtBot, slider: Slider) -> None:
    with qtbot.assertNotEmitted(slider.wanted):
        slider.show_value(80)

    assert slider.value() == 80


def test_it_is_filled_up_to_its_knob(slider: Slider, theme: Theme) -> None:
    picture = slider.grab().toImage()

    assert picture.pixelColor(onward(slider, -40)).name() == theme.inks.accent.name()
    assert picture.pixelColor(onward(slider, 40)).name() == theme.inks.line_strong.name()
    assert picture.pixelColor(onward(slider, 0)).name() == theme.inks.raised.name()


def test_a_screen_reader_finds_a_slider_by_its_name(slider: Slider) -> None:
    spoken = QAccessible.queryAccessibleInterface(slider)

    assert spoken.role() is QAccessible.Role.Slider
    assert spoken.text(QAccessible.Text.Name) == "How loud"
