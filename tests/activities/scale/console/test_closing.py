"""How a round ends: revealed when asked twice, closed and opened again, or broken off so that no answer is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from facilitator.activities.scale.rules.points import ROTI, SetScale
from facilitator.convening.ballots import CLOSED, INTERRUPTED, OPEN, REVEALED, CloseRound, Turnout, revealed
from facilitator.convening.seats import AddSeat
from facilitator.kit.qt.dress import dress
from tests.activities.scale.console.answered import Answered, PaperRoom
from tests.activities.scale.console.asked_room import KEY, words_of


@pytest.fixture
def led(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Answered]:
    dress(qapp)
    room = PaperRoom(tmp_path)
    made = Answered(room, qtbot)
    room.phone("Nomsa Dube", 1, "7")
    made.follow()
    yield made
    room.close()


def test_closing_and_revealing_asks_for_its_key_twice(led: Answered) -> None:
    led.press("Ctrl Enter")
    after_one, asked = led.the_round().state, words_of(led.panel)
    led.press("Ctrl Enter")

    assert after_one == OPEN
    assert "Everybody will see the result, and that cannot be undone. Press Ctrl Enter once more." in asked
    assert led.the_round().state == REVEALED
    assert revealed(led.records(), led.the_round().id) == [("7",)]


def test_the_buttons_do_what_the_key_does(led: Answered) -> None:
    led.click("Close and reveal")
    led.click("Close and reveal")

    assert led.the_round().state == REVEALED


def test_closed_too_early_it_opens_again_whatever_was_done_since(led: Answered) -> None:
    led.click("Close, reveal later")
    closed, said = led.the_round().state, words_of(led.panel)
    assert "fixed until the reveal" in said
    led.room.say(AddSeat("Late"))
    led.follow()

    led.click("Open again")
    assert "fixed while answers are open" in words_of(led.panel)

    assert closed == CLOSED
    assert "The answers are closed. Nothing has been shown yet." in said
    assert led.the_round().state == OPEN
    assert led.answered() == 1
    assert "The answers are closed. Nothing has been shown yet." not in words_of(led.panel)


def test_what_is_closed_is_revealed_when_asked_twice(led: Answered) -> None:
    led.room.say(CloseRound(led.the_round().id), KEY)
    led.follow()

    led.click("Reveal")
    after_one = led.the_round().state
    led.click("Reveal")

    assert (after_one, led.the_round().state) == (CLOSED, REVEALED)


@pytest.mark.parametrize("is_closed", [False, True])
def test_back_to_questions_asked_twice_keeps_no_answer(led: Answered, *, is_closed: bool) -> None:
    if is_closed:
        led.click("Close, reveal later")
    state = led.the_round().state

    led.click("Back to questions")
    after_one, asked = led.the_round().state, words_of(led.panel)
    led.click("Back to questions")

    assert after_one == state
    assert "No answer is kept, and that cannot be undone. Press Back to questions once more." in asked
    round_ = led.the_round()
    assert round_.state == INTERRUPTED
    assert revealed(led.records(), round_.id) == []
    assert round_.id not in led.records()[Turnout]


def test_one_press_of_each_is_no_second_press_of_the_other(led: Answered) -> None:
    led.click("Back to questions")

    led.press("Ctrl Enter")

    assert led.the_round().state == OPEN


def test_a_first_press_before_it_was_closed_is_none_for_what_is_closed(led: Answered) -> None:
    led.press("Ctrl Enter")
    led.click("Close, reveal later")
    said = words_of(led.panel)

    led.press("Ctrl Enter")
    after_one = led.the_round().state
    led.press("Ctrl Enter")

    assert "The answers are closed. Nothing has been shown yet." in said
    assert (after_one, led.the_round().state) == (CLOSED, REVEALED)


@pytest.mark.parametrize(("answers", "warned"), [(4, True), (5, False)])
def test_a_pulse_of_few_is_not_called_a_result_that_everybody_sees(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, *, answers: int, warned: bool
) -> None:
    """DE5. The facilitator hears that nothing will be shown while there is still time to wait for one more."""
    dress(qapp)
    room = PaperRoom(tmp_path)
    room.say(SetScale(ROTI), KEY)
    pulse = Answered(room, qtbot)
    room.answer(*("3",) * answers)
    pulse.follow()

    pulse.press("Ctrl Enter")

    words = "Fewer than five have answered: nothing will be shown, for good. Press Ctrl Enter once more."
    assert (words in words_of(pulse.panel)) is warned
    assert pulse.the_round().state == OPEN
    room.close()
