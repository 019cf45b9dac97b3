"""The ground of a scene whose clock counts over."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from facilitator.convening.countdown import countdown
from facilitator.kit.qt.counting_scene import CountingScene
from facilitator.kit.qt.reading import Reading
from tests.stage.sample_room import picture
from tests.stage.stepping import WORK, part, running

MINUTE = 60_000


class Empty(CountingScene):
    """Nothing but its ground."""

    def paint(self, painter: QPainter, clock: Reading) -> None:
        del painter, clock


def test_the_ground_turns_with_the_first_second_over_and_back_with_more_time(qapp: QApplication) -> None:
    """TM5."""
    room = running((), 12)
    scene = Empty()
    scene.clock = countdown(room.seen, WORK)
    inks = scene.theme.inks

    grounds = [picture(scene, Reading(room.now + at)).pixelColor(9, 9) for at in (11 * MINUTE, 13 * MINUTE, MINUTE)]

    assert grounds == [inks.paper, inks.over_soft, inks.paper]


def test_a_step_that_waits_for_its_guide_and_a_scene_without_a_clock_are_never_over(qapp: QApplication) -> None:
    room = running((part("1", 60, waits=True), part("2", 60)), 2)
    scene = Empty()
    paper = scene.theme.inks.paper

    assert picture(scene, Reading(room.now)).pixelColor(9, 9) == paper
    scene.clock = countdown(room.seen, WORK)
    assert picture(scene, Reading(room.now + 5 * MINUTE)).pixelColor(9, 9) == paper
