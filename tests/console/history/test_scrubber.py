"""The slider along the day: pressed or drawn, it asks for the fact that stands nearest."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from facilitator.console.history.axis import Axis
from facilitator.console.history.scrubber import Scrubber
from facilitator.kit.qt.theme import theme_in_use


@pytest.fixture(params=[Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def scrubber(request: pytest.FixtureRequest, shown: Callable[[QWidget], None]) -> Scrubber:
    made = Scrubber()
    made.setLayoutDirection(request.param)
    shown(made)
    made.resize(600, made.sizeHint().height())
    made.show_axis(Axis((0, 1000, 2000, 3000, 4000)), 5)
    return made


def test_a_press_wants_the_nearest_fact_and_drawing_goes_on(scrubber: Scrubber) -> None:
    wanted: list[int] = []
    scrubber.wanted.connect(wanted.append)
    scrubber.show_place(3, "10:44")
    middle = scrubber.knob_at().toPoint()

    QTest.mousePress(scrubber, Qt.MouseButton.LeftButton, pos=middle + QPoint(20, 0))
    QTest.mouseMove(scrubber, middle + QPoint(150, 0))
    QTest.mouseRelease(scrubber, Qt.MouseButton.LeftButton, pos=middle + QPoint(150, 0))

    step = -1 if scrubber.layoutDirection() is Qt.LayoutDirection.RightToLeft else 1
    assert wanted[0] == 3
    assert wanted[-1] == 3 + step


def test_the_knob_stands_where_the_moment_is_and_says_it(scrubber: Scrubber) -> None:
    scrubber.show_place(1, "09:00")
    first = scrubber.knob_at().x()
    scrubber.show_place(5, "10:58")
    last = scrubber.knob_at().x()

    assert abs(last - first) > 500
    assert (first < last) is (scrubber.layoutDirection() is Qt.LayoutDirection.LeftToRight)
    assert scrubber.accessibleDescription() == "10:58"
    assert scrubber.accessibleName() == "Moment of the day"


def test_what_has_passed_is_painted_in_the_accent(scrubber: Scrubber) -> None:
    scrubber.show_place(3, "10:44")
    knob = scrubber.knob_at()
    picture = scrubber.grab().toImage()
    back = -60 if scrubber.layoutDirection() is Qt.LayoutDirection.LeftToRight else 60
    inks = theme_in_use().inks

    assert picture.pixelColor(knob.toPoint() + QPoint(back, 0)).name() == inks.accent.name()
    assert picture.pixelColor(knob.toPoint() - QPoint(back, 0)).name() == inks.line.name()


def test_keys_of_the_slider_itself_ask_too(scrubber: Scrubber) -> None:
    wanted: list[int] = []
    scrubber.wanted.connect(wanted.append)
    scrubber.show_place(3, "10:44")

    QTest.keyClick(scrubber, Qt.Key.Key_Home)
    assert wanted[-1] == 1
