"""The question alone on the stage."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication

from facilitator.activities.ideation_board.stage.question import Question, paint_question
from facilitator.convening.countdown import Countdown, countdown
from facilitator.convening.ids import BlockId
from facilitator.convening.timebox import MINUTE, Timebox
from facilitator.kit.qt.lettering import Lettering, TextStyle
from facilitator.kit.qt.reading import Reading
from facilitator.kit.qt.scene import StageScene
from facilitator.kit.qt.theme import Theme
from tests.stage.sample_room import painted
from tests.stage.stepping import IN_FOURS, WORK, running

BEGAN = 1_805_360_400_000
BOX = Timebox(BlockId("ideas"), began=BEGAN, since=BEGAN, started=BEGAN, length_ms=40 * MINUTE)


class Places(Lettering):
    """Lettering that remembers where each text was written."""

    def __init__(self) -> None:
        super().__init__()
        self.taken: list[QRectF] = []

    def write(self, painter: QPainter, box: QRectF, text: str, style: TextStyle) -> QRectF:
        self.taken.append(super().write(painter, box, text, style))
        return self.taken[-1]


class Asking(StageScene):
    """A scene of one question."""

    def __init__(self, asked: Question) -> None:
        super().__init__()
        self.wear(Theme())
        self.asked = asked

    def paint(self, painter: QPainter, clock: Reading) -> None:
        paint_question(painter, self.asked, clock, self)


def test_the_question_stands_with_its_promise_its_time_and_its_address(qapp: QApplication) -> None:
    scene = Asking(Question("What would help?", "Nothing is seen yet.", "10.42.0.1:8080", Countdown(BOX)))

    said = painted(scene, BEGAN + 10 * MINUTE).splitlines()

    assert said == ["What would help?", "Nothing is seen yet.", "30:00", " left", "Join: ", "10.42.0.1:8080"]


def test_overtime_is_counted_up(qapp: QApplication) -> None:
    assert (
        " over"
        in painted(Asking(Question("What would help?", counts=Countdown(BOX))), BEGAN + 42 * MINUTE).splitlines()
    )


def test_a_long_question_leaves_room_for_what_is_promised(qapp: QApplication) -> None:
    scene = Asking(Question("What would keep every water point working? " * 20, "Nothing is seen yet."))
    scene.text = places = Places()

    painted(scene)

    assert places.taken[0].bottom() <= places.taken[1].top()


def test_with_steps_it_counts_the_one_that_runs_and_says_what_to_do(qapp: QApplication) -> None:
    """TM1: 1-2-4-All on a board, before the first idea is seen."""
    room = running(IN_FOURS)
    scene = Asking(Question("What would help?", "Nothing is seen yet.", counts=countdown(room.seen, WORK)))
    scene.text = places = Places()

    said = painted(scene, room.now + 200_000).splitlines()

    assert {"3:40", "In fours: what came up twice?"} <= set(said)
    step, question = places.taken[said.index("In fours: what came up twice?")], places.taken[0]
    assert 48 < step.top() < step.bottom() <= question.top()
